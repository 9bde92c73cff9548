"""Who decides in a case: its seats, talks and words laid before counsel, envelopes left closed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q

from afterword.casebook.case import Case
from afterword.casebook.files import is_stopped
from afterword.casebook.interview import Interview
from afterword.casebook.person import Person
from afterword.casebook.post import Post
from afterword.casebook.seat import Seat
from afterword.counsel import titles
from afterword.counsel.power import (
    AtTable,
    Executive,
    Known,
    Power,
    Table,
    bare,
    came_late,
    part_by_title,
    power,
    speaks_of_a_talk,
    will_be_there,
)
from afterword.counsel.titles import STAKES as STAKES
from afterword.desk.people.vouching_for import of_the_house, on_register
from afterword.terms import Basis, Part, Remark, Stage, Stance, State

#: Stated reasons that somebody from outside the room took the seat.
FROM_OUTSIDE = ("R04", "R06")
LATE = (Stage.PANEL_ONSITE, Stage.FINAL_EXECUTIVE, Stage.REFERENCE_BACKGROUND_CHECK)


def of_case(case: Case, now: datetime, zone: str = "UTC") -> Power:
    """The map of this case on that day, in a fixed number of queries."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return power(table(case, now, zone), today)


def met_by(case: Case, now: datetime, zone: str = "UTC") -> dict[str, date]:
    """Person -> the last day they were talked with in this case, noted or shown by mail."""
    found = table(case, now, zone)
    return {one.id: one.met for one in found.people if one.met is not None}


def table(case: Case, now: datetime, zone: str = "UTC") -> Table:
    """What the casebook knows of who sits at this table; what lies in closed letters stays there."""
    seats = list(_seats(case, now))
    talks = _talks(case, now, zone)
    shown = _shown(case, seats, now, zone)
    said = _said(case, seats)
    standing = getattr(case, "standing", None)
    days = [day for day, _, _ in talks]
    over = standing is not None and standing.seen_state == State.CLOSED
    mine = on_register(case.account)
    return Table(
        company=case.company.name,
        people=tuple(
            _at_table(seat, case, talks, shown, said, now)
            for seat in seats
            if not _vouches_only(seat, case, mine)
        ),
        team=tuple(_team(case, seats)),
        over=over,
        late=len(set(days)) > 1 or (standing is not None and standing.stage in LATE),
        outside=_outside(case) if over else None,
        quiet=_is_quiet(case),
    )


#: Their silence says that no further question is of use.
_SILENT = (State.SOFT_CLOSED, State.QUIET)


def _is_quiet(case: Case) -> bool:
    """Whether nobody there is asked: a silence, a question open already, or an ending at rest."""
    standing = getattr(case, "standing", None)
    if standing is None:
        return False
    if standing.seen_state in _SILENT or standing.nudges > 0:
        return True
    move = getattr(case, "move", None)
    return standing.seen_state == State.CLOSED and move is not None and not move.letter


def _seats(case: Case, now: datetime) -> Any:
    rows = Seat.objects.of(case.account).filter(case=case, since__lte=now)
    rows = rows.select_related("person__company__stop", "person__stop")
    posts = Post.objects.filter(until__isnull=True).order_by("id")
    return rows.prefetch_related(
        Prefetch("person__posts", queryset=posts), "person__addresses"
    ).order_by("id")


def _talks(case: Case, now: datetime, zone: str) -> list[tuple[date, str, set[Any]]]:
    """The talks that were had: day, stage, and who was there."""
    rows = Interview.objects.of(case.account).filter(case=case, at__lte=now)
    return [
        (
            talk.at.astimezone(ZoneInfo(zone)).date(),
            talk.stage,
            {one.person_id for one in talk.present.all()},
        )
        for talk in rows.prefetch_related("present").order_by("at")
    ]


def _shown(case: Case, seats: list[Seat], now: datetime, zone: str) -> dict[Any, date]:
    """Whom mail shows to have been in a talk, with its day: announced for one of which nobody noted who
    was there, or writing afterwards that they have talked. Closed letters show nothing."""
    rows = Interview.objects.of(case.account).filter(case=case, at__lte=now).order_by("at")
    talks = list(rows.select_related("message").prefetch_related("present"))
    if not talks:
        return {}
    found: dict[Any, date] = {}
    for talk in talks:
        if talk.message is None or talk.present.all():
            continue
        for seat in seats:
            if will_be_there(seat.person.name, talk.message.text):
                found[seat.person_id] = talk.at.astimezone(ZoneInfo(zone)).date()
    sits = {row.email: seat.person_id for seat in seats for row in seat.person.addresses.all()}
    since = case.messages.filter(direction="in", at__gt=talks[0].at, at__lte=now)
    since = since.filter(sender_email__in=list(sits)).order_by("at")
    for mail in since.select_related("correction", "opening").defer("reading"):
        if not mail.is_sealed and speaks_of_a_talk(mail.text):
            last = max(talk.at for talk in talks if talk.at < mail.at)
            found[sits[mail.sender_email]] = last.astimezone(ZoneInfo(zone)).date()
    return found


