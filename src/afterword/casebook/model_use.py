"""The language model the user chose, and what was spent on it this month.

Kept in the profile: where it is and how much it may cost, never its key. What an asking may cost
is booked before anything is sent, so that a crash on the way never makes it free.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from afterword.casebook.event import Who, act
from afterword.casebook.profile import Profile

MODEL, SPENT = "model", "model_spent"


def chosen(account: UUID) -> dict[str, Any] | None:
    """What was set up, as plain values; None while no model is in use, which is how it begins."""
    row = Profile.objects.of(account).first()
    found = (row.settings if row else {}).get(MODEL)
    return dict(found) if found else None


def choose(*, account: UUID, at: datetime, by: str = Who.USER, **fields: Any) -> None:
    """Use this model from now on."""
    _keep(account, at, by, "chose_model", "A language model was set up", {MODEL: fields})


def leave(*, account: UUID, at: datetime, by: str = Who.USER) -> None:
    """Use no model any more; what was spent stays known."""
    if chosen(account) is not None:
        _keep(account, at, by, "left_model", "The language model was taken out", {MODEL: None})


def spent(account: UUID, at: datetime) -> int:
    """The tokens of this month."""
    row = Profile.objects.of(account).first()
    return _of_month((row.settings if row else {}).get(SPENT), at)


@transaction.atomic
def book(*, account: UUID, tokens: int, most: int, at: datetime, by: str = Who.USER) -> bool:
    """Book what an asking may cost at most; False, and nothing booked, where the month's limit bars it."""
    Profile.of(account, at=at)
    row = Profile.objects.select_for_update().get(account=account)
    before = _of_month(row.settings.get(SPENT), at)
    if before + tokens > most:
        return False
    month = {"month": f"{at:%Y-%m}", "tokens": before + tokens}
    _keep(account, at, by, "asked_model", "A language model was asked", {SPENT: month})
    return True


@transaction.atomic
def settle(*, account: UUID, booked: int, used: int, at: datetime, by: str = Who.MACHINE) -> None:
    """Put what was really used in the place of what was booked."""
    row = Profile.objects.select_for_update().get(account=account)
    now = max(0, _of_month(row.settings.get(SPENT), at) - booked + used)
    month = {"month": f"{at:%Y-%m}", "tokens": now}
    _keep(account, at, by, "counted_model", "What the model used was counted", {SPENT: month})


def _of_month(held: Any, at: datetime) -> int:
    return int(held["tokens"]) if held and held.get("month") == f"{at:%Y-%m}" else 0


def _keep(account: UUID, at: datetime, by: str, verb: str, says: str, more: dict[str, Any]) -> None:
    row = Profile.of(account, at=at)
    with act(account, verb, at=at, by=by, says=says, undoable=False) as doing:
        doing.change(row, settings={**row.settings, **more})
