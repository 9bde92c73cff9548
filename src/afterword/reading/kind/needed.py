"""Which letters a text must hold before a pattern can possibly match in it.

Looking for a few plain words is many times cheaper than running a pattern, and
nearly every rule is silent on nearly every mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from itertools import product
from typing import Any

# The compiler's own reading of a pattern; it has no public door, and ours may fail
# on a later Python without harm: a pattern we cannot take apart is simply run.
sre: Any
parser: Any
try:
    sre, parser = import_module("re._constants"), import_module("re._parser")
except ImportError:  # pragma: no cover
    sre = parser = None

#: A single letter stands in every mail and would save nothing.
SHORTEST = 2
#: So many letters of a scrap are looked up before the text is searched for all of it.
_START = 3
#: More spellings of one stretch than this would cost more to look for than they save.
MOST = 32
#: Letters beyond these have odd brothers when case is ignored (the long s, the dotless i).
_PLAIN = 0x100
_ODD = "µ"

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


@lru_cache(maxsize=4096)
def _with_starts(pattern: str) -> tuple[tuple[frozenset[str], tuple[tuple[str, str], ...]], ...]:
    """Each set with its scraps' beginnings; one too short to have one begins everywhere."""
    sets = (
        [(one[:_START] * (len(one) >= _START), one) for one in each] for each in needed(pattern)
    )
    return tuple((frozenset(start for start, _ in each), tuple(each)) for each in sets)


@lru_cache(maxsize=8)  # every rule of a language asks of the same text
def _starts(lowered: str) -> frozenset[str]:
    """Every stretch of three letters: a scrap whose beginning is not among them is not here."""
    return frozenset(["", *map("".join, zip(lowered, lowered[1:], lowered[2:], strict=False))])


def scraps_in(pattern: str, lowered: str) -> Needs | None:
    """Of each needed set the scraps that stand in this lower-case text: a match holds one of each.

    None when the pattern cannot match here at all; empty when nothing is known of it.
    """
    held: list[tuple[str, ...]] = []
    starts = _starts(lowered)
    for beginnings, scraps in _with_starts(pattern):
        if beginnings.isdisjoint(starts):
            return None
        here = [scrap for start, scrap in scraps if start in starts and scrap in lowered]
        if not here:
            return None
        held.append(tuple(here))
    return tuple(held)


def may_match(held: Needs, lowered: str) -> bool:
    """Whether this stretch of the text holds what the pattern needs of it."""
    for scraps in held:
        for scrap in scraps:
            if scrap in lowered:
                break
        else:
            return False
    return True


def _of(items: Iterable[Any]) -> list[set[str]]:
    """What a sequence needs: all that its parts need, neighbours spelled together."""
    found: list[set[str]] = []
    run = {""}
    for op, argument in items:
        spelled = _spelled(op, argument)
        if spelled is not None and len(spelled) * len(run) <= MOST:
            run = {"".join(both) for both in product(run, spelled)}
            continue
        found += _kept(run)
        run = {""}
        if spelled is not None:
            run = spelled
        else:
            found += _part(op, argument)
    return found + _kept(run)


def _kept(run: set[str]) -> list[set[str]]:
    if min(map(len, run)) < SHORTEST:
        return []
    return [_shortest(run)]


def _shortest(scraps: set[str]) -> set[str]:
    """What holds a longer scrap holds the shorter one in it."""
    return {one for one in scraps if not any(other in one and other != one for other in scraps)}


def _spelled(op: Any, argument: Any) -> set[str] | None:
    """Every way to spell what this part matches, where they are few; None otherwise."""
    if op is sre.LITERAL:
        letter = chr(argument).lower()
        return {letter} if ord(letter) < _PLAIN and letter not in _ODD else None
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return {""}  # looks, and takes nothing
    if op is sre.IN:
        return _of_class(argument)
    if op is sre.SUBPATTERN:
        return _of_all(argument[-1])
    if op is sre.BRANCH:
        ways = [_of_all(branch) for branch in argument[1]]
        return _few(set().union(*ways)) if None not in ways else None  # type: ignore[arg-type]
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[1] == 1:
        once = _of_all(argument[2])
        return once if once is None or argument[0] == 1 else _few({"", *once})
    return None


def _of_all(items: Iterable[Any]) -> set[str] | None:
    ways = {""}
    for op, argument in items:
        spelled = _spelled(op, argument)
        if spelled is None or len(spelled) * len(ways) > MOST:
            return None
        ways = {"".join(both) for both in product(ways, spelled)}
    return ways


def _of_class(members: Iterable[Any]) -> set[str] | None:
    letters: set[str] = set()
    for op, argument in members:
        letter = _spelled(op, argument) if op is sre.LITERAL else None
        if letter is None:
            return None
        letters |= letter
    return letters


def _few(ways: set[str]) -> set[str] | None:
    return ways if len(ways) <= MOST else None


def _part(op: Any, argument: Any) -> list[set[str]]:
    if op is sre.BRANCH:
        # One branch must match: the most telling need of each, together.
        union: set[str] = set()
        for branch in argument[1]:
            inner = _of(branch)
            if not inner:
                return []
            union |= max(inner, key=lambda one: (min(map(len, one)), -len(one)))
        return [_shortest(union)]
    if op is sre.SUBPATTERN:
        return _of(argument[-1])
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[0] >= 1:
        return _of(argument[2])
    return []
