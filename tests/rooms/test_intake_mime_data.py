"""The nasty mails other parsers collected, measured where that folder lies beside the repository.

Their expected readings come with them; what they could not read themselves (�) is
not counted against anybody.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from afterword.intake.mailbox.parsing import parse, parse_plainly
from afterword.terms import Parcel

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "mime"
READERS = pytest.mark.parametrize("read", [parse, parse_plainly], ids=["fast", "plain"])

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the shared MIME collections are not beside this repository"
)


@READERS
def test_no_mail_of_any_collection_makes_us_fall(read: Any) -> None:
    fell = []
    files = [path for path in DATA.rglob("*") if path.is_file() and path.suffix != ".json"]
    for path in files:
        mail = read(Parcel(path.read_bytes(), path.name))
        if any("could not be read (" in error for error in mail.errors):
            fell.append(path.name)
    assert len(files) > 200 and not fell


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\x00", "")


def expected() -> Iterator[tuple[bytes, dict[str, Any], list[Any]]]:
    for path in sorted((DATA / "stalwart").glob("*.json")):
        mail = path.with_suffix(".eml")
        if not mail.exists():
            mail = path.with_name(path.name.replace(".crlf.json", ".eml"))
        if mail.exists():
            told = json.loads(path.read_text("utf-8"))
            root = {h["name"]: h["value"] for h in told["parts"][0]["headers"][::-1]
                    if isinstance(h["name"], str)}  # fmt: skip
            yield mail.read_bytes(), root, [told["parts"][n]["body"] for n in told["text_body"]]


@READERS
def test_subjects_senders_dates_and_bodies_are_read_as_expected(read: Any) -> None:
    right = dict.fromkeys(("subject", "sender", "date", "text"), 0)
    asked = dict(right)
    for raw, root, bodies in expected():
        mail = read(Parcel(raw, "x"))
        subject = (root.get("subject") or {}).get("Text") if root.get("subject") != "Empty" else ""
        if subject and "�" not in subject:
            asked["subject"] += 1
            right["subject"] += squeezed(subject) == squeezed(mail.subject)
        people = (root.get("from") or {}).get("Address", {}) if "from" in root else {}
        if people.get("List") and people["List"][0]["address"]:
            asked["sender"] += 1
            email = mail.sender.email if mail.sender else ""
            right["sender"] += people["List"][0]["address"].lower() == email
        when = (root.get("date") or {}).get("DateTime") if root.get("date") != "Empty" else None
        if when:
            asked["date"] += 1
            parts = tuple(when[k] for k in ("year", "month", "day", "hour", "minute", "second"))
            right["date"] += mail.date is not None and mail.date.timetuple()[:6] == parts
        if all("Text" in one for one in bodies):
            text = squeezed("".join(one["Text"] for one in bodies))
            if text and "�" not in text:
                asked["text"] += 1
                right["text"] += text in squeezed(mail.text)
    print({name: f"{right[name]}/{asked[name]}" for name in asked})
    assert min(asked.values()) > 100
    for name in asked:
        assert right[name] >= 0.88 * asked[name], name
