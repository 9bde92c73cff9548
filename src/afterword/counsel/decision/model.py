"""The advice after a verdict or before one: a band with everything needed to check it."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.factors import FACTORS, FIGHT, GATE, WARM, Factor
from afterword.counsel.decision.rules import BY_GATE, Rule, band_for, rule_for, still_open
from afterword.counsel.decision.scale import Scale
from afterword.counsel.decision.steps import Step, step_for
from afterword.counsel.once import once
from afterword.terms import Advice, Band, Basis, NextStep, Weighed

MOST_REASONS = 3
MOST_CHANGES = 5

#: How a band reads in the middle of a sentence.
SPOKEN = {
    Band.FIGHT: "ask them, once, to look again",
    Band.ASK_FIRST: "ask one question first",
    Band.KEEP_WARM: "keep the tie warm",
    Band.LIGHT_TOUCH: "a light touch",
    Band.MOVE_ON: "move on",
    Band.WAIT: "wait",
}

#: What it costs if the advice is wrong: followed though it should not be; not followed.
COSTS = {
    Band.FIGHT: (
        "One more letter they did not want; kept to one, it rarely spoils a good impression.",
        "A chance that closes when somebody accepts.",
    ),
    Band.ASK_FIRST: (
        "One short question too many.",
        "A letter that argues against the wrong reason.",
    ),
    Band.KEEP_WARM: (
        "A few kind notes that come to nothing.",
        "You are forgotten when the next seat opens.",
    ),
    Band.LIGHT_TOUCH: (
        "A tie that could have been closer.",
        "Notes that are felt as pressure.",
    ),
    Band.MOVE_ON: (
        "A door that might have opened again stays unwatched.",
        "Time and heart spent here that the next target needs.",
    ),
    Band.WAIT: (
        "A few days in which nothing is said.",
        "A word at the wrong moment that weakens a good one later.",
    ),
}

FALLBACK = {
    Band.FIGHT: "No answer in five business days, or any no: stop there and keep the tie warm.",
    Band.ASK_FIRST: "No answer: do not ask again. Thank them, and keep the tie as it is.",
    Band.KEEP_WARM: "Two notes without an answer: let it sleep.",
    Band.LIGHT_TOUCH: "Nothing comes back: let it rest.",
    Band.MOVE_ON: "If they write on their own, it is looked at afresh.",
    Band.WAIT: "When the time has passed, it is looked at again.",
}

_ABOUT_THE_SEAT = (Band.FIGHT, Band.ASK_FIRST, Band.WAIT)


class Deliberation:
    """A decision as far as it has been looked at: the band at once, everything else when asked.

    A plan of a hundred thousand cases needs the band and the question; the reasons of one case
    are built when its page is opened.
    """

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._scale = Scale(answers)
        self._rule, self.band = rule_for(self._scale)

    @property
    def why(self) -> str:
        return self._rule.why

    @once
    def gates(self) -> tuple[str, ...]:
        return self._scale.gates()

    @once
    def question_factor(self) -> str:
        """The factor worth asking next; "" when no answer to one could change the band."""
        return _question(self._scale, self.band, self._rule)

    @property
    def next_question(self) -> str:
        return FACTORS[self.question_factor].question if self.question_factor else ""

    @once
    def _step(self) -> Step:
        return step_for(
            self._rule.id, self.band, self.answers, self.question_factor, self.next_question
        )

    @property
    def next_step(self) -> NextStep:
        return self._step.plain()

    @once
    def advice(self) -> Advice:
        """The whole advice, with its reasons."""
        answers, band, scale = self.answers, self.band, self._scale
        return Advice(
            band=band,
            fight_score=_figure(scale.fight),
            fight_coverage=round(scale.coverage, 2),
            warm_score=_figure(scale.warm),
            pro=_reasons(answers, band, good=True),
            con=_reasons(answers, band, good=False),
            unknown=tuple(f.id for f in FACTORS.values() if answers.value(f.id) is None),
            next_question=self.next_question,
            question_factor=self.question_factor,
            next_step=self.next_step,
            would_change=_changes(scale, band, _elsewhere(scale, self._rule)),
            gates=self.gates,
            why=self.why,
            cost_if_wrong=COSTS[band],
            play=self._step.play,
            fallback=FALLBACK[band],
        )


def decide(answers: Answers) -> Advice:
    """What this case asks for, and why: one band, its reasons, what is unknown, the next step.

    Method 4.1-4.3 as amended by 4.5. Unknown counts 0 and is listed; no percentage is given
    because nobody has published how often a no is reversed.
    """
    return Deliberation(answers).advice


def weighed(answers: Answers, factor: Factor) -> Weighed:
    """One factor as it counted, with the sentence and the words behind it."""
    value = answers.value(factor.id)
    ground = answers.ground(factor.id)
    if value is None:
        clause = f"not known: {factor.unknown}"
    elif value > 0:
        clause = factor.good
    elif value < 0:
        clause = factor.bad
    else:
        clause = f"neither way: {factor.asks}"
    said = Basis.SAID if value is not None else Basis.GUESSED
    return Weighed(
        factor=factor.id,
        value=value,
        points=_figure(factor.weight * (value or 0.0)),
        says=ground.says if ground and ground.says else _sentence(clause),
        quote=ground.quote if ground else "",
        basis=ground.basis if ground else said,
    )


def _figure(points: float) -> float:
    """Points to one decimal, never "-0.0"."""
    return round(points, 1) + 0.0


def _sentence(clause: str) -> str:
    return f"{clause[0].upper()}{clause[1:]}" + ("" if clause.endswith((".", "?")) else ".")


def _reasons(answers: Answers, band: Band, *, good: bool) -> tuple[Weighed, ...]:
    """The three heaviest reasons of one side; a band about the tie also shows why not the seat."""
    about_seat = band in _ABOUT_THE_SEAT
    looked_at = FIGHT if about_seat else (WARM if good else (*WARM, *FIGHT))
    counted = (weighed(answers, f) for f in looked_at)
    side = [w for w in counted if (w.points > 0 if good else w.points < 0)]
    side.sort(key=lambda w: (-abs(w.points), w.factor))
    return tuple(side[:MOST_REASONS])


#: What is asked first, should its answer change anything: the heaviest, then the cheapest.
BY_WEIGHT = tuple(sorted(FACTORS.values(), key=lambda f: (-f.weight, f.rank)))
#: The band each factor would lead to at its best and at its worst, where it is not there already.
Elsewhere = Mapping[tuple[str, float], Band]


def _elsewhere(scale: Scale, spoke: Rule) -> Elsewhere:
    rules = still_open(scale, spoke)
    return {
        (factor.id, value): rule_for(scale.supposing(factor, value), rules)[1]
        for factor in FACTORS.values()
        for value in (factor.best, factor.worst)
        if scale.a.value(factor.id) != value
    }


def _question(scale: Scale, band: Band, spoke: Rule) -> str:
    """The factor worth asking next: heaviest whose answer would change the band, then cheapest.

    Empty when nothing can change it: then one stops asking (method 4.3).
    """
    if spoke.id in ("unpaid", "agency", "came_back"):
        return ""  # the step itself is the question
    unknown = [f for f in BY_WEIGHT if scale.a.value(f.id) is None]
    if spoke.id not in BY_GATE:
        rules = still_open(scale, spoke)
        for factor in unknown:
            if _turns(scale, factor, band, rules):
                return factor.id
    if band is Band.ASK_FIRST:
        # two answers are missing at once: the heaviest is asked first
        return next((f.id for f in unknown if f.id[0] == "F"), "")
    return ""


def _turns(scale: Scale, factor: Factor, band: Band, rules: tuple[Rule, ...]) -> bool:
    """Whether an answer could lead elsewhere; learning that one must wait is not worth a letter."""
    for value in (factor.best, factor.worst):
        other = rule_for(scale.supposing(factor, value), rules)[1]
        if other is not band and (band is Band.ASK_FIRST or other is not Band.WAIT):
            return True
    return False


def _changes(scale: Scale, band: Band, elsewhere: Elsewhere) -> tuple[str, ...]:
    """Sentences saying which single change would lead to another band, unknowns first."""
    found: list[tuple[bool, int, int, str]] = []
    for factor in FACTORS.values():
        known = scale.a.value(factor.id)
        for value, clause in ((factor.best, factor.good), (factor.worst, factor.bad)):
            other = elsewhere.get((factor.id, value), band)
            if other is not band:
                says = f"If {clause}: {SPOKEN[other]}."
                found.append((known is not None, -factor.weight, factor.rank, says))
    lifted = []
    for gate in scale.gates():
        other = band_for(scale.a.given(gate, False))
        if GATE[gate].lifts and other is not band:
            lifted.append(f"{GATE[gate].lifts}: {SPOKEN[other]}.")
    return tuple([*lifted, *(says for *_, says in sorted(found))][:MOST_CHANGES])
