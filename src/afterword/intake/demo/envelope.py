"""One mail of the season as bytes on the wire: headers, parts, attachments and invitations."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from afterword.intake.demo.days import day, moment
from afterword.intake.demo.dress import Sheet, html, plain


def wire(sheet: Sheet, today: date) -> bytes:
    """The mail as bytes on the wire; the same key and day give the same bytes."""
    raw, mine = sheet.raw, sheet.raw["from"] == "me"
    mail = EmailMessage(policy=SMTP)
    host = parseaddr(sheet.sender)[1].rsplit("@", 1)[-1]
    if not mine:
        received = format_datetime(sheet.when.astimezone(UTC) + timedelta(seconds=3))
        mail["Received"] = f"from out.{host} by mx.holt.example with ESMTPS; {received}"
        if "Authentication-Results" not in raw.get("headers", {}):
            mail["Authentication-Results"] = (
                f"mx.holt.example; dkim=pass header.d={host}; spf=pass; dmarc=pass"
            )
    mail["From"], mail["To"] = _people(sheet.sender), _people(sheet.to)
    if raw["cc_line"]:
        mail["Cc"] = _people(raw["cc_line"])
    mail["Subject"], mail["Date"] = sheet.subject, sheet.when
    mail["Message-ID"] = _ident(sheet)
    if sheet.parent:
        mail["In-Reply-To"] = _ident(sheet.parent)
        mail["References"] = " ".join(_ident(one) for one in thread(sheet.parent))
    if sheet.client == "news":
        mail["List-Unsubscribe"], mail["Precedence"] = (
            f"<https://click.{host}/u/{sheet.key}>",
            "bulk",
        )
    elif sheet.client == "ats" and raw.get("automatic", True):
        mail["Auto-Submitted"] = "auto-generated"
    for name, value in raw.get("headers", {}).items():
        mail[name] = value
    _fill(mail, sheet, today)
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{mark(sheet.key)[:20]}_{number}")
    return mail.as_bytes()


def _fill(mail: EmailMessage, sheet: Sheet, today: date) -> None:
    raw = sheet.raw
    usual = "plain" if sheet.client == "apple" else "both"
    shape, charset = raw.get("format", usual), raw.get("charset", "utf-8")
    cte = {"qp": "quoted-printable", "base64": "base64", "8bit": "8bit"}.get(
        raw.get("encoding", "")
    )
    if shape != "html":
        mail.set_content(plain(sheet) + "\n", charset=charset, cte=cte)
        if shape == "both":
            mail.add_alternative(
                html(sheet), subtype="html", charset=charset, cte=cte or "quoted-printable"
            )
    else:
        mail.set_content(
            html(sheet), subtype="html", charset=charset, cte=cte or "quoted-printable"
        )
    if slot := raw.get("ics"):
        mail.add_attachment(
            _invite(sheet, slot, today).encode(),
            "text",
            "calendar",
            filename="invite.ics",
            params={"method": "REQUEST", "charset": "utf-8"},
        )
    if name := raw.get("attachment"):
        mail.add_attachment(
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>"
            b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
            "application",
            "pdf",
            filename=name,
        )


def _invite(sheet: Sheet, slot: dict[str, str], today: date) -> str:
    """An iCalendar REQUEST; `on` is a mark like "bd+2", the hours are those of `zone`."""
    unit, steps = re.fullmatch(r"(bd|d)([+-]?\d+)", slot["on"]).groups()  # type: ignore[union-attr]
    on, zone = day(unit, int(steps), today), slot.get("zone", str(sheet.when.tzinfo))
    ends = [
        moment(f"d{(on - today).days:+d} {slot[end]}", zone, today).astimezone(UTC)
        for end in ("start", "end")
    ]
    rows = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Afterword//Demo season//EN",
        "VERSION:2.0",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"UID:{mark(sheet.key)[:24]}@demo",
        f"DTSTAMP:{sheet.when.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART:{ends[0]:%Y%m%dT%H%M%SZ}",
        f"DTEND:{ends[1]:%Y%m%dT%H%M%SZ}",
        f"ORGANIZER:mailto:{parseaddr(sheet.sender)[1]}",
        f"ATTENDEE;RSVP=TRUE:mailto:{parseaddr(sheet.to)[1]}",
        f"SUMMARY:{slot['title']}",
        f"LOCATION:{slot.get('where', 'Microsoft Teams')}",
        "STATUS:CONFIRMED",
        "SEQUENCE:0",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(rows)


def _people(line: str) -> list[Address]:
    pairs = [parseaddr(one) for one in re.split(r",\s*(?=[^,]*@)", line)]
    return [Address(display_name=name, addr_spec=addr) for name, addr in pairs]


def _ident(sheet: Sheet) -> str:
    made, host = mark(sheet.key), parseaddr(sheet.sender)[1].rsplit("@", 1)[-1]
    if sheet.client == "gmail":
        return f"<CA+{made[:22]}@{host}>"
    if sheet.client == "apple":
        return f"<{'-'.join((made[:8], made[8:12], made[12:24])).upper()}@{host}>"
    return f"<{made[:12].upper()}.{made[12:20]}@{host}>"


def thread(sheet: Sheet) -> list[Sheet]:
    """The mails above this one in its thread, oldest first, and itself."""
    return [*(thread(sheet.parent) if sheet.parent else []), sheet]


def mark(key: str) -> str:
    """A fixed hexadecimal stamp for a key: identifiers must not change with the day."""
    return hashlib.sha256(key.encode()).hexdigest()
