"""The next concrete step where a rule knows it: who, what, when, and what not (method 4.5).

One line a situation. The panel agreed on steps even where it differed on
labels, so a step never says less than what to do with whom by which day. A wait
always has an end, and where nothing may be sent it says what to do instead.
"""

from __future__ import annotations

from collections.abc import Callable

from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.everyday import (
    BY_BAND,
    ask,
    goodbye,
    invited_to,
    other_seat,
    plus,
    undecided,
)
from afterword.counsel.decision.held_back import A_MONTH, HELD_BACK
from afterword.counsel.decision.questions import words_of
from afterword.counsel.decision.scale import NO, fair_from, free_from
from afterword.counsel.decision.settled import told
from afterword.counsel.decision.timing import before_they_decide, their_day
from afterword.counsel.decision.whom import ASKED_OF, Step, after, asked, by, name, on
from afterword.terms import YOU, Band

__all__ = ["ASKED_OF", "Step", "step_for"]


def step_for(rule: str, band: Band, a: Answers, factor: str, question: str) -> Step:
    """The step for a rule and its band; `factor` and `question` are what is asked, if anything."""
    if rule == "ask":
        return _discreet(ask(a, factor, question), rule, a)
    found = BY_RULE[rule](a, band) if rule in BY_RULE else BY_BAND[band](a)
    return _discreet(found, rule, a)


def _discreet(step: Step, rule: str, a: Answers) -> Step:
    """What was told in confidence stays out of every line, whatever rule spoke."""
    secret = bool(a.confidential_trigger) if a.G9 is None else a.G9
    if not secret or rule in ("secret", "care", "stop", "unlawful"):
        return step
    kept = " Use nothing of what you were told in confidence, and ask nothing that shows it."
    return Step(step.who, step.what + kept, step.when, step.play)


# ── what they ask for ───────────────────────────────────────────────────────


def _unpaid(a: Answers, band: Band) -> Step:
    return Step(
        name(a, "recruiter"),
        f"Before you do any of it, ask: “{words_of('', 'unpaid', a)}” Send no work until you have "
        "the answer in writing, and give up nothing paid for it.",
        by(a, 1),
        "P06",
    )


def _clock(a: Answers, band: Band) -> Step:
    if a.promised_date is None:
        when = "until two business days after the date they named; then one question is fair"
    else:
        when = f"until {on(free_from(a))}; then one question is fair"
    return Step(
        YOU,
        "Send them only what they have asked you for, with one friendly line, and nothing else. Take "
        "the next step on a second target.",
        when,
        "P24",
    )


def _agency(a: Answers, band: Band) -> Step:
    who = a.names.get("recruiter") or "the agency recruiter"
    if undecided(a) and plus(a.F2) and plus(a.F3):
        what = (
            "Ring, give the answer to what they named in one sentence, and ask: "
            f"“{words_of('', 'agency', a)}” Do not write to the firm itself."
        )
    else:
        what = f"Ring and ask: “{words_of('', 'agency', a)}” Do not write to the firm itself."
    what += " If they are away, ring when they are back."
    return Step(who, what, f"today if you can, {by(a, 1)} at the latest", "P25")


# ── the user's own way ──────────────────────────────────────────────────────


def _came_back(a: Answers, band: Band) -> Step:
    return Step(
        f"yourself, and {name(a, 'decider')}",
        "Thank them, and answer in two lines: "
        f"“{words_of('', 'came_back', a)}” Then read your contract, and ask yourself whether you "
        "would leave what you have signed. Promise nothing to either, and never play one against "
        "the other.",
        f"the two lines {by(a, 1)}; sleep on the answer, and keep to the day they name",
    )


def _left(a: Answers, band: Band) -> Step:
    open_door = (
        " No need to leave the door open."
        if a.W4 is not None and a.W4 <= NO
        else " Leave the door open."
    )
    if a.told and not a.they_came_back:
        if band is Band.MOVE_ON:
            return goodbye(a)
        return invited_to(a.given("thanked", True)) if a.invitation else told(a)
    if a.after_no and not a.they_came_back:
        return Step(
            YOU,
            "Nothing need be declined: they have chosen, and you are free. If you have not thanked "
            "them, two lines are kind, and skipping them is fine. Give your mind to what comes "
            "next.",
            by(a, days.FLIGHT),
            "P20",
        )
    return Step(
        name(a, "warm"),
        "Thank them and decline with one true and kind reason, such as your new post, before they "
        f"hear it from others; a talk that is set is cancelled, not missed.{open_door}",
        by(a, 1),
        "P21",
    )


def _spent(a: Answers, band: Band) -> Step:
    if band is Band.MOVE_ON:
        return goodbye(a)
    if a.other_seat:
        return other_seat(a)
    if a.unanswered or (a.F5 is not None and a.F5 <= -1):
        return Step(
            YOU,
            "Do not send it again, and nothing more about this decision. When they next look for "
            f"people, apply, and write a friendly line to {name(a, 'warm')}.",
            f"when their next post or season is announced; look at their page {after(a, A_MONTH)}",
            "P15",
        )
    return Step(
        name(a, "warm"),
        "Send nothing more about this decision, however good it is; you have had your one letter. "
        "Two lines of thanks if they are not sent yet, and a friendly word in a month that asks "
        "for nothing.",
        f"the thanks {by(a, days.GRACE_NOTE)}, the next word after {days.TOUCHES[0]} days",
        "P15",
    )


