"""When to act, as their own words have it: the time they named, and the day on which they decide.

A day they named to come back is kept: nothing is asked before it. A day on which they decide is
never met with a date that may lie behind it: then one acts today, or "before they decide".
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.whom import by, on
from afterword.counsel.when import MONTHS, named_day

_MONTH = "|".join(MONTHS)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASON = r"[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Easter|Christmas|the holidays"
#: The parts of a month that English names; on which day each begins, `when` knows.
_PARTS = (
    *("first week", "second week", "third week", "last week", "last days", "first half"),
    *("second half", "beginning", "start", "early", "middle", "mid", "end", "late"),
)
#: "at the end of April": how the time is said, with its preposition.
_SAID = re.compile(
    rf"\b(?P<when>(?:(?:after|from|at|in|on|around|once|this|next)\s+)*)"
    rf"(?:(?:the\s+)?(?P<part>{'|'.join(_PARTS)})(?:\s+(?:of|in))?[\s-]+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+)?"
    rf"(?:the\s+)?(?:(?P<month>{_MONTH})\b(?:\s+(?P<after>\d{{1,2}})\b)?|(?P<new>New Year)|"
    rf"(?P<next>next (?:month|year))|(?P<season>{_SEASON}))"
)
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_SOON = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)}|today|tonight|tomorrow)\b")
#: "before Easter" and "by June" are an end, and no time to come back.
_LIMIT = re.compile(r"\b(?:before|by|until|till)\s+(?:the\s+)?$")
_MANNED = 7  # of January: the desks are manned again
#: A talk one can propose days for at once.
_A_TALK = re.compile(r"\b(coffee|tea|lunch|meet|call|ring|talk|chat|drink|visit|come by)\b", re.I)
#: What somebody is asked to do at a time: then it is done then, and not before.
_TO_DO = re.compile(
    r"\b(apply|pitch|write|come back|call|ring|get in touch|talk|speak|ask|send|contact|try|return|"
    r"check|look in|visit|meet|show|bring|drop|knock|reach out|let)\b",
    re.I,
)
AT_HAND = 2  # days: what is as near as this is met today


def named_time(a: Answers) -> tuple[str, date | None]:
    """The time they named to come back, in their words, and its first working day where known.

    ("", None) where they named none, or where it has come; in words alone where no day can be
    counted ("this summer", or today is not known).
    """
    words = a.invitation or ""
    iso = _ISO.search(words)
    if iso and a.today is not None:
        return _ahead(iso.group(), date.fromisoformat(iso.group()), a)
    found = [one for one in _SAID.finditer(words) if one["when"] or not one["season"]]
    # "the summer series in April": the time is what a word such as "in" leads to
    said = next((one for one in found if one["when"]), found[0] if found else None)
    if said is None or (not said["when"] and _LIMIT.search(words[: said.start()])):
        return "", None
    phrase = said.group().strip()
    if a.today is None or said["season"]:
        return phrase, None
    day = named_day(phrase, a.today, this_month=True)
    if day is None:
        return phrase, None  # "31 April": their words stand, and no day is made of them
    if (day.month, day.day) == (1, 1):
        day = day.replace(day=_MANNED)
    return _ahead(phrase, day, a)


def _ahead(phrase: str, day: date, a: Answers) -> tuple[str, date | None]:
    assert a.today is not None
    if day <= a.today:
        return "", None
    return phrase, workdays.add(day - timedelta(days=1), 1, a.country)


def their_day(a: Answers) -> date | None:
    """The day by which they want to hear or decide, where it is known and has not passed."""
    if a.today is None:
        return None
    ahead = []
    if a.promised_date is not None and a.promised_date >= a.today:
        ahead.append(a.promised_date)
    near = _SOON.search(a.invitation or "")
    if near:
        word = near.group()
        if word in _WEEKDAYS:
            ahead.append(a.today + timedelta((_WEEKDAYS.index(word) - a.today.weekday()) % 7))
        else:
            ahead.append(a.today + timedelta(word == "tomorrow"))
    return min(ahead, default=None)


def before_they_decide(a: Answers, n: int = days.PROOF) -> str:
    """When to answer while they decide: never a day that may come too late."""
    day = their_day(a)
    if day is None or a.today is None:
        return "today if you can, and in any case before they decide"
    if day - a.today <= timedelta(days=AT_HAND):
        return "today, before they decide"
    if workdays.add(a.today, n + 1, a.country) >= day:
        return f"today or tomorrow, before {on(day)}"
    return f"{by(a, n)}, well before {on(day)}"


def comes_at_their_time(a: Answers) -> bool:
    """Whether they named a time for something of the user's: to come back, or to begin.

    Where they spoke of another seat, the time may be only the day on which that is free.
    """
    phrase = named_time(a)[0]
    if not phrase:
        return False
    return not a.other_seat or begins_then(phrase) or is_theirs_to_take_up(a.invitation or "")


def begins_then(phrase: str) -> bool:
    """Whether the time is the beginning of something agreed, and no time to come back."""
    return phrase.startswith("from ")


def is_theirs_to_take_up(invitation: str) -> bool:
    """Whether they named something to do then ("apply in May"), and not only when a seat is free."""
    return _TO_DO.search(invitation) is not None


def is_a_talk(invitation: str) -> bool:
    """Whether they offered a talk, for which one can name days."""
    return _A_TALK.search(invitation) is not None
