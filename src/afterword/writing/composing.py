"""Which hand writes which letter: one table, one signature."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from afterword.errors import Refused
from afterword.terms import Brief, Draft, LetterKind
from afterword.writing.letters import WRITERS

Writer = Callable[[Brief], Draft]
_WRITERS: Mapping[LetterKind, Writer] = MappingProxyType(dict(WRITERS))


def compose(brief: Brief) -> Draft:
    """A letter that says only what the brief holds; what is missing stands as `[a hole]`.

    The same brief gives the same letter. Raises Refused, with a sentence for the user,
    for a kind this room does not write yet.
    """
    writer = _WRITERS.get(brief.kind)
    if writer is None:
        name = brief.kind.replace("_", " ")
        raise Refused(
            f"I cannot draft this letter ({name}) yet. You can write it by hand; "
            "your facts stay beside the page, and it will be reviewed like any other."
        )
    return writer(brief)
