"""Forgetting that is meant: not a byte of them in any file of the home, and nothing brings them back."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import unicodedata
import uuid
from pathlib import Path
from typing import Any

import brimful
import pytest
from django.conf import settings
from django.db import models

from afterword.casebook import unnaming
from afterword.casebook.forgotten import Forgotten, Marks
from afterword.casebook.models import Message, Person, PersonAddress
from afterword.desk.incoming import taking
from afterword.desk.whole import forgetting
from afterword.members.models import Account

ROOT = Path(__file__).resolve().parents[2]
NAME, MAIL = "Dana Reyes", "dana.reyes@acme.example"

on_sqlite = pytest.mark.skipif(
    "sqlite" not in settings.DATABASES["default"]["ENGINE"],
    reason="what a PostgreSQL server keeps of deleted rows is its own affair",
)


def called(name: str = NAME, *marks: str, others: tuple[str, ...] = ()) -> unnaming.Called:
    return unnaming.Called.by(name, marks or (MAIL,), frozenset(others))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I met Dana Reyes today", "I met ██████████ today"),
        ("DANA REYES", "██████████"),
        ("Reyes, Dana", "███████████"),
        ("Dana\nReyes", "██████████"),
        ("write to Dana.Reyes@ACME.example!", "write to ███████████████████████!"),
        ("mailto:dana.reyes%40acme.example", "mailto:█████████████████████████"),
        ("cc dana.reyes and danareyes", "cc ██████████ and █████████"),
        ("Ms Reyes said so", "Ms █████ said so"),
        ("Dear Dana,", "Dear Dana,"),
        ("Dear Dana,\n\nMs Reyes told me", "Dear ████,\n\nMs █████ told me"),
        ("Danae and Reyesville stay", "Danae and Reyesville stay"),
    ],
)
def test_a_name_is_found_as_it_is_written(text: str, left: str) -> None:
    assert called().out_of(text, near=False) == left
    assert len(left) == len(text)


def test_a_first_name_goes_where_it_can_only_be_theirs() -> None:
    assert called().out_of("Dear Dana,", near=True) == "Dear ████,"
    # Somebody else here is called so too.
    assert called(others=("dana",)).out_of("Dear Dana,", near=True) == "Dear Dana,"
    may = called("May Strong", "may@x.example")
    assert may.out_of("On 12 May a strong case. Strong words, Dear May", near=True) == "On 12 May a strong case. Strong words, Dear ███"  # fmt: skip


def test_accents_are_the_same_name_however_they_are_written() -> None:
    who = called("José Núñez", "jn@x.example")
    for text in ("José Núñez", unicodedata.normalize("NFD", "José Núñez"), "Jose Nunez"):
        assert set(who.out_of(f"by {text}", near=False).removeprefix("by ")) == {"█"}


@pytest.mark.parametrize(
    "raw",
    [
        b"From: Dana Reyes <d@x>\r\n\r\nhello",
        b"Subject: =?utf-8?b?RGFuYSBSZXllcw==?=\r\n\r\nhello",
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(b"from Dana Reyes, Acme"),
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\nfrom Dana=\r\n Reyes",
        b"Cc: DANA.REYES@acme.example\r\n\r\nhello",
    ],
)
def test_a_raw_mail_that_names_them_is_known_under_what_encodes_it(raw: bytes) -> None:
    assert unnaming._names(called(), raw)
    assert not unnaming._names(called("Someone Else", "else@x.example"), raw)


@pytest.mark.django_db
def test_no_column_of_any_record_names_them_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text of every record says their name first: a record added later is in this test at once."""
    plain = brimful.something

    def telling(field: Any) -> Any:
        if field.model._meta.model_name in unnaming.NO_WORDS or not unnaming._tells(field):
            return plain(field)
        if isinstance(field, models.JSONField):
            said = {"name": NAME, "email": MAIL}
            return (
                {"note": f"{NAME} <{MAIL}>", "people": [said]} if field.default is dict else [said]
            )
        return f"{plain(field)[:40]} {NAME} {MAIL}"[: field.max_length or 999]

    monkeypatch.setattr(brimful, "something", telling)
    # What stands in these rows is no search that could be planned.
    monkeypatch.setattr(forgetting.morning, "freshen", lambda *_: None)
    monkeypatch.setattr(forgetting.rereading, "unlearn", lambda *_, **__: None)
    account = Account.objects.create(opened_at=brimful.AT).id
    known: dict[Any, Any] = {}
    person = Person.objects.create(account=account, entered_at=brimful.AT, name=NAME)
    PersonAddress.objects.create(account=account, entered_at=brimful.AT, person=person, email=MAIL)
    for model in brimful.archive.shape.records():
        if model not in known:
            known[model] = brimful.saved(model, account, known)
    assert found(account)
    # The one whose texts say that name is another person of another name.
    Person.objects.exclude(pk=person.pk).update(name="Somebody Else")
    forgetting.forget(Person.objects.get(pk=person.pk), now=brimful.AT)
    assert found(account) == []
    assert Forgotten.objects.of(account).count() == 3


