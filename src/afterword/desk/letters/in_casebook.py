"""What the casebook has: whom a letter may name, and whether it may have a word from there.

The review asks the second last of all, of the few words it would call a slip: a mailbox is large.
What a sealed mail says is never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
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


def knower(account: UUID, case: Case | None) -> Callable[[str], bool]:
    """Answers for one word at a time whether this letter may have it from the casebook.

    What stands in the case's own mail, among its people or in a story is no slip; nor is a word of
    any other mail, unless somebody else's name or firm is made of it: those are just what is left
    over from another letter.
    """

    @lru_cache(maxsize=256)
    def stands(word: str) -> bool:
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)

        def among(texts: Iterable[str]) -> bool:
            return any(whole.search(text) for text in texts)

        if among(_of_case(account, case, word)) or among(_told(account, word)):
            return True
        return not among(_names(account, word)) and among(_mails(account, word))

    return stands


def _of_case(account: UUID, case: Case | None, word: str) -> Iterator[str]:
    yield from people(account, case)
    if case is not None:
        yield case.company.name
        yield from _mails(account, word, case=case)


def _told(account: UUID, word: str) -> Iterator[str]:
    for field in _STORY:
        told = Story.objects.of(account).filter(**{f"{field}__icontains": word})
        yield from told.values_list(field, flat=True)


def _names(account: UUID, word: str) -> Iterator[str]:
    for kind in (Person, Company):
        rows = kind._default_manager.filter(account=account, name__icontains=word)
        yield from rows.values_list("name", flat=True)


def _mails(account: UUID, word: str, **where: Case) -> Iterator[str]:
    rows = Message.objects.of(account).filter(**where)
    sealed = Message.objects.of(account).sealed().values("pk")
    for field in ("subject", "text"):
        found = rows.filter(**{f"{field}__icontains": word}).exclude(pk__in=sealed)
        yield from found.values_list(field, flat=True)[:LOOKED_AT]
