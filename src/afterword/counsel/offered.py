"""What an offer asks for: its day, a week more, an honest word elsewhere, the terms in writing (P20, P21).

Only what is true: no other offer is hinted at, no figure is played, nobody is set against anybody
(method 6.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from afterword.counsel import days

#: What one may ask for beside the day they named, and be given in most houses.
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do about an offer, with the words for it where words are needed."""

    says: str
    words: str = ""


def steps(
    by: date | None,
    today: date,
    *,
    elsewhere: bool = False,
    extended: bool = False,
    asked: str = "",
) -> tuple[Step, ...]:
    """What to do about an offer, in the order in which it is done; `by` is the day they named.

    `extended` is whether they have given more time already: then none is asked for again.
    `asked` is what they want beside the answer, with its day.
    """
    found = [Step(f"{asked} Doing it is neither a yes nor a no.")] if asked else []
    found += [
        Step(
            "Before a yes, read all of it and talk the terms over with them: pay, hours, place, first "
            "day, notice, and whatever was said and is not written. What you agree should stand in "
            "writing; give up nothing you have until it does."
        ),
        Step("They have given you more time already, so keep to that day.")
        if extended and by is not None and by >= today
        else _more_time(by, today),
    ]
    if elsewhere:
        found.append(_elsewhere(by, today))
    found.append(
        Step(
            "Yes or no, answer by that day, by phone and then in writing. If you decline, tell them "
            "within a day of deciding, with one true and kind reason."
            if by is not None
            else "Yes or no, by phone and then in writing. If you decline, tell them within a day of "
            "deciding, with one true and kind reason."
        )
    )
    return tuple(found)


def _more_time(by: date | None, today: date) -> Step:
    if by is None:
        return Step(
            "No day for your answer was found in their words. If there is none, ask for one, so that you need not guess:",
            "Thank you for the offer; I am very glad of it. By which day do you need my answer?",
        )
    if by < today:
        return Step(
            "That day is over. If you have not answered, ring them today:",
            "I am sorry to be late with my answer. Does the offer still stand, and may I give it to "
            "you tomorrow?",
        )
    later = days.spoken(by + A_WEEK, today)
    return Step(
        "If you need it, a week more may be asked for, in two friendly lines and not on the last day:",
        f"Thank you for the offer; I am very glad of it. So that my answer holds, may I have until "
        f"{later} for it?",
    )


def _elsewhere(by: date | None, today: date) -> Step:
    until = f"by {days.spoken(by, today)}" if by is not None and by >= today else "soon"
    return Step(
        "Where you are under way elsewhere, one honest line may name the day, because it is true: no "
        "figure, no name, no threat, and only where you would still want it:",
        f"I have to answer another offer {until}. Before I do: may I ask how things stand with you?",
    )
