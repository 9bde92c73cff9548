"""A read-only talk with an IMAP server: the only place that opens this socket.

Folders are opened with EXAMINE and mails fetched with BODY.PEEK, so nothing on
the server changes, not even the mark that a mail was read. The password goes to
the server's LOGIN and nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, LoginError

from afterword.errors import Refused, SourceError

from . import imap_answers as answers

_PIECE = 2 * 1024 * 1024
TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class ServerFolder:
    """A folder that can be opened: its name, and its flags in lower case (`\\sent`)."""

    name: str
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a server says of a folder: how it counts, its next UID, how many mails, and its clock.

    `modseq` grows with every change (RFC 7162); 0 where the server keeps no such clock.
    """

    validity: int
    next: int
    holds: int
    modseq: int = 0


class FolderRefused(Exception):
    """The server would not open this one folder; the others may be well."""


class Session:
    """One logged-in connection; use it as a context manager.

    With `token` the login is XOAUTH2 by the access token it gives, and `password`
    is not used. Raises SourceError with a sentence for the user; `.permanent` is
    true when trying again without changing anything cannot help.
    """

    def __init__(
        self,
        host: str,
        user: str,
        password: str,
        *,
        port: int = 993,
        tls: bool = True,
        authority: Path | None = None,
        timeout: float = TIMEOUT,
        token: Callable[[], str] | None = None,
    ) -> None:
        if not tls and not is_loopback(host):
            raise Refused(
                f"Without encryption anybody on the way to {host} could read your password. "
                "Use the encrypted port (usually 993)."
            )
        self.where = f"{host}:{port}"
        with self._told():
            context = ssl.create_default_context(cafile=authority) if tls else None
            self._client = IMAPClient(
                host, port, ssl=tls, ssl_context=context, timeout=timeout, use_uid=True
            )
        try:
            self._log_in(user, password, token)
        except BaseException:
            self._hang_up()
            raise
        # IMAPClient has imaplib spell out every mail for a log nobody reads: half the cost of fetching.
        self._client._imap.debug = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._client.logout()
                return
        except (IMAPClientError, OSError):
            pass
        self._hang_up()

    def _log_in(self, user: str, password: str, token: Callable[[], str] | None) -> None:
        # Fetched outside `_told`: a token that cannot be had has a sentence of its own.
        access = token() if token is not None else ""
        with self._told():
            if token is not None:
                self._client.oauth2_login(user, access)
            else:
                self._client.login(user, password)
            self.gmail = bool(self._client.has_capability("X-GM-EXT-1"))
            self.can_idle = bool(self._client.has_capability("IDLE"))
            self.resyncs = bool(self._client.has_capability("QRESYNC"))
            self._clocked = self.resyncs or bool(self._client.has_capability("CONDSTORE"))
            if self.resyncs and self._client.has_capability("ENABLE"):
                self._client.enable("QRESYNC")
            else:
                self.resyncs = False

    def folders(self) -> list[ServerFolder]:
        """Every folder that holds mails, as the server lists them."""
        with self._told():
            listed = self._client.list_folders()
        found = []
        for flags, _, name in listed:
            words = frozenset(flag.decode("ascii", "replace").lower() for flag in flags)
            if not words & {"\\noselect", "\\nonexistent"}:
                found.append(ServerFolder(str(name), words))
        return found

    def tally(self, folder: str) -> Tally:
        """What the server says of a folder without opening it (STATUS)."""
        asked = ["MESSAGES", "UIDNEXT", "UIDVALIDITY"]
        with self._told(refusals=False), self._of_this_folder():
            said = self._client.folder_status(folder, [*asked, *self._clock_word()])
        return _tally(said, b"MESSAGES")

    def examine(self, folder: str) -> Tally:
        """Opens the folder read-only."""
        with self._told(refusals=False), self._of_this_folder():
            return _tally(self._client.select_folder(folder, readonly=True), b"EXISTS")

    def since(self, day: date, first: int = 0) -> list[int]:
        """The UIDs of mails that arrived on that day or later, in rising order; from `first` on."""
        asked: list[object] = ["SINCE", day]
        if first:
            asked += ["UID", f"{first}:*"]
        with self._told():
            found = sorted(int(uid) for uid in self._client.search(asked))
        # `n:*` names the last mail even when its UID is below n (RFC 3501, 6.4.8).
        return [uid for uid in found if uid >= first]

    def present(self, uids: Sequence[int]) -> set[int]:
        """Those of these mails that are still there."""
        if not uids:
            return set()
        asked = ",".join(map(str, uids))
        with self._told():
            return {int(uid) for uid in self._client.search(["UID", asked])}

    def vanished(self, modseq: int, last: int) -> int | None:
        """How many mails up to UID `last` went since that moment; None where it cannot be told.

        A server keeps this history for a while only, and may then name more
        than went (RFC 7162, 3.2.7): the caller checks the sum.
        """
        if not self.resyncs or not modseq:
            return None
        with self._told():
            raw = self._client._imap
            raw.response("VANISHED")  # what an earlier command left behind
            raw.uid("FETCH", f"1:{max(1, last)}", "(UID)", f"(CHANGEDSINCE {modseq} VANISHED)")
            said = raw.response("VANISHED")[1]
        return sum(_count(part) for part in said or [] if part)

    def wait(self, seconds: float, stop: Callable[[], bool] = lambda: False) -> bool:
        """Listen (IDLE) in the folder that is open; true when something changed there.

        Where the server has no IDLE this only passes the time: the caller asks again.
        """
        if not self.can_idle:
            return False
        with self._told():
            self._client.idle()
            news: list[object] = []
            waited = 0.0
            while waited < seconds and not stop() and not news:
                step = min(1.0, seconds - waited)
                news = [one for one in self._client.idle_check(timeout=step) if _is_news(one)]
                waited += step
            _, rest = self._client.idle_done()
        return bool(news) or any(_is_news(one) for one in rest)

    def sizes(self, uids: Sequence[int]) -> dict[int, int]:
        """The size of each mail in bytes; mails deleted meanwhile are missing."""
        sizes: dict[int, int] = {}
        for start in range(0, len(uids), 2_000):
            with self._told():
                sizes |= answers.sizes(self._client, uids[start : start + 2_000])
        return sizes

    def headings(self, uids: Sequence[int]) -> dict[int, bytes]:
        """The From and Subject lines of each mail; mails deleted meanwhile are missing."""
        asked = b"BODY[HEADER.FIELDS (FROM SUBJECT)]"
        with self._told():
            answer = self._client.fetch(list(uids), ["BODY.PEEK[HEADER.FIELDS (FROM SUBJECT)]"])
        return {int(uid): data[asked] for uid, data in answer.items() if data.get(asked)}

    def labels(self, uids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Gmail's labels of each mail; empty for every other server."""
        if not self.gmail or not uids:
            return {}
        with self._told():
            found = self._client.get_gmail_labels(list(uids))
        return {int(uid): tuple(str(label) for label in labels) for uid, labels in found.items()}

    def mails(self, uids: Sequence[int]) -> dict[int, bytes | None]:
        """The bytes of each mail; None where the server would not give it.

        A mail that the server cannot read fails the whole command, so after a
        refusal they are asked for one by one.
        """
        try:
            with self._told(refusals=False):
                return answers.mails(self._client, uids)
        except IMAPClientError:
            return {uid: self._alone(uid) for uid in uids}

    def pieces(self, uid: int) -> Iterator[bytes]:
        """One large mail, piece by piece."""
        at = 0
        while True:
            with self._told():
                answer = self._client.fetch([uid], [f"BODY.PEEK[]<{at}.{_PIECE}>"])
            piece = answer.get(uid, {}).get(b"BODY[]<%d>" % at) or b""
            if piece:
                yield piece
            if len(piece) < _PIECE:
                return
            at += len(piece)

    def _clock_word(self) -> list[str]:
        return ["HIGHESTMODSEQ"] if self._clocked else []

    @contextmanager
    def _of_this_folder(self) -> Iterator[None]:
        try:
            yield
        except IMAPClientError as broken:
            if _gone(broken):
                raise  # the line dropped: that says nothing about the folder
            raise FolderRefused from None

    def _fetch(self, uids: Sequence[int], what: str) -> dict[Any, Any]:
        with self._told(refusals=False):
            return dict(self._client.fetch(list(uids), [what]))

    def _alone(self, uid: int) -> bytes | None:
        try:
            found: bytes | None = self._fetch([uid], "BODY.PEEK[]").get(uid, {}).get(b"BODY[]")
        except IMAPClientError:
            return None
        return found

    def _hang_up(self) -> None:
        with suppress(OSError, AttributeError, IMAPClientError):
            self._client.shutdown()

    @contextmanager
    def _told(self, *, refusals: bool = True) -> Iterator[None]:
        """Whatever the network does, said in a sentence; without the chain behind it."""
        try:
            yield
        except LoginError as refused:
            # A line that breaks while the password is on its way says nothing about the password.
            if isinstance(refused.__context__, IMAPClient.AbortError):
                raise SourceError(
                    f"The talk with {self.where} broke off. What was read is kept; try again later.",
                    permanent=False,
                ) from None
            raise SourceError(_login_sentence(self.where, str(refused)), permanent=True) from None
        except ssl.SSLCertVerificationError as bad:
            raise SourceError(
                f"The certificate of {self.where} could not be verified ({bad.verify_message}). "
                "Nothing was sent. Check the server's name; on a network that inspects "
                "connections, try another one.",
                permanent=True,
            ) from None
        except ssl.SSLError:
            raise SourceError(
                f"{self.where} does not speak TLS as expected. Check the port: 993 is usual.",
                permanent=True,
            ) from None
        except TimeoutError:
            raise SourceError(
                f"{self.where} did not answer in time. What was read is kept; try again later.",
                permanent=False,
            ) from None
        except socket.gaierror:
            raise SourceError(
                f"No server called {self.where.rpartition(':')[0]} was found. Check the name, "
                "and that you are online.",
                permanent=False,
            ) from None
        except ConnectionRefusedError:
            raise SourceError(
                f"{self.where} refuses connections: the port may be wrong, or the server is down.",
                permanent=False,
            ) from None
        except OSError as broken:
            reason = broken.strerror or "no reason given"
            raise SourceError(
                f"The connection to {self.where} failed ({reason}). What was read is kept.",
                permanent=False,
            ) from None
        except IMAPClientError as broken:
            if not refusals and not _gone(broken):
                raise
            raise SourceError(
                f"The talk with {self.where} broke off. What was read is kept; try again later.",
                permanent=False,
            ) from None


def is_loopback(host: str) -> bool:
    if host.lower() in ("localhost", "localhost."):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _tally(said: Any, holds: bytes) -> Tally:
    return Tally(
        validity=int(said.get(b"UIDVALIDITY", 0)),
        next=int(said.get(b"UIDNEXT", 0)),
        holds=int(said.get(holds, 0)),
        modseq=int(_first(said.get(b"HIGHESTMODSEQ", 0))),
    )


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, (list, tuple)) else value


