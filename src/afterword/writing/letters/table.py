"""Every kind of letter that can be drafted, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from afterword.terms import Brief, Draft, LetterKind
from afterword.writing.page import Page


def _plain(brief: Brief) -> Draft:
    page = Page(brief)
    page.say("[write this letter here]")
    return page.draft("A few lines")


WRITERS: Mapping[LetterKind, Callable[[Brief], Draft]] = {
    kind: _plain
    for kind in (
        LetterKind.THANK_YOU,
        LetterKind.INFLUENCE_LETTER,
    )
}
