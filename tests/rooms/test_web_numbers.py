"""Numbers on the page and in the terminal: each with its width or its reason, the seal kept (item 10)."""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from afterword.casebook.models import Case, Entry
from afterword.counsel.forecast import FATES, LEGS, Range
from afterword.desk.day import numbers
from afterword.faces.cli import main
from afterword.faces.cli import numbers as cli_numbers
from afterword.faces.web.pages import figures, words_of_numbers
from afterword.members.models import the_account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def search(account: uuid.UUID, n: int = 1) -> None:
    """Nine talks decided, four under way, `n` times over: enough for every number."""
    for i in range(9 * n):
        case = Case.open(account=account, company=f"Over {i}", role="Head", since=ago(80), at=NOW)
        enter(case, "interview_invitation", 80, stage="recruiter_screen")
        if i % 3 == 0:
            enter(case, "interview_invitation", 60 - i, stage="panel_onsite")
        enter(case, "rejection", 40 - i % 9)
    for i in range(4 * n):
        case = Case.open(account=account, company=f"Open {i}", role="Head", since=ago(9), at=NOW)
        enter(case, "interview_invitation", 9, stage="recruiter_screen")


def enter(case: Case, kind: str, days: int, **more: Any) -> None:
    Entry.enter(case=case, kind=kind, when=ago(days), at=NOW, **more)


def test_an_empty_casebook_is_told_what_to_do_first(client: Client) -> None:
    page = client.get("/numbers/").content.decode()
    assert "There is nothing to count yet." in page and "/welcome/" in page


def test_too_little_is_refused_in_a_sentence_on_every_number(web: Any, account: uuid.UUID) -> None:
    """Refused below a minimum, and it says what is missing."""
    web.full(account)
    page = web.visitor(account).get("/numbers/").content.decode()
    assert "needs 5 processes that came this far" in page
    assert page.count("needs 3 open processes") == 2


def test_every_number_comes_with_its_width(web: Any, account: uuid.UUID) -> None:
    """S0-20, P24, E24: breadth, time to a verdict, offers by a date, how many more."""
    search(account)
    page = web.visitor(account).get("/numbers/").content.decode()
    assert "Four are in talks" in page
    assert re.search(r"Half had a word within \d+ days \(\d+ ", page)
    assert re.search(r"of a hundred imagined searches that fit your record, about \d+ ended", page)
    assert re.search(r"(of|in) eight of ten imagined searches|an even chance already", page)
    assert "%" not in re.sub(r"<[^>]*>", "", page)


def test_each_drawing_has_its_words_and_breaks_no_policy(web: Any, account: uuid.UUID) -> None:
    """The drawings are hidden from a reader of text, and tables say the same."""
    search(account)
    page = web.visitor(account).get("/numbers/").content.decode()
    tags = web.Tags(page)
    assert tags.running() == [] and tags.elsewhere() == []
    main_part = page[page.index('id="main"') :]
    drawn = [a for tag, a in web.Tags(main_part).all if tag == "svg" and "viewbox" in a]
    assert drawn and all(a.get("aria-hidden") == "true" for a in drawn)
    assert [tag for tag, _ in web.Tags(main_part).all].count("table") == 2
    rows = re.findall(r'<th scope="row">([^<]+)</th><td class="num">(\d+)</td>', main_part)
    assert ("First talks and tests", "13") in rows and ("Late rounds", "3") in rows


def test_a_closed_envelope_is_not_counted(web: Any, account: uuid.UUID) -> None:
    """The page and the terminal keep the seal; --json does not (contract, ruling 6)."""
    web.sealed(account)
    page = web.visitor(account).get("/numbers/").content.decode()
    assert "One process with a closed letter is left out" in page
    asked = {"at": None, "by": None, "everything": False}
    kept = numbers.numbers(account, NOW)
    told = numbers.numbers_json(account, NOW, **asked)
    assert kept.sealed == 1 and not any(reach.fates.get("no") for reach in kept.numbers.flow)
    assert sum(reach["fates"].get("no", 0) for reach in told["flow"]) == 1


def test_the_day_asked_for_is_heeded_and_nonsense_is_not(web: Any, account: uuid.UUID) -> None:
    search(account)
    visitor = web.visitor(account)
    by = (NOW + timedelta(days=40)).date().isoformat()
    assert f'value="{by}"' in visitor.get(f"/numbers/?by={by}").content.decode()
    assert visitor.get("/numbers/?by=tomorrow&which=all").status_code == 200


def test_queries_do_not_grow_with_the_search(web: Any, account: uuid.UUID) -> None:
    counts = []
    for n in (1, 2):
        search(account, n)
        client = web.visitor(account)
        client.get("/numbers/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/numbers/").status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0], counts


def test_as_of_an_earlier_day_only_what_was_known_counts(account: uuid.UUID) -> None:
    search(account)
    then = numbers.numbers(account, NOW, at=ago(70).date())
    assert sum(reach.fates.get("no", 0) for reach in then.numbers.flow) == 0
    assert then.numbers.cases == 9 and then.numbers.today == ago(70).date()


def test_the_command_prints_sentences_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    account = the_account(at=NOW).id
    assert main(["numbers"]) == 0
    assert "afterword import PATH" in capsys.readouterr().out
    search(account)
    assert main(["numbers"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Four are in talks" in said and "counted as still open" in said
    assert main(["numbers", "--json", "--at", NOW.date().isoformat()]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"today", "pipeline", "flow", "waits", "offers", "more", "behind"} <= set(found)
    assert found["offers"]["range"]["low"] <= found["offers"]["range"]["high"]
    assert [wait["leg"] for wait in found["waits"]] == ["applied", "talks", "late", "whole"]
    assert all(wait["why"] for wait in found["waits"])


def test_every_leg_and_every_fate_is_said_in_words() -> None:
    for words in (words_of_numbers.LEG, cli_numbers.LEGS):
        assert set(words) == {str(leg) for leg in LEGS}
    for fates in (words_of_numbers.FATE, cli_numbers.FATES):
        assert set(fates) == set(FATES)
    counted = [fate for fates in words_of_numbers._COLUMNS for fate in fates]
    assert sorted(counted) == sorted(FATES)
    assert words_of_numbers.fate("offer", "no") == "taken back"


def test_a_fan_has_a_row_for_each_offer_and_never_grows_into_a_wall() -> None:
    def week(day: int, high: int) -> Any:
        found = Range(0, high, 0.8)
        return SimpleNamespace(day=date(2026, 3, day), half=Range(0, 0, 0.5), wide=found)

    drawn = figures.fan([week(1, 0), week(8, 2), week(15, 2)], str)
    assert (drawn.weeks, drawn.rows, drawn.labels) == (3, 3, ("2", "1", "0"))
    assert figures.Cell("wide", 1, 0, 2, 3) in drawn.cells
    tall = figures.fan([week(1, 40)], str)
    assert tall.rows == figures.ROWS and tall.labels[0] == "8+"


def test_the_page_begins_with_itself_in_one_sentence() -> None:
    from types import SimpleNamespace as Made

    from afterword.counsel.forecast.offers import Range
    from afterword.faces.web.pages.numbers import _in_short

    offers = Made(range=Range(0, 2, 0.9), by=date(2026, 12, 1))
    told = Made(pipeline=Made(targets=("a", "b")), offers=offers)
    says = _in_short(told, lambda one: f"{one:%-d %B}")
    assert (
        says
        == "2 processes are in talks; by 1 December what is open may bring none to 2 new offers."
    )
    assert _in_short(Made(pipeline=Made(targets=()), offers=offers), str) == ""
