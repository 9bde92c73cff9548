"""A résumé in plain text or Markdown: taken on the terminal, and only what was done is a story."""

from __future__ import annotations

import argparse
import time
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


@pytest.mark.parametrize(
    "line",
    [
        "- Led redesign of the phone app",
        "- Wrote the e-mail course for beekeepers",
        "- Mobile: took the till to 40 markets",
        "- Ran orders@honey.example for the whole valley",
        "- Moved the address book of 900 members",
        "Cut invoice handling costs by 30% via automation of 12 forms",
        "Managed 1200 Vehicles across Europe and Turkey",
        "Answered 0800 000 1234 for 3,000 customers in two winters",
        "Rebuilt the road to 14 farms in the valley",
        "Opened 12 High Street shops and closed none of them",
        "Mobile: cut the loading time by 30% in one spring",
    ],
)
def test_a_deed_that_names_a_telephone_or_a_street_is_a_deed(line: str) -> None:
    assert [title for title, _ in told(line)] == [line.removeprefix("- ")]


@pytest.mark.parametrize(
    "post",
    [
        "Mobile Developer, Acme Bank, 2019 - 2021",
        "Phone Support Agent, Larkmoor, 2019 - 2021",
        "Cell Biologist, Institut Rivoli, 2015 - today",
        "Buyer, Street Food Union, 2016 - 2018",
        "Founder, www.honey.example, 2014 - 2018",
        "Web Editor, Via Appia Press, 2011 - 2013",
    ],
)
def test_a_post_that_names_a_telephone_or_a_street_is_a_post(post: str) -> None:
    read = plain.parse(plain.numbered(f"Experience\n{post}\n- Kept 14 hives alive"), "cv")
    ((title, employer, when),) = [(one.title, one.employer, one.when) for one in read.proofs]
    assert title == "Kept 14 hives alive" and when in post
    assert employer == post.removesuffix(when).rstrip(", ")


@pytest.mark.parametrize(
    "line",
    [
        "Tel: 030 4455667",
        "Telephone +44 20 7946 0000, Bristol",
        "E-mail: sam@home.example | Website: www.home.example",
        "+49 151 2019 - 2021 33, Berlin and Potsdam",
        "Lindenstraße 14, 10969 Berlin",
        "Sam Lowe, 14 Old Baker Street, Bristol",
        "14 bis, rue de la Forge, 69002 Lyon",
        "Calle Mayor 14, 28013 Madrid",
        "Via Roma, 12, 20121 Milano",
        "Prinsengracht 263a, 1016 GV Amsterdam",
        "Address: 7 Mill Lane, Bristol",
        "Date of birth: 12.03.1980 in Ghent",
    ],
)
def test_a_way_to_reach_somebody_is_still_passed_over(line: str) -> None:
    read = plain.parse(plain.numbered(f"{line}\n- Kept 14 hives alive"), "cv")
    assert [(one.title, one.employer) for one in read.proofs] == [("Kept 14 hives alive", "")]
    assert read.left == ("1 lines that say how to reach you",)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "x@",
        "x@y.",
        "0 ",
        "+1-",
        "[",
        " ",
        "# ",
        "12 a ",
        "tel ",
        "(0",
        "rue ",
        "via a",
        "\nand then ",
    ],
    ids=repr,
)
def test_eight_times_the_length_takes_no_sixty_four_times_the_time(piece: str) -> None:
    """A pattern that begins anew at every sign takes sixty-four times as long; what is linear, eight."""

    def took(signs: int) -> float:
        text = f"- b{piece * (signs // len(piece))}b"
        times = []
        for _ in range(3):
            start = time.process_time()
            plain.parse(plain.numbered(text), "cv")
            times.append(time.process_time() - start)
        return min(times)

    took(2_000)
    assert took(32_000) < 28 * took(4_000)


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
