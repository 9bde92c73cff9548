"""What to say: facts, briefs, drafts, findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword.terms.knowing import Happening, Person, Remark, Story
from afterword.terms.vocabularies import Basis, LetterKind, Tone


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a sentence may rest on: `remark:…`, `story:…`, `event:…`, `me:…`."""

    id: str
    text: str
    source: str = ""
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a letter and the facts it rests on; a hole says what is missing.

    `ours` is true while it stands as it was drafted: what it says is not the user's word.
    """

    text: str
    facts: tuple[str, ...] = ()
    hole: str = ""
    new_paragraph: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """How the user writes, as far as their own sent mail shows it or they say so.

    `greeting` and `sign_off` are their short forms ("Hi", "Best wishes"), `pace` their words
    in a sentence; 0, None and "" mean not known. `letters` is how many mails it rests on.
    """

    greeting: str = ""
    sign_off: str = ""
    pace: float = 0.0
    contractions: bool | None = None
    favourites: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()
    letters: int = 0


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
    round: int = 0  # which talk with them this follows, so that no two rounds open alike
    told: tuple[str, ...] = ()  # stories that others of the panel have read already
    tone: Tone = Tone.USUAL
    voice: Voice | None = None
    greeting: str = ""  # the line they are greeted with in this correspondence, where one is in use
    question: str = ""  # the one question the advice puts to them, as one would word it


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
