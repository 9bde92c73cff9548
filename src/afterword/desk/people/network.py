"""Who reaches whom: the casebook's people, posts and ties, laid before counsel and answered.

Nothing is looked up outside, and nothing is kept of it: the map is drawn anew
each time from what the casebook holds (L08).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from afterword.casebook.case import Case
from afterword.casebook.company import Company, key_of, sameness
from afterword.casebook.favour import Favour
from afterword.casebook.files import case_files, without_sealed
from afterword.casebook.interview import Present
from afterword.casebook.person import Person
from afterword.casebook.post import Post
from afterword.casebook.profile import OwnAddress, Profile
from afterword.casebook.reference import Reference
from afterword.casebook.stop import Stop
from afterword.casebook.touch import Touch
from afterword.counsel import network, stand
from afterword.counsel.network import (
    Bond,
    Contact,
    Firm,
    FirmReach,
    Known,
    Link,
    Net,
    Path,
    Place,
    Reach,
)
from afterword.desk import morning
from afterword.desk.cases.judging import at_home
from afterword.desk.people import held, ties
from afterword.desk.people.close import close
from afterword.desk.people.quiet import asked_for_quiet
from afterword.desk.people.sits import Sits, sits_of
from afterword.desk.people.ties import Written
from afterword.reading.senders import FREEMAIL, is_no_reply, is_role_address, vendor_of
from afterword.terms import State

#: A mail to more than this many is a notice and makes nobody known to anybody.
FEW = 8
#: While it stands so, the process itself says what comes next.
OPEN = (State.ACTIVE, State.AWAITING, State.OVERDUE, State.QUIET, State.OFFER)
#: Firms that stand in the map by the domain of an address alone.
DOMAIN = "domain:"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who leads to the firm that was asked for; `others` are firms of a like name."""

    reach: Reach
    connectors: tuple[Path, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


#: How near somebody is, and the record behind it.
Near = tuple[Bond, Contact]


@dataclass(frozen=True, slots=True)
class Overview:
    """The map: firms of the casebook, and domains that only private mail knows."""

    firms: tuple[FirmReach, ...]
    private: tuple[FirmReach, ...] = ()


def overview(account: UUID, now: datetime, *, past: bool = False) -> Overview:
    """Who reaches which company on that day."""
    rows = network.who_reaches(net(account, now, past=past))
    return Overview(
        firms=tuple(row for row in rows if not row.firm.startswith(DOMAIN)),
        private=tuple(row for row in rows if row.firm.startswith(DOMAIN)),
    )


def reach(account: UUID, asked: str, now: datetime, *, past: bool = False) -> Answer:
    """The paths to the firm of this name (or key), and whom to ask first."""
    known = net(account, now, past=past)
    found = firms_called(known, asked)
    best = found[0] if found else None
    key = best.id if best else ""
    known = held.with_talks(known, account, key, now)
    answer = network.reach(known, key, asked)
    # Where a case asks for peace, nobody is sent round it either.
    closed = answer.stopped or any(path.held for path in answer.resting)
    return Answer(
        answer,
        network.connectors(known) if not answer.paths and not closed else (),
        tuple((one.id, one.name) for one in found[1:8]),
    )


def _open(account: UUID, now: datetime, *, past: bool) -> dict[UUID, UUID]:
    """The cases that were open on that day with their firm, as far as no closed letter tells."""
    rows = Case.objects.of(account).standing_alone().filter(opened_at__lte=now)
    if not past:
        found = rows.filter(standing__seen_state__in=list(OPEN))
        return dict(found.values_list("pk", "company_id"))
    open_ = {}
    cases = {case.pk: case for case in rows.select_related("company")}
    for key, file in case_files(account, cases.values(), now).items():
        sealed = [UUID(h.id) for h in file.happenings if h.sealed]
        if stand(without_sealed(file, sealed), now).state in OPEN:
            open_[key] = cases[key].company_id
    return open_


def bonds(account: UUID, now: datetime, people: Iterable[UUID]) -> dict[str, Near]:
    """How near each of these people is, with what is on record."""
    keys = list(people)
    found = ties.contacts(account, now, ties.written(account, now), keys)
    near, none = close(account, now), Contact()
    return {
        who: (network.bond(contact, now, near.get(who, "")), contact)
        for who, contact in ((str(key), found.get(str(key), none)) for key in keys)
    }


def firms_called(known: Net, asked: str) -> list[Firm]:
    """The firms one may mean by this: by key, by name, by the start or a part of it."""
    if asked in known.firms:
        return [known.firms[asked]]
    key, same = key_of(asked), sameness(asked)
    if not same:
        return []
    ranked = []
    for firm in known.firms.values():
        named = key_of(firm.name)
        near = (named == key, sameness(firm.name) == same, named.startswith(key), key in named)
        if any(near):
            ranked.append((near.index(True), firm.id.startswith(DOMAIN), named, firm))
    return [firm for *_, firm in sorted(ranked, key=lambda row: row[:3])]


# ── the net ─────────────────────────────────────────────────────────────────


def net(account: UUID, now: datetime, *, past: bool = False) -> Net:
    """All that the casebook knows of people and firms on that day, in a fixed number of queries.

    With `past` it is judged anew which cases were open then; else the last planning is asked.
    """
    mails = ties.written(account, now)
    owner = ties.owners(account)
    contacts = ties.contacts(account, now, mails, owner=owner)
    running = _open(account, now, past=past)
    firms = _firms(account, now, running)
    people = _at_home(
        _people(account, now, contacts, firms, running, owner), firms, _posted(account)
    )
    mine = set(OwnAddress.objects.of(account).values_list("email", flat=True))
    known = {one.id for one in people}
    owner = {email: key for email, key in owner.items() if key in known}
    everybody = [*people, *_private(contacts, owner, people, firms, mine)]
    holds = held.holds(account, now, owner, contacts, past=past)
    near = close(account, now)
    return Net(
        people={
            one.id: replace(one, holds=holds.get(one.id, ()), close=near.get(one.id, ""))
            for one in everybody
        },
        firms=firms,
        now=now,
        links=_links(account, mails, owner, now),
    )


def _firms(account: UUID, now: datetime, running: dict[UUID, UUID]) -> dict[str, Firm]:
    open_ = set(running.values())
    quiet = asked_for_quiet(account, now)
    asked = quiet.firms
    rows = Company.objects.of(account)
    named = ("id", "name", "sector", "agency", "stop__at")
    return {
        str(key): Firm(
            str(key),
            name,
            sector,
            agency,
            (stop is not None and stop <= now) or key in asked,
            key in open_,
            asked.get(key, ""),
            key in quiet.unread_firms,
        )
        for key, name, sector, agency, stop in rows.values_list(*named)
    }


def _people(
    account: UUID,
    now: datetime,
    contacts: dict[str, Contact],
    firms: dict[str, Firm],
    running: dict[UUID, UUID],
    owner: dict[str, str],
) -> list[Known]:
    places = _places(account)
    # A page on a network counts for nearness and is nothing one could write to.
    emails = {key: email for email, key in owner.items() if "@" in email}
    seats = sits_of(account, now, running, emails)
    stops = Stop.objects.of(account).filter(at__lte=now, person__isnull=False)
    stopped = set(stops.values_list("person_id", flat=True))
    vouching = Reference.objects.of(account).values_list("person_id", "status", "signal")
    vouches = {key for key, *how in vouching if network.speaks_for(*how)}
    turns = Favour.objects.of(account).filter(way="received", on__lte=at_home(account, now).date())
    helped = dict(turns.order_by("on").values_list("person_id", "on"))
    asked = _asked(account, now)
    none = Contact()
    found = []
    own = Profile.of(account, at=now).name.casefold()
    named = ("id", "name", "title", "company_id", "entered_at")
    for key, name, title, company, entered in Person.objects.of(account).values_list(*named):
        sits = seats.get(key, Sits())
        contact = contacts.get(str(key), none)
        posts = list(places.get(key, ()))
        if company and not any(p.firm == str(company) and p.until is None for p in posts):
            # The user set their firm by hand, or no post of theirs was ever noted.
            posts.append(Place(str(company), title))
        # A sender that bears the firm's own name is a mailbox, and nobody to ask.
        mailbox = company and name.casefold() == firms[str(company)].name.casefold()
        unknown = entered > now and contact.first is None and not sits.parts
        myself = bool(own) and name.casefold().startswith(own)
        if mailbox or unknown or myself:
            continue
        found.append(
            Known(
                id=str(key),
                name=name or emails.get(str(key), ""),
                email=emails.get(str(key), ""),
                title=title or sits.title,
                places=tuple(posts),
                contact=contact,
                stopped=key in stopped,
                cool=sits.cool,
                warm=sits.warm,
                vouches=key in vouches,
                helped=helped.get(key),
                asked=asked.get(key),
                parts=tuple(sits.parts),
                case=sits.case,
                sits=tuple(sits.open),
            )
        )
    return found


def _places(account: UUID) -> dict[UUID, list[Place]]:
    found: dict[UUID, list[Place]] = defaultdict(list)
    rows = Post.objects.of(account).order_by("id")
    named = ("person_id", "company_id", "title", "since", "until")
    for key, firm, title, since, until in rows.values_list(*named):
        found[key].append(Place(str(firm), title, since, until))
    for places in found.values():
        places.sort(key=lambda place: place.since or date.min)
    return found


def _asked(account: UUID, now: datetime) -> dict[UUID | None, datetime]:
    """The last word to each that the caps count."""
    rows = Touch.objects.of(account).filter(at__lte=now, kind__in=list(network.COUNTED))
    return dict(rows.order_by("at").values_list("person_id", "at"))


def _private(
    contacts: dict[str, Contact],
    owner: dict[str, str],
    people: list[Known],
    firms: dict[str, Firm],
    mine: set[str],
) -> list[Known]:
    """People known by an address alone, from private mail the user answered or wrote."""
    own = {email.rpartition("@")[2] for email in mine}
    house = network.houses(people, firms, FREEMAIL)
    found = []
    for email, contact in contacts.items():
        name, _, domain = email.rpartition("@")
        robot = is_no_reply(email) or is_role_address(email) or vendor_of(email) is not None
        if not name or email in owner or email in mine or robot or not contact.sent:
            continue
        firm = house.get(domain, "")
        if not firm and domain not in FREEMAIL and domain not in own:
            firm = DOMAIN + domain
            firms.setdefault(firm, Firm(firm, domain))
        places = (Place(firm),) if firm else ()
        found.append(Known(email, email, email, places=places, contact=contact, address_only=True))
    return found


def _posted(account: UUID) -> set[str]:
    """Whose posts the user noted."""
    rows = Post.objects.of(account).order_by().values_list("person_id", flat=True)
    return {str(key) for key in rows.distinct()}


def _at_home(people: list[Known], firms: dict[str, Firm], posted: set[str]) -> list[Known]:
    """The same people at the firm they write from, save where the user noted a post."""
    house = network.houses(people, firms, FREEMAIL)
    found = []
    for one in people:
        speaks = None if one.id in posted else network.elsewhere(one, house, FREEMAIL)
        if speaks is not None:
            firm = speaks or DOMAIN + one.email.rpartition("@")[2]
            if not speaks:
                firms.setdefault(firm, Firm(firm, firm.removeprefix(DOMAIN)))
            one = replace(one, places=(Place(firm, one.title),))
        found.append(one)
    return found


def _links(
    account: UUID, mails: list[Written], owner: dict[str, str], now: datetime
) -> dict[str, dict[str, Link]]:
    """Who is tied to whom: an introduction, a talk together, a mail with both in it."""
    found: dict[str, dict[str, Link]] = defaultdict(dict)

    def tie(a: str, b: str, how: str, on: date | None) -> None:
        if a != b:
            # The introducer is tied to the one they introduced by the mail alone.
            back = "wrote" if how == "introduced" else how
            for one, other, way in ((a, b, back), (b, a, how)):
                held = found[one].get(other)
                if held is None or ORDER[way] <= ORDER[held.how]:
                    found[one][other] = Link(way, on)

    for mail in mails:
        ends = {owner[e]: e for e in (*mail.to, *mail.beside) if e in owner}
        sender = owner.get(mail.sender)
        if not ends or len(ends) > FEW:
            continue
        day = mail.at.date()
        others = list(ends)
        for i, one in enumerate(others):
            if sender is not None:
                named = not mail.out and network.introduces(mail.subject, mail.sender, ends[one])
                tie(sender, one, "introduced" if named else "wrote", day)
            for other in others[:i]:
                tie(one, other, "wrote", day)
    room: dict[Any, list[str]] = defaultdict(list)
    days: dict[Any, date] = {}
    there = Present.objects.of(account).filter(interview__at__lte=now)
    for talk, at, key in there.values_list("interview_id", "interview__at", "person_id"):
        room[talk].append(str(key))
        days[talk] = at.date()
    for talk, present in room.items():
        for i, one in enumerate(present):
            for other in present[:i]:
                tie(one, other, "met", days[talk])
    return found


#: The telling first.
ORDER = {"introduced": 0, "met": 1, "wrote": 2}


def moment(account: UUID, at: date | None, now: datetime) -> datetime:
    """The end of that local day, or now."""
    return morning.end_of(at, Profile.of(account, at=now).zone) if at else now
