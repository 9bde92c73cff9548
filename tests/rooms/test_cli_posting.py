"""`afterword posting`: add from a file and a pipe, list, diff; as it stood on a day."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

TEXT = "Head of Operations\n\nCompany: Acme Freight\nYou bring:\n- 5+ years of experience\n- A fork-lift licence\n"  # fmt: skip


def run(home: Path, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("AFTERWORD_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "afterword", "posting", *words],
        capture_output=True,
        text=True,
        check=False,
        input=given,
        env={**env, "AFTERWORD_HOME": str(home)},
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_add_a_pipe_then_a_file_and_see_what_changed(home: Path, tmp_path: Path) -> None:
    first = run(home, "add", "-", "--lead", "--json", given=TEXT)
    assert first.returncode == 0, first.stderr
    came = json.loads(first.stdout)
    assert came["new"] and came["case"] and came["company"] == "Acme Freight"
    path = tmp_path / "advert.txt"
    path.write_text(TEXT.replace("5+", "8+"), "utf-8")
    second = run(home, "add", str(path))
    assert "it said “5+ years of experience”" in second.stdout.replace("\n   ", " ")
    told = json.loads(run(home, "diff", came["case"], "--json").stdout)
    assert [len(one["wordings"]) for one in told] == [2]
    assert told[0]["wordings"][1]["changes"][0]["what"] == "requirement"
    yesterday = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
    assert json.loads(run(home, "list", "--json", "--at", yesterday).stdout) == []


def test_what_is_no_advert_is_said_plainly(home: Path) -> None:
    for words, why in (
        (("add", "nowhere.html"), "There is no file"),
        (("add", "-"), "too short"),
        (("diff", "01a2"), "is kept"),
        (("add",), "Say which one"),
        (("add", "http://127.0.0.1:9/jobs"), ""),
    ):
        done = run(home, *words)
        assert done.returncode == 1 and why in done.stderr and "Traceback" not in done.stderr
