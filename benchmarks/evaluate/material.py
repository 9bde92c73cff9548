"""What the reader is examined on: our corpus, the blind part, and labelled mail kept elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, policy
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from afterword.intake.mailbox import open_mailbox, parse
from afterword.terms import Address, Mail, Parcel

TOP = Path(__file__).resolve().parents[2]
CORPUS = TOP / "corpus"
#: Mail of other people, for measuring only; absent on most machines.
SHARED = TOP.parent / "shared" / "data" / "mail"
_NAMES = {
    "ack": "acknowledgement",
    "interview": "interview_invitation",
    "interview_reminder": "interview_logistics",
    "non_job": "not_job",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One mail with its right answer; `group` is the hand or source it is counted under."""

    id: str
    group: str
    mail: Mail
    kind: str
    also: tuple[str, ...] = ()
    me: frozenset[str] = frozenset()
    language: str = ""
    row: dict[str, Any] = field(default_factory=dict)

    def right(self, kind: str) -> bool:
        return kind == self.kind or kind in self.also


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one on each line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def written(folder: str) -> list[Sample]:
    """Our own mails of `corpus/<folder>`: the hands, or the blind part."""
    found = [row for path in sorted((CORPUS / folder).glob("*.jsonl")) for row in rows(path)]
    return [_of_corpus(row, folder) for row in found]


def _of_corpus(row: dict[str, Any], folder: str) -> Sample:
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
        headers={k.lower(): v for k, v in (row.get("headers") or {}).items()},
        sent=outgoing,
    )
    return Sample(
        id=row["id"],
        group="blind" if folder == "blind" else row["hand"].lower(),
        mail=mail,
        kind=row["kind"],
        also=tuple(row.get("kind_also") or ()),
        me=frozenset({me.email} if me else ()),
        language=row["language"],
        row=row,
    )


def address(text: str) -> Address | None:
    """An address as a person writes it, with or without quotes around the name."""
    shown, mark, rest = (text or "").rpartition("<")
    if mark:
        text = f'"{shown.strip().strip(chr(34))}" <{rest}'
    name, email = parseaddr(text or "")
    return Address(name, email.lower()) if email else None


def labelled(name: str) -> list[Sample]:
    """The mails of `train` or `dev` that carry a label."""
    path = SHARED / f"{name}.jsonl"
    if not path.exists():
        return []
    known = [row for row in rows(path) if row["label"] != "unlabelled"]
    return [
        Sample(
            id=str(row["id"]),
            group=f"{row['source']} ({row['real']})",
            mail=_bare(row),
            kind=_NAMES.get(row["label"], row["label"]),
            row=row,
        )
        for row in known
    ]


def companies() -> list[tuple[Mail, list[str]]]:
    """Mails with the names of the firm that would all be right."""
    path = SHARED / "company_cases.jsonl"
    return [(_bare(row), row["company"]) for row in rows(path)] if path.exists() else []


def systems() -> Iterator[Sample]:
    """Recruiting systems' mail with its heads; the file's name begins with its kind."""
    for path in sorted((SHARED / "ats_eml").glob("*.eml")):
        kind = path.stem.split("__")[0]
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        name, email = parseaddr(str(message["from"]))
        mail = parse(Parcel(raw=path.read_bytes(), source=path.name))
        if mail.sender is None:
            mail = Mail(id=path.stem, sender=Address(name, email.lower()), text=mail.text)
        yield Sample(path.stem, "systems", mail, _NAMES.get(kind, kind))


def general(folder: Path) -> Iterator[Mail]:
    """Mail that is about no job, one to a file, from a folder the reader of this brings."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix != ".json" and path.name != "cmds":
            for parcel in open_mailbox(path).parcels():
                yield parse(parcel)


def _bare(row: dict[str, Any]) -> Mail:
    name, email = parseaddr(row.get("from") or "")
    sender = Address(name, email.lower()) if "@" in email else None
    if sender is None and row.get("from"):
        sender = Address(row["from"], "")
    return Mail(
        id=str(row.get("id")),
        subject=row.get("subject") or "",
        sender=sender,
        text=row.get("body") or "",
    )
