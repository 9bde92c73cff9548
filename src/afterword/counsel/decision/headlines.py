"""What the advice is called: a few plain words a person can live with, under the band."""

from __future__ import annotations

from types import MappingProxyType

from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.questions import answers_it
from afterword.counsel.decision.scale import CERTAINLY_OPEN, Scale
from afterword.counsel.decision.settled import answered, old
from afterword.counsel.decision.timing import begins_then, comes_at_their_time, named_time
from afterword.terms import Band

BY_BAND = MappingProxyType(
    {
        Band.FIGHT: "One more letter is worth writing",
        Band.ASK_FIRST: "Ask one thing first",
        Band.KEEP_WARM: "Keep this door warm",
        Band.LIGHT_TOUCH: "One short thank-you, then let it rest",
        Band.MOVE_ON: "Thank them and move on",
        Band.WAIT: "Wait a little",
    }
)

BY_RULE = MappingProxyType(
    {
        "care": "First you, and no letter",
        "money": "Send no money, and do not answer",
        "stop": "Leave it in peace",
        "unlawful": "Keep the facts and take advice first",
        "came_back": "Say that you have signed, and ask one thing",
        "left": "Tell them kindly that you step back",
        "untruth": "The truth first, then everything else",
        "rescinded": "First find out what you are owed",
        "by_their_form": "Answer the way they ask",
        "twice": "No third message",
        "review": "Ask to have it looked at, in the way they allow",
        "offered": "Glad thanks first, then ask for it in writing",
        "two_offers": "Tell them of your other offer, today",
        "called_back": "Answer gladly, and ask what you need to know",
        "unpaid": "Ask before you do any more unpaid",
        "clock": "Wait for the day they named",
        "agency": "Ask the agency first",
        "spent": "You have asked once, and that is enough",
        "sealed_proof": "Keep the papers, and ask what else would do",
        "untrue": "Leave that out",
        "secret": "A plain word, and nothing of what you were told",
        "mistreated": "You need not want this; the next one",
        "escape": "Your next target first",
        "other": "Ask about the other seat, soon",
        "invited": "They asked you, so answer gladly",
        "overdue": "Ask kindly where they stand",
        "early": "Too early to ask",
        "open_without_news": "One line at most, then wait",
        "reposted": "Ask openly about the advert",
    }
)


def headline(rule: str, band: Band, a: Answers, factor: str, asked_of_them: bool) -> str:
    """The name of this advice; `factor` is what is asked, `asked_of_them` whether of somebody."""
    if rule == "untrue" and a.claim == "secret":
        return "Keep the papers where they are"
    if rule == "left" and a.told and not a.they_came_back:
        return "It is settled, by your own word"
    if rule == "left" and a.after_no and not a.they_came_back:
        return "It is settled, and you are free"
    if rule in ("taken", "rest") and a.rescinded and band in (Band.KEEP_WARM, Band.LIGHT_TOUCH):
        return "They had chosen you; nothing now"
    if rule == "shut" and band is Band.KEEP_WARM:
        return "The rule stands, and so does their word to you"
    if rule == "fight" and _plus(a.F2) and _plus(a.F7):
        return "Ring today and say what is so"
    if rule in ("other", "taken", "rest") and band is Band.KEEP_WARM and comes_at_their_time(a):
        begins = begins_then(named_time(a)[0])
        return "Say yes, gladly" if begins else "Come back at the time they named"
    if rule == "other" and a.invitation:
        return "Say yes to what they spoke of, soon"
    if rule == "clock" and _just_over(a):
        return "Give them two business days more"
    if rule == "ask" and factor == "F1" and a.after_no and _plus(a.F2) and _plus(a.F3):
        return "Say that you can answer it, and ask if that helps"
    if rule == "ask" and factor == "F1" and answers_it(a):
        return "Answer what they named, and ask if it is open"
    if rule == "told_enough" and band is Band.WAIT:
        return "They said that they will write"
    if rule == "review" and band is Band.WAIT:
        return "Take advice before the last day"
    if rule == "fresh":
        stale = a.F8 is not None and a.F8 <= 0
        return "Let the anger rest first" if stale else "Let it rest until tomorrow"
    if rule in ("forbidden", "shut") and band is not Band.MOVE_ON:
        return (
            "Send nothing; do what the rules allow"
            if band is Band.WAIT
            else "Do what the rule allows, and no more"
        )
    if rule == "fight" and a.F1 is not None and a.F1 > CERTAINLY_OPEN:
        return "Answer the doubt they named"
    if rule == "ask" and factor and not asked_of_them:
        return "Find one thing out first"
    if band is Band.LIGHT_TOUCH and rule in ("taken", "rest", "barred"):
        if a.thanked:
            return "Your thanks are with them; let it rest"
        if old(a):
            return "Let it rest"
    if band is Band.MOVE_ON and rule in ("told_enough", "rest", "taken", "forbidden", "shut"):
        nobody = Scale(a).nobody_there
        return "Nothing to send; on to the next" if nobody else BY_BAND[band]
    return BY_RULE.get(rule) or BY_BAND[band]


