"""A factor in words, as strong as its value: a faint no is not said like a hard one.

The clauses of `factors` are those of the two ends. Between them, and where one value has a cause
of its own (method 4.2: a permit is -1, a colleague from within -0.8), the words here hold. None
of them judges the person: a closed seat is about the seat, a rule about the rule.
"""

from __future__ import annotations

from types import MappingProxyType

from afterword.counsel.decision.factors import FACTORS

#: (from, to, words): the clause for a value within these, both ends included.
_Shade = tuple[float, float, str]

SHADES: MappingProxyType[str, tuple[_Shade, ...]] = MappingProxyType(
    {
        "F1": (
            (0.01, 0.5, "nobody has accepted yet, as far as one can tell"),
            (-0.9, -0.01, "somebody has said yes to the seat"),
            (-1.0, -0.91, "that seat is closed: somebody started, or it was frozen or given up"),
        ),
        "F2": (
            (0.01, 0.7, "they named a reason you can answer in part"),
            (
                -0.6,
                -0.01,
                "they spoke of a closer match, and nothing one could answer was found in it",
            ),
            (
                -0.9,
                -0.61,
                "they chose somebody from within or known to them; no proof answers that",
            ),
            (-1.0, -0.91, "what stands in the way is a rule or their own plans, and not you"),
        ),
        "F3": (
            (0.01, 0.7, "you hold something they have not seen"),
            (-1.0, -0.01, "they have seen what you have to show"),
        ),
        "F4": ((-0.9, -0.01, "it ended early in their rounds"),),
        "F5": (
            (0.01, 0.7, "somebody there can be written to"),
            (-0.9, -0.01, "hardly anybody there can be written to"),
        ),
        "F6": (
            (0.01, 0.7, "somebody inside seemed to be on your side"),
            (-0.6, -0.01, "somebody inside may lean another way"),
        ),
        "F9": (
            (0.01, 0.7, "on the whole you want the work and the people"),
            (-0.49, -0.01, "you are not sure of the work and the people"),
        ),
        "W1": (
            (0.01, 0.7, "they know you from more than one talk"),
            (-0.7, -0.01, "they know you a little"),
        ),
        "W2": (
            (0.01, 0.7, "their words were kind"),
            (-0.7, -0.01, "their words invite nothing for now"),
        ),
        "W3": (
            (0.01, 0.7, "the firm may open more seats"),
            (-0.7, -0.01, "the firm seems to open few seats"),
        ),
        "W4": (
            (0.01, 0.7, "you might say yes to a good role there"),
            (-0.49, -0.01, "you are not sure you would want to work there"),
        ),
        "W5": ((0.01, 0.7, "other roles for you may open there"),),
        "W6": (
            (0.01, 0.7, "one person there was friendly to you"),
            (-0.7, -0.01, "you seldom have an answer from anybody there"),
        ),
        "W7": ((0.01, 0.7, "the people you met know some other firms"),),
        "W8": ((-0.7, -0.01, "the way they treated you left something to be wished for"),),
    }
)


def clause(factor: str, value: float) -> str:
    """What a value that is not zero says, as the end of a sentence that begins with "If"."""
    for low, high, words in SHADES.get(factor, ()):
        if low <= value <= high:
            return words
    return FACTORS[factor].good if value > 0 else FACTORS[factor].bad
