"""The demo mailbox is whole on any day: real mails, an answer for each, and dates that move with today."""

from __future__ import annotations

import mailbox
import re
import tomllib
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from afterword.intake.demo import build


def words(line: str) -> set[str]:
    return set(line.split())


TUESDAY, SATURDAY = date(2026, 3, 10), date(2025, 8, 16)
WEEK = [date(2026, 10, 19) + timedelta(days=n) for n in range(7)]
DAYS = [TUESDAY, SATURDAY, date(2027, 1, 4), *WEEK]
KEY: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "specimens/demo_expected.toml").read_text("utf-8")
)
KINDS = words("""acknowledgement application_viewed action_needed outreach assessment interview_invitation
    interview_logistics status_update reference_check offer rejection position_filled on_hold cancelled reopened
    withdrawn offer_rescinded job_alert account other_job not_job""")
STATES = words("lead active awaiting overdue quiet soft_closed on_hold offer closed")
OUTCOMES = words("""hired rejected position_filled cancelled withdrawn offer_declined offer_rescinded no_response
    expired""")
STAGES = words("""lead applied recruiter_screen assessment hiring_manager_interview panel_onsite final_executive
    reference_background_check verbal_offer written_offer accepted""")
REMARKS = words("challenge first_priority doubt praise rival promise topic logistics")
PARTS = words("""recruiter_internal recruiter_agency sourcer coordinator hiring_manager skip_level_or_executive
    panel_interviewer peer HR_partner decision_maker sponsor gatekeeper referrer introducer referee mentor
    peer_job_seeker""")


@cache
def season(today: date) -> dict[str, EmailMessage]:
    return {key: message_from_bytes(raw, policy=policy.default) for key, raw in build.mails(today)}


def text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain", "html"))
    assert part is not None
    return re.sub(
        r"\s+",
        " ",
        re.sub(r"<[^>]+>", " ", part.get_content())
        if "html" in part.get_content_type()
        else part.get_content(),
    )


def sent(mail: EmailMessage) -> datetime:
    when: datetime = mail["Date"].datetime
    return when


def test_there_are_enough_mails_and_employers() -> None:
    assert len(season(TUESDAY)) >= 150
    assert len({case["company"] for case in KEY["case"].values()}) >= 15


def test_every_mail_has_its_answer_and_every_answer_its_mail() -> None:
    assert set(season(TUESDAY)) == set(KEY["mail"])


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_mail_parses_without_a_defect(today: date) -> None:
    for key, mail in season(today).items():
        assert not [defect for part in mail.walk() for defect in part.defects], key
        assert (
            mail["From"].addresses
            and mail["To"].addresses
            and mail["Subject"]
            and mail["Message-ID"]
        ), key
        assert text(mail).strip(), key


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_season_is_five_months_long_and_never_ahead_of_today(today: date) -> None:
    times = [sent(mail) for mail in season(today).values()]
    assert times == sorted(times)
    assert max(time.date() for time in times) <= today
    assert max(time.astimezone(UTC).date() for time in times) <= today
    assert min(time.date() for time in times) > today - timedelta(days=153)
    assert today - max(time.date() for time in times) <= timedelta(days=4)


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_people_at_work_write_on_working_days_at_working_hours(today: date) -> None:
    for key, mail in season(today).items():
        when = sent(mail)
        machine = (
            mail["Auto-Submitted"]
            or mail["Precedence"]
            or key.startswith(("private", "quillon-03"))
        )
        if KEY["mail"][key]["kind"] != "not_job" and not machine:
            assert when.weekday() < 5, key
            assert 6 <= when.hour < 22, key


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_no_mark_is_left_unrendered(today: date) -> None:
    for key, mail in season(today).items():
        for part in mail.walk():
            if part.get_content_maintype() == "text":
                assert "{{" not in part.get_content() and "}}" not in part.get_content(), key
        assert "{{" not in str(mail["Subject"]), key
    assert "{{" not in repr(build.notes(today))


def test_another_day_gives_the_same_mails_under_the_same_names() -> None:
    one, other = season(TUESDAY), season(SATURDAY)
    assert set(one) == set(other)
    assert {key: mail["Message-ID"] for key, mail in one.items()} == {
        k: m["Message-ID"] for k, m in other.items()
    }
    assert len({mail["Message-ID"] for mail in one.values()}) == len(one)
    assert build.mails(TUESDAY) == build.mails(TUESDAY)


