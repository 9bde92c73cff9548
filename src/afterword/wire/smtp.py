"""Handing one letter to the user's own mail server: the only place that opens this socket.

The conversation has one point of no return, the line with the single dot that ends the
letter (RFC 5321, 4.1.1.4). Before it, whatever goes wrong, nothing was sent. After it, only
the server's answer says what became of the letter; a line cut in between leaves it in doubt
(RFC 5321, 4.2.5 asks both sides to keep that time short, and nobody can make it nothing).
So the dot goes out by itself, after `may_hand_over` has said yes.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from afterword.errors import AfterwordError, Refused, SourceError
from afterword.wire.imap import is_loopback

#: Seconds for one step; the answer to the dot may take longer, since the server stores the letter.
STEP, AFTER_THE_DOT = 30.0, 120.0
#: Our own name is nobody's business: the address literal of the loopback says nothing (4.1.3).
WHO_I_AM = "[127.0.0.1]"
_DOTS = re.compile(rb"^\.", re.M)


class Security(StrEnum):
    """How the line is kept private. `none` is for a server on this very machine only."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Came(StrEnum):
    """What became of a letter: it went, it did not, or nobody here can tell."""

    SENT = "sent"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of handing a letter over, and why, in a sentence for the user."""

    came: Came
    why: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed in, and as whom. An empty `user` means without a login."""

    host: str
    port: int
    security: Security = Security.TLS
    user: str = ""
    password: str = field(default="", repr=False)
    authority: Path | None = None
    step: float = STEP
    after_the_dot: float = AFTER_THE_DOT

    @property
    def where(self) -> str:
        return f"{self.host}:{self.port}"


def deliver(
    server: Server, raw: bytes, *, sender: str, to: str, may_hand_over: Callable[[], bool]
) -> Outcome:
    """Hand one letter to the server for one reader; what the network does comes back as a value.

    `raw` is the whole message with CRLF line ends. `may_hand_over` is asked once, with the
    letter written and only the dot missing; a no, or an exception, hangs up and nothing is sent.
    """
    try:
        with _talk(server) as client:
            with _told(server):
                _say(server, client.mail(sender), "your own address")
                _say(server, client.rcpt(to), to)
                _say(server, client.docmd("DATA"), "the letter", begins=True)
                client.send(_DOTS.sub(b"..", raw.rstrip(b"\r\n")) + b"\r\n")
            if not may_hand_over():
                client.close()  # a polite QUIT would only become a line of the letter
                return Outcome(Came.FAILED, "It was taken back before it left. Nothing was sent.")
            return _dot(server, client)
    except SourceError as problem:
        return Outcome(Came.FAILED, str(problem))


def check(server: Server, *, sender: str) -> None:
    """Prove that server, name and password are right, and send nothing. Raises SourceError.

    Goes as far as the server saying that it would take a letter from `sender`, then steps back.
    """
    with _talk(server) as client, _told(server):
        _say(server, client.mail(sender), "your own address")
        client.rset()


def _dot(server: Server, client: smtplib.SMTP) -> Outcome:
    """The point of no return, and the one answer that counts."""
    doubt = Outcome(
        Came.IN_DOUBT,
        f"{server.where} took the letter, and the line broke before it said whether it keeps it.",
    )
    try:
        if client.sock is not None:
            client.sock.settimeout(server.after_the_dot)
        client.send(b".\r\n")
        code, words = client.getreply()
    except (OSError, smtplib.SMTPException):
        client.close()
        return doubt
    if 200 <= code < 300:
        return Outcome(Came.SENT)
    if 400 <= code < 600:
        return Outcome(
            Came.FAILED,
            f"{server.where} did not take the letter: {_plain(words)} Nothing was sent.",
        )
    return doubt


@contextmanager
def _talk(server: Server) -> Iterator[smtplib.SMTP]:
    """A connection, private and logged in. It is left without a fuss, whatever happened in it."""
    if server.security is Security.NONE and not is_loopback(server.host):
        raise Refused(
            f"Without encryption anybody on the way to {server.host} could read your password and "
            "your letter. Use TLS (usually port 465) or STARTTLS (usually 587)."
        )
    client = _connected(server)
    try:
        with _told(server):
            client.ehlo_or_helo_if_needed()
            if server.security is Security.STARTTLS:
                client.starttls(context=_context(server))
                client.ehlo()
            if server.user:
                client.login(server.user, server.password)
        yield client
        with suppress(OSError, smtplib.SMTPException):
            client.quit()
    finally:
        client.close()


def _connected(server: Server) -> smtplib.SMTP:
    with _told(server):
        if server.security is Security.TLS:
            return smtplib.SMTP_SSL(
                server.host, server.port, WHO_I_AM, timeout=server.step, context=_context(server)
            )
        return smtplib.SMTP(server.host, server.port, WHO_I_AM, timeout=server.step)


def _context(server: Server) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=server.authority)


def _say(server: Server, reply: tuple[int, bytes], what: str, *, begins: bool = False) -> None:
    """Raise SourceError unless the server said yes."""
    code, words = reply
    if (code == 354) if begins else (200 <= code < 300):
        return
    raise SourceError(
        f"{server.where} does not take {what}: {_plain(words)} Nothing was sent.",
        permanent=code >= 500,
    )


def _plain(words: bytes | str) -> str:
    """What a server says, as one short line that can do no harm on a page."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"“{text[:160]}”."


@contextmanager
def _told(server: Server) -> Iterator[None]:
    """Whatever goes wrong before the dot, said in a sentence; without the chain behind it."""
    try:
        yield
    except AfterwordError:
        raise
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError) as refused:
        raise SourceError(_refusal(server, refused), permanent=True) from None
    except UnicodeEncodeError:
        # The exception itself carries the password: nothing of it may go on.
        raise SourceError(
            f"The user name or the password has a sign that {server.where} cannot take.",
            permanent=True,
        ) from None
    except ssl.SSLCertVerificationError as bad:
        raise SourceError(
            f"The certificate of {server.where} could not be verified ({bad.verify_message}). "
            "Nothing was sent, not even your password.",
            permanent=True,
        ) from None
    except ssl.SSLError:
        raise SourceError(
            f"{server.where} does not speak TLS as expected. Port 465 is usual for TLS, 587 for "
            "STARTTLS.",
            permanent=True,
        ) from None
    except socket.gaierror:
        raise SourceError(
            f"No server called {server.host} was found. Check the name, and that you are online.",
            permanent=False,
        ) from None
    except TimeoutError:
        raise SourceError(
            f"{server.where} did not answer in time. Nothing was sent.", permanent=False
        ) from None
    except ConnectionRefusedError:
        raise SourceError(
            f"{server.where} refuses connections: the port may be wrong, or the server is down. "
            "Nothing was sent.",
            permanent=False,
        ) from None
    except (OSError, smtplib.SMTPException):
        raise SourceError(
            f"The line to {server.where} broke off before the letter left. Nothing was sent.",
            permanent=False,
        ) from None


def _refusal(server: Server, refused: smtplib.SMTPException) -> str:
    if isinstance(refused, smtplib.SMTPNotSupportedError):
        what = (
            "offers no encryption on this port"
            if server.security is Security.STARTTLS and "STARTTLS" in str(refused)
            else "takes no password on this port"
        )
        return f"{server.where} {what}. Nothing was sent. Port 465 with TLS, or 587 with STARTTLS?"
    return (
        f"{server.where} did not accept the user name or the password. Many providers want an app "
        "password, made in the account's security settings. Nothing was sent."
    )
