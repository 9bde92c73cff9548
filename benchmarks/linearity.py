"""Whether any pattern of the reader grows faster than its input: each timed on near-matches of its own.

    .venv/bin/python benchmarks/linearity.py [--largest KB] [--worst N]

For every regular expression of the reading room a text is made that nearly matches it,
again and again (its own words without the last letter), and the pattern is run over
1, 2, 4 ... 256 kB of that. A linear pattern takes twice the time for twice the text.
Prints the worst; leaves with 1 when one grows faster.
"""

from __future__ import annotations

import argparse
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from math import log2
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "src"))

import afterword.reading as room  # noqa: E402
from afterword.reading import view  # noqa: E402
from afterword.reading.kind.tables import rules_of  # noqa: E402

sre, parser = import_module("re._constants"), import_module("re._parser")
LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it")
#: Doubling the text may take this many doublings of time; a square would take two.
ALLOWED = 1.35
#: Below this many seconds the clock says nothing of growth.
_NOISE = 0.004


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the room by its text: the rules', and those its modules hold."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(room.__path__, "afterword.reading."):
        for value in vars(import_module(module.name)).values():
            for one in _held(value):
                found[one.pattern] = one
    for language in LANGUAGES:
        rules, moods = rules_of(language)
        for rule in rules:
            found[rule.regex.pattern] = rule.regex
        for name in moods.__dataclass_fields__:
            one = view.rule(getattr(moods, name))
            found[one.pattern] = one
    return found


def _held(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a value of a module, also inside tables of them."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict) and depth < 3:
        for one in value.values():
            yield from _held(one, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth < 3:
        for one in value:
            yield from _held(one, depth + 1)


def near(pattern: re.Pattern[str], often: int) -> str:
    """A text that matches but for its last letter; repeats happen `often` times where they may."""
    made = _sample(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE), often)
    return made[:-1] or "a"


def _sample(items: Any, often: int) -> str:
    return "".join(_one(op, argument, often) for op, argument in items)


def _one(op: Any, argument: Any, often: int) -> str:
    if op is sre.LITERAL:
        return chr(argument)
    if op is sre.IN:
        return _of_set(argument)
    if op is sre.BRANCH:
        # The longest way through is the one that takes longest to fail.
        return max((_sample(one, often) for one in argument[1]), key=len)
    if op is sre.SUBPATTERN:
        return _sample(argument[-1], often)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        low, high, inner = argument
        return _sample(inner, often) * max(low, min(int(high), often))
    if op is sre.ATOMIC_GROUP:
        return _sample(argument, often)
    return {sre.ANY: "a", sre.NOT_LITERAL: "b"}.get(op, "")


_CLASSES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_WORD": "-",
}


def _of_set(members: Any) -> str:
    if members[0][0] is sre.NEGATE:
        barred = re.compile(_written(members[1:]))
        return next((c for c in "a 1-Z.é\n" if not barred.match(c)), "~")
    op, argument = members[0]
    if op is sre.CATEGORY:
        return _CLASSES.get(str(argument), "a")
    return chr(argument if op is sre.LITERAL else argument[0])


def _written(members: Any) -> str:
    parts = []
    for op, argument in members:
        if op is sre.LITERAL:
            parts.append(re.escape(chr(argument)))
        elif op is sre.RANGE:
            parts.append(f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}")
        else:
            parts.append({"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w",
                          "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_NOT_WORD": r"\W",
                          "CATEGORY_NOT_DIGIT": r"\D"}[str(argument)])  # fmt: skip
    return f"[{''.join(parts)}]"


def growth(pattern: re.Pattern[str], bait: str, largest: int) -> tuple[float, float]:
    """Doublings of time for a doubling of text, over the last two steps, and the last time."""
    times: list[float] = []
    size = 1
    while size <= largest:
        text = (bait * (size * 1024 // len(bait) + 1))[: size * 1024]
        times.append(_time(pattern, text))
        if times[-1] > 2.0:
            break
        size *= 2
    last = times[-1]
    if len(times) < 3 or last < _NOISE:
        return 0.0, last
    return log2(last / max(times[-3], 1e-6)) / 2, last


def _time(pattern: re.Pattern[str], text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        for _found in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - begin)
        if best > 0.05:
            break
    return best


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--largest", type=int, default=256)
    options.add_argument("--worst", type=int, default=12)
    given = options.parse_args()
    rows = []
    found = patterns()
    for text, pattern in found.items():
        for often in (1, 6):
            word = near(pattern, often)
            for bait in (f"{word} ", f"{word}\n", word):
                rate, spent = growth(pattern, bait, given.largest)
                if rate > ALLOWED:  # once more: the machine may have been busy elsewhere
                    rate, spent = min((rate, spent), growth(pattern, bait, given.largest))
                rows.append((rate, spent, text, bait))
    rows.sort(key=lambda row: row[0], reverse=True)
    bad = [row for row in rows if row[0] > ALLOWED]
    print(f"{len(found)} patterns, {len(rows)} kinds of near-matches, up to {given.largest} kB")
    print(f"growing faster than the text (exponent above {ALLOWED}): {len(bad)}")
    for rate, spent, text, bait in rows[: given.worst]:
        print(f"  {rate:.2f}  {spent * 1000:8.1f} ms  {text[:80]!r} on {bait[:40]!r}")
    slowest = max(rows, key=lambda row: row[1])
    print(f"slowest at the largest size: {slowest[1] * 1000:.0f} ms, {slowest[2][:80]!r}")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
