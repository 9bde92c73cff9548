"""Interviews that a mail sets: proposed at once, moved by a later mail, the user's word above both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Act
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message

SET_BY = (terms.MailKind.INTERVIEW_INVITATION, terms.MailKind.INTERVIEW_LOGISTICS)
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
    same one, and it stands as it was entered.
    """
    when = reading.interview_at
    if when is None or when.tzinfo is None or not _sets(message, reading, when):
        return None
    if any(
        talk.at == when or (talk.message_id is None and same_day(talk.at, when)) for talk in talks
    ):
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


def _sets(message: Message, reading: terms.Reading, when: datetime) -> bool:
    called_off = any("CANCEL" in text for text in message.envelope.get("calendars", []))
    return (
        message.direction == terms.Direction.IN
        and reading.kind in SET_BY
        and not called_off
        and not hasattr(message, "no_interview")
        and timedelta(0) <= when - message.at <= FURTHEST
    )


def _moves(message: Message, talk: Interview) -> bool:
    """Whether this mail speaks of that interview: the same conversation, and it was still to come."""
    if talk.message is None or talk.debriefed_at is not None:
        return False
    known = talk.message
    ahead = max(message.at, known.at) < talk.at
    return ahead and not set(message.thread).isdisjoint(known.thread)


def same_day(one: datetime, other: datetime) -> bool:
    """Whether two moments are one appointment's day, wherever its zone may be."""
    return one.date() == other.astimezone(one.tzinfo).date() or abs(one - other) < timedelta(
        hours=9
    )


def on_day(talks: Iterable[Interview], when: datetime) -> Interview | None:
    """The proposal for that day, which an entry by hand takes over."""
    return next((t for t in talks if t.is_proposal and same_day(t.at, when)), None)
