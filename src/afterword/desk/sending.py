"""When the letter on the desk is likely to be read where it goes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from afterword.casebook.letter import Letter
from afterword.counsel.hours import Hour, reading_hour

__all__ = ["Hour", "hour"]


def hour(letter: Letter, now: datetime, zone: str) -> Hour | None:
    """The next good moment by the recipient's clock, told in the user's zone; None without a place."""
    country = letter.person.country if letter.person else ""
    if not country and letter.case is not None:
        country = letter.case.as_file(now).country
    return reading_hour(country, now.astimezone(ZoneInfo(zone))) if country else None
