"""People: who is warm, who is owed a word, who must be left alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.casebook.stop import in_closed_letters
from afterword.desk.letters import fitting
from afterword.desk.people import network, quiet
from afterword.desk.people.network import Near
from afterword.faces.web import words
from afterword.faces.web.pages import people_due
from afterword.faces.web.pages.between import WordBetween, words_between
from afterword.faces.web.pages.case import (
    ANY_LETTER,
    LetterLine,
    RemarkRow,
    letter_state,
    remarks,
    stance,
)
from afterword.faces.web.pages.cases import Choice
from afterword.faces.web.pages.giving import NO_GIVING, Giving, giving
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Tag, page_number
from afterword.faces.web.pages.reach import address
from afterword.terms import Direction, Part, Stance, Warmth

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: str
    url: str
    name: str
    firm: str
    part: str
    tag: Tag | None = None
    tie: str = ""
    last: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class People:
    title: str
    lead: str
    rows: tuple[PersonRow, ...] = ()
    looks: tuple[Choice, ...] = ()
    q: str = ""
    which: str = ""
    empty: Empty | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class SeatOf:
    """A case this person has a seat in, and how they stand there."""

    title: str
    url: str
    part: str
    stance: Tag
    edit: str


@dataclass(frozen=True, slots=True)
class Post:
    """A firm they are or were at; the address leads to who else leads there."""

    firm: str
    url: str
    says: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    tag: Tag | None = None
    alone: str = ""
    leave: Act | None = None
    seats: tuple[SeatOf, ...] = ()
    words: tuple[WordBetween, ...] = ()
    remarks: tuple[RemarkRow, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    acts: tuple[Act, ...] = ()
    note: str = ""
    write: tuple[Act, ...] = ()
    giving: Giving = NO_GIVING
    tie: Tag | None = None
    tie_why: str = ""
    posts: tuple[Post, ...] = ()
    brings: str = ""
    beside: str = ""


PAGE = 100


def build(visit: Visit) -> People:
    """Who is known from the processes, the last to write first."""
    asked = visit.request.GET
    q, which = asked.get("q", "").strip()[:200], asked.get("which", "")
    number = page_number(asked)
    known = record.Person.objects.of(visit.account).filter(
        Exists(record.Seat.objects.filter(person=OuterRef("pk")))
        | Q(stop__isnull=False)
        | ~Q(note="")
    )
    owed = people_due.due(visit)
    # Who is owed a word is listed there, met in a process or not.
    everybody = record.Person.objects.of(visit.account)
    known_here = everybody.filter(pk__in=owed) if which == "due" else known
    hidden = in_closed_letters(visit.account)
    keys = _by_last_word(_narrow(known_here, q, which, hidden), visit)
    shown = keys[(number - 1) * PAGE : number * PAGE]
    found = record.Person.objects.of(visit.account).filter(pk__in=shown)
    found = found.select_related("company__stop", "stop").prefetch_related("addresses", "seats")
    rows = sorted(found, key=lambda person: shown.index(person.pk))
    near = network.bonds(visit.account, visit.now, shown)
    return People(
        title=_("People"),
        lead=_lead(known.count()),
        rows=tuple(
            _row(
                person,
                near[str(person.pk)],
                owed.get(person.pk, ""),
                visit,
                hidden=person.pk in hidden,
            )
            for person in rows
        ),
        looks=tuple(
            Choice(str(label), _address(q, key), key == which)
            for key, label in (
                ("", _("All")),
                ("due", _("A word due")),
                ("warm", _("For you")),
                ("alone", _("Leave alone")),
            )
        ),
        q=q,
        which=which,
        empty=None if rows else _empty(bool(q or which)),
        more=_address(q, which, number + 1) if len(keys) > number * PAGE else "",
    )


def _narrow(known: Any, q: str, which: str, hidden: set[UUID]) -> Any:
    if q:
        known = known.filter(
            Q(name__icontains=q)
            | Q(company__name__icontains=q)
            | Exists(record.PersonAddress.objects.filter(person=OuterRef("pk"), email__icontains=q))
        )
    if which == "warm":
        kind = Q(stance=Stance.FOR) | Q(warmth=Warmth.WARM)
        known = known.filter(Exists(record.Seat.objects.filter(kind, person=OuterRef("pk"))))
    elif which == "alone":
        known = known.filter(Q(stop__isnull=False) | Q(company__stop__isnull=False))
        known = known.exclude(pk__in=hidden)
    return known


def _by_last_word(found: Any, visit: Visit) -> list[UUID]:
    """Their keys, the last to write first.

    Two plain queries: asked per person, the last mail cost seconds at a thousand people.
    """
    mails = record.Message.objects.of(visit.account).filter(direction=Direction.IN)
    last = dict(mails.values_list("sender_email").annotate(Max("at")).order_by())
    heard: dict[UUID, datetime] = {}
    names: dict[UUID, str] = {}
    for key, name, email in found.values_list("pk", "name", "addresses__email"):
        names[key] = name
        at = last.get(email)
        if at is not None and (key not in heard or at > heard[key]):
            heard[key] = at
    silent = datetime.min.replace(tzinfo=UTC)
    keys = sorted(names, key=lambda key: (names[key].casefold(), key))
    keys.sort(key=lambda key: heard.get(key, silent), reverse=True)
    return keys


def _row(person: Any, near: Near, owed: str, visit: Visit, *, hidden: bool) -> PersonRow:
    seats = list(person.seats.all())
    best = next(
        (seat for seat in seats if seat.stance != Stance.UNKNOWN), seats[0] if seats else None
    )
    parts = [words.says(words.PART, seat.part) for seat in seats if seat.part != Part.UNKNOWN]
    title = person.title or next((seat.title for seat in seats if seat.title), "")
    return PersonRow(
        id=str(person.pk),
        url=reverse("web:person", args=[person.pk]),
        name=str(person) or _("Someone without a name"),
        firm=person.company.name if person.company else "",
        part=", ".join(filter(None, (title, parts[0] if parts else ""))),
        tag=None if hidden else _tag(person, best),
        tie=words.says(words.TIE, near[0].tie) if near[0].known else "",
        last=last_words(near[1], visit),
        next=owed,
    )


def last_words(contact: Any, visit: Visit) -> str:
    """The last word each way: "they 3 Mar · you 5 Mar"."""
    ways = (
        (_("they"), contact.last_in),
        (_("you"), contact.last_out),
        (_("met"), contact.last_met),
    )
    return " · ".join(f"{who} {visit.clock.short(at)}" for who, at in ways if at is not None)


def _tag(person: Any, seat: record.Seat | None) -> Tag | None:
    """Where they stand, where it is known; a long list of "unknown" would tell nothing."""
    firm = person.company
    if getattr(person, "stop", None) or (firm is not None and getattr(firm, "stop", None)):
        return Tag(words.says(words.WARMTH, Warmth.STOP), "rose")
    if seat is None or seat.stance == Stance.UNKNOWN:
        return None
    # The seat came by a prefetch of this person: give it back, so that nothing is asked twice.
    seat.person = person
    return stance(seat)


def _address(q: str, which: str, number: int = 1) -> str:
    asked = {"q": q, "which": which, "page": number if number > 1 else ""}
    kept = {key: value for key, value in asked.items() if value}
    return reverse("web:people") + (f"?{urlencode(kept)}" if kept else "")


def _lead(n: int) -> str:
    said = ngettext("%(n)d person you met on the way.", "%(n)d people you met on the way.", n)
    return said % {"n": n} if n else ""


def _empty(narrowed: bool) -> Empty:
    if narrowed:
        return Empty(_("Nobody fits that."), acts=(Act(_("Show all"), reverse("web:people")),))
    return Empty(
        _("Nobody is known yet."),
        _("They come with the mail, or with an interview you note."),
        (Act(_("Add a person"), reverse("web:person-add"), "primary"),),
    )


def person_page(person: record.Person, visit: Visit) -> PersonPage:
    """One person: where they sit, what passed between you, and whether to leave them alone."""
    stop = getattr(person, "stop", None)
    firm = person.company
    firm_stop = getattr(firm, "stop", None) if firm is not None else None
    emails = [row.email for row in person.addresses.all()]
    rows = person.seats.select_related("case__company").order_by("-id")
    seats = list(rows)
    said = record.Remark.objects.of(visit.account).filter(person=person)
    letters = person.letters.select_related("approval", "sending", "discard").order_by("-id")
    about = (person.title, firm.name if firm else "")
    hush = quiet.asked_for_quiet(visit.account, visit.now)
    asked = hush.asked_by(seats[0].case) if seats else ""
    closed = hush.lies_closed(person, seats[0].case if seats else None)
    if closed and stop is not None and person.pk in hush.unread:
        stop = None  # what they asked for stands in a letter that nobody has opened yet
    near, _contact = network.bonds(visit.account, visit.now, [person.pk])[str(person.pk)]
    return PersonPage(
        id=str(person.pk),
        title=str(person) or _("Someone without a name"),
        lead=" · ".join(filter(None, (" · ".join(filter(None, about)), ", ".join(emails)))),
        crumbs=(Crumb(_("People"), reverse("web:people")), Crumb(firm.name if firm else "", "")),
        tag=None
        if closed
        else _tag(person, next((s for s in seats if s.stance != Stance.UNKNOWN), None)),
        alone=_alone(stop or firm_stop, visit) or _colleague(asked) or _unread(closed),
        leave=_leave(person, stop),
        seats=tuple(_seat_of(seat, person) for seat in seats),
        words=tuple(words_between(person, emails, visit)),
        remarks=tuple(remarks(said, visit)),
        letters=tuple(
            LetterLine(
                words.says(words.LETTER, row.kind),
                reverse("web:letter", args=[row.pk]),
                letter_state(row, visit),
            )
            for row in letters
        ),
        acts=(
            Act(_("Change"), reverse("web:person-edit", args=[person.pk])),
            Act(_("We had a word"), reverse("web:touch-add", args=[person.pk])),
            Act(_("They have moved"), reverse("web:person-moved", args=[person.pk])),
            Act(_("What they bring to their team"), reverse("web:person-team", args=[person.pk])),
            Act(_("Forget this person"), reverse("web:person-forget", args=[person.pk]), "quiet"),
        ),
        write=() if stop or firm_stop or asked or closed else _write(person, seats),
        note=person.note,
        giving=giving(
            person, seats[0].case if seats else None, visit, alone=bool(stop or firm_stop)
        ),
        tie=Tag(words.says(words.TIE, near.tie)) if near.known else None,
        tie_why=near.why,
        posts=tuple(_posts(person, visit)),
        brings=person.brings,
        beside=person.beside,
    )


def _colleague(asked: str) -> str:
    """Why no letter is begun to somebody who did not ask for quiet themselves."""
    if not asked:
        return ""
    return _(
        "%(who)s asked not to be written to there. That holds for their colleagues too, so no letter "
        "is begun here."
    ) % {"who": asked}


def _unread(closed: bool) -> str:
    """Why no letter is begun to somebody whose own lies unopened; what it asks is told by it alone."""
    says = _("A letter from them is waiting for you. Nothing is begun before you have read it.")
    return says if closed else ""


def _posts(person: record.Person, visit: Visit) -> list[Post]:
    """Where they are and were, the present post first: the map outlives the role."""
    found = [
        Post(one.company.name, address(str(one.company_id)), _span(one, visit))
        for one in person.posts.select_related("company").order_by("-id")
    ]
    if person.company is not None and person.company.name not in {one.firm for one in found}:
        found.insert(0, Post(person.company.name, address(str(person.company_id)), ""))
    return found


def _span(post: record.Post, visit: Visit) -> str:
    since = _("since %(day)s") % {"day": visit.clock.day(post.since)} if post.since else ""
    until = _("until %(day)s") % {"day": visit.clock.day(post.until)} if post.until else ""
    return " · ".join(filter(None, (post.title, since, until, post.source)))


def _write(person: record.Person, seats: list[record.Seat]) -> tuple[Act, ...]:
    """The letters one can begin to this person, in the latest case they sit in."""
    if not seats or fitting.looks_like_fraud(seats[0].case):
        return ()
    url = reverse("web:letter-draft", args=[seats[0].case_id])
    return tuple(
        Act(
            words.says(words.LETTER, kind),
            url,
            "small",
            True,
            (("kind", str(kind)), ("person", str(person.pk))),
        )
        for kind in ANY_LETTER
        if fitting.fits(seats[0].case, kind)
    )


def _seat_of(seat: record.Seat, person: record.Person) -> SeatOf:
    seat.person = person
    return SeatOf(
        title=str(seat.case),
        url=reverse("web:case", args=[seat.case_id]),
        part=words.says(words.PART, seat.part),
        stance=stance(seat),
        edit=reverse("web:seat", args=[seat.pk]),
    )


def _alone(stop: record.Stop | None, visit: Visit) -> str:
    if stop is None:
        return ""
    said = _("Left alone since %(day)s: no letter is drafted to them.") % {
        "day": visit.clock.day(stop.at)
    }
    return f"{said} “{stop.why}”" if stop.why else said


def _leave(person: record.Person, stop: record.Stop | None) -> Act:
    if stop is not None:
        return Act(
            _("I may write to them again"),
            reverse("web:person-lift", args=[person.pk]),
            "quiet",
            True,
        )
    return Act(_("Leave alone"), reverse("web:person-stop", args=[person.pk]), "quiet", True)
