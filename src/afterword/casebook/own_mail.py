"""How the user's own letters leave: the mail account they send with, and the paper they write on.

No password is in these records: it lies in the vault of this machine (desk/mail/locker.py), so that no
export, backup or undo can carry it away.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword.casebook.event import Who, act
from afterword.casebook.letter import Letter
from afterword.casebook.record import Record


class OwnMail(Record):
    """The user's account for sending; one an account. `imap_host` empty means no Drafts and no Sent."""

    address = models.CharField(max_length=320)
    smtp_host = models.CharField(max_length=253, blank=True)
    smtp_port = models.IntegerField(default=465)
    security = models.CharField(max_length=16, default="tls")
    user = models.CharField(max_length=320, blank=True)
    imap_host = models.CharField(max_length=253, blank=True)
    imap_port = models.IntegerField(default=993)
    imap_security = models.CharField(max_length=16, default="tls")
    # Whether we lay a copy into Sent, since the provider does not.
    copies = models.BooleanField(default=True)
    tried_at = models.DateTimeField(null=True)
    tried_well = models.BooleanField(default=False)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account"], name="one_own_mail")]

    @classmethod
    def set_up(cls, *, account: UUID, at: datetime, by: str = Who.USER, **fields: Any) -> OwnMail:
        """Say how letters leave; what was proven of the account before is proven no more."""
        says = "The mail account you send with was changed"
        with act(account, "set_up_mail", at=at, by=by, says=says, undoable=False) as doing:
            found = cls.objects.of(account).first()
            if found is None:
                return doing.create(cls(**fields))
            if doing.change(found, **fields):
                doing.change(found, tried_at=None, tried_well=False)
            return found

    def tried(self, *, at: datetime, well: bool, by: str = Who.USER) -> None:
        """Note that the account was tried, and whether it let us in."""
        says = "The mail account you send with was tried"
        with act(self.account, "tried_mail", at=at, by=by, says=says, undoable=False) as doing:
            doing.change(self, tried_at=at, tried_well=well)

    @classmethod
    def drop(cls, *, account: UUID, at: datetime, by: str = Who.USER) -> None:
        """Send with no account any more."""
        says = "The mail account you send with was taken out"
        with act(account, "dropped_mail", at=at, by=by, says=says, undoable=False) as doing:
            for row in cls.objects.of(account):
                doing.remove(row)


class Letterhead(Record):
    """The user's paper; one an account. `signature` is a small picture in base64, PNG or JPEG."""

    address = models.TextField(blank=True)
    phone = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=100, blank=True)
    layout = models.CharField(max_length=16, blank=True)
    signature = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account"], name="one_letterhead")]

    @classmethod
    def design(
        cls, *, account: UUID, at: datetime, by: str = Who.USER, **fields: Any
    ) -> Letterhead:
        """Set what stands on the user's paper."""
        says = "Your letter paper was changed"
        with act(account, "designed_letterhead", at=at, by=by, says=says) as doing:
            found = cls.objects.of(account).first()
            if found is None:
                return doing.create(cls(**fields))
            doing.change(found, **fields)
            return found


class Reminder(Record):
    """A moment at which the user wants to be reminded to send a letter; the program sends nothing."""

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="reminder")
    at = models.DateTimeField()

    @classmethod
    def put(cls, *, letter: Letter, when: datetime, at: datetime, by: str = Who.USER) -> Reminder:
        """Be reminded of this letter then; a later word replaces an earlier one."""
        says = "You want to be reminded to send a letter"
        with act(letter.account, "reminded", at=at, by=by, case=letter.case_id, says=says) as doing:
            found = cls.objects.filter(letter=letter).first()
            if found is None:
                return doing.create(cls(letter=letter, at=when))
            doing.change(found, at=when)
            return found

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        """No reminder any more."""
        says = "You want no reminder of a letter any more"
        case = self.letter.case_id
        with act(self.account, "not_reminded", at=at, by=by, case=case, says=says) as doing:
            if Reminder.objects.filter(pk=self.pk).exists():
                doing.remove(self)
