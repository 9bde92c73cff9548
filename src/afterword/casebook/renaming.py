"""What comes along when the firm of a case gets another name: its people, and all that hangs on the firm.

A case that was renamed and left its people behind had each of them twice at the next mail: one
with the address and the seat, one with the letters, in no case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afterword.casebook.event import Act

if TYPE_CHECKING:
    from afterword.casebook.case import Case
    from afterword.casebook.company import Company


def carry(case: Case, old: Company, new: Company, doing: Act) -> None:
    """Bring what belongs to this case from the one firm to the other; part of the verb that renames.

    Where the firm has other cases, only who sits in this one alone comes along: what the firm
    itself has (boards, feeds) stays for the others. A stop binds both.
    """
    if old.pk == new.pk:
        return
    others = type(case).objects.filter(company=old).standing_alone().exclude(pk=case.pk)
    alone = not others.exists()
    here = old.people.all()
    if not alone:
        here = here.filter(seats__case=case).exclude(seats__case__in=others)
    people = set(here.values_list("pk", flat=True))
    for relation in old._meta.related_objects:
        model: Any = relation.related_model
        if isinstance(case, model):
            continue
        name = relation.field.name
        for row in model._default_manager.filter(**{name: old}).order_by("pk"):
            if not alone and not _of_these(row, case, people):
                continue
            if relation.one_to_one and model._default_manager.filter(**{name: new}).exists():
                continue
            doing.change(row, **{name: new})
    stop = getattr(type(old).objects.get(pk=old.pk), "stop", None)
    if stop is not None and not hasattr(new, "stop"):
        doing.create(type(stop)(company=new, at=stop.at, why=stop.why))


def _of_these(row: Any, case: Case, people: set[Any]) -> bool:
    """Whether a row of the firm is of this case, or of somebody who comes along."""
    if row._meta.model_name == "person":
        return row.pk in people
    return getattr(row, "case_id", None) == case.pk or getattr(row, "person_id", None) in people
