"""How much of what was planted the review of letters finds, and how often it speaks up in vain.

    python benchmarks/writing.py [--second | --third | --practice] [--misses] [--lang en] [--fault blame] [--alarms]
    python benchmarks/writing.py --pace [--lang en]

`--second` asks the second exam (another hand's) instead of the first, `--third` the third, `--practice` the letters on
which rules are tried: no exam, all of it may be read. `--misses` and `--alarms`
show lines of the open part only; the closed part is scored, never shown. `--pace` times a review:
of a letter never seen, and of one just reviewed in which one sentence was changed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from afterword.reading.letters import heard, hearing  # noqa: E402
from afterword.terms import Fact, Finding, Person  # noqa: E402
from afterword.writing.remarks.sheet import Sheet  # noqa: E402
from afterword.writing.reviewing import review  # noqa: E402

EAR = True
CORPUS = ROOT / "corpus" / "letters"
LANGUAGES = ("en", "de", "fr", "es")
#: Grammar is Harper's, English only: told apart.
PLAIN = {"grammar", "spelling"}
#: A rule of ours that is another name of a planted class.
ALSO = {"resentment": "blame", "pretext": "weak_opening", "question": "second_question"}


def letters(language: str, exam: str = "") -> list[dict[str, Any]]:
    names = [exam] if exam == "practice" else [f"{exam}sound", f"{exam}flawed"]
    paths = [path for name in names if (path := CORPUS / f"{name}-{language}.jsonl").exists()]
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def text_of(letter: dict[str, Any]) -> str:
    subject = letter.get("subject")
    return f"Subject: {subject}\n\n{letter['body']}" if subject else str(letter["body"])


def reviewed(letter: dict[str, Any]) -> tuple[Finding, ...]:
    given = letter["facts"]
    to = given.get("to") or {}
    return review(
        text_of(letter),
        letter["kind"],
        to=Person(
            "to", to.get("name", ""), title=to.get("title", ""), company=to.get("company", "")
        ),
        company=to.get("company", ""),
        today=date.fromisoformat(given["date"]),
        facts=[Fact(one["id"], one["text"]) for one in given["facts"]],
        language=given.get("language", ""),
        me=(given.get("from") or {}).get("name", ""),
        panel=[one["body"] for one in letter.get("panel", [])],
        attachments=given.get("attachments", []),
        checked=True,
        with_grammar=True,
        hear=heard if EAR else None,
    )


def is_found(fault: dict[str, str], letter: dict[str, Any], findings: tuple[Finding, ...]) -> bool:
    mine = [
        one
        for one in findings
        if one.rule == fault["fault"] or ALSO.get(one.rule) == fault["fault"]
    ]
    wanted = fault.get("text", "")
    if not wanted:
        return bool(mine)
    text = text_of(letter)
    start = text.find(wanted)
    places = []
    while start >= 0:
        places.append((start, start + len(wanted)))
        start = text.find(wanted, start + 1)
    if not places:
        return bool(mine)
    return any(a < max(one.end, one.start + 1) and one.start < b for a, b in places for one in mine)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deaf", action="store_true", help="the tables alone, without the ear")
    parser.add_argument("--pace", action="store_true", help="how long a review takes")
    parser.add_argument("--second", action="store_true", help="the second exam")
    parser.add_argument("--third", action="store_true", help="the third exam, all of it closed")
    parser.add_argument("--practice", action="store_true", help="the letters rules are tried on")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--alarms", action="store_true")
    parser.add_argument("--open", action="store_true", help="the open part only")
    parser.add_argument("--lang", default="")
    parser.add_argument("--fault", default="")
    args = parser.parse_args()
    global EAR
    EAR = not args.deaf
    if args.pace:
        return _pace(args.lang or "en")
    planted: Counter[tuple[str, str, str]] = Counter()
    found: Counter[tuple[str, str, str]] = Counter()
    alarms: dict[tuple[str, str], list[int]] = defaultdict(list)
    loud: Counter[str] = Counter()
    spent: list[float] = []
    exam = "practice" if args.practice else "third-" if args.third else ""
    exam = "second-" if args.second else exam
    for language in LANGUAGES if not args.lang else (args.lang,):
        for letter in letters(language, exam):
            if args.open and letter["part"] != "open":
                continue
            began = time.process_time()
            findings = reviewed(letter)
            spent.append(time.process_time() - began)
            part = letter["part"]
            if not letter["faults"]:
                alarms[language, part].append(len(findings))
                for one in findings:
                    loud[f"{language} {part} {one.rule}"] += 1
                    if args.alarms and part == "open" and args.fault in ("", one.rule):
                        line = text_of(letter)[one.start : one.end][:150].replace("\n", " ")
                        print(f"ALARM {letter['id']} {one.rule}: {line}")
                continue
            for fault in letter["faults"]:
                key = (fault["fault"], language, part)
                planted[key] += 1
                if is_found(fault, letter, findings):
                    found[key] += 1
                elif args.misses and part == "open" and args.fault in ("", fault["fault"]):
                    print(
                        f"MISS {letter['id']} {letter['kind']} {fault['fault']}: {fault['text'][:400]}"
                    )
    if not planted and not alarms:
        return 0
    _table(planted, found)
    _sums(planted, found, alarms)
    if args.alarms:
        print(loud.most_common(40))
    spent.sort()
    warm = spent[len(spent) // 20 :]
    print(
        f"\nreview, ms: median {1000 * warm[len(warm) // 2]:.1f}, 95th {1000 * warm[int(len(warm) * 0.95)]:.1f}"
    )
    return 0


def _pace(language: str) -> int:
    """A new letter, and one sentence of it changed; processor's time, and times the floor."""
    sound = [one for one in letters(language, "second-") if one["part"] == "open"]
    sound = [one for one in sound if not one["faults"]] + [one for one in sound if one["faults"]][
        :40
    ]
    for one in sound[:3]:
        reviewed(one)  # weights and tables are read once
    spent: dict[str, list[float]] = defaultdict(list)
    for n, one in enumerate(sound):
        before = ". ".join(one["body"].split(". ")[:-1])
        changed = {
            **one,
            "body": f"{before}. We spoke of it {n} times. {one['body'][len(before) + 2 :]}",
        }
        for what, letter in (("new", one), ("one sentence changed", changed)):
            if what == "new":
                deaf_again()
            began = time.process_time()
            reviewed(letter)
            spent[what].append(time.process_time() - began)
        began = time.process_time()
        sentences = Sheet(text_of(one), one["kind"], tongue=language).sentences
        spent["floor: cut into sentences"].append(time.process_time() - began)
        assert sentences
    floor = sorted(spent["floor: cut into sentences"])[len(sound) // 2]
    words = sorted(len(one["body"].split()) for one in sound)
    print(
        f"{len(sound)} letters, {words[len(words) // 2]} words in the middle, {words[-1]} at most"
    )
    for what, times in spent.items():
        times.sort()
        middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
        print(
            f"| {what} | median {1000 * middle:.1f} ms | 95th {1000 * late:.1f} ms | {middle / floor:.0f} |"
        )
    return 0


def deaf_again() -> None:
    """Forget what was heard, so that a letter is new."""
    hearing._of_run.cache_clear()


def _table(planted: Counter[tuple[str, str, str]], found: Counter[tuple[str, str, str]]) -> None:
    tongues = [one for one in LANGUAGES if any(key[1] == one for key in planted)]
    print("| fault | " + " | ".join(f"{t} open | {t} closed" for t in tongues) + " |")
    print("|---|" + "---|" * (2 * len(tongues)))
    for fault in sorted({key[0] for key in planted}):
        cells = []
        for tongue in tongues:
            for part in ("open", "closed"):
                n = planted[fault, tongue, part]
                cells.append(f"{found[fault, tongue, part]}/{n}" if n else "")
        print(f"| {fault} | " + " | ".join(cells) + " |")


def _sums(
    planted: Counter[tuple[str, str, str]],
    found: Counter[tuple[str, str, str]],
    alarms: dict[tuple[str, str], list[int]],
) -> None:
    print("\n| | part | found, not grammar | grammar and spelling | false alarms a sound letter |")
    print("|---|---|---|---|---|")
    for tongue in LANGUAGES:
        for part in ("open", "closed"):
            keys = [key for key in planted if key[1:] == (tongue, part)]
            if not keys and not alarms[tongue, part]:
                continue
            sums = []
            for plain in (False, True):
                these = [key for key in keys if (key[0] in PLAIN) is plain]
                n, got = sum(planted[k] for k in these), sum(found[k] for k in these)
                sums.append(f"{got} of {n} ({100 * got / max(1, n):.1f} %)")
            noise = alarms[tongue, part]
            print(
                f"| {tongue} | {part} | {sums[0]} | {sums[1]} | {sum(noise) / max(1, len(noise)):.2f} (n={len(noise)}) |"
            )


if __name__ == "__main__":
    raise SystemExit(main())
