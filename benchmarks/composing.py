"""How fast a letter is drafted, and how well a story is found for what they said.

    .venv/bin/python benchmarks/composing.py

The floor of the drafting figures is one pass of the same program over the same letters that only
puts their finished sentences together. Pairs of words and stories: benchmarks/pairs.toml.
"""

from __future__ import annotations

import statistics
import sys
import time
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP / "src"), str(TOP / "docs")]

import letters as gallery  # noqa: E402
from demo_briefs import stories  # noqa: E402

from afterword.terms import Remark, RemarkKind, Story  # noqa: E402
from afterword.writing import compose, match, matching, meaning  # noqa: E402


def speed() -> None:
    briefs = [brief for _, _, brief in (*gallery.moments(), *gallery.abroad())]
    began = time.perf_counter()
    compose(briefs[5])
    cold = time.perf_counter() - began
    drafts = [compose(brief) for brief in briefs]
    took: list[float] = []
    floor: list[float] = []
    for _ in range(5):
        for brief, draft in zip(briefs, drafts, strict=True):
            began = time.process_time()
            compose(brief)
            took.append(time.process_time() - began)
            began = time.process_time()
            assert draft.body
            floor.append(time.process_time() - began)
    rest = statistics.mean(floor)
    print(f"letters {len(briefs)}, drafted {len(took)} times")
    print(f"first with its table of words: {cold * 1000:.0f} ms (wall)")
    for name, value in (
        ("median", statistics.median(took)),
        ("95th of 100", statistics.quantiles(took, n=100)[94]),
        ("slowest", max(took)),
    ):
        print(
            f"draft, {name}: {value * 1000:.2f} ms of processor, {value / rest:.0f} times the floor"
        )


def _by_words(quote: str, told: list[Story]) -> str:
    """The judge of shared words alone, as it stood before meaning was heard."""
    wanted = matching._concepts(quote)
    held = {story.id: matching._told(story) for story in told}
    spread = matching.Counter(one for words in held.values() for one in words)
    rated = [(matching._compare(wanted, s, held[s.id], spread)[0], s.id) for s in told]
    score, best = max(rated)
    return best if score >= matching.THRESHOLD else ""


def _by_meaning(quote: str, told: list[Story]) -> str:
    asked = meaning.gist(quote, matching._weight_of)
    return max((meaning.nearness(asked, matching._gists(s)), s.id) for s in told)[1]


def _fused(quote: str, told: list[Story]) -> str:
    found = match(Remark("r", RemarkKind.DOUBT, quote), told)
    return found[0][0].id if found else ""


def pairs() -> None:
    rows = tomllib.loads((TOP / "benchmarks/pairs.toml").read_text("utf-8"))["pairs"]
    told = [story for story in stories() if not story.confidential]
    for name, judge in (
        ("shared words alone", _by_words),
        ("meaning alone (always answers)", _by_meaning),
        ("both, as letters use it", _fused),
    ):
        for part, of in (("looked at", rows[::2]), ("only scored", rows[1::2])):
            said = [(judge(quote, told), want) for quote, want in of]
            meant = [(got, want) for got, want in said if want]
            right = sum(got == want for got, want in meant)
            wrong = sum(bool(got) and got != want for got, want in meant)
            false = sum(bool(got) for got, want in said if not want)
            n, none = len(meant), len(said) - len(meant)
            print(f"{name}, {part}: right {right}/{n}, wrong {wrong}, asks {n - right - wrong}; "
                  f"a story where none fits {false}/{none}")  # fmt: skip


def trades() -> None:
    """The same over stories of other trades."""
    held = tomllib.loads((TOP / "benchmarks/pairs_trades.toml").read_text("utf-8"))
    told = [Story(**{**one, "skills": tuple(one["skills"])}) for one in held["story"]]
    said = [(_fused(quote, told), want) for quote, want in held["pairs"]]
    meant = [(got, want) for got, want in said if want]
    right = sum(got == want for got, want in meant)
    wrong = sum(bool(got) and got != want for got, want in meant)
    false = sum(bool(got) for got, want in said if not want)
    print(f"other trades: right {right}/{len(meant)}, wrong {wrong}; "
          f"a story where none fits {false}/{len(said) - len(meant)}")  # fmt: skip


if __name__ == "__main__":
    speed()
    pairs()
    trades()
