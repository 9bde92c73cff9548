"""The same cases two more ways: the open ones by how far they got, and all of them along the weeks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.dateformat import format as spell
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afterword.casebook import models as record
from afterword.faces.web.pages import stand
from afterword.faces.web.pages.parts import Tag
from afterword.terms import Stage, State

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: How far a process got, in four steps a person would name.
STEPS = (
    ("applied", gettext_lazy("Applied"), gettext_lazy("It is with them."), (Stage.APPLIED,)),
    (
        "talks",
        gettext_lazy("First talks"),
        gettext_lazy("A first talk, a test, the manager."),
        (Stage.RECRUITER_SCREEN, Stage.ASSESSMENT, Stage.HIRING_MANAGER_INTERVIEW),
    ),
    (
        "late",
        gettext_lazy("Late rounds"),
        gettext_lazy("A panel, the last round, your references."),
        (Stage.PANEL_ONSITE, Stage.FINAL_EXECUTIVE, Stage.REFERENCE_BACKGROUND_CHECK),
    ),
    (
        "offer",
        gettext_lazy("Offer"),
        gettext_lazy("By word of mouth or in writing."),
        (Stage.VERBAL_OFFER, Stage.WRITTEN_OFFER, Stage.ACCEPTED),
    ),
)
#: Where a moment lies, in hundredths of the drawing's width.
At = Callable[[datetime], float]
#: The columns beside them: what is no step, and what nobody has opened.
LEAD, CLOSED = "lead", "closed"
_STEP = {stage: key for key, _name, _says, stages in STEPS for stage in stages}
#: A drawing never reaches further back than this; what began before runs in from the left.
LONGEST = timedelta(days=400)


def column(case: record.Case) -> str:
    """The column an open case stands in; one with a closed letter tells no stage."""
    standing = getattr(case, "standing", None)
    if standing is None:
        return LEAD
    return column_of(standing.sealed, standing.state, standing.stage)


def column_of(sealed: bool | None, state: str | None, stage: str | None) -> str:
    """The same by what its standing says; None where it has none yet."""
    if sealed:
        return CLOSED
    if state is None or state == State.LEAD:
        return LEAD
    return _STEP.get(Stage(stage), "applied") if stage else "applied"


def columns() -> list[tuple[str, str, str]]:
    """Key, name and meaning of every column, in the order in which a process walks them."""
    return [
        (CLOSED, _("Closed letters"), _("They wrote. Open it when you like.")),
        (LEAD, _("Not yet applied"), _("A lead, or a hint of somebody.")),
        *((key, str(name), str(says)) for key, name, says, _stages in STEPS),
    ]


@dataclass(frozen=True, slots=True)
class Mark:
    """A talk on the line of a case, at so many hundredths of its width."""

    at: str
    kind: str


@dataclass(frozen=True, slots=True)
class Life:
    """One case along the weeks, in hundredths of the width; `says` is the same in words.

    `heard` is how long they spoke from `begins` on, `owed` how long an open one has been silent since `last`.
    """

    url: str
    company: str
    role: str
    stand: Tag
    begins: str
    heard: str
    last: str
    owed: str
    marks: tuple[Mark, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """The drawing: its months with where each begins, and a line for each case."""

    months: tuple[tuple[str, str], ...]
    lives: tuple[Life, ...]


def weeks(cases: list[record.Case], urls: list[str], visit: Visit) -> Weeks:
    """The cases from the first word of each to its end, or to today where it is open."""
    if not cases:
        return Weeks((), ())
    now = visit.now
    first = max(min(case.opened_at for case in cases), now - LONGEST)
    span = max((now - first).total_seconds(), 86_400.0)

    def at(moment: datetime) -> float:
        return min(max((moment - first).total_seconds() / span, 0.0), 1.0) * 100

    talks: dict[UUID, list[datetime]] = defaultdict(list)
    held = record.Interview.objects.of(visit.account).filter(case__in=cases, at__lte=now)
    for case, when in held.order_by("at").values_list("case_id", "at"):
        talks[case].append(when)
    lives = tuple(
        _life(case, url, talks[case.pk], visit, at) for case, url in zip(cases, urls, strict=True)
    )
    return Weeks(_months(first, now, span), lives)


def _life(case: record.Case, url: str, talks: list[datetime], visit: Visit, at: At) -> Life:
    tag, clock = stand.tag(case), visit.clock
    over = _over(case)
    last = case.last_at or case.opened_at
    said = [_("first word %(day)s") % {"day": clock.short(case.opened_at)}]
    said += [_("a talk %(day)s") % {"day": clock.short(when)} for when in talks]
    said += [_("last word %(day)s") % {"day": clock.short(last)}]
    return Life(
        url=url,
        company=case.company.name,
        role=case.role,
        stand=tag,
        begins=_hundredths(at(case.opened_at)),
        heard=_hundredths(max(at(last) - at(case.opened_at), 0.6)),
        last=_hundredths(at(last)),
        owed="" if over else _hundredths(100 - at(last)),
        marks=(
            *(Mark(_hundredths(at(when)), "talk") for when in talks),
            Mark(_hundredths(at(last)), f"end-{tag.tone}" if over else "last"),
        ),
        says="; ".join(said),
    )


def _over(case: record.Case) -> bool:
    standing = getattr(case, "standing", None)
    return standing is not None and standing.seen_state in (State.CLOSED, State.SOFT_CLOSED)


def _months(first: datetime, now: datetime, span: float) -> tuple[tuple[str, str], ...]:
    """The first of each month between the two moments, with where it lies."""
    found = []
    day = first.date().replace(day=1)
    while day <= now.date():
        lies = (datetime.combine(day, datetime.min.time(), first.tzinfo) - first).total_seconds()
        if 0 <= lies <= 0.96 * span:  # a name at the very edge would hang over it
            found.append((spell(day, "M"), _hundredths(lies / span * 100)))
        day = (day + timedelta(days=32)).replace(day=1)
    return tuple(found)


def _hundredths(share: float) -> str:
    return f"{share:.1f}"
