"""Taking back what was done last, wholly or not at all.

Each event keeps the rows it made, changed or removed as they were and as it
left them. They are put back only where they still stand as it left them: when
something later touched them, we say so instead of guessing.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models

from afterword.casebook.event import Event, Who, image
from afterword.casebook.record import in_one_go
from afterword.errors import Refused

NOT_ANY_MORE = (
    "This has changed since, so taking it back would lose something. Nothing was changed."
)


def undo_last(*, account: UUID, at: datetime, by: str = Who.USER) -> Event | None:
    """Take back the last thing the user did; None when there is nothing to take back.

    The answer is the event of the undoing; its `undoes` is what was taken back.
    """
    last = Event.objects.of(account).to_undo().first()
    return undo(event=last, at=at, by=by) if last is not None else None


def undo(*, event: Event, at: datetime, by: str = Who.USER) -> Event:
    """Take back this one; a second call changes nothing. Raises `Refused`, changing nothing."""
    with in_one_go(Event):
        done = Event.objects.filter(undoes=event).first()
        if done is not None:
            return done
        if not event.undoable:
            raise Refused(f"“{event}” cannot be taken back.")
        for entry in reversed(event.ledger):
            DOES[entry["do"]](event, entry)
        answer = Event(
            account=event.account,
            entered_at=at,
            at=at,
            who=by,
            verb="undone",
            case=event.case,
            says=f"Taken back: {event}",
            undoable=False,
            undoes=event,
        )
        answer.save(force_insert=True)
        return answer


def _uncreate(event: Event, entry: dict[str, Any]) -> None:
    row = _as_left(event, entry)
    for relation in row._meta.related_objects:
        other = relation.related_model
        if getattr(other, "derived", False):
            continue
        # A one-to-one is asked the same way as a many: who points here?
        if other._default_manager.filter(**{relation.field.name: row}).exists():
            raise Refused(_later(event, entry))
    row.delete()


def _unchange(event: Event, entry: dict[str, Any]) -> None:
    row = _as_left(event, entry)
    _fill(row, entry["before"])
    row.save(update_fields=list(entry["before"]))


def _unremove(event: Event, entry: dict[str, Any]) -> None:
    model = _model(entry)
    row = model()
    _fill(row, entry["before"])
    for field in model._meta.concrete_fields:
        key = getattr(row, field.attname)
        if field.is_relation and key is not None:
            other = field.related_model
            if not other._default_manager.filter(pk=key).exists():
                raise Refused(_later(event, entry))
    try:
        with in_one_go(model):
            row.save(force_insert=True)
    except IntegrityError as problem:
        # Something of the same name was made since.
        raise Refused(_later(event, entry)) from problem


DOES = {"create": _uncreate, "change": _unchange, "remove": _unremove}


def _model(entry: dict[str, Any]) -> type[Any]:
    return apps.get_model("casebook", entry["row"])


def _as_left(event: Event, entry: dict[str, Any]) -> Any:
    """The row, if it still stands as the event left it."""
    row = _model(entry).objects.filter(pk=entry["id"], account=event.account).first()
    if row is None:
        raise Refused(_later(event, entry))
    now = image(row)
    if any(now[name] != value for name, value in entry["after"].items()):
        raise Refused(_later(event, entry))
    return row


def _fill(row: models.Model, values: dict[str, Any]) -> None:
    known = {field.attname: field for field in row._meta.concrete_fields}
    for name, value in values.items():
        setattr(row, name, value if value is None else known[name].to_python(value))


def _later(event: Event, entry: dict[str, Any]) -> str:
    """The sentence that says what stands in the way."""
    after = Event.objects.of(event.account).to_undo().filter(pk__gt=event.pk).exclude(pk=event.pk)
    for later in after:
        if any(one["id"] == entry["id"] or entry["id"] in str(one) for one in later.ledger):
            return f"“{later}” came after “{event}” and rests on it. Take that back first."
    return NOT_ANY_MORE
