"""Words that may not have been lawful: keep the facts, pause persuasion, say who knows (6.8, G2, L04).

The program does not judge whether they were: it sees a word that the law of many countries minds,
in what the user noted as said to them, and asks. It never tells anyone to "work on fit".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from afterword.counsel.wellbeing.risk import plain
from afterword.terms import Basis

if TYPE_CHECKING:
    from afterword.terms import Remark


@dataclass(frozen=True, slots=True)
class Noted:
    """One remark as it was noted: the exact words, who, when, and what they touch. Inferred."""

    remark: str
    quote: str
    by: str
    on: date | None
    touches: str
    basis: Basis = Basis.INFERRED


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit of a country: where to ask, how long there is, and the day that was checked.

    `until` is the last day when counted from the remark, None where nobody knows its date. It is a
    pointer, never legal advice.
    """

    body: str
    link: str
    says: str
    until: date | None
    checked: date


#: Said wherever a limit is shown (L04, method 6.12).
ASK = (
    "This is no legal advice. Limits change and have exceptions: check with a professional or with "
    "the body named here, and go by the shorter one."
)
#: Where a country is not in our list.
NOWHERE = (
    "We hold no time limit for this country. They can be as short as a few weeks, so ask a lawyer, a "
    "union or the equality body soon."
)


def noted(remarks: Iterable[Remark]) -> tuple[Noted, ...]:
    """The remarks that may touch what the law protects, oldest first, word for word."""
    found = [
        Noted(one.id, one.quote, one.by, one.at, touched)
        for one in remarks
        if (touched := touches(one.quote))
    ]
    return tuple(sorted(found, key=lambda n: (n.on or date.max, n.remark)))


@lru_cache(maxsize=1 << 16)
def touches(quote: str) -> str:
    """What the words may touch ("age", "family", …), "" when nothing was recognised."""
    # Every case is asked at every planning, and remarks hardly ever change: hence the memory.
    words = f" {plain(quote)} "
    return next((name for name, pattern in _patterns().items() if pattern.search(words)), "")


def limits(country: str, on: date | None) -> tuple[Limit, ...]:
    """The time limits of a country, counted from the day of the remark; () where we hold none."""
    with_days = _limits().get(country.strip().upper(), ())
    return tuple(
        Limit(body, link, says, on + timedelta(days=days) if on else None, checked)
        for body, link, says, days, checked in with_days
    )


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    with (files(__package__) / "unlawful.toml").open("rb") as source:
        found: dict[str, dict[str, list[str]]] = tomllib.load(source)
    return found


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(r" (?:" + "|".join(phrases) + r") ")
        for name, phrases in _file()["touches"].items()
    }


@cache
def _limits() -> dict[str, tuple[tuple[str, str, str, int, date], ...]]:
    with (files(__package__) / "limits.toml").open("rb") as source:
        rows = tomllib.load(source)["country"]
    return {
        code: tuple((r["body"], r["link"], r["says"], r["days"], r["checked"]) for r in given)
        for code, given in rows.items()
    }
