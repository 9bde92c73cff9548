"""How long "not now" lasts: a day of theirs is never slept through, and the day has an end."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Case, Move, Snooze, Standing
from afterword.casebook.snooze import snooze
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.day import putting_off
from afterword.faces import clock

pytestmark = pytest.mark.django_db

#: A Tuesday, nine in the morning in London.
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each deed of a person has a moment of its own.
    ticks = count()
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(seconds=next(ticks)))
    # The moves stand here as they are written down; planning would weigh them anew.
    monkeypatch.setattr(morning, "freshen", lambda *_given: None)


def a_case(
    account: uuid.UUID, company: str, *, promised: date | None = None, urgency: int = 2, **move: Any
) -> Case:
    """A case that asks for something, as planning would have kept it."""
    case = Case.open(account=account, company=company, role="Planner", at=NOW - 40 * DAY)
    Standing.objects.create(
        account=account, entered_at=NOW, case=case, at=NOW, state="awaiting",
        seen_state="awaiting", promised=promised,
    )  # fmt: skip
    Move.objects.create(
        account=account, entered_at=NOW, case=case, at=NOW, play="P07", why="It is time.",
        urgency=urgency, source="P07: S2", **move,
    )  # fmt: skip
    return case


def not_now(client: Client, case: Case) -> str:
    answer = client.post(
        reverse("web:case-rest", args=[case.pk]), {"until": "later", "to": "/"}, follow=True
    )
    return answer.content.decode()


@pytest.mark.parametrize(
    ("promised", "when", "until", "due"),
    [
        (None, None, TODAY + 7 * DAY, None),
        # our own day is over or today: nothing of theirs would be missed in a week
        (None, TODAY, TODAY + 7 * DAY, None),
        (None, TODAY + 2 * DAY, TODAY + DAY, TODAY + 2 * DAY),
        (TODAY + 16 * DAY, TODAY, TODAY + DAY, TODAY + 16 * DAY),
        (TODAY + DAY, TODAY, TODAY + DAY, TODAY + DAY),
        (TODAY, TODAY, TODAY, TODAY),
        # the day they named has passed, so it presses no longer
        (TODAY - DAY, TODAY, TODAY + 7 * DAY, None),
    ],
)
def test_what_has_a_day_is_there_again_the_next_morning(
    account: uuid.UUID, promised: date | None, when: date | None, until: date, due: date | None
) -> None:
    case = a_case(account, "Firm", promised=promised, when=when)
    pause = putting_off.pauses(account, [case], TODAY)[case.pk]
    assert (pause.until, pause.due) == (until, due)


def test_a_mail_that_asks_by_a_day_counts_until_it_is_answered(
    web: Any, account: uuid.UUID
) -> None:
    case = a_case(account, "Firm")
    mail = web.message(account, case, "reopened")
    mail.reading = {**mail.reading, "asked_by": str(TODAY + DAY)}
    mail.save()
    assert putting_off.their_days(account, [case], TODAY) == {case.pk: TODAY + DAY}
    answer = web.message(account, case, "other_job")
    answer.direction, answer.at = "out", mail.at + timedelta(hours=1)
    answer.save()
    assert putting_off.their_days(account, [case], TODAY) == {}


def test_the_page_says_when_it_is_back_and_undo_brings_it_back(
    client: Client, account: uuid.UUID
) -> None:
    far = a_case(account, "Far", promised=TODAY + 3 * DAY)
    said = not_now(client, far)
    assert "Back tomorrow morning: the day they named is 13 March." in said
    assert Snooze.objects.get(case=far).until == TODAY + DAY
    # The word is still the user's own: nobody else is waited for there.
    page = morning.today(account, clock.now())
    assert (page.cards, page.later, page.waiting) == ((), (), ())
    said = client.post(reverse("web:undo"), follow=True).content.decode()
    assert "it is among the things of today again" in said and "rests until" not in said
    assert not Snooze.objects.exists()


def test_what_is_due_tomorrow_says_so_and_what_is_for_today_stays(
    client: Client, account: uuid.UUID
) -> None:
    near, last = (
        a_case(account, "Near", promised=TODAY + DAY),
        a_case(account, "Last", promised=TODAY),
    )
    assert "tomorrow, 11 March, is the day itself" in not_now(client, near)
    assert "It is for today, so it is not put away" in not_now(client, last)
    assert not Snooze.objects.filter(case=last).exists()
    page = morning.today(account, NOW, "Europe/London")
    assert [card.company for card in page.cards] == ["Last"]


def test_several_at_once_rest_no_longer_than_their_days_allow(
    client: Client, account: uuid.UUID
) -> None:
    free, dated = a_case(account, "Free"), a_case(account, "Dated", promised=TODAY + 3 * DAY)
    due = a_case(account, "Due", promised=TODAY)
    form = {"case": [str(one.pk) for one in (free, dated, due)], "do": "rest"}
    said = client.post(reverse("web:cases-several"), form, follow=True).content.decode()
    assert (
        "2 cases rest for a week." in said and "1 of them has a day, and is back tomorrow." in said
    )
    assert "Planner at Due (it is for today)" in said
    rests = {row.case_id: row.until for row in Snooze.objects.all()}
    assert rests == {free.pk: TODAY + 7 * DAY, dated.pk: TODAY + DAY}


def test_a_day_has_three_things_and_what_was_put_off_leaves_its_place_empty(
    client: Client, account: uuid.UUID
) -> None:
    cases = [a_case(account, f"Firm {n}") for n in range(5)]
    assert len(morning.today(account, clock.now()).cards) == 3
    assert "Two things are left for today." in not_now(client, cases[0])
    page = morning.today(account, clock.now())
    assert [card.company for card in page.cards] == ["Firm 1", "Firm 2"]
    assert [card.company for card in page.later] == ["Firm 3", "Firm 4"]
    not_now(client, cases[1])
    assert "That is all for today." in not_now(client, cases[2])
    # The next day has three again, and a step back gives the place back.
    assert len(morning.today(account, NOW + DAY).cards) == 2
    undo_last(account=account, at=clock.now())
    assert [card.company for card in morning.today(account, clock.now()).cards] == ["Firm 2"]


def test_what_they_want_by_tomorrow_comes_first_and_is_never_held_back(account: uuid.UUID) -> None:
    for n in range(3):
        snooze(
            case=a_case(account, f"Firm {n}"), until=TODAY + 7 * DAY, at=NOW + timedelta(seconds=n)
        )
    a_case(account, "Loud", urgency=3, promised=TODAY + 5 * DAY)
    a_case(account, "Soon", urgency=1, promised=TODAY + DAY)
    page = morning.today(account, NOW + timedelta(minutes=1))
    assert [card.company for card in page.cards] == ["Soon"]
    assert [card.company for card in page.later] == ["Loud"]


def test_the_card_is_gone_in_place_and_the_line_above_says_what_is_left(
    client: Client, account: uuid.UUID
) -> None:
    cases = [a_case(account, f"Firm {n}") for n in range(3)]
    url = reverse("web:case-rest", args=[cases[0].pk])
    part = client.post(url, {"until": "later"}, headers={"HX-Request": "true"}).content.decode()
    assert 'id="lead" hx-swap-oob="true">Two things are left for today.' in part
    assert '<span class="count" id="count-today" hx-swap-oob="true">2</span>' in part
    assert "<html" not in part


def test_beside_a_closed_letter_no_other_card_takes_the_place(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    cases = [a_case(account, f"Firm {n}") for n in range(4)]
    shut = Case.open(account=account, company="Shut", role="Planner", at=NOW)
    web.message(account, shut, "rejection")
    Standing.objects.create(
        account=account, entered_at=NOW, case=shut, at=NOW, state="closed",
        seen_state="awaiting", sealed=True,
    )  # fmt: skip
    names = [card.company for card in morning.today(account, clock.now()).cards]
    assert names == ["Firm 0", "Shut", "Firm 1"]
    not_now(client, cases[0])
    assert [card.company for card in morning.today(account, clock.now()).cards] == [
        "Firm 1",
        "Shut",
    ]
    not_now(client, cases[1])
    assert [card.company for card in morning.today(account, clock.now()).cards] == ["Shut"]
