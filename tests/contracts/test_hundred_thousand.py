"""A mailbox of years, 100,000 messages in one folder: the in-memory twin and a real dovecot.

What a look costs hangs on what is new, not on what lies there; each mail comes once, and the
ledger tells the truth of all of them. The whole of it is synced in benchmarks/sources.py (`many`).
"""

from __future__ import annotations

import imaplib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, NamedTuple

import pytest

from afterword.intake.mailbox.imap import ImapMailbox
from afterword.intake.memory_server import MemoryServer

COUNT, USER = 100_000, "brimful"
BEGAN, APART = datetime(2025, 1, 1, tzinfo=UTC), timedelta(minutes=5)
LONG_AGO, OF_LATE = date(2000, 1, 1), date(2025, 12, 13)


class Years(NamedTuple):
    """One such mailbox, and what may happen in it: a mail comes, and one is taken out."""

    mailbox: Callable[[date], ImapMailbox]
    put: Callable[[str], object]
    expunge: Callable[[int], object]


def raw_of(name: str) -> bytes:
    return (
        f"Subject: {name}\nFrom: bo@x.example\nMessage-ID: <{name}@x.example>\n\nhello\n".encode()
    )


def mails() -> Iterator[tuple[datetime, bytes]]:
    return ((BEGAN + n * APART, raw_of(f"mail{n + 1}")) for n in range(COUNT))


def crlf(raw: bytes) -> bytes:
    return raw.replace(b"\n", b"\r\n")


@pytest.fixture(params=["memory", "dovecot"])
def years(request: pytest.FixtureRequest) -> Iterator[Years]:
    if request.param == "memory":
        twin = MemoryServer()
        for came, raw in mails():
            twin.put("INBOX", crlf(raw), came.date())
        yield Years(
            lambda since: ImapMailbox("h", USER, since=since, opening=twin.talk),
            lambda name: twin.put("INBOX", crlf(raw_of(name)), date(2026, 1, 1)),
            lambda uid: twin.expunge("INBOX", uid),
        )
        return
    server: Any = request.getfixturevalue("dovecot")
    server.lay_down(USER, mails())
    with imaplib.IMAP4(server.host, server.port) as client:
        client.login(USER, server.password)
        client.select("INBOX")

        def expunge(uid: int) -> None:
            client.uid("STORE", str(uid), "+FLAGS", "(\\Deleted)")
            client.expunge()

        yield Years(
            lambda since: ImapMailbox(
                server.host, USER, server.password, port=server.port, since=since, tls=False
            ),
            lambda name: client.append("INBOX", "", "", crlf(raw_of(name))),
            expunge,
        )


def names(parcels: Iterator[Any], most: int | None = None) -> list[str]:
    found = list(islice(parcels, most))
    return [one.raw.split(b"\n")[0].decode().removeprefix("Subject: ") for one in found]


def counted(box: ImapMailbox) -> tuple[int, int, int]:
    folio = box.ledger.folios["INBOX"]
    assert box.ledger.whole and not folio.owed
    return folio.total, folio.holds, folio.read


def test_a_mailbox_of_years(years: Years) -> None:
    # The newest come at once, and a reading that is cut off goes on with the very next.
    walk = years.mailbox(LONG_AGO).parcels()
    came = list(islice(walk, 450))
    assert names(iter(came)) == [f"mail{COUNT - n}" for n in range(450)]
    walk.close()
    onward = years.mailbox(LONG_AGO).parcels(came[-1].position)
    assert names(onward, 150) == [f"mail{COUNT - n}" for n in range(450, 600)]
    onward.close()
    # Whole for the time asked for, and the ledger knows how many lie there at all.
    late = (BEGAN + (COUNT - 1) * APART - datetime(2025, 12, 13, tzinfo=UTC)) // APART + 1
    box = years.mailbox(OF_LATE)
    assert len(names(box.parcels())) == late
    assert counted(box) == (COUNT, late, late)
    again = years.mailbox(OF_LATE)
    assert names(again.parcels(box.end)) == [] and counted(again) == (COUNT, late, late)
    # One came, one went, and one of long ago went: only what came is fetched.
    years.put("news")
    years.expunge(COUNT - 3)
    years.expunge(7)
    later = years.mailbox(OF_LATE)
    assert names(later.parcels(box.end)) == ["news"]
    assert counted(later) == (COUNT - 1, late, late)
    assert names(years.mailbox(OF_LATE).parcels(later.end)) == []
