"""What a firm's boards have shown so far, folded look by look; a lean value that can be kept.

A board has bad days: it is down, empty, cut short, moved to another system, or numbered anew in
one night. What is gone is therefore believed only of whole looks, and of many adverts at once only
after a week; what comes back together within three weeks was never gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from afterword.counsel.watching.kinship import Terms, lines
from afterword.counsel.watching.marks import marks_in
from afterword.counsel.watching.named import number_in, once_called
from afterword.counsel.watching.said import Said, said
from afterword.counsel.watching.sketch import REWRITTEN, Sketch, alike, rewritten, sketch, tongue
from afterword.terms import BoardSeen, Posting

#: A look that lacks more than this share of at least so many adverts is not believed at once.
MASS_SHARE, MASS_LEAST = 0.5, 3
#: But after so many days it is: a board that shows nothing at all may be down for long, one that
#: still shows some is alive, and an answer cut short is whole again within a day or two.
MASS_DAYS, MASS_DAYS_ALIVE = timedelta(days=7), timedelta(days=3)
#: An advert that comes back within this was never gone: somebody saved it anew.
BLINK = timedelta(days=4)
#: Adverts that come back together within this were never gone: the board was.
OUTAGE = timedelta(days=21)
#: What has been gone for so long comes back as something new.
FORGOTTEN = timedelta(days=1100)
#: So many stretches of one advert are kept apart; from then on the oldest of those that hardly a pause parts are one.
MOST_STRETCHES = 12
#: So many former departments of an advert are kept; more is a board that cannot make up its mind.
_BORNE = 4


@dataclass(frozen=True, slots=True)
class Up:
    """A stretch in which an advert stood: from the first look that showed it to the last."""

    since: datetime
    until: datetime | None = None

    def holds(self, at: datetime) -> bool:
        return self.since <= at and (self.until is None or at <= self.until)


@dataclass(frozen=True, slots=True)
class Advert:
    """One advert over time. `words` sketches its text, `was` what it said before `changed`.

    `sense` is what it seeks by meaning (`meaning.Meaning.sense`), "" where nobody asked.
    `departments` holds those it bore before its present one, each with the look that first showed
    another: a department renamed in all adverts at once is still the same one. `said` is what it
    says of its seat, `once` what it says its seat was called before (`named.once_called`); of those a
    board's first look showed the titles alone are read. `lines` are the words of its sentences, `terms`
    those of the whole text, which `seats_of` makes of them (`kinship`); `marks` what looks like a number.
    """

    key: str
    title: str
    places: tuple[str, ...]
    up: tuple[Up, ...]
    words: Sketch = ()
    was: Sketch = ()
    changed: datetime | None = None
    department: str = ""
    posted: str = ""
    url: str = ""
    requisition: str = ""
    tongue: str = ""
    sense: str = ""
    departments: tuple[tuple[str, datetime], ...] = ()
    said: frozenset[Said] = frozenset()
    once: tuple[str, ...] = ()
    terms: Terms = ()
    lines: tuple[Terms, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        return self.up[-1].until is None


@dataclass(frozen=True, slots=True)
class Memory:
    """All boards of one firm as seen from the first look to the last.

    `boards` holds when each was first looked at; `doubt` since when a board's looks lack too much
    to be believed, and `doubted` which adverts they lack. `last` is the moment of the last look that
    counted.
    """

    adverts: tuple[Advert, ...] = ()
    boards: Mapping[str, datetime] = field(default_factory=dict)
    doubt: Mapping[str, datetime] = field(default_factory=dict)
    last: datetime | None = None
    doubted: tuple[str, ...] = ()

    @property
    def first(self) -> datetime | None:
        return min(self.boards.values(), default=None)


#: What an advert seeks by meaning, asked when it is new (True: on the first look at its board).
Hear = Callable[[Posting, bool], str]


def look(memory: Memory, seen: BoardSeen, hear: Hear | None = None) -> Memory:
    """The memory after one more look; the same look twice changes nothing."""
    board = f"{seen.board}/{seen.tenant}"
    if memory.last is not None and seen.at < memory.last:
        return memory
    new_board = board not in memory.boards
    shown = {f"{board}/{one.id.replace(chr(47), chr(58))}": one for one in seen.postings}
    known = {one.key: one for one in memory.adverts}
    standing = [one for one in memory.adverts if one.stands and one.key.startswith(f"{board}/")]
    missing = [one for one in standing if one.key not in shown]
    before = memory.last or seen.at
    found = dict(known)
    returning = _returning(known, shown, seen.at)
    for key, posting in shown.items():
        old = known.get(key)
        now = _seen(old, posting, key, seen.at, key in returning, new_board)
        anew = old is None or now.title != old.title or now.changed != old.changed
        found[key] = replace(now, sense=hear(posting, new_board)) if hear and anew else now
    doubt = dict(memory.doubt)
    doubted = [key for key in memory.doubted if not key.startswith(f"{board}/")]
    if seen.whole and missing:
        many = len(missing) >= MASS_LEAST and len(missing) > MASS_SHARE * len(standing)
        since = doubt.setdefault(board, before) if many else None
        if since is None or seen.at - since >= (MASS_DAYS_ALIVE if shown else MASS_DAYS):
            until = min(before, since) if since is not None else before
            for one in missing:
                found[one.key] = _down(found[one.key], until)
            doubt.pop(board, None)
        else:
            doubted += [one.key for one in missing]
    elif seen.whole:
        doubt.pop(board, None)
    if seen.whole and len(missing) <= MASS_SHARE * len(standing):
        doubt.pop(board, None)
    boards = {**memory.boards, board: seen.at} if new_board else memory.boards
    return Memory(_kept(found.values(), seen.at), boards, doubt, seen.at, tuple(doubted))


def believed(memory: Memory) -> Memory:
    """The memory if all that the last looks lacked is truly gone, as the house itself says."""
    gone = frozenset(memory.doubted)
    since = min(memory.doubt.values(), default=memory.last)
    if not gone or since is None:
        return memory
    left = tuple(_down(one, since) if one.key in gone and one.stands else one for one in memory.adverts)  # fmt: skip
    return replace(memory, adverts=left, doubt={}, doubted=())


def _kept(adverts: Iterable[Advert], now: datetime) -> tuple[Advert, ...]:
    """The adverts as they are kept: what was numbered anew stands once, what is long gone not at all.

    A board that gives every advert a new number each night would bring a hundred thousand in a year.
    """
    found: dict[tuple[object, ...], Advert] = {}
    for one in adverts:
        until = one.up[-1].until
        if until is not None and now - until > FORGOTTEN:
            continue
        board = one.key.rpartition("/")[0]
        same = (board, one.title, one.places, one.department, one.requisition, one.words)
        old = found.get(same)
        if old is None or old.stands:
            found[same if old is None else (same, one.key)] = one
            continue
        found[same] = replace(
            one,
            up=_joined((*old.up, *one.up)),
            departments=(*old.departments, *one.departments)[-_BORNE:],
        )
    return tuple(found.values())


def _joined(up: Iterable[Up]) -> tuple[Up, ...]:
    """These stretches in their order, those that overlap made one; where they are many, the oldest
    that hardly a pause parts as well."""
    rows: list[Up] = []
    for one in sorted(up, key=lambda u: u.since):
        last = rows[-1] if rows else None
        if last is None or (last.until is not None and last.until < one.since):
            rows.append(one)
        else:
            ends = (last.until, one.until)
            rows[-1] = Up(last.since, None if None in ends else max(filter(None, ends)))
    at = 1
    while len(rows) > MOST_STRETCHES and at < len(rows):
        before, after = rows[at - 1], rows[at]
        if before.until is not None and after.since - before.until <= BLINK:
            rows[at - 1 : at + 1] = [Up(before.since, after.until)]
        else:
            at += 1
    return tuple(rows)


def _seen(
    old: Advert | None, posting: Posting, key: str, at: datetime, was_up: bool, first: bool
) -> Advert:
    words = sketch(posting.text)
    posted = posting.posted.isoformat() if posting.posted else ""
    if old is None:
        return Advert(key, posting.title, posting.places, (Up(at),), words, department=posting.department, posted=posted, url=posting.url, requisition=posting.requisition or number_in(posting.text), tongue=tongue(posting.text), said=said(posting.title, posting.contract, "" if first else posting.text), once=() if first else once_called(posting.text), lines=lines(posting.text), marks=marks_in(posting.text))  # fmt: skip
    up = old.up
    if not old.stands:
        last = up[-1]
        assert last.until is not None
        together = was_up or at - last.until <= BLINK
        up = (*up[:-1], Up(last.since)) if together else (*up, Up(at))
    kept = replace(
        old, title=posting.title, places=posting.places, up=up, posted=posted, url=posting.url,
        # a board that loses its departments for some days has not dissolved them
        department=posting.department or old.department, departments=_departments(old, posting, at),
        # a memory from before they were kept
        lines=old.lines or lines(posting.text), marks=old.marks or marks_in(posting.text),
    )  # fmt: skip
    if not words or words == old.words:
        return kept
    spoken = tongue(posting.text)
    kept = replace(
        kept,
        said=said(posting.title, posting.contract, posting.text),
        once=once_called(posting.text),
        lines=lines(posting.text),
        marks=marks_in(posting.text),
    )
    if rewritten(old.words, words, (old.tongue, spoken)):
        return replace(kept, words=words, was=old.words, changed=at, tongue=spoken)
    shared = alike(old.words, words)
    # small edits do not add up unseen: the text compared with is the one that was first kept
    if shared is not None and shared >= REWRITTEN:
        return kept
    return replace(kept, words=words, tongue=spoken)


def _departments(old: Advert, posting: Posting, at: datetime) -> tuple[tuple[str, datetime], ...]:
    moved = posting.department and old.department and posting.department != old.department
    return (*old.departments, (old.department, at))[-_BORNE:] if moved else old.departments


def _down(one: Advert, until: datetime) -> Advert:
    last = one.up[-1]
    return replace(one, up=(*one.up[:-1], Up(last.since, max(last.since, until))))


def _returning(known: Mapping[str, Advert], shown: Iterable[str], at: datetime) -> frozenset[str]:
    """Adverts that come back under their old marks as they went: most of those, on one day."""
    back: dict[datetime, list[str]] = {}
    for key in shown:
        old = known.get(key)
        if old is not None and not old.stands:
            until = old.up[-1].until
            assert until is not None
            if at - until <= OUTAGE:
                back.setdefault(until, []).append(key)
    found: set[str] = set()
    for until, keys in back.items():
        went = [one for one in known.values() if one.up[-1].until == until]
        if len(keys) >= 2 and len(keys) * 2 >= len(went):
            found.update(keys)
    return frozenset(found)


# ── as it is kept ───────────────────────────────────────────────────────────


def to_plain(memory: Memory) -> dict[str, Any]:
    """The memory as plain JSON."""
    return {
        "boards": {key: at.isoformat() for key, at in memory.boards.items()},
        "doubt": {key: at.isoformat() for key, at in memory.doubt.items()},
        "last": memory.last.isoformat() if memory.last else None,
        "doubted": list(memory.doubted),
        "adverts": [
            {
                "key": one.key,
                "title": one.title,
                "places": list(one.places),
                "up": [[u.since.isoformat(), u.until and u.until.isoformat()] for u in one.up],
                "words": list(one.words),
                "was": list(one.was),
                "changed": one.changed and one.changed.isoformat(),
                "department": one.department,
                "posted": one.posted,
                "url": one.url,
                "requisition": one.requisition,
                "tongue": one.tongue,
                "departments": [[name, at.isoformat()] for name, at in one.departments],
                "sense": one.sense,
                "said": sorted(one.said),
                "once": list(one.once),
                "lines": [list(line) for line in one.lines],
                "marks": list(one.marks),
            }
            for one in memory.adverts
        ],
    }


def from_plain(kept: Mapping[str, Any]) -> Memory:
    """The memory out of what was kept; an empty mapping is a memory of nothing."""
    when = datetime.fromisoformat
    return Memory(
        adverts=tuple(
            Advert(
                one["key"],
                one["title"],
                tuple(one["places"]),
                tuple(Up(when(a), when(b) if b else None) for a, b in one["up"]),
                tuple(one["words"]),
                tuple(one["was"]),
                when(one["changed"]) if one["changed"] else None,
                one["department"],
                one["posted"],
                one["url"],
                one.get("requisition", ""),
                one.get("tongue", ""),
                one.get("sense", ""),
                tuple((name, when(at)) for name, at in one.get("departments", ())),
                frozenset(map(Said, one.get("said", ()))),
                tuple(one.get("once", ())),
                tuple(one.get("terms", ())),  # of a memory from before sentences were kept
                tuple(tuple(line) for line in one.get("lines", ())),
                tuple(one.get("marks", ())),
            )
            for one in kept.get("adverts", ())
        ),
        boards={key: when(at) for key, at in kept.get("boards", {}).items()},
        doubt={key: when(at) for key, at in kept.get("doubt", {}).items()},
        last=when(kept["last"]) if kept.get("last") else None,
        doubted=tuple(kept.get("doubted", ())),
    )
