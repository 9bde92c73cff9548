"""What was told in confidence must not stand in a letter, in any words (G9, G6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Fact, Finding
from afterword.writing.remarks import phrases
from afterword.writing.remarks.sheet import Sheet, words_of_piece

#: How a fact says that it is not to be told, in our languages.
_MARKED = re.compile(
    r"confiden|in private|privately|not public|not yet public|unannounced|not (?:yet )?announced|under nda|\bnda\b|"
    r"non-?disclosure|off the record|between us|asked not to|not to be (?:named|told|mentioned|shared|used|repeated|passed)|"
    r"do not (?:use|mention|share|name|quote)|must not|may not (?:be|tell|use|name)|secret|sensitive|embargo|internal only|"
    r"not for|vertraulich|unter uns|nicht (?:öffentlich|weiter|bekannt|nennen|erwähnen|für)|geheim|verschwiegen|intern\b|"
    r"im vertrauen|noch nicht (?:öffentlich|bekannt)|entre nous|confidentiel|en confidence|pas (?:encore )?public|"
    r"ne pas (?:citer|divulguer|mentionner|dire|nommer|utiliser|répéter)|secr[eè]t|sous embargo|non public|"
    r"confidencial|en confianza|entre nosotros|no (?:es )?público|no (?:citar|mencionar|divulgar|decir|usar|contar|nombrar)|"
    r"safeguarding|at-risk|\bforbid\w*|\bdisclos\w+|untersag\w+|verbiete\w*|interdi(?:t|te|sent)\b|prohíbe\w*|"
    r"aún no (?:es|se|está)|todavía no (?:es|se|está)|reservad|a puerta cerrada|secreto",
    re.IGNORECASE,
)
_COMMON = frozenset(
    [
        "confidential",
        "confidence",
        "told",
        "said",
        "asked",
        "about",
        "that",
        "this",
        "with",
        "from",
        "they",
        "their",
        "them",
        "will",
        "would",
        "have",
        "been",
        "company",
        "team",
        "role",
        "story",
        "interview",
        "vertraulich",
        "sagte",
        "wurde",
        "haben",
        "dass",
        "nicht",
        "public",
        "named",
        "name",
        "share",
        "private",
        "privately",
        "secret",
        "mention",
        "mentioned",
        "must",
        "keep",
        "between",
        "which",
        "when",
        "where",
        "what",
        "there",
        "were",
        "also",
        "more",
        "than",
        "into",
        "only",
        "some",
        "over",
        "very",
        "your",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "confidentiel",
        "confidencial",
        "encore",
        "noch",
        "eine",
        "einer",
        "einen",
        "werden",
        "wird",
        "sind",
        "auch",
        "über",
        "fait",
        "cette",
        "dans",
        "pour",
        "avec",
        "sont",
        "être",
        "está",
        "este",
        "para",
        "sobre",
        "como",
        "pero",
        "todavía",
    ]
)


def confidential(sheet: Sheet) -> Iterator[Finding]:
    """Words of a fact that was told in confidence, and words that say so themselves."""
    marked = [fact for fact in sheet.facts if is_marked(fact)]
    open_words = _stems(" ".join(fact.text for fact in sheet.facts if fact not in marked))
    about = sheet.to
    open_words |= _stems(f"{about.name} {about.title} {about.company}" if about else "")
    taken: list[tuple[int, int]] = []
    for fact in marked:
        for start, end in _told(sheet, fact, open_words):
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                says = (
                    "This was told in confidence. It may move when you write, never what you write."
                )
                yield Finding(start, end, "confidential", "stop", says)
    for finding in phrases.confidential_words(sheet):
        if not any(a < finding.end and finding.start < b for a, b in taken):
            yield finding


def is_marked(fact: Fact) -> bool:
    """Whether a fact says of itself that it is not to be told."""
    return _MARKED.search(fact.text) is not None


def _told(sheet: Sheet, fact: Fact, open_words: set[str]) -> Iterator[tuple[int, int]]:
    """Where the letter uses what only this fact knows."""
    own = _stems(_MARKED.sub(" ", fact.text)) - open_words
    for sentence in sheet.sentences:
        hits = [
            match
            for match in re.finditer(r"[^\W_][\w’'.,-]*\w|\d+", sentence.text)
            if _stem(match[0]) in own
        ]
        strong = [match for match in hits if match[0][0].isdigit() or match[0][0].isupper()]
        if len({_stem(match[0]) for match in hits}) >= 2 or strong:
            first, last = hits[0], hits[-1]
            yield sentence.start + first.start(), sentence.start + last.end()


def _stems(text: str) -> set[str]:
    found = {_stem(word) for word in words_of_piece(text)} | set(re.findall(r"\d[\d.,]*", text))
    return {stem for stem in found if len(stem) > 3 or stem.isdigit()} - _COMMON


def _stem(word: str) -> str:
    small = re.sub(r"[’']s?$", "", word.casefold())
    return re.sub(r"(?:ings?|ed|es|s|en|er|em|e)$", "", small) if len(small) > 5 else small
