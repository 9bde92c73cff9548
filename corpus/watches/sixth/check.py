"""Checks the sixth year: ids, days, and that what is expected names things that exist. python3 check.py"""

import collections
import json
import pathlib

HERE = pathlib.Path(__file__).parent
FIRST, LAST = "2026-02-02", "2027-01-31"
WORDS = {
    "reopened",
    "sibling_role",
    "growing",
    "thawing",
    "shrinking",
    "winner_left",
    "person_moved",
    "invited_date",
    "cooling_over",
    "news",
}
searches = json.loads((HERE / "searches.json").read_text())
expected = json.loads((HERE / "expected.json").read_text())
wrong, life, sizes = [], {}, {}
for slug in searches:
    alive, seen, before, size = set(), {}, "", []
    for n, line in enumerate((HERE / f"{slug}.jsonl").read_text().splitlines()):
        row = json.loads(line)
        if set(row) != {"day", "add", "remove", "change", "broken"}:
            wrong.append((slug, n, "keys"))
        if not (FIRST <= row["day"] <= LAST and row["day"] > before):
            wrong.append((slug, row["day"], "order"))
        if n == 0 and row["day"] != FIRST:
            wrong.append((slug, "first day"))
        if row["broken"] not in ("", "down", "empty", "cut"):
            wrong.append((slug, row["day"], "broken"))
        before = row["day"]
        for i in row["remove"]:
            if i not in alive:
                wrong.append((slug, row["day"], "removed but not there", i))
            alive.discard(i)
            seen[i][1] = row["day"]
        for p in row["add"]:
            if p["id"] in seen:
                wrong.append((slug, row["day"], "id used twice", p["id"]))
            if ".example" not in p["url"] or not p["text"] or not p["title"]:
                wrong.append((slug, p["id"], "shape"))
            alive.add(p["id"])
            seen[p["id"]] = [row["day"], LAST]
        for c in row["change"]:
            if c["id"] not in alive:
                wrong.append((slug, row["day"], "changed but not there", c["id"]))
        size.append(len(alive))
    life[slug], sizes[slug] = seen, size
    items = [json.loads(x) for x in (HERE / "news" / f"{slug}.jsonl").read_text().splitlines()]
    if not 6 <= len(items) <= 20 or any(
        set(x) != {"id", "title", "url", "at", "text"} for x in items
    ):
        wrong.append((slug, "news"))
    for c in searches[slug]["cases"]:
        if not c["applied"] < c["verdict_on"] <= FIRST:
            wrong.append((slug, c["case"], "days of the case"))
for s in expected["planted"]:
    cases = {c["case"] for c in searches[s["firm"]]["cases"]}
    if (
        s["signal"] not in WORDS
        or s["case"] not in cases
        or s["strength"] not in ("weak", "strong")
    ):
        wrong.append(("signal", s))
    if not FIRST <= s["day"] <= LAST:
        wrong.append(("day", s))
    if s["posting"] and s["posting"] not in life[s["firm"]]:
        wrong.append(("posting", s))
    elif s["posting"] and life[s["firm"]][s["posting"]][0] != s["day"]:
        wrong.append(("not put up that day", s["firm"], s["day"], s["signal"]))
    if s["signal"] in ("winner_left", "person_moved") and s["day"] not in {
        t["day"] for t in searches[s["firm"]]["told"]
    }:
        wrong.append(("told", s))
for t in expected["traps"]:
    if not FIRST <= t["from"] <= t["to"] <= LAST:
        wrong.append(("trap", t))
    for i in t["postings"]:
        if (
            i not in life[t["firm"]]
            or life[t["firm"]][i][0] > t["to"]
            or life[t["firm"]][i][1] < t["from"]
        ):
            wrong.append(("trap's posting", t["firm"], t["from"], i))
for slug in searches:
    print(
        f"{slug:12} first {sizes[slug][0]:4} least {min(sizes[slug]):4} most {max(sizes[slug]):4}  lines {len(sizes[slug])}"
    )
print(
    len(expected["planted"]),
    "signals",
    dict(collections.Counter(s["signal"] for s in expected["planted"])),
    len(expected["traps"]),
    "traps",
)
print("wrong:", wrong or "nothing")
raise SystemExit(bool(wrong))
