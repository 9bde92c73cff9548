"""Words that may not have been lawful (method 6.8, L04, G2): persuasion waits, facts and days are kept."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from afterword.casebook.models import Case, Remark
from afterword.desk import morning
from afterword.desk.letters import correspondence
from afterword.errors import Refused
from afterword.terms import LetterKind

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
WORDS = "At your age, would you still want to travel?"


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    made = Case.open(account=account, company="Acme", role="Planner", at=NOW)
    made.country = "US"
    made.save(update_fields=["country"])
    return made


def note(case: Case, quote: str = WORDS, on: date | None = date(2026, 3, 3)) -> None:
    Remark.note(case=case, kind="doubt", quote=quote, by_name="Gordon Pryce", on=on, at=NOW)
    morning.plan(case.account, NOW)


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_persuasion_waits_and_the_case_leads_to_the_facts(client: Client, case: Case) -> None:
    """6.8, G2: nothing persuasive is drafted; the user may still write by hand (ruling 4)."""
    page = shown(client, f"/cases/{case.pk}/")
    assert "may not have been lawful" not in page
    note(case)
    assert "Drafting waits until you say how it was" in shown(client, f"/cases/{case.pk}/")
    with pytest.raises(Refused, match="may not have been lawful"):
        correspondence.draft(case, LetterKind.REOPEN_LETTER, now=NOW)
    assert correspondence.by_hand(case, LetterKind.REOPEN_LETTER, now=NOW).pk


def test_the_facts_stand_word_for_word_with_day_and_speaker(client: Client, case: Case) -> None:
    """6.8: preserve the facts with dates; L04: the short count, the body, check a professional."""
    note(case)
    page = shown(client, f"/cases/{case.pk}/lawful/")
    assert WORDS in page and "Gordon Pryce · said on 3 March 2026 · written down on" in page
    assert "30 August 2026" in page and "17 April 2026" in page and "eeoc.gov" in page
    assert "check with a professional" in page and "looked up on 22 November 2026" in page
    assert "work on" not in page.split("<main")[1].split("</main>")[0]


def test_no_it_was_otherwise_lifts_it_at_once(client: Client, case: Case) -> None:
    """Ruling 4: every judgement can be overruled in one click; a false alarm costs one tap."""
    note(case)
    client.post(f"/cases/{case.pk}/lawful/", {"so": "no"})
    assert "Drafting waits until you say how it was" not in shown(client, f"/cases/{case.pk}/")
    assert correspondence.draft(case, LetterKind.GRACE_NOTE, now=datetime.now(UTC)).pk
    client.post(f"/cases/{case.pk}/lawful/", {"so": "yes"})
    assert "Drafting waits until you say how it was" in shown(client, f"/cases/{case.pk}/")
    assert client.post(f"/cases/{case.pk}/lawful/", {"so": "perhaps"}).status_code == 404


def test_a_country_we_hold_nothing_for_says_so(client: Client, case: Case) -> None:
    case.country = "FR"
    case.save(update_fields=["country"])
    note(case)
    page = shown(client, f"/cases/{case.pk}/lawful/")
    assert "We hold no time limit for this country." in page and "eeoc" not in page


def test_an_empty_page_says_what_to_do_first(client: Client, case: Case) -> None:
    page = shown(client, f"/cases/{case.pk}/lawful/")
    assert "Nothing of the kind is noted in this case." in page and "Note what they said" in page


def test_a_closed_letter_keeps_its_words(web: Any, client: Client, account: uuid.UUID) -> None:
    """Ruling 6: the seal holds here too."""
    mail = web.sealed(account)
    Remark.note(case=mail.case, kind="doubt", quote=WORDS, message=mail, at=NOW)
    morning.plan(account, NOW)
    assert WORDS not in shown(client, f"/cases/{mail.case_id}/lawful/")
    assert "Drafting waits until you say how it was" not in shown(client, f"/cases/{mail.case_id}/")


def test_nobody_elses_case(web: Any, case: Case) -> None:
    from afterword.members.models import Account

    other = web.visitor(Account.objects.create(opened_at=NOW).id)
    assert other.get(f"/cases/{case.pk}/lawful/").status_code == 404
