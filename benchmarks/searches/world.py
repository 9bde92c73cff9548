"""One invented search: its days go by, the world acts, the user acts, the watch sees both."""

from __future__ import annotations

import heapq
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from afterword.terms import (
    Answer,
    Basis,
    CaseFile,
    Deed,
    Direction,
    Hand,
    Happening,
    MailKind,
    Part,
    Person,
    Remark,
    Story,
    Warmth,
)
from searches.people import BINDS, Firm, Human, firm, react
from searches.places import PLACES
from searches.script import Event, Script
from searches.watch import Heard, Sent, Watch, Who, is_workday

YEAR = 365
STORY = Story("story", "The depot", "It lost money", "Moved it", "It earns", numbers=("12 %",))
#: What the user answers once the news is open: name, chance, values.
SAYS: tuple[tuple[str, float, tuple[Any, ...]], ...] = (
    ("F1", 0.3, (1.0, 0.4, -0.8)),
    ("F3", 0.3, (1.0, 0.5, -1.0)),
    ("F9", 0.6, (1.0, 1.0, 0.5, -1.0)),
    ("F10", 0.3, (0.5, -1.0)),
    ("F7", 0.2, (1.0, -0.3)),
    ("W4", 0.6, (1.0, 1.0, 1.0, -1.0)),
    ("W5", 0.4, (1.0, -1.0)),
    ("W7", 0.3, (1.0, -1.0)),
    ("W8", 0.4, (0.5, -1.0)),
    ("G2", 0.05, (True,)),
    ("G4", 0.04, (True,)),
    ("G6", 0.08, (True,)),
    ("soft_stop", 0.05, (True,)),
    ("fixed_rules", 0.03, (True,)),
    ("confidential_trigger", 0.03, (True,)),
)


#: And what one says who holds a proof and knows that nobody has accepted yet.
FIGHTS = {"F1": 1.0, "F2": 1.0, "F3": 1.0, "F7": 1.0, "F9": 1.0, "F10": 0.5, "W4": 1.0}


@dataclass(slots=True)
class Case:
    """A case as the simulated casebook holds it."""

    id: str
    firm: Firm
    people: list[Human]
    happened: list[Happening] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    file: CaseFile | None = None
    begun: bool = False
    talk_over: date | None = None


