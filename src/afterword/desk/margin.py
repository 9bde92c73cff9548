"""The margin of a letter in the casebook: what a careful friend would note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.letter import Letter
from afterword.casebook.profile import Profile
from afterword.reading.letters import heard
from afterword.writing.remarks.order import one_a_place
from afterword.writing.reviewing import review


def findings(
    letter: Letter, drafted: terms.Draft, proven: Sequence[terms.Finding], *, now: datetime
) -> tuple[terms.Finding, ...]:
    """The notes on the letter as it now lies, one a place, with what the trace found among them."""
    seen = review(
        letter.text,
        terms.LetterKind(letter.kind),
        to=drafted.to,
        company=letter.case.company.name if letter.case else "",
        names=strangers(letter.account, letter.case),
        today=_day(letter.account, now),
        facts=drafted.facts,
        language=drafted.language,
        panel=beside(letter),
        with_grammar=True,
        hear=heard,
    )
    return one_a_place((*seen, *proven))


def beside(letter: Letter) -> tuple[str, ...]:
    """The letters of the same kind to others in the same case: they may be compared there."""
    if letter.case is None:
        return ()
    rows = Letter.objects.of(letter.account).filter(case=letter.case, kind=letter.kind)
    rows = rows.filter(discard__isnull=True).exclude(pk=letter.pk)
    return tuple(rows.exclude(person=letter.person).values_list("text", flat=True)[:20])


def strangers(account: UUID, case: Case | None) -> list[str]:
    """Firms of the user's other cases, who have no business in this letter."""
    rows = Company.objects.of(account).filter(cases__isnull=False)
    if case is not None:
        rows = rows.exclude(pk=case.company_id)
    return list(rows.values_list("name", flat=True).distinct())


def _day(account: UUID, now: datetime) -> date:
    return now.astimezone(ZoneInfo(Profile.of(account, at=now).zone)).date()
