"""The next step where nothing is owed any more: the thanks are with them, or they took an offer back.

A question about a decision is fair while it is young. Later it asks them to remember, and who has
been thanked, or chosen once, has nothing to ask. What is owed then is news to whom one owes a lead.
"""

from __future__ import annotations

from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.whom import Step, by, name, on


def old(a: Answers) -> bool:
    """Whether they said no more than ten business days ago, and nothing has made it new."""
    return bool(a.after_no) and a.F8 is not None and a.F8 <= -1


def answered(a: Answers) -> bool:
    """Whether they have said what decided it, and the user holds what answers that: nobody is asked why."""
    return a.after_no is not False and a.F2 is not None and a.F2 > 0


def for_the_next_seat(a: Answers, also: str = "") -> Step:
    """Their reason is known and can be answered: told in two sentences, for the next seat there."""
    ground = a.ground("F2")
    known = f" {ground.says}" if ground is not None and not ground.by_user else ""
    of_use = (
        "This seat is gone, so it is of use for the next one there"
        if a.F1 is not None and a.F1 < 0
        else "If this seat is still free it is of use at once, else for the next one there"
    )
    thanks = "Tell them" if a.thanked else "Thank them, and tell them"
    return Step(
        name(a, "warm"),
        f"{thanks} in two plain sentences that you can answer what they named.{known} {of_use}: say so, "
        f"argue nothing, and ask no reason, as they gave it.{also}",
        by(a, days.GRACE_NOTE),
        "P11" if not a.thanked else "P15",
    )


def when_settled(a: Answers) -> Step:
    """Nothing now; and the one thing that is owed, or the one day to come back."""
    warm = name(a, "warm")
    if a.rescinded:
        return _fell_through(a, warm)
    if a.referred:
        return Step(
            warm,
            "Tell them how it goes with the lead they gave you, whichever way it goes, and thank them "
            "for it. Ask for nothing, and say no word about the old seat.",
            f"{by(a, days.FLIGHT)} if they have heard nothing yet, and again when it is decided",
            "P15",
        )
    back = f" Note what they offered: {a.invitation}." if a.invitation else ""
    thanks = (
        "your thanks are with them, and no question about the decision is fair any more."
        if a.thanked
        else "a thank-you this late is kind and no duty, and no question about the decision is fair "
        "any more."
    )
    return Step(
        warm,
        f"Nothing is owed now: {thanks} If anybody there has named you to others, tell them how it "
        "goes. Else a useful line when you have one, about what you talked of, and it asks for "
        f"nothing.{back}",
        f"when there is a cause, and at most every {days.TOUCHES[0] * 3} days",
        "P15",
    )


def _fell_through(a: Answers, warm: str) -> Step:
    """They had chosen the user: there is nothing to learn, somebody warm to ask, and one day to come back."""
    ground = a.ground("F2")
    why = f" They wrote: “{ground.quote.rstrip('.')}”." if ground and ground.quote else ""
    thanks = "" if a.thanked else " If you have not answered them, two kind lines are enough."
    # Who wanted somebody and could not have them is the warmest door of a search (S1-06).
    word = (
        " If you have not yet, one friendly word to whoever chose you is fair: whom they know that "
        "needs such work."
    )
    if a.comes_again is not None and (a.today is None or a.comes_again > a.today):
        return Step(
            warm,
            f"Nothing today. You were the one they chose, so there is nothing to learn from it.{why}"
            f"{thanks}{word} When it comes near again, one line: you would still gladly talk.",
            f"the friendly word within two weeks; the rest on {on(a.comes_again, a.today)}",
            "P18",
        )
    return Step(
        warm,
        f"Nothing today. You were the one they chose, so there is nothing to learn from it.{why}"
        f"{thanks}{word} One line when the work comes near again, or when you read that it does.",
        "the friendly word within two weeks; the rest when it comes near again",
        "P18",
    )


def told(a: Answers) -> Step:
    """They know that the user has stepped back: nothing has to be declined any more."""
    return Step(
        name(a, "warm"),
        "Nothing is owed now: they know that you have stepped back. If you have not answered their "
        "last word, one line is kind. After that a useful line when you have one, and it asks for "
        "nothing.",
        f"when there is a cause, and at most every {days.TOUCHES[0] * 3} days",
        "P15",
    )
