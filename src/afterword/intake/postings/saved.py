"""A file the user saved of an advert, opened: the page inside it, or its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from afterword.intake.lettering import decoded
from afterword.intake.resume import papers

#: A page saved whole carries its pictures with it.
LARGEST = 40 * 1024 * 1024
_MHTML = re.compile(
    rb"(?im)^(?:mime-version|content-type:\s*multipart/related|snapshot-content-location):?"
)
_HTML = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body)\b")
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S{8,2000}?)\s*-->")


@dataclass(frozen=True, slots=True)
class Opened:
    """A page (`html`, where it came from, its letters), or `text`, or `why` it is neither."""

    html: bytes = b""
    url: str = ""
    charset: str = ""
    text: str = ""
    why: str = ""


def opened(data: bytes) -> Opened:
    """What is in the file, told by its content and never by its name."""
    if data.startswith(b"%PDF"):
        text, why = papers.text_of_pdf(data)
        return Opened(text=text, why=why)
    if data.startswith(b"PK"):
        text, why = papers.text_of_docx(data)
        return Opened(text=text, why=why)
    head = data[:4096]
    if _MHTML.search(head) and b"\n" in head and not _HTML.search(head[:200]):
        return _mhtml(data)
    # A text file may begin with its letters' mark; a page says that it is one within its first lines.
    if _HTML.search(head) or b"<script" in head.lower():
        came = _SAVED_FROM.search(head)
        return Opened(html=data, url=came[1].decode("utf-8", "replace") if came else "")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Opened(why="This is no page, PDF or text that can be read here.")
    return Opened(text=decoded(data))


def _mhtml(data: bytes) -> Opened:
    try:
        whole = message_from_bytes(data)
    except (ValueError, RecursionError):
        return Opened(why="The saved page is damaged and cannot be opened.")
    parts = [one for one in whole.walk() if one.get_content_type() == "text/html"][:50]
    url = str(whole.get("Snapshot-Content-Location") or "").strip()
    named = [one for one in parts if url and str(one.get("Content-Location") or "").strip() == url]
    page = next(iter(named or parts), None)
    body = _body(page) if page is not None else b""
    if page is None or not body:
        return Opened(why="There is no page in this file.")
    url = url or str(page.get("Content-Location") or "").strip()
    return Opened(html=body, url=url[:2000], charset=page.get_content_charset() or "")


def _body(part: Message) -> bytes:
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return found if isinstance(found, bytes) else b""
