"""The next step where the band decides, which is the everyday case."""

from __future__ import annotations

import re
from collections.abc import Callable

from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.factors import FACTORS
from afterword.counsel.decision.questions import answers_it
from afterword.counsel.decision.scale import CERTAINLY_OPEN, Scale, refused
from afterword.counsel.decision.settled import answered, for_the_next_seat, when_settled
from afterword.counsel.decision.settled import old as _old
from afterword.counsel.decision.timing import (
    before_they_decide,
    begins_then,
    comes_at_their_time,
    is_a_talk,
    named_time,
)
from afterword.counsel.decision.whom import ASKED_OF, Step, asked, by, name, on
from afterword.terms import YOU, Band

NEXT_TIME = "What should I learn or show, so that I am the one you choose next time?"
_FINALIST = 0.5
_RAPPORT = 0.5
_BY_NAME = 1.0  # W2: an invitation in their own words
_ARTICLES = frozenset({*("the", "a", "an", "that", "another", "his", "her", "their", "its")})


def plus(value: float | None) -> bool:
    return value is not None and value > 0


def undecided(a: Answers) -> bool:
    """Whether nobody else holds an offer yet."""
    return a.F1 is not None and a.F1 > CERTAINLY_OPEN


def ask(a: Answers, factor: str, question: str) -> Step:
    """One question, to them or to oneself."""
    part = ASKED_OF.get(factor, "")
    if not part:
        look = FACTORS[factor].look if factor in FACTORS else "your own notes"
        named = a.ground("F2") if factor == "F3" and a.reason_named else None
        words = f" Their words: “{named.quote.rstrip('.')}”." if named else ""
        return Step(
            YOU,
            f"Before you write to anybody, find one thing out ({look}): {question}{words}",
            by(a, 1),
        )
    play = "P12" if factor == "F2" else ""
    if factor == "F1" and answers_it(a):
        return Step(
            asked(a),
            "Give your answer to what they named in one or two plain sentences, then ask only this: "
            f"“{question}” Send nothing with it, and do not argue with the answer.",
            by(a, 1),
            "P06",
        )
    between = a.names.get("introducer")
    if between and factor in ("F1", "F2"):
        return Step(
            f"{between}, who introduced you",
            f"Thank them first, and let the question go through them: “{question}” Write nothing "
            "past them, and press for no date.",
            by(a, 2),
            play,
        )
    who = asked(a) if part == "recruiter" else name(a, part)
    if factor in ("F1", "F2") and (a.they_came_back or not refused(a)):
        nothing = "They came to you" if a.they_came_back else "Nobody has said no"
        return Step(
            who,
            f"Ask one question, in two lines or by telephone, only this one: “{question}” "
            f"{nothing}, so there is nothing to argue. Listen first, and promise nothing yet.",
            f"today if you can, {by(a, 1)} at the latest",
            play,
        )
    return Step(
        who,
        f"Thank them in one line and ask one question, only this one: “{question}” Whatever the "
        "answer, thank them for it and do not argue.",
        by(a, 1),
        play,
    )


def _fight(a: Answers) -> Step:
    if plus(a.F2) and plus(a.F7):
        return _put_right(a)
    decider = name(a, "decider")
    if undecided(a) and plus(a.F2):
        return Step(
            decider,
            "Answer the doubt they named, and only that: send what they asked for, or have not seen "
            "yet, with two or three lines on what it shows. What cannot be sent, offer to show in 20 minutes. "
            "Leave the choice to them, and say no word about the others.",
            before_they_decide(a),
            "P06",
        )
    if undecided(a):
        return Step(
            decider,
            "One letter, as if it were the first: what has changed, why it suits you now, and what "
            "they have not seen. Ask for a talk, and make it easy to refuse. No word about the "
            "past.",
            before_they_decide(a, days.TRIGGER_REPOST),
            "P14",
        )
    return Step(
        decider,
        "One letter: accept the decision, answer the reason they gave with what they have not "
        "seen, ask for ten minutes, and make it easy to refuse. Say nothing about the other "
        "person, who may well say yes. Where you have no direct line, ask the recruiter to pass it "
        "on.",
        "today if you can, and in any case before anybody signs",
        "P14",
    )


def _put_right(a: Answers) -> Step:
    """A mistake of fact, or a fact that has changed: said at once, then shown."""
    until = "they decide" if undecided(a) else "anybody signs"
    return Step(
        name(a, "decider"),
        "Say in one friendly sentence what is so, and blame nobody: by telephone today, and straight "
        "after it in two lines with the paper that shows it; where several decide, the same two lines "
        "to all of them. Ask only that they look at it in time. If nobody picks up, send it today "
        "all the same.",
        f"today, before {until}: the call first, then the paper",
        "P14",
    )


