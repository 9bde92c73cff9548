"""Checks the tenth year: ids, days, keys, and that what is expected names things that exist then. python3 check.py"""
# ruff: noqa: SIM102

import collections
import datetime
import difflib
import json
import pathlib

HERE = pathlib.Path(__file__).parent
FIRST, LAST = "2029-02-05", "2030-02-03"
MOVED = ("hollinrake", "2029-07-02")
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
# not lasting desks: students', trainees', volunteers', seasonal places
PASSING = {
    "Placement",
    "Graduate programme",
    "Sommerjobb",
    "Ferialpraktikum",
    "Masterarbeit",
    "Lehre",
    "Vrijwillig",
    "Stage",
    "Co-op",
    "Seasonal",
    "Prácticas",
    "Saisonnier",
    "Internship",
    "Fellowship",
}
# where the users may not work: the craft there is a trap and thaws nothing
ELSEWHERE = {"Dubai", "Luleå", "Krško", "Antwerpen", "Lima", "Constanța", "Halifax, NS"}
# the departments of the cases
MINE = {
    "hollinrake": {"Practice Support", "Knowledge Services"},
    "nordvarde": {"Radioplanlegging", "Kapasitet og ytelse"},
    "murstetten": {"Energie & Versorgung", "Umwelt & Genehmigungen"},
    "havenlicht": {"Collectie"},
    "fundycape": {"Safety & Compliance", "Emergency Planning & Security"},
    "almenar": {"Estudios y Ofertas", "Desarrollo Internacional"},
    "vauloire": {"Sélection", "Biométrie & Données"},
    "skerrypoint": {"Advancement", "Institutional Partnerships", "Membership"},
}
searches = json.loads((HERE / "searches.json").read_text())
expected = json.loads((HERE / "expected.json").read_text())
wrong, life, board, sizes, items, broken, gone, touched = [], {}, {}, {}, {}, {}, {}, {}


def after(day, n):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(n)).isoformat()


def like(a, b):
    return difflib.SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()


