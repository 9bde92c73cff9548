"""A doubt as it was heard, and as it is judged: the values that go in and those that come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from afterword.terms import NOTHING, Basis, DoubtKind, LetterKind, Remark, Stage, Story


@dataclass(frozen=True, slots=True)
class Where:
    """The case and the round in which it was said.

    `round` counts the talks of the case from 1 and is 0 before the first; `in_talk` is false
    for words written after that talk, `with_verdict` true for those that came with the no.
    `guarded` is true where the user noted something in this case that may not be lawful (G2).
    """

    case: str
    company: str
    role: str = ""
    round: int = 0
    stage: Stage | None = None
    in_talk: bool = False
    with_verdict: bool = False
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Own:
    """The user's own word on a doubt; empty where there is none. `kin` is the mark of a group."""

    kind: DoubtKind | None = None
    fixable: str = ""
    met_on: date | None = None
    kin: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A story that answers a doubt, and why it was thought of."""

    story: Story
    why: str = ""


@dataclass(frozen=True, slots=True)
class Since:
    """A letter of the user, or with `letter` None a talk, in the case of a doubt.

    `tells` names what the letter rests on: `story:…` and `remark:…`.
    """

    on: date
    letter: LetterKind | None = None
    tells: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Heard:
    """A doubt verbatim with everything that is known of it.

    `codes` are reasons R01–R19 that its words carry; `topics` are the concepts it is about,
    each with the word that carried it.
    """

    remark: Remark
    where: Where
    codes: tuple[str, ...] = ()
    topics: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    own: Own = Own()
    proof: Proof | None = None
    since: tuple[Since, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """When and how a doubt was met. Said: it was answered. Guessed: there was an occasion to."""

    on: date
    how: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt as it is judged: what kind, whether it can be mended, whether it was answered."""

    heard: Heard
    kind: DoubtKind
    kind_why: str
    kind_basis: Basis
    fixable: bool
    fixable_why: str
    fixable_basis: Basis
    met: Met | None = None

    @property
    def id(self) -> str:
        return self.heard.remark.id

    @property
    def answered(self) -> bool:
        """Whether an answer was put to them; whether it convinced them only they know."""
        return self.met is not None and self.met.basis is Basis.SAID
