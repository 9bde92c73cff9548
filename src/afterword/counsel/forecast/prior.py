"""What is believed of a leg before the user's own record speaks, where it comes from, and how strongly.

Each leg is left at a steady pace: by a step on, or by a no. Before any case of the
user's own, we believe as if `cases` of them had been decided, each after `days`
days, and `on` of every one went on. That is a Gamma belief on each pace, so the
share that goes on is Beta(cases x on, cases x (1 - on)) and the pace of decisions is
Gamma(cases, cases x days); both grow exact as own cases are added to them.

Four cases weigh little on purpose: with eight of the user's own, two thirds of the
answer is theirs. A leg without a published figure starts as two cases, one each way.

The figures are those of method.md section 2 that were read and are not weak:

* late rounds to an offer: 38 in 100, midway between E16's two (NACE 2023, 334 US
  employers of graduates, about 45 from interview to offer; Lever, smaller firms, about
  31 from the on-site round). Both sit well inside what four cases allow.
* first talks to late rounds: nothing was read, so one each way.
* an application to a first talk: E10 has one hire in 152 applications (Lever 2016, 4
  million looked at) and E18 69 of 100 offers accepted (NACE 2023), so one offer in 105;
  with the two shares above that takes a talk for about one application in twenty.
* days: E24 has 23.7 from an application to a verdict (Glassdoor 2017, all countries) and
  25.1 from the first interview (NACE 2023), the latter spread over its two legs.

The steady pace is the plain assumption: it gives no credit for a long wait and takes
none away. After `WINDOW` days in one leg nothing more is expected of a case, whatever it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from afterword.counsel.days import PRIOR
from afterword.counsel.forecast.course import Leg

#: Days in a leg after which nothing is expected of it any more: thirteen weeks (judgement).
WINDOW = 91

_OFFER_FROM_LATE = (0.45 + 0.31) / 2  # E16
_LATE_FROM_TALK = 0.5  # no figure: one each way
_OFFERS_AN_APPLICATION = 1 / 152 / 0.69  # E10, E18
_TALK_FROM_APPLICATION = _OFFERS_AN_APPLICATION / (_OFFER_FROM_LATE * _LATE_FROM_TALK)
_APPLICATION_DAYS = 23.7  # E24
_LEG_DAYS = PRIOR / (1 + _LATE_FROM_TALK)  # E24: one leg for all, a second for half


@dataclass(frozen=True, slots=True)
class Prior:
    """As if `cases` had been decided, each in `days`, a share `on` of them by a step on."""

    cases: float
    on: float
    days: float

    @property
    def went_on(self) -> float:
        return self.cases * self.on

    @property
    def ended(self) -> float:
        return self.cases * (1 - self.on)

    @property
    def watched(self) -> float:
        """Days of watching that this belief is worth."""
        return self.cases * self.days


PRIORS = {
    Leg.APPLIED: Prior(4, _TALK_FROM_APPLICATION, _APPLICATION_DAYS),
    Leg.TALKS: Prior(2, _LATE_FROM_TALK, _LEG_DAYS),
    Leg.LATE: Prior(4, _OFFER_FROM_LATE, _LEG_DAYS),
}
#: The same for the reader, each with its source and year.
SOURCES = (
    "Of those met in the last rounds, 31 to 45 in 100 had an offer: 45 at 334 US employers of "
    "graduates (NACE 2023), 31 from the on-site round at smaller firms (Lever, no year given).",
    "One hire in 152 applications (Lever 2016, 4 million looked at); 69 of 100 offers are "
    "accepted (NACE 2023).",
    "23.7 days from application to verdict (Glassdoor 2017, all countries), 25.1 from the first "
    "interview (NACE 2023).",
    "How many first talks lead to late rounds nobody has published: one each way, until your own "
    "cases say more.",
)
