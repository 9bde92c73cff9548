"""What changed between two wordings of an advert, in the words a reader would use.

The same words in another order, with other bullets or on other lines, are no change. A line that
stands almost as it stood, with a word or a figure of its own changed, is one change and not two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from afterword.counsel.adverts.lines import Line, lines_of
from afterword.counsel.one_line import one_line
from afterword.terms.watching import Posting


class What(StrEnum):
    """The part of an advert that changed, in the order in which changes are told."""

    TITLE = "title"
    REQUIREMENT = "requirement"
    PAY = "pay"
    PLACE = "place"
    REMOTE = "remote"
    CONTRACT = "contract"
    DEPARTMENT = "department"
    DEADLINE = "deadline"
    POSTED = "posted"
    LINE = "line"


class How(StrEnum):
    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that came, went or reads otherwise; `says` is a sentence for the user."""

    what: What
    how: How
    before: str
    after: str
    says: str


#: From here on two lines are one line, rewritten; below it one went and another came.
SAME_LINE = 0.5
#: More lines than this are not paired one by one: the advert is another one.
MOST_PAIRED = 150

_NAMES = {
    What.TITLE: "The title",
    What.PAY: "The pay",
    What.PLACE: "The place",
    What.REMOTE: "Where the work is done",
    What.CONTRACT: "The contract",
    What.DEPARTMENT: "The department",
    What.DEADLINE: "The closing date",
    What.POSTED: "The day it was posted",
}


def changes(before: Posting, after: Posting) -> tuple[Change, ...]:
    """Every change from one wording to the next, what weighs most first; () where a reader sees none."""
    facts = [
        _fact(What.TITLE, before.title, after.title),
        _fact(What.PAY, before.pay, after.pay),
        _fact(What.PLACE, "; ".join(before.places), "; ".join(after.places)),
        _fact(What.REMOTE, _where(before.remote), _where(after.remote)),
        _fact(What.CONTRACT, before.contract, after.contract),
        _fact(What.DEPARTMENT, before.department, after.department),
        _fact(What.DEADLINE, _day(before.closes), _day(after.closes)),
        _fact(What.POSTED, _day(before.posted), _day(after.posted)),
    ]
    found = [one for one in facts if one is not None]
    lines = _text(lines_of(before.text), lines_of(after.text))
    found += [one for one in lines if not any(_says_the_same(one, fact) for fact in found)]
    order = {what: place for place, what in enumerate(What)}
    return tuple(sorted(found, key=lambda one: order[one.what]))


def summary(found: Iterable[Change]) -> str:
    """ "2 requirements came, the pay changed": one clause for a headline, "" for no change."""
    rows = list(found)
    parts = []
    for how, verb in ((How.CAME, "came"), (How.WENT, "went"), (How.CHANGED, "changed")):
        n = sum(one.what is What.REQUIREMENT and one.how is how for one in rows)
        if n:
            parts.append(f"{n} requirement{'s' * (n != 1)} {verb}")
    parts += [
        f"{_NAMES[one.what][0].lower()}{_NAMES[one.what][1:]} {_verb(one.how)}"
        for one in rows
        if one.what in _NAMES
    ]
    n = sum(one.what is What.LINE for one in rows)
    if n:
        parts.append(f"{n} other line{'s' * (n != 1)} read{'s' * (n == 1)} otherwise")
    return ", ".join(parts)


def _verb(how: How) -> str:
    return {How.CAME: "is given now", How.WENT: "is no longer given", How.CHANGED: "changed"}[how]


def _fact(what: What, before: str, after: str) -> Change | None:
    if _key(before) == _key(after):
        return None
    name = _NAMES[what]
    if not before:
        return Change(what, How.CAME, "", after, f"{name} is given now: {after}.")
    if not after:
        return Change(what, How.WENT, before, "", f"{name} is no longer given; it was {before}.")
    return Change(what, How.CHANGED, before, after, f"{name} was {before}, and is {after} now.")


def _says_the_same(line: Change, fact: Change) -> bool:
    """Whether a line only says the fact in its place: "Salary: £60,000" beside the pay."""
    pairs = ((line.before, fact.before), (line.after, fact.after))
    return all(
        bool(said) and _key(said) in _key(whole) and len(whole) <= len(said) + 40
        for whole, said in pairs
        if whole
    )


def _key(words: str) -> str:
    return one_line(words.casefold()).strip(" .")


def _where(remote: bool | None) -> str:
    return "" if remote is None else "from anywhere" if remote else "partly or wholly on site"


def _day(given: date | None) -> str:
    return f"{given.day} {given:%B %Y}" if given else ""


def _text(before: Sequence[Line], after: Sequence[Line]) -> list[Change]:
    had, has = {one.key for one in before}, {one.key for one in after}
    gone = _once(one for one in before if one.key not in has)
    come = _once(one for one in after if one.key not in had)
    found: list[Change] = []
    for old, new in _pairs(gone, come):
        gone.remove(old)
        come.remove(new)
        what = What.REQUIREMENT if old.asks or new.asks else What.LINE
        kind = "A requirement" if what is What.REQUIREMENT else "A line"
        says = f"{kind} reads otherwise: it said “{old.text}”, and says “{new.text}” now."
        found.append(Change(what, How.CHANGED, old.text, new.text, says))
    for one in come:
        what = What.REQUIREMENT if one.asks else What.LINE
        says = f"They {'ask for this' if one.asks else 'say this'} now: “{one.text}”"
        found.append(Change(what, How.CAME, "", one.text, says))
    for one in gone:
        what = What.REQUIREMENT if one.asks else What.LINE
        says = f"They no longer {'ask for this' if one.asks else 'say this'}: “{one.text}”"
        found.append(Change(what, How.WENT, one.text, "", says))
    return found


def _once(rows: Iterable[Line]) -> list[Line]:
    return list({one.key: one for one in rows}.values())


def _pairs(gone: list[Line], come: list[Line]) -> list[tuple[Line, Line]]:
    """Lines that are one line rewritten, the likest first; each is paired once."""
    olds = [_parts(one) for one in gone[:MOST_PAIRED]]
    news = [_parts(one) for one in come[:MOST_PAIRED]]
    ranked = sorted(
        (-likeness, i, j)
        for i, old in enumerate(olds)
        for j, new in enumerate(news)
        if (likeness := _likeness(old, new)) >= SAME_LINE
    )
    pairs: list[tuple[Line, Line]] = []
    used_i: set[int] = set()
    used_j: set[int] = set()
    for _likest, i, j in ranked:
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((gone[i], come[j]))
    return pairs


def _parts(line: Line) -> frozenset[str]:
    """Its words, and each two that stand together: so that the order counts, and the time does not grow."""
    words = line.key.split()
    return frozenset([*words, *map(" ".join, pairwise(words))])


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 to 1: what both hold, of what either holds (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))
