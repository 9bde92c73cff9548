"""What a sender's display name says of the firm ("X Careers", "Jane from X", "People Team, X")."""

from __future__ import annotations

import re

from afterword.reading.company.spelling import fold, related
from afterword.reading.company.words import DESKS, JOINTS, LEGAL_WORDS, TRADES
from afterword.reading.view import one_line

_BREAK = re.compile(r"\s*(?:[,|@–—•:/]|\s-\s)\s*")
_FROM = re.compile(
    r"\s(?:from|at|with|bei|beim|vom|von|bij|chez|presso|im Auftrag (?:der|des|von)|on behalf of|namens)\s"
)
_VIA = re.compile(r"\s(?:via|through|über|par|tramite)\s", re.IGNORECASE)
_PERSON = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|prof|herr|frau|rev|sr|sra)\.? )?[^\W\d_][\w'’.-]*(?: (?:van|von|de|der|den|di|da|la|le)){0,2}(?: [^\W\d_][\w'’.-]*){1,3}$",
    re.IGNORECASE,
)

#: Words that no person's name has.
_NOBODY = (TRADES | DESKS) - JOINTS


def firm_in_display(display: str, local: str, label: str) -> tuple[str, bool]:
    """The firm in a display name, and whether something in it tells that it is one.

    `local` is the part before the @, `label` the domain's own name ("" for a system).
    """
    display = one_line(display.replace("_", " ").strip("\"' "))
    if not display:
        return "", False
    mailish = re.match(r"[\w.+-]+@([\w-]+)\.[\w.]+$", display)
    if mailish:
        return mailish.group(1).capitalize(), True
    via = _VIA.split(display, maxsplit=1)
    display, told = via[0], len(via) > 1
    after = _FROM.split(display, maxsplit=1)
    pieces = [p for p in (*reversed(after), *_BREAK.split(display)) if p]
    told = told or len(after) > 1
    bare = [(_undesked(p), p) for p in pieces]
    for name, _ in bare:
        if name and related(name, label):
            return name, True
    if label and not (len(pieces) > 1 or told):
        name, whole = bare[0]
        trade = any(fold(w) in TRADES | LEGAL_WORDS for w in name.split()) or "&" in name
        person = is_person(whole, local)
        return (name, trade or name != whole) if name and not person else ("", False)
    telling = [n for n, whole in bare if n and n != whole and not is_person(whole, local)]
    plain = [n for n, whole in bare if n and not is_person(whole, local)]
    if len(after) > 1 and plain:
        return plain[0], True
    if len(pieces) > 1 and any(not n for n, _ in bare) and plain:
        return plain[-1], True
    if telling:
        return telling[-1], True
    if not plain and told and bare and bare[-1][0]:
        return bare[-1][0], True
    return (plain[-1], told) if plain else ("", False)


def is_person(display: str, local: str) -> bool:
    """Whether a display name is somebody's: two names, and the address agrees."""
    if not _PERSON.match(display) or any(fold(w) in _NOBODY for w in display.split()):
        return False
    names = [fold(w) for w in display.split()]
    own = fold(local)
    return any(len(n) > 2 and n in own for n in names) or own[:1] == names[0][:1] or len(names) == 2


def names_a_house(name: str, local: str, label: str, display: str) -> bool:
    """Whether a display name is a firm's although the domain spells it otherwise or not at all.

    A trade in it tells ("Farmacia Orso"), or that the mailbox bears it, or half of the domain.
    """
    if is_person(display, local) and not any(fold(w) in TRADES for w in name.split()):
        return False
    words = [fold(w) for w in name.split() if fold(w) not in JOINTS]
    if not words or any(c.isdigit() for c in name):
        return False
    if words[-1] in DESKS | {"management", "safety"} and not is_of_a_trade(name.split()):
        return False
    if re.split(r"[._-]", local.lower())[0] == words[0] and not all(
        w in fold(local) for w in words
    ):
        return False  # the box of one person whose name sounds like a trade
    if any(w in TRADES for w in words) and len(words) > 1:
        return True
    box = fold(local)
    if len(words) > 1 and all(w in box for w in words):
        return True
    bare = fold(label)
    return len(words) > 1 and any(len(w) > 4 and w in bare for w in words)


def _undesked(piece: str) -> str:
    """A piece without the words that only name a desk."""
    words = [w for w in re.sub(r"-(?:Team|Recruiting|Karriere|HR)$", "", piece).split() if w]
    while words and (fold(words[0]) in DESKS or not fold(words[0])) and not _kept(words):
        words.pop(0)
    while words and (fold(words[-1]) in DESKS or not fold(words[-1])) and not is_of_a_trade(words):
        words.pop()
    name = " ".join(words).strip(" -|,@:.&")
    return re.sub(r"['’]s$", "", name)


def is_of_a_trade(words: list[str]) -> bool:
    """A last word that a trade before it makes the firm's own ("Harbour Water Services")."""
    if fold(words[-1]) not in {"service", "services"} or len(words) < 3:
        return False
    return fold(words[-2]) in TRADES - DESKS


def _kept(words: list[str]) -> bool:
    """A first word that belongs to the name after all ("The Drovers", "La Ruche")."""
    return (
        fold(words[0]) in {"the", "la", "le", "los", "das", "die", "der"}
        and words[0][:1].isupper()
        and (len(words) > 1 and fold(words[1]) not in DESKS)
    )
