"""What a letter claims that none of its facts carries.

Each sentence is held against the facts it names itself: a figure that is true of another
story is still not proven here. A courtesy claims nothing and passes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from afterword.terms import Draft, Fact, Finding, Sentence
from afterword.writing import claims
from afterword.writing.claims import Claim

#: What is said of a claim nothing carries, by its sort.
WORDS = {
    "number": "None of this sentence’s facts holds “{what}”. Tie it to a story, or take it out.",
    "name": "“{what}” stands in none of this sentence’s facts. Is it right, and may it be said?",
    "date": "No fact here carries “{what}”. Check the day, or leave it out.",
    "superlative": "“{what}” is a claim nothing here proves. The plain fact is stronger.",
}


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    sentence: Sentence


def unproven(draft: Draft) -> tuple[Finding, ...]:
    """Each number, name, date or superlative that rests on no fact, placed in `draft.body`."""
    facts = {fact.id: fact for fact in draft.facts}
    found: list[Finding] = []
    for placed in _placed(draft):
        carried = [facts[one] for one in placed.sentence.facts if one in facts]
        found += _missing(placed.sentence.text, placed.start, carried, draft.language)
    found += _edges(draft, [fact for fact in draft.facts if fact.id.startswith(("me:", "person:"))])
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))


def _missing(text: str, start: int, facts: Collection[Fact], language: str) -> Iterator[Finding]:
    known = claims.Known.of(f"{fact.text} {fact.source}" for fact in facts)
    for claim in claims.claims_in(text, language):
        if not known.carries(claim):
            yield _finding(claim, start)


def _finding(claim: Claim, start: int) -> Finding:
    return Finding(
        start + claim.start,
        start + claim.end,
        f"unproven_{claim.sort}",
        "look",
        WORDS[claim.sort].format(what=claim.text),
    )


def _placed(draft: Draft) -> Iterator[_Placed]:
    """Each sentence with its offset in `draft.body`, in the way the body is put together."""
    at = len(draft.greeting)
    for i, sentence in enumerate(draft.sentences):
        at += 2 if i == 0 or sentence.new_paragraph else 1
        yield _Placed(at, sentence)
        at += len(sentence.text)


def _edges(draft: Draft, facts: list[Fact]) -> Iterator[Finding]:
    """The greeting must name the reader and the closing the writer; nobody else."""
    words = claims.name_words(f"{draft.to.name} " + " ".join(fact.text for fact in facts))
    body = draft.body
    lines = draft.closing.split("\n")
    for text, start in (
        (draft.greeting, 0),
        ("\n".join(lines[1:]), len(body) - len("\n".join(lines[1:]))),
    ):
        for match in re.finditer(r"[^\W\d_][\w’'-]*", text):
            word = match[0]
            if word[0].isupper() and not words & claims.name_words(word):
                if word.casefold() in claims.GREETINGS or _in_hole(text, match.start()):
                    continue
                claim = Claim("name", word, match.start(), match.end())
                yield _finding(claim, start)


def _in_hole(text: str, at: int) -> bool:
    return text.rfind("[", 0, at) > text.rfind("]", 0, at)
