"""Every judgement is a function of (file, now): a day looked at later is the day as it was lived.

Issue 4, "Time travel": the mail of the invented search comes in day by day and the morning of each
day is kept; at the end each of these days is asked for again, judged afresh from its rows. What a
plan had stored plays no part in it: it is thrown away before.
"""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from afterword.casebook.models import Case, Decision, Message, Move, Profile, Standing
from afterword.desk import morning
from afterword.desk.day.page import Morning
from afterword.desk.mail import mailroom
from afterword.faces.cli import today as cli
from afterword.intake.demo.build import mails
from afterword.intake.memory import MemoryMailbox

pytestmark = pytest.mark.django_db

ZONE = "Europe/Amsterdam"
LAST = date(2026, 3, 10)
#: So many days with mail are walked; the rest of the season tells the same.
DAYS = 16


def by_day() -> dict[date, list[bytes]]:
    found: dict[date, list[bytes]] = defaultdict(list)
    for _, raw in mails(LAST):
        sent = parsedate_to_datetime(BytesHeaderParser().parsebytes(raw)["Date"])
        found[sent.astimezone(ZoneInfo(ZONE)).date()].append(raw)
    return {day: found[day] for day in sorted(found)[:DAYS]}


def judged(page: Morning, lay: dict[str, Any], lie: dict[str, Any]) -> Any:
    """What was said of the day. A firm goes by the name it has today; roles and names of people
    may have been learned since, and no judgement rests on them. A case that was filed anew is
    the one its mails lie in now."""
    cards = [*page.cards, *page.later, *page.envelopes]
    firms = dict(Case.objects.values_list("pk", "company__name"))
    firms |= {old: firms[lie[mail]] for mail, old in lay.items() if old and old not in firms}
    return {
        "day": page.day,
        "cards": sorted(
            (firms[c.case], c.why, str(c.when), c.play, c.letter, c.question, c.band, c.urgency,
             c.sealed)
            for c in cards
        ),
        "waiting": sorted((firms[w.case], w.says, str(w.until), w.state) for w in page.waiting),
        "cases": page.cases,
    }  # fmt: skip


def cases_of(account: uuid.UUID) -> dict[str, Any]:
    """Where each mail lies."""
    return dict(Message.objects.of(account).values_list("mail_id", "case_id"))


def together(mails: Iterable[str], lie: dict[str, Any]) -> set[frozenset[str]]:
    """Which of these mails share a case."""
    found: dict[Any, set[str]] = defaultdict(set)
    for one in mails:
        found[lie.get(one)].add(one)
    return {frozenset(some) for case, some in found.items() if case}


def open_account() -> uuid.UUID:
    account = uuid.uuid4()
    first = datetime(2025, 1, 1, tzinfo=UTC)
    Profile.of(account, at=first).describe(at=first, zone=ZONE)
    return account


def test_a_day_looked_at_later_is_the_day_as_it_was_lived() -> None:
    lived = open_account()
    season, seen, lay = by_day(), {}, {}
    for day, raw in season.items():
        evening = morning.end_of(day, ZONE)
        mailroom.take_in(lived, MemoryMailbox(raw, name=f"mail of {day}"), now=evening)
        morning.plan(lived, evening)
        seen[day], lay[day] = morning.today(lived, evening, ZONE), cases_of(lived)
    now = morning.end_of(max(season), ZONE)
    for stored in (Move, Standing, Decision):
        stored.objects.of(lived).delete()
    moved, refiled, lies = 0, 0, cases_of(lived)
    for day, page in seen.items():
        # later mail may show that two cases were one, and so they were from the first
        if together(lay[day], lay[day]) != together(lay[day], lies):
            refiled += 1
            continue
        then = judged(page, lay[day], lies)
        assert judged(morning.on_day(lived, day, now, ZONE), lay[day], lies) == then, str(day)
        moved += bool(then["cards"])
    assert moved > 5  # days on which nothing is said would prove nothing
    assert refiled < DAYS // 2


def test_today_at_a_day_prints_that_day(capsys: pytest.CaptureFixture[str]) -> None:
    account = open_account()
    season = by_day()
    days = list(season)[:8]
    now = morning.end_of(days[-1], ZONE)
    mailroom.take_in(account, MemoryMailbox([m for d in days for m in season[d]]), now=now)
    cli.show(account, at=days[4], as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["day"] == str(days[4])
    page = morning.on_day(account, days[4], now, ZONE)
    assert [c["why"] for c in told["cards"]] == [c.why for c in page.cards]
    cli.show(account, at=days[4])
    assert capsys.readouterr().out


def test_the_day_of_a_plan_is_the_users_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past eight in the evening of the 9th in UTC is the morning of the 10th in Auckland."""
    account, now = uuid.uuid4(), datetime(2026, 3, 9, 20, 30, tzinfo=UTC)
    Profile.of(account, at=now).describe(at=now, zone="Pacific/Auckland")
    case = Case.open(account=account, company="Acme", role="Head", at=now)
    days = []

    def noting(judge: Callable[..., Any]) -> Callable[..., Any]:
        def noted(files: Any, at: datetime, *more: Any) -> Any:
            days.append(at.date())
            return judge(files, at, *more)

        return noted

    for name in ("judge", "judge_all"):
        monkeypatch.setattr(morning, name, noting(getattr(morning, name)))
    morning.plan(account, now)
    morning.plan_case(case, now)
    morning.on_day(account, date(2026, 3, 10), now, "Pacific/Auckland")
    assert days == [date(2026, 3, 10)] * 3
