"""Where rules alone do not settle what a mail is: the model is heard and both are weighed.

Rules know templates and the ways of systems; the model knows how people write. A rule's
word is added to the model's log-odds, so that either may win and agreement makes sure.

Not heard yet: `reader.py` does not call this. On the blind part it took the kinds that are
right from 94 to 198 of 296, but on the demo season it also called ten harmless mails a no,
and it cost 80 ms a mail. It comes in when it does neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from afterword.reading import senders
from afterword.reading.kind import Verdict
from afterword.reading.model import Facts, Opinion, clauses_of, judge
from afterword.reading.sentences import Span
from afterword.terms import Certainty, Mail, MailKind

K = MailKind

#: What a rule's weight, and the rules' own choice, add to the model's log-odds.
RULE = 1.2
CHOICE = {Certainty.STRONG: 4.0, Certainty.FAIR: 1.0, Certainty.LOW: 0.3}
#: More than this of one kind's rules adds nothing.
_ENOUGH = 2.0
#: What it takes to think a mail is about a job when no word of hiring stands in it.
UNHEARD_OF = 2.0
#: Strong is what both together give this share and the model by itself that one, or what
#: the rules are sure of and the model does not rule out; then fair.
STRONG, AGREED, SECONDED, FAIR = 0.985, 0.85, 0.1, 0.6
#: Rules of this weight together need no second: several have spoken.
SEVERAL = 1.2
#: A no needs this share; in doubt another kind is named (contract: low is never a rejection).
NO = 0.5
#: A no that no rule hears needs this one: on hands unseen 47 of 49 such were right, 83 of 104
#: at `NO`. Below it the mail is asked about instead.
UNHEARD_NO = 0.85
_LEAST = 1e-6
#: A longer mail that opens a thread without a word of hiring is about something else.
_SHORT = 150
#: What the user's own mail can be.
_OWN = frozenset({K.WITHDRAWN, K.INTERVIEW_LOGISTICS, K.OTHER_JOB, K.NOT_JOB})


@dataclass(frozen=True, slots=True)
class Settled:
    """The kind and certainty after both were heard; `moved` is the clause that moved the model."""

    kind: MailKind
    certainty: Certainty
    moved: Span | None = None


def settle(mail: Mail, verdict: Verdict, text: str, body: str, facts: Facts) -> Settled:
    """What the mail is, by the rules where they are sure of a system's mail, else by both."""
    plain = Settled(verdict.kind, verdict.certainty)
    if not _worth_asking(mail, verdict, facts):
        return plain
    spans = clauses_of(text, body)
    clauses = [text[span.start : span.end] for span in spans]
    if not any(clause.strip() for clause in clauses):
        return plain
    opinion = judge(clauses, facts)
    shares = _weighed(verdict, opinion, facts)
    kind = max(shares, key=lambda kind: shares[kind])
    if kind is K.REJECTION and verdict.scores.get(kind, 0.0) <= 0.0 and shares[kind] < UNHEARD_NO:
        return Settled(verdict.kind, Certainty.LOW)
    if kind is K.REJECTION and shares[kind] < NO:
        kind = max(shares, key=lambda kind: (kind is not K.REJECTION, shares[kind]))
    if _unheard_of(verdict, facts) and shares[kind] < STRONG:
        return plain
    if shares[kind] < FAIR and verdict.kind not in {K.NOT_JOB, K.OTHER_JOB}:
        return Settled(verdict.kind, Certainty.LOW if kind is not verdict.kind else Certainty.FAIR)
    moved = None if kind is K.NOT_JOB else spans[opinion.clause_index]
    return Settled(kind, _certainty(kind, shares[kind], opinion.share(kind), verdict), moved)


def _worth_asking(mail: Mail, verdict: Verdict, facts: Facts) -> bool:
    """Whether the model may know more: not for a system's mail the rules are sure of,
    nor for what belongs to another world or to nobody's search."""
    scene = verdict.scene
    system = facts.system or facts.automatic or facts.no_reply or facts.bulk
    if verdict.certainty is Certainty.STRONG and (system or verdict.kind is K.NOT_JOB):
        return False
    if scene.elsewhere:
        return False
    if scene.hiring or facts.outgoing:
        return scene.job > 0 or facts.answers
    if senders.is_bulk(mail):
        return False
    return scene.job > 0 or facts.answers or facts.quotes_a_job or facts.words * 100 <= _SHORT


def _unheard_of(verdict: Verdict, facts: Facts) -> bool:
    """Whether no rule and no thread speaks of a case: a friend's mail tells of jobs too."""
    if facts.freemail or facts.outgoing:  # nor is the user made to step back lightly
        return verdict.kind in {K.NOT_JOB, K.OTHER_JOB}
    if facts.answers or facts.quotes_a_job:
        return False
    return verdict.kind is K.NOT_JOB and verdict.scene.job == 0.0


def _weighed(verdict: Verdict, opinion: Opinion, facts: Facts) -> dict[MailKind, float]:
    heard = {}
    for kind in _OWN if facts.outgoing else MailKind:
        odds = log(max(opinion.share(kind), _LEAST))
        odds += RULE * max(-_ENOUGH, min(verdict.scores.get(kind, 0.0), _ENOUGH))
        if kind is verdict.kind and kind not in {K.NOT_JOB, K.OTHER_JOB}:
            odds += CHOICE[verdict.certainty]
        if kind is K.NOT_JOB and not verdict.scene.hiring and verdict.scene.job < 1.0:
            odds += 0.0 if facts.answers else UNHEARD_OF
        heard[kind] = odds
    top = max(heard.values())
    raised = {kind: exp(odds - top) for kind, odds in heard.items()}
    total = sum(raised.values())
    return {kind: value / total for kind, value in raised.items()}


def _certainty(kind: MailKind, share: float, alone: float, verdict: Verdict) -> Certainty:
    if share >= STRONG and alone >= AGREED:
        return Certainty.STRONG
    several = verdict.scores.get(kind, 0.0) >= SEVERAL
    seconded = several or alone >= SECONDED
    if kind is verdict.kind and verdict.certainty is Certainty.STRONG and seconded:
        return Certainty.STRONG
    fair = NO if kind is K.REJECTION else FAIR
    if kind is not K.NOT_JOB and verdict.kind is K.NOT_JOB and not verdict.scene.hiring:
        fair = AGREED  # no rule hears of a job here: the model must be surer to be believed
    return Certainty.FAIR if share >= fair else Certainty.LOW
