"""What the page Today lays at hand beside its cases: letters read, questions, names, open drafts.

Asked at every look, so their SQL is known by heart.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Value, Window

from afterword.casebook.by_heart import by_heart
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.question import Question
from afterword.terms import MailKind

#: What was read, shown without asking for more.
ROWS = 12
#: Mail about jobs that tells nothing of a process.
BESIDE = (MailKind.JOB_ALERT, MailKind.ACCOUNT)


@by_heart
def read_since(account: UUID, since: datetime) -> QuerySet[Message]:
    """The newest letters taken in since then, as `newest` has them."""
    return newest(Message.objects.of(account).filter(entered_at__gte=since))


def newest(rows: Any) -> QuerySet[Message]:
    """Of these mails the letters to show, newest first; `all` says how many there are of them.

    With their text, as each is shown with the sentence that its reading rests on.
    """
    rows = rows.filter(direction="in").exclude(kind__in=BESIDE).for_list().defer(None)
    rows = rows.select_related("case__company", "correction", "confirmation", "opening")
    found: QuerySet[Message] = rows.annotate(all=Window(Count("pk"))).order_by("-at", "-id")[:ROWS]
    return found


@by_heart
def questions(account: UUID, now: datetime) -> QuerySet[Question]:
    """What was asked by now and not yet answered."""
    return Question.objects.of(account).open().filter(entered_at__lte=now).with_seal()


def asked(account: UUID, now: datetime) -> int:
    """How many questions those are, without fetching what each says."""
    return sum(_asked(account, now))


@by_heart
def _asked(account: UUID, now: datetime) -> QuerySet[Any, int]:
    rows = Question.objects.of(account).open().filter(entered_at__lte=now).order_by()
    counted = rows.annotate(one=Value(1)).values("one").annotate(n=Count("*"))
    return counted.values_list("n", flat=True)


def names_of(account: UUID, keys: Iterable[str]) -> dict[str, str]:
    """What people are called; a key that is no person's stands for itself (an address, a part)."""
    wanted = {key for key in keys if key}
    known = [UUID(key) for key in wanted if _is_key(key)]
    called = dict(_named(account, known))
    if not all(called.values()):
        nameless = [key for key, name in called.items() if not name]
        called |= {person.pk: str(person) for person in _nameless(account, nameless)}
    return {key: key for key in wanted if not _is_key(key)} | {
        str(key): name for key, name in called.items()
    }


@by_heart
def _named(account: UUID, keys: list[UUID]) -> QuerySet[Any, tuple[UUID, str]]:
    return Person.objects.keyed(account, keys).values_list("pk", "name")


@by_heart
def _nameless(account: UUID, keys: list[UUID]) -> QuerySet[Person]:
    return Person.objects.keyed(account, keys).prefetch_related("addresses")


def _is_key(word: str) -> bool:
    try:
        UUID(word)
    except ValueError:
        return False
    return True


def drafts(account: UUID, cases: Iterable[UUID]) -> dict[tuple[UUID | None, str], UUID]:
    """The letters that lie open in these cases, by case and kind."""
    return {(case, kind): key for case, kind, key in _drafts(account, list(cases))}


@by_heart
def _drafts(account: UUID, cases: list[UUID]) -> QuerySet[Any, tuple[UUID | None, str, UUID]]:
    rows = Letter.objects.of(account).open().filter(case__in=cases)
    return rows.values_list("case_id", "kind", "pk")
