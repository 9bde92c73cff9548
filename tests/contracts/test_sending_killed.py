"""Our own process killed between the phases of sending: never two letters, never a lost one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

#: Where it dies, what the casebook can know then, and how many letters the server has by then.
EXPECTED = {
    "at_the_start": ("never_left", 0),
    "in_the_envelope": ("never_left", 0),
    "before_the_claim": ("never_left", 0),
    "after_the_claim": ("in_doubt", 0),
    "after_the_dot": ("in_doubt", 1),
    "after_the_answer": ("in_doubt", 1),
    "after_it_was_noted": ("sent", 1),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_killed_anywhere_it_sends_one_letter(post_office: Any, tmp_path: Path) -> None:
    post_office.paths["sent"] = tmp_path / "sent.txt"
    home = tmp_path / "home"
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("killed.py")), str(post_office.port),
         str(tmp_path / "sent.txt")],
        env={**os.environ, "AFTERWORD_HOME": str(home)}, capture_output=True, text=True,
        check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    came = {one["point"]: one for one in json.loads(done.stdout)}
    assert set(came) == set(EXPECTED)
    for point, (way, there) in EXPECTED.items():
        one = came[point]
        assert one["killed"] and (one["way"], one["there_before"]) == (way, there), one
        assert one["asked"] is (way == "in_doubt") and one["refused"] is one["asked"], one
        assert (one["there_after"], one["touches"], one["state"]) == (1, 1, "sent"), one
    assert len(post_office.letters) == len(EXPECTED)
