"""How many untruths the trace finds in a thousand letters, and how often it cries out for nothing.

`python benchmarks/trace.py` prints both; `--misses` prints what was missed in composed letters and
in the open part of the corpus, `--write` puts the figures into benchmarks/writing.md.
An untruth counts as found when a finding touches the planted words that was not there before.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from untruths.a_model import answers  # noqa: E402
from untruths.going_wrong import Untrue, Whole, untruths  # noqa: E402
from untruths.letters import CORPUS, _of_row, by_hand, composed  # noqa: E402

from afterword.terms import Draft, Fact, Finding, LetterKind, Person  # noqa: E402
from afterword.writing.proving import unproven, unproven_in  # noqa: E402
from afterword.writing.tracing import retrace  # noqa: E402

NOTE = HERE / "writing.md"
SORTS = ("number", "name", "date", "employer", "title", "superlative", "result")


@dataclass(slots=True)
class Count:
    """What was tried and found, by sort and language; alarms on letters left as they were."""

    tried: Counter[tuple[str, ...]] = field(default_factory=Counter)
    found: Counter[tuple[str, ...]] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    cried: list[str] = field(default_factory=list)


def judged(letter: Whole, text: str) -> Sequence[Finding]:
    """What the trace says of the letter as it now reads."""
    source: Any = letter.source
    if isinstance(source, Draft):
        return unproven(retrace(source, text))
    given = source["facts"]
    facts = [Fact(one["id"], one["text"]) for one in given["facts"]]
    to = given["to"]
    return unproven_in(
        text,
        facts,
        to=Person("to", to["name"], title=to.get("title", ""), company=to.get("company", "")),
        me=given["from"]["name"],
        today=date.fromisoformat(given["date"]),
        language=letter.language,
        kind=LetterKind(source["kind"]),
    )


def count(letters: Iterable[Whole]) -> Count:
    """Every letter as it is, and gone wrong in every way that applies."""
    sums = Count()
    for seed, letter in enumerate(letters):
        group = "closed" if _is_closed(letter) else "composed" if letter.id[0] == "c" else "open"
        before = judged(letter, letter.text)
        sums.letters[group] += 1
        sums.clean[group] += not before
        sums.alarms[group] += len(before)
        if group != "closed":
            sums.cried += [
                f"{letter.id} {one.rule} «{letter.text[one.start : one.end]}»" for one in before
            ]
        rnd = random.Random(seed)
        for wrong in (*untruths(letter, rnd), *answers(letter, rnd)):
            key = (wrong.sort, wrong.rule, letter.language, group)
            sums.tried[key] += 1
            if found_in(letter, wrong, before):
                sums.found[key] += 1
            elif group != "closed":
                around = wrong.text[max(0, wrong.start - 40) : wrong.start]
                sums.missed.append(f"{letter.id} {wrong.rule}: …{around}«{wrong.planted}»")
    return sums


def found_in(letter: Whole, wrong: Untrue, before: Sequence[Finding]) -> bool:
    """Whether a finding touches the planted words that was not there before."""
    old = Counter((one.rule, letter.text[one.start : one.end]) for one in before)
    for one in judged(letter, wrong.text):
        words = (one.rule, wrong.text[one.start : one.end])
        touches = one.start < wrong.end and wrong.start < one.end
        if touches and (words[1] not in letter.text or not old[words]):
            return True
    return False


def _is_closed(letter: Whole) -> bool:
    source: Any = letter.source
    return isinstance(source, dict) and source["part"] == "closed"


def _share(sums: Count, **only: str) -> str:
    names = ("sort", "rule", "language", "group")
    tried = found = 0
    for key, n in sums.tried.items():
        told = dict(zip(names, key, strict=True))
        if told["sort"] == "borrowed" and only.get("sort") != "borrowed":
            continue
        if all(told[name] == value for name, value in only.items()):
            tried, found = tried + n, found + sums.found[key]
    return f"{100 * found / tried:.1f} % ({found} of {tried})" if tried else "–"


def report(sums: Count) -> str:
    """The figures as a section of benchmarks/writing.md."""
    lines = [
        "## Trace",
        "`python benchmarks/trace.py`: a thousand sound letters (a hundred of `corpus/letters`, the rest",
        "our composer's), each made untrue in one place by the rules of `benchmarks/untruths`, written",
        "before the trace was tuned. Found: a finding touches the planted words that was not there before.",
        "",
        f"In all: **{_share(sums)}**.",
        "",
        "| | en | de | fr | es | all |",
        "|---|---|---|---|---|---|",
    ]
    for sort in (*SORTS, "borrowed"):
        cells = [_share(sums, sort=sort, language=one) for one in ("en", "de", "fr", "es")]
        lines.append(f"| {sort} | {' | '.join(cells)} | {_share(sums, sort=sort)} |")
    model = _share(sums, rule="a_model_adds")
    lines += [
        "",
        "`borrowed` is a true figure in the wrong place; it is counted apart and not in the total.",
        f"Scripted answers of a model that invents (all sorts): {model}.",
        "",
        "| letters | untruths found | left as they were: without a finding | findings a letter |",
        "|---|---|---|---|",
    ]
    for group in ("composed", "open", "closed"):
        n = sums.letters[group] or 1
        clean = f"{sums.clean[group]} of {sums.letters[group]}"
        lines.append(
            f"| {group} | {_share(sums, group=group)} | {clean} | {sums.alarms[group] / n:.2f} |"
        )
    lines += [
        "",
        "`open` and `closed` are the parts of `corpus/letters`; misses and alarms of `closed` were",
        "never looked at (four of its letters were seen once, as samples of the format).",
    ]
    return "\n".join(lines) + "\n"


def planted() -> str:
    """What another hand planted in `corpus/letters/flawed-*` and no fact carries, found or not."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for path in sorted(CORPUS.glob("flawed-*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            letter = _of_row(row)
            notes = judged(letter, letter.text)
            for fault in row["faults"]:
                at = row["body"].find(fault["text"])
                if not fault["fault"].startswith("unproven_") or at < 0:
                    continue
                end = at + len(fault["text"])
                tried[fault["fault"]] += 1
                found[fault["fault"]] += any(n.start < end and at < n.end for n in notes)
    rows = [f"{sort} {found[sort]} of {n}" for sort, n in sorted(tried.items())]
    return f"\nPlanted by another hand in `flawed-*` (both parts): {', '.join(rows)}.\n"


def write(section: str) -> None:
    """The section in its place in the note; the others stay."""
    text = NOTE.read_text("utf-8") if NOTE.exists() else "# Writing, measured\n"
    parts = [p for p in text.split("\n## ") if not p.startswith("Trace\n")]
    NOTE.write_text("\n## ".join(parts).rstrip() + "\n\n" + section, "utf-8")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--misses", action="store_true")
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--letters", type=int, default=900)
    given = asked.parse_args()
    sums = count([*by_hand(), *composed(given.letters)])
    if given.misses:
        print("\n".join([*sums.missed, "", "ALARMS", *sums.cried]))
    print(report(sums) + planted())
    if given.write:
        write(report(sums) + planted())


if __name__ == "__main__":
    main()
