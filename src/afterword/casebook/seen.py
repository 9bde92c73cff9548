"""What is remembered of mail that is not kept: a hash, so that it is not read twice, and ties.

Nothing here can give a mail back. A tie is who, when and which way, of private
correspondence (contract, ruling 7); a setting turns it off.
"""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.db import models

from afterword.casebook.record import Record
from afterword.casebook.source import Source


class Seen(Record):
    """One mail that was looked at and not kept.

    A mail that answers another may turn out to belong to a case, when the mail
    it answers is found later (mailboxes run newest first as often as not). So
    for such mails the marks of its thread stay, and where it lies in its source.
    """

    digest = models.CharField(max_length=32)
    threads = models.JSONField(default=list)
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="passed")
    before = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="one_seen")]


class Exchange(Record):
    """One private mail to or from a person: who, when, which way; never a word of it."""

    digest = models.CharField(max_length=32)
    email = models.CharField(max_length=320)
    at = models.DateTimeField()
    direction = models.CharField(max_length=8)

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "digest", "email"], name="one_exchange")
        ]
        indexes = [models.Index(fields=["account", "email", "at"])]


def digest_of(account: UUID, mail_id: str) -> str:
    """The mark by which a mail is known again: bound to the account, and not to be read back."""
    key = account.bytes
    return hashlib.blake2b(mail_id.encode("utf-8", "replace"), digest_size=16, key=key).hexdigest()