#: Where the sentence of a rule is about another case of it.
_LEFT_AFTER_NO = (
    "They have chosen, and you no longer want it. So nothing has to be declined, and nothing turned "
    "round; what draws you elsewhere may have your whole mind."
)
_LEFT_BY_OWN_WORD = (
    "You stepped back yourself, and they know it. So nothing has to be declined any more; what the "
    "tie is worth is a separate matter."
)
_FELL_THROUGH = (
    "They had chosen you, and then took the offer back. There is nothing in the choice to argue or "
    "to learn from; what remains is the tie."
)
_NAMED = (
    "They told you what decided it, so nobody need be asked why. Whether you can answer it is the "
    "one thing to know first, and only you know that."
)
_ANSWERED = (
    "They told you what decided it, and you can answer it. Only whether the seat is still free is "
    "not known, and one line can ask that."
)
_FOR_THE_NEXT = (
    "This seat is taken, frozen or gone, so it is not argued. They told you what decided it, and you "
    "can answer it: that is of use for the next seat there."
)
_COME_BACK_THEN = (
    "A rule stands in the way, and not you. Somebody there asked you by name to come back, and that "
    "is worth keeping warm."
)
_SEALED = (
    "Your proof is not yours to show, and that is no failing. So no letter is built on it; the tie "
    "does not need it."
)
_JUST_OVER = (
    "The day they named has only just gone by, and days off count for nothing. For two business "
    "days more, silence means nothing."
)
_AT_HAND = (
    "They named a worry, and you can answer it. Only whether the seat is still free is not known, "
    "and one line can do both."
)
_CARE = (
    "It is very heavy just now, and you come before any letter. Nothing here is lost if it rests."
)
_THEY_WRITE = (
    "They asked you to wait for their word, and nobody has said no. Their silence is what they "
    "announced, so there is nothing in it to read."
)
_LONG_QUIET = (
    "Nobody has said no, and more time has gone by than is usual. One calm question is fair now; "
    "meanwhile your search goes on."
)


def because(rule: str, says: str, band: Band, a: Answers) -> str:
    """Why this advice, in the sentence that fits the case; `says` is the rule's own."""
    if rule == "left" and a.told and not a.they_came_back:
        return _LEFT_BY_OWN_WORD
    if rule == "left" and a.after_no and not a.they_came_back:
        return _LEFT_AFTER_NO
    if rule in ("taken", "rest") and a.rescinded:
        return _FELL_THROUGH
    if rule == "ask" and a.reason_named and a.F3 is None:
        return _NAMED
    if rule == "ask" and a.after_no and _plus(a.F2) and _plus(a.F3):
        return _ANSWERED
    if rule == "taken" and band is Band.KEEP_WARM and answered(a):
        return _FOR_THE_NEXT
    if rule == "shut" and band is Band.KEEP_WARM:
        return _COME_BACK_THEN
    if rule == "untrue" and a.claim == "secret":
        return _SEALED
    if rule == "clock" and _just_over(a):
        return _JUST_OVER
    if rule == "ask" and answers_it(a) and a.F1 is None:
        return _AT_HAND
    if rule == "care" and a.after_no is False:
        return _CARE
    if rule == "told_enough" and band is Band.WAIT:
        return _THEY_WRITE
    if rule == "overdue" and a.promised_date is None:
        return _LONG_QUIET
    return says


def _just_over(a: Answers) -> bool:
    """Whether the day they named is behind, so that only the two business days still run."""
    return a.promised_date is not None and a.today is not None and a.promised_date < a.today


def _plus(value: float | None) -> bool:
    return value is not None and value > 0
