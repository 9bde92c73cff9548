"""What the casebook has: whom a letter may name, and whether a word stands anywhere in it.

The review asks the second only of the few words it would call a slip; what a sealed mail says is
never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from uuid import UUID

from django.db.models import Q

from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.story import Story

#: Of so many mails that hold the letters in a row some has them as a word, or none will.
LOOKED_AT = 20
_STORY = ("title", "challenge", "action", "result")


def people(account: UUID, case: Case | None) -> tuple[str, ...]:
    """The people of the case and the referees: known in every letter of it."""
    known = Q(reference__isnull=False)
    if case is not None:
        known |= Q(seats__case=case)
    rows = Person.objects.of(account).filter(known).order_by("name")
    return tuple(rows.values_list("name", flat=True).distinct())


def knower(account: UUID) -> Callable[[str], bool]:
    """Answers for one word at a time, and looks for each once."""

    @lru_cache(maxsize=256)
    def stands(word: str) -> bool:
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        return any(whole.search(text) for text in _texts(account, word))

    return stands


def _texts(account: UUID, word: str) -> Iterator[str]:
    for kind in (Person, Company):
        rows = kind._default_manager.filter(account=account, name__icontains=word)
        yield from rows.values_list("name", flat=True)
    for field in _STORY:
        told = Story.objects.of(account).filter(**{f"{field}__icontains": word})
        yield from told.values_list(field, flat=True)
    sealed = Message.objects.of(account).sealed().values("pk")
    for field in ("subject", "text"):
        found = Message.objects.of(account).filter(**{f"{field}__icontains": word})
        yield from found.exclude(pk__in=sealed).values_list(field, flat=True)[:LOOKED_AT]
