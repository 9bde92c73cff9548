"""A text as the rules look at it: every code point stands where it stood.

Rules are written with plain spaces, straight quotes and hyphens; mail is not.
The view swaps characters one for one, so a span in the view is the same span in
the text and evidence never needs mapping back.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SWAPS = {
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u201b", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012", "-"),
    **dict.fromkeys("\u2013\u2014\u2015", "\u2013"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u2002\u2003\t\u3000", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff\u200e\u200f", " "),
}
_TABLE = str.maketrans(_SWAPS)


@lru_cache(maxsize=64)  # several parts of the room look at one letter
def view(text: str) -> str:
    """The same text with quotes, dashes and spaces made plain; same length."""
    return text.translate(_TABLE)


@lru_cache(maxsize=4096)
def rule(pattern: str) -> re.Pattern[str]:
    """A pattern in rule dialect, compiled."""
    return re.compile(spaced(pattern), re.IGNORECASE)


@lru_cache(maxsize=4096)
def spaced(pattern: str) -> str:
    """A pattern in rule dialect as `re` has it: a space for white space, " ?" for none or some.

    Runs are bounded so that a rule can never walk a long text twice.
    """
    return pattern.replace(" ?", r"\s{0,8}").replace(" ", r"\s{1,8}")


def one_line(text: str) -> str:
    """Words without the line breaks and runs of spaces of the mail they stood in."""
    return " ".join(text.split())
