"""A server that holds much: all of it is looked at first, and what may matter is read after, whatever happens."""

from __future__ import annotations

import importlib.util
import uuid
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from afterword.casebook.models import (
    Blob,
    Case,
    Connection,
    Exchange,
    Message,
    OwnAddress,
    Seen,
    Source,
    Waiting,
)
from afterword.desk import morning
from afterword.desk.mail import accounts, examining, syncing, walking, walking_back
from afterword.errors import SourceError
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.intake.memory_server import MemoryServer

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
LONG_AGO = date(2000, 1, 1)


def _crowd() -> ModuleType:
    spec = importlib.util.spec_from_file_location("crowd", ROOT / "benchmarks" / "crowd.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


crowd = _crowd()
MAILS = [raw.replace(b"\n", b"\r\n") for raw in crowd.mails(110)]
MEMORY: dict[Any, Any] = {}


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a mail says is worked out once; marks are bound to the account, so it is always the same."""
    for name in ("examined", "in_its_thread"):
        real = getattr(examining, name)

        def remembered(parcel: Any, asked: Any, real: Any = real, name: str = name) -> Any:
            key = (name, parcel.raw)
            if key not in MEMORY:
                MEMORY[key] = real(parcel, asked)
            return MEMORY[key]

        monkeypatch.setattr(examining, name, remembered)
    monkeypatch.setattr(morning, "freshen", lambda *_: None)


class Desk:
    """An account with one connection, whose server holds much from `much` bytes on."""

    account = uuid.UUID(int=11)

    def __init__(self, monkeypatch: pytest.MonkeyPatch, much: int = 0) -> None:
        monkeypatch.setattr(walking, "TWO_LOOKS", much)
        monkeypatch.setattr(walking_back, "TOGETHER", 5)
        self.server = MemoryServer()
        self.server.create("Jobs")
        OwnAddress.add(account=self.account, email=crowd.ME, at=NOW)
        self.connection = Connection.open(
            account=self.account, at=NOW, host="mail.example", port=993, user="sam", since=LONG_AGO
        )
        monkeypatch.setattr(accounts, "reached", self.reached)

    def reached(self, connection: Connection, *, clock: Any, **how: bool) -> ImapMailbox:
        return ImapMailbox("mail.example", "sam", since=LONG_AGO, opening=self.server.talk, **how)

    def put(self, mails: list[bytes], box: str = "INBOX") -> None:
        for raw in mails:
            self.server.put(box, raw)

    def sync(self, **how: Any) -> Any:
        return syncing.sync(
            self.connection, clock=lambda: NOW, by="me", pause=self.pause, **how
        )  # fmt: skip

    def pause(self, seconds: float) -> None:
        self.server.cut_after = None

    def source(self) -> Source:
        return Source.objects.get(pk=self.connection.source_id)

    def whole(self) -> bool:
        return self.source().last_whole_at is not None

    def waiting(self) -> int:
        return Waiting.objects.of(self.account).count()

    def picture(self) -> dict[str, Any]:
        rows = Message.objects.of(self.account)
        cases: dict[Any, list[str]] = {}
        for mail, case in rows.values_list("mail_id", "case_id"):
            cases.setdefault(case, []).append(mail)
        return {
            "mails": sorted(rows.values_list("mail_id", "kind", "direction", "text")),
            "cases": sorted(map(sorted, cases.values())),
            "names": sorted(Case.objects.of(self.account).values_list("company__name", "role")),
            "blobs": sorted(Blob.objects.of(self.account).values_list("sha256", flat=True)),
            "seen": sorted(Seen.objects.of(self.account).values_list("digest", flat=True)),
            "ties": sorted(Exchange.objects.of(self.account).values_list("email", "at")),
        }


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch)


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The casebook of the same mails where each is read as it comes."""
    from afterword.casebook import forgetting

    one = Desk(monkeypatch, much=10**12)
    one.put(MAILS)
    one.sync()
    seen = one.picture()
    forgetting.forget_everything(account=one.account)
    assert len(seen["cases"]) > 3 and any("Tuesday at ten" in text for *_, text in seen["mails"])
    return seen


def test_the_end_is_the_same_as_reading_each_as_it_comes(clean: dict[str, Any], desk: Desk) -> None:
    desk.put(MAILS)
    came = desk.sync()
    assert (came.seen, came.new, came.kept) == (len(MAILS), len(MAILS), len(clean["mails"]))
    assert desk.whole() and not desk.waiting()
    assert desk.picture() == clean


def test_all_is_looked_at_before_the_rest_is_read_and_that_is_said(desk: Desk) -> None:
    desk.put(MAILS)
    told: list[dict[str, Any]] = []
    desk.sync(progress=lambda **now: told.append(now))
    first = next(at for at, one in enumerate(told) if one["mails"] == len(MAILS))
    after = [one["waits"] for one in told[first:]]
    assert after == sorted(after, reverse=True) and after[0] > 10 and after[-1] == 0
    # What is told of reading is the time of those that wait, and no rate of mails.
    assert all(one["rate"] == 0 and one["left"] >= 0 for one in told[first + 1 :])
    assert told[0]["mails"] == walking.A_FEW  # and something was soon to be seen


def test_stopped_between_the_looks_nothing_of_what_waits_is_kept_and_it_goes_on(
    clean: dict[str, Any], desk: Desk
) -> None:
    desk.put(MAILS)
    looked: list[int] = []
    came = desk.sync(
        progress=lambda **now: looked.append(now["mails"]),
        stop=lambda: bool(looked) and looked[-1] == len(MAILS),
    )
    assert came.stopped and desk.waiting() > 10 and not desk.whole()
    kept = {row for (row,) in Waiting.objects.of(desk.account).values_list("place")}
    assert all(place.startswith("INBOX/") for place in kept)
    desk.sync()
    assert desk.whole() and not desk.waiting() and desk.picture() == clean


@pytest.mark.parametrize("command", range(0, 24, 3))
def test_the_line_breaks_at_any_command(clean: dict[str, Any], desk: Desk, command: int) -> None:
    desk.put(MAILS)
    desk.server.cut_after = command
    try:
        desk.sync()
    except SourceError:
        desk.server.cut_after = None
        desk.sync()
    assert desk.whole() and not desk.waiting() and desk.picture() == clean


def test_what_went_from_the_server_waits_no_more(desk: Desk) -> None:
    desk.put(MAILS)
    desk.sync(stop=_stop_after(desk))
    waited = desk.waiting()
    for (place,) in list(Waiting.objects.of(desk.account).values_list("place"))[:4]:
        desk.server.expunge("INBOX", int(place.rpartition("/")[2]))
    desk.sync()
    assert desk.whole() and not desk.waiting()
    read = Message.objects.of(desk.account).count() + Seen.objects.of(desk.account).count()
    assert waited > 4 and read == len(MAILS) - 4


def test_a_folder_that_counts_anew_while_mails_wait(clean: dict[str, Any], desk: Desk) -> None:
    desk.put(MAILS)
    desk.sync(stop=_stop_after(desk))
    desk.server.expunge("INBOX", 1)  # so that every place is another's now
    first = MAILS[0]
    desk.server.renumber("INBOX")
    desk.put([first])
    desk.sync()
    assert desk.whole() and not desk.waiting() and desk.picture() == clean


def test_a_mail_that_lies_in_two_folders_waits_once(clean: dict[str, Any], desk: Desk) -> None:
    desk.put(MAILS)
    desk.put(MAILS[::3], box="Jobs")
    came = desk.sync()
    assert (came.seen, came.new) == (len(MAILS) + len(MAILS[::3]), len(MAILS))
    assert desk.whole() and not desk.waiting() and desk.picture() == clean


def _stop_after(desk: Desk) -> Any:
    """Stops once every mail was looked at."""
    return lambda: (
        desk.waiting()
        + Seen.objects.of(desk.account).count()
        + Message.objects.of(desk.account).count()
        == len(MAILS)
    )
