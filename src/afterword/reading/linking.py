"""Which case a mail belongs to; in doubt a question, never a guess.

Wrong joins are the costliest error in this field (field.md 3.5): a firm's name
alone never joins, two roles at one firm are two cases, and a new application a
year later is a new case.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from afterword.reading import senders
from afterword.reading.names import company_key
from afterword.reading.schedule import calendar_uids
from afterword.reading.shelf import (
    Known,
    Shelf,
    channels_of,
    moment_of,
    names_of,
    numbers_of,
    persons_of,
)
from afterword.terms import Certainty, Direction, Hand, Link, Mail, MailKind, Reading

__all__ = ["Shelf", "link"]

K = MailKind

#: Never join and never open, whatever they mention.
_OUTSIDE = frozenset({K.JOB_ALERT, K.ACCOUNT})
#: May join a case, never open one.
_ONLY_JOIN = frozenset({K.NOT_JOB, K.OTHER_JOB})
#: A receipt or a pitch may start a second time round.
_BEGINS = frozenset({K.ACKNOWLEDGEMENT, K.OUTREACH})

#: After so long a silence, a new receipt is a new application (method 3.1; a year, less its holidays).
_NEW_ROUND = timedelta(days=240)
_AFTER_END = timedelta(days=45)
_STALE = timedelta(days=540)


def link(reading: Reading, mail: Mail, shelf: Shelf) -> Link:
    """The case of this mail: known, new, none, or a question with its candidates."""
    if reading.kind in _OUTSIDE:
        return Link(why="Alerts and account mail belong to no case.")
    for one in (mail.in_reply_to, *reversed(mail.references), mail.id):
        if one and one in shelf.threads:
            return Link(case=shelf.threads[one], why="It belongs to a conversation of this case.")
    for uid in calendar_uids(mail):
        if uid in shelf.events:
            return Link(case=shelf.events[uid], why="It is about an appointment of this case.")
    if reading.direction is Direction.IN and _introduces(mail, shelf):
        return Link(new=True, why="An introduction to another firm: a lead of its own.")
    here = (
        [c for c in shelf.at(company_key(reading.company)) if _lives(c, mail)]
        if reading.company
        else []
    )
    if reading.role or here:
        found = _by_role(reading, mail, here)
        if found:
            return found
    found = _by_person(reading, mail, shelf)
    if found:
        return found
    if reading.kind in _ONLY_JOIN and reading.direction is Direction.IN:
        named = [c for c in here if names_of(mail, reading.direction) & c.names]
        if len(named) == 1:
            return Link(case=named[0].id, why="From somebody this case has named, at its firm.")
        return Link(why="Nothing in it belongs to a known case.")
    found = _by_firm(reading, mail, here)
    if found:
        return found
    return _open(reading, mail, shelf)


def _introduces(mail: Mail, shelf: Shelf) -> bool:
    """Whether a known person brings the reader together with somebody new, at another firm."""
    new = senders.introduced(mail)
    writer = mail.sender.email.lower() if mail.sender else ""
    if not new or writer not in shelf.people:
        return False
    # The reader's own address is among those addressed; a second one is the other side.
    return len(new) > 1 and not any(a.email.lower() in shelf.people for a in new)


def _lives(case: Known, mail: Mail) -> bool:
    moment = moment_of(mail)
    return case.last is None or moment is None or abs(moment - case.last) <= _STALE


def _new_round(reading: Reading, mail: Mail, case: Known) -> bool:
    """Whether this starts again what the case had already finished."""
    moment = moment_of(mail)
    if reading.kind not in _BEGINS or moment is None or case.last is None:
        return False
    gap: timedelta = moment - case.last
    return gap > _NEW_ROUND or (case.ended and gap > _AFTER_END)


def _by_role(reading: Reading, mail: Mail, here: list[Known]) -> Link | None:
    """Same firm and the same requisition number, or the same role."""
    numbers = numbers_of(mail.subject + "\n" + reading.text)
    numbered = [c for c in here if numbers & c.numbers]
    if len(numbered) == 1 and not _new_round(reading, mail, numbered[0]):
        return Link(case=numbered[0].id, why="It carries this case's requisition number.")
    if not reading.role:
        return None
    same = [c for c in here if c.has_role(reading.role)]
    rounds = [c for c in same if not _new_round(reading, mail, c)]
    if same and not rounds:
        return Link(
            new=True, why="The same role again, long after the last word: a new application."
        )
    alive = [c for c in rounds if not c.ended] or rounds
    if (
        numbers
        and len(alive) == 1
        and alive[0].numbers
        and not numbers & alive[0].numbers
        and reading.kind in _BEGINS
    ):
        return Link(new=True, why="The same title under another requisition number.")
    if len(alive) == 1:
        return Link(case=alive[0].id, why="The same firm and the same role.")
    if alive:
        near = _nearest(alive, moment_of(mail))
        if near:
            return Link(case=near.id, why="The same firm and role, and the nearest in time.")
        return Link(
            ask=True, candidates=tuple(c.id for c in alive[:5]), why="Several cases fit this role."
        )
    return None


def _nearest(cases: list[Known], moment: datetime | None) -> Known | None:
    """The one case clearly nearer in time than the others, if there is one."""
    if moment is None or any(c.last is None for c in cases):
        return None
    gaps = sorted((abs(moment - c.last), c.id) for c in cases if c.last is not None)
    if gaps[0][0] < timedelta(days=60) and gaps[1][0] > 3 * max(gaps[0][0], timedelta(days=10)):
        return next(c for c in cases if c.id == gaps[0][1])
    return None


def _by_person(reading: Reading, mail: Mail, shelf: Shelf) -> Link | None:
    """A person who belongs to one case only; their other roles are asked about."""
    ids = {
        c for address in persons_of(mail, reading.direction) for c in shelf.people.get(address, ())
    }
    cases = [shelf.cases[c] for c in ids if c in shelf.cases and _lives(shelf.cases[c], mail)]
    if not cases:
        return None
    if reading.role:
        fitting = [c for c in cases if not c.roles or c.has_role(reading.role)]
        if not fitting:
            if reading.kind in _BEGINS:
                return None
            if reading.kind in {*_ONLY_JOIN, K.REOPENED} and len(cases) == 1:
                return Link(case=cases[0].id, why="From a person of this case.")
            return Link(
                ask=True, candidates=_ids(cases), why="A known person writes about another role."
            )
        cases = fitting
    cases = [c for c in cases if not _new_round(reading, mail, c)]
    if not cases:
        return None
    alive = [c for c in cases if not c.ended]
    if len(alive) == 1 or len(cases) == 1:
        one = alive[0] if alive else cases[0]
        return Link(case=one.id, why="From a person of this case.")
    return Link(
        ask=True, candidates=_ids(alive or cases), why="This person appears in several cases."
    )


def _by_firm(reading: Reading, mail: Mail, here: list[Known]) -> Link | None:
    """Same firm, no role on one side: only the single open case there, and only by a known road."""
    vague = [c for c in here if not reading.role or not c.roles]
    vague = [c for c in vague if not _new_round(reading, mail, c)]
    if not vague:
        return None
    alive = [c for c in vague if not c.ended]
    if reading.kind is K.REOPENED and not alive:
        alive = vague
    known_road = [c for c in alive if channels_of(mail, reading.direction) & c.channels]
    if len(alive) == 1 and len(known_road) == 1:
        return Link(case=alive[0].id, why="The only open case at this firm, by the same road.")
    named = [c for c in vague if names_of(mail, reading.direction) & c.names]
    if len(named) == 1:
        return Link(case=named[0].id, why="From somebody this case has named, at its firm.")
    offered = alive or vague
    if reading.kind in _BEGINS and not alive and reading.role:
        return None
    return Link(
        ask=True, candidates=_ids(offered), why="The same firm, but nothing says which role."
    )


def _open(reading: Reading, mail: Mail, shelf: Shelf) -> Link:
    if reading.direction is Direction.OUT:
        return Link(why="Your own mail opens no case.")
    if reading.kind is K.OUTREACH:
        if reading.hand is Hand.PERSONAL and reading.role:
            return Link(new=True, why="A person writes about a role: a lead.")
        return Link(why="A pitch to many opens no case.")
    if not reading.company and not reading.role:
        if reading.certainty is Certainty.LOW:
            return Link(why="Too little is said to open a case.")
        recent = _recent(shelf, moment_of(mail))
        if recent:
            return Link(ask=True, candidates=recent, why="It names neither firm nor role.")
    if reading.certainty is Certainty.LOW and not reading.role:
        return Link(why="Too little is said to open a case.")
    return Link(new=True, why="No known case fits.")


def _recent(shelf: Shelf, moment: datetime | None) -> tuple[str, ...]:
    alive = [c for c in shelf.cases.values() if not c.ended]
    if moment is not None:
        alive = [c for c in alive if c.last is None or abs(moment - c.last) < timedelta(days=120)]
    alive.sort(key=lambda c: c.last.timestamp() if c.last else 0.0, reverse=True)
    return tuple(c.id for c in alive[:5])


def _ids(cases: list[Known]) -> tuple[str, ...]:
    ordered = sorted(cases, key=lambda c: c.last.timestamp() if c.last else 0.0, reverse=True)
    return tuple(c.id for c in ordered[:5])
