"""A table of rules, asked in order, of which most need not be asked of a given case.

Beside each rule stands what it cannot do without: a state, an ending, a band, something seen in
the file. That is never enough for the rule to speak, it only says when asking is in vain; the
table compiles it once for each kind of case, which then meets some eight rules of twenty-four.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from afterword.counsel.moving.scene import Scene
from afterword.terms import Band, Move, Outcome, State

Ask = Callable[[Scene], Move | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to answer, and what it cannot do without; None asks for nothing.

    Of `signs` (see `Scene.signs`) one is enough.
    """

    asks: Ask
    states: frozenset[State] | None = None
    outcomes: frozenset[Outcome] | None = None
    bands: frozenset[Band] | None = None
    signs: int = 0

    def may_speak(
        self, state: State, outcome: Outcome | None, band: Band | None, signs: int
    ) -> bool:
        return (
            (self.states is None or state in self.states)
            and (self.outcomes is None or outcome in self.outcomes)
            and (self.bands is None or band in self.bands)
            and (not self.signs or bool(self.signs & signs))
        )


class Table:
    """Rules in the order in which they are asked; the last of them always answers."""

    def __init__(self, *rules: Rule) -> None:
        self.rules: Final = rules
        self._index: dict[tuple[State, Outcome | None, Band | None, int], tuple[Ask, ...]] = {}

    def worth_asking(self, scene: Scene, band: Band | None) -> tuple[Ask, ...]:
        """The rules that may have something to say of this case; `band` where it has been weighed."""
        key = (scene.standing.state, scene.standing.outcome, band, scene.signs)
        found = self._index.get(key)
        if found is None:
            found = tuple([rule.asks for rule in self.rules if rule.may_speak(*key)])
            self._index[key] = found
        return found
