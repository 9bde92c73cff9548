"""How often a range of offers holds what came, over invented searches whose truth is known.

    .venv/bin/python benchmarks/forecast.py [SEARCHES]

Paces are drawn from the prior the forecast documents, a search is walked to a day,
forecast, and then walked on. A range that says eight in ten must hold about eight
in ten: 70 to 90 of 100. Offers come whole, so where few are in sight the range must
hold more than it was asked to ("0 to 1" may hold 95 of 100, and says so). Therefore
two figures: how often the range as spoken held what came, beside what it said of
itself; and the same with the outermost counts taken for the part that is needed (the
randomised PIT of Czado, Gneiting and Held 2009), which must come to 80. The same is
asked in worlds that break the assumptions.

The last figures stand in benchmarks/forecast.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

import imagined

from afterword.counsel.forecast.more import more
from afterword.counsel.forecast.offers import SEED, USUAL, arrivals, offers
from afterword.counsel.forecast.paces import paces, records

WORLDS = {
    "drawn from the prior": imagined.World(),
    "the same, a wide search (60 talks)": imagined.World(talks=60),
    "a thin record (10 applications, 12 talks)": imagined.World(10, 12, 160),
    "a quarter never answer": imagined.World(talks=60, ghosts=0.25),
    "waits with a long tail": imagined.World(talks=60, ragged=True),
}


def measure(
    world: imagined.World, wanted: int, seed: int = 7, draws: int = 500, counted: int = 100
) -> dict[str, float]:
    """Coverage of the wide range over `wanted` searches that were forecast, and what it promised.

    In the first `counted` of them as many targets as were asked for are begun, too.
    """
    dice = np.random.default_rng(seed)
    rows: list[tuple[float, ...]] = []
    even: list[bool] = []
    refused = 0
    while len(rows) < wanted:
        one = imagined.search(dice, world)
        told = offers(one.courses, imagined.TODAY, searches=draws)
        if told.range is None:
            refused += 1
            continue
        came, found = one.within(USUAL), told.range
        place = _place(one, came, dice.random(), draws)
        held = found.low <= came <= found.high
        rows.append((held, found.held, 0.1 <= place <= 0.9, found.high - found.low, came))
        if len(rows) <= counted:
            count = more(one.courses, imagined.TODAY, searches=draws)
            if count.middle:
                even.append(_one_at_least(dice, one, count.middle, world))
    held, said, exact, width, came = np.mean(rows, axis=0)
    return {
        "held": float(held),
        "said": float(said),
        "exact": float(exact),
        "width": float(width),
        "came": float(came),
        "refused": refused / (refused + len(rows)),
        "even": float(np.mean(even)) if even else float("nan"),
        "asked": len(even),
    }


def _place(one: imagined.Search, came: int, within: float, draws: int) -> float:
    """Where what came lies among the imagined counts, its own count taken in part."""
    live = [course for course in one.courses if course.live]
    dice = np.random.default_rng(SEED)
    drawn = paces(records(one.courses), dice, draws)
    counts = np.sum([days <= USUAL for days in arrivals(live, drawn, dice)], axis=0)
    below, at = np.mean(counts < came), np.mean(counts == came)
    return float(below + within * at)


def _one_at_least(
    dice: np.random.Generator, one: imagined.Search, more_of_them: int, world: imagined.World
) -> bool:
    if one.within(USUAL):
        return True
    new = [
        imagined.case(dice, one.pace, imagined.Leg.TALKS, world, 0.0) for _ in range(more_of_them)
    ]
    return any(day is not None and day <= USUAL for _, day in new)


def main(wanted: int) -> None:
    print("world | held | said | edges in part | width | offers came | refused | even chance (of)")
    for name, world in WORLDS.items():
        got = measure(world, wanted)
        print(
            f"{name} | {got['held']:.1%} | {got['said']:.1%} | {got['exact']:.1%} | "
            f"{got['width']:.2f} | {got['came']:.2f} | {got['refused']:.0%} | "
            f"{got['even']:.0%} ({got['asked']:.0f})",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
