"""From a case to the answers the decision needs: what the file shows, and what the user said.

The user's own answers win while they are fresh; what nobody knows stays None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from math import inf
from typing import Any

from afterword.counsel import days
from afterword.counsel.decision.answers import (
    BIT,
    EVERYTHING,
    FLAGS,
    GROWS_STALE,
    NAMES,
    Answers,
    Ground,
    bits,
    is_stale,
    read_answer,
)
from afterword.counsel.decision.clauses import clause
from afterword.counsel.decision.factors import FACTORS, GATE
from afterword.counsel.one_line import one_line
from afterword.counsel.weighing import doors, seat, tie
from afterword.counsel.weighing.found import Found, Held
from afterword.counsel.weighing.view import DECIDERS, RECRUITERS, View, look, see
from afterword.errors import UserError
from afterword.terms import Answer, Basis, CaseFile, Part, Person, Standing, State, Warmth

__all__ = ["View", "answers_of", "look", "see", "weigh"]
#: Bound by name: see `standing.happened`.
WARM, COOL = Warmth.WARM, Warmth.COOL
GUESSED = Basis.GUESSED
CLOSED = State.CLOSED


def weigh(file: CaseFile, standing: Standing, now: datetime) -> Answers:
    """What is known of a case at `now`, each point with its ground (`Answers.grounds`)."""
    return answers_of(look(file, standing, now))


def answers_of(view: View) -> Looked:
    """The same from a view; each answer is looked for when somebody asks for it."""
    return Looked.at(view)


class Looked(Answers):
    """Answers that look into the file on first sight: a case that waits asks for five of forty.

    What the user has said and what is still fresh stands here from the start; every other field
    is looked for by the `_Look` of its name, below, and then kept. `_seen` holds what was found
    of it, in whatever shape, until somebody wants to read why.
    """

    _view: View
    _seen: dict[str, Seen]
    #: What the user has said, as the bits of `BIT`.
    said: int

    @staticmethod
    def at(view: View) -> Looked:
        made = object.__new__(Looked)
        known = made.__dict__
        known["_view"], known["_seen"] = view, {}
        known["said"] = _hear(view, known) if view.file.answers else 0
        return made

    def points(self, weighed: Iterable[tuple[str, int]]) -> float:
        # looked for here and not through `_InFile`, which costs three times as much each
        known, points = self.__dict__, 0.0
        for name, weight in weighed:
            if name not in known:
                seen = _LOOKS[name](known["_view"]) if name in _LOOKS else None
                if seen is not None:
                    known["_seen"][name] = seen
                known[name] = seen[0] if seen else None
            value = known[name]
            if value:
                points += weight * value
        return points

    def ground(self, name: str) -> Ground | None:
        if "grounds" in self.__dict__:
            return self.grounds.get(name)
        getattr(self, name)
        seen = self._seen.get(name)
        if seen is None or isinstance(seen, Ground):
            return seen
        if isinstance(seen, Answer):
            day = self._view.spoken(seen.at)
            return Ground(_own(name, self.__dict__[name], day), basis=seen.basis, by_user=True)
        if isinstance(seen, Found):
            says = seen.says
            told = says if isinstance(says, str) else says()
            return Ground(told, one_line(seen.quote), seen.basis)
        why = seen[1]
        return Ground(why if isinstance(why, str) else why())

    def given(self, name: str, value: Any) -> Answers:
        """The same with one thing known differently; what has not been looked for stays so."""
        ground = self.ground(name)
        twin = object.__new__(Looked)
        seen = dict(self.__dict__.get("_seen", ()))
        if ground is not None:
            seen[name] = ground
        twin.__dict__.update(self.__dict__, _seen=seen, may_be_known=self.may_be_known | bits(name))
        twin.__dict__[name] = value
        return twin


#: What is kept of a look: the user's word, or what the file showed of a factor or of a gate.
Seen = Ground | Answer | Found | Held


def _hear(view: View, known: dict[str, Any]) -> int:
    """The user's own words, which come before the file while they are fresh; of what, as bits."""
    seen, now = known["_seen"], view.now
    lately = view.today.toordinal() - days.APART
    said = 0
    for name, given in view.file.answers.items():
        at = given.at
        sort, bit, stales = _SAYS.get(name, _NOTHING)
        if not bit or (at.toordinal() >= lately and at > now):
            continue
        said |= bit
        if stales and is_stale(name, at, now, view.file.country):
            if name in FACTORS:
                says = f"You said on {view.spoken(given.at)}; that may have changed since."
                seen[name] = Ground(says, basis=GUESSED, by_user=True)
            continue
        value: Any = given.value
        if type(value) is not sort or not -1 <= value <= 1:
            try:
                value = read_answer(name, value)
            except UserError:  # of an older version, and as good as none
                continue
        known[name] = value
        seen[name] = given
    return said


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

    def __init__(self, name: str, look: Callable[[View], Found | Held | None]) -> None:
        self.name, self.look = name, look

    def __get__(self, at: Looked | None, owner: Any = None) -> Any:
        if at is None:
            return self
        known = at.__dict__
        seen = self.look(known["_view"])
        if seen is None:
            known[self.name] = None
            return None
        known["_seen"][self.name] = seen
        value = known[self.name] = seen[0]
        return value


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
    """The person most likely to be glad of a word: who asked the user back, warm, then who wrote
    last, then who decides."""
    liked = [p for p in people if p.warmth is not COOL]
    if not liked:
        return None
    if len(liked) == 1:
        return liked[0]
    invited = None if view.is_open else view.invited()
    if invited is not None:
        for person in liked:
            if invited[0].who and invited[0].who in (person.id, person.email):
                return person
    wrote = {}
    for h in view.words():
        if view.personal(h):
            wrote[h.who] = h.at
    found, first = liked[0], (False, -inf, False)
    for person in liked:
        last = max(
            [wrote[key].timestamp() for key in (person.id, person.email) if key in wrote],
            default=0.0,
        )
        order = (person.warmth is WARM, last, person.part in DECIDERS)
        if order > first:
            found, first = person, order
    return found


