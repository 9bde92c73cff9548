"""References and good turns on the pages and in the terminal: the whole way of one referee, and its undo."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword.casebook.models import (
    Case,
    Favour,
    Interview,
    Letter,
    Opening,
    Person,
    Reference,
    Remark,
    Seat,
    Story,
    Touch,
    Vouching,
)
from afterword.desk import morning
from afterword.desk.letters import correspondence
from afterword.desk.people import references
from afterword.desk.people.register import register
from afterword.terms import LetterKind

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
TODAY = NOW.date()
K = LetterKind


def opened(account: uuid.UUID, company: str = "Acme", stage: str = "") -> Case:
    case = Case.open(account=account, company=company, role="Head of Supply", at=NOW)
    if stage:
        Interview.hold(case=case, when=NOW + timedelta(days=6), at=NOW, stage=stage)
    return case


def known(account: uuid.UUID, name: str = "Anna Berg", **fields: Any) -> Reference:
    who = Person.add(account=account, name=name, email=f"{name[:2].lower()}@x.example", at=NOW)
    return Reference.consider(person=who, at=NOW, **fields)


def agreed(account: uuid.UUID, name: str = "Anna Berg", **fields: Any) -> Reference:
    return known(account, name, status="agreed", consent_on=TODAY - timedelta(days=40), **fields)


def page(client: Client, path: str = "/references/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_register_says_what_to_do_first(client: Client) -> None:
    assert "Nobody is on the register yet" in page(client)


def test_the_way_of_a_referee_from_idea_to_retired(account: uuid.UUID, client: Client) -> None:
    """Issue 4, item 7: added, asked, agreed, mended, retired; and undo."""
    given = {
        "name": "Anna Berg",
        "email": "anna@x.example",
        "kind": "manager",
        "company": "Corvane",
    }
    assert client.post("/references/new/", given).status_code == 303
    one = Reference.objects.of(account).get()
    assert (one.status, one.consent_on, one.person.company.name) == (
        "candidate_idea",
        None,
        "Corvane",
    )
    assert "to be asked" in page(client)
    said = {"on": "2026-01-12", "will_say": "She rebuilt our planning"}
    assert client.post(reverse("web:reference-agree", args=[one.pk]), said).status_code == 303
    shown = page(client)
    assert "may be named" in shown and "She rebuilt our planning" in shown
    assert client.post(reverse("web:undo")).status_code in (302, 303)
    one.refresh_from_db()
    assert (one.consent_on, one.will_say) == (None, "")
    client.post(reverse("web:reference-status", args=[one.pk]), {"status": "hesitant"})
    assert "find another" in page(client)
    bad = client.post(reverse("web:reference-status", args=[one.pk]), {"status": "agreed"})
    assert bad.status_code == 404  # consent has a day, and so a form of its own
    client.post(reverse("web:reference-status", args=[one.pk]), {"status": "retired"})
    assert "not named" in page(client)
    client.post(reverse("web:reference-drop", args=[one.pk]))
    assert not Reference.objects.of(account).exists()
    assert Person.objects.of(account).filter(name="Anna Berg").exists()


def test_the_same_person_is_not_added_twice(account: uuid.UUID, client: Client) -> None:
    one = known(account)
    client.post("/references/new/", {"name": "anna berg", "kind": "peer"})
    assert Person.objects.of(account).count() == 1
    assert Reference.objects.of(account).get().pk == one.pk


def test_before_a_final_the_plan_and_the_page_ask_for_a_brief(
    account: uuid.UUID, client: Client
) -> None:
    """P22: the card, the letter from their own stories, and the deed that settles it."""
    case = opened(account, stage="final_executive")
    one = agreed(account, will_say="The night shift in Utrecht")
    Story.tell(
        account=account, title="Utrecht", result="Errors fell to 0.4%", confirm="A. Berg", at=NOW
    )
    morning.plan(account, NOW)
    case = Case.objects.for_list().get(pk=case.pk)
    assert (case.move.play, case.move.letter, case.move.who) == (
        "P22",
        "reference_brief",
        str(one.person_id),
    )
    assert "Anna Berg" in page(client, "/")
    letter = correspondence.draft(case, K.REFERENCE_BRIEF, now=NOW)
    assert letter.person == one.person and "0.4%" in letter.text and "Acme" in letter.text
    assert "Head of Supply at Acme" in page(client)
    url = reverse("web:reference-step", args=[one.pk, case.pk])
    assert client.post(url, {"step": "briefed"}).status_code == 303
    assert Vouching.objects.get().briefed_on == TODAY
    case.move.refresh_from_db()
    assert case.move.play != "P22"


def test_a_letter_that_was_sent_counts_as_the_deed(account: uuid.UUID) -> None:
    """P22: a brief sent is a brief; a request sent is a request, with its day."""
    case, one = opened(account, stage="final_executive"), agreed(account)
    idea = known(account, "Bo Lind")
    for kind, who in ((K.REFERENCE_BRIEF, one), (K.REFERENCE_REQUEST, idea)):
        letter = correspondence.draft(case, kind, now=NOW, person=who.person)
        correspondence.mark_sent(letter, now=NOW)
    seen = register(account, NOW)
    assert [v.briefed for v in seen.of(str(case.pk))] == [TODAY]
    bo = seen.person(str(idea.person_id))
    assert bo is not None and bo.asked == (TODAY,)


def test_letters_to_ones_own_people_do_not_hang_on_the_firm(account: uuid.UUID) -> None:
    """G1 binds what is written to them, not the thanks to a referee."""
    from afterword.casebook import stop

    case, one = opened(account), agreed(account)
    stop.stop(company=case.company, at=NOW)
    assert correspondence.draft(case, K.REFERENCE_THANKS, now=NOW, person=one.person)


def test_a_mail_that_asks_for_references_says_what_to_do(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    """Mail of kind reference_check: they are about to ask your referees."""
    case = opened(account)
    mail = web.message(account, case, "reference_check", body="May we have two references?")
    shown = page(client, reverse("web:mail", args=[mail.pk]))
    assert "about to ask your referees" in shown and f"/references/?case={case.pk}" in shown
    assert "references asked for" in page(client, f"/references/?case={case.pk}")
    other = web.message(account, case, "status_update")
    assert "your referees" not in page(client, reverse("web:mail", args=[other.pk]))


def lost_after_check(web: Any, account: uuid.UUID, company: str) -> Case:
    """A no that came yesterday after a check, still in its envelope."""
    case = opened(account, company)
    web.message(account, case, "reference_check", at=NOW - timedelta(days=12))
    web.message(account, case, "rejection", at=NOW - timedelta(days=1))
    return case


def open_it(account: uuid.UUID, case: Case) -> None:
    no = case.messages.get(kind="rejection")
    Opening.objects.create(account=account, entered_at=NOW, message=no, at=NOW)


def test_two_losses_after_checks_and_the_private_talk(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    """P23: raised once, in private; a closed envelope gives nothing away; the talk settles it."""
    one = agreed(account)
    first, second = (lost_after_check(web, account, name) for name in ("Acme", "Bolt"))
    open_it(account, first)
    assert "in private" not in page(client)
    open_it(account, second)
    assert "Ask your referee in private" in page(client)
    client.post(reverse("web:reference-talk", args=[one.pk]))
    assert Touch.objects.of(account).get().play == "P23"
    assert "Ask your referee in private" not in page(client)


def test_doubts_nobody_speaks_to_and_the_word_nobody_asked_for(
    account: uuid.UUID, client: Client
) -> None:
    """S0-17, item 7: which doubt nobody vouches against; which referee, which fact, to whom."""
    case = opened(account, stage="")
    Interview.hold(case=case, when=NOW - timedelta(days=1), at=NOW, stage="final_executive")
    eve = Person.add(account=account, name="Eve Stone", email="eve@acme.example", at=NOW)
    Seat.give(case=case, person=eve, at=NOW, part="decision_maker")
    Remark.note(case=case, kind="doubt", quote="You never ran an automated warehouse", at=NOW)
    agreed(account, signal="strong_specific")
    Story.tell(
        account=account,
        title="Utrecht",
        action="Moved an automated warehouse to new picking robots",
        result="Errors fell to 0.4%",
        confirm="Anna Berg",
        at=NOW,
    )
    morning.plan(account, NOW)
    look = references.look(account, NOW)
    (seen,) = look.rounds
    assert [row.nobody for row in seen.doubts] == [True]
    assert seen.unprompted is not None and seen.unprompted.to.name == "Eve Stone"
    shown = page(client)
    assert "never ran an automated warehouse" in shown and "A reference you could offer" in shown


def test_another_account_finds_no_referee(web: Any, account: uuid.UUID) -> None:
    from afterword.members.models import Account

    one = agreed(account)
    stranger = web.visitor(Account.objects.create(opened_at=NOW).id)
    assert "Anna" not in page(stranger)
    for name in ("reference", "reference-agree"):
        assert stranger.get(reverse(f"web:{name}", args=[one.pk])).status_code == 404
    assert stranger.post(reverse("web:reference-drop", args=[one.pk])).status_code == 404


def test_queries_of_the_register_do_not_grow(account: uuid.UUID, client: Client) -> None:
    counts = []
    for n in (2, 7):
        for i in range(n):
            case = opened(account, f"Firm {n} {i}", stage="final_executive")
            one = agreed(account, f"Ref{n}{i} Berg{n}{i}", will_say="planning")
            Vouching.note_one(reference=one, case=case, briefed_on=TODAY, at=NOW)
            Remark.note(case=case, kind="doubt", quote=f"planning {i}", at=NOW)
        page(client)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page(client)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_register_of_an_earlier_day(account: uuid.UUID, capsys: Any) -> None:
    """Time travel: only what was dated or entered by then counts."""
    one = agreed(account, will_say="She rebuilt planning")
    early = references.look(account, NOW, TODAY - timedelta(days=50))
    assert early.rows == ()
    then = references.look(account, NOW, TODAY - timedelta(days=30))
    assert [row.person for row in then.rows] == [one.person_id] and then.rows[0].ready.may_be_named
    from afterword.desk.people import references_json

    told = json.loads(json.dumps(references_json.whole(then)))
    assert told["referees"][0]["may_be_named"] is True and told["referees"][0]["step"] == "name"
    assert set(told) == {
        "day", "referees", "processes", "suspicion", "could_vouch", "owed_a_word",
    }  # fmt: skip


def test_a_good_turn_and_the_word_about_it(account: uuid.UUID, client: Client) -> None:
    """S1-06, S4-13: noted, reported back on, taken out; letters that ask for and give a name."""
    case = opened(account)
    ann = Person.add(account=account, name="Ann Lee", email="ann@x.example", at=NOW)
    Seat.give(case=case, person=ann, at=NOW, part="introducer")
    at = reverse("web:person", args=[ann.pk])
    shown = page(client, at)
    assert "introduced you" in shown and 'class="inferred"' in shown
    given = {"way": "received", "kind": "introduction", "what": "to Bo", "on": TODAY.isoformat()}
    client.post(reverse("web:favour-add", args=[ann.pk]), given)
    kept = Favour.objects.of(account).get()
    assert "what came of it" in page(client, at) and "what came of it" in page(client)
    client.post(reverse("web:favour-returned", args=[kept.pk]))
    kept.refresh_from_db()
    assert kept.returned_on == TODAY
    client.post(reverse("web:favour-drop", args=[kept.pk]))
    assert not Favour.objects.of(account).exists()
    for kind in (K.REFERRAL_ASK, K.REFERRAL_GIVE):
        url = reverse("web:letter-draft", args=[case.pk])
        client.post(url, {"kind": str(kind), "person": str(ann.pk)})
    assert Letter.objects.of(account).filter(person=ann).count() == 2


def test_a_known_person_comes_on_the_register_from_their_page(
    account: uuid.UUID, client: Client
) -> None:
    ann = Person.add(account=account, name="Ann Lee", at=NOW)
    client.post(reverse("web:reference-consider", args=[ann.pk]))
    assert Reference.objects.of(account).get().person == ann
    assert "As a referee" in page(client, reverse("web:person", args=[ann.pk]))


def test_the_command_speaks_plainly_and_travels_in_time(db: Any, capsys: Any) -> None:
    """CLI: `afterword references [--json] [--at DATE]`."""
    from afterword.faces.cli import main
    from afterword.members.models import the_account

    assert main(["references"]) == 0
    assert "Nobody is on the register yet" in capsys.readouterr().out
    agreed(the_account(at=NOW).id, will_say="She rebuilt our planning")
    assert main(["references"]) == 0
    said = capsys.readouterr().out
    assert "Anna Berg" in said and "may be named" in said and "rebuilt our planning" in said
    assert main(["references", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["referees"]
    assert (one["name"], one["may_be_named"], one["step"]) == ("Anna Berg", True, "name")
    before = (TODAY - timedelta(days=50)).isoformat()
    assert main(["references", "--json", "--at", before]) == 0
    assert json.loads(capsys.readouterr().out)["referees"] == []


def test_references_asked_for_by_phone_count_too(account: uuid.UUID, client: Client) -> None:
    """P22: told by phone that they turn to references; the case leads to those who vouch."""
    case, one = opened(account), agreed(account)
    given = {"kind": "reference_check", "when": TODAY.isoformat(), "channel": "phone"}
    assert client.post(reverse("web:entry-add", args=[case.pk]), given).status_code == 303
    case = Case.objects.for_list().get(pk=case.pk)
    assert (case.move.play, case.move.who) == ("P22", str(one.person_id))
    assert f"/references/?case={case.pk}" in page(client, reverse("web:case", args=[case.pk]))
    assert "Anna Berg" in page(client, f"/references/?case={case.pk}")