def _said(case: Case, seats: list[Seat]) -> dict[Any, list[Remark]]:
    """Who said what, by the person noted, else by the name; nothing from a closed letter."""
    named = {bare(seat.person.name): seat.person_id for seat in seats if seat.person.name}
    firsts = [name.split()[0] for name in named if name]
    for name, key in list(named.items()):
        # "Orla asked me to say …": a first name is enough where one of them alone bears it.
        if name and firsts.count(name.split()[0]) == 1:
            named.setdefault(name.split()[0], key)
    found: dict[Any, list[Remark]] = defaultdict(list)
    rows = case.remarks.select_related("person", "message__correction", "message__opening")
    for row in rows.defer("message__text").order_by("on", "id"):
        if row.message is not None and row.message.is_sealed:
            continue
        who = row.person_id or named.get(bare(row.by_name))
        if who is not None:
            found[who].append(row.as_term())
    return found


def _vouches_only(seat: Seat, case: Case, mine: frozenset[UUID]) -> bool:
    """Whether they stand at the user's side and at no table: a referee whom the firm's mail names."""
    if seat.person_id not in mine or seat.set_by == "user":
        return False
    return not of_the_house(seat.person, case.company)


def _at_table(
    seat: Seat,
    case: Case,
    talks: list[tuple[date, str, set[Any]]],
    shown: dict[Any, date],
    said: dict[Any, list[Remark]],
    now: datetime,
) -> AtTable:
    who = seat.person
    title, by_user = seat.title or who.title, seat.set_by == "user"
    part = part_by_title(Part(seat.part), title, case.role, by_user=by_user)
    own = [(day, stage) for day, stage, there in talks if who.pk in there]
    post = next((one for one in who.posts.all() if one.company_id == who.company_id), None)
    # Somebody of this firm who sits elsewhere now; an agency's people never sat here.
    moved = post is not None and post.since is not None and post.company_id != case.company_id
    return AtTable(
        id=str(who.pk),
        name=str(who),
        part=part,
        title=title,
        stake=seat.stake,
        stance=Stance(seat.stance),
        stance_basis=Basis(seat.stance_basis),
        quote=seat.quote,
        by_user=by_user,
        met=max((day for day, _ in own), default=shown.get(who.pk)),
        met_basis=Basis.SAID if own else Basis.INFERRED,
        last_round=any(stage == Stage.FINAL_EXECUTIVE for _, stage in own)
        or came_late(
            [day for day, _ in own],
            [day for day, _, _ in talks],
            [day for day, _, there in talks if not there],
        ),
        said=tuple(said.get(who.pk, ())),
        stopped=is_stopped(who, now),
        now_at=str(who.company) if moved else "",
        moved_on=post.since if moved and post is not None else None,
    )


def _team(case: Case, seats: list[Seat]) -> list[Executive]:
    """The executives known at this firm, and whoever the user noted a strength of."""
    sits = {seat.person_id: seat for seat in seats}
    rows = Person.objects.of(case.account).filter(company=case.company_id)
    noted = ~Q(brings="") | ~Q(beside="") | Q(pk__in=list(sits)) | ~Q(title="")
    found = []
    for who in rows.filter(noted).order_by("name", "id"):
        seat = sits.get(who.pk)
        title = who.title or (seat.title if seat else "")
        top = seat is not None and seat.part == Part.SKIP_LEVEL_OR_EXECUTIVE
        top = top and not titles.helps(title)
        if who.brings or who.beside or top or titles.is_executive(title):
            found.append(Executive(str(who.pk), str(who), title, who.brings, who.beside))
    return found


def _outside(case: Case) -> Known | None:
    """Their words, in an open letter or by phone, that it went to somebody from within or known."""
    for mail in case.messages.for_list().order_by("-at"):
        if mail.is_sealed:
            continue
        for reason in mail.reading.get("reasons", ()):
            if reason.get("code") in FROM_OUTSIDE:
                return Known(reason.get("quote", ""), Basis(reason.get("basis", Basis.SAID)))
    for entry in case.entries.order_by("-at"):
        if any(reason.get("code") in FROM_OUTSIDE for reason in entry.reasons):
            return Known(entry.detail, Basis(entry.basis))
    return None
