"""`afterword import` takes any of these files by looking at what stands in them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SPECIMENS = Path(__file__).resolve().parents[1] / "specimens" / "bringing"
FILES = ("people.vcf", "Connections.csv", "applications.csv", "interviews.ics", "cv.txt")


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("AFTERWORD_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "afterword", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**env, "AFTERWORD_HOME": str(home)},
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_five_kinds_at_once_and_nothing_the_second_time(home: Path) -> None:
    given = [str(SPECIMENS / name) for name in FILES]
    first = run(home, "import", *given, "--json")
    assert first.returncode == 0, first.stderr
    came = {Path(one["name"]).name: one for one in json.loads(first.stdout)}
    assert {name: came[name]["kind"] for name in FILES} == {
        "people.vcf": "vcard",
        "Connections.csv": "linkedin connections",
        "applications.csv": "tracker",
        "interviews.ics": "calendar",
        "cv.txt": "resume",
    }
    assert came["people.vcf"]["counts"]["people_new"] == 2
    assert [one["line"] for one in came["people.vcf"]["unread"]] == [18]
    assert [one["line"] for one in came["Connections.csv"]["unread"]] == [7]
    assert came["applications.csv"]["counts"]["cases_new"] == 2
    assert [one["line"] for one in came["applications.csv"]["unread"]] == [4]
    assert [one["line"] for one in came["interviews.ics"]["unread"]] == [17]
    assert came["cv.txt"]["counts"] == {"stories_proposed": 2}
    second = run(home, "import", *given, "--json")
    assert [one["new"] for one in json.loads(second.stdout)] == [False] * 5


def test_in_words_it_names_the_line_and_how_to_correct_a_column(home: Path, tmp_path: Path) -> None:
    done = run(home, "import", str(SPECIMENS / "Connections.csv"))
    assert "Line 7: The line has a date and no name" in done.stdout
    path = tmp_path / "mine.csv"
    path.write_text("Agency,Company,Role,Applied On\nAcme,Delta,Clerk,03/04/2025\n", "utf-8")
    asked = run(home, "import", str(path))
    assert (
        "day first or month first" in asked.stdout and "Nothing was taken in yet." in asked.stdout
    )
    told = run(
        home, "import", str(path), "--dates", "day-first", "--columns", "Agency=company", "--json"
    )
    (came,) = json.loads(told.stdout)
    assert came["counts"]["cases_new"] == 1
    assert {c["heading"]: c["means"] for c in came["columns"]}["Company"] == ""
    wrong = run(home, "import", str(path), "--columns", "Nowhere=company")
    assert wrong.returncode == 1 and "no column “Nowhere”" in wrong.stderr


def test_one_file_that_is_nothing_keeps_no_other_out(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "nothing.txt"
    path.write_text("just some words\n", "utf-8")
    done = run(home, "import", str(path), str(SPECIMENS / "people.vcf"), "--json")
    assert done.returncode == 1
    first, second = json.loads(done.stdout)
    assert "error" in first and second["kind"] == "vcard"
