"""The user's word on a machine reading: it was right, or it says something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.envelope import Opening
from afterword.casebook.event import Act, Who, act
from afterword.casebook.message import Message
from afterword.casebook.record import Record


class Confirmation(Record):
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="confirmation")
    at = models.DateTimeField()


class Correction(Record):
    """What the user says a mail is; an empty field leaves the machine's reading.

    `like` is the mail of which it was first said, where the user said it of several alike.
    It is no foreign key: what was said of this mail outlives that one.
    """

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="correction")
    at = models.DateTimeField()
    like = models.UUIDField(null=True, blank=True)
    kind = models.CharField(max_length=32, blank=True)
    company = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=300, blank=True)
    why = models.TextField(blank=True)


def confirm(*, message: Message, at: datetime, by: str = Who.USER) -> None:
    """Say that the machine read it right."""
    if Confirmation.objects.filter(message=message).exists():
        return
    case = message.case_id
    with act(
        message.account, "confirmed", at=at, by=by, case=case, says=f"“{message}” was read right"
    ) as doing:
        doing.create(Confirmation(message=message, at=at))


def correct(
    *,
    message: Message,
    at: datetime,
    by: str = Who.USER,
    kind: str = "",
    company: str = "",
    role: str = "",
    case: Case | None = None,
    why: str = "",
) -> None:
    """Say what the mail is, which firm or role it speaks of, or which case it belongs to.

    A new company or role also names the case, when this mail is the only one
    in it or the case had none; other cases of that firm are left alone.
    """
    given = _given(kind=kind, company=company, role=role)
    says = f"“{message}” was corrected"
    home = case or message.case
    with act(message.account, "corrected", at=at, by=by, case=home, why=why, says=says) as doing:
        if case is not None:
            doing.change(message, case=case)
        _say(message, given, home, doing, why=why)
    # What another query or a cached relation said of this mail is now stale.
    message.refresh_from_db()


def correct_alike(
    *,
    message: Message,
    others: Sequence[tuple[Message, Mapping[str, str]]],
    at: datetime,
    by: str = Who.USER,
) -> None:
    """Say of other mails what each is given beside it, as was said of this one: all in one event.

    A mail that the user has judged already keeps the user's word.
    """
    n = len(others)
    says = (
        f"{n} more like “{message}” corrected" if n != 1 else f"One more like “{message}” corrected"
    )
    with act(
        message.account, "corrected_alike", at=at, by=by, case=message.case_id, says=says
    ) as doing:
        for other, said in others:
            if other.account == message.account and other.is_proposal:
                _say(other, _given(**said), other.case, doing, like=message.pk)


def take_back(*, message: Message, at: datetime, by: str = Who.USER) -> None:
    """Unsay it: the correction of this mail goes, and those said of others because of it."""
    rows = Correction.objects.of(message.account)
    rows = rows.filter(models.Q(message=message) | models.Q(like=message.pk))
    says = f"What you said of “{message}” was taken back"
    with act(message.account, "unsaid", at=at, by=by, case=message.case_id, says=says) as doing:
        for row in rows.order_by("-id"):
            doing.remove(row)


def _given(*, kind: str = "", company: str = "", role: str = "") -> dict[str, str]:
    given = {"kind": str(terms.MailKind(kind)) if kind else "", "company": company, "role": role}
    return {name: value for name, value in given.items() if value}


def _say(
    message: Message,
    given: Mapping[str, str],
    home: Case | None,
    doing: Act,
    *,
    why: str = "",
    like: UUID | None = None,
) -> None:
    """Write it down, and let the case be called what this mail says."""
    if given:
        found = Correction.objects.filter(message=message).first()
        if found is None:
            fields: dict[str, Any] = {**given, "at": doing.at, "why": why, "like": like}
            doing.create(Correction(message=message, **fields))
        else:
            # Said of this mail itself, it is no longer only said of it among others.
            doing.change(found, **given, like=like)
    if given.get("kind") in terms.VERDICTS and not Opening.objects.filter(message=message):
        # Who names a verdict has read it: it must not turn into a closed envelope.
        doing.create(Opening(message=message, at=doing.at))
    company, role = given.get("company", ""), given.get("role", "")
    if home is not None and (company or role):
        alone = not home.messages.exclude(pk=message.pk).exists()
        if company and alone:
            doing.change(home, company=Company.named(company, doing=doing))
        if role and (alone or not home.role):
            doing.change(home, role=role)
