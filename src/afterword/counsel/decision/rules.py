"""Which band the answers lead to: rules asked in order, the first that speaks decides.

Method 4.1-4.3 as amended by 4.5, which wins. Each rule sees the `Scale` and
answers a band or nothing (`speaking`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from afterword.counsel.decision import speaking
from afterword.counsel.decision.answers import Answers, bits
from afterword.counsel.decision.scale import Scale
from afterword.terms import Band

#: How all that is said of a case begins that looks like a fraud.
FRAUD = "This looks like a fraud."


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for a band. `why` is the sentence the user reads.

    `needs` are the answers it cannot do without: where nothing is known of any of them, asking it
    is in vain. That something is known is never enough for it to speak.
    """

    id: str
    speaks: Callable[[Scale], Band | None]
    why: str
    source: str
    needs: tuple[str, ...] = ()


RULES: tuple[Rule, ...] = (
    Rule(
        "care",
        speaking.care,
        "It is very heavy just now, and you come before any letter. A no says something about a "
        "seat, never what you are worth. Nothing here is lost if it rests.",
        "6.9, 6.10, P26",
        needs=("needs_care",),
    ),
    Rule(
        "money",
        speaking.money,
        f"{FRAUD} Whoever gives work pays you: they never ask for a fee or a gift "
        "card first, nor for papers and a bank account before any talk. It takes in careful people "
        "every day; it is not your fault.",
        "4.5 G6, 6.2",
        needs=("asks_money",),
    ),
    Rule(
        "stop",
        speaking.stop,
        "They asked for no contact, or you chose so. That ends it, cleanly.",
        "4.1 G1",
        needs=("G1",),
    ),
    Rule(
        "unlawful",
        speaking.unlawful,
        "What you noted may be against the law, so nothing that contests the decision is drafted "
        "here. First keep the facts and ask someone who knows the law; time limits can be short.",
        "4.1 G2, L04",
        needs=("G2",),
    ),
    Rule(
        "came_back",
        speaking.came_back,
        "They came back on their own after you had said yes elsewhere. First be honest with "
        "yourself, then with them; never set one firm against the other.",
        "4.5 on G3",
        needs=("they_came_back",),
    ),
    Rule(
        "left",
        speaking.left,
        "You are going elsewhere, or no longer want this, and that is yours to say. Thank them and "
        "decline within a day; what the tie is worth after that is a separate matter.",
        "4.5 on G3",
        needs=("G3",),
    ),
    Rule(
        "rescinded",
        speaking.rescinded,
        "They took back what they had promised. Before any word of yours, find out what you are "
        "owed; sympathy and a kind line come after that.",
        "R19, L06",
        needs=("rescinded",),
    ),
    Rule(
        "fresh",
        speaking.fresh,
        "The news is fresh, or still hurts. Nothing is lost by letting it rest.",
        "4.1 G4",
        needs=("G4",),
    ),
    Rule(
        "untruth",
        speaking.untruth,
        "Something you told them is not true. It weighs on you, and another letter would make it "
        "heavier. The truth comes first, told by you; there is a kind way out of this.",
        "4.1 G6, 4.5 own untruth",
        needs=("claim",),
    ),
    Rule(
        "forbidden",
        speaking.forbidden,
        "Here nobody may be written to, and keeping to that protects your place. What the rules "
        "allow can still be done.",
        "4.5 G7, 3.1 hard stop",
        needs=("no_contact",),
    ),
    Rule(
        "review",
        speaking.review,
        "Their own rules keep one door open: they let you ask to have it looked at again. That is "
        "the way for what went wrong, and its last day counts.",
        "4.5 G7, formal review",
        needs=("review_open",),
    ),
    Rule(
        "shut",
        speaking.shut,
        "A fixed rule decides here, so no letter can move it. Do what the rule allows.",
        "4.5 G7",
        needs=("G7", "fixed_rules", "F2"),
    ),
    Rule(
        "by_their_form",
        speaking.by_their_form,
        "They wrote first and named the way in. Take that way; a letter beside it reaches nobody.",
        "4.5 template, 3.1",
        needs=("they_came_back",),
    ),
    Rule(
        "twice",
        speaking.twice,
        "Two messages of yours have no answer. A third would press; the next word is theirs.",
        "4.5 two unanswered, 3.1",
        needs=("unanswered",),
    ),
    Rule(
        "told_enough",
        speaking.told_enough,
        "Their words, or their silence, ask for quiet. Courtesy is enough.",
        "4.5 soft stop",
        needs=("template", "soft_stop", "unanswered"),
    ),
    Rule(
        "unpaid",
        speaking.unpaid,
        "They ask for unpaid work a second time. One clear question comes before any more of it.",
        "4.5 unpaid work",
        needs=("unpaid_work_again",),
    ),
    Rule(
        "offered",
        speaking.offered,
        "They have said yes, if only by word of mouth. Before you answer, it is fair to know what "
        "it is that they offer.",
        "P20 guardrail, R19",
        needs=("offered",),
    ),
    Rule(
        "two_offers",
        speaking.two_offers,
        "Your other offer runs out before they mean to decide. An honest word now is no pressure: "
        "they cannot know it unless you say so.",
        "method 2, several at once",
        needs=("other_offer_by",),
    ),
    Rule(
        "clock",
        speaking.clock,
        "They named a date and it has not passed by two business days. Until then silence means "
        "nothing, and more material would weaken your hand.",
        "4.5 G8",
        needs=("G8", "promised_date"),
    ),
    Rule(
        "agency",
        speaking.agency,
        "An agency stands between you and the firm, so one question to the agency comes first.",
        "4.5 agency, P25",
        needs=("agency",),
    ),
    Rule(
        "spent",
        speaking.spent,
        "You have asked them once to look again. A second time needs something new on their side.",
        "4.1 G5",
        needs=("G5",),
    ),
    Rule(
        "sealed_proof",
        speaking.sealed_proof,
        "Your proof is not yours to show, and that is no failing. What you can do may be said in "
        "general words, and they may be content with something else.",
        "4.1 G6, 6.6",
        needs=("claim",),
    ),
    Rule(
        "untrue",
        speaking.untrue,
        "The letter would have to say something untrue, confidential or that cannot be shown. "
        "That letter is not drafted here.",
        "4.1 G6",
        needs=("G6", "claim"),
    ),
    Rule(
        "secret",
        speaking.secret,
        "What you know was told in confidence. A plain line now is right; asking about the "
        "vacancy is not.",
        "4.5 G9",
        needs=("G9", "confidential_trigger"),
    ),
    Rule(
        "mistreated",
        speaking.mistreated,
        "They did not treat you well, and it is right not to want that. You need not win it first: "
        "the kind step is the next target, and courtesy here for your own sake.",
        "4.5 pride or escape, 4.3 W8",
        needs=("W8",),
    ),
    Rule(
        "escape",
        speaking.escape,
        "By your own answer it is not the work and the people that draw you here. That is good to "
        "know. The kind step is the next target, and two gracious lines here.",
        "4.5 pride or escape",
        needs=("F9",),
    ),
    Rule(
        "unwanted",
        speaking.unwanted,
        "You would not want to work there, so courtesy is all this asks for.",
        "4.3 W4",
        needs=("W4",),
    ),
    Rule(
        "other",
        speaking.other,
        "The old seat is closed and needs no more thought. There is another one in sight, and that "
        "is the one to look to.",
        "4.5 a concrete other seat, P17",
        needs=("other_seat",),
    ),
    Rule(
        "taken",
        speaking.taken,
        "This seat is taken, frozen or gone, so it is not argued.",
        "4.2 (1)",
        needs=("F1",),
    ),
    Rule(
        "invited",
        speaking.invited,
        "They came back to you on their own, and you can answer what once stood in the way. This "
        "is an invitation, so answer it gladly.",
        "4.2 (2), 3.1 warmth",
        needs=("they_came_back",),
    ),
    Rule(
        "called_back",
        speaking.called_back,
        "They came back to you on their own, so the next word is yours and is welcome. Answer soon, "
        "and ask what you need to know.",
        "3.1 warmth",
        needs=("they_came_back",),
    ),
    Rule(
        "fight",
        speaking.fight,
        "They are reachable, they named something, and you can show something new. Once, and "
        "gracefully.",
        "4.2 (2), 4.5",
        needs=("F3",),
    ),
    Rule(
        "overdue",
        speaking.overdue,
        "They have had their time, and two business days more. One friendly question is fair now, "
        "and no burden to anybody.",
        "4.4, P08",
        needs=("promised_date", "talked_on"),
    ),
    Rule(
        "early",
        speaking.early,
        "It is too early to ask: a few days of silence after a talk or a letter mean nothing.",
        "4.4, P09",
        needs=("F1",),
    ),
    Rule(
        "open_without_news",
        speaking.open_without_news,
        "They are still deciding and there is nothing new to show. One line that you remain "
        "interested, then leave them to it.",
        "4.5 something new",
        needs=("F1",),
    ),
    Rule(
        "reposted",
        speaking.reposted,
        "The advert is up again. Alone that is a weak sign, as adverts are also left up; it is "
        "public, so one open question about it is fair.",
        "contract ruling 5, P16",
        needs=("reposted",),
    ),
    Rule(
        "ask",
        speaking.ask,
        "Too much is unknown to say. One question would settle it.",
        "4.2 (3)",
    ),
    Rule(
        "barred",
        speaking.barred,
        "What stands in the way is a permit, a pay range or a place, and not you. Nobody argues "
        "with that; it may change one day, and until then other doors need no such key.",
        "4.2 F2, R12, R13",
        needs=("F2",),
    ),
    Rule(
        "rest",
        speaking.rest,
        "There is not enough to reopen this decision. What remains is what the tie is worth.",
        "4.2 (4), 4.3",
    ),
)


