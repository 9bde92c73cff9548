"""How the user is: a word a day if they wish, and a journal that nothing here reads."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import models

from afterword import terms
from afterword.casebook.event import Event, Who, act
from afterword.casebook.record import Record, in_one_go


class CheckIn(Record):
    """Two taps: a word for the day, and whether rest is wanted. Never a number, never a trend."""

    on = models.DateField()
    feeling = models.CharField(max_length=16)
    rest = models.CharField(max_length=16, blank=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "on"], name="one_check_in")]

    @classmethod
    def note(
        cls,
        *,
        account: UUID,
        on: date,
        feeling: str,
        at: datetime,
        rest: str = "",
        by: str = Who.USER,
    ) -> CheckIn:
        """Keep the word of a day; another one of the same day takes its place."""
        feeling = str(terms.Feeling(feeling))
        with act(account, "checked_in", at=at, by=by, says="A word for today") as doing:
            found = cls.objects.of(account).filter(on=on).first()
            if found is None:
                return doing.create(cls(on=on, feeling=feeling, rest=rest))
            doing.change(found, feeling=feeling, rest=rest)
            return found


class NotNow(Record):
    """What the user put away: an offer, an exercise, the line on Today. One a thing, no trail.

    It holds from `on` to `until`, both included; `until` None is for good.
    """

    what = models.CharField(max_length=16)
    on = models.DateField()
    until = models.DateField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "what"], name="one_not_now")]

    @classmethod
    def say(cls, *, account: UUID, what: str, on: date, until: date | None, at: datetime) -> NotNow:
        """Put it away; the newest word stands, and nothing of the older ones is kept."""
        with act(account, "put_away", at=at, by=Who.USER, says="Not now, then") as doing:
            found = cls.objects.of(account).filter(what=what).first()
            if found is None:
                return doing.create(cls(what=what, on=on, until=until))
            doing.change(found, on=on, until=until)
            return found

    @classmethod
    def lift(cls, *, account: UUID, what: str, at: datetime) -> None:
        """It may be brought up again."""
        found = cls.objects.of(account).filter(what=what).first()
        if found is None:
            return
        with act(
            account, "may_ask_again", at=at, by=Who.USER, says="It may be asked again"
        ) as doing:
            doing.remove(found)


class JournalPage(Record):
    """Private words. No rule, model, search or letter here ever opens them."""

    on = models.DateField()
    text = models.TextField()

    @classmethod
    def write(
        cls, *, account: UUID, on: date, text: str, at: datetime, by: str = Who.USER
    ) -> JournalPage:
        """Keep a page; the same words of the same day are one page."""
        says = "A page of your journal"
        with act(account, "wrote_journal", at=at, by=by, says=says) as doing:
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

    def forget(self, *, at: datetime) -> None:
        """Take the page out for good, with every copy that undo kept; nothing brings it back."""
        if not JournalPage.objects.filter(pk=self.pk).exists():
            return
        with in_one_go(Event):
            kept = Event.objects.of(self.account).filter(verb__endswith="_journal")
            for event in kept.iterator(chunk_size=500):
                if any(entry["id"] == str(self.pk) for entry in event.ledger):
                    event.ledger, event.undoable = [], False
                    event.save(update_fields=["ledger", "undoable"])
            self.delete()
            Event(
                account=self.account,
                entered_at=at,
                at=at,
                who=Who.USER,
                verb="forgot_journal",
                says="A page was taken out for good",
                undoable=False,
            ).save(force_insert=True)
