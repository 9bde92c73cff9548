"""A text cut into words once, each with what stands between it and the word before."""

from __future__ import annotations

import re
from typing import NamedTuple

from afterword.reading.company.spelling import fold

#: Between words: nothing, a light break a cue may cross, a comma, the end of a thought.
NONE, LIGHT, COMMA, FULL = range(4)
_TOKEN = re.compile(r"[^\W_](?:[\w'’&+*]|[-./:](?=\w)){0,60}|&")
_LIGHT = frozenset(":-–—\"'“”„«»‘’*_/|>")
_ELISION = re.compile(r"^(?:d|l|dell|all|nell|un|s|qu)['’](?=\w)", re.IGNORECASE)
_APOSTROPHES = frozenset("'’")
_SHORT = frozenset(["sr", "jr", "dy", "asst", "asstt", "gen", "exec", "sen", "dipl", "st", "ass"])


class Word(NamedTuple):
    """A word of the text, folded, and what stands between it and the word before."""

    start: int
    end: int
    text: str
    plain: str
    gap: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def words_of(text: str) -> list[Word]:
    """The words of a text in order."""
    out: list[Word] = []
    last = line = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        word = found.group()
        if not out:
            gap = FULL
        elif start == last + 1 and text[last] == " ":
            gap = NONE
        else:
            between = text[last:start]
            gap = _gap(between, start - line)
            if "\n" in between:
                line = start
            elif gap == FULL and between == ". " and out[-1].plain in _SHORT:
                gap = NONE
        if word[1:2] in _APOSTROPHES or word[2:3] in _APOSTROPHES or "l'" in word or "l’" in word:
            elided = _ELISION.match(word)
            if elided and len(word) > elided.end() + 1:
                middle = start + elided.end()
                out.append(Word(start, middle, elided.group(), fold(elided.group()), gap))
                start, gap, word = middle, NONE, word[elided.end() :]
        out.append(Word(start, end, word, fold(word), gap))
        last = end
    return out


def _gap(between: str, along: int) -> int:
    if "\n" in between:
        if "\n\n" in between or along < 45:
            return FULL
        between = between.replace("\n", " ")
    bare = between.strip()
    if not bare:
        return NONE
    if bare[0] in ".!?;…":
        return FULL
    if all(c in _LIGHT or c == " " for c in bare):
        return LIGHT
    return COMMA
