"""Whom to ask first on the way to a firm, who could vouch there, and the map of who reaches whom.

Moderately weak and relevant first, then ties that sleep and were trusted, then
close ones (E08, E11); nobody under a stop, nobody who left two words
unanswered, each within the caps. One contact leads to the next (S1-06, S1-13,
S3-07); two-step paths come only from what the casebook itself knows (L08).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from afterword.counsel import days
from afterword.counsel.network.evidence import BY_CALL, FOR_TIE, INTO_THE_ROOM
from afterword.counsel.network.holding import UNREAD
from afterword.counsel.network.paths import (
    NEAR,
    Path,
    between,
    direct,
    order,
    path,
    paths_to,
    stamp,
    trust,
)
from afterword.counsel.network.people import NOBODY, Firm, Known, Net
from afterword.terms import Tie

#: A longer list would be a campaign.
MOST = 12


@dataclass(frozen=True, slots=True)
class Voucher:
    """Somebody who knows the user's work and could speak for it there; they are asked first."""

    who: str
    name: str
    why: str
    agreed: bool = False
    to_name: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """Who leads to a firm. `resting` are people not to be asked now, each with the reason."""

    firm: str
    name: str
    first: Path | None = None
    paths: tuple[Path, ...] = ()
    resting: tuple[Path, ...] = ()
    vouch: tuple[Voucher, ...] = ()
    brings: tuple[tuple[str, int], ...] = ()
    says: str = ""
    notes: tuple[str, ...] = ()
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class FirmReach:
    """One firm on the map: the nearest person there, and how many of each tie."""

    firm: str
    name: str
    who: str
    who_name: str
    tie: Tie
    near: int
    dormant: int
    weak: int
    stopped: bool = False


def reach(net: Net, firm: str, name: str = "") -> Reach:
    """The paths to this firm, whom to ask first, and who could vouch there.

    Who sits in a process that is open is shown and not asked: it has its own plays.
    """
    target = net.firms.get(firm)
    name = target.name if target else name
    if target is not None and target.unread:
        return Reach(firm, name, says=UNREAD, stopped=True)
    if target is not None and target.stopped:
        who = f"{target.asked_by} asked you not to write there again"
        why = who if target.asked_by else f"You leave {name} alone"
        return Reach(firm, name, says=f"{why}, so nobody is asked.", stopped=True)
    found = [one for _, one in sorted(paths_to(net, firm, name), key=lambda pair: pair[0])]
    paths = tuple(one for one in found if not one.wait)
    resting = tuple(one for one in found if one.wait)
    # A cool word of late, or none at all, is no one to begin with.
    first = next((one for one in paths if _may_begin(one)), None)
    return Reach(
        firm,
        name,
        first=first,
        paths=paths[:MOST],
        resting=resting[:MOST],
        vouch=tuple(_vouchers(net, firm, name)),
        brings=tuple(_brings(net, target)),
        says=_says(name, paths, resting, first, net, target),
        notes=_notes(first) if first else (),
    )


def _may_begin(path: Path) -> bool:
    return path.not_before is None and path.known and not path.cool and not path.busy


def _notes(first: Path) -> tuple[str, ...]:
    """Why this one first, and how to ask, with the sources."""
    evidence = (FOR_TIE[first.tie] if first.near else "", BY_CALL, INTO_THE_ROOM)
    return tuple(filter(None, evidence))


def _says(
    name: str,
    paths: tuple[Path, ...],
    resting: tuple[Path, ...],
    first: Path | None,
    net: Net,
    target: Firm | None,
) -> str:
    if first is None and target is not None and target.open:
        return f"A process of yours is open at {name}; what comes next stands on its page."
    if first is not None:
        return f"Ask {first.name} first."
    waiting = [one.not_before for one in paths if one.known and one.not_before and not one.busy]
    if waiting:
        day = days.spoken(min(waiting), net.now)
        return f"Everybody who leads there heard from you of late. From {day} a word is fair."
    if resting:
        return f"Nobody is asked on the way to {name} now."
    if paths:
        return f"You know names at {name}, but no word with them is on record yet."
    return f"Nobody on record leads to {name} yet."


# ── who could vouch; what the user brings; who to ask in general ────────────


