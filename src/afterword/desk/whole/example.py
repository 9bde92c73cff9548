"""The demo: one invented search, written into a casebook of its own so that everything can be tried.

It lives in its own home and is never mixed with the user's mail (contract, ruling 13).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from afterword.casebook.case import Case
from afterword.casebook.company import Company, key_of
from afterword.casebook.entry import Entry
from afterword.casebook.event import Act, Who, act
from afterword.casebook.forgetting import forget_everything
from afterword.casebook.interview import Interview
from afterword.casebook.kept_posting import KeptPosting
from afterword.casebook.looking_back import Hired, LookBack
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.profile import OwnAddress, Profile
from afterword.casebook.reference import Reference, Vouching
from afterword.casebook.remark import Remark
from afterword.casebook.story import Story
from afterword.casebook.watched import WatchedBoard
from afterword.desk import morning
from afterword.desk.mail import mailroom
from afterword.desk.watch import watches
from afterword.desk.you import inward
from afterword.errors import Refused
from afterword.intake.demo.build import notes, write_mbox
from afterword.intake.mailbox import open_mailbox
from afterword.terms import BoardSeen, Channel, Posting

MAILBOX = "example.mbox"


def set_up(
    account: UUID,
    *,
    now: datetime,
    zone: str = "",
    progress: mailroom.Progress | None = None,
) -> mailroom.TakenIn:
    """Write the invented mailbox into this home, read it, and enter what she entered by hand.

    Dates are shifted so that its today is today, and its hours are those of the place she lives in,
    unless another `zone` is named: a talk at half past nine is one wherever somebody looks round.
    Setting it up twice changes nothing; on a later day it begins afresh, with its
    dates moved on. Raises `Refused` where there is mail of the user's own.
    """
    _clear_the_desk(account, now)
    told = notes(now.date())
    me = told["me"]
    zone = zone or me.get("zone", "UTC")
    Profile.of(account, at=now).describe(
        at=now,
        by=Who.MACHINE,
        name=me["name"],
        zone=zone,
        country=me.get("country", ""),
        works_in=me.get("works_in", ""),
        settings={"example": now.date().isoformat(), "headline": me.get("headline", "")},
    )
    for email in me["addresses"]:
        OwnAddress.add(account=account, email=email, at=now, by=Who.MACHINE)
    path = Path(settings.HOME) / MAILBOX
    write_mbox(path, now.date())
    report = mailroom.take_in(account, open_mailbox(path), now=now, progress=progress)
    for story in told.get("story", []):
        _story(account, story, now)
    for debrief in told.get("debrief", []):
        _debrief(account, debrief, zone, now)
    for event in told.get("event", []):
        _event(account, event, zone, now)
    for ending in told.get("look_back", []):
        _look_back(account, ending, zone, now)
    for hired in told.get("hired", []):
        _hired(account, hired, zone, now)
    for reference in told.get("reference", []):
        _reference(account, reference, now)
    for vouching in told.get("vouching", []):
        _vouching(account, vouching, zone, now)
    inward.example(account, told, now)
    morning.plan(account, now)
    for advert in told.get("advert", []):
        _advert(account, advert, zone, now)
    for board in told.get("board", []):
        _board(account, board, zone, now)
    if watches.judge(account, now):
        morning.plan(account, now)
    return report


def _clear_the_desk(account: UUID, now: datetime) -> None:
    """Put an example of another day away; leave anything else alone."""
    made = Profile.of(account, at=now).settings.get("example")
    if made is None and Message.objects.of(account).exists():
        raise Refused(
            "There is mail of your own in this casebook, so the example is not written into it. "
            "`afterword demo` keeps it in a home of its own."
        )
    if made is not None and made != now.date().isoformat():
        forget_everything(account=account)


def _story(account: UUID, told: dict[str, Any], now: datetime) -> None:
    Story.tell(
        account=account,
        title=told["title"],
        at=now,
        by=Who.MACHINE,
        challenge=told.get("situation", ""),
        action=told.get("action", ""),
        result=told.get("result", ""),
        numbers=told.get("numbers", []),
        skills=told.get("skills", []),
        confirm="; ".join(told.get("confirm", [])),
        confidential=told.get("confidential", False),
        when=str(told.get("when", "")),
    )


def _debrief(account: UUID, told: dict[str, Any], zone: str, now: datetime) -> None:
    when = _moment(told["on"], told.get("at", "14:00"), zone)
    case = _case(account, told, when, now)
    people = [_person(case, one["name"], one.get("title", ""), now) for one in told["people"]]
    channel = Channel(told.get("format", Channel.VIDEO))
    talk = Interview.hold(
        case=case,
        when=when,
        at=now,
        by=Who.MACHINE,
        people=people,
        channel=channel,
        debriefed_at=when,
    )
    speakers = {one.name: one for one in people}
    for said in told.get("remarks", []):
        speaker = speakers.get(said["by"])
        Remark.note(
            case=case,
            kind=said["kind"],
            quote=said["quote"],
            at=now,
            by=Who.MACHINE,
            person=speaker,
            by_name=said["by"],
            basis=said.get("basis", "said"),
            on=when.date(),
            interview=talk,
        )


def _event(account: UUID, told: dict[str, Any], zone: str, now: datetime) -> None:
    when = _moment(told["on"], told.get("at", "12:00"), zone)
    case = _case(account, told, when, now)
    quote = told.get("quote", "")
    Entry.enter(
        case=case,
        kind=told["kind"],
        when=when,
        at=now,
        by=Who.MACHINE,
        person=_person(case, told["by"], "", now) if told.get("by") else None,
        channel=Channel(told.get("channel", Channel.PHONE)),
        basis=told.get("basis", "said"),
        reply_possible=told.get("reply_possible", True),
        reasons=[
            {"code": code, "quote": quote, "basis": "said"} for code in told.get("reasons", [])
        ],
        detail=quote,
    )


def _look_back(account: UUID, told: dict[str, Any], zone: str, now: datetime) -> None:
    """What she wrote some days after an ending."""
    LookBack.write(
        case=_case(account, told, _moment(told["on"], "12:00", zone), now),
        on=date.fromisoformat(told["on"]),
        at=now,
        by=Who.MACHINE,
        answers={key: {"choice": choice, "note": ""} for key, choice in told["answers"].items()},
        lesson=told["lesson"],
    )


def _hired(account: UUID, told: dict[str, Any], zone: str, now: datetime) -> None:
    """Who was hired instead, as far as she heard: a role and a day, no name."""
    Hired.note(
        case=_case(account, told, _moment(told["started"], "12:00", zone), now),
        at=now,
        by=Who.MACHINE,
        role=told["before"],
        started_on=date.fromisoformat(told["started"]),
    )


def _reference(account: UUID, told: dict[str, Any], now: datetime) -> None:
    """One who speaks for her: the title names the firm after its comma."""
    title, _, firm = str(told["title"]).partition(", ")
    who = Person.add(
        account=account,
        name=told["name"],
        email=told.get("mail", ""),
        title=title,
        company=Company.add(account=account, name=firm, at=now, by=Who.MACHINE) if firm else None,
        at=now,
        by=Who.MACHINE,
    )
    Reference.consider(
        person=who,
        at=now,
        by=Who.MACHINE,
        kind=told["type"],
        status=told["status"],
        signal=told["signal"],
        about=told.get("about", ""),
        will_say=told.get("will_say", ""),
        consent_on=date.fromisoformat(told["asked"]),
    )


def _vouching(account: UUID, told: dict[str, Any], zone: str, now: datetime) -> None:
    """What passed with a referee in one process, each with its day."""
    referee = Reference.objects.of(account).get(person__name=told["name"])
    days = {
        f"{step}_on": date.fromisoformat(told[step])
        for step in ("briefed", "contacted", "thanked", "outcome_told")
        if step in told
    }
    case = _case(account, told, _moment(told["briefed"], "12:00", zone), now)
    Vouching.note_one(reference=referee, case=case, at=now, by=Who.MACHINE, **cast(Any, days))


def _advert(account: UUID, told: dict[str, Any], zone: str, now: datetime) -> None:
    when = _moment(told["on"], "20:00", zone)
    case = _case(account, told, when, now)
    seat = Posting(
        board="pasted",
        tenant="",
        id=told["role"],
        title=told["role"],
        company=told["company"],
        places=(told["place"],),
        department=told["department"],
        text=told["text"],
    )
    if KeptPosting.known(account, seat) is not None:
        return  # the board has shown a later wording since
    KeptPosting.keep(
        account=account, posting=seat, how="pasted", at=when, case=case, by=Who.MACHINE
    )


def _board(account: UUID, told: dict[str, Any], zone: str, now: datetime) -> None:
    """A firm's board as it was on the days it was looked at; nobody's real board is ever asked."""
    firm = Company.objects.of(account).filter(key=key_of(told["company"])).first()
    if firm is None or WatchedBoard.objects.of(account).filter(company=firm).exists():
        return
    seats = [_seat(one, told) for one in told["seat"]]
    board = WatchedBoard.propose(
        account=account,
        company=firm,
        board=told["board"],
        tenant=told["tenant"],
        at=_moment(told["confirmed"], "06:00", zone),
    )
    board.confirm(at=_moment(told["confirmed"], "06:00", zone), by=Who.MACHINE)
    for day in told["looks"]:
        at = min(_moment(day, "06:30", zone), now)
        there = tuple(seat for seat, gone in seats if cast(date, seat.posted) <= at.date() < gone)
        seen = BoardSeen(board.board, board.tenant, at, there)
        board.saw(seen, at=at, due_at=datetime.max.replace(tzinfo=UTC))


def _seat(one: dict[str, Any], told: dict[str, Any]) -> tuple[Posting, date]:
    """An invented advert, and the day on which it is there no more."""
    seat = Posting(
        board=told["board"],
        tenant=told["tenant"],
        id=one["id"],
        title=one["title"],
        company=told["company"],
        places=(one["place"],),
        department=one["department"],
        posted=date.fromisoformat(one["posted"]),
        text=one["text"],
    )
    return seat, date.fromisoformat(one.get("gone", date.max.isoformat()))


def _case(account: UUID, told: dict[str, Any], when: datetime, now: datetime) -> Case:
    """The case her notes speak of: the firm by name, the role where there are several."""
    key = key_of(told["company"])
    firm = Case.objects.of(account).standing_alone().filter(company__key=key)
    found = list(firm.order_by("-last_at"))
    words = set(told["role"].casefold().split())
    alike = [case for case in found if words & set(case.role.casefold().split())]
    if alike or found:
        return (alike or found)[0]
    return Case.open(
        account=account,
        company=told["company"],
        role=told["role"],
        since=when,
        at=now,
        by=Who.MACHINE,
    )


def _person(case: Case, name: str, title: str, now: datetime) -> Person:
    """Someone of this case by name; a title before the name does not make another person."""
    for seat in case.seats.select_related("person"):
        if seat.person.name and _bare(seat.person.name) == _bare(name):
            return seat.person
    with act(case.account, "seated", at=now, by=Who.MACHINE, case=case) as doing:
        found = _known(case, name, doing)
        if title and not found.title:
            doing.change(found, title=title)
    from afterword.casebook.seat import Seat

    Seat.give(case=case, person=found, at=now, by=Who.MACHINE, title=title, since=case.opened_at)
    return found


def _known(case: Case, name: str, doing: Act) -> Person:
    firm = Person.objects.of(case.account).filter(company=case.company)
    same = [person for person in firm if _bare(person.name) == _bare(name)]
    return same[0] if same else Person.known(doing=doing, name=name, company=case.company)


def _bare(name: str) -> str:
    words: Iterable[str] = name.casefold().replace(".", "").split()
    return " ".join(word for word in words if word not in ("dr", "prof", "mr", "mrs", "ms"))


def _moment(day: str, hour: str, zone: str) -> datetime:
    local = datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), ZoneInfo(zone))
    return local.astimezone(UTC)
