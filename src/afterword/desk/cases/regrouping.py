"""The user's hand on the ledger: a doubt joined to another, parted, or noted as answered.

A reason that stands only in a no becomes a remark the moment the user says something of it.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword.casebook import kinship
from afterword.casebook.entry import Entry
from afterword.casebook.message import Message
from afterword.casebook.profile import Profile
from afterword.casebook.record import in_one_go
from afterword.casebook.remark import Remark
from afterword.desk import morning
from afterword.desk.cases import doubting
from afterword.errors import UserError
from afterword.terms import RemarkKind

GONE = "This doubt is not in the ledger any more. It may have been removed, or joined to another."


def remark_of(account: UUID, key: str, now: datetime) -> Remark:
    """The remark behind a line of the ledger, kept now if it stood only in a no. Raises `UserError`."""
    mark, _, rest = key.partition("-")
    if mark in ("m", "e") and rest:
        return _keep(account, mark, rest, now)
    try:
        found = Remark.objects.of(account).filter(pk=UUID(key), kind=RemarkKind.DOUBT).first()
    except ValueError:
        found = None
    if found is None:
        raise UserError(GONE)
    return found


def join(account: UUID, key: str, group: str, now: datetime) -> None:
    """Say that a doubt is the same as those of the group that this key heads."""
    known = {one.key: one for one in doubting.ledger(account, now).groups}
    if group not in known:
        raise UserError(GONE)
    with in_one_go(Remark):
        row = remark_of(account, key, now)
        others = [remark_of(account, one.id, now) for one in known[group].doubts if one.id != key]
        kinship.same_as(remark=row, others=others, at=now)


def part(account: UUID, key: str, now: datetime) -> None:
    """Say that a doubt is like no other."""
    with in_one_go(Remark):
        kinship.part(remark=remark_of(account, key, now), at=now)


def answered(account: UUID, key: str, on: date | None, now: datetime) -> Remark:
    """Note the day on which the user met a doubt; None takes it back."""
    with in_one_go(Remark):
        row = remark_of(account, key, now)
        row.mend(at=now, met_on=on)
    morning.plan_case(row.case, now)
    return row


def _keep(account: UUID, mark: str, rest: str, now: datetime) -> Remark:
    ident, _, code = rest.rpartition("-")
    model: type[Message] | type[Entry] = Message if mark == "m" else Entry
    try:
        row = model.objects.of(account).filter(pk=UUID(ident)).first()
    except ValueError:
        row = None
    if row is None or row.case is None or (isinstance(row, Message) and row.is_sealed):
        raise UserError(GONE)
    reasons = row.reading.get("reasons", []) if isinstance(row, Message) else row.reasons
    quote = next((one.get("quote", "") for one in reasons if one["code"] == code), "")
    if not quote:
        raise UserError(GONE)
    zone = ZoneInfo(Profile.of(account, at=now).zone)
    mail = row if isinstance(row, Message) else None
    person = row.person if isinstance(row, Entry) else None
    by = (mail.sender_name or mail.sender_email) if mail else str(person or "")
    return Remark.note(
        case=row.case,
        kind=str(RemarkKind.DOUBT),
        quote=" ".join(quote.split()),
        at=now,
        message=mail,
        person=person,
        by_name=by,
        on=row.at.astimezone(zone).date(),
    )
