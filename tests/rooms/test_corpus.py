"""The corpus keeps its own rules: whole rows, enough of every kind, no near-copies, the blind part apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from written import rows

from afterword.terms import MailKind

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
KINDS = {kind.value for kind in MailKind}
LANGUAGES = {"en", "de", "fr", "es", "pt", "nl", "it"}
FIELDS = {
    "id", "voice", "language", "kind", "direction", "from", "to", "subject", "date", "body",
    "company", "role", "reasons", "promised", "decisive",
}  # fmt: skip
#: Of the smaller mail's runs of five words, so many in a hundred may stand in another mail.
ALIKE = 30
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"^[ \t]*>.*$|^.{0,120}(?:wrote|schrieb|écrit|escribió|escreveu|schreef|scritto)[^\n]{0,40}:[\s\S]*", re.MULTILINE)  # fmt: skip


HANDS, BLIND = rows(CORPUS / "hands"), rows(CORPUS / "blind")


def test_there_is_enough_of_every_kind_and_language() -> None:
    assert len(HANDS) >= 4000
    assert len(BLIND) >= 200
    kinds = Counter(row["kind"] for row in HANDS)
    assert {kind: n for kind, n in kinds.items() if n < 100} == {}
    assert set(kinds) == KINDS
    assert {row["language"] for row in HANDS} == LANGUAGES
    assert len({row["hand"] for row in HANDS}) >= 10


@pytest.mark.parametrize("part", ["hands", "blind"])
def test_every_row_is_whole(part: str) -> None:
    found = HANDS if part == "hands" else BLIND
    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        assert set(row) >= FIELDS, row["id"]
        assert row["kind"] in KINDS, row["id"]
        assert row["language"] in LANGUAGES, row["id"]
        assert row["direction"] in {"in", "out"}, row["id"]
        assert datetime.fromisoformat(row["date"]).tzinfo is not None, row["id"]
        assert row["promised"] is None or date.fromisoformat(row["promised"]), row["id"]
        assert all(re.fullmatch(r"R(?:0[1-9]|1\d)", code) for code in row["reasons"]), row["id"]
        said = " ".join(f"{row['subject']} {row['body']}".split())
        assert " ".join(row["decisive"].split()) in said, row["id"]
        assert row["decisive"] or row["kind"] == "not_job", row["id"]


def runs(row: dict[str, Any]) -> set[tuple[str, ...]]:
    """The runs of five words in the mail's own text; what it quotes is another's."""
    words = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", row["body"]))]
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_no_mail_is_a_near_copy_of_another() -> None:
    """Greetings and set phrases recur in life; a third of a mail does not."""
    everything = [*HANDS, *BLIND]
    sizes, holders = {}, defaultdict(list)
    for row in everything:
        own = runs(row)
        sizes[row["id"]] = len(own)
        for run in own:
            holders[run].append(row["id"])
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 2 <= len(ids) <= 40:
            shared.update(combinations(sorted(ids), 2))
    copies = [
        (pair, n)
        for pair, n in shared.items()
        if n >= 6 and 100 * n > ALIKE * min(sizes[one] for one in pair)
    ]
    assert copies == []


def test_no_hand_wrote_in_the_blind_part() -> None:
    hands = {row["hand"] for row in HANDS}
    assert not {row["id"].split("-")[0] for row in BLIND} & hands
    assert not {row["id"] for row in BLIND} & {row["id"] for row in HANDS}
