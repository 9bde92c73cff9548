"""What may never happen, seen from outside: written from the contract and the method alone.

The watch is told what the world did (who wrote, what was promised, who asked for quiet, when an
envelope was opened) and sees every letter leave. It imports nothing of the program: its calendar is
the `holidays` library, its clock the real zone of the person, its rules are those of contract.md
(rulings 1-6) and method.md 3, 3.1, 3.2 and 6. What it notes is a breach, with the rule's source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

NUDGES = ("status_nudge", "final_nudge")
TOUCHES = ("keep_in_touch", "congratulation", "trigger_note")
RECEIPTS = ("acknowledgement", "application_viewed")
STEPS = (
    "interview_invitation",
    "interview_logistics",
    "assessment",
    "action_needed",
    "reference_check",
    "offer",
    "reopened",
    "interview",
)
NOES = ("rejection", "position_filled", "cancelled")
#: What is sent once, and since when "once" is counted: a talk, a verdict, the whole case.
ONCE = {
    "influence_letter": "talk",
    "proof_offer": "case",
    "second_influence": "case",
    "grace_note": "verdict",
    "advice_request": "verdict",
    "call_request": "verdict",
    "offer_decline": "case",
    "withdrawal": "case",
}
#: Letters to the user's own people, not to the firm.
OWN_PEOPLE = ("reference_request", "reference_brief", "reference_thanks")
PERSON_DAYS, FIRM_DAYS = 21, 14
PAUSE = timedelta(hours=12)
SLOW = ("DE", "AT", "CH")


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in the world, as they are: where they live and whose word binds the firm."""

    id: str
    firm: str
    code: str
    zone: ZoneInfo
    binds_firm: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter or a call that left, at a moment."""

    at: datetime
    case: str
    firm: str
    letter: str
    who: Who | None


@dataclass(frozen=True, slots=True)
class Heard:
    """Something of theirs that reached the user; `who` is empty for a machine."""

    at: datetime
    case: str
    firm: str
    kind: str
    who: str = ""
    promised: date | None = None


@dataclass(slots=True)
class Process:
    """What the watch remembers of one case."""

    firm: str
    code: str
    slow: bool
    word: datetime | None = None
    heard: datetime | None = None
    promised: date | None = None
    nudges: list[datetime] = field(default_factory=list)
    talk: datetime | None = None
    verdict: datetime | None = None
    opened: datetime | None = None
    sealed: bool = False
    news: datetime | None = None
    wrote: datetime | None = None
    reopens: list[datetime] = field(default_factory=list)
    once: dict[str, list[datetime]] = field(default_factory=dict)
    thanked: dict[str, datetime] = field(default_factory=dict)
    gates: set[str] = field(default_factory=set)
    soft_stop: bool = False


@dataclass(frozen=True, slots=True)
class Breach:
    rule: str
    at: datetime
    case: str
    says: str


class Watch:
    """One search under observation. `zone` is the user's: the days of a wait are their days."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.breaches: list[Breach] = []
        self.checked: Counter[str] = Counter()
        self.process: dict[str, Process] = {}
        self.stops: dict[str, datetime] = {}
        self.firm_stops: dict[str, datetime] = {}
        self.unsolicited: dict[str, list[datetime]] = {}
        self.firm_unsolicited: dict[str, list[datetime]] = {}
        self.unanswered: Counter[str] = Counter()
        self.touches = 0

    # ── what the world tells ────────────────────────────────────────────────

    def begin(self, case: str, firm: str, code: str, *, government: bool = False) -> None:
        slow = code.partition("-")[0] in SLOW or government
        self.process[case] = Process(firm, code, slow)

    def hear(self, word: Heard, *, sealed: bool = False) -> None:
        seen = self.process[word.case]
        seen.heard = word.at
        if word.kind in RECEIPTS:
            return
        seen.word, seen.nudges = word.at, []
        if word.promised is not None:
            seen.promised = word.promised
        elif word.kind in STEPS or (seen.promised and self._day(word.at) > seen.promised):
            seen.promised = None
        if word.who:
            self.unanswered[word.who] = 0
        if word.kind == "interview":
            seen.talk = word.at
        if word.kind in NOES:
            seen.verdict, seen.opened, seen.sealed = word.at, None, sealed
        if word.kind == "reopened":
            seen.news = word.at

    def open(self, case: str, at: datetime) -> None:
        seen = self.process[case]
        seen.opened, seen.sealed = at, False

    def stop(self, who: Who, at: datetime) -> None:
        self.stops.setdefault(who.id, at)
        if who.binds_firm:
            self.firm_stops.setdefault(who.firm, at)

    def trigger(self, case: str, at: datetime) -> None:
        """The seat became new again: re-posted, the winner left."""
        self.process[case].news = at

    def gate(self, case: str, gate: str, held: bool) -> None:
        gates = self.process[case].gates
        (gates.add if held else gates.discard)(gate)

    # ── every touch ─────────────────────────────────────────────────────────

    def see(self, sent: Sent) -> None:
        """Hold every rule against a letter that leaves, then remember it."""
        if sent.letter in OWN_PEOPLE:
            return
        self.touches += 1
        for name, rule in RULES.items():
            says = rule(self, sent)
            self.checked[name] += 1
            if says:
                self.breaches.append(Breach(name, sent.at, sent.case, says))
        self._remember(sent)

    def open_thread(self, sent: Sent) -> bool:
        """Whether they wrote in this case and the user has not answered, within three weeks."""
        seen = self.process[sent.case]
        if seen.word is None or (seen.wrote is not None and seen.wrote >= seen.word):
            return False
        return workdays(self._day(seen.word), self._day(sent.at), seen.code) <= 15

    def is_unsolicited(self, sent: Sent) -> bool:
        return sent.letter in TOUCHES and not self.open_thread(sent)

    def _remember(self, sent: Sent) -> None:
        seen = self.process[sent.case]
        who = sent.who.id if sent.who else ""
        if self.is_unsolicited(sent):
            self.unsolicited.setdefault(who, []).append(sent.at)
            self.firm_unsolicited.setdefault(sent.firm, []).append(sent.at)
        if sent.letter in TOUCHES and who:
            self.unanswered[who] += 1
        if sent.letter in NUDGES:
            seen.nudges.append(sent.at)
        if sent.letter == "reopen_letter":
            seen.reopens.append(sent.at)
        if sent.letter == "thank_you":
            seen.thanked[who] = sent.at
        seen.once.setdefault(sent.letter, []).append(sent.at)
        seen.wrote = sent.at

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()


