"""What the reader is examined on: our corpus, the blind part, and labelled mail kept elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from written import address, mail_of, providers, rows, rows_of

from afterword.intake.mailbox import open_mailbox, parse
from afterword.reading import freemail
from afterword.terms import Address, Mail, Parcel

# The corpus lives at invented mail providers, which the program does not know.
freemail.count_in(providers())

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


def written(folder: str) -> list[Sample]:
    """Our own mails of `corpus/<folder>`: the hands, or the blind part."""
    return [_of_corpus(row, folder) for row in rows(CORPUS / folder)]


def _of_corpus(row: dict[str, Any], folder: str) -> Sample:
    mail, me = mail_of(row)
    return Sample(
        id=row["id"],
        group="blind" if folder == "blind" else row["hand"].lower(),
        mail=mail,
        kind=row["kind"],
        also=tuple(row.get("kind_also") or ()),
        me=me,
        language=row["language"],
        row=row,
    )


def labelled(name: str) -> list[Sample]:
    """The mails of `train` or `dev` that carry a label."""
    path = SHARED / f"{name}.jsonl"
    if not path.exists():
        return []
    known = [row for row in rows_of(path) if row["label"] != "unlabelled"]
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
    return [(_bare(row), row["company"]) for row in rows_of(path)] if path.exists() else []


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
    sender = address(row.get("from") or "")
    if (sender is None or "@" not in sender.email) and row.get("from"):
        sender = Address(row["from"], "")
    return Mail(
        id=str(row.get("id")),
        subject=row.get("subject") or "",
        sender=sender,
        text=row.get("body") or "",
    )
