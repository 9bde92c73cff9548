"""One line of the method table, and the few words it is made with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """What the program does with an item of the method."""

    DOES = "does"
    ASKS = "asks"
    SHOWS = "shows"
    REFUSES = "refuses"


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the method: what it is in our words, and what becomes of it here.

    `where` is the dotted name of the code that holds it, `meets` the page or the
    command where a person comes upon it. Where one of them is empty the item
    does not stand yet, and `is_there` says so.
    """

    id: str
    says: str
    ways: tuple[Way, ...]
    answer: str
    where: str
    meets: str

    @property
    def is_there(self) -> bool:
        return bool(self.where and self.meets)


#: id, what it is, ways, what the program does with it, where (inside afterword), where one meets it
Line = tuple[str, str, str, str, str, str]


def rows(lines: Iterable[Line]) -> tuple[Row, ...]:
    """The lines of a table as rows; `where` is written without the package's own name."""
    return tuple(
        Row(
            id,
            says,
            tuple(Way(word) for word in ways.split()),
            answer,
            f"afterword.{where}" if where else "",
            meets,
        )
        for id, says, ways, answer, where, meets in lines
    )
