"""The sums behind a decision, and what every rule asks of them (method 4.1-4.5)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.decision.answers import Answers, bits
from afterword.counsel.decision.factors import FACTORS, FIGHT, FIGHT_WEIGHT, WARM, Factor
from afterword.counsel.once import once
from afterword.terms import Band

FIGHT_FROM = 12.0  # method 4.2, judgement
COVERED = 0.6
KEEP_WARM_FROM = 6.0  # method 4.3
LIGHT_FROM = 0.0
MARGIN = 0.001  # more than rounding to six places can move a sum
CERTAINLY_OPEN = 0.4  # F1 above this: nobody else holds an offer
ESCAPE = -0.5  # F9, method 4.5
NO = -0.5  # W4: anything this low is a no
NO_LINE = -0.5  # F5: this low, nobody is left to write to
MET = 0.5  # W1: from here on somebody of theirs knows you in person
BY_RULE = -1.0  # F2: permit, licence, pay ceiling or place

#: The factors that a rule reads by themselves; the rest counts in the sums alone.
RULED = frozenset({"F1", "F2", "F3", "F5", "F7", "F9", "W1", "W4", "W6"})
_FIGHT = tuple((f.id, f.weight, f.best) for f in FIGHT)
_ANY_WARM = bits(*(f.id for f in WARM))
_BUT_RAPPORT, _RAPPORT = _ANY_WARM & ~bits("W6"), FACTORS["W6"].weight
#: Bound by name: see `standing.happened`.
MOVE_ON, LIGHT_TOUCH, KEEP_WARM = Band.MOVE_ON, Band.LIGHT_TOUCH, Band.KEEP_WARM

_LEFT_OF_LIGHT = (Band.FIGHT, Band.ASK_FIRST, KEEP_WARM)


class _Supposed:
    """The answers had one factor another value."""

    def __init__(self, a: Answers, factor: str, value: float) -> None:
        self._a = a
        setattr(self, factor, value)

    def __getattr__(self, factor: str) -> float | None:
        return self._a.value(factor)


class Scale:
    """The answers with their sums, so that every rule reads the same figures.

    Each sum is made when a rule asks for it: where a gate decides, or the seat is taken, the ten
    factors of the fight are not even looked for. The factors that rules read are read through
    `factors`: a supposition changes one of them there without copying the forty answers.
    """

    def __init__(self, a: Answers) -> None:
        self.a = a
        self.factors: Answers | _Supposed = a
        self._weighed = False

    @once
    def _seat(self) -> tuple[float, float, float]:
        """Fight points, the share of weight that is known, the best case."""
        known, fight, best = 0, 0.0, 0.0
        for id, weight, hoped in _FIGHT:
            value = getattr(self.a, id)
            if value is None:
                best += weight * hoped
            else:
                known += weight
                fight += weight * value
                best += weight * value
        return round(fight, 6), known / FIGHT_WEIGHT, round(best, 6)

    @once
    def fight(self) -> float:
        return self._seat[0]

    @once
    def coverage(self) -> float:
        return self._seat[1]

    @once
    def best_fight(self) -> float:
        return self._seat[2]

    @once
    def warm(self) -> float:
        """Warm points."""
        self._weighed = True
        return round(self.a.points(_may_warm(self.a.may_be_known & _ANY_WARM)), 6)

    @property
    def cold(self) -> bool:
        """Whether the tie is worth less than a light touch.

        For W6 every mail of theirs is read again; where it could not make up for the rest, it is
        not looked for.
        """
        if not self._weighed:
            rest = self.a.points(_may_warm(self.a.may_be_known & _BUT_RAPPORT))
            if rest + _RAPPORT < LIGHT_FROM - MARGIN:
                return True
        return self.warm < LIGHT_FROM

    @property
    def can_answer(self) -> bool:
        """Something to answer and something new (method 4.5)."""
        return _plus(self.factors.F3) and (_plus(self.factors.F2) or _plus(self.factors.F7))

    @property
    def could_answer(self) -> bool:
        """Whether the unknowns leave room for something to answer and something new."""
        # a rule (permit, pay, place) is answered only where it is known to have changed
        may_change = _plus(self.factors.F7) if self.factors.F2 == BY_RULE else _may(self.factors.F7)
        return _may(self.factors.F3) and (_may(self.factors.F2) or may_change)

    @property
    def named_doubt_answered(self) -> bool:
        return _plus(self.factors.F2) and _plus(self.factors.F3)

    @property
    def shut_by_rule(self) -> bool:
        """G7, said outright, or seen in a reason that is a rule (visa, licence) and stands."""
        if self.a.G7 is not None:
            return self.a.G7
        return bool(self.a.fixed_rules) or self.barred_by_reason

    @property
    def barred_by_reason(self) -> bool:
        """A permit, licence, pay ceiling or place that stands; a frozen seat is another matter."""
        return (
            self.factors.F2 is not None
            and self.factors.F2 <= BY_RULE
            and not _plus(self.factors.F7)
            and (self.factors.F1 is None or self.factors.F1 >= 0)
        )

    @property
    def clock_runs(self) -> bool:
        """G8, said outright, or seen in a promised date that has not passed by 2 bd."""
        promised, today = self.a.promised_date, self.a.today
        over = promised is not None and today is not None and promised < today
        if self.a.G8 or (self.a.G8 is False and not over):
            return bool(self.a.G8)
        # "their day is over" is said on the morning after; the two business days run all the same
        return promised is not None and (today is None or today < free_from(self.a))

    @property
    def in_confidence(self) -> bool:
        return bool(self.a.confidential_trigger) if self.a.G9 is None else self.a.G9

    @property
    def told_enough(self) -> bool:
        """They wrote in a way that asks for quiet: soft stop, template, two unanswered.

        A form alone does not say how it stands where somebody who decides answers the user, got
        on with them, and has said nothing yet.
        """
        form = self.a.template and not (
            self.factors.F1 is None and _full(self.factors.F5) and _full(self.factors.W6)
        )
        return bool(self.a.soft_stop or form or self.silent_twice)

    @property
    def waited_for(self) -> bool:
        """Whether nobody has said no, the seat is not known to be gone, and they are still wanted."""
        running = self.a.after_no is False or (self.a.after_no is None and self.a.talked_on)
        return bool(running) and not (self.taken or self.unwanted or self.silent_twice)

    @property
    def agency_answers(self) -> bool:
        """Whether an agency stands between that one can reach, and nobody asked for quiet."""
        reached = self.factors.F5 is not None and self.factors.F5 > 0
        return bool(self.a.agency and reached and not self.a.soft_stop and not self.silent_twice)

    @property
    def taken(self) -> bool:
        """This seat is somebody else's, frozen or gone (4.2, first band)."""
        return self.factors.F1 is not None and self.factors.F1 < 0

    @property
    def unsayable(self) -> bool:
        """G6, said outright, or seen in what may not be written."""
        return bool(self.a.G6) or self.a.claim is not None

    @property
    def silent_twice(self) -> bool:
        return (self.a.unanswered or 0) >= days.DORMANT_AFTER

    @property
    def nobody_there(self) -> bool:
        """Nobody is left whom a word could reach, or may reach: then nothing is sent.

        Their mail takes no replies and nobody there got on with the user; who met them in the
        late rounds can still be written to by name, unless two messages went unanswered.
        """
        if self.a.no_contact:
            return True
        if self.factors.F5 is None or self.factors.F5 > NO_LINE:
            return False
        if self.shut_by_rule:
            return True
        met = self.factors.W1 is not None and self.factors.W1 >= MET and not self.silent_twice
        return not (_plus(self.factors.W6) or met)

    @property
    def too_early(self) -> bool:
        """A talk or a message of the user's is so fresh that silence means nothing (P09)."""
        if self.a.promised_date is not None:
            return False
        if self.a.talked_on is not None and self.a.today is not None:
            return self.a.today < fair_from(self.a)
        return self.a.unanswered == 1 and self.a.after_no is None

    @property
    def unwanted(self) -> bool:
        return self.factors.W4 is not None and self.factors.W4 <= NO

    def supposing(self, factor: Factor, value: float) -> Scale:
        """The same scale had one factor another value."""
        return _Supposition(self, factor, value)

    def warmth(self) -> Band:
        """What the relationship is worth, whatever becomes of this seat (method 4.3)."""
        if self.unwanted or self.cold or self.nobody_there:
            return MOVE_ON
        if self.warm < KEEP_WARM_FROM or self.a.small_firm:
            return LIGHT_TOUCH
        return KEEP_WARM

    def at_most_light(self) -> Band:
        band = self.warmth()
        return LIGHT_TOUCH if band in _LEFT_OF_LIGHT else band

    def gates(self) -> tuple[str, ...]:
        """The gates that hold, in order, whether said or seen."""
        seen = {
            "G6": self.unsayable,
            "G7": self.shut_by_rule,
            "G8": self.clock_runs,
            "G9": self.in_confidence,
        }
        return tuple(
            gate
            for gate in ("G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9")
            if seen.get(gate, self.a.gate(gate))
        )


