"""The shape of a letter: its length, its long breaths, its passives, and how often it says I."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding, LetterKind
from afterword.writing.limits import CHARACTERS, SHORT_THANKS, most_words, words
from afterword.writing.remarks.sheet import Piece, Sheet, at, span, words_of_piece
from afterword.writing.remarks.wordings import grammar_of

#: Flesch's reading ease and what became of it elsewhere: a, b per word in a sentence, c per
#: syllable in a word (Flesch 1948; Amstad 1978; Kandel & Moles 1958; Fernández Huerta 1959).
FORMULA = {
    "en": (206.835, 1.015, 84.6),
    "de": (180.0, 1.0, 58.5),
    "fr": (207.0, 1.015, 73.6),
    "es": (206.84, 1.02, 60.0),
}
#: A sentence longer than this is read twice; a shorter one only when its words are heavy too.
LONG = {"en": 38, "de": 32, "fr": 38, "es": 40}
HEAVY = {"en": 18, "de": 16, "fr": 20, "es": 20}
#: Below this reading ease a sentence of that weight tires.
TIRING = {"en": 8.0, "de": 5.0, "fr": 12.0, "es": 20.0}
#: Words lent from somebody else, and holes, are not the writer's breath.
_LENT = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\[[^\[\]]*\]")
_VOWELS = re.compile(r"[aeiouyáéíóúàèùâêîôûäëïöüœæ]+", re.IGNORECASE)
_EN_SILENT = re.compile(r"(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$", re.IGNORECASE)


def length(sheet: Sheet) -> Iterator[Finding]:
    """A letter longer than its kind bears is read halfway (contract, lengths of letters)."""
    body, start = sheet.body, sheet.text.find(sheet.body) if sheet.body else 0
    signs = CHARACTERS.get(LetterKind(sheet.kind)) if sheet.kind in set(LetterKind) else None
    if signs is not None:
        if len(body) > signs:
            over = len(body) - signs
            says = f"{len(body)} of {signs} characters: take out {over}."
            yield Finding(start + signs, start + len(body), "length", "look", says)
        return
    most = 60 if sheet.kind == "card" else most_words(LetterKind(sheet.kind), _country(sheet))
    count = words(body)
    if most is not None and count > most:
        says = f"{count} of {most} words: this kind of letter is read whole when it is shorter."
        yield Finding(start, start + len(body), "length", "look", says)


def _country(sheet: Sheet) -> str:
    """Where the letter goes; what is not known is read from its language where that says enough."""
    known = sheet.to.country if sheet.to else ""
    return known or ("DE" if sheet.tongue == "de" and "DE" in SHORT_THANKS else "")


def reading_ease(sheet: Sheet) -> Iterator[Finding]:
    """A sentence that has to be read twice (S2-17)."""
    tongue = sheet.language if sheet.language in FORMULA else "en"
    for sentence in sheet.sentences:
        found = words_of_piece(_LENT.sub(" ", sentence.text))
        if len(found) > LONG[tongue]:
            says = f"{len(found)} words in one breath. Two or three sentences carry it better."
            yield at(sentence, "reading_ease", "look", says)
        elif len(found) > HEAVY[tongue] and ease(found, tongue) < TIRING[tongue]:
            says = "Long words, long sentence. Say it as you would across a table."
            yield at(sentence, "reading_ease", "look", says)


def ease(found: list[str], tongue: str) -> float:
    """Reading ease of one sentence; 60 reads like a newspaper, below 10 like a statute."""
    base, per_word, per_syllable = FORMULA[tongue]
    spoken = sum(syllables(word, tongue) for word in found)
    return base - per_word * len(found) - per_syllable * spoken / max(1, len(found))


def syllables(word: str, tongue: str) -> int:
    count = len(_VOWELS.findall(word))
    if tongue == "en" and count > 1 and _EN_SILENT.search(word):
        count -= 1
    if tongue == "fr" and count > 1 and re.search(r"(?:e|es|ent)$", word):
        count -= 1
    return max(1, count)


def passive(sheet: Sheet) -> Iterator[Finding]:
    """Passives piled up: three within two or three sentences, and nobody has done anything."""
    pattern = grammar_of(sheet.language)["passive"]
    counted = [(one, len(pattern.findall(one.text))) for one in sheet.sentences]
    shown: set[int] = set()
    for i in range(len(counted)):
        for width, enough in ((1, 3), (2, 3), (3, 4)):
            window = counted[i : i + width]
            if sum(n for _, n in window) < enough or len(window) < width:
                continue
            here = [one for one, n in window if n]
            if not any(one.start in shown for one in here):
                says = "So much was done, and nobody did it. Say who: “I”, “we”, “the team”."
                yield at(span(here), "passive", "look", says)
            shown.update(one.start for one in here)
            break


def i_count(sheet: Sheet) -> Iterator[Finding]:
    """A paragraph of I, I, I. The reader is looking for themselves in it."""
    forms = grammar_of(sheet.language)
    run: list[Piece] = []
    for sentence in [*sheet.sentences, None]:
        opens = sentence is not None and _opens_with_i(sentence, forms["first_subject"])
        if sentence is not None and opens and (not run or run[-1].paragraph == sentence.paragraph):
            run.append(sentence)
            continue
        own = sum(len(forms["first"].findall(one.text)) for one in run)
        if len(run) >= 4 or (len(run) == 3 and own >= 5):
            yield _too_much(run)
        run = [sentence] if sentence is not None and opens else []
    for paragraph in sorted({one.paragraph for one in sheet.sentences}):
        here = [one for one in sheet.sentences if one.paragraph == paragraph]
        text = " ".join(one.text for one in here)
        mine, all_of_them = len(forms["first"].findall(text)), len(words_of_piece(text))
        if mine >= 6 and mine / max(1, all_of_them) > 0.125:
            yield _too_much(here)


def _opens_with_i(sentence: Piece, first: re.Pattern[str]) -> bool:
    head = " ".join(sentence.text.split()[:4])
    match = first.search(head)
    return match is not None and match.start() == 0


def _too_much(run: list[Piece]) -> Finding:
    says = "This says I many times in a row. Begin one sentence with them: what they need, what they said."
    return at(span(run), "i_count", "look", says)
