"""Mail in a language that is not read: told, counted and named, never passed over without a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from afterword.reading.language import READ, language_of

if TYPE_CHECKING:
    from afterword.casebook.case import Case

#: The languages that are read, as people call them.
NAMES = ("English", "German", "French", "Spanish", "Portuguese", "Dutch", "Italian")
OTHERS: Mapping[str, str] = {
    "pl": "Polish", "cs": "Czech", "sk": "Slovak", "hu": "Hungarian", "ro": "Romanian",
    "sv": "Swedish", "da": "Danish", "no": "Norwegian", "fi": "Finnish", "tr": "Turkish",
    "el": "Greek", "ru": "Russian", "uk": "Ukrainian", "bg": "Bulgarian", "sr": "Serbian",
    "hr": "Croatian", "sl": "Slovenian", "lt": "Lithuanian", "lv": "Latvian", "et": "Estonian",
    "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "ar": "Arabic", "he": "Hebrew",
    "hi": "Hindi", "ca": "Catalan", "vi": "Vietnamese", "th": "Thai", "id": "Indonesian",
}  # fmt: skip
#: Words no text of some length in a language that is read does without: a cheap look before the dear one.
_COMMON = frozenset(
    [
        "the",
        "to",
        "of",
        "in",
        "is",
        "for",
        "you",
        "and",
        "we",
        "your",
        "der",
        "die",
        "und",
        "für",
        "ist",
        "wir",
        "mit",
        "sie",
        "den",
        "le",
        "la",
        "les",
        "de",
        "des",
        "vous",
        "et",
        "el",
        "los",
        "que",
        "para",
        "una",
        "en",
        "con",
        "os",
        "uma",
        "não",
        "com",
        "do",
        "da",
        "het",
        "een",
        "van",
        "wij",
        "voor",
        "u",
        "il",
        "di",
        "che",
        "per",
        "non",
        "una",
        "è",
    ]
)
#: Where private people have their mail: such a host names no firm.
PRIVATE = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "yahoo.com",
        "icloud.com",
        "me.com",
        "proton.me",
        "protonmail.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "wp.pl",
        "o2.pl",
        "onet.pl",
        "interia.pl",
        "seznam.cz",
        "mail.ru",
        "yandex.ru",
    ]
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
    if sum(word in _COMMON for word in words) * 12 > len(words):
        return ""
    code, sure = language_of(text[:_LOOKED_AT])
    return code if sure and code not in READ else ""


def name_of(code: str) -> str:
    """What people call a language: Polish; another one by its code."""
    return OTHERS.get(code, f"“{code}”")


def told(counts: Mapping[str, int]) -> str:
    """How many mails were in languages that are not read, in a sentence; "" where none was."""
    n = sum(counts.values())
    if not n:
        return ""
    which = ", ".join(name_of(code) for code in sorted(counts, key=lambda c: (-counts[c], c)))
    were = "mail was" if n == 1 else "mails were"
    return (
        f"{n:,} {were} in a language that is not read here ({which}). If one is about a job, paste "
        f"it in by hand. Read are {', '.join(NAMES[:-1])} and {NAMES[-1]}."
    )


def firm_of(name: str, email: str) -> str:
    """What a case is called whose mail cannot be read: the house of its writer, else the writer."""
    host = email.rpartition("@")[2].casefold()
    label = host.split(".")[-2] if host.count(".") else ""
    if label in ("com", "co", "org", "net") and host.count(".") > 1:
        label = host.split(".")[-3]
    if not label or host in PRIVATE:
        return name or email
    return label.replace("-", " ").title()


def of_case(case: Case) -> str:
    """The language of all that a case holds, where none of it could be read; else ""."""
    rows = case.messages.filter(direction="in").values_list("reading", flat=True)[:20]
    codes: list[Any] = [(reading or {}).get("language", "") for reading in rows]
    foreign = bool(codes) and all(code and code not in READ for code in codes)
    return name_of(codes[0]) if foreign else ""
