"""Taking everything along, a copy at a click, and leaving for good, with an honest word before it."""

from __future__ import annotations

import csv
import io
import uuid
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from afterword.casebook.broken import Broken
from afterword.casebook.models import Case, Person
from afterword.desk.whole import archive, forgetting, going_back, keeping
from afterword.members.models import Account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def test_everything_comes_in_one_zip_and_no_copy_stays_behind(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    web.full(account)
    answer = client.post(reverse("web:export"))
    assert answer["Content-Disposition"].startswith("attachment")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as found:
        assert "records/case.json" in found.namelist()
    answer.close()
    assert not list(Path(settings.HOME).glob("export-*"))
    assert client.get(reverse("web:export")).status_code == 405


def test_a_mail_that_could_not_be_read_is_listed_with_its_reason(
    client: Client, account: uuid.UUID
) -> None:
    Broken.objects.create(
        account=account, entered_at=NOW, at=NOW, source="mbox:/mail/Inbox", digest="d",
        reason="It ends in the middle of its header.",
    )  # fmt: skip
    shown = client.get("/settings/").content.decode()
    assert "Inbox" in shown and "It ends in the middle of its header." in shown


def test_a_person_is_forgotten_only_after_a_clear_yes(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    who = web.full(account).seats.get().person
    path = reverse("web:person-forget", args=[who.pk])
    asked = client.get(path).content.decode()
    assert "No undo" in asked and "Backups and exports of before still know them" in asked
    assert client.post(path).status_code == 422
    assert Person.objects.filter(pk=who.pk).exists()
    assert client.post(path, {"sure": "on"}).status_code == 303
    assert not Person.objects.filter(pk=who.pk).exists()


def test_deleting_everything_asks_once_and_leaves_other_accounts_alone(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    other = Account.objects.create(opened_at=NOW).id
    web.full(account)
    web.full(other)
    assert client.post("/settings/delete/").status_code == 422
    assert Case.objects.of(account).exists()
    assert client.post("/settings/delete/", {"sure": "on"})["Location"] == "/welcome/"
    assert not Case.objects.of(account).exists() and Case.objects.of(other).exists()


def test_your_data_says_what_there_is_and_what_to_do(
    client: Client, account: uuid.UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = client.get(reverse("web:data")).content.decode()
    assert "No backup yet" in page and "Bring it back" in page
    path = tmp_path / "daily-2026-03-10-090000.sqlite3"
    one = keeping.Copy(path, keeping.DAILY, NOW, 2_500_000, NOW)
    monkeypatch.setattr(keeping, "copies", lambda home: [one, replace(one, checked_at=None)])
    page = client.get(reverse("web:data")).content.decode()
    assert "2.4\xa0MB" in page and "and checked" in page and "not checked, or changed" in page
    assert str(Path(settings.HOME) / "backups") in page
    assert "and checked" in client.get("/settings/").content.decode()


def test_a_zip_comes_back_into_an_empty_casebook_and_the_door_stays_open(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    web.full(account)
    raw = b"".join(client.post(reverse("web:export")).streaming_content)
    before = archive.picture(account)

    def sent(raw: bytes) -> Any:
        path = reverse("web:bring-back")
        return client.post(path, {"archive": SimpleUploadedFile("all.zip", raw)})

    # Into itself it changes nothing.
    assert sent(raw).status_code == 303 and archive.picture(account) == before
    assert b"here already" in client.get(reverse("web:data")).content
    forgetting.forget_all(account, now=NOW)
    Account.objects.filter(pk=account).delete()
    fresh = Account.objects.create(opened_at=NOW)
    session = client.session
    session["account"] = str(fresh.id)
    session.save()
    # Damaged ones are refused beside the field, and leave no file behind.
    for bad, why in ((b"x" * 999, "no zip file"), (raw[:-99], "no zip file"), (b"", "empty")):
        answer = sent(bad)
        assert answer.status_code == 422 and why in answer.content.decode()
    assert not list(Path(settings.HOME).glob("bring-back-*"))
    assert sent(raw).status_code == 303
    assert archive.picture(account) == before
    assert b"as it stood" in client.get(reverse("web:data")).content
    assert client.session["account"] == str(account)


def test_tables_come_without_formulas_and_without_a_closed_answer(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    web.full(account)
    web.sealed(account)
    Person.add(account=account, name='=HYPERLINK("http://x.example")', email="@e.example", at=NOW)
    Person.add(account=account, name=" +1+cmd|' /C calc'!A0", title="-2", note="\tx", at=NOW)
    Person.add(account=account, name="Zoë, “the boss”\nof it", at=NOW)
    answer = client.post(reverse("web:tables"))
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as held:
        read = {
            Path(name).stem: list(csv.DictReader(io.StringIO(held.read(name).decode("utf-8-sig"))))
            for name in held.namelist()
        }
    assert set(read) == {"cases", "people", "letters", "touches"}
    assert len(read["people"]) == Person.objects.of(account).count()
    assert len(read["cases"]) == Case.objects.of(account).count()
    names = {row["name"] for row in read["people"]}
    assert {'\'=HYPERLINK("http://x.example")', "' +1+cmd|' /C calc'!A0"} <= names
    assert "Zoë, “the boss”\nof it" in names
    cells = [cell for rows in read.values() for row in rows for cell in row.values()]
    assert not [
        cell for cell in cells if cell.lstrip(" ")[:1] and cell.lstrip(" ")[0] in "=+-@\t\r"
    ]
    sealed = next(row for row in read["cases"] if row["firm"] == "Northwind")
    assert "reject" not in " ".join(sealed.values()) and sealed["next play"] == ""


def test_going_back_asks_once_and_leaves_this_browser_let_in(
    client: Client, account: uuid.UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "afterword-2026-03-10-090000.sqlite3"
    one = keeping.Copy(path, keeping.BY_HAND, NOW, 1, NOW)
    monkeypatch.setattr(keeping, "copies", lambda home: [one])
    went = []

    def restore(home: Path, copy: Path, *, at: datetime) -> Path:
        went.append(copy)
        # The sessions of that day are others.
        Session.objects.all().delete()
        return tmp_path / "before-restore-2026-03-11-090000.sqlite3"

    monkeypatch.setattr(going_back, "restore", restore)
    page = reverse("web:restore") + f"?copy={one.name}"
    assert client.get(reverse("web:restore") + "?copy=../x").status_code == 303
    assert "is kept as a backup" in client.get(page).content.decode()
    assert client.post(page).status_code == 422 and went == []
    assert client.post(page, {"sure": "on"})["Location"] == reverse("web:data")
    assert went == [path]
    assert b"before-restore-2026" in client.get(reverse("web:data")).content


def test_removing_and_checking_take_only_names_of_copies(
    client: Client, account: uuid.UUID, tmp_path: Path
) -> None:
    stays = Path(settings.HOME) / "stays.sqlite3"
    stays.write_text("x")
    for name in ("../stays.sqlite3", "/etc/passwd", "daily-2026-03-10-090000/../../stays", ""):
        assert client.post(reverse("web:copy-remove"), {"name": name}).status_code == 303
        assert client.post(reverse("web:copy-check"), {"name": name}).status_code == 303
    assert stays.exists()
    assert client.get(reverse("web:copy-remove")).status_code == 405
