"""What is said of several cases at once: one deed, one event, one step back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.ending import Ending
from afterword.casebook.event import Act, Who, act
from afterword.casebook.joining import NotMine
from afterword.casebook.snooze import Snooze


def rest(*, cases: Sequence[Case], until: date, at: datetime, by: str = Who.USER) -> int:
    """Leave these in peace until a day; the answer is how many were not so already."""

    def one(case: Case, doing: Act) -> bool:
        found = Snooze.objects.filter(case=case).first()
        if found is None:
            doing.create(Snooze(case=case, at=at, until=until))
            return True
        same = (found.until, found.play) == (until, "")
        return not same and doing.change(found, at=at, until=until, play="")

    return _together(cases, one, "snoozed", f"left in peace until {until:%d %B}", at, by)


def not_mine(*, cases: Sequence[Case], at: datetime, by: str = Who.USER) -> int:
    """Say that these are no processes of the user's; they are listed nowhere."""

    def one(case: Case, doing: Act) -> bool:
        if NotMine.objects.filter(case=case).exists():
            return False
        doing.create(NotMine(case=case, at=at))
        return True

    return _together(cases, one, "not_mine", "none of yours", at, by)


def given_up(*, cases: Sequence[Case], at: datetime, by: str = Who.USER) -> int:
    """Close these after a silence; one that has ended keeps its own ending."""
    silent = str(terms.Outcome.NO_RESPONSE)
    ended = (str(terms.State.CLOSED),)

    def one(case: Case, doing: Act) -> bool:
        standing = getattr(case, "standing", None)
        if standing is not None and (standing.state in ended or standing.sealed):
            return False
        if Ending.objects.filter(case=case, reopening__isnull=True).exists():
            return False
        doing.create(Ending(case=case, at=at, outcome=silent))
        return True

    return _together(cases, one, "ended", "closed, as no answer came", at, by)


def _together(
    cases: Iterable[Case],
    one: Callable[[Case, Act], bool],
    verb: str,
    says: str,
    at: datetime,
    by: str,
) -> int:
    """All of it in one event, or nothing."""
    chosen = list(cases)
    if not chosen:
        return 0
    with act(chosen[0].account, verb, at=at, by=by) as doing:
        done = [case for case in chosen if one(case, doing)]
        doing.says = f"{done[0] if len(done) == 1 else f'{len(done)} cases'}: {says}"
    return len(done)
