"""Invented seasons from bytes to cases: which mails belong together, and where each stands.

The seasons (corpus/seasons) and their answers were written by hands that had not seen
the program. Each goes the whole way: a mailbox is taken in, cases are asked for.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from material import CORPUS
from written import rows_of

SEASONS = CORPUS / "seasons"


@dataclass(slots=True)
class Tally:
    """Counts over one season, or several added up."""

    joined: int = 0
    rightly: int = 0
    wanted: int = 0
    cases: int = 0
    whole: int = 0
    surplus: int = 0
    kinds: int = 0
    mails: int = 0
    false_no: int = 0
    at: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        for name in ("joined", "rightly", "wanted", "cases", "whole", "surplus", "kinds", "mails", "false_no"):  # fmt: skip
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.at.update(other.at)

    def line(self, name: str) -> str:
        n = self.at["n"]
        return (f"| {name} | {self.kinds}/{self.mails} | {self.false_no} | {self.rightly}/{self.joined} | "
                f"{self.rightly}/{self.wanted} | {self.whole}/{self.cases} | {self.surplus} | "
                f"{self.at['state']}/{n} | {self.at['stage']}/{n} | {self.at['outcome']}/{n} |")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Season:
    """One season as it was written: its mails, its answers, and whether misses are told."""

    name: str
    mails: list[dict[str, Any]]
    key: dict[str, Any]
    misses: bool

    @property
    def free(self) -> set[str]:
        """Mails that an honest expert might join or not."""
        return {m["key"] for m in self.mails if m.get("may_case")}

    @property
    def truth(self) -> dict[str, str]:
        """Each mail's case."""
        return {m["key"]: m["case"] for m in self.mails if m["case"]}

    def cases_of(self, said: list[dict[str, Any]]) -> dict[str, set[str]]:
        """The program's cases that hold mails of this season, each with their keys."""
        key_of = {m["message_id"].strip("<>"): m["key"] for m in self.mails}
        found = {}
        for one in said:
            keys = {key_of[m.strip("<>")] for m in one["message_ids"] if m.strip("<>") in key_of}
            if keys:
                found[one["id"]] = keys
        return found

    def tell(self, miss: str) -> None:
        if self.misses:
            print(f"  {self.name} {miss}")


