"""A table of rules, asked in order, of which most need not be asked of a given case.

Beside each rule stands what it cannot do without: a state, an ending, a band, something seen in
the file. That is never enough for the rule to speak, it only says when asking is in vain; the
table compiles it once for each kind of case, which then meets some eight rules of twenty-four.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from afterword.counsel.decision.answers import bits
from afterword.counsel.moving.scene import Scene
from afterword.counsel.weighing import BEYOND_GATES
from afterword.terms import Band, Move, Outcome, State

Ask = Callable[[Scene], Move | None]


#: What kind of case it is: state, ending, band, what is seen in it, what is known of the answers
#: that some rule needs, and how many of the table's limits its verdict has outlived.
Key = tuple[State, Outcome | None, Band | None, int, int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to answer, and what it cannot do without; None asks for nothing.

    Of `signs` (see `Scene.signs`) one is enough, and so is one of the answers it `needs`, where it
    names any. `within` is how many business days after the verdict it may still speak.
    """

    asks: Ask
    states: frozenset[State] | None = None
    outcomes: frozenset[Outcome] | None = None
    bands: frozenset[Band] | None = None
    signs: int = 0
    needs: tuple[str, ...] = ()
    within: int | None = None

    def may_speak(
        self, state: State, outcome: Outcome | None, band: Band | None, signs: int, known: int
    ) -> bool:
        return (
            (self.states is None or state in self.states)
            and (self.outcomes is None or outcome in self.outcomes)
            and (self.bands is None or band in self.bands)
            and (not self.signs or bool(self.signs & signs))
            and (not self.needs or bool(bits(*self.needs) & known))
        )


class Table:
    """Rules in the order in which they are asked; the last of them always answers."""

    def __init__(self, *rules: Rule) -> None:
        self.rules: Final = rules
        self._limits = sorted({rule.within for rule in rules if rule.within is not None})
        self._needs = bits(*{name for rule in rules for name in rule.needs})
        #: Whether gates alone may bring its rules to speak: then nothing else is looked for.
        self._by_gates = not self._needs & BEYOND_GATES
        self._index: dict[Key, tuple[Ask, ...]] = {}

    def worth_asking(self, scene: Scene, band: Band | None) -> tuple[Ask, ...]:
        """The rules that may have something to say of this case; `band` where it has been weighed."""
        standing = scene.standing
        known = self._needs & (scene.gates if self._by_gates else scene.answers.may_be_known)
        late = self._outlived(scene)
        key = (standing.state, standing.outcome, band, scene.signs, known, late)
        found = self._index.get(key)
        if found is None:
            found = self._index[key] = tuple(self._compiled(*key))
        return found

    def _outlived(self, scene: Scene) -> int:
        """How many of the limits the verdict has outlived; all of them where there is none."""
        if not self._limits or scene.view.verdict is None:
            return len(self._limits)
        return bisect_left(self._limits, scene.view.verdict_age)

    def _compiled(
        self,
        state: State,
        outcome: Outcome | None,
        band: Band | None,
        signs: int,
        known: int,
        outlived: int,
    ) -> Iterator[Ask]:
        for rule in self.rules:
            late = rule.within is not None and self._limits.index(rule.within) < outlived
            if not late and rule.may_speak(state, outcome, band, signs, known):
                yield rule.asks
