"""Taking in mail: what is kept, what is not, in any order, through any death of the process."""

from __future__ import annotations

import importlib.util
import os
import random
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from afterword.casebook.marks import Passed
from afterword.casebook.models import (
    Blob,
    Broken,
    Case,
    Event,
    Exchange,
    Message,
    OwnAddress,
    Profile,
    Question,
    Seen,
    Source,
)
from afterword.desk.mail import mailroom, rereading
from afterword.desk.mail.akin import Houses
from afterword.desk.mail.examining import Found
from afterword.errors import SourceError
from afterword.intake.memory import MemoryMailbox
from afterword.terms import Certainty, Direction, MailKind, Parcel, Reading

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


def _crowd() -> ModuleType:
    spec = importlib.util.spec_from_file_location("crowd", ROOT / "benchmarks" / "crowd.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


crowd = _crowd()


def picture(account: uuid.UUID, using: str = "default") -> dict[str, Any]:
    """All that a mailbox left behind, without keys and moments: equal pictures are equal casebooks."""
    cases: dict[Any, list[str]] = {}
    for mail, case in Message.objects.using(using).of(account).values_list("mail_id", "case_id"):
        cases.setdefault(case, []).append(mail)
    loose = sorted(cases.pop(None, []))
    return {
        "mails": sorted(Message.objects.of(account).values_list("mail_id", "kind", "direction")),
        "cases": sorted(sorted(mails) for mails in cases.values()),
        "loose": loose,
        "names": sorted(Case.objects.of(account).values_list("company__name", "role", "opened_at")),
        "blobs": sorted(Blob.objects.of(account).values_list("sha256", flat=True)),
        "seen": sorted(Seen.objects.of(account).values_list("digest", flat=True)),
        "ties": sorted(Exchange.objects.of(account).values_list("email", "at", "direction")),
        "filed": Event.objects.of(account).filter(verb="filed").count(),
        "questions": Question.objects.of(account).count(),
    }


def take(account: uuid.UUID, mails: list[bytes], name: str = "box", **more: Any) -> Any:
    return mailroom.take_in(account, MemoryMailbox(mails, name=name), now=NOW, **more)


def letter(key: str, day: int, who: str, subject: str, body: str) -> bytes:
    head = [f"From: {who}", "To: Sam Lowe <sam@home.example>", f"Subject: {subject}",
            f"Date: Mon, {day:02d} May 2026 09:00:00 +0000", f"Message-ID: <{key}@x.example>"]  # fmt: skip
    return ("\n".join(head) + f"\n\n{body}\n").encode()


@pytest.mark.django_db
class TestTakingIn:
    def test_the_same_mailbox_twice_changes_nothing(self) -> None:
        account, mails = uuid.uuid4(), list(crowd.mails(300))
        first = take(account, mails)
        assert (first.seen, first.new) == (300, 300) and first.kept > 20
        before, events = picture(account), Event.objects.count()
        again = take(account, mails)
        renamed = take(account, mails, name="a copy of it")
        assert (again.new, renamed.new, renamed.seen) == (0, 0, 300)
        assert picture(account) == before
        assert Event.objects.count() == events

    def test_mail_that_is_not_about_jobs_leaves_no_word_behind(self) -> None:
        account = uuid.uuid4()
        secret = b"From: Bo <bo@friends.example>\nTo: me@home.example\nSubject: Soup\nDate: Mon, 4 May 2026 10:00:00 +0000\nMessage-ID: <s1@friends.example>\n\nThe winter garden needs lemons.\n"
        report = take(account, [secret, secret.replace(b"s1@", b"s2@")])
        assert (report.new, report.kept) == (2, 0)
        assert not Message.objects.of(account).exists() and not Blob.objects.of(account).exists()
        assert list(Exchange.objects.of(account).values_list("email", "direction")) == [
            ("bo@friends.example", "in"),
            ("bo@friends.example", "in"),
        ]
        from django.db import connection

        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')
                held = repr(cursor.fetchall())
                assert (
                    "lemons" not in held
                    and "Soup" not in held
                    and "s1@" not in held
                    and "@friends.example>" not in held
                )

    def test_ties_can_be_turned_off(self) -> None:
        account = uuid.uuid4()
        Profile.of(account, at=NOW).describe(settings={"keep_ties": False}, at=NOW)
        take(account, list(crowd.mails(60)))
        assert Seen.objects.of(account).exists() and not Exchange.objects.of(account).exists()

    def test_newest_first_comes_to_the_same(self) -> None:
        mails = list(crowd.mails(400))
        forwards, backwards = uuid.uuid4(), uuid.uuid4()
        for account in (forwards, backwards):
            OwnAddress.add(account=account, email=crowd.ME, at=NOW)
        take(forwards, mails)
        take(backwards, mails[::-1])
        mine, other = picture(forwards), picture(backwards)
        for name in ("seen",):  # bound to the account, so only their number compares
            assert len(mine.pop(name)) == len(other.pop(name))
        assert mine == other

    def test_a_few_words_in_a_hiring_thread_are_kept_however_they_arrive(self) -> None:
        mails = [m for m in crowd.mails(900) if b"Interview for" in m]
        assert any(b"Tuesday at ten" in m for m in mails)
        account = uuid.uuid4()
        OwnAddress.add(account=account, email=crowd.ME, at=NOW)
        take(account, mails[::-1])
        small = Message.objects.of(account).filter(text__contains="Tuesday at ten")
        assert small.count() == sum(b"Tuesday at ten" in m for m in mails)
        assert set(small.values_list("direction", flat=True)) == {"out"}

    @pytest.mark.parametrize("order", [1, -1])
    def test_few_words_of_the_people_of_a_process_are_kept_and_their_neighbours_are_not(
        self, order: int
    ) -> None:
        account = uuid.uuid4()
        OwnAddress.add(account=account, email="sam@home.example", at=NOW)
        jo, friend = "Jo Field <jo.field@meridew.example>", "Bo Lind <bo.lind@gmail.com>"
        invited = (
            "Dear Sam,\n\nWe would like to invite you to an interview for the Head of Supply position "
            "at Meridew on Tuesday, 12 May 2026 at 10:00.\n\nKind regards\nJo Field\nHead of Talent, Meridew"
        )
        mails = [
            letter("invited", 3, jo, "Interview: Head of Supply", invited),
            letter("short", 9, jo, "Parking", "The gate on the left is open from nine.\n\nJo"),
            letter("friend", 10, friend, "Sunday", "Bring the big kettle.\n\nBo"),
            letter("shop", 11, "Meridew Shop <orders@meridew.example>", "Your order", "Three jars are on their way."),
        ]  # fmt: skip
        take(account, mails[::order])
        kept = set(Message.objects.of(account).values_list("mail_id", flat=True))
        assert kept == {"invited@x.example", "short@x.example"}
        marks = Seen.objects.of(account).values_list("threads", flat=True)
        assert any(marks) and "meridew" not in str(list(marks))

    def test_a_house_is_known_by_one_sure_mail_or_by_two_guesses(self) -> None:
        houses, kinds = Houses(uuid.uuid4()), (MailKind.OTHER_JOB, MailKind.INTERVIEW_INVITATION)

        def told(mark: str, kind: MailKind, certainty: Certainty) -> list[str]:
            passed = Passed(key="k", mark="m", houses=(mark,))
            reading = Reading(
                id="k", source="", date=None, direction=Direction.IN, language="en", text="",
                kind=kind, certainty=certainty,
            )  # fmt: skip
            return houses.note(Found(passed, reading=reading))

        assert told("sure", kinds[1], Certainty.FAIR) == ["sure"]
        assert told("guess", kinds[1], Certainty.LOW) == []
        assert told("guess", kinds[1], Certainty.LOW) == ["guess"]
        assert told("talk", kinds[0], Certainty.STRONG) == [] and houses.known == {"sure", "guess"}

    def test_a_dropped_file_is_read_whole_each_time_and_finds_its_threads(
        self, tmp_path: Path
    ) -> None:
        box, account = tmp_path / "a.mbox", uuid.uuid4()
        crowd.write(box, 300, newest_first=True)
        OwnAddress.add(account=account, email=crowd.ME, at=NOW)
        expected = sum(b"Tuesday at ten" in m for m in crowd.mails(300))
        for new in (300, 0):
            report = mailroom.take_in(account, mailroom.Dropped(box, "a.mbox"), now=NOW)
            assert (report.seen, report.new) == (300, new)
        small = Message.objects.of(account).filter(text__contains="Tuesday at ten")
        assert small.count() == expected > 0

    def test_stopping_keeps_what_was_read_and_goes_on(self) -> None:
        account, mails = uuid.uuid4(), list(crowd.mails(450))
        calls: Iterator[bool] = iter([False, True])
        report = take(account, mails, stop=lambda: next(calls))
        assert report.stopped and report.seen == 200
        assert not Message.objects.of(account).filter(filed_at__isnull=True).exists()
        assert Source.objects.get(account=account).last_whole_at is None
        rest = take(account, mails)
        assert (rest.seen, rest.stopped) == (250, False)
        assert Source.objects.get(account=account).last_whole_at == NOW

    def test_ctrl_c_stops_cleanly(self) -> None:
        account, mails = uuid.uuid4(), list(crowd.mails(300))

        def interrupt(**_: Any) -> None:
            raise KeyboardInterrupt

        report = take(account, mails, progress=interrupt)
        assert report.stopped and report.seen == 200
        take(account, mails)
        assert Message.objects.of(account).count() + Seen.objects.of(account).count() == 300

    def test_a_source_that_fails_half_way_keeps_the_first_half(self) -> None:
        class Failing(MemoryMailbox):
            def parcels(self, cursor: str = "") -> Iterator[Parcel]:
                for place, parcel in enumerate(super().parcels(cursor)):
                    if place == 700:
                        raise SourceError("The server went away.", permanent=False)
                    yield parcel

        account, mails = uuid.uuid4(), list(crowd.mails(900))
        with pytest.raises(SourceError):
            mailroom.take_in(account, Failing(mails, name="box"), now=NOW)
        read = Message.objects.of(account).count() + Seen.objects.of(account).count()
        assert read == 600
        assert not Message.objects.of(account).filter(filed_at__isnull=True).exists()

    def test_broken_mail_is_listed_with_its_reason(self) -> None:
        account = uuid.uuid4()
        good = list(crowd.mails(5))
        report = take(account, [b"", b"\x00\xff" * 50, *good])
        assert report.seen == 7 and report.broken >= 2
        assert all(row.reason for row in Broken.objects.of(account))
        assert take(account, [b"\x00\xff" * 50, *good], name="again").broken == 0

    def test_mail_no_database_would_take_as_it_is(self) -> None:
        head = (
            b"From: Ad\xed\xa0\x80a <ada@firm.example>\nTo: me@home.example\n"
            b"Date: Mon, 9 Mar 2026 10:00:00 +0000\nMessage-ID: <%s@firm.example>\n"
            b"Subject: Your application for %s at Firm\nContent-Type: text/plain; charset=utf-8\n\n"
        )
        body = (
            b"Dear \x00Sam,\n\nThank you for applying. \xed\xa0\xbd Unfortunately we have decided to "
            b"move forward with other candidates.\n"
        )
        long = b"Very " * 400 + b"Senior Buyer"
        poison = [head % (b"a" * 2000, long) + body, head % (b"b\x00c", b"B\x00uyer") + body]
        account = uuid.uuid4()
        report = take(account, [*poison, *crowd.mails(3)])
        assert (report.seen, report.kept >= 2) == (5, True)
        assert take(account, [*poison], name="again").new == 0
        for message in Message.objects.of(account):
            whole = message.subject + message.text
            whole.encode()
            assert "\0" not in whole

    def test_progress_tells_count_rate_and_what_is_left(self) -> None:
        told: list[dict[str, float]] = []
        mails = list(crowd.mails(500))
        take(uuid.uuid4(), mails, progress=lambda **now: told.append(now))
        assert [one["mails"] for one in told] == [200, 400, 500]
        assert told[-1]["total"] == sum(map(len, mails)) and told[-1]["done"] <= told[-1]["total"]
        assert all(one["rate"] > 0 and one["left"] >= 0 for one in told)

    def test_own_addresses_are_proposed_and_asked_about(self) -> None:
        account = uuid.uuid4()
        report = take(account, list(crowd.mails(300)))
        assert report.addresses == [crowd.ME]
        question = Question.objects.of(account).get(about="own_address")
        question.reply(answer=True, at=NOW)
        assert OwnAddress.objects.get(account=account).confirmed_at == NOW

    def test_pasting_the_same_mail_twice_is_one_mail(self) -> None:
        account = uuid.uuid4()
        text = (
            "From: Ada Reed <ada@firm.example>\nTo: me@home.example\nSubject: Your application\n\n"
            "Dear Sam,\n\nThank you for applying for the Buyer role at Firm. Unfortunately we have "
            "decided to move forward with other candidates.\n"
        )
        for hour in (0, 5):
            mailbox = mailroom.Pasted(text, received=NOW + timedelta(hours=hour))
            mailroom.take_in(account, mailbox, now=NOW)
        assert Message.objects.of(account).count() == 1
        assert Case.objects.of(account).count() == 1
        told = Message.objects.get(account=account)
        assert told.kind == "rejection" and not told.is_sealed  # who pasted it has read it

    def test_saying_who_one_is_turns_round_what_was_read(self) -> None:
        mails = [m for m in crowd.mails(900) if b"Interview for" in m]
        account = uuid.uuid4()
        take(account, mails[:3])
        OwnAddress.objects.of(account).delete()
        rereading.read_again(account, now=NOW)
        mine = Message.objects.of(account).filter(sender_email=crowd.ME)
        assert mine.exists() and set(mine.values_list("direction", flat=True)) == {"in"}
        OwnAddress.add(account=account, email=crowd.ME, at=NOW)
        before = dict(Message.objects.of(account).values_list("pk", "case_id"))
        assert rereading.read_again(account, now=NOW) > 0
        assert set(mine.values_list("direction", flat=True)) == {"out"}
        assert dict(Message.objects.of(account).values_list("pk", "case_id")) == before
        events = Event.objects.count()
        assert rereading.read_again(account, now=NOW) == 0
        assert Event.objects.count() == events

    def test_accounts_do_not_see_each_others_mail(self) -> None:
        mine, other, mails = uuid.uuid4(), uuid.uuid4(), list(crowd.mails(200))
        take(mine, mails)
        report = take(other, mails)
        assert report.new == 200
        digests = set(Seen.objects.of(mine).values_list("digest", flat=True))
        assert digests.isdisjoint(Seen.objects.of(other).values_list("digest", flat=True))


IMPORT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from afterword.faces.cli.house import open_house
account = open_house()
from afterword.desk.mail import heaps, mailroom, rereading, walking
walking.in_batches = lambda parcels, *_, **__: heaps.in_batches(parcels, 30)  # many moments, few mails
print("ready", flush=True)
box = mailroom.mailbox_at(Path(sys.argv[1]))
mailroom.take_in(account.id, box, now=datetime(2026, 6, 1, 8, tzinfo=UTC))
"""

PICTURE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from afterword.faces.cli.house import open_house
account = open_house()
from test_desk_mailroom import picture
seen = picture(account.id)
seen["seen"] = len(seen["seen"])
print(json.dumps(seen, default=str))
"""


def _python(home: Path, code: str, *args: str) -> subprocess.Popen[str]:
    env = {**os.environ, "AFTERWORD_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        [sys.executable, "-c", code, *args], env=env, stdout=subprocess.PIPE, text=True
    )


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("newest_first", [False, True], ids=["oldest first", "newest first"])
def test_killed_at_any_moment_nothing_is_lost_or_doubled(
    tmp_path: Path, newest_first: bool
) -> None:
    box = tmp_path / "crowd.mbox"
    crowd.write(box, 150, newest_first=newest_first)
    clean, killed = tmp_path / "clean", tmp_path / "killed"
    chance = random.Random(newest_first)

    run = _python(clean, IMPORT, str(box))
    assert run.stdout and run.stdout.readline() == "ready\n"
    ready = time.monotonic()
    assert run.wait() == 0
    whole = time.monotonic() - ready

    deaths = 0
    while deaths < 4:
        run = _python(killed, IMPORT, str(box))
        assert run.stdout and run.stdout.readline() == "ready\n"
        try:
            run.wait(timeout=chance.uniform(0.05, whole / 5))
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            deaths += 1
        else:
            break  # it was done before we struck
    assert deaths >= 2
    assert _python(killed, IMPORT, str(box)).wait() == 0

    pictures = []
    for home in (clean, killed):
        shown, _ = _python(home, PICTURE, str(Path(__file__).parent)).communicate()
        pictures.append(shown.splitlines()[-1])
    assert pictures[0] == pictures[1]
    assert '"cases": [[' in pictures[0]
