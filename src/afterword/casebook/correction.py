"""The user's word on a machine reading: it was right, or it says something else."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.envelope import Opening
from afterword.casebook.event import Who, act
from afterword.casebook.message import Message
from afterword.casebook.record import Record


class Confirmation(Record):
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="confirmation")
    at = models.DateTimeField()


class Correction(Record):
    """What the user says a mail is; an empty field leaves the machine's reading."""

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="correction")
    at = models.DateTimeField()
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
    given = {"kind": str(terms.MailKind(kind)) if kind else "", "company": company, "role": role}
    given = {name: value for name, value in given.items() if value}
    says = f"“{message}” was corrected"
    home = case or message.case
    with act(message.account, "corrected", at=at, by=by, case=home, why=why, says=says) as doing:
        if given:
            found = Correction.objects.filter(message=message).first()
            if found is None:
                doing.create(Correction(message=message, at=at, why=why, **given))
            else:
                doing.change(found, **given)
        if given.get("kind") in terms.VERDICTS and not Opening.objects.filter(message=message):
            # Who names a verdict has read it: it must not turn into a closed envelope.
            doing.create(Opening(message=message, at=at))
        if case is not None:
            doing.change(message, case=case)
        if home is not None and (company or role):
            alone = not home.messages.exclude(pk=message.pk).exists()
            if company and alone:
                doing.change(home, company=Company.named(company, doing=doing))
            if role and (alone or not home.role):
                doing.change(home, role=role)
    # What another query or a cached relation said of this mail is now stale.
    message.refresh_from_db()
