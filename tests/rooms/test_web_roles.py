"""The pages of adverts, and what a browser hands in, as a browser sees them."""

from __future__ import annotations

import html
import json
import re
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Answer, Case, Interview, KeptPosting, PostingVersion
from afterword.desk.watch import leaving, roles
from afterword.faces import from_browser
from afterword.members.models import Account, browser_keys
from afterword.wire.http import Answer as Reply

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
URL = "https://acme.example/jobs/7"
TEXT = """Head of Operations

Company: Acme Freight
You bring:
- 5+ years of experience in a warehouse
- A fork-lift licence <script>alert(1)</script>"""


def advert(years: str = "5+", **more: object) -> str:
    held = {"@type": "JobPosting", "title": "Head of Operations",
            "description": f"<h2>You bring</h2><ul><li>{years} years of experience</li></ul>",
            "hiringOrganization": {"name": "Acme Freight"}, **more}  # fmt: skip
    return f'<html><script type="application/ld+json">{json.dumps(held)}</script></html>'


@pytest.fixture(autouse=True)
def unhurried() -> None:
    from_browser._came.clear()


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    return Case.open(account=account, company="Acme Freight", role="Head of Operations", at=NOW)


def text(page: Any) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", page.content.decode()))


def url(name: str, *keys: Any) -> str:
    return reverse(f"web:{name}", args=keys)


def test_an_empty_page_says_what_to_do_first(client: Client, web: Any) -> None:
    page = client.get(url("roles"))
    assert "No advert is kept yet" in text(page) and "Paste the link" in text(page)
    assert web.Tags(page.content.decode()).running() == []
    assert url("roles") in client.get(url("settings")).content.decode()


def test_words_are_kept_shown_and_found_on_the_case(client: Client, case: Case, web: Any) -> None:
    assert "Not kept yet" in text(client.get(url("case", case.pk)))
    done = client.post(url("role-text"), {"text": TEXT, "title": "", "case": ""})
    kept = KeptPosting.objects.get()
    assert done.status_code == 303 and done["Location"] == url("role", kept.pk)
    assert kept.case == case
    page = client.get(url("role", kept.pk))
    assert "fork-lift licence" in text(page) and "<script>alert" not in page.content.decode()
    tags = web.Tags(page.content.decode())
    assert tags.running() == [] and tags.elsewhere() == []
    assert "Head of Operations" in text(client.get(url("case", case.pk)))
    client.post(url("undo"))
    assert not KeptPosting.objects.exists()


