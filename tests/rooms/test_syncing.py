"""An account kept in step: whole or not and why, lines that drop, halts that ask, and the clock's jobs."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from afterword.casebook import catch as catching
from afterword.casebook.connection import LEASE, Connection, Folder, Halt
from afterword.casebook.job import FIRST_PAUSE, LONGEST_PAUSE, Job, pause_after
from afterword.casebook.job import LEASE as JOB_LEASE
from afterword.casebook.models import Case, Event, Message, OwnAddress, Source, Standing
from afterword.desk import morning
from afterword.desk.day import daily
from afterword.desk.mail import accounts, mailroom, syncing, walking
from afterword.errors import SourceEmptied, SourceError
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.intake.memory import MemoryMailbox
from afterword.intake.memory_server import MemoryServer

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
NO = (
    "From: Jo Field <jo@{firm}.example>\nTo: Sam Reed <sam@home.example>\nSubject: Store Planner\n"
    "Message-ID: <{n}@{firm}.example>\nDate: Mon, 02 Mar 2026 09:12:00 +0000\n\nDear Sam,\n\n"
    "Thank you for your application as Store Planner at {firm}. Unfortunately we have decided to "
    "move forward with other candidates.\n\nKind regards\nJo Field\n"
)
SOUP = (
    "From: Bo <bo@friends.example>\nTo: Sam Reed <sam@home.example>\nSubject: Soup\n"
    "Message-ID: <{n}@friends.example>\nDate: Mon, 04 May 2026 10:00:00 +0000\n\nMore lemons.\n"
)


class Desk:
    """An account with one connection, and the server it leads to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.account = uuid.uuid4()
        self.server = MemoryServer()
        self.now = NOW
        self.pauses: list[float] = []
        self.refuses = False
        OwnAddress.add(account=self.account, email="sam@home.example", at=NOW)
        self.connection = Connection.open(
            account=self.account, at=NOW, host="mail.example", port=993, user="sam",
            since=date(2026, 1, 1),
        )  # fmt: skip
        monkeypatch.setattr(accounts, "reached", self.reached)

    def reached(self, connection: Connection, *, clock: Any, **how: bool) -> ImapMailbox:
        if self.refuses:
            raise SourceError("The password was not accepted.", permanent=True)
        return ImapMailbox(
            "mail.example", "sam", since=date(2026, 1, 1), opening=self.server.talk, **how
        )

    def put(self, *raw: str, box: str = "INBOX") -> None:
        for one in raw:
            self.server.put(box, one.encode(), date(2026, 5, 1))

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.server.cut_after = None

    def sync(self, **how: Any) -> Any:
        return syncing.sync(
            self.connection, clock=lambda: self.now, by="me", pause=self.pause, **how
        )

    def folder(self, name: str = "INBOX") -> Folder:
        return Folder.objects.of(self.account).get(name=name)

    def source(self) -> Source:
        return Source.objects.get(pk=self.connection.source_id)


@pytest.fixture
def desk(db: None, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch)


def test_it_is_whole_when_every_folder_was_read_to_its_end(desk: Desk) -> None:
    desk.put(NO.format(firm="alder", n=1), SOUP.format(n=1), SOUP.format(n=2))
    came = desk.sync()
    assert (came.new, came.kept, came.cases) == (3, 1, 1)
    assert desk.source().last_whole_at == NOW
    one = desk.folder()
    assert (one.holds, one.read, one.owed, one.whole_at) == (3, 3, [], NOW)
    assert desk.folder("Junk").left_out and desk.folder("Junk").whole_at is None
    said = accounts.standing(Connection.objects.get(pk=desk.connection.pk))
    assert said["whole"] and said["missing"] == 0


def test_nothing_new_costs_no_mail_and_says_when_it_was_looked(desk: Desk) -> None:
    desk.put(SOUP.format(n=1))
    desk.sync()
    desk.server.told.clear()
    desk.now = NOW + timedelta(hours=1)
    came = desk.sync()
    assert came.new == 0 and "FETCH" not in desk.server.told
    assert desk.source().last_whole_at == desk.now and desk.folder().whole_at == desk.now


