"""The page of a letter as it is read: its sentences with their facts, and the places still open in them."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.casebook import models as record
from afterword.desk.letters import open_places
from afterword.desk.letters.own_name import NO_NAME
from afterword.terms import Draft, Finding


@dataclass(frozen=True, slots=True)
class Place:
    """An open place as a field: what is asked, the words it is known by, and which of such words it is."""

    number: int
    asks: str
    said: str
    turn: int
    wide: bool = False
    stories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: words as they stand, or a place to fill."""

    text: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence on the page: the ids of its facts, or the hole it leaves, cut into its pieces."""

    text: str
    facts: str = ""
    hole: str = ""
    notes: tuple[int, ...] = ()
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together, and the places open among them."""

    lines: tuple[Line, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """What can be filled here, in the order it is read."""
        pieces = (piece for line in self.lines for piece in line.pieces)
        return tuple(piece.place for piece in pieces if piece.place is not None)


@dataclass(slots=True)
class _Count:
    """Which place comes next: numbered through the page, and by turn where words come twice."""

    stories: tuple[tuple[str, str], ...]
    number: int = 0

    def pieces(self, text: str, turns: dict[str, int]) -> tuple[Piece, ...]:
        found, at = list[Piece](), 0
        for hole in open_places.places(text):
            turn = turns.get(hole.said, 0)
            turns[hole.said] = turn + 1
            self.number += 1
            told = self.stories if hole.story else ()
            wide = hole.said == text.strip(" .") or bool(told)
            found += [
                Piece(text[at : hole.start]),
                Piece(place=Place(self.number, hole.asks, hole.said, turn, wide, told)),
            ]
            at = hole.end
        return (*found, Piece(text[at:])) if found else ()


def stories_of(letter: record.Letter) -> tuple[tuple[str, str], ...]:
    """The stories that may be told in a letter, each by its name."""
    rows = record.Story.objects.of(letter.account).filter(confidential=False).order_by("title")
    return tuple((str(row.pk), row.title) for row in rows if open_places.told(row))


def paragraphs(
    draft: Draft,
    findings: tuple[Finding, ...] = (),
    text: str = "",
    *,
    letter: record.Letter | None = None,
) -> tuple[Paragraph, ...]:
    """The sentences in their paragraphs, each with the numbers of the notes on it.

    With the `letter` its open places are fields; without, they are read only.
    """
    found: list[list[Line]] = []
    noted, at = noted_on(findings), 0
    holes = any(open_places.places(one.text) for one in draft.sentences)
    count = _Count(stories_of(letter)) if letter is not None and holes else None
    turns: dict[str, int] = {}
    for sentence in draft.sentences:
        if sentence.new_paragraph or not found:
            found.append([])
        start = max(text.find(sentence.text, at), at) if text else 0
        at = start + len(sentence.text)
        here = tuple(n for n, one in enumerate(noted, start=1) if start <= one.start < at)
        pieces = count.pieces(sentence.text, turns) if count is not None else ()
        found[-1].append(
            Line(
                sentence.text,
                " ".join(sentence.facts),
                sentence.hole,
                here if text else (),
                pieces,
            )
        )
    return tuple(Paragraph(tuple(lines)) for lines in found)


def closing(words: str) -> tuple[Line, ...]:
    """The last lines; the place of a name that nobody knows is a hole."""
    lines = words.split("\n") if words else []
    return tuple(Line(one, hole=one if one == NO_NAME else "") for one in lines)


def noted_on(findings: tuple[Finding, ...]) -> list[Finding]:
    """What is noted in the margin by number; an open place is said where it stands."""
    return [one for one in findings if "hole" not in one.rule]
