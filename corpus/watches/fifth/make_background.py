"""The seats of each firm that have nothing to do with the user: who comes, who goes, and when.

`background.json` holds for every firm a seed, how many seats stand at once, its towns and its trades
(title, department, what one does there), all written by hand. This draws from them, steadily: a seat
stands five to seventeen weeks, and some days after it goes another comes. Run it to see one firm's:

    python make_background.py ardkeen
"""

import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path

FIRST, LAST = date(2026, 1, 5), date(2026, 12, 20)


def workday(day: date) -> date:
    """The same day, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def seats(firm: str) -> list[dict]:
    """Every background seat of the year: title, department, place, text, and its first and last day."""
    plan = json.loads((Path(__file__).parent / "background.json").read_text("utf-8"))[firm]
    draw, made, standing = random.Random(plan["seed"]), [], set()
    coming = [(FIRST, True)] * plan["seats"]
    while coming:
        coming.sort()
        day, first = coming.pop(0)
        standing = {(what, until) for what, until in standing if until > day}
        taken = {what for what, _ in standing}
        free = [(t, p) for t in plan["trades"] for p in plan["towns"] if (t[0], p) not in taken]
        trade, place = draw.choice(free)
        until = workday(day + timedelta(days=draw.randint(4 if first else 35, 120)))
        standing.add(((trade[0], place), until))
        made.append(
            {
                "title": trade[0],
                "department": trade[1],
                "place": place,
                "from": day,
                "until": until,
                "text": f"{trade[2]} {draw.choice(plan['tails'])}",
                "posted": day - timedelta(days=draw.randint(2, 60)) if first else day,
            }
        )
        again = workday(until + timedelta(days=draw.randint(1, 9)))
        if again <= LAST:
            coming.append((again, False))
    return made


if __name__ == "__main__":
    for seat in seats(sys.argv[1]):
        print(
            seat["from"], seat["until"], seat["department"], seat["title"], seat["place"], sep="\t"
        )
