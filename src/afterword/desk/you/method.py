"""The method as a table: each item, what the program does with it, where it stands."""

from __future__ import annotations

from afterword.counsel.method import METHOD, Row, row_to_json

__all__ = ["Row", "row_to_json", "rows"]


def rows(like: str = "") -> tuple[Row, ...]:
    """Every item of the method, or those whose id begins so ("S2", "P", "G4")."""
    start = like.strip().upper()
    return tuple(row for row in METHOD if row.id.upper().startswith(start))
