"""What moved outside, with what shows it; and the quiet page of what is looked at, since when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.watch import signs
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act, Empty, Tag

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: What each sign is called, in a word or two.
SIGNALS = {
    "reopened": lambda: _("open again"),
    "sibling_role": lambda: _("a role like it"),
    "growing": lambda: _("they are growing"),
    "thawing": lambda: _("things move again"),
    "shrinking": lambda: _("they are shrinking"),
    "winner_left": lambda: _("the seat is free"),
    "person_moved": lambda: _("somebody moved"),
    "invited_date": lambda: _("the day they named"),
    "cooling_over": lambda: _("the pause is over"),
    "news": lambda: _("their news"),
    "anniversary": lambda: _("three months on"),
}
#: How much it carries, said so that nobody takes an advert for a promise.
CARRIES = {
    "strong": lambda: _("a strong sign"),
    "fair": lambda: _("a fair sign"),
    "weak": lambda: _("a weak sign, taken alone"),
}
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a sighting rests on; `url` leads out, and is the reader's own step."""

    says: str
    when: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sighting as it is shown."""

    id: str
    firm: str
    url: str
    says: str
    tag: Tag
    carries: str
    evidence: tuple[Evidence, ...] = ()
    doubt: str = ""
    doubt_by: str = ""
    answer: str = ""
    warm: str = ""
    rests: str = ""
    acts: tuple[Act, ...] = ()
    put_away: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is looked at."""

    who: str
    says: str
    tag: Tag | None = None
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchesPage:
    title: str
    lead: str
    signs: tuple[Sign, ...] = ()
    boards: tuple[Line, ...] = ()
    feeds: tuple[Line, ...] = ()
    empty: Empty | None = None
    quiet: str = ""
    only: str = ""


def today(visit: Visit) -> tuple[Sign, ...]:
    """The signs worth a look today."""
    return tuple(
        _sign(one, visit, reverse("web:today"), on_today=True)
        for one in signs.fresh(visit.account, visit.now)
    )


def of_case(case: record.Case, visit: Visit) -> tuple[Sign, ...]:
    """The signs of one case, those put away too."""
    back = reverse("web:case", args=[case.pk])
    return tuple(_sign(one, visit, back) for one in signs.of_case(case, visit.now)[:SHOWN])


def build(visit: Visit, firm: UUID | None = None) -> WatchesPage:
    """The page of watches; of one firm where one is named."""
    rows = signs.all_of(visit.account, visit.now, firm=firm)[:SHOWN]
    there = reverse("web:watches")
    shown = tuple(_sign(one, visit, there) for one in signs.shown(visit.account, rows, visit.now))
    boards, feeds = _boards(visit, firm), _feeds(visit, firm)
    named = next((row.company for row in rows if row.company), None) if firm else None
    return WatchesPage(
        title=_("Watches"),
        lead=_(
            "A no can open again: the role comes back, a freeze thaws, somebody moves. These are "
            "looked at once a day, and only what moved is told."
        ),
        signs=shown,
        boards=boards,
        feeds=feeds,
        empty=None if shown or boards or feeds else _empty(),
        quiet=""
        if shown or not (boards or feeds)
        else _("Nothing has moved yet. Most days nothing does."),
        only=str(named) if named else "",
    )


def _empty() -> Empty:
    return Empty(
        _("Nothing is watched yet."),
        _(
            "Afterword looks at a firm’s public job board only when you say so. Boards that your "
            "mail leads to are proposed; a firm’s news feed can be added below."
        ),
        (Act(_("See the boards"), reverse("web:boards"), "primary"),),
    )


def _sign(one: signs.Shown, visit: Visit, back: str, *, on_today: bool = False) -> Sign:
    row = one.row
    firm = str(row.company) if row.company else ""
    url = reverse("web:case", args=[row.case_id]) if row.case_id else ""
    story = one.tied.story
    doubt = one.tied.doubt
    by = next(
        (
            p.name
            for p in (one.tied.person,)
            if doubt is not None and p is not None and p.id == doubt.by
        ),
        "",
    )
    return Sign(
        id=str(row.pk),
        firm=firm,
        url=url,
        says=row.says,
        tag=Tag(SIGNALS[row.signal](), "accent" if row.strength == "strong" else "plain"),
        carries=CARRIES[row.strength](),
        evidence=tuple(
            Evidence(seen["what"], visit.clock.day(_moment(seen["at"])), seen.get("url", ""))
            for seen in row.seen
        ),
        doubt=_cut(doubt.quote) if doubt is not None else "",
        doubt_by=by,
        answer=story.title if story is not None else "",
        warm=one.tied.person.name if one.tied.person is not None else "",
        rests="" if one.letter else one.rests,
        acts=_acts(one, back, url, on_today=on_today),
        put_away=row.dismissed_at is not None,
    )


