"""Invented firms, the people in them, and how each takes a word from outside.

Every number here is an assumption; `ASSUMED` is the list that the report prints.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from searches.places import PLACES, Place

PARTS = (
    "recruiter_internal",
    "recruiter_agency",
    "hiring_manager",
    "skip_level_or_executive",
    "panel_interviewer",
    "HR_partner",
)
#: Whose word of "no more, please" binds the whole firm (method 3.1: legal or HR).
BINDS = ("recruiter_internal", "HR_partner", "hiring_manager", "skip_level_or_executive")

#: name, value, what it says, and what it leans on.
ASSUMED: dict[str, tuple[float, str, str]] = {
    "answers_touch": (
        0.30,
        "chance that a willing person answers a keep-in-touch word",
        "assumption",
    ),
    "answers_nudge": (0.45, "chance that a recruiter answers a fair question", "assumption"),
    "answers_advice": (0.30, "chance of an answer to an advice or call request", "assumption"),
    "answers_reopen": (0.15, "chance of any answer to a reopen letter", "assumption"),
    "cause_helps": (
        1.5,
        "an unexpected word with a cause is welcomed more (factor)",
        "assumption; the direction is E07",
    ),
    "each_unanswered": (
        0.6,
        "each further word without an answer is answered less (factor)",
        "assumption; the direction is E29",
    ),
    "soon": (0.15, "each word within 21 days of the last costs this much goodwill", "assumption"),
    "off_hours": (
        0.05,
        "a word on a free day of theirs costs this much goodwill",
        "assumption",
    ),
    "unasked": (0.04, "each word after two unanswered costs this much more goodwill", "assumption"),
    "heals": (0.002, "goodwill that comes back each day without a word", "assumption"),
    "complains": (
        0.25,
        "at no goodwill left, chance that the next word brings a complaint",
        "assumption",
    ),
    "within_a_day": (0.9, "share of answers that come within a day", "E26 (known pairs)"),
}


@dataclass(slots=True)
class Human:
    """Somebody at a firm: willing or not, patient or not, and what they have had of the user."""

    id: str
    firm: Firm
    part: str
    place: Place
    willing: float
    patience: float
    goodwill: float = 1.0
    unanswered: int = 0
    last: datetime | None = None
    stopped: datetime | None = None
    complained: int = 0
    replies: int = 0
    met: bool = False

    @property
    def email(self) -> str:
        return f"{self.id}@{self.firm.id}.example"

    @property
    def answers_still(self) -> bool:
        """Whether the tie is alive: never complained, and goodwill above half."""
        return self.stopped is None and not self.complained and self.goodwill > 0.5


@dataclass(slots=True)
class Firm:
    id: str
    place: Place
    sector: str
    people: list[Human] = field(default_factory=list)


def firm(rng: random.Random, id: str) -> Firm:
    place = _where(rng)
    sector = rng.choice(("", "", "", "government", "restaurants", "tech"))
    made = Firm(id, place, sector)
    parts = ["recruiter_internal" if rng.random() < 0.8 else "recruiter_agency", "hiring_manager"]
    parts += rng.sample(PARTS[2:], k=rng.randint(0, 2))
    for n, part in enumerate(parts):
        away = rng.random() < 0.12
        here = _where(rng) if away else place
        made.people.append(
            Human(
                f"{id}p{n}",
                made,
                part,
                here,
                willing=rng.betavariate(2, 2),
                patience=rng.uniform(0.5, 1.5),
            )
        )
    return made


def _where(rng: random.Random) -> Place:
    return rng.choices([p for p, _ in PLACES], [n for _, n in PLACES])[0]


@dataclass(frozen=True, slots=True)
class Reaction:
    """What comes of a word: an answer after a while, a complaint, or nothing."""

    answers_after: timedelta | None = None
    complaint: bool = False


def react(
    rng: random.Random, who: Human, letter: str, at: datetime, *, cause: bool, free_day: bool
) -> Reaction:
    """How this person takes a letter. Always draws the same number of dice."""
    a, b, c, d = rng.random(), rng.random(), rng.random(), rng.random()
    if who.stopped is not None:
        who.complained += 1
        return Reaction(complaint=True)
    value = {name: figure for name, (figure, *_) in ASSUMED.items()}
    solicited = letter not in ("keep_in_touch", "congratulation", "trigger_note", "monthly")
    gone = (at - who.last).days if who.last else 400
    who.goodwill = min(1.0, who.goodwill + value["heals"] * min(gone, 400))
    cost = value["off_hours"] if free_day else 0.0
    cost += value["soon"] if gone < 21 and not solicited else 0.0
    cost += value["unasked"] * max(0, who.unanswered - 1) if not solicited else 0.0
    who.goodwill = max(0.0, who.goodwill - cost / who.patience)
    who.last = at
    if a < value["complains"] * (1 - who.goodwill) ** 2:
        who.complained += 1
        return Reaction(complaint=True)
    base = {
        "status_nudge": value["answers_nudge"],
        "final_nudge": value["answers_nudge"],
        "advice_request": value["answers_advice"],
        "call_request": value["answers_advice"],
        "reopen_letter": value["answers_reopen"],
    }.get(letter, 0.0 if solicited else value["answers_touch"] * 2 * who.willing)
    chance = base * who.goodwill * value["each_unanswered"] ** who.unanswered
    chance *= value["cause_helps"] if cause and not solicited else 1.0
    if b < chance:
        who.unanswered = 0
        quick = c < value["within_a_day"]
        return Reaction(timedelta(hours=1 + 22 * d) if quick else timedelta(days=1 + 9 * d))
    who.unanswered += 0 if solicited else 1
    return Reaction()
