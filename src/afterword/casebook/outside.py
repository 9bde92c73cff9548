"""What left this machine for the open web: which host, why, when; and the switch that ends it.

One row a host, reason and day. It is written before the host is called, so that a fetch which
broke the program still stands here. What was asked for is not kept: a host and a reason are.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import F

from afterword.casebook.event import Who, act
from afterword.casebook.profile import Profile
from afterword.casebook.record import Record

#: So long it can be looked up; the days before are dropped.
KEPT = timedelta(days=180)
_OFF = "outside_off"


class Departure(Record):
    """The calls of one day to one host for one reason. `answer` is the last status, 0 for none."""

    derived = True

    host = models.CharField(max_length=253)
    why = models.CharField(max_length=200)
    day = models.DateField()
    times = models.IntegerField(default=1)
    last_at = models.DateTimeField()
    answer = models.IntegerField(null=True)

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["account", "host", "why", "day"], name="one_departure_a_day"
            )
        ]
        ordering = ["-last_at"]

    def __str__(self) -> str:
        return f"{self.host}: {self.why}"

    @classmethod
    def note(cls, *, account: UUID, host: str, why: str, at: datetime) -> None:
        """Write down that this host is about to be called."""
        mine = {"account": account, "host": host[:253], "why": why[:200], "day": at.date()}
        if not cls.objects.filter(**mine).update(times=F("times") + 1, last_at=at, answer=None):
            cls.objects.get_or_create(**mine, defaults={"entered_at": at, "last_at": at})

    @classmethod
    def came(cls, *, account: UUID, host: str, why: str, day: date, answer: int) -> None:
        """Write down what the host answered."""
        mine = {"account": account, "host": host[:253], "why": why[:200], "day": day}
        cls.objects.filter(**mine).update(answer=answer)

    @classmethod
    def drop_old(cls, *, account: UUID, at: datetime) -> int:
        """Drop the days that are long past; the answer is how many rows."""
        return cls.objects.filter(account=account, day__lt=(at - KEPT).date()).delete()[0]


class HostRule(Record):
    """What a host asks of programs (its robots.txt), and until when it wants to be left in peace."""

    derived = True

    host = models.CharField(max_length=253)
    # The words of robots.txt, "" where there is none.
    robots = models.TextField(blank=True)
    asked_at = models.DateTimeField(null=True)
    rests_until = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "host"], name="one_host_rule")]

    @classmethod
    def keep(cls, *, account: UUID, host: str, at: datetime, **fields: Any) -> None:
        cls.objects.update_or_create(
            account=account, host=host[:253], defaults=fields, create_defaults={
                "entered_at": at, **fields
            },
        )  # fmt: skip


def off_since(account: UUID) -> datetime | None:
    """Since when nothing is fetched from the open web; None while it is."""
    row = Profile.objects.of(account).only("settings").first()
    said = (row.settings if row else {}).get(_OFF)
    return datetime.fromisoformat(said) if said else None


def turn_off(*, account: UUID, at: datetime, by: str = Who.USER) -> None:
    """Fetch nothing from the open web any more. A second call changes nothing."""
    if off_since(account) is None:
        says = "Nothing is fetched from the web any more"
        _keep(account, at, by, "turned_outside_off", says, at.isoformat())


def turn_on(*, account: UUID, at: datetime, by: str = Who.USER) -> None:
    """Fetch again what was asked for. A second call changes nothing."""
    if off_since(account) is not None:
        _keep(account, at, by, "turned_outside_on", "The web may be fetched from again", None)


@transaction.atomic
def _keep(account: UUID, at: datetime, by: str, verb: str, says: str, value: str | None) -> None:
    Profile.of(account, at=at)
    row = Profile.objects.select_for_update().get(account=account)
    with act(account, verb, at=at, by=by, says=says) as doing:
        doing.change(row, settings={**row.settings, _OFF: value})
