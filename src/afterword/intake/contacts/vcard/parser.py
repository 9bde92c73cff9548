"""The parser: a file of cards into people, and what could not be read with its line."""

from __future__ import annotations

import logging
import re

import vobject

from afterword.intake.contacts.vcard.adapter import contact
from afterword.intake.contacts.vcard.raw import RawCard, cards
from afterword.intake.lettering import decoded
from afterword.terms import Brought, Contact, Unread

#: The library tells its log of each line it leaves out; we tell the user instead.
for _name in ("vobject", "vobject.base"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_OLD = re.compile(r"^VERSION\s*:\s*2", re.IGNORECASE | re.MULTILINE)


def parse(data: bytes, name: str) -> Brought:
    """The people of a .vcf file. A card that is broken is named by its line; the others are read."""
    found: list[Contact] = []
    unread: list[Unread] = []
    for raw in cards(decoded(data)):
        one, problems = _read(raw)
        unread.extend(problems)
        if one is not None:
            found.append(one)
    if not found and not unread:
        unread.append(Unread(0, "There is no card in this file: no BEGIN:VCARD."))
    return Brought("vcard", name, contacts=tuple(found), unread=tuple(unread))


def _read(raw: RawCard) -> tuple[Contact | None, list[Unread]]:
    text = raw.text if raw.whole else f"{raw.text}\nEND:VCARD"
    problems: list[Unread] = []
    if not raw.whole:
        problems.append(Unread(raw.line, "The card has no end; what stands in it was read."))
    # Only 2.1 folds lines by quoted-printable; elsewhere an equals sign at an end is a letter.
    old = bool(_OLD.search(text))
    try:
        card = vobject.readOne(text, validate=False, allowQP=old)
    except Exception:  # the library raises whatever its parts raise on such lines
        try:
            card = vobject.readOne(text, validate=False, ignoreUnreadable=True, allowQP=old)
        except Exception:
            return None, [Unread(raw.line, "The card cannot be read.")]
        problems.append(Unread(raw.line, "A part of this card cannot be read; the rest was."))
    if card is None:
        return None, [Unread(raw.line, "The card is empty.")]
    try:
        one = contact(card, raw.line)
    except (AttributeError, TypeError, ValueError):
        return None, [Unread(raw.line, "The card cannot be read.")]
    if not (one.name or one.emails):
        return None, [*problems, Unread(raw.line, "The card has neither a name nor an address.")]
    return one, problems
