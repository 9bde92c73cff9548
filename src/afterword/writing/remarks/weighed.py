"""What an ear hears weighed together with how the sentence is built, for faults that hide in a clause.

Reproaches and boasts seldom fill a sentence: they hang on it, behind a "though", a "which is more
than" or a "since nobody". So the sentence, its loudest clause, the words that turn it
and the words that praise are weighed together (English). Weights were fitted on letters and
sentences that the ear had not learned from (`corpus/letters/practice-en.jsonl`, `learning/rowan-en.jsonl`). Put-downs were
tried and left to the plain bar: weighed, they found three more and cried out in vain five times more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

#: As the reader names the loudest clause of a sentence.
PART = "/part"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing says, and from which sum on it is enough."""

    begin: float
    whole: float
    clause: float
    several: float
    praise: float
    turn: float
    you: float
    asks: float
    bar: float


WEIGHTS: Mapping[str, Weights] = {
    "blame": Weights(-0.57, 0.63, 0.45, -0.01, -0.53, 1.01, 0.44, -1.30, bar=0.50),
    "self_praise": Weights(0.29, 0.84, 0.31, 0.09, -0.44, 1.12, -0.95, -1.02, bar=1.20),
}
#: So loud in the whole sentence that nothing else is asked.
LOUD = 0.75
_PRAISE = re.compile(
    r"\b(?:glad|good|great|kind\w*|generous|lucky|well|best|better|thank\w*|success|happy|proud|enjoy\w*|liked?|admire\w*|"
    r"right|grateful|welcome|pleas\w+|love\w*|congratulations|fair\w*|learn(?:ed|t)|taught|helped?|wish\w*)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:though|although|but|unless|than|since|only|even|nobody|never|nor?|not|hardly|without|must have|at least|"
    r"at last|(?:would|might|should|could) have|somebody|seem\w*|suppose|apparently|instead|already|still)\b|n[’']t\b",
    re.IGNORECASE,
)
#: Who says what they could not do, or would, does not boast.
_HUMBLE = re.compile(
    r"\b(?:could|would|should|might|may|slow\w*|wrong\w*|weak\w*|poor\w*|bad\w*|worse|worst|mistake\w*|"
    r"taught me|I (?:learn(?:ed|t)|failed|missed|lost|forgot))\b",
    re.IGNORECASE,
)
#: A shortcoming of one's own is no reproach.
_OWN = re.compile(
    r"\bthan (?:the \w+ |what |that which )?I (?:gave|had|could|did|was|made|managed|found)\b|\b(?:which was|that was) my\b|"
    r"\bI (?:answered|explained|said) (?:it )?(?:badly|poorly|too)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\byour?s?\b", re.IGNORECASE)


def is_enough(fault: str, text: str, shares: Mapping[str, float]) -> bool:
    """Whether what is heard in the sentence and how it is built make the fault likely together."""
    weights = WEIGHTS[fault]
    if shares.get(fault, 0.0) >= LOUD:
        return True
    if fault == "self_praise" and _HUMBLE.search(text):
        return False
    if fault == "blame" and _OWN.search(text):
        return False
    clause = shares.get(fault + PART)
    heard = weights.begin + weights.whole * _odds(shares.get(fault, 0.0))
    if clause is not None:
        heard += weights.several + weights.clause * _odds(clause)
    built = (
        weights.praise * bool(_PRAISE.search(text))
        + weights.turn * min(3, len(_TURN.findall(text)))
        + weights.you * bool(_YOU.search(text))
        + weights.asks * ("?" in text)
    )
    return heard + built >= weights.bar


def is_rather(fault: str, shares: Mapping[str, float]) -> bool:
    """Whether it is a reproach rather than a put-down, for which it is taken most easily."""
    if fault != "blame" or shares.get(fault, 0.0) >= LOUD:
        return True
    return _loudest(fault, shares) >= _loudest("disparaging", shares)


def _loudest(fault: str, shares: Mapping[str, float]) -> float:
    return max(shares.get(fault, 0.0), shares.get(fault + PART, 0.0))


def _odds(share: float) -> float:
    held = min(max(share, 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))
