"""What to do next: standing, advice, move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from afterword.terms.vocabularies import Band, Basis, LetterKind, Outcome, Stage, State


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands on a day, and the sentence that says why."""

    state: State
    stage: Stage | None = None
    outcome: Outcome | None = None
    by_internal: bool = False
    since: datetime | None = None
    last_word: datetime | None = None
    promised: date | None = None
    nudge_from: date | None = None
    nudges: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One factor as it counted: points = weight x value; value None is unknown."""

    factor: str
    value: float | None
    points: float
    says: str
    quote: str = ""
    basis: Basis = Basis.INFERRED


#: `NextStep.who` where nobody is written to: the step is the user's own.
YOU = "you"


@dataclass(frozen=True, slots=True)
class NextStep:
    who: str
    what: str
    when: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A band with everything a reader needs to check it or overrule it."""

    band: Band
    fight_score: float
    fight_coverage: float
    warm_score: float
    pro: tuple[Weighed, ...] = ()
    con: tuple[Weighed, ...] = ()
    unknown: tuple[str, ...] = ()
    next_question: str = ""
    question_factor: str = ""
    next_step: NextStep = NextStep("", "", "")
    would_change: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    why: str = ""
    cost_if_wrong: tuple[str, str] = ("", "")
    play: str = ""
    fallback: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """The one thing a case asks for next: who, what, when, why. Play "" is rest."""

    play: str = ""
    letter: LetterKind | None = None
    who: str = ""
    when: date | None = None
    not_before: datetime | None = None
    why: str = ""
    question: str = ""
    urgency: int = 0
    source: str = ""
    band: Band | None = None
