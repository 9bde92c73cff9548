"""Calendars and address books that live elsewhere: read on from where they stood, each change taken in once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword.casebook.dated import Dated
from afterword.casebook.event import act
from afterword.casebook.introducing import Introductions
from afterword.casebook.profile import Profile
from afterword.casebook.source import Source
from afterword.desk import morning
from afterword.desk.incoming import appointments
from afterword.desk.mail import locker
from afterword.errors import SourceError, UserError
from afterword.intake.calendar import ics
from afterword.intake.calendar.ics.raw import blocks
from afterword.intake.collections import Elsewhere, Held, OnServer, Subscribed
from afterword.intake.contacts import vcard
from afterword.intake.lettering import decoded
from afterword.terms import Brought, Unread
from afterword.wire.dav import Kind
from afterword.wire.http import Place

KINDS = ("caldav", "carddav", "webcal")


@dataclass(slots=True)
class ReadOn:
    """What one reading brought. `again` is false when nothing had changed."""

    name: str
    counts: dict[str, int] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    again: bool = True


def place_at(kind: str, url: str, user: str = "", password: str = "") -> Elsewhere:
    """The calendar or address book at an address; nothing is dialled yet."""
    url = url.strip()
    if kind not in KINDS:
        raise UserError(f"“{kind}” is none of {', '.join(KINDS)}.")
    if kind == "webcal":
        return Subscribed(Place(url, user, password))
    if "://" not in url:
        url = f"https://{url}"
    what = Kind.CALENDAR if kind == "caldav" else Kind.ADDRESSES
    return OnServer(Place(url, user, password), what)


def remember(account: UUID, kind: str, name: str, url: str, user: str, password: str) -> None:
    """Keep the way to it for the next reading, where passwords lie. Raises when they are locked away."""
    told = json.dumps({"kind": kind, "url": url, "user": user, "password": password})
    locker.keep(account, name, told)


def remembered(account: UUID, name: str) -> Elsewhere | None:
    """The place of this name, as it was kept; None when the way to it is not known any more."""
    told = locker.find(account, name)
    if not told:
        return None
    way = json.loads(told)
    return place_at(way["kind"], way["url"], way["user"], way["password"])


def forget(source: Source) -> None:
    """Read it no more: the way to it goes; what it brought stays."""
    locker.drop(source.account, source.name)


def forget_all(account: UUID) -> None:
    """Every way of this account, out of where passwords lie: before its records go."""
    for source in Source.objects.of(account).filter(kind__in=KINDS):
        forget(source)


def read_on(account: UUID, place: Elsewhere, *, now: datetime) -> ReadOn:
    """Read what changed since the last time, and take it in with the new mark in one transaction.

    Raises `SourceError`; then nothing was changed, and the next reading begins where this one did.
    """
    source = Source.named(account=account, name=place.name[:1000], kind=place.kind, at=now)
    held, cursor = place.changes(source.cursor)
    zone = ZoneInfo(Profile.of(account, at=now).zone)
    brought = [(one, _parsed(place.kind, one, now, zone)) for one in held if not one.gone]
    _refuse_no_calendar(account, place, brought)
    counts: Counter[str] = Counter()
    what = "address book" if place.kind == "carddav" else "calendar"
    with act(account, "brought_in", at=now, says=f"Your {what} was read") as doing:
        people = Introductions(account, doing)
        for one, found in brought:
            people.all(found.contacts)
            counts += appointments.take(account, found.appointments, doing, now, name=one.url)
        counts += people.counts
        counts += appointments.gone(account, _left(account, place, held, brought), doing, now)
        counts += Counter(things=len(brought))
        source.cursor = cursor
        source.counts = {**source.counts, "read": int(source.counts.get("read", 0)) + len(brought)}
        source.last_read_at = source.last_whole_at = now
        source.save(update_fields=["cursor", "counts", "last_read_at", "last_whole_at"])
    if counts:
        morning.freshen(account, now)
    unread = tuple(
        Unread(bad.line, bad.reason, one.url.rpartition("/")[2] if place.kind != "webcal" else "")
        for one, found in brought
        for bad in found.unread
    )
    told = {name: n for name, n in sorted(counts.items()) if n}
    return ReadOn(place.name, told, unread, again=bool(held))


@dataclass(slots=True)
class Round:
    """What a round over all kept places came to: how many were read, what it brought, who failed."""

    read: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    failed: list[SourceError] = field(default_factory=list)


def read_kept(account: UUID, *, clock: Callable[[], datetime]) -> Round:
    """Read on at every place whose way was kept; one that cannot be had keeps no other waiting.

    Raises `VaultLocked` where the ways lie under a passphrase that was not given.
    """
    done = Round()
    for source in Source.objects.of(account).filter(kind__in=KINDS).order_by("id"):
        place = remembered(account, source.name)
        if place is None:
            continue
        try:
            came = read_on(account, place, now=clock())
        except SourceError as problem:
            done.failed.append(problem)
            continue
        done.read += 1
        done.counts += Counter(came.counts)
    return done


def _parsed(kind: str, held: Held, now: datetime, zone: ZoneInfo) -> Brought:
    data = held.text.encode("utf-8", "replace")
    if kind == "carddav" or (kind == "memory" and "BEGIN:VCARD" in held.text.upper()):
        return vcard.parse(data, held.url)
    return ics.parse(data, held.url, now=now, zone=zone)


def _refuse_no_calendar(
    account: UUID, place: Elsewhere, brought: list[tuple[Held, Brought]]
) -> None:
    """Raise where what held entries is no calendar now: a page to sign in called every interview off once."""
    doubted = (one for one, found in brought if not found.appointments)
    strange = [one.url[:300] for one in doubted if not _is_calendar(one)]
    if strange and Dated.objects.of(account).filter(calendar__in=strange).exists():
        raise SourceError(
            f"{place.name} answers, but what came is no calendar: a page to sign in, perhaps, or a "
            "link that has run out. Your interviews stay as they were. Look at the address, then "
            "read it again.",
            permanent=True,
        )


def _is_calendar(held: Held) -> bool:
    """Whether it is one at all, if only an empty one."""
    raw = blocks(decoded(held.text.encode("utf-8", "replace")))
    return raw.begins or bool(raw.events)


def _left(
    account: UUID, place: Elsewhere, held: list[Held], brought: list[tuple[Held, Brought]]
) -> set[str]:
    """The marks of entries that are in the calendar no more: of things that went, and out of things that stay."""
    touched = [one.url[:300] for one in held]
    if not touched:
        return set()
    rows = Dated.objects.of(account).filter(calendar__in=touched)
    there = {appointments.mark_of(entry) for _, found in brought for entry in found.appointments}
    return set(rows.values_list("mark", flat=True)) - there
