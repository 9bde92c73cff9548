"""What the user can prove: challenge, action, result, the numbers, and who can confirm it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword import terms
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class Story(Record):
    title = models.CharField(max_length=300)
    challenge = models.TextField(blank=True)
    action = models.TextField(blank=True)
    result = models.TextField(blank=True)
    numbers = models.JSONField(default=list)
    skills = models.JSONField(default=list)
    confirm = models.CharField(max_length=300, blank=True)
    confidential = models.BooleanField(default=False)
    when = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.title

    @classmethod
    def tell(
        cls, *, account: UUID, title: str, at: datetime, by: str = Who.USER, **fields: Any
    ) -> Story:
        """Add a story; the same title told the same way again adds nothing."""
        says = f"The story “{title}” was added"
        with act(account, "told_story", at=at, by=by, says=says) as doing:
            found = cls.objects.of(account).filter(title=title).first()
            if found is None:
                return doing.create(cls(title=title, **fields))
            doing.change(found, **fields)
            return found

    def retell(self, *, at: datetime, by: str = Who.USER, **fields: Any) -> None:
        says = f"The story “{self.title}” was changed"
        with act(self.account, "retold_story", at=at, by=by, says=says) as doing:
            doing.change(self, **fields)

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        """Remove the story; what it answered is unanswered again. Undo brings both back."""
        if not Story.objects.filter(pk=self.pk).exists():
            return
        says = f"The story “{self.title}” was removed"
        with act(self.account, "dropped_story", at=at, by=by, says=says) as doing:
            for remark in self.answers.all():
                doing.change(remark, answered_by=None)
            doing.remove(self)

    def as_term(self) -> terms.Story:
        return terms.Story(
            id=str(self.pk),
            title=self.title,
            challenge=self.challenge,
            action=self.action,
            result=self.result,
            numbers=tuple(self.numbers),
            skills=tuple(self.skills),
            confirm=self.confirm,
            confidential=self.confidential,
            when=self.when,
        )
