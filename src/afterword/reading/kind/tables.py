"""Every rule table by language, and the signs of mood that go with it."""

from __future__ import annotations

from functools import cache

from afterword.reading.kind.english import VERDICT_RULES
from afterword.reading.kind.everyday import EVERYDAY_RULES
from afterword.reading.kind.mood import EN, Moods
from afterword.reading.kind.rule import Rule


@cache
def rules_of(language: str) -> tuple[tuple[Rule, ...], Moods]:
    """The rules and moods of one language; English for any other."""
    return (*VERDICT_RULES, *EVERYDAY_RULES), EN
