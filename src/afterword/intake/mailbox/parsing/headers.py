"""The head of a mail as names and values, however broken the mail is."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import unquote_to_bytes

from .charsets import decode

_NAME = re.compile(rb"[!-9;-~]{1,120}[ \t]*:")
#: After a junk line the head goes on only if the next line is one of these.
_SURELY = re.compile(
    rb"(?i)(?:received|message-id|mime-version|content-[a-z-]+|subject|from|to|cc|date|reply-to|"
    rb"return-path|delivered-to|in-reply-to|references|sender|list-[a-z-]+|dkim-signature|"
    rb"x-[a-z0-9-]+):"
)
_WORD = re.compile(r"=\?([^?*\s]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?(.*?)\?=([ \t\r\n]*(?==\?))?")
_PARAMETER = re.compile(r";\s*([^\s=;\"]{1,80})\s*=\s*(\"(?:[^\"\\]|\\.)*\"|[^;]*)")
_MAIN = re.compile(r"[\s\"]*([\w!#$&^.+-]{1,100}(?:/[\w!#$&^.+-]{1,100})?)")
_PIECE = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?$")
MAX_HEAD = 4_000_000

#: The headers reading may ask for, beside those that have a field of their own.
KEPT = frozenset(
    [
        "auto-submitted",
        "authentication-results",
        "bcc",
        "comments",
        "content-language",
        "delivered-to",
        "feedback-id",
        "importance",
        "list-help",
        "list-id",
        "list-owner",
        "list-post",
        "mailing-list",
        "x-mailing-list",
        "x-beenthere",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "organization",
        "precedence",
        "return-path",
        "sender",
        "thread-index",
        "thread-topic",
        "x-auto-response-suppress",
        "x-autoreply",
        "x-autorespond",
        "x-campaign-id",
        "x-entity-ref-id",
        "x-forwarded-for",
        "x-forwarded-to",
        "x-gm-thrid",
        "x-mailer",
        "x-mailgun-sid",
        "x-originating-from",
        "x-original-to",
        "x-original-sender",
        "x-priority",
        "x-report-abuse",
        "x-sg-eid",
        "x-ses-outgoing",
        "user-agent",
        "resent-from",
        "message-id",
        "date",
    ]
)
#: The rest (Received, DKIM, ARC, two thirds of a head) is not even looked at.
_WANTED = KEPT | frozenset(
    [
        "from",
        "to",
        "cc",
        "subject",
        "reply-to",
        "in-reply-to",
        "references",
        "x-gmail-labels",
        "mime-version",
        "x-afterword-left-out",
    ]
)
#: Names as they were written -> our name, "" for not wanted, None for no name at all.
_known: dict[bytes, str | None] = {}


class Head:
    """The wanted header fields by lower-cased name, raw bytes unfolded, in order.

    `body` is where the body starts in the bytes given.
    """

    __slots__ = ("body", "fields")

    def __init__(self, fields: dict[str, list[bytes]], body: int) -> None:
        self.fields = fields
        self.body = body

    def first(self, name: str) -> bytes:
        found = self.fields.get(name)
        return found[0] if found else b""

    def text(self, name: str) -> str:
        """The first value of that name, decoded for a reader; "" if absent."""
        found = self.fields.get(name)
        return decoded(found[0]) if found else ""


def scan(raw: bytes) -> Head:
    """What stands in the head of `raw` (line ends LF). Never fails."""
    end = raw.find(b"\n\n", 0, MAX_HEAD)
    if raw[:1] == b"\n":
        end = 0
    block = raw[: end if end >= 0 else MAX_HEAD]
    fields: dict[str, list[bytes]] = {}
    lines = block.replace(b"\n ", b" ").replace(b"\n\t", b" ").split(b"\n")
    for line in lines:
        name, colon, value = line.partition(b":")
        try:
            key = _known[name]
        except KeyError:
            key = _learn(name)
        if not colon or key is None:
            return _scan_slowly(raw)
        if key:
            fields.setdefault(key, []).append(value.strip())
    return Head(fields, end + 2 if end >= 0 else len(raw))


def _learn(name: bytes) -> str | None:
    key = name.decode("latin-1").lower() if _NAME.fullmatch(name + b":") else None
    if key is None or b" " in name or b"\t" in name:
        return None
    key = key if key in _WANTED or key.startswith("content-") else ""
    if len(_known) < 20_000:  # names are few; only an attack has many
        _known[name] = key
    return key


def _scan_slowly(raw: bytes) -> Head:
    """Line by line: skips junk in the middle of a head, finds a body without a gap."""
    fields: dict[str, list[bytes]] = {}
    last: list[bytes] | None = None
    at = 0
    limit = min(len(raw), MAX_HEAD)
    while at < limit:
        stop = raw.find(b"\n", at, limit)
        stop = limit if stop < 0 else stop
        line = raw[at:stop]
        if not line.strip(b"\r") or (not line.strip() and not _NAME.match(raw, stop + 1)):
            return Head(fields, min(stop + 1, len(raw)))
        if line[:1] in (b" ", b"\t") and last is not None:
            last[-1] += b" " + line.strip()
        elif _NAME.match(line):
            name, _, value = line.partition(b":")
            last = fields.setdefault(name.decode("latin-1").strip().lower(), [])
            last.append(value.strip())
        elif _SURELY.match(raw, stop + 1):
            last = None
        else:
            return Head(fields, at)
        at = stop + 1
    return Head(fields, limit)


def decoded(value: bytes | str) -> str:
    """A header value as a person reads it: RFC 2047 words decoded, broken ones too."""
    if isinstance(value, str):
        text = value
    elif value.isascii() and b"\x1b" not in value:
        text = value.decode("ascii")  # nearly every header there is
        if "=?" not in text and text.isprintable():
            return text.strip()
    else:
        text = decode(value)[0]
    if "=?" in text:
        text = _words(text)
    if "\n" in text or "\r" in text or "\x00" in text:
        text = text.replace("\r", " ").replace("\n", " ").replace("\x00", "")
    return text.strip()


def _words(text: str) -> str:
    """Encoded words decoded; neighbours of one charset are joined as bytes first.

    Mailers cut a multi-byte character between two words; decoding each alone
    would break it (RFC 2047, 6.2 forbids it, many do it).
    """
    out: list[str] = []
    pending, pending_charset, at = b"", "", 0
    for found in _WORD.finditer(text):
        if found.start() > at:
            out.append(decode(pending, pending_charset)[0])
            out.append(text[at : found.start()])
            pending = b""
        charset, coding, payload = found.group(1).lower(), found.group(2), found.group(3)
        data = _b(payload) if coding in "bB" else _q(payload)
        if not payload.isascii():  # raw letters where none may stand: already decoded once
            charset = "utf-8"
        if pending and charset != pending_charset:
            out.append(decode(pending, pending_charset)[0])
            pending = b""
        pending, pending_charset, at = pending + data, charset, found.end()
    out.append(decode(pending, pending_charset)[0])
    out.append(text[at:])
    return "".join(out)


def _b(payload: str) -> bytes:
    clean = re.sub(r"[^A-Za-z0-9+/]", "", payload)
    clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
    try:
        return base64.b64decode(clean + "=" * (-len(clean) % 4))
    except (binascii.Error, ValueError):
        return payload.encode("utf-8", "replace")


def _q(payload: str) -> bytes:
    return binascii.a2b_qp(payload.encode("utf-8", "surrogateescape"), header=True)


@lru_cache(maxsize=1024)
def content(value: str) -> tuple[str, Mapping[str, str]]:
    """The main word of a Content-* header in lower case, and its parameters (RFC 2231)."""
    start = _MAIN.match(value)
    main = start.group(1).lower() if start else ""
    if ";" not in value:
        return main, MappingProxyType({})
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for name, quoted in _PARAMETER.findall(value[:20_000]):
        text = quoted.strip()
        if text[:1] == '"':
            text = text[1:-1] if text[-1:] == '"' and len(text) > 1 else text[1:]
            text = re.sub(r"\\(.)", r"\1", text)
        shape = _PIECE.match(name.lower())
        if shape is None or "*" not in name:
            plain.setdefault(name.lower(), decoded(text))
        else:
            key, number, starred = shape.groups()
            pieces.setdefault(key, []).append((int(number or 0), bool(starred), text))
    for key, found in pieces.items():
        joined = _rejoined(sorted(found, key=lambda piece: piece[0]))
        if joined or key not in plain:
            plain[key] = joined
    return main, MappingProxyType(plain)


def _rejoined(found: list[tuple[int, bool, str]]) -> str:
    """RFC 2231 pieces as one text; the first may carry charset'language'."""
    data, charset = b"", ""
    for place, (_, starred, text) in enumerate(found):
        if starred:
            if place == 0 and text.count("'") >= 2:
                charset, _, text = text.split("'", 2)
            data += unquote_to_bytes(text)
        else:
            data += text.encode("utf-8", "surrogateescape")
    return decode(data, charset)[0].replace("\x00", "")