def test_threads_are_looked_for_again_only_when_something_came_here_or_elsewhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = SOUP.format(n=7).replace("\n\n", "\nIn-Reply-To: <1@alder.example>\n\n", 1)
    desk.put(SOUP.format(n=1), answer)
    looked: list[int] = []
    real = catching.missed
    monkeypatch.setattr(
        catching, "missed", lambda source, threads: looked.append(1) or real(source, threads)
    )
    desk.sync()
    assert looked
    looked.clear()
    desk.sync()
    assert not looked
    # The mail it answers comes from a file: what was passed over at the server belongs to it.
    box = MemoryMailbox([NO.format(firm="alder", n=1).encode()], name="file")
    mailroom.take_in(desk.account, box, now=NOW)
    desk.sync()
    assert looked and Message.objects.of(desk.account).count() == 2
    # Nor is it forgotten by a program that dies before it looked.
    desk.put(SOUP.format(n=8))
    monkeypatch.setattr(walking.Walk, "_end", lambda self: None)
    desk.sync()
    looked.clear()
    desk.sync()
    assert looked


def test_a_dropped_line_is_taken_up_again_with_growing_pauses(desk: Desk) -> None:
    desk.put(*(NO.format(firm=f"firm{n}", n=n) for n in range(3)))
    desk.server.cut_after = 3
    desk.sync()
    assert len(desk.pauses) == 1 and Message.objects.of(desk.account).count() == 3
    desk.pauses.clear()

    def stays_down(seconds: float) -> None:
        desk.pauses.append(seconds)
        desk.server.cut_after = 0

    desk.server.cut_after = 0
    with pytest.raises(SourceError):
        syncing.sync(desk.connection, clock=lambda: NOW, by="me", pause=stays_down)
    assert len(desk.pauses) == 3 and desk.pauses[0] < desk.pauses[1] < desk.pauses[2]
    # A server that is away is no reason to ask the user anything.
    assert not Halt.objects.exists()


def test_what_the_server_withholds_is_on_the_ledger_with_its_reason(desk: Desk) -> None:
    desk.put(SOUP.format(n=1), SOUP.format(n=2))
    desk.server.withheld.add(("INBOX", 1))
    desk.sync()
    assert desk.folder().owed == [["INBOX/1", "The server would not hand over this mail."]]
    said = accounts.standing(Connection.objects.get(pk=desk.connection.pk))
    assert (said["holds"], said["read"], said["missing"]) == (2, 1, 1)
    desk.server.withheld.clear()
    desk.sync()
    assert (desk.folder().read, desk.folder().owed) == (2, [])


def test_a_shut_folder_is_never_called_complete(desk: Desk) -> None:
    desk.put(SOUP.format(n=1))
    desk.server.create("Jobs")
    desk.server.shut.add("Jobs")
    desk.sync()
    assert desk.source().last_whole_at is None
    assert "would not open" in desk.folder("Jobs").trouble
    assert not accounts.standing(Connection.objects.get(pk=desk.connection.pk))["whole"]


def test_a_full_mailbox_suddenly_empty_halts_until_the_user_speaks(desk: Desk) -> None:
    desk.put(*(SOUP.format(n=n) for n in range(25)))
    desk.sync()
    for uid in list(desk.server.boxes["INBOX"].mails):
        desk.server.expunge("INBOX", uid)
    with pytest.raises(SourceEmptied):
        desk.sync()
    halt = Halt.objects.get(source=desk.connection.source)
    assert halt.kind == "emptied" and "held 25 mails" in halt.says
    assert desk.folder().holds == 25  # what was known stays known
    desk.server.told.clear()
    with pytest.raises(syncing.Halted):
        desk.sync()
    assert desk.server.told == []
    desk.sync(go_on=True)
    assert not Halt.objects.exists() and desk.folder().holds == 0
    verbs = Event.objects.of(desk.account).values_list("verb", flat=True)
    assert list(verbs).count("halted") == 1 and list(verbs).count("went_on") == 1


def test_a_folder_the_server_will_not_count_is_no_folder_emptied(desk: Desk) -> None:
    desk.server.create("Archive")
    desk.put(*(SOUP.format(n=n) for n in range(25)), box="Archive")
    desk.put(SOUP.format(n=99))
    desk.sync()
    desk.server.shut.add("Archive")
    desk.sync()
    assert not Halt.objects.exists()
    assert "would not open" in desk.folder("Archive").trouble
    # One that is gone altogether still asks.
    desk.server.shut.clear()
    del desk.server.boxes["Archive"]
    with pytest.raises(SourceEmptied):
        desk.sync()


def test_a_refused_password_is_not_tried_again_and_again(desk: Desk) -> None:
    desk.refuses = True
    with pytest.raises(SourceError):
        desk.sync()
    assert desk.pauses == [] and Halt.objects.get().kind == "refused"
    with pytest.raises(syncing.Halted):
        desk.sync()
    # Half a day later once more by itself: a hotel's network refuses in the name of others.
    desk.refuses, desk.now = False, NOW + timedelta(hours=13)
    desk.sync()
    assert not Halt.objects.exists()


