"""Numbers one can stand behind: several at once, time to a verdict, offers by a date, how many more.

Each answer carries its width, or the reason why there is none. There is no
answer here about one firm that said no: nobody knows those odds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from afterword.counsel.forecast.course import LEGS, Course, Left, Leg, Stay, course, this_search
from afterword.counsel.forecast.flow import FATES, Reach, flow
from afterword.counsel.forecast.more import More, more
from afterword.counsel.forecast.offers import SEED, Offers, Range, Week, offers, spoken
from afterword.counsel.forecast.pipeline import AIM, ARITHMETIC, Pipeline, pipeline
from afterword.counsel.forecast.prior import SOURCES
from afterword.counsel.forecast.verdict import FROM, SURVEY, WHOLE, Wait, waits

__all__ = [
    "AIM",
    "ARITHMETIC",
    "FATES",
    "FROM",
    "LEGS",
    "SOURCES",
    "SURVEY",
    "WHOLE",
    "Course",
    "Left",
    "Leg",
    "More",
    "Numbers",
    "Offers",
    "Pipeline",
    "Range",
    "Reach",
    "Stay",
    "Wait",
    "Week",
    "course",
    "flow",
    "more",
    "numbers",
    "offers",
    "pipeline",
    "spoken",
    "this_search",
    "waits",
]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything the page of numbers says of a search on a day."""

    today: date
    cases: int
    pipeline: Pipeline
    flow: tuple[Reach, ...]
    waits: tuple[Wait, ...]
    offers: Offers
    more: More


def numbers(
    courses: Iterable[Course], today: date, by: date | None = None, seed: int = SEED
) -> Numbers:
    """The numbers of a search on a day; the same courses and seed give the same numbers."""
    courses = tuple(courses)
    return Numbers(
        today=today,
        cases=sum(c.leg is not None for c in courses),
        pipeline=pipeline(courses),
        flow=flow(courses),
        waits=waits(courses),
        offers=offers(courses, today, by, seed),
        more=more(courses, today, by, seed),
    )