def test_the_dates_in_the_words_move_with_today() -> None:
    assert "Friday 13 March" in text(season(TUESDAY)["calderwick-17-when"])
    assert "Wednesday 20 August" in text(season(SATURDAY)["calderwick-17-when"])
    assert build.notes(TUESDAY)["debrief"][0]["on"] == "2026-03-05"


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_an_answer_comes_after_what_it_answers(today: date) -> None:
    ids = {mail["Message-ID"]: sent(mail) for mail in season(today).values()}
    answers = [mail for mail in season(today).values() if mail["In-Reply-To"]]
    assert len(answers) > 60
    for mail in answers:
        assert ids[mail["In-Reply-To"]] < sent(mail)
        assert mail["References"].split()[-1] == mail["In-Reply-To"]


def test_the_decisive_words_stand_in_their_mail() -> None:
    for key, row in KEY["mail"].items():
        for quoted in (row[name] for name in ("decisive", "gap") if name in row):
            assert quoted in text(season(TUESDAY)[key]).replace(" ,", ","), key


def test_the_key_speaks_the_words_of_the_contract() -> None:
    for key, row in KEY["mail"].items():
        assert {row["kind"], row.get("kind_also", row["kind"])} <= KINDS, key
        assert row["direction"] in ("in", "out"), key
        assert all(re.fullmatch(r"R(0[1-9]|1\d)", code) for code in row.get("reasons", [])), key
        assert row.get("case", "calderwick-operations") in KEY["case"], key
    for slug, case in KEY["case"].items():
        assert {case["state"], *case.get("state_also", [])} <= STATES, slug
        assert {case["stage"], case.get("stage_also", "lead")} <= STAGES, slug
        assert (case["state"] == "closed") == ("outcome" in case), slug
        assert {case[name] for name in ("outcome", "outcome_also") if name in case} <= OUTCOMES, (
            slug
        )
        for person in case["people"]:
            assert {person["part"], person.get("part_also", person["part"])} <= PARTS, slug


def test_each_mail_belongs_to_one_case_at_most_and_says_the_same() -> None:
    owners = Counter(
        key for case in KEY["case"].values() for key in (*case["keys"], *case.get("may_keys", []))
    )
    assert max(owners.values()) == 1
    for slug, case in KEY["case"].items():
        assert all(
            KEY["mail"][key]["case"] == slug for key in (*case["keys"], *case.get("may_keys", []))
        ), slug


def test_direction_follows_the_sender() -> None:
    mine = set(build.notes(TUESDAY)["me"]["addresses"])
    for key, mail in season(TUESDAY).items():
        out = mail["From"].addresses[0].addr_spec in mine
        assert KEY["mail"][key]["direction"] == ("out" if out else "in"), key


def test_the_mailbox_reads_back(tmp_path: Path) -> None:
    count = build.write_mbox(tmp_path / "demo.mbox", TUESDAY)
    box = mailbox.mbox(tmp_path / "demo.mbox")
    assert len(box) == count == len(season(TUESDAY))
    labels = {mail["Message-ID"]: mail["X-Gmail-Labels"] for mail in box}
    for key, mail in season(TUESDAY).items():
        assert labels[mail["Message-ID"]].startswith(
            "Sent" if KEY["mail"][key]["direction"] == "out" else "Inbox"
        )


def test_the_formats_of_real_mailboxes_are_all_there() -> None:
    parts = [part for mail in season(TUESDAY).values() for part in mail.walk()]
    charsets = {
        part.get_content_charset() for part in parts if part.get_content_maintype() == "text"
    }
    assert {"utf-8", "iso-8859-1", "windows-1252"} <= charsets
    assert {"text/calendar", "application/pdf", "text/html", "text/plain"} <= {
        p.get_content_type() for p in parts
    }
    assert any(mail.get_content_type() == "text/html" for mail in season(TUESDAY).values())
    raw = dict(build.mails(TUESDAY))
    assert any(b"\r\nSubject: =?utf-8?" in mail.split(b"\r\n\r\n")[0] for mail in raw.values())


def test_the_notes_hold_what_the_letters_need() -> None:
    notes = build.notes(TUESDAY)
    assert 8 <= len(notes["story"]) <= 10
    assert any(story["confidential"] for story in notes["story"])
    for story in notes["story"]:
        assert (
            story["situation"]
            and story["action"]
            and story["result"]
            and story["numbers"]
            and story["confirm"]
        )
        assert re.fullmatch(r"20\d\d", story["when"])
    for debrief in notes["debrief"]:
        assert date.fromisoformat(debrief["on"]) <= TUESDAY
        for remark in debrief["remarks"]:
            assert remark["kind"] in REMARKS
            assert remark["basis"] in ("said", "inferred", "guessed")
    assert [
        event
        for event in notes["event"]
        if event["channel"] == "phone" and event["kind"] == "rejection"
    ]
    stories = {story["key"] for story in notes["story"]}
    answered = {d["answered_by"] for case in KEY["case"].values() for d in case.get("doubts", [])}
    assert answered <= stories
