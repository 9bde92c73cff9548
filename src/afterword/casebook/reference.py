"""Who may vouch for the user: asked or not, last told what, and what they said they will say."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Who, act
from afterword.casebook.person import Person
from afterword.casebook.record import Record


class Reference(Record):
    """One a person. `consent_on` is the day they agreed; without it nobody is named to a firm."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="reference")
    kind = models.CharField(max_length=16, default=terms.ReferenceKind.MANAGER)
    status = models.CharField(max_length=32, default=terms.ReferenceStatus.CANDIDATE_IDEA)
    signal = models.CharField(max_length=24, default=terms.ReferenceSignal.UNKNOWN)
    about = models.TextField(blank=True)
    will_say = models.TextField(blank=True)
    consent_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.person)

    @classmethod
    def consider(
        cls, *, person: Person, at: datetime, by: str = Who.USER, **fields: Any
    ) -> Reference:
        """Put somebody on the register, or change what stands there; a second call adds nobody."""
        fields = _checked(fields)
        says = f"{person} may vouch for you"
        with act(person.account, "considered_reference", at=at, by=by, says=says) as doing:
            found = cls.objects.filter(person=person).first()
            if found is None:
                return doing.create(cls(person=person, **fields))
            doing.change(found, **fields)
            return found

    def mend(self, *, at: datetime, by: str = Who.USER, **fields: Any) -> None:
        """Set kind, status, signal, about, will_say, consent_on, told_on or note."""
        says = f"What stands of {self.person} as a referee was changed"
        with act(self.account, "mended_reference", at=at, by=by, says=says) as doing:
            doing.change(self, **_checked(fields))

    def agree(self, *, on: date, at: datetime, by: str = Who.USER, will_say: str = "") -> None:
        """They agreed to speak, on this day, and perhaps said what they will say."""
        fields: dict[str, Any] = {"status": str(terms.ReferenceStatus.AGREED), "consent_on": on}
        if will_say:
            fields["will_say"] = will_say
        says = f"{self.person} agreed to speak for you"
        with act(self.account, "reference_agreed", at=at, by=by, says=says) as doing:
            doing.change(self, **fields)

    def drop(self, *, at: datetime, by: str = Who.USER) -> None:
        """Take them off the register; the person stays known."""
        if not Reference.objects.filter(pk=self.pk).exists():
            return
        says = f"{self.person} is no longer a referee"
        with act(self.account, "dropped_reference", at=at, by=by, says=says) as doing:
            for one in self.vouchings.all():
                doing.remove(one)
            doing.remove(self)


class Vouching(Record):
    """A referee in one process: told of it, asked by the firm, thanked; each with its day."""

    reference = models.ForeignKey(Reference, on_delete=models.PROTECT, related_name="vouchings")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="vouchings")
    briefed_on = models.DateField(null=True)
    contacted_on = models.DateField(null=True)
    thanked_on = models.DateField(null=True)
    outcome_told_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["reference", "case"], name="one_vouching")]

    @classmethod
    def note_one(
        cls, *, reference: Reference, case: Case, at: datetime, by: str = Who.USER, **fields: Any
    ) -> Vouching:
        """Note a step with a referee in a case; `briefed_on` also counts as the day last told."""
        says = f"{reference.person} and {case}"
        with act(case.account, "vouching", at=at, by=by, case=case, says=says) as doing:
            told = fields.get("briefed_on")
            if told is not None and (reference.told_on is None or reference.told_on < told):
                doing.change(reference, told_on=told)
            found = cls.objects.filter(reference=reference, case=case).first()
            if found is None:
                return doing.create(cls(reference=reference, case=case, **fields))
            doing.change(found, **fields)
            return found


_WORDS = {
    "kind": terms.ReferenceKind,
    "status": terms.ReferenceStatus,
    "signal": terms.ReferenceSignal,
}


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    """The same fields; a `ValueError` for a word that is not in the vocabulary."""
    return {k: str(_WORDS[k](v)) if k in _WORDS else v for k, v in fields.items()}
