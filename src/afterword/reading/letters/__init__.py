"""What a reader may hear in a sentence of a letter: faults that no list of phrases ends, and what it does.

`heard` is a pure function of the sentences; its numbers lie in `weights.npz` here (learned by
corpus/training/letters.py from our own corpus) above the lowest layers of the reader's own model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from afterword.reading.model.pieces import CLOSE, OPEN, Pieces
from afterword.reading.view import one_line

__all__ = ["ACTS", "FAULTS", "LABELS", "PART", "clauses", "heard", "runs_of"]

#: What may be wrong with a sentence.
FAULTS = (
    *("blame", "entitlement", "begging", "flattery", "false_urgency", "disparaging", "cliche"),
    *("confidential", "hedging", "over_apology", "self_praise", "empty_opening"),
)
#: What a sentence does.
ACTS = ("next_step", "question", "promises_enclosed", "deadline_theirs")
LABELS = FAULTS + ACTS
#: "blame" + PART: the loudest share among the clauses of a sentence that has several.
PART = "/part"
#: Longest sentence and longest run, in pieces; a longer letter is heard in several runs.
LONGEST_SENTENCE, LONGEST = 90, 320

#: Where one clause ends and the next begins, in text with single blanks.
_JOINT = re.compile(
    r"(?<=[;:–—,)]) | (?=\()| (?=(?:and|but|which|who|where|since|because|as|though|although|while|unless|so that|than) )"
)

#: The pieces of a run, and for each the sentence it belongs to (-1: none).
Run = tuple[list[int], list[int]]


def runs_of(kind: str, sentences: Sequence[str], pieces: Pieces) -> list[Run]:
    """The letter as runs of pieces, each led by the letter's kind."""
    lead = [OPEN, *pieces.cut(kind.replace("_", " ")), CLOSE]
    runs: list[Run] = []
    for at, sentence in enumerate(sentences):
        own = [*pieces.cut(sentence)[:LONGEST_SENTENCE], CLOSE]
        if not runs or len(runs[-1][0]) + len(own) > LONGEST:
            runs.append((lead[:], [-1] * len(lead)))
        runs[-1][0].extend(own)
        runs[-1][1].extend([at] * len(own))
    return runs


def clauses(sentence: str) -> list[str]:
    """The clauses of a sentence in their order; a few words alone belong to what precedes them."""
    found: list[str] = []
    for part in filter(str.strip, _JOINT.split(one_line(sentence))):
        if found and len(found[-1].split()) < 4:
            found[-1] += f" {part}"
        else:
            found.append(part)
    if len(found) > 1 and len(found[-1].split()) < 3:
        last = found.pop()
        found[-1] += f" {last}"
    return found


def heard(kind: str, sentences: Sequence[str]) -> tuple[Mapping[str, float], ...]:
    """For each sentence the share (0…1) of every label; of several clauses also the loudest one's."""
    from afterword.reading.letters.hearing import shares  # numpy and the weights: only when asked

    return shares(kind, tuple(sentences))
