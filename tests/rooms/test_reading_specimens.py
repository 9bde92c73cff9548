"""Each specimen mail beside what a careful reader takes from it (written first, by hand)."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from email import message_from_bytes, policy
from email.utils import getaddresses, parseaddr, parsedate_to_datetime
from pathlib import Path

import pytest

from afterword.reading import read, to_json
from afterword.terms import Address, Mail, Reading

FOLDER = Path(__file__).resolve().parents[1] / "specimens" / "reading"
SPECIMENS = sorted(FOLDER.glob("*.eml"))
ME = frozenset({"sam.rivera@posteo.example"})
HEADERS = ("list-unsubscribe", "precedence", "auto-submitted", "authentication-results")


def opened(path: Path) -> Mail:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)

    def one(name: str) -> Address | None:
        name_, address = parseaddr(str(message[name] or ""))
        return Address(name_, address.lower()) if address else None

    return Mail(
        id=str(message["message-id"]).strip("<>"),
        source=path.name,
        subject=str(message["subject"]),
        sender=one("from"),
        reply_to=one("reply-to"),
        to=tuple(Address(n, a.lower()) for n, a in getaddresses([str(message["to"])])),
        date=parsedate_to_datetime(str(message["date"])),
        text=message.get_content(),
        headers={h: str(message[h]) for h in HEADERS if message[h]},
    )


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
def test_a_specimen_is_read_as_a_careful_reader_would(path: Path) -> None:
    expected = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    reading = read(opened(path), ME)
    wrong = mismatches(reading, expected)
    assert not wrong, f"{wrong}\n{reading}"


def mismatches(reading: Reading, expected: dict[str, object]) -> list[str]:
    told = to_json(reading)
    wrong: list[str] = []
    for name, value in expected.items():
        if name == "kind_in":
            ok = told["kind"] in value
        elif name.startswith("not_"):
            ok = told[name.removeprefix("not_")] != value
        elif name == "reasons":
            ok = {r["code"] for r in told["reasons"]} >= set(value) and (
                bool(value) or not told["reasons"]
            )
        elif name == "remarks":
            ok = {str(r.kind) for r in reading.remarks} >= set(value)
        elif name == "people":
            ok = all(
                any(p["name"] == q["name"] and p["part"] == q["part"] for q in told["people"])
                for p in value
            )
        elif name == "interview_at":
            ok = reading.interview_at is not None and reading.interview_at.replace(
                tzinfo=None
            ) == datetime.fromisoformat(value)
        elif name == "promised_date":
            ok = reading.promised_date == date.fromisoformat(value)
        elif name in {"stage", "by_internal", "agency"}:
            ok = getattr(reading, name) == value
        else:
            ok = told[name] == value
        if not ok:
            shown = told.get(name.removeprefix("not_"), getattr(reading, name, None))
            wrong.append(f"{name}: expected {value!r}, read {shown!r}")
    return wrong


def test_there_are_enough_specimens_in_enough_languages() -> None:
    assert len(SPECIMENS) >= 80
    languages = {read(opened(p), ME).language for p in SPECIMENS}
    assert languages >= {"en", "de", "fr", "es", "pt", "nl", "it"}


def test_a_strong_verdict_is_never_wrong_on_the_specimens() -> None:
    wrong = []
    for path in SPECIMENS:
        expected = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        reading = read(opened(path), ME)
        if reading.certainty == "strong" and expected.get("kind", reading.kind) != reading.kind:
            wrong.append(path.stem)
    assert not wrong
