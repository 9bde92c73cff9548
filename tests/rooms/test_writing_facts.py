"""What a letter rests on, in words a person reads."""

from __future__ import annotations

from datetime import UTC, date, datetime

from afterword.terms import Basis, Brief, Deed, Happening, LetterKind, Person, Stage
from afterword.writing.facts import facts_of


def test_a_stage_is_told_as_one_would_say_it() -> None:
    talk = Happening(
        "t", datetime(2026, 11, 17, tzinfo=UTC), Deed.INTERVIEW,
        detail=Stage.HIRING_MANAGER_INTERVIEW.value,
    )  # fmt: skip
    brief = Brief(
        LetterKind.THANK_YOU, Person("p", "Dana"), "Tom", "Acme", "Buyer", date(2026, 11, 18),
        happenings=(talk,),
    )  # fmt: skip
    said = next(fact.text for fact in facts_of(brief) if fact.id == "event:t")
    assert said == "interview on Tuesday 17 November 2026: with the hiring manager"


def test_who_sat_in_a_talk_that_only_a_mail_shows_is_not_told() -> None:
    talk = Happening(
        "t", datetime(2026, 11, 17, tzinfo=UTC), Deed.INTERVIEW, basis=Basis.INFERRED,
        detail=Stage.HIRING_MANAGER_INTERVIEW.value,
    )  # fmt: skip
    brief = Brief(
        LetterKind.THANK_YOU, Person("p", "Dana"), "Tom", "Acme", "Buyer", date(2026, 11, 18),
        happenings=(talk,),
    )  # fmt: skip
    said = next(fact.text for fact in facts_of(brief) if fact.id == "event:t")
    assert said == "interview on Tuesday 17 November 2026"
