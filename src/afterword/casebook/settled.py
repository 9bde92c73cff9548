"""What the user settled in the casebook: rows no reading makes anew, and mails that stay where they are.

Told from the ledgers of the events that stand, so that undoing a verb also undoes this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from afterword.casebook.case import Case
from afterword.casebook.event import Event
from afterword.casebook.interview import Interview, Present
from afterword.casebook.message import Message
from afterword.casebook.question import Question
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat

#: What mail alone brings into a case, besides itself: it says nothing of the user's hand.
BY_MAIL = frozenset({"message", "seat", "remark", "interview", "question"})


@dataclass(slots=True)
class Settled:
    """`rows`: ids that a verb made or changed. `cases`: those in which anything but mail was done.

    `gone`: the images of rows that were taken out, by their kind. `merged`: what a person who
    was joined into another was called, and the other. `left`: for a mail put somewhere by hand,
    whether it was taken out of another case.
    """

    rows: set[str] = field(default_factory=set)
    cases: set[UUID] = field(default_factory=set)
    gone: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    merged: dict[tuple[str, UUID | None], UUID] = field(default_factory=dict)
    left: dict[str, bool] = field(default_factory=dict)


def settled(account: UUID) -> Settled:
    """What stands by the user's word, or by another verb than the filing of mail."""
    found = Settled()
    events = Event.objects.of(account).filter(undone__isnull=True).exclude(ledger=[])
    for event in events.order_by("id").only("ledger", "verb", "account").iterator():
        for entry in event.ledger:
            _note(entry, found)
        if event.verb == "joined_people":
            _join(event.ledger, found)
    _by_rows(account, found)
    return found


def _note(entry: dict[str, Any], found: Settled) -> None:
    row, images = entry["row"], [entry.get("before", {}), entry.get("after", {})]
    if entry["do"] == "remove":
        found.gone[row].append(images[0])
    else:
        found.rows.add(entry["id"])
    if row == "message" and "case_id" in images[1]:
        before = images[0].get("case_id")
        found.left[entry["id"]] = found.left.get(entry["id"], False) or bool(before)
    if row == "case":
        found.cases.add(UUID(entry["id"]))
    keys = (image.get(name) for image in images for name in ("case_id", "into_id"))
    found.cases.update(UUID(key) for key in keys if key)


def _join(ledger: list[dict[str, Any]], found: Settled) -> None:
    gone = [one["before"] for one in ledger if one["do"] == "remove" and one["row"] == "person"]
    others = [one["after"]["person_id"] for one in ledger if "person_id" in one.get("after", {})]
    others += [one["id"] for one in ledger if one["do"] == "change" and one["row"] == "person"]
    for person in gone if others else ():
        firm = UUID(person["company_id"]) if person["company_id"] else None
        found.merged[person["name"].casefold(), firm] = UUID(others[0])


def _by_rows(account: UUID, found: Settled) -> None:
    """Rows of the user's that came by no ledger, and the cases all of these stand in."""
    talks = Interview.objects.of(account)
    mine = Q(message__isnull=True) | Q(confirmed_at__isnull=False) | Q(debriefed_at__isnull=False)
    found.rows.update(map(str, talks.filter(mine).values_list("pk", flat=True)))
    words = Remark.objects.of(account)
    found.rows.update(map(str, words.filter(message__isnull=True).values_list("pk", flat=True)))
    held = [*Present.objects.of(account).values_list("interview_id", flat=True)]
    held += words.filter(interview__isnull=False).values_list("interview_id", flat=True)
    found.rows.update(map(str, held))
    for model in (Seat, Remark, Interview):
        pairs = model._default_manager.filter(account=account).values_list("pk", "case_id")
        found.cases.update(case for key, case in pairs if str(key) in found.rows)
    for model, name in _hanging():
        rows = model._default_manager.filter(account=account, **{f"{name}__isnull": False})
        found.cases.update(rows.values_list(f"{name}_id", flat=True))


def _hanging() -> Iterator[tuple[Any, str]]:
    """Every kind of row that may stand in a case and that no mail brings by itself."""
    for relation in Case._meta.related_objects:
        model: Any = relation.related_model
        if not model.derived and model._meta.model_name not in BY_MAIL:
            yield model, relation.field.name


def outside(account: UUID, found: Settled) -> set[UUID]:
    """The mails of which the user said that they belong to no case, and those handed over that wait."""
    asked = Question.objects.of(account).filter(about="link", message__case__isnull=True)
    rows = asked.values_list("pk", "message_id", "answered_at")
    return {mail for key, mail, answered in rows if answered or str(key) in found.rows}


def told_of(message: Message, found: Settled, apart: set[UUID]) -> tuple[str, bool] | None:
    """The case this mail stays in ("": in none) and whether it was taken out of another; None: free."""
    key = str(message.pk)
    if message.pk in apart:
        return "", False
    if key in found.left:
        return str(message.case_id or ""), found.left[key]
    corrected = getattr(message, "correction", None) is not None
    if message.case_id and (corrected or message.case_id in found.cases):
        return str(message.case_id), False
    return None