def seat_of(a: Answers) -> str:
    """The other seat as the end of a sentence, however the user named it."""
    seat = a.other_seat or ""
    if seat.split(" ", 1)[0].lower() in _ARTICLES:
        return seat
    return f"the other seat ({seat})"


def other_seat(a: Answers) -> Step:
    """P17: one question about that seat, and the application with it; not before they asked for it."""
    who = name(a, "recruiter") if a.agency else name(a, "warm")
    if comes_at_their_time(a):
        return invited_to(a)
    new = " and what is new with you since then" if plus(a.F3) else ""
    if a.invitation:
        return Step(
            who,
            f"Thank them, and say yes, gladly, to what they spoke of. These were their words: "
            f"{a.invitation}. Say in one line why it suits you{new}, and ask one thing: “What would "
            "be the next step, and when?” Not a word about the old seat.",
            by(a, days.PROOF),
            "P17",
        )
    return Step(
        who,
        f"Ask one question about {seat_of(a)}: is that open, and whom may I talk to? Say in one "
        f"line why it suits you{new}, and apply or use the name you were given if the way is open "
        "already. Not a word about the old seat.",
        by(a, days.PROOF),
        "P17",
    )


#: They asked to be rung; who writes instead asks for what is given already.
_TO_RING = re.compile(
    r"\b(?:(?:ring|call|phone) me\b(?! (?:back )?(?:a|an|the|mr|mrs|ms)\b)|give me a (?:ring|call|bell|shout)|rufen sie mich|ruf mich|"
    r"appelez[- ]moi|appelle[- ]moi|llámeme|llámame|ligue[- ]me|mi chiami|chiamami|bel me|belt u me)\b",
    re.IGNORECASE,
)
#: Taken up weeks later, an invitation is taken up with a word about that.
_LATE = " It is weeks since they said so: own to that in half a sentence, with no reason given."


def invited_to(a: Answers) -> Step:
    """They named something to come back for: take them at their word, and at their time."""
    words = a.invitation or ""
    said, day = named_time(a)
    seat = a.other_seat if a.other_seat and a.other_seat != words else ""
    play = "P17" if a.other_seat else "P15"
    thanks = f"the thanks {by(a, days.GRACE_NOTE)}"
    leads = (
        " You may also ask whom else they would talk to in your place."
        if max(a.W7 or 0, 0) >= _RAPPORT and max(a.W6 or 0, 0) >= _RAPPORT
        else ""
    )
    by_name = a.W2 is None or a.W2 >= _BY_NAME
    later = f" One line more: {seat_of(a)} would interest you when its time comes." if seat else ""
    if begins_then(said):
        return Step(
            name(a, "warm"),
            f"Thank them and say yes, gladly. These were their words: {words}. Say what you can "
            f"begin with now, and note the day for the rest.{later}",
            by(a, days.GRACE_NOTE),
            play,
        )
    if said:
        glad = ", and say yes, gladly" if by_name else ", and leave it at that for now"
        noted = f"Put {on(day)} in your calendar" if day else "Put that time in your calendar"
        if a.thanked:
            return Step(
                name(a, "warm"),
                f"{noted}, and nothing before: your thanks are with them. These were their words: "
                f"{words}. Use the time to get ready, and come back then as they asked.",
                f"{on(day)}, as they said" if day else f"{said}, as they said",
                play,
            )
        doing = re.search(r"\b(apply|pitch|send|show|bring)\b", words, re.I)
        about = f" Then ask about {seat_of(a)}." if seat and not doing else ""
        return Step(
            name(a, "warm"),
            f"Thank them now, if you have not{glad}. These were their words: {words}. {noted}, ask nothing about it before, and use the time to get ready."
            f"{about}{leads}",
            f"{thanks}; the rest from {on(day)}, as they said"
            if day
            else f"{thanks}; the rest {said}, as they said",
            play,
        )
    late = _LATE if a.after_no and _old(a) else ""
    if _TO_RING.search(words):
        return Step(
            name(a, "warm"),
            f"Ring, and do not write for leave: they asked you to. These were their words: {words}.{late} "
            f"Bring one or two questions; nothing about the decision.{leads}",
            by(a, days.GRACE_NOTE),
        )
    if is_a_talk(words):
        return Step(
            name(a, "warm"),
            "Thank them, say yes, gladly, and let them name the day. These were their words: "
            f"{words}.{late} Bring one or two questions; nothing about the decision.{leads}",
            by(a, days.GRACE_NOTE),
            play,
        )
    first = "Take" if a.thanked else "Thank them, if you have not, and take"
    return Step(
        name(a, "warm"),
        f"{first} them at their word: {words}. Answer what they "
        "asked you, be it about other things. No day was found in their words, so a kind word every month or "
        "two is enough, and it asks for nothing.",
        f"the next word after {days.TOUCHES[0]} days"
        if a.thanked
        else f"{thanks}, the next word after {days.TOUCHES[0]} days",
        play,
    )


