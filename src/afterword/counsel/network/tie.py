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

#: A talk weighs as much as so many mails each way.
A_TALK = 2
#: Days from the first private word on: shorter, and it was one errand.
PRIVATE_AGE = 30


@dataclass(frozen=True, slots=True)
class Contact:
    """What passed between the user and one person by a day: counts and dates.

    `heard` and `sent` are words of theirs and of the user's, in all and of late
    (the last 365 days); a talk counts once in `met` and goes both ways.
    `unanswered` counts the user's own letters and noted words since their last one;
    `own_in` and `own_out` are words of late outside any process.
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
    own_in: int = 0
    own_out: int = 0

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
        recorded = self.known and self.contact.last is not None
        return f"{self.says} {_record(self.contact, self.now)}" if recorded else self.says


@dataclass(frozen=True, slots=True)
class _Seen:
    contact: Contact
    silent: int
    age: int


def bond(contact: Contact, now: datetime, close: str = "") -> Bond:
    """How near this person is to the user on that day.

    `close` is why they are near whatever the mailbox shows: who vouches, or saw the user at
    work for years, is no stranger because they seldom write. Three years of silence still sleep.
    """
    if contact.last is None or contact.first is None:
        if close:
            return Bond(Tie.STRONG, f"{close} No word between you is on record.", contact, now)
        says = "Known by name; no word between you is on record."
        return Bond(Tie.WEAK, says, contact, now, known=False)
    seen = _Seen(
        contact,
        silent=(now - contact.last) // timedelta(days=1),
        age=(now - contact.first) // timedelta(days=1),
    )
    tie, why = next((tie, why) for tie, rule in RULES if (why := rule(seen)))
    if close:
        asleep = tie is Tie.DORMANT
        tie, why = (tie, f"{close} {why}") if asleep else (Tie.STRONG, close)
    lasting = contact.both_ways and contact.words >= days.LONG_PAST and _span(contact) >= 365
    return Bond(tie, why, contact, now, lasting=lasting)


def _asleep(seen: _Seen) -> str:
    if not seen.contact.both_ways or seen.silent < days.SLEEPS_AFTER:
        return ""
    return f"You wrote to one another once, and it has been quiet for {seen.silent // 365} years."


def _close(seen: _Seen) -> str:
    c = seen.contact
    if seen.silent > days.STILL_CLOSE:
        return ""
    # Words outside any process are written because the two like to.
    if min(c.own_in, c.own_out) >= days.SEVERAL and seen.age >= PRIVATE_AGE:
        return "You write to one another privately, both ways."
    often = min(c.heard_lately, c.sent_lately) + A_TALK * c.met_lately >= days.OFTEN
    # A process of six weeks makes many mails and no friend.
    return "You are often in touch, both ways." if often and seen.age >= days.TIE_AGE else ""


def _now_and_then(seen: _Seen) -> str:
    c = seen.contact
    if not c.both_ways:
        return ""
    # A talk is more than a mail: one is enough to know one another a little.
    if c.met:
        return "You have talked." if c.met == 1 else f"You have talked {c.met} times."
    if c.lately >= days.SEVERAL:
        return "You have written to one another; no talk is on record."
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
