"""How a mail program or a hiring system clothes plain words: HTML, quoted originals, cards and footers."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from afterword.intake.demo.days import month, weekday

WROTE = {
    "en": ("On {day}, {d} {mon} {y} at {t}, {who} wrote:", ("From", "Sent", "To", "Subject")),
    "de": (
        "Am {day}, {d}. {mon} {y} um {t} Uhr schrieb {who}:",
        ("Von", "Gesendet", "An", "Betreff"),
    ),
    "nl": (
        "Op {day} {d} {mon} {y} om {t} schreef {who}:",
        ("Van", "Verzonden", "Aan", "Onderwerp"),
    ),
    "fr": ("Le {day} {d} {mon} {y} à {t}, {who} a écrit :", ("De", "Envoyé", "À", "Objet")),
}


@dataclass(frozen=True)
class Sheet:
    """One mail as its writer saw it: the words before any wire format."""

    key: str
    when: datetime
    sender: str
    to: str
    subject: str
    words: str
    client: str
    tongue: str
    raw: dict[str, Any] = field(hash=False)
    parent: Sheet | None = None


def plain(sheet: Sheet, depth: int = 3) -> str:
    """The text/plain of a sheet with the originals it answers below it, at most `depth` deep."""
    words = sheet.words
    if sheet.client == "gmail":
        words = "\n".join(
            textwrap.fill(line, 76, break_long_words=False) if len(line) > 76 else line
            for line in words.split("\n")
        )
    words = _cards_plain(sheet, words)
    if not (quoted := _quotes(sheet, depth)):
        return words
    below = plain(quoted, depth - 1)
    who, clock = _who(sheet, quoted)
    if sheet.client == "outlook":
        old = "-----Original Message-----\n" if sheet.raw.get("old_outlook") else ""
        return (
            f"{words}\n\n{old}"
            + "\n".join(f"{n}: {v}" for n, v in _block(sheet, quoted))
            + f"\n\n{below}"
        )
    lead = (
        f"On {clock:%d %b %Y}, at {clock:%H:%M}, {quoted.sender} wrote:"
        if sheet.client == "apple"
        else who
    )
    marked = "\n".join(f"> {line}".rstrip() for line in below.split("\n"))
    return (
        f"{words}\n\n> {lead}\n>\n{marked}"
        if sheet.client == "apple"
        else f"{words}\n\n{lead}\n\n{marked}"
    )


def html(sheet: Sheet) -> str:
    """The text/html of a sheet, as its client would have written it."""
    if given := sheet.raw.get("html"):
        return str(given)
    if sheet.client in ("ats", "news"):
        return _table(sheet)
    return f'<html><head><meta charset="utf-8"></head><body>{_fragment(sheet, 3)}</body></html>'


def _fragment(sheet: Sheet, depth: int) -> str:
    body = sheet.words if sheet.client not in ("ats", "news") else plain(sheet, 0)
    style = {
        "outlook": ' class="MsoNormal" style="margin:0 0 8pt;font-family:Calibri,sans-serif;font-size:11pt"',
        "gmail": ' style="margin:0 0 1em"',
    }.get(sheet.client, "")
    own = "".join(f"<p{style}>{_inline(part)}</p>\n" for part in body.split("\n\n"))
    own = f'<div dir="ltr">{own}</div>' if sheet.client == "gmail" else f"<div>{own}</div>"
    if not (quoted := _quotes(sheet, depth)):
        return own
    below = _fragment(quoted, depth - 1)
    who, clock = _who(sheet, quoted)
    if sheet.client == "outlook":
        head = "<br>".join(f"<b>{n}:</b> {escape(v)}" for n, v in _block(sheet, quoted))
        line = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0"
        return f'{own}<div style="{line}"><p class="MsoNormal">{head}</p></div>{below}'
    if sheet.client == "apple":
        lead = f"On {clock:%d %b %Y}, at {clock:%H:%M}, {escape(quoted.sender)} wrote:"
        return (
            f'{own}<div><br><blockquote type="cite"><div>{lead}</div><br>{below}</blockquote></div>'
        )
    bar = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"
    return (
        f'{own}<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{escape(who)}<br></div>'
        f'<blockquote class="gmail_quote" style="{bar}">{below}</blockquote></div>'
    )


def _quotes(sheet: Sheet, depth: int) -> Sheet | None:
    return sheet.parent if sheet.parent and depth > 0 and sheet.raw.get("quote", True) else None


def _who(sheet: Sheet, quoted: Sheet) -> tuple[str, datetime]:
    clock = quoted.when.astimezone(ZoneInfo(str(sheet.when.tzinfo)))
    shape = WROTE.get(sheet.tongue, WROTE["en"])[0]
    short = 2 if sheet.tongue in ("de", "nl") else 3
    return shape.format(
        day=weekday(clock, sheet.tongue)[:short],
        d=clock.day,
        mon=month(clock, sheet.tongue)[:3],
        y=clock.year,
        t=f"{clock:%H:%M}",
        who=quoted.sender,
    ), clock


def _block(sheet: Sheet, quoted: Sheet) -> list[tuple[str, str]]:
    names = WROTE.get(sheet.tongue, WROTE["en"])[1]
    clock = _who(sheet, quoted)[1]
    sent = f"{clock.day} {month(clock, sheet.tongue)} {clock.year} {clock:%H:%M}"
    return list(zip(names, (quoted.sender, sent, quoted.to, quoted.subject), strict=True))


def _inline(part: str) -> str:
    linked = re.sub(r"(https?://[^\s<>]+[\w/=])", r'<a href="\1">\1</a>', escape(part, quote=False))
    return linked.replace("\n", "<br>\n")


def _cards_plain(sheet: Sheet, words: str) -> str:
    pieces = [words]
    for card in sheet.raw.get("cards", []):
        pieces.append(
            "\n".join([*card, f"View: https://click.{_host(sheet)}/v/{len(card[0])}{len(card[1])}"])
        )
    if button := sheet.raw.get("button"):
        pieces.append(f"{button}: https://click.{_host(sheet)}/b/{sheet.key}")
    if footer := sheet.raw.get("footer"):
        pieces.append("-" * 40 + f"\n{footer}")
    return "\n\n".join(pieces)


def _table(sheet: Sheet) -> str:
    """A centred table with a hidden preheader, as hiring systems and newsletters send."""
    cell = 'style="padding:12px 24px;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#333"'
    rows = [f"<p>{_inline(part)}</p>" for part in sheet.words.split("\n\n")]
    for card in sheet.raw.get("cards", []):
        rows.append(
            f'<table width="100%" style="border-top:1px solid #ddd"><tr><td {cell}><b>{escape(card[0])}</b><br>'
            + "<br>".join(escape(line) for line in card[1:])
            + "</td></tr></table>"
        )
    if button := sheet.raw.get("button"):
        rows.append(
            f'<p><a href="https://click.{_host(sheet)}/b/{sheet.key}" style="background:#2557a7;color:#fff;'
            f'padding:10px 18px;text-decoration:none;border-radius:4px">{escape(button)}</a></p>'
        )
    foot = _inline(sheet.raw.get("footer", ""))
    peek = escape(sheet.raw.get("preheader", sheet.words.replace("\n", " ")[:90]))
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><style>@media(max-width:600px){.w{width:100%!important} }'
        f'</style></head><body style="margin:0;background:#f4f4f4"><div style="display:none;max-height:0;overflow:'
        f'hidden">{peek}&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div><table role="presentation" class="w" width="600" '
        f'align="center" cellpadding="0" cellspacing="0" style="background:#fff"><tr><td {cell}>{"".join(rows)}</td>'
        f'</tr><tr><td style="padding:12px 24px;font-size:11px;color:#888">{foot}</td></tr></table>'
        f'<img src="https://click.{_host(sheet)}/o.gif" width="1" height="1" alt=""></body></html>'
    )


def _host(sheet: Sheet) -> str:
    return sheet.sender.rsplit("@", 1)[-1].strip("> ")
