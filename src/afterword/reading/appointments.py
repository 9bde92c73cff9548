"""Is an entry of the user's calendar an interview, and of which process?

Two things speak: words that name such a talk, and who is there (the firm's name, its addresses,
people of the case). Both together settle it; one alone is asked; neither is nobody's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from afterword.reading.freemail import FREEMAIL
from afterword.reading.names import company_key, role_words
from afterword.terms import Appointment

#: Words that name the talk itself, in the languages we read.
_TALK = re.compile(
    r"\binterview|phone ?screen|\bscreening (?:call|interview)|recruiter (?:call|screen|chat)|hiring manager|"
    r"(?:final|second|2nd|third|technical|panel) (?:round|stage|panel)|on-?site (?:visit|loop|day)|assessment (?:cent(?:er|re)|day)|case study presentation|"
    r"vorstellungsgespr|bewerbungsgespr|kennenlerngespr|job ?gespr|\bentretien\b|entrevista|colloquio|sollicitatie|kennismakingsgesprek",
    re.IGNORECASE,
)
#: Words of any talk: with somebody of the firm they are enough.
_MEET = re.compile(
    r"\b(?:call|chat|conversation|meeting|meet|intro(?:duction)?|coffee|lunch|talk|catch[- ]?up|zoom|teams|visit|"
    r"gespräch|telefonat|treffen|termin|kaffee|appel|rendez-vous|réunion|llamada|reunión|chiamata|incontro|gesprek|afspraak)\b",
    re.IGNORECASE,
)
#: Interviews in which the user is not the one who is asked, or that are none.
_OTHER = re.compile(
    r"\b(?:user|customer|podcast|press|media|exit|stay|research|expert) interviews?\b|\binterview(?:ing)? (?:a |the )?candidates?\b|"
    r"\bmock interview|interview (?:prep|preparation|practice|coaching|training|workshop)|prepare (?:for )?(?:the |my )?interview|\bwebinar\b|birthday|geburtstag|anniversaire|holiday|urlaub",
    re.IGNORECASE,
)
#: So near to a known talk an interview is that talk.
_SAME = timedelta(minutes=15)
#: Shorter names are words of every day: “Go”, “Box”.
_LEAST = 4


class Sort(StrEnum):
    """What an entry is for us: an interview of one case, something to ask, or nothing."""

    INTERVIEW = "interview"
    ASK = "ask"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A process as this judgement sees it; `emails` are the people of the case, `domains` the firm's.

    `talks` are the hours of its interviews that mail or the user has told of.
    """

    id: str
    company: str
    role: str = ""
    emails: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    talks: frozenset[datetime] = frozenset()


@dataclass(frozen=True, slots=True)
class Met:
    """The judgement. `case` is set for an interview; `cases` are those to choose from when asked."""

    sort: Sort
    why: str
    case: str = ""
    cases: tuple[str, ...] = field(default=())


def judge(entry: Appointment, cases: Iterable[KnownCase], me: frozenset[str]) -> Met:
    """What this entry is. `cases` come with the last heard of first; `me` are the user's own addresses."""
    words = f"{entry.summary}\n{entry.text[:2000]}"
    if _OTHER.search(entry.summary):
        return Met(Sort.NOTHING, "It names another kind of talk.")
    if entry.all_day and not _TALK.search(entry.summary):
        return Met(Sort.NOTHING, "It is a whole day and names no interview.")
    named = bool(_TALK.search(entry.summary)) or (
        bool(_TALK.search(entry.text[:2000])) and not entry.repeats
    )
    there = {one.email for one in (*entry.attendees, entry.organiser) if one} - me
    cases = list(cases)
    by_people = [one for one in cases if _is_there(one, there)]
    by_name = [one for one in cases if _is_named(one, f"{words}\n{entry.place}")]
    found = _narrow([one for one in by_people if one in by_name] or by_people or by_name, words)
    if not found and named and not entry.all_day:
        # Two interviews in one quarter of an hour nobody has: it is the one that is known of.
        found = [one for one in cases if any(abs(at - entry.at) <= _SAME for at in one.talks)]
        if len(found) == 1:
            return Met(Sort.INTERVIEW, f"{found[0].company} is at that very hour.", found[0].id)
        found = []
    if not found:
        return Met(Sort.ASK, "It names an interview, and no process of yours.") if named else _NONE
    meets = bool(_MEET.search(entry.summary))
    if len(found) == 1:
        one = found[0]
        if named:
            return Met(Sort.INTERVIEW, f"It names an interview and {one.company}.", one.id)
        if by_people and meets and not entry.repeats:
            return Met(Sort.INTERVIEW, f"Somebody of {one.company} is there.", one.id)
        if (by_people or meets) and not entry.repeats:
            return Met(Sort.ASK, f"It may be a talk with {one.company}.", cases=(one.id,))
        return _NONE
    if named or (by_people and not entry.repeats):
        told = tuple(one.id for one in found[:6])
        return Met(Sort.ASK, f"{found[0].company} has more than one process of yours.", cases=told)
    return _NONE


_NONE = Met(Sort.NOTHING, "Nothing in it speaks of a process of yours.")


def _is_there(case: KnownCase, there: set[str]) -> bool:
    domains = {email.rpartition("@")[2] for email in there} - FREEMAIL
    own = {email.rpartition("@")[2] for email in case.emails} - FREEMAIL
    return bool(case.emails & there or (case.domains | own) & domains)


def _is_named(case: KnownCase, words: str) -> bool:
    """Whether the firm's name stands in the words, as a word of its own."""
    key = company_key(case.company)
    if len(key) < _LEAST:
        # Such a name counts only as it is written.
        return (
            bool(re.search(rf"(?<!\w){re.escape(case.company)}(?!\w)", words))
            and case.company != ""
        )
    plain = [company_key(part) for part in re.split(r"[^\w&.'’-]+", words) if part]
    longest = min(len(case.company.split()) + 1, 6)
    for size in range(1, longest + 1):
        for start in range(len(plain) - size + 1):
            if "".join(plain[start : start + size]) == key:
                return True
    return False


def _narrow(found: list[KnownCase], words: str) -> list[KnownCase]:
    """Of several cases at one firm, the one whose role is named."""
    if len(found) < 2:
        return found
    said = role_words(words)
    telling = [one for one in found if role_words(one.role) and role_words(one.role) <= said]
    return telling if len(telling) == 1 else found
