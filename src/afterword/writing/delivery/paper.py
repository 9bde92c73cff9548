"""A letter and a card on paper: one set of values, made into a PDF here and into a .docx by `word`.

What is written goes in as data and never as markup, so no name and no quotation can change the
page. The PDF is PDF/UA-1: the lines of the address, the subject and the words are read in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from afterword.errors import UserError
from afterword.writing.delivery.pdf import pdf
from afterword.writing.delivery.sheets import Box, Sheet
from afterword.writing.delivery.signature import Picture

_MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        "de": (
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ),
        "fr": (
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ),
        "es": (
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands on the paper. Addresses are lines, the name first; `words` is the whole letter."""

    name: str
    address: tuple[str, ...]
    to: tuple[str, ...]
    subject: str
    words: str
    on: date
    contact: tuple[str, ...] = ()
    place: str = ""
    language: str = "en"
    signature: Picture | None = None


def as_pdf(letter: Letter, sheet: Sheet, *, at: datetime) -> bytes:
    """The letter set on its sheet. Raises `UserError` where the address is longer than the window."""
    _fits(letter, sheet)
    data = {
        **_said(letter, us=sheet.key == "us"),
        "paper": sheet.paper,
        "left": sheet.left,
        "right": sheet.right,
        "address": _box(sheet.address),
        "line": sheet.line,
        "note": _box(sheet.note) if sheet.note else None,
        "head": _box(sheet.head),
        "head_left": sheet.key == "us",
        "body": sheet.body,
        "folds": list(sheet.folds),
        "hole": sheet.hole,
    }
    return pdf(_template("letter"), data, at=at)


def as_card(letter: Letter, *, us: bool, at: datetime) -> bytes:
    """A small card to print or to copy by hand, and on the second page its envelope (S1-08).

    A6 in a C6 envelope, or an A2 card in an A2 envelope where paper is measured in inches.
    """
    size = (139.7, 107.95, 146.05, 111.1) if us else (148.0, 105.0, 162.0, 114.0)
    names = ("width", "height", "envelope_width", "envelope_height")
    data = {**_said(letter, us=us), **dict(zip(names, size, strict=True))}
    return pdf(_template("card"), data, at=at)


def parts(words: str) -> tuple[list[list[str]], list[str], str]:
    """The paragraphs as lines, then the closing line or lines, then the name that is signed.

    A last paragraph of two lines or more is a closing with a name under it; a signature goes
    between the two.
    """
    found = [part.strip("\n").split("\n") for part in words.replace("\r\n", "\n").split("\n\n")]
    found = [[line.rstrip() for line in lines] for lines in found if "".join(lines).strip()]
    if len(found) > 1 and 2 <= len(found[-1]) <= 4:
        *before, last = found
        return before, last[:-1], last[-1]
    return found, [], ""


def day(on: date, language: str, *, us: bool = False) -> str:
    """The date as a letter carries it in this language."""
    names = _MONTHS.get(language[:2], _MONTHS["en"])
    month = names[on.month - 1]
    if language[:2] == "de":
        return f"{on.day}. {month} {on.year}"
    if language[:2] == "es":
        return f"{on.day} de {month} de {on.year}"
    if language[:2] == "fr":
        return f"{'1er' if on.day == 1 else on.day} {month} {on.year}"
    return f"{month} {on.day}, {on.year}" if us else f"{on.day} {month} {on.year}"


def heading(subject: str) -> str:
    """The subject as paper knows it: without the Re: of a mail."""
    words = subject.strip()
    while words[:3].casefold() in ("re:", "aw:", "sv:") or words[:4].casefold() in ("re :", "fwd:"):
        words = words.partition(":")[2].strip()
    return words


def dateline(letter: Letter, *, us: bool) -> str:
    said = day(letter.on, letter.language, us=us)
    return f"{letter.place}, {said}" if letter.place else said


def return_line(letter: Letter) -> str:
    """Who sent it, in one small line above the address: seen in the window, read by the post."""
    return " · ".join(line for line in (letter.name, *letter.address) if line)


def _said(letter: Letter, *, us: bool) -> dict[str, Any]:
    paragraphs, closing, name = parts(letter.words)
    picture = letter.signature
    return {
        "language": letter.language[:2] or "en",
        "name": letter.name,
        "sender": list(letter.address),
        "contact": list(letter.contact),
        "to": list(letter.to),
        "from_line": return_line(letter),
        "date": dateline(letter, us=us),
        "subject": heading(letter.subject),
        "title": heading(letter.subject) or letter.name or "Letter",
        "paragraphs": paragraphs,
        "closing": closing,
        "signed": name,
        "signature": list(picture.data) if picture else None,
        "signature_kind": picture.kind if picture else "",
    }


def _fits(letter: Letter, sheet: Sheet) -> None:
    if len(letter.to) > sheet.most:
        raise UserError(
            f"The address has {len(letter.to)} lines, and the window shows {sheet.most}. Put two "
            "of them on one line."
        )


def _box(box: Box) -> dict[str, float]:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


@cache
def _template(name: str) -> str:
    return Path(__file__).with_name(f"{name}.typ").read_text("utf-8")
