"""Out and back: the whole account in one zip, equal when it returns, refused with a reason when it is not whole."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import stat
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from brimful import AT, brim_full
from django.apps import apps

from afterword.casebook.forgetting import forget_everything
from afterword.casebook.models import Blob, Case, Event, Letter, Message, Profile, Story
from afterword.casebook.record import Record
from afterword.desk.mail import mailroom
from afterword.desk.whole import archive
from afterword.errors import UserError
from afterword.intake.memory import MemoryMailbox
from afterword.members.models import Account

ROOT = Path(__file__).resolve().parents[2]
#: What hangs on an account outside the casebook, and why none of it goes along.
OF_THE_DOOR = {
    "onetimelink": "a key to this installation's door",
    "browserkey": "a key that lets one browser in here",
    "feedkey": "the key of this installation's calendar address",
}


def test_every_record_of_an_account_goes_along_or_says_why_not() -> None:
    packed = {model._meta.model_name for model in archive.shape.records()}
    left = set(archive.LEFT_BEHIND) | set(OF_THE_DOOR)
    for model in apps.get_models():
        hangs = any(field.name == "account" for field in model._meta.get_fields())
        mine = model.__module__.startswith("afterword.") and hangs
        if mine and model is not Account:
            assert model._meta.model_name in packed | left, f"{model} is in no export"
    assert not packed & left


def opened(name: str = "Sam") -> uuid.UUID:
    return Account.objects.create(name=name, opened_at=AT).id


def away(account: uuid.UUID) -> uuid.UUID:
    """The account leaves this installation, and a fresh one opens: its id."""
    forget_everything(account=account)
    Account.objects.filter(pk=account).delete()
    fresh = opened("")
    Profile.of(fresh, at=AT + timedelta(days=9), zone="Europe/Berlin")
    return fresh


@pytest.mark.django_db
def test_a_full_account_comes_back_equal_in_every_record_and_column(tmp_path: Path) -> None:
    account = opened()
    count = brim_full(account)
    before = archive.picture(account)
    columns = {m: list(m.objects.filter(account=account).values()) for m in archive.shape.records()}
    path = archive.pack(account, tmp_path, at=AT)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    back = archive.bring_back(away(account), path)
    assert back.account == account and not back.again
    assert sum(back.counts.values()) == count
    assert archive.picture(account) == before
    for model, held in columns.items():
        now = list(model.objects.filter(account=account).values())
        for row in (*held, *now):
            for name in archive.shape.OF_THE_MOMENT.get(model._meta.model_name, {}):
                row.pop(name)
            if model is Blob:
                row["data"] = Blob(data=row["data"]).raw
        assert now == held, model
    mine = Account.objects.get()
    assert (mine.id, mine.name, mine.opened_at) == (account, "Sam", AT)


@pytest.mark.django_db
def test_a_picture_tells_a_changed_letter_apart() -> None:
    account = opened()
    brim_full(account)
    before = archive.picture(account)
    Message.objects.update(text="=é\n☃1")
    changed = {name for name, seen in archive.picture(account).items() if seen != before[name]}
    assert changed == {"message"}


@pytest.mark.django_db
def test_the_same_archive_again_changes_nothing(tmp_path: Path) -> None:
    account = opened()
    brim_full(account)
    path = archive.pack(account, tmp_path, at=AT)
    before = archive.picture(account)
    assert archive.bring_back(account, path).again
    assert archive.picture(account) == before
    # What was done since stays as well.
    Story.tell(account=account, title="since then", at=AT)
    assert archive.bring_back(account, path).again
    assert Story.objects.of(account).filter(title="since then").exists()


@pytest.mark.django_db
def test_a_casebook_in_use_is_not_overwritten(tmp_path: Path) -> None:
    account = opened()
    brim_full(account)
    path = archive.pack(account, tmp_path, at=AT)
    other = opened("Other")
    Story.tell(account=other, title="mine", at=AT)
    with pytest.raises(UserError, match="there is something in this one"):
        archive.bring_back(other, path)
    # Nor may an archive take over an account that somebody else has here.
    with pytest.raises(UserError, match="lives here already"):
        archive.bring_back(opened("Third"), path)
    assert Story.objects.of(other).get().title == "mine"


@pytest.mark.django_db
def test_what_an_older_archive_does_not_say_takes_its_default(tmp_path: Path) -> None:
    account = opened()
    Story.tell(account=account, title="Depot", at=AT)
    path = archive.pack(account, tmp_path, at=AT)

    def older(name: str, data: bytes) -> bytes | None:
        if name == "records/story.json":
            rows = json.loads(data)
            del rows[0]["confidential"]
            return b"[\n" + json.dumps(rows[0]).encode() + b"\n]\n"
        return data

    archive.bring_back(away(account), rewritten(path, older))
    assert Story.objects.of(account).get().confidential is False


def rewritten(
    path: Path,
    change: Callable[[str, bytes], bytes | None],
    more: dict[str, bytes] | None = None,
    manifest: dict[str, Any] | None = None,
) -> Path:
    """The archive with other contents and sums that fit them."""
    new = path.with_name(f"{uuid.uuid4().hex}.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as out:
        told = json.loads(old.read("manifest.json"))
        held = {name: old.read(name) for name in old.namelist() if name != "manifest.json"}
        files = {}
        for name, data in {**held, **(more or {})}.items():
            data = change(name, data)
            if data is not None:
                out.writestr(name, data)
                files[name] = [len(data), hashlib.sha256(data).hexdigest()]
        told.update(manifest or {})
        out.writestr("manifest.json", json.dumps({**told, "files": files}))
    return new


@pytest.fixture
def good(tmp_path: Path) -> Path:
    account = opened()
    for n in range(40):
        Story.tell(account=account, title=f"Story {n}", at=AT)
    path = archive.pack(account, tmp_path, at=AT)
    away(account)
    return path


def as_it_is(name: str, data: bytes) -> bytes:
    return data


def story(**fields: Any) -> Callable[[str, bytes], bytes]:
    """The first story says something else."""

    def change(name: str, data: bytes) -> bytes:
        if name != "records/story.json":
            return data
        rows = json.loads(data)
        rows[0].update(fields)
        return b"[\n" + b",\n".join(json.dumps(row).encode() for row in rows) + b"\n]\n"

    return change


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda p: _cut(p, 0.5), "no zip file"),
        (lambda p: _cut(p, 0.99), "no zip file"),
        (lambda p: _flipped(p), "damaged|not as it was"),
        (lambda p: _written(p, b"not a zip" * 99), "no zip file"),
        (lambda p: rewritten(p, as_it_is, manifest={"version": 2}), "newer Afterword"),
        (lambda p: rewritten(p, as_it_is, manifest={"change": "0999_later"}), "newer Afterword"),
        (lambda p: rewritten(p, as_it_is, manifest={"what": "a photo album"}), "understood"),
        (lambda p: rewritten(p, as_it_is, manifest={"account": {"id": "x"}}), "understood"),
        (lambda p: rewritten(p, as_it_is, {"../../etc/passwd": b"x"}), "no name that belongs"),
        (lambda p: rewritten(p, as_it_is, {"/records/case.json": b"x"}), "no name that belongs"),
        (lambda p: rewritten(p, as_it_is, {"mails/../x.eml": b"x"}), "no name that belongs"),
        (lambda p: rewritten(p, as_it_is, {"mails\\x.eml": b"x"}), "no name that belongs"),
        (lambda p: rewritten(p, as_it_is, {"mails/a.eml": bytes(90_000_000)}), "swell"),
        (lambda p: rewritten(p, as_it_is, manifest={"records": {"rumour": 1}}), "no record this"),
        (lambda p: rewritten(p, lambda n, d: None if "story" in n else d), "fewer or more"),
        (lambda p: rewritten(p, story(title=["no"] * 99)), "fewer|longer|cannot be"),
        (lambda p: rewritten(p, story(entered_at="yesterday")), "story.json, line 2: “entered_at”"),
        (lambda p: rewritten(p, story(entered_at="2026-01-01T00:00:00")), "names no time zone"),
        (lambda p: rewritten(p, story(shoe_size=43)), "nothing a story has"),
        (lambda p: rewritten(p, story(account=str(uuid.uuid4()))), "nothing a story has"),
        (lambda p: rewritten(p, story(title="x" * 301)), "longer than 300"),
        (lambda p: rewritten(p, story(id="1")), "cannot be"),
        (lambda p: _replaced(p, b"[" * 100_000), "is no JSON"),
        (lambda p: _replaced(p, b'{"id": '), "is no JSON"),
        (lambda p: _replaced(p, b"7"), "is no record"),
        (lambda p: _added(p, "stray.txt"), "no name that belongs"),
        (lambda p: _added(p, "mails/stray.eml"), "does not belong"),
        (lambda p: _twice(p), "same name"),
        (lambda p: _linked(p), "a link in it"),
        (lambda p: p.with_name("nowhere.zip"), "no file at"),
    ],
)
def test_what_is_not_whole_or_not_ours_is_refused_with_its_reason(
    good: Path, make: Callable[[Path], Path], why: str
) -> None:
    account = Account.objects.get().id
    with pytest.raises(UserError, match=why) as told:
        archive.bring_back(account, make(good))
    assert "Nothing was changed." in str(told.value)
    assert Account.objects.get().id == account
    assert not Story.objects.exists() and Profile.objects.count() == 1
    # And the good one still comes in.
    assert sum(archive.bring_back(account, good).counts.values()) > 40


def _cut(path: Path, share: float) -> Path:
    whole = path.read_bytes()
    return _written(path, whole[: int(len(whole) * share)])


def _flipped(path: Path) -> Path:
    """One bit of one record is another."""
    whole = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as held:
        info = held.getinfo("records/story.json")
    whole[info.header_offset + 80] ^= 16
    return _written(path, bytes(whole))


def _written(path: Path, data: bytes) -> Path:
    bad = path.with_name("bad.zip")
    bad.write_bytes(data)
    return bad


def _replaced(path: Path, data: bytes) -> Path:
    return rewritten(path, lambda name, old: data if name == "records/story.json" else old)


def _added(path: Path, name: str) -> Path:
    new = _written(path, path.read_bytes())
    with zipfile.ZipFile(new, "a") as out:
        out.writestr(name, "x")
    return new


@pytest.mark.filterwarnings("ignore:Duplicate name")
def _twice(path: Path) -> Path:
    new = _written(path, path.read_bytes())
    with zipfile.ZipFile(new, "a") as out, pytest.warns(UserWarning, match="Duplicate"):
        out.writestr("records/story.json", "[]")
    return new


def _linked(path: Path) -> Path:
    new = _written(path, path.read_bytes())
    with zipfile.ZipFile(new, "a") as out:
        info = zipfile.ZipInfo("mails/a.eml")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        out.writestr(info, "/etc/passwd")
    return new


@pytest.mark.django_db
def test_rows_that_point_nowhere_or_at_another_account_are_refused(tmp_path: Path) -> None:
    account, other = opened(), opened("Other")
    case = Case.open(account=account, company="Acme", role="Buyer", at=AT)
    theirs = Case.open(account=other, company="Theirs", role="Buyer", at=AT)
    path = archive.pack(account, tmp_path, at=AT)
    fresh = away(account)
    for firm in (str(uuid.uuid4()), str(theirs.company_id)):

        def elsewhere(name: str, data: bytes, firm: str = firm) -> bytes:
            return data.replace(str(case.company_id).encode(), firm.encode()) if name == "records/case.json" else data  # fmt: skip

        with pytest.raises(UserError, match="do not fit together"):
            archive.bring_back(fresh, rewritten(path, elsewhere))
        assert not Case.objects.of(account).exists() and Event.objects.of(other).exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from afterword.faces.cli.house import open_house
open_house()
from django.apps import apps
from django.db import connections
from afterword.casebook.record import RecordQuerySet
from afterword.desk.whole import archive
from afterword.members.models import Account

plain = RecordQuerySet.bulk_create

def apart(moment):
    connections.close_all()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    count = 0
    def deadly(self, rows, *args, **kwargs):
        nonlocal count
        count += 1
        made = plain(self, rows, *args, **kwargs)
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return made
    RecordQuerySet.bulk_create = deadly
    archive.bring_back(Account.objects.get().id, Path(sys.argv[1]))
    os.kill(os.getpid(), signal.SIGKILL) if moment == 999 else os._exit(0)

def rows():
    return sum(m.objects.count() for m in apps.get_app_config("casebook").get_models()
               if m._meta.model_name not in ("profile", "event", "job"))

for moment in map(int, sys.argv[2:]):
    print(apart(moment), rows(), flush=True)
"""


