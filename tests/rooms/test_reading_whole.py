"""Five hundred mails of the corpus beside everything a careful reader takes from them.

The key (tests/specimens/corpus.jsonl) was written from the mails alone. The model has
learned from these mails, so this is no measure of how well strangers' mail is read
(`make evaluate` is); it holds what stands: a count may rise, never fall.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from written import mail_of, rows

from afterword.reading import read, to_json
from afterword.reading.names import company_key, without_marks

SPECIMENS = Path(__file__).resolve().parents[1] / "specimens"
CORPUS = SPECIMENS.parents[1] / "corpus" / "hands"
KEY = [json.loads(line) for line in (SPECIMENS / "corpus.jsonl").read_text("utf-8").splitlines()]
#: Of each fact, how many of the five hundred must be right, and how many hold the fact at all.
AT_LEAST = tomllib.loads((SPECIMENS / "corpus_at_least.toml").read_text("utf-8"))
_NOBODYS = {"not_job", "job_alert", "account"}


@pytest.fixture(scope="module")
def right() -> Counter[str]:
    """How many of the five hundred are right, for each fact."""
    by_id = {row["id"]: row for row in rows(CORPUS)}
    found: Counter[str] = Counter()
    for want in KEY:
        told = to_json(read(*mail_of(by_id[want["id"]])))
        found.update(name for name, good in compared(told, want).items() if good)
    return found


def compared(told: dict[str, Any], want: dict[str, Any]) -> dict[str, bool]:
    """Each fact, and whether it is as the key says."""
    nobodys = want["kind"] in _NOBODYS
    given, asked = {r["code"] for r in told["reasons"]}, {r["code"] for r in want["reasons"]}
    seen = {p["email"].lower() or p["name"].casefold() for p in told["people"]}
    people = {p["email"].lower() or p["name"].casefold() for p in want["people"]}
    return {
        "kind": told["kind"] in {want["kind"], *want["kind_also"]},
        "direction": told["direction"] == want["direction"],
        "language": told["language"] == want["language"],
        "company": nobodys or _same(told["company"], want, "company", company_key),
        "role": nobodys or _same(told["role"], want, "role", lambda r: without_marks(r).casefold()),
        "people": nobodys or seen == people,
        "reasons": given == asked,
        "hand": told["hand"] == want["hand"],
        "reply_possible": told["reply_possible"] == want["reply_possible"],
        "promised_date": told["promised_date"] == want["promised_date"],
        "invitation": told["invitation"] == want["invitation"],
        "stop": told["stop"] == want["stop"],
    }


def _same(got: str, want: dict[str, Any], name: str, plain: Any) -> bool:
    return plain(got) in {plain(one) for one in (want[name], *want[f"{name}_also"])}


@pytest.mark.parametrize("fact", sorted(AT_LEAST))
def test_what_was_read_rightly_stays_so(fact: str, right: Counter[str]) -> None:
    assert right[fact] >= AT_LEAST[fact], f"{fact}: {right[fact]} of {len(KEY)} right"


def test_the_key_speaks_of_whole_mails() -> None:
    assert len(KEY) == 500
    assert len({want["id"] for want in KEY}) == 500
    assert set(AT_LEAST) == set(compared(_NOTHING, KEY[0]))


_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("kind", "direction", "language", "company", "role", "hand"), ""),
    **dict.fromkeys(("reply_possible", "promised_date", "invitation", "stop")),
    "reasons": [],
    "people": [],
}
