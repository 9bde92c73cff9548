"""A year of eight invented firms, day by day through the watch: what is found, what is told in vain.

    python benchmarks/replay.py              # the figures
    python benchmarks/replay.py --year third # another year, by another hand
    python benchmarks/replay.py --misses     # and what was missed or told in vain, to the terminal

Boards are pinned up in the boards' twin in memory, looked at through the casebook's own records,
judged by the desk at seven each morning. The exam and how it was made: corpus/watches/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import process_time
from typing import Any

HERE = Path(__file__).resolve().parent
YEAR = HERE.parent / "corpus" / "watches"
sys.path.insert(0, str(HERE.parent / "src"))
DAYS = 364
#: How late a sighting may be and still be called late rather than told in vain.
LATE = 21


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses", action="store_true", help="say what was missed, and told in vain"
    )
    parser.add_argument("--firm", action="append", help="only this firm")
    parser.add_argument("--year", default="", help="another year than the first: second, third …")
    args = parser.parse_args()
    choose(args.year)
    searches = json.loads((YEAR / "searches.json").read_text("utf-8"))
    expected = json.loads((YEAR / "expected.json").read_text("utf-8"))
    began = process_time()
    with tempfile.TemporaryDirectory() as home:
        os.environ["AFTERWORD_HOME"] = home
        from afterword.faces.cli.house import open_house

        open_house()
        wanted = {f: s for f, s in searches.items() if not args.firm or f in args.firm}
        told = play(wanted)
    report(told, expected, misses=args.misses)
    print(f"{process_time() - began:.0f} s of processor time")
    return 0


def choose(year: str) -> None:
    """Which year is played: the first ("") or one of the folders beside it."""
    global YEAR
    YEAR = YEAR / year if year else YEAR


def play(searches: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Every sighting of the year by firm, with the day on which it was told: one casebook for all."""
    return {name: year_of(name, search) for name, search in searches.items()}


def year_of(name: str, search: dict[str, Any]) -> list[dict[str, Any]]:
    """The sightings of one user's year: each firm's user has a casebook of their own."""
    import uuid

    from afterword.casebook.models import Sighted
    from afterword.casebook.profile import Profile
    from afterword.desk.watch import watches

    account = uuid.uuid4()
    first, last = span(name)
    allowed = " ".join(countries(search))
    Profile.of(account, at=at(first)).describe(at=at(first), works_in=allowed)
    firm = Firm(account, name, search, first)
    found: list[dict[str, Any]] = []
    known: set[Any] = set()
    day = first
    while day <= last:
        now = at(day)
        firm.live(day, now)
        count = watches.judge(account, now)
        rows = Sighted.objects.of(account).exclude(pk__in=known) if count else ()
        for row in rows:
            known.add(row.pk)
            found.append(
                {
                    "day": day,
                    "signal": row.signal,
                    "case": firm.book.names[row.case_id],
                    "strength": row.strength,
                    "posting": (row.posting or {}).get("id", ""),
                    "says": row.says,
                }
            )
        day += timedelta(days=1)
    return found


def span(name: str) -> tuple[date, date]:
    """The first day of a firm's year, and its last."""
    first = date.fromisoformat(next(iter(lines(YEAR / f"{name}.jsonl")))["day"])
    return first, first + timedelta(days=DAYS - 1)


class Firm:
    """One firm's board, feed and user as they live through a day."""

    def __init__(self, account: Any, name: str, search: dict[str, Any], first: date) -> None:
        from afterword.casebook.company import Company
        from afterword.casebook.models import WatchedFeed
        from afterword.terms import FeedItem

        start = at(first - timedelta(days=1))
        self.account = account
        self.book = Book(account, search)
        self.board = Board(YEAR / f"{name}.jsonl")
        self.news = [
            FeedItem(one["id"], one["title"], one["url"], moment(one["at"]), one["text"])
            for one in lines(YEAR / "news" / f"{name}.jsonl")
        ]
        self.company = Company.add(
            account=account, name=search.get("company") or search["cases"][0]["company"], at=start
        )
        self.feed = WatchedFeed.add(account=account, company=self.company, url=f"https://{name}.example/feed", at=start)  # fmt: skip
        self.watched: dict[tuple[str, str], Any] = {}

    def live(self, day: date, now: datetime) -> None:
        from afterword.casebook.models import WatchedBoard

        self.book.until(day)
        before = repr(self.board.there)
        weather = self.board.until(day)
        same = repr(self.board.there) == before and not weather and not self.weathered
        self.weathered = bool(weather)
        for home in self.board.homes():
            if home not in self.watched:
                row = WatchedBoard.propose(
                    account=self.account,
                    company=self.company,
                    board=home[0],
                    tenant=home[1],
                    at=now,
                )
                row.confirm(at=now)
                self.watched[home] = row
                same = False
            if weather == "down":
                continue
            # a board that says it has not changed is not read again, as the boards themselves do it
            self.watched[home].saw(None if same else self.board.seen(home, now, weather), at=now, due_at=now)  # fmt: skip
        fresh = [one for one in self.news if one.at is not None and now - timedelta(days=1) < one.at <= now]  # fmt: skip
        if fresh:
            self.feed.saw(fresh, at=now, due_at=now)

    weathered = False


