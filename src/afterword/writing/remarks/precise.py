"""A figure said more exactly than the fact that holds it: "exactly forty" where it says "about 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from afterword.terms import Finding
from afterword.writing.amounts import amounts_in
from afterword.writing.remarks.sheet import Sheet

#: Less than the figure, or near it: what a fact says before it.
_NEARLY = r"nearly|almost|just under|close to|not quite|fast|knapp|beinahe|nahezu|près de|presque|à peine moins de|casi|cerca de|poco menos de"
_ABOUT = (
    r"about|around|roughly|approximately|approx\.?|some|circa|ca\.?|~|an estimated|or so|etwa|rund|ungefähr|zirka|schätzungsweise|"
    r"environ|à peu près|quelque|autour de|unos|unas|alrededor de|aproximadamente|más o menos"
)
_EXACTLY = re.compile(
    r"\b(?:exactly|precisely|to the (?:day|penny|minute|unit),?|genau|exakt|haargenau|exactement|précisément|très précisément|"
    r"exactamente|precisamente|justo)\s+(?:the |die |les |los |las )?$",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?<!\w)(?:{_NEARLY}|{_ABOUT})\s*(?:a |an |the |die |les |los |las |EUR |€|£|\$)*$",
    re.IGNORECASE,
)
_LESS = re.compile(
    rf"(?<!\w)(?:{_NEARLY})\s*(?:a |an |the |die |les |los |las |EUR |€|£|\$)*$", re.IGNORECASE
)
_HEDGED = re.compile(
    rf"(?<!\w)(?:{_NEARLY}|{_ABOUT}|up to|under|less than|bis zu|unter|weniger als|jusqu[’']à|moins de|hasta|menos de|over|more than|über|plus de|más de)"
    r"\s*(?:a |an |the |die |les |los |las |EUR |€|£|\$)*$",
    re.IGNORECASE,
)
_ROUND = re.compile(r"[.,]0+(?!\d)")


def false_precision(sheet: Sheet) -> Iterator[Finding]:
    """A figure that its facts know only roughly, said as if it had been measured (guardrail 2)."""
    if not sheet.facts:
        return
    held = _held(tuple(fact.text for fact in sheet.facts), sheet.language)
    for one in amounts_in(sheet.text[: sheet.closing.start], sheet.language):
        told = held.get((one.value, one.unit))
        if one.start < sheet.greeting.end or told is None or sheet.is_quoted(one.start, one.end):
            continue
        before = sheet.text[max(0, one.start - 24) : one.start]
        exact = _EXACTLY.search(before)
        said = sheet.text[one.start : one.end]
        finer = _ROUND.search(said) is not None and not any(_ROUND.search(w) for _, w in told)
        rough = all(_LOOSE.search(b) for b, _ in told)
        less = all(_LESS.search(b) for b, _ in told)
        if (exact and rough) or finer or (less and not _HEDGED.search(before)):
            start = one.start - len(before) + exact.start() if exact else one.start
            whole = " ".join((told[0][0][-16:] + told[0][1]).split())
            says = f"Your fact says “… {whole}”. “{sheet.text[start : one.end]}” is more exact than it knows."
            yield Finding(start, one.end, "unproven_number", "look", says)


@lru_cache(maxsize=16)
def _held(texts: tuple[str, ...], language: str) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Each figure of the facts with what stands before it and how it is written."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for text in texts:
        for one in amounts_in(text, *dict.fromkeys((language, "en"))):
            place = text[max(0, one.start - 24) : one.start], text[one.start : one.end]
            found.setdefault((one.value, one.unit), []).append(place)
    return found
