"""Who is not asked now, laid before counsel: what each case says of its next step, and who comes back by when.

What a closed letter says holds nobody: it would tell. That one lies there holds its people.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from afterword.casebook.case import Case
from afterword.casebook.decision import Move
from afterword.casebook.message import Message
from afterword.casebook.profile import Profile
from afterword.casebook.seat import Seat
from afterword.counsel import days
from afterword.counsel.network import (
    OUTSIDE,
    Contact,
    Hold,
    Net,
    Rest,
    comes_back,
    hold_of,
    wanted_quiet,
)
from afterword.desk.cases import power
from afterword.desk.cases.judging import at_home
from afterword.desk.people.vouching_for import on_register
from afterword.reading.own.quiet import STEMS, asks_for_quiet
from afterword.terms import Direction, Part, State

#: A promise to come back is not looked for further back than this.
PROMISED_WITHIN = timedelta(days=400)


def holds(
    account: UUID,
    now: datetime,
    owner: dict[str, str],
    contacts: dict[str, Contact],
    *,
    past: bool = False,
) -> dict[str, tuple[Hold, ...]]:
    """Person -> why nothing is asked of them; the user's own wish first, then theirs, then the case's."""
    here = at_home(account, now)
    found: dict[str, list[Hold]] = defaultdict(list)
    for key, on in _quiet(account, here, owner).items():
        found[key].append(wanted_quiet(on, here.date()))
    for key, by in _coming_back(account, here, owner, contacts).items():
        found[key].append(comes_back(by, here.date()))
    if not past:  # what a case said on another day is not kept
        for key, hold in _of_cases(account, here):
            found[key].append(hold)
    return {key: tuple(rows) for key, rows in found.items()}


#: How many processes of one firm are looked through for talks that only mail shows.
LOOKED_THROUGH = 6


def with_talks(net: Net, account: UUID, firm: str, now: datetime) -> Net:
    """The same net, where mail of this firm's processes shows a talk that nobody noted."""
    there = {key: net.people[key] for key in net.staff.get(firm, ())}
    unmet = {key: one for key, one in there.items() if not one.contact.met}
    if not unmet or firm not in net.firms or ":" in firm:
        return net
    rows = Case.objects.of(account).filter(company=UUID(firm), seats__person__in=list(unmet))
    rows = rows.filter(opened_at__lte=now).distinct().order_by("-opened_at")
    zone = Profile.of(account, at=now).zone
    found: dict[str, date] = {}
    for case in rows[:LOOKED_THROUGH]:
        for key, day in power.met_by(case, now, zone).items():
            found[key] = max(day, found.get(key, day))
    people = dict(net.people)
    for key in unmet.keys() & found.keys():
        at = datetime.combine(found[key], time(12), tzinfo=now.tzinfo)
        contact = unmet[key].contact
        met = replace(
            contact,
            first=min(at, contact.first or at),
            last_met=at,
            met=1,
            met_lately=int((now - at).days < days.LATELY),
        )
        people[key] = replace(unmet[key], contact=met)
    return replace(net, people=people)


def _of_cases(account: UUID, now: datetime) -> list[tuple[str, Hold]]:
    moves = Move.objects.of(account).filter(
        case__standing__isnull=False, case__merge__isnull=True, case__not_mine__isnull=True
    )
    stands = ("seen_state", "since", "sealed")
    named = ("case_id", "case__company_id", *(f"case__standing__{name}" for name in stands))
    by_case: dict[UUID, tuple[str, Hold]] = {}
    rows = moves.values_list(*named, "play", "when", "why")
    for case, firm, state, since, sealed, play, when, why in rows:
        ended = days.local(since, now) if since else None
        rest = Rest(str(firm), State(state), play, when, why, ended, sealed)
        hold = hold_of(rest, now.date())
        if hold is not None:
            by_case[case] = str(firm), hold
    seats = Seat.objects.of(account).filter(case__in=list(by_case), since__lte=now)
    mine = on_register(account)
    found = []
    for key, case, part in seats.order_by("id").values_list("person_id", "case_id", "part"):
        firm, hold = by_case[case]
        if key in mine:
            continue  # the user's own people: what that firm asks for does not bind them
        if Part(part) in OUTSIDE:
            # An agent has other clients: what one case asks of them binds that way alone.
            hold = Hold(hold.why, firm)
        found.append((str(key), hold))
    return found


def _coming_back(
    account: UUID, now: datetime, owner: dict[str, str], contacts: dict[str, Contact]
) -> dict[str, date]:
    """Who said in their last word that they come back, by a day that is still ahead."""
    rows = Message.objects.of(account).filter(
        Q(case__isnull=True) | Q(case__standing__isnull=True) | Q(case__standing__sealed=False),
        direction=Direction.IN,
        at__lte=now,
        at__gte=now - PROMISED_WITHIN,
        reading__has_key="promised_date",
    )
    found: dict[str, date] = {}
    named = ("sender_email", "at", "reading__promised_date")
    for email, at, by in rows.order_by("at").values_list(*named):
        key = owner.get(email, email)
        last = contacts[key].last_in if key in contacts else None
        if last is not None and last > at:
            continue
        day = date.fromisoformat(str(by)[:10])
        if day > now.date():
            found[key] = day
    return found


def _quiet(account: UUID, now: datetime, owner: dict[str, str]) -> dict[str, date]:
    """Whom the user asked to write no more, and has not written to since."""
    asked = Q()
    for stem in STEMS:
        asked |= Q(text__icontains=stem)
    mine = Message.objects.of(account).filter(direction=Direction.OUT, at__lte=now)
    said: dict[str, datetime] = {}
    for text, at, to in mine.filter(asked).order_by("at").values_list("text", "at", "envelope__to"):
        if asks_for_quiet(text):
            for email in _emails(to):
                said[owner.get(email, email)] = at
    if not said:
        return {}
    later = mine.filter(at__gt=min(said.values())).values_list("at", "envelope__to")
    for at, to in later:
        for key in {owner.get(email, email) for email in _emails(to)}:
            if key in said and at > said[key]:
                del said[key]
    return {key: days.local(at, now) for key, at in said.items()}


def _emails(given: object) -> list[str]:
    rows = given if isinstance(given, list) else []
    return [one["email"].lower() for one in rows if one.get("email")]
