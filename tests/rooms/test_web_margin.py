"""Notes in the margin: each at its place, a mend by one click that works without a script."""

from __future__ import annotations

import html
import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Letter

pytestmark = pytest.mark.django_db

WORDS = "Dear Dana,\n\nI truly believe that the plan works. Would Thursday suit you?\n\nWith kind regards,\nSam"


@pytest.fixture
def letter(web: Any, account: uuid.UUID, client: Client) -> Letter:
    case = web.full(account)
    client.post(
        reverse("web:letter-draft", args=[case.pk]), {"kind": "reopen_letter", "hand": "yes"}
    )
    made = Letter.objects.get(kind="reopen_letter")
    path = reverse("web:letter", args=[made.pk])
    assert client.post(path, {"subject": "The plan", "text": WORDS}).status_code == 303
    return made


def forms(page: str) -> list[dict[str, str]]:
    found = re.findall(r"<form method=\"post\" action=\"[^\"]*/mend/\">(.*?)</form>", page, re.S)
    hidden = r'<input type="hidden" name="(\w+)" value="([^"]*)"'
    return [{k: html.unescape(v) for k, v in re.findall(hidden, one)} for one in found]


def test_a_mend_is_one_click_and_what_changed_since_is_left_alone(
    letter: Letter, client: Client
) -> None:
    page = client.get(reverse("web:letter", args=[letter.pk])).content.decode()
    offered = [one for one in forms(page) if one["said"].startswith("I truly believe")]
    assert len(offered) == 1
    path = reverse("web:letter-mend", args=[letter.pk])
    assert client.post(path, offered[0]).status_code == 303
    letter.refresh_from_db()
    assert "\n\nThe plan works. Would Thursday suit you?" in letter.text
    assert client.post(path, offered[0]).status_code == 303  # the same click again
    kept = letter.text
    letter.refresh_from_db()
    assert letter.text == kept


def test_a_note_and_its_place_point_at_each_other(letter: Letter, client: Client) -> None:
    page = client.get(reverse("web:letter", args=[letter.pk])).content.decode()
    numbers = re.findall(r'id="place-(\d+)"', page)
    assert numbers and all(f'id="note-{n}"' in page for n in numbers)


def test_a_mend_out_of_place_is_refused(letter: Letter, client: Client) -> None:
    path = reverse("web:letter-mend", args=[letter.pk])
    assert client.post(path, {"start": "x", "end": "2", "said": "", "text": ""}).status_code == 404
    assert client.get(path).status_code == 405
    client.post(path, {"start": "0", "end": "4", "said": "Dean", "text": "Evil"})
    letter.refresh_from_db()
    assert letter.text == WORDS


def test_an_emptied_letter_is_kept_empty_and_has_no_words(letter: Letter, client: Client) -> None:
    path = reverse("web:letter", args=[letter.pk])
    client.post(path, {"subject": "A word", "text": ""})
    letter.refresh_from_db()
    assert letter.text == ""
    assert "0 of 220 words" in client.get(path).content.decode()
    client.post(path, {"subject": "A word", "text": " . "})
    assert "0 of 220 words" in client.get(path).content.decode()
