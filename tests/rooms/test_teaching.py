"""Corrections teach: siblings said of in one go, what comes later read so, and all of it taken back."""

from __future__ import annotations

import json
import uuid
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from afterword.casebook.correction import confirm, correct
from afterword.casebook.forgetting import forget_everything
from afterword.casebook.models import Case, Correction, Event, Message, Opening, Person
from afterword.casebook.undo import undo_last
from afterword.desk.mail import mailroom, rereading, teaching
from afterword.desk.whole import archive
from afterword.faces.cli import main
from afterword.intake.memory import MemoryMailbox
from afterword.members.models import the_account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
SENDER = "no-reply@us.greenhouse-mail.io"
LETTER = """Dear {name},

Many thanks for the time you gave us. Your papers for the {role} seat at {firm} have been laid with
the committee, which meets on {day}. Until the committee has met, nobody here can tell you
anything, so please do not ring the office before then. You will find our number below all the same.
"""
FILLED = [
    {"name": "Sam", "role": "Store Planner", "firm": "Northgate", "day": "12 March"},
    {"name": "Sam", "role": "Yard Foreman", "firm": "Bluff Harbour", "day": "3 October"},
    {"name": "Sam", "role": "Head Baker", "firm": "Verda Foods", "day": "1 June"},
    {"name": "Sam", "role": "Night Porter", "firm": "Hotel Quist", "day": "9 May"},
]
OTHER = """Dear Sam,

The committee asks for two things more before it meets: a copy of your licence, and the name of
somebody who has seen you at work. Please send both through the portal of the firm by Friday.
"""


@pytest.fixture
def account() -> uuid.UUID:
    return the_account(at=NOW).id


@pytest.fixture
def mails(web: Any, account: uuid.UUID) -> list[Message]:
    """Four copies of one letter, read as an acknowledgement, and another letter of the same system."""
    return [
        web.message(
            account,
            Case.open(account=account, company=given["firm"], role=given["role"], at=NOW),
            "acknowledgement",
            subject=f"Your papers, {given['role']}",
            body=LETTER.format(**given),
            sender_email=SENDER,
            at=NOW - timedelta(days=3 + n),
        )
        for n, given in enumerate(FILLED)
    ] + [web.message(account, None, "action_needed", body=OTHER, sender_email=SENDER)]


def kinds(rows: list[Message]) -> list[str]:
    found = {m.pk: m for m in Message.objects.select_related("correction")}
    return [str(found[m.pk].shown_kind) for m in rows]


def test_siblings_are_the_mails_alike_that_nobody_judged(mails: list[Message]) -> None:
    first, second, third, fourth, _ = mails
    confirm(message=fourth, at=NOW)
    correct(message=first, at=NOW, kind="status_update")
    found = teaching.siblings(first)
    assert [one.message for one in found.open] == [second, third] and found.sealed == 0
    assert all(one.said == {"kind": "status_update"} for one in found.open)
    assert teaching.siblings(second) == teaching.Siblings()


def test_all_are_corrected_in_one_event_that_undo_takes_back_whole(mails: list[Message]) -> None:
    first = mails[0]
    correct(message=first, at=NOW, kind="status_update")
    before = Event.objects.count()
    assert teaching.teach(first, now=NOW) == 3
    assert Event.objects.filter(who="user").count() and Event.objects.count() >= before + 1
    assert Event.objects.filter(verb="corrected_alike").count() == 1
    assert kinds(mails) == ["status_update"] * 4 + ["action_needed"]
    assert teaching.teach(first, now=NOW) == 0
    undo_last(account=first.account, at=NOW)
    assert kinds(mails) == ["status_update"] + ["acknowledgement"] * 3 + ["action_needed"]
    assert len(teaching.siblings(first).open) == 3
    undo_last(account=first.account, at=NOW)
    assert kinds(mails)[0] == "acknowledgement" and teaching.lessons(first.account) == ()


