"""A case's page for words that may not have been lawful: facts, days, who can advise. No advice of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.dateformat import format as spell
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.cases import lawful as desk
from afterword.faces.web.pages.parts import Act, Crumb, Empty

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class FactRow:
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class LimitRow:
    body: str
    link: str
    says: str
    until: str
    checked: str


@dataclass(frozen=True, slots=True)
class LawfulPage:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    facts: tuple[FactRow, ...]
    acts: tuple[Act, ...]
    said: str
    limits: tuple[LimitRow, ...]
    nowhere: str
    ask: str
    empty: Empty | None


def notice(case: record.Case, visit: Visit) -> Act | None:
    """The way to the page, where there is something on it that waits or was said to be so."""
    if not desk.lawful(case, visit.now).waits:
        return None
    return Act(
        _("The facts, the time limits, who can advise"), reverse("web:lawful", args=[case.pk])
    )


def build(case: record.Case, visit: Visit) -> LawfulPage:
    found = desk.lawful(case, visit.now)
    note = Act(_("Note what they said"), reverse("web:remark-add", args=[case.pk]), "primary")
    return LawfulPage(
        title=_("Words that may not have been lawful"),
        lead=_lead(found),
        crumbs=(Crumb(str(case), reverse("web:case", args=[case.pk])),),
        facts=tuple(_fact(one, visit) for one in found.facts),
        acts=_acts(case, found),
        said=_said(found),
        limits=tuple(_limit(one) for one in found.limits),
        nowhere="" if found.limits else desk.NOWHERE,
        ask=desk.ASK,
        empty=None
        if found.facts
        else Empty(
            _("Nothing of the kind is noted in this case."),
            _("If something was said, write it down in their words, with the day."),
            (note,),
        ),
    )


def _lead(found: desk.Lawful) -> str:
    said = _("Whether they were is not for this program to say, and it is nothing you did.")
    if found.waits:
        said += " " + _(
            "While this is open nothing is drafted for this case; by hand you may always write."
        )
    return said


def _fact(one: desk.Fact, visit: Visit) -> FactRow:
    day = _("said on %(day)s") % {"day": spell(one.on, "j F Y")} if one.on else _("day not noted")
    local = one.written.astimezone(visit.clock.zone)
    written = _("written down on %(day)s") % {"day": spell(local, "j F Y, H:i")}
    return FactRow(one.quote, " · ".join(filter(None, (one.by, day, written))))


def _acts(case: record.Case, found: desk.Lawful) -> tuple[Act, ...]:
    to = reverse("web:lawful", args=[case.pk])
    so = Act(_("Yes, it was said like that"), to, "plain", True, (("so", "yes"),))
    otherwise = Act(_("No, it was otherwise"), to, "plain", True, (("so", "no"),))
    if found.said is None:
        return (so, otherwise) if found.facts else ()
    return (otherwise,) if found.said else (so,)


def _said(found: desk.Lawful) -> str:
    if found.said is None:
        return _("Was it like that?") if found.facts else ""
    if found.said:
        return _("You said it was so. Persuasion waits; the facts below are kept with their days.")
    return _("You said it was otherwise. Nothing waits because of it.")


def _limit(one: desk.Limit) -> LimitRow:
    until = (
        _("counted from the first day noted, the short count ends on %(day)s")
        % {"day": spell(one.until, "j F Y")}
        if one.until
        else _("note the day it was said, and the count can begin")
    )
    checked = _("looked up on %(day)s") % {"day": spell(one.checked, "j F Y")}
    return LimitRow(one.body, one.link, one.says, until, checked)
