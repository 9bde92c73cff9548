"""What stands round every page: its title, the way back, the door, and a file by its own name."""

from __future__ import annotations

import html
import re
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
