"""One letter, sent by the user's own account at the user's own press of a button.

Commit that it begins, hand it over outside any transaction, commit what came of it. What nobody
can know is asked, after a look into the Sent folder. There is no way to send two at once, none
to send later by itself, and none to send the same letter twice (casebook/dispatch.py holds that).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from afterword.casebook.by_heart import by_heart
from afterword.casebook.dispatch import Dispatch, LaidDraft, Way, last_dispatch, open_dispatch
from afterword.casebook.event import Who
from afterword.casebook.letter import Letter
from afterword.counsel.hours import Hour, reading_hour
from afterword.desk import morning
from afterword.desk.letters import carrying, correspondence
from afterword.desk.mail import own_mail
from afterword.errors import Refused, SourceError, UserError
from afterword.wire import smtp

__all__ = ["Dispatch", "Hour", "Way", "hour", "last", "mark", "send", "settle", "unsettled"]

# ── before ──────────────────────────────────────────────────────────────────


def hour(letter: Letter, now: datetime, zone: str) -> Hour | None:
    """The next good moment by the recipient's clock, told in the user's zone; None without a place."""
    country = letter.person.country if letter.person else ""
    if not country and letter.case is not None:
        country = letter.case.as_file(now).country
    return reading_hour(country, now.astimezone(ZoneInfo(zone))) if country else None


# ── the sending ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it; `beside` says what could not be done in the mailbox, which changes nothing."""

    dispatch: Dispatch
    beside: str = ""


def send(
    letter: Letter, *, clock: Callable[[], datetime], seen: str = "", with_holes: bool = False
) -> Sent:
    """Send this one letter with the user's own account; raises `UserError` where it may not go.

    `clock` is asked at each of the three moments, because the network lies between them.
    `seen` is the `carrying.seal` of the words the user had before their eyes.
    """
    letter.refresh_from_db()
    letter.forget_states()
    carrying.may_leave(letter, with_holes=with_holes)
    if seen and seen != carrying.seal(letter):
        raise Refused("The words have changed since you looked at them. Read them once more.")
    server, sender = own_mail.server(letter.account), own_mail.address(letter.account)
    message_id = carrying.id_of(letter, sender.email)
    raw = carrying.as_mail(letter, sender=sender, message_id=message_id, date=clock())
    to = carrying.reader_of(letter)
    clear(letter, clock())
    row = Dispatch.begin(
        letter=letter, message_id=message_id, sender=sender.email, to=to.email,
        server=server.where, at=clock(),
    )  # fmt: skip
    try:
        outcome = smtp.deliver(
            server, raw, sender=sender.email, to=to.email,
            may_hand_over=lambda: row.hand_over(at=clock()),
        )  # fmt: skip
    except BaseException:
        row.take_back(at=clock(), why="It was stopped before it left.")
        raise
    return _conclude(row, outcome, raw, clock)


def _conclude(
    row: Dispatch, outcome: smtp.Outcome, raw: bytes, clock: Callable[[], datetime]
) -> Sent:
    if outcome.came is smtp.Came.FAILED:
        row.came_to_nothing(at=clock(), why=outcome.why)
        return Sent(row)
    if outcome.came is smtp.Came.IN_DOUBT:
        row.left_open(at=clock(), why=outcome.why)
        return Sent(row)
    row.went(at=clock())
    _plan_anew(row.letter, clock())
    try:
        own_mail.tidy(row.letter, raw, row.message_id)
    except (SourceError, UserError) as problem:
        return Sent(row, beside=str(problem))
    return Sent(row)


# ── after ───────────────────────────────────────────────────────────────────


def last(letter: Letter) -> Dispatch | None:
    """The latest attempt to send this letter."""
    return last_dispatch(letter)


def is_unsettled(letter: Letter) -> bool:
    """Whether a sending of it is begun or in doubt: its words stay as they are till that is settled."""
    row = open_dispatch(letter)
    return row is not None and row.outcome != "sent"


def unsettled(account: UUID, now: datetime) -> list[Dispatch]:
    """The sendings of which only the user can say what became of them, the latest first."""
    return [row for row in _begun(account) if row.way(now) in (Way.IN_DOUBT, Way.NEVER_LEFT)]


@by_heart
def _begun(account: UUID) -> QuerySet[Dispatch]:
    rows = Dispatch.objects.of(account).filter(outcome__in=("", "in_doubt")).order_by("-id")
    rows = rows.select_related("letter__person", "letter__case__company")
    return rows.prefetch_related("letter__person__addresses")


def clear(letter: Letter, now: datetime) -> None:
    """A sending whose process died before the last line never left: say so, and free the letter."""
    row = open_dispatch(letter)
    if row is not None and row.way(now) is Way.NEVER_LEFT:
        row.take_back(at=now, why="The program stopped before the letter left. Nothing was sent.")


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into Sent showed. `telling`: whether its absence there would mean anything."""

    found: bool
    folder: str
    telling: bool


def look(letter: Letter, *, now: datetime) -> Looked:
    """Look for the letter in the user's Sent folder; found, it counts as sent. Raises SourceError."""
    row = last_dispatch(letter)
    laid = LaidDraft.objects.filter(letter=letter).first()
    known = row or laid
    if known is None:
        raise UserError("This letter was neither sent nor laid into your Drafts from here.")
    folder, found = own_mail.look_in_sent(letter.account, known.message_id)
    if found:
        _found(letter, row, now)
    return Looked(found, folder, telling=own_mail.keeps_sent(letter.account))


def _found(letter: Letter, row: Dispatch | None, now: datetime) -> None:
    if row is not None:
        row.went(at=now, by=Who.MAIL)
    else:
        letter.mark_sent(at=now, by=Who.MAIL)
    letter.forget_states()
    _plan_anew(letter, now)


def settle(letter: Letter, *, went: bool, now: datetime) -> None:
    """The user says whether a letter in doubt went. Raises `Refused` while that may still be decided."""
    row = open_dispatch(letter)
    if row is None or row.way(now) is Way.SENT:
        return
    if went:
        row.went(at=now, by=Who.USER)
        _plan_anew(letter, now)
        return
    if row.way(now) is Way.UNDER_WAY and not row.take_back(at=now, why="Taken back by you."):
        raise Refused(
            "It is being handed over at this moment. Look again in a few minutes: until then "
            "nobody can say that it did not go."
        )
    row.came_to_nothing(at=now, why="You said that it did not go.", by=Who.USER)


def mark(letter: Letter, *, now: datetime, channel: str = "") -> None:
    """The user says they sent it, by whatever way; a sending in doubt is settled by it."""
    if open_dispatch(letter) is not None:
        settle(letter, went=True, now=now)
        return
    correspondence.mark_sent(letter, now=now, channel=channel)


def _plan_anew(letter: Letter, now: datetime) -> None:
    if letter.case is not None:
        morning.plan_case(letter.case, now)
