"""The paths to a firm in one or two steps, each with its rank, its reasons and how to ask."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from afterword.counsel import days
from afterword.counsel.network.evidence import LESS_DIGITAL
from afterword.counsel.network.people import NOBODY, Known, Link, Net, Place
from afterword.counsel.network.tie import Bond
from afterword.terms import LetterKind, Part, Tie

#: Letters that want something or keep in touch: the caps count them (ruling 3).
COUNTED = frozenset(
    {
        LetterKind.KEEP_IN_TOUCH,
        LetterKind.CONGRATULATION,
        LetterKind.TRIGGER_NOTE,
        LetterKind.REFERRAL_ASK,
        LetterKind.CALL_REQUEST,
        LetterKind.PAIN_LETTER,
    }
)
_INTRODUCES = re.compile(
    r"\bintro(s|duc\w*)?\b|\bmeet\b.+|<>|\bvorstell\w*|\bvoorstel\w*|\bprésent\w*|\bpresent[oa]\b",
    re.IGNORECASE,
)


def introduces(subject: str, sender: str = "", other: str = "") -> bool:
    """Whether a mail with this subject makes the user known to `other`, of another house than the sender's."""
    houses = {email.rpartition("@")[2] for email in (sender, other) if email}
    beside = bool(sender and other) and len(houses) == 1
    return not beside and bool(_INTRODUCES.search(subject))


@dataclass(frozen=True, slots=True)
class Path:
    """One way to a firm: whom to ask, who it leads to, why, and how to ask.

    `steps` is 1 when they know the firm themselves, 2 when they know `to`, who
    does. `not_before` is the first day the caps allow; `wait` says why they are left in
    peace, and is `held` where a case or somebody's own word asks for it.
    """

    who: str
    name: str
    title: str
    steps: int
    relation: str
    tie: Tie
    bond: str
    why: tuple[str, ...]
    ask: str
    known: bool = True
    near: bool = False
    busy: bool = False
    cool: bool = False
    to: str = ""
    to_name: str = ""
    not_before: date | None = None
    wait: str = ""
    held: bool = False
    case: str = ""
    email: str = ""
    address_only: bool = False


# ── the paths ───────────────────────────────────────────────────────────────

Key = tuple[int, int, int, int, float, str]
"""The order of paths: free before blocked, near before far, then tie, relevance, the last word."""


def paths_to(net: Net, firm: str, name: str) -> Iterator[tuple[Key, Path]]:
    """Every way there, one a person, none to or through anybody who is left alone."""
    done: set[str] = set()
    for key, relevance, relation in direct(net, firm):
        one = net.people[key]
        if key not in done and not net.left_alone(one):
            done.add(key)
            yield path(net, one, firm, name, relation, relevance)
    best: dict[str, tuple[int, Known, str]] = {}
    for key, relevance, to, relation in between(net, firm):
        if key not in best or relevance < best[key][0]:
            best[key] = relevance, to, relation
    for key, (relevance, to, relation) in best.items():
        one = net.people[key]
        if key not in done and net.bonds[key].known and not net.left_alone(one):
            yield path(net, one, firm, name, relation, relevance, to)


def direct(net: Net, firm: str) -> Iterator[tuple[str, int, str]]:
    """Who knows the firm themselves: there now, there once, or between it and the user."""
    for key in net.staff.get(firm, ()):
        one = net.people[key]
        now = one.at(net.today)
        if now is not None and now.firm == firm:
            house = net.firms[firm].name if firm in net.firms else ""
            title = (now.title or one.title).removesuffix(f", {house}")
            yield key, 0, f"Works there, as {title}." if title else "Works there."
        else:
            yield key, 1, _was_there(next(p for p in one.places if p.firm == firm))
    for key in net.told.get(firm, ()):
        part = next(p for f, p in net.people[key].parts if f == firm)
        says = "Recruits for them." if part is Part.RECRUITER_AGENCY else "Brought you to them."
        yield key, 1, says


def _was_there(place: Place) -> str:
    until = f" until {place.until.year}" if place.until else ""
    as_what = f", as {place.title}" if place.title else ""
    return f"Was there{until}{as_what}, and knows the house."


_HOW = {"introduced": 2, "met": 3, "wrote": 4}
_COLLEAGUES = 5


def between(net: Net, firm: str) -> Iterator[tuple[str, int, Known, str]]:
    """Who knows somebody of that firm, as the casebook shows: by a mail, a talk, or a firm they shared."""
    houses: dict[str, list[tuple[Place, Known]]] = defaultdict(list)
    for end in net.staff.get(firm, ()):
        to = net.people[end]
        # Who knows the end person well enough needs nobody in between.
        if net.left_alone(to) or net.bonds[end].tie is not Tie.WEAK:
            continue
        for key, link in net.links.get(end, NOBODY).items():
            if key in net.people:
                yield key, _HOW[link.how], to, _linked(link, to, net)
        for place in to.places:
            if place.firm != firm:
                houses[place.firm].append((place, to))
    for house, posts in houses.items():
        called = net.firms[house].name if house in net.firms else "one firm"
        for key in net.staff.get(house, ()):
            theirs = [p for p in net.people[key].places if p.firm == house]
            beside = (
                to for at, to in posts if to.id != key and any(_overlap(at, p) for p in theirs)
            )
            if (other := next(beside, None)) is not None:
                says = f"Was at {called} like {other.name}; they may know each other."
                yield key, _COLLEAGUES, other, says


