"""What is due, as a calendar: so that dates are kept when the program is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event

from afterword.casebook.case import Case
from afterword.casebook.interview import Interview
from afterword.casebook.remark import Remark
from afterword.desk.cases import offered as offers
from afterword.desk.cases.judging import at_home
from afterword.desk.day import at_hand
from afterword.desk.letters import posting
from afterword.terms import RemarkKind, State

#: How long an interview takes when nobody said.
AN_HOUR = timedelta(hours=1)
A_QUARTER, A_DAY, A_YEAR = timedelta(minutes=15), timedelta(days=1), timedelta(days=366)
#: What lies further ahead is a slip of a pen, theirs or yours. The year 9999, kept once from a form
#: that asked nothing back, has no hour after it and ended the whole calendar.
TOO_FAR = 10 * A_YEAR
#: A word that comes by phone.
_RING = re.compile(
    r"\b(?:ring|call|phone)\s+you\b|\bgive you a (?:ring|call)\b|\brufe\b.{0,30}\ban\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """One date to keep: a whole day, or from an hour on."""

    key: str
    says: str
    why: str
    when: date | datetime
    until: datetime | None = None


def due(account: UUID, now: datetime) -> list[Due]:
    """Everything with a date from today on: moves, promised days, nudges, talks. Seals are kept."""
    found = [*_cases(account, now), *_talks(account, now), *_reminders(account, now)]
    last = (now + TOO_FAR).date()
    found = [one for one in found if _day(one.when) <= last]
    return sorted(found, key=lambda one: (_day(one.when), one.key))


def ics(account: UUID, now: datetime) -> bytes:
    """The same as an .ics file; the same date keeps its identity, so importing again doubles nothing."""
    calendar = Calendar()
    calendar.add("prodid", "-//Afterword//What is due//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "What is due")
    for one in due(account, now):
        event = Event()
        event.add("uid", f"{one.key}@afterword")
        event.add("dtstamp", now)
        event.add("summary", one.says)
        event.add("description", one.why)
        event.add("dtstart", one.when)
        event.add("dtend", one.until or _day(one.when) + timedelta(days=1))
        event.add("transp", "OPAQUE" if one.until else "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _cases(account: UUID, now: datetime) -> Iterator[Due]:
    here = at_home(account, now)
    today, zone = here.date(), str(here.tzinfo)
    cases = list(Case.objects.of(account).awake().for_list())
    held = [case for case in cases if hasattr(case, "move") and hasattr(case, "standing")]
    names = at_hand.names_of(account, [case.move.who for case in held])
    ringing = _rings(account)
    for case in held:
        move, standing = case.move, case.standing
        if move.when and move.when >= today and (move.play or move.question or move.source):
            what = (
                (move.letter or ("A word" if move.play or move.who else "What they asked for"))
                .replace("_", " ")
                .capitalize()
            )
            who = names.get(move.who, "")
            says = f"{what} to {who} ({case.company})" if who else f"{what}: {case}"
            yield Due(f"move-{case.pk}", says, move.why, move.when)
        if standing.sealed:
            continue
        offered = standing.seen_state == State.OFFER  # the day is the user's, and stands above
        if offered and (too := offers.asked_too(case, now, zone)) and today <= too[0] != move.when:
            yield Due(f"asked-{case.pk}", f"What they asked for: {case}", too[1], too[0])
        if standing.promised and standing.promised >= today and not offered:
            rings = case.pk in ringing
            says = f"{case.company} said they would {'ring' if rings else 'write'} by today"
            yield Due(f"promised-{case.pk}", says, standing.seen_why, standing.promised)
        waits = standing.seen_state in (State.AWAITING, State.OVERDUE, State.QUIET)
        nudge = standing.nudge_from
        if waits and nudge and nudge >= today and nudge != move.when:
            yield Due(
                f"nudge-{case.pk}", f"From today a nudge is fair: {case}", standing.why, nudge
            )


def _rings(account: UUID) -> set[UUID]:
    """The cases in which their last promise, in an open letter, is to ring: a phone has to be at hand."""
    last: dict[UUID, str] = {}
    rows = Remark.objects.of(account).filter(kind=RemarkKind.PROMISE).order_by("on", "id")
    rows = rows.select_related("message__correction", "message__opening").defer("message__text")
    for row in rows:
        if row.message is None or not row.message.is_sealed:
            last[row.case_id] = row.quote
    return {case for case, quote in last.items() if _RING.search(quote)}


def _talks(account: UUID, now: datetime) -> Iterator[Due]:
    talks = Interview.objects.of(account).filter(at__gte=now - AN_HOUR, at__lte=now + TOO_FAR)
    for talk in talks.select_related("case__company").order_by("at"):
        why = talk.note or ("As their mail says; not confirmed by you." if talk.is_proposal else "")
        yield Due(f"talk-{talk.pk}", f"Interview: {talk.case}", why, talk.at, talk.at + AN_HOUR)


def _reminders(account: UUID, now: datetime) -> Iterator[Due]:
    for one in posting.reminders(account, until=now + A_YEAR):
        what = one.letter.kind.replace("_", " ")
        says = f"Send your {what}" + (f" to {one.letter.person}" if one.letter.person else "")
        why = "You asked to be reminded. You send it; nobody else does."
        if one.at >= now - A_DAY:
            yield Due(f"letter-{one.letter_id}", says, why, one.at, one.at + A_QUARTER)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
