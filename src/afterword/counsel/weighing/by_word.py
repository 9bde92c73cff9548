"""What their own words tell of how near the user was, and of who stood up for them."""

from __future__ import annotations

import re
from functools import lru_cache

TOLD_FINALIST = re.compile(
    r"\b(finalists?|final (two|three|2|3)|(top|last|other) (two|three|2|3)|runners?-up|shortlist"
    r"|second choice|close second|very close|one of (the )?two"
    # A split between two seats or sites says nothing; a choice between two people does.
    r"|(?<!not )between (the )?(two|three|2|3)(?= of you| (\w+ )?(people|persons|candidates|finalists)|\s*[.,;!?]|\s*$)"
    r"|(?<!not )between (you|yourself) and (?!(me|us|i)\b)|came down to (the )?(last )?(two|you)|neck and neck"
    r"|(in|of) two minds (until|till|to|right up to) the (very )?(end|last)"
    r"|zwischen zwei(?= (leuten|personen|kandidat\w+|bewerb\w+)|\s*[.,;!?]|\s*$)|unter den letzten (zwei|drei)"
    r"|entre deux (personnes|candidat\w*|finalistes)|finalistes?|entre (dos|dois|duas) (candidat\w*|persona?s|pessoas)"
    r"|finalistas?|(tra|fra) due (candidati|persone|finalisti)|tussen twee (kandidaten|mensen))\b",
    re.IGNORECASE,
)
#: Words of somebody inside who stands up for the user, or would have them.
_FOR_YOU = re.compile(
    r"\b(?:(?:she|he|they|i|we)(?:[’']d| would) (?:work with|hire|take|have) you (?:again|tomorrow|today|any ?(?:day|time)|at once)"
    r"|(?:fought|argued|spoke(?: up)?|voted|pushed|pleaded) (?:hard |strongly )?for you|(?:wanted|would have chosen|had chosen) you\b"
    r"|you (?:were|are) (?:my|her|his) (?:first )?choice)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|never|not|n[’']t|if|unless)\b|n[’']t\b", re.IGNORECASE
)


@lru_cache(maxsize=1 << 16)
def tells_finalist(quote: str) -> bool:
    """Whether the words say that the user was among the last few."""
    # Every case is asked at every planning, and what they wrote hardly ever changes.
    return TOLD_FINALIST.search(quote) is not None


@lru_cache(maxsize=1 << 16)
def stands_up(quote: str) -> bool:
    """Whether somebody there stood up for the user, or would have them."""
    hit = _FOR_YOU.search(quote)
    # "Nobody fought for you": the clause before it is looked at as well.
    return hit is not None and not _NOBODY.search(re.split(r"[.;,:]", quote[: hit.start()])[-1])
