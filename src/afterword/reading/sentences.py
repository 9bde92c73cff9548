"""Sentences as spans of a text, cut so that a clause can be judged on its own.

Robust to hard-wrapped lines, lists, greetings without a stop and missing
punctuation. No span is longer than `LONGEST`, which bounds every rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 600

_STOP = re.compile(r"[.!?…]{1,4}[\"')\]]{0,2}(?=\s|$)|\n[ \t]{0,8}\n|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|mr|mrs|ms|dr|prof|sr|jr|st|inc|ltd|llc|co|corp|vs|etc|no|approx|dept|"
    r"z\.b|bzw|ca|nr|hr|fr|inkl|usw|d\.h|m\.w|sra|av|p\.ex|a\.m|p\.m|u\.s|u\.k|ph\.d|b\.sc|m\.sc)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b\d{1,2}\.\s{1,3}(?:jan|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)", re.IGNORECASE
)
_BULLET = re.compile(r"[ \t]{0,8}(?:[-*•·–▪]|\d{1,2}[.)])[ \t]")
_WRAPPED = 48


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@lru_cache(maxsize=32)  # several parts of the room walk one letter
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of the text in order; each is a non-empty trimmed span."""
    cuts: list[int] = []
    line_start = 0
    for stop in _STOP.finditer(text):
        if stop.group().startswith("\n"):
            if stop.group() != "\n" or _breaks_here(text, line_start, stop.start(), stop.end()):
                cuts.append(stop.end())
            line_start = stop.end()
        elif stop.group() != "." or not _goes_on(text, max(0, stop.start() - 8), stop.end()):
            cuts.append(stop.end())
    out: list[Span] = []
    begin = 0
    for cut in [*cuts, len(text)]:
        out.extend(_pieces(text, begin, cut))
        begin = cut
    return tuple(out)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a full stop belongs to an abbreviation or an ordinal ("am 12. März")."""
    if _ABBREVIATION.search(text, start, end):
        return True
    return _ORDINAL.search(text, start, min(len(text), end + 8)) is not None


def _breaks_here(text: str, line_start: int, at: int, after: int) -> bool:
    """Whether a single line break ends a thought rather than wraps a long line."""
    if _BULLET.match(text, after):
        return True
    line = text[line_start:at].strip()
    following = text[after : after + 1]
    if following.islower():
        return False
    return len(line) < _WRAPPED


def _pieces(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    out: list[Span] = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        out.append(Span(start, cut))
        start = cut
    if end > start:
        out.append(Span(start, end))
    return out
