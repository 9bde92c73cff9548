"""The cases looked at in other ways: a board of the open ones, the weeks, and views kept by name."""

from __future__ import annotations

import html
import re
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook import ending
from afterword.casebook.decision import Standing
from afterword.casebook.ending import Ending
from afterword.casebook.event import Event
from afterword.casebook.interview import Interview
from afterword.casebook.models import Case
from afterword.casebook.profile import Profile
from afterword.casebook.snooze import Snooze, snooze
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.faces.web.pages import cases as cases_page

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


@pytest.fixture
def three(account: uuid.UUID, web: Any) -> dict[str, Case]:
    """A panel met, an application that ended, and a no in a letter nobody opened."""

    def case(name: str) -> Case:
        began = NOW - timedelta(days=60)
        found = Case.open(account=account, company=name, role="Planner", at=NOW, since=began)
        web.message(account, found, "acknowledgement", at=began)
        return found

    met, over, closed = case("Talked Ltd"), case("Ended Ltd"), case("Sealed Ltd")
    talk = NOW - timedelta(days=20)
    Interview.hold(case=met, when=talk, at=NOW, stage="panel_onsite")
    ending.end(case=over, outcome="rejected", at=NOW)
    web.message(account, closed, "rejection")
    morning.plan(account, NOW)
    return {"met": met, "over": over, "closed": closed}


