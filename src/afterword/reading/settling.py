"""What a mail is: the rules where they are sure of a system's mail, else the model that hears them.

Rules know templates and the ways of systems; the model knows how people write, and is told
what the rules say of this very mail, so that either may win and agreement makes sure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from afterword.reading import senders
from afterword.reading.grounds import lacks_ground, ways_of_selling
from afterword.reading.hearing import Heard
from afterword.reading.hearsay import tells_of_their_own
from afterword.reading.kind import Verdict
from afterword.reading.kind.outgoing import withdrawal
from afterword.reading.mistaken import mistaken
from afterword.reading.model import Facts, Opinion
from afterword.reading.sentences import Span
from afterword.reading.view import rule, view
from afterword.terms import VERDICTS, Certainty, MailKind

K = MailKind
#: The model's door, or what stands in for it.
Ask = Callable[[Sequence[str], Facts], Opinion]

#: The share from which an answer is strong; a lower one does where strong rules agree; then fair.
#: Chosen on seasons and labelled mail that the model had not seen: see benchmarks/reading.md.
STRONG, SECONDED, FAIR = 0.99, 0.7, 0.6
#: A plain no that strong rules hear is seldom anything else; a seat filled or given up often is one,
#: to the people who labelled it as well.
SECONDED_AS = {MailKind.REJECTION: 0.4, MailKind.POSITION_FILLED: 0.95, MailKind.CANCELLED: 0.95}
#: A strong rule gives way only to an answer of this share.
HELD = 0.85
#: Of a rule whose kind the model holds for all but impossible (below the first), half a doubt is
#: enough: so held, rules were right in 6 of 134.
IMPOSSIBLE, DOUBTED = 0.05, 0.5
#: Below this the model guesses, and a kind it holds half as likely is taken where rules hear it.
GUESS = 0.4
#: A no needs this share, and more where no rule hears one, for doubts are voiced in talk and noes
#: are told of other things. In doubt another kind is named (contract: low is never a rejection).
NO, UNHEARD_NO = 0.4, 0.7
#: A filled or cancelled post tells the user no as well: where rules hear both, this share is enough.
SAME_NEWS = 0.45
#: So much must rules hear of a no for that: an invitation to look in again is none.
REGRET = 0.3
#: How sure it must be that a mail is about a job at all where no word of hiring and no thread
#: says so: of a whole mailbox most mail is not.
ABOUT_A_JOB = 0.95
#: An alert is strong when rules hear this much of it.
ALERTED = 1.2
#: One that sells in more ways than this may be a shop's: how to be rid of it, press here, what it pays.
SOLD = 3
#: The user is made to step back only by a rule, or by so much in a thread; by more without one.
STEPPED_BACK, STEPPED_BACK_ALONE = 0.8, 0.95
#: In fewer words nobody confirms that the user stepped back: of 70 such mails the shortest has 20.
FEW = 12
#: So much of what is quoted below is the mail that was answered; what lies deeper is older.
_QUOTED = 1200
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
    if heard.foreign and not kin and not facts.system and not verdict.scene.hiring_words:
        return Settled(K.NOT_JOB, Certainty.LOW)
    if heard.foreign or not any(clause.strip() for clause in clauses):
        return plain
    if not kin and _is_nobodys(heard, facts) and verdict.kind is not K.JOB_ALERT:
        return Settled(K.NOT_JOB, Certainty.FAIR)
    if not kin and _needs_no_asking(heard, facts):
        return plain if _loud(verdict, facts) else Settled(plain.kind, Certainty.FAIR)
    opinion = ask(clauses, facts)
    settled = _weighed(heard, facts, opinion, spans, kin=kin)
    if settled.kind is K.REJECTION and not _hears_a_no(verdict):  # the model alone says no
        if _answers_a_withdrawal(heard):
            return Settled(K.WITHDRAWN, Certainty.FAIR, settled.moved)
        told = heard.asserted()
        if 0 < len(told) < len(spans):
            opinion = ask([heard.text[span.start : span.end] for span in told], facts)
            settled = _weighed(heard, facts, opinion, told, kin=kin)
    if settled.kind in VERDICTS and _is_a_friends(heard, facts):
        return Settled(K.OTHER_JOB if kin else K.NOT_JOB, Certainty.LOW)
    asks = not kin and not heard.outgoing and not facts.system
    share = opinion.share(settled.kind)
    instead = mistaken(heard, settled.kind, kin=kin)
    if instead is not None:
        low = Certainty.LOW if instead is K.NOT_JOB else Certainty.FAIR
        return Settled(instead, low, None if instead is K.NOT_JOB else settled.moved)
    if asks and settled.kind is not K.NOT_JOB and lacks_ground(heard, facts, settled.kind, share):
        return Settled(K.NOT_JOB, Certainty.LOW)
    return settled


def _weighed(
    heard: Heard, facts: Facts, opinion: Opinion, spans: Sequence[Span], *, kin: bool
) -> Settled:
    """The rules' word against the model's."""
    verdict = heard.verdict
    possible = _possible(heard, facts, opinion, kin=kin)
    kind, share = _likeliest(opinion, possible)
    # What speaks against its being about a job at all speaks against a no, in a thread as well.
    about = 1.0 if K.NOT_JOB in possible else 1.0 - opinion.share(K.NOT_JOB)
    if kind is K.REJECTION and share * about < (NO if _hears_a_no(verdict) else UNHEARD_NO):
        kind, share = _likeliest(opinion, possible - {K.REJECTION})
        share = min(share, FAIR - 0.01)  # what is left is a guess
    if kind not in (K.NOT_JOB, verdict.kind) and not kin and _unheard_of(heard, facts, opinion):
        return Settled(K.NOT_JOB, Certainty.LOW)
    sure = verdict.certainty is Certainty.STRONG and verdict.kind is not K.NOT_JOB
    needed = _to_outweigh(verdict, kind, opinion)
    if sure and kind is not verdict.kind and share < needed and not heard.outgoing:
        return Settled(verdict.kind, Certainty.FAIR)
    guess = FAIR if kind is K.NOT_JOB else GUESS
    if share < guess and _rules_hear_better(heard, opinion, share):
        return Settled(verdict.kind, _certainty(verdict.kind, share, verdict))
    certainty = _certainty(kind, share, verdict)
    if certainty is Certainty.LOW and kind in VERDICTS and not _hears_a_verdict(verdict):
        # A guess that no rule shares ends no case: of 33 such in the seasons 10 were right.
        kind, _ = _likeliest(opinion, possible - VERDICTS)
    moved = None if kind is K.NOT_JOB else spans[opinion.clause_index]
    if heard.outgoing and certainty is Certainty.STRONG and kind is not verdict.kind:
        certainty = Certainty.FAIR  # of the user's own mail the hands wrote little
    return Settled(kind, certainty, moved)


def _is_nobodys(heard: Heard, facts: Facts) -> bool:
    """Mail of a discussion list: people talk there of every world, and to nobody in particular."""
    return senders.is_list(heard.mail) and not facts.system and not heard.outgoing


def _is_a_friends(heard: Heard, facts: Facts) -> bool:
    """Whether a person tells of a verdict on themselves; never where a rule is sure of one."""
    sure = heard.verdict.certainty is Certainty.STRONG and heard.verdict.kind in VERDICTS
    machine = facts.system or facts.automatic or facts.no_reply or facts.bulk
    return not (sure or machine or heard.outgoing) and tells_of_their_own(heard.letter.body)


def _answers_a_withdrawal(heard: Heard) -> bool:
    """Whether the words it quotes are the user's, stepping back: closing the file is then no no."""
    return not heard.outgoing and bool(withdrawal(view(heard.letter.quoted[:_QUOTED])))


