"""Whose letters stand below a mail's own words: the heads that mail programs print when one is passed on."""

from __future__ import annotations

import re

_FROM = re.compile(
    r"^[ \t>*_|]{0,6}(?:from|von|de|da|van)[ \t*_\u00a0]{0,3}:[^\n@]{0,120}?"
    r"([\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})",
    re.IGNORECASE | re.MULTILINE,
)
#: More heads than this are a long conversation's; the nearest tell.
_FEW = 3


def writers_below(text: str) -> tuple[str, ...]:
    """The addresses of those whose letters are printed below, the nearest first."""
    found: dict[str, None] = {}
    for head in _FROM.finditer(text):
        found[head[1].lower()] = None
        if len(found) == _FEW:
            break
    return tuple(found)
