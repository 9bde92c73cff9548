"""References on a day: who vouches, for what, how warmly; who is owed a word; who could be asked unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from afterword import counsel, terms, writing
from afterword.casebook.case import Case
from afterword.casebook.files import case_files, without_sealed
from afterword.casebook.interview import Interview
from afterword.casebook.person import Person
from afterword.casebook.post import Post
from afterword.casebook.profile import Profile
from afterword.casebook.reference import Reference
from afterword.casebook.seat import Seat
from afterword.casebook.story import Story
from afterword.counsel import checks, days, references, voices
from afterword.counsel.giving import Turn
from afterword.counsel.references import Due
from afterword.counsel.voices import Answered, Could
from afterword.desk import morning
from afterword.desk.cases.judging import at_home
from afterword.desk.people import favours
from afterword.desk.people.register import checked, register, with_register
from afterword.terms import RemarkKind, Stage

__all__ = ["Answered", "Could", "Due", "Look", "Round", "Row", "Turn", "look"]

#: Where references begin to matter.
LATE = (
    Stage.PANEL_ONSITE,
    Stage.FINAL_EXECUTIVE,
    Stage.REFERENCE_BACKGROUND_CHECK,
    Stage.VERBAL_OFFER,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One referee on the register as they stand today."""

    key: UUID
    person: UUID
    ready: references.Ready
    drawn_on: int
    note: str = ""
    too_high: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One process as it concerns the referees: whom to tell, whom to thank, what nobody speaks to."""

    case: UUID
    process: references.Process
    due: tuple[references.Due, ...] = ()
    owed: tuple[references.Due, ...] = ()
    passed: tuple[terms.Vouched, ...] = ()
    doubts: tuple[voices.Answered, ...] = ()
    unprompted: voices.Unprompted | None = None
    doors: tuple[checks.BackDoor, ...] = ()
    law: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The whole register on a day."""

    day: date
    rows: tuple[Row, ...] = ()
    rounds: tuple[Round, ...] = ()
    suspicion: checks.Suspicion | None = None
    could: tuple[Could, ...] = ()
    turns: tuple[Turn, ...] = ()


def look(account: UUID, now: datetime, at: date | None = None, case: UUID | None = None) -> Look:
    """The register as it stands now, or as that day would have ended; `case` is looked at too."""
    if at is not None:
        now = min(morning.end_of(at, Profile.of(account, at=now).zone), now)
    now = at_home(account, now)
    today = now.date()
    known = register(account, now)
    found = Reference.objects.of(account).select_related("person")
    kept = {str(row.person_id): row for row in found}
    moves = _moves(account, today)
    rows = tuple(_row(kept[one.id], one, known, today) for one in known.referees)
    rounds = (_round(file, known, moves, now) for file in _files(account, known, now, case))
    stories = tuple(s.as_term() for s in Story.objects.of(account).filter(entered_at__lte=now))
    return Look(
        day=today,
        rows=tuple(sorted(rows, key=lambda row: (_ORDER[row.ready.step], row.ready.referee.name))),
        rounds=tuple(sorted(filter(None, rounds), key=_first_due)),
        suspicion=checks.suspicion(known, today),
        could=voices.could_vouch(_people(account, stories), stories, known),
        turns=tuple(one for one in favours.turns(account, now) if one.is_due),
    )


#: Who may be named stands first, who rests stands last.
_ORDER = {step: place for place, step in enumerate(references.Step)}


def _first_due(one: Round) -> tuple[date, str]:
    days_ = [due.by for due in (*one.due, *one.owed)]
    return min(days_, default=date.max), one.process.title


def _row(kept: Reference, one: terms.Referee, known: terms.Register, today: date) -> Row:
    return Row(
        key=kept.pk,
        person=kept.person_id,
        ready=references.ready(one, known, today),
        drawn_on=references.drawn_on(one, known, today),
        note=kept.note,
        too_high=voices.too_high(one.will_say),
    )


