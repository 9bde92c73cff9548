"""Every file of the shared real data: read with its expected result, or named with a reason and a line.

The files are not part of this repository; without them these tests skip.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from afterword.intake.bringing import bring, what_is
from afterword.terms import Brought, Deed, Direction, MailKind

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FOLDERS = ("contacts", "calendar", "linkedin", "trackers", "resume")
WHY = "the shared real data (../shared/data) is not here"
NOW = datetime(2020, 1, 1, tzinfo=UTC)
pytestmark = pytest.mark.skipif(not (DATA / "linkedin").is_dir(), reason=WHY)

FILES = sorted(
    path
    for folder in FOLDERS
    for path in (DATA / folder).rglob("*")
    if path.is_file() and path.suffix in (".csv", ".ics", ".vcf", ".json", ".txt")
) or [Path("none")]


def read(path: Path, now: datetime = NOW) -> Brought:
    data = path.read_bytes()
    kind = {".ics": "calendar", ".vcf": "vcard", ".txt": "vcard", ".json": "json"}.get(path.suffix)
    return bring(data, path.name, now=now, kind=kind or what_is(data))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_read_or_says_why_not(path: Path) -> None:
    came = read(path)
    things = (came.contacts, came.said, came.applied, came.appointments, came.proofs)
    assert any(things) or came.unread or came.left
    assert all(one.reason for one in came.unread)
    lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 1
    assert all(0 <= one.line <= lines for one in came.unread)


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix == ".ics"] or FILES, ids=lambda path: path.name
)
def test_no_event_is_dropped_unsaid(path: Path) -> None:
    """Each event (counted here by its first line alone) is read, or stands outside the days around now, or is named."""
    text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    came = read(path)
    told = {one.line for one in came.appointments} | {one.line for one in came.unread}
    uids = Counter(re.findall(r"(?im)^UID:.*$", text))
    for n, body in _events(text):
        # A series is laid out around today, and its exceptions are told with it.
        series = re.search(r"(?im)^(RRULE|RDATE|RECURRENCE-ID)", body)
        uid = re.search(r"(?im)^UID:.*$", body)
        assert n in told or series or (uid and uids[uid.group(0)] > 1), f"line {n}"


def _events(text: str) -> Iterator[tuple[int, str]]:
    begun, held = 0, list[str]()
    for n, line in enumerate(text.split("\n"), 1):
        if re.match(r"(?i)BEGIN\s*:\s*VEVENT\s*$", line):
            begun, held = n, []
        held.append(line)
        if begun and re.match(r"(?i)END\s*:\s*VEVENT\s*$", line):
            yield begun, "\n".join(held)
            begun = 0


def linkedin(name: str) -> Brought:
    return read(DATA / "linkedin" / name)


def test_connections() -> None:
    came = linkedin("Connections.csv")
    rows = list(
        csv.DictReader((DATA / "linkedin" / "Connections.csv").read_text("utf-8").splitlines()[3:])
    )
    named = [row for row in rows if row["First Name"] or row["Last Name"]]
    assert len(came.contacts) == len(named)
    assert len(came.unread) == len(rows) - len(named) > 0
    with_mail = [row["Email Address"] for row in rows if row["Email Address"]]
    assert [one.emails[0] for one in came.contacts if one.emails] == with_mail
    assert came.contacts[0].met == date(2014, 9, 6)


@pytest.mark.parametrize("name", ["messages_2021.csv", "messages_2025.csv"])
def test_messages(name: str) -> None:
    came = linkedin(name)
    ways = [one.direction for one in came.said]
    assert len(ways) == 5 and ways.count(Direction.OUT) == 1
    assert came.left == ("1 advertisements and notices of LinkedIn",)
    assert not any("<p>" in one.text or "&amp;" in one.text for one in came.said)
    assert sum(one.group for one in came.said) == 1


@pytest.mark.parametrize(
    ("name", "firm"), [("Job Applications.csv", "Company Name"), ("Saved Jobs.csv", "Company Name")]
)
def test_applications_and_saved_jobs(name: str, firm: str) -> None:
    came = linkedin(name)
    with (DATA / "linkedin" / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(came.applied) == sum(bool(row[firm].strip()) for row in rows)
    assert len(came.unread) == sum(not row[firm].strip() for row in rows)
    assert all(one.on for one in came.applied)


def test_invitations() -> None:
    came = linkedin("Invitations.csv")
    with (DATA / "linkedin" / "Invitations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    out = sum(row["Direction"] == "OUTGOING" for row in rows)
    assert sum(one.direction == Direction.OUT for one in came.said) == out
    assert len(came.said) + len(came.unread) == len(rows)


def tracker(folder: str) -> Brought:
    return read(DATA / "trackers" / folder / "job_applications.csv")


def test_trackers() -> None:
    german = tracker("hasanbeker")
    assert len(german.applied) + len(german.unread) == 50
    assert {one.means for one in german.applied} == {MailKind.REJECTION, None}
    assert sum(one.means is None for one in german.applied) == 5
    british = tracker("martinw")
    assert len(british.applied) == 28 and not british.unread
    sankey = tracker("jobsankey")
    assert [len(one.steps) for one in sankey.applied] == [4, 3, 3, 3]
    assert [one.means for one in sankey.applied][:2] == [MailKind.REJECTION, None]
    (one,) = tracker("hemangsharma").applied
    assert (one.company, one.on, one.means) == (
        "IBC Recruitment",
        date(2025, 3, 12),
        Deed.APPLICATION,
    )


def test_the_sample_of_json_resume() -> None:
    came = read(DATA / "resume" / "schema" / "sample.resume.json")
    text = (DATA / "resume" / "schema" / "sample.resume.json").read_text("utf-8").split("\n")
    assert len(came.proofs) == 8
    for one in came.proofs:
        for number, words in one.lines:
            assert words in text[number - 1]


def test_the_cards() -> None:
    (one,) = read(DATA / "contacts" / "vobject" / "test_files__radicale-1587.vcf").contacts
    assert one.name == "Given Family"


def occurrences(name: str, now: datetime) -> list[datetime]:
    path = (
        DATA
        / "calendar"
        / "recurring_ical_events"
        / f"recurring_ical_events__test__calendars__{name}.ics"
    )
    return [one.at for one in read(path, now).appointments]


@pytest.mark.parametrize(
    ("name", "count"),
    # What the suite they come from says of them.
    [("event_10_times", 10), ("one_event", 1), ("three_events", 3), ("each_week_but_two_deleted", None)],
)  # fmt: skip
def test_series_of_the_suite(name: str, count: int | None) -> None:
    found = occurrences(name, datetime(2019, 3, 10, tzinfo=UTC))
    assert found
    if count is not None:
        assert len(found) == count
