"""What would happen in a case by itself: invitations, talks, dates kept and broken, a verdict, silence.

Drawn ahead from one seed, so that two policies meet the same world.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from afterword.terms import (
    Direction,
    Hand,
    MailKind,
    ReasonSeen,
    Remark,
    RemarkKind,
    Stage,
)
from searches.people import Firm, Human

ROUNDS = (
    Stage.RECRUITER_SCREEN,
    Stage.HIRING_MANAGER_INTERVIEW,
    Stage.PANEL_ONSITE,
    Stage.FINAL_EXECUTIVE,
)
REASONS = ("R02", "R03", "R04", "R06", "R09", "R11", "R12", "R13", "R15", "R18")
SIGNALS = (
    "growing",
    "thawing",
    "sibling_role",
    "reopened",
    "person_moved",
    "news",
    "anniversary",
    "winner_left",
    "shrinking",
)


@dataclass(slots=True)
class Event:
    """One thing that the world does: `what` names the verb of `world.World`, `given` its details."""

    at: datetime
    what: str
    given: dict[str, Any] = field(default_factory=dict)


class Script:
    """The events of one case, as they would come without the user writing to anybody."""

    def __init__(self, rng: random.Random, firm: Firm, start: date, horizon: date) -> None:
        self.rng, self.firm, self.day, self.horizon = rng, firm, start, horizon
        self.events: list[Event] = []
        self.recruiter = firm.people[0]
        self.manager = firm.people[1]
        self.met: list[Human] = []

    def write(self) -> list[Event]:
        rng = self.rng
        self._add("apply", hour=12)
        if rng.random() < 0.8:
            self._mail(MailKind.ACKNOWLEDGEMENT, None, machine=True)
        shape = rng.random()
        if shape < 0.22:
            self._later(8, 40)
            self._verdict(MailKind.REJECTION, machine=True)
        elif shape > 0.36:
            self._rounds()
        return self.events

    # ── the rounds ──────────────────────────────────────────────────────────

    def _rounds(self) -> None:
        rng = self.rng
        rounds = rng.choices((1, 2, 3, 4), (25, 30, 25, 20))[0]
        for n in range(rounds):
            self._later(3, 14)
            inviter = self.recruiter if rng.random() < 0.8 else self.manager
            self._mail(MailKind.INTERVIEW_INVITATION, inviter)
            self._later(3, 9)
            who = self.recruiter if n == 0 else rng.choice(self.firm.people[1:])
            promised = self.day + timedelta(days=rng.randint(4, 14)) if rng.random() < 0.4 else None
            self._talk(who, ROUNDS[n], promised)
            for _ in range(rng.choice((0, 0, 1, 1, 2))):
                self._remark(who, n)
            if promised is not None:
                self._keep_or_break(promised)
            if rng.random() < 0.12:
                return  # they simply stop answering
        self._later(2, 25)
        self._end()

    def _keep_or_break(self, promised: date) -> None:
        """A promised date is kept, broken in silence, or moved once and twice."""
        rng = self.rng
        fate = rng.random()
        if fate < 0.45:
            self.day = max(self.day, promised - timedelta(days=rng.randint(0, 2)))
        elif fate < 0.75:
            self.day = promised + timedelta(days=rng.randint(3, 20))
        else:
            for _ in range(rng.randint(1, 2)):
                self.day = promised + timedelta(days=rng.randint(-1, 2))
                promised = self.day + timedelta(days=rng.randint(5, 14))
                self._mail(MailKind.STATUS_UPDATE, self.recruiter, promised=promised)

    def _end(self) -> None:
        rng = self.rng
        fate = rng.random()
        if fate < 0.10:
            self._mail(MailKind.REFERENCE_CHECK, self.recruiter)
            self._later(3, 10)
            fate = rng.random()
        if fate < 0.50:
            self._verdict(MailKind.REJECTION, machine=rng.random() < 0.45)
        elif fate < 0.60:
            self._verdict(MailKind.POSITION_FILLED, machine=rng.random() < 0.4)
        elif fate < 0.65:
            self._verdict(MailKind.CANCELLED)
        elif fate < 0.78:
            self._freeze()
        elif fate < 0.90:
            self._mail(MailKind.OFFER, self.recruiter)
            self._later(1, 8)
            self._add("decide_offer", take=rng.random() < 0.4, by_letter=rng.random() < 0.6)
            if rng.random() < 0.05:
                self._later(1, 6)
                self._mail(MailKind.OFFER_RESCINDED, self.recruiter)
        else:
            return
        self._afterwards()

    def _freeze(self) -> None:
        rng = self.rng
        back = self.day + timedelta(days=rng.randint(20, 120)) if rng.random() < 0.4 else None
        self._mail(MailKind.ON_HOLD, self.recruiter, promised=back)
        if rng.random() < 0.4:
            self._later(30, 150)
            if rng.random() < 0.5:
                self._mail(MailKind.REOPENED, self.recruiter)
            else:
                self._verdict(MailKind.CANCELLED)

    def _afterwards(self) -> None:
        """Signals over the months that follow, and now and then their own word."""
        rng = self.rng
        for _ in range(rng.choices((0, 1, 2, 4), (25, 25, 25, 25))[0]):
            self._later(3, 70)
            self._add("signal", name=rng.choice(SIGNALS), said=rng.random() < 0.3)
        if rng.random() < 0.06:
            self._later(5, 60)
            self._mail(MailKind.REOPENED, rng.choice(self.firm.people))
            if rng.random() < 0.6:
                self._later(2, 10)
                self._mail(MailKind.INTERVIEW_INVITATION, self.recruiter)
                self._later(3, 8)
                self._talk(self.manager, Stage.FINAL_EXECUTIVE, None)
                self._later(4, 20)
                self._verdict(MailKind.REJECTION)
        if rng.random() < 0.07:
            self._later(1, 90)
            self._add("asks_to_stop", who=rng.choice(self.firm.people))

    def _verdict(self, kind: MailKind, *, machine: bool = False) -> None:
        rng = self.rng
        who = None if machine else rng.choice((self.recruiter, self.manager))
        reasons = tuple(
            ReasonSeen(code=code, quote="as they wrote it")
            for code in rng.sample(REASONS, k=rng.choices((0, 1, 2), (40, 45, 15))[0])
        )
        self._add("verdict", kind=kind, who=who, machine=machine, reasons=reasons,
                  invitation=rng.random() < 0.2, opened_after=rng.choice((0, 1, 5, 20, 50)),
                  answers=rng.random(), by_phone=rng.random() < 0.05)  # fmt: skip

    # ── one line a thing ────────────────────────────────────────────────────

    def _mail(
        self,
        kind: MailKind,
        who: Human | None,
        *,
        machine: bool = False,
        promised: date | None = None,
    ) -> None:
        self._add(
            "mail",
            kind=kind,
            who=who,
            hand=Hand.TEMPLATE if machine else Hand.PERSONAL,
            reply_possible=not machine,
            promised=promised,
            direction=Direction.IN,
        )

    def _talk(self, who: Human, stage: Stage, promised: date | None) -> None:
        self._add("talk", who=who, stage=stage, promised=promised)

    def _remark(self, who: Human, n: int) -> None:
        kind = self.rng.choice(
            (RemarkKind.DOUBT, RemarkKind.TOPIC, RemarkKind.TOPIC, RemarkKind.PROMISE,
             RemarkKind.PRAISE, RemarkKind.RIVAL, RemarkKind.CHALLENGE)
        )  # fmt: skip
        answered = "story" if self.rng.random() < 0.6 else ""
        remark = Remark(f"{self.firm.id}-{n}-{len(self.events)}", kind, "their words", by=who.id,
                        at=self.day, answered_by=answered)  # fmt: skip
        self._add("remark", remark=remark)

    def _later(self, least: int, most: int) -> None:
        self.day += timedelta(days=self.rng.randint(least, most))

    def _add(self, what: str, hour: int | None = None, **given: Any) -> None:
        if self.day > self.horizon:
            return
        zone = self.firm.place.zone
        clock = time(hour if hour is not None else self.rng.randint(7, 19), self.rng.randint(0, 59))
        at = datetime.combine(self.day, clock, tzinfo=zone).astimezone(UTC)
        self.events.append(Event(at, what, given))
