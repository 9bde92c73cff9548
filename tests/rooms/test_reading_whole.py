"""Five hundred mails of the corpus beside everything a careful reader takes from them.

The key (tests/specimens/corpus.jsonl) was written from the mails alone. The model has
learned from these mails, so this is no measure of how well strangers' mail is read
(`make evaluate` is); it holds what stands: a count may rise, never fall.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest

from afterword.reading import read, to_json
from afterword.reading.names import company_key, without_marks
from afterword.terms import Address, Mail

SPECIMENS = Path(__file__).resolve().parents[1] / "specimens"
CORPUS = SPECIMENS.parents[1] / "corpus" / "hands"
KEY = [json.loads(line) for line in (SPECIMENS / "corpus.jsonl").read_text("utf-8").splitlines()]
#: Of each fact, how many of the five hundred must be right, and how many hold the fact at all.
AT_LEAST = tomllib.loads((SPECIMENS / "corpus_at_least.toml").read_text("utf-8"))
_NOBODYS = {"not_job", "job_alert", "account"}


@pytest.fixture(scope="module")
def right() -> Counter[str]:
    """How many of the five hundred are right, for each fact."""
    files = sorted(CORPUS.glob("*.jsonl"))
    rows = {r["id"]: r for f in files for r in map(json.loads, f.read_text("utf-8").splitlines())}
    found: Counter[str] = Counter()
    for want in KEY:
        told = to_json(read(*mail_of(rows[want["id"]])))
        found.update(name for name, good in compared(told, want).items() if good)
    return found


def mail_of(row: dict[str, Any]) -> tuple[Mail, frozenset[str]]:
    """A corpus row as the reader meets it, and who the user is."""
    sender, to = _address(row["from"]), _address(row["to"])
    outgoing = row["direction"] == "out"
    me = sender if outgoing else to
    mail = Mail(
        id=row["id"],
        source="corpus",
        subject=row["subject"],
        sender=sender,
        reply_to=_address(row.get("reply_to", "")),
        to=(to,) if to else (),
        date=datetime.fromisoformat(row["date"]),
        text=row["body"],
        headers={name.lower(): value for name, value in (row.get("headers") or {}).items()},
        sent=outgoing,
    )
    return mail, frozenset({me.email} if me else ())


def _address(text: str) -> Address | None:
    shown, mark, rest = (text or "").rpartition("<")
    name, email = parseaddr(f'"{shown.strip().strip(chr(34))}" <{rest}' if mark else text or "")
    return Address(name, email.lower()) if email else None


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