def found(account: uuid.UUID) -> list[str]:
    """Which columns name them still."""
    named = []
    for model in brimful.archive.shape.records():
        for field in model._meta.concrete_fields:
            for value in model.objects.filter(account=account).values_list(
                field.attname, flat=True
            ):
                words = unicodedata.normalize("NFKD", str(value)).casefold()
                if any(one.casefold() in words for one in (NAME, MAIL, "Reyes")):
                    named.append(f"{model._meta.model_name}.{field.attname}")
    return named


@pytest.mark.django_db
@pytest.mark.parametrize("letters", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_table_that_waits_and_names_them_waits_no_more(
    letters: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    account = Account.objects.create(opened_at=brimful.AT).id
    person = Person.add(account=account, name="Dána Reyes", at=brimful.AT)
    for who in ("Dána Reyes", "Zoë Fox"):
        table = f"Company,Position,Status,Notes\nAcme,Buyer,Applied,met {who}\n".encode(letters)
        if letters == "utf-16-be":
            table = b"\xfe\xff" + table
        taking.take(account, table, f"{who}.csv", now=brimful.AT, look_first=True)
    assert len(list((tmp_path / taking.WAITING).iterdir())) == 2
    forgetting.forget(person, now=brimful.AT)
    assert len(list((tmp_path / taking.WAITING).iterdir())) == 1


@pytest.mark.django_db
def test_a_mail_whose_id_names_them_is_not_read_again() -> None:
    account = Account.objects.create(opened_at=brimful.AT).id
    known: dict[Any, Any] = {}
    mail = brimful.saved(Message, account, known)
    Message.objects.filter(pk=mail.pk).update(mail_id=f"1.{MAIL}")
    person = Person.add(account=account, name=NAME, email=MAIL, at=brimful.AT)
    forgetting.forget(person, now=brimful.AT)
    from afterword.casebook.catch import known_of

    assert known_of(account, [f"1.{MAIL}", "2@other.example"]) == {f"1.{MAIL}"}
    assert MAIL not in Message.objects.get(pk=mail.pk).mail_id


@pytest.mark.django_db
def test_only_the_user_can_know_them_again() -> None:
    account = Account.objects.create(opened_at=brimful.AT).id
    person = Person.add(account=account, name=NAME, email=MAIL, at=brimful.AT)
    forgetting.forget(person, now=brimful.AT)
    out = Marks(account)
    assert out.email(MAIL.upper()) and out.name("Reyes, Dana")
    assert out.anyone(NAME, []) and not out.anyone(NAME, ["another@y.example"])
    told = "Ask Reyes, Dana (DANA.REYES@acme.example) and Dana Reyesson of Acme."
    assert out.out_of(told) == f"Ask {'█' * 11} ({'█' * 23}) and Dana Reyesson of Acme."
    Person.add(account=account, name=NAME, email=MAIL, at=brimful.AT)
    out = Marks(account)
    assert out.out_of(told) == told and not out.email(MAIL) and not out.name(NAME)


STEPS = r'''
import base64, os, sys, zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile
from afterword.faces.cli.house import open_house
account = open_house().id
from afterword.casebook.models import *
from afterword.casebook.model_use import choose
from afterword.casebook.correction import correct
from afterword.desk import incoming
from afterword.desk.mail import mailroom, sorting
from afterword.desk.whole import archive, forgetting, keeping
from afterword.desk.incoming import taking
from afterword.intake.memory import MemoryMailbox

home, at = Path(sys.argv[1]), datetime(2026, 3, 10, 9, tzinfo=UTC)
NAME, MAIL = "Dana Reyes", "dana.reyes@acme.example"
WORDS = [NAME, MAIL, "Reyes", "dana.reyes", "Dana"]

def mail(sender, subject, body, key, coded=False, more=""):
    head = f"From: {sender}\nTo: Sam <sam@home.example>\nSubject: {subject}\nDate: Mon, 9 Mar 2026 10:00:00 +0000\nMessage-ID: <{key}>\n{more}"
    if coded:
        return (head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n").encode() + base64.b64encode(body.encode())
    return (head + "\n" + body).encode()

NO = "Dear Sam,\n\nThank you for interviewing for the Buyer role at Acme. Unfortunately we have decided to move forward with another candidate.\n\n"
mails = [
    mail(f"{NAME} <{MAIL}>", "Your application for Buyer", NO + "Kind regards\nDana Reyes\nHead of Supply, Acme\n", "no1@acme.example"),
    mail("Acme Careers <jobs@acme.example>", "Your interview for Buyer at Acme", "Dear Sam,\n\nWe would like to invite you to an interview for the Buyer role at Acme on 3 March 2026 at 10:00 with Dana Reyes.\n\nAcme Careers\n", "inv@acme.example", coded=True, more=f"Cc: {NAME} <{MAIL}>\n"),
    mail("Tom Fox <tom@bolt.example>", "Your application for Planner at Bolt", NO.replace("Acme", "Bolt").replace("Buyer", "Planner") + "Tom Fox, Bolt\n", "no2@bolt.example"),
    mail(f"{NAME} <{MAIL}>", "Lunch on Sunday?", "Shall we eat soup on Sunday?\n\nDana", "soup@acme.example"),
]
mention = mail("Eve Lund <eve@cord.example>", "Your application for Clerk at Cord", NO.replace("Acme", "Cord").replace("Buyer", "Clerk") + "Dana Reyes (dana.reyes@acme.example) sends her best.\n\nEve Lund, Cord\n", "no3@cord.example")
card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{NAME}\nN:Reyes;Dana;;;\nEMAIL:{MAIL}\nTEL:+31 6 5550 1234\nORG:Acme\nEND:VCARD\n".encode()
dates = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:talk@x\nDTSTAMP:20260301T090000Z\nDTSTART:20260317T090000Z\nDTEND:20260317T100000Z\nSUMMARY:Interview Acme Buyer with {NAME}\nORGANIZER;CN={NAME}:mailto:{MAIL}\nATTENDEE;CN={NAME}:mailto:{MAIL}\nEND:VEVENT\nEND:VCALENDAR\n".encode()

OwnAddress.add(account=account, email="sam@home.example", at=at)
mailroom.take_in(account, MemoryMailbox(mails), now=at)
taking.take(account, card, "people.vcf", now=at)
taking.take(account, dates, "dates.ics", now=at)
# A table that waits for an answer about its columns.
taking.take(account, f"Company,Position,Status,Notes\nAcme,Buyer,Applied,met {NAME}\n".encode(), "list.csv", now=at, look_first=True)
person = PersonAddress.objects.of(account).get(email=MAIL).person
case = Message.objects.get(mail_id="no1@acme.example").case
letter = Letter.draw(case=case, person=person, kind="grace_note", text="Dear Dana,\n\nthank you.", subject="To Dana", at=at)
Letter.draw(case=case, kind="thank_you", text="Dear Tom, greet Ms Reyes from me.", at=at)
Story.tell(account=account, title="Depot", confirm="Dana Reyes", at=at)
Remark.note(case=case, kind="praise", quote="You are good, said Dana Reyes", person=person, at=at)
correct(message=Message.objects.get(mail_id="no1@acme.example"), at=at, kind="position_filled", why="Dana Reyes said so")
Person.add(account=account, name="Tom Fox", email="tom@bolt.example", note="knows Dana Reyes well", at=at)
person.describe(at=at, title="Head", postal="Dana Reyes\n1 Quay", email="dana@home.example")
person.refresh_from_db()
person.describe(at=at, note="her own address is dana@home.example")
keeping.backup(home, at=at)

def places(words=(*WORDS, "dana@home.example", "5550 1234"), older=False):
    """Every file of the home that holds one of these words, as plain bytes or as the program packs them."""
    from django.db import connections
    found = set()
    for path in sorted(home.rglob("*")):
        if not path.is_file() or ("backups" in path.parts) != older:
            continue
        data = path.read_bytes()
        packed = [data]
        if path.suffix == ".zip":
            with ZipFile(path) as held:
                packed = [held.read(name) for name in held.namelist()] + ["\n".join(held.namelist()).encode()]
        if path.suffix == ".sqlite3":
            import sqlite3
            with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
                packed += [zlib.decompress(row[0]) for row in base.execute("SELECT data FROM casebook_blob")]
        for one in packed:
            told = one
            for part in one.split(b"\n"):
                try:
                    told += base64.b64decode(part, validate=True)
                except ValueError:
                    pass
            for word in words:
                if word.lower().encode() in told.lower():
                    found.add((path.name, word))
    return found

before = {word for name, word in places() if "sqlite3" in name}
print(sorted(before))
gone = forgetting.forget(person, now=at + timedelta(hours=1))
print(gone.wiped, gone.copies)
archive.pack(account, home / "after.zip", at=at)
print("left:", sorted(places()))
print("in the older copy:", bool(places(older=True)))

# The next sync, the same files again, and news of theirs.
later = at + timedelta(days=2)
new = mail(f"{NAME} <{MAIL}>", "Your application for Buyer", "Dear Sam,\n\nWe are pleased to offer you the position of Buyer at Acme.\n\nKind regards\nDana Reyes\n", "offer@acme.example")
came = mailroom.take_in(account, MemoryMailbox([*mails, new, mention]), now=later)
print("came:", came.kept, Message.objects.get(mail_id="offer@acme.example").kind)
taking.take(account, card + b"\n", "people-again.vcf", now=later)
taking.take(account, dates + b"\n", "dates-again.ics", now=later)
print("left:", sorted(places()), Person.objects.of(account).filter(name__icontains="reyes").count())
print(Message.objects.get(mail_id="no2@bolt.example").has_raw, Person.objects.of(account).filter(name="Tom Fox").count())
keeping.wipe(home)
print("left:", sorted(places()))

# Nor in the copies, if so wished.
keeping.thin(home, at=later)
print("in the older copy:", bool(places(older=True)))

# Everything.
gone = forgetting.forget_all(account, now=later, older_copies=True)
(home / "after.zip").unlink()
print(gone.wiped, gone.copies)
print("left:", sorted(places(("Acme", "Bolt", "bolt.example", "Tom Fox", "Depot", "sam@home.example"))))
print("in a copy:", sorted(places(("Acme", "Bolt", "Tom Fox", "Depot"), older=True)))
'''


@on_sqlite
def test_not_a_byte_is_left_and_the_next_sync_brings_nobody_back(tmp_path: Path) -> None:
    env = {**os.environ, "AFTERWORD_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run(
        [sys.executable, "-c", STEPS, str(tmp_path)], env=env, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        # That they were there shows that the search can find them.
        "['5550 1234', 'Dana', 'Dana Reyes', 'Reyes', 'dana.reyes', 'dana.reyes@acme.example', 'dana@home.example']",
        "True 0",
        "left: []",
        "in the older copy: True",
        "came: 2 offer",
        "left: [] 0",
        "True 1",
        "left: []",
        "in the older copy: False",
        "True 1",
        "left: []",
        "in a copy: []",
    ]
