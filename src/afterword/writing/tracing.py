"""What an edit did to a letter: which sentences still rest on their facts.

A sentence keeps its facts while its content words remain; where the user wrote
something else it rests on nothing, and `unproven` will ask where a figure comes from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from afterword.terms import Draft, Fact, LetterKind, Person, Sentence
from afterword.writing import binding
from afterword.writing.facts import ME
from afterword.writing.fragments import split
from afterword.writing.lexicon import words_of
from afterword.writing.page import holes_in

#: A sentence is the same sentence while this share of its content words is still there.
SAME = 0.6

_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*", re.UNICODE)
_FAREWELL = re.compile(
    r"^(?:(?:with )?(?:my )?(?:very )?(?:kind|best|warm)(?:est)?(?: regards| wishes)?\b[^.?!]{0,30}|"
    r"regards|sincerely|(?:yours|many thanks|thanks|cheers)\b[^.?!]{0,20}|"
    r"(?:mit )?(?:freundlich|herzlich|best|viele)\w* grüße?n?[^.?!]{0,20}|(?:bien )?cordialement|"
    r"(?:un )?cordial saludo|saludos[^.?!]{0,20}),?$",
    re.IGNORECASE,
)
_SMALL = words_of("""a an and are as at be but by for from had has have he her his i if in is it its me my no
    not of on or our she so that the their them there they this to us was we were what when which
    who will with would you your""")


def retrace(draft: Draft, text: str) -> Draft:
    """The draft as the user's edited text now reads, each sentence with what it still rests on.

    `text` is the whole letter, greeting and closing included, as `Draft.body` gives it. A
    sentence that is new rests on the facts that speak of the same thing, or on none.
    """
    made = _parsed(draft, text)
    aligned = _aligned(draft.sentences, list(made.sentences))
    kept = {one.text for one in draft.sentences}  # a courtesy left as it was still rests on nothing
    rebound = binding.bound(aligned, draft.facts, draft.language)
    pairs = zip(aligned, rebound, strict=True)
    ours = {one.text for one in draft.sentences if one.ours}
    traced = (a if a.text in kept else b for a, b in pairs)
    return replace(made, sentences=tuple(replace(one, ours=one.text in ours) for one in traced))


def tie(draft: Draft, own: Sequence[Fact]) -> Draft:
    """The draft with the user's own facts among its facts, its changed sentences tied to those they tell.

    A story may be kept after the letter was drafted, and a sentence of the user's may tell it beside
    what it rested on before: what any kept story carries is proven.
    """
    facts = tuple({one.id: one for one in (*draft.facts, *own)}.values())
    bare = [replace(one, facts=()) for one in draft.sentences]
    found = binding.bound(bare, own, draft.language)
    tied = tuple(
        old if old.ours else replace(old, facts=tuple(dict.fromkeys((*old.facts, *new.facts))))
        for old, new in zip(draft.sentences, found, strict=True)
    )
    return replace(draft, sentences=tied, facts=facts)


def trace(
    text: str,
    facts: Sequence[Fact],
    *,
    to: Person,
    me: str = "",
    language: str = "en",
    kind: LetterKind = LetterKind.THANK_YOU,
) -> Draft:
    """A letter nobody here wrote, as a draft: each sentence with the facts it seems to rest on.

    The sentences of a paragraph share their facts: a story is told in more than one.
    """
    about = ", ".join(part for part in (to.name, to.title, to.company) if part)
    head = (Fact("me:name", me), Fact(f"person:{to.id}", about))
    every = tuple({one.id: one for one in (*head, *facts)}.values())
    blank = Draft(kind, to, "", "", (), f"\n{me}", every, language)
    made = _parsed(blank, text)
    return replace(made, sentences=_shared(binding.bound(made.sentences, every, language)))


def _shared(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for paragraph in _paragraphs(sentences):
        facts = tuple(dict.fromkeys(key for one in paragraph for key in one.facts))
        found += [replace(one, facts=facts) for one in paragraph]
    return tuple(found)


def _paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for one in sentences:
        if one.new_paragraph or not found:
            found.append([])
        found[-1].append(one)
    return found


def _parsed(draft: Draft, text: str) -> Draft:
    """The text cut into greeting, sentences and closing."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", _lines(text)) if block.strip()]
    greeting, closing = "", ""
    if blocks and _is_greeting(blocks[0], draft):
        first, _, rest = blocks.pop(0).partition("\n")
        greeting = first.strip()
        if rest.strip():
            blocks.insert(0, rest.strip())
    if blocks:
        rest, closing = _farewell(blocks.pop(), draft)
        if rest:
            blocks.append(rest)
    sentences: list[Sentence] = []
    for block in blocks:
        if _farewell(block, draft)[0] == "":  # a postscript follows it
            sentences.append(Sentence(block, (ME,), holes_in(block), bool(sentences)))
            continue
        for i, part in enumerate(_parts(re.sub(r"\s*\n\s*", " ", block), draft.sentences)):
            sentences.append(Sentence(part, (), holes_in(part), i == 0 and bool(sentences)))
    return replace(draft, greeting=greeting, closing=closing, sentences=tuple(sentences))