def test_a_link_is_looked_at_once_and_a_failure_keeps_what_was_typed(
    client: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def page(account: uuid.UUID, address: str, **more: Any) -> Reply:
        asked.append(address)
        return Reply(200, {"content-type": "text/html"}, advert().encode(), address)

    monkeypatch.setattr(leaving, "page", page)
    assert client.post(url("role-link"), {"url": URL}).status_code == 303
    assert asked == [URL] and KeptPosting.objects.get().case == case
    monkeypatch.setattr(leaving, "page", lambda a, u, **m: Reply(200, {}, b"<h1>Sign in</h1>", u))
    wrong = client.post(url("role-link"), {"url": "https://acme.example/8"})
    assert wrong.status_code == 422 and "could not find an advert" in text(wrong)
    assert 'value="https://acme.example/8"' in wrong.content.decode()
    assert client.post(url("role-link"), {"url": "javascript:x"}).status_code == 422


def test_a_private_address_is_refused_before_anything_is_dialled(client: Client) -> None:
    for address in ("http://127.0.0.1:8642/", "http://[::1]/", "http://169.254.169.254/latest"):
        done = client.post(url("role-link"), {"url": address})
        assert done.status_code == 422 and not KeptPosting.objects.exists()


def test_a_file_then_the_case_is_chosen(client: Client, account: uuid.UUID) -> None:
    file = SimpleUploadedFile("a.html", advert().encode())
    client.post(url("role-file"), {"file": file})
    kept = KeptPosting.objects.get()
    assert kept.case is None and "Whose are these?" in text(client.get(url("roles")))
    page = client.get(url("role", kept.pk))
    assert "Which case is this about?" in text(page)
    lead = client.post(url("role-lead", kept.pk), {"company": "Acme Freight", "role": "Ops"})
    assert lead.status_code == 303 and Case.objects.get().role == "Ops"
    other = Case.open(account=account, company="Northgate", role="Ops", at=NOW)
    client.post(url("role-case", kept.pk), {"case": str(other.pk)})
    kept.refresh_from_db()
    assert kept.case == other
    client.post(url("role-drop", kept.pk))
    assert not KeptPosting.objects.exists()


def test_what_changed_after_the_interview_can_be_weighed(client: Client, case: Case) -> None:
    account = case.account
    day = NOW - timedelta(days=20)
    roles.keep_page(account, advert(), URL, now=day)
    Interview.hold(case=case, when=day + timedelta(days=2), at=day)
    roles.keep_page(account, advert(), URL, now=day + timedelta(days=3))
    kept = roles.keep_page(account, advert("8+"), URL, now=day + timedelta(days=9)).kept
    for page in (client.get(url("case", case.pk)), client.get(url("role", kept.pk))):
        assert "changed after your interview" in text(page) and "8+ years" in text(page)
    client.post(url("case-answer", case.pk), {"key": "F7", "value": "1"})
    assert Answer.objects.filter(case=case, key="F7").exists()


def test_another_account_sees_none_of_it(case: Case, web: Any) -> None:
    kept = roles.keep_text(case.account, TEXT, now=NOW, case=case).kept
    other = web.visitor(Account.objects.create(opened_at=NOW).id)
    assert other.get(url("role", kept.pk)).status_code == 404
    for name in ("role-drop", "role-again", "role-case", "role-lead"):
        assert other.post(url(name, kept.pk), {"case": str(case.pk)}).status_code == 404
    assert "Head of Operations" not in text(other.get(url("roles")))


def test_the_list_asks_no_more_when_it_grows(
    client: Client, account: uuid.UUID, django_assert_max_num_queries: Any
) -> None:
    for n in range(12):
        roles.keep_page(account, advert(title=f"Role {n}"), f"{URL}{n}", now=NOW)
    with django_assert_max_num_queries(20):
        assert client.get(url("roles")).status_code == 200


# ── the browser hands a page in ─────────────────────────────────────────────


def keys(client: Client, kind: str) -> str:
    page = client.post(url("browser-key"), {"kind": kind}).content.decode()
    if kind == "extension":
        return re.search(r"/from-browser/page#([\w-]+)", page)[1]  # type: ignore[index]
    code = html.unescape(re.search(r'href="(javascript:[^"]+)"', page)[1])  # type: ignore[index]
    return re.search(r"key(?:%27|'),(?:%27|')([\w-]+)", code)[1]  # type: ignore[index]


def hand(key: str, body: object = None, **headers: str) -> Any:
    given = {"HTTP_ORIGIN": from_browser.EXTENSION, "HTTP_X_AFTERWORD_KEY": key, **headers}
    sent = json.dumps({"url": URL, "html": advert()} if body is None else body)
    return Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True).post(
        "/from-browser/page", sent, content_type="application/json", **given
    )


def test_the_extension_hands_in_with_its_key_alone(client: Client, case: Case) -> None:
    key = keys(client, "extension")
    answer = hand(key)
    assert answer.status_code == 200 and answer.json()["new"] is True
    assert answer["Access-Control-Allow-Origin"] == from_browser.EXTENSION
    assert KeptPosting.objects.get().case == case
    assert PostingVersion.objects.get().how == "browser"
    # Shown once: only its hash is kept.
    assert key not in client.get(url("browser")).content.decode()
    row = browser_keys(Account.objects.get(id=case.account))["extension"]
    assert key not in (row.digest, str(row.id))
    client.post(url("browser-off"), {"kind": "extension"})
    assert hand(key).status_code == 403


