"""What the watch may ask about the meaning of adverts; who hears it is handed in by the desk.

Tables of crafts know the titles somebody wrote into them. Whether "Head of Machine Control Software"
is "Teamleiter SPS-Programmierung" is a question of sense, for a learned reader (reading/seats).
"""

from __future__ import annotations

from typing import Protocol


class Meaning(Protocol):
    """A reader of adverts. A sense is a short line that can be kept; "" says nothing."""

    def sense(self, title: str) -> str:
        """What an advert seeks, by its title: a firm's texts are so alike that they blur it."""

    def is_known(self, one: str) -> bool:
        """Whether this reader heard that sense; one of an older reader is as good as none."""

    def likeness(self, one: str, other: str) -> tuple[float, float]:
        """How likely (0…1) the second is the very seat of the first, and how likely its sibling."""

    def is_open(self, one: str) -> float:
        """How likely (0…1) somebody is openly sought: no pool, panel, test, course."""
