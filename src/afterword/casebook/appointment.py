"""Interviews that a mail sets: proposed at once, moved by a later mail, the user's word above both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Act
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message

SET_BY = (terms.MailKind.INTERVIEW_INVITATION, terms.MailKind.INTERVIEW_LOGISTICS)
#: The reader's mark of a talk moved or called off in words: behind it the old day, ">", and the new.
MOVED = "talk.moved "
#: How a calendar calls an entry off (RFC 5546), how it names one, and how it breaks a long line.
_CANCELS = re.compile(r"^(?:METHOD|STATUS):CANCEL", re.MULTILINE)
_UID = re.compile(r"^UID[^:\r\n]*:([^\r\n]+?)\s*$", re.MULTILINE)
_FOLDED = re.compile(r"\r?\n[ \t]")
#: A day that lies further ahead was misread, not planned.
FURTHEST = timedelta(days=200)


def propose(
    message: Message,
    reading: terms.Reading,
    case: Case,
    talks: list[Interview],
    doing: Act,
) -> Interview | None:
    """The interview this mail sets, as a proposal; None when it sets none that is not known already.

    `talks` are the interviews of the case. One entered by hand on that day is the
    same one, and it stands as it was entered. What a calendar calls off is off.
    """
    when = reading.interview_at
    if called_off(message):
        _call_off(message, talks, doing)
        return None
    became = _said(message, reading)
    if became is not None:
        when = _put(message, when, became, talks, doing)
    if when is None or when.tzinfo is None or not _sets(message, reading, when):
        return None
    if any(_is_that(talk, message, when) for talk in talks):
        return None
    moved = next((talk for talk in talks if _moves(message, talk)), None)
    stage = str(reading.stage or "")
    if moved is not None:
        if message.at >= moved.message.at:  # type: ignore[union-attr]
            doing.change(
                moved, at=when, message=message, stage=stage or moved.stage, confirmed_at=None
            )
        return None
    talk = doing.create(Interview(case=case, at=when, stage=stage, message=message))
    talks.append(talk)
    return talk


def _is_that(talk: Interview, message: Message, when: datetime) -> bool:
    """Whether this is the talk the mail sets; one the user noted, confirmed or wrote up stands so.

    A mail that is read again still says the hour that the user has put right since.
    """
    if talk.at == when:
        return True
    settled = talk.confirmed_at is not None or talk.debriefed_at is not None
    if talk.message_id is not None and talk.message_id == message.pk:
        return settled
    noted = talk.message_id is None or talk.debriefed_at is not None
    return noted and same_day(talk.at, when)


def called_off(message: Message) -> bool:
    """Whether a calendar in it cancels what it had set."""
    texts = message.envelope.get("calendars", [])
    return message.direction == terms.Direction.IN and any(map(_CANCELS.search, texts))


class Moved(NamedTuple):
    """The day a talk was on and the day it is on now, as words told them; no new one where it is off."""

    old: date | None
    new: date | None


def _said(message: Message, reading: terms.Reading) -> Moved | None:
    """What its words say became of a talk, where no calendar says it."""
    if message.direction != terms.Direction.IN or message.envelope.get("calendars"):
        return None
    told = next((one.rule for one in reading.evidence if one.rule.startswith(MOVED)), None)
    if told is None:
        return None
    days = told.removeprefix(MOVED).partition(">")
    old, new = (date.fromisoformat(one) if one else None for one in (days[0], days[2]))
    return Moved(old, new)


def _put(
    message: Message, when: datetime | None, became: Moved, talks: list[Interview], doing: Act
) -> datetime | None:
    """Move or take out the one talk to come that is meant; the hour that is left to be set.

    A day without an hour keeps the hour it had. Words name no entry of a calendar, so where two
    talks could be meant nothing is done.
    """
    meant = [
        talk
        for talk in talks
        if talk.debriefed_at is None
        and (talk.confirmed_at is None or talk.confirmed_at < message.at)
        and talk.message is not None
        and talk.message.at < message.at < talk.at
        and (became.old is None or talk.at.astimezone(message.at.tzinfo).date() == became.old)
    ]
    if len(meant) != 1:
        return when
    (talk,) = meant
    if became.new is None:
        doing.remove(talk)
        talks.remove(talk)
        return None
    then = when or talk.at + (became.new - talk.at.astimezone(message.at.tzinfo).date())
    if any(one.at == then for one in talks):
        return None
    doing.change(talk, at=then, message=message)
    return None


def _call_off(message: Message, talks: list[Interview], doing: Act) -> None:
    """Take out the talks of the same entry that were still to come and nobody wrote up."""
    for talk in [one for one in talks if one.is_proposal and _moves(message, one)]:
        doing.remove(talk)
        talks.remove(talk)


def _entries(message: Message) -> set[str]:
    """The calendar entries in it, by what names them wherever they are moved to."""
    texts = (_FOLDED.sub("", text) for text in message.envelope.get("calendars", []))
    return {uid for text in texts for uid in _UID.findall(text)}


def _sets(message: Message, reading: terms.Reading, when: datetime) -> bool:
    return (
        message.direction == terms.Direction.IN
        and reading.kind in SET_BY
        and not hasattr(message, "no_interview")
        and timedelta(0) <= when - message.at <= FURTHEST
    )


def _moves(message: Message, talk: Interview) -> bool:
    """Whether this mail speaks of that interview, and it was still to come.

    The same conversation, or the same entry of a calendar: Outlook moves one without answering it.
    """
    if talk.message is None or talk.debriefed_at is not None:
        return False
    known = talk.message
    if max(message.at, known.at) >= talk.at:
        return False
    if not set(message.thread).isdisjoint(known.thread):
        return True
    return not _entries(message).isdisjoint(_entries(known))


def same_day(one: datetime, other: datetime) -> bool:
    """Whether two moments are one appointment's day, wherever its zone may be."""
    return one.date() == other.astimezone(one.tzinfo).date() or abs(one - other) < timedelta(
        hours=9
    )


def on_day(talks: Iterable[Interview], when: datetime) -> Interview | None:
    """The proposal for that day, which an entry by hand takes over."""
    return next((t for t in talks if t.is_proposal and same_day(t.at, when)), None)