# ── the rules ───────────────────────────────────────────────────────────────


def _stopped(w: Watch, s: Sent) -> str:
    """Method 3.1, L10: after a stop even one more is wrong; the recruiter's stop binds the firm."""
    if s.who is not None and s.who.id in w.stops:
        return f"{s.who.id} asked for no more contact"
    return f"{s.firm} asked for no more contact" if s.firm in w.firm_stops else ""


def _desk_day(w: Watch, s: Sent) -> str:
    """Method 3.2: never on a weekend or a holiday of the recipient, by the recipient's clock."""
    code = s.who.code if s.who else w.process[s.case].code
    zone = s.who.zone if s.who else w.zone
    day = s.at.astimezone(zone).date()
    return "" if is_workday(day, code) else f"{day} is no business day in {code or 'the week'}"


def _two_nudges(w: Watch, s: Sent) -> str:
    """P08, P09, E29: two questions without an answer are enough."""
    count = len(w.process[s.case].nudges)
    return f"{count} nudges had no answer" if s.letter in NUDGES and count >= 2 else ""


def _fair_day(w: Watch, s: Sent) -> str:
    """Ruling 2: promised date + 2 bd, else 7 bd (15 in DE, AT, CH, government); then 7 or 10 bd."""
    seen = w.process[s.case]
    if s.letter not in NUDGES or seen.word is None:
        return ""
    today = w._day(s.at)
    if seen.nudges:
        need, start = (7 if seen.promised else 10), w._day(seen.nudges[-1])
    elif seen.promised:
        need, start = 2, seen.promised
    else:
        need, start = (15 if seen.slow else 7), w._day(seen.word)
    gone = workdays(start, today, seen.code)
    return "" if gone >= need else f"only {gone} business days since {start}, {need} are fair"


def _person_cap(w: Watch, s: Sent) -> str:
    """Ruling 3: one unsolicited touch a person in 21 days."""
    last = w.unsolicited.get(s.who.id if s.who else "", [])
    return _too_near(w, s, last, PERSON_DAYS) if w.is_unsolicited(s) and s.who else ""


def _firm_cap(w: Watch, s: Sent) -> str:
    """Ruling 3: one unsolicited touch a firm in 14 days."""
    last = w.firm_unsolicited.get(s.firm, [])
    return _too_near(w, s, last, FIRM_DAYS) if w.is_unsolicited(s) else ""


