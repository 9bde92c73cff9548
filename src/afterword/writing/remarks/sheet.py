"""A letter under review, taken apart once: subject, greeting, sentences, closing, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing.remarks.wordings import guess_language

#: Headers a pasted letter may begin with, in our languages.
_HEADER = re.compile(
    r"(?:(?:to|an|à|para|from|von|de|date|datum|subject|betreff|objet|asunto)[ \t]*:[^\n]*\n)+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:subject|betreff|objet|asunto)[ \t]*:[ \t]*([^\n]*)$", re.I | re.M)
#: A full stop after these ends no sentence.
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|vs|etc|e\.g|i\.e|approx|inc|ltd|co|z\.\s?b|d\.\s?h|bzw|ca|evtl|"
    r"usw|str|m|mme|mlle|sr|sra|srta|dra|d|dña|p\.\s?ej|ee|uu|[a-z])|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"^(?:(?:with |my )*(?:very |all )?(?:kind|best|warm|kindest|warmest)\b(?: (?:personal )?(?:regards|wishes))?"
    r"[^.?!\n]{0,30}|regards|sincerely|(?:yours|many thanks|thanks|thank you|cheers|with thanks|gratefully|"
    r"respectfully)\b[^.?!\n]{0,22}|(?:mit )?(?:freundlich|herzlich|best|viel|lieb|schön)\w* (?:grüße?n?|"
    r"gruß|dank)[^.?!\n]{0,25}|hochachtungsvoll[^\n]{0,10}|(?:bien |très )?(?:cordialement|sincèrement|"
    r"respectueusement)[^.?!\n]{0,20}|(?:meilleures|sincères) salutations|bien à vous|(?:avec|je vous prie|"
    r"veuillez)\b[^?!\n]{0,120}(?:salutations|sentiments|considération)[^\n]{0,40}|(?:un |muy |reciba[^\n]{0,20})*"
    r"(?:cordial|cordiales|atentamente|atento|afectuoso)\b[^.?!\n]{0,25}|(?:saludos|un saludo|gracias)\b"
    r"[^.?!\n]{0,20}),?\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Frau|Herr|Mme|M|Sra?)\.? )*[A-ZÀ-ÖØ-Þ][\w’'.-]+(?: (?:van|von|de|der|del|la|[A-ZÀ-ÖØ-Þ][\w’'.-]*))+"
)
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<!\w)\"[^\"\n]*\"")


#: The languages an ear has learned; in others it keeps silent.
HEARD = frozenset({"en", "de", "fr", "es"})
#: An ear: the kind of the letter and its sentences in, for each the share of each fault out.
Hear = Callable[[str, Sequence[str]], Sequence[Mapping[str, float]]]
#: A word in, whether it stands in the casebook out: a name, a place, a word of a mail or a story.
Knows = Callable[[str], bool]
#: Laws have capitals and are nobody's name.
_LAWS = re.compile(
    r"\b(?:(?:UK |EU )?GDPR|DSGVO|DS-GVO|RGPD|CCPA|Art(?:icle|ikel|ículo)?\.? \d+\w?|"
    r"(?:UK |EU )?General Data Protection Regulation|Data Protection Act|Datenschutz-Grundverordnung|"
    r"Règlement général sur la protection des données|Reglamento General de Protección de Datos)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the letter with its place in the whole text."""

    start: int
    end: int
    text: str
    paragraph: int = 0


