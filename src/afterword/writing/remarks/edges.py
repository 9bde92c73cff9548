"""How a letter begins and what it leaves the reader to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding, LetterKind
from afterword.writing.remarks.sheet import Piece, Sheet, at, words_of_piece
from afterword.writing.remarks.wordings import grammar_of, wordings

#: Letters that want something from the reader; the courtesies of an ending ask nothing (2b).
WANTS = frozenset(
    {
        LetterKind.THANK_YOU,
        LetterKind.INFLUENCE_LETTER,
        LetterKind.PROOF_OFFER,
        LetterKind.STATUS_NUDGE,
        LetterKind.FINAL_NUDGE,
        LetterKind.ADVICE_REQUEST,
        LetterKind.CALL_REQUEST,
        LetterKind.REOPEN_LETTER,
        LetterKind.REFERRAL_ASK,
        LetterKind.TRIGGER_NOTE,
        LetterKind.REFERENCE_REQUEST,
        LetterKind.PAIN_LETTER,
    }
)


#: Letters that may come straight to their matter.
PLAIN = frozenset(
    {
        LetterKind.STATUS_NUDGE, LetterKind.FINAL_NUDGE, LetterKind.WITHDRAWAL, LetterKind.CARD,
        LetterKind.REFERRAL_GIVE,
    }
)  # fmt: skip


def weak_opening(sheet: Sheet) -> Iterator[Finding]:
    """A first line that any letter could begin with (2b: one true detail from the talk)."""
    if not sheet.sentences:
        return
    first = sheet.sentences[0]
    if "[" in first.text or ("[" in sheet.text and not sheet.checked):
        return  # a line with a hole is not written yet
    if not sheet.checked and re.search(r"\d", first.text):
        return  # with nothing to hold it against, a date is detail enough
    if sheet.kind in PLAIN and (not sheet.facts or _knows_something(first, sheet)):
        return
    for pattern in wordings(sheet.language).get("weak_opening", ()):
        match = pattern.match(sheet.text, first.start)
        if match is None:
            continue
        rest = sheet.sentences[1:2]
        mend = "" if rest and rest[0].paragraph == first.paragraph else None
        says = "The first line could open any letter. Begin with what only you two know."
        yield at(first, "weak_opening", "look", says, mend)
        return
    plain = len(first.text.split()) < 16 and not re.search(r"\s[“A-ZÀ-Þ](?![’']|\s)\w", first.text)
    if sheet.language == "de":
        plain = len(first.text.split()) < 12
    if sheet.checked and sheet.facts and plain and not _knows_something(first, sheet):
        says = (
            "The first line could stand in a letter to anyone. Begin with what only you two know."
        )
        yield at(first, "weak_opening", "look", says)


#: The graceful last line does not count as the step, nor does it hide the step before it.
_EXIT = re.compile(
    r"\b(?:leave it (?:there|at that)|whatever you decide|if not,|if it stands|either way|thank you (?:again|for)|"
    r"wenn nicht|so oder so|vielen dank|in jedem fall|dans tous les cas|merci (?:encore|pour)|sinon|"
    r"en todo caso|de todos modos|gracias (?:de nuevo|por)|si no,)",
    re.IGNORECASE,
)


def _presses(sentence: Piece, sheet: Sheet) -> bool:
    """A threat or a plea is no step."""
    known = wordings(sheet.language)
    rows = (*known.get("false_urgency", ()), *known.get("begging", ()))
    return any(row.search(sentence.text) for row in rows)


def _knows_something(first: Piece, sheet: Sheet) -> bool:
    """Whether the first line holds anything of what was lived: a word of the facts."""
    bare = _root if sheet.language == "en" else _stem
    said = {bare(word) for word in words_of_piece(" ".join(fact.text for fact in sheet.facts))}
    own = [bare(word) for word in words_of_piece(first.text)]
    digits = set(re.findall(r"\d+", first.text)) & set(re.findall(r"\d+", sheet.said))
    return bool(digits) or any(len(word) > 3 and word in said for word in own) or len(own) < 4


def _stem(word: str) -> str:
    small = word.casefold()
    return small[:6] if len(small) > 6 else small.removesuffix("s")


def _root(word: str) -> str:
    """ "Agreeing" is what "agreed" is."""
    small = word.casefold()
    return re.sub(r"(?:ing|ed|es|s)$", "", small).rstrip("e")[:6] if len(small) > 5 else _stem(word)


def no_next_step(sheet: Sheet) -> Iterator[Finding]:
    """A letter that wants something and does not say what (2b: a small next step)."""
    if sheet.kind not in WANTS or not sheet.sentences or "[" in sheet.text:
        return  # an open hole may become the step
    pattern = grammar_of(sheet.language)["step"]
    rest = [one for one in sheet.sentences if not _EXIT.search(one.text)]
    last = 2 if len(rest) == len(sheet.sentences) else 3
    near = [one for one in rest[-last:] if not _presses(one, sheet)]
    asks = any(one.text.rstrip('”“»")').endswith("?") for one in sheet.sentences[-4:])
    if not asks and not any(pattern.search(one.text) for one in near):
        says = "Nothing here says what happens next. One small step they can say yes to is enough."
        end = sheet.sentences[-1]
        yield at(Piece(end.start, end.end, ""), "no_next_step", "look", says)
