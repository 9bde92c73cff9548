"""What may not have been lawful, in one case: the facts with their days, who can advise, by when.

Method 6.8 and L04: pointers only. Persuasion waits (gate G2) until the user says how it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from afterword.casebook.answer import Answer
from afterword.casebook.case import Case
from afterword.casebook.profile import Profile
from afterword.counsel import wellbeing
from afterword.counsel.wellbeing import Limit
from afterword.counsel.wellbeing.unlawful import ASK, NOWHERE

__all__ = ["ASK", "NOWHERE", "Limit"]  # what the page says beside the facts


@dataclass(frozen=True, slots=True)
class Fact:
    """One remark, word for word: who said it, on which day, and when it was written down."""

    quote: str
    by: str
    on: date | None
    written: datetime


@dataclass(frozen=True, slots=True)
class Lawful:
    """`said` is the user's own answer: it was so, it was otherwise, or None for not yet."""

    facts: tuple[Fact, ...]
    said: bool | None
    country: str
    limits: tuple[Limit, ...]

    @property
    def waits(self) -> bool:
        """Whether persuasion waits in this case."""
        return self.said if self.said is not None else bool(self.facts)


def lawful(case: Case, now: datetime) -> Lawful:
    """The facts of a case as of now; words in a letter that still lies closed stay closed."""
    rows = case.remarks.select_related("person", "message__correction", "message__opening")
    open_rows = {
        str(one.pk): one
        for one in rows
        if one.entered_at <= now and not (one.message and one.message.is_sealed)
    }
    noted = wellbeing.noted(one.as_term() for one in open_rows.values())
    answers = Answer.objects.filter(case=case, key="G2", at__lte=now).order_by("at", "id")
    last = answers.last()
    said = last.value if last is not None and isinstance(last.value, bool) else None
    country = case.country or case.company.country or Profile.of(case.account, at=now).country
    days = [one.on for one in noted if one.on]
    return Lawful(
        tuple(Fact(n.quote, n.by, n.on, open_rows[n.remark].entered_at) for n in noted),
        said,
        country[:2].upper(),
        wellbeing.limits(country[:2], min(days, default=None)),
    )


def answer(case: Case, was_so: bool, now: datetime) -> None:
    """The user's own word on it; either way it can be said again."""
    Answer.give(case=case, key="G2", value=was_so, at=now, asks="Was that against the law?")
