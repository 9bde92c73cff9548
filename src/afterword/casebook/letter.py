"""A letter: its draft with the facts behind each sentence, and what became of it.

Approved, sent and discarded are records: who, when and how come for free.
Nothing here sends; marking as sent says that the user did.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Act, Who, act
from afterword.casebook.person import Person
from afterword.casebook.record import Record, RecordQuerySet
from afterword.errors import Refused

#: A dispatch that is not over, or of which nobody knows whether it arrived.
ON_ITS_WAY = ("", "in_doubt")


class LetterQuerySet(RecordQuerySet["Letter"]):
    def open(self) -> LetterQuerySet:
        """Letters still on the desk: neither sent nor discarded."""
        return self.filter(sending__isnull=True, discard__isnull=True)

    def still(self) -> LetterQuerySet:
        """Those of them whose words may still change: none is under way, or perhaps arrived."""
        return self.open().exclude(dispatches__outcome__in=ON_ITS_WAY)


class Letter(Record):
    """`text` is the body as the user has it now; `draft` is a `terms.Draft` as JSON."""

    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="letters"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="letters"
    )
    kind = models.CharField(max_length=32)
    play = models.CharField(max_length=8, blank=True)
    subject = models.TextField(blank=True)
    text = models.TextField(blank=True)
    draft = models.JSONField(default=dict)
    channel = models.CharField(max_length=32, default=terms.Channel.EMAIL)
    edited_at = models.DateTimeField(null=True)

    objects = LetterQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        indexes = [models.Index(fields=["account", "case"])]

    @property
    def state(self) -> str:
        """Where the letter is, in one word: draft, approved, sent or discarded."""
        if getattr(self, "discard", None):
            return "discarded"
        if getattr(self, "sending", None):
            return "sent"
        return "approved" if getattr(self, "approval", None) else "draft"

    @classmethod
    def draw(
        cls,
        *,
        kind: str,
        at: datetime,
        case: Case | None = None,
        person: Person | None = None,
        by: str = Who.USER,
        **fields: Any,
    ) -> Letter:
        """Lay a draft on the desk; one open letter of a kind for a person in a case."""
        kind = str(terms.LetterKind(kind))
        account = case.account if case is not None else person.account  # type: ignore[union-attr]
        says = f"A {kind.replace('_', ' ')} was drafted"
        with act(account, "drafted", at=at, by=by, case=case, says=says) as doing:
            same = cls.objects.of(account).open().filter(case=case, person=person, kind=kind)
            return same.first() or doing.create(cls(case=case, person=person, kind=kind, **fields))

    def edit(self, *, at: datetime, by: str = Who.USER, **fields: Any) -> None:
        """Change subject, text, draft, person or channel; an approval before it falls away."""
        self._stays()
        says = "A letter was edited"
        with act(
            self.account, "edited_letter", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            if doing.change(self, **fields):
                doing.change(self, edited_at=at)
                self._approve_no_more(doing)
        self.forget_states()

    def sign(self, *, at: datetime, text: str, draft: dict[str, Any], by: str = Who.USER) -> None:
        """Put the user's name under words that are otherwise as they were drafted.

        What was approved was approved without it, so the approval falls away.
        """
        self._put("signed_letter", "A letter was signed", at, by, text=text, draft=draft)

    def redraft(
        self, *, at: datetime, subject: str, text: str, draft: dict[str, Any], by: str = Who.USER
    ) -> None:
        """Draft it in other words: for a letter nobody has touched, and nobody has after it."""
        fields = {"subject": subject, "text": text, "draft": draft}
        self._put("redrafted_letter", "A letter was drafted anew", at, by, **fields)

    def _put(self, verb: str, says: str, at: datetime, by: str, **fields: Any) -> None:
        """Words of the program in place of its own: the letter stays one that nobody edited.

        What the user typed since this row was looked at stays; raises `Refused` then.
        """
        seen = {"subject": self.subject, "text": self.text, "edited_at": self.edited_at}
        with act(self.account, verb, at=at, by=by, case=self.case_id, says=says) as doing:
            held = Letter.objects.select_for_update().filter(pk=self.pk).values(*seen).first()
            if held != seen:
                raise Refused("These words were changed a moment ago, so they stay as they are.")
            self._stays()
            if doing.change(self, **fields):
                self._approve_no_more(doing)
        self.forget_states()

    def approve(self, *, at: datetime, by: str = Who.USER) -> None:
        """Say that it is ready to go as it stands."""
        if Approval.objects.filter(letter=self).exists():
            return
        says = "A letter was approved"
        with act(
            self.account, "approved_letter", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            doing.create(Approval(letter=self, at=at))
        self.forget_states()

    def mark_sent(
        self, *, at: datetime, by: str = Who.USER, when: datetime | None = None, channel: str = ""
    ) -> None:
        """Say that the user sent it; it becomes a touch, once."""
        from afterword.casebook.touch import Touch

        if Sending.objects.filter(letter=self).exists():
            return
        channel = channel or self.channel
        says = f"A {self.kind.replace('_', ' ')} was sent"
        with act(self.account, "sent_letter", at=at, by=by, case=self.case_id, says=says) as doing:
            doing.create(Sending(letter=self, at=when or at, channel=channel))
            doing.create(
                Touch(
                    person=self.person,
                    case=self.case,
                    letter=self,
                    at=when or at,
                    channel=channel,
                    kind=self.kind,
                    play=self.play,
                    result="sent",
                )
            )
        self.forget_states()

    def throw_away(self, *, at: datetime, by: str = Who.USER) -> None:
        """Put it away unsent."""
        if Discard.objects.filter(letter=self).exists():
            return
        self._stays()
        says = "A letter was put away"
        with act(
            self.account, "discarded_letter", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            doing.create(Discard(letter=self, at=at))
        self.forget_states()

    def _approve_no_more(self, doing: Act) -> None:
        """An approval is of the words that stood there."""
        approval = Approval.objects.filter(letter=self).first()
        if approval is not None:
            doing.remove(approval)

    def _stays(self) -> None:
        """Raise `Refused` once the letter left or is on its way: what was sent is what stands here."""
        if Sending.objects.filter(letter=self).exists():
            raise Refused("This letter was sent. Its words stay as they went.")
        if self.dispatches.filter(outcome__in=ON_ITS_WAY).exists():
            raise Refused(
                "This letter is on its way, or it is not yet known whether it arrived. Its words "
                "stay as they are until that is settled."
            )

    def forget_states(self) -> None:
        """Look again next time: approved, sent and discarded are records of their own."""
        for name in ("approval", "sending", "discard"):
            self._state.fields_cache.pop(name, None)


class Approval(Record):
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="approval")
    at = models.DateTimeField()


class Sending(Record):
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="sending")
    at = models.DateTimeField()
    channel = models.CharField(max_length=32)


class Discard(Record):
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="discard")
    at = models.DateTimeField()
