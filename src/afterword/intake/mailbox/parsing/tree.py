"""A mail as its tree of parts: the same tree whichever library read it.

`grow` takes fast-mail-parser where it is installed and willing (25,000 mails a
second), else the standard library's compat32 reader, and where both give up a
salvage of the first readable part. All other modules see only `Part`.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from functools import lru_cache
from typing import Any

from .headers import Head, content, decoded, scan

MAX_PARTS = 1_000
MAX_DEPTH = 60
#: Above this many boundaries declared the reader itself would be the bomb.
_MAX_BOUNDARIES = 400
_MAX_HEAD = 32_768
_CODINGS = frozenset({"7bit", "8bit", "binary", "quoted-printable", "base64"})
_UU = frozenset({"x-uuencode", "uuencode", "x-uue", "uue"})


@dataclass(slots=True)
class Part:
    """One node: a leaf with its decoded bytes, or a container with children.

    `message` marks an embedded mail; its only child is that mail's own root.
    """

    media_type: str
    params: Mapping[str, str]
    disposition: str
    name: str
    content: bytes | None
    children: list[Part] = field(default_factory=list)
    message: bool = False
    head: Mapping[str, str] = field(default_factory=dict)


Reader = Callable[[bytes], "Part"]


class TooMuch(Exception):
    """The tree is deeper or wider than any honest mail; carries the sentence to show."""


def grow(raw: bytes, head: Head) -> tuple[Part, list[str]]:
    """The root of the tree of `raw` (line ends LF) and what had to be given up."""
    fast = fast_reader()
    return _grown(_tidy(raw, head), [fast, _by_library] if fast else [_by_library])


def grow_plainly(raw: bytes, head: Head) -> tuple[Part, list[str]]:
    """The same tree by the standard library alone."""
    return _grown(_tidy(raw, head), [_by_library])


def _grown(raw: bytes, readers: list[Reader]) -> tuple[Part, list[str]]:
    """The tree by the first reader that can read it, else the first text by force."""
    if raw.count(b"oundary=") > _MAX_BOUNDARIES:
        return _salvaged(raw), ["The mail holds too many nested parts; only its text was kept."]
    why = ""
    for read in readers:
        try:
            return read(raw), []
        except TooMuch as stop:
            return _salvaged(raw), [str(stop)]
        except Exception as broken:  # ParseError; the stdlib's LookupError, RecursionError …
            why = f"The parts of the mail could not be told apart ({type(broken).__name__})."
    return _salvaged(raw), [why]


def _by_library(raw: bytes) -> Part:
    return _from_message(message_from_bytes(raw), 0, [0])


def _tidy(raw: bytes, head: Head) -> bytes:
    """The mail with nothing in its head but what says how the body is built.

    So a line of junk cannot end the head early for one reader and not for the other,
    and nobody decodes thirty trace headers that are never read.
    """
    lines = [
        name.encode("latin-1") + b": " + value[:_MAX_HEAD]
        for name, values in head.fields.items()
        for value in values
        if name.startswith(("content-", "mime-"))
    ]
    return b"\n".join(lines) + (b"\n\n" if lines else b"\n") + raw[head.body :]


# ── fast-mail-parser ────────────────────────────────────────────────────────


@lru_cache(maxsize=1)
def fast_reader() -> Reader | None:
    """The Rust reader, or None where its wheel is not installed."""
    try:
        from fast_mail_parser import parse_email_tree
    except ImportError:
        return None

    def read(raw: bytes) -> Part:
        return _from_fast(parse_email_tree(raw), 0, [0])

    return read


def _from_fast(node: Any, depth: int, count: list[int]) -> Part:
    _count(depth, count)
    fields: dict[str, str] = {}
    for name, values in node.headers.items():
        fields.setdefault(name.lower(), values[0])
    data = node.content
    if data:
        data = _undone(data, fields.get("content-transfer-encoding", ""))
    embedded = node.is_message or bool(node.children)
    children = [_from_fast(child, depth + 1, count) for child in node.children]
    return _part(fields, node.content_type, None if embedded else data, children, node.is_message)


# ── the standard library ────────────────────────────────────────────────────


def _from_message(message: Message, depth: int, count: list[int]) -> Part:
    _count(depth, count)
    fields: dict[str, str] = {}
    for name, value in message.raw_items():
        if name.lower() not in fields:
            plain = str(value).encode("utf-8", "surrogateescape").replace(b"\n", b"")
            fields[name.lower()] = decoded(plain)
    kind = message.get_content_type()
    # Asked for a leaf without decode, the stdlib trusts its charset and may fail on it.
    payload: Any = message.get_payload() if message.is_multipart() else None
    if isinstance(payload, list) and kind in ("message/rfc822", "message/global"):
        coding = fields.get("content-transfer-encoding", "").strip().lower()
        if coding in ("base64", "quoted-printable"):  # forbidden by RFC 2046, and done
            undo = binascii.a2b_base64 if coding == "base64" else binascii.a2b_qp
            payload = [message_from_bytes(undo(child.as_bytes())) for child in payload]
        inner = [_from_message(child, depth + 1, count) for child in payload[:1]]
        return _part(fields, kind, None, inner, True)
    if isinstance(payload, list) and message.get_content_maintype() == "multipart":
        children = [_from_message(child, depth + 1, count) for child in payload]
        return _part(fields, kind, None, children, False)
    if isinstance(payload, list):  # message/delivery-status: header blocks, for nobody to read
        data: Any = b"\n".join(child.as_bytes() for child in payload)
        return _part(fields, kind, data, [], False)
    data = message.get_payload(decode=True)
    if kind.startswith("multipart/"):
        return _part(fields, kind, None, [], False)
    if kind in ("message/rfc822", "message/global") and isinstance(data, bytes):
        return _part(
            fields, kind, None, [_from_message(message_from_bytes(data), depth + 1, count)], True
        )
    if not isinstance(data, bytes):
        return _part(fields, kind, b"", [], False)
    stated = str(message.get("content-transfer-encoding", ""))
    return _part(fields, kind, _undone(data, stated), [], False)


# ── both ────────────────────────────────────────────────────────────────────


def _count(depth: int, count: list[int]) -> None:
    count[0] += 1
    if depth > MAX_DEPTH:
        raise TooMuch("The mail is nested too deeply; only its text was kept.")
    if count[0] > MAX_PARTS:
        raise TooMuch(f"The mail has more than {MAX_PARTS} parts; only its first text was kept.")


def _part(
    fields: Mapping[str, str],
    assumed: str,
    data: bytes | None,
    children: list[Part],
    message: bool,
) -> Part:
    stated = fields.get("content-type", "")
    main, params = content(stated) if stated else ("", {})
    if "/" not in main:
        main = assumed if "/" in assumed else "text/plain"
    if main.startswith("multipart/") and not children:
        data = None  # says it has parts and has none; the caller takes the bare text
    disposition = ""
    more: Mapping[str, str] = {}
    where = fields.get("content-disposition", "")
    if where:
        disposition, more = content(where)
    name = more.get("filename") or params.get("name") or ""
    return Part(main, params, disposition, name, data, children, message, fields)


def _undone(data: bytes, stated: str) -> bytes:
    """The bytes of a leaf whose coding is written so that both readers overlook it.

    "quoted-printable;" and "base64 (folded)" are seen; the standard library undoes
    uuencode itself, and what it has undone holds no `begin` any more.
    """
    if not stated or stated.lower() in _CODINGS:
        return data
    found = re.search(r"[a-z0-9-]+", stated.lower())
    coding = found.group() if found else ""
    if coding in _UU:
        return unuuencoded(data)
    if coding == stated.lower():
        return data
    if coding == "quoted-printable":
        return binascii.a2b_qp(data)
    if coding == "base64":
        try:
            return binascii.a2b_base64(data)
        except binascii.Error:
            return data
    return data


def unuuencoded(data: bytes) -> bytes:
    """The file inside a uuencoded body; the body itself when there is none."""
    lines = iter(data.split(b"\n"))
    for line in lines:
        if line.startswith(b"begin "):
            break
    else:
        return data
    out: list[bytes] = []
    for line in lines:
        if line.strip() in (b"end", b"`", b""):
            break
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:  # writers pad lines wrongly; the count says how much is meant
            meant = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                out.append(binascii.a2b_uu(line[:meant]))
            except binascii.Error:
                return data
    return b"".join(out)


_TEXT_PART = re.compile(rb"(?i)\ncontent-type:[ \t]*text/plain")


def _salvaged(raw: bytes) -> Part:
    """The first text part of a mail no reader could take apart, as the only part."""
    found = _TEXT_PART.search(raw)
    if found is None:
        return Part("text/plain", {}, "", "", b"")
    start = found.start() + 1
    stop = raw.find(b"\n--", start)
    piece = raw[start : stop if stop >= 0 else start + 1_000_000]
    inner = scan(piece)
    fields = {name: decoded(values[0]) for name, values in inner.fields.items()}
    data = piece[inner.body :]
    coding = fields.get("content-transfer-encoding", "").lower()
    if coding == "quoted-printable":
        data = binascii.a2b_qp(data)
    elif coding == "base64":
        try:
            data = binascii.a2b_base64(data)
        except binascii.Error:
            data = b""
    return _part(fields, "text/plain", data, [], False)
