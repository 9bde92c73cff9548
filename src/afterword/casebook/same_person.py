"""Two entries that are one person, put together; and two that are not, said once.

Both can be undone. A name alone never joins anybody: the user says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from afterword.casebook.event import Act, Who, act
from afterword.casebook.person import Person
from afterword.casebook.record import Record
from afterword.errors import Refused

#: Filled from the other where the one that stays has nothing.
FILLED = ("name", "title", "company", "country", "postal", "brings", "beside")


class Apart(Record):
    """The user said that these two are different people; it is not proposed again."""

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="apart_from")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="apart_to")

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_apart")]


def join(
    *, person: Person, into: Person, at: datetime, by: str = Who.USER, why: str = ""
) -> Person:
    """Put everything of one person to another; the answer is the one who stays. Undo parts them again."""
    if person.pk == into.pk or not Person.objects.filter(pk=person.pk).exists():
        return into
    if person.account != into.account:
        raise Refused("These two belong to different accounts.")
    says = f"{person} and {into} are one person"
    with act(person.account, "joined_people", at=at, by=by, why=why, says=says) as doing:
        _carry(person, into, doing)
        filled = {name: getattr(person, name) for name in FILLED if not getattr(into, name)}
        notes = [note for note in (into.note, person.note) if note]
        if person.note and person.note not in into.note:
            filled["note"] = "\n".join(notes)
        doing.change(into, **filled)
        doing.remove(Person.objects.get(pk=person.pk))
    return into


def _carry(person: Person, into: Person, doing: Act) -> None:
    """Every row that points at the one comes to the other; where only one may be, the stayer's stands."""
    for relation in person._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        for row in model._default_manager.filter(**{name: person}).order_by("pk"):
            if issubclass(model, Apart) or _held(model, name, row, into, relation.one_to_one):
                _let_go(row, into, doing)
            else:
                doing.change(row, **{name: into})


def _held(model: Any, name: str, row: Any, into: Person, single: bool) -> bool:
    """Whether the one who stays has such a row already, and there may be only one."""
    if single:
        return bool(model._default_manager.filter(**{name: into}).exists())
    for rule in model._meta.constraints:
        fields = getattr(rule, "fields", ())
        if name in fields:
            same = {field: getattr(row, field) for field in fields} | {name: into}
            if model._default_manager.filter(**same).exists():
                return True
    return False


def _let_go(row: Any, into: Person, doing: Act) -> None:
    """Remove a row whose like the other has; what hangs on it is carried first, and a full field fills an empty one."""
    for relation in row._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        twin = (
            type(row)._default_manager.filter(person=into).first()
            if hasattr(row, "person")
            else None
        )
        for hanging in model._default_manager.filter(**{name: row}):
            if twin is not None and not _held(model, name, hanging, twin, relation.one_to_one):
                doing.change(hanging, **{name: twin})
            else:
                doing.remove(hanging)
    doing.remove(row)


def keep_apart(*, one: Person, other: Person, at: datetime, by: str = Who.USER) -> None:
    """Say that these two are different people."""
    first, second = sorted((one, other), key=lambda person: person.pk)
    if Apart.objects.filter(one=first, other=second).exists():
        return
    says = f"{first} and {second} are two people"
    with act(one.account, "kept_apart", at=at, by=by, says=says) as doing:
        doing.create(Apart(one=first, other=second))


def apart(account: Any) -> Iterable[tuple[str, str]]:
    """The pairs that were said to be two people."""
    rows = Apart.objects.of(account).values_list("one_id", "other_id")
    return [(str(one), str(other)) for one, other in rows]
