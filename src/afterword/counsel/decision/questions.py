"""The one question worth asking next, in words that fit the moment (method 4.3, next question).

Before a verdict nobody is asked what went wrong, and after a written no nobody is asked whether
it was meant. What a rule has shut is not asked about at all.
"""

from __future__ import annotations

from types import MappingProxyType

from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.factors import FACTORS, FIGHT
from afterword.counsel.decision.rules import BY_GATE, Rule, rule_for, still_open
from afterword.counsel.decision.scale import CERTAINLY_OPEN, Scale, refused
from afterword.terms import Band

#: What is asked first, should its answer change anything: the heaviest, then the cheapest.
BY_WEIGHT = tuple(sorted(FACTORS.values(), key=lambda f: (-f.weight, f.rank)))

#: Rules whose step is itself a question, with the factor whose answer it brings.
OF_RULE = MappingProxyType(
    {
        "unpaid": "",
        "agency": "",
        "came_back": "",
        "sealed_proof": "",
        "overdue": "F1",
        "reposted": "F1",
        "review": "",
        "offered": "",
        "two_offers": "",
        "called_back": "",
    }
)
#: Where nothing that could be learned now would be of use to the person.
NOT_NOW = frozenset(
    {
        *(
            "left",
            "forbidden",
            "shut",
            "told_enough",
            "twice",
            "by_their_form",
            "clock",
            "spent",
            "untrue",
        ),
        *("secret", "escape", "mistreated", "unwanted", "other", "early", "rescinded"),
    }
)


def question_of(scale: Scale, band: Band, spoke: Rule) -> str:
    """The factor worth asking next: heaviest whose answer would change the band, then cheapest.

    Empty when nothing can change it: then one stops asking (method 4.3).
    """
    if spoke.id in OF_RULE:
        return OF_RULE[spoke.id]
    if spoke.id in BY_GATE or spoke.id in NOT_NOW or band is Band.MOVE_ON:
        return ""  # where one moves on, one need not find out anything more
    rules = still_open(scale, spoke)
    chosen = _first_that_turns(scale, band, rules)
    if band is not Band.ASK_FIRST:
        return chosen
    if scale.a.F3 is None and scale.a.F2 is None and chosen in ("F1", "F2", "F3"):
        if scale.a.reason_named:
            return "F3"  # they have said why: what answers it one asks oneself, before anybody
        if chosen == "F3":
            return "F2"  # what one could show is worth asking once there is a doubt to answer
    if chosen:
        return chosen
    # two answers are missing at once: the heaviest is asked first
    return next((f.id for f in BY_WEIGHT if f in FIGHT and scale.a.value(f.id) is None), "")


def words_of(factor: str, rule: str, a: Answers) -> str:
    """The question as one would put it, "" when there is none."""
    if rule in _OF_RULE:
        return _OF_RULE[rule](a)
    if factor in ("F1", "F2") and a.names.get("introducer"):
        new = ", and may what is new with me be passed on" if _plus(a.F3) else ""
        return f"How do they see it, would one line from me be welcome{new}?"
    if factor == "F1" and answers_it(a):
        return "Is the seat still open?"
    if factor == "F1" and a.template and a.after_no is None:
        return "A mail that reads like a no has reached me. Was it meant for me?"
    if factor == "F1" and a.F2 is not None and a.F2 > 0 and a.after_no is not False:
        return "I can answer what you named. Is that still of use to you, or has somebody accepted?"
    if factor == "F1" and not refused(a):
        if a.invitation:
            return "Thank you, I would gladly hear more: what do you have in mind?"
        return "May I ask how things stand: is all as we left it, or has something changed?"
    if factor == "F1" and a.after_no and (a.F2 is None or a.F2 == 0) and not a.reason_named:
        return "May I ask what made the difference, and whether somebody has accepted?"
    if factor == "F1" and a.after_no:
        return "Has somebody accepted by now, or would a word more from me still be of use?"
    if factor == "F3" and a.reason_named:
        return "They named what decided it. What could you show within a week that answers it?"
    undecided = a.F1 is not None and a.F1 > CERTAINLY_OPEN
    if factor == "F2" and undecided:
        return "Is there anything about me that still gives you pause?"
    if factor == "F2" and a.F1 is None:
        return "What weighs most in your decision, and is there something I could still show you?"
    return FACTORS[factor].question if factor else ""


