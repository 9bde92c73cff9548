"""What is said of several cases at once: one deed, one event, one step back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.ending import Ending
from afterword.casebook.event import Act, Who, act
from afterword.casebook.joining import NotMine
from afterword.casebook.snooze import Snooze

#: The event names so many cases; its ledger has them all.
NAMED = 3


class Why(StrEnum):
    """Why a case was left as it is."""

    SO_ALREADY = "so_already"
    OVER = "over"
    SEALED = "sealed"
    NEVER = "never"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Deed:
    """The cases that changed, and those that were passed over with the reason."""

    done: tuple[Case, ...] = ()
    passed: tuple[tuple[Case, Why], ...] = ()


def rest(
    *,
    cases: Sequence[Case],
    until: date,
    at: datetime,
    by: str = Who.USER,
    sooner: Mapping[UUID, date] | None = None,
    today: date | None = None,
) -> Deed:
    """Leave these in peace until a day; what was refused for good stays so.

    `sooner` is the day of those that cannot wait as long; a case whose day is not after `today`
    is not put off at all.
    """

    def one(case: Case, doing: Act) -> Why | None:
        wanted = min(until, (sooner or {}).get(case.pk, until))
        if today is not None and wanted <= today:
            return Why.DUE
        found = Snooze.objects.filter(case=case).first()
        if found is None:
            doing.create(Snooze(case=case, at=at, until=wanted))
            return None
        if found.for_good:
            return Why.NEVER
        changed = found.heeding(wanted)
        if not changed:
            return Why.SO_ALREADY
        doing.change(found, at=at, **changed)
        return None

    return _together(cases, one, "snoozed", f"left in peace until {until:%d %B}", at, by)


def not_mine(*, cases: Sequence[Case], at: datetime, by: str = Who.USER) -> Deed:
    """Say that these are no processes of the user's; they are listed nowhere."""

    def one(case: Case, doing: Act) -> Why | None:
        if NotMine.objects.filter(case=case).exists():
            return Why.SO_ALREADY
        doing.create(NotMine(case=case, at=at))
        return None

    return _together(cases, one, "not_mine", "none of yours", at, by)


def given_up(*, cases: Sequence[Case], at: datetime, by: str = Who.USER) -> Deed:
    """Close these after a silence; one that has ended keeps its own ending."""

    def one(case: Case, doing: Act) -> Why | None:
        standing = getattr(case, "standing", None)
        if standing is not None and standing.sealed:
            return Why.SEALED  # first: that it ended may stand in the letter nobody has opened
        over = standing is not None and standing.state == terms.State.CLOSED
        if over or Ending.objects.filter(case=case, reopening__isnull=True).exists():
            return Why.OVER
        doing.create(Ending(case=case, at=at, outcome=str(terms.Outcome.NO_RESPONSE)))
        return None

    return _together(cases, one, "ended", "closed, as no answer came", at, by)


def _together(
    cases: Sequence[Case],
    one: Callable[[Case, Act], Why | None],
    verb: str,
    says: str,
    at: datetime,
    by: str,
) -> Deed:
    """All of it in one event that names the cases, or nothing."""
    if not cases:
        return Deed()
    with act(cases[0].account, verb, at=at, by=by) as doing:
        found = [(case, one(case, doing)) for case in cases]
        done = tuple(case for case, why in found if why is None)
        doing.case = done[0].pk if len(done) == 1 else None
        doing.says = f"{_named(done)}: {says}"
    return Deed(done, tuple((case, why) for case, why in found if why is not None))


def _named(cases: Sequence[Case]) -> str:
    """The cases by name, and how many more there are."""
    more = len(cases) - NAMED
    names = "; ".join(str(case) for case in cases[:NAMED])
    return f"{names}; {more} more" if more > 0 else names
