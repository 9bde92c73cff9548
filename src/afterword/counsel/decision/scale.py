"""The sums behind a decision, and what every rule asks of them (method 4.1-4.5)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.decision.answers import Answers, bits
from afterword.counsel.decision.factors import FIGHT, FIGHT_WEIGHT, WARM, Factor
from afterword.counsel.once import once
from afterword.terms import Band

FIGHT_FROM = 12.0  # method 4.2, judgement
COVERED = 0.6
KEEP_WARM_FROM = 6.0  # method 4.3
LIGHT_FROM = 0.0
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
#: Bound by name: see `standing.happened`.
MOVE_ON, LIGHT_TOUCH, KEEP_WARM = Band.MOVE_ON, Band.LIGHT_TOUCH, Band.KEEP_WARM

_LEFT_OF_LIGHT = (Band.FIGHT, Band.ASK_FIRST, KEEP_WARM)


class Scale:
    """The answers with their sums, so that every rule reads the same figures.

    Each sum is made when a rule asks for it: where a gate decides, or the seat is taken, the ten
    factors of the fight are not even looked for. The factors that rules read stand beside the
    sums: a supposition changes one of them without copying the forty answers.
    """

    def __init__(self, a: Answers) -> None:
        self.a = a

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
        answers, warm = self.a, 0.0
        for id, weight in _may_warm(answers.may_be_known & _ANY_WARM):
            warm += weight * (getattr(answers, id) or 0.0)
        return round(warm, 6)

    @once
    def F1(self) -> float | None:
        return self.a.F1

    @once
    def F2(self) -> float | None:
        return self.a.F2

    @once
    def F3(self) -> float | None:
        return self.a.F3

    @once
    def F5(self) -> float | None:
        return self.a.F5

    @once
    def F7(self) -> float | None:
        return self.a.F7

    @once
    def F9(self) -> float | None:
        return self.a.F9

    @once
    def W1(self) -> float | None:
        return self.a.W1

    @once
    def W4(self) -> float | None:
        return self.a.W4

    @once
    def W6(self) -> float | None:
        return self.a.W6

    @property
    def can_answer(self) -> bool:
        """Something to answer and something new (method 4.5)."""
        return _plus(self.F3) and (_plus(self.F2) or _plus(self.F7))

    @property
    def could_answer(self) -> bool:
        """Whether the unknowns leave room for something to answer and something new."""
        # a rule (permit, pay, place) is answered only where it is known to have changed
        may_change = _plus(self.F7) if self.F2 == BY_RULE else _may(self.F7)
        return _may(self.F3) and (_may(self.F2) or may_change)

    @property
    def named_doubt_answered(self) -> bool:
        return _plus(self.F2) and _plus(self.F3)

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
            self.F2 is not None
            and self.F2 <= BY_RULE
            and not _plus(self.F7)
            and (self.F1 is None or self.F1 >= 0)
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
        form = self.a.template and not (self.F1 is None and _full(self.F5) and _full(self.W6))
        return bool(self.a.soft_stop or form or self.silent_twice)

    @property
    def waited_for(self) -> bool:
        """Whether nobody has said no, the seat is not known to be gone, and they are still wanted."""
        running = self.a.after_no is False or (self.a.after_no is None and self.a.talked_on)
        return bool(running) and not (self.taken or self.unwanted or self.silent_twice)

    @property
    def agency_answers(self) -> bool:
        """Whether an agency stands between that one can reach, and nobody asked for quiet."""
        reached = self.F5 is not None and self.F5 > 0
        return bool(self.a.agency and reached and not self.a.soft_stop and not self.silent_twice)

    @property
    def taken(self) -> bool:
        """This seat is somebody else's, frozen or gone (4.2, first band)."""
        return self.F1 is not None and self.F1 < 0

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
        if self.F5 is None or self.F5 > NO_LINE:
            return False
        if self.shut_by_rule:
            return True
        met = self.W1 is not None and self.W1 >= MET and not self.silent_twice
        return not (_plus(self.W6) or met)

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
        return self.W4 is not None and self.W4 <= NO

    def supposing(self, factor: Factor, value: float) -> Scale:
        """The same scale had one factor another value; only its share of the sums is counted."""
        id, weight = factor.id, factor.weight
        old = self.a.value(id)
        fight, coverage, best, warm = self.fight, self.coverage, self.best_fight, self.warm
        if id[0] == "W":
            warm = round(warm + weight * (value - (old or 0.0)), 6)
        else:
            fight = round(fight + weight * (value - (old or 0.0)), 6)
            coverage += weight / FIGHT_WEIGHT if old is None else 0.0
            best = round(best + weight * (value - (factor.best if old is None else old)), 6)
        twin = Scale(self.a)
        twin.__dict__.update(
            self.__dict__, fight=fight, coverage=coverage, best_fight=best, warm=warm
        )
        if id in RULED:
            twin.__dict__[id] = value
        return twin

    def warmth(self) -> Band:
        """What the relationship is worth, whatever becomes of this seat (method 4.3)."""
        if self.unwanted or self.warm < LIGHT_FROM or self.nobody_there:
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


@lru_cache(maxsize=256)
def _may_warm(known: int) -> tuple[tuple[str, int], ...]:
    """The factors of the tie, and their weights, of which something may be known."""
    return tuple((f.id, f.weight) for f in WARM if known & bits(f.id))


def _plus(value: float | None) -> bool:
    return value is not None and value > 0


def _full(value: float | None) -> bool:
    return value is not None and value >= 1


def _may(value: float | None) -> bool:
    return value is None or value > 0
