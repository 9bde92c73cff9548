"""How well the reader does on our own corpus: each hand, and the blind part, in counts.

    .venv/bin/python benchmarks/corpus.py [--misses HAND]

The blind part (corpus/blind) was written by someone who had seen no rule; its texts are
never printed here and no rule may be written from it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "src"))

from afterword import reading  # noqa: E402
from afterword.reading.names import company_key, without_marks  # noqa: E402
from afterword.terms import Address, Mail, Reading  # noqa: E402


def mail_of(row: dict[str, Any]) -> tuple[Mail, frozenset[str]]:
    """A corpus row as the reader meets it, and who the user is."""

    def address(text: str) -> Address | None:
        written, mark, rest = (text or "").rpartition("<")
        if mark:  # a name with a comma in it, written without quotes
            text = f'"{written.strip().strip(chr(34))}" <{rest}'
        name, email = parseaddr(text or "")
        return Address(name, email.lower()) if email else None

    sender, to = address(row["from"]), address(row["to"])
    me = sender if row["direction"] == "out" else to
    mail = Mail(
        id=row["id"],
        source="corpus",
        subject=row["subject"],
        sender=sender,
        reply_to=address(row.get("reply_to", "")),
        to=(to,) if to else (),
        date=datetime.fromisoformat(row["date"]),
        text=row["body"],
        headers={k.lower(): v for k, v in (row.get("headers") or {}).items()},
        sent=row["direction"] == "out",
    )
    return mail, frozenset({me.email} if me else ())


def rows(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        found += [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return found


def right(row: dict[str, Any], said: Reading) -> bool:
    return said.kind == row["kind"] or said.kind in (row.get("kind_also") or [])


def same(fact: str, said: str, wanted: str) -> bool:
    """Whether two names mean one: a firm by its key, a role without case and gender marks."""
    if fact == "company":
        return company_key(said) == company_key(wanted)
    return without_marks(said).casefold() == without_marks(wanted).casefold()


def report(name: str, part: list[dict[str, Any]], *, misses: bool = False) -> None:
    read = [(row, reading.read(*mail_of(row))) for row in part]
    good: Counter[str] = Counter()
    n: Counter[str] = Counter(row["kind"] for row in part)
    false_no = strong = strong_right = 0
    facts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row, said in read:
        ok = right(row, said)
        good[row["kind"]] += ok
        false_no += said.kind == "rejection" and not ok and said.certainty == "strong"
        if said.certainty == "strong":
            strong, strong_right = strong + 1, strong_right + ok
        if row["kind"] not in ("not_job", "job_alert", "account"):
            for fact in ("company", "role"):
                if row.get(fact):
                    facts[fact][1] += 1
                    facts[fact][0] += same(fact, getattr(said, fact), row[fact])
                    facts[f"{fact} to the letter"][1] += 1
                    facts[f"{fact} to the letter"][0] += getattr(said, fact) == row[fact]
            facts["reply_possible"][1] += 1
            facts["reply_possible"][0] += said.reply_possible == row["reply_possible"]
            facts["invitation"][1] += 1
            facts["invitation"][0] += said.invitation == row["invitation"]
            if row.get("promised"):
                facts["promised"][1] += 1
                facts["promised"][0] += str(said.promised_date) == row["promised"]
        if misses and not ok:
            print(
                f"  {row['id']} {said.kind} ({said.certainty}), should be {row['kind']}: {row['decisive']!r}"
            )
    total = sum(n.values())
    print(f"{name}: kinds {sum(good.values())}/{total} = {sum(good.values()) / max(total, 1):.3f}; "
          f"rejections found {good['rejection']}/{n['rejection']}; "
          f"called a no with strong certainty, wrongly: {false_no}; strong and right {strong_right}/{strong}")  # fmt: skip
    print("   " + ", ".join(f"{k} {good[k]}/{c}" for k, c in n.most_common()))
    print("   " + ", ".join(f"{k} {a}/{b}" for k, (a, b) in facts.items()))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", default="")
    options = parser.parse_args()
    by_hand: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(TOP / "corpus" / "hands"):
        by_hand[row["hand"]].append(row)
    for hand, part in sorted(by_hand.items()):
        report(hand, part, misses=options.misses == hand)
    report("blind", rows(TOP / "corpus" / "blind"))


if __name__ == "__main__":
    main()
