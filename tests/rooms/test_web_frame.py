"""What stands round every page: its title, the way back, the door, and a file by its own name."""

from __future__ import annotations

import html
import inspect
import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


# ── a file from the browser ─────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("holiday.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20),
        ("empty.mbox", b" "),
        ("Takeout.zip", b"PK\3\4 nothing"),
        ("my letters.txt", b"just words\n" * 9),
    ],
)
def test_a_wrong_file_is_called_by_its_own_name(
    client: Client, name: str, data: bytes, settings: Any, tmp_path: Any
) -> None:
    settings.HOME = tmp_path
    shown = client.post(reverse("web:read-file"), {"file": SimpleUploadedFile(name, data)})
    said = html.unescape(shown.content.decode())
    assert shown.status_code == 422
    assert name in said and not re.search(r"read-\w{8}", said)
    assert not [*tmp_path.glob("read-*")]  # and it does not stay behind


# ── titles ──────────────────────────────────────────────────────────────────

NAMES = ("Acme", "Dana", "Reyes", "Supply", "Utrecht", "News", "said no")


def test_every_page_has_a_title_and_no_name_stands_in_it(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
    seen: dict[str, set[str]] = {}
    for path in ["/", *web.pages_of(case)]:
        shown = client.get(path)
        if "text/html" not in shown["Content-Type"]:
            continue
        found = re.findall(r"<title>(.*?)</title>", shown.content.decode())[0]
        own, _, house = found.rpartition(" · ")
        assert house == "Afterword" and own, (path, found)
        assert not any(name in found for name in NAMES), (path, found)
        seen.setdefault(own, set()).add(shown.resolver_match.url_name)
    # One title may stand for two forms of one thing, and for no more.
    alike = {own: names for own, names in seen.items() if len(names) > 1}
    assert set(alike) <= {"What they said"}


def test_every_address_that_shows_a_page_has_a_title_of_its_own() -> None:
    from afterword.faces.web.titles import TITLES
    from afterword.faces.web.urls import urlpatterns

    known = {one.name for one in urlpatterns}
    assert set(TITLES) <= known, "a title for an address that is no more"
    files = {"due", "mail-raw", "search-report-pdf", "search-report-csv"} | {
        f"letter-{kind}" for kind in ("eml", "pdf", "docx", "card", "sheet")
    }
    for one in urlpatterns:
        view = inspect.unwrap(one.callback)
        told = inspect.getsource(inspect.getmodule(view))
        above = told[: told.index(f"def {view.__name__}(")].rsplit("\n\n", 1)[-1]
        if "@require_POST" not in above:
            assert one.name in TITLES or one.name in files, one.name


def test_the_door_and_what_is_not_there_have_titles(client: Client) -> None:
    for page, says in (
        (client.get("/cases/not-there/"), "Nothing at this address · Afterword"),
        (Client(HTTP_HOST="127.0.0.1").get("/"), "The door is closed · Afterword"),
    ):
        assert f"<title>{says}</title>" in page.content.decode()


# ── the door, while a form is filled in ─────────────────────────────────────


def test_words_sent_without_a_key_come_back_to_be_copied_and_are_kept_nowhere(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
    url = reverse("web:interview", args=[case.interviews.get().pk])
    client.cookies.clear()
    typed = {"note": "They asked about <Utrecht>, and I stumbled.", "chemistry": "", "by": "Dana"}
    shown = client.post(url, {**typed, "passphrase": "three little words"})
    words = shown.content.decode()
    assert shown.status_code == 403 and shown["Cache-Control"] == "no-store"
    assert "What you just sent was not kept, and nothing was changed." in words
    assert "<code>afterword open</code>" in words
    assert "They asked about &lt;Utrecht&gt;, and I stumbled.</textarea>" in words
    assert "three little words" not in words
    assert case.interviews.get().note == ""


def test_a_page_looked_at_without_a_key_shows_nothing(web: Any, account: uuid.UUID) -> None:
    web.full(account)
    words = Client(HTTP_HOST="127.0.0.1").get("/cases/").content.decode()
    assert "holds no key" in words and "Acme" not in words and "<textarea" not in words


def test_words_from_another_page_are_not_shown_back(web: Any, account: uuid.UUID) -> None:
    shown = Client(HTTP_HOST="127.0.0.1").post(
        "/cases/new/", {"company": "two words"}, HTTP_ORIGIN="http://elsewhere.example"
    )
    assert shown.status_code == 403 and "two words" not in shown.content.decode()


# ── undo ────────────────────────────────────────────────────────────────────


def undone(client: Client, page: str) -> Any:
    """As `u` does it: the form that stands in the page."""
    shown = client.get(page).content.decode()
    form = re.search(r'<form method="post" id="undo".*?</form>', shown, re.DOTALL)
    assert form is not None
    back = re.search(r'name="to" value="([^"]*)"', form[0])
    assert back is not None
    return client.post(reverse("web:undo"), {"to": html.unescape(back[1])}, follow=True)


def test_undo_keeps_the_page_and_says_the_question_in_words(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
    client.post(reverse("web:case-answer", args=[case.pk]), {"key": "F4", "value": "1"})
    page = reverse("web:case", args=[case.pk]) + "?look=1"
    shown = undone(client, page)
    assert shown.redirect_chain == [(page, 303)]
    words = html.unescape(shown.content.decode())
    assert "Taken back: You answered “How near were you?”" in words
    assert "F4" not in re.sub(r'value="[^"]*"|name="[^"]*"', "", words)


def test_undo_of_what_the_page_shows_leads_to_today(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    web.full(account)
    made = client.post("/cases/new/", {"company": "Bergholt", "role": "Planner"})
    shown = undone(client, made["Location"])
    assert shown.redirect_chain == [("/", 303)] and shown.status_code == 200


def test_undo_takes_back_the_deed_its_toast_told_of_and_no_other(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    """A word that nothing was changed offers none; in a second window the way back stays its own."""
    from datetime import UTC, datetime

    from afterword.casebook.models import Snooze, Stop
    from afterword.casebook.stop import stop

    case = web.full(account)
    rest = client.post(reverse("web:case-rest", args=[case.pk]), follow=True).content.decode()
    button = re.search(r'form="undo" name="event" value="([\w-]+)"', rest)
    assert button is not None and Snooze.objects.filter(case=case).exists()
    stop(company=case.company, at=datetime.now(UTC))  # done in another window meanwhile
    client.post(reverse("web:undo"), {"event": button[1]})
    assert not Snooze.objects.filter(case=case).exists() and Stop.objects.exists()
    same = client.post(reverse("web:settings"), {"zone": "UTC"}, follow=True).content.decode()
    again = client.post(reverse("web:settings"), {"zone": "UTC"}, follow=True).content.decode()
    assert 'name="event"' not in again, same[:0]
    client.post(reverse("web:undo"), {"event": "not-an-id"})
    assert Stop.objects.exists()