def _secret(a: Answers, band: Band) -> Step:
    if band is Band.MOVE_ON:
        return goodbye(a)
    invited = (
        " If they said you may ask, ask openly what you could do better next time; that needs "
        "nothing you were told."
        if plus(a.W2) and a.F1 is not None
        else ""
    )
    return Step(
        name(a, "warm"),
        "One plain line to stay in touch, about something you share, with nothing of what you "
        f"were told, not even a hint, and no question about the vacancy.{invited}",
        by(a, days.TRIGGER),
        "P15",
    )


def _escape(a: Answers, band: Band) -> Step:
    step_back = (
        "Then two gracious lines here, in which you step back."
        if undecided(a)
        else "Then two gracious lines here are enough, and skipping them is fine."
    )
    return Step(
        "your next target",
        "Do one small thing for the next target first, one you would be glad to get up for. Send "
        "these people no proof and no argument, however good. "
        f"{step_back}",
        by(a, days.FLIGHT),
        "P20",
    )


def _review(a: Answers, band: Band) -> Step:
    if band is Band.WAIT:
        return Step(
            "an adviser, a union or the office that the notice names for it",
            "Write no letter about your merits. Ask whether your point is one that their review "
            "takes, and on which day it closes; if it is, hand it in in the way the notice says, "
            "and if it is not, let it be.",
            f"advice {by(a, 1)}, the review before its last day; the wait ends there",
        )
    return Step(
        "the office or person that the notice names for it",
        f"Ask in writing, in the way the notice says: “{words_of('', 'review', a)}” Name the one "
        "point and where it can be seen, nothing else; and let nobody put in a word for you. Ask "
        "an adviser, a union or a lawyer the same day whether something must be filed by a fixed "
        "day, before they sign with somebody.",
        f"both {by(a, 1)}, and in any case before the last day they name",
    )


def _offered(a: Answers, band: Band) -> Step:
    return Step(
        name(a, "decider"),
        f"Thank them, and ask: “{words_of('', 'offered', a)}” Say yes to nothing that you have "
        "not seen, show no offence, and give up nothing you have until it is on paper.",
        "today" if a.talked_on == a.today else by(a, 1),
    )


def _two_offers(a: Answers, band: Band) -> Step:
    return Step(
        asked(a),
        f"Ring or write two lines: “{words_of('', 'two_offers', a)}” Say it only if it is true, "
        "with no figure and no threat. Ask the others for a few days more as well. Sign nothing "
        "that you mean to leave.",
        "today",
    )


def _called_back(a: Answers, band: Band) -> Step:
    return Step(
        name(a, "decider"),
        f"Ring or write: “{words_of('', 'called_back', a)}” Listen first, and promise nothing yet. "
        "No word about the old no, and do not let them wait for effect.",
        before_they_decide(a) if their_day(a) else f"today if you can, {by(a, 1)} at the latest",
        "P17",
    )


# ── the seat ────────────────────────────────────────────────────────────────


def _invited(a: Answers, band: Band) -> Step:
    asked_for = f" These were their words: {a.invitation}." if a.invitation else ""
    return Step(
        name(a, "decider"),
        f"Answer gladly: yes, you are interested.{asked_for} Give them one page at most: what is "
        "new since then and answers what they missed. No word about the old no.",
        before_they_decide(a),
        "P14",
    )


def _overdue(a: Answers, band: Band) -> Step:
    return Step(
        name(a, "recruiter"),
        f"One friendly line, and nothing with it: “{words_of('F1', 'overdue', a)}” "
        "No excuse for asking, no new material. Where they told you to ring, ring.",
        by(a, 1),
        "P08",
    )


def _early(a: Answers, band: Band) -> Step:
    if a.talked_on is not None and a.today is not None:
        until = f"until {on(fair_from(a))}"
    else:
        until = "until seven business days have passed since your last word"
    return Step(
        YOU,
        f"{_thanks_once(a)}Then send nothing more for now, do not go there, and look for nothing in "
        "the silence. Take the next step on another target.",
        f"{until}; then ask once, kindly",
        "P24",
    )


def _thanks_once(a: Answers) -> str:
    if a.unanswered:
        return ""
    new = (
        " What you heard there and can show, one sentence of it may stand with the thanks."
        if a.F3 is not None and a.F3 > 0
        else ""
    )
    return f"If you have not thanked them for the talk, do it once, in a few lines.{new} "


def _reposted(a: Answers, band: Band) -> Step:
    return Step(
        asked(a),
        f"Ask one question, and only this one: “{words_of('F1', 'reposted', a)}” One line on what "
        "is new with you may stand beside it; not a word about who was hired.",
        by(a, days.TRIGGER_REPOST),
        "P16",
    )


def _open(a: Answers, band: Band) -> Step:
    line = f"the line {by(a, 2)}"
    if a.promised_date is not None and a.today is not None and a.today < free_from(a):
        line = f"the line on {on(free_from(a))}, not before"
    return Step(
        asked(a),
        "One line: you remain interested and are glad to answer anything. Then leave them to it, "
        "and add nothing; you have done nothing wrong.",
        f"{line}; then wait until they write, or ask once {after(a, 9)}",
    )


BY_RULE: dict[str, Callable[[Answers, Band], Step]] = {
    **HELD_BACK,
    "came_back": _came_back,
    "left": _left,
    "unpaid": _unpaid,
    "clock": _clock,
    "agency": _agency,
    "spent": _spent,
    "secret": _secret,
    "escape": _escape,
    "mistreated": _escape,
    "other": lambda a, band: other_seat(a),
    "review": _review,
    "offered": _offered,
    "two_offers": _two_offers,
    "called_back": _called_back,
    "invited": _invited,
    "overdue": _overdue,
    "early": _early,
    "reposted": _reposted,
    "open_without_news": _open,
}
