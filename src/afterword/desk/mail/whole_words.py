"""The words a reading rests on, shown with the sentence they stand in, for who is to say: right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from afterword.reading.sentences import sentences

#: As much as a line of the page can hold.
MOST = 160
#: How much of a longer sentence is shown before the words themselves.
_BEFORE = 60


def around(text: str, evidence: Mapping[str, Any], most: int = MOST) -> str:
    """The sentence that holds this evidence, or as much of it round the words; cut at words.

    The bare words where they do not stand in the text any more.
    """
    bare = str(evidence.get("text", ""))
    start, end = int(evidence.get("start", 0)), int(evidence.get("end", 0))
    if not bare or text[start:end] != bare:
        return _shortened(_plain(bare), 0, most)
    inside = [one for one in sentences(text) if one.start < end and one.end > start]
    if not inside:
        return _shortened(_plain(bare), 0, most)
    said = _plain(text[inside[0].start : inside[-1].end])
    return _shortened(said, len(_plain(text[inside[0].start : start])), most)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _shortened(said: str, at: int, most: int) -> str:
    """At most so many characters of a sentence, those at `at` among them."""
    if len(said) <= most:
        return said
    begin = 0 if at + _BEFORE <= most else at - _BEFORE
    if begin:
        begin = said.find(" ", begin) + 1
    room = most - (2 if begin else 0)
    shown = said[begin:]
    if len(shown) > room:
        shown = shown[: room - 2].rsplit(" ", 1)[0] + " …"
    return f"… {shown}" if begin else shown