def _keep_warm(a: Answers) -> Step:
    warm = name(a, "warm")
    if a.other_seat:
        return other_seat(a)
    if a.invitation:
        return invited_to(a)
    if a.rescinded or a.referred or _old(a):
        return when_settled(a)
    if a.F1 == -1 and a.F2 == -1:
        return Step(
            warm,
            "A short note that you feel with them, and one question: when would a word from you "
            "help? Do not ask for the seat.",
            by(a, days.FROZEN),
            "P18",
        )
    if a.F1 is not None and 0 < a.F1 <= CERTAINLY_OPEN:
        return Step(
            warm,
            "One warm line: you thank them, and should the seat come free you would gladly say yes. "
            "Nothing with it, and no word about the person who holds the offer. Then leave it, and "
            "go on with your search.",
            by(a, days.GRACE_NOTE),
            "P11",
        )
    if _between(a):
        return _through(a)
    finalist = max(a.W1 or 0, a.F4 or 0) >= _FINALIST
    if a.after_no is False and not (a.F1 is not None and a.F1 < 0):
        return Step(
            warm,
            "One friendly line: you remain interested and are glad to answer anything. Nobody has "
            "said no, so there is nothing to thank for as if it were over. Go on with your search.",
            by(a, days.GRACE_NOTE),
            "P15",
        )
    if answered(a):
        return for_the_next_seat(a)
    # a call for names only where they reach further: elsewhere it is one favour too many
    if finalist and min(a.W6 or 0, a.W7 or 0) >= _RAPPORT:
        glad = (
            "Thank them, and say that you will take them at their word and stay in touch; "
            if a.W2 is not None and a.W2 >= _BY_NAME
            else "Thank them; "
        )
        return Step(
            warm,
            f"{glad}ask one question about what you could do better next time, and do not argue "
            "with the answer. Then ask for a call of 15 minutes with two or three “who do you know "
            "at …?” questions.",
            f"the thanks {by(a, days.GRACE_NOTE)}, the call {by(a, days.CALL)}",
            "P13",
        )
    if finalist:
        return Step(
            warm,
            f"Thank them, if you have not, and ask one question: “{NEXT_TIME}” Whatever the answer, "
            "thank them for it and do not argue.",
            by(a, days.ADVICE),
            "P12",
        )
    return Step(
        warm,
        "Thank them now. In a month send something useful from what you talked about, and ask "
        "for nothing.",
        f"the thanks {by(a, days.GRACE_NOTE)}, the next word after {days.TOUCHES[0]} days",
        "P15",
    )


def _between(a: Answers) -> bool:
    """Whether somebody brought them together, and they have no line of their own that answers."""
    return bool(a.names.get("introducer")) and (a.F5 is None or a.F5 < _RAPPORT)


def _through(a: Answers) -> Step:
    between = a.names["introducer"]
    return Step(
        f"{between}, who introduced you",
        f"Thank {between} first, and ask whether and how a word of thanks from you should be passed "
        "on. Write nothing past them, and ask for no reason. What comes to you from there on its own "
        "you may answer as before.",
        by(a, days.GRACE_NOTE),
        "P11",
    )


def _light(a: Answers) -> Step:
    if _between(a) and a.after_no is not False and not a.thanked:
        return _through(a)
    back = f" Note what they offered: {a.invitation}." if a.invitation else ""
    if a.rescinded or a.referred or a.thanked or _old(a):
        return when_settled(a)
    return Step(
        name(a, "warm"),
        "One short note of thanks, if you have not sent it: no question, no plea. After that "
        f"follow them from afar, at most a word a quarter.{back}",
        by(a, days.GRACE_NOTE),
        "P11",
    )


def goodbye(a: Answers) -> Step:
    """P20: closed with one thing taken from it; nothing is sent where nobody would read it."""
    if Scale(a).nobody_there:
        return Step(
            YOU,
            "Send nothing, as there is nobody to read it. Close this case with one thing you take "
            "from it; if they advertise again, apply afresh through their page. Now one step on "
            "your next target.",
            by(a, days.FLIGHT),
            "P20",
        )
    return Step(
        YOU,
        "Close this case with one thing you take from it. If you met them, two lines of thanks "
        "and no question; skipping them is fine.",
        by(a, days.FLIGHT),
        "P20",
    )


def _wait(a: Answers) -> Step:
    return Step(YOU, "Write nothing for now. Take one step on another target.", by(a, days.FLIGHT))


BY_BAND: dict[Band, Callable[[Answers], Step]] = {
    Band.FIGHT: _fight,
    Band.ASK_FIRST: lambda a: ask(a, "F1", FACTORS["F1"].question),
    Band.KEEP_WARM: _keep_warm,
    Band.LIGHT_TOUCH: _light,
    Band.MOVE_ON: goodbye,
    Band.WAIT: _wait,
}
