"""The day by which they want an answer or a task: kept beside the promise, never as one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from afterword.counsel import next_move, stand
from afterword.reading.dates.asked import asked_in
from afterword.terms import CaseFile, Deed, Direction, Happening, MailKind, State

WRITTEN = date(2027, 3, 10)  # a Wednesday
K = MailKind


@pytest.mark.parametrize(
    ("kind", "text", "day"),
    [
        (K.OFFER, "Kindly let us have your answer by 22 March.", date(2027, 3, 22)),
        (K.OFFER, "The offer stays open until 19 March. You would start on 3 May.", date(2027, 3, 19)),
        (K.OFFER, "Bitte sagen Sie uns bis zum 22. März 2027 Bescheid.", date(2027, 3, 22)),
        (K.OFFER, "Über Ihre Rückmeldung bis Freitag, 19. März, freuen wir uns.", date(2027, 3, 19)),
        (K.OFFER, "Wir halten das Angebot bis zum 22. März aufrecht.", date(2027, 3, 22)),
        (K.ASSESSMENT, "Here is the exercise; please send it back by 21 March 2027.", date(2027, 3, 21)),
        (K.ASSESSMENT, "Please send the test (some 40 minutes) back by 21 March.", date(2027, 3, 21)),
        (K.ASSESSMENT, "Bitte lösen Sie die Aufgabe (etwa zwei Stunden) bis zum 21. März.", date(2027, 3, 21)),
        (K.ASSESSMENT, "The plan is due on 21 March. We will write by 2 April.", date(2027, 3, 21)),
        (K.ASSESSMENT, "Für die Probe haben Sie bis zum 21. März Zeit.", date(2027, 3, 21)),
        (K.ACTION_NEEDED, "Bitte reichen Sie die Zeugnisse bis spätestens 19.03.2027 nach.", date(2027, 3, 19)),
        (K.REJECTION, "If you would like to hear why, let us know by 19 March.", date(2027, 3, 19)),
        (K.REOPENED, "The post is free again. Let me know by Friday if you are in.", date(2027, 3, 12)),
        (K.REOPENED, "Are you still keen? Tell me this week or early next.", date(2027, 3, 16)),
        (K.REOPENED, "Drop me a line next week.", date(2027, 3, 19)),
        (K.REOPENED, "Sagen Sie mir diese Woche oder Anfang nächster Bescheid.", date(2027, 3, 16)),
        (K.OFFER, "Merci de nous donner votre réponse avant le 22 mars.", date(2027, 3, 22)),
        (K.OFFER, "Le rogamos que nos conteste antes del 22 de marzo.", date(2027, 3, 22)),
        (K.OFFER, "Laat ons je antwoord weten vóór 22 maart.", date(2027, 3, 22)),
        (K.OFFER, "La preghiamo di rispondere entro il 22 marzo.", date(2027, 3, 22)),
    ],
)  # fmt: skip
def test_a_day_set_to_the_reader_is_found(kind: MailKind, text: str, day: date) -> None:
    found = asked_in(text, WRITTEN, kind)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (K.OFFER, "We will send the contract by 22 March."),
        (K.OFFER, "Wir melden uns bis 22. März mit dem Vertrag."),
        (K.OFFER, "Please find the contract here; probation lasts until 30 September."),
        (K.OFFER, "Your first day would be 3 May."),
        (K.REOPENED, "We interview this week and shall ring you."),
        (K.REOPENED, "The talk would be this week, so tell me if that is too soon."),
        (K.STATUS_UPDATE, "Please bear with us until 22 March."),
    ],
)
def test_their_own_days_are_not_set_to_the_reader(kind: MailKind, text: str) -> None:
    assert asked_in(text, WRITTEN, kind) is None


@pytest.mark.parametrize(
    ("text", "of_the_answer"),
    [
        ("Please let us have your answer by 22 March.", True),
        ("Please tell us by 22 March whether you accept.", True),
        ("Please return the contract signed by 22 March.", True),
        ("Bitte teilen Sie uns Ihre Entscheidung bis zum 22. März mit.", True),
        ("Merci de nous donner votre réponse avant le 22 mars.", True),
        ("Please send us a copy of your degree by 22 March.", False),
        ("To prepare the offer, please send us your tax number by 22 March.", False),
        ("Please complete the form by 22 March.", False),
        ("Please send your response to the questionnaire by 22 March.", False),
        ("Bitte senden Sie uns Ihr Zeugnis bis zum 22. März.", False),
    ],
)
def test_a_day_for_the_answer_is_told_from_a_day_for_a_paper(
    text: str, of_the_answer: bool
) -> None:
    found = asked_in(text, WRITTEN, K.ACTION_NEEDED)
    assert found is not None
    assert (found.day, found.of_the_answer) == (date(2027, 3, 22), of_the_answer)


def test_of_an_offer_the_day_of_its_answer_counts_and_of_a_request_the_nearer() -> None:
    text = "Please send us your tax number by 15 March. Please let us have your answer by 22 March."
    offered, asked = (asked_in(text, WRITTEN, kind) for kind in (K.OFFER, K.ACTION_NEEDED))
    assert offered is not None and offered.day == date(2027, 3, 22)
    assert asked is not None and asked.day == date(2027, 3, 15)


@pytest.mark.parametrize(
    ("kind", "state", "says"),
    [
        (K.OFFER, State.OFFER, "They asked for your answer by 22 March"),
        (K.REOPENED, State.ACTIVE, "They asked for your answer by 22 March"),
        (K.ASSESSMENT, State.ACTIVE, "They asked for it by 22 March"),
        (K.ACTION_NEEDED, State.ACTIVE, "They asked for it by 22 March"),
    ],
)
def test_the_case_names_the_day_they_asked_for(kind: MailKind, state: State, says: str) -> None:
    at = datetime(2027, 3, 10, 9, tzinfo=UTC)
    file = CaseFile(
        id="1", company="Meridew", role="Buyer",
        happenings=(
            Happening("a", at, Deed.APPLICATION, Direction.OUT),
            Happening("b", at, kind, asked_by=date(2027, 3, 22), opened=at),
        ),
    )  # fmt: skip
    standing = stand(file, datetime(2027, 3, 12, 9, tzinfo=UTC))
    assert standing.state is state
    assert says in standing.why
    move = next_move(file, datetime(2027, 3, 12, 9, tzinfo=UTC))
    assert says in move.why
    today = kind is K.REOPENED  # an answer to those who came back is best at once
    assert move.when == date(2027, 3, 12 if today else 22)
    assert "take your time" not in move.why.casefold()


def test_an_offer_that_names_no_day_may_be_taken_time_with() -> None:
    at = datetime(2027, 3, 10, 9, tzinfo=UTC)
    file = CaseFile("1", "Meridew", "Buyer", happenings=(Happening("b", at, K.OFFER, opened=at),))
    move = next_move(file, datetime(2027, 3, 12, 9, tzinfo=UTC))
    assert (
        "No day for your answer was found in their words. If there is none, take your time with it"
        in move.why
    )
