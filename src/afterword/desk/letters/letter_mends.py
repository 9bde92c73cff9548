"""A mend put into a letter by one click, and what the casebook knows to hold a letter against."""

from __future__ import annotations

from datetime import datetime

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.letter import Letter
from afterword.casebook.person import Person
from afterword.desk.letters import correspondence, in_casebook
from afterword.desk.letters.margin import strangers
from afterword.desk.letters.second_look import Known
from afterword.errors import UserError
from afterword.writing.facts import facts_of


def known_of(case: Case, person: Person | None, kind: terms.LetterKind, *, now: datetime) -> Known:
    """What the casebook knows for a letter of this kind in this case, to hold a file against."""
    brief = correspondence.brief(case, kind, now=now, person=person)
    return Known(
        facts=facts_of(brief),
        to=brief.to,
        company=brief.company,
        me=brief.me,
        today=brief.today,
        names=tuple(strangers(case.account, case)),
        panel=tuple(_bodies(case, person)),
        checked=True,
        people=in_casebook.people(case.account, case),
        knows=in_casebook.knower(case.account, case),
    )


def mend(letter: Letter, start: int, end: int, said: str, text: str, *, now: datetime) -> None:
    """Put `text` where `said` stands, if it still stands there; what changed since is left alone.

    Raises UserError when the letter was edited meanwhile and the place is another.
    """
    if letter.text[start:end] != said:
        raise UserError(
            "The letter has changed since this note was made, so nothing was put in. The notes are new now."
        )
    before, after = letter.text[:start], letter.text[end:]
    if not text:  # a word or a sentence taken out leaves no hole between two blanks
        after = after.lstrip(" ") if before.endswith((" ", "\n")) or not before else after
    correspondence.edit(letter, now=now, text=before + text + after)


def _bodies(case: Case, person: Person | None) -> list[str]:
    rows = Letter.objects.of(case.account).filter(case=case, discard__isnull=True)
    if person is not None:
        rows = rows.exclude(person=person)
    return list(rows.values_list("text", flat=True)[:20])
