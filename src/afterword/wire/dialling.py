"""Dialling an address on the internet: the one place that decides which machine is really called.

A name is looked up once, every address it has is looked at, and the one that was looked at is the
one dialled. A name that answers otherwise the second time (DNS rebinding) is therefore never asked
a second time, and no page outside can make us knock at a door inside the house.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Collection, Iterable
from typing import Any

import httpcore2

#: What may be dialled wherever it stands: a host as it was written, and its port.
Doors = Collection[tuple[str, int]]

#: Ways to write an IPv4 address inside an IPv6 one: the whole, and where the four bytes stand.
_WRAPPED = (
    (ipaddress.IPv6Network("::/96"), 0),
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),
    (ipaddress.IPv6Network("::ffff:0:0:0/96"), 0),
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
)
#: Never a web site: Teredo and the translators inside a network (RFC 4380, 8215), site-local.
_NEVER = tuple(
    ipaddress.IPv6Network(net) for net in ("2001::/32", "64:ff9b:1::/48", "fec0::/10", "100::/64")
)
#: Kept for protocols themselves (RFC 6890); older Pythons call parts of it global.
_PROTOCOLS = ipaddress.IPv4Network("192.0.0.0/24")


def is_public(address: str) -> bool:
    """Whether this IP address stands on the open internet, whichever way it is written."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if any(ip in net for net in _NEVER):
            return False
        for net, shift in _WRAPPED:
            if ip in net:
                return is_public(str(ipaddress.IPv4Address(int(ip) >> shift & 0xFFFFFFFF)))
    elif ip in _PROTOCOLS:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class Checked(httpcore2.NetworkBackend):
    """Dials only what may be dialled: `own` anywhere, every other place only on the open internet.

    `until` is a moment of `time.monotonic` after which every line is cut, however it drips;
    None for no such moment. `ports` are the doors of the open internet that may be knocked at,
    empty for all.
    """

    def __init__(self, own: Doors, ports: Collection[int] = ()) -> None:
        self.own, self.ports = frozenset(own), frozenset(ports)
        self.until: float | None = None
        self.inner = httpcore2.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore2.NetworkStream:
        found = self._addresses(host, port)
        for last, address in zip(_one_is_last(found), found, strict=True):
            try:
                line = self.inner.connect_tcp(address, port, self._left(timeout), *args, **more)
                return _Timed(line, self)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if last:
                    raise
        raise httpcore2.ConnectError(f"no address for {host}")

    def _addresses(self, host: str, port: int) -> list[str]:
        mine = (host, port) in self.own
        if self.ports and port not in self.ports and not mine:
            raise httpcore2.ConnectError("a door that is no web site's")
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as problem:
            raise httpcore2.ConnectError(f"no address for {host}") from problem
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not mine and not all(is_public(address) for address in addresses):
            raise httpcore2.ConnectError("an address inside a private network")
        return addresses[:4]

    def _left(self, timeout: float | None) -> float | None:
        """The time one step may take: its own, or what is left of the whole."""
        if self.until is None:
            return timeout
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time for the whole is over")
        return left if timeout is None else min(left, timeout)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        raise httpcore2.ConnectError("no such door")

    def sleep(self, seconds: float) -> None:
        self.inner.sleep(seconds)


class _Timed(httpcore2.NetworkStream):
    """A line that is cut when the time for the whole is over: one byte a second wins nothing."""

    def __init__(self, line: httpcore2.NetworkStream, clock: Checked) -> None:
        self._line, self._clock = line, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._line.read(max_bytes, self._clock._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._line.write(buffer, self._clock._left(timeout))

    def close(self) -> None:
        self._line.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        line = self._line.start_tls(ssl_context, server_hostname, self._clock._left(timeout))
        return _Timed(line, self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._line.get_extra_info(info)


def _one_is_last(found: list[str]) -> list[bool]:
    return [at == len(found) - 1 for at in range(len(found))]
