"""Looking back in the browser and the terminal: offered once, kept for oneself, handed on without secrets."""

from __future__ import annotations

import csv
import io
import json
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword.casebook import ending
from afterword.casebook.decision import Decision
from afterword.casebook.event import Event
from afterword.casebook.looking_back import Hired, LookBack
from afterword.casebook.models import Case, Entry, Interview, Opening, Person, Remark, Seat
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.cases import looking_back, search_report
from afterword.desk.cases.looking_back_json import looking_back_json
from afterword.members.models import Account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
LESSON = "Ask for the decider before the second talk"


def lost(web: Any, account: uuid.UUID, *, ago: int = 9, firm: str = "Acme") -> Case:
    """A case that ran to a talk and was lost `ago` days before today, its answer opened at once."""
    case = Case.open(
        account=account, company=firm, role="Head of Supply", at=NOW,
        since=NOW - timedelta(days=ago + 30),
    )  # fmt: skip
    dana = Person.add(account=account, name=f"Dana of {firm}", at=NOW, company=case.company)
    Seat.give(case=case, person=dana, at=NOW, part="decision_maker", since=case.opened_at)
    Entry.enter(
        case=case, kind="application", when=NOW - timedelta(days=ago + 25), at=NOW, direction="out"
    )
    talk = NOW - timedelta(days=ago + 12)
    Interview.hold(case=case, when=talk, at=NOW, people=[dana], stage="hiring_manager_interview")
    Remark.note(
        case=case,
        kind="doubt",
        quote="Too local for our board",
        on=talk.date(),
        person=dana,
        at=NOW,
    )
    mail = web.message(
        account, case, "rejection", at=NOW - timedelta(days=ago), subject="News",
        body="We chose another.",
    )  # fmt: skip
    Opening.objects.create(account=account, entered_at=NOW, message=mail, at=mail.at)
    morning.plan(account, NOW)
    return Case.objects.for_list().get(pk=case.pk)


