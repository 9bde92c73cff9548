"""What was brought in from a file: the report of it, and the stories it proposed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword.casebook.event import Event, Who, act
from afterword.casebook.record import Record
from afterword.casebook.story import Story

#: So many lines that were not read are kept in the report; the others are counted.
MOST_LINES = 2_000


class Import(Record):
    """One file, read: what it was taken for, what came of it, and every line that was not read.

    `waits` names what must be answered first (columns, days); the file then lies in
    the home under this row's id until it is. `digest` is of the content: the same file
    again is the same import.
    """

    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    waits = models.CharField(max_length=16, blank=True)
    counts = models.JSONField(default=dict)
    unread = models.JSONField(default=list)
    left = models.JSONField(default=list)
    columns = models.JSONField(default=list)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="one_import")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def known(cls, account: UUID, digest: str) -> Import | None:
        return cls.objects.of(account).filter(digest=digest).first()

    @property
    def event(self) -> Event | None:
        """The event that brought it in, while it can be taken back."""
        rows = Event.objects.of(self.account).to_undo().filter(verb="brought_in")
        return next((one for one in rows if any(e["id"] == str(self.pk) for e in one.ledger)), None)

    @classmethod
    def wait(cls, *, account: UUID, at: datetime, **fields: Any) -> Import:
        """Put a file down that cannot be read before something is answered."""
        with act(account, "asked_about_import", at=at, by=Who.MACHINE) as doing:
            found = cls.known(account, fields["digest"])
            if found is None:
                return doing.create(cls(at=at, **fields))
            doing.change(found, **fields)
            return found

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        """Take a waiting file away, unread."""
        with act(self.account, "dropped_import", at=at, by=by, undoable=False) as doing:
            if self.waits and Import.objects.filter(pk=self.pk).exists():
                doing.remove(self)


class ProposedStory(Record):
    """A story that the user's own papers seem to tell; told only when they say so. `lines`: number and words."""

    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="proposed")
    title = models.CharField(max_length=300)
    action = models.TextField(blank=True)
    result = models.TextField(blank=True)
    numbers = models.JSONField(default=list)
    skills = models.JSONField(default=list)
    when = models.CharField(max_length=64, blank=True)
    employer = models.CharField(max_length=300, blank=True)
    lines = models.JSONField(default=list)
    place = models.CharField(max_length=300, blank=True)
    mark = models.CharField(max_length=64)
    told = models.ForeignKey(
        Story, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "mark"], name="one_proposed")]

    def __str__(self) -> str:
        return self.title

    def tell(self, *, at: datetime, by: str = Who.USER, **fields: Any) -> Story | None:
        """Make it a story of the user's, in these words where they changed them; once."""
        if self.settled_at is not None:
            return self.told
        words = {
            "action": self.action,
            "result": self.result,
            "numbers": self.numbers,
            "skills": self.skills,
            "when": self.when,
            **fields,
        }
        title = words.pop("title", self.title)
        says = f"The story “{title}” was added"
        with act(self.account, "told_story", at=at, by=by, says=says) as doing:
            story = Story.objects.of(self.account).filter(title=title).first()
            if story is None:
                story = doing.create(Story(title=title, **words))
            doing.change(self, told=story, settled_at=at)
            return story

    def decline(self, *, at: datetime, by: str = Who.USER) -> None:
        """Say that this is no story to tell."""
        if self.settled_at is not None:
            return
        says = f"“{self.title}” is no story to tell"
        with act(self.account, "declined_story", at=at, by=by, says=says) as doing:
            doing.change(self, settled_at=at)
