"""What looks like a seat's number in an advert, wherever in it that stands and whatever announces it.

"Unser Zeichen: KL-26-07", "(our file KL-26-07)": no list of announcing words ends. Whoever holds the
number of a lost seat need not be told that it is one. Tokens of the text with letters and digits are
kept, and nothing else of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Letters, then digits in one or more parts: "KL-26-07", "TH 2026/411", "R-20118".
_MARK = re.compile(r"(?<![\w/.-])[A-Za-zÄÖÜ]{1,6}[ /.:_-]?\d[\w/._-]*(?<![._/-])")
_SIGNS = re.compile(r"[^0-9a-zäöü]+")
#: So many are kept of a text; a number of fewer digits ("B2", "Class 12") is anybody's.
_MOST, _DIGITS = 12, 3


@lru_cache(maxsize=2048)  # a board shows the same texts day after day
def marks_in(text: str) -> tuple[str, ...]:
    """The tokens of a text that may be numbers of a seat, without their signs and cases."""
    found = (_plain(hit.group()) for hit in _MARK.finditer(text))
    return tuple(dict.fromkeys(one for one in found if _is_number(one)))[:_MOST]


def bears(marks: tuple[str, ...], number: str) -> bool:
    """Whether one of them is this very number, however it is written."""
    wanted = _plain(number)
    return _is_number(wanted) and wanted in marks


def _is_number(plain: str) -> bool:
    return sum(sign.isdecimal() for sign in plain) >= _DIGITS and any(s.isalpha() for s in plain)


def _plain(mark: str) -> str:
    return _SIGNS.sub("", mark.casefold())
