"""A plan for a hundred thousand cases from frozen values, on one core, beside the floor of building them.

    python benchmarks/planning.py [CASES [DRAWN]]       # default 100,000, every one different

The cases are those of invented searches (benchmarks/searches) as they stood on some day of their
year, from the first application to a tie long asleep. The floor is a bare loop that builds the
same frozen values a plan consists of, a standing and a move, and decides nothing. Reasons are
built when looked at: the last two lines look at them all, at the sentences and at the advice.
The plan takes the cases together, as a morning does (`judge_all`); beside it stands the same one
by one. Processor time.

`judge_all` lets Python's collector of cycles rest while it plans and then sets it to work again, as
nothing in a plan is a cycle; "alone" is planned with the collector at work. Nothing is remembered of
a case, only of days and of a few small values beside them (business days between two days, the
clocks that began on one). Where fewer are drawn than are planned, the same come again as other objects
and what they hold lies nearer to the processor: a third quicker with 1,000. Seconds belong to the machine named in the first line and to what
else it did; the ratio to the floor, taken in the same run, is what other machines can be held to.
"""

from __future__ import annotations

import os
import platform
import sys
import sysconfig
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import process_time

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from searches.policies import Counselled  # noqa: E402
from searches.world import World  # noqa: E402

from afterword.counsel import judge, judge_all, next_move  # noqa: E402
from afterword.terms import CaseFile, Move, Standing  # noqa: E402

#: So many are looked at before anything is measured.
FIRST = 1_000


def cases(size: int, drawn: int) -> list[tuple[CaseFile, datetime]]:
    """So many cases, each on the day on which it is looked at; beyond those drawn the same again."""
    found: list[tuple[CaseFile, datetime]] = []
    seed = 0
    while len(found) < drawn:
        seed += 1
        looks = 0

        def asks(file: CaseFile, now: datetime) -> Move:
            nonlocal looks
            looks += 1
            if looks % 11 == 0:
                found.append((file, now))
            return next_move(file, now)

        World(seed, Counselled(asks)).live()
    return [
        (replace(file, id=f"{n}-{file.id}"), now)
        for n in range(size)
        for file, now in [found[n % drawn]]
    ]


def _machine() -> str:
    """On what it is measured: interpreter and how it was built, processor, load at the start."""
    built = sysconfig.get_config_var("CONFIG_ARGS") or ""
    how = "optimised" if "--enable-optimizations" in built else "not built as optimised"
    return (
        f"{platform.python_implementation()} {platform.python_version()} ({how}), "
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    drawn = min(size, int(sys.argv[2])) if len(sys.argv) > 2 else size
    print(_machine())
    asked = cases(size, drawn)
    # first looks at calendars and tables are the day's, not the cases'
    for file, now in asked[:FIRST]:
        next_move(file, now)

    start = process_time()
    plan = judge_all(asked)
    took = process_time() - start

    start = process_time()
    said = sum(len(one.standing.why) + len(one.move.why) for one in plan)
    told = process_time() - start

    start = process_time()
    for one in plan:
        s, m = one.standing, one.move
        Standing(s.state, s.stage, s.outcome, s.by_internal, s.since, s.last_word, s.promised,
                 s.nudge_from, s.nudges, s.why)  # fmt: skip
        Move(m.play, m.letter, m.who, m.when, m.not_before, m.why, m.question, m.urgency,
             m.source, m.band)  # fmt: skip
    floor = process_time() - start

    start = process_time()
    looked = sum(1 for one in plan if one.advice is not None)
    reasons = process_time() - start

    # last, so that the plan does not begin on a heap that another one has left in pieces
    states = Counter(str(one.standing.state) for one in plan)
    del plan
    start = process_time()
    alone = [judge(file, now) for file, now in asked]
    one_by_one = process_time() - start
    del alone

    print(
        f"{size:,} cases, {drawn:,} different: {', '.join(f'{n:,} {state}' for state, n in states.most_common())}"
    )
    print(f"plan     {size / took:10,.0f} cases a second, {1e6 * took / size:6.1f} µs each")
    print(
        f"alone    {size / one_by_one:10,.0f} a second, one by one, {one_by_one / floor:.1f} times the floor"
    )
    print(f"floor    {size / floor:10,.0f} a second, {1e6 * floor / size:6.1f} µs each; "
          f"the plan costs {took / floor:.1f} times the floor")  # fmt: skip
    print(f"told     {size / told:10,.0f} a second when the two sentences of each are looked at too "
          f"({said:,} letters), after the plan")  # fmt: skip
    if looked:
        print(f"reasons  {looked / reasons:10,.0f} a second when looked at ({looked:,} of them)")


if __name__ == "__main__":
    main()
