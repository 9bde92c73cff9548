"""The next concrete step of every advice: who, what, when (method 4.5, last line).

One line a situation. The panel agreed on steps even where it differed on
labels, so a step never says less than what to do with whom by which day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.factors import FACTORS
from afterword.counsel.decision.scale import CERTAINLY_OPEN, free_from
from afterword.terms import Band, NextStep

YOU = "you"
_FINALIST = 0.5
_RAPPORT = 0.5

#: Whom a question goes to; what is not here one asks oneself.
ASKED_OF = {
    "F1": "recruiter",
    "F2": "recruiter",
    "F6": "warm",
    "W6": "warm",
}
_UNNAMED = {
    "recruiter": "the recruiter",
    "decider": "the person who decides",
    "warm": "the person there who knows you best",
}


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, with the play it comes from."""

    who: str
    what: str
    when: str
    play: str = ""

    def plain(self) -> NextStep:
        return NextStep(self.who, self.what, self.when)


def step_for(rule: str, band: Band, a: Answers, factor: str, question: str) -> Step:
    """The step for a rule and its band; `factor` and `question` are what is asked, if anything."""
    if rule == "ask":
        return _ask(a, factor, question)
    if rule in BY_RULE:
        return BY_RULE[rule](a, band)
    return BY_BAND[band](a)


def by(a: Answers, n: int) -> str:
    """A day n business days from now: its date when today is known."""
    if a.today is None:
        return "within one business day" if n == 1 else f"within {n} business days"
    return f"by {days.spoken(workdays.add(a.today, n, a.country))}"


def name(a: Answers, part: str) -> str:
    """The person for a part, by name where one is known."""
    return a.names.get(part) or _UNNAMED[part]


# ── where a rule knows the step ─────────────────────────────────────────────


def _stop(a: Answers, band: Band) -> Step:
    return Step(
        YOU,
        "Leave them in peace. Close this case with one thing you take from it.",
        "today",
        "P20",
    )


def _unlawful(a: Answers, band: Band) -> Step:
    return Step(
        "an adviser: a lawyer, a union, or the equality body where you live",
        "Write down what was said, by whom and on which day, keep every mail, and ask which time "
        "limits apply. This is a pointer, not legal advice.",
        "this week, because such time limits run from the day it happened",
    )


def _came_back(a: Answers, band: Band) -> Step:
    return Step(
        f"yourself first, then {name(a, 'decider')}",
        "Ask yourself whether you would leave what you have signed. If so, ask them one thing: "
        "what has changed, and by when would they decide?",
        f"sleep on it, then answer them {by(a, 2)}",
    )


def _left(a: Answers, band: Band) -> Step:
    return Step(
        name(a, "recruiter"),
        "Thank them, decline with one true and kind reason, and leave the door open.",
        by(a, 1),
        "P21",
    )


def _fresh(a: Answers, band: Band) -> Step:
    return Step(
        YOU,
        "Rest. A draft is fine, sending can wait; after that two gracious lines are enough.",
        f"{days.PAUSE_HOURS} hours after you opened it, or once the anger has settled",
        "P10",
    )


def _shut(a: Answers, band: Band) -> Step:
    if band is Band.MOVE_ON:
        return _goodbye(a)
    return Step(
        name(a, "recruiter"),
        "Thank them and ask the one thing the rule allows: where you stand on a reserve list, or "
        "on which day the rule or the next call opens. Put your proof into that.",
        by(a, days.FLIGHT),
        "P11",
    )


def _unpaid(a: Answers, band: Band) -> Step:
    return Step(
        name(a, "recruiter"),
        "Ask before doing any of it: is this task part of the decision, when will that be made, "
        "and can it be paid or kept to a few hours?",
        by(a, 1),
        "P06",
    )


def _clock(a: Answers, band: Band) -> Step:
    if a.promised_date is None:
        when = "until two business days after the date they named"
    else:
        when = f"until {days.spoken(free_from(a))}"
    return Step(YOU, "Write nothing to them. Take the next step on a second target.", when, "P24")


def _agency(a: Answers, band: Band) -> Step:
    who = a.names.get("recruiter") or "the agency recruiter"
    return Step(
        who,
        "Ring and ask: what did the firm say, in its own words, and may I answer through you?",
        by(a, 1),
        "P25",
    )


def _untrue(a: Answers, band: Band) -> Step:
    return Step(
        name(a, "recruiter"),
        "Two gracious lines without that claim. If something untrue was said before, correct it "
        "plainly or withdraw.",
        by(a, days.GRACE_NOTE),
        "P11",
    )


