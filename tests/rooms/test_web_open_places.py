"""An open place of a letter is a field where it stands: filled, taken out, asked about before it is noted as sent."""

from __future__ import annotations

import html
import re
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Letter, Story
from afterword.desk.letters import open_places

pytestmark = pytest.mark.django_db

WORDS = (
    "Dear Dana,\n\n[why you: one thing you did]\n\nI can talk on [two days]. Would [two days] do?\n\n"
    "With kind regards,\nSam"
)


@pytest.fixture
def letter(web: Any, account: uuid.UUID, client: Client) -> Letter:
    case = web.full(account)
    client.post(
        reverse("web:letter-draft", args=[case.pk]), {"kind": "reopen_letter", "hand": "yes"}
    )
    made = Letter.objects.get(kind="reopen_letter")
    client.post(reverse("web:letter", args=[made.pk]), {"subject": "Yes", "text": WORDS})
    return made


def fields(client: Client, letter: Letter) -> dict[str, str]:
    """What the browser would send of the form "fill", with nothing written."""
    page = client.get(reverse("web:letter", args=[letter.pk])).content.decode()
    hidden = r'<input type="hidden" form="fill" name="([\w-]+)" value="([^"]*)"'
    return {name: html.unescape(value) for name, value in re.findall(hidden, page)}


def send(client: Client, letter: Letter, **more: str) -> str:
    given = fields(client, letter) | {k.replace("_", "-"): v for k, v in more.items()}
    page = client.post(reverse("web:letter-fill", args=[letter.pk]), given, follow=True)
    letter.refresh_from_db()
    return page.content.decode()


def test_what_is_written_stands_where_the_place_was_and_undo_takes_it_back(
    letter: Letter, client: Client
) -> None:
    page = send(client, letter, words_3="Friday at 14.00")
    # the second of two places with the same words
    assert "on [two days]. Would Friday at 14.00 do?" in letter.text
    assert "2 places are still open" in page
    page = send(client, letter, words_2="Monday.")
    assert "I can talk on Monday. Would" in letter.text  # one stop, not two
    assert "One place is still open" in page
    client.post(reverse("web:undo"))
    letter.refresh_from_db()
    assert "on [two days]. Would Friday" in letter.text


def test_a_whole_sentence_gets_its_stop_and_nothing_written_changes_nothing(
    letter: Letter, client: Client
) -> None:
    send(client, letter)
    assert letter.text == WORDS
    send(client, letter, words_1="I rebuilt the hall in nine days")
    assert "\n\nI rebuilt the hall in nine days.\n\n" in letter.text


def test_a_sentence_is_taken_out_with_its_place(letter: Letter, client: Client) -> None:
    send(client, letter, out="2")
    assert "I can talk" not in letter.text and "Would [two days] do?" in letter.text
    send(client, letter, out="1")
    assert "why you" not in letter.text and "\n\n\n" not in letter.text


def test_one_of_the_stories_can_stand_in(
    letter: Letter, client: Client, account: uuid.UUID
) -> None:
    told = Story.tell(
        account=account,
        title="The hall",
        action="Rebuilt it. Asked nobody.",
        result="9 days",
        at=datetime.now(UTC),
    )
    assert open_places.told(told) == "I rebuilt it. I asked nobody. 9 days."
    page = client.get(reverse("web:letter", args=[letter.pk])).content.decode()
    assert f'<option value="{told.pk}">The hall</option>' in page
    send(client, letter, story_1=str(told.pk))
    assert "I rebuilt it. I asked nobody. 9 days." in letter.text


def test_sent_with_a_place_open_is_asked_once(letter: Letter, client: Client) -> None:
    path = reverse("web:letter-sent", args=[letter.pk])
    asked = client.post(path).content.decode()
    letter = Letter.objects.get(pk=letter.pk)
    assert letter.state != "sent" and "[two days]" in asked and 'name="sure"' in asked
    assert client.post(path, {"sure": "yes"}).status_code == 303
    assert Letter.objects.get(pk=letter.pk).state == "sent"


def test_the_paper_bears_the_words_alone(letter: Letter, client: Client) -> None:
    letter_words = "Dear Dana,\n\nI truly believe that the plan works.\n\nWith kind regards,\nSam"
    client.post(reverse("web:letter", args=[letter.pk]), {"subject": "x", "text": letter_words})
    assert "note-ref" in client.get(reverse("web:letter", args=[letter.pk])).content.decode()
    paper = client.get(reverse("web:letter-printed", args=[letter.pk])).content.decode()
    assert "I truly believe that the plan works." in paper
    assert "note-ref" not in paper and "place-field" not in paper


def test_words_of_another_window_are_not_written_over_unseen(
    letter: Letter, client: Client
) -> None:
    """Two windows on one letter: what the second did not show is not replaced without a word."""
    url = reverse("web:letter", args=[letter.pk])
    seen = re.search(r'name="seen" value="(\w+)"', client.get(url).content.decode())
    assert seen is not None
    both = {"subject": "Yes", "seen": seen[1]}
    kept = client.post(url, both | {"text": "One."}, headers={"X-Autosave": "1"})
    assert kept.status_code == 204 and kept["X-Seen"] != seen[1]
    late = client.post(url, both | {"text": "Two."}, headers={"X-Autosave": "1"})
    letter.refresh_from_db()
    assert late.status_code == 409 and letter.text == "One."
    page = client.post(url, both | {"text": "Two."}).content.decode()
    letter.refresh_from_db()
    assert letter.text == "One." and "in another window" in page and "Two.</textarea>" in page
    anew = re.search(r'name="seen" value="(\w+)"', page)
    assert anew is not None and anew[1] == kept["X-Seen"]
    client.post(url, {"subject": "Yes", "seen": anew[1], "text": "Two."})
    letter.refresh_from_db()
    assert letter.text == "Two."
