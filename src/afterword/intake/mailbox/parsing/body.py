"""The one displayed text of a tree of parts, and what hangs on it.

multipart/alternative gives the plain version, unless it is empty or only says
that there is another; then the HTML is read. Forwarded mails keep their text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from afterword.terms import Attachment

from .charsets import decode
from .flowed import unflowed
from .html import text_of, tidy
from .tree import Part

MAX_TEXT = 1_000_000
MAX_CALENDARS = 20
MAX_ATTACHMENTS = 200

_META = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})")
_MARKUP = re.compile(r"(?i)^\s*(?:<!doctype|<html|<body|<div|<table|<p>|<meta|<style)")
#: What programs write into the plain half when they mean "look at the other half".
_STUB = re.compile(
    r"(?i)view (?:it |this |the )?(?:e-?mail |message |newsletter )?(?:in|as|online|with)\b"
    r"|(?:does|do|did)(?: not|n't) (?:support|display|show|accept) html|html[- ](?:capable|enabled|compatible)"
    r"|(?:requires?|enable|supports?|in|an?) html|html(?:-| )?(?:version|format|e-?mail|mail|message|viewer)"
    r"|(?:web ?)?browser|multi-?part message in mime|this is an html"
    r"|html-(?:format|ansicht|darstellung|fähig)|im browser|webversion|version html|en html|in html"
    r"|navigateur|navegador|formato html|nel browser|in de browser|i webbl|przeglądar|браузер|ブラウザ|浏览器"
)


@dataclass(slots=True)
class Body:
    """What is displayed, and the names of what came with it."""

    text: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    calendars: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def body_of(root: Part, bare: bytes) -> Body:
    """The body of a mail; `bare` is what follows the head, for roots without parts."""
    body = Body()
    if root.content is None and not root.children:  # a multipart that never was one
        root = Part("text/plain", {}, "", "", bare)
        body.errors.append("The mail says it has parts, but none were found.")
    blocks = [block for block in _shown(root, body) if block.strip()]
    text = "\n\n".join(blocks)
    if "\x00" in text:
        text = text.replace("\x00", "")
        body.errors.append("The text held NUL characters; they were dropped.")
    if len(text) > MAX_TEXT:
        text = text[:MAX_TEXT]
        body.errors.append("The text is longer than a million characters; the rest was left out.")
    body.text = text.strip("\n").rstrip()
    _collect(root, body)
    if not body.text:
        _last_resort(root, body)
    return body


def _shown(part: Part, body: Body) -> list[str]:
    """The text blocks a mail program would show for this part, in order."""
    if part.message:
        return _forwarded(part, body)
    if part.children:
        if part.media_type == "multipart/alternative":
            return _best(part.children, body)
        if part.media_type == "multipart/related":
            return _shown(_start(part), body)
        return [block for child in part.children for block in _shown(child, body)]
    if part.content is None or _hangs_on(part):
        return []
    return [_leaf(part, body)]


def _hangs_on(part: Part) -> bool:
    """Whether a leaf is an attachment rather than text to read."""
    if part.disposition == "attachment" or part.name:
        return True
    return part.media_type not in ("text/plain", "text/html", "text/enriched", "text/markdown")


def _start(part: Part) -> Part:
    """The part of a multipart/related that is displayed; the others serve it (RFC 2387)."""
    wanted = part.params.get("start", "").strip("<> ")
    if wanted:
        for child in part.children:
            if child.head.get("content-id", "").strip("<> ") == wanted:
                return child
    for child in part.children:
        if child.children or child.media_type in ("text/html", "text/plain"):
            return child
    return part.children[0]


def _best(choices: list[Part], body: Body) -> list[str]:
    """The plain alternative if it says something, else the richest that does."""
    plain: list[str] = []
    rich: Part | None = None
    for choice in choices:
        if _is_rich(choice):
            rich = choice
        elif not any(block.strip() for block in plain):
            plain = _shown(choice, body)
    words = "\n".join(plain)
    if rich is None:
        return plain
    if words.strip() and not _suspect(words):
        return plain
    other = _shown(rich, body)
    if not any(block.strip() for block in other):
        return plain
    if not words.strip() or _says_less(words, "\n".join(other)):
        return other
    return plain


def _is_rich(part: Part) -> bool:
    if part.children:
        return any(map(_is_rich, part.children))
    return part.media_type in ("text/html", "text/enriched")


def _suspect(words: str) -> bool:
    """Whether the plain half may be a stub; only then is the HTML half read at all."""
    return len(words) < 120 or (len(words) < 600 and _STUB.search(words) is not None)


def _says_less(words: str, other: str) -> bool:
    mine, theirs = len("".join(words.split())), len("".join(other.split()))
    if _STUB.search(words):
        return theirs > mine
    return theirs > 3 * mine + 40


def _leaf(part: Part, body: Body) -> str:
    data = part.content or b""
    charset = part.params.get("charset", "")
    if not charset and part.media_type == "text/html":
        meta = _META.search(data[:4_096])
        charset = meta.group(1).decode("ascii") if meta else ""
    text, remark = decode(data[: 4 * MAX_TEXT], charset)
    if remark:
        body.errors.append(remark)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text and part.media_type != "text/plain":
        text = text.replace("\x00", "")
    if part.media_type == "text/html" or _MARKUP.match(text[:200]):
        return text_of(text)
    if part.media_type == "text/enriched":
        return re.sub(r"</?[\w-]{1,60}>", "", re.sub(r"(?is)<param>.{0,2000}?</param>", "", text))
    if part.params.get("format", "").lower() == "flowed":
        text = unflowed(text, part.params.get("delsp", "").lower() == "yes")
    return text.strip("\n")


_SHOWN = (("From", "from"), ("Date", "date"), ("Subject", "subject"), ("To", "to"))


def _forwarded(part: Part, body: Body) -> list[str]:
    """An embedded mail as a forward written by hand would show it."""
    out = ["---------- Forwarded message ----------"]
    for child in part.children[:1]:
        lines = [
            f"{label}: {child.head[name][:1_000]}" for label, name in _SHOWN if child.head.get(name)
        ]
        if lines:
            out[0] += "\n" + "\n".join(lines)
        out.extend(_shown(child, body))
    return out


def _collect(part: Part, body: Body) -> None:
    """Attachments by name, type and size, and every calendar part, wherever they sit."""
    if part.message and (part.name or part.disposition == "attachment"):
        _add(body, part.name or _subject(part), part.media_type, 0)
    for child in part.children:
        _collect(child, body)
    if part.content is None:
        return
    if part.media_type in ("text/calendar", "application/ics"):
        if len(body.calendars) < MAX_CALENDARS:
            text, _ = decode(part.content[:MAX_TEXT], part.params.get("charset", "utf-8"))
            body.calendars.append(text.replace("\r\n", "\n").replace("\x00", ""))
        if part.name:
            _add(body, part.name, part.media_type, len(part.content))
    elif _hangs_on(part):
        left = part.head.get("x-afterword-left-out", "")
        size = int(left) if left.isdecimal() else _size(part)
        _add(body, part.name, part.media_type, size)


def _size(part: Part) -> int:
    """The bytes of the file meant; of text without the line ends that mail put there."""
    data = part.content or b""
    if part.media_type.startswith(("text/", "message/")):
        return len(data.replace(b"\r\n", b"\n").rstrip(b"\n"))
    return len(data)


def _add(body: Body, name: str, media_type: str, size: int) -> None:
    if len(body.attachments) < MAX_ATTACHMENTS:
        clean = name.replace("\x00", "").replace("\\", "/").rpartition("/")[2]
        body.attachments.append(Attachment(clean[:255], media_type[:100], size))
    elif len(body.attachments) == MAX_ATTACHMENTS:
        remark = f"More than {MAX_ATTACHMENTS} attachments; the others are not listed."
        if remark not in body.errors:
            body.errors.append(remark)


def _subject(part: Part) -> str:
    subject = part.children[0].head.get("subject", "") if part.children else ""
    return f"{subject[:100]}.eml" if subject else ""


def _last_resort(root: Part, body: Body) -> None:
    """A mail whose only text is marked as an attachment is still read."""
    if root.content and root.media_type in ("text/plain", "text/html"):
        body.text = tidy(_leaf(root, body).replace("\x00", ""))
        return
    for child in root.children:
        if child.content and child.media_type in ("text/plain", "text/html"):
            text = _leaf(child, body).replace("\x00", "").strip()
            if text and child.disposition != "attachment":
                body.text = text[:MAX_TEXT]
                return
