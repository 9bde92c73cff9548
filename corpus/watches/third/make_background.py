"""The seats that come and go on the four boards while nothing of note happens.

It knows nothing of what is planted. `background.json` holds, for each firm, its departments, each with titles,
sentences and a number of desks; a desk is open for some weeks, empty for some days, and open again under another
title (now and then under the same one: the first choice did not come). A department may keep a season or stand frozen.
The dice are seeded by the firm's name, so the same year comes out each time.

    python make_background.py FIRM      prints one seat a line: from, to (or null), title, place, department, text
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST, LAST = date(2025, 11, 3), date(2026, 11, 1)
SETTINGS = Path(__file__).with_name("background.json")


def weekday(day: date) -> date:
    """The day itself, or the next day on which somebody works."""
    while day.weekday() > 4 or (day.month, day.day) in {(12, 24), (12, 25), (12, 26), (1, 1)}:
        day += timedelta(days=1)
    return day


def thawed(day: date, frozen: list[list[str]]) -> date:
    """The first day at or after `day` that lies in no frozen stretch."""
    for start, end in frozen:
        if date.fromisoformat(start) <= day <= date.fromisoformat(end):
            return date.fromisoformat(end) + timedelta(days=1 + day.day % 28)
    return day


def near(
    seats: list[dict[str, Any]], department: str, seat: tuple[str, str], start: date, end: date
) -> bool:
    """Does another desk of the department carry this title here, then or up to five weeks away?"""
    margin = timedelta(days=35)
    return any(
        (other["department"], other["title"], other["place"]) == (department, *seat)
        and other["posted"] < (end + margin).isoformat()
        and (other["to"] or LAST.isoformat()) > (start - margin).isoformat()
        for other in seats
    )


def background(firm: str) -> list[dict[str, Any]]:
    rules = json.loads(SETTINGS.read_text(encoding="utf-8"))[firm]
    seats: list[dict[str, Any]] = []
    for department, own in rules["departments"].items():
        dice = random.Random(f"year three, {firm}, {department}")
        shortest, longest = own.get("weeks_open", rules["weeks_open"])
        frozen = own.get("frozen", rules.get("frozen", []))
        titles = [(t, p) for t in own["titles"] for p in own.get("places", rules["places"])]
        dice.shuffle(titles)
        season = own.get("season")
        for _ in range(own["desks"]):
            opened = FIRST - timedelta(days=dice.randint(-3, 7 * shortest))
            if season:
                opened = date.fromisoformat(season[0]) + timedelta(days=dice.randint(0, season[2]))
            again = None
            while opened <= (date.fromisoformat(season[1]) if season else LAST):
                opened = weekday(opened)
                closed = weekday(opened + timedelta(days=dice.randint(7 * shortest, 7 * longest)))
                for start, _ in frozen:
                    if opened < date.fromisoformat(start) <= closed:
                        closed = date.fromisoformat(start) + timedelta(days=dice.randint(0, 9))
                        closed = weekday(closed)
                title, place = again or next(
                    (t for t in titles if not near(seats, department, t, opened, closed)), titles[0]
                )
                if not again:
                    titles.remove((title, place))
                    titles.append((title, place))
                sentences = dice.sample(own["sentences"], k=min(3, len(own["sentences"])))
                opening = dice.choice(rules["openings"]).format(title=title, place=place)
                if closed > FIRST:
                    seats.append(
                        {
                            "from": max(opened, FIRST).isoformat(),
                            "posted": opened.isoformat(),
                            "to": closed.isoformat() if closed <= LAST else None,
                            "title": title,
                            "place": place,
                            "department": department,
                            "contract": own.get("contract", rules.get("contract", "")),
                            "text": " ".join([opening, *sentences]),
                        }
                    )
                again = (title, place) if not again and dice.random() < 0.07 else None
                opened = thawed(weekday(closed + timedelta(days=dice.randint(1, 12))), frozen)
    return sorted(
        seats, key=lambda seat: (seat["from"], seat["department"], seat["title"], seat["place"])
    )


if __name__ == "__main__":
    for seat in background(sys.argv[1]):
        print(json.dumps(seat, ensure_ascii=False))
