"""The demo season as real mails for a given day: what a mailbox would hold had the search ended today."""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any

from afterword.intake.demo.days import day, moment, render
from afterword.intake.demo.dress import Sheet, html, plain

HERE = Path(__file__).parent
AUTOMATIC = {"ats", "news"}


def mails(today: date) -> list[tuple[str, bytes]]:
    """Every mail of the season as (key, raw RFC 5322 bytes), oldest first, none dated after `today`."""
    return [(sheet.key, _wire(sheet, today)) for sheet in sheets(today)]


def notes(today: date) -> dict[str, Any]:
    """What the candidate entered by hand: who they are, stories, debriefs, events; dates as ISO days."""
    return render(tomllib.loads((HERE / "notes.toml").read_text("utf-8")), today)


def write_mbox(path: Path, today: date) -> int:
    """Write the season as one Gmail Takeout mbox; the answer is how many mails it holds."""
    pages = sheets(today)
    with open(path, "wb") as out:
        for sheet in pages:
            thread = int(_mark(_root(sheet).key)[:15], 16)
            stamp = sheet.when.astimezone(UTC).strftime("%a %b %d %H:%M:%S +0000 %Y")
            out.write(f"From {thread}@xxx {stamp}\n".encode())
            out.write(f"X-GM-THRID: {thread}\nX-Gmail-Labels: {','.join(labels(sheet))}\n".encode())
            body = _wire(sheet, today).replace(b"\r\n", b"\n")
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
    seconds = int(_mark(raw["key"])[:4], 16) % 60
    return moment(raw["at"], raw.get("zone", writer.get("zone", "Europe/Amsterdam")), today) + timedelta(seconds=seconds)


def _sheet(raw: dict[str, Any], people: dict[str, dict[str, Any]], parent: Sheet | None, today: date) -> Sheet:
    writer = people.get(raw["from"], {})
    client = raw.get("client", writer.get("client", "ats"))
    subject = raw.get("subject", "")
    if parent and not subject:
        bare = re.sub(r"^((re|aw|antw|fwd?):\s*)+", "", parent.subject, flags=re.I)
        answer = {"de": "AW", "nl": "Antw"}.get(writer.get("tongue", ""), "RE" if client == "outlook" else "Re")
        subject = f"{answer}: {bare}"
    other = parent.sender if parent and raw["from"] == "me" else "me"
    words = raw.get("text", "").strip()
    if raw.get("phone"):
        words += "\n\nSent from my iPhone"
    elif raw.get("signed", True) and writer.get("sign"):
        words += "\n\n" + render(writer["sign"], today).strip()
    return Sheet(key=raw["key"], when=_when(raw, people, today), sender=_address(raw["from"], people),
                 to=_address(raw.get("to", other), people), subject=subject, words=words, client=client,
                 tongue=raw.get("tongue", writer.get("tongue", "en")), parent=parent,
                 raw={**raw, "cc_line": _address(raw.get("cc", ""), people)})


def _address(names: str, people: dict[str, dict[str, Any]]) -> str:
    return ", ".join(people[name]["mail"] if name in people else name for name in names.split(", ") if name)


def _wire(sheet: Sheet, today: date) -> bytes:
    """The mail as bytes on the wire; the same key and day give the same bytes."""
    raw, mine = sheet.raw, sheet.raw["from"] == "me"
    mail = EmailMessage(policy=SMTP)
    host = parseaddr(sheet.sender)[1].rsplit("@", 1)[-1]
    if not mine:
        received = format_datetime(sheet.when.astimezone(UTC) + timedelta(seconds=3))
        mail["Received"] = f"from out.{host} by mx.holt.example with ESMTPS; {received}"
        if "Authentication-Results" not in raw.get("headers", {}):
            mail["Authentication-Results"] = f"mx.holt.example; dkim=pass header.d={host}; spf=pass; dmarc=pass"
    mail["From"], mail["To"] = _people(sheet.sender), _people(sheet.to)
    if raw["cc_line"]:
        mail["Cc"] = _people(raw["cc_line"])
    mail["Subject"], mail["Date"] = sheet.subject, sheet.when
    mail["Message-ID"] = _ident(sheet)
    if sheet.parent:
        mail["In-Reply-To"] = _ident(sheet.parent)
        mail["References"] = " ".join(_ident(one) for one in _line(sheet.parent))
    if sheet.client == "news":
        mail["List-Unsubscribe"], mail["Precedence"] = f"<https://click.{host}/u/{sheet.key}>", "bulk"
    elif sheet.client == "ats" and raw.get("automatic", True):
        mail["Auto-Submitted"] = "auto-generated"
    for name, value in raw.get("headers", {}).items():
        mail[name] = value
    _fill(mail, sheet, today)
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{_mark(sheet.key)[:20]}_{number}")
    return mail.as_bytes()


