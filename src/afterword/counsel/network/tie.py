"""How near two people are, from who wrote, when and which way; never from a word of it.

Often, now and then, rarely: Granovetter's own three classes (E08), to which come
ties that sleep (E11). Mail does not see what was said over coffee, so a few
words either way count for much. The counts are judgement; the order is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from afterword.counsel import days
from afterword.terms import Tie


@dataclass(frozen=True, slots=True)
class Contact:
    """What passed between the user and one person by a day: counts and dates.

    `heard` and `sent` are words of theirs and of the user's, in all and of late
    (the last 365 days); a talk counts once in `met` and goes both ways.
    `unanswered` counts the user's own letters and noted words since their last one.
    """

    first: datetime | None = None
    last_in: datetime | None = None
    last_out: datetime | None = None
    last_met: datetime | None = None
    heard: int = 0
    sent: int = 0
    heard_lately: int = 0
    sent_lately: int = 0
    met: int = 0
    met_lately: int = 0
    unanswered: int = 0

    @property
    def last(self) -> datetime | None:
        found = [at for at in (self.last_in, self.last_out, self.last_met) if at is not None]
        return max(found, default=None)

    @property
    def words(self) -> int:
        """All that passed, either way."""
        return self.heard + self.sent + self.met

    @property
    def lately(self) -> int:
        return self.heard_lately + self.sent_lately + self.met_lately

    @property
    def both_ways(self) -> bool:
        return bool(self.met or (self.heard and self.sent))


NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True)
class Bond:
    """How near this person is, and why one may say so. `known` is false without any word."""

    tie: Tie
    says: str
    contact: Contact
    now: datetime
    known: bool = True
    lasting: bool = False

    @property
    def why(self) -> str:
        """The reason with the record behind it; made when looked at, for there are thousands."""
        return f"{self.says} {_record(self.contact, self.now)}" if self.known else self.says


@dataclass(frozen=True, slots=True)
class _Seen:
    contact: Contact
    silent: int
    age: int


def bond(contact: Contact, now: datetime) -> Bond:
    """How near this person is to the user on that day."""
    if contact.last is None or contact.first is None:
        says = "Known by name; no word between you is on record."
        return Bond(Tie.WEAK, says, contact, now, known=False)
    seen = _Seen(
        contact,
        silent=(now - contact.last) // timedelta(days=1),
        age=(now - contact.first) // timedelta(days=1),
    )
    tie, why = next((tie, why) for tie, rule in RULES if (why := rule(seen)))
    lasting = contact.both_ways and contact.words >= days.LONG_PAST and _span(contact) >= 365
    return Bond(tie, why, contact, now, lasting=lasting)


def _asleep(seen: _Seen) -> str:
    if not seen.contact.both_ways or seen.silent < days.SLEEPS_AFTER:
        return ""
    return f"You wrote to one another once, and it has been quiet for {seen.silent // 365} years."


def _close(seen: _Seen) -> str:
    c = seen.contact
    often = min(c.heard_lately, c.sent_lately) + c.met_lately >= days.OFTEN
    near = seen.silent <= days.STILL_CLOSE
    # A process of six weeks makes many mails and no friend.
    return (
        "You are often in touch, both ways." if often and near and seen.age >= days.TIE_AGE else ""
    )


def _now_and_then(seen: _Seen) -> str:
    c = seen.contact
    if not c.both_ways:
        return ""
    # A talk is more than a mail: one of late is enough to know one another a little.
    if c.lately + 2 * c.met_lately >= days.SEVERAL:
        how = "you have talked" if c.met_lately else "both of you wrote"
        return f"You know each other a little: {how}."
    if c.words >= days.LONG_PAST and _span(c) >= 365:
        return "You have a past together, and hear little of each other now."
    return ""


def _rarely(seen: _Seen) -> str:
    c = seen.contact
    if not c.sent and not c.met:
        return "They wrote; you have not answered."
    if not c.heard and not c.met:
        return "You wrote; no answer is on record."
    return "You hardly know each other."


#: The first that says something holds; the last always does.
RULES: tuple[tuple[Tie, Callable[[_Seen], str]], ...] = (
    (Tie.DORMANT, _asleep),
    (Tie.STRONG, _close),
    (Tie.MODERATELY_WEAK, _now_and_then),
    (Tie.WEAK, _rarely),
)


def _span(c: Contact) -> int:
    """Days from the first word to the last."""
    assert c.first is not None and c.last is not None
    return (c.last - c.first) // timedelta(days=1)


def _record(c: Contact, now: datetime) -> str:
    """The count behind it: words each way, talks, since when, and the last one."""
    assert c.first is not None and c.last is not None
    talks = f", {c.met} {'talk' if c.met == 1 else 'talks'}" if c.met else ""
    count = f"{c.heard} from them, {c.sent} from you{talks}"
    first, last = days.local(c.first, now), days.local(c.last, now)
    if first == last:
        return f"On record: {count}, on {days.spoken(last, now)}."
    return f"On record: {count}, since {days.spoken(first, now)}, last on {days.spoken(last, now)}."
