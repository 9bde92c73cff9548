"""What the review may ask the casebook, and pages that must not say two things of one letter."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword import terms
from afterword.casebook.decision import Move
from afterword.casebook.models import Case, Person, Reference, Seat, Story
from afterword.desk import morning
from afterword.desk.letters import correspondence, in_casebook, letter_mends, margin, second_eyes
from afterword.desk.letters.second_look import look
from afterword.terms import Finding
from afterword.writing.remarks.by_ear import SAYS

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    case = Case.open(account=account, company="Tessaly Mills", role="Head of Dyeing", at=NOW)
    for name in ("Ingrid Falkenrath", "Bao-Yi Chen"):
        person = Person.add(account=account, name=name, company=case.company, at=NOW)
        Seat.give(case=case, person=person, at=NOW, part="hiring_manager")
    referee = Person.add(account=account, name="Wilhelmina Aske", at=NOW)
    Reference.consider(person=referee, at=NOW)
    Person.add(account=account, name="Ottoline Marr", at=NOW)
    Story.tell(account=account, title="The loom hall at Tamworth", action="Moved it", at=NOW)
    return case


def test_people_of_the_case_and_referees_may_be_named(case: Case) -> None:
    assert in_casebook.people(case.account, case) == (
        "Bao-Yi Chen",
        "Ingrid Falkenrath",
        "Wilhelmina Aske",
    )


def test_a_word_stands_in_the_casebook_whole_or_not_at_all(case: Case) -> None:
    stands = in_casebook.knower(case.account, case)
    assert stands("Tamworth") and stands("Falkenrath") and stands("Tessaly")
    assert not stands("Tam") and not stands("Daventry")
    assert not in_casebook.knower(uuid.uuid4(), None)("Tamworth")


def test_a_name_of_another_case_is_what_is_left_over_and_stays_a_slip(case: Case) -> None:
    Case.open(account=case.account, company="Larkmoor Foods", role="Buyer", at=NOW)
    stands = in_casebook.knower(case.account, case)
    assert not stands("Larkmoor") and not stands("Marr")
    person = Person.objects.get(account=case.account, name="Ingrid Falkenrath")
    known = letter_mends.known_of(case, person, terms.LetterKind.REOPEN_LETTER, now=NOW)
    text = "Dear Ingrid,\n\nI would still be glad to work at Larkmoor. Could I call?\n\nKind regards,\n"
    rules = {one.rule for one in look(text, terms.LetterKind.REOPEN_LETTER, known)}
    assert rules & {"unproven_name", "wrong_company"}


def test_the_review_in_the_terminal_knows_them(case: Case) -> None:
    person = Person.objects.get(account=case.account, name="Ingrid Falkenrath")
    known = letter_mends.known_of(case, person, terms.LetterKind.REOPEN_LETTER, now=NOW)
    text = (
        "Dear Ingrid,\n\nWilhelmina Aske and Bao-Yi Chen know the looms in Tamworth. "
        "Could I call?\n\nKind regards,\n"
    )
    rules = {one.rule for one in look(text, terms.LetterKind.REOPEN_LETTER, known)}
    assert not rules & {"unproven_name", "wrong_name", "wrong_company"}


def test_a_lone_doubtful_sign_of_hurt_is_left_out_and_a_plain_one_kept() -> None:
    text, drafted = "It was cold. Nobody came. You wasted my time.", SimpleNamespace(sentences=())
    rule, severity, says = SAYS["blame"]
    first, second = Finding(0, 12, rule, severity, says), Finding(13, 25, rule, severity, says)
    plain = Finding(26, 45, rule, severity, "“You wasted my time” may be heard as a reproach.")

    def kept(*notes: Finding) -> tuple[Finding, ...]:
        return margin.written_by_user(notes, text, drafted)  # type: ignore[arg-type]

    assert kept(first) == ()
    assert kept(first, second) == (first, second)
    assert kept(plain) == (plain,)


def test_both_pages_ask_the_same_rest_of_a_letter(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person.objects.get(account=case.account, name="Ingrid Falkenrath")
    letter = correspondence.draft(case, "grace_note", person=person, now=NOW)
    assert second_eyes.look(letter, now=NOW).rest.until is None
    until = NOW + timedelta(hours=13)

    def both(**move: Any) -> tuple[Any, Any]:
        row: Any = SimpleNamespace(not_before=until, why="The news is fresh.", **move)
        monkeypatch.setattr(type(letter.case), "move", row, raising=False)
        return correspondence.page(letter, now=NOW), second_eyes.look(letter, now=NOW)

    # After a verdict every letter of the case rests, whichever is due next.
    page, eyes = both(play="P10", letter="advice_request")
    assert page.pause is not None and page.pause.fresh
    assert page.pause.until == eyes.rest.until == until
    assert not eyes.rest.over and eyes.rest.why == page.pause.why
    # A better day for this letter is asked on both pages, the day of another letter on neither.
    page, eyes = both(play="P11", letter="grace_note")
    assert page.pause is not None and not page.pause.fresh
    assert page.pause.until == eyes.rest.until == until
    page, eyes = both(play="P18", letter="keep_in_touch")
    assert page.pause is None and eyes.rest.until is None


def test_the_two_pages_of_a_letter_say_the_same_of_another_letters_day(
    client: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person.objects.get(account=case.account, name="Ingrid Falkenrath")
    letter = correspondence.draft(case, "grace_note", person=person, now=NOW)
    morning.plan_case(case, NOW)
    until = datetime.now(UTC) + timedelta(days=3)
    Move.objects.filter(case=case).update(play="P18", letter="keep_in_touch", not_before=until, why="Later.")  # fmt: skip
    for name in ("letter", "letter-eyes"):
        shown = client.get(reverse(f"web:{name}", args=[letter.pk])).content.decode()
        assert "Later." not in shown and "The best time to send it" not in shown
    Move.objects.filter(case=case).update(letter="grace_note")
    shown = client.get(reverse("web:letter", args=[letter.pk])).content.decode()
    assert "The best time to send it" in shown
    assert "Later." in client.get(reverse("web:letter-eyes", args=[letter.pk])).content.decode()
