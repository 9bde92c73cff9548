"""The extension and the bookmark in a real Chromium: the looked-at page comes in, and nothing else does."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from tests.journeys.conftest import CHROMIUM, QUIET, House, start, stop

EXTENSION = Path(__file__).resolve().parents[2] / "extension"
ID = "knadofcglhellghpnljhaefpbhkcdmca"
ADVERT = {
    "@type": "JobPosting",
    "title": "Head of Operations",
    "description": "<ul><li>5+ years of experience</li></ul>",
    "hiringOrganization": {"name": "Acme Freight"},
}


class _Site(BaseHTTPRequestHandler):
    years = "5+"

    def do_GET(self) -> None:
        text = json.dumps(ADVERT).replace("5+", _Site.years)
        body = "<!doctype html><title>Head of Operations</title><h1>Head of Operations</h1>"
        # The page makes its own text, as boards do: only a browser sees it.
        body += f"<script>document.head.insertAdjacentHTML('beforeend', '<script type=\"application/ld+json\">' + {json.dumps(text)} + '<\\/script>')</script>"  # fmt: skip
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/jobs/7"
    server.shutdown()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One program for all that is tried here: to start one is what costs."""
    if not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not here, and under CI it must be (apt: chromium).")
        pytest.skip("Chromium is not here (Debian: apt install chromium).")
    found = start(tmp_path_factory.mktemp("extension") / "home")
    yield found
    stop(found)


@pytest.fixture(scope="module")
def chromium(
    tmp_path_factory: pytest.TempPathFactory, house: House, play: Playwright
) -> Iterator[BrowserContext]:
    """A browser of its own with the extension loaded unpacked, as a person would, let in once."""
    context = play.chromium.launch_persistent_context(
        str(tmp_path_factory.mktemp("profile")),
        executable_path=CHROMIUM,
        headless=False,
        args=[
            *QUIET,
            "--headless=new",
            f"--disable-extensions-except={EXTENSION}",
            f"--load-extension={EXTENSION}",
        ],
    )
    context.new_page().goto(house.link)
    yield context
    context.close()


def popup(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(f"chrome-extension://{ID}/popup.html")
    return page


def test_it_asks_for_little() -> None:
    manifest = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    assert manifest["permissions"] == ["activeTab", "scripting", "storage"]
    assert manifest["host_permissions"] == ["http://127.0.0.1/*"]
    assert not {"background", "content_scripts", "externally_connectable"} & set(manifest)


def test_one_click_keeps_the_page_and_the_second_sees_the_change(
    chromium: BrowserContext, house: House, site: str
) -> None:
    ours = chromium.new_page()
    ours.goto(f"{house.base}/settings/browser/")
    ours.get_by_role("button", name="Make a key").first.click()
    key = ours.get_by_label("Paste this into the extension, once").input_value()
    looked = chromium.new_page()
    looked.goto(site)
    small = popup(chromium)
    small.get_by_label("The key from Afterword").fill("http://evil.example/#key")
    small.get_by_role("button", name="Remember it").click()
    expect(small.get_by_role("status")).to_contain_text("That is not a key of Afterword")
    small.get_by_label("The key from Afterword").fill(key)
    small.get_by_role("button", name="Remember it").click()
    expect(small.get_by_role("button", name="Keep this advert")).to_be_visible()

    def hand_in() -> None:
        # The popup lies over the tab it is opened on; here it is a tab itself, so that one goes first.
        looked.bring_to_front()
        small.evaluate("document.getElementById('send').click()")

    hand_in()
    expect(small.get_by_role("status")).to_contain_text("Kept, with today’s date: Head of Operations, Acme Freight")  # fmt: skip
    _Site.years = "8+"
    try:
        looked.reload()
        hand_in()
        expect(small.get_by_role("status")).to_contain_text("says “8+ years of experience” now")
    finally:
        _Site.years = "5+"
    ours.goto(f"{house.base}/roles/")
    ours.get_by_role("link", name="Head of Operations, Acme Freight").click()
    expect(ours.get_by_role("heading", name="Which case is this about?")).to_be_visible()
    ours.get_by_role("button", name="Open a lead with it").click()
    expect(ours.get_by_role("heading", name="The advert", exact=True)).to_be_visible()
    # Without the click on its button in the bar, a page of another site stays closed to it.
    looked.goto(site.replace("127.0.0.1", "localhost"))
    hand_in()
    expect(small.get_by_role("status")).to_contain_text("This page cannot be read")
    looked.goto(site)
    # Taken back, the key opens nothing, and the popup says what to do.
    ours.goto(f"{house.base}/settings/browser/")
    ours.get_by_role("button", name="Take the key back").first.click()
    hand_in()
    expect(small.get_by_role("status")).to_contain_text("This key opens nothing")


def test_the_bookmark_hands_in_by_a_form(chromium: BrowserContext, house: House, site: str) -> None:
    ours = chromium.new_page()
    ours.goto(f"{house.base}/settings/browser/")
    ours.get_by_role("button", name="Make a key").last.click()
    code = ours.get_by_role("link", name="Keep this advert").get_attribute("href")
    assert code is not None and code.startswith("javascript:")
    looked = chromium.new_page()
    # Another site than ours: localhost and 127.0.0.1 are two.
    looked.goto(site.replace("127.0.0.1", "localhost"))
    with chromium.expect_page() as opened:
        looked.evaluate("code => { location.href = code }", code)
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Kept, with today’s date.")
    opened.value.get_by_role("link", name="See it").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Head of Operations")


def test_the_popup_is_for_everybody(chromium: BrowserContext) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for scheme in ("light", "dark"):
        small = popup(chromium)
        small.evaluate("chrome.storage.local.clear()")
        small.reload()
        small.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        small.set_viewport_size({"width": 340, "height": 420})
        found = Axe().run(small)
        assert found.violations_count == 0, found.generate_report()
        assert small.evaluate("document.documentElement.scrollWidth") <= 340
