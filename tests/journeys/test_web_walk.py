"""A walk in a real browser: every page read by axe in light, dark and on a phone, and the morning by keys."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from afterword.casebook.models import (
    Case,
    Interview,
    Letter,
    Message,
    Opening,
    Person,
    Remark,
    Seat,
    Story,
)
from afterword.desk import morning
from afterword.members.models import make_link, the_account

pytestmark = [
    pytest.mark.journey,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]

NOW = datetime.now(UTC)


def mail(account: uuid.UUID, case: Case, kind: str, **given: Any) -> Message:
    text = given.pop("text", "Your application\n\nUnfortunately we chose someone else.")
    reading = {
        "id": "x",
        "source": "",
        "date": None,
        "direction": "in",
        "language": "en",
        "kind": kind,
        "certainty": "fair",
        "hand": "personal",
        "reply_possible": True,
        "evidence": [{"start": 18, "end": 46, "text": text[18:46], "rule": kind}],
        "reasons": [{"code": "R02", "quote": "someone else", "basis": "said"}],
    }
    return Message.objects.create(
        account=account,
        entered_at=NOW,
        mail_id=f"{uuid.uuid4()}@x.example",
        sha256=uuid.uuid4().hex,
        case=case,
        kind=kind,
        direction="in",
        certainty="fair",
        sender_name="Dana Reyes",
        sender_email="dana@acme.example",
        at=NOW - timedelta(days=given.pop("days", 2)),
        filed_at=NOW,
        subject="Your application",
        text=text,
        reading=reading,
        **given,
    )


@pytest.fixture
def case() -> Case:
    """One case that was turned down and opened, one that lies sealed, one that waits."""
    account = the_account(at=NOW).id
    case = Case.open(account=account, company="Acme Freight", role="Head of Supply", at=NOW)
    who = Person.add(
        account=account,
        name="Dana Reyes",
        email="dana@acme.example",
        company=case.company,
        at=NOW,
    )
    Seat.give(case=case, person=who, at=NOW, part="hiring_manager", stance="for")
    no = mail(account, case, "rejection")
    Opening.objects.create(account=account, entered_at=NOW, message=no, at=NOW - timedelta(days=1))
    Interview.hold(case=case, when=NOW - timedelta(days=6), at=NOW, people=[who])
    for basis in ("said", "inferred", "guessed"):
        Remark.note(case=case, kind="doubt", quote=f"A doubt, {basis}", basis=basis, at=NOW)
    Story.tell(account=account, title="Utrecht", result="Errors fell", at=NOW)
    Letter.draw(
        case=case, person=who, kind="grace_note", subject="Thank you", text="Dear Dana,", at=NOW
    )
    closed = Case.open(account=account, company="Northwind Retail", role="Planner", at=NOW)
    mail(account, closed, "rejection", days=1)
    waiting = Case.open(account=account, company="Verda Foods", role="Lead", at=NOW)
    mail(account, waiting, "interview_invitation", days=8)
    morning.plan(account, NOW)
    return case


@pytest.fixture
def page(browser: Browser, case: Case, live_server: Any) -> Iterator[Page]:
    link = f"{live_server.url.replace('localhost', '127.0.0.1')}/open/"
    link += make_link(the_account(at=NOW), at=datetime.now(UTC)) + "/"
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(link)
    yield page
    context.close()


def test_axe_finds_nothing_on_any_page_in_any_dress(page: Page, case: Case) -> None:
    from axe_playwright_python.sync_playwright import Axe

    letter, seat, story = case.letters.get(), case.seats.get(), Story.objects.get()
    remark, talk = case.remarks.first(), case.interviews.get()
    paths = [
        "/",
        "/cases/",
        "/cases/?look=lanes",
        f"/cases/{case.pk}/",
        f"/cases/{case.pk}/happenings/new/",
        f"/cases/{case.pk}/ending/",
        f"/cases/{case.pk}/split/",
        f"/mail/{case.messages.get().pk}/",
        "/people/",
        f"/people/{seat.person_id}/",
        f"/seats/{seat.pk}/",
        "/letters/",
        f"/letters/{letter.pk}/",
        f"/letters/{letter.pk}/paper/",
        "/stories/",
        f"/stories/{story.pk}/",
        "/doubts/",
        f"/cases/{case.pk}/asked/",
        f"/remarks/{remark.pk}/",
        f"/interviews/{talk.pk}/",
        "/questions/",
        "/find/?q=acme",
        "/keys/",
        "/mailboxes/",
        "/settings/",
        "/nothing-here/",
    ]
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    root = page.url.rstrip("/")
    wrong: list[str] = []
    for width, scheme in ((1280, "light"), (1280, "dark"), (400, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for path in paths:
            page.goto(root + path)
            for found in Axe().run(page).response["violations"]:
                where = found["nodes"][0]["target"]
                wrong.append(f"{path} {width} {scheme}: {found['id']} at {where}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                wrong.append(f"{path} {width}: {wide} pixels wide")
    assert wrong == []
    # The one page that is not there says so in the console; nothing else may.
    assert [line for line in said if "404" not in line] == []


def test_a_morning_by_keys_and_without_leaving_the_page(page: Page, case: Case) -> None:
    assert page.title() == "Today · Afterword"
    cards = page.locator(".cards > .card:visible")
    before = cards.count()
    page.locator("button:has-text('not now'):visible").first.click()
    page.locator("#toast:has-text('Back tomorrow')").wait_for()
    assert cards.count() == before - 1
    page.keyboard.press("u")
    page.locator("#toast:has-text('Taken back')").wait_for()
    assert cards.count() == before
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/cases/")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/cases/*-*/")
    page.keyboard.press("Control+k")
    page.keyboard.type("acme fr")
    page.locator(".palette-list a:has-text('Head of Supply at Acme Freight')").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{case.pk}/")
    page.locator("summary:has-text('I see it otherwise')").click()
    page.locator("#decision button:has-text('move on')").click()
    page.locator("#decision:has-text('This is your own choice')").wait_for()
    assert page.url.endswith(f"/cases/{case.pk}/")


def test_everything_works_with_scripts_turned_off(browser: Browser, page: Page, case: Case) -> None:
    context = browser.new_context(
        java_script_enabled=False, storage_state=page.context.storage_state()
    )
    root = page.url.rstrip("/")
    page = context.new_page()
    page.goto(root + "/")
    page.locator("button:has-text('Open')").first.click()
    page.locator("mark").first.wait_for()
    page.goto(f"{root}/cases/{case.pk}/")
    page.locator("summary:has-text('I see it otherwise')").click()
    page.locator("#decision button:has-text('wait')").click()
    page.locator("#decision:has-text('This is your own choice')").wait_for()
    page.locator("#toast button").click()
    page.locator("#toast:has-text('Taken back')").wait_for()
    context.close()


def test_words_typed_into_one_place_while_another_is_put_in_are_kept(
    page: Page, case: Case
) -> None:
    """The answer to the first place comes while the second is typed: nothing of either is lost or cut."""
    letter = Letter.objects.get(case=case)
    base = page.url.split("/")[0] + "//" + page.url.split("/")[2]
    page.goto(f"{base}/letters/{letter.pk}/")
    page.locator("summary", has_text="Change the words").click()
    page.locator("textarea[name=text]").fill(
        "Dear Dana,\n\nYou said that [what they said]. I once [what you did]; it took [how long].\n\nSam"
    )
    page.locator("form[data-autosave] button[type=submit]").first.click()
    page.goto(f"{base}/letters/{letter.pk}/")
    expect(page.locator(".place-field")).to_have_count(3)
    page.locator(".place-field").nth(0).click()
    page.keyboard.type("the rota breaks on Sundays", delay=5)
    page.locator(".place-field").nth(1).click()
    page.keyboard.type("let the drivers write the rota themselves for a month", delay=25)
    page.locator(".place-field").last.click()
    page.keyboard.type("six weeks", delay=25)
    expect(page.locator(".place-field")).to_have_count(1)
    expect(page.locator(".place-field")).to_be_focused()
    expect(page.locator(".place-field")).to_have_value("six weeks")
    letter.refresh_from_db()
    assert (
        "the rota breaks on Sundays. I once let the drivers write the rota themselves for a month;"
        in letter.text
    )


def test_what_was_kept_by_itself_is_what_is_copied(page: Page, case: Case) -> None:
    letter = Letter.objects.get(case=case)
    base = page.url.split("/")[0] + "//" + page.url.split("/")[2]
    page.goto(f"{base}/letters/{letter.pk}/")
    page.locator("summary", has_text="Change the words").click()
    page.locator("textarea[name=text]").fill(
        "Dear Dana,\n\nThank you for the tour of the dock.\n\nSam"
    )
    expect(page.locator(".saved")).to_have_text("Kept.")
    expect(page.locator("#sheet")).to_contain_text("the tour of the dock")
    assert "the tour of the dock" in page.locator("#letter-text").input_value()


def test_words_typed_a_moment_before_another_button_are_kept(page: Page, case: Case) -> None:
    letter = Letter.objects.get(case=case)
    base = page.url.split("/")[0] + "//" + page.url.split("/")[2]
    page.goto(f"{base}/letters/{letter.pk}/")
    page.locator("summary", has_text="Change the words").click()
    page.locator("textarea[name=text]").fill(
        "Dear Dana,\n\nThank you for the tour of the dock.\n\nSam"
    )
    page.locator("form", has=page.locator("button", has_text="Put it away")).locator(
        "button"
    ).click()
    expect(page.locator("#toast")).not_to_be_empty()
    letter.refresh_from_db()
    assert "the tour of the dock" in letter.text and letter.state == "discarded"
