"""To whom, by when: the two parts of a step that its words do not hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.terms import NextStep

ANSWERS = 0.5  # F5 from here on: somebody who decides answers
FRIENDLY = 0.3  # W6 from here on: one person got on with the user

#: Whom a question goes to; what is not here one asks oneself.
ASKED_OF = {
    "F1": "recruiter",
    "F2": "recruiter",
    "F6": "warm",
    "W6": "warm",
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


def name(a: Answers, part: str) -> str:
    """The person for a part, by name where one is known, else as one would describe them."""
    if part in a.names:
        return a.names[part]
    if part == "decider":
        return "the person who decides"
    if part == "recruiter" and a.agency:
        return "the agency recruiter"
    one = {who for key, who in a.names.items() if key != "introducer"}
    if part == "warm" and len(one) == 1 and (a.F5 is None or a.F5 > -ANSWERS):
        return one.pop()
    if part == "warm" and a.W6 is not None and a.W6 >= FRIENDLY:
        return "the person there you got on with"
    for other in ("warm", "recruiter", "decider"):
        if other in a.names:
            return a.names[other]
    if a.F5 is not None and a.F5 >= ANSWERS:
        return "the person there who answers you"
    if a.F5 is not None and a.F5 <= -ANSWERS:
        return "one person you met there, in their own name"
    return "the person there who wrote to you"


def asked(a: Answers) -> str:
    """Who is asked about the decision: who decides where they answer, else who wrote."""
    if a.F5 is not None and a.F5 >= ANSWERS and not a.agency:
        return a.names.get("decider") or name(a, "recruiter")
    return name(a, "recruiter")


def by(a: Answers, n: int) -> str:
    """A day n business days from now: its date when today is known."""
    if a.today is None:
        return "within one business day" if n == 1 else f"within {n} business days"
    return f"by {days.spoken(workdays.add(a.today, n, a.country))}"


def after(a: Answers, n: int) -> str:
    """The day n business days from now, as the end of a wait."""
    if a.today is None:
        return f"in {n} business days"
    return f"on {days.spoken(workdays.add(a.today, n, a.country))}"


def on(day: date, today: date | None = None) -> str:
    return days.spoken(day, today)
