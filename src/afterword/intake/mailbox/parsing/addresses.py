"""Address headers as `Address` values; garbage becomes a name without an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from afterword.terms import Address

from .charsets import decode
from .headers import decoded

#: The same few people write and are written to: what their headers come to is remembered, save long ones.
_HELD, _SHORT = 4_096, 300
#: Nobody writes to more people about one application; a header with more is a mailing.
MAX_RECIPIENTS = 500

_SIMPLE = re.compile(r"\s*([^\"<>@,;:()\[\]\\]*?)\s*<\s*([^<>@\s\",;:()]+@[^<>@\s\",;:()]+)\s*>\s*")
_BARE = re.compile(r"[^<>@\s\",;()]+@[^<>@\s\",;()]+")
_ANGLE = re.compile(r"<([^<>]*)>?")
_BREAKS = re.compile(r"[\",;:<>()\\]")


def addresses(value: bytes) -> tuple[Address, ...]:
    """Everyone a header names, in order; at most `MAX_RECIPIENTS` and one more.

    The one more tells the caller that the list was longer.
    """
    return _known(value) if len(value) <= _SHORT else _all(value)


def _all(value: bytes) -> tuple[Address, ...]:
    text = decode(value)[0]
    simple = _SIMPLE.fullmatch(text)
    if simple:
        return (_address(simple.group(1), simple.group(2)),)
    found: list[Address] = []
    for piece in _whole(_split(text)):
        one = _one(piece)
        if one is not None:
            found.append(one)
            if len(found) > MAX_RECIPIENTS:
                break
    return tuple(found)


_known = lru_cache(maxsize=_HELD)(_all)


def _split(text: str) -> list[str]:
    """The header cut at commas and semicolons that are not inside quotes or brackets."""
    pieces: list[str] = []
    start, depth, quoted, angled, at = 0, 0, False, False, 0
    for found in _BREAKS.finditer(text):
        if found.start() < at:
            continue
        mark, place = found.group(), found.start()
        if mark == "\\":
            at = place + 2
        elif mark == '"' and not depth:
            quoted = not quoted
        elif quoted:
            continue
        elif mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif mark == "<":
            angled = True
        elif mark == ">":
            angled = False
        elif mark == ":" and not angled:  # "Friends: a@b, c@d;": a group's name names nobody
            if "@" not in text[start:place] and "mailto" not in text[start:place].lower():
                start = place + 1
        elif mark in ",;" and not angled:
            pieces.append(text[start:place])
            start = place + 1
            if len(pieces) > MAX_RECIPIENTS + 50:
                return pieces
    # A quote or bracket that never closes: cut what is left at its commas after all.
    rest = text[start:]
    pieces.extend(rest.split(",") if (quoted or depth or angled) and "," in rest else [rest])
    return pieces


def _whole(pieces: list[str]) -> Iterator[str]:
    """The pieces with names put together again that held a bare comma: "Acme, Inc. <a@b>"."""
    name = ""
    for piece in pieces:
        if "@" not in piece and "=?" not in piece:
            name = f"{name},{piece}" if name else piece
        elif name.strip() and "<" in piece:
            yield f'"{name.strip()}, {piece[: piece.rfind("<")].strip()}" {piece[piece.rfind("<") :]}'
            name = ""
        else:
            if name.strip():
                yield name
            name = ""
            yield piece
    if name.strip():
        yield name


def _one(piece: str) -> Address | None:
    piece = piece.strip()
    if not piece:
        return None
    simple = _SIMPLE.fullmatch(piece)
    if simple:
        return _address(simple.group(1), simple.group(2))
    angles = list(_ANGLE.finditer(piece))
    for angle in reversed(angles):
        if "@" in angle.group(1):
            name = piece[: angle.start()].strip() or _comment(piece[angle.end() :])
            return _address(name, angle.group(1))
    outside = re.sub(r"\([^()]*\)", " ", piece)
    bare = _BARE.search(outside) or _BARE.search(piece)
    if bare:
        rest = outside.replace(bare.group(), " ").strip(" <>")
        return _address(rest or _comment(piece), bare.group())
    if "=?" in piece:  # the whole address, brackets and all, hidden in an encoded word
        opened = decoded(piece)
        if "@" in opened and "=?" not in opened:
            return _one(opened)
    name = _name(piece.partition("<")[0]) or _name(piece.replace("<", "").replace(">", ""))
    return Address(name, "") if name else None


def _comment(text: str) -> str:
    found = re.search(r"\(([^()]*)\)", text)
    return found.group(1) if found else ""


def _address(name: str, email: str) -> Address:
    email = email.strip().strip("'\"").lower().replace("\x00", "")
    if email.startswith("mailto:"):
        email = email[7:]
    email = "".join(email.split()).rstrip(".,;")
    if email.startswith("@") and ":" in email:  # an old source route: <@relay:who@where>
        email = email.rpartition(":")[2]
    local, at, domain = email.rpartition("@")
    if not (local and at and domain):
        return Address(_name(name) or email, "")
    return Address(_name(name), email[:320])


def _name(name: str) -> str:
    name = decoded(name).strip()
    while len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1].strip()
    name = name.strip('"<> ')
    if "\\" in name:
        name = re.sub(r"\\(.)", r"\1", name)
    return " ".join(name.split())[:300]
