"""What a check may have done, and who could be asked behind your back (P23, S0-07, L02, L06, L07).

The program says who *could* be asked, from what the user told it. It never finds out
who was: no pretext calls, no probing of former employers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from afterword.counsel import days
from afterword.counsel.references import LOST, process_of
from afterword.terms import (
    Basis,
    CaseFile,
    Lost,
    Referee,
    ReferenceKind,
    ReferenceStatus,
    Register,
    Standing,
)

UK = frozenset({"GB", "UK"})
EU = frozenset({
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
    "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
})  # fmt: skip
#: The day on which the law below was last looked at; a pointer grows old.
READ_ON = date(2026, 11, 22)
WORKED_TOGETHER = (ReferenceKind.MANAGER, ReferenceKind.PEER, ReferenceKind.REPORT)


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Two or more late losses followed a check: whom to ask in private, and what else there is.

    `copy` is the law's late and separate option with its warning, "" where there is none.
    """

    lost: tuple[Lost, ...]
    ask: tuple[Referee, ...]
    why: str
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A person's post at a firm that is known to the user: where they were, where they are."""

    person: str
    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class BackDoor:
    """Someone who could be asked without you, how we know, and what takes the sting out of it."""

    who: str
    why: str
    basis: Basis
    person: str = ""


def lost_after_check(file: CaseFile, standing: Standing, now: datetime) -> Lost | None:
    """This process as one that was lost after they turned to references, or None.

    A no that itself names the checks (R14) counts without any other sign of them.
    """
    process = process_of(file, standing, now)
    if process.outcome not in LOST or process.ended is None:
        return None
    checked = process.check is not None and process.check <= process.ended
    said = any(reason.code == "R14" for h in file.happenings if h.at <= now for reason in h.reasons)
    if not checked and not said:
        return None
    return Lost(file.id, process.title, process.ended, file.country)


def suspicion(register: Register, today: date) -> Suspicion | None:
    """P23, once: nothing is suspected after the private talk, until another loss follows a check."""
    lost = sorted((one for one in register.lost if one.on <= today), key=lambda one: one.on)
    if len(lost) < days.LOSSES_AFTER_CHECKS:
        return None
    if any(lost[-1].on <= day <= today for day in register.talked):
        return None
    return Suspicion(
        lost=tuple(lost),
        ask=_named_there(register, lost),
        why=f"{len(lost)} processes ended after references were taken up, the last on "
        f"{days.spoken(lost[-1].on)}. That may well be chance. Ask your referee in private what "
        "they are asked and what they answer; no reproach, no test calls. And name another voice "
        "beside them.",
        copy=_copy(lost),
    )


def _named_there(register: Register, lost: Sequence[Lost]) -> tuple[Referee, ...]:
    """Those who spoke where it was lost, the most often first; all who agreed where nobody is noted."""
    cases = {one.case for one in lost}
    times: dict[str, int] = {}
    for one in register.vouched:
        if one.case in cases and (one.called or one.briefed):
            times[one.referee] = times.get(one.referee, 0) + 1
    known = [one for one in register.referees if not one.alone]
    named = [one for one in known if one.id in times] or [one for one in known if one.consent]
    return tuple(sorted(named, key=lambda one: (-times.get(one.id, 0), one.name)))


def _copy(lost: Sequence[Lost]) -> str:
    """L02, L06: what the law allows there; late, apart from any courtesy, with what it may cost."""
    places = {one.country.upper().partition("-")[0] for one in lost}
    if not places & (UK | EU):
        return ""
    said = (
        "You may ask the firm in writing for what it holds about you, references among it; they "
        "have a month, and it is free."
    )
    if places & UK:
        said += " In the UK a reference given in confidence may be withheld."
    return (
        f"{said} It can cost goodwill, so leave it to the end and never join it to a letter of "
        f"thanks. A pointer as of {READ_ON:%B %Y}, not legal advice."
    )


def back_doors(firm: str, register: Register, moves: Sequence[Moved] = ()) -> tuple[BackDoor, ...]:
    """Who could be asked about you at or around this firm, from what the casebook knows.

    The surest first: whom the user named as such, then a person there who once worked
    where the user did, then the former houses themselves.
    """
    found = [
        BackDoor(one.name, "You noted that they could be asked without you.", Basis.SAID, one.id)
        for one in register.referees
        if one.status is ReferenceStatus.UNCONSENTED_BACKDOOR_POSSIBLE
    ]
    houses = former_houses(register, moves)
    for move in moves:
        if _same(move.now, firm) and any(_same(move.before, house) for house in houses):
            why = f"They work there now and were at {move.before}, where you were too."
            found.append(BackDoor(move.name, why, Basis.INFERRED, move.person))
    for house, names in houses.items():
        if not _same(house, firm):
            why = f"You worked there with {_and(names)}. Others there might be asked."
            found.append(BackDoor(house, why, Basis.GUESSED))
    return tuple(found)


def former_houses(register: Register, moves: Sequence[Moved] = ()) -> dict[str, list[str]]:
    """Firms where the user worked with a referee, and with whom: where they sat before, else sit."""
    before = {move.person: move.before for move in moves}
    found: dict[str, list[str]] = {}
    for one in register.referees:
        house = before.get(one.id) or one.firm
        if house and one.kind in WORKED_TOGETHER:
            found.setdefault(house, []).append(one.name)
    return found


def law(country: str) -> str:
    """What holds of checks behind your back where the firm is (L06, L07), as a dated pointer."""
    place = country.upper().partition("-")[0]
    if place in UK:
        said = (
            "In the UK a call beyond the names you gave is hard to justify without your knowledge, "
            "and a present employer is asked only with your consent."
        )
    elif place in EU:
        said = (
            "In the EU a call beyond the names you gave is hard to justify without your knowledge."
        )
    else:
        said = "Outside the EU and the UK such calls are largely unregulated."
    return f"{said} A pointer as of {READ_ON:%B %Y}, not legal advice."


def _same(a: str, b: str) -> bool:
    return bool(a) and a.casefold() == b.casefold()


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
