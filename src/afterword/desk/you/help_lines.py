"""Somebody to call, for the terminal: by a country that was named, else by the user's own."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from afterword.casebook.profile import Profile
from afterword.counsel import wellbeing
from afterword.counsel.wellbeing import Help, Line

COUNTRIES = wellbeing.countries()


def help_for(country: str) -> Help:
    """The lines of a country; without any, the directory alone."""
    return wellbeing.help_for(country)


def where(account: UUID, now: datetime) -> str:
    """The user's country as they said it, else the one that keeps their clock; "" when unknown."""
    profile = Profile.of(account, at=now)
    return profile.country or wellbeing.country_by(profile.zone)


def help_json(found: Help) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "country": found.country,
        "lines": [_line(one) for one in found.lines],
        "emergency": _line(found.emergency) if found.emergency else None,
        "elsewhere": found.elsewhere,
    }


def _line(one: Line) -> dict[str, str]:
    return {
        "name": one.name,
        "number": one.number,
        "when": one.when,
        "link": one.link,
        "checked": one.checked.isoformat(),
    }