class _Supposition(Scale):
    """A scale had one factor another value; of each sum only its share is counted anew."""

    def __init__(self, scale: Scale, factor: Factor, value: float) -> None:
        super().__init__(scale.a)
        self._scale, self._factor, self._value = scale, factor, value
        self._weighed = True
        if factor.id in RULED:
            self.factors = _Supposed(scale.a, factor.id, value)

    @property
    def _old(self) -> float | None:
        return self.a.value(self._factor.id)

    @once
    def fight(self) -> float:
        if self._factor.id[0] == "W":
            return self._scale.fight
        more = self._factor.weight * (self._value - (self._old or 0.0))
        return round(self._scale.fight + more, 6)

    @once
    def coverage(self) -> float:
        if self._factor.id[0] == "W" or self._old is not None:
            return self._scale.coverage
        return self._scale.coverage + self._factor.weight / FIGHT_WEIGHT

    @once
    def best_fight(self) -> float:
        if self._factor.id[0] == "W":
            return self._scale.best_fight
        old = self._factor.best if self._old is None else self._old
        return round(self._scale.best_fight + self._factor.weight * (self._value - old), 6)

    @once
    def warm(self) -> float:
        if self._factor.id[0] != "W":
            return self._scale.warm
        more = self._factor.weight * (self._value - (self._old or 0.0))
        return round(self._scale.warm + more, 6)


