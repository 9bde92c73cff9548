"""Numbers: what is in talks, where processes went, how long words take, what may come by a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.desk.day import numbers as desk
from afterword.faces.web.pages import figures, words_of_numbers
from afterword.faces.web.pages.parts import Act, Empty, Tag
from afterword.faces.web.words import STATE
from afterword.terms import State

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: More than this many names tell nothing that the count does not.
NAMED = 12


@dataclass(frozen=True, slots=True)
class Row:
    url: str
    company: str
    role: str
    leg: str
    tag: Tag
    since: str


@dataclass(frozen=True, slots=True)
class Waited:
    """One leg: from what to what, the sentence, the strip of its band, the counts."""

    of: str
    says: str
    strip: figures.Strip | None
    counts: str


@dataclass(frozen=True, slots=True)
class Numbers:
    title: str
    lead: str
    breadth: str = ""
    targets: tuple[Row, ...] = ()
    beside: str = ""
    columns: tuple[figures.Column, ...] = ()
    ribbons: tuple[figures.Ribbon, ...] = ()
    names: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    waits: tuple[Waited, ...] = ()
    scale: str = ""
    by: str = ""
    by_value: str = ""
    earliest: str = ""
    latest: str = ""
    offers: str = ""
    headline: str = ""
    fan: figures.Fan | None = None
    fan_rows: tuple[tuple[str, str, str], ...] = ()
    more: str = ""
    behind: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    which: str = ""
    other: Act | None = None
    empty: Empty | None = None


def build(visit: Visit, sheet: Any, *, everything: bool) -> Numbers:
    """The page from a sheet of the desk; an empty casebook is told what to do first."""
    title, lead = _("Numbers"), _("Is the search spread widely enough, and what may come of it?")
    found = sheet.numbers
    other = _other(sheet.older, everything)
    if not found.cases:
        return Numbers(title=title, lead=lead, notes=_notes(sheet), empty=_empty(other))
    offers, day = found.offers, visit.clock.day
    return Numbers(
        title=title,
        lead=_in_short(found, day) or lead,
        breadth=found.pipeline.why,
        targets=tuple(_row(one) for one in (*sheet.targets, *sheet.quiet)[:NAMED]),
        beside=_beside(found.pipeline),
        columns=figures.columns(found.flow),
        ribbons=figures.ribbons(found.flow),
        names=words_of_numbers.heads(),
        table=words_of_numbers.table(found.flow),
        waits=tuple(_waited(wait, figures.longest(found.waits)) for wait in found.waits),
        scale=_scale(found.waits),
        by=day(offers.by),
        by_value=offers.by.isoformat(),
        earliest=(found.today + timedelta(days=7)).isoformat(),
        latest=(found.today + timedelta(days=182)).isoformat(),
        offers=offers.why,
        headline=desk.spoken(offers.range) if offers.range and offers.range.high else "",
        fan=figures.fan(offers.fan, day) if offers.fan else None,
        fan_rows=_fan_rows(offers.fan, day),
        more=found.more.why,
        behind=desk.BEHIND,
        notes=_notes(sheet),
        which="all" if everything else "",
        other=other,
    )


def _in_short(found: Any, day: Any) -> str:
    """The page in one sentence, for who reads no further; "" where it cannot say so much."""
    n, offers = len(found.pipeline.targets), found.offers
    if not n or not offers.range or not offers.range.high:
        return ""
    told = {"n": n, "day": day(offers.by), "offers": desk.spoken(offers.range).lower()}
    return (
        ngettext(
            "One process is in talks; by %(day)s what is open may bring %(offers)s.",
            "%(n)d processes are in talks; by %(day)s what is open may bring %(offers)s.",
            n,
        )
        % told
    )


def _empty(other: Act | None) -> Empty:
    if other is not None:
        return Empty(_("Nothing in the last year."), "", (other,))
    return Empty(
        _("There is nothing to count yet."),
        _("Read your mail, or put in one process by hand; numbers come by themselves after a few."),
        (
            Act(_("Read your mail"), reverse("web:welcome"), "primary"),
            Act(_("Put in a process"), reverse("web:case-add")),
        ),
    )


def _other(older: int, everything: bool) -> Act | None:
    here = reverse("web:numbers")
    if everything:
        return Act(_("Only the last year"), here, "quiet")
    if not older:
        return None
    label = ngettext("With %(n)d older process", "With %(n)d older processes", older)
    return Act(label % {"n": older}, f"{here}?which=all", "quiet")


def _row(one: Any) -> Row:
    tone = {State.QUIET: "plain", State.OVERDUE: "amber"}.get(State(one.state), "accent")
    return Row(
        url=reverse("web:case", args=[one.id]),
        company=one.company,
        role=one.role,
        leg=str(words_of_numbers.LEG[one.leg]),
        tag=Tag(str(STATE[State(one.state)]), tone),
        since=ngettext("for %(n)d day", "for %(n)d days", one.since) % {"n": one.since}
        if one.since
        else "",
    )


def _beside(pipeline: Any) -> str:
    """What else there is, in one line: counts only, and only those that are not nought."""
    parts = [
        ngettext("%(n)d application without a step yet", "%(n)d applications without a step yet", n)
        % {"n": n}
        if (n := len(pipeline.sent))
        else "",
        ngettext("%(n)d paused by them", "%(n)d paused by them", n) % {"n": n}
        if (n := pipeline.paused)
        else "",
        ngettext("%(n)d silent for long", "%(n)d silent for long", n) % {"n": n}
        if (n := pipeline.silent)
        else "",
        ngettext("%(n)d lead", "%(n)d leads", n) % {"n": n} if (n := pipeline.leads) else "",
    ]
    said = " · ".join(part for part in parts if part)
    return _("Besides: %(parts)s.") % {"parts": said} if said else ""


def _scale(waits: Any) -> str:
    """How long the strips are; empty where there is none yet."""
    if not any(wait.middle for wait in waits):
        return ""
    n = figures.longest(waits)
    return ngettext("%(n)d day", "%(n)d days", n) % {"n": n}


def _waited(wait: Any, scale: int) -> Waited:
    counts = _("%(heard)d answered, %(open)d still open") % {"heard": wait.heard, "open": wait.open}
    return Waited(
        of=_("From %(what)s") % {"what": wait.of},
        says=wait.why,
        strip=figures.strip(wait.middle, scale) if wait.middle else None,
        counts=counts if wait.seen else "",
    )


def _fan_rows(fan: Any, day: Any) -> tuple[tuple[str, str, str], ...]:
    """Every fourth week and the last day, for those who read a table."""
    if not fan:
        return ()
    chosen = [*fan[4:-1:4], fan[-1]]
    return tuple((_day(week.day, day), _range(week.half), _range(week.wide)) for week in chosen)


def _day(given: date, day: Any) -> str:
    return str(day(given))


def _range(found: Any) -> str:
    """As one would say it: "At most 3 new offers, in 81 of 100."."""
    low, high = found.low, found.high
    if high == 0:
        # What a hundred searches like this one do by then; never said as a verdict on this one.
        return _("Still under way, as %(n)d of 100 searches like it.") % {
            "n": round(100 * found.held)
        }
    if low == high:
        said = ngettext("%(n)d new offer", "%(n)d new offers", high) % {"n": high}
    elif (low, high) == (0, 1):
        said = _("No new offer, or one")
    elif low == 0:
        said = _("At most %(high)d new offers") % {"high": high}
    else:
        said = _("%(low)d to %(high)d new offers") % {"low": low, "high": high}
    return _("%(range)s, in %(n)d of 100.") % {"range": said, "n": round(100 * found.held)}


def _notes(sheet: Any) -> tuple[str, ...]:
    if not sheet.sealed:
        return ()
    return (
        ngettext(
            "One process with a closed letter is left out here until you open it.",
            "%(n)d processes with a closed letter are left out here until you open them.",
            sheet.sealed,
        )
        % {"n": sheet.sealed},
    )
