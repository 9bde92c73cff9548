"""The page of a letter's second look, as a browser sees it."""

from __future__ import annotations

import html
import re
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from afterword import terms
from afterword.casebook.models import Case, Comment, Person, Remark, Seat, Story, Waiver
from afterword.desk.letters import correspondence

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture
def letter(account: uuid.UUID) -> Any:
    case = Case.open(account=account, company="Acme Freight", role="Head of Operations", at=NOW)
    dana = Person.add(
        account=account, name="Dana Reyes", email="d@acme.example", company=case.company, at=NOW
    )
    Seat.give(case=case, person=dana, at=NOW, part="hiring_manager")
    Remark.note(case=case, kind="doubt", quote="You never ran robots", person=dana, at=NOW)
    return correspondence.draft(case, "influence_letter", now=NOW, person=dana)


def text(page: Any) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", page.content.decode()))


def url(name: str, *keys: Any) -> str:
    return reverse(f"web:{name}", args=keys)


def test_it_shows_the_night_the_doubt_and_what_to_do(client: Client, letter: Any, web: Any) -> None:
    page = client.get(url("letter-eyes", letter.pk))
    shown = text(page)
    assert "Let it rest until" in shown and "Nothing has changed" in shown
    assert "You never ran robots" in shown and "No story of yours answers this yet" in shown
    tags = web.Tags(page.content.decode())
    assert tags.running() == [] and tags.elsewhere() == []
    assert "Once more, before it goes" in text(client.get(url("letter", letter.pk)))


def test_the_rest_is_overruled_by_one_click_and_taken_back(client: Client, letter: Any) -> None:
    assert "Best sent" in text(client.get(url("letter", letter.pk)))
    done = client.post(url("letter-waive", letter.pk), {"why": "They asked for it today"})
    assert done.status_code == 303
    assert Waiver.objects.get().why == "They asked for it today"
    assert "Best sent" not in text(client.get(url("letter", letter.pk)))
    assert "They asked for it today" in text(client.get(url("letter-eyes", letter.pk)))
    client.post(url("letter-waive", letter.pk), {"back": "yes"})
    assert not Waiver.objects.exists()


def test_three_lines_make_a_story_and_fill_the_hole(client: Client, letter: Any) -> None:
    remark = Remark.objects.get()
    where = url("letter-tell", letter.pk, remark.pk)
    assert "What did you do?" in text(client.get(where))
    assert client.post(where, {"challenge": "hard", "action": "", "result": ""}).status_code == 422
    lines = {"challenge": "A hall of 1990", "action": "Built 9 robots", "result": "Errors halved"}
    assert client.post(where, lines).status_code == 303
    letter.refresh_from_db()
    assert "9 robots" in letter.text and Story.objects.get().result == "Errors halved"


def test_the_page_for_a_friend_is_a_file(client: Client, letter: Any) -> None:
    answer = client.get(url("letter-sheet", letter.pk))
    assert "attachment" in answer["Content-Disposition"]
    assert (
        b"connect-src &#x27;none&#x27;" in answer.content or b"connect-src 'none'" in answer.content
    )


def test_comments_come_back_by_paste_or_file(client: Client, letter: Any) -> None:
    where = url("letter-comments", letter.pk)
    client.post(where, {"text": "From: Jo\n\n1>\nToo <b>stiff</b>.\n"})
    file = SimpleUploadedFile("c.txt", b"From: Jo\n\n0>\nShorter.\n")
    client.post(where, {"text": "", "file": file})
    assert {c.text for c in Comment.objects.all()} == {"Too <b>stiff</b>.", "Shorter."}
    page = client.get(url("letter-eyes", letter.pk))
    assert "<b>stiff" not in page.content.decode() and "&lt;b&gt;stiff" in page.content.decode()
    client.post(where, {"text": "nothing to see"}, follow=True)
    comment = Comment.objects.first()
    assert comment is not None
    client.post(url("comment-done", comment.pk))
    comment.refresh_from_db()
    assert comment.done_at is not None


def test_another_account_sees_none_of_it(letter: Any, web: Any) -> None:
    from afterword.members.models import Account

    other = web.visitor(Account.objects.create(opened_at=NOW).id)
    for name in ("letter-eyes", "letter-sheet"):
        assert other.get(url(name, letter.pk)).status_code == 404
    for name in ("letter-waive", "letter-comments"):
        assert other.post(url(name, letter.pk), {"text": "x"}).status_code == 404


def test_how_they_write_is_shown_changed_and_forgotten(
    client: Client, account: uuid.UUID, letter: Any
) -> None:
    where = url("voice")
    assert "Nothing is counted yet" in text(client.get(where))
    given = {"greeting": "Hi", "avoided": "gladly, keen", "tone": "plain", "learn": "on"}
    assert client.post(where, given).status_code == 303
    case, dana = Case.objects.get(), Person.objects.get()
    made = correspondence.compose(case, terms.LetterKind.STATUS_NUDGE, now=NOW, person=dana)
    assert made.greeting == "Hi Dana," and "gladly" not in made.body
    assert client.post(where, {"pace": "900", "tone": "usual"}).status_code == 422
    client.post(url("voice-forget"))
    forgotten = correspondence.compose(case, terms.LetterKind.THANK_YOU, now=NOW, person=dana)
    assert not forgotten.greeting.startswith("Hi")
