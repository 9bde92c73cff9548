"""Firms that neither grow, shrink nor thaw, by the hundred: how often the watch says they do.

    python benchmarks/turnover.py [--firms 300] [--seed 7] [--say]

Every firm has 8 to 150 seats in 1 to 9 departments; seats come as a Poisson stream at each department's
own steady rate and stand for as long as chance has it. A third of the boards name no departments, some
put one seat up in two languages, rest in August and at Christmas, lose a night, rename a department,
forget its name for three days, or take a neighbour's board in. The user's no lies on day 60, in any
department. What is told of such a year is told in vain, save a thaw after a hold: that is counted apart.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from afterword.counsel import watching
from afterword.counsel.watching import firm as rules
from afterword.counsel.watching.craft import craft_of
from afterword.counsel.watching.memory import Memory
from afterword.counsel.watching.seats import Seat, Seats
from afterword.terms import BoardSeen, Posting, Signal

START = datetime(2025, 11, 3, 7, tzinfo=UTC)
DAYS, NO = 364, 60
NAMES = (
    "Finance",
    "Sales",
    "Engineering",
    "Logistics",
    "Quality",
    "Care",
    "Kitchen",
    "Legal",
    "Harbour",
)
SYLLABLES = (
    "bar",
    "lo",
    "mi",
    "ten",
    "ka",
    "ru",
    "sol",
    "ve",
    "dor",
    "nim",
    "pa",
    "gre",
    "shu",
    "tal",
    "wi",
    "zen",
)
FORMS = ("Planner", "Technician", "Analyst", "Adviser", "Officer", "Engineer", "Clerk", "Buyer")


@dataclass(frozen=True)
class Spell:
    """An advert and the days from which and to which it stands."""

    since: int
    until: int
    posting: Posting


def word(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3))


def year_of(chance: Random) -> tuple[list[Spell], str, str, dict[int, str]]:
    """The adverts of one steady firm, the user's department and role, and the weather by day."""
    size, parts = 8 * (150 / 8) ** chance.random(), chance.randint(1, 9)
    shares = [chance.gammavariate(1.0, 1.0) for _ in range(parts)]
    named = chance.random() > 1 / 3
    stays = chance.uniform(25, 90)
    spells: list[Spell] = []
    for name, share in zip(NAMES, shares, strict=False):
        level = size * share / sum(shares)
        day = -300.0
        while True:
            day += chance.expovariate(level / stays)
            if day >= DAYS:
                break
            until = int(day + max(7.0, chance.gammavariate(2.0, stays / 2)))
            if until < 0:
                continue
            title = f"{word(chance).capitalize()} {chance.choice(FORMS)}"
            text = f"{title}: " + " ".join(word(chance) for _ in range(30))
            one = Posting("lever", "steady", f"p{len(spells)}", title, "Steady", ("Tartu",), department=name if named else "", text=text)  # fmt: skip
            spells.append(Spell(int(day), until, one))
            if chance.random() < 0.05:  # in a second form a week later, with the same text
                again = replace(one, id=f"p{len(spells)}", title=f"{title} ({word(chance)})")
                spells.append(Spell(int(day) + 7, until, again))
    mine = chance.choice(NAMES[:parts])
    weather = {chance.randrange(5, DAYS): kind for kind in ("empty", "cut", "down")}
    if chance.random() < 0.3:
        weather |= dict.fromkeys(range(280, 297), "rest")  # 10 to 26 August
    if chance.random() < 0.3:
        weather |= dict.fromkeys(range(49, 64), "rest")  # 22 December to 5 January
    if named and chance.random() < 0.3:
        weather[chance.randrange(90, DAYS)] = "renamed"
    if named and chance.random() < 0.3:
        weather |= dict.fromkeys(range(200, 203), "unnamed")
    if chance.random() < 0.2:
        weather[chance.randrange(90, DAYS)] = "neighbour"
    return (
        spells,
        mine if named else "",
        f"{word(chance).capitalize()} {chance.choice(FORMS)}",
        weather,
    )


def plainly(memory: Memory) -> Seats:
    """Each advert as a seat of its own: no two of these titles are one, and grouping costs most."""
    return Seats(
        tuple(Seat(craft_of(one.title), (one,), one.up, 0) for one in memory.adverts),
        frozenset(),
    )


def told_of(chance: Random, *, frozen: bool = False) -> list[tuple[int, Signal, str]]:
    """What is told of the moves of one such firm, with its day."""
    spells, mine, role, weather = year_of(chance)
    ended = START + timedelta(days=NO)
    past = watching.Past(
        "c", "Steady", role, ended - timedelta(days=40), ended, frozen, department=mine
    )
    memory, told, found = Memory(), [], []
    renamed = min((d for d, kind in weather.items() if kind == "renamed"), default=DAYS)
    taken = min((d for d, kind in weather.items() if kind == "neighbour"), default=DAYS)
    before: tuple[str, ...] = ()
    extra = [replace(s, since=taken, until=taken + chance.randint(20, 120), posting=replace(s.posting, id=f"n{n}", title=f"{word(chance).capitalize()} {chance.choice(FORMS)}", text=" ".join(word(chance) for _ in range(60)))) for n, s in enumerate([s for s in spells if s.since <= taken <= s.until][:40])]  # fmt: skip
    for day in range(DAYS):
        kind = weather.get(day, "")
        if kind == "down":
            continue
        now = START + timedelta(days=day)
        there = [s.posting for s in (*spells, *extra) if s.since <= day <= s.until]
        if day >= renamed:
            there = [
                replace(p, department="Money and More") if p.department == NAMES[0] else p
                for p in there
            ]
        if kind == "unnamed":
            there = [replace(p, department="") for p in there]
        if kind in ("empty", "rest"):
            there = []
        there = there[: len(there) // 2] if kind == "cut" else there
        # the rules are asked when the user's side moved, and every week, as by the desk
        shown = tuple(p.id for p in there if p.department in (mine, "Money and More", ""))
        if (
            shown == before
            and not kind
            and day % 7
            and not memory.doubt
            and not rules.settles(memory, now)
        ):
            continue
        before = shown
        memory = watching.look(memory, BoardSeen("lever", "steady", now, tuple(there)))
        signs = list(rules.moves(rules.House(memory, plainly(memory)), past))
        for one in watching.worth_telling(signs, told, now):
            told.append(watching.told_of(one))
            found.append((day, one.signal, one.says))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--firms", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--say", action="store_true", help="say what was told")
    args = parser.parse_args()
    began = process_time()
    counted: Counter[str] = Counter()
    for n in range(args.firms):
        for day, signal, says in told_of(Random(f"{args.seed}-{n}")):
            counted[signal] += 1
            if args.say:
                print(n, day, signal, says, flush=True)
    for signal in (Signal.GROWING, Signal.SHRINKING, Signal.THAWING):
        print(f"{signal:10} {counted[signal]:4} in {args.firms} steady firm-years")
    print(
        f"all        {sum(counted.values()):4}, one in {args.firms / max(1, sum(counted.values())):.0f} firm-years"
    )
    print(f"{process_time() - began:.0f} s of processor time")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
