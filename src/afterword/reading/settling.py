"""What a mail is: the rules where they are sure of a system's mail, else the model that hears them.

Rules know templates and the ways of systems; the model knows how people write, and is told
what the rules say of this very mail, so that either may win and agreement makes sure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from afterword.reading import senders
from afterword.reading.hearing import Heard
from afterword.reading.kind import Verdict
from afterword.reading.model import Facts, Opinion
from afterword.reading.sentences import Span
from afterword.terms import Certainty, MailKind

K = MailKind
#: The model's door, or what stands in for it.
Ask = Callable[[Sequence[str], Facts], Opinion]

#: The share from which an answer is strong; a lower one does where strong rules agree; then fair.
#: Chosen on seasons and labelled mail that the model had not seen: see benchmarks/reading.md.
STRONG, SECONDED, FAIR = 0.985, 0.5, 0.6
#: A strong rule gives way only to an answer of this share.
HELD = 0.8
#: A no needs this share, and more where no rule hears one; most where people are talking, for
#: doubts are voiced there. In doubt another kind is named (contract: low is never a rejection).
NO, UNHEARD_NO, NO_IN_TALK = 0.5, 0.6, 0.85
#: What it takes to think a mail is about a job when no word of hiring and no thread says so.
UNHEARD_OF = 0.5
#: The user is made to step back only by a rule, or by so much in a thread.
STEPPED_BACK = 0.9
#: What the user's own mail can be.
_OWN = frozenset({K.WITHDRAWN, K.INTERVIEW_LOGISTICS, K.OTHER_JOB, K.NOT_JOB})


@dataclass(frozen=True, slots=True)
class Settled:
    """The kind and certainty after both were heard; `moved` is the clause that moved the model."""

    kind: MailKind
    certainty: Certainty
    moved: Span | None = None


def settle(heard: Heard, ask: Ask, *, kin: bool = False) -> Settled:
    """What the mail is and how sure that is; `kin` says that it answers mail of a known process."""
    verdict, facts = heard.verdict, heard.facts()
    plain = Settled(verdict.kind, verdict.certainty)
    if kin and plain.kind is K.NOT_JOB:
        plain = Settled(K.OTHER_JOB, Certainty.LOW)
    spans = heard.clauses()
    clauses = [heard.text[span.start : span.end] for span in spans]
    if heard.foreign or not any(clause.strip() for clause in clauses):
        return plain
    if not kin and _is_nobodys(heard, facts):
        return plain if verdict.kind is K.JOB_ALERT else Settled(K.NOT_JOB, Certainty.FAIR)
    if not kin and _needs_no_asking(verdict, facts):
        return plain
    opinion = ask(clauses, facts)
    possible = _possible(heard, facts, opinion, kin=kin)
    kind, share = _likeliest(opinion, possible)
    if kind is K.REJECTION and share < _needed_for_a_no(verdict, facts):
        kind, share = _likeliest(opinion, possible - {K.REJECTION})
        share = min(share, FAIR - 0.01)  # what is left is a guess
    if kind is not K.NOT_JOB and share < UNHEARD_OF and not kin and _unheard_of(verdict, facts):
        return Settled(K.NOT_JOB, Certainty.LOW)
    sure = verdict.certainty is Certainty.STRONG and verdict.kind is not K.NOT_JOB
    if sure and kind is not verdict.kind and share < HELD and not heard.outgoing:
        return Settled(verdict.kind, Certainty.FAIR)
    moved = None if kind is K.NOT_JOB else spans[opinion.clause_index]
    certainty = _certainty(kind, share, verdict)
    if heard.outgoing and certainty is Certainty.STRONG and kind is not verdict.kind:
        certainty = Certainty.FAIR  # of the user's own mail the hands wrote little
    return Settled(kind, certainty, moved)


def _is_nobodys(heard: Heard, facts: Facts) -> bool:
    """Mail of a discussion list: people talk there of every world, and to nobody in particular."""
    return senders.is_list(heard.mail) and not facts.system and not heard.outgoing


def _needs_no_asking(verdict: Verdict, facts: Facts) -> bool:
    """What many get and no word of hiring stands in, and what systems send in words of their own."""
    if facts.bulk and not facts.system and verdict.kind is K.NOT_JOB:
        return verdict.scene.hiring_words == 0
    system = facts.system or facts.automatic or facts.no_reply or facts.bulk
    return system and verdict.certainty is Certainty.STRONG and verdict.kind in _SYSTEMS


#: Kinds that systems send in words of their own, which rules know by heart.
_SYSTEMS = frozenset({K.JOB_ALERT, K.APPLICATION_VIEWED, K.ACKNOWLEDGEMENT, K.ASSESSMENT})


def _unheard_of(verdict: Verdict, facts: Facts) -> bool:
    """Whether no word of hiring and no thread speaks of a case: a friend's mail tells of jobs too."""
    thread = facts.answers or facts.quotes_a_job or facts.system
    return not thread and verdict.scene.hiring_words == 0


def _possible(heard: Heard, facts: Facts, opinion: Opinion, *, kin: bool) -> frozenset[MailKind]:
    """The kinds that this mail can be at all."""
    kinds = _OWN if heard.outgoing else frozenset(MailKind)
    if kin:
        kinds -= {K.NOT_JOB}
    if heard.outgoing and heard.verdict.kind is not K.WITHDRAWN:
        _, share = _likeliest(opinion, kinds)
        if share < STEPPED_BACK or not facts.answers:
            kinds -= {K.WITHDRAWN}
    return kinds


def _likeliest(opinion: Opinion, possible: frozenset[MailKind]) -> tuple[MailKind, float]:
    """The likeliest of the kinds that this mail can be, and its share among them."""
    shares = {kind: opinion.share(kind) for kind in MailKind if kind in possible}
    total = sum(shares.values()) or 1.0
    kind = max(shares, key=lambda kind: shares[kind])
    return kind, shares[kind] / total


def _needed_for_a_no(verdict: Verdict, facts: Facts) -> float:
    """The share a no needs: the less the rules hear one, and the livelier the talk, the more."""
    if verdict.scores.get(K.REJECTION, 0.0) > 0.0:
        return NO
    return NO_IN_TALK if facts.answers or facts.quotes_a_job else UNHEARD_NO


def _certainty(kind: MailKind, share: float, verdict: Verdict) -> Certainty:
    agreed = kind is verdict.kind and verdict.certainty is Certainty.STRONG
    if share >= STRONG or (agreed and share >= SECONDED):
        return Certainty.STRONG
    return Certainty.FAIR if share >= FAIR else Certainty.LOW
