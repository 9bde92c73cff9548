"""Write `reading/glance.tsv`: what each word of our corpus weighs, and count what the glance does.

    python corpus/training/glance.py                    the weights anew, and the counts
    python corpus/training/glance.py --check [FOLDER…]  only the counts; other people's mail
                                                        (one a file) is counted, never learned

Needs wordfreq (requirements/train.in) for the weights, nothing for `--check`.
The blind part is never read. A count on mail that the weights were drawn from
flatters them, so each hand is also judged by weights drawn from the other hands.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(TOP / "src"), str(TOP / "corpus")]

from written import mail_of, rows  # noqa: E402

from afterword.reading import cheap, glance  # noqa: E402

LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it")
#: A word counts twice in a mail at most; below so many uses it says nothing.
TWICE, LEAST = 2, 5
#: English has many hands: a word of fewer than three is somebody's own.
HANDS = {"en": 3}
#: So many uses are added on both sides, lest a rare word weigh much.
DOUBT, MOST = 3, 3.5
#: A word that our mail should hold so many times by now and never does.
OFTEN = 6


def language_frequencies() -> dict[str, dict[str, float]]:
    """For each language how often each beginning is used, among all words written in it."""
    from wordfreq import get_frequency_dict

    found: dict[str, dict[str, float]] = {}
    for language in LANGUAGES:
        known: dict[str, float] = defaultdict(float)
        for word, share in get_frequency_dict(language).items():
            for beginning in glance.beginnings(word):
                known[beginning] += share
        found[language] = known
    return found


def weigh(
    mails: Iterable[dict[str, Any]], frequencies: dict[str, dict[str, float]]
) -> dict[str, dict[str, float]]:
    """Language -> beginning -> logarithm of (uses in job mail / uses expected of the language)."""
    uses: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    hands: dict[str, set[str]] = defaultdict(set)
    for row in mails:
        if row["kind"] == "not_job":
            continue
        text = f"{row['subject']}\n{row['subject']}\n{row['body'][: glance.REACH]}".lower()
        for word, count in Counter(glance._BEGINNING.findall(text)).items():
            uses[row["language"]][word] += min(count, TWICE)
            hands[word].add(row["hand"])
    found: dict[str, dict[str, float]] = {}
    for language, counted in uses.items():
        total = counted.total()
        found[language] = {
            word: min(MOST, log((count + DOUBT) / (total * share + DOUBT)))
            for word, count in counted.items()
            if count >= LEAST and len(hands[word]) >= HANDS.get(language, 1)
            for share in [frequencies[language].get(word, 0)]
        }
        # What a language says often and job mail never does speaks against it as well.
        for word, share in frequencies[language].items():
            if total * share >= OFTEN and word not in counted:
                found[language][word] = log(DOUBT / (total * share + DOUBT))
    return found


def count(mails: list[dict[str, Any]], told: dict[str, bool | None]) -> None:
    """Print how many mails of each kind were refused."""
    refused, whole = Counter[str](), Counter[str]()
    ways: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in mails:
        mail, _ = mail_of(row)
        way = cheap._way(mail, mail.sender.email if mail.sender else "")
        whole[row["kind"]] += 1
        refused[row["kind"]] += told[row["id"]] is False
        if row["kind"] != "not_job":
            ways[way][0] += told[row["id"]] is False
            ways[way][1] += 1
    for kind in sorted(whole):
        print(f"  {kind:22s} {refused[kind]:4d} refused of {whole[kind]}")
    print("  " + ", ".join(f"{way} {no} of {all_}" for way, (no, all_) in ways.items()))
    answers = ways["answer"]
    no, all_ = (sum(pair[at] for pair in ways.values()) for at in (0, 1))
    print(f"  job mail: {no} of {all_} refused, {no - answers[0]} of {all_ - answers[1]} without "
          "those that answer another and come back with their thread")  # fmt: skip


def count_folder(folder: Path) -> None:
    """How much of other people's mail (one a file) the glance lets in."""
    from afterword.intake.mailbox import open_mailbox, parse

    told = Counter(
        (cheap.is_about_jobs(mail), cheap._way(mail, mail.sender.email if mail.sender else ""))
        for path in sorted(folder.iterdir()) if path.suffix != ".json"
        for parcel in open_mailbox(path).parcels() for mail in [parse(parcel)]
    )  # fmt: skip
    let_in = sum(n for (word, _), n in told.items() if word is not False)
    by_way = {way: n for (word, way), n in sorted(told.items(), key=str) if word is not False}
    print(f"{folder.name}: {let_in} of {told.total()} let in {by_way}")


def main(words: list[str]) -> None:
    mails = rows(TOP / "corpus" / "hands")
    if "--check" not in words:
        frequencies = language_frequencies()
        print("judged by weights drawn from the other hands:")
        hands = sorted({row["hand"] for row in mails})
        told: dict[str, bool | None] = {}
        for part in range(5):
            out = {hand for at, hand in enumerate(hands) if at % 5 == part}
            drawn = weigh((row for row in mails if row["hand"] not in out), frequencies)
            glance.weights = lambda drawn=drawn: drawn  # type: ignore[assignment,misc]
            told |= {r["id"]: cheap.is_about_jobs(mail_of(r)[0]) for r in mails if r["hand"] in out}
        count(mails, told)
        found = weigh(mails, frequencies)
        lines = [
            f"{language}\t{word}\t{round(weight * 100)}"
            for language, known in found.items()
            for word, weight in sorted(known.items())
        ]
        glance.FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
        glance.weights = lambda: found  # type: ignore[assignment]
    print("judged by the weights as they ship:")
    count(mails, {row["id"]: cheap.is_about_jobs(mail_of(row)[0]) for row in mails})
    for folder in words:
        if not folder.startswith("--"):
            count_folder(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
