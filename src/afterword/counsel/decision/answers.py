"""What is known about one case, coded for the decision: factors, gates, context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import isfinite
from types import MappingProxyType
from typing import Any

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.decision.factors import FACTORS, GATE
from afterword.errors import UserError
from afterword.terms import NOTHING, Basis


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a factor or gate has its value: a sentence, the words behind it, how sure it is."""

    says: str
    quote: str = ""
    basis: Basis = Basis.INFERRED
    by_user: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything the decision may look at. None is unknown: it counts 0 and is shown as unknown.

    F1..F10 and W1..W8 lie in [-1, 1]. `unanswered` counts messages without an
    answer. `other_seat` names a concrete other seat ("a seat" when unnamed).
    `invitation` is what they invited to, in a few words; `talked_on` the day of the last talk
    or letter; `claim` why something may not be written (`CLAIMS`). What is missing among these
    and `needs_care`, `asks_money`, `no_contact`, `review_open`, `rescinded`, `reposted`, `offered`,
    `other_offer_by`, `told`, `thanked`, `referred`, `comes_again` leaves all as it was.
    `after_no` is whether a verdict has come, where that is known.
    `names` maps recruiter, decider, warm, introducer to people; `grounds` says why each
    value is what it is. Both may be empty.
    """

    F1: float | None = None
    F2: float | None = None
    F3: float | None = None
    F4: float | None = None
    F5: float | None = None
    F6: float | None = None
    F7: float | None = None
    F8: float | None = None
    F9: float | None = None
    F10: float | None = None
    W1: float | None = None
    W2: float | None = None
    W3: float | None = None
    W4: float | None = None
    W5: float | None = None
    W6: float | None = None
    W7: float | None = None
    W8: float | None = None
    G1: bool | None = None
    G2: bool | None = None
    G3: bool | None = None
    G4: bool | None = None
    G5: bool | None = None
    G6: bool | None = None
    G7: bool | None = None
    G8: bool | None = None
    G9: bool | None = None
    promised_date: date | None = None
    today: date | None = None
    soft_stop: bool | None = None
    template: bool | None = None
    unanswered: int | None = None
    agency: bool | None = None
    small_firm: bool | None = None
    other_seat: str | None = None
    fixed_rules: bool | None = None
    confidential_trigger: bool | None = None
    unpaid_work_again: bool | None = None
    they_came_back: bool | None = None
    needs_care: bool | None = None
    claim: str | None = None
    no_contact: bool | None = None
    review_open: bool | None = None
    rescinded: bool | None = None
    reposted: bool | None = None
    talked_on: date | None = None
    invitation: str | None = None
    after_no: bool | None = None
    asks_money: bool | None = None
    offered: bool | None = None
    other_offer_by: date | None = None
    told: bool | None = None
    thanked: bool | None = None
    referred: bool | None = None
    comes_again: date | None = None
    country: str = ""
    names: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    grounds: Mapping[str, Ground] = field(default_factory=lambda: NOTHING)

    def value(self, factor: str) -> float | None:
        """What is known of a factor; None when nothing is."""
        known: float | None = getattr(self, factor)
        return known

    def points(self, weighed: Iterable[tuple[str, int]]) -> float:
        """The sum of these factors, each by its weight; what is unknown counts nothing."""
        return sum(weight * (getattr(self, factor) or 0.0) for factor, weight in weighed)

    def ground(self, name: str) -> Ground | None:
        """Why that value is what it is, where a ground is known."""
        return self.grounds.get(name)

    @property
    def reason_named(self) -> bool:
        """Whether they named what decided it, and it is not known yet if anything answers that."""
        if self.F2 is not None:
            return False
        ground = self.ground("F2")
        return ground is not None and bool(ground.quote)

    def gate(self, gate: str) -> bool | None:
        held: bool | None = getattr(self, gate)
        return held

    @property
    def may_be_known(self) -> int:
        """Of what something may be known, as the bits of `BIT`: here of everything."""
        return EVERYTHING

    def given(self, name: str, value: Any) -> Answers:
        """The same answers with one thing known differently."""
        twin = object.__new__(Answers)
        for slot in Answers.__slots__:  # five times as fast as `replace`, and asked 40 times a case
            object.__setattr__(twin, slot, value if slot == name else getattr(self, slot))
        return twin


#: A bit for each thing that may be known, so that one number says of which something is.
BIT = MappingProxyType({name: 1 << n for n, name in enumerate(Answers.__slots__)})
EVERYTHING = (1 << len(BIT)) - 1


def bits(*names: str) -> int:
    """The bits of these names together."""
    found = 0
    for name in names:
        found |= BIT[name]
    return found


#: Why a letter may not say what it would need to say (G6).
CLAIMS = MappingProxyType(
    {
        "untrue": "something you told them is not true",
        "secret": "the proof is not yours to show",
        "unproven": "you have heard it of somebody and cannot show it",
    }
)
#: The people a step may name.
PARTS = frozenset({"recruiter", "decider", "warm", "introducer"})

#: Everything of the context that is yes or no, each as one would ask for it.
FLAGS = MappingProxyType(
    {
        "soft_stop": "Did they say that they will get in touch, so that you need not?",
        "template": "Did they answer with a form letter?",
        "agency": "Does an agency stand between you and the firm?",
        "small_firm": "Is it a very small firm that seldom hires?",
        "fixed_rules": "Is it a process with fixed rules, where nothing may be sent afterwards?",
        "confidential_trigger": "Do you know the reason to write only in confidence?",
        "unpaid_work_again": "Do they ask for unpaid work a second time?",
        "they_came_back": "Did they come back to you on their own?",
        "after_no": "Have they said no?",
        "asks_money": "Do they ask you for what frauds ask: a fee, a gift card, papers before any talk?",
        "needs_care": "Is it too heavy just now: no sleep, no food, no getting up?",
        "no_contact": "Do they or their rules forbid you to write to anybody there?",
        "review_open": "Is a formal review or an appeal still open to you?",
        "rescinded": "Did they take back an offer they had made?",
        "told": "Do they know already that you have stepped back?",
        "thanked": "Have you written to them since it ended?",
        "referred": "Has somebody there brought you another lead since?",
        "offered": "Have they offered you the seat, if only by word of mouth?",
        "reposted": "Is the same advert up again, and nobody has said a word about it?",
    }
)
#: The rest of the context.
MORE = MappingProxyType(
    {
        "promised_date": "By which day did they promise word?",
        "today": "Which day is it?",
        "talked_on": "On which day did you last speak, or write to each other?",
        "other_offer_by": "By which day must you answer another offer?",
        "comes_again": "On which day does what they put off come near again?",
        "unanswered": "How many of your messages have no answer?",
        "other_seat": "Is there another seat for you, and which?",
        "invitation": "What did they invite you to, in a few words, and when?",
        "claim": "Would the letter need something that may not be said? "
        + "; ".join(f"{key}: {says}" for key, says in CLAIMS.items()),
        "country": "In which country are they? Two letters, such as DE.",
        "names": "Who is who? recruiter, decider, warm (whom you got on with), introducer",
    }
)
DATES = frozenset({"promised_date", "today", "talked_on", "other_offer_by", "comes_again"})
#: Everything of the context with its question; a flag is true or false.
CONTEXT_ASKS = MappingProxyType({key: f"{q} (true or false)" for key, q in FLAGS.items()} | MORE)
CONTEXT = frozenset(CONTEXT_ASKS)
#: What is empty and not None where it is not known.
_NEVER_NONE = frozenset({"country", "names"})
NAMES = frozenset(FACTORS) | frozenset(GATE) | CONTEXT


def answers_from_json(given: Mapping[str, Any]) -> Answers:
    """The answers a JSON object holds; raises UserError with a sentence when it cannot be right."""
    if not isinstance(given, Mapping):
        raise UserError('The answers must be one JSON object, such as {"F1": 1, "G4": false}.')
    context = given.get("context")
    if context is None:
        context = {}
    if not isinstance(context, Mapping):
        raise UserError('“context” must be an object, such as {"promised_date": "2026-03-12"}.')
    for key in given:
        if key != "context" and key not in FACTORS and key not in GATE:
            hint = " It belongs inside “context”." if key in CONTEXT else ""
            raise UserError(
                f"“{key}” is not something this decision knows.{hint} "
                "It takes F1 to F10, W1 to W8, G1 to G9 and context."
            )
    for key in context:
        if key not in CONTEXT:
            raise UserError(
                f"“{key}” is not a known context. It takes: {', '.join(sorted(CONTEXT))}."
            )
    taken = {
        key: read_answer(key, value)
        for key, value in {**given, **context}.items()
        if key != "context" and not (key in _NEVER_NONE and value is None)
    }
    return Answers(**taken)


def read_answer(name: str, value: Any) -> Any:
    """One answer in the type the decision uses; raises UserError when it is out of range."""
    if value is None:
        return None
    if name in FACTORS:
        return value if type(value) is float and -1 <= value <= 1 else _number(name, value)
    if name in GATE or name in FLAGS:
        if not isinstance(value, bool):
            raise UserError(f"“{name}” must be true, false or null, not {value!r}.")
        return value
    if name in DATES:
        return _day(name, value)
    if name == "unanswered":
        return _count(value)
    if name in _WORDS:
        if isinstance(value, bool):
            return _WORDS[name] if value else None
        if isinstance(value, str):
            return value.strip() or None
        raise UserError(f"“{name}” must be true, false or a few words, not {value!r}.")
    if name == "claim":
        if value in CLAIMS:
            return value
        raise UserError(f"“claim” is one of {', '.join(CLAIMS)}, not {value!r}.")
    if name == "country":
        if isinstance(value, str) and (not value or len(value) >= 2):
            return value.strip().upper()
        raise UserError(f"“country” must be two letters such as DE, not {value!r}.")
    if name == "names":
        return _people(value)
    raise UserError(f"“{name}” is not something this decision knows.")


#: What may be only said to be there, and is called so until somebody names it.
_WORDS = {"other_seat": "that other seat", "invitation": "stay in touch"}


def _people(value: Any) -> Mapping[str, str]:
    if not isinstance(value, Mapping) or not all(
        part in PARTS and (name is None or isinstance(name, str)) for part, name in value.items()
    ):
        raise UserError(
            f"“names” must be an object of {', '.join(sorted(PARTS))}, each with a name."
        )
    return {part: name.strip() for part, name in value.items() if name and name.strip()}


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UserError(f"“{name}” must be a number from -1 to 1 or null, not {value!r}.")
    if not isfinite(value) or not -1 <= value <= 1:
        raise UserError(f"“{name}” must lie between -1 and 1; {value} does not.")
    return float(value)


def _day(name: str, value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise UserError(f"“{name}” must be a day such as 2026-03-12, not {value!r}.") from None


def _count(value: Any) -> int:
    if isinstance(value, bool):
        return days.DORMANT_AFTER if value else 0
    if isinstance(value, int) and value >= 0:
        return value
    raise UserError(f"“unanswered” must be how many messages have no answer, not {value!r}.")


#: Of what an answer is not good for ever.
GROWS_STALE = days.STALE.keys() | days.STALE_CALENDAR.keys()


def is_stale(name: str, at: datetime, now: datetime, country: str = "") -> bool:
    """Whether an answer given at `at` is too old to count: F1, F5, F8 in 5 bd, W3 in 90 days."""
    if name in days.STALE:
        return workdays.between(days.local(at, now), now.date(), country) > days.STALE[name]
    if name in days.STALE_CALENDAR:
        return now - at > timedelta(days=days.STALE_CALENDAR[name])
    return False
