"""Which band the answers lead to: rules asked in order, the first that speaks decides.

Method 4.1-4.3 as amended by 4.5, which wins. Each rule sees the `Scale` and
answers a band or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.scale import (
    CERTAINLY_OPEN,
    COVERED,
    ESCAPE,
    FIGHT_FROM,
    Scale,
)
from afterword.terms import Band


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for a band. `why` is the sentence the user reads."""

    id: str
    speaks: Callable[[Scale], Band | None]
    why: str
    source: str


def _stop(s: Scale) -> Band | None:
    return Band.MOVE_ON if s.a.G1 else None


def _unlawful(s: Scale) -> Band | None:
    return Band.WAIT if s.a.G2 else None


def _came_back(s: Scale) -> Band | None:
    return Band.ASK_FIRST if s.a.G3 and s.a.they_came_back else None


def _left(s: Scale) -> Band | None:
    return s.warmth() if s.a.G3 else None


def _fresh(s: Scale) -> Band | None:
    return Band.WAIT if s.a.G4 else None


def _shut(s: Scale) -> Band | None:
    if not s.shut_by_rule:
        return None
    outright = s.a.G7 or s.a.fixed_rules
    return Band.LIGHT_TOUCH if outright and not s.unwanted else s.at_most_light()


def _told_enough(s: Scale) -> Band | None:
    return s.at_most_light() if s.told_enough else None


def _unpaid(s: Scale) -> Band | None:
    return Band.ASK_FIRST if s.a.unpaid_work_again else None


def _clock(s: Scale) -> Band | None:
    return Band.WAIT if s.clock_runs and not s.named_doubt_answered else None


def _agency(s: Scale) -> Band | None:
    return Band.ASK_FIRST if s.a.agency and not s.unwanted else None


def _spent(s: Scale) -> Band | None:
    return s.warmth() if s.a.G5 else None


def _untrue(s: Scale) -> Band | None:
    return s.warmth() if s.a.G6 else None


def _secret(s: Scale) -> Band | None:
    return s.warmth() if s.in_confidence else None


def _escape(s: Scale) -> Band | None:
    return s.warmth() if s.F9 is not None and s.F9 <= ESCAPE else None


def _unwanted(s: Scale) -> Band | None:
    return s.warmth() if s.unwanted else None


def _taken(s: Scale) -> Band | None:
    return s.warmth() if s.F1 is not None and s.F1 < 0 else None


def _fight(s: Scale) -> Band | None:
    cleared = s.fight >= FIGHT_FROM and s.F1 is not None and s.coverage >= COVERED
    return Band.FIGHT if cleared and s.can_answer else None


def _open_without_news(s: Scale) -> Band | None:
    still_deciding = s.F1 is not None and s.F1 > CERTAINLY_OPEN
    return Band.WAIT if still_deciding and not s.could_answer else None


def _ask(s: Scale) -> Band | None:
    return Band.ASK_FIRST if s.could_answer and s.best_fight >= FIGHT_FROM else None


def _rest(s: Scale) -> Band | None:
    return s.warmth()