def text_of(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def answers(**more: str) -> dict[str, str]:
    return {**dict.fromkeys(looking_back.KEYS, "open"), "lesson": "", **more}


# ── the offer ───────────────────────────────────────────────────────────────


def test_an_empty_page_says_what_comes_first(client: Client) -> None:
    assert "Nothing has ended yet" in text_of(client, "/looking-back/")


def test_it_is_offered_once_and_passing_over_is_praised(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """S0-21, S4-11: one offer, one tap to skip, never brought up again; undo brings it back."""
    case = lost(web, account)
    aside = reverse("web:look-back-aside", args=[case.pk])
    assert aside in text_of(client, "/looking-back/")
    said = client.post(aside, follow=True).content.decode()
    assert "A good choice too" in said
    assert aside not in text_of(client, "/looking-back/")
    kept = LookBack.objects.get(case=case)
    assert (kept.answers, kept.lesson) == ({}, "")
    client.post(aside)
    assert LookBack.objects.filter(case=case).count() == 1
    undo_last(account=account, at=NOW)
    assert aside in text_of(client, "/looking-back/")


@pytest.mark.parametrize(("ago", "offered"), [(0, False), (2, False), (9, True), (80, False)])
def test_not_while_the_news_is_fresh_and_not_for_ever(
    web: Any, client: Client, account: uuid.UUID, ago: int, offered: bool
) -> None:
    """P10: never within the pause; after weeks it is let be. The form is there all the same."""
    case = lost(web, account, ago=ago)
    found = looking_back.back(account, NOW)
    assert (found.offer is not None) is offered
    assert client.get(reverse("web:look-back", args=[case.pk])).status_code == 200


def test_a_closed_envelope_shows_and_asks_nothing(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """The seal: no ending, no form, no line on the case, nothing in the report; --json opens it."""
    mail = web.sealed(account)
    for url in (
        "/looking-back/",
        "/looking-back/report/",
        reverse("web:case", args=[mail.case_id]),
    ):
        page = text_of(client, url)
        assert web.SECRET not in page and "said no" not in page
        assert "look-back" not in page and f"/cases/{mail.case_id}/looking-back/" not in page
    assert client.get(reverse("web:look-back", args=[mail.case_id])).status_code == 404
    assert client.post(reverse("web:look-back-aside", args=[mail.case_id])).status_code == 404
    found = looking_back_json(account, NOW)
    assert [one["company"] for one in found["over"]] == ["Northwind"]


def test_a_running_case_has_no_form(client: Client, account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Acme", role="COO", at=NOW)
    assert client.get(reverse("web:look-back", args=[case.pk])).status_code == 404
    assert client.get(reverse("web:hired", args=[case.pk])).status_code == 404


# ── the five questions ──────────────────────────────────────────────────────


def test_the_form_shows_what_the_record_answers_and_asks_the_rest(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = lost(web, account)
    page = text_of(client, reverse("web:look-back", args=[case.pk]))
    for does in ("Find the deciders", "Test the references", "Keep other targets alive"):
        assert does in page
    assert "Dana of Acme decides; you spoke on" in page
    assert '<p class="inferred">No word to Dana of Acme is on record.</p>' in page
    assert "What your record answers already" in page and "What will I try next?" in page


def test_what_was_written_is_kept_and_shown(web: Any, client: Client, account: uuid.UUID) -> None:
    """E35: the lesson stands under its case; an answer changed later is the one that counts."""
    case = lost(web, account)
    url = reverse("web:look-back", args=[case.pk])
    client.post(
        url, answers(lesson=LESSON, letters="again", targets="next", targets_note="Kestrel")
    )
    page = text_of(client, "/looking-back/")
    assert LESSON in page
    assert "What you would do again" in page and "write to each person, with proof" in page
    assert "What you will try next" in page and "keep other targets alive" in page
    assert LESSON in text_of(client, reverse("web:case", args=[case.pk]))
    assert "Kestrel" in text_of(client, url)
    client.post(url, answers(lesson=LESSON, letters="again"))
    assert "What you will try next" not in text_of(client, "/looking-back/")
    client.post(reverse("web:look-back-drop", args=[case.pk]))
    assert LESSON not in text_of(client, "/looking-back/")


def test_the_line_written_on_closing_is_a_lesson_too(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """P20: a case is closed with one thing learned, and that does not use up the offer."""
    case = lost(web, account)
    ending.end(case=case, outcome="rejected", why=LESSON, when=NOW - timedelta(days=9), at=NOW)
    page = text_of(client, "/looking-back/")
    assert LESSON in page and reverse("web:look-back-aside", args=[case.pk]) in page


def test_an_answer_that_is_none_is_refused(web: Any, client: Client, account: uuid.UUID) -> None:
    case = lost(web, account)
    url = reverse("web:look-back", args=[case.pk])
    assert client.post(url, answers(letters="splendid")).status_code == 422
    assert not LookBack.objects.filter(case=case).exists()


# ── the one who was hired ───────────────────────────────────────────────────


def test_the_one_hired_is_compared_once_and_forgotten_for_good(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """P19, method 6.4: name, role, notes; one click deletes, from undo too."""
    case = lost(web, account)
    url = reverse("web:hired", args=[case.pk])
    given = {
        "name": "Jan Peeters",
        "role": "Depot head",
        "brings": "Two depots\n\n",
        "gap": "French",
    }
    assert client.post(url, given).status_code == 303
    row = Hired.objects.get(case=case)
    assert (row.brings, row.differs, row.gap) == (["Two depots"], [], "French")
    assert row.looked_on is not None
    assert "Once is enough" in text_of(client, url)
    client.post(reverse("web:hired-forget", args=[case.pk]))
    assert not Hired.objects.filter(case=case).exists()
    assert not any("Peeters" in str(event.ledger) + event.says for event in Event.objects.all())
    undo_last(account=account, at=NOW)
    assert not Hired.objects.filter(case=case).exists()


def test_a_link_or_a_trait_is_not_kept(web: Any, client: Client, account: uuid.UUID) -> None:
    case = lost(web, account)
    url = reverse("web:hired", args=[case.pk])
    for note in ("linkedin.com/in/jan", "He is too young", "One\nTwo\nThree\nFour"):
        answer = client.post(url, {"brings": note})
        assert answer.status_code == 422
    assert not Hired.objects.filter(case=case).exists()


def test_a_start_that_is_known_brings_the_look_up_once(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = lost(web, account)
    start = (NOW - timedelta(days=10)).date()
    Hired.note(case=case, at=NOW, role="Depot head", started_on=start)
    assert "where you differ" in text_of(client, "/looking-back/")
    Hired.note(case=case, at=NOW, looked_on=NOW.date())
    assert "where you differ" not in text_of(client, "/looking-back/")


# ── the report ──────────────────────────────────────────────────────────────


def test_the_report_as_page_csv_and_pdf_holds_no_secret(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """Date, firm, role, what was done, how it stands; no doubt, no note, nothing sealed."""
    case = lost(web, account)
    LookBack.write(case=case, on=NOW.date(), lesson=LESSON, at=NOW)
    web.sealed(account)
    period = f"?since={(NOW - timedelta(days=60)).date()}&until={NOW.date()}"
    page = text_of(client, "/looking-back/report/" + period)
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    answer = client.get("/looking-back/report.csv" + period)
    assert answer["Content-Disposition"].startswith('attachment; filename="search-')
    written = answer.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [(row["Firm"], row["What was done"]) for row in rows] == [
        ("Acme", "Applied"),
        ("Acme", "Interview"),
    ]
    assert all(row["How it stands"].startswith("They said no, ") for row in rows)
    for secret in ("Too local", LESSON, web.SECRET, "Dana"):
        assert secret not in written and secret not in main
    pdf = client.get("/looking-back/report.pdf" + period)
    assert pdf["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf.content


def test_a_period_turned_round_is_said_kindly(client: Client, account: uuid.UUID) -> None:
    url = "/looking-back/report/?since=2026-03-02&until=2026-03-01"
    assert "ends before it begins" in client.get(url, follow=True).content.decode()
    assert client.get("/looking-back/report.pdf?since=soon").status_code == 303


def test_nothing_of_another_account_is_found(web: Any, account: uuid.UUID) -> None:
    case = lost(web, account)
    stranger = web.visitor(Account.objects.create(opened_at=NOW).id)
    for name in ("look-back", "hired"):
        assert stranger.get(reverse(f"web:{name}", args=[case.pk])).status_code == 404
    for name in ("look-back-aside", "look-back-drop", "hired-forget"):
        assert stranger.post(reverse(f"web:{name}", args=[case.pk])).status_code == 404
    assert "Acme" not in text_of(stranger, "/looking-back/report/")


@pytest.mark.parametrize("path", ["/looking-back/", "/looking-back/report/"])
def test_queries_do_not_grow_with_endings(
    web: Any, client: Client, account: uuid.UUID, path: str
) -> None:
    counted = []
    for n in (1, 4):
        for i in range(n):
            case = lost(web, account, firm=f"Firm {n} {i}", ago=9 + i)
            LookBack.write(case=case, on=NOW.date(), lesson=f"{n} {i}", at=NOW)
            Hired.note(case=case, role="Depot head", at=NOW)
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            client.get(path)
        counted.append(len(seen))
    assert counted[0] == counted[1]


# ── another day ─────────────────────────────────────────────────────────────


def test_what_was_so_on_another_day(web: Any, account: uuid.UUID) -> None:
    """Time travel: before the answer came there was no ending."""
    lost(web, account, ago=9)
    then = (NOW - timedelta(days=10)).date()
    assert looking_back.back(account, NOW, then).over == ()
    assert len(looking_back.back(account, NOW, (NOW - timedelta(days=5)).date()).over) == 1


# ── the terminal ────────────────────────────────────────────────────────────


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch, account: uuid.UUID) -> None:
    """The commands open this account instead of a home on disk."""
    from types import SimpleNamespace

    from afterword.faces.cli import house

    monkeypatch.setattr(house, "open_house", lambda: SimpleNamespace(id=account))


def test_the_commands_print_and_write(
    web: Any,
    account: uuid.UUID,
    house: None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from afterword.faces.cli import main

    case = lost(web, account)
    LookBack.write(case=case, on=NOW.date(), lesson=LESSON, at=NOW)
    assert main(["looking-back"]) == 0
    out = capsys.readouterr().out
    assert (
        LESSON in " ".join(out.split()) and "1 of 1 after the talk with the hiring manager" in out
    )
    assert main(["looking-back", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["over"][0]["look"]["lesson"] == LESSON and found["stops"]["n"] == 1
    since = str((NOW - timedelta(days=60)).date())
    assert main(["report", "--csv", "--from", since]) == 0
    assert capsys.readouterr().out.startswith("Date,Firm,Role,What was done,How it stands")
    pdf = tmp_path / "search.pdf"
    assert main(["report", "--from", since, "--out", str(pdf)]) == 0
    assert pdf.read_bytes().startswith(b"%PDF-") and "2 entries, 1 firm." in capsys.readouterr().out
    assert main(["report", "--out", str(tmp_path / "no" / "x.pdf")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_without_typst_the_reason_and_the_way_round_are_said(
    monkeypatch: pytest.MonkeyPatch, account: uuid.UUID
) -> None:
    import sys

    from afterword.errors import UserError

    monkeypatch.setitem(sys.modules, "typst", None)
    made = search_report.report(account, NOW)
    with pytest.raises(UserError, match="CSV"):
        search_report.as_pdf(account, made, NOW)


def test_a_name_no_font_here_has_does_not_stop_the_report() -> None:
    """A firm in a script without a font breaks the standard for screen readers, not the page."""
    from afterword.writing.delivery.search_report import as_pdf

    told = {"title": "R", "name": "S", "period": "p", "summary": "s", "at": NOW}
    made = as_pdf([("1 March 2026", "\U00012000 & Sons", "COO", "Applied", "an offer")], **told)
    assert made.startswith(b"%PDF-")


def test_markup_in_a_mail_stays_words() -> None:
    from afterword.writing.delivery.search_report import as_pdf

    told = {"title": "R", "name": "S", "period": "p", "summary": "s", "at": NOW}
    evil = '#panic("x") *b* $x^$ #read("/etc/passwd") `a` <l> @r'
    made = as_pdf([("1 March 2026", evil, "COO", "Applied", "an offer")], **told)
    assert made.startswith(b"%PDF-") and b"pdfuaid" in made


def test_what_came_of_the_advice_stands_there_from_ten_cases_on(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    for n in range(2):
        case = lost(web, account, ago=60, firm=f"Firm {n}")
        Decision(
            account=account, entered_at=NOW, at=NOW - timedelta(days=50), case=case,
            band="keep_warm", advice={}, inputs={},
        ).save(force_insert=True)  # fmt: skip
    few = client.get("/looking-back/").content.decode()
    assert "8 more are needed." in few and "Keep warm, in" not in few
    for n in range(2, 10):
        case = lost(web, account, ago=60, firm=f"Firm {n}")
        Decision(
            account=account, entered_at=NOW, at=NOW - timedelta(days=50), case=case,
            band="keep_warm", advice={}, inputs={},
        ).save(force_insert=True)  # fmt: skip
    page = client.get("/looking-back/").content.decode()
    section = page.split('id="advice"')[1].split("</section>")[0]
    assert "in 10 cases" in section and "10 not written to" in section and "%" not in section
    told = looking_back_json(account, NOW)["advice"]
    assert told["rows"] == [{"band": "keep_warm", "n": 10, "came": {"untouched": 10}}]
