"""Adverts kept: the list of them, and one with its wordings and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.watch import roles
from afterword.desk.watch.roles import Change, SinceTalk, Told
from afterword.faces.web.pages.parts import Act, Crumb, Empty

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: So many wordings and changes stand open; a case rarely has more.
SHOWN, CHANGES_SHOWN = 20, 30


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    url: str
    says: str
    where: str = ""
    where_url: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    title: str
    lead: str
    waiting: tuple[Row, ...] = ()
    rows: tuple[Row, ...] = ()
    empty: Empty | None = None
    error: str = ""
    browser: str = ""


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One wording: when it was seen, how it came, and each change from the one before."""

    when: str
    says: str
    changes: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    first: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """Whether it was changed after the interview, and the answer it may give to the advice."""

    says: str
    changes: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    since: Since | None = None
    wordings: tuple[WordingRow, ...] = ()
    paragraphs: tuple[str, ...] = ()
    address: str = ""
    acts: tuple[Act, ...] = ()
    waits: bool = False
    likely: tuple[Act, ...] = ()
    place_url: str = ""
    lead_url: str = ""


@dataclass(frozen=True, slots=True)
class OfCase:
    """The adverts on the page of a case, each with the news of it."""

    rows: tuple[Row, ...]
    since: Since | None
    add: Act


def listing(visit: Visit, *, error: str = "") -> Roles:
    """Every advert kept; those that wait for a word first."""
    found = record.KeptPosting.objects.of(visit.account)
    found = found.select_related("case__company").prefetch_related("versions")
    rows = [row(one, visit) for one in found.order_by("-id")[:500]]
    waiting = tuple(one for one in rows if one.waits)
    empty = Empty(
        _("No advert is kept yet."),
        _(
            "Adverts vanish, often in the week of the interview. Paste the link of the one you "
            "applied to, and it stays here with its date."
        ),
    )
    return Roles(
        _("Adverts"),
        _("What they asked for, kept with the day you saw it, so that you can tell if it changed."),
        waiting=waiting,
        rows=tuple(one for one in rows if not one.waits),
        empty=None if rows else empty,
        error=error,
        browser=reverse("web:browser"),
    )


def row(kept: record.KeptPosting, visit: Visit) -> Row:
    versions = list(kept.versions.all())
    n = len(versions)
    says = _("kept %(when)s") % {"when": visit.clock.short(versions[0].seen_at)} if n else ""
    if n > 1:
        says += ngettext("", " · %(n)d wordings, the last %(when)s", n) % {
            "n": n,
            "when": visit.clock.short(versions[-1].seen_at),
        }
    case = kept.case
    return Row(
        str(kept),
        reverse("web:role", args=[kept.pk]),
        says,
        where=str(case) if case is not None else "",
        where_url=reverse("web:case", args=[case.pk]) if case is not None else "",
        waits=case is None,
    )


def of_case(case: record.Case, visit: Visit) -> OfCase:
    """What the page of a case shows of its adverts."""
    found = roles.of_case(case)
    told = [since(one, visit) for one in found]
    add = Act(_("Keep the advert"), f"{reverse('web:roles')}?case={case.pk}")
    return OfCase(
        tuple(row(one, visit) for one in found), next((one for one in told if one), None), add
    )


def since(kept: record.KeptPosting, visit: Visit) -> Since | None:
    found = roles.since_interview(kept, visit.now)
    if found is None:
        return None
    acts = _as_reason(kept, found) if found.changed and found.weighs else ()
    return Since(found.says, tuple(one.says for one in found.changes[:CHANGES_SHOWN]), acts)


def _as_reason(kept: record.KeptPosting, found: SinceTalk) -> tuple[Act, ...]:
    """The button that lets the advice know: only the user says that it is so (F7)."""
    if kept.case_id is None:
        return ()
    url = reverse("web:case-answer", args=[kept.case_id])
    fields = (("key", "F7"), ("value", "1"))
    return (Act(_("Weigh it: the job changed"), url, "small", True, fields),)


def role(kept: record.KeptPosting, visit: Visit) -> Role:
    """One advert: what it says now, each wording, and what changed."""
    told = roles.wordings(kept)
    latest = told[-1].posting
    waits = kept.case is None
    likely = roles.cases_for(kept.account, latest)[:5] if waits else []
    place = reverse("web:role-case", args=[kept.pk])
    acts = [Act(_("Put it away"), reverse("web:role-drop", args=[kept.pk]), "quiet", True)]
    if kept.url:
        again = reverse("web:role-again", args=[kept.pk])
        acts.insert(0, Act(_("Look again now"), again, "plain", True))
    if kept.case is not None:
        acts.insert(0, Act(_("To the case"), reverse("web:case", args=[kept.case_id])))
    return Role(
        kept.title,
        _("%(firm)s · seen %(when)s")
        % {
            "firm": kept.company or _("the firm is not named"),
            "when": visit.clock.moment(told[-1].version.last_at),
        },
        crumbs=(Crumb(_("Adverts"), reverse("web:roles")), Crumb(kept.title, "")),
        facts=tuple(_facts(told[-1], visit)),
        since=since(kept, visit),
        wordings=tuple(
            wording(one, visit, first=one is told[0]) for one in reversed(told[-SHOWN:])
        ),
        paragraphs=tuple(part for part in latest.text.split("\n\n") if part.strip()),
        address=kept.url,
        acts=tuple(acts),
        waits=waits,
        likely=tuple(
            Act(str(case), place, "small", True, (("case", str(case.pk)),)) for case in likely
        ),
        place_url=place,
        lead_url=reverse("web:role-lead", args=[kept.pk]),
    )


def wording(one: Told, visit: Visit, *, first: bool) -> WordingRow:
    how = {
        "link": _("from its address"),
        "pasted": _("pasted by you"),
        "file": _("from a file of yours"),
        "browser": _("handed in by your browser"),
        "board": _("from the firm’s own board, where it is open again"),
    }.get(one.version.how, "")
    when = visit.clock.moment(one.version.seen_at)
    says = how
    if one.version.last_at.date() > one.version.seen_at.date():
        until = {"how": how, "when": visit.clock.day(one.version.last_at)}
        says = _("%(how)s, and read the same until %(when)s") % until
    lines = tuple(change.says for change in one.changes)
    return WordingRow(when, says, lines[:CHANGES_SHOWN], lines[CHANGES_SHOWN:], first)


def _facts(told: Told, visit: Visit) -> list[tuple[str, str]]:
    one = told.posting
    where = "; ".join(one.places)
    if one.remote is not None:
        where += _(" (from anywhere)") if one.remote else _(" (partly or wholly on site)")
    rows = [
        (_("Place"), where.strip()),
        (_("Pay"), one.pay),
        (_("Contract"), one.contract),
        (_("Department"), one.department),
        (_("Posted"), visit.clock.day(one.posted)),
        (_("Closes"), visit.clock.day(one.closes)),
        (_("Their number"), one.requisition),
    ]
    return [(name, says) for name, says in rows if says]


def said_of(changes: tuple[Change, ...]) -> str:
    """What a new wording came to, for the word after a form."""
    n = len(changes)
    return ngettext("One thing reads otherwise now.", "%(n)d things read otherwise now.", n) % {
        "n": n
    }