def test_what_was_said_along_with_another_is_no_lesson_of_its_own(mails: list[Message]) -> None:
    first, second, *_ = mails
    correct(message=first, at=NOW, kind="status_update")
    teaching.teach(first, now=NOW)
    (lesson,) = teaching.taught(first.account)
    assert (lesson.message, lesson.also, lesson.said) == (first, 3, {"kind": "status_update"})
    correct(message=second, at=NOW, kind="on_hold")
    assert [one.message for one in teaching.taught(first.account)] == [second, first]


def test_a_closed_letter_stays_closed_and_as_it_is(web: Any, mails: list[Message]) -> None:
    first = mails[0]
    sealed = web.message(
        first.account, None, "rejection", sender_email=SENDER, body=LETTER.format(**FILLED[2])
    )
    assert sealed.is_sealed
    correct(message=first, at=NOW, kind="status_update")
    found = teaching.siblings(first)
    assert found.sealed == 1 and sealed not in [one.message for one in found.open]
    teaching.teach(first, now=NOW)
    sealed = Message.objects.get(pk=sealed.pk)
    assert sealed.is_sealed and not Correction.objects.filter(message=sealed).exists()


def test_who_says_of_many_that_they_are_a_no_has_read_them(mails: list[Message]) -> None:
    first = mails[0]
    correct(message=first, at=NOW, kind="rejection")
    teaching.teach(first, now=NOW)
    assert Opening.objects.count() == 4
    assert not any(m.is_sealed for m in Message.objects.select_related("correction", "opening"))


def test_taking_a_lesson_back_unsays_all_that_came_of_it_and_can_be_undone(
    mails: list[Message],
) -> None:
    first = mails[0]
    correct(message=first, at=NOW, kind="status_update")
    teaching.teach(first, now=NOW)
    teaching.take_back(first, now=NOW)
    assert kinds(mails) == ["acknowledgement"] * 4 + ["action_needed"]
    assert teaching.taught(first.account) == []
    undo_last(account=first.account, at=NOW)
    assert kinds(mails)[:4] == ["status_update"] * 4
    assert teaching.taught(first.account)[0].also == 3


def test_forgetting_everything_forgets_what_it_taught(mails: list[Message]) -> None:
    first, second, *_ = mails
    correct(message=first, at=NOW, kind="status_update")
    teaching.teach(first, now=NOW)
    forget_everything(account=second.account)
    assert Correction.objects.count() == 0
    assert teaching.lessons(second.account) == ()


def test_an_address_that_writes_for_many_firms_teaches_no_firm(
    web: Any, account: uuid.UUID
) -> None:
    rows = [web.message(account, None, "status_update", body=LETTER.format(**g)) for g in FILLED]
    correct(message=rows[0], at=NOW, company="Acme Freight")
    assert teaching.taught(account)[0].said == {"company": "Acme Freight"}
    assert len(teaching.siblings(rows[0]).open) == 3
    for row, given in zip(rows, FILLED, strict=True):
        Message.objects.filter(pk=row.pk).update(reading={**row.reading, "company": given["firm"]})
    assert teaching.taught(account) == []


def test_nothing_crosses_from_one_account_to_another(web: Any, mails: list[Message]) -> None:
    stranger = web.message(
        uuid.uuid4(), None, "acknowledgement", sender_email=SENDER, body=LETTER.format(**FILLED[1])
    )
    correct(message=mails[0], at=NOW, kind="status_update")
    assert stranger not in [one.message for one in teaching.siblings(mails[0]).open]
    assert teaching.lessons(stranger.account) == ()


def test_the_export_carries_what_was_taught(mails: list[Message], tmp_path: Path) -> None:
    first = mails[0]
    correct(message=first, at=NOW, kind="status_update")
    teaching.teach(first, now=NOW)
    path = archive.pack(first.account, tmp_path / "all.zip", at=NOW)
    with zipfile.ZipFile(path) as bundle:
        rows = json.loads(bundle.read("records/correction.json"))
    assert [row["kind"] for row in rows] == ["status_update"] * 4
    assert [row["like"] for row in rows].count(str(first.pk)) == 3


# ── mail that comes later ───────────────────────────────────────────────────

RAW = """From: Careers <{sender}>
To: Sam Reed <sam@home.example>
Subject: Your application for the position of {role} at {firm}
Message-ID: <{id}@x.example>
Date: {date}
Authentication-Results: mx.home.example; spf=pass; dkim=pass

{body}"""


