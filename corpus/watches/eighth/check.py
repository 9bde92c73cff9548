"""Checks the eighth year: ids, days, keys, and that what is expected names things that exist then. python3 check.py"""

import collections
import json
import pathlib

HERE = pathlib.Path(__file__).parent
FIRST, LAST = "2027-02-01", "2028-01-31"
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
POSTING = {
    "board",
    "tenant",
    "id",
    "title",
    "company",
    "places",
    "remote",
    "department",
    "contract",
    "requisition",
    "posted",
    "changed",
    "closes",
    "url",
    "text",
}
CASE = {
    "case",
    "company",
    "role",
    "place",
    "department",
    "applied",
    "verdict_on",
    "outcome",
    "reason",
    "stage",
    "text_of_posting_then",
    "posting_then",
    "requisition_then",
    "people",
    "invited",
    "cooling",
    "no_contact",
    "stories",
    "state",
    "invited_on",
}
SEVEN = {"firm", "day", "signal", "case", "posting", "strength", "why"}
searches = json.loads((HERE / "searches.json").read_text())
expected = json.loads((HERE / "expected.json").read_text())
wrong, life, board, sizes, items, broken = [], {}, {}, {}, {}, {}

for slug, firm in searches.items():
    alive, seen, ads, before, size, bad = set(), {}, {}, "", {}, {}
    for n, line in enumerate((HERE / f"{slug}.jsonl").read_text().splitlines()):
        row = json.loads(line)
        day = row["day"]
        if set(row) != {"day", "add", "remove", "change", "broken"}:
            wrong.append((slug, n, "keys"))
        if not (FIRST <= day <= LAST and day > before) or (n == 0 and day != FIRST):
            wrong.append((slug, day, "order"))
        if row["broken"] not in ("", "down", "empty", "cut"):
            wrong.append((slug, day, "broken"))
        if row["broken"] and (row["add"] or row["remove"] or row["change"]):
            wrong.append((slug, day, "a broken day carries more"))
        if row["broken"]:
            bad[day] = row["broken"]
        before = day
        for i in row["remove"]:
            if i not in alive:
                wrong.append((slug, day, "removed but not there", i))
            alive.discard(i)
            seen[i][1] = day
        for p in row["add"]:
            if p["id"] in seen:
                wrong.append((slug, day, "id used twice", p["id"]))
            if (
                set(p) != POSTING
                or ".example" not in p["url"]
                or not p["text"]
                or not p["title"]
                or not p["places"]
            ):
                wrong.append((slug, p["id"], "shape"))
            if (p["posted"] and p["posted"] > day) or (p["closes"] and p["closes"] < day):
                wrong.append((slug, p["id"], "posted after or closed before the day"))
            alive.add(p["id"])
            seen[p["id"]] = [day, LAST]
            ads[p["id"]] = p
        for c in row["change"]:
            if c["id"] not in alive or not set(c) <= POSTING or len(c) < 2:
                wrong.append((slug, day, "change", c["id"]))
        size[day] = len(alive)
    life[slug], board[slug], sizes[slug], broken[slug] = seen, ads, size, bad
    news = [json.loads(x) for x in (HERE / "news" / f"{slug}.jsonl").read_text().splitlines()]
    items[slug] = {x["id"]: x["at"] for x in news}
    if not 6 <= len(news) <= 20 or any(
        set(x) != {"id", "title", "url", "at", "text"} for x in news
    ):
        wrong.append((slug, "news"))
    if set(firm) != {"company", "user", "cases", "told"} or not {
        "may_work_in",
        "country",
        "craft",
        "home",
    } <= set(firm["user"]):
        wrong.append((slug, "searches"))
    for c in firm["cases"]:
        if set(c) != CASE:
            wrong.append((slug, c["case"], "keys", set(c) ^ CASE))
        if not c["applied"] < c["verdict_on"] <= FIRST:
            wrong.append((slug, c["case"], "days of the case"))
        if (c["state"] == "on_hold") == bool(c["outcome"]):
            wrong.append((slug, c["case"], "state and outcome"))
        if c["posting_then"] and (seen.get(c["posting_then"], [""])[0] != FIRST):
            wrong.append((slug, c["case"], "posting_then"))
        if c["posting_then"] and ads[c["posting_then"]]["text"] != c["text_of_posting_then"]:
            wrong.append((slug, c["case"], "text of posting then"))
        if any(s["on"] > c["verdict_on"] for p in c["people"] for s in p["said"]):
            wrong.append((slug, c["case"], "said after the verdict"))
    for t in firm["told"]:
        if t["case"] not in {c["case"] for c in firm["cases"]} or t["day"] in bad:
            wrong.append((slug, "told", t))