@pytest.mark.django_db
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system kills otherwise")
def test_killed_at_any_moment_there_is_all_of_it_or_nothing(tmp_path: Path) -> None:
    account = opened()
    count = brim_full(account) - len({"profile", "event"})
    path = archive.pack(account, tmp_path, at=AT)
    # After the first rows, at two in the middle, after the last, right after it was done; and
    # once more, which changes nothing.
    moments = (1, 20, 40, count + 2, 999, 500)
    env = {**os.environ, "AFTERWORD_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT / "src")}
    words = [sys.executable, "-c", KILLED, str(path), *map(str, moments)]
    done = subprocess.run(words, env=env, capture_output=True, text=True, timeout=300)
    killed = -signal.SIGKILL
    assert done.stdout.split("\n")[:-1] == [
        *[f"{killed} 0"] * 4,
        f"{killed} {count}",
        f"0 {count}",
    ], done.stderr


@pytest.mark.django_db
def test_read_mail_comes_back_raw_and_is_not_read_twice(tmp_path: Path) -> None:
    account = opened()
    no = (
        b"From: Ada Reed <ada@firm.example>\nTo: sam@home.example\nSubject: Your application\n"
        b"Date: Mon, 9 Mar 2026 10:00:00 +0000\nMessage-ID: <no1@firm.example>\n\nDear Sam,\n\n"
        b"Unfortunately we have decided to move forward with another candidate.\n\nAda\n"
    )
    other = no.replace(b"no1@", b"no2@").replace(b"Unfortunately", b"Lunch on Sunday? I")
    other = other.replace(b"Your application", b"Sunday")
    mailroom.take_in(account, MemoryMailbox([no, other]), now=AT)
    case = Case.objects.of(account).first()
    Letter.draw(case=case, kind="grace_note", text="Dear Ada,", subject="Thanks", at=AT)
    before = archive.picture(account)
    path = archive.pack(account, tmp_path, at=AT)
    archive.bring_back(away(account), path)
    assert archive.picture(account) == before
    assert Blob.objects.of(account).get(sha256=Message.objects.get(mail_id="no1@firm.example").sha256).raw == no  # fmt: skip
    came = mailroom.take_in(account, MemoryMailbox([no, other]), now=AT + timedelta(days=1))
    assert came.kept == 0
    assert issubclass(Message, Record)
