"""What if: the advice on a case had one answer been another. Nothing tried here is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afterword import counsel
from afterword.casebook.case import Case
from afterword.casebook.files import without_sealed
from afterword.counsel.decision import Answers
from afterword.desk.cases.judging import at_home
from afterword.desk.people import register
from afterword.terms import Advice

Value = float | bool | str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The advice as things stand, and as it would be with what was tried.

    `known` is what is known today, `tried` what was changed for the trial and differs from it.
    """

    known: Answers
    stands: Advice
    would: Advice
    tried: Mapping[str, Value]

    @property
    def moves(self) -> bool:
        """Whether the band would be another."""
        return self.stands.band is not self.would.band


def what_if(case: Case, tried: Mapping[str, Value], now: datetime) -> WhatIf:
    """Weigh the case as it is, and again with what was tried put in place. A closed letter stays closed."""
    here = at_home(case.account, now)
    whole = register.files(case.account, [case], now)[case.pk]
    file = without_sealed(whole, [UUID(h.id) for h in whole.happenings if h.sealed])
    # As the case's own page weighs it: what only the clock holds back is no feeling of the user's.
    known = counsel.rested(counsel.weigh(file, counsel.stand(file, here), here))
    others = {key: value for key, value in tried.items() if getattr(known, key) != value}
    # What was found of the real answer is no ground for another one.
    kept = {key: ground for key, ground in known.grounds.items() if key not in others}
    given = known.given("grounds", kept)
    for key, value in others.items():
        given = given.given(key, value)
    return WhatIf(known, counsel.decide(known), counsel.decide(given), others)