def _needs_no_asking(heard: Heard, facts: Facts) -> bool:
    """What systems send in words of their own, and a rule is sure of."""
    verdict = heard.verdict
    alert = verdict.kind is K.JOB_ALERT and not facts.system
    if alert and ways_of_selling(heard.mail.subject, heard.letter.whole) > SOLD:
        return False
    system = facts.system or facts.automatic or facts.no_reply or facts.bulk
    return system and verdict.certainty is Certainty.STRONG and verdict.kind in _SYSTEMS


def _loud(verdict: Verdict, facts: Facts) -> bool:
    """Whether more than one sign among many speaks: one line of a newsletter sounds like an alert."""
    return (
        verdict.kind is not K.JOB_ALERT
        or facts.system
        or verdict.scores.get(K.JOB_ALERT, 0.0) >= ALERTED
    )


#: Without a word of these nobody asks who would vouch: papers passed on are no such check.
_VOUCHING = rule(
    r"\b(?:refer\w{0,16}|ref(?:s)? check|réf[ée]r\w{0,8}|vouch\w{0,4}|recommend\w{0,8}|background|screening|checks?|zeugnis\w{0,4}|auskunft|führungszeugnis|empfehlung\w{0,3}|recomend\w{0,8}|recommand\w{0,8}|raccomand\w{0,8}|aanbevel\w{0,6}|antecedentes|garant\w{0,4}|know(?:s|n)? (?:him|her|you)|worked with (?:him|her))\b"
)
#: Kinds that systems send in words of their own, which rules know by heart.
_SYSTEMS = frozenset({K.JOB_ALERT, K.APPLICATION_VIEWED, K.ACKNOWLEDGEMENT, K.ASSESSMENT})


