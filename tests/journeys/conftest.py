"""A running demo and a real browser; under CI a missing browser is a failure, elsewhere a skip."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)  # fmt: skip
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def play() -> Iterator[Playwright]:
    """One Playwright a process: a second beside it refuses to start."""
    if not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not here, and under CI it must be (apt: chromium).")
        pytest.skip("Chromium is not here (Debian: apt install chromium).")
    # Django's ORM takes Playwright's loop for an async program; no ORM is used here.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as play:
        yield play


@pytest.fixture(scope="session")
def browser(play: Playwright) -> Browser:
    return play.chromium.launch(executable_path=CHROMIUM, args=QUIET)


@dataclass
class House:
    """The program as a person starts it: one process, one link."""

    process: subprocess.Popen[bytes]
    link: str
    home: Path

    @property
    def base(self) -> str:
        return self.link.split("/open/")[0]


def start(home: Path, *words: str) -> House:
    """Starts `afterword WORDS` in this home and waits for its link."""
    home.mkdir(parents=True, exist_ok=True)
    log = home.parent / f"{home.name}.log"
    env = {k: v for k, v in os.environ.items() if not k.startswith(("AFTERWORD_", "DJANGO_"))}
    env |= {"AFTERWORD_HOME": str(home)}
    env.pop("DISPLAY", None)
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "afterword", *words], stdout=out, stderr=out, env=env, cwd=home
        )
    for _ in range(480):
        text = log.read_text("utf-8", errors="replace")
        found = re.search(r"http://\S+/open/\S+", text)
        if found and _answers(found[0].split("/open/")[0]):
            return House(process, found[0], home)
        if process.poll() is not None:
            pytest.fail(f"it stopped before it was open:\n{text}")
        time.sleep(0.25)
    process.kill()
    pytest.fail(f"it did not open in two minutes:\n{text}")


def _answers(base: str) -> bool:
    import urllib.error
    import urllib.request

    try:
        with urllib.request.urlopen(f"{base}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def stop(house: House) -> None:
    house.process.terminate()
    try:
        house.process.wait(20)
    except subprocess.TimeoutExpired:
        house.process.kill()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = start(tmp_path_factory.mktemp("journey") / "home", "demo")
    yield house
    stop(house)


@pytest.fixture
def empty_house(tmp_path: Path) -> Iterator[House]:
    house = start(tmp_path / "home")
    yield house
    stop(house)


@dataclass
class Watch:
    """What a page said on its console, and where it tried to go."""

    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def over(self, page: Page, base: str) -> None:
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on(
            "request",
            lambda r: (
                self.elsewhere.append(r.url)
                if not r.url.startswith((base, "data:", "about:", "blob:"))
                else None
            ),
        )


@pytest.fixture
def watch() -> Watch:
    return Watch()
