"""A talk that was or will be had: when, which round, with whom, and what was said after it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.record import Record


class Interview(Record):
    """With a `message` it was read from a mail, and it is a proposal until the user confirms it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interviews")
    at = models.DateTimeField()
    stage = models.CharField(max_length=32, blank=True)
    #: How they spoke; "" where nobody said so.
    channel = models.CharField(max_length=32, default="", blank=True)
    note = models.TextField(blank=True)
    chemistry = models.TextField(blank=True)
    weak_answers = models.TextField(blank=True)
    promised = models.DateField(null=True)
    debriefed_at = models.DateTimeField(null=True)
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.SET_NULL, related_name="interviews"
    )
    confirmed_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["case", "at"], name="one_interview")]

    @property
    def is_proposal(self) -> bool:
        """Whether only a mail says so thus far."""
        return self.message_id is not None and self.confirmed_at is None

    def confirm(self, *, at: datetime, by: str = Who.USER) -> None:
        """Say that the mail was read right: it takes place then."""
        if not self.is_proposal:
            return
        says = f"The interview on {self.at:%d %B} was confirmed"
        with act(
            self.account, "confirmed_interview", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            doing.change(self, confirmed_at=at)

    @classmethod
    def hold(
        cls,
        *,
        case: Case,
        when: datetime,
        at: datetime,
        by: str = Who.USER,
        people: Iterable[Person] = (),
        **fields: Any,
    ) -> Interview:
        """Note an interview, past or to come; the same hour in the same case is the same one.

        One that a mail proposes for that day becomes this one.
        """
        from afterword.casebook.appointment import on_day

        says = f"An interview on {when:%d %B} for {case}"
        with act(case.account, "interview", at=at, by=by, case=case, says=says) as doing:
            talks = list(cls.objects.filter(case=case))
            found = next((talk for talk in talks if talk.at == when), None) or on_day(talks, when)
            if found is not None and found.is_proposal:
                fields |= {"at": when, "confirmed_at": at}
            if found is None:
                found = doing.create(cls(case=case, at=when, **fields))
            else:
                doing.change(found, **fields)
            there = set(found.present.values_list("person_id", flat=True))
            for person in people:
                if person.pk not in there:
                    doing.create(Present(interview=found, person=person))
            return found

    def debrief(
        self,
        *,
        at: datetime,
        by: str = Who.USER,
        note: str = "",
        chemistry: str = "",
        weak_answers: str = "",
        promised: date | None = None,
    ) -> None:
        """Keep what is fresh: facts apart from feelings, and any date they promised."""
        given = {
            "note": note,
            "chemistry": chemistry,
            "weak_answers": weak_answers,
            "promised": promised,
        }
        kept = {name: value for name, value in given.items() if value}
        says = f"Notes on the interview of {self.at:%d %B}"
        with act(self.account, "debriefed", at=at, by=by, case=self.case_id, says=says) as doing:
            if doing.change(self, **kept) or self.debriefed_at is None:
                doing.change(self, debriefed_at=at)

    def cancel(self, *, at: datetime, by: str = Who.USER) -> None:
        """Remove an interview that did not or will not take place; its remarks stay in the case."""
        if not Interview.objects.filter(pk=self.pk).exists():
            return
        says = f"The interview of {self.at:%d %B} was removed"
        with act(
            self.account, "cancelled_interview", at=at, by=by, case=self.case_id, says=says
        ) as doing:
            for remark in self.remarks.all():
                doing.change(remark, interview=None)
            for present in self.present.all():
                doing.remove(present)
            if self.message is not None and not hasattr(self.message, "no_interview"):
                # Reading the same mail again must not bring it back.
                doing.create(NoInterview(message=self.message, at=at))
            doing.remove(self)


class NoInterview(Record):
    """The user took out the interview that this mail was read to set."""

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="no_interview")
    at = models.DateTimeField()


class Present(Record):
    """Who was in an interview."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="present")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="interviews")

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["interview", "person"], name="one_present")]
