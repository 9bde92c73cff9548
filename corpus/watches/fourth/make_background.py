"""The seats that come and go on the four boards while nothing of note happens.

It knows nothing of what is planted. `background.json` holds, for each firm, its departments, each with titles,
sentences and a number of desks; a desk is open for some weeks, empty for some days, and open again under another
title. The dice are seeded by the firm's name, so the same year comes out each time.

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
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def thawed(day: date, frozen: list[list[str]]) -> date:
    """The first day at or after `day` that lies in no frozen stretch."""
    for start, end in frozen:
        if date.fromisoformat(start) <= day <= date.fromisoformat(end):
            return date.fromisoformat(end) + timedelta(days=1 + day.day % 28)
    return day


def background(firm: str) -> list[dict[str, Any]]:
    rules = json.loads(SETTINGS.read_text(encoding="utf-8"))[firm]
    dice = random.Random(f"background of {firm}")
    shortest, longest = rules["weeks_open"]
    seats: list[dict[str, Any]] = []
    for department, own in rules["departments"].items():
        titles = [
            (title, place)
            for title in own["titles"]
            for place in own.get("places", rules["places"])
        ]
        dice.shuffle(titles)
        for _ in range(own["desks"]):
            opened = FIRST - timedelta(days=dice.randint(-3, 7 * shortest))
            while opened <= LAST:
                closed = weekday(opened + timedelta(days=dice.randint(7 * shortest, 7 * longest)))
                for start, _ in rules.get("frozen", []):
                    if opened < date.fromisoformat(start) <= closed:
                        closed = weekday(
                            date.fromisoformat(start) + timedelta(days=dice.randint(0, 6))
                        )
                title, place = titles.pop(0)
                titles.append((title, place))
                sentences = dice.sample(own["sentences"], k=min(2, len(own["sentences"])))
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
                            "text": " ".join([opening, *sentences]),
                        }
                    )
                opened = weekday(
                    thawed(closed + timedelta(days=dice.randint(1, 12)), rules.get("frozen", []))
                )
    return sorted(
        seats, key=lambda seat: (seat["from"], seat["department"], seat["title"], seat["place"])
    )


if __name__ == "__main__":
    for seat in background(sys.argv[1]):
        print(json.dumps(seat, ensure_ascii=False))
