"""The job boards of firms: which are watched, how each stands, and which were come upon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook.watched import WatchedBoard
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Tag
from afterword.faces.web.pages.say import Clock


@dataclass(frozen=True, slots=True)
class BoardRow:
    name: str
    says: str
    page: str
    trouble: str = ""
    tag: Tag | None = None
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardsPage:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    proposed: tuple[BoardRow, ...] = ()
    rows: tuple[BoardRow, ...] = ()
    left: tuple[BoardRow, ...] = ()
    off: str = ""
    empty: Empty | None = None
    kinds: str = ""


def build(
    rows: Sequence[WatchedBoard],
    kinds: dict[str, tuple[str, str]],
    clock: Clock,
    *,
    off: bool,
    names: str,
) -> BoardsPage:
    """`kinds` holds for each board (by its row's key) what it is called and where a person would look;
    each row carries `standing`, how many adverts hang there."""
    proposed = [one for one in rows if one.confirmed_at is None and one.declined_at is None]
    watched = [one for one in rows if one.confirmed_at and one.declined_at is None]
    left = [one for one in rows if one.declined_at is not None]
    return BoardsPage(
        title=_("Job boards that are watched"),
        lead=_(
            "Looked at once a day, so that a seat that opens again is seen. The board learns "
            "nothing about you."
        ),
        crumbs=(Crumb(_("Settings"), reverse("web:settings")), Crumb(_("Job boards"), "")),
        proposed=tuple(_proposed(one, kinds, clock) for one in proposed),
        rows=tuple(_row(one, kinds, clock) for one in watched),
        left=tuple(
            BoardRow(
                str(one.company), kinds[str(one.pk)][0], "", acts=(_watch(one, _("Watch it")),)
            )
            for one in left
        ),
        off=_("Fetching from the web is turned off, so no board is looked at.") if off else "",
        empty=None
        if rows
        else Empty(
            _("No board is watched yet."),
            _(
                "Paste the address of a firm's job board below. Boards that your mails lead to "
                "are proposed here by themselves."
            ),
        ),
        kinds=names,
    )


def _proposed(one: WatchedBoard, kinds: dict[str, tuple[str, str]], clock: Clock) -> BoardRow:
    called, page = kinds[str(one.pk)]
    says = _("%(kind)s. A mail or an advert of yours led there (%(where)s).") % {
        "kind": called,
        "where": one.found_in or clock.day(one.entered_at),
    }
    no = Act(
        _("No"), reverse("web:board-leave", args=[one.pk]), "small", True, about=str(one.company)
    )
    return BoardRow(str(one.company), says, page, acts=(_watch(one, _("Watch it")), no))


def _row(one: WatchedBoard, kinds: dict[str, tuple[str, str]], clock: Clock) -> BoardRow:
    called, page = kinds[str(one.pk)]
    n = getattr(one, "standing", 0)
    if one.looked_at is None or one.whole_at is None:
        says = _("%(kind)s. Not seen yet.") % {"kind": called}
    else:
        adverts = ngettext("%(n)d advert", "%(n)d adverts", n) % {"n": n}
        says = _("%(kind)s. %(adverts)s, looked at %(when)s.") % {
            "kind": called,
            "adverts": adverts,
            "when": clock.moment(one.looked_at),
        }
    trouble = one.trouble
    if trouble and one.due_at:
        trouble = _("%(why)s It is tried again %(when)s.") % {
            "why": one.trouble,
            "when": clock.day(one.due_at),
        }
    leave = Act(
        _("Watch no more"),
        reverse("web:board-leave", args=[one.pk]),
        "small",
        True,
        about=str(one.company),
    )
    tag = Tag(_("could not be read"), "amber") if one.trouble and one.failures else None
    return BoardRow(str(one.company), says, page, trouble, tag, (leave,))


def _watch(one: WatchedBoard, label: str) -> Act:
    url = reverse("web:board-watch", args=[one.pk])
    return Act(label, url, "small", True, about=str(one.company))