for slug, firm in searches.items():
    alive, seen, ads, before, size, bad, left, touch = (
        set(),
        {},
        {},
        "",
        {},
        {},
        {},
        collections.defaultdict(set),
    )
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
        if not (row["broken"] or row["add"] or row["remove"] or row["change"]):
            wrong.append((slug, day, "an idle line"))
        if datetime.date.fromisoformat(day).weekday() > 4:
            wrong.append((slug, day, "a weekend"))
        before = day
        if (slug, day) == MOVED:  # the whole board moves in one night: the same seats under new ids
            was, now = (
                sorted((p["title"], p["department"], p["closes"] or "") for p in seats)
                for seats in ([ads[i] for i in alive], row["add"])
            )
            if was != now or set(row["remove"]) != alive:
                wrong.append((slug, day, "the move is not whole"))
            if len({p["board"] for p in [*ads.values(), *row["add"]]}) != 2:
                wrong.append((slug, day, "the board is the same"))
        for i in row["remove"]:
            if i not in alive:
                wrong.append((slug, day, "removed but not there", i))
            alive.discard(i)
            seen[i][1] = day
            left[i] = day
        for p in row["add"]:
            if p["id"] in seen:
                wrong.append((slug, day, "id used twice", p["id"]))
            if (
                set(p) != POSTING
                or ".example" not in p["url"]
                or not p["text"]
                or not p["title"]
                or not p["places"]
                or "{" in p["text"]
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
            if any(c.get(k) and c[k] > day for k in ("posted", "changed")):
                wrong.append((slug, day, "a date to come", c["id"]))
            touch[c["id"]].add(day)
        size[day] = len(alive)
    life[slug], board[slug], sizes[slug], broken[slug], gone[slug], touched[slug] = (
        seen,
        ads,
        size,
        bad,
        left,
        touch,
    )
    news = [json.loads(x) for x in (HERE / "news" / f"{slug}.jsonl").read_text().splitlines()]
    items[slug] = {x["id"]: x["at"] for x in news}
    if not 6 <= len(news) <= 20 or any(
        set(x) != {"id", "title", "url", "at", "text"} for x in news
    ):
        wrong.append((slug, "news"))
    if set(items[slug].values()) & set(bad) or len(items[slug]) != len(news):
        wrong.append((slug, "news on a broken day, or an id twice"))
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
        if not c["text_of_posting_then"] or "{" in c["text_of_posting_then"]:
            wrong.append((slug, c["case"], "no text of the lost advert"))
        if c["posting_then"] and (seen.get(c["posting_then"], [""])[0] != FIRST):
            wrong.append((slug, c["case"], "posting_then"))
        if c["posting_then"] and ads[c["posting_then"]]["text"] != c["text_of_posting_then"]:
            wrong.append((slug, c["case"], "text of posting then"))
        if any(s["on"] > c["verdict_on"] for p in c["people"] for s in p["said"]):
            wrong.append((slug, c["case"], "said after the verdict"))
        if c["department"] and c["department"] not in MINE[slug]:
            wrong.append((slug, c["case"], "department"))
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
        or not set(s.get("also", [])) <= WORDS
        or (s.get("cases") and s["case"] not in s["cases"])
    ):
        wrong.append(("signal", s))
    if any(cases[k]["no_contact"] for k in s.get("cases", [s["case"]])):
        wrong.append(("no contact", s))
    if not FIRST <= day <= LAST or day in broken[f] or s.get("until", day) in broken[f]:
        wrong.append(("day", s))
    if s["posting"] and life[f].get(s["posting"], [""])[0] != day:
        wrong.append(("not put up that day", f, day, s["signal"]))
    if s["posting"] and after(day, 14) > life[f][s["posting"]][1]:
        wrong.append(("up for less than a fortnight", f, day))
    for i in s.get("postings", []):
        if i not in life[f] or life[f][i][0] > s.get("until", day):
            wrong.append(("evidence", f, day, i))
    if s["signal"] in ("reopened", "sibling_role", "growing", "thawing") and not s["posting"]:
        wrong.append(("no posting", s))
    if s["posting"] and MINE[f] and s["signal"] != "sibling_role":
        if board[f][s["posting"]]["department"] not in MINE[f]:
            wrong.append(("another department", s))
    if s["signal"] == "reopened":
        c, p = cases[s["case"]], board[f][s["posting"]]
        if c["posting_then"] and after(life[f][c["posting_then"]][1], 30) > day:
            wrong.append(("reopened while still up or just gone", s))
        same = like(c["text_of_posting_then"], p["text"])
        number = bool(c["requisition_then"]) and c["requisition_then"] == p["requisition"]
        if (s["strength"] == "weak") != (same > 0.95 and not number):
            wrong.append(("strength and text", f, day, round(same, 2)))
        for i, q in board[f].items():  # nothing so like it had been put up before
            if (
                i != s["posting"]
                and i != c["posting_then"]
                and life[f][i][0] < day
                and like(p["text"], q["text"]) > 0.8
            ):
                wrong.append(("put up before", f, day, i))
    if s["signal"] == "growing":
        up = sorted(life[f][i][0] for i in s["postings"] if life[f][i][0] <= day)
        if len(up) < 3 or after(up[0], 28) < up[-1] or "until" not in s:
            wrong.append(("fewer than three desks, or too slowly", s))
    if s["signal"] == "thawing" or "thawing" in s.get("also", []):
        mine = board[f][s["posting"]]["department"]
        for i, p in board[f].items():
            a = life[f][i][0]
            pool = life[f][i][0] == FIRST
            abroad = set(p["places"]) <= ELSEWHERE
            if (
                p["department"] == mine
                and p["contract"] not in PASSING
                and not (pool or abroad)
                and a < day
            ):
                wrong.append(("no frozen department", f, i, p["title"], a))
        if cases[s["case"]]["state"] != "on_hold":
            wrong.append(("thaw of a case that is not on hold", s))
    if s["signal"] in ("winner_left", "person_moved") and (day, s["case"], s["signal"]) not in {
        (t["day"], t["case"], t["signal"]) for t in searches[f]["told"]
    }:
        wrong.append(("told", s))
    if s["signal"] == "news" and items[f].get(s.get("item", "")) != day:
        wrong.append(("item", s))
    if s["signal"] == "cooling_over" and after(cases[s["case"]]["cooling"], 1) != day:
        wrong.append(("cooling", s))
    if s["signal"] == "invited_date" and not (cases[s["case"]]["invited"] and day[8:] == "01"):
        wrong.append(("invited", s))
    if s["signal"] == "shrinking":
        was = max(n for d, n in sizes[f].items() if after(day, -21) <= d < day)
        if sizes[f][day] * 2 >= was:
            wrong.append(("not most of them", s, was))
for firm, told in ((f, t) for f in searches for t in searches[f]["told"]):
    if not any(
        (s["firm"], s["day"], s["signal"]) == (firm, told["day"], told["signal"])
        for s in expected["planted"]
    ):
        wrong.append(("told and not planted", told))
