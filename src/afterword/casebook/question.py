"""What the program asks instead of guessing: which case a mail belongs to, whose an address is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.event import Act, Who, act
from afterword.casebook.message import Message
from afterword.casebook.profile import OwnAddress
from afterword.casebook.record import Record, RecordQuerySet

#: The subject may tell the verdict, so while its letter is closed the question is asked without it.
CLOSED = "A closed letter came. Which process does it belong to?"


class QuestionQuerySet(RecordQuerySet["Question"]):
    def open(self) -> QuestionQuerySet:
        return self.filter(answered_at__isnull=True)

    def with_seal(self) -> QuestionQuerySet:
        """With what tells whether the letter asked about is closed."""
        rows = self.select_related("message__correction", "message__opening")
        return rows.defer("message__text", "message__reading", "message__envelope")


class Question(Record):
    """`about` is what is asked: link, own_address, appointment or correction; `key` makes it ask once.

    `candidates` lists what is offered, each with an `id` and the words to show.
    """

    about = models.CharField(max_length=32)
    key = models.CharField(max_length=320)
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.CASCADE, related_name="questions"
    )
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.CASCADE, related_name="questions"
    )
    text = models.TextField()
    candidates = models.JSONField(default=list)
    answered_at = models.DateTimeField(null=True)
    answer = models.JSONField(null=True)

    objects = QuestionQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "about", "key"], name="one_question")
        ]
        indexes = [
            models.Index(
                fields=["account"],
                condition=models.Q(answered_at__isnull=True),
                name="question_open",
            )
        ]

    @property
    def shown(self) -> str:
        """The question as it may be read: a closed letter is asked about unopened."""
        return CLOSED if self.message is not None and self.message.is_sealed else self.text

    def reply(self, *, answer: Any, at: datetime, by: str = Who.USER) -> None:
        """Answer it, and do what the answer says; a second answer changes nothing.

        link: the id of a case, "new" for a case of its own, "none" for no case.
        own_address: true or false.
        appointment: the id of a case, "none" for no talk about a job.
        """
        if self.answered_at is not None:
            return
        says = "You answered a question"
        case = self.case_id
        with act(self.account, "answered_question", at=at, by=by, case=case, says=says) as doing:
            doing.change(self, answered_at=at, answer=answer)
            DOES.get(self.about, _note_only)(self, answer, doing)


def _link(question: Question, answer: Any, doing: Act) -> None:
    from afterword.casebook.filing import place

    if question.message is not None and answer != "none":
        known = Case.objects.of(question.account)
        case = None if answer == "new" else known.get(pk=answer).remains
        place(question.message, case, doing=doing)


def _own(question: Question, answer: Any, doing: Act) -> None:
    row = OwnAddress.objects.of(question.account).filter(email=question.key).first()
    if row is not None:
        when = {"confirmed_at": doing.at} if answer else {"declined_at": doing.at}
        doing.change(row, **when)


def _note_only(question: Question, answer: Any, doing: Act) -> None:
    return


def _appointment(question: Question, answer: Any, doing: Act) -> None:
    from afterword.casebook.dated import settle

    known = Case.objects.of(question.account)
    case = None if answer == "none" else known.get(pk=answer).remains
    settle(question.account, question.key, case, doing=doing)


DOES = {"link": _link, "own_address": _own, "appointment": _appointment}