def _too_near(w: Watch, s: Sent, last: list[datetime], cap: int) -> str:
    gone = (w._day(s.at) - w._day(last[-1])).days if last else cap
    return "" if gone >= cap else f"{gone} days after the last, {cap} are kept"


def _dormant(w: Watch, s: Sent) -> str:
    """P15: two words in a row without an answer, and it sleeps."""
    if s.letter not in TOUCHES or s.who is None or w.open_thread(s):
        return ""
    n = w.unanswered[s.who.id]
    return f"{n} words in a row had no answer" if n >= 2 else ""


def _one_reopen(w: Watch, s: Sent) -> str:
    """P14, G5: one attempt; a second only after something new happened there."""
    seen = w.process[s.case]
    if s.letter != "reopen_letter" or not seen.reopens:
        return ""
    return "" if seen.news and seen.news > seen.reopens[-1] else "a second attempt, nothing new"


def _twelve_hours(w: Watch, s: Sent) -> str:
    """Ruling 6: nothing leaves in the twelve hours after a no was opened, nor while it lies closed."""
    seen = w.process[s.case]
    if seen.sealed:
        return "a verdict lies unopened"
    if seen.opened is not None and s.at - seen.opened < PAUSE:
        return f"{s.at - seen.opened} after opening the no"
    return ""


def _gates(w: Watch, s: Sent) -> str:
    """Ruling 4: nothing is drafted under G1, G2 and G6."""
    held = w.process[s.case].gates & {"G1", "G2", "G6"}
    return f"under {', '.join(sorted(held))}" if held else ""


def _once(w: Watch, s: Sent) -> str:
    """P05-P07, P11-P13, P21: one of a kind for a round, a verdict, a case."""
    span = ONCE.get(s.letter)
    if span is None:
        return ""
    seen = w.process[s.case]
    since = {"talk": seen.talk, "verdict": seen.verdict, "case": None}[span]
    if s.letter == "call_request" and seen.news and (since is None or seen.news > since):
        since = seen.news
    sent = [at for at in seen.once.get(s.letter, []) if since is None or at >= since]
    return f"a second {s.letter} for one {span}" if sent else ""


def _one_thanks(w: Watch, s: Sent) -> str:
    """P04: one note for each person and talk."""
    seen = w.process[s.case]
    if s.letter != "thank_you" or s.who is None or s.who.id not in seen.thanked:
        return ""
    again = seen.talk is not None and seen.talk > seen.thanked[s.who.id]
    return "" if again else f"{s.who.id} was thanked before, no talk since"


def _quiet(w: Watch, s: Sent) -> str:
    """Method 3.1, soft stop ("we will reach out if …"): no more nudges, passive watching only.

    Once they have reached out, with word that it is open again, that word may be answered.
    """
    seen = w.process[s.case]
    if not seen.soft_stop or s.letter not in (*NUDGES, *TOUCHES):
        return ""
    reached_out = seen.news is not None and seen.news == seen.word and w.open_thread(s)
    return "" if reached_out and s.letter in TOUCHES else "they asked for quiet"


RULES: dict[str, Callable[[Watch, Sent], str]] = {
    "stop": _stopped,
    "business day": _desk_day,
    "two nudges": _two_nudges,
    "fair day": _fair_day,
    "person in 21 days": _person_cap,
    "firm in 14 days": _firm_cap,
    "dormant": _dormant,
    "one reopen letter": _one_reopen,
    "twelve hours": _twelve_hours,
    "gates": _gates,
    "once": _once,
    "one thanks": _one_thanks,
    "soft stop": _quiet,
}


# ── the watch's own calendar ────────────────────────────────────────────────


@lru_cache(maxsize=4096)
def _off(code: str, year: int) -> tuple[frozenset[int], frozenset[date]]:
    if not code:
        return frozenset({5, 6}), frozenset()
    country, _, region = code.partition("-")
    known = holidays.country_holidays(country, subdiv=region or None, years=[year])
    return frozenset(known.weekend), frozenset(known.keys())


def is_workday(day: date, code: str) -> bool:
    weekend, off = _off(code, day.year)
    return day.weekday() not in weekend and day not in off


def workdays(a: date, b: date, code: str) -> int:
    """Business days after `a`, up to and including `b`, counted one by one."""
    step, count = a, 0
    while step < b:
        step += timedelta(days=1)
        count += is_workday(step, code)
        if count > 60:
            break
    return count
