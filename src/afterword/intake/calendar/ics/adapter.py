"""The adapter: one event of the library as an `Appointment`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from afterword.terms import Address, Appointment

#: Nobody's talk takes longer; an end beyond this was misread or is a holiday.
LONGEST = timedelta(days=31)


def appointment(event: Any, *, line: int, zone: tzinfo, method: str, repeats: bool) -> Appointment:
    """What an event says. A `ValueError` says why it is none: no beginning."""
    start = _value(event, "DTSTART")
    if start is None:
        raise ValueError("The event has no beginning that can be read.")
    at, all_day = moment(start, zone)
    uid = str(event.get("UID") or "").strip()
    summary = _text(event, "SUMMARY")
    return Appointment(
        # Without an identity the same words at the same hour are the same appointment.
        uid=uid[:500] or f"{at.isoformat()} {summary}"[:500],
        at=at,
        until=_until(event, at, zone),
        all_day=all_day,
        occurrence=_occurrence(event, zone, repeats, at),
        summary=summary,
        place=_text(event, "LOCATION"),
        text=_text(event, "DESCRIPTION"),
        cancelled=method == "CANCEL" or _text(event, "STATUS").upper() == "CANCELLED",
        tentative=_text(event, "STATUS").upper() == "TENTATIVE",
        organiser=_person(event.get("ORGANIZER")),
        attendees=tuple(filter(None, map(_person, _list(event.get("ATTENDEE"))))),
        version=version(event),
        repeats=repeats,
        line=line,
    )


def moment(value: date, zone: tzinfo) -> tuple[datetime, bool]:
    """A start as an aware moment, and whether it is a whole day. A floating hour is the reader's own."""
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=zone)), False
    return datetime.combine(value, time(0), tzinfo=zone), True


def version(event: Any) -> tuple[int, str]:
    """Which of two tellings of one event is the later: its sequence, then its stamp."""
    try:
        number = int(event.get("SEQUENCE") or 0)
    except (TypeError, ValueError):
        number = 0
    stamp = _value(event, "LAST-MODIFIED") or _value(event, "DTSTAMP")
    return number, stamp.isoformat() if stamp is not None else ""


def _value(event: Any, name: str) -> Any:
    found = event.get(name)
    if isinstance(found, list):
        found = found[0] if found else None
    value = getattr(found, "dt", None)
    return value if isinstance(value, date) else None


def _until(event: Any, at: datetime, zone: tzinfo) -> datetime | None:
    end = _value(event, "DTEND")
    if end is not None:
        until = moment(end, zone)[0]
    else:
        lasts = getattr(event.get("DURATION"), "dt", None)
        if not isinstance(lasts, timedelta):
            return None
        until = at + lasts
    return until if at < until <= at + LONGEST else None


def _occurrence(event: Any, zone: tzinfo, repeats: bool, at: datetime) -> str:
    """Which one of a series: by where it was to be, so that a moved one stays the same."""
    was = _value(event, "RECURRENCE-ID")
    if was is not None:
        return moment(was, zone)[0].astimezone(zone).isoformat()
    return at.astimezone(zone).isoformat() if repeats else ""


def _text(event: Any, name: str) -> str:
    found = event.get(name)
    if isinstance(found, list):
        found = found[0] if found else ""
    return str(found or "").replace("\0", "").strip()[:20_000]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _person(given: Any) -> Address | None:
    """Who is invited; rooms and other things are nobody."""
    if given is None:
        return None
    params = getattr(given, "params", {})
    if str(params.get("CUTYPE", "")).upper() in ("ROOM", "RESOURCE", "GROUP"):
        return None
    text = str(given)
    email = text[7:] if text.lower().startswith("mailto:") else text
    email = email.strip().lower()
    if "@" not in email or len(email) > 320:
        email = str(params.get("EMAIL", "")).lower()
    name = str(params.get("CN", "")).strip().strip('"')
    if "@" in name or name.lower() == email:
        name = ""
    return Address(name[:200], email) if "@" in email else None
