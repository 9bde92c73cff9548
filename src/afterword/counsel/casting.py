"""The two values that are made for every case, cast: set field by field while open, then frozen.

A frozen dataclass sets each of its fields through `object.__setattr__`, and ten fields take three
times as long as the same ten in an open class. So they are set in a mould with the same slots,
which then becomes the frozen class itself: what comes out is a plain `Standing` or `Move`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from afterword.terms import Band, LetterKind, Move, Outcome, Stage, Standing, State


class _Standing:
    __slots__ = Standing.__slots__


class _Move:
    __slots__ = Move.__slots__


def standing(
    state: State,
    stage: Stage | None,
    outcome: Outcome | None,
    by_internal: bool,
    since: datetime | None,
    last_word: datetime | None,
    promised: date | None,
    nudge_from: date | None,
    nudges: int,
    why: str,
) -> Standing:
    """`Standing(…)`, at a third of its cost."""
    cast: Any = _Standing()
    cast.state, cast.stage, cast.outcome, cast.by_internal = state, stage, outcome, by_internal
    cast.since, cast.last_word, cast.promised = since, last_word, promised
    cast.nudge_from, cast.nudges, cast.why = nudge_from, nudges, why
    cast.__class__ = Standing
    made: Standing = cast
    return made


def move(
    play: str,
    letter: LetterKind | None,
    who: str,
    when: date | None,
    not_before: datetime | None,
    why: str,
    question: str,
    urgency: int,
    source: str,
    band: Band | None = None,
) -> Move:
    """`Move(…)`, at a third of its cost."""
    cast: Any = _Move()
    cast.play, cast.letter, cast.who, cast.when = play, letter, who, when
    cast.not_before, cast.why, cast.question = not_before, why, question
    cast.urgency, cast.source, cast.band = urgency, source, band
    cast.__class__ = Move
    made: Move = cast
    return made
