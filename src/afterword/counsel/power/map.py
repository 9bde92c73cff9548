"""The map of one case: the seats together, whether the panel was split, what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from afterword.counsel.power.missing import Missing, missing
from afterword.counsel.power.seats import (
    BESIDE,
    WAYS,
    Executive,
    Known,
    Seat,
    Table,
    by_then,
    judged,
    names,
    weakest,
)
from afterword.terms import Basis, Stance


@dataclass(frozen=True, slots=True)
class Power:
    """The map of one case; all but `seats` leave out who only carries word or stands beside."""

    seats: tuple[Seat, ...] = ()
    deciders: tuple[Seat, ...] = ()
    supporters: tuple[Seat, ...] = ()
    doubters: tuple[Seat, ...] = ()
    unknown: tuple[Seat, ...] = ()
    unheard: tuple[Seat, ...] = ()
    moved: tuple[Seat, ...] = ()
    stakes: tuple[str, ...] = ()
    split: Known | None = None
    outside: Known | None = None
    missing: tuple[Missing, ...] = ()
    team: tuple[Executive, ...] = ()


def power(table: Table, today: date) -> Power:
    """Who holds what at this table, as far as was known on that day."""
    table = replace(table, people=tuple(by_then(one, today) for one in table.people))
    seats = tuple(sorted(map(judged, table.people), key=_rank))
    panel = tuple(s for s in seats if s.weighs and s.part not in BESIDE)
    supporters = tuple(s for s in panel if s.stance is Stance.FOR)
    doubters = tuple(s for s in panel if s.stance is Stance.AGAINST)
    return Power(
        seats=seats,
        deciders=tuple(s for s in panel if s.decides),
        supporters=supporters,
        doubters=doubters,
        unknown=tuple(s for s in panel if s.stance is Stance.UNKNOWN),
        unheard=tuple(s for s in panel if s.unheard),
        # The map outlives the role: who left is still known, and now elsewhere.
        moved=tuple(s for s in seats if s.now_at),
        stakes=tuple(dict.fromkeys(s.stake.value for s in panel if s.stake)),
        split=_split(supporters, doubters, over=table.over),
        outside=_outside(table),
        missing=missing(table, seats, panel),
        team=table.team,
    )


def _rank(one: Seat) -> tuple[int, int, str]:
    """Who decides stands first, the surest before, then who was met, then who carries word."""
    if one.decides and one.weighs:
        guessed = len(WAYS) * (one.decides.basis is Basis.GUESSED)
        return (0, WAYS.index(one.decides.value) + guessed, one.name.casefold())
    return (1 if one.weighs else 2, 0 if one.met else 1, one.name.casefold())


def _split(supporters: tuple[Seat, ...], doubters: tuple[Seat, ...], *, over: bool) -> Known | None:
    """Whether they may have been of two minds (S0-10)."""
    if not supporters or not doubters:
        return None
    sides = f"{names(supporters)} spoke for you, {names(doubters)} had doubts."
    then = (
        "They may have been split; then the larger part prevailed, and some of them wanted you."
        if over
        else "They may not be of one mind."
    )
    sure = weakest(s.stance_basis for s in (*supporters, *doubters))
    # That two people differ is known; that the panel split over it is at best inferred.
    basis = Basis.INFERRED if sure is Basis.SAID else sure
    return Known("split", basis, f"{sides} {then}")


def _outside(table: Table) -> Known | None:
    """Somebody late, from within or better connected: not weighed in the room (S0-08)."""
    if table.outside is None:
        return None
    why = "The seat went to somebody from within or known to them. What you did in the room did not decide that."
    quote = f" “{table.outside.value}”" if table.outside.value else ""
    return Known("outside", table.outside.basis, why + quote)
