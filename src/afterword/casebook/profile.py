"""Who the user is: name, zone, country, settings, and the addresses that are theirs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword.casebook.by_heart import by_heart
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class Profile(Record):
    """One a account. `settings` holds switches by name, such as `keep_ties`."""

    name = models.CharField(max_length=200, blank=True)
    zone = models.CharField(max_length=64, default="UTC")
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=8, default="en")
    # Where they may take a seat: countries in two letters and EU, with blanks between; "" unsaid.
    works_in = models.CharField(max_length=200, blank=True)
    settings = models.JSONField(default=dict)
    # When the morning was last planned, and through which event: derived, so no verb sets them.
    planned_at = models.DateTimeField(null=True)
    planned_through = models.UUIDField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account"], name="one_profile")]

    @classmethod
    def of(cls, account: UUID, *, at: datetime, zone: str = "") -> Profile:
        """The account's profile, made on first asking: empty but for the zone, where one is given."""
        if held := _held(account):
            return held[0]
        begins = {"entered_at": at, **({"zone": zone} if zone else {})}
        found, _ = cls.objects.get_or_create(account=account, defaults=begins)
        return found

    @property
    def keeps_ties(self) -> bool:
        """Whether private mail is remembered by who, when and direction (ruling 7)."""
        return bool(self.settings.get("keep_ties", True))

    @property
    def may_work_in(self) -> frozenset[str]:
        """The countries they said they may work in, EU for all of it; empty where they said none."""
        return frozenset(self.works_in.split())

    def describe(
        self,
        *,
        at: datetime,
        by: str = Who.USER,
        says: str = "Your details were changed",
        **fields: Any,
    ) -> None:
        """Set name, zone, country, works_in, language or settings; settings are merged in."""
        if "settings" in fields:
            fields["settings"] = {**self.settings, **fields["settings"]}
        with act(self.account, "described", at=at, by=by, says=says) as doing:
            doing.change(self, **fields)


@by_heart
def _held(account: UUID) -> models.QuerySet[Profile]:
    return Profile.objects.of(account)


class OwnAddress(Record):
    """An address that is, or may be, the user's own; proposed until they say so."""

    email = models.CharField(max_length=320)
    weight = models.IntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "email"], name="one_own_address")]

    @classmethod
    def mine(cls, account: UUID) -> frozenset[str]:
        """The addresses to read by: confirmed, or proposed and not declined."""
        rows = cls.objects.of(account).filter(declined_at__isnull=True)
        return frozenset(rows.values_list("email", flat=True))

    @classmethod
    def propose(
        cls,
        *,
        account: UUID,
        found: Iterable[tuple[str, int]],
        at: datetime,
        by: str = Who.MACHINE,
    ) -> list[OwnAddress]:
        """Note addresses that look like the user's; the known ones stay as they are."""
        known = set(cls.objects.of(account).values_list("email", flat=True))
        with act(account, "proposed_addresses", at=at, by=by) as doing:
            return [
                doing.create(cls(email=email, weight=weight))
                for email, weight in found
                if email not in known
            ]

    @classmethod
    def add(cls, *, account: UUID, email: str, at: datetime, by: str = Who.USER) -> OwnAddress:
        """Say that an address is the user's own."""
        email = email.strip().lower()
        says = f"{email} is yours"
        with act(account, "confirmed_address", at=at, by=by, says=says) as doing:
            row = cls.objects.of(account).filter(email=email).first()
            if row is None:
                return doing.create(cls(email=email, confirmed_at=at))
            if row.confirmed_at is None:
                doing.change(row, confirmed_at=at, declined_at=None)
            return row

    @classmethod
    def decline(cls, *, account: UUID, email: str, at: datetime, by: str = Who.USER) -> None:
        """Say that an address is somebody else's."""
        row = cls.objects.of(account).filter(email=email.strip().lower()).first()
        if row is None or row.declined_at is not None:
            return
        says = f"{row.email} is not yours"
        with act(account, "declined_address", at=at, by=by, says=says) as doing:
            doing.change(row, declined_at=at, confirmed_at=None)
