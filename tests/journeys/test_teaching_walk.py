"""A correction in a real browser, without a script: the others like it, one button, and taking it back."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from afterword.casebook.models import Case, Message
from afterword.desk import morning
from afterword.members.models import make_link, the_account

pytestmark = [
    pytest.mark.journey,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]

NOW = datetime.now(UTC)
LETTER = """Dear Sam,

Many thanks for the time you gave us. Your papers for the {role} seat at {firm} have been laid with
the committee, which meets on 12 March. Until the committee has met, nobody here can tell you
anything, so please do not ring the office before then. You will find our number below all the same.
"""
SEATS = [
    ("Store Planner", "Northgate Stores"),
    ("Yard Foreman", "Bluff Harbour"),
    ("Head Baker", "Verda Foods"),
    ("Night Porter", "Hotel Quist"),
]


def mail(
    account: uuid.UUID, n: int, kind: str = "acknowledgement", certainty: str = "fair"
) -> Message:
    role, firm = SEATS[n % len(SEATS)]
    case = Case.open(account=account, company=firm, role=role, at=NOW)
    subject, body = f"Your papers for {role}", LETTER.format(role=role, firm=firm)
    text = f"{subject}\n\n{body}"
    at = text.index("laid with")
    proof = {"start": at, "end": at + 9, "text": "laid with", "rule": kind}
    return Message.objects.create(
        account=account,
        entered_at=NOW,
        mail_id=f"{uuid.uuid4()}@x.example",
        sha256=uuid.uuid4().hex,
        case=case,
        kind=kind,
        direction="in",
        certainty=certainty,
        sender_name=f"{firm} Careers",
        sender_email="no-reply@us.greenhouse-mail.io",
        at=NOW - timedelta(days=3 + n),
        filed_at=NOW,
        subject=subject,
        text=text,
        reading={
            "id": "x",
            "source": "",
            "date": None,
            "direction": "in",
            "language": "en",
            "kind": kind,
            "certainty": certainty,
            "evidence": [proof],
        },
    )


@pytest.fixture
def first() -> Message:
    """Four copies of one letter read too kindly, and a fifth that lies closed."""
    account = the_account(at=NOW).id
    mails = [mail(account, n) for n in range(4)]
    mail(account, 4, "rejection")
    morning.plan(account, NOW)
    return mails[0]


@pytest.fixture
def page(browser: Browser, first: Message, live_server: Any) -> Iterator[Page]:
    link = f"{live_server.url.replace('localhost', '127.0.0.1')}/open/"
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(link + make_link(the_account(at=NOW), at=datetime.now(UTC)) + "/")
    yield page
    context.close()


def look(page: Page, browser: Browser, path: str, name: str) -> list[str]:
    """What axe finds wrong with this page in every dress, and where it is too wide."""
    from axe_playwright_python.sync_playwright import Axe

    wrong: list[str] = []
    folder = os.environ.get("PICTURES", "")
    context = browser.new_context(storage_state=page.context.storage_state())
    dressed = context.new_page()
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light")):
        dressed.set_viewport_size({"width": width, "height": 900})
        dressed.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        dressed.goto(path)
        for found in Axe().run(dressed).response["violations"]:
            wrong.append(f"{path} {width} {scheme}: {found['id']} {found['nodes'][0]['target']}")
        wide = dressed.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"{path} {width}: {wide} pixels wide")
        if folder:
            dressed.screenshot(path=Path(folder) / f"{name}-{width}-{scheme}.png", full_page=True)
    context.close()
    return wrong


def test_one_click_corrects_the_next_says_it_of_all_and_one_takes_it_back(
    page: Page, browser: Browser, first: Message
) -> None:
    root = page.url.rstrip("/")
    here, list_ = f"{root}/mail/{first.pk}/", f"{root}/settings/taught/"
    wrong = look(page, browser, list_, "empty") + look(page, browser, here, "before")
    page.goto(here)
    page.locator("button:has-text('They need more time')").focus()
    page.keyboard.press("Enter")
    page.locator("h2:has-text('Three more mails look like this one')").wait_for()
    assert page.locator("#alike li").count() == 3
    assert "A closed letter may be of the same make" in page.locator("#alike").inner_text()
    wrong += look(page, browser, here, "alike")
    page.locator("button:has-text('Say the same of them')").click()
    page.locator("#toast:has-text('3 more are read as you said')").wait_for()
    assert page.locator("#alike li").count() == 0
    page.goto(f"{root}/settings/")
    page.locator("a:has-text('See what you taught')").click()
    page.locator("text=You said the same of 3 more.").wait_for()
    wrong += look(page, browser, list_, "taught")
    page.locator("button:has-text('Take it back')").click()
    page.locator("text=You have not taught anything yet.").wait_for()
    page.locator("#toast button:has-text('Undo')").click()
    page.locator("#toast:has-text('Taken back')").wait_for()
    page.goto(list_)
    page.locator("text=You said the same of 3 more.").wait_for()
    assert wrong == []