def raw(id: str, given: dict[str, str], **more: str) -> bytes:
    body = "Thank you for your application and your CV.\n\n" + LETTER.format(**given)
    date = (NOW - timedelta(days=2)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    fields = {"id": id, "sender": SENDER, **given, "date": date, "body": body, **more}
    return RAW.format(**fields).encode()


def kept(id: str) -> Message:
    rows = Message.objects.select_related("correction", "confirmation", "opening")
    return rows.get(mail_id=f"{id}@x.example")


def take(account: uuid.UUID, *mails: bytes) -> None:
    mailroom.take_in(account, MemoryMailbox(list(mails), name=str(uuid.uuid4())), now=NOW)


def test_what_comes_later_is_read_as_taught_until_it_is_taken_back(account: uuid.UUID) -> None:
    take(account, raw("one", FILLED[0]))
    as_it_was = kept("one").kind
    assert as_it_was not in ("reference_check", "not_job")
    correct(message=kept("one"), at=NOW, kind="reference_check")
    take(account, raw("two", FILLED[1]), raw("other", FILLED[1], body=OTHER))
    two = kept("two")
    assert (two.kind, two.certainty) == ("reference_check", "fair")
    assert teaching.teachers_of(two) == {"one@x.example"}
    assert teaching.taught(account)[0].since == 1
    assert not teaching.teachers_of(kept("other"))
    assert rereading.unlearn(account, now=NOW) == 0
    teaching.take_back(kept("one"), now=NOW)
    assert rereading.unlearn(account, now=NOW) == 1
    assert kept("two").kind == as_it_was and not teaching.teachers_of(kept("two"))


def test_reading_again_heeds_what_was_taught_but_for_what_the_user_settled(
    account: uuid.UUID,
) -> None:
    take(account, *(raw(str(n), given) for n, given in enumerate(FILLED)))
    confirm(message=kept("1"), at=NOW)
    correct(message=kept("0"), at=NOW, kind="reference_check")
    was = kept("1").kind
    assert rereading.read_again(account, now=NOW) == 2
    assert [kept(n).kind for n in "0123"] == [was, was, "reference_check", "reference_check"]
    assert rereading.read_again(account, now=NOW) == 0


# ── the page and the terminal ───────────────────────────────────────────────


def test_the_page_offers_the_others_and_one_button_says_it_of_all(
    web: Any, mails: list[Message]
) -> None:
    client, first = web.visitor(mails[0].account), mails[0]
    page = client.get(f"/mail/{first.pk}/").content.decode()
    assert "If it is something else" in page and "look like this one" not in page
    client.post(f"/mail/{first.pk}/correction/", {"kind": "status_update"})
    page = client.get(f"/mail/{first.pk}/").content.decode()
    assert "Three more mails look like this one" in page and "Say the same of them" in page
    assert all(f"/mail/{m.pk}/" in page for m in mails[1:4]) and f"/mail/{mails[4].pk}/" not in page
    answer = client.post(f"/mail/{first.pk}/alike/")
    assert answer.status_code == 303
    page = client.get(f"/mail/{first.pk}/").content.decode()
    assert "3 more are read as you said" in page and "look like this one" not in page
    assert kinds(mails)[:4] == ["status_update"] * 4
    assert web.Tags(page).running() == []


def test_the_page_counts_closed_letters_and_tells_nothing_of_them(
    web: Any, mails: list[Message]
) -> None:
    first = mails[0]
    sealed = web.message(
        first.account,
        None,
        "rejection",
        sender_email=SENDER,
        subject="A decision on the ferry",
        sender_name="Ferry Line",
        body=LETTER.format(**FILLED[2]),
    )
    client = web.visitor(first.account)
    client.post(f"/mail/{first.pk}/correction/", {"kind": "status_update"})
    page = client.get(f"/mail/{first.pk}/").content.decode()
    assert "A closed letter may be of the same make" in page
    assert "ferry" not in page.lower() and str(sealed.pk) not in page
    assert client.post(f"/mail/{sealed.pk}/alike/").status_code == 404


def test_what_was_taught_is_listed_in_words_and_taken_back(web: Any, mails: list[Message]) -> None:
    client, first = web.visitor(mails[0].account), mails[0]
    page = client.get("/settings/taught/").content.decode()
    assert "You have not taught anything yet." in page
    assert "/settings/taught/" in client.get("/settings/").content.decode()
    client.post(f"/mail/{first.pk}/correction/", {"kind": "status_update"})
    client.post(f"/mail/{first.pk}/alike/")
    page = client.get("/settings/taught/").content.decode()
    assert "They need more time" in page and "They have your application" in page
    assert "You said the same of 3 more." in page and first.subject in page
    client.post(f"/mail/{first.pk}/unsaid/")
    assert "You have not taught" in client.get("/settings/taught/").content.decode()
    assert kinds(mails)[:4] == ["acknowledgement"] * 4
    client.post("/undo")
    assert kinds(mails)[:4] == ["status_update"] * 4


def test_undo_unteaches_what_was_read_in_the_meantime(web: Any, account: uuid.UUID) -> None:
    client = web.visitor(account)
    take(account, raw("one", FILLED[0]))
    was = kept("one").kind
    client.post(f"/mail/{kept('one').pk}/correction/", {"kind": "reference_check"})
    take(account, raw("two", FILLED[1]))
    page = client.get(f"/mail/{kept('two').pk}/").content.decode()
    assert "Read so because of what you said of" in page and str(kept("one").pk) in page
    client.post("/undo")
    assert kept("two").kind == was


def test_the_terminal_corrects_teaches_lists_and_takes_back(
    mails: list[Message], capsys: pytest.CaptureFixture[str]
) -> None:
    first = mails[0]

    def printed(*words: str) -> tuple[int, str, str]:
        code = main(list(words))
        out = capsys.readouterr()
        return code, out.out, out.err

    code, out, _ = printed("lessons")
    assert code == 0 and "not taught anything" in out
    code, out, _ = printed("correct", first.mail_id, "--kind", "status_update")
    assert code == 0 and "3 more look like it" in out
    code, out, _ = printed("correct", str(first.pk), "--kind", "status_update", "--alike", "--json")
    told = json.loads(out)
    assert told["corrected_alike"] == len(told["alike"]) == 3 and told["sealed"] == 0
    assert kinds(mails)[:4] == ["status_update"] * 4
    _, out, _ = printed("lessons", "--json")
    (one,) = json.loads(out)
    assert one["said"] == {"kind": "status_update"} and one["message_id"] == first.mail_id
    assert "status update, not acknowledgement" in printed("lessons")[1]
    assert "Taken back" in printed("lessons", "--take-back", first.mail_id)[1]
    assert kinds(mails)[:4] == ["acknowledgement"] * 4


def test_the_terminal_says_what_it_cannot_do(
    web: Any, account: uuid.UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    sealed = web.message(account, None, "rejection")
    plain = web.message(account, None, "acknowledgement")
    for words, says in (
        (["correct", "nobody@x", "--kind", "offer"], "There is no mail"),
        (["correct", plain.mail_id], "Say what it is"),
        (["correct", plain.mail_id, "--kind", "nonsense"], "no kind of mail"),
        (["correct", sealed.mail_id, "--kind", "offer"], "still closed"),
    ):
        assert main(words) == 1
        assert says in capsys.readouterr().err


def test_forgetting_somebody_forgets_what_their_mail_taught(web: Any, account: uuid.UUID) -> None:
    take(account, raw("one", FILLED[0], sender="dana@acme.example"))
    correct(message=kept("one"), at=NOW, kind="reference_check")
    take(account, raw("two", FILLED[1], sender="lee@acme.example"))
    assert kept("two").kind == "reference_check"
    who = Person.add(account=account, name="Dana", email="dana@acme.example", at=NOW)
    answer = web.visitor(account).post(f"/people/{who.pk}/forget/", {"sure": "on"})
    assert answer.status_code == 303
    assert teaching.lessons(account) == () and kept("two").kind != "reference_check"