class World:
    """A search of a year, drawn from one seed; `policy` is how its user goes about it."""

    def __init__(self, seed: int, policy: Callable[[World, datetime], None]) -> None:
        rng = random.Random(seed)
        self.seed, self.policy, self.rng = seed, policy, rng
        self.me = rng.choices([p for p, _ in PLACES], [n for _, n in PLACES])[0]
        self.first = date(2025, 1, 1) + timedelta(days=rng.randint(0, 900))
        self.last = self.first + timedelta(days=YEAR)
        self.watch = Watch(self.me.zone)
        self.events: list[tuple[datetime, int, Case | None, Event]] = []
        self.serial = 0
        self.now = datetime.combine(self.first, time(0), tzinfo=UTC)
        self.dice: dict[str, random.Random] = {}
        self.cases: list[Case] = []
        self.hired = False
        self.sent: Counter[str] = Counter()
        self.replies: Counter[str] = Counter()
        self.complaints: Counter[str] = Counter()
        self._draw(rng)

    def _draw(self, rng: random.Random) -> None:
        firms = [firm(rng, f"f{n}") for n in range(rng.randint(2, 4))]
        for n in range(rng.randint(2, 4)):
            house = rng.choice(firms)
            case = Case(f"c{n}", house, list(house.people))
            self.cases.append(case)
            code = house.place.code
            self.watch.begin(case.id, house.id, code, government=house.sector == "government")
            start = self.first + timedelta(days=rng.randint(0, 110))
            for event in Script(rng, house, start, self.last).write():
                self.push(event.at, case, event.what, **event.given)

    # ── the days ────────────────────────────────────────────────────────────

    def live(self) -> int:
        """Let the year go by; the answer is how many days passed with the user looking."""
        looked = 0
        habit = self.rng.choice((6, 8, 9, 13, 19, 22))
        for n in range(YEAR):
            day = self.first + timedelta(days=n)
            hour = habit if self.rng.random() < 0.8 else self.rng.randint(5, 23)
            look = datetime.combine(day, time(hour, self.rng.randint(0, 59)), tzinfo=self.me.zone)
            self._until(look)
            looked += 1
            self.now = look
            self.policy(self, look)
        return looked

    def _until(self, moment: datetime) -> None:
        while self.events and self.events[0][0] <= moment:
            at, _, case, event = heapq.heappop(self.events)
            self.now = at.astimezone(self.me.zone)
            getattr(self, f"_{event.what}")(case, at, **event.given)

    def push(self, at: datetime, case: Case | None, what: str, **given: Any) -> None:
        self.serial += 1
        heapq.heappush(self.events, (at, self.serial, case, Event(at, what, given)))

    # ── the casebook, as the desk hands it to counsel ───────────────────────

    def file(self, case: Case) -> CaseFile:
        """The case in frozen values, built as `casebook.files` builds it."""
        if case.file is None:
            case.file = CaseFile(
                id=case.id,
                company=case.firm.id,
                role="a role",
                country=case.firm.place.code,
                sector=case.firm.sector,
                happenings=tuple(case.happened),
                people=tuple(_person(one) for one in case.people),
                remarks=tuple(case.remarks),
                stories=(STORY,),
                answers=dict(case.answers),
                elsewhere=self._elsewhere(case),
            )
        return case.file

    def _elsewhere(self, case: Case) -> tuple[Happening, ...]:
        known = {one.id for one in case.people}
        found = []
        for other in self.cases:
            if other is case:
                continue
            same = other.firm is case.firm
            parts = {one.id: one.part for one in other.people}
            for h in other.happened:
                mine = h.who in known
                if (
                    (h.kind is Deed.LETTER and (same or mine))
                    or (mine and isinstance(h.kind, MailKind) and h.direction is Direction.IN)
                    or (same and h.stop and parts.get(h.who) in BINDS)
                ):
                    found.append(h)
        return tuple(sorted(found, key=lambda h: (h.at, h.id)))

    def take(self, case: Case, at: datetime, kind: MailKind | Deed, **more: Any) -> Happening:
        """One more thing in the casebook."""
        self.serial += 1
        made = Happening(id=f"{self.serial:06}", at=at, kind=kind, **more)
        case.happened.append(made)
        for one in self.cases:
            one.file = None
        return made

    def who(self, human: Human | None) -> Who | None:
        if human is None:
            return None
        place = human.place
        return Who(human.id, human.firm.id, place.code, place.zone, human.part in BINDS)

    # ── what the user does ──────────────────────────────────────────────────

    def send(
        self, case: Case, human: Human | None, letter: str, at: datetime, *, cause: bool
    ) -> None:
        """A letter leaves; the watch sees it, the casebook keeps it, somebody may answer."""
        self.watch.see(Sent(at, case.id, case.firm.id, letter, self.who(human)))
        self.sent[letter] += 1
        known = letter if letter != "monthly" else "keep_in_touch"
        kind = Deed.CALL if letter == "call" else Deed.LETTER
        self.take(case, at, kind, direction=Direction.OUT, who=human.id if human else "",
                  detail="" if kind is Deed.CALL else known)  # fmt: skip
        if human is None or letter.startswith("reference"):
            return
        place = human.place
        free = not is_workday(at.astimezone(place.zone).date(), place.code)
        came = react(self._dice(human), human, letter, at, cause=cause, free_day=free)
        if came.complaint:
            self.complaints[letter] += 1
            self.push(at + timedelta(hours=3), case, "asks_to_stop", who=human)
        elif came.answers_after is not None:
            self.push(at + came.answers_after, case, "reply", who=human, to=letter)

    def answer(self, case: Case, name: str, value: Any, at: datetime) -> None:
        case.answers[name] = Answer(value, at)
        case.file = None
        if name in ("G1", "G2", "G6"):
            self.watch.gate(case.id, name, bool(value))
        if name == "soft_stop":
            self.watch.process[case.id].soft_stop = bool(value)

    def _dice(self, human: Human) -> random.Random:
        return self.dice.setdefault(human.id, random.Random(f"{self.seed}/{human.id}"))

    # ── what the world does ─────────────────────────────────────────────────

    def _hear(self, case: Case, h: Happening, *, sealed: bool = False) -> None:
        word = Heard(h.at, case.id, case.firm.id, str(h.kind), h.who, h.promised)
        self.watch.hear(word, sealed=sealed)

    def _apply(self, case: Case, at: datetime) -> None:
        case.begun = True
        self.take(case, at, Deed.APPLICATION, direction=Direction.OUT)

    def _mail(self, case: Case, at: datetime, *, who: Human | None, **given: Any) -> None:
        if self.hired or (who is not None and who.stopped):
            return
        self._hear(case, self.take(case, at, who=who.id if who else "", **given))

    def _talk(self, case: Case, at: datetime, *, who: Human, stage: Any, promised: Any) -> None:
        if self.hired or who.stopped:
            return
        who.met = True
        self._hear(case, self.take(case, at, Deed.INTERVIEW, who=who.id, stage=stage,
                                   detail=str(stage), promised=promised))  # fmt: skip

    def _remark(self, case: Case, at: datetime, *, remark: Remark) -> None:
        case.remarks.append(remark)
        case.file = None

    def _verdict(self, case: Case, at: datetime, *, kind: MailKind, who: Human | None,
                 machine: bool, reasons: Any, invitation: bool, opened_after: int,
                 answers: float, by_phone: bool) -> None:  # fmt: skip
        sealed = not by_phone
        made = self.take(case, at, kind, who=who.id if who else "", reasons=reasons,
                         hand=Hand.TEMPLATE if machine else Hand.PERSONAL,
                         reply_possible=not machine, invitation=invitation and not machine,
                         sealed=sealed, opened=None if sealed else at)  # fmt: skip
        self._hear(case, made, sealed=sealed)
        after = at + timedelta(hours=opened_after)
        self.push(after, case, "open", id=made.id)
        if answers < 0.7:
            self.push(after + timedelta(hours=int(answers * 60)), case, "say", dice=answers)

    def _open(self, case: Case, at: datetime, *, id: str) -> None:
        for n, h in enumerate(case.happened):
            if h.id == id:
                opened = h.opened or at
                case.happened[n] = replace(h, sealed=False, opened=opened)
                self.watch.open(case.id, opened)
        case.file = None

    def _say(self, case: Case, at: datetime, *, dice: float) -> None:
        rng = random.Random(f"{self.seed}/{case.id}/{dice}")
        if rng.random() < 0.2:
            for name, value in FIGHTS.items():
                self.answer(case, name, value, at)
        for name, chance, values in SAYS:
            if rng.random() < chance:
                self.answer(case, name, rng.choice(values), at)

    def _decide_offer(self, case: Case, at: datetime, *, take: bool, by_letter: bool) -> None:
        if self.hired:
            return
        if take:
            self.hired = True
            self.take(case, at, Deed.OFFER_ACCEPTED, direction=Direction.OUT)
            for other in self.cases:
                if other is not case and other.begun:
                    self.answer(other, "G3", True, at)
        elif by_letter:
            self.answer(case, "G3", True, at)
        else:
            self.take(case, at, Deed.OFFER_DECLINED, direction=Direction.OUT)

    def _signal(self, case: Case, at: datetime, *, name: str, said: bool) -> None:
        self.take(case, at, Deed.SIGNAL, detail=name,
                  basis=Basis.SAID if said else Basis.INFERRED)  # fmt: skip
        if name in ("reopened", "winner_left"):
            self.watch.trigger(case.id, at)
        if name == "person_moved":
            self._moves_firm(case)

    def _moves_firm(self, case: Case) -> None:
        """Somebody takes another place, perhaps where the user has a case too; a stop goes along."""
        who = case.people[1]
        houses = [one for one in self.cases if one.firm is not who.firm]
        if houses:
            new = houses[0].firm
            who.firm = new
            for one in self.cases:
                if one.firm is new and who not in one.people:
                    one.people.append(who)
                one.file = None

    def _asks_to_stop(self, case: Case, at: datetime, *, who: Human) -> None:
        if who.stopped is None:
            who.stopped = at
        self.watch.hear(Heard(at, case.id, case.firm.id, "other_job", who.id))
        self.watch.stop(self.who(who) or _nobody(), at)
        self.take(case, at, MailKind.OTHER_JOB, who=who.id, stop=True, detail="Please stop")

    def _reply(self, case: Case, at: datetime, *, who: Human, to: str) -> None:
        if who.stopped:
            return
        who.replies += 1
        self.replies[to] += 1
        rng = self._dice(who)
        kind, promised = MailKind.OTHER_JOB, None
        if to in ("status_nudge", "final_nudge"):
            kind = MailKind.STATUS_UPDATE
            if rng.random() < 0.5:
                promised = at.astimezone(who.place.zone).date() + timedelta(rng.randint(3, 20))
        elif to == "reopen_letter":
            kind = MailKind.REOPENED if rng.random() < 0.3 else MailKind.REJECTION
        opened = at if kind is MailKind.REJECTION else None
        self._hear(case, self.take(case, at, kind, who=who.id, promised=promised, opened=opened))
        if opened is not None:
            self.watch.open(case.id, at)


def _person(one: Human) -> Person:
    return Person(
        id=one.id,
        name=one.id,
        email=one.email,
        part=Part(one.part),
        country=one.place.code,
        warmth=Warmth.STOP if one.stopped else Warmth.NEUTRAL,
    )


def _nobody() -> Who:
    raise AssertionError("somebody asked")
