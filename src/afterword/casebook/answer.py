"""What the user said of a factor, a gate or a band, and when; the last word counts."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.record import Record


class Answer(Record):
    """`key` is F1–F10, W1–W8, G1–G9, a name of the context, or `band` for an overruling."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="answers")
    key = models.CharField(max_length=32)
    value = models.JSONField(null=True)
    basis = models.CharField(max_length=16, default=terms.Basis.SAID)
    at = models.DateTimeField()
    why = models.TextField(blank=True)

    class Meta(Record.Meta):
        indexes = [models.Index(fields=["account", "case", "key"])]

    @classmethod
    def give(
        cls,
        *,
        case: Case,
        key: str,
        value: float | bool | str | None,
        at: datetime,
        by: str = Who.USER,
        basis: str = terms.Basis.SAID,
        why: str = "",
        asks: str = "",
    ) -> Answer:
        """Answer one question, in the words of `asks`; None takes an earlier answer back.

        Saying the same on the same day adds nothing; on a later day it renews
        the answer, because some answers grow stale (method 4.3).
        """
        last = cls.objects.filter(case=case, key=key).order_by("at", "id").last()
        question = f"“{asks}”" if asks else "a question"
        says = f"You answered {question} for {case}"
        with act(case.account, "answered", at=at, by=by, case=case, why=why, says=says) as doing:
            same = last is not None and (last.value, last.basis) == (value, str(basis))
            if last is not None and same and last.at.date() == at.date():
                return last
            return doing.create(
                cls(case=case, key=key, value=value, basis=str(basis), at=at, why=why)
            )


def overrule(
    *, case: Case, band: str | None, at: datetime, by: str = Who.USER, why: str = ""
) -> Answer:
    """Say what you will do instead of the advice; None returns to the advice. Never argued with."""
    value = str(terms.Band(band)) if band else None
    return Answer.give(
        case=case, key="band", value=value, at=at, by=by, why=why, asks="What will you do?"
    )
