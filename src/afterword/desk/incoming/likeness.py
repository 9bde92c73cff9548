"""Who may be entered twice: the people of the casebook laid before counsel."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from afterword.casebook.handle import Handle
from afterword.casebook.introducing import TOGETHER
from afterword.casebook.person import Person
from afterword.casebook.same_person import apart
from afterword.counsel.same_person import Entry, Pair, same_people


@dataclass(frozen=True, slots=True)
class Twice:
    """Two entries that may be one person, and why."""

    one: Person
    other: Person
    pair: Pair


def proposals(account: UUID, *, most: int = 200) -> tuple[Twice, ...]:
    """Pairs to ask about, the surest first; the one known longer stands first."""
    people = Person.objects.of(account).select_related("company").prefetch_related("addresses")
    by_id = {str(one.pk): one for one in people}
    marks: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = Handle.objects.of(account).filter(kind__in=("phone", "profile", TOGETHER))
    for person, kind, value in rows.values_list("person_id", "kind", "value"):
        marks[str(person)][kind].add(value)
    entries = [
        Entry(
            id=key,
            name=one.name,
            firm=one.company.key if one.company else "",
            emails=frozenset(row.email for row in one.addresses.all()),
            phones=frozenset(marks[key]["phone"]),
            profiles=frozenset(marks[key]["profile"]),
            cards=frozenset(marks[key][TOGETHER]),
        )
        for key, one in by_id.items()
    ]
    found = same_people(entries, apart(account))[:most]
    return tuple(Twice(by_id[pair.one], by_id[pair.other], pair) for pair in found)
