"""Who decides, who has a stake, who stands where, who was not heard, and what is not known.

A senior seat is filled by several people, each with a stake (S0-10); the one
who decides may never have been named (S0-16). Every point of the map says how it
is known: said, inferred or guessed. It judges what is on record, never a person.
"""

from afterword.counsel.power.map import Power, power
from afterword.counsel.power.met import bare, speaks_of_a_talk, will_be_there
from afterword.counsel.power.missing import Missing
from afterword.counsel.power.seats import (
    AtTable,
    Executive,
    Known,
    Seat,
    Table,
    came_late,
    part_by_title,
    weakest,
)

__all__ = [
    "AtTable",
    "Executive",
    "Known",
    "Missing",
    "Power",
    "Seat",
    "Table",
    "bare",
    "came_late",
    "part_by_title",
    "power",
    "speaks_of_a_talk",
    "weakest",
    "will_be_there",
]
