"""A letter's rest overruled, and what a friend said of it: who, when and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from afterword.casebook.event import Who, act
from afterword.casebook.letter import Letter
from afterword.casebook.record import Record


class Waiver(Record):
    """The user let a letter go before its night was over, and said why (or said nothing)."""

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="waiver")
    at = models.DateTimeField()
    why = models.CharField(max_length=300, blank=True)

    @classmethod
    def give(cls, *, letter: Letter, why: str, at: datetime, by: str = Who.USER) -> Waiver:
        """Overrule the rest; a second time changes nothing."""
        says = "A letter goes without its night"
        with act(
            letter.account, "waived_rest", at=at, by=by, case=letter.case_id, why=why, says=says
        ) as doing:
            found = cls.objects.filter(letter=letter).first()
            return found or doing.create(cls(letter=letter, at=at, why=why[:300]))

    def take_back(self, *, at: datetime, by: str = Who.USER) -> None:
        """Let it rest after all."""
        if not Waiver.objects.filter(pk=self.pk).exists():
            return
        case = self.letter.case_id
        with act(
            self.account,
            "rests_after_all",
            at=at,
            by=by,
            case=case,
            says="A letter rests after all",
        ) as doing:
            doing.remove(self)


class Comment(Record):
    """What a friend said of one sentence, or of the whole letter where `sentence` is empty.

    The sentence is kept as it stood, so that the comment finds it again after an edit.
    """

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="comments")
    sentence = models.TextField(blank=True)
    text = models.TextField()
    by_name = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True)

    @classmethod
    def bring(
        cls,
        *,
        letter: Letter,
        found: Iterable[tuple[str, str, str]],
        at: datetime,
        by: str = Who.USER,
    ) -> int:
        """Keep what came back, as (sentence, comment, name); how many were not known before."""
        known = set(cls.objects.filter(letter=letter).values_list("sentence", "text"))
        fresh = [one for one in dict.fromkeys(found) if (one[0], one[1]) not in known]
        with act(
            letter.account,
            "brought_comments",
            at=at,
            by=by,
            case=letter.case_id,
            says="A friend's comments came back",
        ) as doing:
            for sentence, text, name in fresh:
                doing.create(
                    cls(letter=letter, sentence=sentence, text=text[:4000], by_name=name[:200])
                )
        return len(fresh)

    def settle(self, *, at: datetime, by: str = Who.USER) -> None:
        """The user has seen to it, or lets it stand."""
        with act(
            self.account,
            "settled_comment",
            at=at,
            by=by,
            case=self.letter.case_id,
            says="A comment was seen to",
        ) as doing:
            if self.done_at is None:
                doing.change(self, done_at=at)