def _count(said: bytes) -> int:
    """How many UIDs `(EARLIER) 41,43:116` names."""
    total = 0
    for part in said.split()[-1].decode("ascii", "replace").split(","):
        low, _, high = part.partition(":")
        if low.isdecimal():
            total += int(high) - int(low) + 1 if high.isdecimal() else 1
    return total


def _is_news(answer: object) -> bool:
    """`(5, b'EXISTS')`, an expunge, a vanishing; not the server's `* OK Still here`."""
    words = answer if isinstance(answer, tuple) else ()
    return any(word in (b"EXISTS", b"EXPUNGE", b"VANISHED", b"RECENT") for word in words[:2])


def _gone(error: IMAPClientError) -> bool:
    """Whether the connection itself is lost, rather than one command refused."""
    return isinstance(error, IMAPClient.AbortError)


def _login_sentence(where: str, answer: str) -> str:
    low = answer.lower()
    if "application-specific" in low or "app password" in low:
        return (
            f"{where} wants an app password, not your usual one. Make one in your account's "
            "security settings, and use it here."
        )
    if "disabled" in low or "not enabled" in low:
        return f"{where} says that IMAP is switched off. Switch it on in your mail settings."
    return (
        f"{where} did not accept the user name or the password. Many providers want an app "
        "password, made in the account's security settings."
    )