def _moment(said: str) -> datetime:
    return datetime.fromisoformat(said)


def _cut(text: str, most: int = 200) -> str:
    plain = " ".join(text.split()).strip('“”"')
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"


def _acts(one: signs.Shown, back: str, url: str, *, on_today: bool) -> tuple[Act, ...]:
    row = one.row
    about = _("for %(case)s") % {"case": row.company} if row.company else ""
    acts: list[Act] = []
    if row.dismissed_at is not None:
        again = reverse("web:sighting-back", args=[row.pk])
        gone = reverse("web:sighting-drop", args=[row.pk])
        to = (("to", back),)
        return (
            Act(_("Let it count again"), again, "small", True, to, about=about),
            Act(_("Remove it"), gone, "quiet", True, to, about=about),
        )
    if one.drafted:
        letter = reverse("web:letter", args=[one.drafted])
        acts.append(Act(_("Open the draft"), letter, "primary", about=about))
    elif one.letter:
        draft = reverse("web:letter-draft", args=[row.case_id])
        fields = (("kind", one.letter), ("play", one.play))
        said = words.says(words.LETTER, one.letter).lower()
        label = _("Draft the %(letter)s") % {"letter": said}
        acts.append(Act(label, draft, "primary", True, fields, about=about))
    if one.advert:
        new = reverse("web:role", args=[one.advert])
        acts.append(Act(_("What the advert says now"), new, about=about))
    if url and back != url:
        acts.append(Act(_("Look at the case"), url, about=about))
    away = reverse("web:sighting-away", args=[row.pk])
    swap = f"#sign-{row.pk}" if on_today else ""
    acts.append(Act(_("Put away"), away, "quiet", True, (("to", back),), swap, about))
    return tuple(acts)


def _boards(visit: Visit, firm: UUID | None) -> tuple[Line, ...]:
    rows = record.WatchedBoard.objects.of(visit.account).exclude(confirmed_at__isnull=True)
    rows = rows.filter(company=firm) if firm else rows
    found: dict[str, list[record.WatchedBoard]] = defaultdict(list)
    for row in rows.select_related("company").order_by("company__name"):
        found[str(row.company)].append(row)
    return tuple(_board(who, row, visit) for who, held in found.items() for row in held)


def _board(who: str, row: record.WatchedBoard, visit: Visit) -> Line:
    on = row.declined_at is None
    since = visit.clock.day(row.confirmed_at) if row.confirmed_at else ""
    says = _("Its job board, since %(day)s.") % {"day": since}
    if row.looked_at is not None:
        says += " " + _("Last looked at %(when)s.") % {"when": visit.clock.moment(row.looked_at)}
    if row.trouble and on:
        says += " " + row.trouble
    verb = "board-leave" if on else "board-watch"
    label = _("Turn off") if on else _("Turn on")
    act = Act(label, reverse(f"web:{verb}", args=[row.pk]), "small", True, about=_("for %(case)s") % {"case": who})  # fmt: skip
    return Line(who, says, None if on else Tag(_("off")), (act,))


def _feeds(visit: Visit, firm: UUID | None) -> tuple[Line, ...]:
    rows = record.WatchedFeed.objects.of(visit.account).select_related("company")
    rows = rows.filter(company=firm) if firm else rows
    return tuple(_feed(row, visit) for row in rows.order_by("company__name"))


def _feed(row: record.WatchedFeed, visit: Visit) -> Line:
    on = row.left_at is None
    says = _("Its news, since %(day)s.") % {"day": visit.clock.day(row.entered_at)}
    if row.looked_at is not None:
        says += " " + _("Last looked at %(when)s.") % {"when": visit.clock.moment(row.looked_at)}
        n = len(row.items)
        says += " " + ngettext("%(n)d item.", "%(n)d items.", n) % {"n": n}
    elif on:
        says += " " + _("It is read with the next round.")
    if row.trouble and on:
        says += " " + row.trouble
    verb = "feed-leave" if on else "feed-again"
    label = _("Turn off") if on else _("Turn on")
    act = Act(label, reverse(f"web:{verb}", args=[row.pk]), "small", True, about=_("for %(case)s") % {"case": row.company})  # fmt: skip
    return Line(str(row.company), says, None if on else Tag(_("off")), (act,))
