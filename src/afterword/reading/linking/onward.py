"""Placing goes on from where it stood: mail that is newer than all before asks nothing anew of the old.

The answer is always the one of a walk over all; where anything of the old differs, the walk begins anew,
and only what the mails show is not worked out again.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from afterword.reading.linking.shelf import Shelf
from afterword.terms import Mail, Reading

Pairs = Sequence[tuple[Reading, Mail]]


@dataclass(slots=True)
class Onward:
    """What a placing leaves for the next one; empty at first. It lives as long as its holder keeps it."""

    _stood: _Stood | None = None

    def take_up(self, mails: Pairs, told: Any, shelf: Shelf) -> tuple[int, Any]:
        """How many mails need no walking, and what the walker held then; the shelf knows them."""
        stood = self._stood
        if stood is None or stood.me != shelf.me:
            return 0, None
        for reading, mail in mails:
            known = stood.pairs.get(mail.id)
            if known is not None and known == (reading, mail):
                shelf.recall(reading, mail, stood.shelf)
        count = len(stood.mails)
        same = list(mails[:count]) == stood.mails and _of(told, stood.mails) == stood.told
        if not count or not same:
            return 0, None
        held, state = pickle.loads(stood.state)
        for name, value in held.items():
            setattr(shelf, name, value)
        return count, state

    def put_down(self, mails: Pairs, told: Any, shelf: Shelf, state: Any) -> None:
        """All mails were walked over once."""
        names = [one.name for one in fields(Shelf) if one.name not in ("me", "_clues")]
        held = pickle.dumps(({name: getattr(shelf, name) for name in names}, state), protocol=5)
        self._stood = _Stood(shelf.me, list(mails), _of(told, mails), shelf, held)


@dataclass(slots=True)
class _Stood:
    me: frozenset[str]
    mails: list[tuple[Reading, Mail]]
    told: dict[str, Any]
    #: The shelf of that time; only what it noted of each mail is still true of it.
    shelf: Shelf
    state: bytes
    pairs: dict[str, tuple[Reading, Mail]] = field(init=False)

    def __post_init__(self) -> None:
        self.pairs = {pair[1].id: pair for pair in self.mails}


def _of(told: Any, mails: Pairs) -> dict[str, Any]:
    """What was told of these mails."""
    return {mail.id: told[mail.id] for _, mail in mails if mail.id in told}
