"""One person at the table: whether they decide, what they have at stake, where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from afterword.counsel import days, titles
from afterword.terms import Basis, Part, Remark, RemarkKind, Stance

#: They carry the panel's word; what they write is not their own stance.
CARRIERS = frozenset(
    {
        Part.RECRUITER_INTERNAL,
        Part.RECRUITER_AGENCY,
        Part.SOURCER,
        Part.COORDINATOR,
        Part.GATEKEEPER,
    }
)
#: They stand beside the process and not on the panel.
BESIDE = frozenset(
    {Part.REFERRER, Part.INTRODUCER, Part.REFEREE, Part.MENTOR, Part.PEER_JOB_SEEKER}
)


@dataclass(frozen=True, slots=True)
class AtTable:
    """One seat as the casebook knows it. `by_user`: the user set the part, no mail did.

    `met` is the day of the last talk they were in, inferred where only mail shows it; `last_round` whether one of
    those was a final round or they came in late (`came_late`). `now_at` is the firm they moved to since.
    """

    id: str
    name: str
    part: Part = Part.UNKNOWN
    title: str = ""
    stake: str = ""
    stance: Stance = Stance.UNKNOWN
    stance_basis: Basis = Basis.GUESSED
    quote: str = ""
    by_user: bool = False
    met: date | None = None
    met_basis: Basis = Basis.SAID
    last_round: bool = False
    said: tuple[Remark, ...] = ()
    stopped: bool = False
    now_at: str = ""
    moved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A point of the map: what, how it is known, and from what."""

    value: str
    basis: Basis
    why: str = ""


@dataclass(frozen=True, slots=True)
class Executive:
    """One of the firm's executives: what they bring, and what the user adds beside them (S0-09)."""

    id: str
    name: str
    title: str = ""
    brings: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One case as this judgement needs it. `outside`: their words that somebody from outside
    the room took the seat (R04, R06); `late`: the rounds have come to the panel or a final;
    `quiet`: their silence or the case's own rest says that nobody there is asked anything."""

    company: str
    people: tuple[AtTable, ...] = ()
    team: tuple[Executive, ...] = ()
    over: bool = False
    late: bool = False
    outside: Known | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat as judged. `weighs` is false for who only carries the panel's word."""

    id: str
    name: str
    title: str
    part: Part
    decides: Known | None = None
    stake: Known | None = None
    stance: Stance = Stance.UNKNOWN
    stance_basis: Basis = Basis.GUESSED
    stance_why: str = ""
    met: date | None = None
    met_basis: Basis = Basis.SAID
    unheard: bool = False
    weighs: bool = True
    now_at: str = ""
    moved_on: date | None = None
    stopped: bool = False


#: Parts a mail may be read as saying of somebody, which their own title overrules.
READ = frozenset(
    {Part.UNKNOWN, Part.HIRING_MANAGER, Part.DECISION_MAKER, Part.SKIP_LEVEL_OR_EXECUTIVE}
)


def part_by_title(part: Part, title: str, role: str, *, by_user: bool) -> Part:
    """The part of somebody whose own title says it: a search house, a recruiter, the people side.

    The user's word stands above it; and for a seat on the people side its head is no bystander.
    """
    if by_user or part not in READ:
        return part
    if titles.searches(title):
        return Part.RECRUITER_AGENCY
    if titles.stake_of(role) == "people":
        return part
    if titles.recruits(title):
        return Part.RECRUITER_INTERNAL
    return Part.HR_PARTNER if titles.of_people(title) else part


def came_late(own: Iterable[date], talks: Iterable[date], unnoted: Iterable[date] = ()) -> bool:
    """Whether somebody was first met in the last talk of three or more (S2-02).

    `unnoted` are the talks of which nobody noted who sat in them: they may have sat in one of those.
    """
    days_ = sorted(set(talks))
    first = min(own, default=None)
    if len(days_) < 3 or first is None or first != days_[-1]:
        return False
    return not any(day < first for day in unnoted)


def by_then(one: AtTable, today: date) -> AtTable:
    """The seat as it was known on that day."""
    moved = one.moved_on is None or one.moved_on <= today
    return replace(
        one,
        said=tuple(r for r in one.said if r.at is None or r.at <= today),
        met=one.met if one.met is not None and one.met <= today else None,
        now_at=one.now_at if moved else "",
        moved_on=one.moved_on if moved and one.now_at else None,
    )


def judged(one: AtTable) -> Seat:
    """What this seat comes to."""
    stance, basis, why = _stance(one)
    return Seat(
        id=one.id,
        name=one.name,
        title=one.title,
        part=one.part,
        decides=_decides(one),
        stake=_stake(one),
        stance=stance,
        stance_basis=basis,
        stance_why=why,
        met=one.met,
        met_basis=one.met_basis,
        unheard=one.met is not None
        and one.met_basis is Basis.SAID
        and stance is Stance.UNKNOWN
        and not one.said
        and not one.quote,
        # A recruiter's own stance counts once the user names it.
        weighs=one.part not in CARRIERS or one.stance is not Stance.UNKNOWN,
        now_at=one.now_at,
        moved_on=one.moved_on,
        stopped=one.stopped,
    )


