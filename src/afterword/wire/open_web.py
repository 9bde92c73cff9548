"""Fetching a page of the open internet: a firm's job board, an advert, a feed.

What comes from there is hostile until shown otherwise. Only public addresses are dialled, at every
hop anew (`dialling.py`); no cookie is kept, no script run, nothing but the one page fetched; an
answer may be so large and so long under way and no more, packed or unpacked. The request says what
program asks and nothing about who uses it.

Every host is written down before it is called, and the user's switch is asked: that is the
`Ledger`, which has no default, so that nobody can forget it.
"""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Protocol

import httpx2

from afterword import __version__
from afterword.errors import Refused, SourceError
from afterword.wire.dialling import Checked
from afterword.wire.http import Answer, told, unpacked

#: Who asks. The same words for every user: nothing here tells one from another.
AGENT = f"Afterword/{__version__} (a program for one person; looks at most once a day)"
#: The most hops of one fetch.
HOPS = 5
_WEB = frozenset({80, 443})
#: What no name of a host holds.
_ODD = frozenset("%/\\?#@ ")
_ONWARD = frozenset({301, 302, 303, 307, 308})


class Ledger(Protocol):
    """Writes down what leaves the machine, and keeps the switch. The desk has the one that counts."""

    def leaving(self, host: str) -> None:
        """Called before each host is dialled. Raises Refused where the user turned this off."""

    def came(self, host: str, status: int) -> None:
        """What the host answered; 0 for no answer at all."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one answer may be: bytes (unpacked), seconds for one step, seconds for the whole."""

    most: int = 8 * 1024 * 1024
    step: float = 15.0
    whole: float = 45.0


PAGE_LIMITS = Limits()


class Unwilling(SourceError):
    """The server answered, and would not. `retry_after` is in seconds, None where it named nothing."""

    def __init__(self, host: str, status: int, retry_after: int | None) -> None:
        super().__init__(_unwilling(host, status), permanent=_for_good(status))
        self.status, self.retry_after = status, retry_after


