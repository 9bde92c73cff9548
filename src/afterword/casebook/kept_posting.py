"""An advert that the user kept, because adverts vanish: each of its wordings, with the day it was seen.

Apart from `watched.py`: a board shows what it likes, this the user put here. Without a case it waits
to be told whose it is; what a browser hands in may lie so, and changes nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.event import Act, Who, act
from afterword.casebook.record import Record, RecordQuerySet
from afterword.casebook.watched import plain
from afterword.terms.watching import Posting


class KeptPostingQuerySet(RecordQuerySet["KeptPosting"]):
    def waiting(self) -> KeptPostingQuerySet:
        """Those of which nobody has said yet which case they belong to."""
        return self.filter(case__isnull=True)


class KeptPosting(Record):
    """One advert. Board, tenant and mark are its identity (`terms.Posting`); `title` is the latest."""

    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="kept_postings"
    )
    board = models.CharField(max_length=32)
    tenant = models.CharField(max_length=300, blank=True)
    mark = models.CharField(max_length=300)
    title = models.CharField(max_length=300)
    company = models.CharField(max_length=300, blank=True)
    url = models.TextField(blank=True)

    objects = KeptPostingQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["account", "board", "tenant", "mark"], name="one_kept_posting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.company}" if self.company else self.title

    @classmethod
    def known(cls, account: UUID, posting: Posting) -> KeptPosting | None:
        """The same advert, kept before."""
        rows = cls.objects.of(account).select_related("case__company")
        return rows.filter(
            board=posting.board, tenant=posting.tenant[:300], mark=posting.id[:300]
        ).first()

    @classmethod
    def keep(
        cls,
        *,
        account: UUID,
        posting: Posting,
        how: str,
        at: datetime,
        case: Case | None = None,
        same_as: KeptPosting | None = None,
        by: str = Who.USER,
    ) -> PostingVersion:
        """Keep an advert as it reads now: a new one, a new wording, or the old one seen again.

        `same_as` is the advert that it is another wording of, where the user's words and not its
        address say so. A case given here is not taken from one that has one.
        """
        says = f"The advert “{posting.title[:100]}” was kept"
        whose = case if case is not None else getattr(same_as, "case", None)
        with act(account, "kept_posting", at=at, by=by, case=whose, says=says) as doing:
            kept = same_as or cls.known(account, posting)
            if kept is None:
                kept = doing.create(
                    cls(
                        case=case,
                        board=posting.board[:32],
                        tenant=posting.tenant[:300],
                        mark=posting.id[:300],
                        title=posting.title[:300],
                        company=posting.company[:300],
                        url=posting.url,
                    )
                )
            elif kept.case_id is None and case is not None:
                doing.change(kept, case=case)
            doing.case = kept.case_id
            return kept._take(posting, how, doing)

    def _take(self, posting: Posting, how: str, doing: Act) -> PostingVersion:
        latest = self.versions.order_by("-seen_at", "-id").first()
        if latest is not None and latest.digest == digest_of(posting):
            # Once a day is enough to know how long a wording stood.
            if doing.at.date() > latest.last_at.date():
                doing.change(latest, last_at=doing.at)
            return latest
        doing.change(
            self,
            title=posting.title[:300],
            company=posting.company[:300] or self.company,
            url=self.url or posting.url,
        )
        if latest is not None:
            doing.says = f"The advert “{posting.title[:100]}” reads otherwise now"
        return doing.create(
            PostingVersion(
                kept=self,
                digest=digest_of(posting),
                posting=plain(posting),
                how=how,
                seen_at=doing.at,
                last_at=doing.at,
            )
        )

    def belongs(self, *, case: Case | None, at: datetime, by: str = Who.USER) -> None:
        """Say which case it is about; None puts it back among those that wait."""
        if self.case_id == (case.pk if case is not None else None):
            return
        says = f"The advert “{self.title[:100]}” belongs to {case or 'no case yet'}"
        with act(self.account, "placed_posting", at=at, by=by, case=case, says=says) as doing:
            doing.change(self, case=case)

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        """Put it away with all its wordings; undo brings it back."""
        if not KeptPosting.objects.filter(pk=self.pk).exists():
            return
        says = f"The advert “{self.title[:100]}” was put away"
        with act(self.account, "dropped_posting", at=at, by=by, case=self.case_id, says=says) as it:
            for version in self.versions.all():
                it.remove(version)
            it.remove(self)


class PostingVersion(Record):
    """One wording of it, from the day it was first seen (`seen_at`) to the last it was seen so.

    `how` is the way it came: link, pasted, file, browser.
    """

    kept = models.ForeignKey(KeptPosting, on_delete=models.PROTECT, related_name="versions")
    digest = models.CharField(max_length=64)
    posting = models.JSONField()
    how = models.CharField(max_length=16)
    seen_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta(Record.Meta):
        ordering = ["seen_at", "id"]

    def as_posting(self) -> Posting:
        """The advert in the words of the house."""
        held: dict[str, Any] = dict(self.posting)
        for name in ("posted", "closes"):
            held[name] = date.fromisoformat(held[name]) if held.get(name) else None
        held["changed"] = datetime.fromisoformat(held["changed"]) if held.get("changed") else None
        return Posting(**{**held, "places": tuple(held.get("places") or ())})


def digest_of(posting: Posting) -> str:
    """What makes two looks the same wording: all a reader sees; not the address, nor white space."""
    bare = replace(posting, url="", changed=None, text=" ".join(posting.text.split()))
    said = plain(bare)
    return sha256(repr(sorted(said.items())).encode()).hexdigest()
