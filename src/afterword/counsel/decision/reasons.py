"""The reasons both ways: the heaviest of each side that have to do with what decided.

Where a gate or a rule decided, points about a seat are no reasons: to a person who was insulted,
who is angry or who has signed elsewhere they would plead for the very letter the rule holds back.
"""

from __future__ import annotations

from types import MappingProxyType

from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.clauses import clause
from afterword.counsel.decision.factors import FACTORS, FIGHT, WARM, Factor
from afterword.terms import Band, Basis, Weighed

MOST_REASONS = 3

_ABOUT_THE_SEAT = (Band.FIGHT, Band.ASK_FIRST, Band.WAIT)
_TIE = tuple(factor.id for factor in WARM)
_NONE: tuple[str, ...] = ()

#: What may speak for and against where this rule decided; elsewhere the band says.
BY_RULE: MappingProxyType[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "care": (_NONE, _NONE),
        "money": (_NONE, _NONE),
        "stop": (_NONE, _NONE),
        "unlawful": (_NONE, ("W8",)),
        "came_back": (("F9", "W2", "W4", "W6"), _NONE),
        "left": (_TIE, ("W4", "W5", "W8")),
        "fresh": (_TIE, _NONE),
        "untruth": (("W4", "W6"), _NONE),
        "rescinded": (_TIE, ("W3", "W8")),
        "forbidden": (_TIE, _NONE),
        "shut": (_TIE, _NONE),
        "by_their_form": (("F1", "F3", "F7", *_TIE), _NONE),
        "twice": (_TIE, ("W2", "W6", "W8")),
        "told_enough": (_TIE, ("F1", "F5", *_TIE)),
        "unpaid": (_NONE, ("F10", "W8")),
        "sealed_proof": (("F1", "F2", "F4", "F5", "F9"), _NONE),
        "untrue": (_TIE, _NONE),
        "secret": (_TIE, _NONE),
        "mistreated": (("W6",), ("F9", "W4", "W8")),
        "escape": (_TIE, ("F9", "F10", "W4", "W8")),
        "unwanted": (_TIE, ("F9", *_TIE)),
        "other": (_TIE, _TIE),
        "reposted": (("F1", "F3", "F4", "F5", "F9"), _NONE),
        "barred": (_TIE, ("F2", *_TIE)),
        "early": (("F1", "F9", *_TIE), _NONE),
    }
)


def reasons(answers: Answers, rule: str, band: Band, *, good: bool) -> tuple[Weighed, ...]:
    """The three heaviest reasons of one side; a band about the tie also shows why not the seat."""
    if rule in BY_RULE:
        looked_at = tuple(FACTORS[id] for id in BY_RULE[rule][0 if good else 1])
    elif band in _ABOUT_THE_SEAT:
        looked_at = FIGHT
    else:
        looked_at = WARM if good else (*WARM, *FIGHT)
    # where nothing has been decided, how fresh the decision is is no reason to show
    counted = (
        weighed(answers, f) for f in looked_at if f.id != "F8" or answers.after_no is not False
    )
    side = [w for w in counted if (w.points > 0 if good else w.points < 0)]
    side.sort(key=lambda w: (-abs(w.points), w.factor))
    return tuple(_each_fact_once(answers, side)[:MOST_REASONS])


#: What is seen of the same thing for the seat and for the tie: how far it came, how they write.
_ALIKE = MappingProxyType({"F4": "stage", "W1": "stage", "F5": "hand", "W2": "hand", "W6": "hand"})


def _each_fact_once(answers: Answers, side: list[Weighed]) -> list[Weighed]:
    """The reasons without those that only say again what a heavier one has said.

    The same words of theirs are one reason, and so is the same thing seen of the seat and of the
    tie. What the user answered themselves stands as they said it.
    """
    kept: list[Weighed] = []
    facts: set[str] = set()
    for one in side:
        ground = answers.ground(one.factor)
        seen = set()
        if ground is not None and not ground.by_user:
            seen = {one.quote, _fact(one)} - {""}
        if not seen & facts:
            kept.append(one)
            facts |= seen
    return kept


def _fact(one: Weighed) -> str:
    """What a look into the file was about, where another factor looks at the same."""
    if one.factor == "F8" or (one.factor == "F1" and one.basis is Basis.GUESSED):
        return "age"  # that somebody has accepted by now is told by the day alone
    if one.quote and one.factor in ("W2", "F5", "W6"):
        return ""
    if _ALIKE.get(one.factor) == "hand" and one.points > 0:
        return ""
    return _ALIKE.get(one.factor, "")


def weighed(answers: Answers, factor: Factor) -> Weighed:
    """One factor as it counted, with the sentence and the words behind it."""
    value = answers.value(factor.id)
    ground = answers.ground(factor.id)
    if value is None:
        says = f"not known: {factor.unknown}"
    else:
        says = clause(factor.id, value) if value else f"neither way: {factor.asks}"
    said = Basis.SAID if value is not None else Basis.GUESSED
    return Weighed(
        factor=factor.id,
        value=value,
        points=figure(factor.weight * (value or 0.0)),
        says=ground.says if ground and ground.says else sentence(says),
        quote=ground.quote if ground else "",
        basis=ground.basis if ground else said,
    )


def figure(points: float) -> float:
    """Points to one decimal, never "-0.0"."""
    return round(points, 1) + 0.0


def sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}" + ("" if words.endswith((".", "?")) else ".")
