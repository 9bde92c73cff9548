"""Which hand writes which letter: one table, one signature."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from afterword.errors import Refused
from afterword.terms import Brief, Draft, LetterKind, Warmth
from afterword.writing.letters import WRITERS

Writer = Callable[[Brief], Draft]
_WRITERS: Mapping[LetterKind, Writer] = MappingProxyType(dict(WRITERS))


def compose(brief: Brief) -> Draft:
    """A letter that says only what the brief holds; what is missing stands as `[a hole]`.

    The same brief gives the same letter. Raises Refused, with a sentence for the user,
    for a kind this room does not write yet, and for a reader who asked to be left alone
    (gate G1; method L10: even one more message is wrong).
    """
    if _left_alone(brief):
        raise Refused(
            "They asked not to be written to again, so I draft nothing here. "
            "What you know of them stays in the case."
        )
    writer = _WRITERS.get(brief.kind)
    if writer is None:
        name = brief.kind.replace("_", " ")
        raise Refused(
            f"I cannot draft this letter ({name}) yet. You can write it by hand; "
            "your facts stay beside the page, and it will be reviewed like any other."
        )
    return writer(brief)


def _left_alone(brief: Brief) -> bool:
    mine = (brief.to.id, brief.to.name)
    return brief.to.warmth is Warmth.STOP or any(
        event.stop and event.who and event.who in mine for event in brief.happenings
    )
