"""What pages show of the watch: each sign with what it means for the old no it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import models

from afterword.casebook.by_heart import by_heart
from afterword.casebook.case import Case
from afterword.casebook.files import case_files
from afterword.casebook.letter import Letter
from afterword.casebook.sighted import Sighted, SightedQuerySet
from afterword.counsel import watching
from afterword.desk.cases.judging import at_home
from afterword.desk.letters.answered import paired
from afterword.desk.watch import reseated
from afterword.terms import CaseFile, Signal

#: So long a sighting stands on Today, and so many at most: the rest is on the page of watches.
ON_TODAY, MOST_TODAY = timedelta(days=14), 3
#: Letters that a sign from outside may lead to; counsel has said which, under its caps and gates.
LETTERS = frozenset({"trigger_note", "reopen_letter", "keep_in_touch", "congratulation"})

_OPEN_AGAIN = (Signal.REOPENED, Signal.WINNER_LEFT)


@dataclass(frozen=True, slots=True)
class Shown:
    """A sighting with what it means for the old no: who is warm, the doubt, the letter counsel allows,

    and the kept advert that has the new text beside the old.
    """

    row: Sighted
    tied: watching.Tied
    letter: str = ""
    play: str = ""
    drafted: UUID | None = None
    rests: str = ""
    advert: UUID | None = None


def fresh(account: UUID, now: datetime) -> list[Shown]:
    """What is worth a look today: the newest signs of cases that stand, the strongest first."""
    found = _lately(account, now, now - ON_TODAY)
    order = {"strong": 0, "fair": 1, "weak": 2}
    found.sort(key=lambda row: (order.get(row.strength, 3), -row.at.timestamp()))
    newest: dict[UUID | None, Sighted] = {}
    for row in found:  # one a case; its others stand on the case
        newest.setdefault(row.case_id, row)
    return shown(account, list(newest.values())[:MOST_TODAY], now)


@by_heart
def _lately(account: UUID, now: datetime, since: datetime) -> models.QuerySet[Sighted]:
    return _rows(account, now).filter(entered_at__gte=since, case__isnull=False)


def of_case(case: Case, now: datetime) -> list[Shown]:
    """Every sign of a case, those put away too, the newest first."""
    rows = Sighted.objects.of(case.account).filter(case=case, entered_at__lte=now)
    return shown(case.account, unanswered(rows.select_related(*_WITH).order_by("-at", "-id")), now)


def unanswered(rows: Iterable[Sighted]) -> list[Sighted]:
    """The signs without those that another of the same case has answered, in their order.

    "By now a firm knows how it worked out" is asked no more of a seat that is open again.
    """
    found = list(rows)
    again = {row.case_id for row in found if row.signal in _OPEN_AGAIN and row.case_id}
    return [row for row in found if row.signal != Signal.ANNIVERSARY or row.case_id not in again]


def all_of(account: UUID, now: datetime, *, firm: UUID | None = None) -> list[Sighted]:
    """Everything that moved, the newest first; of one firm where one is named."""
    rows = _rows(account, now, put_away=True).order_by("-at", "-id")
    return unanswered(rows.filter(company=firm) if firm else rows)


_WITH = ("case__company", "case__move", "company")


def _rows(account: UUID, now: datetime, *, put_away: bool = False) -> SightedQuerySet:
    rows = Sighted.objects.of(account).filter(entered_at__lte=now).select_related(*_WITH)
    rows = rows.filter(case__merge__isnull=True, case__not_mine__isnull=True)
    return rows if put_away else rows.standing()


def shown(account: UUID, rows: list[Sighted], now: datetime) -> list[Shown]:
    """These sightings with what ties them to their cases; as many queries however many rows."""
    cases = {row.case_id: row.case for row in rows if row.case is not None}
    if not cases:
        return [Shown(row, watching.Tied()) for row in rows]
    files = paired(case_files(account, cases.values(), now))
    drafts: dict[tuple[UUID | None, str], UUID] = {
        (case, kind): key
        for case, kind, key in Letter.objects.of(account)
        .open()
        .filter(case__in=list(cases))
        .values_list("case_id", "kind", "pk")
    }
    here = at_home(account, now)
    adverts = reseated.compared(account, cases, now)
    found = [_shown(row, files, drafts, here) for row in rows]
    again = (
        adverts.get(one.row.case_id if one.row.signal == Signal.REOPENED else None) for one in found
    )
    return [replace(one, advert=key) for one, key in zip(found, again, strict=True)]


def _shown(
    row: Sighted,
    files: Mapping[UUID, CaseFile],
    drafts: Mapping[tuple[UUID | None, str], UUID],
    now: datetime,
) -> Shown:
    if row.case is None or row.case_id is None:
        return Shown(row, watching.Tied())
    tied = watching.tied(files[row.case_id], now)
    move = getattr(row.case, "move", None)
    if move is None or move.letter not in LETTERS:
        return Shown(row, tied, rests=move.why if move is not None else "")
    return Shown(row, tied, move.letter, move.play, drafts.get((row.case_id, move.letter)))
