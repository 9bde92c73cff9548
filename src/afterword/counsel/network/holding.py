"""Who is not asked now, and why: the case's own next step goes before any path through its people.

A path that asks for a call the day after they wrote "nothing before January" makes a pest of
the user. A case at rest holds its people; so does somebody's own word on when they come back,
and the user's own wish to hear no more of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from afterword.counsel import days
from afterword.terms import State


@dataclass(frozen=True, slots=True)
class Hold:
    """Why somebody is not asked; `firm` limits it to ways to that firm, "" holds for every ask."""

    why: str
    firm: str = ""


@dataclass(frozen=True, slots=True)
class Rest:
    """What a case itself says of its next step: a play of its own, or rest, until a day or without one."""

    firm: str
    state: State
    play: str = ""
    when: date | None = None
    why: str = ""
    since: date | None = None
    sealed: bool = False


#: An ending older than this with no word on the next step is past, and no reason to wait.
PAST = 180
#: A lead is before any process: who may be asked there is what a path is for.
ASKS_FREELY = (State.LEAD,)
UNREAD = "A letter from them is waiting for you. Nothing is asked of them before you have read it."
SILENT = "Nothing of yours was answered there, and it counts as a no: the next word is theirs."


def hold_of(case: Rest, today: date) -> Hold | None:
    """What this case asks of whoever wants to write to its people, or None.

    A step of its own, rest until a day, and a silence bind every ask; rest without a day only
    ways to that very firm: who was met there may still know somebody elsewhere.
    """
    if case.sealed:
        return Hold(UNREAD)
    if case.state in ASKS_FREELY:
        return None
    if case.state is State.SOFT_CLOSED:
        return Hold(SILENT)
    said = case.why.strip()
    if case.play:
        return Hold(f"Their case has its own next step. {said}".strip())
    if case.when is not None and case.when > today:
        return Hold(f"Their case waits until {days.spoken(case.when, today)}. {said}".strip())
    past = case.since is not None and (today - case.since).days > PAST
    return Hold(said, case.firm) if said and not past else None


def comes_back(by: date, today: date) -> Hold:
    """They said that they come back by a day: who is asked before has not read them."""
    day = days.spoken(by, today)
    return Hold(f"They said they come back to you by {day}. Nothing is asked of them before.")


def wanted_quiet(on: date, today: date) -> Hold:
    """The user asked them to write no more."""
    return Hold(f"On {days.spoken(on, today)} you asked them not to write to you any more.")


def why_not(holds: Iterable[Hold], firm: str) -> str:
    """Why they are not asked on the way to this firm, "" when nothing speaks against it."""
    return next((one.why for one in holds if one.firm in ("", firm)), "")
