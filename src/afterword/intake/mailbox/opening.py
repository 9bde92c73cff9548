"""Which kind of mailbox lies at a path, told by its bytes rather than its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, runtime_checkable

from afterword.errors import NotAMailbox
from afterword.terms import Parcel

from .files import SingleMail, looks_like_emlx, looks_like_mail
from .mbox import Mbox, looks_like_mbox


@runtime_checkable
class Mailbox(Protocol):
    """Anything that hands over mails one by one and can go on where it stopped."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    def size_hint(self) -> int: ...
    def parcels(self, cursor: str = "") -> Iterator[Parcel]: ...


#: How files begin that people take for mailboxes, and what to say of them.
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"!BDN", "This is an Outlook data file (.pst or .ost), which only Outlook can read. "
              "In Outlook, choose the folder, save its mails as .eml or connect by IMAP instead."),
    (b"\xd0\xcf\x11\xe0", "This is an Outlook or Office file (.msg, .doc). Save the mail as .eml, "
                          "or paste its text."),
    (b"%PDF", "This is a PDF. Paste the text of the mail instead, or save the mail as .eml."),
    (b"\x89PNG", "This is a picture. Paste the text of the mail instead."),
    (b"\xff\xd8\xff", "This is a picture. Paste the text of the mail instead."),
    (b"GIF8", "This is a picture. Paste the text of the mail instead."),
    (b"\x1f\x8b", "This file is packed with gzip (.gz, .tgz). Unpack it first, then give the folder."),
    (b"SQLite format 3", "This is a database, not a mailbox. Give the mailbox or the exported mails."),
)  # fmt: skip
_LOOK = 64 * 1024


def open_mailbox(path: Path) -> Mailbox:
    """The mailbox at `path`: mbox, Maildir, folder of mails, one mail, Takeout zip or folder.

    Raises NotAMailbox with a sentence for the user when nothing there is mail.
    """
    path = Path(path).expanduser()
    try:
        if path.is_dir():
            from .folder import Folder

            return Folder(path)
        if not path.exists():
            raise NotAMailbox(f"There is nothing at {path}. Nothing was read.")
        if not path.is_file():
            raise NotAMailbox(f"{path} is neither a file nor a folder. Nothing was read.")
        with path.open("rb") as file:
            beginning = file.read(_LOOK)
    except OSError as broken:
        reason = broken.strerror or "no reason given"
        raise NotAMailbox(f"{path} could not be opened: {reason}.") from broken
    return _file(path, beginning)


def _file(path: Path, beginning: bytes) -> Mailbox:
    if not beginning.strip():
        raise NotAMailbox(f"{path.name} is empty: there is no mail in it.")
    if beginning.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from .takeout import TakeoutZip

        return TakeoutZip(path)
    if looks_like_mbox(beginning):
        return Mbox(path)
    if looks_like_emlx(beginning):
        return SingleMail(path, "emlx")
    if looks_like_mail(beginning):
        return SingleMail(path, "eml")
    for start, sentence in _FOREIGN:
        if beginning.startswith(start):
            raise NotAMailbox(f"{path.name}: {sentence}")
    raise NotAMailbox(
        f"{path.name} does not look like mail: it has neither the lines of a mailbox (mbox) "
        "nor the head of a mail. Nothing was read."
    )