def _secret(a: Answers, band: Band) -> Step:
    if band is Band.MOVE_ON:
        return _goodbye(a)
    return Step(
        name(a, "warm"),
        "One plain line to stay in touch, with nothing of what you were told and no question "
        "about the vacancy.",
        by(a, days.TRIGGER),
        "P15",
    )


def _escape(a: Answers, band: Band) -> Step:
    return Step(
        f"your next target, and {name(a, 'recruiter')}",
        "Do one small thing for the next target first. Here two gracious lines are enough.",
        by(a, days.FLIGHT),
        "P20",
    )


def _open(a: Answers, band: Band) -> Step:
    return Step(
        name(a, "recruiter"),
        "One line: you remain interested and are glad to answer anything. Then leave them to it.",
        by(a, 2),
    )


BY_RULE: dict[str, Callable[[Answers, Band], Step]] = {
    "stop": _stop,
    "unlawful": _unlawful,
    "came_back": _came_back,
    "left": _left,
    "fresh": _fresh,
    "shut": _shut,
    "unpaid": _unpaid,
    "clock": _clock,
    "agency": _agency,
    "untrue": _untrue,
    "secret": _secret,
    "escape": _escape,
    "open_without_news": _open,
}


# ── where the band decides ──────────────────────────────────────────────────


def _ask(a: Answers, factor: str, question: str) -> Step:
    part = ASKED_OF.get(factor, "")
    if part:
        play = "P12" if factor == "F2" else ""
        return Step(
            name(a, part), f"Ask one question, and only this one: “{question}”", by(a, 2), play
        )
    look = FACTORS[factor].look if factor in FACTORS else "your own notes"
    return Step(YOU, f"Find one thing out ({look}): {question}", by(a, 1))


def _fight(a: Answers) -> Step:
    undecided = a.F1 is not None and a.F1 > CERTAINLY_OPEN and not (a.F7 is not None and a.F7 > 0)
    if a.after_no is not True and undecided:
        return Step(
            name(a, "decider"),
            "Answer the doubt they named with proof: offer a small sample of the very task, and "
            "ask for 20 minutes to go through it.",
            by(a, days.PROOF),
            "P06",
        )
    return Step(
        name(a, "decider"),
        "One letter: accept the decision, answer the reason they gave with what they have not "
        "seen, ask for ten minutes or a trial task, and make it easy to refuse. Where you have no "
        "direct line, ask the recruiter to pass it on.",
        f"{by(a, days.REOPEN)}, ideally before anyone accepts",
        "P14",
    )


def _keep_warm(a: Answers) -> Step:
    warm = name(a, "warm")
    if a.other_seat:
        return Step(
            warm,
            f"Ask one question about {a.other_seat}: is it open, and whom may I talk to?",
            by(a, days.TRIGGER),
            "P17",
        )
    frozen = a.F1 == -1 and a.F2 == -1
    if frozen:
        return Step(
            warm,
            "A short note that you feel with them, and one question: when would a word from you "
            "help?",
            by(a, days.FROZEN),
            "P18",
        )
    finalist = max(a.W1 or 0, a.F4 or 0) >= _FINALIST
    if finalist and a.W6 is not None and a.W6 >= _RAPPORT:
        return Step(
            warm,
            "Thank them, ask one question about what you could do better next time, then ask for "
            "a call of 15 minutes with two or three “who do you know at …?” questions.",
            f"the thanks {by(a, days.GRACE_NOTE)}, the call {by(a, days.CALL)}",
            "P13",
        )
    if finalist:
        return Step(
            warm,
            "Thank them and ask one forward-looking question; promise not to argue.",
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
    return Step(
        name(a, "recruiter"),
        "One short note of thanks, if you have not sent it. After that follow them from afar, "
        "at most a word a quarter.",
        by(a, days.GRACE_NOTE),
        "P11",
    )


def _goodbye(a: Answers) -> Step:
    return Step(
        f"yourself, and {name(a, 'recruiter')} if you met",
        "Close this case with one thing you take from it. If you met them, two lines of thanks; "
        "skipping them is fine.",
        by(a, days.FLIGHT),
        "P20",
    )


def _wait(a: Answers) -> Step:
    return _open(a, Band.WAIT)


BY_BAND: dict[Band, Callable[[Answers], Step]] = {
    Band.FIGHT: _fight,
    Band.ASK_FIRST: lambda a: _ask(a, "F1", FACTORS["F1"].question),
    Band.KEEP_WARM: _keep_warm,
    Band.LIGHT_TOUCH: _light,
    Band.MOVE_ON: _goodbye,
    Band.WAIT: _wait,
}