_PLAIN: dict[str, Callable[[Looked], Any]] = {
    "after_no": lambda at: at._view.standing.state is CLOSED,
    "country": lambda at: at._view.file.country,
    "names": lambda at: _names(at._view),
    "today": lambda at: at._view.today,
    "grounds": _grounds,
}


def _may_be_known(at: Looked) -> int:
    # a copy by `replace` looks nothing up any more
    return doors.may_show(at._view) | at.said if "_view" in at.__dict__ else EVERYTHING


_LOOKS: dict[str, Callable[[View], Found | Held | None]] = {
    **seat.LOOKS,
    **tie.LOOKS,
    **doors.LOOKS,
}

#: What the user may have said, each with the type that is taken as it stands; the rest is read.
#: The day, the country and who is who are never theirs to say here.
_SORT: dict[str, type] = {
    name: float if name in FACTORS else bool if name in GATE or name in FLAGS else object
    for name in Answers.__slots__
    if name not in _PLAIN
}

#: Of each: the type that is taken as it stands, its bit, whether what was said of it grows stale.
_SAYS: dict[str, tuple[Any, int, bool]] = {
    name: (sort, BIT[name], name in GROWS_STALE) for name, sort in _SORT.items()
}
_NOTHING = (object, 0, False)

for _name in Answers.__slots__:
    _look: _Look | None = None
    if _name in _PLAIN:
        _look = _Look(_name, _PLAIN[_name])
    elif _name in _LOOKS:
        _look = _InFile(_name, _LOOKS[_name])
    setattr(Looked, _name, _look)  # what no file shows and nobody has said is not known: None
setattr(Looked, "may_be_known", _Look("may_be_known", _may_be_known))  # noqa: B010
#: What a file shows beyond the gates of `doors.may_hold`.
BEYOND_GATES = bits(*_LOOKS) & ~doors.HOLDS
