"""A résumé in plain text or Markdown: taken on the terminal, and only what was done is a story."""

from __future__ import annotations

import argparse
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import NOW

from afterword.casebook.models import Case, ProposedStory
from afterword.desk import incoming
from afterword.errors import UserError
from afterword.faces.cli import bring
from afterword.intake import bringing
from afterword.intake.resume import plain

MARKDOWN = """# Sam Lowe

**Ghent** | +32 470 00 12 34 | [sam@home.example](mailto:sam@home.example)

## Work Experience

### Corvane, Fleet Planner
2019 - 2024

- Cut empty runs from 31% to 12% in a year
- Built **one** exception list for 14 carriers

## Education

Transport, 2012
"""
BARE = """Sam Lowe
Berlin, +49 151 0000 1234
Lindenstraße 14, 10969 Berlin
Tel: 030 4455667
- sam@home.example

Corvane, Fleet Planner 2019 - 2024
- GDP-certi\ufb01ed the \ufb02eet of 120 trucks in 5 months
"""


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.title, one.numbers) for one in plain.parse(plain.numbered(text), "cv").proofs]


def test_markdown_is_a_resume_by_its_headings() -> None:
    assert bringing.what_is(MARKDOWN.encode()) == "resume"
    assert [title for title, _ in told(MARKDOWN)] == [
        "Cut empty runs from 31% to 12% in a year",
        "Built one exception list for 14 carriers",
    ]


def test_how_to_reach_somebody_proves_nothing_and_ligatures_are_letters() -> None:
    assert told(BARE) == [
        ("GDP-certified the fleet of 120 trucks in 5 months", ("120", "5 months"))
    ]


def test_a_half_stays_a_half() -> None:
    ((title, _),) = told("- Halved waiting at docks to 1½ hours a day")
    assert "1½" in title


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(
        "Sam Lowe\n" + "- Cut empty runs from 31% to 12% in a year, with one list\n" * 3
    )
    return path


def args(**given: Any) -> argparse.Namespace:
    return argparse.Namespace(**{"resume": False, "json": False, **given})


def test_in_doubt_the_terminal_asks(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(UserError, match="--resume"):
        bring.is_my_resume(notes, args())
    assert bring.is_my_resume(notes, args(resume=True))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: "y")
    assert bring.is_my_resume(notes, args())


def test_a_mail_is_never_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "mail.txt"
    path.write_text("From: a@b.example\nTo: c@d.example\nSubject: Hello\n\n" + "word " * 40)
    assert not bring.is_my_resume(path, args(resume=True))


@pytest.mark.django_db
def test_stories_and_today_say_what_waits(client: Client, account: uuid.UUID) -> None:
    Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
    incoming.take(account, MARKDOWN.encode(), "cv.md", now=NOW)
    n = ProposedStory.objects.of(account).count()
    assert n == 2
    for name in ("stories", "today"):
        shown = client.get(reverse(f"web:{name}")).content.decode()
        assert "2 stories to look at" in shown and "No story yet" not in shown
