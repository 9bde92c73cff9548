"""The values of the page Today: what is worth doing, who has the next word, what was read, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from afterword.desk.day.talks import Talk


@dataclass(frozen=True, slots=True)
class Card:
    """One thing worth doing: who, why now, and which letter. A sealed one tells only that it came.

    `asked` is whether they asked for it, so that it is the user's own turn and no play of ours.
    `due` is the day that they set, where they set one: by it `when` may lie earlier and is ours.
    """

    case: UUID
    company: str
    role: str
    who: str = ""
    why: str = ""
    when: date | None = None
    play: str = ""
    letter: str = ""
    question: str = ""
    band: str = ""
    source: str = ""
    urgency: int = 0
    drafted: UUID | None = None
    decides: date | None = None
    sealed: bool = False
    message: UUID | None = None
    at: datetime | None = None
    asked: bool = False
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone else's turn, and until when."""

    case: UUID
    company: str
    role: str
    says: str
    until: date | None
    state: str


@dataclass(frozen=True, slots=True)
class Read:
    """A mail read since yesterday, with the words that led to its reading; a sealed one has none."""

    message: UUID
    case: UUID | None
    company: str
    who: str
    at: datetime
    kind: str
    subject: str
    quote: str
    certainty: str
    sealed: bool
    proposal: bool
    fraud: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question only the user can answer; about a closed letter it is asked without its subject."""

    id: UUID
    about: str
    text: str
    candidates: tuple[dict[str, str], ...]
    message: UUID | None


@dataclass(frozen=True, slots=True)
class Morning:
    """Today. No cards is a good answer. `envelopes` are closed letters beyond those among the cards.

    `more_later` and `more_waiting` say how many go on beyond what is listed. `had` is how many of the
    day's things were put off or sent already: their places stay empty.
    """

    day: date
    cards: tuple[Card, ...] = ()
    later: tuple[Card, ...] = ()
    envelopes: tuple[Card, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    read: tuple[Read, ...] = ()
    more_read: int = 0
    questions: tuple[Asked, ...] = ()
    cases: int = 0
    more_later: int = 0
    more_waiting: int = 0
    talks: tuple[Talk, ...] = ()
    had: int = 0
