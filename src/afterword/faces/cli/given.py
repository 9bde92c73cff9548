"""A letter by the id that was typed, for every command that takes one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from afterword.errors import UserError


def letter_of(account: UUID, given: str) -> Any:
    """The letter of this id; who typed another is told where the ids stand."""
    from afterword.casebook.letter import Letter

    try:
        found = Letter.objects.of(account).filter(pk=UUID(given)).first()
    except ValueError:
        found = None
    if found is None:
        raise UserError(f"There is no letter {given}. `afterword send` lists them.")
    return found