def test_two_programs_never_read_one_account_at_once(desk: Desk) -> None:
    assert desk.connection.claim(by="other", at=NOW)
    with pytest.raises(syncing.BeingRead):
        desk.sync()
    desk.now = NOW + LEASE + timedelta(seconds=1)  # the other died
    desk.sync()
    assert Connection.objects.get(pk=desk.connection.pk).reading_until is None


def test_a_reading_that_slept_past_its_lease_stops_when_another_took_over(desk: Desk) -> None:
    desk.put(*(NO.format(firm=f"firm{n}", n=n) for n in range(20)))
    batches: list[float] = []

    def sleeps(**said: float) -> None:
        batches.append(said["mails"])
        if len(batches) == 1:
            desk.now += LEASE + timedelta(seconds=1)
            assert Connection.objects.get(pk=desk.connection.pk).claim(by="other", at=desk.now)

    with pytest.raises(syncing.BeingRead, match="another one took it over"):
        desk.sync(progress=sleeps)
    assert len(batches) == 1 and Message.objects.of(desk.account).count() < 20
    # What the other holds it goes on holding, and nobody is asked anything.
    assert Connection.objects.get(pk=desk.connection.pk).reading_by == "other"
    assert not Halt.objects.exists()


def test_a_page_that_plans_while_mail_is_read_in_gets_in_nobodys_way(desk: Desk) -> None:
    Case.open(account=desk.account, company="Alder", role="Planner", at=NOW)
    # Both loaded before either planned, as the page Today and the reading do.
    one, other = (list(Case.objects.of(desk.account).awake().for_list()) for _ in range(2))
    morning._plan_these(desk.account, one, NOW)
    morning._plan_these(desk.account, other, NOW)
    assert Standing.objects.of(desk.account).count() == 1


def test_an_account_is_looked_at_before_its_first_reading_ends(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking.in_batches, "__defaults__", (10, 1 << 20, 10))
    mails = [NO.format(firm=f"firm{n}", n=n).replace("Jo Field", f"Jo {n}") for n in range(12)]
    soups = [SOUP.format(n=n) for n in range(20)]
    desk.put(*soups, *mails)
    seen: list[int] = []
    desk.sync(progress=lambda **_: seen.append(Message.objects.filter(filed_at=NOW).count()))
    # The newest come first: after the first small batch what they are about is filed already.
    assert seen[0] == walking.FIRST_BATCH
    assert not Message.objects.of(desk.account).filter(filed_at__isnull=True).exists()
    assert Message.objects.of(desk.account).count() == 12


def test_a_word_a_day_names_nobody_and_is_silent_when_nothing_asks() -> None:
    assert daily.said(0, 0, 0) == ""
    assert daily.said(1, 0, 0) == "One thing is worth doing today."
    both = daily.said(3, 2, 1)
    assert "2 letters wait, closed" in both and "could not be read" in both


def test_letting_an_account_go_keeps_its_mail_and_forgets_the_rest(
    desk: Desk, tmp_path: Path, settings: Any
) -> None:
    settings.HOME = tmp_path
    desk.put(NO.format(firm="alder", n=1))
    desk.sync()
    accounts.disconnect(desk.connection, at=NOW)
    assert not Connection.objects.of(desk.account).exists()
    assert Message.objects.of(desk.account).count() == 1
    desk.connection.close(at=NOW)  # a second time changes nothing
    verbs = list(Event.objects.of(desk.account).values_list("verb", flat=True))
    assert verbs.count("disconnected") == 1


# ── jobs ────────────────────────────────────────────────────────────────────


def job(account: uuid.UUID, **fields: Any) -> Job:
    return Job.put(account=account, task="x.y", at=NOW, **fields)


