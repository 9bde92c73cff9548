"""A firm's news feed that the user asked to be read, and what it brought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models

from afterword import terms
from afterword.casebook.company import Company
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record, RecordQuerySet, in_one_go
from afterword.casebook.values import to_plain

#: So many items are kept of a feed: what a firm's daily phrases are is learned from them.
KEPT_ITEMS = 80
#: What a look writes; all else is the user's, who may have said something while it was under way.
_LOOKED = ("items", "etag", "modified", "title", "looked_at", "due_at", "trouble", "failures")


class WatchedFeedQuerySet(RecordQuerySet["WatchedFeed"]):
    def watched(self) -> WatchedFeedQuerySet:
        return self.filter(left_at__isnull=True)

    def due(self, at: datetime) -> WatchedFeedQuerySet:
        asked = models.Q(due_at__isnull=True) | models.Q(due_at__lte=at)
        return self.watched().filter(asked)


class WatchedFeed(Record):
    """One feed of one firm; `items` are its newest, as plain `terms.FeedItem`."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="feeds")
    url = models.TextField()
    title = models.CharField(max_length=300, blank=True)
    left_at = models.DateTimeField(null=True)
    etag = models.TextField(blank=True)
    modified = models.CharField(max_length=64, blank=True)
    looked_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)
    failures = models.IntegerField(default=0)
    items = models.JSONField(default=list)

    objects = WatchedFeedQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "url"], name="one_feed")]

    def __str__(self) -> str:
        return self.title or self.url

    @classmethod
    def add(
        cls, *, account: UUID, company: Company, url: str, at: datetime, by: str = Who.USER
    ) -> WatchedFeed:
        """Read this feed from now on; one that was left is taken up again."""
        says = f"The news of {company} is read"
        with act(account, "watched_feed", at=at, by=by, says=says) as doing:
            found = cls.objects.of(account).filter(url=url).first()
            if found is None:
                return doing.create(cls(company=company, url=url[:2000]))
            doing.change(found, company=company, left_at=None)
            return found

    def leave(self, *, at: datetime, by: str = Who.USER) -> None:
        """Read it no more; what it brought stays."""
        if self.left_at is not None:
            return
        says = f"The news of {self.company} is not read any more"
        with act(self.account, "left_feed", at=at, by=by, says=says) as doing:
            doing.change(self, left_at=at)

    def saw(
        self,
        items: Iterable[terms.FeedItem] | None,
        *,
        at: datetime,
        due_at: datetime,
        title: str = "",
        etag: str = "",
        modified: str = "",
        trouble: str = "",
    ) -> None:
        """What a look came to; None where nothing had changed."""
        with in_one_go(WatchedFeed):
            if items is not None:
                fresh = {one.id: to_plain(one) for one in items}
                kept = [one for one in self.items if one["id"] not in fresh]
                self.items = [*fresh.values(), *kept][:KEPT_ITEMS]
                self.etag, self.modified = etag, modified
            self.title = title[:300] or self.title
            self.looked_at, self.due_at, self.trouble, self.failures = at, due_at, trouble, 0
            self.save(update_fields=_LOOKED)

    def missed(self, *, at: datetime, due_at: datetime, trouble: str) -> None:
        """A look that came to nothing: why, and when it is tried again."""
        self.looked_at, self.due_at, self.trouble = at, due_at, trouble
        self.failures += 1
        self.save(update_fields=["looked_at", "due_at", "trouble", "failures"])

    def as_items(self) -> tuple[terms.FeedItem, ...]:
        """What it brought, newest first, in the words of the house."""
        return tuple(
            terms.FeedItem(
                one["id"],
                one["title"],
                one.get("url", ""),
                datetime.fromisoformat(one["at"]) if one.get("at") else None,
                one.get("text", ""),
            )
            for one in self.items
        )
