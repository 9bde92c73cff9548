"""The method table is whole and true: every id once, every place can be imported, nothing claimed."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from afterword.counsel import PLAYS
from afterword.counsel.decision import FACTORS, GATES
from afterword.counsel.method import METHOD, ROW, Row, Way
from afterword.faces.cli import main

SRC = Path(__file__).resolve().parents[2] / "src" / "afterword"
#: Counted in the articles' own list (method 1): last number of each, and what stands between.
ARTICLES = {"S0": 21, "S1": 13, "S2": 20, "S3": 12, "S4": 14}
BETWEEN = {"S1-04b", "S2-15b"}


def place(dotted: str) -> Any:
    """What a dotted name means: a module, or something inside one."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: Any = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for name in parts[cut:]:
            found = getattr(found, name)
        return found
    raise AssertionError(f"{dotted} is no place")


def test_every_item_of_the_articles_and_every_rule_stands_once() -> None:
    wanted = {f"{s}-{n:02}" for s, last in ARTICLES.items() for n in range(1, last + 1)} | BETWEEN
    wanted |= {p.id for p in PLAYS} | {g.id for g in GATES} | set(FACTORS)
    assert Counter(row.id for row in METHOD) == Counter(wanted)
    assert len(PLAYS) == 26 and len(GATES) == 9 and len(FACTORS) == 18


@pytest.mark.parametrize("row", [r for r in METHOD if r.where], ids=lambda r: r.id)
def test_the_place_can_be_imported(row: Row) -> None:
    assert place(row.where) is not None


def test_a_place_that_is_not_there_is_seen() -> None:
    with pytest.raises(AttributeError):
        place("afterword.counsel.moving.before.no_such_rule")


@pytest.mark.parametrize("row", METHOD, ids=lambda r: r.id)
def test_a_row_says_what_it_is_and_what_becomes_of_it(row: Row) -> None:
    assert row.ways and set(row.ways) <= set(Way)
    for text in (row.says, row.answer):
        assert text.endswith((".", "?", ")")) and ".." not in text


def test_the_figure_of_the_second_article_is_nowhere() -> None:
    """S3-06, E09: four times as likely is not shown to anybody; nor S0-05's one in four."""
    figure = re.compile(r"\b4 ?[xX×]\b|four ?fold|four times as likely|one in four\b", re.I)
    for path in SRC.rglob("*"):
        if path.suffix not in (".py", ".html") or "method" in path.parts:
            continue
        if path.name == "counting.py":
            continue  # number words as letters may hold them, "fourfold" among them; nobody is shown it
        assert not figure.search(path.read_text("utf-8")), path


def test_the_command_prints_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["method", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in shown] == [row.id for row in METHOD]
    assert set(shown[0]) == {"id", "what", "ways", "answer", "where", "meets", "stands"}
    for one in shown:
        assert one["stands"] is bool(one["where"] and one["meets"])


def test_one_article_alone_and_an_id_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["method", "s2-15b"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("S2-15b") and "1 item; " in out
    assert main(["method", "X"]) == 1
    assert "S0-01" in capsys.readouterr().err


def test_what_does_not_stand_yet_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["method"]) == 0
    out = capsys.readouterr().out
    missing = [row for row in ROW.values() if not row.is_there]
    assert out.count("not yet") == len(missing) + 1
