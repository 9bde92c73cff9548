"""The parser: a calendar file into appointments; series are laid out over a window, one by one."""

from __future__ import annotations

import logging
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from afterword.intake.calendar.ics.adapter import appointment, moment
from afterword.intake.calendar.ics.raw import RawCalendar, RawEvent, blocks
from afterword.intake.lettering import decoded
from afterword.terms import Appointment, Brought, Unread

#: A series is laid out this far back and ahead, and never into more than so many.
BACK, AHEAD, MOST = timedelta(days=200), timedelta(days=400), 500
MOST_A_DAY = 24

logging.getLogger("icalendar").setLevel(logging.CRITICAL)
# A maker's own name for a zone (“/example.org/Europe/Berlin”) is guessed by its end: as it is meant.
warnings.filterwarnings("ignore", message="Timezone .* is a globally unique TZID")


def parse(data: bytes, name: str, *, now: datetime, zone: tzinfo = UTC) -> Brought:
    """The appointments of a calendar around `now`; hours without a zone are those of `zone`."""
    raw = blocks(decoded(data))
    if not raw.begins and not raw.events:
        return Brought(
            "calendar",
            name,
            unread=(Unread(0, "There is no calendar in this file: no BEGIN:VCALENDAR."),),
        )
    own = _zone(raw.zone) or zone
    found: list[Appointment] = []
    unread: list[Unread] = []
    series: dict[str, list[tuple[RawEvent, Any]]] = defaultdict(list)
    for block, event, why in _components(raw):
        if event is None:
            unread.append(Unread(block.line, why))
            continue
        if not block.whole:
            unread.append(Unread(block.line, "The event has no end; what stands in it was read."))
        uid = str(event.get("UID") or f"line {block.line}")
        series[uid].append((block, event))
    elsewhere = 0
    for events in series.values():
        laid = list(_laid_out(events, now, own, raw.method))
        elsewhere += not laid
        for one in laid:
            (found if isinstance(one, Appointment) else unread).append(one)  # type: ignore[arg-type]
    if not raw.events and not unread:
        unread.append(Unread(0, "There is no event in this calendar."))
    found.sort(key=lambda one: (one.at, one.uid))
    left = [f"{raw.others} to-dos and notes, which are no appointments"] if raw.others else []
    if elsewhere:
        left.append(
            f"{elsewhere} series without a day from {BACK.days} days back to {AHEAD.days} ahead"
        )
    return Brought(
        "calendar",
        name,
        appointments=tuple(found),
        unread=tuple(sorted(unread, key=lambda u: u.line)),
        left=tuple(left),
    )


def _components(raw: RawCalendar) -> Iterator[tuple[RawEvent, Any, str]]:
    """Each event, all read in one go; where the file as a whole cannot be read, each by itself."""
    whole = _events("\r\n".join([*raw.zones, *(block.text for block in raw.events)]))
    if whole is not None and len(whole) == len(raw.events):
        for block, event in zip(raw.events, whole, strict=True):
            yield (block, *_checked(event))
        return
    for block in raw.events:
        yield (block, *_component(block, raw))


def _events(body: str) -> list[Any] | None:
    try:
        calendar = icalendar.Calendar.from_ical(
            f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}\r\nEND:VCALENDAR\r\n"
        )
    except Exception:  # whatever the library raises on such lines
        return None
    return list(calendar.walk("VEVENT"))


def _checked(event: Any) -> tuple[Any, str]:
    if event.get("DTSTART") is not None:
        return event, ""
    broken = [str(key) for key, _ in getattr(event, "errors", ())]
    read = "DTSTART" not in broken
    return (
        None,
        "The event has no beginning." if read else "The beginning of this event cannot be read.",
    )


def _component(block: RawEvent, raw: RawCalendar) -> tuple[Any, str]:
    """One event read with the zones of its file; or why it cannot be."""
    for body in ("\r\n".join([*raw.zones, block.text]), block.text):
        if events := _events(body):
            return _checked(events[0])
    return None, "The event cannot be read."


def _laid_out(
    events: list[tuple[RawEvent, Any]], now: datetime, zone: tzinfo, method: str
) -> Iterator[Appointment | Unread]:
    """One event as itself; a series as its occurrences near `now`, with what was changed in it."""
    masters = [one for one in events if one[1].get("RECURRENCE-ID") is None]
    repeats = any(one.get("RRULE") or one.get("RDATE") for _, one in masters)
    if not repeats:
        for block, event in events:
            yield _one(event, block.line, zone, method, repeats=False)
        return
    line = masters[0][0].line
    calendar = icalendar.Calendar()
    for _, event in events:
        calendar.add_component(event)
    window = (now - BACK, now + AHEAD)
    try:
        if any(_endless(event) for _, event in masters):
            raise ValueError("a rule by the hour or oftener")
        laid = list(_between(calendar, *window))
    except Exception as broken:  # rules like “every month of thirty days, until never”
        with suppress(Exception):
            single = _one(masters[0][1], line, zone, method, repeats=False)
            if isinstance(single, Appointment):
                yield single
        yield Unread(
            line,
            f"The rule by which this event repeats cannot be read ({type(broken).__name__}); its first day was.",
        )
        return
    if len(laid) >= MOST:
        yield Unread(
            line,
            f"The event repeats more than {MOST} times around today; the others were left out.",
        )
    lines = {_was(event, zone): block.line for block, event in events if event.get("RECURRENCE-ID")}
    for event in laid:
        yield _one(event, lines.get(_was(event, zone), line), zone, method, repeats=True)
    # The library leaves out what was called off; we must know it, to take the interview out.
    for block, event in events:
        if str(event.get("STATUS") or "").upper() == "CANCELLED" and event.get("RECURRENCE-ID"):
            yield _one(event, block.line, zone, "CANCEL", repeats=True)


def _endless(event: Any) -> bool:
    """Whether a rule would lay out a day many times: no appointment does, and counting them takes for ever."""
    rules = event.get("RRULE") or []
    for rule in rules if isinstance(rules, list) else [rules]:
        often = str((rule.get("FREQ") or [""])[0]).upper()
        times = [len(rule.get(part) or [0]) for part in ("BYHOUR", "BYMINUTE", "BYSECOND")]
        if (
            often in ("SECONDLY", "MINUTELY", "HOURLY")
            or times[0] * times[1] * times[2] > MOST_A_DAY
        ):
            return True
    return False


def _between(calendar: Any, start: datetime, end: datetime) -> Iterable[Any]:
    for n, event in enumerate(
        recurring_ical_events.of(calendar, skip_bad_series=False).between(start, end)
    ):
        if n >= MOST:
            return
        yield event


def _was(event: Any, zone: tzinfo) -> datetime | None:
    value = getattr(event.get("RECURRENCE-ID"), "dt", None)
    return moment(value, zone)[0] if isinstance(value, date) else None


def _one(
    event: Any, line: int, zone: tzinfo, method: str, *, repeats: bool
) -> Appointment | Unread:
    try:
        return appointment(event, line=line, zone=zone, method=method, repeats=repeats)
    except (ValueError, TypeError, AttributeError, OverflowError) as why:
        told = (
            str(why)
            if isinstance(why, ValueError) and str(why).endswith(".")
            else "The event cannot be read."
        )
        return Unread(line, told)


def _zone(name: str) -> tzinfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
