"""A million days of invented searches under watch: is any rule of the method ever broken?

    python benchmarks/simulate.py                  # until a million days or ten minutes of one core
    python benchmarks/simulate.py --days 20000     # a slice

Prints the breaches (none is the only good number), what each rule looked at, the speed, and what
came of it beside a mail to everyone each month. `--write` keeps the figures in
benchmarks/counsel.md. Time is processor time: the machine may be busy.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from searches.policies import Counselled, Monthly  # noqa: E402
from searches.watch import RULES, Breach  # noqa: E402
from searches.world import World  # noqa: E402


@dataclass(slots=True)
class Tally:
    """What came of many searches under one policy."""

    searches: int = 0
    days: int = 0
    asked: int = 0
    touches: int = 0
    met: int = 0
    alive: int = 0
    replies: int = 0
    complaints: int = 0
    letters: Counter[str] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)
    breaches: list[Breach] = field(default_factory=list)
    seeds: list[int] = field(default_factory=list)

    def add(self, world: World, days: int) -> None:
        people = {one.id: one for case in world.cases for one in case.people if one.met}.values()
        self.searches += 1
        self.days += days
        self.touches += world.watch.touches
        self.met += len(people)
        self.alive += sum(one.answers_still for one in people)
        self.replies += sum(one.replies for one in people)
        self.complaints += sum(one.complained for one in people)
        self.letters.update(world.sent)
        self.checked.update(world.watch.checked)
        self.breaches += world.watch.breaches
        self.seeds += [world.seed] * len(world.watch.breaches)


def counselled(days: int, *, seed: int = 1, seconds: float = 600.0, policy=Counselled) -> Tally:
    """Searches one after another until so many days, or so many seconds of the processor."""
    tally, start = Tally(), process_time()
    while tally.days < days and process_time() - start < seconds:
        user = policy()
        world = World(seed + tally.searches, user)
        tally.add(world, world.live())
        tally.asked += user.asked
    return tally


def monthly(searches: int, *, seed: int = 1) -> Tally:
    """The same searches with the same people, each written to every month."""
    tally = Tally()
    for n in range(searches):
        world = World(seed + n, Monthly())
        tally.add(world, world.live())
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    start = process_time()
    tally = counselled(args.days, seed=args.seed, seconds=args.seconds)
    took = process_time() - start
    print(f"{tally.searches:,} searches, {tally.days:,} days, counsel asked {tally.asked:,} times, "
          f"{tally.touches:,} touches, {took:.0f} s of one core "
          f"({tally.days / took:,.0f} days a second)")  # fmt: skip
    print("letters:", dict(tally.letters.most_common()))
    found = Counter(b.rule for b in tally.breaches)
    for name in RULES:
        print(f"  {name:20} {tally.checked[name]:>10,} looked at, {found[name]:,} broken")
    for seed, b in list(zip(tally.seeds, tally.breaches, strict=True))[:40]:
        print(f"  seed {seed} {b.case} {b.at:%Y-%m-%d %H:%M} [{b.rule}] {b.says}")
    return 1 if tally.breaches else 0


if __name__ == "__main__":
    raise SystemExit(main())
