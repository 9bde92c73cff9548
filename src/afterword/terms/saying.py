"""What to say: facts, briefs, drafts, findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword.terms.knowing import Happening, Person, Remark, Story
from afterword.terms.vocabularies import Basis, LetterKind


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a sentence may rest on: `remark:…`, `story:…`, `event:…`, `me:…`."""

    id: str
    text: str
    source: str = ""
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a letter and the facts it rests on; a hole says what is missing."""

    text: str
    facts: tuple[str, ...] = ()
    hole: str = ""
    new_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a letter may use. What is not in here cannot be said."""

    kind: LetterKind
    to: Person
    me: str
    company: str
    role: str
    today: date
    remarks: tuple[Remark, ...] = ()
    stories: tuple[Story, ...] = ()
    happenings: tuple[Happening, ...] = ()
    language: str = "en"
    facts: tuple[Fact, ...] = ()
    panel: tuple[str, ...] = ()  # ids of all who get such a letter, so that no two read alike


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to be read: sentences with their facts, and the facts themselves."""

    kind: LetterKind
    to: Person
    subject: str
    greeting: str
    sentences: tuple[Sentence, ...]
    closing: str
    facts: tuple[Fact, ...] = ()
    language: str = "en"

    @property
    def holes(self) -> tuple[str, ...]:
        return tuple(s.hole for s in self.sentences if s.hole)

    @property
    def body(self) -> str:
        """The letter as text: greeting, paragraphs, closing, a blank line between."""
        blocks: list[str] = [self.greeting]
        for i, sentence in enumerate(self.sentences):
            if i == 0 or sentence.new_paragraph:
                blocks.append(sentence.text)
            else:
                blocks[-1] += " " + sentence.text
        blocks.append(self.closing)
        return "\n\n".join(blocks)


@dataclass(frozen=True, slots=True)
class Finding:
    """A reviewer's note on a letter: where, which rule, why, and a mend if there is one."""

    start: int
    end: int
    rule: str
    severity: str
    message: str
    mend: str | None = None
