"""The whole method, item by item: what each is, what the program does with it, where it stands.

S0 to S4 are the five articles the method comes from; P, G, F and W the playbook, the gates and
the factors made of them. An item that does not stand yet says so.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from afterword.counsel.method.candidates import CANDIDATES, FLIGHT
from afterword.counsel.method.lemonade import LEMONADE
from afterword.counsel.method.offer import OFFER
from afterword.counsel.method.rejection import REJECTION
from afterword.counsel.method.row import Row, Way
from afterword.counsel.method.rules import RULES

__all__ = ["METHOD", "ROW", "Row", "Way", "row_to_json"]

METHOD: tuple[Row, ...] = (*OFFER, *LEMONADE, *REJECTION, *CANDIDATES, *FLIGHT, *RULES)
ROW = MappingProxyType({row.id: row for row in METHOD})


def row_to_json(row: Row) -> dict[str, Any]:
    """A row as JSON: `stands` is false where nothing is built yet."""
    return {
        "id": row.id,
        "what": row.says,
        "ways": [str(way) for way in row.ways],
        "answer": row.answer,
        "where": row.where,
        "meets": row.meets,
        "stands": row.is_there,
    }
