"""What runs over lines is folded in one way in each room, and a no is the same kinds everywhere at the desk."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import afterword
from afterword.counsel.one_line import one_line, quoted
from afterword.desk.cases import doubting
from afterword.desk.letters import answered
from afterword.reading.view import one_line as read_in_one_line

HOUSE = Path(afterword.__file__).parent


def test_a_quote_of_several_lines_stands_in_one() -> None:
    said = "  Ring me\r\n in the\tautumn.\u00a0\n"
    assert one_line(said) == read_in_one_line(said) == "Ring me in the autumn."
    assert quoted(said) == "“Ring me in the autumn”"
    assert one_line(" \n ") == ""


def test_the_answers_and_the_ledger_hear_the_same_noes() -> None:
    assert doubting.NOES is answered.NOES


def folds(tree: ast.AST) -> list[int]:
    """The lines that fold white space by hand: `" ".join(words.split())`."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "join"
        and isinstance(node.func.value, ast.Constant)
        and node.func.value.value == " "
        and isinstance(node.args[0], ast.Call)
        and isinstance(node.args[0].func, ast.Attribute)
        and node.args[0].func.attr == "split"
        and not node.args[0].args
    ]


@pytest.mark.parametrize(
    "part", ["counsel/weighing", "counsel/doubts", "counsel/power", "counsel/adverts"]
)
def test_counsel_folds_by_its_own_word(part: str) -> None:
    files = sorted((HOUSE / part).rglob("*.py"))
    assert files
    assert {p.name: found for p in files if (found := folds(ast.parse(p.read_text("utf-8"))))} == {}
