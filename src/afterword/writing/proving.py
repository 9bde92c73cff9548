"""What a letter claims that none of its facts carries.

Each sentence is held against the facts it names itself: a figure that is true of another
story is still not proven here. A courtesy claims nothing and passes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from afterword.terms import Draft, Fact, Finding, LetterKind, Person, Sentence
from afterword.writing import binding, boasts, claims
from afterword.writing.amounts import amounts_in
from afterword.writing.claims import Claim
from afterword.writing.names_said import FORMS
from afterword.writing.tracing import trace

#: What is said of a claim nothing carries, by its sort.
WORDS = {
    "number": "None of this sentence’s facts holds “{what}”. Tie it to a story, or take it out.",
    "name": "“{what}” stands in none of this sentence’s facts. Is it right, and may it be said?",
    "date": "No fact here carries “{what}”. Check the day, or leave it out.",
    "superlative": "“{what}” is a claim nothing here proves. The plain fact is stronger.",
    "title": "No fact here says that you were or hold “{what}”. Put it in a story, or take it out.",
    "result": "“{what}” tells of a result no fact here carries. Say what happened, with its figure.",
}
#: Every rule a finding of the trace can carry.
RULES = frozenset(f"unproven_{sort}" for sort in WORDS)


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    sentence: Sentence
    paragraph: int


def unproven(draft: Draft, *, today: date | None = None) -> tuple[Finding, ...]:
    """Each claim of the draft that rests on no fact, placed in `draft.body`, in reading order."""
    facts = {fact.id: fact for fact in draft.facts}
    head = [fact for fact in draft.facts if _is_head(fact, draft)]
    placed = list(_placed(draft))
    found: list[Finding] = []
    for one in placed:
        carried = [facts[key] for key in one.sentence.facts if key in facts]
        found += _missing(one.sentence.text, one.start, carried, head, draft, today)
    found += _edges(draft, [fact for fact in draft.facts if fact.id.startswith(("me:", "person:"))])
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))


def unproven_in(
    text: str,
    facts: Sequence[Fact],
    *,
    to: Person,
    me: str = "",
    today: date | None = None,
    language: str = "en",
    kind: LetterKind = LetterKind.THANK_YOU,
) -> tuple[Finding, ...]:
    """The same of a bare letter and its facts: each sentence is bound to the facts that speak of
    its thing first, and the sentences of a paragraph share theirs. Places are offsets in `text`."""
    made = trace(text, facts, to=to, me=me, language=language, kind=kind)
    found = unproven(made, today=today)
    if made.body == text:
        return found
    return tuple(_moved(found, made.body, text))


def _moved(found: Sequence[Finding], body: str, text: str) -> Iterator[Finding]:
    """Findings placed where their words stand in the letter as typed: only blanks differ."""
    to = [i for i, sign in enumerate(text) if not sign.isspace()]
    at = {i: n for n, i in enumerate(i for i, sign in enumerate(body) if not sign.isspace())}
    for one in found:
        start, end = at.get(one.start), at.get(one.end - 1)
        if start is not None and end is not None and end < len(to):
            yield Finding(to[start], to[end] + 1, one.rule, one.severity, one.message, one.mend)


def _is_head(fact: Fact, draft: Draft) -> bool:
    return fact.id.startswith(("me:", "case:")) or fact.id == f"person:{draft.to.id}"


def _missing(
    text: str,
    start: int,
    facts: Collection[Fact],
    head: Collection[Fact],
    draft: Draft,
    today: date | None,
) -> Iterator[Finding]:
    language = draft.language
    known = claims.Known.of((f"{one.text} ; {one.source}" for one in facts), language, today)
    letterhead = claims.Known.of((one.text for one in head), language)
    said = list(claims.claims_in(text, language, asks=known.has_minutes()))
    missing = [one for one in said if not known.carries(one) or not _same_thing(one, text, facts)]
    missing = [one for one in missing if one.sort != "name" or not letterhead.carries(one)]
    proven = any(one.sort == "number" for one in said) and not any(
        one.sort == "number" for one in missing
    )
    asks = text.rstrip().endswith("?")
    for claim in missing:
        if claim.sort == "result" and proven:
            continue  # its own figures say what came of it
        if claim.sort == "number" and asks and not known.has_span(claim):
            continue  # a time that is asked for claims nothing
        if claim.sort == "date" and asks and _PROPOSES.search(text):
            continue  # nor does a day that is proposed
        yield _finding(claim, start)


#: "Would the week of 11 January suit you?"
_PROPOSES = re.compile(
    r"\b(?:suit|suits|work for you|convenient|be free|are you free|available|shall we say|passt|passen|Zeit|convien\w*|convendr\w*|"
    r"disponible|viene bien|vendría bien)\b",
    re.IGNORECASE,
)


def _same_thing(claim: Claim, text: str, facts: Collection[Fact]) -> bool:
    """Whether the fact that tells of such a turn tells it of the thing this sentence is about."""
    if claim.sort != "result":
        return True
    if amounts_in(text):
        return True  # then its figures are what must be proven
    rest = binding.stems(text[: claim.start] + text[claim.end :])
    return any(
        claim.turn in boasts.turns_of(one.text) and rest & binding.stems(one.text) for one in facts
    )


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
    at, paragraph = len(draft.greeting), 0
    for i, sentence in enumerate(draft.sentences):
        new = i == 0 or sentence.new_paragraph
        at += 2 if new else 1
        paragraph += new
        yield _Placed(at, sentence, paragraph)
        at += len(sentence.text)


def _edges(draft: Draft, facts: list[Fact]) -> Iterator[Finding]:
    """The greeting must name the reader and the closing the writer; nobody else."""
    reader = f"{draft.to.name} {draft.to.title} {draft.to.company}"
    words = claims.name_words(f"{reader} " + " ".join(fact.text for fact in facts))
    body = draft.body
    lines = draft.closing.split("\n")
    closing = "\n".join(lines[1:]) if len(lines) > 1 else ""
    for text, start in ((draft.greeting, 0), (closing, len(body) - len(closing))):
        for match in re.finditer(r"[^\W\d_][\w’'-]*", text):
            word = match[0]
            if word[0].isupper() and not words & claims.name_words(word):
                plain = word.casefold() in claims.GREETINGS | FORMS
                if plain or _in_hole(text, match.start()):
                    continue
                claim = Claim("name", word, match.start(), match.end())
                yield _finding(claim, start)


def _in_hole(text: str, at: int) -> bool:
    return text.rfind("[", 0, at) > text.rfind("]", 0, at)