for f, firm in searches.items():
    for c in firm["cases"]:
        for key, signal in (("cooling", "cooling_over"), ("invited", "invited_date")):
            if c[key] and not any(
                s["case"] == c["case"] and s["signal"] == signal for s in expected["planted"]
            ):
                wrong.append(("not planted", f, c["case"], key))
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
    if t["what"].startswith("The board ") and t["from"] not in broken[f]:
        wrong.append(("trap of a broken day", t))
    if any(w in t["what"] for w in ("mended", "raised", "put off", "put forward", "changed,")):
        if not any(t["from"] in touched[f][i] for i in t["postings"]):
            wrong.append(("trap of a change that is not there", t))
for f in searches:
    for d in broken[f]:
        if not any(
            t["firm"] == f and t["from"] <= d <= t["to"] and t["what"].startswith("The board ")
            for t in expected["traps"]
        ):
            wrong.append(("a broken day is no trap", f, d))
for a in expected["accepted"]:
    f = a["firm"]
    if (
        set(a) != {"firm", "from", "to", "signal", "case", "why", "posting", "item"}
        or a["signal"] not in WORDS
    ):
        wrong.append(("accepted", a))
    if (
        a["case"] not in {c["case"] for c in searches[f]["cases"] if not c["no_contact"]}
        or not FIRST <= a["from"] <= a["to"] <= LAST
    ):
        wrong.append(("accepted", a))
    if a["posting"] and not (a["posting"] in life[f] and life[f][a["posting"]][0] == a["from"]):
        wrong.append(("accepted posting", a))
    if a["item"] and not a["from"] <= items[f].get(a["item"], "") <= a["to"]:
        wrong.append(("accepted item", a))
    # what is accepted must not be a trap as well
    for t in expected["traps"]:
        if (
            t["firm"] == f
            and (
                (a["posting"] and a["posting"] in t["postings"])
                or (a["item"] and a["item"] in t["items"])
            )
            and t["from"] <= a["to"]
            and a["from"] <= t["to"]
        ):
            wrong.append(("accepted and a trap", a["firm"], a["from"], a["signal"], t["what"]))
for s in expected["planted"]:
    for t in expected["traps"]:
        if t["firm"] == s["firm"] and t["from"] <= s.get("until", s["day"]) and s["day"] <= t["to"]:
            if s["posting"] in t["postings"] or s.get("item") in t["items"]:
                wrong.append(("planted and a trap", s["firm"], s["day"], s["signal"], t["what"]))

# a user's department holds only what was written by hand: 120 to 350 words, as the planted and the traps have
long = {(s["firm"], s["posting"]) for s in expected["planted"] if s["posting"]}
long |= {(t["firm"], i) for t in expected["traps"] for i in t["postings"]}
long |= {(a["firm"], a["posting"]) for a in expected["accepted"] if a["posting"]}
long |= {(f, i) for f in board for i, p in board[f].items() if p["department"] in MINE[f]}
for f, i in sorted(long):
    n = len(board[f][i]["text"].split())
    if not 120 <= n <= 350:
        wrong.append(("length", f, i, board[f][i]["title"], n))
# every seat of a user's department is judged somewhere
named = {
    (s["firm"], i) for s in expected["planted"] for i in [s["posting"], *s.get("postings", [])]
}
named |= {(t["firm"], i) for t in expected["traps"] for i in t["postings"]}
named |= {(a["firm"], a["posting"]) for a in expected["accepted"]}
for f in board:
    for i, p in board[f].items():
        if p["department"] in MINE[f] and (f, i) not in named:
            wrong.append(("not judged", f, i, p["title"]))
# three lasting desks within five weeks in a user's department only where a growth is planted
for f in board:
    for dep in MINE[f]:
        texts, up = set(), []
        for i, p in sorted(board[f].items(), key=lambda x: life[f][x[0]][0]):
            if p["department"] == dep and p["contract"] not in PASSING and p["text"] not in texts:
                texts.add(p["text"])
                if life[f][i][0] > FIRST:
                    up.append((life[f][i][0], i))
        for a, b, c in zip(up, up[1:], up[2:], strict=False):
            if after(a[0], 35) >= c[0] and not any(
                s["firm"] == f
                and s["signal"] == "growing"
                and {a[1], b[1], c[1]} <= set(s["postings"])
                for s in expected["planted"]
            ):
                wrong.append(("a growth nobody planted", f, dep, a, b, c))
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
