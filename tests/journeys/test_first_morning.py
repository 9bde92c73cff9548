"""The first morning, walked in a real browser: from the demo mailbox to two letters."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.journey


def enter(browser: Browser, house: Any, watch: Any, **context: Any) -> Page:
    page = browser.new_context(**context).new_page()
    watch.over(page, house.base)
    page.goto(house.link if not getattr(house, "used", False) else house.base)
    return page


@pytest.fixture(scope="module")
def rooms(browser: Browser, demo: Any) -> Any:
    """One browser window for the walk: the one-time link opens it once."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo.base)
    page = context.new_page()
    page.goto(demo.link)
    yield context
    context.close()


def opened(rooms: Any, demo: Any, watch: Any) -> Page:
    page: Page = rooms.new_page()
    watch.over(page, demo.base)
    page.goto(demo.base + "/")
    return page


def test_the_finalist_gets_an_offer_of_proof(rooms: Any, demo: Any, watch: Any) -> None:
    page = opened(rooms, demo, watch)
    card = page.locator("li.card", has_text="Calderwick")
    expect(card).to_have_count(1)
    expect(card).to_contain_text("offer of proof")
    card.get_by_role("button", name=re.compile("Open the letter")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Offer of proof")

    # The facts of this case fill it: nothing is missing.
    letter = page.locator(".letter-page")
    expect(letter.locator(".hole")).to_have_count(0)

    # A sentence lights up the facts it rests on.
    sentence = letter.locator(".sentence[data-facts]").first
    fact = (sentence.get_attribute("data-facts") or "").split()[0]
    sentence.hover()
    expect(page.locator(f'[data-fact="{fact}"]')).to_have_class(re.compile(r"\b(lit|is-lit|on)\b"))

    # What is missing is a visible hole, in square brackets, until it is filled; both are kept.
    page.get_by_text("Change the words").click()
    box = page.locator("form.letter-edit textarea")
    greeting, _, rest = box.input_value().partition("\n\n")
    box.fill(f"{greeting}\n\n[what did she say of the depots?]\n\n{rest}")
    page.get_by_role("button", name="Keep these words").click()
    # An open place is a field where it stands, and is kept when it is left.
    place = letter.get_by_role("textbox", name="what did she say of the depots?")
    expect(place).to_be_visible()
    place.fill("I wrote down what you said about it")
    place.press("Enter")
    expect(page.locator(".letter-page .place-field")).to_have_count(0)
    expect(page.locator(".letter-page")).to_contain_text("I wrote down what you said about it.")

    # A letter that argues rests for a night; the user may see that otherwise.
    page.get_by_role("button", name="Copy", exact=True).click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "I wrote down what you said about it." in copied
    assert "Dear Renata" in copied and "Marianne" in copied
    assert watch.errors == [] and watch.elsewhere == []


def test_another_finalist_opens_the_envelope(rooms: Any, demo: Any, watch: Any) -> None:
    page = opened(rooms, demo, watch)
    envelope = page.locator("li.envelope", has_text="Meridew")
    expect(envelope).to_have_count(1)
    # Sealed: not a word of what it says, on the page or behind it.
    assert "GDP" not in page.content() and "inspection" not in envelope.inner_text()
    envelope.get_by_role("button", name="Open").click()
    expect(page.locator("body")).to_contain_text(re.compile("inspect", re.IGNORECASE))

    page.goto(demo.base + "/cases/?q=meridew")
    page.get_by_role("link", name=re.compile("Meridew")).first.click()
    panel = page.locator("#decision")
    # Her reason and the story that answers it stand first; one question is open.
    expect(panel).to_contain_text("you can answer it")
    expect(panel.locator(".weights")).to_contain_text("Breda under inspection")
    before = panel.locator(".weights").inner_text()
    question = panel.locator(".question")
    expect(question).to_contain_text(re.compile("still of use|accepted"))
    question.get_by_role("button", name=re.compile("Still deciding", re.IGNORECASE)).click()

    # The answer moves the reasons without a new page, and sooner or later the advice.
    expect(panel.locator(".weights")).not_to_have_text(before, use_inner_text=True)
    for _more in range(4):
        if "ask" not in panel.locator("h2").first.inner_text().lower():
            break
        asked = question.locator("p").inner_text()
        question.get_by_role("button").first.click()
        expect(panel).not_to_contain_text(asked)
    expect(panel.locator("h2").first).not_to_contain_text("ask")

    # Within twelve hours the letter may be drafted, and the page says to wait before sending.
    panel.locator(".next").get_by_role("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("letter|note|request", re.IGNORECASE)
    )
    expect(page.locator(".letter-page")).to_contain_text("Catherine")
    assert watch.errors == [] and watch.elsewhere == []


def test_a_stranger_without_a_key_stays_outside(browser: Browser, demo: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(demo.base + "/cases/")
    assert answer is not None and answer.status == 403
    assert "Calderwick" not in page.content()
    again = page.goto(demo.link)
    assert again is not None and again.status == 403  # the link was used
    context.close()


def test_an_empty_house_says_what_to_do_first(
    browser: Browser, empty_house: Any, watch: Any
) -> None:
    page = enter(browser, empty_house, watch)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("body")).to_contain_text(re.compile("demo", re.IGNORECASE))
    box = page.locator("textarea").first
    # However fresh the no is: who pastes its words has read them, so no envelope is made of it.
    now = datetime.now(UTC)
    box.fill(
        "From: Jo Field <jo@northgate-stores.example>\nTo: me@home.example\n"
        f"Subject: Your application: Store Planner\nDate: {format_datetime(now)}\n\n"
        "Dear Sam,\n\nThank you for coming in on Thursday. We have decided not to take your "
        "application for Store Planner further.\n\nKind regards\nJo Field\nNorthgate Stores\n"
    )
    box.locator("xpath=ancestor::form").get_by_role("button").first.click()
    expect(page.locator("main")).to_contain_text("1 process found", timeout=20_000)
    page.goto(empty_house.base + "/cases/")
    expect(page.locator("main")).to_contain_text("Northgate")
    expect(page.locator("main table")).to_contain_text("a no")
    expect(page.locator("main table")).not_to_contain_text("closed letter")
    assert watch.errors == [] and watch.elsewhere == []
