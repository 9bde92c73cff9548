"""Which letters a text must hold before a pattern can possibly match in it.

Looking for a few plain words is many times cheaper than running a pattern, and
nearly every rule is silent on nearly every mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import Any

# The compiler's own reading of a pattern; it has no public door, and ours may fail
# on a later Python without harm: a pattern we cannot take apart is simply run.
sre: Any
parser: Any
try:
    sre, parser = import_module("re._constants"), import_module("re._parser")
except ImportError:  # pragma: no cover
    sre = parser = None

#: Shorter scraps stand in every mail and would save nothing.
SHORTEST = 3


#: Of each of these sets a match holds at least one scrap.
Needs = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4096)
def needed(pattern: str) -> Needs:
    """Sets of lower-case scraps; every match holds one of each. Empty when nothing is sure."""
    if parser is None:
        return ()
    try:
        found = _of(parser.parse(pattern, re.IGNORECASE))
    except (re.error, AttributeError, TypeError, ValueError):
        return ()
    # The rarest first: long scraps, and few of them, say no soonest.
    ordered = sorted(found, key=lambda one: (-min(map(len, one)), len(one)))
    return tuple(tuple(sorted(one)) for one in ordered[:4])


def scraps_in(pattern: str, lowered: str) -> tuple[str, ...] | None:
    """The scraps one of which stands in every match in this lower-case text.

    None when the pattern cannot match here at all; empty when nothing is known of it.
    """
    held: tuple[str, ...] = ()
    for scraps in needed(pattern):
        here = tuple(scrap for scrap in scraps if scrap in lowered)
        if not here:
            return None
        held = held or here
    return held


def _of(items: Iterable[Any]) -> list[set[str]]:
    """What a sequence needs: all that its parts need."""
    found: list[set[str]] = []
    run = ""
    for op, argument in items:
        if op is sre.LITERAL:
            run += chr(argument).lower()
            continue
        found += _kept(run) + _part(op, argument)
        run = ""
    return found + _kept(run)


def _kept(run: str) -> list[set[str]]:
    return [{run}] if len(run) >= SHORTEST and run.isascii() else []


def _part(op: Any, argument: Any) -> list[set[str]]:
    if op is sre.BRANCH:
        # One branch must match: the most telling need of each, together.
        union: set[str] = set()
        for branch in argument[1]:
            inner = _of(branch)
            if not inner:
                return []
            union |= max(inner, key=lambda one: (min(map(len, one)), -len(one)))
        return [union]
    if op is sre.SUBPATTERN:
        return _of(argument[-1])
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[0] >= 1:
        return _of(argument[2])
    return []