def _unheard_of(heard: Heard, facts: Facts, opinion: Opinion) -> bool:
    """Whether no word of hiring and no thread speaks of a case: a friend's mail tells of jobs too."""
    thread = facts.answers or facts.quotes_a_job or facts.system
    if thread or heard.outgoing or heard.verdict.scene.hiring_words:
        return False
    return 1.0 - opinion.share(K.NOT_JOB) < ABOUT_A_JOB


def _rules_hear_better(heard: Heard, opinion: Opinion, share: float) -> bool:
    """Whether rules name a kind with some ground that the model holds half as likely as its own."""
    heard_of = heard.verdict.kind not in (K.NOT_JOB, K.POSITION_FILLED) and not heard.outgoing
    ground = heard.verdict.certainty is not Certainty.LOW
    return heard_of and ground and 2 * opinion.share(heard.verdict.kind) >= share


def _possible(heard: Heard, facts: Facts, opinion: Opinion, *, kin: bool) -> frozenset[MailKind]:
    """The kinds that this mail can be at all."""
    kinds = _OWN if heard.outgoing else frozenset(MailKind)
    if kin or (facts.system and opinion.share(K.NOT_JOB) < HELD):
        kinds -= {K.NOT_JOB}  # a hiring system writes of hiring, however little it says
    if not heard.verdict.scores.get(K.REFERENCE_CHECK) and not _VOUCHING.search(view(heard.text)):
        kinds -= {K.REFERENCE_CHECK}
    few = len(heard.letter.body.split()) < FEW
    if few and not heard.outgoing and not heard.verdict.scores.get(K.WITHDRAWN):
        kinds -= {K.WITHDRAWN}
    if heard.outgoing and heard.verdict.kind is not K.WITHDRAWN:
        _, share = _likeliest(opinion, kinds)
        if share < (STEPPED_BACK if facts.answers or kin else STEPPED_BACK_ALONE):
            kinds -= {K.WITHDRAWN}
    return kinds


def _likeliest(opinion: Opinion, possible: frozenset[MailKind]) -> tuple[MailKind, float]:
    """The likeliest of the kinds that this mail can be, and its share among them."""
    shares = {kind: opinion.share(kind) for kind in MailKind if kind in possible}
    total = sum(shares.values()) or 1.0
    kind = max(shares, key=lambda kind: shares[kind])
    return kind, shares[kind] / total


def _hears_a_no(verdict: Verdict) -> bool:
    """Whether any rule hears a no, however much else is heard."""
    return verdict.scores.get(K.REJECTION, 0.0) > 0.0


def _hears_a_verdict(verdict: Verdict) -> bool:
    return any(verdict.scores.get(kind, 0.0) > 0.0 for kind in VERDICTS)


def _to_outweigh(verdict: Verdict, kind: MailKind, opinion: Opinion) -> float:
    """The share with which the model's kind wins over a rule that is sure of another."""
    same = kind is K.REJECTION and verdict.kind in (K.POSITION_FILLED, K.CANCELLED)
    if same and verdict.scores.get(K.REJECTION, 0.0) >= REGRET:
        return SAME_NEWS
    return DOUBTED if opinion.share(verdict.kind) < IMPOSSIBLE else HELD


def _certainty(kind: MailKind, share: float, verdict: Verdict) -> Certainty:
    agreed = kind is verdict.kind and verdict.certainty is Certainty.STRONG
    if share >= STRONG or (agreed and share >= SECONDED_AS.get(kind, SECONDED)):
        return Certainty.STRONG
    # A no that was named has passed its bar: low is never a rejection (contract).
    return Certainty.FAIR if agreed or share >= FAIR or kind is K.REJECTION else Certainty.LOW
