"""Days typed by hand: a slip of the pen is asked about, and one bad day kept before ends nothing."""

from __future__ import annotations

import html
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from afterword.casebook.models import Case, Entry, Interview, Profile
from afterword.desk import morning
from afterword.desk.day import agenda

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


@pytest.fixture
def case(account, web) -> Case:
    return Case.open(account=account, company="Northwind", role="Planner", at=NOW)


def say(client, case, when, kind="call"):
    url = reverse("web:entry-add", args=[case.pk])
    return client.post(url, {"kind": kind, "when": when, "channel": "phone"})


@pytest.mark.parametrize("when", ["9999-12-31T23:59", "1850-03-01T10:00", "2100-01-01T10:00"])
def test_an_interview_in_a_year_nobody_means_is_asked_about(client, case, when):
    shown = client.post(
        reverse("web:interview-add", args=[case.pk]), {"when": when, "channel": "video"}
    )
    assert shown.status_code == 422
    words = shown.content.decode()
    assert f"The year {when[:4]} looks like a slip of the pen." in words
    assert f'value="{when}"' in words  # what was typed stays there to be mended
    assert not Interview.objects.exists()


def test_an_interview_next_year_and_one_years_ago_are_taken(client, case, web):
    url = reverse("web:interview-add", args=[case.pk])
    for when in (NOW + timedelta(days=365), NOW - timedelta(days=3000)):
        given = {"when": f"{when:%Y-%m-%dT%H:%M}", "channel": "video"}
        assert client.post(url, given).status_code == 303
    assert Interview.objects.count() == 2


def test_what_was_told_in_1850_or_on_a_day_to_come_is_asked_about(client, case, web):
    shown = say(client, case, "1850-05-05")
    assert shown.status_code == 422
    assert "The year 1850 looks like a slip of the pen." in shown.content.decode()
    for ahead in (1, 2, 400):
        day = (NOW + timedelta(days=ahead)).date()
        shown = say(client, case, f"{day}")
        assert shown.status_code == 422
        words = html.unescape(shown.content.decode())
        assert f"{day:%B} {day.year} is still to come, so it cannot have been said" in words
    assert not Entry.objects.exists()
    assert say(client, case, f"{NOW.date()}").status_code == 303
    assert Entry.objects.count() == 1


def test_words_of_a_person_and_a_touch_are_never_of_tomorrow(client, case, web, account):
    case = web.full(account)
    tomorrow = f"{(NOW + timedelta(days=1)).date()}"
    heard = {"quote": "We lose days", "kind": "challenge", "basis": "said", "on": tomorrow}
    assert client.post(reverse("web:remark-add", args=[case.pk]), heard).status_code == 422
    person = case.seats.get().person
    touch = {"when": tomorrow, "channel": "phone"}
    assert client.post(reverse("web:touch-add", args=[person.pk]), touch).status_code == 422


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/New_York"])
@pytest.mark.parametrize("year", [1850, 9999])
def test_a_talk_kept_with_such_a_year_ends_neither_the_calendar_nor_a_page(
    client, case, account, web, zone, year
):
    bad = (
        datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
        if year == 9999
        else datetime(year, 1, 1, tzinfo=UTC)
    )
    Interview.hold(case=case, when=bad, at=NOW)
    good = Case.open(account=account, company="Acme", role="Head of Supply", at=NOW)
    Interview.hold(case=good, when=NOW + timedelta(days=2), at=NOW)
    Profile.of(account, at=NOW).describe(at=NOW, zone=zone, settings={"zone_seen": True})
    morning.plan(account, NOW)
    feed = client.get("/due.ics")
    assert feed.status_code == 200
    assert b"Acme" in feed.content and b"9999" not in feed.content
    for page in ("/", "/cases/", reverse("web:case", args=[case.pk]), "/numbers/"):
        assert client.get(page).status_code == 200, page


def test_a_promise_in_the_year_9999_ends_the_calendar_as_little(account, case, web):
    Interview.hold(case=case, when=NOW - timedelta(days=2), at=NOW)
    Entry.enter(
        case=case,
        kind="status_update",
        when=NOW - timedelta(days=1),
        at=NOW,
        channel="phone",
        promised=date(9999, 12, 31),
    )
    morning.plan(account, NOW)
    assert b"9999" not in agenda.ics(account, NOW)
