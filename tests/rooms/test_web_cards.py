"""What a card says beside its reason: their words and the story that meets them; never a closed word."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from afterword.casebook.models import Case, Letter, Move, Person, Remark, Story
from afterword.desk.day import cards
from afterword.desk.day.page import Card

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
DOUBT = "You have not run an automated warehouse"


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    return Case.open(account=account, company="Acme Freight", role="Head of Supply", at=NOW)


def on_card(case: Case, **given: Any) -> cards.Beside:
    asked = Card(
        case.pk, case.company.name, case.role, who="Dana Reyes", letter="influence_letter", **given
    )
    return cards.beside(case.account, [asked])[case.pk]


def utrecht(account: uuid.UUID) -> Story:
    return Story.tell(
        account=account,
        title="Utrecht",
        challenge="The warehouse was picked by hand.",
        action="We moved fourteen lines to automated picking.",
        result="Errors went from 2.1 to 0.4 per cent.",
        at=NOW,
    )


def test_the_readers_doubt_stands_before_others_words_with_the_story_that_meets_it(
    account: uuid.UUID, case: Case
) -> None:
    dana = Person.add(account=account, name="Dana Reyes", at=NOW)
    Remark.note(case=case, kind="challenge", quote="Automated picking worries us", by_name="Piet", at=NOW)  # fmt: skip
    Remark.note(case=case, kind="doubt", quote=DOUBT, person=dana, at=NOW)
    utrecht(account)
    assert on_card(case).heard == cards.Heard(DOUBT, "Dana Reyes", "Utrecht")


def test_what_was_answered_guessed_or_lies_in_a_closed_letter_is_not_quoted(
    web: Any, account: uuid.UUID, case: Case
) -> None:
    story = utrecht(account)
    met = Remark.note(case=case, kind="doubt", quote=DOUBT, at=NOW)
    met.answer_with(story=story, at=NOW)
    Remark.note(case=case, kind="doubt", quote="She wants a local", basis="guessed", at=NOW)
    closed = web.message(account, case, "rejection", subject="News", body="We said no.")
    Remark.note(case=case, kind="doubt", quote="We said no", message=closed, at=NOW)
    assert on_card(case).heard is None


def test_a_story_that_a_letter_told_there_is_not_offered_again(
    account: uuid.UUID, case: Case
) -> None:
    story = utrecht(account)
    Remark.note(case=case, kind="doubt", quote=DOUBT, by_name="Dana Reyes", at=NOW)
    sentence = {"text": "There we moved.", "facts": [f"story:{story.pk}"]}
    letter = Letter.draw(case=case, kind="thank_you", at=NOW, draft={"sentences": [sentence]})
    assert on_card(case).heard == cards.Heard(DOUBT, "Dana Reyes", "Utrecht")
    letter.mark_sent(at=NOW)
    assert on_card(case).heard == cards.Heard(DOUBT, "Dana Reyes", "")


def test_in_the_hours_of_rest_the_letter_is_offered_for_drafting_with_its_hour(
    account: uuid.UUID, case: Case
) -> None:
    until = NOW + timedelta(hours=7)
    Move.objects.create(
        account=account, entered_at=NOW, case=case, at=NOW, play="P10", letter="grace_note",
        not_before=until,
    )  # fmt: skip
    (one,) = cards.resting(account, NOW, NOW.date())
    assert (one.company, one.letter, one.until, one.drafted) == (
        "Acme Freight", "grace_note", until, None,
    )  # fmt: skip
    assert cards.resting(account, until + timedelta(minutes=1), NOW.date()) == []
    assert cards.resting(uuid.uuid4(), NOW, NOW.date()) == []


def test_words_that_the_reason_quotes_stand_on_the_card_once(case: Case) -> None:
    from afterword.faces.web.pages.today import _told

    heard = cards.Heard(f"{DOUBT}.", "Dana Reyes", "Utrecht")
    shown = {"company": "Acme Freight", "role": "Head of Supply"}
    assert _told(heard, Card(case.pk, **shown, why=f"They said: “{DOUBT}.”"))
    assert not _told(heard, Card(case.pk, **shown, why="A word is due."))
    assert not _told(None, Card(case.pk, **shown))
