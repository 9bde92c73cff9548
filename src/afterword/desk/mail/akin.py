"""Whose few words are kept: the houses that kept mail shows to be of a process.

A thread tells that a mail belongs to a process; so does its writer. Who invited writes "the gate
on the left is open from nine" without a thread, and a mail that says nothing of a job is not kept
by itself. A house is known by one mail that is surely of a process, by a letter in which the user
offers themselves, or by two mails that may be of one; for an
appointment any kept mail of the house is enough, or the event it is about. What a service books or
has signed is known by the person, the number or the house it names, once a mail of a process showed it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from afterword import reading as room
from afterword.casebook import catch as catching
from afterword.casebook.filing import reading_of
from afterword.casebook.marks import house_marks
from afterword.casebook.message import Message
from afterword.casebook.profile import OwnAddress
from afterword.desk.mail.examining import PROCESS, Found
from afterword.terms import Certainty, Direction, Mail, MailKind, Reading

#: What says nothing of whom the user writes with about work.
OUTSIDE = frozenset({MailKind.NOT_JOB, MailKind.JOB_ALERT, MailKind.ACCOUNT})
#: So much a house needs to be known; a sure mail gives all of it, a guess half.
KNOWN = 2


class Houses:
    """How much speaks for each house, by its mark."""

    def __init__(self, account: UUID) -> None:
        self._told: Counter[str] = Counter()
        self._meetings: set[str] = set()
        self._account, self._me = account, OwnAddress.mine(account)
        rows = Message.objects.of(account).exclude(kind__in=OUTSIDE).defer("text", "reading")
        for row in rows.iterator(chunk_size=500):
            mail = catching.mail_of(row)
            self._meet(mail)
            if row.kind in PROCESS:
                self._serve(mail)
                self._note(self._own(mail), row.certainty)
        own = Message.objects.of(account).filter(direction=Direction.OUT, kind=MailKind.OTHER_JOB)
        for row in own.select_related("correction").iterator(chunk_size=500):
            self._offer(reading_of(row), catching.mail_of(row))

    @property
    def known(self) -> set[str]:
        """The marks of the houses that are known so far."""
        return {mark for mark, told in self._told.items() if told >= KNOWN} | self._meetings

    def note(self, found: Found) -> list[str]:
        """Take note of a mail that is kept; the marks of its houses, as far as they are known now."""
        marks = found.passed.houses
        met: tuple[str, ...] = ()
        if found.mail is not None:
            marks = self._own(found.mail)
        if found.reading is not None and found.reading.kind in PROCESS:
            self._note(marks, found.reading.certainty)
            met = self._serve(found.mail) if found.mail is not None else ()
        elif found.mail is not None and found.reading is not None:
            self._offer(found.reading, found.mail)
        if (
            found.mail is not None
            and found.reading is not None
            and found.reading.kind not in OUTSIDE
        ):
            met += self._meet(found.mail)
        return [*(mark for mark in marks if self._told[mark] >= KNOWN), *met]

    def _meet(self, mail: Mail) -> tuple[str, ...]:
        """What any kept mail makes known: an appointment from there is of the same matter."""
        marks = house_marks(self._account, room.meetings_of(mail, self._me))
        self._meetings.update(marks)
        return marks

    def _own(self, mail: Mail) -> tuple[str, ...]:
        """The marks of the houses that write or are written to: none of whom a service names, nor its own."""
        if room.serves_many(mail):
            return ()
        return house_marks(self._account, room.houses_of(mail, self._me))

    def _serve(self, mail: Mail) -> tuple[str, ...]:
        """What a mail of a process makes known: whom and what a service may name when it writes of it."""
        marks = house_marks(self._account, room.known_by(mail, self._me))
        self._meetings.update(marks)
        return marks

    def _offer(self, reading: Reading, mail: Mail) -> None:
        """Whom the user offered themselves to may answer in few words."""
        if reading.direction is Direction.OUT and room.applies(reading, mail):
            self._note(self._own(mail), Certainty.STRONG)

    def _note(self, marks: Iterable[str], certainty: str) -> None:
        for mark in marks:
            self._told[mark] += 1 if certainty == Certainty.LOW else KNOWN
