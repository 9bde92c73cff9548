"""A million days of invented searches under watch: is any rule of the method ever broken?

    python benchmarks/simulate.py                  # until a million days (a quarter of an hour of one core)
    python benchmarks/simulate.py --days 20000     # a slice

Prints the breaches (none is the only good number), what each rule looked at, the speed, and what
came of it beside a mail to everyone each month. The last figures are in benchmarks/counsel.md.
Time is processor time: the machine may be busy.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from searches.people import ASSUMED  # noqa: E402
from searches.policies import Counselled, Monthly  # noqa: E402
from searches.watch import RULES, Breach  # noqa: E402
from searches.world import World  # noqa: E402

UNASKED = ("keep_in_touch", "congratulation", "trigger_note", "monthly")
#: Said on the way, so that a long run can be read before it ends.
EVERY = 50_000


@dataclass(slots=True)
class Tally:
    """What came of many searches under one policy."""

    searches: int = 0
    days: int = 0
    asked: int = 0
    touches: int = 0
    met: int = 0
    alive: int = 0
    stops: int = 0
    letters: Counter[str] = field(default_factory=Counter)
    replies: Counter[str] = field(default_factory=Counter)
    complaints: Counter[str] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)
    breaches: list[tuple[int, Breach]] = field(default_factory=list)

    def add(self, world: World, days: int) -> None:
        people = {one.id: one for case in world.cases for one in case.people if one.met}.values()
        self.searches += 1
        self.days += days
        self.touches += world.watch.touches
        self.met += len(people)
        self.alive += sum(one.answers_still for one in people)
        self.stops += sum(one.stopped is not None for one in people)
        self.letters += world.sent
        self.replies += world.replies
        self.complaints += world.complaints
        self.checked += world.watch.checked
        self.breaches += [(world.seed, breach) for breach in world.watch.breaches]

    def unasked(self, counted: Counter[str]) -> int:
        """The share of a count that belongs to words nobody asked for."""
        return sum(counted[kind] for kind in UNASKED)


def counselled(
    days: int, *, seed: int = 1, seconds: float = 600.0, say: Callable[[Tally], None] | None = None
) -> Tally:
    """Searches one after another until so many days, or so many seconds of the processor."""
    tally, start, next_word = Tally(), process_time(), EVERY
    while tally.days < days and process_time() - start < seconds:
        user = Counselled()
        world = World(seed + tally.searches, user)
        tally.add(world, world.live())
        tally.asked += user.asked
        if say and tally.days >= next_word:
            next_word += EVERY
            say(tally)
    return tally


def monthly(searches: int, *, seed: int = 1) -> Tally:
    """The same searches with the same people, each written to every month."""
    tally = Tally()
    for n in range(searches):
        world = World(seed + n, Monthly())
        tally.add(world, world.live())
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--days", type=int, default=1_000_000, help="simulated days (default 1M)")
    parser.add_argument("--seconds", type=float, default=3600.0, help="processor time at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--compare", type=int, default=1000, help="searches mailed each month")
    args = parser.parse_args()
    start = process_time()

    def speed(tally: Tally) -> str:
        took = process_time() - start
        return (
            f"{tally.searches:,} searches, {tally.days:,} days, counsel asked {tally.asked:,} "
            f"times, {tally.touches:,} touches, {len(tally.breaches)} rules broken; "
            f"{took:,.0f} s of one core, {tally.days / took:,.0f} days a second"
        )

    tally = counselled(
        args.days, seed=args.seed, seconds=args.seconds, say=lambda t: print(speed(t), flush=True)
    )
    print(speed(tally))
    found = Counter(breach.rule for _, breach in tally.breaches)
    for name in RULES:
        print(f"  {name:20} {tally.checked[name]:>10,} looked at, {found[name]:,} broken")
    for seed, b in tally.breaches[:40]:
        print(f"  seed {seed} {b.case} {b.at:%Y-%m-%d %H:%M} [{b.rule}] {b.says}")
    print("letters:", ", ".join(f"{n} {kind}" for kind, n in tally.letters.most_common()))
    if args.compare:
        _compare(tally, monthly(min(args.compare, tally.searches), seed=args.seed))
    return 1 if tally.breaches else 0


def _compare(ours: Tally, theirs: Tally) -> None:
    """Both ways, for a hundred people met; every figure rests on the assumptions of people.py."""
    rows: tuple[tuple[str, Callable[[Tally], float]], ...] = (
        ("words nobody asked for", lambda t: t.unasked(t.letters)),
        ("answers to them", lambda t: t.unasked(t.replies)),
        ("complaints about any letter", lambda t: t.complaints.total()),
        ("ties alive after the year", lambda t: t.alive),
    )
    print(f"for 100 people met        counsel ({ours.met:,})   each month ({theirs.met:,})")
    for says, count in rows:
        a, b = (100 * count(t) / max(1, t.met) for t in (ours, theirs))
        print(f"  {says:28} {a:12.1f} {b:16.1f}")
    for name, t in (("counsel", ours), ("each month", theirs)):
        words, broken = max(1, t.unasked(t.letters)), Counter(b.rule for _, b in t.breaches)
        print(
            f"  {name}: {100 * t.unasked(t.replies) / words:.0f} answers and "
            f"{100 * t.unasked(t.complaints) / words:.1f} complaints for 100 such words; "
            f"rules broken: {dict(broken) or 'none'}"
        )
    for name, (value, says, source) in ASSUMED.items():
        print(f"  assumed {name} = {value:g}: {says} ({source})")


if __name__ == "__main__":
    raise SystemExit(main())
