"""A no that opens again, in a real browser: Today says so with its evidence, the doubt now answered, the draft."""

from __future__ import annotations

import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from afterword.members.models import make_link, the_account

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "rooms"))
from watched import DOUBT, STORY, opened_again

pytestmark = [
    pytest.mark.journey,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]

NOW = datetime.now(UTC)


def test_the_no_that_opens_again(browser: Browser, live_server: Any, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    account: uuid.UUID = the_account(at=NOW).id
    case = opened_again(account, NOW)
    root = live_server.url.replace("localhost", "127.0.0.1")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{root}/open/{make_link(the_account(at=NOW), at=datetime.now(UTC))}/")
    sign = page.locator("#moved .card")
    assert sign.count() == 1
    told = sign.inner_text()
    assert "open again" in told and "a strong sign" in told
    assert "the text is new" in told
    assert DOUBT in told and "You can answer it now" in told and STORY in told
    assert "Jan Visser" in told
    wrong = []
    for path in ("/", f"/cases/{case.pk}/", "/watches/"):
        for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(root + path)
            for found in Axe().run(page).response["violations"]:
                wrong.append(f"{path} {width} {scheme}: {found['id']} at {found['nodes'][0]['target']}")  # fmt: skip
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                wrong.append(f"{path} {width}: {wide} pixels wide")
            name = path.strip("/").split("/")[0] or "today"
            page.screenshot(path=tmp_path / f"{name}-{width}-{scheme}.png", full_page=True)
    assert wrong == []
    # put away in place, and back by undo
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(root + "/")
    page.locator("#moved button:has-text('Put away')").click()
    page.locator("#toast:has-text('Put away')").wait_for()
    page.keyboard.press("u")
    page.locator("#toast:has-text('Taken back')").wait_for()
    page.goto(root + "/")
    # the draft is one click away
    page.locator("#moved button:has-text('Draft the')").click()
    page.wait_for_url("**/letters/**")
    assert "open again" in page.content() or "Jan" in page.content()
    context.close()
