"""Who decides in a case, who has a stake, who stands where, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.cases import power as desk
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act, Said, Tag
from afterword.terms import Band, Basis, Part, Stance, State, Warmth

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One person at the table; `decides` and `stake` are worded by how they are known."""

    name: str
    url: str
    part: str
    edit: str
    stance: Tag | None = None
    note: str = ""
    decides: Said | None = None
    stake: Said | None = None
    moved: str = ""
    unheard: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not known, with one kind question and whom to ask it."""

    what: str
    ask: str
    who: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Executive:
    name: str
    url: str
    title: str
    brings: str
    beside: str
    edit: str


@dataclass(frozen=True, slots=True)
class WhoDecides:
    rows: tuple[SeatRow, ...] = ()
    split: Said | None = None
    outside: Said | None = None
    gaps: tuple[Gap, ...] = ()
    team: tuple[Executive, ...] = ()
    acts: tuple[Act, ...] = ()
    team_act: Act | None = None


def who_decides(case: record.Case, visit: Visit) -> WhoDecides:
    """The part of a case's page that says who decides."""
    found = desk.of_case(case, visit.now, str(visit.clock.zone))
    seats = {str(key): pk for key, pk in case.seats.values_list("person_id", "pk")}
    rows = [
        _row(one, seats[one.id], visit)
        for one in found.seats
        # A sender that bears the firm's own name is a mailbox, and nobody who decides.
        if not (
            one.name.casefold() == case.company.name.casefold()
            and one.part == Part.UNKNOWN
            and one.stance == Stance.UNKNOWN
        )
    ]
    return WhoDecides(
        rows=tuple(rows),
        split=_said(found.split),
        outside=_said(found.outside),
        gaps=tuple(
            Gap(gap.what, gap.ask, gap.who, _person(gap.whom) if gap.whom else "")
            for gap in (found.missing if _is_open(case) else ())
        ),
        team=tuple(
            Executive(
                one.name,
                _person(one.id),
                one.title,
                one.brings,
                one.beside,
                reverse("web:person-team", args=[one.id]),
            )
            for one in found.team
        ),
        acts=(Act(_("Add a person"), reverse("web:seat-add", args=[case.pk]), "quiet"),),
        team_act=Act(
            _("Someone of their executive team"),
            reverse("web:team-add", args=[case.pk]),
            "quiet",
        ),
    )


#: Advice under which nobody there is asked anything more.
_SETTLED = frozenset({Band.KEEP_WARM, Band.LIGHT_TOUCH, Band.MOVE_ON})


#: Who offers has decided; and where one question after their word is fair, no second stands beside it.
_NOTHING_TO_ASK = (State.CLOSED, State.OFFER, State.OVERDUE, State.QUIET, State.SOFT_CLOSED)


def _is_open(case: record.Case) -> bool:
    """Whether there is still something to decide, so that a question to them is of use."""
    standing = getattr(case, "standing", None)
    if standing is None:
        return True
    if standing.seen_band:
        return Band(standing.seen_band) not in _SETTLED
    return standing.seen_state not in _NOTHING_TO_ASK


def _person(key: str) -> str:
    return reverse("web:person", args=[key])


def _said(known: Any) -> Said | None:
    return Said(known.why, known.basis) if known is not None else None


def _row(one: Any, seat: Any, visit: Visit) -> SeatRow:
    part = words.says(words.PART, one.part) if one.part != Part.UNKNOWN else ""
    moved = ""
    if one.now_at:
        when = visit.clock.day(one.moved_on)
        moved = _("at %(firm)s since %(day)s") % {"firm": one.now_at, "day": when}
    return SeatRow(
        name=one.name,
        url=_person(one.id),
        part=", ".join(filter(None, (one.title, part))),
        edit=reverse("web:seat", args=[seat]),
        stance=stance(one),
        note=one.stance_why,
        decides=_said(one.decides) if one.weighs else None,
        stake=Said(words.says(words.STAKE, one.stake.value), one.stake.basis)
        if one.stake
        else None,
        moved=moved,
        unheard=one.unheard,
    )


def stance(one: Any) -> Tag | None:
    """Where they stand; what was inferred or guessed says so. Who only carries word stands nowhere."""
    if one.stopped:
        return Tag(words.says(words.WARMTH, Warmth.STOP), "rose")
    if one.stance == Stance.UNKNOWN and not one.weighs:
        return None
    said = words.says(words.STANCE, one.stance)
    if one.stance != Stance.UNKNOWN and one.stance_basis != Basis.SAID:
        said = f"{said}, {words.says(words.BASIS, one.stance_basis)}"
    return Tag(said, "accent" if one.stance == Stance.FOR else "plain")
