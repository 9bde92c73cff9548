"""Bring in: people, calendars, own proof, other trackers; what came of each, and what waits for a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk import incoming
from afterword.desk.incoming import elsewhere, likeness
from afterword.faces.web.pages.parts import Act, Crumb, Empty

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit
    from afterword.members.models import FeedKey

#: So many imports, lines and pairs stand on a page.
SHOWN, LINES = 50, 500


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    says: str
    url: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Bring:
    title: str
    lead: str
    errors: tuple[str, ...] = ()
    waits: tuple[Act, ...] = ()
    files: tuple[Row, ...] = ()
    places: tuple[Row, ...] = ()
    feed_says: str = ""
    feed_address: str = ""
    feed_acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one file. Lines that were not read stand each with their number and reason."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    came: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    more: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Twice:
    one: Row
    other: Row
    why: tuple[str, ...]
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class TwicePage:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    rows: tuple[Twice, ...] = ()
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed story, with the lines it rests on: where, and the words."""

    id: str
    title: str
    result: str
    foot: str
    place: str
    lines: tuple[tuple[str, str], ...]
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    rows: tuple[Proposal, ...] = ()
    empty: Empty | None = None


def kind_of(kind: str) -> str:
    """What a file was taken for, in words."""
    words = {
        "vcard": _("an address book"),
        "carddav": _("an address book on a server"),
        "contacts": _("an address book"),
        "calendar": _("a calendar"),
        "caldav": _("calendars on a server"),
        "webcal": _("a calendar you subscribe to"),
        "tracker": _("a list of applications"),
        "resume": _("a résumé"),
        "resume docx": _("a résumé"),
        "resume pdf": _("a résumé"),
    }
    if kind.startswith("linkedin"):
        return _("LinkedIn's export")
    return words.get(kind, kind)


def crumbs() -> tuple[Crumb, ...]:
    return (Crumb(_("Bring in"), reverse("web:bring")),)


def build(
    visit: Visit, feed: FeedKey | None, *, errors: tuple[str, ...] = (), address: str = ""
) -> Bring:
    """The doors, what came in by them, and what waits for a word of the user's."""
    rows = record.Import.objects.of(visit.account).order_by("-at", "-id")[:SHOWN]
    places = record.Source.objects.of(visit.account).filter(kind__in=elsewhere.KINDS)
    return Bring(
        title=_("Bring in"),
        lead=_(
            "People, your calendar, your résumé, a list from another tracker. It is read on this "
            "computer, and every file can be taken back."
        ),
        errors=errors,
        waits=_waits(visit),
        files=tuple(_file(one, visit) for one in rows),
        places=tuple(_place(one, visit) for one in places.order_by("name")),
        feed_says=_feed_says(feed, visit),
        feed_address=address,
        feed_acts=_feed_acts(feed),
    )


def _waits(visit: Visit) -> tuple[Act, ...]:
    found = []
    stories = record.ProposedStory.objects.of(visit.account).filter(settled_at__isnull=True).count()
    if stories:
        label = ngettext("%(n)d story to look at", "%(n)d stories to look at", stories)
        found.append(Act(label % {"n": stories}, reverse("web:proposed"), "primary"))
    asked = record.Question.objects.of(visit.account).open().filter(about="appointment").count()
    if asked:
        label = ngettext("%(n)d appointment asked about", "%(n)d appointments asked about", asked)
        found.append(Act(label % {"n": asked}, reverse("web:questions")))
    found.append(Act(_("People entered twice"), reverse("web:twice")))
    return tuple(found)


def _file(one: record.Import, visit: Visit) -> Row:
    url = reverse("web:brought", args=[one.pk])
    said = [kind_of(one.kind), visit.clock.short(one.at)]
    if one.waits:
        said.append(_("waits for your word"))
    if one.unread:
        said.append(
            ngettext("%(n)d line not read", "%(n)d lines not read", len(one.unread))
            % {"n": len(one.unread)}
        )
    return Row(one.name, " · ".join(said), url)


def _place(one: record.Source, visit: Visit) -> Row:
    __, _colon, shown = one.name.partition(":")
    said = [kind_of(one.kind)]
    if one.last_read_at:
        said.append(_("read %(when)s") % {"when": visit.clock.moment(one.last_read_at)})
    acts = (
        Act(_("Read again"), reverse("web:place-read", args=[one.pk]), "small", True, about=shown),
        Act(
            _("Forget the way"),
            reverse("web:place-forget", args=[one.pk]),
            "quiet",
            True,
            about=shown,
        ),
    )
    return Row(shown.partition("#")[0], " · ".join(said), acts=acts)


def _feed_says(feed: FeedKey | None, visit: Visit) -> str:
    if feed is None:
        return _(
            "Off. Turned on, a calendar program on this computer can subscribe to your interviews, "
            "the dates they promised and the words that are due. Whoever has its address can read it."
        )
    read = (
        _("last read %(when)s") % {"when": visit.clock.moment(feed.read_at)}
        if feed.read_at
        else _("not read yet")
    )
    return _("On, %(read)s. It answers on this computer only.") % {"read": read}