@pytest.mark.django_db
class TestJobs:
    def test_one_worker_gets_it_and_the_other_does_not(self) -> None:
        one = job(uuid.uuid4())
        mine = Job.claim(by="a", at=NOW)
        assert mine is not None and mine.pk == one.pk and mine.tries == 1
        assert Job.claim(by="b", at=NOW) is None
        assert mine.done(at=NOW, says="ok")
        assert Job.objects.get().state == "done"

    def test_a_worker_that_died_is_waited_for_no_longer_than_its_lease(self) -> None:
        job(uuid.uuid4())
        first = Job.claim(by="a", at=NOW)
        later = NOW + JOB_LEASE + timedelta(seconds=1)
        second = Job.claim(by="b", at=later)
        assert first is not None and second is not None and second.tries == 2
        # The first one wakes up: what it says no longer counts.
        assert not first.keep(at=later) and not first.done(at=later)
        assert second.done(at=later)

    def test_a_lease_that_is_kept_is_not_lost(self) -> None:
        job(uuid.uuid4())
        mine = Job.claim(by="a", at=NOW)
        assert mine is not None
        assert mine.keep(at=NOW + timedelta(seconds=100))
        assert Job.claim(by="b", at=NOW + timedelta(seconds=150)) is None

    def test_it_is_tried_again_after_longer_and_longer_and_then_laid_down(self) -> None:
        job(uuid.uuid4(), most=3)
        at = NOW
        pauses = []
        for _ in range(3):
            mine = Job.claim(by="a", at=at)
            assert mine is not None
            mine.failed(at=at, says="The line broke off.")
            row = Job.objects.get()
            pauses.append(row.due_at - at)
            assert Job.claim(by="a", at=row.due_at - timedelta(seconds=1)) is None
            at = row.due_at
        assert pauses[0] == FIRST_PAUSE and pauses[1] == 4 * FIRST_PAUSE
        dead = Job.objects.dead().get()
        assert dead.says == "The line broke off." and Job.claim(by="a", at=at) is None
        dead.revive(at=at)
        again = Job.claim(by="a", at=at)
        assert again is not None and again.tries == 1

    def test_what_no_retry_can_help_is_laid_down_at_once(self) -> None:
        job(uuid.uuid4())
        mine = Job.claim(by="a", at=NOW)
        assert mine is not None
        mine.failed(at=NOW, says="No.", permanent=True)
        assert Job.objects.get().state == "dead"

    def test_what_kills_its_worker_every_time_ends_as_a_dead_letter(self) -> None:
        job(uuid.uuid4(), most=2)
        at = NOW
        for _ in range(2):
            assert Job.claim(by="a", at=at) is not None
            at += JOB_LEASE + timedelta(seconds=1)
        assert Job.claim(by="a", at=at) is None
        assert "broke off" in Job.objects.dead().get().says

    def test_the_same_thing_waits_only_once_and_the_sooner_time_wins(self) -> None:
        account = uuid.uuid4()
        late = job(account, key="read:1", due_at=NOW + timedelta(hours=1))
        assert job(account, key="read:1").pk == late.pk
        assert Job.objects.get().due_at == NOW
        assert job(uuid.uuid4(), key="read:1").pk != late.pk

    def test_what_repeats_goes_on_after_success_and_after_a_dead_letter(self) -> None:
        account = uuid.uuid4()
        job(account, key="k", every=600, most=1)
        mine = Job.claim(by="a", at=NOW)
        assert mine is not None
        mine.done(at=NOW)
        following = Job.objects.open().get()
        assert following.due_at == NOW + timedelta(seconds=600) and following.every == 600
        mine = Job.claim(by="a", at=following.due_at)
        assert mine is not None
        mine.failed(at=following.due_at, says="no")
        assert Job.objects.dead().count() == 1 and Job.objects.open().count() == 1

    def test_one_errand_leaves_one_dead_letter_and_none_once_it_works(self) -> None:
        account, other, at = uuid.uuid4(), uuid.uuid4(), NOW
        for whose in (account, other):
            job(whose, key="k", every=600, most=1)
        job(account, key="another", most=1)
        for n in range(9):
            while (mine := Job.claim(by="a", at=at)) is not None:
                mine.failed(at=at, says=f"Offline, {n}.")
            at += timedelta(seconds=600)
        dead = Job.objects.of(account).dead()
        assert [one.says for one in dead.filter(key="k")] == ["Offline, 8."]
        while (mine := Job.claim(by="a", at=at)) is not None:
            if mine.account == account:
                mine.done(at=at)
        # Neither another errand's nor another account's.
        assert [one.key for one in dead] == ["another"]
        assert Job.objects.of(other).dead().count() == 1
        assert Job.objects.of(account).open().get().key == "k"

    def test_an_account_with_much_to_do_does_not_keep_others_waiting(self) -> None:
        busy, quiet = uuid.uuid4(), uuid.uuid4()
        for _ in range(5):
            job(busy)
        job(quiet, due_at=NOW + timedelta(seconds=1))
        at = NOW + timedelta(seconds=2)
        first, second = Job.claim(by="a", at=at), Job.claim(by="b", at=at)
        assert first is not None and second is not None
        assert {first.account, second.account} == {busy, quiet}


def test_pauses_grow_and_stay_bounded() -> None:
    pauses = [pause_after(n) for n in range(1, 30)]
    assert pauses == sorted(pauses) and pauses[-1] == LONGEST_PAUSE
