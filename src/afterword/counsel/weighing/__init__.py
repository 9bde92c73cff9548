"""From a case to the answers the decision needs: what the file shows, and what the user said.

The user's own answers win while they are fresh; what nobody knows stays None.
"""

from __future__ import annotations

from collections.abc import Callable
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
from afterword.counsel.weighing.view import DECIDERS, RECRUITERS, View, look, see
from afterword.errors import UserError
from afterword.terms import Basis, CaseFile, Person, Standing, State, Warmth

__all__ = ["View", "answers_of", "look", "see", "weigh"]


def weigh(file: CaseFile, standing: Standing, now: datetime) -> Answers:
    """What is known of a case at `now`, each point with its ground (`Answers.grounds`)."""
    return answers_of(look(file, standing, now))


def answers_of(view: View) -> Answers:
    """The same from a view; each answer is looked for when somebody asks for it."""
    return Looked.at(view)


class Looked(Answers):
    """Answers that look into the file on first sight: a case that waits asks for five of forty."""

    __slots__ = ("_found", "_view")

    @staticmethod
    def at(view: View) -> Looked:
        made = object.__new__(Looked)
        object.__setattr__(made, "_view", view)
        object.__setattr__(made, "_found", {})
        said = view.file.answers
        for name in _ONLY_SAID:
            if name not in said:
                object.__setattr__(made, name, None)
        return made

    def __getattr__(self, name: str) -> Any:
        # Reached only while the slot of that name is empty.
        if name not in _FIELDS:
            raise AttributeError(name)
        view: View = self._view
        if name == "grounds":
            for each in _ASKED:
                getattr(self, each)
            value: Any = self._found
        elif name in _PLAIN:
            value = _PLAIN[name](view)
        else:
            value = _answer(name, view, self._found)
        object.__setattr__(self, name, value)
        return value


def _answer(name: str, view: View, grounds: dict[str, Ground]) -> Any:
    """What is known of one factor, gate or context: the user's word while fresh, else the file's."""
    given = view.file.answers.get(name)
    if given is not None and given.at <= view.now and name in NAMES:
        day = days.spoken(days.local(given.at, view.now))
        if not is_stale(name, given.at, view.now, view.file.country):
            try:
                value = read_answer(name, given.value)
            except UserError:
                pass  # an answer of an older version that no longer fits is as good as none
            else:
                grounds[name] = Ground(_own(name, value, day), basis=given.basis, by_user=True)
                return value
        elif name in FACTORS:
            says = f"You said on {day}; that may have changed since."
            grounds[name] = Ground(says, basis=Basis.GUESSED, by_user=True)
    if (factor := _FACTOR_LOOKS.get(name)) is not None:
        found = factor(view)
        if found is not None:
            grounds[name] = Ground(found.says, found.quote, found.basis)
            return found.value
    elif (door := doors.LOOKS.get(name)) is not None:
        held = door(view)
        if held is not None:
            grounds[name] = Ground(held[1])
            return held[0]
    return None


_FACTOR_LOOKS = {**seat.LOOKS, **tie.LOOKS}
_FIELDS = frozenset(Answers.__slots__)
#: What no file shows: where the user has said nothing, nothing is known.
_ONLY_SAID = tuple(
    name
    for name in Answers.__slots__
    if name in NAMES and name not in _FACTOR_LOOKS and name not in doors.LOOKS and name != "today"
)
#: Everything that may have a ground.
_ASKED = tuple(name for name in Answers.__slots__ if name in NAMES)


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


_PLAIN: dict[str, Callable[[View], Any]] = {
    "after_no": lambda view: view.standing.state is State.CLOSED,
    "country": lambda view: view.file.country,
    "names": _names,
    "today": lambda view: view.today,
}
