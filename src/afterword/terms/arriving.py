"""What arrives: a parcel, and the mail opened from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from afterword.terms.vocabularies import NOTHING


@dataclass(frozen=True, slots=True)
class Parcel:
    """One mail as it arrived: its bytes, where it lay, and what the place says of it.

    `position` is where the source can go on after this parcel (an mbox offset,
    a file name, an IMAP UID). `error` is set, and `raw` may be cut or empty,
    when the source could not hand the mail over whole. `size` is what it took in
    its source, in bytes: summed against `size_hint` it gives progress and time left.
    """

    raw: bytes
    source: str
    position: str = ""
    labels: tuple[str, ...] = ()
    sent: bool = False
    error: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Address:
    """A name and an address as a header gives them; the address in lower case."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Mail:
    """A parcel opened: headers decoded, one plain text, nothing judged yet.

    `id` is the Message-ID without angle brackets, else ``sha256:`` and the hash
    of the bytes. `date` is aware, or None when the header gives none that can be
    read. `text` is the whole displayed body, quoted replies included. `headers`
    holds lower-cased names of the few headers reading asks for.
    """

    id: str
    source: str = ""
    subject: str = ""
    sender: Address | None = None
    reply_to: Address | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    date: datetime | None = None
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    sent: bool = False
    attachments: tuple[Attachment, ...] = ()
    calendars: tuple[str, ...] = ()
    sha256: str = ""
    errors: tuple[str, ...] = ()
