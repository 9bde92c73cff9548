"""Sentences that must be true: what lies closed, what is counted, where one can live."""

from __future__ import annotations

import html
import re
import uuid
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import available_timezones

import pytest
from django.test import Client

from afterword.casebook.models import Case, Profile, Question
from afterword.desk import morning
from afterword.desk.you import countries
from afterword.faces.web import places
from afterword.faces.web import zones as placed
from afterword.faces.web.pages.numbers import _range, _scale

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


def said(client: Client, path: str) -> str:
    return " ".join(html.unescape(client.get(path).content.decode()).split())


def close(web: Any, account: uuid.UUID, n: int) -> None:
    for i in range(n):
        case = Case.open(account=account, company=f"Firm {i}", role="Planner", at=NOW)
        web.message(account, case, "rejection", subject="A decision", at=NOW)
    morning.plan(account, NOW)


def test_closed_letters_are_counted(web: Any, client: Client, account: uuid.UUID) -> None:
    close(web, account, 6)
    words = said(client, "/")
    assert "6 letters came. Open them when you like; nothing else needs you today." in words
    assert "A letter came" not in words


def test_one_closed_letter_is_a_letter(web: Any, client: Client, account: uuid.UUID) -> None:
    close(web, account, 1)
    assert "A letter came. Open it when you like; nothing else" in said(client, "/")


@pytest.mark.parametrize("n", [1, 6])
def test_nothing_else_is_not_said_while_questions_wait(
    web: Any, client: Client, account: uuid.UUID, n: int
) -> None:
    close(web, account, n)
    Question.objects.create(account=account, entered_at=NOW, about="link", key="q", text="Which?")
    words = said(client, "/")
    assert "nothing else" not in words and "There is 1 thing only you know." in words
    assert ("A letter came. Open it" if n == 1 else "6 letters came. Open them") in words


# ── the time zone ───────────────────────────────────────────────────────────


def zones(client: Client) -> str:
    shown = client.get("/settings/").content.decode()
    found = re.search(r'<input[^>]*name="zone".*?</datalist>', shown, re.S)
    assert found is not None
    return found[0]


def test_a_zone_is_typed_with_places_to_choose_from_the_present_one_first(
    client: Client, account: uuid.UUID
) -> None:
    row = Profile.of(account, at=NOW)
    row.describe(at=NOW, zone="Europe/Brussels", settings={"zone_seen": True})
    offered = zones(client)
    names = re.findall(r'<option value="([^"]*)"', offered)
    assert names[0] == "Europe/Brussels" and len(names) == len(set(names))
    assert 'value="Europe/Brussels"' in offered.partition(">")[0]
    assert not {"Factory", "localtime", "posixrules", "Etc/GMT+5", "US/Eastern", "EST"} & set(names)
    assert ">Buenos Aires, Argentina</option>" in offered


@pytest.mark.parametrize("zone", ["UTC", "US/Eastern", "Asia/Tokyo"])
def test_the_zone_in_force_can_be_kept_and_another_chosen(
    client: Client, account: uuid.UUID, zone: str
) -> None:
    Profile.of(account, at=NOW).describe(at=NOW, zone=zone, settings={"zone_seen": True})
    for said, chosen in ((zone, zone), ("auckland", "Pacific/Auckland"), ("Tokyo", "Asia/Tokyo")):
        assert client.post("/settings/", {"zone": said}).status_code == 303
        assert Profile.of(account, at=NOW).zone == chosen
    assert client.post("/settings/", {"zone": "Nowhere at all"}).status_code == 422


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("utc", "UTC"),
        ("gmt", "GMT"),
        ("Mumbai", "Asia/Kolkata"),
        ("new delhi", "Asia/Kolkata"),
        ("India", "Asia/Kolkata"),
        ("são paulo", "America/Sao_Paulo"),
        ("Sao Paulo", "America/Sao_Paulo"),
        ("Zürich", "Europe/Zurich"),
        ("köln", "Europe/Berlin"),
        ("GDANSK", "Europe/Warsaw"),
        ("Łódź", "Europe/Warsaw"),
        ("San Francisco", "America/Los_Angeles"),
        ("Peking", "Asia/Shanghai"),
        ("türkiye", "Europe/Istanbul"),
        ("Japan", "Asia/Tokyo"),
        ("uk", "Europe/London"),
        ("cote d’ivoire", "Africa/Abidjan"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("Buenos Aires, Argentina", "America/Argentina/Buenos_Aires"),
        ("Tokyo (Asia)", "Asia/Tokyo"),
        ("London, UK", "Europe/London"),
        ("Berlin, Germany", "Europe/Berlin"),
        ("US/Eastern", "US/Eastern"),
        # Two places, or none: nobody is put into a zone by guess.
        ("Georgia", ""),
        ("Portland", ""),
        ("Cambridge", ""),
        ("London, Ontario", ""),
        ("Victoria", ""),
        ("Cordoba", ""),
        ("Bris", ""),
        ("Aucklan", ""),
        ("Factory", ""),
        ("Nowhere at all", ""),
        ("  ", ""),
    ],
)
def test_a_zone_is_found_by_country_and_city_with_accents_or_without(said: str, zone: str) -> None:
    assert placed.found(said) == zone


def test_every_place_that_is_known_by_another_name_has_a_zone_there_is() -> None:
    names = [name for name, _zone in places.known()]
    assert len(names) == len(set(names))
    assert {zone for _name, zone in places.known()} <= available_timezones()


# ── numbers ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [
        (0, 0, "Still under way, as 76 of 100 searches like it."),
        (0, 1, "No new offer, or one, in 76 of 100."),
        (0, 3, "At most 3 new offers, in 76 of 100."),
        (1, 1, "1 new offer, in 76 of 100."),
        (1, 2, "1 to 2 new offers, in 76 of 100."),
    ],
)
def test_the_table_of_offers_speaks_plainly(low: int, high: int, says: str) -> None:
    assert _range(SimpleNamespace(low=low, high=high, held=0.76)) == says


def test_no_strip_has_no_length(web: Any, client: Client, account: uuid.UUID) -> None:
    middle = SimpleNamespace(days=9, low=4, high=20)
    assert _scale([SimpleNamespace(middle=None)]) == ""
    assert _scale([SimpleNamespace(middle=None), SimpleNamespace(middle=middle)]) == "21 days"
    Case.open(account=account, company="Acme", role="Planner", at=NOW)
    morning.plan(account, NOW)
    assert "Each strip" not in said(client, "/numbers/")


# ── you ─────────────────────────────────────────────────────────────────────


def test_the_page_you_does_not_deny_that_the_words_are_looked_at(client: Client) -> None:
    words = said(client, "/you/")
    assert "Nothing here is counted" not in words
    assert "looked at over two weeks only, to know when to offer something" in words


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Georgia", "GE"), ("georgia", "GE"), ("Jordan", "JO"), ("Texas", ""), ("uk", "GB"), ("Schweiz", "CH")],
)  # fmt: skip
def test_a_country_that_bears_a_states_name_is_a_country(typed: str, code: str) -> None:
    assert countries.code_of(typed) == code
