"""Somebody to call, by country (method L12): data with the day each was last looked up, and a link."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from afterword import workdays


@dataclass(frozen=True, slots=True)
class Line:
    """One number: who answers, when, the page that says so, and the day it was last checked."""

    name: str
    number: str
    when: str
    link: str
    checked: date

    @property
    def tel(self) -> str:
        """The number as one tap: `tel:116123`."""
        return "tel:" + "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


@dataclass(frozen=True, slots=True)
class Help:
    """What there is in a country. Without lines, `elsewhere` leads on: a directory of helplines.

    `country` is its code, `name` as one says it in a sentence ("the Netherlands"; "" unknown).
    """

    country: str
    name: str
    lines: tuple[Line, ...]
    emergency: Line | None
    elsewhere: str


#: Where a country is not in our list: a directory that knows the helplines of most of them.
EVERYWHERE = "https://findahelpline.com"


#: The countries of the EU, where 112 is the emergency number (source in lines.toml, under Austria).
_ONE_ONE_TWO = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "HR",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "FR",
        "DE",
        "GR",
        "HU",
        "IE",
        "IT",
        "LV",
        "LT",
        "LU",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SK",
        "SI",
        "ES",
        "SE",
    ]
)


def help_for(country: str) -> Help:
    """The lines of a country (two letters, any case); an unknown one gets the directory alone."""
    code = country.strip().upper()
    code = {"UK": "GB"}.get(code, code)
    held = _table().get(code)
    if held is None:
        held = Help(
            code, "", (), _table()["AT"].emergency if code in _ONE_ONE_TWO else None, EVERYWHERE
        )
    return held


def countries() -> dict[str, str]:
    """The countries we hold lines for: their names by code, in the order of the codes."""
    return {code: _table()[code].name for code in sorted(_table())}


def country_by(zone: str) -> str:
    """The country that keeps this clock (an IANA zone), a guess; "" where nobody can say."""
    return next((code for (code, _), names in workdays.CLOCKS.items() if zone in names), "")


@cache
def _table() -> dict[str, Help]:
    with (files(__package__) / "lines.toml").open("rb") as source:
        rows = tomllib.load(source)["country"]
    return {
        code: Help(
            code,
            row["name"],
            tuple(_line(one) for one in row["lines"]),
            _line(row["emergency"]),
            EVERYWHERE,
        )
        for code, row in rows.items()
    }


def _line(row: dict[str, str | date]) -> Line:
    checked = row["checked"]
    assert isinstance(checked, date)
    said = {name: str(row.get(name, "")) for name in ("name", "number", "when", "link")}
    return Line(**said, checked=checked)
