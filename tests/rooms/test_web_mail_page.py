"""A mail's page: its words to the last line, what it answers, and where it goes on from here."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Blob, Case, Message

pytestmark = pytest.mark.django_db

RAW = b"""From: Odile Marchetti <odile@firm.example>
To: ada@home.example
Subject: The post
Date: Mon, 2 Mar 2026 10:00:00 +0000
Message-ID: <n1@firm.example>
Content-Type: text/plain; charset=utf-8

Dear Ada,

we have chosen somebody else, and it was close.

With warm wishes
Odile

Odile Marchetti
Head of Glass, Firm <script>alert(1)</script>

On Sun, 1 Mar 2026 at 08:15, Ada Finch <ada@home.example> wrote:

> Is there any news of the glass house?
"""


def kept(web: Any, account: uuid.UUID, kind: str, case: Case | None, **given: Any) -> Message:
    sha = hashlib.sha256(RAW).hexdigest()
    mail: Message = web.message(account, case, kind, body="Dear Ada,", **given)
    Blob.packed(account, sha, RAW, at=mail.entered_at).save()
    Message.objects.filter(pk=mail.pk).update(sha256=sha)
    return mail


def page(client: Client, mail: Message) -> str:
    return client.get(reverse("web:mail", args=[mail.pk])).content.decode()


def test_a_no_leads_on_to_its_case_and_keeps_its_last_lines(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = Case.open(account=account, company="Firm", role="Glazier", at=datetime.now(UTC))
    mail = kept(web, account, "rejection", case)
    client.post(reverse("web:mail-open", args=[mail.pk]))
    shown = page(client, mail)
    assert "Head of Glass, Firm" in shown and "any news of the glass house?" in shown
    assert "<script>alert(1)" not in shown
    assert f"{reverse('web:case', args=[case.pk])}#decision" in shown


def test_a_closed_one_shows_neither(web: Any, client: Client, account: uuid.UUID) -> None:
    mail = kept(web, account, "rejection", None)
    shown = page(client, mail)
    assert "Head of Glass" not in shown and "glass house" not in shown


def test_a_receipt_asks_for_nothing(web: Any, client: Client, account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Firm", role="Glazier", at=datetime.now(UTC))
    shown = page(client, kept(web, account, "acknowledgement", case))
    assert "With warm wishes" in shown and 'id="proposal"' not in shown


def test_a_closed_letter_that_asks_for_an_answer_says_by_when(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """On its own page as on Today: it must not say there that nothing presses."""
    case = Case.open(account=account, company="Firm", role="Glazier", at=datetime.now(UTC))
    mail = web.message(account, case, "offer")
    day = (datetime.now(UTC) + timedelta(days=3)).date()
    Message.objects.filter(pk=mail.pk).update(reading={**mail.reading, "asked_by": f"{day}"})
    for _look in ("closed", "open"):
        shown = page(client, mail)
        assert f"{day.day} {day:%B}" in shown and "answer today" not in shown
        assert "None of it" not in shown
        client.post(reverse("web:mail-open", args=[mail.pk]))


def test_a_fraud_is_named_on_its_page_and_in_the_morning_until_the_user_settles_it(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """It need belong to no process for that."""
    Case.open(account=account, company="Firm", role="Glazier", at=datetime.now(UTC))
    mail = web.message(account, None, "outreach", at=datetime.now(UTC))
    heard = [{"kind": "money", "quote": "You get a cheque for the desk.", "by": "HR"}]
    Message.objects.filter(pk=mail.pk).update(reading={**mail.reading, "remarks": heard})
    assert "This looks like a fraud." in page(client, mail)
    assert "This looks like a fraud; send them nothing." in client.get("/").content.decode()
    client.post(reverse("web:mail-right", args=[mail.pk]))
    assert "looks like a fraud" not in page(client, mail)
    assert "looks like a fraud" not in page(client, web.message(account, None, "outreach"))