for s in expected["planted"]:
    f, day = s["firm"], s["day"]
    cases = {c["case"]: c for c in searches[f]["cases"]}
    if not set(s) >= SEVEN or set(s) - SEVEN - {"also", "cases", "until", "postings", "item"}:
        wrong.append(("keys", s))
    if (
        s["signal"] not in WORDS
        or s["case"] not in cases
        or s["strength"] not in ("weak", "strong")
    ):
        wrong.append(("signal", s))
    if cases[s["case"]]["no_contact"]:
        wrong.append(("no contact", s))
    if not FIRST <= day <= LAST or day in broken[f]:
        wrong.append(("day", s))
    if s["posting"] and life[f].get(s["posting"], [""])[0] != day:
        wrong.append(("not put up that day", f, day, s["signal"]))
    for i in s.get("postings", []):
        if i not in life[f] or life[f][i][0] > s.get("until", day):
            wrong.append(("evidence", f, day, i))
    if s["signal"] in ("reopened", "sibling_role", "growing", "thawing") and not s["posting"]:
        wrong.append(("no posting", s))
    if s["signal"] == "reopened":
        c = cases[s["case"]]
        if c["posting_then"] and life[f][c["posting_then"]][1] >= day:
            wrong.append(("reopened while still up", s))
    if s["signal"] == "growing":
        up = [i for i in s["postings"] if life[f][i][0] <= day]
        if len(up) < 3:
            wrong.append(("fewer than three desks", s))
    if s["signal"] == "thawing":
        mine = board[f][s["posting"]]["department"]
        whole = f == "cadrezzo"  # there the whole board stood still
        for i, p in board[f].items():
            a = life[f][i][0]
            student = p["contract"] in ("Praktik", "stage", "Ausbildung", "Intern")
            if (
                (whole or p["department"] == mine)
                and not student
                and ("2027-09-08" if whole else FIRST) < a < day
            ):
                wrong.append(("no frozen department", f, i, p["title"], a))
    if s["signal"] in ("winner_left", "person_moved") and (day, s["case"], s["signal"]) not in {
        (t["day"], t["case"], t["signal"]) for t in searches[f]["told"]
    }:
        wrong.append(("told", s))
    if s["signal"] == "news" and items[f].get(s.get("item", "")) != day:
        wrong.append(("item", s))
    if s["signal"] == "cooling_over" and not cases[s["case"]]["cooling"] < day:
        wrong.append(("cooling", s))
    if s["signal"] == "shrinking":
        was = max(
            n
            for d, n in sizes[f].items()
            if (d < day and d >= day[:5] + "01-01") or (d < day and d[:7] == day[:7])
        )
        if sizes[f][day] * 2 >= was:
            wrong.append(("not most of them", s, was))
for t in expected["traps"]:
    f = t["firm"]
    if (
        set(t) != {"firm", "from", "to", "what", "why", "postings", "items"}
        or not FIRST <= t["from"] <= t["to"] <= LAST
    ):
        wrong.append(("trap", t))
    for i in t["postings"]:
        if i not in life[f] or life[f][i][0] > t["to"] or life[f][i][1] < t["from"]:
            wrong.append(("trap's posting", f, t["from"], i))
    for i in t["items"]:
        if not t["from"] <= items[f].get(i, "") <= t["to"]:
            wrong.append(("trap's item", f, t["from"], i))
for a in expected["accepted"]:
    f = a["firm"]
    if (
        set(a) != {"firm", "from", "to", "signal", "case", "why", "posting", "item"}
        or a["signal"] not in WORDS
    ):
        wrong.append(("accepted", a))
    if (
        a["case"] not in {c["case"] for c in searches[f]["cases"]}
        or not FIRST <= a["from"] <= a["to"] <= LAST
    ):
        wrong.append(("accepted", a))
    if a["posting"] and not (a["posting"] in life[f] and life[f][a["posting"]][0] <= a["to"]):
        wrong.append(("accepted posting", a))
    if a["item"] and not a["from"] <= items[f].get(a["item"], "") <= a["to"]:
        wrong.append(("accepted item", a))
    # what is accepted must not be a trap as well
    for t in expected["traps"]:
        if (
            t["firm"] == f
            and a["posting"]
            and a["posting"] in t["postings"]
            and t["from"] <= a["to"]
            and a["from"] <= t["to"]
        ):
            wrong.append(("accepted and a trap", a["firm"], a["from"], a["signal"], t["what"]))
for s in expected["planted"]:
    for t in expected["traps"]:
        if (
            t["firm"] == s["firm"]
            and s["posting"] in t["postings"]
            and t["from"] <= s["day"] <= t["to"]
        ):
            wrong.append(("planted and a trap", s["firm"], s["day"], s["signal"], t["what"]))
# adverts of the planted, of the traps and of the users' departments: 120 to 350 words
long = {(s["firm"], s["posting"]) for s in expected["planted"] if s["posting"]}
long |= {(t["firm"], i) for t in expected["traps"] for i in t["postings"]}
for f, i in sorted(long):
    n = len(board[f][i]["text"].split())
    if not 120 <= n <= 350:
        wrong.append(("length", f, i, n))
for slug in searches:
    n = list(sizes[slug].values())
    mine = [s for s in expected["planted"] if s["firm"] == slug]
    print(
        f"{slug:14} first {n[0]:3} least {min(n):3} most {max(n):3}  lines {len(n):3}  postings {len(life[slug]):4}"
        f"  planted {len(mine)}  traps {sum(t['firm'] == slug for t in expected['traps']):3}"
    )
print(
    len(expected["planted"]),
    "signals",
    dict(collections.Counter(s["signal"] for s in expected["planted"])),
)
print(len(expected["traps"]), "traps", len(expected["accepted"]), "accepted")
print("wrong:", wrong or "nothing")
raise SystemExit(bool(wrong))
