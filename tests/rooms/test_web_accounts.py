"""The page of mail accounts and the clock: connecting, what is missing, halts, dead letters."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from afterword.casebook.connection import Connection, Halt, note_folders
from afterword.casebook.job import Job
from afterword.desk.mail import accounts, syncing
from afterword.errors import SourceError
from afterword.faces import clockwork, errands, worker
from afterword.faces.cli import main
from afterword.faces.web import readings
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.intake.memory_server import MemoryServer
from afterword.wire.vault import SealedFile

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
PASSPHRASE = "correct horse"
GIVEN = {"door": "password", "host": "mail.example", "port": "993", "user": "sam",
         "password": "an-app-password", "since": "2026-01-01"}  # fmt: skip


@pytest.fixture
def server() -> MemoryServer:
    return MemoryServer()


@pytest.fixture(autouse=True)
def at_home(
    tmp_path: Path, settings: Any, server: MemoryServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A home of its own without a keyring, and a server that lives in memory."""
    settings.HOME = tmp_path
    monkeypatch.setattr("afterword.wire.vault.has_keyring", lambda: False)

    def mailbox(given: accounts.Account, **how: Any) -> ImapMailbox:
        how.pop("token", None)
        if how.pop("password", "") == "wrong":
            raise SourceError("The server did not accept the password.", permanent=True)
        return ImapMailbox(given.host, given.user, since=given.since, opening=server.talk, **how)

    monkeypatch.setattr(accounts, "_mailbox", mailbox)
    monkeypatch.setattr(
        "afterword.faces.web.readings.start", lambda *a, **k: SimpleNamespace(id="begun")
    )
    yield
    SealedFile(tmp_path).lock()


def connected(account: uuid.UUID, user: str = "sam") -> Connection:
    return Connection.open(
        account=account, at=NOW, host="mail.example", port=993, user=user, since=date(2026, 1, 1)
    )


def test_with_no_account_it_says_what_to_do_first(client: Client) -> None:
    page = client.get("/accounts/").content.decode()
    assert "No account is kept in step yet" in page and "/accounts/new/" in page


def test_without_a_keyring_a_passphrase_comes_first_and_then_the_account(
    client: Client, account: uuid.UUID, tmp_path: Path
) -> None:
    assert "First, a passphrase" in client.get("/accounts/new/").content.decode()
    client.post("/accounts/unlock/", {"passphrase": PASSPHRASE, "to": "/accounts/new/"})
    answer = client.post("/accounts/new/", GIVEN)
    assert answer.status_code == 303 and answer["Location"] == "/mailboxes/readings/begun/"
    one = Connection.objects.of(account).get()
    assert accounts.the_vault().get(one.secret) == "an-app-password"
    kept = (tmp_path / "secrets.vault").read_text()
    assert "an-app-password" not in kept


