"""The one who was hired: one look at what they bring, one to four weeks after they start (P19, S0-14).

It is for learning and not for watching: name, role and the user's own notes, nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from afterword.counsel import days
from afterword.counsel.doubts.kinds import is_about_who_one_is

BRINGS, DIFFERS = 3, 2
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\S|linkedin\.com|facebook\.com", re.IGNORECASE)
#: Words about how somebody does in the seat: the user's comparison ends before it (method 6.4).
_WATCHING = re.compile(
    r"\b(?:already (?:failing|struggling|in trouble)|how (?:he|she|they)(?:'s| is|'re| are) doing"
    r"|(?:first|latest) (?:results|quarter) (?:of|under) (?:him|her|them))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HiredLook:
    """Whether the one look is due on a day; `says` tells why, `first` and `last` its days."""

    due: bool
    says: str
    first: date | None = None
    last: date | None = None
    done: bool = False


def look_at_hired(started: date | None, looked: date | None, today: date) -> HiredLook:
    """When a look at the one hired is worth its while: once, one to four weeks after they start."""
    if looked is not None:
        says = f"You looked on {days.spoken(looked)}. Once is enough; it is not brought up again."
        return HiredLook(False, says, done=True)
    if started is None:
        return HiredLook(False, "When they start is not known, so nothing reminds you of it.")
    first, last = (started + timedelta(days=n) for n in days.HIRED_LOOK)
    if today < first:
        return HiredLook(
            False,
            f"From {days.spoken(first)} their page will say what they bring. Until then, let it be.",
            first,
            last,
        )
    if today > last:
        return HiredLook(False, "The weeks for it have passed. Leaving it is fine.", first, last)
    says = (
        "One look at what they say of themselves in public: what they bring, where you differ, "
        f"one gap worth closing. Until {days.spoken(last)}, and leaving it is fine."
    )
    return HiredLook(True, says, first, last)


def why_not_kept(note: str) -> str:
    """Why a note on somebody else is not kept, in words; "" where it may be (method 6.4, 6.5)."""
    if _ADDRESS.search(note):
        return "Links and addresses are left out: it is one look, and nobody is followed here."
    if is_about_who_one_is(note):
        return (
            "This touches who they are and not what they can do. Write what they bring to the "
            "work, as if they might read it."
        )
    if _WATCHING.search(note):
        return "How they do in the seat is theirs. Write what they brought to it."
    return ""