def _vouchers(net: Net, firm: str, name: str) -> Iterator[Voucher]:
    """Who knows the user's work and is known there: with their consent only (S0-17, E03)."""
    linked = {key: to for key, _, to, _ in between(net, firm)}
    inside = set(net.staff.get(firm, ()))
    rows: list[tuple[int, str, Voucher]] = []
    for key in inside | set(linked) | net.vouching:
        one = net.people[key]
        if net.left_alone(one) or one.cool or (one.rests(firm) and not one.vouches):
            continue
        trusted = trust(one, net.bonds[key])
        to = linked.get(key)
        if not trusted or not (key in inside or to is not None or one.vouches):
            continue
        if key in inside:
            tie = f"Knows {name} from within."
        else:
            tie = f"Is tied to {to.name} there." if to else f"No tie to {name} is on record."
        sure = (0 if key in inside or to else 2) + (0 if one.vouches else 1)
        voucher = Voucher(key, one.name, f"{trusted} {tie}", one.vouches, to.name if to else "")
        rows.append((sure, one.name, voucher))
    yield from (row[2] for row in sorted(rows, key=lambda row: row[:2])[:5])


def _brings(net: Net, target: Firm | None) -> list[tuple[str, int]]:
    """Firms the user reaches well: employers buy the network too (S0-03). Firms, never names."""
    sector = target.sector if target else ""
    found: list[tuple[int, int, str]] = []
    for firm, keys in net.staff.items():
        here = net.firms.get(firm)
        if here is None or here.agency or here.stopped or (target and firm == target.id):
            continue
        near = sum(1 for key in keys if _is_near(net, net.people[key], firm))
        if near:
            found.append((0 if sector and here.sector == sector else 1, -near, here.name))
    return [(name, -near) for _, near, name in sorted(found)[:8]]


def _is_near(net: Net, one: Known, firm: str) -> bool:
    place = one.at(net.today)
    there = place is not None and place.firm == firm
    free = there and not one.busy and not net.left_alone(one)
    return free and order(one, net.bonds[one.id], "") <= NEAR


def connectors(net: Net, most: int = 3) -> tuple[Path, ...]:
    """Whom to ask “who do you know…” when no path is on record (S1-06): who knows many, first."""
    rows: list[tuple[tuple[int, int, float, str], Known]] = []
    for key, one in net.people.items():
        place = order(one, net.bonds[key], "")
        if place > NEAR or net.left_alone(one) or net.free_from(one) is not None:
            continue
        if one.busy or one.rests() or one.contact.unanswered >= days.DORMANT_AFTER:
            continue
        ties = len(net.links.get(key, NOBODY)) + len(one.places)
        rows.append(((place, -ties, -stamp(one.contact.last), one.name), one))
    rows.sort(key=lambda row: row[0])
    return tuple(
        path(net, one, "", "firms of that kind", _works(net, one), 2)[1] for _, one in rows[:most]
    )


def _works(net: Net, one: Known) -> str:
    place = one.at(net.today)
    return f"Works at {net.firms[place.firm].name}." if place and place.firm in net.firms else ""


def who_reaches(net: Net) -> tuple[FirmReach, ...]:
    """The map: each firm with the nearest person there, the best reached first."""
    found: list[tuple[tuple[int, int, str], FirmReach]] = []
    for key, here in net.firms.items():
        there = [net.people[k] for k, _, _ in direct(net, key)]
        free = [one for one in there if not net.left_alone(one)]
        if not free and not ((here.stopped or here.unread) and there):
            continue
        ranked = sorted(
            ((order(one, net.bonds[one.id], here.sector), one) for one in free or there),
            key=lambda pair: (pair[0], -stamp(pair[1].contact.last), pair[1].name),
        )
        ties = [net.bonds[one.id].tie for one in free if net.bonds[one.id].known]
        near = sum(1 for tie in ties if tie in (Tie.STRONG, Tie.MODERATELY_WEAK))
        best = ranked[0][1]
        left = here.stopped and not here.unread
        row = FirmReach(
            key,
            here.name,
            best.id,
            best.name,
            net.bonds[best.id].tie,
            near=near,
            dormant=ties.count(Tie.DORMANT),
            weak=ties.count(Tie.WEAK),
            stopped=left,
        )
        found.append(((ranked[0][0] + 9 * left, -near, here.name.casefold()), row))
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))
