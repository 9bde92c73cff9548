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
from afterword.counsel.decision.clauses import clause
from afterword.counsel.decision.factors import FACTORS
from afterword.counsel.weighing import doors, seat, tie
from afterword.counsel.weighing.found import Found
from afterword.counsel.weighing.view import DECIDERS, RECRUITERS, View, look, see
from afterword.errors import UserError
from afterword.terms import Basis, CaseFile, Part, Person, Standing, State, Warmth

__all__ = ["View", "answers_of", "look", "see", "weigh"]


def weigh(file: CaseFile, standing: Standing, now: datetime) -> Answers:
    """What is known of a case at `now`, each point with its ground (`Answers.grounds`)."""
    return answers_of(look(file, standing, now))


def answers_of(view: View) -> Answers:
    """The same from a view; each answer is looked for when somebody asks for it."""
    return Looked.at(view)


class Looked(Answers):
    """Answers that look into the file on first sight: a case that waits asks for five of forty.

    Each field is looked for by the `_Look` of its name, below, and then kept; `_seen` holds what
    was found of it, in whatever shape, until somebody wants to read why.
    """

    _view: View
    _seen: dict[str, Seen]

    @staticmethod
    def at(view: View) -> Looked:
        made = object.__new__(Asked if view.file.answers else Looked)
        known = made.__dict__
        known["_view"], known["_seen"] = view, {}
        return made

    def ground(self, name: str) -> Ground | None:
        if "grounds" in self.__dict__:
            return self.grounds.get(name)
        getattr(self, name)
        seen = self._seen.get(name)
        if seen is None or isinstance(seen, Ground):
            return seen
        return Ground(seen.says, seen.quote, seen.basis) if type(seen) is Found else Ground(seen[1])

    def given(self, name: str, value: Any) -> Answers:
        """The same with one thing known differently; what has not been looked for stays so."""
        self.ground(name)
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__, _seen=dict(self.__dict__.get("_seen", ())))
        twin.__dict__[name] = value
        return twin


class Asked(Looked):
    """The same where the user has answered something: their own word comes first, while fresh."""


#: What is kept of a look: the user's word, or what the file showed of a factor or of a gate.
Seen = Ground | Found | doors.Held


class _Look:
    """A field of `Looked` that is found when somebody first asks, like `once`."""

    def __init__(self, name: str, find: Callable[[Looked], Any]) -> None:
        self.name, self.find = name, find

    def __get__(self, at: Looked | None, owner: Any = None) -> Any:
        if at is None:
            return self
        value = at.__dict__[self.name] = self.find(at)
        return value


class _InFile(_Look):
    """What the file shows of it; the look answers the value first, then why."""

    def __init__(self, name: str, look: Callable[[View], Found | doors.Held | None]) -> None:
        self.name, self.look = name, look

    def __get__(self, at: Looked | None, owner: Any = None) -> Any:
        if at is None:
            return self
        known = at.__dict__
        seen = self.look(known["_view"])
        if seen is None:
            value = None
        else:
            value, known["_seen"][self.name] = seen[0], seen
        known[self.name] = value
        return value


class _OwnFirst(_Look):
    """The user's word while it is fresh, else what the file shows of it, if that is looked for."""

    def __init__(self, name: str, otherwise: _Look | None) -> None:
        self.name, self.otherwise = name, otherwise

    def __get__(self, at: Looked | None, owner: Any = None) -> Any:
        if at is None:
            return self
        known = at.__dict__
        if self.name in known["_view"].file.answers:
            said, value = _said(self.name, known["_view"], known["_seen"])
            if said:
                known[self.name] = value
                return value
        if self.otherwise is not None:
            return self.otherwise.__get__(at)
        known[self.name] = None
        return None


def _said(name: str, view: View, seen: dict[str, Seen]) -> tuple[bool, Any]:
    """Whether the user's word on this still holds, and the word."""
    given = view.file.answers[name]
    if given.at > view.now:
        return False, None
    day = days.spoken(days.local(given.at, view.now))
    if not is_stale(name, given.at, view.now, view.file.country):
        try:
            value = read_answer(name, given.value)
        except UserError:  # of an older version, and as good as none
            return False, None
        seen[name] = Ground(_own(name, value, day), basis=given.basis, by_user=True)
        return True, value
    if name in FACTORS:
        says = f"You said on {day}; that may have changed since."
        seen[name] = Ground(says, basis=Basis.GUESSED, by_user=True)
    return False, None


def _grounds(at: Looked) -> dict[str, Ground]:
    found = {name: at.ground(name) for name in _ASKED}
    return {name: ground for name, ground in found.items() if ground is not None}


#: Through them a question goes, as they opened the way (method 3.2).
INTRODUCERS = (Part.INTRODUCER,)
#: Everything that may have a ground.
_ASKED = tuple(name for name in Answers.__slots__ if name in NAMES)


def _own(name: str, value: Any, day: str) -> str:
    """The user's answer as a sentence; the clause is the factor's own."""
    if name not in FACTORS or value is None:
        return f"Your answer of {day}."
    if value == 0:
        return f"Neither way, you said on {day}."
    says = clause(name, value)
    return f"{says[0].upper()}{says[1:]}, you said on {day}."


def _names(view: View) -> dict[str, str]:
    """Whom a step would name: the recruiter, who decides, who is warmest, who introduced them."""
    people = view.reachable() or tuple(p for p in view.file.people if not view.stopped(p))
    found = {
        "recruiter": next((p for p in people if p.part in RECRUITERS), None),
        "decider": next((p for p in people if p.part in DECIDERS), None),
        "warm": warmest(view, people),
        "introducer": next((p for p in people if p.part in INTRODUCERS), None),
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


_PLAIN: dict[str, Callable[[Looked], Any]] = {
    "after_no": lambda at: at._view.standing.state is State.CLOSED,
    "country": lambda at: at._view.file.country,
    "names": lambda at: _names(at._view),
    "today": lambda at: at._view.today,
    "grounds": _grounds,
}

_LOOKS: dict[str, Callable[[View], Found | doors.Held | None]] = {
    **seat.LOOKS,
    **tie.LOOKS,
    **doors.LOOKS,
}

for _name in Answers.__slots__:
    _look: _Look | None = None
    if _name in _PLAIN:
        _look = _Look(_name, _PLAIN[_name])
    elif _name in _LOOKS:
        _look = _InFile(_name, _LOOKS[_name])
    setattr(Looked, _name, _look)  # what no file shows and nobody has said is not known: None
    if _name not in _PLAIN:
        setattr(Asked, _name, _OwnFirst(_name, _look))
