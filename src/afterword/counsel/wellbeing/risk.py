"""A calm word when somebody writes that they may not want to live (method 6.10, L11, L12).

The words are looked for only in what the user types, on this machine, at the moment it is typed.
The answer is shown and forgotten: no mark is kept, nobody is told, nothing is closed. A false alarm
costs a glance at a kind sentence. The list and the sentences are data (risk.toml) and must be read
by a clinician before a release.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afterword.counsel.one_line import one_line
from afterword.counsel.wellbeing.lines import Help, help_for


@dataclass(frozen=True, slots=True)
class Care:
    """What is said, in the language the words were heard in, and where a person can be reached."""

    language: str
    title: str
    says: tuple[str, ...]
    call: str
    emergency: str
    help: Help


def care(text: str, country: str = "", language: str = "en") -> Care | None:
    """The calm message for these words, None when nothing in them calls for it.

    `country` (two letters, "" unknown) picks the helpline; `language` is looked at first, for the
    words that several languages share.
    """
    heard = _heard(text, language)
    if not heard:
        return None
    said = _data()[heard]
    title, call, emergency = (said[name][0] for name in ("title", "call", "emergency"))
    return Care(heard, title, said["says"], call, emergency, help_for(country))


def _heard(text: str, first: str) -> str:
    words = f" {plain(text)} "
    order = sorted(_patterns(), key=lambda code: code != first)
    return next((code for code in order if _patterns()[code].search(words)), "")


def plain(text: str) -> str:
    """Letters and single spaces only, small and without accents; an apostrophe closes up."""
    bare = _CLOSES_UP.sub("", text.casefold())
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare)
        bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return one_line(_SIGNS.sub(" ", bare))


_CLOSES_UP = re.compile(r"['’`´ʼ]")
_SIGNS = re.compile(r"[\W_]+")


@cache
def _data() -> dict[str, dict[str, tuple[str, ...]]]:
    """The file, every entry as a tuple of sentences or words."""
    with (files(__package__) / "risk.toml").open("rb") as source:
        found = tomllib.load(source)["language"]
    return {
        code: {
            name: (given,) if isinstance(given, str) else tuple(given)
            for name, given in said.items()
        }
        for code, said in found.items()
    }


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {code: _pattern(said["words"]) for code, said in _data().items()}


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for a list; `*` stands for any ending of a word."""
    parts = ("|".join(_phrase(one) for one in phrases)).replace(_STAR, r"\w*")
    return re.compile(rf" (?:{parts}) ")


#: Stands for `*` while a phrase is made plain: a letter that no language writes.
_STAR = "ꙮ"


def _phrase(given: str) -> str:
    return re.escape(plain(given.replace("*", _STAR)))
