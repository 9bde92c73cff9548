"""Looking back, joined: what ended, what was said of it, what recurs, and the report of the search.

A fixed number of queries, however many cases there are. What lies in a closed envelope is no
ending yet; only `--json` breaks the seal (contract, ruling 6), and the report never does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from afterword.casebook.case import Case
from afterword.casebook.decision import Decision
from afterword.casebook.ending import Ending
from afterword.casebook.files import without_sealed
from afterword.casebook.looking_back import Hired, LookBack
from afterword.casebook.profile import Profile
from afterword.casebook.touch import Touch
from afterword.counsel import days
from afterword.counsel import looking_back as counsel
from afterword.counsel.doubts import Group
from afterword.desk import morning
from afterword.desk.cases import doubting, power
from afterword.desk.cases.judging import open_all
from afterword.desk.people import register
from afterword.terms import Band, CaseFile

# What a face needs of counsel comes through here.
NEXT_TIME, NOTHING_TO_MEND = counsel.NEXT_TIME, counsel.NOTHING_TO_MEND
KEYS, Choice, why_not_kept = counsel.KEYS, counsel.Choice, counsel.why_not_kept
HiredLook, Question = counsel.HiredLook, counsel.Question
Came = counsel.Came
BRINGS, DIFFERS = counsel.BRINGS, counsel.DIFFERS
#: The respects of E32 are looked at over a season.
SEASON = timedelta(days=days.QUARTER)


@dataclass(frozen=True, slots=True)
class Over:
    """A process that is over, with the look back at it where there is one."""

    end: counsel.Ended
    offer: counsel.Offer
    look: counsel.Look | None = None
    hired: Hired | None = None
    hired_look: counsel.HiredLook | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """All there is to look back on, on a day. `offer` is at most one case; `sealed` counts what is
    left out while its envelope is closed."""

    day: date
    since: date
    offer: Over | None
    over: tuple[Over, ...]
    doubts: tuple[Group, ...]
    stops: counsel.Stops
    habits: tuple[counsel.Habit, ...]
    lessons: tuple[counsel.Lesson, ...]
    quality: tuple[counsel.Dimension, ...]
    advice: counsel.Comparison
    sealed: int = 0


@dataclass(frozen=True, slots=True)
class OfCase:
    """What stands for one case that is over; `questions` only where they are asked for."""

    over: Over
    kept: LookBack | None
    questions: tuple[counsel.Question, ...] = ()
    copy: str = ""


# ── the whole search ────────────────────────────────────────────────────────


def back(account: UUID, now: datetime, at: date | None = None, *, seal_kept: bool = True) -> Back:
    """The page now, or as it stood at the end of that local day."""
    then, _ = _then(account, now, at)
    files = _files(account, then)
    sealed = sum(any(h.sealed for h in file.happenings) for file in files)
    files = files if seal_kept else [open_all(file) for file in files]
    ends = [end for file in files if (end := counsel.ended(file, then)) is not None]
    shown = [_shown(file) for file in files]
    looks = _looks(account, then)
    hired = {str(row.case_id): row for row in Hired.objects.of(account).filter(_by(then))}
    over = [
        _over(end, looks.get(end.case), hired.get(end.case), then)
        for end in sorted(ends, key=lambda one: (one.news, one.case), reverse=True)
    ]
    since = then.date() - SEASON
    looked = [look.on for look in looks.values() if look.looked]
    chosen = counsel.the_one([one.end for one in over if one.offer.due], looked, then.date())
    kept = counsel.lessons(looks.values())
    ledger = doubting.ledger(account, now, at, seal_kept=seal_kept)
    return Back(
        day=then.date(),
        since=since,
        offer=next((one for one in over if one.end is chosen), None),
        over=tuple(over),
        doubts=ledger.recurring,
        stops=counsel.stops(ends),
        habits=counsel.habits(looks.values()),
        lessons=kept,
        quality=counsel.quality(shown, ends, kept, since, then),
        advice=counsel.compare(_given(account, then), shown, then),
        sealed=sealed if seal_kept else 0,
    )


def _then(account: UUID, now: datetime, at: date | None) -> tuple[datetime, str]:
    zone = Profile.of(account, at=now).zone
    then = min(morning.end_of(at, zone), now) if at is not None else now
    return then.astimezone(ZoneInfo(zone)), zone


def _files(account: UUID, then: datetime) -> list[CaseFile]:
    rows = Case.objects.of(account).standing_alone().filter(opened_at__lte=then)
    cases = list(rows.select_related("company").order_by("opened_at", "id"))
    return list(register.files(account, cases, then).values())


def _shown(file: CaseFile) -> CaseFile:
    return without_sealed(file, [UUID(h.id) for h in file.happenings if h.sealed])


def _given(account: UUID, then: datetime) -> list[counsel.Given]:
    """Every band that was given by then, with its day: the log the morning keeps."""
    rows = Decision.objects.of(account).filter(at__lte=then).order_by("at", "id")
    return [
        counsel.Given(str(case), Band(band), at)
        for case, band, at in rows.values_list("case", "band", "at")
    ]


def _by(then: datetime) -> Q:
    return Q(entered_at__lte=then)


def _over(
    end: counsel.Ended, look: counsel.Look | None, hired: Hired | None, then: datetime
) -> Over:
    return Over(
        end=end,
        offer=counsel.offer(end, then, looked=look is not None and look.looked),
        look=look,
        hired=hired,
        hired_look=counsel.look_at_hired(hired.started_on, hired.looked_on, then.date())
        if hired is not None
        else None,
    )


def _looks(account: UUID, then: datetime) -> dict[str, counsel.Look]:
    """What was written on each case by then: in a look back, or on closing it (P20)."""
    day = then.date()
    partings: dict[str, Ending] = {}
    closed = Ending.objects.of(account).filter(_by(then)).exclude(why="")
    for row in closed.select_related("case__company").order_by("at", "id"):
        partings[str(row.case_id)] = row
    found = {}
    rows = LookBack.objects.of(account).filter(_by(then) | Q(on__lte=day))
    for look in rows.select_related("case__company"):
        parting = partings.pop(str(look.case_id), None)
        found[str(look.case_id)] = _look(look.case, look.on, look, parting.why if parting else "")
    for key, ending in partings.items():
        on = ending.at.astimezone(then.tzinfo).date()
        found[key] = _look(ending.case, on, None, ending.why)
    return found


def _look(case: Case, on: date, row: LookBack | None, parting: str) -> counsel.Look:
    answers = row.answers if row is not None else {}
    return counsel.Look(
        case=str(case.pk),
        company=case.company.name,
        role=case.role,
        on=on,
        answers={key: said(value) for key, value in answers.items() if key in KEYS},
        lesson=row.lesson if row is not None else "",
        parting=parting,
        looked=row is not None,
    )


def said(value: Any) -> counsel.Said:
    """An answer as it was kept; what is not understood is left open, with its words."""
    if not isinstance(value, Mapping):
        return counsel.Said(note=str(value))
    word = value.get("choice", Choice.OPEN)
    choice = Choice(word) if word in set(Choice) else Choice.OPEN
    return counsel.Said(choice, str(value.get("note", "")))


# ── one case ────────────────────────────────────────────────────────────────


def of_case(case: Case, now: datetime, *, asked: bool = False) -> OfCase | None:
    """What stands for this case; None while it runs or its answer lies in a closed envelope.

    With `asked` the five questions come along, with what the record answers of them.
    """
    then, zone = _then(case.account, now, None)
    file = register.files(case.account, [case], then)[case.pk]
    end = counsel.ended(file, then)
    if end is None:
        return None
    kept = LookBack.objects.filter(case=case).first()
    parting = Ending.objects.filter(case=case, reopening__isnull=True).exclude(why="").last()
    look = None
    if kept is not None or parting is not None:
        on = kept.on if kept else end.on
        look = _look(case, on, kept, parting.why if parting else "")
    over = _over(end, look, Hired.objects.filter(case=case).first(), then)
    if not asked:
        return OfCase(over, kept)
    others = counsel.alive_beside(_files(case.account, then), file.id, end.news)
    # The table as it is known today: who decided is often learnt after the answer.
    found = counsel.five(
        file,
        power.of_case(case, then, zone),
        end.news.astimezone(then.tzinfo),
        others=others,
        proved=_proved(case),
    )
    return OfCase(over, kept, found, counsel.copy_of_notes(end, file.country, then))


def _proved(case: Case) -> frozenset[str]:
    """The letters of this case whose sentences rest on a story."""
    rows = Touch.objects.filter(case=case, letter__isnull=False).select_related("letter")
    return frozenset(
        str(row.pk)
        for row in rows
        if row.letter
        and any(
            str(fact).startswith("story:")
            for one in row.letter.draft.get("sentences", [])
            for fact in one.get("facts", [])
        )
    )