RULES: tuple[Rule, ...] = (
    Rule("stop", _stop, "They asked not to be contacted. That ends it, cleanly.", "4.1 G1"),
    Rule(
        "unlawful",
        _unlawful,
        "What you noted may be against the law, so nothing that contests the decision is drafted "
        "here. First keep the facts and ask someone who knows the law; time limits can be short.",
        "4.1 G2, L04",
    ),
    Rule(
        "came_back",
        _came_back,
        "They came back on their own after you had said yes elsewhere. One honest question first "
        "to yourself, then to them; never one firm against the other.",
        "4.5 on G3",
    ),
    Rule(
        "left",
        _left,
        "You are going elsewhere. Thank them and decline within a day; what the tie is worth "
        "after that is a separate matter.",
        "4.5 on G3",
    ),
    Rule(
        "fresh",
        _fresh,
        "The news is fresh, or still hurts. Nothing is lost by letting it rest.",
        "4.1 G4",
    ),
    Rule(
        "shut",
        _shut,
        "A fixed rule decides here, so no letter can move it. Do what the rule allows.",
        "4.5 G7",
    ),
    Rule(
        "told_enough",
        _told_enough,
        "Their words, or their silence, ask for quiet. Courtesy is enough.",
        "4.5 soft stop",
    ),
    Rule(
        "unpaid",
        _unpaid,
        "They ask for unpaid work a second time. One clear question comes before any more of it.",
        "4.5 unpaid work",
    ),
    Rule(
        "clock",
        _clock,
        "They named a date and it has not passed by two business days. Until then silence means "
        "nothing, and more material would weaken your hand.",
        "4.5 G8",
    ),
    Rule(
        "agency",
        _agency,
        "An agency stands between you and the firm, so one question to the agency comes first.",
        "4.5 agency, P25",
    ),
    Rule(
        "spent",
        _spent,
        "You have asked them once to look again. A second time needs something new on their side.",
        "4.1 G5",
    ),
    Rule(
        "untrue",
        _untrue,
        "The letter would have to say something untrue, confidential or that cannot be shown. "
        "That letter is not drafted here.",
        "4.1 G6",
    ),
    Rule(
        "secret",
        _secret,
        "What you know was told in confidence. A plain line now is right; asking about the "
        "vacancy is not.",
        "4.5 G9",
    ),
    Rule(
        "escape",
        _escape,
        "This would be more about getting away, or about pride, than about the work. The kind "
        "step is the next target, and two gracious lines here.",
        "4.5 pride or escape",
    ),
    Rule(
        "unwanted",
        _unwanted,
        "You would not want to work there, so courtesy is all this asks for.",
        "4.3 W4",
    ),
    Rule("taken", _taken, "This seat is taken, frozen or gone, so it is not argued.", "4.2 (1)"),
    Rule(
        "fight",
        _fight,
        "They are reachable, they named something, and you can show something new. Once, and "
        "gracefully.",
        "4.2 (2), 4.5",
    ),
    Rule(
        "open_without_news",
        _open_without_news,
        "They are still deciding and there is nothing new to show. One line that you remain "
        "interested, then leave them to it.",
        "4.5 something new",
    ),
    Rule(
        "ask",
        _ask,
        "Too much is unknown to say. One question would settle it.",
        "4.2 (3)",
    ),
    Rule(
        "rest",
        _rest,
        "There is not enough to reopen this decision. What remains is what the tie is worth.",
        "4.2 (4), 4.3",
    ),
)


#: Rules that look at gates alone: silent once, they stay silent whatever a factor becomes, and
#: one that speaks gives the same band whatever a factor becomes.
BY_GATE = frozenset({"stop", "unlawful", "came_back", "fresh"})
_QUIET_BY_GATE = BY_GATE | {
    *("left", "unpaid", "agency", "spent", "untrue", "secret", "told_enough", "clock")
}


def still_open(s: Scale, spoke: Rule) -> tuple[Rule, ...]:
    """The rules that a change of factors may still bring to speak, given which one spoke.

    Rules on gates that stood before it and kept silent need not be asked again.
    """
    held = s.a
    gates = {
        "left": bool(held.G3),
        "unpaid": bool(held.unpaid_work_again),
        "agency": bool(held.agency),
        "spent": bool(held.G5),
        "untrue": bool(held.G6),
        "secret": s.in_confidence,
        "told_enough": s.told_enough,
        "clock": s.clock_runs,
    }
    found = []
    for rule in RULES:
        if rule is spoke or rule.id not in _QUIET_BY_GATE or gates.get(rule.id):
            found.append(rule)
    return tuple(found)


def rule_for(s: Scale, rules: tuple[Rule, ...] = RULES) -> tuple[Rule, Band]:
    """The first rule that speaks, and its band."""
    for rule in rules:
        band = rule.speaks(s)
        if band is not None:
            return rule, band
    raise AssertionError("the last rule always speaks")


def band_for(a: Answers) -> Band:
    return rule_for(Scale(a))[1]
