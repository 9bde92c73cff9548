"""The two values that are made for every case, cast: set field by field while open, then frozen.

A frozen dataclass sets each of its fields through `object.__setattr__`, and ten fields take three
times as long as the same ten in an open class. So they are set in a mould with the same slots,
which then becomes the frozen class itself: what comes out is a plain `Standing` or `Move`.

Where its sentence is given as somebody who tells it, it is told when it is first looked at: a plan
of a hundred thousand cases is sorted by its other fields. Until then the value is of a class of
its own, whose `why` holds the teller; compared, shown or copied it is the plain value it becomes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from afterword.terms import Band, LetterKind, Move, Outcome, Stage, Standing, State

#: A sentence, or who tells it when somebody wants to know.
Told = str | Callable[[], str]


class _Standing:
    __slots__ = Standing.__slots__


class _Move:
    __slots__ = Move.__slots__


def _untold(plain: type[Any]) -> type[Any]:
    """The class of such values while nobody has looked at their sentence."""
    slot = plain.why

    def told(it: Any) -> Any:
        slot.__set__(it, slot.__get__(it)())
        object.__setattr__(it, "__class__", plain)
        return it

    return type(
        plain.__name__,
        (plain,),
        {
            "__slots__": (),
            "why": property(lambda it: told(it).why),
            "__eq__": lambda it, other: told(it) == other,
            "__hash__": lambda it: hash(told(it)),
            "__repr__": lambda it: repr(told(it)),
            "__reduce_ex__": lambda it, protocol: told(it).__reduce_ex__(protocol),
        },
    )


_UntoldStanding, _UntoldMove = _untold(Standing), _untold(Move)


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
    why: Told,
) -> Standing:
    """`Standing(…)`, at a third of its cost; its sentence may be told when it is looked at."""
    cast: Any = _Standing()
    cast.state, cast.stage, cast.outcome, cast.by_internal = state, stage, outcome, by_internal
    cast.since, cast.last_word, cast.promised = since, last_word, promised
    cast.nudge_from, cast.nudges, cast.why = nudge_from, nudges, why
    cast.__class__ = Standing if type(why) is str else _UntoldStanding
    made: Standing = cast
    return made


def move(
    play: str,
    letter: LetterKind | None,
    who: str,
    when: date | None,
    not_before: datetime | None,
    why: Told,
    question: str,
    urgency: int,
    source: str,
    band: Band | None = None,
) -> Move:
    """`Move(…)`, at a third of its cost; its sentence may be told when it is looked at."""
    cast: Any = _Move()
    cast.play, cast.letter, cast.who, cast.when = play, letter, who, when
    cast.not_before, cast.why, cast.question = not_before, why, question
    cast.urgency, cast.source, cast.band = urgency, source, band
    cast.__class__ = Move if type(why) is str else _UntoldMove
    made: Move = cast
    return made
