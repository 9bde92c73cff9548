"""Counts that are no claim, and ranks no fact knows: what a letter numbers of itself and others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding
from afterword.writing.remarks.sheet import Sheet

#: What a letter counts of itself, or lists right after: "Three things", "two firms: A and B".
_PARTS = re.compile(
    r"\s+(?:\w+ )?(?:things?|points?|questions?|words?|lines?|sentences?|reasons?|thoughts?|notes?|remarks?|corrections?|"
    r"dinge|punkte|fragen|worte|sätze|zeilen|gründe|gedanken|choses?|mots?|lignes?|raisons?|remarques?|phrases?|"
    r"cosas?|puntos?|preguntas?|líneas?|palabras?|razones|frases?)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[^.;?!]{0,60}[:,]\s[^.;:?!]*\b(?:and|und|et|y)\b")
_OF_BOTH = re.compile(r"\b(?:of (?:the|these)|de l[ao]s|des|der|von den|entre l[ao]s)\s+$", re.I)
_CLOCK = re.compile(
    r"\b(?:before|after|until|till|past|vor|nach|bis|avant|après|antes de las|hasta las)\s+$", re.I
)


def own_count(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a number in words counts the letter's own parts, a list that follows, or the clock."""
    said = sheet.text[start:end].split(" ")[0]  # "Zwei Punkte": the noun may be a unit
    if any(sign.isdigit() for sign in said):
        return False
    end = start + len(said)
    after = sheet.text[end : sheet.sentence_at(start).end]
    before = sheet.text[max(0, start - 24) : start]
    if _PARTS.match(after) or _OF_BOTH.search(before):
        return True
    small = said.casefold() in ("two", "three", "zwei", "drei", "deux", "trois", "dos", "tres")
    if small and _LISTED.match(after) and re.search(r"[A-ZÀ-Þ]\w+.* (?:and|und|et|y) ", after):
        return True
    return bool(_CLOCK.search(before)) and not re.match(r"\s+[^\W\d_]", after)


_NTH = {
    word: n
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième",
        "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo",
    )
    for n, word in enumerate(words.split(), start=1)
}
_RANKED = re.compile(
    rf"\b({'|'.join(sorted(_NTH, key=len)[::-1])})(?:[nrsm]|ère|e|a|o)?\s+([^\W\d_]{{4,}})",
    re.IGNORECASE,
)


def unproven_rank(sheet: Sheet) -> Iterator[Finding]:
    """The seventh prototype, where every fact that counts prototypes so has another."""
    if not sheet.checked:
        return
    known: dict[str, set[int]] = {}
    for fact in sheet.facts:
        for match in _RANKED.finditer(fact.text):
            known.setdefault(match[2].casefold(), set()).add(_NTH[match[1].casefold()])
    for match in _RANKED.finditer(sheet.text, sheet.greeting.end, sheet.closing.start):
        ranks = known.get(match[2].casefold())
        if ranks and _NTH[match[1].casefold()] not in ranks:
            says = f"The facts count another {match[2]}. Is “{match[1]}” right?"
            yield Finding(match.start(1), match.end(1), "unproven_number", "look", says)
