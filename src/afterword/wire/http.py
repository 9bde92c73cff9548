"""Fetching from a web address the user gave: the only place that opens this socket.

Each name is looked up once, and the address dialled is the one that was checked. What the user
typed may lie in their own house (a calendar server on the desk beside them); where that place
sends us on may not, so that no page outside can make us knock at doors inside.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from afterword.errors import Refused, SourceError
from afterword.wire.dialling import Checked
from afterword.wire.imap import is_loopback

#: Seconds for one step, the most hops, the most bytes of one answer.
STEP, HOPS, MOST = 30.0, 5, 64 * 1024 * 1024
#: Seconds for one answer with all its hops: a server that drips is let go.
WHOLE = 300.0


class Denied(SourceError):
    """The server does not let us in, or not to this."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} does not let us in. Check the name and the password; "
            "many providers want one made for this purpose.",
            permanent=True,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the headers in lower case, the body, and the address it came from."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where to fetch, and as whom. `authority` is a certificate to trust beside the known ones (tests)."""

    url: str
    user: str = ""
    password: str = field(default="", repr=False)
    authority: Path | None = None


@contextmanager
def told(host: str) -> Iterator[None]:
    """Whatever the line to this host does, as a SourceError with a sentence for the user."""
    try:
        yield
    except (httpx2.ConnectError, httpcore2.ConnectError) as problem:
        secret = "CERTIFICATE" in str(problem).upper()
        why = (
            f"The certificate of {host} cannot be trusted."
            if secret
            else f"{host} cannot be reached."
        )
        raise SourceError(why, permanent=secret) from None
    except (httpx2.TimeoutException, httpcore2.TimeoutException):
        raise SourceError(f"{host} did not answer in time.", permanent=False) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, httpcore2.NetworkError, OSError):
        raise SourceError(f"The line to {host} broke off.", permanent=False) from None


def unpacked(host: str, reply: httpx2.Response, head: Mapping[str, str], *, most: int) -> bytes:
    """The body, never unpacked further than `most` bytes: a bomb is left where it lies.

    The library would unpack each piece whole, and as many times over as the answer says it was
    packed; so its pieces are taken raw. Raises SourceError.
    """
    packed = head.get("content-encoding", "identity").strip().lower()
    too_much = SourceError(f"{host} sent more than such a page ever holds.", permanent=True)
    said = head.get("content-length", "")
    if said.isdecimal() and int(said) > most:
        raise too_much
    if packed not in ("", "identity", "gzip", "x-gzip"):
        raise SourceError(f"{host} packed its answer in a way nobody asked for.", permanent=True)
    pack = zlib.decompressobj(wbits=31) if packed.endswith("gzip") else None
    data, came = bytearray(), 0
    try:
        for part in reply.iter_raw():
            came += len(part)
            data += pack.decompress(part, most + 1 - len(data)) if pack else part
            if max(len(data), came) > most:
                raise too_much
    except zlib.error:
        raise SourceError(f"The answer of {host} cannot be unpacked.", permanent=False) from None
    if pack and came and not pack.eof:
        raise SourceError(f"The answer of {host} broke off.", permanent=False)
    return bytes(data)


def _parted(url: str) -> tuple[str, str, int] | None:
    """Scheme, host and port; None where this is no address of the web."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return None
    fine = parts.scheme in ("http", "https") and parts.hostname and url.isprintable()
    return (parts.scheme, str(parts.hostname), port) if fine else None


class Door:
    """One place on the web, with its log-in. Use it as a context manager.

    Raises SourceError with a sentence for the user; nothing of an answer and no
    password ever stands in one.
    """

    def __init__(self, place: Place) -> None:
        parts = _parted(place.url)
        if parts is None:
            raise Refused("An address that begins with https:// is needed here.")
        scheme, self.host, port = parts
        if scheme == "http" and place.password and not is_loopback(self.host):
            raise Refused(
                f"Without encryption anybody on the way to {self.host} could read your password. "
                "Use an address that begins with https://."
            )
        self.place, self.own = place, (self.host, port)
        context = ssl.create_default_context(cafile=place.authority)
        transport = httpx2.HTTPTransport(verify=context, trust_env=False)
        # Private to the library, hence its narrow pin; tests/contracts hold that the check is asked.
        self._dial = Checked({self.own})
        transport._pool._network_backend = self._dial
        auth = httpx2.BasicAuth(place.user, place.password) if place.user else None
        self._auth = auth
        self._client = httpx2.Client(
            transport=transport, timeout=STEP, follow_redirects=False, trust_env=False
        )

    def __enter__(self) -> Door:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def ask(
        self,
        method: str,
        url: str = "",
        *,
        body: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One answer, after as many hops as are allowed; the log-in goes to the user's own host alone."""
        self._dial.until = time.monotonic() + WHOLE
        at = self._onward(self.place.url, url)
        for _hop in range(HOPS):
            answer = self._once(method, at, body, headers or {})
            if answer.status not in (301, 302, 303, 307, 308) or not answer.headers.get("location"):
                return self._fit(answer)
            onward = self._onward(at, answer.headers["location"])
            if at.startswith("https:") and onward.startswith("http:"):
                raise SourceError(
                    f"{self.host} leads to a place without encryption.", permanent=True
                )
            at = onward
        raise SourceError(
            f"{self.host} leads from one address to the next without end.", permanent=True
        )

    def _onward(self, at: str, location: str) -> str:
        try:
            onward = urljoin(at, location)
        except ValueError:
            onward = ""
        parts = _parted(onward)
        if parts is None:
            raise SourceError(f"{self.host} leads to no web address.", permanent=True)
        # The scheme in small letters, so that it can be told at a glance.
        return parts[0] + onward[len(parts[0]) :]

    def _once(self, method: str, url: str, body: str, headers: Mapping[str, str]) -> Answer:
        parts = _parted(url)
        auth = self._auth if parts is not None and parts[1:] == self.own else None
        with (
            told(self.host),
            self._client.stream(
                method,
                url,
                content=body.encode() if body else None,
                headers={"accept-encoding": "gzip", **headers},
                auth=auth,
            ) as reply,
        ):
            low = {name.lower(): value for name, value in reply.headers.items()}
            return Answer(reply.status_code, low, unpacked(self.host, reply, low, most=MOST), url)

    def _fit(self, answer: Answer) -> Answer:
        if answer.status == 403 and b"valid-sync-token" in answer.body:
            # RFC 6578, 3.2: the mark we came back with is too old. Nobody is shut out.
            raise SourceError(f"{self.host} has forgotten where we were.", permanent=True)
        if answer.status in (401, 403):
            raise Denied(self.host)
        if answer.status in (404, 410):
            raise SourceError(f"There is nothing at this address of {self.host}.", permanent=True)
        if answer.status == 429 or answer.status >= 500:
            raise SourceError(
                f"{self.host} is not well just now. Try again later.", permanent=False
            )
        if answer.status >= 400:
            raise SourceError(f"{self.host} refused the request ({answer.status}).", permanent=True)
        return answer
