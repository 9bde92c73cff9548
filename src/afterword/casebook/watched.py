"""A firm's job board that is watched, and every advert seen on it, version by version, with its days.

A board is proposed once, where a mail or an advert led to it, and looked at only when the user said
yes. An advert keeps each of its wordings: a changed text after an interview says something.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from afterword.casebook.company import Company
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record, RecordQuerySet, in_one_go
from afterword.terms.watching import BoardSeen, Posting


class WatchedBoardQuerySet(RecordQuerySet["WatchedBoard"]):
    def proposed(self) -> WatchedBoardQuerySet:
        return self.filter(confirmed_at__isnull=True, declined_at__isnull=True)

    def watched(self) -> WatchedBoardQuerySet:
        return self.filter(confirmed_at__isnull=False, declined_at__isnull=True)

    def due(self, at: datetime) -> WatchedBoardQuerySet:
        return self.watched().filter(Q(due_at__isnull=True) | Q(due_at__lte=at))


class WatchedBoard(Record):
    """One firm's board. `tenant` is its name there; `found_in` says where it was come upon."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="boards")
    board = models.CharField(max_length=32)
    tenant = models.CharField(max_length=300)
    found_in = models.TextField(blank=True)
    found_url = models.TextField(blank=True)
    confirmed_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    # What the program notes for itself at each look.
    etag = models.TextField(blank=True)
    modified = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    looked_at = models.DateTimeField(null=True)
    whole_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)
    failures = models.IntegerField(default=0)

    objects = WatchedBoardQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "board", "tenant"], name="one_board")
        ]

    def __str__(self) -> str:
        return f"{self.board}: {self.tenant}"

    @classmethod
    def propose(
        cls,
        *,
        account: UUID,
        company: Company,
        board: str,
        tenant: str,
        at: datetime,
        found_in: str = "",
        found_url: str = "",
        by: str = Who.MACHINE,
    ) -> WatchedBoard:
        """Note a board that was come upon, to be asked about once; a known one stays as it is."""
        found = cls.objects.of(account).filter(board=board, tenant=tenant).first()
        if found is not None:
            return found
        says = f"A job board of {company} was come upon"
        with act(account, "found_board", at=at, by=by, says=says) as doing:
            return doing.create(
                cls(
                    company=company,
                    board=board,
                    tenant=tenant[:300],
                    found_in=found_in,
                    found_url=found_url[:2000],
                )
            )

    def confirm(self, *, at: datetime, by: str = Who.USER) -> None:
        """Look at it from now on. A second call changes nothing."""
        if self.confirmed_at is not None and self.declined_at is None:
            return
        says = f"The job board of {self.company} is watched"
        with act(self.account, "watched_board", at=at, by=by, says=says) as doing:
            doing.change(self, confirmed_at=at, declined_at=None)

    def leave(self, *, at: datetime, by: str = Who.USER) -> None:
        """Look at it no more, and do not ask again; what was seen stays."""
        if self.declined_at is not None:
            return
        says = f"The job board of {self.company} is not watched"
        with act(self.account, "left_board", at=at, by=by, says=says) as doing:
            doing.change(self, declined_at=at)

    def saw(
        self, seen: BoardSeen | None, *, at: datetime, due_at: datetime, trouble: str = "",
        **marks: str,
    ) -> None:  # fmt: skip
        """What a look came to; None where the board said that nothing had changed."""
        with in_one_go(WatchedBoard):
            if seen is not None:
                Advert.keep(self, seen, at=at)
            whole = seen is None or seen.whole
            self.looked_at, self.due_at, self.trouble, self.failures = at, due_at, trouble, 0
            self.whole_at = at if whole else self.whole_at
            for name, value in marks.items():
                setattr(self, name, value)
            self.save(update_fields=[*_LOOKED, *marks])

    def missed(self, *, at: datetime, due_at: datetime, trouble: str, counts: bool = True) -> None:
        """A look that came to nothing: why, and when it is tried again."""
        self.due_at, self.trouble = due_at, trouble
        self.failures += int(counts)
        self.looked_at = at if counts else self.looked_at
        self.save(update_fields=["looked_at", "due_at", "trouble", "failures"])


