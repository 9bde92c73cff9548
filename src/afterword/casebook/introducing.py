"""People brought in from an address book: met by an address or a mark that is theirs alone, else new.

Part of the verb that brings the file in. A name alone joins nobody; who may be the
same is proposed afterwards. What is known is never overwritten, only filled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from afterword import terms
from afterword.casebook.company import Company, key_of
from afterword.casebook.event import Act
from afterword.casebook.forgotten import Marks
from afterword.casebook.handle import ALONE, Handle
from afterword.casebook.person import Person, PersonAddress

#: A card that held addresses of two people gives this mark to both, so that it can be asked.
TOGETHER = "together"


class Introductions:
    """Everybody of one file, one after another, in a fixed number of questions to the database."""

    def __init__(self, account: UUID, doing: Act) -> None:
        self.account, self.doing = account, doing
        self.counts: Counter[str] = Counter()
        self.people = Person.objects.of(account).select_related("company").in_bulk()
        rows = PersonAddress.objects.of(account).values_list("email", "person_id")
        self.by_email = dict(rows)
        marks = Handle.objects.of(account)
        self.marks = {
            (kind, value, person)
            for kind, value, person in marks.values_list("kind", "value", "person_id")
        }
        self.by_mark = {
            (kind, value): person for kind, value, person in self.marks if kind in ALONE
        }
        self.connected = {person for kind, _, person in self.marks if kind == "met"}
        self.out = Marks(account)
        self.firms = {one.key: one for one in Company.objects.of(account)}

    def all(self, contacts: Iterable[terms.Contact]) -> Counter[str]:
        """Meet each; the answer counts who was new, who known, and who stands at another firm here."""
        for contact in contacts:
            self.meet(contact)
        return self.counts

    def meet(self, contact: terms.Contact) -> UUID | None:
        """The person of this entry, by key; None for somebody the user had forgotten."""
        emails = [one[:320] for one in contact.emails]
        pages = (contact.profile, contact.card, *contact.phones)
        if self.out and self.out.anyone(contact.name, emails, pages):
            self.counts["people_forgotten"] += 1
            return None
        card = contact.card or ("" if emails or contact.profile else _row_mark(contact))
        found = [self.by_email[one] for one in emails if one in self.by_email]
        for mark in (("profile", contact.profile), ("card", card)):
            if mark[1] and mark in self.by_mark:
                found.append(self.by_mark[mark])
        keys = list(dict.fromkeys(found))
        firm = self._firm(contact.company)
        if keys:
            person = self.people[keys[0]]
            self._fill(person, contact, firm)
            self.counts["people_known"] += 1
        else:
            person = self.doing.create(
                Person(
                    name=contact.name[:200],
                    title=contact.title[:200],
                    company=firm,
                    note=contact.note,
                    postal=contact.postal,
                )
            )
            self.people[person.pk] = person
            self.counts["people_new"] += 1
        for email in emails:
            if email not in self.by_email:
                self.doing.create(PersonAddress(person=person, email=email))
                self.by_email[email] = person.pk
        met = contact.met.isoformat() if contact.met else ""
        for kind, value in (("profile", contact.profile), ("card", card), ("met", met)):
            self._mark(person, kind, value)
        for phone in contact.phones:
            self._mark(person, "phone", phone)
        for other in keys[1:]:
            token = sha256(" ".join(sorted(map(str, keys))).encode()).hexdigest()[:32]
            for one in (person, Person(pk=other, account=self.account)):
                self._mark(one, TOGETHER, token)
        return person.pk

    def _firm(self, name: str) -> Company | None:
        key = key_of(name)
        if not key:
            return None
        if key not in self.firms:
            self.firms[key] = Company.named(name, doing=self.doing)
        return self.firms[key]

    def _fill(self, person: Person, contact: terms.Contact, firm: Company | None) -> None:
        given = {"name": contact.name[:200], "note": contact.note, "postal": contact.postal}
        if person.company is None or person.company == firm:
            given["title"] = contact.title[:200]
        fields: dict[str, object] = {
            name: value for name, value in given.items() if value and not getattr(person, name)
        }
        if firm is not None and person.company is None:
            fields["company"] = firm
        elif firm is not None and person.company != firm:
            self.counts["people_elsewhere"] += 1
        if fields:
            self.doing.change(person, **fields)

    def _mark(self, person: Person, kind: str, value: str) -> None:
        value = value.strip()[:500]
        if not value or (kind, value, person.pk) in self.marks:
            return
        if kind in ALONE and (kind, value) in self.by_mark:
            return
        if kind == "met":
            if person.pk in self.connected:
                return
            self.connected.add(person.pk)
        self.doing.create(Handle(person=person, kind=kind, value=value))
        self.marks.add((kind, value, person.pk))
        if kind in ALONE:
            self.by_mark[kind, value] = person.pk


def _row_mark(contact: terms.Contact) -> str:
    """Stands for an entry that has no mark of its own, so that the same file twice adds nobody."""
    told = (contact.name, contact.company, contact.title, *contact.phones)
    return "row:" + sha256("\n".join(told).encode()).hexdigest()[:32]