def _parts(block: str, old: tuple[Sentence, ...]) -> list[str]:
    """The sentences of a paragraph; those left as they were are recognised whole."""
    for sentence in sorted((s.text for s in old), key=len, reverse=True):
        at = block.find(sentence)
        before, after = block[:at], block[at + len(sentence) :]
        if at < 0 or (before and not before.endswith(" ")) or (after and after[0] != " "):
            continue
        return [*_parts(before.strip(), old), sentence, *_parts(after.strip(), old)]
    return split(block)


def _aligned(old: tuple[Sentence, ...], new: list[Sentence]) -> tuple[Sentence, ...]:
    """Each new sentence with the facts of the old one it grew out of, each old one used once."""
    exact = SequenceMatcher(a=[s.text for s in old], b=[s.text for s in new], autojunk=False)
    pairs: dict[int, int] = {}
    for block in exact.get_matching_blocks():
        pairs.update((block.b + i, block.a + i) for i in range(block.size))
    rated = sorted(
        (
            (-_kept(old[a].text, new[b].text), abs(a - b), a, b)
            for b in range(len(new))
            if b not in pairs
            for a in range(len(old))
            if a not in pairs.values()
        ),
    )
    taken = set(pairs.values())
    for score, _, a, b in rated:
        if -score >= SAME and b not in pairs and a not in taken:
            pairs[b] = a
            taken.add(a)
    return tuple(
        replace(sentence, facts=old[pairs[i]].facts) if i in pairs else sentence
        for i, sentence in enumerate(new)
    )


def _kept(old: str, new: str) -> float:
    """How much of the old sentence's content lives on, and how much of the new one it is."""
    before, after = _content(old), _content(new)
    if not before or not after:
        return 1.0 if before == after and old.strip() == new.strip() else 0.0
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return min(same / len(before), 1.0) * 0.6 + same / max(len(before), len(after)) * 0.4


def _content(text: str) -> list[str]:
    return [w for w in _WORD.findall(text.casefold()) if w not in _SMALL]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _is_greeting(block: str, draft: Draft) -> bool:
    line = block.split("\n", 1)[0].strip()
    return line == draft.greeting or (
        len(line) <= 120 and line.endswith((",", ":", "!")) and len(split(line)) == 1
    )


def _farewell(block: str, draft: Draft) -> tuple[str, str]:
    """The block cut before its farewell; all of it and "" when it bids none."""
    if block == draft.closing:
        return "", block
    lines = block.split("\n")
    name = draft.closing.split("\n")[-1].strip()
    for i, line in enumerate(lines):
        if _FAREWELL.match(line.strip()) or (line.strip() == name and i == len(lines) - 1):
            return "\n".join(lines[:i]).strip(), "\n".join(lines[i:]).strip()
    return block, ""
