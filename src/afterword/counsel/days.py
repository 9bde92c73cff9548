"""Every number of days that counsel uses, in one table; "bd" are business days of the recipient.

A range in the method means its later number (contract, ruling 2).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from math import ceil

# The silence model (method 4.4, contract ruling 2)
GRACE_AFTER_PROMISE = 2  # bd after a promised date before silence means anything
FIRST_NUDGE = 7  # bd after the last word, when no date was given
FIRST_NUDGE_SLOW = 15  # bd; Germany, Austria, Switzerland and government (P09, 3.2)
SECOND_NUDGE_PROMISED = 7  # bd after the first nudge (P08)
SECOND_NUDGE = 10  # bd after the first nudge, no date promised (P09)
SOFT_CLOSE = 10  # further bd
PRIOR_STRETCH = 1.5
INVITATION_LASTS = 10  # bd an invitation stays the last thing that happened
MOST_NUDGES = 2  # E29
ONTARIO = 45  # days after the last interview (L01)
ONTARIO_SINCE = 2026  # in force from 1 January (L01)

# The decision (method 4.1-4.3)
PAUSE_HOURS = 12  # G4, P10; counted from opening (ruling 6)
STALE = {"F1": 5, "F5": 5, "F8": 5}  # bd
STALE_CALENDAR = {"W3": 90, "needs_care": 7}  # days; a heavy week is asked about anew
FRESH_VERDICT = 3  # bd: F8 = +1
OLD_VERDICT = 10  # bd: F8 = -1 beyond it
LIVE_LINE = 10  # bd: F5

# The plays (method 3)
THANK_YOU = 1  # bd after an interview (P04)
INFLUENCE = 2  # bd after an interview, after a night's rest (P05)
LATE_LETTER = 5  # bd: a letter of the round still does its work
PROOF = 2  # bd after the doubt (P06)
GRACE_NOTE = 2  # bd: 48 hours (P11)
LATE_GRACE = 5  # bd: kinder late than never
ADVICE = 5  # bd (P12)
CALL = 7  # bd (P13)
LATE_CALL = 15  # bd
REOPEN = 5  # bd (P14)
FROZEN = 5  # bd (P18)
FLIGHT = 5  # bd (P20)
FRAUD = 5  # bd: so long an unanswered fraud is asked about
DECLINE = 1  # day (P21)
TRIGGER_REPOST = 3  # bd (P16)
TRIGGER = 5  # bd (P17)

# Keeping warm (P15, P18; caps of method 6 and contract ruling 3)
TOUCHES = (30, 60, 90)
QUARTER = 91
FROZEN_CHECK_IN = 60
PERSON_CAP = 21
FIRM_CAP = 14
DORMANT_AFTER = 2  # unanswered in a row

# Ties (E08, E11; the counts are judgement)
LATELY = 365  # what counts as of late
OFTEN = 6  # words each way of late: every other month
SEVERAL = 3  # words in all of late: more than one exchange
STILL_CLOSE = 120  # a close tie was heard from within these
TIE_AGE = 180  # younger than this nobody is close, however busy a process was
LONG_PAST = 10  # words in all, over a year or more: a past that lasts
SLEEPS_AFTER = 3 * 365  # E11 studied ties of three years' silence

# Those who vouch (P22, P23); all but the three business days are judgement
REFEREE_NOTICE = 3  # bd before a final or a check
REFEREE_LOOK_AHEAD = 8  # bd before a final it is worth raising
REFEREE_PRESSES = 2  # bd before that day it goes before other letters
REFEREE_ANSWER = 5  # bd to leave them before the one reminder
REFEREE_CALLED = 2  # bd within which a referee who spoke is thanked
REFEREE_OUTCOME = 14  # days within which they hear how it ended
REFEREE_LATE = 60  # days after which a word about an old outcome is no longer raised
REFEREE_PERIOD = 90  # days over which it is counted how often one was drawn on
REFEREE_MOST = 3  # processes in that period; more asks too much of one person
LOSSES_AFTER_CHECKS = 2  # P23
REPORT_BACK = 14  # days after a lead or an introduction (method 2b, the call)

# Looking back (S0-21, P19); when five questions are kind is judgement
LOOK_BACK = 4  # days after the news was read: some days, and never within the pause
LOOK_BACK_UNTIL = 60  # days after which an ending is not brought up any more
LOOK_BACK_APART = 7  # days of peace after one look back before another is offered
COPY_FROM = 30  # days after the news before a copy of their notes is spoken of: late (L02)
HIRED_LOOK = (7, 28)  # days after the start of the one hired: one look (P19)

#: Application or first interview to verdict in calendar days: only figures read in E24.
PRIOR = 25.1  # NACE 2023
PRIOR_BY_COUNTRY = {
    "US": 23.8,
    "FR": 38.9,
    "CH": 37.6,
    "BR": 39.6,
    "IN": 16.1,
    "IL": 16.9,
    "RO": 19.2,
}  # Glassdoor 2017
PRIOR_BY_SECTOR = {("US", "government"): 53.8, ("", "restaurants"): 10.2}  # Glassdoor 2017
SLOW_COUNTRIES = frozenset({"DE", "AT", "CH"})
GOVERNMENT = frozenset({"government", "public", "public_sector"})

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def spoken(day: date | datetime, today: date | datetime | None = None) -> str:
    """A day as one says it: "12 March", and with its year where that is not the year of `today`."""
    year = f" {day.year}" if today is not None and today.year != day.year else ""
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def local(moment: datetime, now: datetime) -> date:
    """The calendar day of a moment for the person whose now it is."""
    own, zone = moment.tzinfo, now.tzinfo
    if own is zone or own is None or zone is None:
        return moment.date()
    if own is UTC:
        first, last = _same_day(moment.toordinal(), zone)
        if first <= moment.hour <= last:
            return moment.date()
    return moment.astimezone(zone).date()


@lru_cache(maxsize=4096)
def _same_day(day: int, zone: tzinfo) -> tuple[int, int]:
    """The first and the last hour of a day of UTC that lie wholly in the same day in that zone.

    No hour, (24, 0), where the zone changes its clock that day. A plan asks of the same days again
    and again, and asking a zone costs more than all else here.
    """
    begins = datetime.fromordinal(day).replace(tzinfo=UTC)
    ahead = begins.astimezone(zone).utcoffset()
    if ahead is None or ahead != (begins + _DAY).astimezone(zone).utcoffset():
        return 24, 0
    return max(0, ceil(-ahead / _HOUR)), min(23, (_DAY - ahead) // _HOUR - 1)


APART = 2  # days: further apart, two moments stand in one order on every clock there may be
_FAR = 24 * APART  # hours


def later(a: datetime, b: datetime) -> bool:
    """Whether `a` comes after `b`: `a > b`, without asking two clocks where the hours tell already.

    Comparing moments of different zones costs as much as twenty such looks at the calendar.
    """
    if a.tzinfo is b.tzinfo:
        return a > b
    apart = (a.toordinal() - b.toordinal()) * 24 + a.hour - b.hour
    return a > b if -_FAR <= apart <= _FAR else apart > 0


@lru_cache(maxsize=1024)
def prior(country: str, sector: str) -> float:
    """How many calendar days a verdict usually takes there."""
    code = country.upper().partition("-")[0]
    kind = "government" if sector.lower() in GOVERNMENT else sector.lower()
    return PRIOR_BY_SECTOR.get(
        (code, kind), PRIOR_BY_SECTOR.get(("", kind), PRIOR_BY_COUNTRY.get(code, PRIOR))
    )


@lru_cache(maxsize=1024)
def first_nudge(country: str, sector: str) -> int:
    """Business days after the last word until a first question is fair."""
    slow = country.upper().partition("-")[0] in SLOW_COUNTRIES or sector.lower() in GOVERNMENT
    return FIRST_NUDGE_SLOW if slow else FIRST_NUDGE
