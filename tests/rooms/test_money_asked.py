"""Where they ask for money no letter is proposed: the warning is, and the user may say it is genuine."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Case, Remark
from afterword.counsel import advise, next_move, weigh
from afterword.counsel.standing import stand
from afterword.desk import morning
from afterword.desk.cases import judging
from afterword.desk.letters import correspondence
from afterword.errors import Refused
from afterword.terms import (
    Answer,
    Band,
    CaseFile,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    RemarkKind,
    State,
)
from afterword.terms import Remark as Said

LEE = Person("lee", "Lee Marsh", "lee@harborhire.example", part=Part.RECRUITER_INTERNAL)
WORDS = "You must pay the starter kit fee of $85 in gift cards before we send the contract."
THEN = datetime(2026, 3, 2, 10, tzinfo=UTC)
MONTHS_ON = datetime(2026, 4, 6, 10, tzinfo=UTC)


def _case(kind: MailKind, **more: object) -> CaseFile:
    wrote = Happening("m", THEN, kind, who="lee", opened=THEN)
    said = Said("r", RemarkKind.MONEY, WORDS, "Lee Marsh", at=THEN.date())
    return CaseFile(
        "c",
        "Harbor Hire",
        "Clerk",
        happenings=(wrote,),
        people=(LEE,),
        remarks=(said,),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("kind", [MailKind.ACKNOWLEDGEMENT, MailKind.OFFER, MailKind.REJECTION])
def test_no_nudge_and_no_letter_but_the_warning_with_their_words(kind: MailKind) -> None:
    for now in (THEN + timedelta(days=2), MONTHS_ON):
        move = next_move(_case(kind), now)
        assert (move.letter, move.who) == (None, "")
        assert "never ask for a fee" in move.why and WORDS in move.why
        assert "Send no money" in move.why and "somebody you trust" in move.why
        assert bool(move.question) is (now != MONTHS_ON)  # so that Today says it, while it is fresh


def test_no_list_says_that_a_question_is_fair() -> None:
    """Where it has gone quiet by the clock the row says why nothing is asked."""
    file = _case(MailKind.ACKNOWLEDGEMENT)
    assert stand(file, MONTHS_ON).state is State.QUIET
    said = judging.judge(file, MONTHS_ON).standing["seen_why"]
    assert "This looks like a fraud." in said and "question" not in said
    plain = judging.judge(replace(file, remarks=()), MONTHS_ON).standing["seen_why"]
    assert plain.endswith("It has gone quiet. That is common, and no verdict on you.")


def test_the_file_answers_with_the_words_it_rests_on() -> None:
    file = _case(MailKind.ACKNOWLEDGEMENT)
    answers = weigh(file, stand(file, MONTHS_ON), MONTHS_ON)
    assert answers.asks_money is True
    assert answers.grounds["asks_money"].quote == WORDS
    assert advise(file, MONTHS_ON).band is Band.MOVE_ON


def test_before_it_was_said_nothing_is_known_of_it() -> None:
    file = _case(MailKind.ACKNOWLEDGEMENT)
    before = THEN - timedelta(days=2)
    assert weigh(file, stand(file, before), before).asks_money is None


def test_this_is_genuine_takes_the_warning_away_and_yes_ends_the_question() -> None:
    genuine = _case(MailKind.ACKNOWLEDGEMENT, answers={"asks_money": Answer(False, MONTHS_ON)})
    assert next_move(genuine, MONTHS_ON) == next_move(replace(genuine, remarks=()), MONTHS_ON)
    fraud = _case(MailKind.ACKNOWLEDGEMENT, answers={"asks_money": Answer(True, MONTHS_ON)})
    move = next_move(fraud, MONTHS_ON)
    assert move.letter is None and not move.question


@pytest.mark.django_db
def test_today_and_the_case_say_so_and_nothing_is_drafted(
    client: Client, account: uuid.UUID
) -> None:
    now = datetime.now(UTC)
    case = Case.open(account=account, company="Harbor Hire", role="Clerk", at=now)
    Remark.note(
        case=case, kind="money", quote=WORDS, by_name="Lee Marsh", on=date(2026, 3, 3), at=now
    )
    morning.plan(account, now)
    assert [card.letter for card in morning.today(account, now).cards] == [""]
    today = client.get("/").content.decode()
    assert "starter kit fee of $85" in today and "Send no money" in today
    page = client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert "This looks like a fraud. Send no money" in page and "No, this is genuine" in page
    with pytest.raises(Refused, match="looks like a fraud"):
        correspondence.draft(case, LetterKind.STATUS_NUDGE, now=now)
    answer = reverse("web:case-answer", args=[case.pk])
    assert client.post(answer, {"key": "asks_money", "value": "False"}).status_code == 303
    page = client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert "This looks like a fraud. Send no money" not in page and "take back" in page
    later = datetime.now(UTC)
    assert correspondence.draft(case, LetterKind.STATUS_NUDGE, now=later).pk


def test_a_lure_is_told_as_none_of_an_offer_and_no_page_asks_on() -> None:
    for kind in (MailKind.ACKNOWLEDGEMENT, MailKind.OFFER):
        said = judging.judge(_case(kind), MONTHS_ON).standing
        assert said["why"] == said["seen_why"]
        assert said["why"].startswith("This looks like a fraud.")
    genuine = replace(_case(MailKind.OFFER), remarks=())
    assert "offer" in judging.judge(genuine, MONTHS_ON).standing["why"]
