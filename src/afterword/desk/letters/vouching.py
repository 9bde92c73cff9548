"""What a letter to a referee may rest on beyond its case: their own words, their day, the check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.person import Person
from afterword.casebook.reference import Reference, Vouching
from afterword.casebook.story import Story
from afterword.counsel import days, voices
from afterword.desk.cases.judging import at_home
from afterword.terms import LetterKind

#: Letters to the user's own people.
LETTERS = (
    LetterKind.REFERENCE_REQUEST,
    LetterKind.REFERENCE_BRIEF,
    LetterKind.REFERENCE_THANKS,
)


def facts(
    case: Case, kind: terms.LetterKind, person: Person | None, now: datetime
) -> Iterable[terms.Fact]:
    """What the register holds of this referee, as facts for the letters in `LETTERS`."""
    if kind not in LETTERS or person is None:
        return
    row = Reference.objects.of(case.account).filter(person=person).first()
    if row is None:
        return
    if row.about.strip():
        yield terms.Fact("reference:about", row.about.strip(), "the register")
    if row.will_say.strip():
        yield terms.Fact("reference:will_say", row.will_say.strip(), f"{person}, as you noted")
    if row.consent_on is not None and row.consent_on <= at_home(case.account, now).date():
        yield _dated("reference:consent", row.consent_on)
    if kind is LetterKind.REFERENCE_REQUEST:
        to = voices.decider(case.as_file(now))
        if to is not None and to.name:
            yield terms.Fact("reference:to", to.name, "people")
    for story in Story.objects.of(case.account).filter(confidential=False, entered_at__lte=now):
        if voices.confirms(story.as_term(), str(person)):
            yield terms.Fact(f"reference:saw:{story.pk}", story.title, f"{person} can confirm it")
    spoke = Vouching.objects.filter(reference=row, case=case, contacted_on__isnull=False).first()
    if spoke is not None and spoke.contacted_on is not None:
        yield _dated("reference:called", spoke.contacted_on)


def _dated(id: str, day: date) -> terms.Fact:
    """A day as a fact: for the program in its text, for the reader spelt out beside it."""
    return terms.Fact(id, day.isoformat(), f"the register, {day:%A} {days.spoken(day)} {day.year}")
