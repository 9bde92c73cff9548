"""A no that offers to telephone: the note says yes to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from afterword.counsel import next_move
from afterword.terms import (
    Basis,
    CaseFile,
    Deed,
    Direction,
    Happening,
    MailKind,
    Person,
    ReasonSeen,
)

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ANA = Person("ana", "Ana Reis", "ana@firm.example")


def _file(words: str) -> CaseFile:
    at = NOW - timedelta(days=2)
    reasons = (
        ReasonSeen("R02", "We chose another.", Basis.SAID),
        ReasonSeen("R10", words, Basis.SAID),
    )
    return CaseFile(
        id="1", company="Firm", role="Buyer", people=(ANA,),
        happenings=(
            Happening("a", NOW - timedelta(days=40), Deed.APPLICATION, Direction.OUT),
            Happening("t", at - timedelta(days=4), Deed.INTERVIEW, who="ana"),
            Happening("b", at, MailKind.REJECTION, who="ana", reasons=reasons, invitation=True, opened=at),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        ("je vous appellerai volontiers dans les jours qui viennent", True),
        ("If you like, I would be happy to call you this week.", True),
        ("Apply again in March, I would love that.", False),
    ],
)
def test_the_step_names_the_talk_that_they_offer(words: str, offers: bool) -> None:
    why = next_move(_file(words), NOW).why
    assert ("They offer to talk with you" in why) is offers