def page(client: Client, asked: str) -> str:
    answer = client.get(f"/cases/?{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


def columns(text: str) -> dict[str, str]:
    """Each column of a board by its name."""
    parts = re.findall(
        r'<section class="lane"><h2>([^<]*?)\s*<span.*?</h2>(.*?)</section>', text, re.S
    )
    return dict(parts)


def test_the_board_shows_the_open_ones_by_how_far_they_got(
    client: Client, three: dict[str, Case]
) -> None:
    found = columns(page(client, "look=board"))
    assert "Talked Ltd" in found["Late rounds"]
    assert not any("Ended Ltd" in rest for rest in found.values())


def test_a_closed_letter_tells_no_column_how_far_it_got(
    client: Client, account: uuid.UUID, web: Any
) -> None:
    case = Case.open(account=account, company="Sealed Ltd", role="Planner", at=NOW)
    web.message(account, case, "rejection")
    morning.plan(account, NOW)
    found = columns(page(client, "look=board"))
    assert "Sealed Ltd" in found["Closed letters"]
    assert "a no" not in found["Closed letters"]


def test_the_weeks_say_in_words_what_they_draw(client: Client, three: dict[str, Case]) -> None:
    text = page(client, "look=weeks")
    drawn = re.findall(r'<li class="life".*?</li>', text, re.S)
    assert len(drawn) == 3
    met = next(one for one in drawn if "Talked Ltd" in one)
    assert met.count('class="mark-talk"') == 1 and "a talk " in met
    assert 'class="owed"' in met  # the answer is still theirs to give
    over = next(one for one in drawn if "Ended Ltd" in one)
    assert 'class="owed"' not in over and "mark-end-rose" in over
    shares = [float(x) for x in re.findall(r'(?:cx|x1|x|width)="([\d.]+)%"', "".join(drawn))]
    assert shares and all(0 <= share <= 100 for share in shares if share != 100)


def test_a_view_is_kept_by_name_found_again_and_dropped_with_undo(
    client: Client, account: uuid.UUID, three: dict[str, Case]
) -> None:
    there = reverse("web:cases-views")
    view = {"look": "board", "q": "Talked", "which": "open"}
    answer = client.post(there, {**view, "name": "  The  live ones "})
    assert answer.status_code == 303 and "look=board" in answer["Location"]
    text = page(client, "")
    link = re.search(r'<a href="([^"]+)">The live ones</a>', text)
    assert link is not None
    again = client.get(link[1].replace("&amp;", "&")).content.decode()
    assert "Talked Ltd" in again and "Ended Ltd" not in again
    assert 'aria-current="page">The live ones' in again
    client.post(there, {**view, "drop": "The live ones"})
    assert "The live ones" not in page(client, "which=over")
    undo_last(account=account, at=datetime.now(UTC))
    assert "The live ones" in page(client, "which=over")


def test_the_same_name_holds_the_newer_view_and_none_is_refused(
    client: Client, account: uuid.UUID
) -> None:
    there = reverse("web:cases-views")
    for which in ("open", "over"):
        client.post(there, {"name": "Mine", "which": which})
    client.post(there, {"name": "   ", "which": "asks"})
    kept = Profile.of(account, at=NOW).settings["views_of_cases"]
    assert [(one["name"], one["which"]) for one in kept] == [("Mine", "over")]
    assert "Mine" in page(client, "look=lanes")


def test_settings_brought_from_elsewhere_break_no_page(client: Client, account: uuid.UUID) -> None:
    profile = Profile.of(account, at=NOW)
    odd = [{"name": 3}, "x", {"name": "Well", "q": "a"}, {"name": "Bad", "q": ["a"]}]
    profile.describe(at=NOW, settings={"views_of_cases": odd})
    text = page(client, "")
    assert "Well" in text and "Bad" not in text


def test_several_are_ticked_and_one_step_takes_it_back(
    client: Client, account: uuid.UUID, three: dict[str, Case]
) -> None:
    assert 'type="checkbox"' not in page(client, "") and "Choose several" in page(client, "")
    assert page(client, "pick=1").count('type="checkbox"') == 3
    there = reverse("web:cases-several")
    ticked = [str(three["met"].pk), str(three["over"].pk)]
    client.post(there, {"case": ticked, "do": "not_mine"})
    assert "Talked Ltd" not in page(client, "") and "Ended Ltd" not in page(client, "")
    undo_last(account=account, at=datetime.now(UTC))
    assert "Talked Ltd" in page(client, "") and "Ended Ltd" in page(client, "")
    client.post(there, {"case": ticked, "do": "rest"})
    assert Snooze.objects.of(account).count() == 2
    undo_last(account=account, at=datetime.now(UTC))
    assert not Snooze.objects.of(account).exists()


def told(client: Client, case: Any, do: str) -> str:
    """What the page says after a deed done to these."""
    there = reverse("web:cases-several")
    answer = client.post(there, {"case": [str(one.pk) for one in case], "do": do}, follow=True)
    return html.unescape(answer.content.decode())


def test_closing_several_leaves_endings_and_closed_letters_as_they_are(
    client: Client, account: uuid.UUID, three: dict[str, Case]
) -> None:
    said = told(client, three.values(), "given_up")
    ended = dict(Ending.objects.of(account).values_list("case__company__name", "outcome"))
    assert ended == {"Ended Ltd": "rejected", "Talked Ltd": "no_response"}
    assert "1 case is closed." in said
    assert "Passed over: Planner at Ended Ltd (it has ended" in said
    assert "Passed over: Planner at Sealed Ltd (a letter lies there that you have not" in said


def test_closed_cases_leave_the_board_at_once_and_come_back_in_one_step(
    client: Client, account: uuid.UUID, three: dict[str, Case]
) -> None:
    def open_ones() -> str:
        return "".join(columns(page(client, "look=board")).values())

    second = Case.open(account=account, company="Silent Ltd", role="Buyer", at=NOW, since=NOW - timedelta(days=50))  # fmt: skip
    morning.plan(account, NOW)
    both, before = (three["met"], second), open_ones()
    assert "Talked Ltd" in before and "Silent Ltd" in before
    was = dict(Standing.objects.of(account).values_list("case_id", "seen_state"))
    assert "2 cases are closed." in told(client, both, "given_up")
    assert "Talked Ltd" not in open_ones() and "Silent Ltd" not in open_ones()
    state = dict(Standing.objects.of(account).values_list("case_id", "seen_state"))
    assert {state[one.pk] for one in both} == {"closed"}
    done = Event.objects.of(account).filter(verb="ended", says__contains="no answer").get()
    assert "Talked Ltd" in done.says and "Silent Ltd" in done.says
    assert morning.cases_in(done) == {one.pk for one in both}
    for one in both:
        ribbon = client.get(reverse("web:case", args=[one.pk])).content.decode()
        assert "no answer" in ribbon.casefold()
    client.post(reverse("web:undo"))
    assert Ending.objects.of(account).count() == 1
    assert dict(Standing.objects.of(account).values_list("case_id", "seen_state")) == was
    assert "Talked Ltd" in open_ones() and "Silent Ltd" in open_ones()


def test_a_case_that_has_ended_is_not_counted_but_named(
    client: Client, account: uuid.UUID, three: dict[str, Case]
) -> None:
    said = told(client, [three["over"]], "given_up")
    assert "0 cases" not in said and "Nothing was changed." in said and "it has ended" in said
    assert not Event.objects.of(account).filter(says__contains="no answer").exists()


def test_a_week_of_peace_for_several_keeps_every_never(
    client: Client, account: uuid.UUID, three: dict[str, Case]
) -> None:
    met, over = three["met"], three["over"]
    snooze(case=met, until=None, play="P12", at=NOW)
    snooze(case=over, until=None, at=NOW)
    said = told(client, [met, over], "rest")
    assert "1 case rests for a week." in said
    assert "Passed over: Planner at Ended Ltd (you said it is not to be brought up" in said
    today, later = NOW.date(), NOW.date() + timedelta(days=30)
    held = Snooze.objects.get(case=met)
    assert held.rests(today, "P07") and held.rests(later, "P12") and not held.rests(later, "P07")
    assert Snooze.objects.get(case=over).rests(later, "P07")
    undo_last(account=account, at=datetime.now(UTC))
    held = Snooze.objects.get(case=met)
    assert held.rests(today, "P12") and not held.rests(today, "P07")


def test_nothing_ticked_or_what_is_anothers_changes_nothing(
    client: Client, account: uuid.UUID, web: Any, three: dict[str, Case]
) -> None:
    there, stranger = reverse("web:cases-several"), web.visitor(uuid.uuid4())
    client.post(there, {"do": "not_mine", "case": ["x", str(uuid.uuid4())]})
    stranger.post(there, {"do": "not_mine", "case": [str(three["met"].pk)]})
    assert "Talked Ltd" in page(client, "")


@pytest.mark.parametrize("number", ["0", "00", "9" * 7, "9" * 5000, "-1", "x", "²"])
@pytest.mark.parametrize("look", ["", "weeks", "board"])
def test_a_page_that_cannot_be_is_the_first(
    client: Client, three: dict[str, Case], look: str, number: str
) -> None:
    text = page(client, f"look={look}&page={number}")
    assert "Talked Ltd" in text
    assert client.get(f"/people/?page={number}").status_code == 200


def test_a_board_that_is_cut_says_so_and_counts_them_all(
    client: Client, account: uuid.UUID, web: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of five open ones the two with the latest word are drawn: the talk last week, and one applied."""
    for n in range(5):
        began = NOW - timedelta(days=20 + n)
        one = Case.open(account=account, company=f"Firm {n}", role="Planner", at=NOW, since=began)
        web.message(account, one, "acknowledgement", at=began)
        if n == 0:
            Interview.hold(case=one, when=NOW - timedelta(days=7), at=NOW, stage="panel_onsite")
        Case.objects.filter(pk=one.pk).update(last_at=began)
    lead = Case.open(account=account, company="Lead Ltd", at=NOW, since=NOW - timedelta(days=40))
    Case.objects.filter(pk=lead.pk).update(last_at=NOW - timedelta(days=40))
    morning.plan(account, NOW)
    whole = page(client, "look=board")
    assert "with the latest word, of" not in whole
    monkeypatch.setattr(cases_page, "MOST", 2)
    cut = page(client, "look=board")
    assert "Here stand the 2 with the latest word, of 6." in cut

    def counts(text: str) -> dict[str, str]:
        return dict(re.findall(r'<section class="lane"><h2>([^<]*?)\s*<span[^>]*>(\d+)', text))

    assert counts(cut) == counts(whole) and sum(map(int, counts(cut).values())) == 6
    assert counts(cut)["Late rounds"] == "1" and cut.count('<li class="sheet"') == 2
    assert "Lead Ltd" not in cut and "All of these are older" in cut
