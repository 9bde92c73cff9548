"""The course of a case: which legs of the way it walked, how long each took, and how it left them.

Stages are many and cases few, so four legs are told apart: the application, the
first talks and tests, the late rounds, the offer. A silent case has not left its
leg: it is still open today, however long ago it was closed by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from afterword.counsel import days
from afterword.counsel.standing import stand
from afterword.counsel.standing.fold import Tale, unfold
from afterword.counsel.standing.happened import so_far
from afterword.terms import CaseFile, Outcome, Stage, State


class Leg(StrEnum):
    """A stretch of the way, in the order of the members."""

    APPLIED = "applied"
    TALKS = "talks"
    LATE = "late"
    OFFER = "offer"


class Left(StrEnum):
    """How a leg was left; `open` is not left, `you` was the user's own word."""

    ON = "on"
    NO = "no"
    OPEN = "open"
    PAUSED = "paused"
    YOU = "you"


LEGS = tuple(Leg)
LEG_OF: dict[Stage | None, Leg] = {
    None: Leg.APPLIED,
    Stage.APPLIED: Leg.APPLIED,
    Stage.RECRUITER_SCREEN: Leg.TALKS,
    Stage.ASSESSMENT: Leg.TALKS,
    Stage.HIRING_MANAGER_INTERVIEW: Leg.TALKS,
    Stage.PANEL_ONSITE: Leg.LATE,
    Stage.FINAL_EXECUTIVE: Leg.LATE,
    Stage.REFERENCE_BACKGROUND_CHECK: Leg.LATE,
    Stage.VERBAL_OFFER: Leg.OFFER,
    Stage.WRITTEN_OFFER: Leg.OFFER,
    Stage.ACCEPTED: Leg.OFFER,
}
#: The user ended these; what they would have said is not known.
BY_YOU = frozenset({Outcome.WITHDRAWN, Outcome.OFFER_DECLINED, Outcome.HIRED})
#: No word ever came, so nothing was decided.
UNANSWERED = frozenset({Outcome.NO_RESPONSE, Outcome.EXPIRED})
#: A clock runs, theirs or the user's; what is silent for long, paused or over is not live.
LIVE = frozenset({State.ACTIVE, State.AWAITING, State.OVERDUE, State.QUIET})
#: Words of the last year are the search of today; older ones are another search.
YEAR = 365


@dataclass(frozen=True, slots=True)
class Stay:
    """Time in one leg, in calendar days; None when nobody knows when it began.

    `shared` is how many legs these days cover, where nobody saw the one turn into the
    other: who goes from a first talk straight to an offer walked through the late
    rounds too. Such a stay still counts among those that went on, but is not `timed`.
    """

    leg: Leg
    days: int | None
    left: Left
    shared: int = 1
    timed: bool = True

    @property
    def took(self) -> float | None:
        """This leg's own part of the days."""
        return None if self.days is None else self.days / self.shared


@dataclass(frozen=True, slots=True)
class Course:
    """The way of one case up to today. `leg` is the furthest reached, None for a mere lead."""

    case: str
    leg: Leg | None
    state: State
    outcome: Outcome | None = None
    stays: tuple[Stay, ...] = ()
    begun: date | None = None
    last: date | None = None
    offered: int | None = None

    @property
    def live(self) -> bool:
        """Whether a yes may still come of it by itself."""
        return self.leg not in (None, Leg.OFFER) and self.state in LIVE

    @property
    def waited(self) -> int:
        """Days in the leg where it stands now; of an offer, since it was made."""
        if self.leg is Leg.OFFER and self.offered is not None:
            return self.offered
        return (self.stays[-1].days or 0) if self.stays else 0


def course(file: CaseFile, now: datetime) -> Course:
    """The way of a case up to `now`, from what was dated by then; days end where `now` lives."""
    happenings = so_far(file, now)
    tale, walk = Tale(), _Walk()
    for happening in unfold(happenings, file.people, now, tale):
        walk.see(tale, days.local(happening.at, now))
    walk.stop(now.date())
    standing = stand(file, now)
    lead = standing.state is State.LEAD
    return Course(
        case=file.id,
        leg=None if lead else LEG_OF[standing.stage],
        state=standing.state,
        outcome=standing.outcome,
        stays=tuple(walk.stays),
        begun=walk.first,
        last=days.local(happenings[-1].at, now) if happenings else None,
        offered=max(0, (now.date() - walk.offered).days) if walk.offered else None,
    )


def this_search(courses: Iterable[Course], today: date) -> tuple[Course, ...]:
    """The cases that had a word within the last year, and all that are live."""
    since = today - timedelta(days=YEAR)
    return tuple(c for c in courses if c.live or (c.last is not None and c.last >= since))


class _Walk:
    """Follows a tale as it grows, and notes each leg as it is left."""

    def __init__(self) -> None:
        self.stays: list[Stay] = []
        self.first: date | None = None
        self.offered: date | None = None
        self._leg: Leg | None = None
        self._since: date | None = None

    def see(self, tale: Tale, day: date) -> None:
        if tale.state is State.LEAD:
            return
        leg = LEG_OF[tale.stage]
        left = _left(tale)
        if leg is Leg.OFFER and self._leg is not Leg.OFFER:
            self.offered = day
        if self.first is None:
            self.first, self._leg = day, leg
            # Who is first heard of in the no has no beginning one could count from.
            self._since = None if left else day
            if left:
                self._leave(left, None)
                return
        if leg is not self._leg:
            self._go_on(leg, day, left)
        if left and self._since is not None:
            self._leave(left, day)
        elif not left and self._since is None:
            self._since = day

    def stop(self, today: date) -> None:
        if self._since is not None:
            self._leave(Left.OPEN, today)

    def _go_on(self, leg: Leg, day: date, left: Left | None) -> None:
        """On to a further leg; a no that names a later round tells of it only when it is over."""
        assert self._leg is not None
        before, after = LEGS.index(self._leg), LEGS.index(leg)
        self._leg = leg
        if self._since is None:
            self._since = None if left else day
            return
        took = (day - self._since).days
        at_once = left is not None and leg is not Leg.OFFER
        shared = after - before + at_once
        self.stays.append(Stay(LEGS[before], took, Left.ON, shared, timed=not at_once))
        for skipped in LEGS[before + 1 : after]:
            self.stays.append(Stay(skipped, took, Left.ON, shared, timed=False))
        self._since = day
        if at_once and left is not None:
            self.stays.append(Stay(leg, took, left, shared, timed=False))
            self._since = None

    def _leave(self, left: Left, day: date | None) -> None:
        assert self._leg is not None
        took = max(0, (day - self._since).days) if day and self._since else None
        if self._leg is not Leg.OFFER:
            self.stays.append(Stay(self._leg, took, left))
        self._since = None


def _left(tale: Tale) -> Left | None:
    """How the tale stands still, or None while it runs; a silence closed by hand runs on."""
    if tale.state is State.ON_HOLD:
        return Left.PAUSED
    if tale.state is not State.CLOSED or tale.outcome in UNANSWERED:
        return None
    return Left.YOU if tale.outcome in BY_YOU else Left.NO
