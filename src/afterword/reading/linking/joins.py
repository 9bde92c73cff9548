"""Which cases prove to be one, once all mail is known: a beginning that was taken for a case of its own.

Mail is placed oldest first, so a case may begin twice: an agent's first word and the day the client
is named, an own application and the receipt of a system, a test by a service nobody knew. Only a
short beginning joins another case, only for the reasons below, and never against a sign that the
two are apart: two receipts, two numbers, two trades, an end before the other began.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from afterword.reading.linking.evidence import Score, weigh
from afterword.reading.linking.shelf import Known, Shelf
from afterword.terms import Mail, MailKind, Reading

K = MailKind
Read = tuple[Reading, Mail]

#: So few mails are the beginning of something, not a process with a course of its own.
_SHORT = 4
#: So many of its mails are held against the other case.
_LOOKED_AT = 3
#: A first word is followed by the rest within so long, and a receipt comes so near the beginning.
_SOON = timedelta(days=35)
#: After a no the same case has a thank-you and a second no to come, within so long.
_ECHO = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Pair:
    """A short beginning, the case it may belong to, and the best its mails say for it."""

    part: Known
    whole: Known
    score: Score
    near: float
    #: Whether all of the short one is a single conversation.
    one_talk: bool
    #: Whether no third case is at the house of the two.
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two cases are one: `holds` decides, from `least` points on."""

    least: float
    holds: Callable[[Pair], bool]
    says: str


def _a_first_word(pair: Pair) -> bool:
    """A lead that nobody ended, and what its own people or those it names went on with soon after."""
    part, whole = pair.part, pair.whole
    if not pair.one_talk or part.ended or K.ACKNOWLEDGEMENT in part.begun:
        return False
    if not _goes_on(part, whole):
        return False
    return bool(part.people & whole.people) or pair.score.has("name", "told", "heralded", "handed")


def _own_application(pair: Pair) -> bool:
    """The user applied, and those they wrote to answered by another road."""
    return K.OTHER_JOB in pair.part.begun and _a_first_word(pair)


def _same_lead(pair: Pair) -> bool:
    """The same, where both are for one and the same work."""
    return _a_first_word(pair) and pair.near >= 0.9


def _a_receipt(pair: Pair) -> bool:
    """A system's receipt for the very role, at a firm where the process began otherwise."""
    part, whole = pair.part, pair.whole
    if K.ACKNOWLEDGEMENT not in part.begun or K.ACKNOWLEDGEMENT in whole.begun:
        return False
    if part.ended and whole.last and part.last and whole.last > part.last + _ECHO:
        return False  # it had a no of its own, and the other went on
    known = pair.score.has("firm", "domain", "named", "heralded")
    # A portal's receipt may be all that names the role; it must speak of what the case speaks of.
    same = pair.near >= 0.9 or (not whole.roles and pair.score.held["words"] >= 0.5)
    return _beside(part, whole) and ((known and same) or pair.score.has("number"))


def _no_beginning(pair: Pair) -> bool:
    """Mail that begins nothing by its kind, from people or a service of a process that was open."""
    if pair.part.begun and pair.whole.begun:
        return False
    if not _acquainted(pair.score) or not (pair.alone or _told_apart(pair.score)):
        return False
    return not _over_before(pair.part, pair.whole) and not _over_before(pair.whole, pair.part)


def _told_apart(score: Score) -> bool:
    """Whether more than the house is shared: where several are at one house, it says not which."""
    own = score.has("thread", "event", "number", "person", "name", "told", "beside")
    return own or score.held["role"] > 0 or score.held["words"] >= 0.75


def _of_a_service(pair: Pair) -> bool:
    """A test or a date that came before its case was known by name: nobody writes there, and the firm is named."""
    part = pair.part
    return _no_beginning(pair) and not part.people and not part.roles and pair.score.has("named")


def _acquainted(score: Score) -> bool:
    """Whether people or a house are shared; or two of the things that many cases may share."""
    if score.has("thread", "event", "number", "person", "name", "domain", "firm"):
        return True
    told = score.held["words"] >= 0.75
    return (score.has("named") and told) or (
        score.held["role"] >= 0.9 and (score.has("named") or told)
    )


