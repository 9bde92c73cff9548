"""What leaves this machine: each host that was called, why and when; and the other doors there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook.outside import Departure
from afterword.desk.watch.leaving import RULES, Door
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Tag
from afterword.faces.web.pages.say import Clock


@dataclass(frozen=True, slots=True)
class HostRow:
    day: str
    host: str
    why: str
    when: str
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class OutsidePage:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    state: str
    switch: Act
    rows: tuple[HostRow, ...] = ()
    more: str = ""
    doors: tuple[tuple[str, str, Act], ...] = ()
    empty: Empty | None = None


def build(
    rows: Sequence[Departure],
    more: int,
    doors: Sequence[Door],
    off_since: datetime | None,
    clock: Clock,
) -> OutsidePage:
    off = off_since is not None
    return OutsidePage(
        title=_("What leaves this machine"),
        lead=_(
            "Nothing goes out unless you asked for that very thing. Each host is written down here "
            "before it is called. It is told which program asks, and nothing about you."
        ),
        crumbs=(Crumb(_("Settings"), reverse("web:settings")), Crumb(_("What leaves"), "")),
        state=_("Turned off since %(day)s: no board, advert or news is fetched.")
        % {"day": clock.day(off_since)}
        if off
        else _("Boards you watch, adverts you give an address of, and firms' news may be fetched."),
        switch=Act(
            _("Turn it on again") if off else _("Turn all of it off"),
            reverse("web:outside-switch"),
            "primary" if off else "plain",
            True,
            (("do", "on" if off else "off"),),
        ),
        rows=tuple(_row(one, clock) for one in rows),
        more=ngettext("and %(n)d day before", "and %(n)d days before", more) % {"n": more}
        if more
        else "",
        doors=tuple(
            (
                one.host,
                _(one.why),
                Act(_("See it"), reverse(f"web:{one.page}"), "small", about=one.host),
            )
            for one in doors
        ),
        empty=None
        if rows
        else Empty(
            _("No host of the open web was called so far."),
            _("That changes when you watch a firm's job board or give the address of an advert."),
        ),
    )


def _row(one: Departure, clock: Clock) -> HostRow:
    times = ngettext("once", "%(n)d times", one.times) % {"n": one.times}
    when = _("%(times)s, last %(moment)s") % {"times": times, "moment": clock.moment(one.last_at)}
    tag = _answer(one.answer, rules=one.why == RULES)
    return HostRow(clock.short(one.last_at), one.host, _(one.why), when, tag)


def _answer(status: int | None, *, rules: bool) -> Tag | None:
    if status is None or 200 <= status < 300:
        return None
    if rules and status in (404, 410):
        return Tag(_("asks nothing"))
    if status == 304:
        return Tag(_("unchanged"))
    if status == 0:
        return Tag(_("no answer"), "amber")
    return Tag(_("would not (%(status)d)") % {"status": status}, "amber")
