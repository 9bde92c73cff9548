"""The documents are true: every command, setting and play stands in them, every page is current."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from afterword.config import env
from afterword.counsel import PLAYS
from afterword.faces.cli import COMMANDS, build_parser

TOP = Path(__file__).resolve().parent.parent
README = (TOP / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
def test_every_command_is_in_the_readme_and_explains_itself(name: str) -> None:
    assert name == "open" or re.search(rf"\b{name}\b", README)
    parser = build_parser(name)
    actions = parser._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    text = actions[name].format_help()  # type: ignore[index]
    assert f"afterword {name}" in text and "example" in text
    assert len(text.splitlines()) >= 6


def test_every_command_in_the_readme_exists() -> None:
    known = {name for name, _, _ in COMMANDS}
    block = README.split("## In a terminal")[1].split("```")[1]
    used = re.findall(r"^afterword ([a-z-]+(?: \| [a-z-]+)*)", block, re.M)
    assert {word for words in used for word in words.split(" | ")} <= known


def test_every_command_for_a_coach_exists_with_its_options() -> None:
    told = (TOP / "docs/coach.md").read_text("utf-8")
    used = re.findall(r"^.*\bafterword ([a-z-]+)(.*)$|`afterword ([a-z-]+)([^`]*)`", told, re.M)
    said = [(one[0] or one[2], one[1] + one[3]) for one in used]
    assert {name for name, _ in said} >= {"plays", "report", "today", "backup", "export"}
    for name, rest in said:
        actions = build_parser(name)._subparsers._group_actions[0].choices  # type: ignore[union-attr]
        text = actions[name].format_help()  # type: ignore[index]
        for option in re.findall(r"--[a-z]+", rest.split("`")[0]):
            assert option in text, (name, option)


@pytest.mark.parametrize("setting", sorted(env.KNOWN))
def test_every_setting_is_in_the_options(setting: str) -> None:
    assert setting in (TOP / "docs" / "options.md").read_text("utf-8")


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.id)
def test_every_play_is_in_the_method(play: object) -> None:
    assert f"| {play.id} |" in (TOP / "docs" / "method.md").read_text("utf-8")  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", ["method", "letters"])
def test_generated_pages_are_current(page: str) -> None:
    done = subprocess.run(
        [sys.executable, str(TOP / "docs" / f"{page}.py"), "--check"], check=False, cwd=TOP
    )
    assert done.returncode == 0, f"run: python docs/{page}.py"


def test_every_room_has_its_paragraph_in_the_tour() -> None:
    tour = (TOP / "docs" / "tour.md").read_text("utf-8")
    rooms = [p.name for p in (TOP / "src/afterword").iterdir() if p.is_dir() and p.name[0] != "_"]
    assert [room for room in rooms if f"{room}" not in tour] == []


def test_links_between_documents_lead_somewhere() -> None:
    for page in [TOP / "README.md", *(TOP / "docs").glob("*.md")]:
        for link in re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_nothing_names_a_machine_or_a_registry() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    wrong = re.compile(
        r"--(?:extra-)?index-url\s+\S|registry\s*=\s*https?:|\"resolved\": \"https?:"
    )
    for name in filter(None, tracked):
        path = TOP / name
        if path.suffix in {".woff2", ".png", ".npz", ".eml", ".jsonl"} or not path.is_file():
            continue
        text = path.read_text("utf-8", errors="replace")
        assert not wrong.search(text) or name.startswith("tests/test_docs"), name
