"""The advice after a verdict or before one: a band with everything needed to check it."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.factors import FACTORS, GATE
from afterword.counsel.decision.headlines import because, headline
from afterword.counsel.decision.questions import question_of, words_of
from afterword.counsel.decision.reasons import figure, reasons
from afterword.counsel.decision.rules import (
    BY_GATE,
    Rule,
    band_for,
    rule_for,
    still_open,
    worth_asking,
)
from afterword.counsel.decision.scale import Scale
from afterword.counsel.decision.steps import ASKED_OF, Step, step_for
from afterword.counsel.once import once
from afterword.terms import Advice, Band, NextStep

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
        "A few kind notes that lead nowhere, and were kind all the same.",
        "A next seat there that comes up without your name being thought of.",
    ),
    Band.LIGHT_TOUCH: (
        "A tie that could have been closer.",
        "Notes that are felt as pressure.",
    ),
    Band.MOVE_ON: (
        "A door that might open again is not watched; a word of theirs opens it all the same.",
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

FALLBACK_BY_RULE = {
    "money": "If they write or ring again, do not answer.",  # of a fraud nothing is left
    "review": "No answer in time: what may be filed is filed all the same, before its last day.",
    "offered": "No answer in three business days: ring once, kindly; nothing is agreed till then.",
    "two_offers": "No answer in time: decide on what you have on paper, and tell them.",
    "called_back": "No answer in three business days: ring once; after that the next word is theirs.",
    "agency": "No answer in three business days: ring once more, then leave it.",
}
#: Where the question was one's own to answer.
NOT_FOUND = "Nothing to be found: write nothing on a guess, and keep the tie as it is."


def _fallback(band: Band, asked: str) -> str:
    own = band is Band.ASK_FIRST and asked and asked not in ASKED_OF
    return NOT_FOUND if own else FALLBACK[band]


#: Bands of which a change to WAIT is no news: one cannot wait for what is over.
_ABOUT_THE_TIE = (Band.KEEP_WARM, Band.LIGHT_TOUCH, Band.MOVE_ON)


class Deliberation:
    """A decision as far as it has been looked at: the band at once, everything else when asked.

    A plan of a hundred thousand cases needs the band and the question; the reasons of one case
    are built when its page is opened.
    """

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._scale = Scale(answers)
        self._rule, self.band = rule_for(self._scale, worth_asking(answers.may_be_known))

    @property
    def why(self) -> str:
        return because(self._rule.id, self._rule.why, self.band, self.answers)

    @property
    def gates(self) -> tuple[str, ...]:
        return self._scale.gates()

    @property
    def in_confidence(self) -> bool:
        """G9, said or seen."""
        return self._scale.in_confidence

    @once
    def question_factor(self) -> str:
        """The factor worth asking next; "" when no answer to one could change the band."""
        return question_of(self._scale, self.band, self._rule)

    @property
    def next_question(self) -> str:
        return words_of(self.question_factor, self._rule.id, self.answers)

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
        answers, band, scale, rule = self.answers, self.band, self._scale, self._rule
        asked = self.question_factor
        return Advice(
            band=band,
            fight_score=figure(scale.fight),
            fight_coverage=round(scale.coverage, 2),
            warm_score=figure(scale.warm),
            pro=reasons(answers, rule.id, band, good=True),
            con=reasons(answers, rule.id, band, good=False),
            unknown=tuple(
                f.id
                for f in FACTORS.values()
                if answers.value(f.id) is None and not (f.id == "F2" and answers.reason_named)
            ),
            next_question=self.next_question,
            question_factor=self.question_factor,
            next_step=self.next_step,
            would_change=_changes(scale, band, rule),
            gates=self.gates,
            why=self.why,
            cost_if_wrong=COSTS[band],
            play=self._step.play,
            fallback=FALLBACK_BY_RULE.get(rule.id) or _fallback(band, asked),
            headline=headline(rule.id, band, answers, asked, asked in ASKED_OF),
        )


def decide(answers: Answers) -> Advice:
    """What this case asks for, and why: one band, its reasons, what is unknown, the next step.

    Method 4.1-4.3 as amended by 4.5. Unknown counts 0 and is listed; no percentage is given
    because nobody has published how often a no is reversed.
    """
    return Deliberation(answers).advice


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


#: Rules that no single answer about the seat or the tie would change; only a gate may be lifted.
_FIXED = BY_GATE | {"forbidden", "shut", "other", "early", "by_their_form", "twice", "rescinded"}


def _changes(scale: Scale, band: Band, spoke: Rule) -> tuple[str, ...]:
    """Sentences saying which single change would lead to another band, unknowns first."""
    elsewhere = {} if spoke.id in _FIXED else _elsewhere(scale, spoke)
    found: list[tuple[bool, int, int, str]] = []
    for factor in FACTORS.values():
        known = scale.a.value(factor.id)
        for value, clause in ((factor.best, factor.good), (factor.worst, factor.bad)):
            other = elsewhere.get((factor.id, value), band)
            if other is band or (other is Band.WAIT and band in _ABOUT_THE_TIE):
                continue
            if other is Band.WAIT and band is Band.ASK_FIRST:
                continue  # that one would have to wait is nothing to write a letter for
            says = f"If {clause}: {SPOKEN[other]}."
            found.append((known is not None, -factor.weight, factor.rank, says))
    lifted = []
    for gate in scale.gates():
        other = band_for(scale.a.given(gate, False))
        if GATE[gate].lifts and other is not band and spoke.id not in ("care", "money", "untruth"):
            lifted.append(f"{GATE[gate].lifts}: {SPOKEN[other]}.")
    return tuple([*lifted, *(says for *_, says in sorted(found))][:MOST_CHANGES])
