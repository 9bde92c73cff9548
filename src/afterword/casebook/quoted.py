"""What a reading tells only by the rule under which it quotes a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

#: A day that is asked for the yes or no to an offer.
ANSWER = "asked.answer"
#: The reader is asked when they have time.
TIMES = "asked.times"
#: What the firm said its silence means: the end, from the day it named.
SILENCE = "silence.no"


def rules_of(reading: Mapping[str, Any]) -> frozenset[str]:
    """The rules under which a mail is quoted."""
    rows: Iterable[Mapping[str, Any]] = reading.get("evidence", ())
    return frozenset(str(row.get("rule", "")) for row in rows)