def test_a_refusal_is_said_at_once_and_nothing_is_kept(client: Client, account: uuid.UUID) -> None:
    client.post("/accounts/unlock/", {"passphrase": PASSPHRASE})
    answer = client.post("/accounts/new/", {**GIVEN, "password": "wrong"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "did not accept" in page and "wrong" not in page
    assert not Connection.objects.of(account).exists()


def test_a_wrong_passphrase_unlocks_nothing(client: Client, tmp_path: Path) -> None:
    client.post("/accounts/unlock/", {"passphrase": PASSPHRASE})
    SealedFile(tmp_path).lock()
    client.post("/accounts/unlock/", {"passphrase": "something else"})
    assert not SealedFile(tmp_path).is_open
    assert "Unlock" in client.get("/accounts/").content.decode()


def test_what_is_missing_stands_on_the_page_with_its_reason(
    client: Client, account: uuid.UUID
) -> None:
    one = connected(account)
    row = {"total": 9, "trouble": "", "left_out": "", "whole": True}
    note_folders(
        one.source,
        [
            {**row, "name": "INBOX", "holds": 9, "read": 8, "owed": [["INBOX/7", "Withheld."]]},
            {**row, "name": "Junk", "holds": 0, "read": 0, "owed": [], "left_out": "spam"},
        ],
        NOW,
    )
    one.source.last_read_at = one.source.last_whole_at = NOW
    one.source.save()
    page = client.get("/accounts/").content.decode()
    assert "8 of 9 read" in page and "7: Withheld." in page and "1 mail missing" in page
    assert "Folders left alone" in page and "spam" in page


def test_a_halt_asks_and_offers_the_way_on(client: Client, account: uuid.UUID) -> None:
    one = connected(account)
    Halt.call(source=one.source, kind="emptied", says="It held 400 mails, and now none.", at=NOW)
    page = client.get("/accounts/").content.decode()
    assert "It held 400 mails" in page and "It is right so, go on" in page
    assert 'name="go_on"' in page


def test_another_account_sees_and_reaches_nothing_of_it(
    client: Client, account: uuid.UUID, web: Any
) -> None:
    one = connected(uuid.uuid4(), "somebody")
    dead = Job.put(account=one.account, task="x.y", at=NOW)
    Job.objects.filter(pk=dead.pk).update(dead_at=NOW)
    assert "somebody" not in client.get("/accounts/").content.decode()
    for path in (f"/accounts/{one.pk}/read/", f"/accounts/{one.pk}/leave/",
                 f"/jobs/{dead.pk}/again/", f"/jobs/{dead.pk}/drop/"):  # fmt: skip
        assert client.post(path).status_code == 404
    assert Connection.objects.filter(pk=one.pk).exists()


def test_the_page_keeps_to_the_strict_policy_and_its_queries_do_not_grow(
    client: Client, account: uuid.UUID, web: Any, django_assert_max_num_queries: Any
) -> None:
    for n in range(3):
        one = connected(account, f"sam{n}")
        note_folders(
            one.source,
            [{"name": f"box{i}", "total": 1, "holds": 1, "read": 1, "owed": [], "trouble": "",
              "left_out": "", "whole": True} for i in range(8)],
            NOW,
        )  # fmt: skip
    with django_assert_max_num_queries(25):
        page = client.get("/accounts/").content.decode()
    tags = web.Tags(page)
    assert tags.running() == [] and tags.elsewhere() == []


def test_a_dead_letter_is_read_tried_again_or_put_away(client: Client, account: uuid.UUID) -> None:
    one = Job.put(account=account, task=errands.plan_day.module_path, at=NOW)
    Job.objects.filter(pk=one.pk).update(dead_at=NOW, says="The line broke off.", tries=5)
    page = client.get("/accounts/").content.decode()
    assert "The line broke off." in page and "Plan the day" in page
    client.post(f"/jobs/{one.pk}/again/")
    assert Job.objects.get().state == "waiting" and Job.objects.get().tries == 0
    Job.objects.update(dead_at=NOW)
    client.post(f"/jobs/{one.pk}/drop/")
    assert not Job.objects.exists()


# ── the clock ───────────────────────────────────────────────────────────────


def test_the_clock_reads_what_is_due_and_puts_down_what_comes_next(
    account: uuid.UUID, server: MemoryServer
) -> None:
    box = accounts.the_vault()
    assert isinstance(box, SealedFile)
    box.unlock(PASSPHRASE)
    one = connected(account)
    box.put(one.secret, "an-app-password")
    server.put("INBOX", b"Subject: soup\r\nMessage-ID: <s@x.example>\r\n\r\nlemons\r\n", NOW.date())
    errands.wind(account)
    errands.wind(account)  # twice changes nothing
    assert Job.objects.of(account).open().count() == 4
    hand = worker.Worker()
    assert hand.beat() == 1  # the reading; the others are for later
    done = Job.objects.of(account).get(finished_at__isnull=False)
    assert done.says == "One new mail, 0 about jobs." and done.state == "done"
    following = Job.objects.of(account).open().get(task=errands.read_mail.module_path)
    assert following.due_at - done.finished_at == errands.POLL
    assert Job.objects.of(account).open().count() == 4


def test_an_account_let_go_is_not_read_any_more(account: uuid.UUID) -> None:
    one = connected(account)
    errands.wind(account)
    one.close(at=NOW)
    errands.wind(account)
    assert set(Job.objects.of(account).open().values_list("task", flat=True)) == {
        errands.plan_day.module_path,
        errands.back_up.module_path,
    }


def test_what_fails_is_tried_again_later_and_a_fault_of_ours_names_no_mail(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    errands.plan_day.enqueue(str(account))

    def away(*_: Any, **__: Any) -> None:
        raise SourceError("The server is away.", permanent=False)

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("Dear Sam, unfortunately")

    hand = worker.Worker()
    monkeypatch.setattr(errands.morning, "freshen", away)
    hand.beat()
    row = Job.objects.get()
    assert row.state == "waiting" and row.says == "The server is away." and row.tries == 1
    Job.objects.update(due_at=NOW - timedelta(seconds=1))
    monkeypatch.setattr(errands.morning, "freshen", broken)
    hand.beat()
    assert Job.objects.get().says == "It broke off (RuntimeError)."


def test_a_halted_account_is_no_dead_letter(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = connected(account)

    def halted(*_: Any, **__: Any) -> None:
        raise syncing.Halted("It waits for you.")

    monkeypatch.setattr(errands.syncing, "sync", halted)
    errands.read_mail.enqueue(str(account), str(one.source_id))
    worker.Worker().beat()
    assert Job.objects.dead().count() == 0
    assert Job.objects.get(finished_at__isnull=False).says == "It waits for you."


def test_a_task_no_longer_known_is_laid_down_and_said(account: uuid.UUID) -> None:
    Job.put(account=account, task="afterword.faces.errands.gone", at=NOW)
    worker.Worker().beat()
    assert "does not know this errand" in Job.objects.dead().get().says


def test_jobs_speak_the_interface_of_django(account: uuid.UUID) -> None:
    said = errands.plan_day.enqueue(str(account))
    assert said.status == "READY" and errands.plan_day.get_result(said.id).id == said.id
    job = Job.claim(by="me", at=NOW + timedelta(hours=1))
    assert job is not None and clockwork.result_of(job).status == "RUNNING"
    job.done(at=NOW)
    said.refresh()
    assert said.status == "SUCCESSFUL"


# ── the terminal ────────────────────────────────────────────────────────────


def test_sources_and_doctor_say_the_same_in_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.faces.cli import house
    from afterword.members.models import the_account

    mine = the_account(at=NOW)
    monkeypatch.setattr(house, "open_house", lambda: mine)
    one = connected(mine.id)
    Halt.call(source=one.source, kind="refused", says="The password was not accepted.", at=NOW)
    assert main(["sources"]) == 0
    said = capsys.readouterr().out
    assert "sam at mail.example" in said and "not accepted" in said and "--go-on" in said
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "!!  mail of sam: The password was not accepted." in said and "clock:" in said
    assert main(["sources", "--remove", "nobody"]) == 1
    assert main(["sources", "--remove", "sam"]) == 0
    assert not Connection.objects.of(mine.id).exists()


@pytest.mark.parametrize(
    ("rate", "waits", "says"),
    [
        (1500.0, 0, "18,400 of about 20,000 mails"),
        (1500.0, 312, "18,400 of about 20,000 mails looked at, 312 that may be about your search still to be read"),
        (0.0, 312, "18,400 mails looked at, 312 that may be about your search still being read"),
    ],
)  # fmt: skip
def test_the_page_of_a_reading_tells_what_was_looked_at_from_what_is_still_read(
    client: Client, account: uuid.UUID, rate: float, waits: int, says: str
) -> None:
    reading = readings.Reading("r1", account, "sam")
    readings._known["r1"] = reading
    try:
        reading.progress(mails=18_400, done=18_400, total=20_000, rate=rate, left=40.0, waits=waits)
        page = client.get("/mailboxes/readings/r1/").content.decode()
    finally:
        del readings._known["r1"]
    assert says in page and "about 40 seconds left" in page
    # A bar with a share of mails would be full while the reading goes on.
    assert ('value="92"' in page) is bool(rate)
