"""What a job title stands for, and how near two of them are, whatever language they are in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from afterword.counsel.watching import lexicon
from afterword.counsel.watching import lexicon_north as north

#: A craft is named where a word begins: "waterkwaliteit" is not quality, nor "business" a plant.
_CRAFTS = tuple(
    (name, re.compile(rf"\b(?:{p}|{north.CRAFTS.get(name, p)})", re.IGNORECASE))
    for name, p in (*lexicon.CRAFTS, *north.OTHERS)
)
_WORKS = tuple(
    (name, re.compile(f"{p}|{north.WORKS.get(name, p)}", re.IGNORECASE))
    for name, p in lexicon.WORKS
)
_RANKS = tuple((rank, re.compile(p, re.IGNORECASE)) for rank, p in (*lexicon.RANKS, *north.RANKS))
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?", re.UNICODE)
#: How much of an unknown word is compared: "logistician" and "logistics" begin alike.
_STEM = 7
#: Ranks so far apart are no longer the same sort of seat.
_RANKS_APART = 1
#: Kinds of work that a title often leaves out.
_PLAINER = frozenset({"lead", "specialist", "consultant"})
#: An officer and an adviser of one subject do one work at two grades ("medewerker", "adviseur").
_ALIKE_WORKS = frozenset({"specialist", "consultant"})
_KNOWN = frozenset(name for name, _ in (*lexicon.CRAFTS, *north.OTHERS))
#: A craft that is its own calling: who plans or buys is named after it.
_CALLING = {"planner": "planning", "buyer": "procurement", "accountant": "accounting",
            "controller": "controlling", "lawyer": "law", "design": "design"}  # fmt: skip


class Kind(StrEnum):
    """What sort of seat a title offers: one for the trained, one for learners, or none at all."""

    SEAT = "seat"
    LEARNER = "learner"
    POOL = "pool"


class Near(StrEnum):
    """How near two titles are: one and the same seat, a sibling of it, or neither."""

    SAME = "same"
    SIBLING = "sibling"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Craft:
    """A title taken apart. `core` is what the work is about, as its first part says it; `more` is
    what stands behind a comma or a dash; `work` is the kind of work and `rank` how high (2–8)."""

    core: frozenset[str]
    more: frozenset[str]
    work: str
    rank: int
    kind: Kind = Kind.SEAT
    calling: bool = False

    @property
    def whole(self) -> frozenset[str]:
        """All that the title says of the work, wherever in it that stands."""
        return self.core | self.more


@lru_cache(maxsize=20_000)
def craft_of(title: str, places: tuple[str, ...] = ()) -> Craft:
    """What this title stands for; the names of its places say nothing about the work."""
    kind = (
        Kind.POOL
        if lexicon.POOL.search(title)
        else Kind.LEARNER
        if lexicon.LEARNER.search(title)
        else Kind.SEAT
    )
    plain = lexicon.ASIDE.sub(" ", title.casefold())
    there = {word for place in places for word in _WORD.findall(place.casefold())}
    plain = " ".join(word for word in plain.split() if word.strip("(),-–|/;:") not in there)
    head, _, behind = re.sub(r"\s[-–—|:/]+\s|[,(|;]", "\x01", plain, count=1).partition("\x01")
    calling = lexicon.CALLINGS.search(head)
    if calling is not None:
        behind = f"{head[: calling.start()]} {head[calling.end() :]} {behind}"
        head = calling.group()
    work = next((name for name, found in _WORKS if found.search(head)), "")
    work = work or next((name for name, found in _WORKS if found.search(plain)), "")
    core = _core(head, work)
    if not core:  # "Director, Sales": the first part names only the rank
        core, behind = _core(plain, work), ""
    return Craft(core, _core(behind, "") - core, work, _rank(plain, work), kind, bool(calling))


def _core(words: str, work: str) -> frozenset[str]:
    """The crafts that these words name, and the words that no table knows."""
    words = " ".join(_apart(word) for word in words.split())
    crafts = frozenset(name for name, found in _CRAFTS if found.search(words))
    rest = words
    for _, found in (*_CRAFTS, *_WORKS, *_RANKS):
        rest = found.sub(lambda hit: "\x00" * len(hit.group()), rest)
    # of "Procesveiligheidsingenieur" the trade goes and its field stays
    bare = re.sub(r"(\w{4,}?)s?\x00+(?!\w)", r"\1 ", rest) if not crafts else rest
    unknown = frozenset(
        word[:_STEM]
        for word in _WORD.findall(re.sub(r"\w*\x00+\w*", " ", bare))
        if len(word) > 1 and word not in lexicon.BINDING and not word.isdecimal()
    )
    calling = frozenset({_CALLING[work]}) if work in _CALLING else frozenset()
    return crafts | unknown | calling


@lru_cache(maxsize=20_000)
def _apart(word: str) -> str:
    """A compound of two known crafts, parted: "transportplanning" is "transport planning".

    Dutch and German write together what others write apart. Only where both parts are known, so
    that "waterkwaliteit" stays a word of its own.
    """
    for name, found in _CRAFTS:
        hit = found.match(word)
        if hit is None or len(word) - hit.end() < _SECOND:
            continue
        for joint in ("", "s", "e", "en", "es"):
            rest = word[hit.end() :].removeprefix(joint)
            # "Kvalitetschef" leads quality and cooks nothing
            if rest != "chef" and any(n != name and f.match(rest) for n, f in _CRAFTS):
                return f"{word[: hit.end()]} {rest}"
    return word


#: A second part shorter than this is an ending, not a word.
_SECOND = 5


def _rank(plain: str, work: str) -> int:
    found = next((rank for rank, hit in _RANKS if hit.search(plain)), None)
    if found is None:
        return lexicon.MANAGER_RANK if work == "lead" else lexicon.PLAIN_RANK
    # a senior manager stands above a manager, and a junior one still above an assistant
    return found + 1 if work == "lead" and found < lexicon.MANAGER_RANK + 1 else found


def near(a: Craft, b: Craft, alike: float | None = None, *, beside: bool = False) -> Near:
    """How near two titles are. `alike` is how much of their own text they share, if both are known;
    `beside` whether they are of one department.

    The same craft, work and rank are the same seat; a part of the craft kept, or the rank moved by
    one, makes a sibling. A shared wide word ("data", "project") alone makes neither. Texts that are
    all but equal bring a changed title home; texts that share next to nothing part a shared one.
    """
    if not comparable(a, b):
        return Near.APART
    steps = abs(a.rank - b.rank)
    shared = a.core & b.core
    if steps > _RANKS_APART:
        return Near.SIBLING  # the whole field is the same: another grade of it
    if alike is not None and alike >= ALL_BUT_EQUAL and steps == 0:
        return Near.SAME
    if a.core == b.core:
        wide = shared <= lexicon.WIDE and not (a.calling and b.calling)
        if wide and alike is not None and alike < NOTHING_ALIKE:
            return Near.APART
        return Near.SAME if steps == 0 and a.more == b.more else Near.SIBLING
    telling = shared - lexicon.WIDE
    return Near.SIBLING if telling and _neighbours(a, b, telling, alike, beside) else Near.APART


#: From here on closeness of sense counts: beside a title that says so too; where one department seeks both
#: at about one rank; alone; and where one department seeks the lost work under another title. Fitted to
#: four years of boards (benchmarks/watches.md): who is quiet and right is worth more than who tells all.
NEAR_TITLE, NEAR_BESIDE, NEAR_ALONE, NEAR_AGAIN = 0.8, 0.9, 0.985, 0.9
#: Beside a title that shares but the firm's everyday word, in another department: nearly one and the same.
NEAR_EVERYDAY = 0.97
#: Below this a title that says the same is another craft in the same words.
NOT_NEAR = 0.15
#: Two texts of one language share less of their own than this: not even siblings, whatever the titles say.
STRANGERS = 0.12
#: They share so much of what few others say that they are of one make, and so much that it is a witness
#: beside a title that hardly says so (`kinship`; read off six years of boards, benchmarks/watches.md).
KINDRED, ONE_MAKE = 0.19, 0.25
#: How close in sense the titles of kindred texts must be: within a department; where it is not known or
#: grades lie between; in another department.
KIN_BESIDE, KIN_GRADES, KIN_APART = 0.25, 0.6, 0.85
#: How close a title must be where the text says that the search is a second one.
CLOSE_BACK = 0.6
#: Texts so near within one department and rank want no title that says so.
KIN_ALONE = 0.3
#: How close the titles of one side must be where they share a word of the craft, and of one make where
#: nothing speaks of the side; how near the texts of two who lead on one side (read off nine years).
BESIDE, BESIDE_UNKNOWN, LEADS_BESIDE = 0.75, 0.5, 0.16
#: Where no board names a department, a text so near to the lost advert's is of its side (`kinship`; over six
#: years of boards that do name them, 57 in a hundred of such seats were of the lost one's, benchmarks/watches.md).
OF_ITS_SIDE = 0.14
#: Grades so far apart are not offered to one person.
_FAR = 3


def judged(
    by_title: Near,
    close: float,
    a: Craft,
    b: Craft,
    *,
    beside: bool,
    telling: bool = True,
    kin: float | None = None,
    apart: bool = False,
) -> Near:
    """How near two seats are, by their titles and by how close (0…1) they are in sense; `beside` where
    they are of one department, `telling` where they share a word that few titles of the firm bear.

    Sense alone takes one artist for another in a house of artists: it wants such a word, or titles
    that say so too, or the texts: `kin` is how near these are (None: not known), `apart` whether the
    seats are of two departments.
    """
    if by_title is Near.SAME:
        return Near.SAME if close >= NOT_NEAR else Near.APART
    steps = abs(a.rank - b.rank)
    if kin is not None and kin < STRANGERS:
        return Near.APART
    # who does another kind of work in the same place writes of the same things
    one_work = close >= BESIDE or a.work == b.work or {a.work, b.work} <= _ALIKE_WORKS
    one_work = one_work or not (a.work and b.work)
    if (
        kin is not None
        and one_work
        and _kindred(kin, close, steps, beside=beside, apart=apart, telling=telling)
    ):
        return Near.SIBLING
    if by_title is Near.SIBLING:
        least = NEAR_TITLE if telling or beside else NEAR_EVERYDAY
    elif not telling:
        if not beside or steps > _RANKS_APART:
            return Near.APART
        least = NEAR_EVERYDAY
    else:
        least = NEAR_BESIDE if beside and steps <= _RANKS_APART else NEAR_ALONE
    return Near.SIBLING if close >= least and steps < _FAR else Near.APART


def _kindred(
    kin: float, close: float, steps: int, *, beside: bool, apart: bool, telling: bool
) -> bool:
    """Whether two texts say so much alike that hardly a title is needed to call the seats siblings."""
    if kin < KINDRED or steps >= _FAR:
        return False
    if apart:
        # less than one make wants a word that tells beside it
        told = telling or kin >= ONE_MAKE
        return told and close >= KIN_APART and steps <= _RANKS_APART
    if beside and steps == 0 and kin >= KIN_ALONE:
        return True
    return close >= (KIN_BESIDE if beside and steps <= _RANKS_APART else KIN_GRADES)


def _neighbours(
    a: Craft, b: Craft, telling: frozenset[str], alike: float | None, beside: bool
) -> bool:
    """Whether two titles that share a telling word are of one family; one reason a line."""
    if (alike or 0.0) >= MUCH_ALIKE:
        return True
    kept = a.core <= b.core or b.core <= a.core
    if kept and (len(a.core ^ b.core) == 1 or _names_it(telling)):
        return True  # one is the other in a narrower field, by one word or by what names it
    if a.work != b.work or a.rank != b.rank or not telling & _KNOWN:
        return False
    if a.work == "lead":
        return beside  # who leads a craft beside the one who leads it
    # one trade with its field changed for another: a credit risk analyst, a market risk analyst
    return a.work != "" and len(a.core) == len(b.core) == 2


def _names_it(words: frozenset[str]) -> bool:
    """Whether these words name a field rather than a trade: two that tell, or one no table knows."""
    telling = words - lexicon.WIDE
    return len(telling) > 1 or bool(telling - _KNOWN)


def widened(a: Craft, b: Craft) -> bool:
    """Whether the second title is the first with more to it, at about the same rank and work.

    A firm that redraws a seat keeps its name and adds to it: "Medicines Safety" comes back as
    "Medicines Safety and Governance". A name of one common trade alone is not enough.
    """
    # a leader's seat that grows may bring a grade with it
    grades = 1 if a.work == b.work == "lead" else 0
    same = a.kind is b.kind and abs(a.rank - b.rank) <= grades and _same_work(a, b)
    return same and a.whole < b.whole and _names_it(a.whole)


def exchanged(a: Craft, b: Craft) -> bool:
    """Whether two titles share a part and each has a part of its own: one trade in two fields, as
    "Purchasing, Timber" and "Purchasing, Fittings" are."""
    return bool(a.core & b.core) and not (a.core <= b.core or b.core <= a.core)


def of_two_crafts(a: Craft, b: Craft) -> bool:
    """Whether each names a craft of its own that the other does not: sales is no field of revenue."""
    own = (a.core - b.core, b.core - a.core)
    return all(words & _KNOWN - lexicon.WIDE for words in own)


def comparable(a: Craft, b: Craft) -> bool:
    """Whether two titles can be near at all, whatever their texts say; cheap, so asked first."""
    if Kind.POOL in (a.kind, b.kind) or a.kind is not b.kind or not a.core & b.core:
        return False
    if not _same_work(a, b):
        return False
    steps = abs(a.rank - b.rank)
    # a lead of exactly this field and a plain seat in it are two grades apart, not two crafts
    return steps <= _RANKS_APART or (
        steps == _RANKS_APART + 1 and a.whole == b.whole and _names_it(a.whole)
    )


#: Of what two adverts of one firm say beyond what it says in all of them (judgement).
ALL_BUT_EQUAL = 0.6
MUCH_ALIKE = 0.25
NOTHING_ALIKE = 0.03


def _same_work(a: Craft, b: Craft) -> bool:
    """A title that names no kind of work ("Logistics, Leeds") may stand for the plainer ones."""
    if a.work == b.work or {a.work, b.work} <= _ALIKE_WORKS:
        return True
    return {a.work, b.work} - {""} <= _PLAINER and not (a.work and b.work)