def _files(
    account: UUID, known: terms.Register, now: datetime, case: UUID | None
) -> Iterable[terms.CaseFile]:
    """The processes in which references matter or mattered lately, no closed envelope opened."""
    named = {UUID(one.case) for one in known.vouched}
    talks = Interview.objects.of(account).filter(stage__in=[str(one) for one in references.FINALS])
    keys = named | checked(account, now) | set(talks.values_list("case", flat=True))
    keys |= {case} if case else set()
    far = Q(pk__in=keys) | Q(standing__stage__in=[str(stage) for stage in LATE])
    rows = Case.objects.of(account).standing_alone().filter(far, opened_at__lte=now)
    files = with_register(case_files(account, rows.select_related("company"), now), known)
    for file in files.values():
        yield without_sealed(file, [UUID(h.id) for h in file.happenings if h.sealed])


def _round(
    file: terms.CaseFile, known: terms.Register, moves: tuple[checks.Moved, ...], now: datetime
) -> Round | None:
    """What is to do or to know in this process; None where it is over and nobody is owed a word."""
    today = now.date()
    standing = counsel.stand(file, now)
    process = references.process_of(file, standing, now)
    owed = references.owed(known, process, today)
    passed = known.of(file.id)
    if not process.live:
        recent = process.ended and today - process.ended <= timedelta(days=days.REFEREE_LATE)
        if not owed and not (passed and recent):
            return None
        return Round(UUID(file.id), process, owed=owed, passed=passed)
    meets = _meets(file, known)
    return Round(
        case=UUID(file.id),
        process=process,
        due=references.due(known, process, today),
        owed=owed,
        passed=passed,
        doubts=voices.against_doubts(file, known, meets, today),
        unprompted=voices.unprompted(file, standing, known, meets, today),
        doors=checks.back_doors(file.company, known, moves),
        law=checks.law(file.country),
    )


def _meets(file: terms.CaseFile, known: terms.Register) -> Mapping[str, frozenset[str]]:
    """Which stories, and which referees' own words, meet each doubt; writing compares the words."""
    said = [
        terms.Story(one.id, one.about, action=one.will_say)
        for one in known.referees
        if one.will_say or one.about
    ]
    found = {}
    for doubt in file.remarks:
        if doubt.kind is RemarkKind.DOUBT:
            # Each referee apart: what one says is no less telling because another says it too.
            own = [one.id for one in said if writing.match(doubt, [one])]
            told = [story.id for story, _, _ in writing.match(doubt, file.stories)]
            found[doubt.id] = frozenset({*own, *told})
    return found


def _moves(account: UUID, today: date) -> tuple[checks.Moved, ...]:
    """Who went from which firm to which, from the posts that are known."""
    rows = Post.objects.of(account).filter(until__isnull=False, until__lte=today)
    rows = rows.select_related("company", "person__company").order_by("until")
    return tuple(
        checks.Moved(
            person=str(row.person_id),
            name=str(row.person),
            before=row.company.name,
            now=row.person.company.name if row.person.company else "",
        )
        for row in rows
    )


def _people(account: UUID, stories: tuple[terms.Story, ...]) -> list[voices.Known]:
    """People who may have seen something: with a vouching part, or named by a story."""
    parts: dict[UUID, str] = {}
    seats = Seat.objects.of(account).filter(part__in=[str(one) for one in voices.VOUCHING_PARTS])
    for person, part in seats.values_list("person", "part"):
        parts[person] = part
    names = [name for story in stories for name in voices.split_names(story.confirm)]
    lasts = {name.split()[-1] for name in names if " " in name}
    named: Any = Q(pk__in=list(parts))
    for last in sorted(lasts)[:40]:
        named |= Q(name__icontains=last)
    rows = Person.objects.of(account).filter(named).select_related("company")
    return [
        voices.Known(
            id=str(row.pk),
            name=row.name,
            part=terms.Part(parts.get(row.pk, terms.Part.UNKNOWN)),
            firm=row.company.name if row.company else "",
        )
        for row in rows
        if row.name
    ]
