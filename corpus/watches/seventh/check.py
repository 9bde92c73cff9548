"""Are the boards, the searches and the expected signals of this folder consistent?  python check.py"""

import datetime as dt
import json
import pathlib

HERE = pathlib.Path(__file__).parent
FIRST, LAST = "2026-03-02", "2027-02-28"
SIGNALS = {
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
FIELDS = {
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
    "applied",
    "verdict_on",
    "outcome",
    "state",
    "reason",
    "stage",
    "text_of_posting_then",
    "requisition_then",
    "department_then",
    "people",
    "invited",
    "invited_on",
    "cooling",
    "no_contact",
    "stories",
}


def main():
    searches = json.loads((HERE / "searches.json").read_text())
    expected = json.loads((HERE / "expected.json").read_text())
    on_day, ever, bad = {}, {}, {}
    for slug, s in searches.items():
        up, last, ever[slug], bad[slug] = set(), "", set(), set()
        for line in map(json.loads, (HERE / f"{slug}.jsonl").read_text().splitlines()):
            day = line["day"]
            assert FIRST <= day <= LAST and day > last, (slug, day)
            assert last or day == FIRST, slug
            last = day
            assert line["broken"] in ("", "down", "empty", "cut"), (slug, day)
            if line["broken"]:
                bad[slug].add(day)
                assert not (line["add"] or line["remove"] or line["change"]), (slug, day)
            for i in line["remove"]:
                assert i in up, (slug, day, i)
                up.remove(i)
            for p in line["add"]:
                assert set(p) == FIELDS and p["id"] not in up and p["id"] not in ever[slug], (
                    slug,
                    day,
                    p["id"],
                )
                up.add(p["id"])
                ever[slug].add(p["id"])
                on_day[slug, p["id"]] = day
            for c in line["change"]:
                assert c["id"] in up, (slug, day, c["id"])
        for item in map(json.loads, (HERE / "news" / f"{slug}.jsonl").read_text().splitlines()):
            assert (
                set(item) == {"id", "title", "url", "at", "text"}
                and FIRST <= item["at"][:10] <= LAST
            )
        for c in s["cases"]:
            assert set(c) == CASE, (slug, set(c) ^ CASE)
            words = len(c["text_of_posting_then"].split())
            assert 80 <= words <= 200, (slug, c["case"], words)
            assert c["state"] in ("closed", "on_hold") and (c["outcome"] == "") == (
                c["state"] == "on_hold"
            )
            assert c["applied"] < c["verdict_on"] < FIRST, c["case"]
        assert all(set(t) == {"day", "case", "signal", "person", "text"} for t in s["told"])
    cases = {(f, c["case"]) for f, s in searches.items() for c in s["cases"]}
    count = {}
    for p in expected["planted"]:
        assert FIRST <= p["day"] <= p.get("until", p["day"]) <= LAST, p
        dt.date.fromisoformat(p["day"])
        assert p["signal"] in SIGNALS and p["strength"] in ("weak", "strong"), p
        assert (p["firm"], p["case"]) in cases and p["why"], p
        assert p["day"] not in bad[p["firm"]], p
        if p["posting"]:
            assert on_day[p["firm"], p["posting"]] == p["day"], p
        count[p["signal"]] = count.get(p["signal"], 0) + 1
    for t in expected["accepted"] + expected["traps"]:
        assert t["firm"] in searches and FIRST <= t["from"] <= t["to"] <= LAST and t["why"], t
    for t in expected["accepted"]:
        assert t["signal"] in SIGNALS and (t["firm"], t["case"]) in cases, t
    empty = sum(not c["department_then"] for s in searches.values() for c in s["cases"])
    assert 2 * empty > len(cases)
    print(
        len(searches),
        "firms,",
        len(expected["planted"]),
        "planted",
        count,
        len(expected["accepted"]),
        "accepted,",
        len(expected["traps"]),
        "traps",
    )


main()
