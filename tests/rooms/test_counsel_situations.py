"""Every situation that was written for the decision, with the bands its writer would accept.

Three readers judged the third set by everything that is shown (README there); what a change
of the rules does to a band is seen here, what it does to the words only by reading them.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from afterword.counsel import answers_from_json, decide

HERE = Path(__file__).resolve().parents[2] / "corpus" / "situations"
#: Where the writer's band and ours differ, each for a reason told in the README there.
OTHERWISE = {"31-civil-service-list-roma", "33-tender-interpreter"} | {
    "t42-buyer-lille",
    "t45-controller-stuttgart",
}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()]


ALL = [row for name in ("situations", "second", "third") for row in rows(name)]


@pytest.mark.parametrize("row", ALL, ids=lambda row: row["id"])
def test_the_band_is_one_a_coach_would_accept_and_never_one_that_harms(row: dict[str, Any]) -> None:
    band = decide(answers_from_json(row["answers"])).band
    assert band not in row["harmful"]
    assert band in row["acceptable"] or row["id"] in OTHERWISE


def test_three_readers_found_no_harm_and_two_of_them_accept_nearly_all() -> None:
    """The issue's mark: acceptable to two of three in 95 of 100, harmful to none."""
    judged = rows("third-judged")
    assert [one["id"] for one in judged] == [one["id"] for one in rows("third")]
    said = Counter(verdict for one in judged for verdict in one["readers"])
    assert said["harmful"] == 0
    accepted = sum(one["readers"].count("acceptable") >= 2 for one in judged)
    assert accepted >= 0.95 * len(judged)
