"""An old no whose board was watched: what the tests of the watches and the journey begin with."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from afterword.casebook.models import (
    Case,
    Entry,
    Interview,
    Person,
    Remark,
    Seat,
    Story,
    WatchedBoard,
)
from afterword.desk import morning
from afterword.desk.watch import boards, watches
from afterword.intake.boards.memory import BoardsInMemory
from afterword.terms import Posting

ROLE, FIRM = "Head of Logistics", "Brackwater Freight"
DOUBT = "You never ran a cold chain across a border"
STORY = "Ghent, the cold hub"
THEN = (
    "You lead forty planners and drivers at three depots, own the transport budget, settle carrier "
    "contracts and cut the hours that trailers stand idle at the gates of Rotterdam."
)
SINCE = (
    "You build our new network of cold hubs across four borders, found two of them from nothing, "
    "speak with veterinary offices and customs, and answer to the owners each month for what thaws."
)


def advert(title: str, text: str = "", id: str = "") -> Posting:
    words = text or f"{title}: " + "this is what the work is about in words of its own. " * 4
    return Posting("greenhouse", "brackwater", id or title, title, FIRM, ("Rotterdam",), text=words)


def lost(account: uuid.UUID, now: datetime, *, ago: int = 120) -> Case:
    """A finalist's case that ended `ago` days ago, with a warm person, a doubt, and a story told since."""
    ended = now - timedelta(days=ago)
    case = Case.open(account=account, company=FIRM, role=ROLE, at=ended - timedelta(days=40))
    jan = Person.add(
        account=account, name="Jan Visser", email="jan@brackwater.example", company=case.company,
        at=ended,
    )  # fmt: skip
    Seat.give(case=case, person=jan, part="hiring_manager", warmth="warm", at=ended)
    Entry.enter(
        case=case, kind="application", when=ended - timedelta(days=40), at=ended, direction="out"
    )
    Interview.hold(
        case=case, when=ended - timedelta(days=6), people=[jan], stage="final_executive", at=ended
    )
    doubt = Remark.note(
        case=case, kind="doubt", quote=DOUBT, person=jan, on=ended.date() - timedelta(days=6),
        at=ended,
    )  # fmt: skip
    Entry.enter(case=case, kind="rejection", when=ended, at=ended, person=jan)
    story = Story.tell(
        account=account, title=STORY, challenge="Fish thawed at the border",
        action="I set up a hub in Ghent", result="Losses fell by half",
        at=now - timedelta(days=30),
    )  # fmt: skip
    doubt.answer_with(story=story, at=now - timedelta(days=30))
    return case


def look(account: uuid.UUID, at: datetime, postings: Iterable[Posting]) -> int:
    """One day: the board shows these, is looked at, and what that means is told."""
    row = WatchedBoard.objects.of(account).first()
    if row is None:
        company = Case.objects.of(account).get(company__name=FIRM).company
        row = WatchedBoard.propose(
            account=account, company=company, board="greenhouse", tenant="brackwater", at=at
        )
        row.confirm(at=at)
    twin = BoardsInMemory()
    twin.pin("greenhouse", "brackwater", postings)
    WatchedBoard.objects.filter(pk=row.pk).update(due_at=None)
    boards.look_at(account, clock=lambda: at, pause=lambda _: None, boards=twin)
    told = watches.judge(account, at)
    morning.freshen(account, at)
    return told


def opened_again(account: uuid.UUID, now: datetime, *, text: str = SINCE, ago: int = 120) -> Case:
    """The board with the role until the no, without it for months, and with it again today."""
    case = lost(account, now, ago=ago)
    others = [advert("Payroll Specialist"), advert("Facility Manager"), advert("Treasury Analyst")]
    for back, with_it in ((ago + 10, True), (ago - 5, False), (60, False), (12, False), (1, False)):
        look(account, now - timedelta(days=back), [*others, *([advert(ROLE, THEN)] if with_it else [])])  # fmt: skip
    assert look(account, now, [*others, advert(f"{ROLE} (m/w/d)", text, id="again")]) == 1
    return case
