"""Mail in a language that is not read: told, counted and named, never passed over without a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_noop as _

from afterword import reading as room
from afterword.reading.language import READ, language_of

if TYPE_CHECKING:
    from afterword.casebook.case import Case


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: The languages that are read, as people call them.
NAMES = (
    _("English"),
    _("German"),
    _("French"),
    _("Spanish"),
    _("Portuguese"),
    _("Dutch"),
    _("Italian"),
)
OTHERS: Mapping[str, str] = {
    "pl": _("Polish"), "cs": _("Czech"), "sk": _("Slovak"), "hu": _("Hungarian"), "ro": _("Romanian"),
    "sv": _("Swedish"), "da": _("Danish"), "no": _("Norwegian"), "fi": _("Finnish"), "tr": _("Turkish"),
    "el": _("Greek"), "ru": _("Russian"), "uk": _("Ukrainian"), "bg": _("Bulgarian"), "sr": _("Serbian"),
    "hr": _("Croatian"), "sl": _("Slovenian"), "lt": _("Lithuanian"), "lv": _("Latvian"), "et": _("Estonian"),
    "ja": _("Japanese"), "zh": _("Chinese"), "ko": _("Korean"), "ar": _("Arabic"), "he": _("Hebrew"),
    "hi": _("Hindi"), "ca": _("Catalan"), "vi": _("Vietnamese"), "th": _("Thai"), "id": _("Indonesian"),
}  # fmt: skip
#: Words that only a language which is read has, and that a text of some length in it does not do
#: without: a cheap look before the dear one. What a neighbour writes too is no sign ("de", "for" and
#: "et" are Danish, "que" and "les" Catalan, "la" and "are" Romanian, "to" Polish, "is" Hungarian).
_DISTINCTIVE = _listed(
    """
    the and you your of with this that our will not from we been thank
    und wir ist für nicht haben ihre ihnen ihrer eine einen auf zu wurde uns leider über werden
    vous nous votre notre est pour avec dans une pas cette être avons
    los las para con por usted hemos nuestra nuestro gracias más muy y
    não uma você vocês sua seu foi são nossa nosso pela pelo obrigado obrigada
    het een wij voor niet zijn hebben uw naar ons aan bij deze dat met graag ook
    il che non è della abbiamo sono gli nostra nostro grazie alla siamo nel questo
    """
)
#: Under these everybody's houses stand, by trade: they name none.
_GENERIC = _listed(
    "ac co com edu edv gob gov gouv gv govt id info ltd mil ne net nom nhs or org sch"
)
_WORD = re.compile(r"[^\W\d_]+")
#: Of fewer words nothing is said.
_LEAST = 8
_LOOKED_AT = 1200


def unread(text: str) -> str:
    """The code of the language a text is in, where that is none of those that are read; else ""."""
    words = _WORD.findall(text[:_LOOKED_AT].casefold())
    if len(words) < _LEAST and text.isascii():
        return ""
    if sum(word in _DISTINCTIVE for word in words) * 12 > len(words):
        return ""
    code, sure = language_of(text[:_LOOKED_AT])
    return code if sure and code not in READ else ""


def name_of(code: str) -> str:
    """What people call a language: Polish; another one by its code."""
    return OTHERS.get(code, f"“{code}”")


def named(counts: Mapping[str, int]) -> list[str]:
    """The languages of mails that were not read, the most frequent first."""
    return [name_of(code) for code in sorted(counts, key=lambda c: (-counts[c], c))]


def told(counts: Mapping[str, int]) -> str:
    """How many mails were in languages that are not read, in a sentence; "" where none was."""
    n = sum(counts.values())
    if not n:
        return ""
    were = "mail was" if n == 1 else "mails were"
    return (
        f"{n:,} {were} in a language that is not read here ({', '.join(named(counts))}). If one is "
        f"about a job, paste it in by hand. Read are {', '.join(NAMES[:-1])} and {NAMES[-1]}."
    )


def firm_of(name: str, email: str) -> str:
    """What a case is called whose mail cannot be read: the house of its writer, else the writer."""
    labels = room.domain_key(email).split(".")
    # "hr.firm.pl" is the firm's, "office.gov.pl" the office's.
    label = labels[-2] if len(labels) > 2 and labels[-2] not in _GENERIC else labels[0]
    if not label or label in _GENERIC:
        return name or email
    return label.replace("-", " ").title()


def of_case(case: Case) -> str:
    """The language of all that a case holds, where none of it could be read; else ""."""
    rows = case.messages.filter(direction="in").values_list("reading", flat=True)[:20]
    codes: list[Any] = [(reading or {}).get("language", "") for reading in rows]
    foreign = bool(codes) and all(code and code not in READ for code in codes)
    return name_of(codes[0]) if foreign else ""
