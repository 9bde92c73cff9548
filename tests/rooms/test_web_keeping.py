"""Taking everything along, a copy at a click, and leaving for good, with an honest word before it."""

from __future__ import annotations

import io
import uuid
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from afterword.casebook.broken import Broken
from afterword.casebook.models import Case, Person
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
    assert "no undo" in client.get(path).content.decode()
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
