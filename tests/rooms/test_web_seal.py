"""A closed letter tells who and when, on every page, and opens only by a deed of its reader."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import (
    Opening,
)

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def test_a_closed_letter_tells_who_and_when_and_nothing_else(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    mail = web.sealed(account)
    pages = [
        "/",
        "/cases/",
        "/cases/?look=lanes",
        "/cases/?which=over",
        "/people/",
        "/stories/",
        "/questions/",
        "/find/?q=decision",
        "/find/?q=chosen",
        "/due.ics",
        reverse("web:case", args=[mail.case_id]),
        reverse("web:case-split", args=[mail.case_id]),
        reverse("web:mail", args=[mail.pk]),
    ]
    for path in pages:
        shown = client.get(path).content.decode()
        assert web.SECRET not in shown, path
        assert "A decision" not in shown, path
        assert "tag-rose" not in shown, path
    assert "Northwind answered" in client.get("/").content.decode()
    # A filter must not tell either: it is not among those that are over.
    assert "Northwind" not in client.get("/cases/?which=over").content.decode()


def test_a_closed_letter_cannot_be_had_raw_judged_or_opened_by_a_link(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    mail = web.sealed(account)
    assert client.get(reverse("web:mail-raw", args=[mail.pk])).status_code == 404
    assert client.post(reverse("web:mail-right", args=[mail.pk])).status_code == 404
    assert client.post(reverse("web:mail-correct", args=[mail.pk])).status_code == 404
    assert client.get(reverse("web:mail-open", args=[mail.pk])).status_code == 405
    assert not Opening.objects.exists()


def test_opening_is_a_deed_after_which_the_words_show_as_they_came(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    mail = web.sealed(account)
    answer = client.post(reverse("web:mail-open", args=[mail.pk]))
    assert (answer.status_code, answer["Location"]) == (303, reverse("web:mail", args=[mail.pk]))
    shown = client.get(answer["Location"]).content.decode()
    # A certain no lies as it came, nothing marked and nothing to confirm; how it was read is folded.
    assert web.SECRET in shown and "<mark" not in shown
    folded = shown.partition("<summary>How it was read</summary>")[2].partition("</details>")[0]
    assert f"“{web.SECRET}”" in folded and "They said no." in folded
    today = client.get("/").content.decode()
    assert "They said no." in today and web.SECRET not in today and ">Right<" not in today
    page = client.get(reverse("web:case", args=[mail.case_id])).content.decode()
    assert "They said no" in page
    # The twelve hours count from opening; said, never enforced.
    assert "let it rest until" in page
