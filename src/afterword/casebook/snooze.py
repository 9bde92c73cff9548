"""Not now, and never this one: a case that is left in peace until a day, or for good."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class Snooze(Record):
    """One a case. `until` None means never. `play` names what was refused; "" is all of it."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="snooze")
    at = models.DateTimeField()
    until = models.DateField(null=True)
    play = models.CharField(max_length=8, blank=True)

    def rests(self, today: date, play: str = "") -> bool:
        """Whether the case, or this play of it, is left in peace today."""
        asleep = self.until is None or today < self.until
        return asleep and (not self.play or self.play == play)


def snooze(
    *, case: Case, until: date | None, at: datetime, by: str = Who.USER, play: str = ""
) -> Snooze:
    """Leave the case in peace until a day; with None and a play: never this one."""
    says = f"{case} rests until {until:%d %B}" if until else f"{case}: not this one"
    with act(case.account, "snoozed", at=at, by=by, case=case, says=says) as doing:
        found = Snooze.objects.filter(case=case).first()
        if found is None:
            return doing.create(Snooze(case=case, at=at, until=until, play=play))
        if (found.until, found.play) != (until, play):
            doing.change(found, at=at, until=until, play=play)
        return found


def wake(*, case: Case, at: datetime, by: str = Who.USER) -> None:
    """Look at the case again."""
    found = Snooze.objects.filter(case=case).first()
    if found is None:
        return
    with act(
        case.account, "woken", at=at, by=by, case=case, says=f"{case} is awake again"
    ) as doing:
        doing.remove(found)
