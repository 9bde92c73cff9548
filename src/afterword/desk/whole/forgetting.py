"""Forgetting that is meant: no word of them in the casebook, none in what its file had left over.

The records go by the casebook's own verb; here the rest is seen to: every text, files that wait,
what was learned, the empty pages of the database, and, if the user says so, the older copies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from afterword.casebook.brought import Import
from afterword.casebook.event import Event
from afterword.casebook.forgetting import forget_everything, forget_person
from afterword.casebook.forgotten import keep_out
from afterword.casebook.person import Person
from afterword.casebook.record import in_one_go
from afterword.casebook.unnaming import Called, called, marks_of, near, sweep
from afterword.desk import incoming, morning
from afterword.desk.cases import search_report
from afterword.desk.incoming import elsewhere, taking
from afterword.desk.mail import accounts, locker, rereading, sorting
from afterword.desk.whole import copying, keeping
from afterword.errors import UserError
from afterword.intake.lettering import decoded
from afterword.members import models as members


@dataclass(frozen=True, slots=True)
class Gone:
    """`rows` named them; `wiped` is false while the file may still hold bytes of it until the next try.

    `copies` is how many older copies went; the copies that stay remember what was forgotten since.
    """

    rows: int
    wiped: bool
    copies: int


def forget(person: Person, *, now: datetime, older_copies: bool = False) -> Gone:
    """Forget them for good, and see to it that nothing brings them back by itself."""
    account, rows = person.account, 0
    with in_one_go(Event):
        for one in _same(person):
            who, close = called(one), near(one)
            keep_out(account, name=one.name, emails=marks_of(one), at=now)
            forget_person(person=one, at=now)
            rows += sweep(account, who, close)
            _put_away_files(account, who, now)
    sorting.let_go(account)
    # Nor is anything read any more by what was said of their mail.
    rereading.unlearn(account, now=now)
    morning.freshen(account, now)
    return _swept(rows, now, older_copies)


def forget_all(account: UUID, *, now: datetime, older_copies: bool = False) -> Gone:
    """Everything of this account goes, with its secrets, its keys and its files."""
    accounts.forget_secrets(account)
    elsewhere.forget_all(account)
    rows = forget_everything(account=account)
    sorting.let_go(account)
    incoming.sweep()
    search_report.forget_papers(Path(settings.HOME))
    row = members.Account.objects.filter(pk=account).first()
    if row is not None:
        for keys in members.Account._meta.related_objects:
            keys.related_model._base_manager.filter(account=row).delete()
        members.Account.objects.filter(pk=account).update(name="")
    locker.empty(account)
    return _swept(rows, now, older_copies)


def _same(person: Person) -> Iterable[Person]:
    """They, and who stands here under the same name with no address of their own."""
    yield person
    if person.name:
        rows = Person.objects.of(person.account).filter(name__iexact=person.name)
        yield from rows.exclude(pk=person.pk).filter(addresses__isnull=True)


def _put_away_files(account: UUID, who: Called, now: datetime) -> None:
    """A file that waits for an answer and names them waits no more."""
    for row in Import.objects.of(account).exclude(waits=""):
        path = Path(settings.HOME) / taking.WAITING / str(row.pk)
        if path.exists():
            # By the letters it was read by: a table of two bytes a letter names nobody in UTF-8.
            words = decoded(path.read_bytes())
            if who.out_of(words, near=False) != words:
                taking.leave(row, now=now)


def _swept(rows: int, now: datetime, older_copies: bool) -> Gone:
    home = Path(settings.HOME)
    wiped = keeping.wipe(home)
    gone = 0
    if older_copies and copying.is_ours():
        try:
            gone = keeping.thin(home, at=now)
        except UserError:
            # There is no file yet to copy, or no room for one: the older copies stay, and are told of.
            gone = 0
    return Gone(rows, wiped, gone)
