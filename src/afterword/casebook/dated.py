"""Interviews that stand in the user's own calendar: kept by their identity, so that a move moves the same one.

Only entries that are about a process, or may be, are kept; the rest of a calendar is nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import models

from afterword.casebook.case import Case
from afterword.casebook.event import Act, Who
from afterword.casebook.forgotten import Marks
from afterword.casebook.interview import Interview, Present
from afterword.casebook.person import Person
from afterword.casebook.record import Record
from afterword.casebook.seat import Seat


class Dated(Record):
    """One calendar entry. `talk` is the interview it made, None while it is asked or was said to be none.

    No foreign key to the interview: one that the user took out must not come back
    with the next reading, and one that undo brings back is found again by its id.
    """

    mark = models.CharField(max_length=64)
    calendar = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    summary = models.CharField(max_length=500, blank=True)
    place = models.CharField(max_length=500, blank=True)
    version = models.JSONField(default=list)
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.SET_NULL, related_name="dated"
    )
    talk = models.UUIDField(null=True)
    people = models.JSONField(default=list)
    called_off_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "mark"], name="one_dated")]

    def __str__(self) -> str:
        return self.summary or f"{self.at:%d %B}"

    @property
    def interview(self) -> Interview | None:
        """The interview as it stands; None when it was taken out."""
        return (
            Interview.objects.of(self.account).filter(pk=self.talk).first() if self.talk else None
        )


def dated_of(account: UUID, mark: str) -> Dated | None:
    return Dated.objects.of(account).filter(mark=mark).first()


def hold(entry: Dated, case: Case, *, doing: Act) -> Interview:
    """The interview of this entry in this case: one of the same day is the same one, and is confirmed by it."""
    from afterword.casebook.appointment import same_day

    talks = list(Interview.objects.filter(case=case))
    found = next((one for one in talks if one.at == entry.at), None)
    # A proposal read from a mail, or one set down by hand for that day, is this one.
    found = found or next((one for one in talks if same_day(one.at, entry.at)), None)
    if found is None:
        found = doing.create(Interview(case=case, at=entry.at, note=_note(entry)))
    elif found.is_proposal:
        doing.change(found, at=entry.at, confirmed_at=doing.at)
    doing.change(entry, case=case, talk=found.pk, declined_at=None)
    return found


def move(entry: Dated, talk: Interview, *, doing: Act) -> bool:
    """The same interview at its new hour, unless it was had and written down; false when another holds that hour."""
    if talk.debriefed_at is not None or talk.at == entry.at:
        return False
    if Interview.objects.filter(case=talk.case_id, at=entry.at).exclude(pk=talk.pk).exists():
        return False
    return doing.change(talk, at=entry.at)


def call_off(entry: Dated, talk: Interview, *, doing: Act) -> bool:
    """Take the interview out because the calendar says it will not be; one that was had stays."""
    if talk.debriefed_at is not None or talk.remarks.exists():
        return False
    for present in talk.present.all():
        doing.remove(present)
    doing.remove(talk)
    return True


def _note(entry: Dated) -> str:
    return f"From your calendar: {entry.summary}" if entry.summary else "From your calendar."


def seat(entry: Dated, talk: Interview, *, doing: Act) -> None:
    """Who is invited was there, and has a seat in the case; the list of them is kept no longer."""
    there = set(talk.present.values_list("person_id", flat=True))
    seated = set(Seat.objects.filter(case=talk.case_id).values_list("person_id", flat=True))
    out = Marks(entry.account)
    for one in entry.people:
        if out.email(str(one["email"])):
            continue
        person = Person.known(doing=doing, name=str(one.get("name", "")), email=str(one["email"]))
        if person.pk not in there:
            there.add(person.pk)
            doing.create(Present(interview=talk, person=person))
        if person.pk not in seated:
            seated.add(person.pk)
            doing.create(Seat(case=talk.case, person=person, since=doing.at, set_by=Who.MACHINE))
    doing.change(entry, people=[])


def settle(account: UUID, mark: str, case: Case | None, *, doing: Act) -> None:
    """The user's answer to whether an entry is a talk of theirs: of this case, or of none."""
    entry = dated_of(account, mark)
    if entry is None:
        return
    if case is None:
        doing.change(entry, declined_at=doing.at, people=[])
        return
    talk = hold(entry, case, doing=doing)
    seat(entry, talk, doing=doing)


def unname(account: UUID, emails: Iterable[str], name: str, instead: str) -> None:
    """Take a forgotten person out of what calendars told: part of the transaction that forgets them."""
    gone = set(emails)
    for entry in Dated.objects.of(account):
        left = [one for one in entry.people if one.get("email") not in gone]
        words = entry.summary.replace(name, instead)[:500] if name else entry.summary
        if left != entry.people or words != entry.summary:
            entry.people, entry.summary = left, words
            entry.save(update_fields=["people", "summary"])
