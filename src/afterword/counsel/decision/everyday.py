"""The next step where the band decides, which is the everyday case."""

from __future__ import annotations

from collections.abc import Callable

from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.factors import FACTORS
from afterword.counsel.decision.scale import CERTAINLY_OPEN, Scale
from afterword.counsel.decision.whom import ASKED_OF, YOU, Step, asked, by, name
from afterword.terms import Band

_FINALIST = 0.5
_RAPPORT = 0.5
_BY_NAME = 1.0  # W2: an invitation in their own words


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
        return Step(
            YOU,
            f"Before you write to anybody, find one thing out ({look}): {question}",
            by(a, 1),
        )
    play = "P12" if factor == "F2" else ""
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
    return Step(
        who,
        f"Thank them in one line and ask one question, only this one: “{question}” Whatever the "
        "answer, thank them for it and do not argue.",
        by(a, 2),
        play,
    )


def _fight(a: Answers) -> Step:
    if a.after_no is not True and undecided(a) and not plus(a.F7):
        return Step(
            name(a, "decider"),
            "Answer the doubt they named, and only that, with proof: offer a small sample of the "
            "very task, ask for 20 minutes to go through it, and leave the choice to them. No word "
            "about the others.",
            f"{by(a, days.PROOF)}, or by the day they named if that is sooner",
            "P06",
        )
    wrong = " If they have a fact wrong, ring first and send the paper after." if plus(a.F7) else ""
    return Step(
        name(a, "decider"),
        "One letter: accept the decision, answer the reason they gave with what they have not "
        "seen, ask for ten minutes or a trial task, and make it easy to refuse. Say nothing about "
        f"the other person, who may well say yes.{wrong} Where you have no direct line, ask the "
        "recruiter to pass it on.",
        f"{by(a, days.REOPEN)}, ideally before anyone accepts",
        "P14",
    )


def other_seat(a: Answers) -> Step:
    """P17: one question about that seat, and the application with it."""
    who = name(a, "recruiter") if a.agency else name(a, "warm")
    said = f" They said to you: {a.invitation}." if a.invitation else ""
    return Step(
        who,
        f"Ask one question about {a.other_seat}: is that open, and whom may I talk to? Say in one "
        "line why it suits you, and apply or use the name you were given if the way is open "
        "already. Not a word about the old "
        f"seat.{said}",
        f"{by(a, days.TRIGGER)}, the sooner the better",
        "P17",
    )


def invited_to(a: Answers) -> Step:
    """They named something to come back for: take them at their word, on its day."""
    return Step(
        name(a, "warm"),
        f"Thank them and take them at their word: {a.invitation}. Put the day for it in your "
        "calendar; until then a kind word now and then that asks for nothing.",
        f"the thanks {by(a, days.GRACE_NOTE)}, the rest when its day comes",
        "P15",
    )


def _keep_warm(a: Answers) -> Step:
    warm = name(a, "warm")
    if a.other_seat:
        return other_seat(a)
    if a.invitation:
        return invited_to(a)
    if a.F1 == -1 and a.F2 == -1:
        return Step(
            warm,
            "A short note that you feel with them, and one question: when would a word from you "
            "help? Do not ask for the seat.",
            by(a, days.FROZEN),
            "P18",
        )
    finalist = max(a.W1 or 0, a.F4 or 0) >= _FINALIST
    if finalist and a.W6 is not None and a.W6 >= _RAPPORT:
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
            "Thank them and ask one forward-looking question; promise not to argue, and keep to it.",
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


def _light(a: Answers) -> Step:
    back = f" Note what they offered: {a.invitation}." if a.invitation else ""
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
        f"yourself, and {name(a, 'recruiter')} if you met",
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