@dataclass(frozen=True)
class Sheet:
    """A letter under review and all that may be known about it."""

    text: str
    kind: LetterKind | str
    to: Person | None = None
    company: str = ""
    names: tuple[str, ...] = ()
    today: date | None = None
    facts: tuple[Fact, ...] = ()
    tongue: str = ""
    me: str = ""
    panel: tuple[str, ...] = ()
    attachments: tuple[str, ...] | None = None
    checked: bool = False  # whether facts are all the letter may rest on
    hear: Hear | None = None
    people: tuple[str, ...] = ()  # who may be named beside those the facts name
    knows: Knows | None = None  # whether a word stands in the casebook

    @cached_property
    def language(self) -> str:
        return self.tongue or guess_language(self.text)

    @cached_property
    def start(self) -> int:
        """Where the letter proper begins, after any header lines."""
        match = _HEADER.match(self.text)
        return match.end() if match else 0

    @cached_property
    def subject(self) -> Piece:
        match = _SUBJECT.search(self.text, 0, self.start)
        return Piece(match.start(1), match.end(1), match[1]) if match else Piece(0, 0, "")

    @cached_property
    def body(self) -> str:
        return self.text[self.start :].strip("\n")

    @cached_property
    def greeting(self) -> Piece:
        """The first line, when it greets."""
        begin = self.start
        while begin < len(self.text) and self.text[begin] in "\n\r\t ":
            begin += 1
        line = self.text[begin:].split("\n", 1)[0]
        greets = (
            len(line) < 90 and line.rstrip().endswith((",", ":", "!")) and len(line.split()) < 11
        )
        return Piece(begin, begin + len(line), line) if greets else Piece(begin, begin, "")

    @cached_property
    def closing(self) -> Piece:
        """The farewell and the name, from the first line that bids it."""
        lines = list(re.finditer(r"[^\n]+", self.text[self.greeting.end :]))
        if len(lines) > 2 and self.me and self._is_me(lines[-1][0]):
            before = lines[-2][0].strip()  # a short line above the name bids farewell in any tongue
            if before.endswith(",") and len(before.split()) < 6:
                at = self.greeting.end + lines[-2].start()
                return Piece(at, len(self.text), self.text[at:])
        for match in lines[-5:]:
            if _FAREWELL.match(match[0].strip()):
                at = self.greeting.end + match.start()
                return Piece(at, len(self.text), self.text[at:])
        at = len(self.text)
        for match in reversed(lines[-2:]):
            line = match[0].strip()
            if self._is_name(line):
                at = self.greeting.end + match.start()
        return Piece(at, len(self.text), self.text[at:])

    def _is_me(self, line: str) -> bool:
        own = {word.casefold() for word in self.me.split()}
        said = {word.casefold() for word in line.split()}
        return bool(said) and said <= own

    def _is_name(self, line: str) -> bool:
        plain = not line.endswith((".", "?", "!", ",", ":"))
        return plain and 0 < len(line.split()) < 5 and line[0].isupper()

    @cached_property
    def sentences(self) -> tuple[Piece, ...]:
        """The sentences between greeting and farewell."""
        found: list[Piece] = []
        at, last = self.greeting.end, self.closing.start
        for number, block in enumerate(re.finditer(r"(?:[^\n]+\n?)+", self.text[at:last])):
            begin = at + block.start()
            found += [
                Piece(begin + a, begin + b, block[0][a:b], number) for a, b in _split(block[0])
            ]
        return tuple(found)

    @cached_property
    def heard(self) -> tuple[tuple[Piece, Mapping[str, float]], ...]:
        """Each sentence with what an ear hears in it; empty without one."""
        if self.hear is None or self.language not in HEARD or not self.sentences:
            return ()
        told = self.hear(str(self.kind), [one.text for one in self.sentences])
        return tuple(zip(self.sentences, told, strict=True))

    @cached_property
    def noted(self) -> dict[tuple[str, ...], tuple[Finding, ...]]:
        """What tables of wordings found so far, for rules that ask the same ones again."""
        return {}

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in _QUOTED.finditer(self.text))

    def is_quoted(self, start: int, end: int) -> bool:
        """Words in quotation marks are somebody else's and pass."""
        return any(a <= start and end <= b for a, b in self.quoted)

    def is_law(self, start: int, end: int) -> bool:
        """Whether the place lies in the name of a law, which everybody may cite."""
        return any(a < end and start < b for a, b in self._laws)

    @cached_property
    def _laws(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in _LAWS.finditer(self.text))

    def is_kept(self, *words: str) -> bool:
        """Whether the casebook itself has all these words: then none is a slip."""
        return self.knows is not None and bool(words) and all(self.knows(one) for one in words)

    def sentence_at(self, start: int) -> Piece:
        for one in self.sentences:
            if one.start <= start < one.end:
                return one
        return Piece(start, start, "")

    @cached_property
    def said(self) -> str:
        """All facts as one text, with who and where the letter goes to, and whom it may name."""
        to = self.to
        about = (to.name, to.title, to.company) if to else ()
        texts = (f.text for f in self.facts)
        return " ; ".join([*texts, *about, self.company, self.me, *self.persons])

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """Who may be named: people of the case, referees, whoever said what a fact keeps."""
        told = (
            part.strip().removesuffix(" can confirm it")
            for fact in self.facts
            for part in fact.source.split(",")
        )
        speakers = [part for part in told if _PERSON.fullmatch(part)]
        own = [f.text.split(",")[0].strip() for f in self.facts if f.id.startswith("person:")]
        return tuple(dict.fromkeys(filter(None, (*own, *speakers, *self.people))))


def words_of_piece(text: str) -> list[str]:
    return _WORD.findall(text)


def _split(block: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in re.finditer(r"[.!?…]+[”“»\")]*(?=\s|$)|\n(?=[-•*])", block):
        if match[0].startswith(".") and _SHORT.search(block[begin : match.end()].rstrip('”“»")')):
            continue
        end = match.end()
        if block[begin:end].strip():
            yield _trim(block, begin, end)
        begin = end
    if block[begin:].strip():
        yield _trim(block, begin, len(block))


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end


def at(piece: Piece, rule: str, severity: str, says: str, mend: str | None = None) -> Finding:
    return Finding(piece.start, piece.end, rule, severity, says, mend)


def span(pieces: Sequence[Piece]) -> Piece:
    """From the first of the pieces to the last."""
    return Piece(pieces[0].start, pieces[-1].end, "")
