"""Each format on its own invented specimens: what is read, and what is named with its line."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.errors import UserError
from afterword.intake.bringing import bring, what_is
from afterword.intake.calendar import ics
from afterword.intake.contacts.profiles import profile_of
from afterword.intake.resume import papers
from afterword.intake.resume.reading import figures
from afterword.intake.tables import table_of
from afterword.intake.trackers.adapter import meaning
from afterword.intake.trackers.days import day_of, order_of
from afterword.terms import Brought, Deed, Direction, MailKind

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)


def read(text: str | bytes, name: str = "file") -> Brought:
    return bring(text if isinstance(text, bytes) else text.encode(), name, now=NOW)


# ── people ──────────────────────────────────────────────────────────────────

OLD_CARD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =\r\nM=C3=BCller\r\n"
    "TEL;CELL:+49 30 123456\r\nEMAIL;INTERNET:Joerg@Acme.example\r\nORG:Acme;Sales\r\nEND:VCARD\r\n"
)
NEW_CARD = (
    "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:1\nFN:Dana Reyes\nTEL;VALUE=uri:tel:+1-555-0100;ext=1\n"
    "EMAIL;PREF=1:dana@acme.example\nURL:https://www.linkedin.com/in/Dana-Reyes/\n"
    "ADR;TYPE=work:;;1 Road;Town;;12345;US\nEND:VCARD\n"
)


def test_a_card_of_1996_and_one_of_today() -> None:
    (one,) = read(OLD_CARD).contacts
    assert (one.name, one.emails, one.company) == ("Jörg Müller", ("joerg@acme.example",), "Acme")
    (two,) = read(NEW_CARD).contacts
    assert (two.name, two.phones, two.profile, two.card) == (
        "Dana Reyes",
        ("+1-555-0100",),
        "linkedin.com/in/dana-reyes",
        "urn:uuid:1",
    )
    assert two.postal == "1 Road\n12345 Town\nUS"


def test_broken_cards_are_named_by_their_line_and_the_others_read() -> None:
    came = read(
        "BEGIN:VCARD\nVERSION:3.0\nFN:No End\nBEGIN:VCARD\nVERSION:3.0\nN:;;;;\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Well Made\nEND:VCARD\n"
    )
    assert [one.name for one in came.contacts] == ["No End", "Well Made"]
    assert [(one.line, one.reason) for one in came.unread] == [
        (1, "The card has no end; what stands in it was read."),
        (4, "The card has neither a name nor an address."),
    ]


@pytest.mark.parametrize(
    ("head", "row", "firm"),
    [
        (
            "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name",
            "Dana Reyes,Dana,Reyes,* Work,a@x.example ::: b@x.example,+1 555 0100 ::: +1 555 0101,Acme",
            "Acme",
        ),
        (
            "First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value,Phone 2 - Value",
            "Dana,,Reyes,Acme,x,Work,a@x.example,b@x.example,+1 555 0100,+1 555 0101",
            "Acme",
        ),
        (
            "First Name,Last Name,Company,Job Title,E-mail Address,E-mail 2 Address,Business Phone,Mobile Phone",
            "Dana,Reyes,Acme,Head,A@x.example,b@x.example,+1 555 0100,+1 555 0101",
            "Acme",
        ),
        (
            "Vorname;Nachname;Firma;E-Mail-Adresse;E-Mail-2-Adresse;Telefon geschäftlich;Mobiltelefon",
            "Dana;Reyes;Acme;a@x.example;b@x.example;+1 555 0100;+1 555 0101",
            "Acme",
        ),
    ],
    ids=["google until 2024", "google now", "outlook", "outlook in German"],
)  # fmt: skip
def test_address_books_are_read_by_their_headings(head: str, row: str, firm: str) -> None:
    came = read(f"{head}\n{row}\n")
    assert came.kind == "contacts"
    (one,) = came.contacts
    assert (one.name, one.company) == ("Dana Reyes", firm)
    assert one.emails == ("a@x.example", "b@x.example")
    assert one.phones == ("+1 555 0100", "+1 555 0101")


CONNECTIONS = (
    'Notes:\n"When exporting, some addresses are missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Dana,Reyes,https://www.linkedin.com/in/dana,,Acme,Head,06 Sep 2014\n"
    ",,,,,,07 Sep 2014\n"
    "Kit,Moor,https://www.linkedin.com/in/kit,kit@x.example,,,06-Sep-14\n"
)


def test_connections_below_their_preamble() -> None:
    came = read(CONNECTIONS)
    assert [(one.name, one.met) for one in came.contacts] == [
        ("Dana Reyes", date(2014, 9, 6)),
        ("Kit Moor", date(2014, 9, 6)),
    ]
    assert [one.line for one in came.unread] == [6]


def test_the_export_of_2018_in_sixteen_bits_and_with_tabs() -> None:
    text = "From\tTo\tDate\tSubject\tContent\tDirection\tFolder\nDana Reyes\tSam Reed\t8/17/18, 5:06 AM\tHello\tA word\tINCOMING\tINBOX\n"
    (one,) = read(text.encode("utf-16")).said
    assert (one.name, one.direction) == ("Dana Reyes", Direction.IN)
    assert one.at == datetime(2018, 8, 17, 5, 6, tzinfo=UTC)


def test_a_whole_export_as_zip_names_what_it_did_not_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("Connections.csv", CONNECTIONS)
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nSam,Reed,Planner\n")
        archive.writestr(
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\nNorthwind,Planner,Cut waste by 30%,,Jan 2019,\nBeta,Clerk,,,2017,2018\n",
        )
        archive.writestr("Skills.csv", "Name\nPlanning\n")
        archive.writestr(
            "messages.csv",
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT\nt,,Sam Reed,https://www.linkedin.com/in/sam,Dana Reyes,https://www.linkedin.com/in/dana,2024-05-15 10:30:00 UTC,,Hello,INBOX,No\n",
        )
    assert what_is(file.getvalue()) == "linkedin"
    came = read(file.getvalue(), "export.zip")
    assert came.own_name == "Sam Reed"
    assert len(came.contacts) == 2
    (said,) = came.said
    assert (said.direction, said.name) == (Direction.OUT, "Dana Reyes")
    (proof,) = came.proofs
    assert (proof.employer, proof.numbers) == ("Northwind", ("30%",))
    assert any("Skills.csv" in one for one in came.left)
    assert ("Positions.csv", 3) in [(one.where, one.line) for one in came.unread]


def test_a_damaged_zip_says_so() -> None:
    with pytest.raises(UserError, match="damaged"):
        bring(b"PK\x03\x04rubbish", "x.zip", now=NOW, kind="linkedin")


@pytest.mark.parametrize(
    ("address", "mark"),
    [
        ("https://www.linkedin.com/in/Dana-Reyes/?x=1", "linkedin.com/in/dana-reyes"),
        ("http://de.linkedin.com/in/j%C3%B6rg", "linkedin.com/in/jörg"),
        ("https://notlinkedin.com/in/dana", ""),
        ("https://example.org/?u=linkedin.com", ""),
        ("", ""),
    ],
)
def test_a_page_has_one_mark(address: str, mark: str) -> None:
    assert profile_of(address) == mark


# ── tables ──────────────────────────────────────────────────────────────────


def test_a_quotation_that_never_closes_is_named() -> None:
    came = table_of('A,B\n1,"open\n2,x\n3,y\n')
    assert any("never closes" in one.reason for one in came.unread)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x85"])
def test_what_is_no_line_end_cuts_no_row(sign: str) -> None:
    text = f'Company,Role,Note\nAcme,Buyer,call{sign}Bolt,Clerk\nCord,"a\nb",{sign}\nDell,Cook\n'
    came = table_of(text)
    assert [(one.line, one["company"]) for one in came.rows] == [
        (2, "Acme"),
        (3, "Cord"),
        (5, "Dell"),
    ]
    # Mixed line ends of a text that came as it is count as before.
    ends = table_of("Company,Role\r\nAcme,Buyer\rBolt,Clerk\nCord,Cook\r\n")
    assert [one.line for one in ends.rows] == [2, 3, 4]


def test_a_line_with_too_many_cells_is_read_and_named() -> None:
    came = table_of("A,B\n1,2,3\n")
    assert came.rows[0]["a"] == "1"
    assert [one.line for one in came.unread] == [2]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.lists(st.text(alphabet="abc ,;\"'\n\tÄ0", max_size=8), min_size=2, max_size=4),
        min_size=1,
        max_size=6,
    )
)
def test_any_table_written_by_the_library_is_read_without_a_crash(rows: list[list[str]]) -> None:
    import csv

    file = io.StringIO()
    csv.writer(file).writerows([["first", "second"], *rows])
    came = table_of(file.getvalue())
    full = [row for row in rows if any(cell.strip() for cell in row[:2])]
    assert len(came.rows) + len(came.unread) >= len(full)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_no_bytes_whatever_bring_the_house_down(data: bytes) -> None:
    with contextlib.suppress(UserError):
        bring(data, "x", now=NOW)


# ── calendar ────────────────────────────────────────────────────────────────


def calendar(*lines: str) -> str:
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR"])


def entry(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def test_an_hour_without_a_zone_is_the_readers_own() -> None:
    text = calendar(entry("UID:1", "DTSTART:20260320T140000", "SUMMARY:x"))
    came = ics.parse(text.encode(), "x", now=NOW, zone=ZoneInfo("Europe/Berlin"))
    assert came.appointments[0].at == datetime(2026, 3, 20, 13, tzinfo=UTC)


def test_a_zone_of_its_own_making_is_followed() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:House\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0530\n"
        "TZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE"
    )
    text = calendar(zone, entry("UID:1", "DTSTART;TZID=House:20260320T140000"))
    assert read(text).appointments[0].at == datetime(2026, 3, 20, 8, 30, tzinfo=UTC)


def test_a_series_over_the_change_of_clocks_with_one_moved_and_one_left_out() -> None:
    text = calendar(
        entry(
            "UID:s",
            "DTSTART;TZID=Europe/Berlin:20260316T100000",
            "RRULE:FREQ=WEEKLY;COUNT=4",
            "EXDATE;TZID=Europe/Berlin:20260323T100000",
        ),
        entry(
            "UID:s",
            "RECURRENCE-ID;TZID=Europe/Berlin:20260330T100000",
            "DTSTART;TZID=Europe/Berlin:20260331T120000",
        ),
    )
    came = ics.parse(text.encode(), "x", now=NOW, zone=ZoneInfo("Europe/Berlin"))
    assert [one.at.astimezone(UTC) for one in came.appointments] == [
        datetime(2026, 3, 16, 9, tzinfo=UTC),
        datetime(2026, 3, 31, 10, tzinfo=UTC),
        datetime(2026, 4, 6, 8, tzinfo=UTC),
    ]
    # The moved one is still the one of the 30th.
    assert came.appointments[1].occurrence.startswith("2026-03-30T10:00")


def test_one_broken_event_hurts_no_other_and_is_named() -> None:
    text = calendar(
        entry("UID:1", "DTSTART:not a date"),
        entry("UID:2", "SUMMARY:no beginning"),
        entry("UID:3", "DTSTART:20260320T140000Z"),
    )
    came = read(text)
    assert [one.uid for one in came.appointments] == ["3"]
    assert [one.line for one in came.unread] == [3, 7]


def test_cancelled_by_method_and_by_status() -> None:
    text = calendar("METHOD:CANCEL", entry("UID:1", "DTSTART:20260320T140000Z"))
    assert read(text).appointments[0].cancelled
    text = calendar(entry("UID:1", "DTSTART:20260320T140000Z", "STATUS:CANCELLED"))
    assert read(text).appointments[0].cancelled


def test_rooms_are_nobody_and_people_have_names() -> None:
    text = calendar(
        entry(
            "UID:1",
            "DTSTART:20260320T140000Z",
            'ORGANIZER;CN="Reyes, Dana":mailto:Dana@Acme.example',
            "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@acme.example",
            "ATTENDEE;CN=kit@x.example:mailto:kit@x.example",
        )
    )
    (one,) = read(text).appointments
    assert one.organiser is not None
    assert (one.organiser.name, one.organiser.email) == ("Reyes, Dana", "dana@acme.example")
    assert [(who.name, who.email) for who in one.attendees] == [("", "kit@x.example")]


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 5), st.integers(0, 4))
def test_every_event_is_read_or_named(good: int, bad: int) -> None:
    events = [entry(f"UID:g{n}", f"DTSTART:202603{10 + n}T100000Z") for n in range(good)]
    events += [entry(f"UID:b{n}", "SUMMARY:x") for n in range(bad)]
    came = ics.parse(calendar(*events).encode(), "x", now=NOW, zone=UTC)
    assert len(came.appointments) == good
    assert len(came.unread) == bad


# ── proof ───────────────────────────────────────────────────────────────────


def test_json_resume_with_its_lines() -> None:
    value = {
        "basics": {"name": "Sam Reed", "email": "sam@home.example"},
        "work": [
            {
                "name": "Northwind",
                "position": "Planner",
                "startDate": "2019-01",
                "highlights": ["Cut waste by 30%, saving 200k EUR"],
            }
        ],
    }
    text = json.dumps(value, indent=1)
    came = read(text)
    (one,) = came.proofs
    line = text.split("\n").index('    "Cut waste by 30%, saving 200k EUR"') + 1
    assert one.lines == ((line, "Cut waste by 30%, saving 200k EUR"),)
    assert (one.action, one.result) == ("Cut waste by 30%", "saving 200k EUR")
    assert (one.employer, one.when) == ("Planner, Northwind", "2019-01")
    assert came.own_addresses == ("sam@home.example",)


def test_json_that_breaks_off_names_the_line() -> None:
    assert [one.line for one in read('{"basics": {\n"name": "x",\n').unread] == [3]


def test_word_and_pdf_give_the_same_stories_as_the_text() -> None:
    import docx
    import typst

    points = ["Cut waste by 30% in a year", "Led 12 people through a move"]
    document = docx.Document()
    document.add_paragraph("Experience")
    document.add_paragraph("Northwind, Planner")
    for one in points:
        document.add_paragraph(one, style="List Bullet")
    document.add_paragraph("Education")
    file = io.BytesIO()
    document.save(file)
    assert what_is(file.getvalue()) == "docx"
    came = papers.parse_docx(file.getvalue(), "cv.docx")
    assert [one.lines[-1] for one in came.proofs] == [(3, points[0]), (4, points[1])]
    source = (
        "Experience\n\nNorthwind, Planner\n\n"
        + "\n".join(f"- {one}" for one in points)
        + "\n\nEducation\n"
    )
    pdf = typst.compile(source.encode(), format="pdf")
    assert what_is(pdf) == "pdf"
    assert [one.title for one in papers.parse_pdf(pdf, "cv.pdf").proofs] == points


def test_a_picture_of_a_page_says_so() -> None:
    import typst

    pdf = typst.compile(b"#rect(width: 3cm, height: 2cm)", format="pdf")
    (one,) = papers.parse_pdf(pdf, "scan.pdf").unread
    assert "pictures" in one.reason


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 2.1% to 0.4%", ("2.1%", "0.4%")),
        ("in 2019 we moved", ()),
        ("Led 12 people", ("12 people",)),
        ("1 team", ()),
        ("saved $300k", ("$300k",)),
    ],
)
def test_figures_say_how_much_and_years_do_not(text: str, found: tuple[str, ...]) -> None:
    assert figures(text) == found


# ── trackers ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    ["2025-03-04", "2025/3/4", "04.03.2025", "4 Mar 2025", "Mar 4, 2025", "4 mars 2025", "4. März 2025", "Tuesday, March 4, 2025", "45720", "2025-03-04T10:00:00Z"],
)  # fmt: skip
def test_days_of_many_styles(text: str) -> None:
    assert day_of(text) == date(2025, 3, 4)


def test_two_readings_are_no_reading_until_one_line_tells() -> None:
    assert day_of("03/04/2025") is None
    assert day_of("03/04/2025", day_first=True) == date(2025, 4, 3)
    assert order_of(["03/04/2025", "05/06/2025"]) == (None, True)
    assert order_of(["03/04/2025", "13/04/2025"]) == (True, False)
    assert order_of(["03/04/2025", "04/13/2025"]) == (False, False)
    assert order_of(["13/04/2025", "04/13/2025", "03/04/2025"]) == (None, True)
    assert order_of(["04/04/2025", "2025-01-01"]) == (None, False)


@settings(deadline=None, max_examples=60)
@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.booleans())
def test_a_day_written_with_its_order_comes_back(day: date, first: bool) -> None:
    text = day.strftime("%d/%m/%Y" if first else "%m/%d/%Y")
    assert day_of(text, day_first=first) == day


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("Negative (Application rejected)", MailKind.REJECTION),
        ("Rejected", MailKind.REJECTION),
        ("Offer declined", Deed.OFFER_DECLINED),
        ("Offer", MailKind.OFFER),
        ("Hired", Deed.OFFER_ACCEPTED),
        ("On hold", MailKind.ON_HOLD),
        ("Position filled", MailKind.POSITION_FILLED),
        ("Withdrawn", MailKind.WITHDRAWN),
        ("Final Round", Deed.INTERVIEW),
        ("Applied", Deed.APPLICATION),
        ("Ghosted", None),
        ("Wishlist", None),
    ],
)
def test_what_a_status_means(word: str, means: MailKind | Deed | None) -> None:
    assert meaning(word)[0] == means
    assert meaning(word)[2]


def test_a_history_of_stages_becomes_dated_steps() -> None:
    text = (
        "Name,Application URL,Date,Stage,Stage History\n"
        "Acme,https://acme.example/jobs,2025-11-05,Rejected,"
        "\"[{'stage': 'Applied', 'date': '2025-11-05'}, {'stage': 'Phone Screen', 'date': '2025-11-12'}, {'stage': 'Rejected', 'date': '2025-11-20'}]\"\n"
    )
    (one,) = read(text).applied
    assert [(step.on.day, step.kind) for step in one.steps] == [
        (5, Deed.APPLICATION),
        (12, Deed.INTERVIEW),
        (20, MailKind.REJECTION),
    ]


def test_columns_no_heading_tells_are_asked_for() -> None:
    came = bring(b"Alpha,Beta,Gamma\nAcme,x,y\n", "x", now=NOW, kind="tracker")
    assert came.asks == "columns"
    assert [one.heading for one in came.columns] == ["Alpha", "Beta", "Gamma"]
    assert came.columns[0].sample == ("Acme",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (OLD_CARD, "vcard"),
        (calendar(), "calendar"),
        (CONNECTIONS, "linkedin"),
        ('{"basics": {}, "work": []}', "json"),
        ("Company,Role,Status\nA,B,Applied\n", "tracker"),
        ("Sam\nExperience\n- Did a thing in 2019\nEducation\nx\n", "resume"),
        ("From jo@x.example Mon Jan  1 00:00:00 2024\nSubject: x\n\nHello\n", ""),
        ("From: jo@x.example\nTo: sam@x.example\nSubject: Experience\n\nEducation, too\n", ""),
        ("", ""),
    ],
)
def test_a_file_is_told_by_what_stands_in_it(text: str, kind: str) -> None:
    assert what_is(text.encode()) == kind


def test_a_series_of_every_day_is_cut_and_it_is_said() -> None:
    text = calendar(entry("UID:1", "DTSTART:20250101T100000Z", "RRULE:FREQ=DAILY"))
    came = read(text)
    assert len(came.appointments) == 500
    assert "500" in came.unread[0].reason
    assert all(abs(one.at - NOW) < timedelta(days=500) for one in came.appointments)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=2",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8;BYMINUTE=0,5,10,15,20,25,30",
    ],
)
def test_a_rule_made_to_keep_us_busy_is_refused_at_once(rule: str) -> None:
    text = calendar(entry("UID:1", "DTSTART:19700101T100000Z", f"RRULE:{rule}"))
    came = read(text)
    assert len(came.appointments) == 1
    assert [one.line for one in came.unread] == [3]
