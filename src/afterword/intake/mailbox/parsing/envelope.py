"""What the head of a mail says of the mail as a whole: who, to whom, in answer to what."""

from __future__ import annotations

import re

from afterword.terms import Address

from .addresses import MAX_RECIPIENTS, addresses
from .headers import KEPT, Head, decoded

_ID = re.compile(r"<\s*([^<>\s]{3,250})\s*>")
_BARE_ID = re.compile(r"[!-;=?-~]{3,250}")
_MAX_REFERENCES = 100
MAX_HEADER = 2_000


def id_of(head: Head) -> str:
    return one_id(head.first("message-id").decode("latin-1"))


def one_id(text: str) -> str:
    """A Message-ID without its brackets, or "" when it is not a sane one."""
    found = _ID.search(text[:2_000])
    bare = found.group(1) if found else text.strip()
    return bare if _BARE_ID.fullmatch(bare) else ""


def references_of(head: Head) -> tuple[str, ...]:
    value = head.first("references").decode("latin-1")
    if not value:
        return ()
    found = [one for one in _ID.findall(value[:50_000]) if _BARE_ID.fullmatch(one)]
    return tuple(dict.fromkeys(found[-_MAX_REFERENCES:]))


def first_person(head: Head, name: str) -> Address | None:
    for value in head.fields.get(name, ()):
        found = addresses(value)
        if found:
            return next((one for one in found if one.email), found[0])
    return None


def people(head: Head, name: str, errors: list[str]) -> tuple[Address, ...]:
    values = head.fields.get(name)
    if not values:
        return ()
    found = addresses(values[0] if len(values) == 1 else b", ".join(values))
    if len(found) > MAX_RECIPIENTS:
        errors.append(f"More than {MAX_RECIPIENTS} recipients; the others are not listed.")
        return found[:MAX_RECIPIENTS]
    return found


def kept(head: Head) -> dict[str, str]:
    return {
        name: decoded(values[0])[:MAX_HEADER]
        for name, values in head.fields.items()
        if name in KEPT
    }


def gmail_labels(head: Head) -> tuple[str, ...]:
    """The labels Gmail's export writes into each mail, decoded; quoted commas respected."""
    value = head.text("x-gmail-labels")
    if not value:
        return ()
    if '"' in value:
        pieces = [a or b for a, b in re.findall(r'"([^"]*)"|([^,"]+)', value)]
    else:
        pieces = value.split(",")
    return tuple(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))