def _linked(link: Link, to: Known, net: Net) -> str:
    when = f" on {days.spoken(link.on, net.now)}" if link.on else ""
    if link.how == "introduced":
        return f"Named {to.name} to you{when}."
    if link.how == "met":
        return f"Sat with {to.name} in a talk{when}."
    return f"Wrote together with {to.name}{when}."


def _overlap(a: Place, b: Place) -> bool:
    """Whether the two posts may have lain side by side; an unknown end is open."""
    a_first = a.until is not None and b.since is not None and a.until <= b.since
    b_first = b.until is not None and a.since is not None and b.until <= a.since
    return not (a_first or b_first)


def path(
    net: Net,
    one: Known,
    firm: str,
    name: str,
    relation: str,
    relevance: int,
    to: Known | None = None,
) -> tuple[Key, Path]:
    found = net.bonds[one.id]
    target = net.firms.get(firm)
    place = order(one, found, target.sector if target else "")
    near = place <= NEAR
    tier = (0 if near else 2) + (0 if to is None else 1)
    held = wait = one.rests(firm)
    if not wait and to is not None and (theirs := to.rests(firm)):
        held = wait = f"They would lead to {to.name}, and there it rests: {theirs}"
    if not wait and one.contact.unanswered >= days.DORMANT_AFTER:
        wait = "Two words of yours had no answer. Let it sleep; it may wake by itself."
    free = net.free_from(one)
    key = (
        int(bool(wait or free or one.busy)),
        tier,
        place,
        relevance,
        -stamp(one.contact.last),
        one.name,
    )
    return key, Path(
        who=one.id,
        name=one.name,
        title=one.title,
        steps=1 if to is None else 2,
        relation=relation,
        tie=found.tie,
        bond=found.why,
        why=tuple(filter(None, (trust(one, found), _through(net, one)))),
        near=near,
        ask=BUSY if one.busy else _how(one, name, relevance, to),
        busy=one.busy,
        known=found.known,
        cool=one.cool,
        to=to.id if to else "",
        to_name=to.name if to else "",
        not_before=free,
        wait=wait,
        held=bool(held),
        case=one.case,
        email=one.email,
        address_only=one.address_only,
    )


BUSY = "You are in a process with them: its page says what comes next, and nothing else is asked."


def stamp(at: datetime | None) -> float:
    return at.timestamp() if at is not None else 0.0


# ── whom to ask first ───────────────────────────────────────────────────────

#: From here down somebody is near enough to be asked first.
NEAR = 2


def order(one: Known, found: Bond, sector: str) -> int:
    """The order of E08 and E11: a little known, asleep and trusted, close; the rest behind."""
    if not found.known:
        return 5
    if one.cool:
        return 4
    first = (Tie.MODERATELY_WEAK, Tie.DORMANT, Tie.STRONG)
    if sector.lower() in LESS_DIGITAL:
        first = (Tie.STRONG, Tie.MODERATELY_WEAK, Tie.DORMANT)
    asleep_untrusted = found.tie is Tie.DORMANT and not trust(one, found)
    return 3 if found.tie is Tie.WEAK or asleep_untrusted else first.index(found.tie)


def trust(one: Known, found: Bond) -> str:
    """Why a tie may be trusted, asleep or not; "" when nothing shows it."""
    if one.vouches:
        return "Agreed to vouch for you."
    if one.helped:
        return f"Did you a good turn on {days.spoken(one.helped)}; you can say what came of it."
    if one.warm:
        return "Has been warm towards you."
    return "You wrote to one another for more than a year." if found.lasting else ""


def _through(net: Net, one: Known) -> str:
    """Who made them known to the user: they may like to hear how it went (S1-13)."""
    for key, link in net.links.get(one.id, NOBODY).items():
        if link.how == "introduced" and key in net.people:
            return f"You know each other through {net.people[key].name}."
    return ""


def _how(one: Known, name: str, relevance: int, to: Known | None) -> str:
    """How to ask: for a call of 15 minutes and a name, never an endorsement (S1-04, P13)."""
    if one.contact.words == 0 and not (one.vouches or one.close):
        return "No word between you yet: a short, warm line first, without a request."
    call = "Ask for a call of 15 minutes"
    if to is not None:
        return (
            f"{call}, and there for one thing: may you write to {to.name} and say who named them?"
        )
    if relevance:
        return f"{call}, and there: whom do they know at {name}, and may you say so?"
    return f"{call}, and there: who at {name} fills such seats, and what do they need most?"
