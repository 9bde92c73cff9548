"""Who is not to come back: hashes of the addresses, pages and names of those the user had forgotten.

Nothing here can give a name back. A mail, calendar or address book that brings them again finds
the mark, and no person is made of them; only the user, by hand, can know them again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models

from afterword.casebook.marks import digest_of
from afterword.casebook.record import Record

BLOCK = "█"
#: A name is looked for in so many words, no farther apart than so many letters.
LONGEST_NAME, FAR_APART = 4, 24
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ADDRESS = re.compile(r"[\w.+%-]+@[\w.-]+\w")


class Forgotten(Record):
    """One mark of somebody who was forgotten."""

    mark = models.CharField(max_length=32)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "mark"], name="one_forgotten")]


class Marks:
    """The marks of one account, asked for once."""

    def __init__(self, account: UUID) -> None:
        self.account = account
        rows = Forgotten.objects.of(account)
        self.held = frozenset(rows.values_list("mark", flat=True))

    def __bool__(self) -> bool:
        return bool(self.held)

    def email(self, email: str) -> bool:
        return bool(email) and bool(self.held) and email_mark(self.account, email) in self.held

    def name(self, name: str) -> bool:
        """Whether somebody of this name was forgotten; to be asked where no address tells better."""
        return bool(name) and bool(self.held) and name_mark(self.account, name) in self.held

    def anyone(self, name: str, emails: Iterable[str], pages: Iterable[str] = ()) -> bool:
        """Whether this is one of them: by any address or page, by the name only where there is none."""
        known = [*filter(None, emails)]
        if any(self.email(one) for one in known) or any(self.email(page) for page in pages):
            return True
        return not known and self.name(name)

    def out_of(self, text: str) -> str:
        """The text with blocks where an address or a whole name of somebody forgotten stands."""
        if not self.held:
            return text
        gone: list[tuple[int, int]] = []
        for found in _ADDRESS.finditer(text):
            if self.email(found.group()):
                gone.append(found.span())
        words = list(_WORD.finditer(text))
        for n, first in enumerate(words):
            for end in range(n + 2, n + 1 + LONGEST_NAME):
                told = words[n:end]
                if len(told) < end - n or told[-1].start() - first.end() > FAR_APART:
                    break
                if self.name(" ".join(one.group() for one in told)):
                    gone.append((first.start(), told[-1].end()))
        for start, end in gone:
            text = text[:start] + BLOCK * (end - start) + text[end:]
        return text


def email_mark(account: UUID, email: str) -> str:
    """The mark of an address, or of a page or number that is one person's alone."""
    return digest_of(account, f"forgotten {email.strip().casefold()}")


def name_mark(account: UUID, name: str) -> str:
    bare = unicodedata.normalize("NFKC", name).casefold()
    return digest_of(account, f"forgotten name {' '.join(sorted(_WORD.findall(bare)))}")


def keep_out(account: UUID, *, name: str, emails: Iterable[str], at: datetime) -> None:
    """Write down that they are not to come back; part of the verb that forgets them."""
    marks = {email_mark(account, one) for one in emails if one}
    if name:
        marks.add(name_mark(account, name))
    rows = [Forgotten(account=account, entered_at=at, mark=mark) for mark in sorted(marks)]
    Forgotten.objects.bulk_create(rows, ignore_conflicts=True)


def let_in(account: UUID, *, name: str, email: str) -> None:
    """The user knows them again, by their own hand; part of the verb that adds them."""
    marks = [email_mark(account, email)] if email else []
    if name:
        marks.append(name_mark(account, name))
    Forgotten.objects.of(account).filter(mark__in=marks).delete()
