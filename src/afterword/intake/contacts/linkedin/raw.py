"""The raw shape: which of LinkedIn's sheets a table is, told by its headings and never by its name.

The headings changed over the years; each set below is what all the years share.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from afterword.intake.tables import Table

#: A sheet is known by these headings; the first that fits wins.
SHEETS: tuple[tuple[str, frozenset[str]], ...] = (
    ("messages", frozenset({"conversation id", "from", "date", "content"})),
    ("messages", frozenset({"from", "to", "date", "content", "direction"})),
    ("invitations", frozenset({"from", "to", "sent at", "direction"})),
    ("connections", frozenset({"first name", "last name", "connected on"})),
    ("applications", frozenset({"application date", "company name", "job title", "job url"})),
    ("saved", frozenset({"saved date", "job url", "job title"})),
    ("positions", frozenset({"company name", "title", "started on"})),
    ("profile", frozenset({"first name", "last name", "headline"})),
    ("addresses", frozenset({"email address", "confirmed", "primary"})),
    ("recommendations", frozenset({"first name", "last name", "text", "creation date"})),
    ("imported", frozenset({"firstname", "lastname", "emails"})),
    ("imported", frozenset({"first name", "last name", "companies", "email address"})),
)
_DAYS = ("%d %b %Y", "%d-%b-%y", "%d-%b-%Y", "%Y-%m-%d")
_MOMENTS = (
    "%Y-%m-%d %H:%M:%S UTC",
    "%Y-%m-%d %H:%M:%S",
    "%m/%d/%y, %I:%M %p",
    "%m/%d/%Y, %I:%M %p",
    "%m/%d/%y %I:%M %p",
)


def sheet_of(table: Table) -> str:
    """The sheet's name among ours, "" when it is none that we read."""
    return next((name for name, needs in SHEETS if needs <= table.names), "")


def moment(text: str) -> datetime | None:
    """A moment as LinkedIn writes it (always month first, always UTC); None when it is none."""
    plain = re.sub(r"[\u202f\u00a0]", " ", text).strip()
    for form in _MOMENTS:
        try:
            return datetime.strptime(plain, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    day = day_of(plain)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def day_of(text: str) -> date | None:
    """A day as LinkedIn writes it: “06 Sep 2014”, “06-Sep-14” after Excel, “8/17/18, 5:06 AM” in 2018."""
    plain = re.sub(r"[\u202f\u00a0]", " ", text).strip()
    for form in (*_DAYS, *_MOMENTS, "%m/%d/%y", "%m/%d/%Y"):
        try:
            return datetime.strptime(plain, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None