#: Rules that look at gates alone: silent once, they stay silent whatever a factor becomes, and
#: one that speaks gives the same band whatever a factor becomes.
BY_GATE = frozenset({"care", "money", "stop", "unlawful", "came_back", "fresh", "untruth"})
_QUIET_BY_GATE = BY_GATE | {
    *("left", "unpaid", "agency", "spent", "untrue", "secret", "told_enough", "clock"),
    *("twice", "by_their_form", "sealed_proof", "reposted", "rescinded"),
    *("offered", "two_offers"),
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
        "untrue": s.unsayable,
        "sealed_proof": s.unsayable,
        "reposted": bool(held.reposted),
        "rescinded": bool(held.rescinded),
        "offered": bool(held.offered),
        "two_offers": held.other_offer_by is not None,
        "twice": s.told_enough,
        "by_their_form": s.told_enough,
        "secret": s.in_confidence,
        "told_enough": s.told_enough,
        "clock": s.clock_runs,
    }
    found = []
    for rule in RULES:
        if rule is spoke or rule.id not in _QUIET_BY_GATE or gates.get(rule.id):
            found.append(rule)
    return tuple(found)


@lru_cache(maxsize=4096)
def worth_asking(known: int) -> tuple[Rule, ...]:
    """The rules that may speak where something may be known of these answers (`answers.BIT`)."""
    return tuple([rule for rule in RULES if not rule.needs or known & bits(*rule.needs)])


def rule_for(s: Scale, rules: tuple[Rule, ...] = RULES) -> tuple[Rule, Band]:
    """The first rule that speaks, and its band."""
    for rule in rules:
        band = rule.speaks(s)
        if band is not None:
            return rule, band
    raise AssertionError("the last rule always speaks")


def band_for(a: Answers) -> Band:
    return rule_for(Scale(a))[1]
