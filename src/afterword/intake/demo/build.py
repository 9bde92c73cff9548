"""The demo season as real mails for a given day: what a mailbox would hold had the search ended today."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from afterword.intake.demo.days import moment, render
from afterword.intake.demo.dress import Sheet
from afterword.intake.demo.envelope import mark, thread, wire

HERE = Path(__file__).parent


def mails(today: date) -> list[tuple[str, bytes]]:
    """Every mail of the season as (key, raw RFC 5322 bytes), oldest first, none dated after `today`."""
    return [(sheet.key, wire(sheet, today)) for sheet in sheets(today)]


def notes(today: date) -> dict[str, Any]:
    """What the candidate entered by hand: who they are, stories, debriefs, events; dates as ISO days."""
    entered: dict[str, Any] = render(tomllib.loads((HERE / "notes.toml").read_text("utf-8")), today)
    return entered


def write_mbox(path: Path, today: date) -> int:
    """Write the season as one Gmail Takeout mbox; the answer is how many mails it holds."""
    pages = sheets(today)
    with open(path, "wb") as out:
        for sheet in pages:
            number = int(mark(thread(sheet)[0].key)[:15], 16)
            stamp = sheet.when.astimezone(UTC).strftime("%a %b %d %H:%M:%S +0000 %Y")
            out.write(f"From {number}@xxx {stamp}\n".encode())
            out.write(f"X-GM-THRID: {number}\nX-Gmail-Labels: {','.join(labels(sheet))}\n".encode())
            body = wire(sheet, today).replace(b"\r\n", b"\n")
            out.write(re.sub(rb"^(>*From )", rb">\1", body, flags=re.M).rstrip(b"\n") + b"\n\n")
    return len(pages)


def labels(sheet: Sheet) -> list[str]:
    """The Gmail labels a mail carries in a Takeout export."""
    if sheet.raw["from"] == "me":
        return ["Sent", "Opened"]
    given = sheet.raw.get("labels", ["Category Promotions"] if sheet.client == "news" else [])
    return ["Inbox", *given, "Unread" if sheet.raw.get("unread") else "Opened"]


def sheets(today: date) -> list[Sheet]:
    """Every mail as its writer saw it, oldest first, with the mail it answers."""
    people: dict[str, dict[str, Any]] = {}
    raws: list[dict[str, Any]] = []
    for file in sorted((HERE / "season").glob("*.toml")):
        season = tomllib.loads(file.read_text("utf-8"))
        people.update(season.get("people", {}))
        raws += season.get("mail", [])
    done: dict[str, Sheet] = {}
    ordered = sorted(raws, key=lambda raw: (_when(raw, people, today), raw["key"]))
    for raw in ordered:
        if raw["key"] in done:
            raise ValueError(f"two mails called {raw['key']}")
        if (answered := raw.get("reply_to_key")) and answered not in done:
            raise ValueError(f"{raw['key']} answers {answered}, which is later or not there")
        parent = done[answered] if answered else None
        done[raw["key"]] = _sheet(render(raw, today), people, parent, today)
    return list(done.values())


def _when(raw: dict[str, Any], people: dict[str, dict[str, Any]], today: date) -> datetime:
    writer = people.get(raw["from"], {})
    seconds = int(mark(raw["key"])[:4], 16) % 60
    return moment(
        raw["at"], raw.get("zone", writer.get("zone", "Europe/Amsterdam")), today
    ) + timedelta(seconds=seconds)


def _sheet(
    raw: dict[str, Any], people: dict[str, dict[str, Any]], parent: Sheet | None, today: date
) -> Sheet:
    writer = people.get(raw["from"], {})
    client = raw.get("client", writer.get("client", "ats"))
    subject = raw.get("subject", "")
    if parent and not subject:
        bare = re.sub(r"^((re|aw|antw|fwd?):\s*)+", "", parent.subject, flags=re.I)
        answer = {"de": "AW", "nl": "Antw"}.get(
            writer.get("tongue", ""), "RE" if client == "outlook" else "Re"
        )
        subject = f"{answer}: {bare}"
    other = parent.sender if parent and raw["from"] == "me" else "me"
    words = raw.get("text", "").strip()
    if raw.get("phone"):
        words += "\n\nSent from my iPhone"
    elif raw.get("signed", True) and writer.get("sign"):
        words += "\n\n" + render(writer["sign"], today).strip()
    return Sheet(
        key=raw["key"],
        when=_when(raw, people, today),
        sender=_address(raw["from"], people),
        to=_address(raw.get("to", other), people),
        subject=subject,
        words=words,
        client=client,
        tongue=raw.get("tongue", writer.get("tongue", "en")),
        parent=parent,
        raw={**raw, "cc_line": _address(raw.get("cc", ""), people)},
    )


def _address(names: str, people: dict[str, dict[str, Any]]) -> str:
    return ", ".join(
        people[name]["mail"] if name in people else name for name in names.split(", ") if name
    )
