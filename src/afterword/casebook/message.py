"""A mail about a job, kept: what it says, what we read in it, and its raw bytes."""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.record import Record, RecordQuerySet

#: A verdict older than this when it was taken in was read long ago, where it first arrived:
#: sealing it would only hide what the user knows.
FRESH = timedelta(days=14)


class Blob(Record):
    """The raw bytes of a kept mail, compressed, stored once per content."""

    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    size = models.BigIntegerField()

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "sha256"], name="one_blob")]

    @classmethod
    def packed(cls, account: UUID, sha256: str, raw: bytes, *, at: datetime) -> Blob:
        """The unsaved row for the bytes of the mail that has this hash."""
        data = zlib.compress(raw, 6)
        return cls(account=account, entered_at=at, sha256=sha256, data=data, size=len(raw))

    @property
    def raw(self) -> bytes:
        return zlib.decompress(bytes(self.data))


class MessageQuerySet(RecordQuerySet["Message"]):
    def sealed(self) -> MessageQuerySet:
        """Fresh mail that may carry a verdict and has not been opened here: `is_sealed`, as a query."""
        verdict = Q(correction__kind__in=list(terms.VERDICTS)) | Q(
            correction__isnull=True, kind__in=list(terms.VERDICTS)
        )
        verdict |= Q(correction__kind="", kind__in=list(terms.VERDICTS))
        fresh = Q(at__gte=F("entered_at") - FRESH)
        return self.filter(verdict, fresh, direction=terms.Direction.IN, opening__isnull=True)

    def for_list(self) -> MessageQuerySet:
        """Without the long columns, with the records that change how it is shown."""
        return self.defer("text").select_related("correction", "confirmation", "opening")


class Message(Record):
    """One kept mail. The row tells what the machine read; corrections are records beside it."""

    mail_id = models.CharField(max_length=998)
    sha256 = models.CharField(max_length=64)
    source = models.CharField(max_length=1000, blank=True)
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="messages"
    )
    direction = models.CharField(max_length=8)
    at = models.DateTimeField()
    dated = models.BooleanField(default=True)
    subject = models.TextField(blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    sender_email = models.CharField(max_length=320, blank=True)
    envelope = models.JSONField(default=dict)
    kind = models.CharField(max_length=32)
    certainty = models.CharField(max_length=16)
    reading = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    has_raw = models.BooleanField(default=True)
    # Reading and filing are two steps; a mail that was read and not yet filed has no date here.
    filed_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "mail_id"], name="one_message")]
        indexes = [
            models.Index(fields=["account", "case", "at"]),
            models.Index(fields=["account", "kind", "at"]),
            models.Index(fields=["account", "entered_at"]),
            models.Index(fields=["account", "filed_at", "at"]),
        ]

    def __str__(self) -> str:
        return self.subject or "(no subject)"

    @property
    def shown_kind(self) -> terms.MailKind:
        """What this mail is: the user's word if they gave one, else the machine's."""
        corrected = getattr(self, "correction", None)
        return terms.MailKind(corrected.kind if corrected and corrected.kind else self.kind)

    @property
    def thread(self) -> list[str]:
        """The ids of this mail and of those it answers, the nearest first."""
        held = self.envelope
        above = [self.mail_id, held.get("in_reply_to", ""), *reversed(held.get("references", ()))]
        return [one for one in dict.fromkeys(above) if one]

    @property
    def may_be_verdict(self) -> bool:
        """Whether it may carry their answer, good or bad."""
        return self.direction == terms.Direction.IN and self.shown_kind in terms.VERDICTS

    @property
    def opened_at(self) -> datetime | None:
        """When the user read it: opened here, or, when it was old already, as it arrived."""
        if self.may_be_verdict and self.at < self.entered_at - FRESH:
            return self.at
        opening = getattr(self, "opening", None)
        return opening.at if opening is not None else None

    @property
    def is_fraud(self) -> bool:
        """Whether its reading heard that it asks the user for money, or lures them as frauds do."""
        heard = self.reading.get("remarks", [])
        return any(one.get("kind") == terms.RemarkKind.MONEY for one in heard)

    @property
    def is_sealed(self) -> bool:
        """Whether it lies as a closed envelope: it is fresh, may carry a verdict, was not opened."""
        return self.may_be_verdict and self.opened_at is None

    @property
    def is_proposal(self) -> bool:
        """Whether only the machine has read it so far."""
        corrected = getattr(self, "correction", None) is not None
        return not corrected and getattr(self, "confirmation", None) is None

    @property
    def blob(self) -> Blob | None:
        return Blob.objects.of(self.account).filter(sha256=self.sha256).first()
