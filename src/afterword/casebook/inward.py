"""How the user is: a word a day if they wish, and a journal that nothing here reads."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import models

from afterword import terms
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class CheckIn(Record):
    """Two taps: a word for the day, and whether rest is wanted. Never a number, never a trend."""

    on = models.DateField()
    feeling = models.CharField(max_length=16)
    rest = models.CharField(max_length=16, blank=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "on"], name="one_check_in")]

    @classmethod
    def note(
        cls, *, account: UUID, on: date, feeling: str, at: datetime, rest: str = ""
    ) -> CheckIn:
        """Keep the word of a day; another one of the same day takes its place."""
        feeling = str(terms.Feeling(feeling))
        with act(account, "checked_in", at=at, by=Who.USER, says="A word for today") as doing:
            found = cls.objects.of(account).filter(on=on).first()
            if found is None:
                return doing.create(cls(on=on, feeling=feeling, rest=rest))
            doing.change(found, feeling=feeling, rest=rest)
            return found


class JournalPage(Record):
    """Private words. No rule, model, search or letter here ever opens them."""

    on = models.DateField()
    text = models.TextField()

    @classmethod
    def write(cls, *, account: UUID, on: date, text: str, at: datetime) -> JournalPage:
        """Keep a page; the same words of the same day are one page."""
        says = "A page of your journal"
        with act(account, "wrote_journal", at=at, by=Who.USER, says=says) as doing:
            found = cls.objects.of(account).filter(on=on, text=text).first()
            return found or doing.create(cls(on=on, text=text))

    def rewrite(self, *, text: str, at: datetime) -> None:
        with act(self.account, "rewrote_journal", at=at, says="A page of your journal") as doing:
            doing.change(self, text=text)

    def drop(self, *, at: datetime) -> None:
        if not JournalPage.objects.filter(pk=self.pk).exists():
            return
        with act(self.account, "dropped_journal", at=at, says="A page was taken out") as doing:
            doing.remove(self)
