"""The one clock: every face asks it, and hands the answer down as `now`."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def zone() -> str:
    """The IANA name of this machine's time zone; "UTC" when it will not say."""
    from tzlocal import get_localzone_name  # a costly import that a bare `now` does without

    try:
        name = get_localzone_name()
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, LookupError, ValueError, OSError):
        return "UTC"
    return name