def test_nothing_comes_in_without_it(client: Client, account: uuid.UUID) -> None:
    mark, key = keys(client, "bookmark"), keys(client, "extension")
    for wrong in ("", "x", key[:-1], key + "x", mark):
        assert hand(wrong).status_code == 403
    for origin in ("https://evil.example", "null", "chrome-extension://" + "a" * 32):
        refused = hand(key, HTTP_ORIGIN=origin)
        assert refused.status_code == 403 and "Access-Control-Allow-Origin" not in refused
    assert hand(key, HTTP_HOST="afterword.evil.example").status_code in (400, 403)
    assert Client(HTTP_HOST="127.0.0.1").get("/from-browser/page").status_code == 405
    assert not KeptPosting.objects.exists()
    # A new key closes the old one.
    fresh = keys(client, "extension")
    assert hand(key).status_code == 403 and hand(fresh).status_code == 200


def test_only_our_extension_is_let_through_before_it_asks() -> None:
    browser = Client(HTTP_HOST="127.0.0.1")
    ours = browser.options("/from-browser/page", HTTP_ORIGIN=from_browser.EXTENSION)
    assert ours.status_code == 204
    assert ours["Access-Control-Allow-Headers"] == "content-type, x-afterword-key"
    theirs = browser.options("/from-browser/page", HTTP_ORIGIN="https://evil.example")
    assert theirs.status_code == 403 and "Access-Control-Allow-Origin" not in theirs
    # The door of every other page stays as it was.
    assert browser.post("/roles/text/", {}, HTTP_ORIGIN=from_browser.EXTENSION).status_code == 403


@pytest.mark.parametrize(
    "body", [[], "x", {"url": URL}, {"url": 7, "html": "x"}, {"url": "file:///etc/passwd", "html": "x"}]
)  # fmt: skip
def test_what_is_no_page_is_refused(client: Client, body: object) -> None:
    assert hand(keys(client, "extension"), body).status_code == 400


def test_too_large_is_refused_unread_and_no_advert_with_its_reason(client: Client) -> None:
    key = keys(client, "extension")
    assert hand(key, CONTENT_LENGTH=str(10**9)).status_code == 413
    assert hand(key, CONTENT_LENGTH="").status_code == 411
    page = {"url": URL, "html": "<h1>Sign in</h1>"}
    answer = hand(key, page)
    assert answer.status_code == 422 and "could not find an advert" in answer.json()["error"]


def test_many_at_once_and_many_wrong_keys_have_to_wait(client: Client) -> None:
    key = keys(client, "extension")
    for _ in range(from_browser.MOST):
        assert hand("wrong").status_code == 403
    assert hand("wrong").status_code == 429
    assert hand(key).status_code == 200
    for _ in range(from_browser.MOST - 1):
        hand(key)
    assert hand(key).status_code == 429


def test_the_bookmark_is_taken_from_the_site_it_names_alone(client: Client, case: Case) -> None:
    key = keys(client, "bookmark")
    form = {"key": key, "url": URL, "html": advert()}

    def press(given: dict[str, str], origin: str = "https://acme.example", **more: str) -> Any:
        browser = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
        headers = {"HTTP_ORIGIN": origin, "HTTP_SEC_FETCH_SITE": "cross-site", **more}
        return browser.post("/from-browser/bookmark", given, **headers)

    for wrong, origin in (
        (form, "https://evil.example"), (form, "null"), (form, ""),
        ({**form, "key": "x"}, "https://acme.example"),
        ({**form, "key": keys(client, "extension")}, "https://acme.example"),
        ({**form, "url": "https://other.example/7"}, "https://acme.example"),
    ):  # fmt: skip
        assert press(wrong, origin).status_code == 403
    assert press(form, HTTP_SEC_FETCH_MODE="cors").status_code == 403
    assert not KeptPosting.objects.exists()
    done = press(form)
    assert done.status_code == 200 and "Kept, with today’s date" in text(done)
    assert KeptPosting.objects.get().case == case
    assert "Set-Cookie" not in done and not done.cookies


def test_an_address_of_half_letters_is_no_page(client: Client) -> None:
    body = {"url": "https://acme.example/\ud800", "html": advert()}
    assert hand(keys(client, "extension"), body).status_code == 400
