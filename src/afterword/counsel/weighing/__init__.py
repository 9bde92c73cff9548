"""From a case to the answers the decision needs: what the file shows, and what the user said.

The user's own answers win while they are fresh; what nobody knows stays None.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from afterword.counsel import days
from afterword.counsel.decision.answers import (
    NAMES,
    Answers,
    Ground,
    is_stale,
    read_answer,
)
from afterword.counsel.decision.factors import FACTORS
from afterword.counsel.weighing import doors, seat, tie
from afterword.counsel.weighing.view import DECIDERS, RECRUITERS, View, look
from afterword.errors import UserError
from afterword.terms import Answer, Basis, CaseFile, Person, Standing, State, Warmth

__all__ = ["View", "look", "weigh"]


def weigh(file: CaseFile, standing: Standing, now: datetime) -> Answers:
    """What is known of a case at `now`, each point with its ground (`Answers.grounds`)."""
    view = look(file, standing, now)
    values: dict[str, Any] = {}
    grounds: dict[str, Ground] = {}
    for name, factor_look in {**seat.LOOKS, **tie.LOOKS}.items():
        found = factor_look(view)
        if found is not None:
            values[name] = found.value
            grounds[name] = Ground(found.says, found.quote, found.basis)
    for name, door_look in doors.LOOKS.items():
        held = door_look(view)
        if held is not None:
            values[name], says = held
            grounds[name] = Ground(says)
    for name, answer in file.answers.items():
        _hear_user(name, answer, view, values, grounds)
    return Answers(
        **values | {"today": view.today},
        after_no=view.standing.state is State.CLOSED,
        country=file.country,
        names=_names(view),
        grounds=grounds,
    )


def _hear_user(
    name: str,
    answer: Answer,
    view: View,
    values: dict[str, Any],
    grounds: dict[str, Ground],
) -> None:
    """The user's answer wins, unless it is later than now, too old, or not an answer at all."""
    if name not in NAMES or answer.at > view.now:
        return
    day = days.spoken(days.local(answer.at, view.now))
    if is_stale(name, answer.at, view.now, view.file.country):
        if name not in values and name in FACTORS:
            says = f"You said on {day}; that may have changed since."
            grounds[name] = Ground(says, basis=Basis.GUESSED, by_user=True)
        return
    try:
        values[name] = read_answer(name, answer.value)
    except UserError:
        return  # an answer of an older version that no longer fits is as good as none
    grounds[name] = Ground(_own(name, values[name], day), basis=answer.basis, by_user=True)


def _own(name: str, value: Any, day: str) -> str:
    """The user's answer as a sentence; the clause is the factor's own."""
    if name not in FACTORS or value is None:
        return f"Your answer of {day}."
    factor = FACTORS[name]
    if value == 0:
        return f"Neither way, you said on {day}."
    clause = factor.good if value > 0 else factor.bad
    return f"{clause[0].upper()}{clause[1:]}, you said on {day}."


def _names(view: View) -> dict[str, str]:
    """Whom a step would name: the recruiter, who decides, and who is warmest."""
    people = view.reachable() or tuple(p for p in view.file.people if not view.stopped(p))
    found = {
        "recruiter": next((p for p in people if p.part in RECRUITERS), None),
        "decider": next((p for p in people if p.part in DECIDERS), None),
        "warm": warmest(view, people),
    }
    return {part: p.name for part, p in found.items() if p is not None and p.name}


def warmest(view: View, people: tuple[Person, ...]) -> Person | None:
    """The person most likely to be glad of a word: warm, then who wrote last, then who decides."""
    liked = [p for p in people if p.warmth is not Warmth.COOL]
    if not liked:
        return None
    wrote = {h.who: h.at for h in view.words() if view.personal(h)}

    def order(person: Person) -> tuple[bool, float, bool]:
        last = max((wrote[k] for k in (person.id, person.email) if k in wrote), default=None)
        return (
            person.warmth is Warmth.WARM,
            last.timestamp() if last else 0.0,
            person.part in DECIDERS,
        )

    return max(liked, key=order)
