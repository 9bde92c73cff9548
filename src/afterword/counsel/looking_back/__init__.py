"""Looking back: what an ending can teach, asked once and kindly; what recurs; and proof of the search.

Nothing here ranks anybody. The question is always what to try next (E35), never how it compared.
"""

from afterword.counsel.looking_back.across import (
    Habit,
    Lesson,
    Look,
    Said,
    Stop,
    Stops,
    habits,
    lessons,
    stops,
)
from afterword.counsel.looking_back.came_of import Came, Comparison, Given, compare
from afterword.counsel.looking_back.ended import Ended, Offer, copy_of_notes, ended, offer, the_one
from afterword.counsel.looking_back.five import (
    KEYS,
    NEXT_TIME,
    NOTHING_TO_MEND,
    Choice,
    Fact,
    Question,
    five,
    was_alive,
)
from afterword.counsel.looking_back.quality import Dimension, alive_beside, quality
from afterword.counsel.looking_back.report import Line, Report, report
from afterword.counsel.looking_back.the_hired import (
    BRINGS,
    DIFFERS,
    HiredLook,
    look_at_hired,
    why_not_kept,
)

__all__ = [
    "BRINGS",
    "DIFFERS",
    "KEYS",
    "NEXT_TIME",
    "NOTHING_TO_MEND",
    "Came",
    "Choice",
    "Comparison",
    "Dimension",
    "Ended",
    "Fact",
    "Given",
    "Habit",
    "HiredLook",
    "Lesson",
    "Line",
    "Look",
    "Offer",
    "Question",
    "Report",
    "Said",
    "Stop",
    "Stops",
    "alive_beside",
    "compare",
    "copy_of_notes",
    "ended",
    "five",
    "habits",
    "lessons",
    "look_at_hired",
    "offer",
    "quality",
    "report",
    "stops",
    "the_one",
    "was_alive",
    "why_not_kept",
]
