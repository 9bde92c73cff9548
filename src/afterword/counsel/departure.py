"""When a letter may leave: at a moment when the person it goes to is at their desk (method 3.2).

A move says what is due and by which day; drafting it is fine at any hour. Leaving is another
matter: never on a weekend or a public holiday of the recipient, by the recipient's own clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from afterword import workdays
from afterword.counsel import days
from afterword.terms import CaseFile


@dataclass(frozen=True, slots=True)
class Departure:
    """The first moment at which a letter may leave; `why` is empty when that is now."""

    at: datetime
    why: str = ""


def may_leave(file: CaseFile, who: str, now: datetime) -> Departure:
    """When a letter to this person (an id or address, "" for the firm) may leave, from `now` on.

    The country is the person's, else the firm's. Where it has several clocks the moment holds on
    all of them, because nobody has said in which town the person sits.
    """
    person = next((p for p in file.people if who and who in (p.id, p.email)), None)
    country = (person.country if person else "") or file.country
    at = workdays.opening(now, country)
    if at <= now:
        return Departure(now)
    whom = person.name if person and person.name else "them"
    return Departure(
        at,
        f"It is a free day for {whom}, or not yet morning on the next one. Write it now if you "
        f"like; let it leave on {days.spoken(at)}.",
    )
