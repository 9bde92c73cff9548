"""A rule of the tables: words that speak for one kind of mail, and how loudly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from afterword.reading.view import rule as compile_rule
from afterword.reading.view import spaced
from afterword.terms import MailKind


@dataclass(frozen=True)
class Rule:
    """`strong` alone settles a kind when asserted; weak ones only add up.

    `polar` rules carry their own "not": a "not" in front of the others turns them off.
    `source` says where the wording comes from (method.md 5, field.md 3.4, or manner).
    """

    id: str
    kind: MailKind
    pattern: str
    weight: float = 1.0
    strong: bool = True
    polar: bool = False
    source: str = "method 5"
    where: str = "body"

    @cached_property
    def spaced(self) -> str:
        """The pattern as `re` has it: what it needs can be told before it is compiled."""
        return spaced(self.pattern)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return compile_rule(self.pattern)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule's words stand, asserted."""

    rule: Rule
    start: int
    end: int


def expand(pattern: str, words: dict[str, str]) -> str:
    """The pattern with its <NAMES> replaced by the language's word classes."""
    for _ in range(2):
        for name, value in words.items():
            pattern = pattern.replace(f"<{name}>", f"(?:{value})")
    return pattern


def bounded(pattern: str) -> str:
    """The pattern made to begin at a word: "viewed" must not be found in "reviewed".

    A "not" may hang on the word before it ("won't"), so those begin where they like.
    """
    bare = pattern.lstrip("(?:")
    hangs = bare.startswith((r"\bnot", "not|n't", "^"))
    return pattern if hangs else rf"\b(?:{pattern})"


def table(
    language: str, moods: object, rows: tuple[tuple[MailKind, str, float, bool, str], ...]
) -> tuple[Rule, ...]:
    """A language's table from rows of (kind, id, weight, strong, pattern).

    Rules of a no carry their own "not"; all others fall silent behind one.
    """
    del moods
    carries_not = {
        MailKind.REJECTION,
        MailKind.CANCELLED,
        MailKind.STATUS_UPDATE,
        MailKind.OFFER_RESCINDED,
        MailKind.ACTION_NEEDED,
    }
    return tuple(
        Rule(
            f"{language}.{name}",
            kind,
            pattern if pattern.startswith(r"\b") else rf"(?<!\w)(?:{pattern})",
            weight,
            strong,
            kind in carries_not,
            "method 5, manner " + language,
        )
        for kind, name, weight, strong, pattern in rows
    )
