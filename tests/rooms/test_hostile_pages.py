"""Pages, boards and feeds that mean harm: none takes long, none stops the rest, none leads anywhere."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date

import pytest

from afterword.intake import harmless
from afterword.intake.boards import KINDS
from afterword.intake.feeds.adapter import plain
from afterword.intake.feeds.parser import feed
from afterword.intake.mailbox.parsing.html import text_of, tidy
from afterword.intake.postings import read_file, read_page, read_text
from afterword.terms.watching import Posting

DAY = date(2026, 11, 22)
ITEM = '<div itemscope itemtype="https://schema.org/JobPosting">'
ADVERT = (
    "Your role: you will lead a team. Requirements: five years of experience. We offer benefits. "
)


@pytest.mark.parametrize(
    "busy",
    [
        lambda: text_of("<pre>x" + " " * 400_000 + "y</pre>"),
        lambda: tidy("x" + "\t \t" * 200_000 + "y"),
        lambda: read_page((ITEM + "<div itemprop=a itemscope>" * 600).encode()),
        lambda: read_page((ITEM + "<p itemprop=a itemscope></p>" * 20_000).encode()),
        lambda: read_page(b"<h1>Engineer</h1>" + b"<nav>a</nav>" * 20_000),
        lambda: plain("<div>" * 400_000),
    ],
    ids=["spaces", "tabs", "items in items", "many items", "many bars", "deep feed"],
)
def test_no_page_keeps_us_busy(busy: Callable[[], object]) -> None:
    began = time.monotonic()
    busy()
    # Each took minutes or had no end before; now the slowest takes about a second.
    assert time.monotonic() - began < 10


def test_fields_of_an_item_inside_an_item_are_its_own() -> None:
    page = (
        f'{ITEM}<h1 itemprop="title">Head of Operations</h1>'
        '<div itemprop="hiringOrganization" itemscope><b itemprop="name">Acme</b></div>'
        '<div itemprop="jobLocation" itemscope><div itemprop="address" itemscope>'
        '<i itemprop="addressLocality">Leeds</i></div></div>'
        f'<div itemscope><span itemprop="datePosted">2026-01-02</span></div>'
        f'<p itemprop="description">{ADVERT * 5}</p></div>'
    )
    found = read_page(page.encode(), url="https://acme.example/1").posting
    assert found is not None
    assert (found.title, found.company, found.places) == ("Head of Operations", "Acme", ("Leeds",))
    assert found.posted is None


@pytest.mark.parametrize(
    "name", ["greenhouse", "lever", "ashby", "workable", "recruitee", "pinpoint"]
)
def test_a_board_leads_to_no_script_and_holds_nothing_a_database_refuses(name: str) -> None:
    script = "javascript:alert(1)"
    row = {
        "id": "7", "shortcode": "7", "title": "Cook\ud800\x00\x1b]0;x\x07", "text": "Cook\ud800\x1b",
        "absolute_url": script, "hostedUrl": script, "jobUrl": script, "url": script,
        "careers_url": script, "description": "<p>Soup\ud83d and bread</p>",
    }  # fmt: skip
    rows = {"jobs": [row], "offers": [row], "data": [row]}
    body = json.dumps([row] if name == "lever" else rows).encode()
    kind = KINDS[name]
    (found,) = kind.read("acme", body, kind.ask("acme"), DAY).postings
    assert found.url == ""
    for said in (found.title, found.text):
        said.encode()
        assert not {"\x00", "\x1b"} & {*said}
    assert found.title.startswith("Cook")


def test_a_list_of_anything_is_no_crash() -> None:
    body = json.dumps({"data": [1, True, None, "x", {"id": 1, "title": "Cook"}]}).encode()
    kind = KINDS["pinpoint"]
    sheet = kind.read("acme", body, kind.ask("acme"), DAY)
    assert [one.title for one in sheet.postings] == ["Cook"] and len(sheet.problems) == 4


def test_half_a_letter_in_a_feed_is_no_crash() -> None:
    items = [
        {"id": "a\ud800", "title": "Half \ud83d", "content_text": "x\ud800y\x00", "url": "data:1"}
    ]
    body = json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "N\ud800", "items": items}
    )
    found = feed(body.encode())
    for said in (
        found.title,
        *(word for one in found.items for word in (one.id, one.title, one.text)),
    ):
        said.encode()
    assert [one.url for one in found.items] == [""]


def test_half_a_letter_in_a_page_is_kept_as_words() -> None:
    told = {
        "@type": "JobPosting",
        "title": "Cook \ud800",
        "description": ADVERT * 3 + "\u0000\ud83d",
    }
    page = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    found = read_page(page.encode(), url="https://acme.example/1").posting
    assert found is not None
    f"{found.title}{found.text}".encode()
    assert "\x00" not in found.text


def test_a_saved_page_that_names_a_script_as_its_address_has_none() -> None:
    saved = (
        "MIME-Version: 1.0\nSnapshot-Content-Location: javascript:alert(1)\n"
        "Content-Type: text/html\n\n"
        f"<html><body><h1>Head of Operations</h1><main>{ADVERT * 5}</main></body></html>"
    )
    found = read_file(saved.encode()).posting
    assert found is not None and found.url == ""
    pasted = read_text(f"Head of Operations\n{ADVERT * 5}", url="javascript:alert(1)").posting
    assert pasted is not None and pasted.url == ""


def test_what_a_reader_sees_stays() -> None:
    said = "Köchin 👩‍🍳 für Straße 9\n\tTeilzeit"
    given = Posting("page", "acme", "1", "Köchin", url="https://acme.example/ä?q=1#x", text=said)
    assert harmless.advert(given) == given