def answers_it(a: Answers) -> bool:
    """Whether a worry was named, nobody has said no, and the answer is at hand."""
    return a.after_no is not True and _plus(a.F2) and (_plus(a.F3) or _plus(a.F7))


def _unpaid(a: Answers) -> str:
    if a.F1 is not None and a.F1 < 0:
        return "Would this be a paid project, and on what terms?"
    return (
        "I would gladly show you more. Is this part of the decision, when will that be made, and "
        "is it paid?"
    )


def _agency(a: Answers) -> str:
    if _plus(a.F2) and _plus(a.F3):
        return "Is that the only thing in the way, and will you put my answer to them today?"
    if a.after_no is not True:
        return "How do things stand with them, as far as you know, and is there a day for it?"
    return "What did they say, in their own words, and may I answer through you?"


def _came_back(a: Answers) -> str:
    return "I have signed elsewhere, and take that seriously. By which day do you need my answer?"


def _review(a: Answers) -> str:
    if a.F7 is not None and a.F7 > 0:
        return "One point in it is not so, and I can show where. May I have the reasons, and a second look?"
    return "May I have the reasons in writing, and ask that this be looked at again?"


def _offered(a: Answers) -> str:
    return (
        "Thank you, I am very glad. May I have it in writing, with pay, hours and the first day, "
        "and by when do you need my answer?"
    )


def _two_offers(a: Answers) -> str:
    when = f"by {days.spoken(a.other_offer_by)}" if a.other_offer_by else "soon"
    return (
        f"I must answer another offer {when}, and would rather work with you. Can you tell me "
        "before then how it stands?"
    )


def _called_back(a: Answers) -> str:
    if a.F1 is None:
        return (
            "Thank you, I am glad to hear from you. What has changed, and what do you have in mind?"
        )
    return (
        "Thank you, I am glad, and yes, I am interested. What would be the terms, and what comes "
        "next?"
    )


def _sealed_proof(a: Answers) -> str:
    return "The papers belong to my employer. What else would settle it for you?"


def _overdue(a: Answers) -> str:
    if a.promised_date is None:
        return "May I ask how it stands, and by which day I may count on word from you?"
    if a.unanswered:
        return "May I ask one last time how it stands? If it has gone another way, I understand."
    return "May I ask how far you are with your decision, and when I may expect to hear?"


def _reposted(a: Answers) -> str:
    return "I saw the post advertised again: is it open once more, or has the advert stayed up?"


_OF_RULE = MappingProxyType(
    {
        "unpaid": _unpaid,
        "agency": _agency,
        "came_back": _came_back,
        "sealed_proof": _sealed_proof,
        "overdue": _overdue,
        "reposted": _reposted,
        "review": _review,
        "offered": _offered,
        "two_offers": _two_offers,
        "called_back": _called_back,
    }
)


def _first_that_turns(scale: Scale, band: Band, rules: tuple[Rule, ...]) -> str:
    for factor in BY_WEIGHT:
        if scale.a.value(factor.id) is None and _turns(scale, factor.id, band, rules):
            return factor.id
    return ""


def _turns(scale: Scale, id: str, band: Band, rules: tuple[Rule, ...]) -> bool:
    """Whether an answer could lead elsewhere; learning that one must wait is not worth a letter."""
    factor = FACTORS[id]
    for value in (factor.best, factor.worst):
        other = rule_for(scale.supposing(factor, value), rules)[1]
        if other is not band and (band is Band.ASK_FIRST or other is not Band.WAIT):
            return True
    return False


def _plus(value: float | None) -> bool:
    return value is not None and value > 0
