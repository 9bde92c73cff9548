"""Every rule table by language, and the signs of mood that go with it."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from afterword.reading.kind.english import REJECTION
from afterword.reading.kind.english_seat import OFFERS, ROLE_STATE, WITHDRAWN_IN
from afterword.reading.kind.everyday import EVERYDAY_RULES
from afterword.reading.kind.mood import EN, Moods
from afterword.reading.kind.rule import Rule

_MODULES = {
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "nl": "dutch",
    "it": "italian",
}


@cache
def rules_of(language: str) -> tuple[tuple[Rule, ...], Moods]:
    """The rules and moods of one language; English for any other."""
    if language not in _MODULES:
        return (*REJECTION, *ROLE_STATE, *OFFERS, *WITHDRAWN_IN, *EVERYDAY_RULES), EN
    module = import_module(f"afterword.reading.kind.{_MODULES[language]}")
    return module.RULES, module.MOODS
