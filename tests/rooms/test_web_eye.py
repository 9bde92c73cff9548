"""What a walk through the pages by eye found once, as far as it can be asserted."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Case
from afterword.desk import morning
from afterword.faces.web import apps

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
SHEETS = Path(apps.__file__).parent / "static" / "web"


@pytest.mark.parametrize("name", ["frame.css", "pages.css"])
def test_what_folds_on_a_small_screen_folds_in_large_type_too(name: str) -> None:
    """Widths are asked in letters: a reader's larger type is a narrower page."""
    text = (SHEETS / name).read_text("utf-8")
    assert re.findall(r"@media[^{]*width:\s*[\d.]+px", text) == []


def test_the_day_under_a_closed_letter_is_the_same_on_every_page(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    case = Case.open(account=account, company="Harbour", role="Planner", at=NOW)
    mail = web.message(account, case, "reopened")
    by = (NOW + timedelta(days=3)).date()
    mail.reading = {**mail.reading, "asked_by": str(by)}
    mail.save()
    morning.plan(account, NOW)
    says = f"It asks for an answer by {by.day} {by:%B}"
    for address in ("/", "/cases/", "/cases/?look=board", reverse("web:case", args=[case.pk])):
        page = client.get(address).content.decode()
        assert says in page, address
    # What lies closed may be anything, so it stands in no lane after a no.
    assert "Harbour" not in client.get("/cases/?look=lanes").content.decode()


def test_a_board_without_any_case_says_what_to_do_first(client: Client) -> None:
    page = client.get("/cases/?look=board").content.decode()
    assert "No process is known yet." in page and "Nothing here." not in page


def test_an_address_for_forms_says_so_to_who_comes_by_a_link(client: Client) -> None:
    answer = client.get(reverse("web:undo"))
    assert answer.status_code == 405 and answer.headers["Allow"] == "POST"
    assert "Nothing was changed." in answer.content.decode()


def test_a_sentence_stands_once_on_a_case(web: Any, account: uuid.UUID, client: Client) -> None:
    case = Case.open(account=account, company="Harbour", role="Planner", at=NOW)
    web.message(account, case, "acknowledgement")
    morning.plan(account, NOW)
    page = client.get(reverse("web:case", args=[case.pk])).content.decode()
    case.refresh_from_db()
    why = case.standing.seen_why
    assert why and page.count(why) == 1


def test_mails_to_choose_from_stand_one_a_line(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    case = Case.open(account=account, company="Harbour", role="Planner", at=NOW)
    web.message(account, case, "acknowledgement")
    page = client.get(reverse("web:case-split", args=[case.pk])).content.decode()
    assert "one-a-line" in page
