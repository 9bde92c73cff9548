"""Entries of the user's calendar: judged, tied to their case or asked, moved and called off with their calendar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.dated import Dated, call_off, hold, move, seat
from afterword.casebook.event import Act
from afterword.casebook.forgotten import Marks
from afterword.casebook.interview import Interview
from afterword.casebook.person import PersonAddress
from afterword.casebook.profile import OwnAddress
from afterword.casebook.question import Question
from afterword.reading.appointments import KnownCase, Sort, judge
from afterword.reading.senders import is_no_reply

#: What is further back is not asked about any more.
BACK = timedelta(days=60)
#: Ours, come back through a calendar that subscribes to us.
OURS = "@afterword"


def take(
    account: UUID,
    entries: Iterable[terms.Appointment],
    doing: Act,
    now: datetime,
    *,
    name: str,
) -> Counter[str]:
    """Each entry, older tellings first: the answer counts what became of them."""
    counts: Counter[str] = Counter()
    entries = sorted(entries, key=lambda one: (one.version, one.at))
    if not entries:
        return counts
    me = OwnAddress.mine(account)
    cases = known_cases(account)
    out = Marks(account)
    entries = [_unnamed(one, out) for one in entries] if out else entries
    held = {row.mark: row for row in Dated.objects.of(account)}
    for entry in entries:
        if entry.uid.endswith(OURS):
            counts["our_own"] += 1
            continue
        row = held.get(mark_of(entry))
        if row is not None:
            counts[_again(row, entry, me, doing)] += 1
            continue
        if entry.cancelled:
            counts["called_off_before"] += 1
            continue
        met = judge(entry, cases, me)
        if met.sort is Sort.NOTHING or (met.sort is Sort.ASK and entry.at < now - BACK):
            counts["entries_of_no_process"] += 1
            continue
        row = doing.create(_row(entry, name, me))
        held[row.mark] = row
        if met.sort is Sort.INTERVIEW:
            case = Case.objects.of(account).get(pk=met.case)
            talk = hold(row, case, doing=doing)
            seat(row, talk, doing=doing)
            counts["interviews"] += 1
        else:
            _ask(row, met.why, met.cases or tuple(one.id for one in cases[:5]), cases, doing)
            counts["interviews_asked"] += 1
    return counts


def gone(account: UUID, marks: Iterable[str], doing: Act, now: datetime) -> Counter[str]:
    """Entries that left the calendar: those still to come are called off, those that were had stay."""
    counts: Counter[str] = Counter()
    for row in Dated.objects.of(account).filter(mark__in=list(marks), called_off_at__isnull=True):
        talk = row.interview
        if row.at > now and talk is not None and call_off(row, talk, doing=doing):
            doing.change(row, called_off_at=now)
            counts["called_off"] += 1
    return counts


def mark_of(entry: terms.Appointment) -> str:
    """The identity of an entry, whichever calendar tells of it."""
    return sha256(f"{entry.uid}\n{entry.occurrence}".encode()).hexdigest()


def known_cases(account: UUID) -> list[KnownCase]:
    """The processes as the judgement sees them, the last heard of first."""
    rows = list(
        Case.objects.of(account)
        .standing_alone()
        .select_related("company")
        .order_by("-last_at", "-id")
    )
    emails: dict[UUID, set[str]] = defaultdict(set)
    addresses = PersonAddress.objects.of(account).filter(person__seats__isnull=False)
    for case, email in addresses.values_list("person__seats__case_id", "email"):
        emails[case].add(email)
    talks: dict[UUID, set[datetime]] = defaultdict(set)
    for case, at in Interview.objects.of(account).values_list("case_id", "at"):
        talks[case].add(at)
    return [
        KnownCase(
            str(case.pk), case.company.name, case.role, frozenset(emails[case.pk]),
            frozenset(case.company.domains), frozenset(talks[case.pk]),
        )
        for case in rows
    ]  # fmt: skip


def _unnamed(entry: terms.Appointment, out: Marks) -> terms.Appointment:
    """The entry without those whom the user had forgotten."""
    who = entry.organiser
    return replace(
        entry,
        summary=out.out_of(entry.summary),
        place=out.out_of(entry.place),
        attendees=tuple(one for one in entry.attendees if not out.anyone(one.name, [one.email])),
        organiser=None if who is not None and out.anyone(who.name, [who.email]) else who,
    )


def _again(row: Dated, entry: terms.Appointment, me: frozenset[str], doing: Act) -> str:
    """A known entry told again: an older telling says nothing, a later one moves or ends the same talk.

    One that was called off and is told as live again is held anew.
    """
    before = (int(row.version[0]), str(row.version[1])) if row.version else (0, "")
    if entry.version < before:
        return "older_tellings"
    talk = row.interview
    if entry.cancelled:
        if row.called_off_at is not None:
            return "entries_known"
        doing.change(row, called_off_at=doing.at, version=list(entry.version))
        if talk is not None and call_off(row, talk, doing=doing):
            return "called_off"
        return "entries_known"
    was, was_off = row.at, row.called_off_at is not None
    changed = doing.change(
        row,
        at=entry.at,
        until=entry.until,
        summary=entry.summary[:500],
        place=entry.place[:500],
        version=list(entry.version),
        called_off_at=None,
    )
    if talk is not None and was != entry.at and move(row, talk, doing=doing):
        return "moved"
    # Only what the calendar took out: one that the user took out was not called off.
    if was_off and talk is None and row.talk is not None and row.case is not None:
        doing.change(row, people=_people(entry, me))
        seat(row, hold(row, row.case, doing=doing), doing=doing)
        return "interviews"
    return "entries_changed" if changed else "entries_known"


def _row(entry: terms.Appointment, name: str, me: frozenset[str]) -> Dated:
    return Dated(
        mark=mark_of(entry),
        calendar=name[:300],
        at=entry.at,
        until=entry.until,
        summary=entry.summary[:500],
        place=entry.place[:500],
        version=list(entry.version),
        people=_people(entry, me),
    )


def _people(entry: terms.Appointment, me: frozenset[str]) -> list[dict[str, str]]:
    there = dict.fromkeys((*entry.attendees, entry.organiser))
    people = [
        {"name": one.name, "email": one.email}
        for one in there
        if one is not None and one.email not in me and not is_no_reply(one.email)
    ]
    return people[:30]


def _ask(
    row: Dated, why: str, offered: tuple[str, ...], cases: list[KnownCase], doing: Act
) -> None:
    label = {one.id: f"{one.role} at {one.company}" if one.role else one.company for one in cases}
    doing.create(
        Question(
            about="appointment",
            key=row.mark,
            text=f"Is “{row}” on {row.at:%d %B} a talk about a job? {why}",
            candidates=[{"id": key, "label": label[key]} for key in offered],
        )
    )