def _feed_acts(feed: FeedKey | None) -> tuple[Act, ...]:
    on = reverse("web:feed-on")
    if feed is None:
        return (Act(_("Turn it on"), on, post=True),)
    off = Act(_("Turn it off"), reverse("web:feed-off"), post=True)
    return (off, Act(_("A new address (the old one closes)"), on, "quiet", True))


def report(one: record.Import) -> Report:
    """What came of this file, and every line that did not."""
    taken = one.event
    acts = (
        [Act(_("People entered twice"), reverse("web:twice"))]
        if one.counts.get("people_new")
        else []
    )
    if one.counts.get("stories_proposed"):
        acts.append(Act(_("Look at the stories"), reverse("web:proposed"), "primary"))
    if one.counts.get("interviews_asked"):
        acts.append(Act(_("Answer what is asked"), reverse("web:questions"), "primary"))
    if taken is not None:
        url = reverse("web:brought-undo", args=[one.pk])
        acts.append(Act(_("Take all of it back"), url, "quiet", True))
    return Report(
        title=one.name,
        lead=_("Read as %(kind)s.") % {"kind": kind_of(one.kind)},
        crumbs=crumbs(),
        came=tuple(incoming.told(one.counts)),
        columns=tuple((c["heading"], c["means"]) for c in one.columns if c.get("means")),
        left=tuple(one.left),
        unread=tuple((_line(bad), bad["reason"]) for bad in one.unread[:LINES]),
        more=_("and %(n)d more lines") % {"n": len(one.unread) - LINES}
        if len(one.unread) > LINES
        else "",
        acts=tuple(acts),
    )


def _line(bad: dict[str, object]) -> str:
    line = _("line %(n)s") % {"n": bad["line"]} if bad["line"] else _("the file")
    return f"{bad['where']}, {line}" if bad.get("where") else line


def twice(visit: Visit) -> TwicePage:
    """Pairs that may be one person, each with its reason; nothing is joined without a word of the user's."""
    rows = tuple(_pair(one) for one in likeness.proposals(visit.account))
    return TwicePage(
        title=_("People entered twice"),
        lead=_(
            "Joined only when you say so. A name alone is never a reason, and undo parts them again."
        ),
        crumbs=crumbs(),
        rows=rows,
        empty=None
        if rows
        else Empty(
            _("Nobody seems to be here twice."),
            _("Bring in an address book, and it is asked here."),
        ),
    )


def _pair(found: likeness.Twice) -> Twice:
    fields = (("one", found.pair.one), ("other", found.pair.other))
    about = f"{found.one} · {found.other}"
    return Twice(
        _who(found.one),
        _who(found.other),
        tuple(_(why) for why in found.pair.why),
        (
            Act(_("One person"), reverse("web:twice-join"), "primary", True, fields, about=about),
            Act(_("Two people"), reverse("web:twice-apart"), "quiet", True, fields, about=about),
        ),
    )


def _who(person: record.Person) -> Row:
    firm = person.company.name if person.company else ""
    emails = [row.email for row in person.addresses.all()]
    says = " · ".join(filter(None, (person.title, firm, *emails[:3])))
    return Row(
        str(person) or _("Someone without a name"), says, reverse("web:person", args=[person.pk])
    )


def proposed(visit: Visit) -> Proposals:
    """Stories that the user's own papers seem to tell, each with its lines; told only when they say so."""
    asked = record.ProposedStory.objects.of(visit.account).filter(settled_at__isnull=True)
    rows = tuple(_proposal(one) for one in asked.order_by("id")[:SHOWN])
    return Proposals(
        title=_("Stories your papers tell"),
        lead=_("In their own words, with the lines they come from. Keep what is yours to tell."),
        crumbs=(Crumb(_("Stories"), reverse("web:stories")), *crumbs()),
        rows=rows,
        empty=None
        if rows
        else Empty(
            _("Nothing waits here."),
            _("Bring in your résumé, and what it tells is proposed here line by line."),
            (Act(_("Bring it in"), reverse("web:bring"), "primary"),),
        ),
    )


def _proposal(one: record.ProposedStory) -> Proposal:
    key: UUID = one.pk
    return Proposal(
        id=str(key),
        title=one.title,
        result=one.result if one.result != one.title else "",
        foot=" · ".join(filter(None, (one.employer, one.when, ", ".join(one.numbers)))),
        place=one.place,
        lines=tuple(
            (_("line %(n)s") % {"n": n} if n else _("in the file"), words) for n, words in one.lines
        ),
        acts=(
            Act(
                _("Keep as it is"),
                reverse("web:proposed-keep", args=[key]),
                "primary",
                True,
                about=one.title,
            ),
            Act(
                _("Change, then keep"), reverse("web:proposed-change", args=[key]), about=one.title
            ),
            Act(
                _("Not a story"),
                reverse("web:proposed-no", args=[key]),
                "quiet",
                True,
                about=one.title,
            ),
        ),
    )
