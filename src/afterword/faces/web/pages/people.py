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
from afterword.faces.web import words
from afterword.faces.web.pages.case import (
    ANY_LETTER,
    LetterLine,
    RemarkRow,
    letter_state,
    remarks,
    stance,
)
from afterword.faces.web.pages.cases import Choice
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Tag
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
    last: str = ""


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
class WordBetween:
    """One word that passed between you."""

    when: str
    says: str
    url: str = ""
    you: bool = False


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


PAGE = 100
#: How many words between two people stand on the page.
WORDS = 30


def build(visit: Visit) -> People:
    """Who is known from the processes, the last to write first."""
    asked = visit.request.GET
    q, which = asked.get("q", "").strip()[:200], asked.get("which", "")
    number = int(asked["page"]) if asked.get("page", "").isdecimal() else 1
    known = record.Person.objects.of(visit.account).filter(
        Exists(record.Seat.objects.filter(person=OuterRef("pk")))
        | Q(stop__isnull=False)
        | ~Q(note="")
    )
    keys, heard = _by_last_word(_narrow(known, q, which), visit)
    shown = keys[(number - 1) * PAGE : number * PAGE]
    found = record.Person.objects.of(visit.account).filter(pk__in=shown)
    found = found.select_related("company__stop", "stop").prefetch_related("addresses", "seats")
    rows = sorted(found, key=lambda person: shown.index(person.pk))
    return People(
        title=_("People"),
        lead=_lead(known.count()),
        rows=tuple(_row(person, heard.get(person.pk), visit) for person in rows),
        looks=tuple(
            Choice(str(label), _address(q, key), key == which)
            for key, label in (
                ("", _("All")),
                ("warm", _("For you")),
                ("alone", _("Leave alone")),
            )
        ),
        q=q,
        which=which,
        empty=None if rows else _empty(bool(q or which)),
        more=_address(q, which, number + 1) if len(keys) > number * PAGE else "",
    )


def _narrow(known: Any, q: str, which: str) -> Any:
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
    return known


def _by_last_word(found: Any, visit: Visit) -> tuple[list[UUID], dict[UUID, datetime]]:
    """Their keys, the last to write first, and when that was.

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
    return keys, heard


def _row(person: Any, heard: datetime | None, visit: Visit) -> PersonRow:
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
        tag=_tag(person, best),
        last=_("last word %(when)s") % {"when": visit.clock.short(heard)} if heard else "",
    )


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
    return PersonPage(
        id=str(person.pk),
        title=str(person) or _("Someone without a name"),
        lead=" · ".join(filter(None, (" · ".join(filter(None, about)), ", ".join(emails)))),
        crumbs=(Crumb(_("People"), reverse("web:people")), Crumb(firm.name if firm else "", "")),
        tag=_tag(person, next((s for s in seats if s.stance != Stance.UNKNOWN), None)),
        alone=_alone(stop or firm_stop, visit),
        leave=_leave(person, stop),
        seats=tuple(_seat_of(seat, person) for seat in seats),
        words=tuple(_words(person, emails, visit)),
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
            Act(_("Forget this person"), reverse("web:person-forget", args=[person.pk]), "quiet"),
        ),
        write=() if stop or firm_stop else _write(person, seats),
        note=person.note,
    )


def _write(person: record.Person, seats: list[record.Seat]) -> tuple[Act, ...]:
    """The letters one can begin to this person, in the latest case they sit in."""
    if not seats:
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


def _words(person: record.Person, emails: list[str], visit: Visit) -> list[WordBetween]:
    """Mail, letters and private exchanges, newest first; a closed letter shows only that it came."""
    found: list[tuple[datetime, WordBetween]] = []
    mails = record.Message.objects.of(visit.account).filter(sender_email__in=emails).for_list()
    for mail in mails.order_by("-at")[:WORDS]:
        says = (
            _("A closed letter")
            if mail.is_sealed
            else mail.subject or words.says(words.KIND, mail.shown_kind)
        )
        url = reverse("web:mail", args=[mail.pk])
        found.append((mail.at, WordBetween(visit.clock.short(mail.at), says, url)))
    for mail in _to_them(person, set(emails)):
        url = reverse("web:mail", args=[mail.pk])
        says = mail.subject or _("A word from you")
        found.append((mail.at, WordBetween(visit.clock.short(mail.at), says, url, True)))
    for touch in person.touches.order_by("-at")[:WORDS]:
        says = words.says(words.LETTER, touch.kind) if touch.kind else _("A word from you")
        url = reverse("web:letter", args=[touch.letter_id]) if touch.letter_id else ""
        found.append((touch.at, WordBetween(visit.clock.short(touch.at), says, url, True)))
    ties = record.Exchange.objects.of(visit.account).filter(email__in=emails).order_by("-at")
    for tie in ties[:WORDS]:
        you = tie.direction == Direction.OUT
        when = visit.clock.short(tie.at)
        found.append((tie.at, WordBetween(when, _("A private mail, not kept"), "", you)))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [word for _at, word in found[:WORDS]]


def _to_them(person: record.Person, emails: set[str]) -> list[record.Message]:
    """Your own mails to them, in the cases they sit in: the addresses lie in the envelope."""
    cases = person.seats.values("case")
    sent = record.Message.objects.of(person.account).filter(case__in=cases, direction=Direction.OUT)
    return [
        mail
        for mail in sent.for_list().order_by("-at")[: 5 * WORDS]
        if emails & {str(one.get("email", "")) for one in mail.envelope.get("to", [])}
    ]
