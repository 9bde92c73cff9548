"""What we know of a case: people, remarks, stories, happenings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from afterword.terms.meaning import ReasonSeen
from afterword.terms.vocabularies import (
    NOTHING,
    Basis,
    Certainty,
    Channel,
    Deed,
    Direction,
    Hand,
    MailKind,
    Part,
    RemarkKind,
    Stage,
    Stance,
    Strength,
    Warmth,
)
from afterword.terms.vouching import NO_REGISTER, Register


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in a case, as counsel and writing see them."""

    id: str
    name: str
    email: str = ""
    part: Part = Part.UNKNOWN
    title: str = ""
    company: str = ""
    stance: Stance = Stance.UNKNOWN
    stance_basis: Basis = Basis.GUESSED
    warmth: Warmth = Warmth.NEUTRAL
    country: str = ""
    last_in: datetime | None = None
    last_out: datetime | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What someone said, in their words, and whether a story has answered it.

    `heard_by` are the ids or addresses of those who were in the talk or the mail it was said in;
    `said_in` is that mail.
    """

    id: str
    kind: RemarkKind
    quote: str
    by: str = ""
    basis: Basis = Basis.SAID
    at: date | None = None
    answered_by: str = ""
    hole: str = ""
    heard_by: tuple[str, ...] = ()
    said_in: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Something the user can prove: challenge, action, result."""

    id: str
    title: str
    challenge: str = ""
    action: str = ""
    result: str = ""
    numbers: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    confirm: str = ""
    confidential: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated thing in a case: a mail, an interview, a letter, a call, a signal.

    `kind` is a `MailKind` for mail and for verdicts by any channel, else a
    `Deed`. `detail` is the letter kind of a letter, the stage of an interview,
    the signal's name, or a short quote; a note whose detail is an `Outcome`
    closes the case by hand. `sealed` is true while a verdict lies unopened;
    `asked_by` is the day by which they want an answer or a task of the user, and `asks_answer` whether
    it is the user's yes or no to an offer that is wanted by then. `asks_times` is whether they wait for
    hours that suit the user, and `silence_is_no` whether they said that no word by `promised` means no.
    `opened` is when the envelope was opened, and the twelve hours count from it. `strength` is
    how much a sign that the watch saw can carry, None for everything else. `promised_as` is how they
    named the day where they named it loosely ("early February"). `taken_back` are words of their no
    that ask for something which this sign, a new advert, no longer asks for.
    """

    id: str
    at: datetime
    kind: MailKind | Deed
    direction: Direction = Direction.IN
    who: str = ""
    channel: Channel = Channel.EMAIL
    certainty: Certainty = Certainty.STRONG
    basis: Basis = Basis.SAID
    hand: Hand = Hand.PERSONAL
    reply_possible: bool = True
    promised: date | None = None
    invitation: bool = False
    stop: bool = False
    by_internal: bool = False
    stage: Stage | None = None
    reasons: tuple[ReasonSeen, ...] = ()
    detail: str = ""
    opened: datetime | None = None
    sealed: bool = False
    strength: Strength | None = None
    asked_by: date | None = None
    promised_as: str = ""
    taken_back: tuple[str, ...] = ()
    asks_answer: bool = False
    asks_times: bool = False
    silence_is_no: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the user said of one factor or gate, and when: it can grow stale."""

    value: float | bool | str | None
    at: datetime
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class CaseFile:
    """All that counsel may know of one case. It looks nothing up.

    `elsewhere` is what the caps must know of other cases: letters to the same people or to
    anyone of the same firm, words of these people, and a stop that binds the firm.
    `met_by` says which story seems to answer words of theirs: found by what both are about, and
    not the user's word (that is `Remark.answered_by`).
    """

    id: str
    company: str
    role: str
    country: str = ""
    sector: str = ""
    happenings: tuple[Happening, ...] = ()
    people: tuple[Person, ...] = ()
    remarks: tuple[Remark, ...] = ()
    stories: tuple[Story, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=lambda: NOTHING)
    register: Register = NO_REGISTER
    elsewhere: tuple[Happening, ...] = ()
    met_by: Mapping[str, str] = field(default_factory=lambda: NOTHING)