class Board:
    """A firm's board as it stood on a day, and what the day did to it."""

    def __init__(self, path: Path) -> None:
        self.days = list(lines(path))
        self.there: dict[str, dict[str, Any]] = {}
        self.seen_homes: dict[tuple[str, str], None] = {}

    def until(self, day: date) -> str:
        """Play on to this day; the weather it had, "" for none."""
        weather = ""
        while self.days and date.fromisoformat(self.days[0]["day"]) <= day:
            line = self.days.pop(0)
            if line.get("broken"):
                weather = line["broken"] if date.fromisoformat(line["day"]) == day else ""
                continue
            for gone in line.get("remove", ()):
                self.there.pop(gone, None)
            for one in line.get("add", ()):
                self.there[one["id"]] = one
                self.seen_homes[one["board"], one["tenant"]] = None
            for one in line.get("change", ()):
                self.there[one["id"]] = {**self.there[one["id"]], **one}
        return weather

    def homes(self) -> list[tuple[str, str]]:
        return list(self.seen_homes)

    def seen(self, home: tuple[str, str], now: datetime, weather: str) -> Any:
        """What a look at one of its homes shows."""
        from afterword.terms import BoardSeen

        rows = [] if weather == "empty" else list(self.there.values())
        rows = rows[: len(rows) // 2] if weather == "cut" else rows
        mine = [posting(one) for one in rows if (one["board"], one["tenant"]) == home]
        return BoardSeen(home[0], home[1], now, tuple(mine))


def posting(one: dict[str, Any]) -> Any:
    from afterword.terms import Posting

    held = dict(one, places=tuple(one.get("places") or ()))
    for name in ("posted", "closes"):
        held[name] = date.fromisoformat(held[name]) if held.get(name) else None
    held["changed"] = moment(held["changed"]) if held.get("changed") else None
    return Posting(**{k: ("" if v is None and k not in ("remote", "posted", "closes", "changed") else v) for k, v in held.items()})  # fmt: skip


class Book:
    """The casebook of one firm's user, filled day by day as they would have."""

    def __init__(self, account: Any, search: dict[str, Any]) -> None:
        self.account, self.search = account, search
        self.due: list[tuple[date, Any]] = []
        self.cases: dict[str, Any] = {}
        self.names: dict[Any, str] = {}
        self.people: dict[tuple[str, str], Any] = {}
        for one in search["cases"]:
            verdict = date.fromisoformat(one["verdict_on"])
            self.due.append((verdict, lambda one=one, on=verdict: self.enter(one, on)))
        for one in search.get("told", ()):
            on = date.fromisoformat(one["day"])
            self.due.append((on, lambda one=one, on=on: self.tell(one, on)))
        self.due.sort(key=lambda pair: pair[0])

    def until(self, day: date) -> None:
        while self.due and self.due[0][0] <= day:
            self.due.pop(0)[1]()

    def name_of(self, key: Any) -> str:
        return self.names.get(key, "")

    def enter(self, one: dict[str, Any], on: date) -> None:
        from afterword.casebook.models import (
            Case,
            Entry,
            Interview,
            KeptPosting,
            Person,
            Remark,
            Seat,
            Story,
        )
        from afterword.casebook.stop import stop
        from afterword.terms import Posting

        now, account = at(on), self.account
        began = at(date.fromisoformat(one["applied"])) if one.get("applied") else now - timedelta(days=40)  # fmt: skip
        case = Case.open(account=account, company=one["company"], role=one["role"], at=now, since=began)  # fmt: skip
        self.cases[one["case"]], self.names[case.pk] = case, one["case"]
        Entry.enter(case=case, kind="application", when=began, at=now, direction="out")
        there = []
        for person in one.get("people", ()):
            part = person["part"] if person["part"] in PARTS else "unknown"
            who = Person.add(account=account, name=person["name"], email=f"{mail_name(person['name'])}@{one['case']}.example", company=case.company, at=now)  # fmt: skip
            Seat.give(case=case, person=who, part=part, at=now, warmth="warm" if person.get("warm") else "neutral")  # fmt: skip
            self.people[one["case"], person["name"]] = who
            there.append(who)
            for said in person.get("said", ()):
                self.due.append((date.fromisoformat(said["on"]), lambda s=said, w=who: Remark.note(case=case, kind=remark_kind(s), quote=words_of(s), person=w, on=date.fromisoformat(s["on"]), at=max(now, at(date.fromisoformat(s["on"]))))))  # fmt: skip
        if one.get("stage") not in ("", "applied", None):
            Interview.hold(case=case, when=now - timedelta(days=9), people=there[:1], stage=one["stage"], at=now)  # fmt: skip
        kind = one["outcome"] if one["state"] == "closed" else "on_hold"
        kind = {"rejected": "rejection"}.get(kind, kind)
        Entry.enter(
            case=case, kind=kind, when=now - timedelta(hours=1), at=now, reasons=reasons(one)
        )
        if one.get("invited"):
            said_on = date.fromisoformat(one["invited_on"])
            Remark.note(case=case, kind="promise", quote=one["invited"], on=said_on, at=max(now, at(said_on)))  # fmt: skip
        kept = Posting("pasted", "", one["case"], one["role"], one["company"], (one["place"],) if one.get("place") else (), requisition=one.get("requisition_then") or "", department=department(one), text=one.get("text_of_posting_then") or "")  # fmt: skip
        KeptPosting.keep(account=account, posting=kept, how="pasted", at=now, case=case)
        for story in one.get("stories", ()):
            self.due.append((date.fromisoformat(story["on"]), lambda s=story: Story.tell(account=account, title=words_of(s)[:80], action=words_of(s), at=max(now, at(date.fromisoformat(s["on"]))))))  # fmt: skip
        if one.get("no_contact"):
            if not there:  # nobody is named: the stop is this case's, not the whole firm's
                desk = Person.add(account=account, name="Recruiting", email=f"recruiting@{one['case']}.example", company=case.company, at=now)  # fmt: skip
                Seat.give(case=case, person=desk, part="recruiter_internal", at=now)
                there.append(desk)
            for who in there:
                stop(person=who, at=now)
        self.due.sort(key=lambda pair: pair[0])

    def tell(self, one: dict[str, Any], on: date) -> None:
        from afterword.casebook.models import Entry

        case = self.cases.get(one["case"])
        if case is not None:
            who = self.people.get((one["case"], one.get("by") or one.get("person", "")))
            Entry.enter(case=case, kind="signal", when=at(on) - timedelta(hours=1), at=at(on), detail=one["signal"], person=who)  # fmt: skip


PARTS = frozenset(
    [
        "recruiter_internal",
        "recruiter_agency",
        "sourcer",
        "coordinator",
        "hiring_manager",
        "skip_level_or_executive",
        "panel_interviewer",
        "peer",
        "HR_partner",
        "decision_maker",
        "sponsor",
        "gatekeeper",
        "referrer",
        "introducer",
    ]
)
REMARKS = frozenset(
    ["challenge", "first_priority", "doubt", "praise", "rival", "promise", "topic", "logistics"]
)


def words_of(said: dict[str, Any]) -> str:
    """What was said or done; the hands that wrote the years call it by two names."""
    return said.get("words") or said["text"]


def department(case: dict[str, Any]) -> str:
    """The lost seat's department where somebody noted it; the hands that wrote the years call it by two names."""
    return case.get("department_then") or case.get("department") or ""


#: A case that was frozen, given up or filled: the reader keeps the very sentence that says so.
OWN_REASON = {"on_hold": "R07", "cancelled": "R08", "position_filled": "R05"}


def reasons(case: dict[str, Any]) -> list[dict[str, str]]:
    """The reasons of the no as the reader would keep them: its own sentence, and a wait they asked for."""
    kind = "on_hold" if case["state"] == "on_hold" else case["outcome"]
    found = []
    if kind in OWN_REASON and case.get("reason"):
        found.append({"code": OWN_REASON[kind], "quote": case["reason"], "basis": "said"})
    if case.get("cooling"):
        # the years give the last day of the wait, whatever words it was asked in
        found.append({"code": "R10", "quote": f"Please wait until {case['cooling']}", "basis": "said"})  # fmt: skip
    return found


def remark_kind(said: dict[str, Any]) -> str:
    return said["kind"] if said.get("kind") in REMARKS else "topic"


def countries(search: dict[str, Any]) -> list[str]:
    """Where the user may work, by codes; some hands wrote them out."""
    from afterword.counsel.watching.countries import COUNTRIES

    named = search["user"].get("may_work_in", ())
    return [COUNTRIES.get(one.casefold(), one.upper()) for one in named]


def mail_name(name: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "." for c in name.casefold())


def at(day: date) -> datetime:
    return datetime.combine(day, time(7), tzinfo=UTC)


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def lines(path: Path) -> Iterable[dict[str, Any]]:
    if path.exists():
        yield from (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)


# ── the figures ─────────────────────────────────────────────────────────────


def report(
    told: dict[str, list[dict[str, Any]]], expected: dict[str, Any], *, misses: bool
) -> None:
    found, planted, late, vain, strength = Counter(), Counter(), Counter(), Counter(), Counter()  # type: ignore[var-annotated]
    vain_at: dict[str, int] = defaultdict(int)
    words: list[str] = []
    for firm, rows in told.items():
        left = [row for row in rows if row["signal"] != "anniversary"]
        wanted = [one for one in expected["planted"] if one["firm"] == firm]
        for one in sorted(wanted, key=lambda one: one["day"]):
            planted[one["signal"]] += 1
            first = date.fromisoformat(one["day"])
            last = (
                date.fromisoformat(one["until"]) if one.get("until") else first + timedelta(days=1)
            )
            hits = [row for row in left if fits(row, one) and first <= row["day"] <= last]
            if hits:
                found[one["signal"]] += 1
                strength[hits[0]["strength"] == one["strength"]] += 1
                if hits[0]["strength"] != one["strength"]:
                    words.append(f"strength {one['signal']}: {hits[0]['strength']} where {one['strength']} was expected")  # fmt: skip
            else:
                after = [r for r in left if fits(r, one) and last < r["day"] <= last + timedelta(days=LATE)]  # fmt: skip
                late[one["signal"]] += bool(after)
                hits = after[:1]
                words.append(f"missed  {firm} {one['day']} {one['signal']} {one['case']} {one.get('posting', '')}: {one['why']}" + (f" (late: {after[0]['day']})" if after else ""))  # fmt: skip
            left = [row for row in left if row not in hits]
        for row in left:
            if any(accepts(one, row, firm) for one in expected.get("accepted", ())):
                continue
            vain[row["signal"]] += 1
            vain_at[firm] += 1
            words.append(f"in vain {firm} {row['day']} {row['signal']} {row['case']} {row['posting']}: {row['says']}")  # fmt: skip
    n, all_ = sum(found.values()), sum(planted.values())
    print(f"{'signal':14} planted  within a day  late  in vain")
    for signal in sorted(planted | vain):
        print(
            f"{signal:14} {planted[signal]:7} {found[signal]:13} {late[signal]:5} {vain[signal]:8}"
        )
    print(
        f"planted found within a day: {n} of {all_}; strength as expected {strength[True]} of {n}"
    )
    print(f"told in vain: {sum(vain.values())} in {len(told)} firm-years, most at one firm {max(vain_at.values(), default=0)}")  # fmt: skip
    print("by firm: " + ", ".join(f"{firm} {vain_at[firm]}" for firm in told))
    if misses:
        print("\n".join(words))


def fits(row: dict[str, Any], one: dict[str, Any]) -> bool:
    signals = {one["signal"], *one.get("also", ())}
    cases = {one["case"], *one.get("cases", ())}
    return row["signal"] in signals and (row["case"] in cases or cases == {""})


def accepts(one: dict[str, Any], row: dict[str, Any], firm: str) -> bool:
    if one["firm"] != firm or one["signal"] != row["signal"]:
        return False
    inside = date.fromisoformat(one["from"]) <= row["day"] <= date.fromisoformat(one["to"])
    return inside and (not one.get("case") or one["case"] == row["case"])


if __name__ == "__main__":
    raise SystemExit(main())