# ── who decides (S0-16) ─────────────────────────────────────────────────────

_DECIDE = re.compile(
    r"\b(we|i|we['’]ll|i['’]ll|wir|ich|wij|we|ik|nous|je|noi|io|nós|eu|nosotros)\b[^.!?]{0,60}"
    r"\b(decid|decision|settle on|choose|make up my mind|entscheid|beslis|besluit|décid|decis)",
    re.IGNORECASE,
)

Rule = Callable[[AtTable], Known | None]


def _named(one: AtTable) -> Known | None:
    if one.part is not Part.DECISION_MAKER:
        return None
    if one.by_user:
        return Known("named", Basis.SAID, "You noted that they decide.")
    return Known("named", Basis.INFERRED, "Their mail reads as if they decide.")


def _spoke_for_it(one: AtTable) -> Known | None:
    if one.part in CARRIERS or one.part is Part.HR_PARTNER:
        return None  # they say "we" of the house
    told = (RemarkKind.PROMISE, RemarkKind.LOGISTICS, RemarkKind.TOPIC, RemarkKind.MONEY)
    for remark in reversed(one.said):
        if remark.kind in told and _DECIDE.search(remark.quote):
            basis = Basis.GUESSED if remark.basis is Basis.GUESSED else Basis.INFERRED
            return Known("spoke", basis, f"They spoke of the decision as theirs: “{remark.quote}”")
    return None


def _manager(one: AtTable) -> Known | None:
    if one.part is not Part.HIRING_MANAGER:
        return None
    return Known("manager", Basis.INFERRED, "A hiring manager decides, though seldom alone.")


def _last_round(one: AtTable) -> Known | None:
    # S2-02: somebody met late may hold a criterion that nobody raised.
    if not one.last_round or one.met is None or one.part in CARRIERS:
        return None
    why = f"They sat in the last round, on {days.spoken(one.met)}."
    return Known("late", Basis.INFERRED, why)


def _by_title(one: AtTable) -> Known | None:
    if titles.helps(one.title):
        return None
    if one.part is Part.SKIP_LEVEL_OR_EXECUTIVE or (
        one.part not in CARRIERS
        and one.part is not Part.HR_PARTNER
        and titles.is_executive(one.title)
    ):
        as_what = f" as {one.title}" if one.title else ""
        why = f"They may have the last word{as_what}; nobody said so."
        return Known("title", Basis.GUESSED, why)
    return None


#: The surest first; the first that holds counts.
DECIDES: tuple[Rule, ...] = (_named, _spoke_for_it, _last_round, _manager, _by_title)
#: The ways in which it is known, in the same order.
WAYS = ("named", "spoke", "late", "manager", "title")


def _decides(one: AtTable) -> Known | None:
    """How far it is known that this person decides, or None."""
    if one.part in BESIDE:
        return None
    return next((found for rule in DECIDES if (found := rule(one))), None)


# ── what they have at stake, where they stand ───────────────────────────────


def _stake(one: AtTable) -> Known | None:
    """What they have at stake: as the user put it, else what their title answers for (S0-10)."""
    if one.stake:
        return Known(one.stake, Basis.SAID, "You noted it.")
    if one.part in BESIDE:
        return None  # what their title answers for, they answer for elsewhere
    read = titles.stake_of(one.title)
    return Known(read, Basis.INFERRED, f"It follows from “{one.title}”.") if read else None


def _stance(one: AtTable) -> tuple[Stance, Basis, str]:
    """The user's word first; else what their praise and their doubts let one infer."""
    if one.stance is not Stance.UNKNOWN:
        return one.stance, one.stance_basis, f"“{one.quote}”" if one.quote else ""
    liked = [r for r in one.said if r.kind is RemarkKind.PRAISE]
    doubts = [r for r in one.said if r.kind is RemarkKind.DOUBT]
    found = liked or doubts
    if not found or one.part in CARRIERS:
        return Stance.UNKNOWN, Basis.GUESSED, ""
    if liked and doubts:
        both = f"“{liked[-1].quote}”, and also “{doubts[-1].quote}”"
        return Stance.UNKNOWN, Basis.INFERRED, f"{both}; which weighs more, nobody said."
    heard = [r for r in found if r.basis is not Basis.GUESSED]
    # Words that were said let one infer a stance; a guess stays one.
    basis = Basis.INFERRED if heard else Basis.GUESSED
    return (Stance.FOR if liked else Stance.AGAINST), basis, f"“{(heard or found)[-1].quote}”"


_ORDER = (Basis.SAID, Basis.INFERRED, Basis.GUESSED)


def weakest(given: Iterable[Basis]) -> Basis:
    """A chain of facts is as sure as the least sure of them."""
    return max(given, key=_ORDER.index, default=Basis.GUESSED)


def names(seats: Iterable[Seat]) -> str:
    """Their names as one says them: "Ann Lee, Bo Fox and Cy Hale"."""
    found = [one.name for one in seats]
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))