_LOOKED = ["looked_at", "due_at", "trouble", "failures", "whole_at"]


class AdvertQuerySet(RecordQuerySet["Advert"]):
    def there(self) -> AdvertQuerySet:
        return self.filter(gone_at__isnull=True)


class Advert(Record):
    """One wording of one advert: from the first look that showed it until the look that did not.

    An advert that comes back, or reads otherwise, begins a new row; `wording` counts them. While it
    stands (`gone_at` None) it was last seen when its board was last whole.
    """

    derived = True

    board = models.ForeignKey(WatchedBoard, on_delete=models.CASCADE, related_name="adverts")
    mark = models.CharField(max_length=300)
    wording = models.IntegerField(default=1)
    title = models.CharField(max_length=500)
    digest = models.CharField(max_length=64)
    # The advert as terms.Posting, plain values.
    posting = models.JSONField()
    first_seen = models.DateTimeField()
    # Of one that is gone: when it was last there. `gone_at`: the look that missed it.
    last_seen = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)

    objects = AdvertQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["account", "board", "mark", "wording"], name="one_wording"
            )
        ]
        ordering = ["mark", "wording"]

    def __str__(self) -> str:
        return self.title

    def as_posting(self) -> Posting:
        """The advert in the words of the house."""
        held = dict(self.posting)
        for name in ("posted", "closes"):
            held[name] = date.fromisoformat(held[name]) if held.get(name) else None
        held["changed"] = datetime.fromisoformat(held["changed"]) if held.get("changed") else None
        held["places"] = tuple(held.get("places") or ())
        return Posting(**held)

    @classmethod
    def keep(cls, board: WatchedBoard, seen: BoardSeen, *, at: datetime) -> None:
        """Hold what a look showed against what stands; part of the verb that ends a look."""
        rows = cls.objects.of(board.account).filter(board=board)
        standing = {one.mark: one for one in rows.there()}
        wordings = dict(rows.values_list("mark").annotate(n=models.Max("wording")))
        before = board.whole_at or at
        new: list[Advert] = []
        for posting in seen.postings:
            mark = posting.id[:300]
            row = standing.pop(mark, None)
            if row is not None:
                if not posting.text and row.posting.get("text"):
                    posting = replace(posting, text=row.posting["text"])
                if row.digest == digest_of(posting):
                    continue
                if not row.posting.get("text"):
                    # The text came a day later than the title: the same wording, now whole.
                    cls.objects.filter(pk=row.pk).update(**_fields(posting))
                    continue
                cls.objects.filter(pk=row.pk).update(gone_at=at, last_seen=before)
            new.append(
                cls(
                    account=board.account,
                    entered_at=at,
                    board=board,
                    mark=mark,
                    wording=wordings.get(mark, 0) + 1,
                    first_seen=at,
                    **_fields(posting),
                )
            )
        cls.objects.bulk_create(new)
        if seen.whole and standing:
            gone = [one.pk for one in standing.values()]
            cls.objects.filter(pk__in=gone).update(gone_at=at, last_seen=before)

    @classmethod
    def with_text(cls, board: WatchedBoard) -> frozenset[str]:
        """The marks of the standing adverts whose text is held."""
        rows = cls.objects.of(board.account).filter(board=board).there()
        return frozenset(rows.exclude(posting__text="").values_list("mark", flat=True))


def _fields(posting: Posting) -> dict[str, Any]:
    return {
        "title": posting.title[:500],
        "digest": digest_of(posting),
        "posting": plain(posting),
    }


def plain(posting: Posting) -> dict[str, Any]:
    """An advert as JSON."""
    held = asdict(posting)
    for name in ("posted", "closes", "changed"):
        held[name] = held[name].isoformat() if held[name] else None
    return {**held, "places": list(posting.places)}


def digest_of(posting: Posting) -> str:
    """What makes two looks at an advert the same wording: all a reader sees, not when it was touched."""
    seen: Iterable[Any] = (
        posting.title, posting.places, posting.remote, posting.department, posting.contract,
        posting.posted, posting.closes, posting.text,
    )  # fmt: skip
    return sha256(repr(tuple(seen)).encode()).hexdigest()