REASONS: tuple[Reason, ...] = (
    Reason(5.0, _same_lead, "One lead: the same people, the same work."),
    Reason(5.0, _own_application, "The answer to an application of yours."),
    Reason(7.0, _a_first_word, "What they first wrote of went on here."),
    Reason(4.5, _a_receipt, "The receipt for an application of this case."),
    Reason(4.5, _of_a_service, "A service names the firm of this case."),
    Reason(5.5, _no_beginning, "It began with nothing new, and its people are of this case."),
)


def joins(
    mails: Sequence[Read], members: Mapping[str, Sequence[int]], shelf: Shelf, known: frozenset[str]
) -> list[tuple[str, str, str]]:
    """Which case goes into which, and why; of `known` cases, which the user knows, none goes."""
    found: list[tuple[str, str, str]] = []
    for part in sorted(members, key=lambda one: min(members[one])):
        if part in known or not 0 < len(members[part]) <= _SHORT:
            continue
        fits = sorted(
            _fits(part, mails, members, shelf), key=lambda one: one[0].score.points, reverse=True
        )
        # Where two cases could go on with it, nobody can tell: it stays by itself.
        if fits and (len(fits) == 1 or fits[0][0].score.points - fits[1][0].score.points >= 1.0):
            found.append((part, fits[0][0].whole.id, fits[0][1]))
    return found


def _fits(
    part: str, mails: Sequence[Read], members: Mapping[str, Sequence[int]], shelf: Shelf
) -> list[tuple[Pair, str]]:
    own = shelf.cases[part]
    talk = _is_one_talk([mails[at][1] for at in members[part]])
    scores: dict[str, Score] = {}

    def look(at: int, other: Known, home: str) -> None:
        shelf.aside = part if other.id != part else home
        score = weigh(shelf.clues(*mails[at]), other, shelf)
        shelf.aside = ""
        if home not in scores or score.points > scores[home].points:
            scores[home] = score

    for at in members[part][:_LOOKED_AT]:
        for other in shelf.around(shelf.clues(*mails[at])):
            if other.id != part and other.id in members and may_be_one(own, other):
                look(at, other, other.id)
    for home in list(scores):
        for at in members[home][:_LOOKED_AT]:
            look(at, own, home)
    found = []
    for home, score in scores.items():
        whole = shelf.cases[home]
        alone = not any(_at_one_house(one, own, whole) for one in shelf.cases.values())
        pair = Pair(own, whole, score, nearest(own, whole), talk, alone)
        reason = next(
            (one for one in REASONS if score.points >= one.least and one.holds(pair)), None
        )
        if reason:
            found.append((pair, reason.says))
    return found


def _at_one_house(third: Known, part: Known, whole: Known) -> bool:
    """Whether a third case is at the house of a short one: a part of it may be of either."""
    if third.id in (part.id, whole.id):
        return False
    return bool(third.domains & part.domains) or third.speaks_for(part.firms)


def _is_one_talk(mails: Sequence[Mail]) -> bool:
    """Whether each of these but the first answers one of the others."""
    ids = {mail.id for mail in mails}
    return sum(ids.isdisjoint((mail.in_reply_to, *mail.references)) for mail in mails) == 1


def nearest(one: Known, other: Known) -> float:
    """How near the nearest two titles of two cases are; 0 where either has none."""
    if not one.roles or not other.roles:
        return 0.0
    return max(other.nearness(role) for role in one.roles)


def may_be_one(part: Known, whole: Known) -> bool:
    """Whether nothing plain says that these are two; asked first, for what they share costs more to tell."""
    if K.ACKNOWLEDGEMENT in part.begun and K.ACKNOWLEDGEMENT in whole.begun:
        return False
    if part.id in whole.apart or whole.id in part.apart:
        return False
    if part.numbers and whole.numbers and not part.numbers & whole.numbers:
        return False
    if _over_before(part, whole) or _over_before(whole, part):
        return False
    if part.begun and whole.begun and not (_goes_on(part, whole) or _beside(part, whole)):
        return False
    return nearest(part, whole) >= 0


def _over_before(one: Known, other: Known) -> bool:
    """Whether one had ended when the other began."""
    return bool(one.ended and one.last and other.first and one.last < other.first)


def _goes_on(part: Known, whole: Known) -> bool:
    """Whether the one begins where the other fell silent."""
    if part.first is None or part.last is None or whole.first is None:
        return False
    return part.last - timedelta(days=1) <= whole.first <= part.last + _SOON


def _beside(part: Known, whole: Known) -> bool:
    """Whether one came at about the beginning of the other."""
    if part.first is None or whole.first is None:
        return False
    return abs(part.first - whole.first) <= _SOON
