"""What leaves this machine for the open web: the one door to it, its switch, and its book.

Every page, board and feed is fetched through `Outside`: it asks the switch and writes the host,
the reason and the time down before anybody is called. Mail, calendars and a model have their own
doors, which the user opened one by one; the page of this name lists them beside.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext_noop

from afterword.casebook import model_use, outside
from afterword.casebook.connection import Connection
from afterword.casebook.outside import Departure
from afterword.casebook.own_mail import OwnMail
from afterword.errors import Refused
from afterword.wire.http import Answer
from afterword.wire.open_web import PAGE_LIMITS, Limits, Web

#: Why a host is called, in the words the page shows.
BOARD = gettext_noop("the job boards of firms you watch")
RULES = gettext_noop("what it asks of programs (robots.txt)")
PAGE = gettext_noop("an advert you gave the address of")
FEED = gettext_noop("the news of firms you watch")


class SwitchedOff(Refused):
    """The user turned fetching from the web off."""

    def __init__(self) -> None:
        super().__init__(
            "Fetching from the web is turned off. “What leaves this machine”, under Settings, "
            "turns it on again."
        )


@dataclass
class Outside:
    """The book of one account for one reason: a `wire.open_web.Ledger`."""

    account: UUID
    why: str
    clock: Callable[[], datetime]

    def leaving(self, host: str) -> None:
        if outside.off_since(self.account) is not None:
            raise SwitchedOff
        Departure.note(account=self.account, host=host, why=self.why, at=self.clock())

    def came(self, host: str, status: int) -> None:
        day = self.clock().date()
        Departure.came(account=self.account, host=host, why=self.why, day=day, answer=status)


def web(
    account: UUID,
    why: str,
    *,
    clock: Callable[[], datetime],
    limits: Limits = PAGE_LIMITS,
    allowed: Collection[tuple[str, int]] = (),
) -> Web:
    """The open web for this account and reason; a context manager. `allowed` is for tests alone."""
    # A line for the rules is let go at once, so that a host never has two of ours.
    keep = why != RULES
    return Web(Outside(account, why, clock), limits=limits, allowed=allowed, keep_line=keep)


def page(account: UUID, url: str, *, why: str = PAGE, clock: Callable[[], datetime]) -> Answer:
    """One page the user asked for. Raises Refused or SourceError as `Web.fetch` does.

    Call it outside every transaction: the network is slow, and a lock must not wait for it.
    """
    with web(account, why, clock=clock) as open_web:
        return open_web.fetch(url)


@dataclass(frozen=True, slots=True)
class Door:
    """A way out that the user opened by itself: to which host, why, and the page that closes it."""

    host: str
    why: str
    page: str


def doors(account: UUID) -> list[Door]:
    """The mail accounts, the sending account and the model in use; none of them open by itself."""
    found = [
        Door(one.host, gettext_noop("your mail is read there, and nothing is changed"), "accounts")
        for one in Connection.objects.of(account)
    ]
    own = OwnMail.objects.of(account).first()
    if own is not None and own.smtp_host:
        found.append(
            Door(own.smtp_host, gettext_noop("letters leave by it when you send one"), "own-mail")
        )
    model = model_use.chosen(account)
    if model:
        host = urlsplit(str(model.get("url", ""))).hostname or ""
        found.append(Door(host, gettext_noop("a sentence goes there when you ask it to"), "model"))
    return found


def book(account: UUID, *, most: int) -> tuple[list[Departure], int]:
    """The latest rows of the book, and how many more there are."""
    rows = Departure.objects.of(account).order_by("-last_at", "host")
    shown = list(rows[: most + 1])
    return shown[:most], max(0, rows.count() - most) if len(shown) > most else 0


def off_since(account: UUID) -> datetime | None:
    return outside.off_since(account)


def turn_off(account: UUID, at: datetime) -> None:
    outside.turn_off(account=account, at=at)


def turn_on(account: UUID, at: datetime) -> None:
    outside.turn_on(account=account, at=at)


def forget_old(account: UUID, at: datetime) -> None:
    """Drop what stands in the book for longer than it is kept."""
    Departure.drop_old(account=account, at=at)
