"""Who came in late is said only where the record shows who sat in the talks before."""

from __future__ import annotations

from datetime import date

from afterword.counsel.power import came_late

ONE, TWO, THREE = date(2026, 10, 1), date(2026, 10, 14), date(2026, 11, 11)


def test_first_met_in_the_last_of_three_talks() -> None:
    assert came_late([THREE], [ONE, TWO, THREE])
    assert not came_late([ONE, THREE], [ONE, TWO, THREE])
    assert not came_late([TWO], [ONE, TWO])


def test_a_talk_of_which_nobody_is_noted_may_have_been_theirs() -> None:
    assert not came_late([THREE], [ONE, TWO, THREE], unnoted=[ONE])
    assert came_late([TWO], [ONE, date(2026, 9, 1), TWO], unnoted=[THREE])
