"""What an advert seeks by meaning: the line that is kept of it, and how two such lines are held together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.reading.seats import is_known, is_open, likeness, sense_of

LOST = "Teamleiter Steuerungstechnik (m/w/d)"
REWORDED = "Head of Machine Control Software"
ANOTHER = "Teamleiter Kantine"


def test_the_same_work_in_another_language_is_nearer_than_the_same_rank_in_another_craft() -> None:
    lost = sense_of(LOST)
    assert likeness(lost, sense_of(REWORDED)).near > 2 * likeness(lost, sense_of(ANOTHER)).near


@pytest.mark.parametrize(
    "title",
    ["Talent pool: nurses", "TEST posting, please ignore", "Open evening for future radiographers"],
)
def test_who_seeks_nobody_is_told_from_who_does(title: str) -> None:
    assert is_open(sense_of(title)) < 0.5 < is_open(sense_of("Staff Nurse, Ward 4"))


@settings(max_examples=15, deadline=None)
@given(title=st.text(max_size=200))
def test_any_title_has_a_short_plain_line_and_shares_between_nought_and_one(title: str) -> None:
    one, other = sense_of(title), sense_of(LOST)
    assert one.isascii() and len(one) < 150
    found = likeness(other, one)
    assert 0.0 <= found.same <= 1.0 and 0.0 <= found.sibling <= 1.0 and found.near <= 1.0 + 1e-6
    assert 0.0 <= is_open(one) <= 1.0


def test_a_sense_is_the_same_whenever_it_is_asked() -> None:
    from afterword.reading.seats import hearing

    first = sense_of(LOST)
    hearing.sense.cache_clear()
    assert sense_of(LOST) == first


@pytest.mark.parametrize(
    "spoil", ["", "x", "deadbeef:AAAA", "{mark}:AAAA", "{mark}:\u00e9", "{mark}:A"]
)
def test_a_sense_of_other_weights_or_a_damaged_one_says_nothing(spoil: str) -> None:
    lost = sense_of(LOST)
    damaged = spoil.format(mark=lost.partition(":")[0])
    assert not is_known(damaged) and is_known(lost)
    assert likeness(lost, damaged).near == 0.0
    assert is_open(damaged) == 1.0
