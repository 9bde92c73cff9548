"""What the terminal says of days, numbers and papers: plainly, rightly, and true to the page."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import Any

import pytest

from afterword.desk.mail.mailroom import TakenIn
from afterword.faces.cli import main
from afterword.faces.cli.take_in import told

DATED = [
    ["today", "--at"],
    ["cases", "--at"],
    ["numbers", "--at"],
    ["doubts", "--at"],
    ["report", "--from"],
    ["report", "--to"],
]


@pytest.mark.parametrize("given", ["2026-13-45", "yesterday", "1.3.2026"])
@pytest.mark.parametrize("words", DATED, ids=" ".join)
def test_what_is_no_day_is_told_what_one_looks_like(
    words: list[str], given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*words, given])
    err = capsys.readouterr().err
    assert left.value.code == 2
    assert f"{given} is no day. A day is written year-month-day, such as 2026-03-01." in err
    assert "fromisoformat" not in err


def test_a_day_with_no_day_after_it_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["today", "--at", "9999-12-31"])
    assert "It takes days from 1970 to 2100" in capsys.readouterr().err


def test_a_reading_counts_as_one_speaks() -> None:
    one = TakenIn(source="a", seen=1, new=1, kept=1, cases=1, broken=1, questions=1)
    assert told(one, 1).splitlines() == [
        "1 mail read, it is about jobs, 1 hiring process begun.",
        "1 could not be read whole; it is kept and listed.",
        "1 thing only you can answer waits on Today.",
    ]
    more = TakenIn(source="a", seen=9, new=9, kept=3, cases=2, broken=2, questions=1)
    assert told(more, 4).splitlines() == [
        "9 mails read, 3 of them about jobs, 2 hiring processes begun.",
        "2 could not be read whole; they are kept and listed.",
        "4 things only you can answer wait on Today.",
    ]


MAIL = """From: Jo Field <jo@{firm}.example>
To: Sam Reed <sam@home.example>
Subject: {subject}
Message-ID: <{n}@{firm}.example>
Date: Mon, 02 Mar 2026 09:1{n}:00 +0000

Dear Sam,

{body}

Kind regards
Jo Field
"""


@pytest.mark.django_db
def test_an_import_says_the_number_that_today_lists(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "question.eml"
    path.write_text(
        MAIL.format(firm="northgate", n=1, subject="Lunch", body="Shall we have lunch?"), "utf-8"
    )
    assert main(["import", str(path)]) == 0
    said = re.search(r"(\d+) things? only you can answer", capsys.readouterr().out)
    assert main(["today"]) == 0
    listed = re.search(r"Only you know \((\d+) things?\)", capsys.readouterr().out)
    assert (said and said[1]) == (listed and listed[1])
    assert said is not None and said[1] == "1"


@pytest.fixture
def house(
    monkeypatch: pytest.MonkeyPatch, account: uuid.UUID, tmp_path: Path, settings: Any
) -> Path:
    """The commands open this account, in a home of its own."""
    from types import SimpleNamespace

    from afterword.faces.cli import house

    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    monkeypatch.setattr(house, "open_house", lambda: SimpleNamespace(id=account))
    monkeypatch.chdir(tmp_path)
    return settings.HOME


@pytest.mark.django_db
@pytest.mark.parametrize("more", [[], ["--csv"], ["--out", "r.pdf"]])
def test_a_report_of_nothing_says_so_and_writes_nothing(
    more: list[str], house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *more]) == 0
    out = capsys.readouterr()
    assert "Nothing to report yet" in out.err and "Nothing was written." in out.err
    assert not out.out and not [*tmp_path.rglob("*.pdf")]


@pytest.mark.django_db
def test_a_report_lies_in_the_home_unless_a_place_is_named(
    web: Any,
    account: uuid.UUID,
    house: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    web.full(account)
    assert main(["report"]) == 0
    (made,) = tmp_path.rglob("*.pdf")
    assert made.parent == house / "papers"
    assert f"Written to {made}." in capsys.readouterr().out
    assert main(["report", "--out", "mine.pdf"]) == 0
    assert f"Written to {tmp_path / 'mine.pdf'}." in capsys.readouterr().out


@pytest.mark.django_db
def test_to_forget_everything_takes_the_papers_along(
    web: Any, account: uuid.UUID, house: Path
) -> None:
    from datetime import UTC, datetime

    from afterword.desk.whole import forgetting

    web.full(account)
    assert main(["report"]) == 0
    forgetting.forget_all(account, now=datetime.now(UTC))
    assert not (house / "papers").exists()
