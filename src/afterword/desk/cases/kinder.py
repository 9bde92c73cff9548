"""Of what a mail says to the same end, the sentence that is kinder to read."""

from __future__ import annotations

import re

from afterword.casebook.case import Case
from afterword.casebook.message import Message
from afterword.writing.letters.lines import sentences_of

#: How near it was, told of the user; whom they took instead tells the same and hurts.
_NEAR = re.compile(
    r"\bit (?:was|has been|is) (?:a )?(?:(?:very|really|extremely|so) )?(?:close|near thing|narrow)\b|"
    r"\bclose(?:r)? (?:than|call|run|decision|race)\b|"
    r"\bas (?:good|strong|convincing) as (?:any|I|we)\b|"
    r"\b(?:very|denkbar|äußerst) (?:knapp|eng)\b|\b(?:très|si) serré\b|\bmuy reñid[oa]\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:not|never|no)\b|n[’']t\b|\b(?:nicht|kein\w*|pas|otr[oa]|autre|andere\w*|other|another|else|"
    r"in favou?r)\b",
    re.IGNORECASE,
)


def how_near(case: Case, quote: str) -> str:
    """A sentence of the same opened mail that says how near it was without the one they took; else `quote`."""
    plain = " ".join(quote.split())
    if not plain:
        return quote
    rows = Message.objects.of(case.account).filter(case=case)
    sealed = Message.objects.of(case.account).sealed().values("pk")
    for text, subject in rows.exclude(pk__in=sealed).order_by("-at").values_list("text", "subject"):
        if plain not in " ".join(text.split()):
            continue
        found = (
            one
            for one in sentences_of(text, subject)
            if _NEAR.search(one) and not _OTHERWISE.search(one)
        )
        return next(found, quote)
    return quote
