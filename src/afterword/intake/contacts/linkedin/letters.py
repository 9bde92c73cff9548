"""Messages of a network as mails, so that they are read as mail is. A page is no address: none is invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from email.header import Header
from email.utils import format_datetime
from hashlib import sha256

from afterword.intake.mailbox.lean import parcel_of
from afterword.terms import Direction, Parcel, Said


def mark_of(said: Said) -> str:
    """The one mark of a message, by which it is known again in the next export."""
    told = (said.thread, said.profile or said.name, said.at.isoformat(), said.direction, said.text)
    return sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()[:32]


class Messages:
    """The messages of an export as a mailbox; always read from its beginning, each known by its mark."""

    name, kind = "linkedin:messages", "linkedin"

    def __init__(self, said: Iterable[Said]) -> None:
        self.said = [one for one in said if one.text.strip() and not one.group]

    def size_hint(self) -> int:
        return sum(len(one.text) for one in self.said)

    def parcels(self, cursor: str = "") -> Iterator[Parcel]:
        begun: set[str] = set()
        for one in sorted(self.said, key=lambda said: said.at):
            follows = one.thread in begun
            begun.add(one.thread)
            out = one.direction == Direction.OUT
            yield parcel_of(
                _mail(one, follows=follows),
                f"LinkedIn, {one.where or 'messages'}, line {one.line}",
                "",
                sent=out,
            )


def _mail(one: Said, *, follows: bool) -> bytes:
    thread = sha256(f"{one.thread or one.profile or one.name}".encode()).hexdigest()[:32]
    whom = Header(one.name or "Somebody on LinkedIn", "utf-8", maxlinelen=900).encode()
    out = one.direction == Direction.OUT
    lines = [
        f"Date: {format_datetime(one.at)}",
        f"Message-ID: <{mark_of(one)}@linkedin.invalid>",
        f"{'To' if out else 'From'}: {whom}",
        f"Subject: {Header(' '.join((one.subject or 'LinkedIn').split()), 'utf-8', maxlinelen=900).encode()}",
        f"References: <{thread}@linkedin.invalid>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    if follows:
        lines.append(f"In-Reply-To: <{thread}@linkedin.invalid>")
    return ("\n".join(lines) + "\n\n" + one.text + "\n").encode("utf-8", "replace")