def report(*, misses: bool, only: str = "") -> list[str]:
    """A table with one line a season and one for all."""
    folders = sorted(path for path in SEASONS.iterdir() if (path / "expected.json").exists())
    total = Tally()
    lines = [
        "| season | kinds | wrong noes | pairs right | pairs found | cases whole | cases that are none | state | stage | outcome |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for folder in folders:
        if only and folder.name != only:
            continue
        tally = examine(folder, misses=misses)
        total.add(tally)
        lines.append(tally.line(folder.name))
    return [*lines, total.line("all"), ""]


def examine(folder: Path, *, misses: bool) -> Tally:
    """Take one season in, in an account of its own, and compare."""
    from afterword.casebook.identifiers import uuid7
    from afterword.casebook.message import Message
    from afterword.casebook.profile import OwnAddress, Profile
    from afterword.desk.cases import board
    from afterword.desk.mail import mailroom
    from afterword.intake.memory import MemoryMailbox

    mails = rows_of(folder / "mails.jsonl")
    key = json.loads((folder / "expected.json").read_text("utf-8"))
    now = _day_after(key, mails)
    account = uuid7()
    profile = Profile.of(account, at=now)
    profile.zone, profile.country = key["zone"], key["country"]
    profile.save()
    found = OwnAddress.propose(account=account, found=[(one, 99) for one in key["me"]], at=now)
    for row in found:
        row.confirmed = True
        row.save()
    box = MemoryMailbox([raw_of(one) for one in mails], name=folder.name)
    mailroom.take_in(account, box, now=now)
    season = Season(folder.name, mails, key, misses)
    tally = Tally(mails=len(mails))
    said = {m.mail_id.strip("<>"): m for m in Message.objects.of(account)}
    for one in mails:
        got = said.get(one["message_id"].strip("<>"))
        kind = got.kind if got else "not_job"
        right = kind == one["kind"] or kind in (one.get("kind_also") or [])
        tally.kinds += right
        tally.false_no += kind == "rejection" and not right
        if not right:
            season.tell(f"{one['key']}: {kind}, should be {one['kind']}: {one['subject'][:60]}")
    _compare(season, tally, board.cases_json(account, now))
    for at in sorted({day["date"] for case in key["cases"] for day in case["at"]}):
        _states(season, tally, board.cases_json(account, now, date.fromisoformat(at)), at)
    return tally


def _day_after(key: dict[str, Any], mails: list[dict[str, Any]]) -> datetime:
    """The day after the last one asked about, or after the newest mail: what lies in between counts too."""
    asked = max(day["date"] for case in key["cases"] for day in case["at"])
    newest = max(datetime.fromisoformat(one["date"]).astimezone(UTC).date() for one in mails)
    last = max(date.fromisoformat(asked), newest)
    return datetime.combine(last + timedelta(days=1), datetime.min.time(), UTC)


def _compare(season: Season, tally: Tally, said: list[dict[str, Any]]) -> None:
    """Which mails were put together, against which belong together."""
    ours, free, truth = season.cases_of(said), season.free, season.truth
    mine = {m: case for case, keys in ours.items() for m in keys}
    both = sorted(m for m in {**truth, **mine} if m not in free)
    joined = {p for p in combinations(both, 2) if mine.get(p[0]) and mine.get(p[0]) == mine.get(p[1])}  # fmt: skip
    wanted = {p for p in combinations(both, 2) if truth.get(p[0]) and truth.get(p[0]) == truth.get(p[1])}  # fmt: skip
    tally.joined, tally.wanted = len(joined), len(wanted)
    tally.rightly = len(joined & wanted)
    for case in season.key["cases"]:
        keys = {m for m, slug in truth.items() if slug == case["slug"]}
        have = ours.get(_best(keys, ours), set())
        same = bool(have) and have - free == keys - free
        tally.cases += 1
        tally.whole += same
        if not same:
            lacks, surplus = sorted(keys - have - free), sorted(have - keys - free)
            season.tell(f"{case['slug']}: lacks {lacks}, too many {surplus}")
    tally.surplus = sum(not any(truth.get(m) or m in free for m in keys) for keys in ours.values())


def _states(season: Season, tally: Tally, said: list[dict[str, Any]], at: str) -> None:
    """Where each case stands at the end of that day, against where it stood."""
    ours = season.cases_of(said)
    by_id = {one["id"]: one for one in said}
    for case in season.key["cases"]:
        day = next(d for d in case["at"] if d["date"] == at)
        if not day["state"]:
            continue
        keys = {m for m, slug in season.truth.items() if slug == case["slug"]}
        one = by_id.get(_best(keys, ours), {})
        tally.at["n"] += 1
        for what in ("state", "stage", "outcome"):
            wanted = {day.get(what) or "", *(day.get(f"{what}_also") or [])}
            got = one.get(what) or ""
            tally.at[what] += got in wanted
            if got not in wanted:
                season.tell(f"{case['slug']} at {at}: {what} {got!r}, should be {sorted(wanted)}")


def _best(keys: set[str], ours: dict[str, set[str]]) -> str:
    """The case that holds most of these mails; "" for none."""
    shared = {case: len(keys & have) for case, have in ours.items() if keys & have}
    return max(shared, key=lambda case: shared[case]) if shared else ""


def raw_of(one: dict[str, Any]) -> bytes:
    """The mail as bytes, with its heads and its invitation."""
    message = EmailMessage()
    for name, field_name in (("From", "from"), ("To", "to"), ("Cc", "cc"), ("Reply-To", "reply_to")):  # fmt: skip
        if one.get(field_name):
            message[name] = one[field_name].replace("\n", " ")
    message["Subject"] = " ".join(one["subject"].split())
    message["Date"] = format_datetime(datetime.fromisoformat(one["date"]))
    message["Message-ID"] = one["message_id"]
    if one.get("in_reply_to"):
        message["In-Reply-To"] = one["in_reply_to"]
    if one.get("references"):
        message["References"] = " ".join(one["references"])
    for name, value in (one.get("headers") or {}).items():
        if name.lower() not in {"from", "to", "subject", "date", "message-id"}:
            message[name] = " ".join(str(value).split())
    message.set_content(one["body"] + "\n")
    if one.get("calendar"):
        message.add_attachment(
            _ics(one["calendar"]).encode(),
            maintype="text",
            subtype="calendar",
            params={"method": one["calendar"].get("method", "REQUEST")},
        )
    return message.as_bytes()


def _ics(event: dict[str, Any]) -> str:
    def stamp(text: str) -> str:
        return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")

    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//invented//season//EN",
        f"METHOD:{event.get('method', 'REQUEST')}", "BEGIN:VEVENT", f"UID:{event['uid']}",
        f"SEQUENCE:{event.get('sequence', 0)}", f"SUMMARY:{event.get('summary', '')}",
    ]  # fmt: skip
    for name, field_name in (("DTSTART", "start"), ("DTEND", "end"), ("DTSTAMP", "start")):
        if event.get(field_name):
            lines.append(f"{name}:{stamp(event[field_name])}")
    if event.get("organizer"):
        lines.append(f"ORGANIZER:mailto:{_bare(event['organizer'])}")
    lines += [f"ATTENDEE:mailto:{_bare(who)}" for who in event.get("attendees") or []]
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])


def _bare(who: Any) -> str:
    text = who if isinstance(who, str) else str(who.get("email", ""))
    return text.rpartition("<")[2].strip("> ").removeprefix("mailto:")