def free_from(a: Answers) -> date:
    """The first day after a promised date on which silence means anything."""
    assert a.promised_date is not None
    return workdays.add(a.promised_date, days.GRACE_AFTER_PROMISE, a.country)


def fair_from(a: Answers) -> date:
    """The first day on which a question is fair where no date was named (contract ruling 2)."""
    assert a.talked_on is not None
    slow = a.country in days.SLOW_COUNTRIES
    return workdays.add(a.talked_on, days.FIRST_NUDGE_SLOW if slow else days.FIRST_NUDGE, a.country)


def refused(a: Answers) -> bool:
    """Whether a no is known, or may be taken to have come; where they came back it is over."""
    if a.after_no is not None:
        return a.after_no
    if a.template:
        return False  # a form that somebody there has spoken against is no no yet
    if a.F1 is not None and a.F1 > CERTAINLY_OPEN:
        return False
    return not (a.they_came_back or a.invitation)


@lru_cache(maxsize=512)
def _may_warm(known: int) -> tuple[tuple[str, int], ...]:
    """The factors of the tie, and their weights, of which something may be known."""
    return tuple((f.id, f.weight) for f in WARM if known & bits(f.id))


def _plus(value: float | None) -> bool:
    return value is not None and value > 0


def _full(value: float | None) -> bool:
    return value is not None and value >= 1


def _may(value: float | None) -> bool:
    return value is None or value > 0
