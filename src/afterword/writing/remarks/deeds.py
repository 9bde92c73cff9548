"""A deed told in other words than any fact's: what was done, by whomever, and nowhere kept.

`proof` counts strange words and so needs a handful of them. Here each word of content is held
against all words of the facts by sense (`meaning`, English), so that "came down" is no stranger
beside "fell", and two strange words in a deed are enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding
from afterword.writing import meaning
from afterword.writing.amounts import amounts_in
from afterword.writing.remarks.proof import EMPTY, POINTS, clauses_of
from afterword.writing.remarks.sheet import Sheet, at
from afterword.writing.remarks.wordings import grammar_of

#: So much that no fact knows, in words wholly strange, and such a share of all content.
STRANGE, SHARE = 0.8, 0.4
_LETTERS = re.compile(r"[a-z]{3,}")
_SMALL = EMPTY | frozenset(
    [
        "the",
        "and",
        "for",
        "you",
        "was",
        "had",
        "has",
        "our",
        "are",
        "this",
        "not",
        "but",
        "who",
        "its",
        "his",
        "her",
        "him",
        "them",
        "all",
        "any",
        "can",
        "one",
        "two",
        "three",
        "how",
        "out",
        "did",
        "get",
        "got",
        "she",
        "too",
        "now",
        "new",
        "yes",
        "let",
        "may",
        "see",
        "were",
        "been",
        "own",
        "use",
        "per",
    ]
)
#: Something was done. What stands in letters by itself (asked, enclosed, decided) is left out.
_DEED = re.compile(
    r"\b(?:(?!(?:need|indeed|feed|speed|seed|used|wanted|liked|enjoyed|attached|enclosed|asked|mentioned|passed|"
    r"decided|hoped|wished|changed|learned|talked|remembered|noticed|waited|happened|seemed|allowed|required|"
    r"needed|interested|pleased|delighted|surprised|tired|hundred)\b)\w{2,}ed|won|led|built|wrote|made|gave|kept|"
    r"grew|grown|cut|brought|found|taught|sold|rose|risen|fell|fallen|hit|beat|spent|paid|got|came|drew|drawn|"
    r"drove|ran|chose|broke|taken|become|became|swept|sent|stood|wins|speaks|sworn|sought)\b",
    re.IGNORECASE,
)
#: What the reader did they know themselves; a talk had together is kept elsewhere.
_THEIRS = re.compile(
    r"\b(?:you|your)\b|^\W*(?:that|this|it) (?:is|was|has)\b|\bwe (?:spoke|met|talked)\b",
    re.IGNORECASE,
)


def unproven_deed(sheet: Sheet) -> Iterator[Finding]:
    """What was done, and no fact tells of it, whatever its words (guardrail 2, method 2b)."""
    if not sheet.checked or sheet.language != "en":
        return
    forms = grammar_of("en")
    known = frozenset(_words(f"{sheet.said} {sheet.me}"))
    figures = _figures(sheet.said)
    for sentence in sheet.sentences:
        for piece in clauses_of(sentence):
            text = piece.text
            if not _DEED.search(text) or not forms["asserts"].search(text):
                continue
            if _THEIRS.search(text) or forms["unsure"].search(text) or "?" in text or "[" in text:
                continue
            if sheet.is_quoted(piece.start + 1, piece.end - 1) or POINTS.search(text):
                continue
            own = [word for word in _words(text) if word not in _SMALL]
            strange = sum(meaning.strangeness(own, known))
            if len(_figures(text) & figures) > 1 and strange < 2 * STRANGE:
                continue  # two figures of theirs tie it to a fact
            if strange >= STRANGE and strange >= SHARE * len(own):
                says = "No fact tells of this. Tie it to a story of yours, or leave it out."
                yield at(piece, "unproven_claim", "look", says)


def _figures(text: str) -> frozenset[str]:
    return frozenset(one.value for one in amounts_in(text, "en"))


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.casefold())
