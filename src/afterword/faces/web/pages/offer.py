"""On a case: the offer that waits for its answer, what it holds, and what may be asked of whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.cases import offered as desk
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act
from afterword.terms import LetterKind

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: The two answers to an offer, in writing.
ANSWERS = (LetterKind.OFFER_ACCEPTANCE, LetterKind.OFFER_DECLINE)


@dataclass(frozen=True, slots=True)
class Other:
    """Another process that may be told of the day."""

    name: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Offer:
    """`by` is the day it lapses, `deadline` their own words for it, `terms` what they wrote of it."""

    by: str
    deadline: str
    terms: tuple[str, ...]
    steps: tuple[desk.Step, ...]
    others: tuple[Other, ...]
    acts: tuple[Act, ...]


def build(case: record.Case, visit: Visit) -> Offer | None:
    """The offer of this case; None where there is none to answer."""
    found = desk.of_case(case, visit.now, visit.profile.zone)
    if found is None:
        return None
    return Offer(
        by=_("It waits for your answer until %(day)s.") % {"day": visit.clock.day(found.by)}
        if found.by
        else "",
        deadline=found.deadline,
        terms=found.terms,
        steps=found.steps,
        others=tuple(_other(one, visit) for one in found.elsewhere),
        acts=letters(case),
    )


def _other(one: desk.Elsewhere, visit: Visit) -> Other:
    note = _("they named %(day)s") % {"day": visit.clock.day(one.until)} if one.until else ""
    return Other(one.company, reverse("web:case", args=[one.case]), note)


def letters(case: record.Case) -> tuple[Act, ...]:
    """The yes and the no, each as a letter to look at before it goes."""
    url = reverse("web:letter-draft", args=[case.pk])
    return tuple(
        Act(words.says(words.LETTER, kind), url, "plain", True, (("kind", str(kind)),))
        for kind in ANSWERS
    )