def _fill(mail: EmailMessage, sheet: Sheet, today: date) -> None:
    raw = sheet.raw
    usual = "plain" if sheet.client == "apple" else "both"
    shape, charset = raw.get("format", usual), raw.get("charset", "utf-8")
    cte = {"qp": "quoted-printable", "base64": "base64", "8bit": "8bit"}.get(raw.get("encoding", ""))
    if shape != "html":
        mail.set_content(plain(sheet) + "\n", charset=charset, cte=cte)
        if shape == "both":
            mail.add_alternative(html(sheet), subtype="html", charset=charset, cte=cte or "quoted-printable")
    else:
        mail.set_content(html(sheet), subtype="html", charset=charset, cte=cte or "quoted-printable")
    if slot := raw.get("ics"):
        mail.add_attachment(_invite(sheet, slot, today).encode(), "text", "calendar", filename="invite.ics",
                            params={"method": "REQUEST", "charset": "utf-8"})
    if name := raw.get("attachment"):
        mail.add_attachment(b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>"
                            b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n", "application", "pdf", filename=name)


def _invite(sheet: Sheet, slot: dict[str, str], today: date) -> str:
    """An iCalendar REQUEST; `on` is a mark like "bd+2", the hours are those of `zone`."""
    unit, steps = re.fullmatch(r"(bd|d)([+-]?\d+)", slot["on"]).groups()  # type: ignore[union-attr]
    on, zone = day(unit, int(steps), today), slot.get("zone", str(sheet.when.tzinfo))
    ends = [moment(f"d{(on - today).days:+d} {slot[end]}", zone, today).astimezone(UTC) for end in ("start", "end")]
    rows = ["BEGIN:VCALENDAR", "PRODID:-//Afterword//Demo season//EN", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT",
            f"UID:{_mark(sheet.key)[:24]}@demo", f"DTSTAMP:{sheet.when.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART:{ends[0]:%Y%m%dT%H%M%SZ}", f"DTEND:{ends[1]:%Y%m%dT%H%M%SZ}",
            f"ORGANIZER:mailto:{parseaddr(sheet.sender)[1]}", f"ATTENDEE;RSVP=TRUE:mailto:{parseaddr(sheet.to)[1]}",
            f"SUMMARY:{slot['title']}", f"LOCATION:{slot.get('where', 'Microsoft Teams')}", "STATUS:CONFIRMED",
            "SEQUENCE:0", "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(rows)


def _people(line: str) -> list[Address]:
    pairs = [parseaddr(one) for one in re.split(r",\s*(?=[^,]*@)", line)]
    return [Address(display_name=name, addr_spec=addr) for name, addr in pairs]


def _ident(sheet: Sheet) -> str:
    mark, host = _mark(sheet.key), parseaddr(sheet.sender)[1].rsplit("@", 1)[-1]
    if sheet.client == "gmail":
        return f"<CA+{mark[:22]}@{host}>"
    if sheet.client == "apple":
        return f"<{'-'.join((mark[:8], mark[8:12], mark[12:24])).upper()}@{host}>"
    return f"<{mark[:12].upper()}.{mark[12:20]}@{host}>"


def _line(sheet: Sheet) -> list[Sheet]:
    return [*(_line(sheet.parent) if sheet.parent else []), sheet]


def _root(sheet: Sheet) -> Sheet:
    return _line(sheet)[0]


def _mark(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
