"""What an advert seeks by meaning: the line that is kept of it, and how two such lines are held together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.reading.seats import is_known, is_open, likeness, sense_of

LOST = (
    "Teamleiter Steuerungstechnik (m/w/d)",
    "Automation",
    "Sie führen sieben Programmierer, verantworten die SPS-Software unserer Maschinen von der "
    "Auslegung bis zur Inbetriebnahme und sprechen mit Kunden über Änderungen.",
)
REWORDED = (
    "Head of PLC Software",
    "Automation",
    "You lead seven programmers, answer for the control software of our machines from design to "
    "commissioning, and discuss changes with customers.",
)
ANOTHER = (
    "Teamleiter Kantine",
    "Zentrale Dienste",
    "Sie führen sieben Köche und Küchenhilfen, planen Speisen und Einkauf und achten auf Hygiene.",
)


def test_the_same_work_in_another_language_is_nearer_than_the_same_rank_in_another_craft() -> None:
    lost = sense_of(*LOST)
    assert likeness(lost, sense_of(*REWORDED)).near > 0.7
    assert likeness(lost, sense_of(*ANOTHER)).near < 0.3


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Talent pool: nurses", "No post is open now; leave your details and we keep them."),
        ("TEST posting, please ignore", "This is a test of our recruiting system. Do not apply."),
        ("Open evening for future radiographers", "Come and see the ward. Places must be booked."),
    ],
)
def test_who_seeks_nobody_is_told_from_who_does(title: str, text: str) -> None:
    sought = sense_of("Staff Nurse, Ward 4", "Medicine", "You care for a bay of six patients on rotating shifts.")  # fmt: skip
    assert is_open(sense_of(title, "", text)) < 0.5 < is_open(sought)


@settings(max_examples=15, deadline=None)
@given(title=st.text(max_size=120), department=st.text(max_size=40), text=st.text(max_size=400))
def test_any_advert_has_a_short_plain_line_and_shares_between_nought_and_one(
    title: str, department: str, text: str
) -> None:
    one, other = sense_of(title, department, text), sense_of(*LOST)
    assert one.isascii() and len(one) < 150
    found = likeness(other, one)
    assert 0.0 <= found.same <= 1.0 and 0.0 <= found.sibling <= 1.0 and found.near <= 1.0 + 1e-6
    assert 0.0 <= is_open(one) <= 1.0


def test_a_sense_is_the_same_whenever_it_is_asked() -> None:
    from afterword.reading.seats import hearing

    first = sense_of(*LOST)
    hearing._sense.cache_clear()
    assert sense_of(*LOST) == first


@pytest.mark.parametrize(
    "spoil", ["", "x", "deadbeef:AAAA", "{mark}:AAAA", "{mark}:\u00e9", "{mark}:A"]
)
def test_a_sense_of_other_weights_or_a_damaged_one_says_nothing(spoil: str) -> None:
    lost = sense_of(*LOST)
    damaged = spoil.format(mark=lost.partition(":")[0])
    assert not is_known(damaged) and is_known(lost)
    assert likeness(lost, damaged).near == 0.0
    assert is_open(damaged) == 1.0


def test_a_text_about_a_pause_does_not_close_a_seat_whose_title_is_plain() -> None:
    text = "The search that was put on hold last winter is open again. You lead two teams of engineers."
    assert is_open(sense_of("Engineering Manager, Storage", "Platform", text)) > 0.5