class Web:
    """The open internet, asked one page at a time. Use it as a context manager.

    `allowed` are doors that may be dialled though they are not public: for tests alone, and
    `desk/watch/leaving.py` gives none. There is one line at a time, kept open for the
    next page of the same host (`keep_line`).
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        limits: Limits = PAGE_LIMITS,
        allowed: Collection[tuple[str, int]] = (),
        keep_line: bool = True,
    ) -> None:
        self.ledger, self._limits = ledger, limits
        self._dial = Checked(allowed, _WEB)
        transport = httpx2.HTTPTransport(
            verify=_trusted(),
            trust_env=False,
            limits=httpx2.Limits(max_connections=1, max_keepalive_connections=int(keep_line)),
        )
        # Private to the library, hence its narrow pin; tests/contracts hold that the check is asked.
        transport._pool._network_backend = self._dial
        self._client = httpx2.Client(
            transport=transport,
            timeout=limits.step,
            follow_redirects=False,
            trust_env=False,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        )

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(
        self,
        url: str,
        *,
        etag: str = "",
        modified: str = "",
        accept: str = "*/*",
        ask: Mapping[str, Any] | None = None,
    ) -> Answer:
        """The page at this address, its body unpacked; status 304 where it is as it was.

        `etag` and `modified` are what an earlier answer gave (`answer.headers`), `ask` is a
        question to post as JSON. The answer's `url` is where it came from in the end. Raises
        Refused (not an address of the web, or switched off), Unwilling (the server said no),
        SourceError (it said nothing fit to read); `.permanent` tells whether a later try can help.
        """
        head = {"user-agent": AGENT, "accept": accept, "accept-encoding": "gzip"}
        # A mark with odd letters is a server's slip, and no header can carry it back.
        marks = {"if-none-match": etag, "if-modified-since": modified}
        head |= {name: said for name, said in marks.items() if said and _sendable(said)}
        self._dial.until = time.monotonic() + self._limits.whole
        at, first = _web_address(url), True
        for _hop in range(HOPS + 1):
            answer = self._once(at, head, ask)
            if answer.status not in _ONWARD or not answer.headers.get("location"):
                return _fit(answer, at.host, conditional=bool(etag or modified) and first)
            at = self._onward(at, answer.headers["location"], asked=ask is not None)
            # A mark belongs to one address; elsewhere it would only recognise us.
            head = {name: value for name, value in head.items() if not name.startswith("if-")}
            first = False
        raise SourceError(
            f"{at.host} leads from one address to the next without end.", permanent=True
        )

    def _onward(self, at: httpx2.URL, location: str, *, asked: bool) -> httpx2.URL:
        try:
            onward = _web_address(str(at.join(location)))
        except (Refused, httpx2.InvalidURL):
            raise SourceError(f"{at.host} leads to no web address.", permanent=True) from None
        if asked:
            raise SourceError(f"{at.host} leads on where nothing was sent to.", permanent=True)
        if at.scheme == "https" and onward.scheme == "http":
            raise SourceError(f"{at.host} leads to a place without encryption.", permanent=True)
        return onward

    def _once(self, at: httpx2.URL, head: dict[str, str], ask: Mapping[str, Any] | None) -> Answer:
        content = json.dumps(ask).encode() if ask is not None else None
        more = {"content-type": "application/json"} if content is not None else {}
        self.ledger.leaving(at.host)
        status = 0
        try:
            with (
                told(at.host),
                self._client.stream(
                    "POST" if content is not None else "GET",
                    at,
                    content=content,
                    headers={**head, **more},
                ) as reply,
            ):
                low = {name.lower(): value for name, value in reply.headers.items()}
                status = reply.status_code
                whole = status not in _ONWARD
                most = self._limits.most
                body = unpacked(at.host, reply, low, most=most) if whole else b""
                return Answer(status, low, body, str(at))
        finally:
            self.ledger.came(at.host, status)


def fetch(url: str, ledger: Ledger, **more: Any) -> Answer:
    """One page, on a line opened for it and closed again; see `Web.fetch`."""
    with Web(ledger) as web:
        return web.fetch(url, **more)


def _sendable(said: str) -> bool:
    return said.isascii() and said.isprintable()


def _web_address(url: str) -> httpx2.URL:
    refused = Refused("An address that begins with https:// is needed here.")
    try:
        at = httpx2.URL(url.strip())
    except (httpx2.InvalidURL, ValueError, TypeError):
        raise refused from None
    if (
        at.scheme not in ("http", "https")
        or not at.host
        or at.userinfo
        or _ODD & {*at.host}
        or len(url) > 4000
    ):
        raise refused
    return at


def _fit(answer: Answer, host: str, *, conditional: bool) -> Answer:
    if 200 <= answer.status < 300 or (answer.status == 304 and conditional):
        return answer
    raise Unwilling(host, answer.status, _retry_after(answer.headers))


def _retry_after(head: Mapping[str, str]) -> int | None:
    """Seconds to wait, said as a number or as a date (held against the server's own clock)."""
    said = head.get("retry-after", "").strip()
    if said.isdecimal():
        return min(int(said), 10**9)
    then, now = _date(said), _date(head.get("date", ""))
    return max(0, int((then - now).total_seconds())) if then and now else None


def _date(said: str) -> datetime | None:
    try:
        return parsedate_to_datetime(said).astimezone()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _unwilling(host: str, status: int) -> str:
    if status in (404, 410):
        return f"There is nothing at this address of {host} any more."
    if status == 429:
        return f"{host} asks to be left in peace for a while."
    if status >= 500:
        return f"{host} is not well just now."
    if status in (401, 403):
        return f"{host} does not show this to a program."
    return f"{host} did not answer the question ({status})."


def _for_good(status: int) -> bool:
    return status not in (408, 425, 429) and status < 500


@cache
def _trusted() -> ssl.SSLContext:
    """The known certificates; read once, which costs more than a fetch."""
    return ssl.create_default_context()
