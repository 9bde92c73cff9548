"""On a case, round a talk: what to ask, what to note down, a plan in case it is a no (P01-P03)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.cases import talking
from afterword.faces.web.pages.parts import Act

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


#: Two or three questions are plenty; the others fold away.
SHOWN = 4


@dataclass(frozen=True, slots=True)
class AskRow:
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Talk:
    """`asks` and `more` are the soft questions, `plainer` those for when plain speech is invited."""

    title: str
    asks: tuple[AskRow, ...] = ()
    more: tuple[AskRow, ...] = ()
    plainer: tuple[AskRow, ...] = ()
    manner: tuple[str, ...] = ()
    note: Act | None = None
    note_says: str = ""
    plan: str = ""
    second_target: str = ""
    plan_says: str = ""
    plan_act: Act | None = None


def build(case: record.Case, visit: Visit) -> Talk | None:
    """What is worth doing round a talk; None where there is no talk and nothing is asked."""
    found = talking.round_a_talk(case, visit.now)
    if not (found.asks or found.to_note or found.plan or found.plan_is_due):
        return None
    rows = [(q.soft, AskRow(q.text, q.why)) for q in found.asks]
    soft = tuple(row for is_soft, row in rows if is_soft)
    title = _("Round the talk")
    if found.ahead is not None:
        title = _("Before the talk %(when)s") % {"when": visit.clock.moment(found.ahead.at)}
    elif found.asks:
        title = _("Before the talk")
    return Talk(
        title=title,
        asks=soft[:SHOWN],
        more=soft[SHOWN:],
        plainer=tuple(row for is_soft, row in rows if not is_soft),
        manner=found.manner if found.asks else (),
        note=_note(found),
        note_says=_note_says(found, visit),
        plan=found.plan.then if found.plan else "",
        second_target=found.plan.second_target if found.plan else "",
        plan_says=_plan_says(found),
        plan_act=_plan_act(case, found),
    )


def _note(found: talking.Talking) -> Act | None:
    if found.to_note is None:
        return None
    url = reverse("web:interview", args=[found.to_note.pk])
    return Act(_("Note how it went"), url, "plain" if found.asks else "primary")


def _note_says(found: talking.Talking, visit: Visit) -> str:
    if found.to_note is None:
        return ""
    day = visit.clock.day(found.to_note.at)
    return _("The talk of %(day)s has no notes yet. An hour after is best.") % {"day": day}


def _plan_says(found: talking.Talking) -> str:
    if not found.plan_is_due:
        return ""
    return _(
        "Before they answer, one line in your own words helps most on a hard day: if it is a no, "
        "then I will …"
    )


def _plan_act(case: record.Case, found: talking.Talking) -> Act | None:
    url = reverse("web:case-plan", args=[case.pk])
    if found.plan is not None:
        return Act(_("Change it"), url, "small")
    return Act(_("Write it"), url) if found.plan_is_due else None
