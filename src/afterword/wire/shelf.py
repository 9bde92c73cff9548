"""The two folders of the user's own mailbox that a letter touches: Drafts and Sent.

Reading stays in `imap.py`, which changes nothing. Here one message is laid down, looked for
by its Message-ID, or taken away again, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from imapclient.exceptions import IMAPClientError

from afterword.errors import SourceError
from afterword.wire.imap import ServerFolder, Session


class Shelf(Session):
    """A logged-in connection that may lay a message down. Raises SourceError as `Session` does."""

    def folder(self, flag: str, named: Callable[[str], bool]) -> str:
        """The folder the server marks for this use (RFC 6154), else the first so named; "" if none."""
        found = self.folders()
        marked = [one.name for one in found if flag in one.flags]
        return next(iter(marked or _by_name(found, named)), "")

    def find(self, folder: str, message_id: str) -> list[int]:
        """The UIDs of messages there that carry this id."""
        with self._told():
            self._client.select_folder(folder, readonly=True)
            found = self._client.search(["HEADER", "Message-ID", message_id])
        return sorted(int(uid) for uid in found)

    def put(self, folder: str, raw: bytes, flags: Sequence[str]) -> None:
        """Lay a message down. After a broken line, `find` says whether it lies there."""
        try:
            with self._told(refusals=False):
                self._client.append(folder, raw, flags=list(flags))
        except IMAPClientError:
            raise SourceError(
                f"{self.where} would not take the letter into “{folder}”. The mailbox may be full.",
                permanent=True,
            ) from None

    def take_away(self, folder: str, uid: int) -> None:
        """Remove one message of ours; where the server cannot do so by id, it is only marked."""
        with self._told():
            self._client.select_folder(folder)
            self._client.delete_messages([uid], silent=True)
            if self._client.has_capability("UIDPLUS"):
                with suppress(IMAPClientError):
                    self._client.uid_expunge([uid])


def _by_name(found: Sequence[ServerFolder], named: Callable[[str], bool]) -> list[str]:
    return [one.name for one in found if named(one.name)]
