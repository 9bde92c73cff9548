"""A mail's head and its first words, without taking its parts to pieces.

Nine mails in ten are refused by these; only what may matter is parsed whole.
Where anything is out of the ordinary the answer is None: parse it.
"""

from __future__ import annotations

import binascii
import re
from html import unescape
from types import MappingProxyType

from afterword.terms import Mail, Parcel

from ..foldernames import is_sent
from ..lean import LARGE
from .charsets import decode
from .dates import header_date
from .envelope import (
    MAX_HEADER,
    first_person,
    gmail_labels,
    id_of,
    kept,
    one_id,
    people,
    references_of,
)
from .headers import Head, decoded, scan

#: So many bytes of a text part are undone, so many of a page, and so many parts looked at.
_TEXT, _PAGE, _PARTS = 8_192, 24_576, 8
_PART_HEAD = 4_096
#: A plain half so short may only say that there is another.
_STUB = 200

_BOUNDARY = re.compile(rb"""(?i)boundary\s*=\s*(?:"([^"\n]{1,200})"|([^\s";,]{1,200}))""")
_CHARSET = re.compile(rb"""(?i)charset\s*=\s*["']?([\w.:-]{2,40})""")
_TYPE = re.compile(rb"[\s\"]*([\w.+-]+/[\w.+-]+)")
_SILENT = re.compile(r"(?is)<(style|script|head|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)")
_TAG = re.compile(r"<[^>]*(?:>|\Z)")
_BLANKS = re.compile(r"\s+")


def peek(parcel: Parcel) -> Mail | None:
    """The mail with the first words as its text and no attachments; None: parse it whole.

    Nothing may be kept of it. Its `sha256` is only there when there is no Message-ID.
    """
    raw = parcel.raw
    if parcel.error or not raw or len(raw) > LARGE or b"\r" in raw[:2_000]:
        return None
    try:
        return _peeked(parcel, raw)
    except Exception:  # whatever it is, the parser for broken mail knows it better
        return None


def _peeked(parcel: Parcel, raw: bytes) -> Mail | None:
    head = scan(raw)
    if not head.fields or b"text/calendar" in raw:
        return None
    text = _first_words(raw, head)
    if text is None:
        return None
    errors: list[str] = []
    date, why = header_date(decoded(head.first("date")))
    mail_id = id_of(head)
    if why or not mail_id:
        return None
    labels = parcel.labels or gmail_labels(head)
    to, cc = people(head, "to", errors), people(head, "cc", errors)
    if errors:
        return None
    return Mail(
        id=mail_id,
        source=parcel.source,
        subject=head.text("subject")[:MAX_HEADER],
        sender=first_person(head, "from") or first_person(head, "sender"),
        to=to,
        cc=cc,
        date=date,
        text=text,
        headers=MappingProxyType(kept(head)),
        in_reply_to=one_id(head.first("in-reply-to").decode("latin-1")),
        references=references_of(head),
        labels=labels,
        sent=parcel.sent or any(map(is_sent, labels)),
        sha256="",
    )


def _first_words(raw: bytes, head: Head) -> str | None:
    """What a reader sees first; None where no text is found."""
    stated = head.first("content-type")
    media = _media(stated)
    coding = head.first("content-transfer-encoding")
    if not media.startswith(b"multipart/"):
        if media not in (b"text/plain", b"text/html"):
            return None
        return _words(raw[head.body : head.body + _PAGE * 2], media, stated, coding)
    boundary = _BOUNDARY.search(stated)
    if boundary is None:
        return None
    return _among(raw, max(0, head.body - 1), [_line(boundary)])


def _line(boundary: re.Match[bytes]) -> bytes:
    return b"--" + (boundary.group(1) or boundary.group(2))


def _among(raw: bytes, at: int, lines: list[bytes]) -> str | None:
    """The first part with something to read, going down into parts that hold parts."""
    said = ""
    for _ in range(_PARTS):
        start, line = _next(raw, at, lines)
        if start < 0:
            break
        at = start + len(line)
        if raw[at : at + 2] == b"--":  # the end of this level; go on one level up
            lines = [one for one in lines if one != line]
            continue
        first = raw.find(b"\n", at, at + 200) + 1
        if not first:
            return None
        part = scan(raw[first : first + _PART_HEAD])
        stated = part.first("content-type")
        media = _media(stated)
        at = first + min(part.body, _PART_HEAD) - 1
        if media.startswith(b"multipart/"):
            inner = _BOUNDARY.search(stated)
            if inner is None:
                return None
            lines = [_line(inner), *lines]
        elif media in (b"text/plain", b"text/html"):
            if part.first("content-disposition")[:10].lower() == b"attachment":
                continue
            stop, _ = _next(raw, at, lines)
            stop = min(stop if stop >= 0 else len(raw), at + _PAGE * 2)
            coding = part.first("content-transfer-encoding")
            said = f"{said}\n{_words(raw[at + 1 : stop], media, stated, coding)}".strip()
            if len(said) >= _STUB:
                return said
        elif media.startswith(b"message/") and not said:
            return None
    return said or None


def _next(raw: bytes, at: int, lines: list[bytes]) -> tuple[int, bytes]:
    """Where the next of these boundary lines stands, and which it is."""
    best, which = -1, b""
    for line in lines:
        found = raw.find(b"\n" + line, at, best if best >= 0 else len(raw))
        if found >= 0:
            best, which = found + 1, line
    return best, which


def _media(stated: bytes) -> bytes:
    found = _TYPE.match(stated)
    return found.group(1).lower() if found else b"text/plain"


def _words(data: bytes, media: bytes, stated: bytes, coding: bytes) -> str:
    """The first words of a text part in plain letters."""
    coding = coding.strip().lower()
    page = media == b"text/html"
    data = data[: _PAGE * 2 if page else _TEXT]
    if coding == b"base64":
        data = binascii.a2b_base64(data[: len(data) // 4 * 4])
    elif coding == b"quoted-printable":
        data = binascii.a2b_qp(data)
    declared = _CHARSET.search(stated)
    charset = declared.group(1).decode("ascii") if declared else ""
    text = decode(data, charset)[0] if data.isascii() else _cut(data, charset)
    return words_of_page(text) if page else text


def _cut(data: bytes, charset: str) -> str:
    """Text whose last letter may have been cut in two."""
    try:
        return data.decode(charset or "utf-8", "ignore")
    except LookupError:
        return decode(data, charset)[0]


def words_of_page(page: str) -> str:
    """The words of a page, hidden ones among them, without its layout."""
    bare = _TAG.sub(" ", _SILENT.sub(" ", page[:_PAGE]))
    return _BLANKS.sub(" ", unescape(bare) if "&" in bare else bare).strip()
