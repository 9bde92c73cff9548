"""What a mail means: the reading and its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime

from afterword.terms.vocabularies import (
    Basis,
    Certainty,
    Direction,
    Hand,
    MailKind,
    Part,
    RemarkKind,
    Stage,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The quoted words that led to a judgement: code points into `Reading.text`."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class PersonSeen:
    name: str
    email: str
    part: Part = Part.UNKNOWN
    title: str = ""


@dataclass(frozen=True, slots=True)
class ReasonSeen:
    """A stated reason: code R01–R19 of method 5, and the words that carry it."""

    code: str
    quote: str
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class RemarkSeen:
    """Something they wrote that a letter can answer later."""

    kind: RemarkKind
    quote: str
    by: str
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mail says, each point with its evidence.

    `text` is subject, a blank line and the body as judged; all evidence points
    into it. `kind` is never `rejection` when `certainty` is low for want of a
    language. `company` and `role` are empty when the mail does not show them.
    """

    id: str
    source: str
    date: datetime | None
    direction: Direction
    language: str
    text: str
    kind: MailKind
    certainty: Certainty
    company: str = ""
    role: str = ""
    people: tuple[PersonSeen, ...] = ()
    reasons: tuple[ReasonSeen, ...] = ()
    remarks: tuple[RemarkSeen, ...] = ()
    hand: Hand = Hand.TEMPLATE
    reply_possible: bool = False
    promised_date: Day | None = None
    invitation: bool = False
    stop: bool = False
    stage: Stage | None = None
    interview_at: datetime | None = None
    by_internal: bool = False
    agency: bool = False
    evidence: tuple[Evidence, ...] = ()
    errors: tuple[str, ...] = ()
    #: by when they ask the user for an answer or a task; a deadline set to the reader is no promise
    asked_by: Day | None = None
    #: how they named the promised day where they named it loosely, in our words: "early February"
    promised_as: str = ""
    #: the addresses of those whose letters are passed on below its own words, the nearest first
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Which case a mail belongs to: a known one, a new one, or a question.

    `case` is the id of a known case or "". With `ask` true the program asks the
    user and joins nothing; `candidates` then lists what it would offer.
    """

    case: str = ""
    new: bool = False
    ask: bool = False
    candidates: tuple[str, ...] = ()
    why: str = ""
