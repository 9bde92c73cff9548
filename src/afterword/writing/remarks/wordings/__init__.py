"""What people write when they are hurt, hopeful or in a hurry, as tables, a language a file.

A row is a wording in a small notation: `{name}` stands for a class of words of that language,
`~` for up to four words between, a space for any white space, `'` for either apostrophe. The
key is the rule and, after a stroke, the shade that chooses what is said about it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module

from afterword.writing.remarks.wordings.sayings import SAYINGS

LANGUAGES = {"en": "english", "de": "german", "fr": "french", "es": "spanish"}

_SMALL = {
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "in",
            "is",
            "that",
            "for",
            "you",
            "your",
            "with",
            "was",
            "I",
            "my",
            "on",
            "have",
            "it",
            "dear",
            "regards",
            "kind",
            "please",
            "me",
            "we",
            "are",
            "this",
            "at",
            "be",
            "as",
            "by",
            "from",
            "not",
            "would",
            "one",
            "more",
            "will",
            "if",
            "can",
            "so",
            "hello",
            "sincerely",
            "thanks",
            "thank",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "und",
            "das",
            "ich",
            "nicht",
            "mit",
            "für",
            "Sie",
            "Ihre",
            "Ihr",
            "Ihnen",
            "ist",
            "den",
            "zu",
            "auf",
            "war",
            "mich",
            "mir",
            "wir",
            "ein",
            "eine",
            "Grüßen",
            "Grüße",
            "geehrte",
            "geehrter",
            "Guten",
            "Tag",
            "Liebe",
            "Lieber",
            "am",
            "im",
            "vom",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "et",
            "des",
            "vous",
            "je",
            "votre",
            "pour",
            "dans",
            "que",
            "est",
            "une",
            "nous",
            "merci",
            "bonjour",
            "madame",
            "monsieur",
            "cordialement",
            "un",
            "au",
            "du",
            "avec",
            "sur",
            "ce",
            "ne",
            "pas",
            "mon",
            "ma",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "y",
            "de",
            "que",
            "usted",
            "su",
            "para",
            "en",
            "una",
            "por",
            "con",
            "gracias",
            "no",
            "un",
            "del",
            "saludo",
            "estimada",
            "estimado",
            "buenos",
            "días",
            "le",
            "mi",
            "al",
            "se",
        ]
    ),
}


def guess_language(text: str) -> str:
    """The one of our four languages a text is written in, by its small words; English in doubt."""
    words = re.findall(r"[^\W\d_]+", text)
    counts = {tongue: sum(w in small for w in words) for tongue, small in _SMALL.items()}
    return max(counts, key=lambda tongue: (counts[tongue], tongue == "en"))


def expanded(pattern: str, classes: Mapping[str, str]) -> str:
    """The notation as a regular expression."""
    for _ in range(3):
        pattern = re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{classes[m[1]]})", pattern)
    pattern = pattern.replace("'", "[’']")
    pattern = re.sub(r" ?~ ?", r"(?:[\\s,]+[\\w’'-]+){0,4}?[\\s,]+", pattern)
    return re.sub(r"(?<!\\) ", r"\\s+", pattern)


@lru_cache(maxsize=8)
def wordings(language: str) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """All wordings of a language, ready to search with; English for a language without any."""
    module = import_module(
        f"afterword.writing.remarks.wordings.{LANGUAGES.get(language, 'english')}"
    )
    more = SAYINGS[language if language in LANGUAGES else "en"]
    return {
        key: tuple(_whole(expanded(row, module.CLASSES)) for row in (*rows, *more.get(key, ())))
        for key, rows in module.WORDINGS.items()
    }


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-]|[’']\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def grammar_of(language: str) -> Mapping[str, re.Pattern[str]]:
    """Small classes of words the rules of shape need: passives, future marks, first persons."""
    module = import_module(
        f"afterword.writing.remarks.wordings.{LANGUAGES.get(language, 'english')}"
    )
    return {name: _whole(expanded(row, module.CLASSES)) for name, row in module.FORMS.items()}
