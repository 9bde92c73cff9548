"""Taking in a mailbox: read what is new, keep what is about jobs, file it, plan the morning.

Two steps, each in small transactions. *Reading in* walks the mailbox from its
cursor; *filing* takes what was read, oldest first whatever the order it came
in, and links it. A process that dies in either goes on where it was, and the
end is the same as if it had never died.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from afterword.casebook.alone import alone
from afterword.casebook.envelope import open_envelope
from afterword.casebook.message import Message
from afterword.casebook.source import Source
from afterword.desk import morning
from afterword.desk.letters import own_name
from afterword.desk.mail import answered, sorting
from afterword.desk.mail.taken_in import Progress, TakenIn
from afterword.desk.mail.walking import Walk
from afterword.intake.mailbox import Mailbox, open_mailbox, parse, pasted
from afterword.intake.mailbox.files import SingleMail
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.terms import Parcel

__all__ = [
    "Dropped",
    "Pasted",
    "Progress",
    "TakenIn",
    "is_handed_over",
    "mailbox_at",
    "mailbox_on_server",
    "take_in",
]


def mailbox_at(path: Path) -> Mailbox:
    """The mailbox at a path; raises NotAMailbox with a sentence when there is none."""
    return open_mailbox(path)


def mailbox_on_server(
    host: str, user: str, password: str, *, since: date, port: int = 993
) -> Mailbox:
    """A mailbox on an IMAP server, read-only, from `since` on, the newest mails first."""
    return ImapMailbox(host, user, password, port=port, since=since)


class Dropped:
    """A file dropped on the page: always read from its beginning, whatever was read under its name."""

    def __init__(self, path: Path, name: str) -> None:
        self.inner = open_mailbox(path)
        self.name, self.kind = f"dropped:{name}", self.inner.kind

    def size_hint(self) -> int:
        return self.inner.size_hint()

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        for parcel in self.inner.parcels():
            yield replace(parcel, position="")


class Pasted:
    """The text of one mail, pasted into the page."""

    name, kind = "pasted", "pasted"

    def __init__(self, text: str, *, received: datetime) -> None:
        self.parcel = pasted(text, received=received)

    def size_hint(self) -> int:
        return len(self.parcel.raw)

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        yield replace(self.parcel, position="")


def is_handed_over(mailbox: Mailbox) -> bool:
    """Whether the user chose this one mail by hand: such a mail is kept, whatever it looks like."""
    inner = mailbox.inner if isinstance(mailbox, Dropped) else mailbox
    return isinstance(inner, SingleMail | Pasted)


def _open_what_was_read(account: UUID, letter: Pasted, now: datetime) -> None:
    """Who pastes the words of a letter has read them: it is no envelope any more."""
    mail = parse(letter.parcel)
    for message in Message.objects.of(account).filter(mail_id=mail.id):
        if message.is_sealed:
            open_envelope(message=message, at=now)


def take_in(
    account: UUID,
    mailbox: Mailbox,
    *,
    now: datetime,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
) -> TakenIn:
    """Read what is new in a mailbox into the casebook; the same mailbox twice changes nothing.

    `stop` is asked between batches; Ctrl-C counts as a yes. Either way what was
    read so far is kept and filed, and the next call goes on from there.
    """
    source = Source.named(account=account, name=mailbox.name[:1000], kind=mailbox.kind, at=now)
    report = TakenIn(source=source.name)

    def look() -> None:
        with alone(account):
            done = sorting.sort_new(account, now=now)
            report.cases += done.cases
            report.questions += done.questions
            answered.open_answered(account)
            morning.freshen(account, now)

    walk = Walk(
        source,
        mailbox,
        report,
        now,
        by_hand=is_handed_over(mailbox),
        progress=progress,
        stop=stop or (lambda: False),
        look=look,
    )
    try:
        walk.read_in()
    except KeyboardInterrupt:
        report.stopped = True
    finally:
        # Also when the source fails half way: what was read before is filed all the same.
        with alone(account):
            done = sorting.sort_new(account, now=now)
            report.cases += done.cases
            report.questions += done.questions
            asked = sorting.ask_what(account, walk.handed, now=now)
            report.cases += asked.cases
            report.questions += asked.questions
            if isinstance(mailbox, Pasted):
                _open_what_was_read(account, mailbox, now)
    with alone(account):
        report.name = own_name.learn(account, now=now)
        morning.freshen(account, now)
    return report
