"""What a letter does not know yet stands in square brackets: found by one pattern everywhere.

A letter with a hole does not leave the desk, claims nothing there, and asks for it to be filled.
"""

from __future__ import annotations

import re

#: Two signs at least: `[x]` is a ticked box, and `[]` is nothing. A line may break inside.
HOLE = re.compile(r"\[([^\[\]]{2,})\]")

#: How a place begins in which something the user did is missing: one of their stories can stand there.
_STORY = re.compile(
    r"(?:a time you|why you:|the story that|in one line: (?:the fact|what did you do)|what did you do|"
    r"one (?:thing|piece of work) you did)",
    re.IGNORECASE,
)


def asks_for_a_story(hole: str) -> bool:
    """Whether what is missing is something the user did."""
    return _STORY.match(hole.strip()) is not None
