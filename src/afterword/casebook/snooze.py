"""Not now, and never this one: a case that is left in peace until a day, or for good."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.event import Act, Who, act
from afterword.casebook.record import Record


class Snooze(Record):
    """One a case. `until` None means never. `play` names what was refused; "" is all of it.

    `refused` are plays beside it that are never brought up again, whatever day the rest ends.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="snooze")
    at = models.DateTimeField()
    until = models.DateField(null=True)
    play = models.CharField(max_length=8, blank=True)
    refused = models.CharField(max_length=300, blank=True)  # each play between blanks

    @property
    def never(self) -> tuple[str, ...]:
        """The plays that are not brought up again."""
        own = (self.play,) if self.until is None and self.play else ()
        return tuple(dict.fromkeys((*own, *self.refused.split())))

    @property
    def for_good(self) -> bool:
        """Whether nothing of the case is brought up again."""
        return self.until is None and not self.play

    def sleeps(self, today: date) -> bool:
        """Whether the rest itself, of the case or of its play, is not over."""
        return self.until is None or today < self.until

    def rests(self, today: date, play: str = "") -> bool:
        """Whether the case, or this play of it, is left in peace today."""
        here = self.sleeps(today) and (not self.play or self.play == play)
        return here or (play != "" and play in self.never)

    def heeding(self, until: date | None, play: str = "") -> dict[str, Any]:
        """What changes by this wish: a "never" outlives every rest until a day."""
        if self.for_good or (until is None and play in self.never):
            return {}
        if until is None and play:
            return {"refused": _between((*self.refused.split(), play))}
        kept = _between(self.never)
        if (self.until, self.play, self.refused) == (until, play, kept):
            return {}
        return {"until": until, "play": play, "refused": kept}


def _between(plays: Iterable[str]) -> str:
    """As they stand in the row: one blank before, between and behind, so that P1 is not found in P12."""
    words = " ".join(dict.fromkeys(plays))
    return f" {words} " if words else ""


def snooze(
    *, case: Case, until: date | None, at: datetime, by: str = Who.USER, play: str = ""
) -> Snooze:
    """Leave the case in peace until a day; with None and a play: never this one."""
    says = f"{case} rests until {until:%d %B}" if until else f"{case}: not this one"
    with act(case.account, "snoozed", at=at, by=by, case=case, says=says) as doing:
        return heed(case, until, play, doing)


def heed(case: Case, until: date | None, play: str, doing: Act) -> Snooze:
    """The wish as part of another verb."""
    found = Snooze.objects.filter(case=case).first()
    if found is None:
        return doing.create(Snooze(case=case, at=doing.at, until=until, play=play))
    changed = found.heeding(until, play)
    if changed:
        doing.change(found, at=doing.at, **changed)
    return found


def wake(*, case: Case, at: datetime, by: str = Who.USER, today: date | None = None) -> None:
    """Look at the case again; what was refused for good ends only when nothing else rests.

    `today` is the user's own day, by which a rest is over or not.
    """
    found = Snooze.objects.filter(case=case).first()
    if found is None:
        return
    with act(
        case.account, "woken", at=at, by=by, case=case, says=f"{case} is awake again"
    ) as doing:
        first, *others = found.refused.split() or [""]
        if first and found.until is not None and found.sleeps(today or at.date()):
            doing.change(found, at=at, until=None, play=first, refused=_between(others))
        else:
            doing.remove(found)
