"""A row of the corpus as the reader meets it: for training, for the exam and for the tests."""

from __future__ import annotations

import json
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from afterword.terms import Address, Mail

HERE = Path(__file__).resolve().parent


def providers() -> list[str]:
    """The invented hosts where private people of the corpus have their mail."""
    lines = (HERE / "providers.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def rows(folder: Path) -> list[dict[str, Any]]:
    """Every row of the files of a folder, in the order of the files."""
    return [row for path in sorted(folder.glob("*.jsonl")) for row in rows_of(path)]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one on each line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def mail_of(row: dict[str, Any]) -> tuple[Mail, frozenset[str]]:
    """The mail of a row, and the user's own address."""
    sender, to = address(row["from"]), address(row["to"])
    outgoing = row["direction"] == "out"
    me = sender if outgoing else to
    mail = Mail(
        id=row["id"],
        source="corpus",
        subject=row["subject"],
        sender=sender,
        reply_to=address(row.get("reply_to", "")),
        to=(to,) if to else (),
        date=datetime.fromisoformat(row["date"]),
        text=row["body"],
        headers={name.lower(): value for name, value in (row.get("headers") or {}).items()},
        sent=outgoing,
    )
    return mail, frozenset({me.email} if me else ())


def address(text: str) -> Address | None:
    """An address as a person writes it, with or without quotes around the name."""
    shown, mark, rest = (text or "").rpartition("<")
    if mark:
        text = f'"{shown.strip().strip(chr(34))}" <{rest}'
    name, email = parseaddr(text or "")
    return Address(name, email.lower()) if email else None
