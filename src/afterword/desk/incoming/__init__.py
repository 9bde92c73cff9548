"""What comes in beside the mail: read by intake, judged, and remembered in one event that undo takes back.

The same file twice changes nothing. What must be answered first waits, and is told.
"""

from afterword.desk.incoming.taking import (
    Taken,
    again,
    headings_of,
    leave,
    read,
    sweep,
    take,
    take_file,
    waiting,
)
from afterword.desk.incoming.words import told
from afterword.intake.bringing import Wish
from afterword.intake.bringing import what_is_at as kind_at

__all__ = [
    "Taken",
    "Wish",
    "again",
    "headings_of",
    "kind_at",
    "leave",
    "read",
    "sweep",
    "take",
    "take_file",
    "told",
    "waiting",
]
