"""What speaks for a mail belonging to a case, each piece of evidence with its weight.

The weights were set by hand and tried on six invented seasons (corpus/seasons): a thread or a
number outweighs everything, a person everything but another role, a firm's name alone never
reaches the mark (field.md 3.5: wrong joins are the costliest error).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from afterword.reading.linking.clues import Clues
from afterword.reading.linking.shelf import Known, Shelf, one_firm
from afterword.reading.names import has_trade, role_words
from afterword.terms import Direction, MailKind

K = MailKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: `found` says how much of it there is, from -1 to 1, and `says` why to the user."""

    name: str
    weight: float
    found: Callable[[Clues, Known, Shelf], float]
    says: str = ""
    #: Evidence that already tells the same: where it is found, this adds nothing.
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """What all the evidence comes to for one case; `held` says how much of each there was."""

    case: Known
    points: float
    held: dict[str, float]

    def has(self, *names: str) -> bool:
        return any(self.held.get(name, 0.0) > 0 for name in names)


def weigh(clues: Clues, case: Known, shelf: Shelf) -> Score:
    """Add up what speaks for and against this case."""
    held = {one.name: one.found(clues, case, shelf) for one in EVIDENCE}
    return Score(case, sum(_counted(one, held) for one in EVIDENCE), held)


def _counted(one: Evidence, held: dict[str, float]) -> float:
    told = any(held[other] > 0 for other in one.within)
    return 0.0 if told else one.weight * held[one.name]


def why(score: Score) -> str:
    """The weightiest reason, for the user."""
    best = max(EVIDENCE, key=lambda one: one.weight * score.held[one.name] if one.says else 0.0)
    return best.says


def _thread(clues: Clues, case: Known, shelf: Shelf) -> float:
    for at, one in enumerate(clues.threads):
        if one in shelf.threads:
            # The nearest mail above decides; of the others it is enough that they agree.
            return float(shelf.threads[one] == case.id) if at == 0 else 0.9 * (shelf.threads[one] == case.id)  # fmt: skip
    return 0.0


def _event(clues: Clues, case: Known, shelf: Shelf) -> float:
    return float(any(shelf.events.get(uid) == case.id for uid in clues.events))


def _number(clues: Clues, case: Known, shelf: Shelf) -> float:
    # What stands in the subject it is about; what the words mention may be another's.
    headed = frozenset(one for one in clues.headed if shelf.numbers.get(one))
    told = headed or clues.numbers
    if told & case.numbers:
        return 1.0
    others = any(shelf.numbers.get(one) for one in told)
    return -0.6 if others and case.numbers else 0.0


def _person(clues: Clues, case: Known, shelf: Shelf) -> float:
    """A person of few cases tells more; a friend's address tells little."""
    theirs = [one for one in clues.persons if one in case.people or one in case.beside]
    best = 0.0
    for one in theirs:
        homes = shelf.people.get(one, {case.id})
        # Who brought two together, or was copied in, has no seat there; where they have one decides.
        seated = _seated(one, shelf)
        if one not in case.people:
            best = max(best, 0.6 if len(homes) == 1 or not seated else 0.36)
            continue
        alive = [c for c in seated if not _over(clues, shelf.cases[c])] or list(seated)
        best = max(best, 1.0 if alive == [case.id] or len(seated) == 1 else 0.6)
    return best


def _seated(one: str, shelf: Shelf) -> set[str]:
    """The cases in which somebody wrote or was written to."""
    return {c for c in shelf.people.get(one, ()) if one in shelf.cases[c].people}


def _over(clues: Clues, case: Known) -> bool:
    """Whether a case had ended before this mail."""
    return case.ended and case.last is not None and (clues.moment is None or clues.moment >= case.last)  # fmt: skip


def _beside(clues: Clues, case: Known, shelf: Shelf) -> float:
    shared = clues.beside & (case.people | case.beside)
    return 1.0 if any(len(shelf.people.get(one, ())) == 1 for one in shared) else 0.5 * bool(shared)


def _name(clues: Clues, case: Known, shelf: Shelf) -> float:
    if clues.persons & case.people or any(
        _seated(one, shelf) for one in clues.persons & case.beside
    ):
        return 0.0  # their address tells what there is to tell
    return float(bool(clues.names & case.names) or _announced(clues, case, shelf))


def _announced(clues: Clues, case: Known, shelf: Shelf) -> bool:
    """Whether this case alone spoke of who writes, by their whole name."""
    if clues.template or clues.private or case.first is None or clues.moment is None:
        return False
    alone = any(shelf.heralds.get(one) == {case.id} for one in clues.keys)
    return alone and clues.moment >= case.first


def _told(clues: Clues, case: Known, shelf: Shelf) -> float:
    """A person of this case stands in the words with their whole name, or their address does."""
    if clues.addresses & (case.people | case.beside):
        return 1.0
    names = [one for one in case.signed - clues.names if f" {one} " in clues.plain]
    whole = max((1.0 / len(shelf.names.get(one, {case.id})) for one in names), default=0.0)
    return max(whole, 0.8 * shelf.vouched(clues, case))


def _handed(clues: Clues, case: Known, shelf: Shelf) -> float:
    """It passes on a letter of this case's house."""
    return float(bool(clues.below & case.domains))


def _domain(clues: Clues, case: Known, shelf: Shelf) -> float:
    return float(bool(clues.domains & case.domains))


def _road(clues: Clues, case: Known, shelf: Shelf) -> float:
    """The address of an office; a service that so far worked for this case only tells more."""
    shared = clues.roads & case.roads
    if not shared:
        return 0.0
    if _of_another_firm(clues, case, shelf):
        return 0.0
    return max((1.0 if len(shelf.roads.get(one, ())) == 1 else 0.4 for one in shared), default=0.0)


def _of_another_firm(clues: Clues, case: Known, shelf: Shelf) -> bool:
    """Whether it names a firm of another case and none of this one: a service works for many."""
    return not _names_firm(clues, case) and any(
        _names_firm(clues, other) for other in shelf.cases.values() if other is not case
    )


def _firm(clues: Clues, case: Known, shelf: Shelf) -> float:
    return float(case.speaks_for(clues.firms))


def _named(clues: Clues, case: Known, shelf: Shelf) -> float:
    """The firm's whole name stands in the words."""
    return float(_names_firm(clues, case))


def _names_firm(clues: Clues, case: Known) -> bool:
    if any(len(name) > 4 and f" {name} " in clues.plain for name in case.called):
        return True
    # The firm as it is spoken of, where its name has more words ("Cinder" of "Cinder Games").
    if any(len(one) > 5 and one in clues.heralds for one in case.labels):
        return True
    if case.speaks_for(clues.clients) or clues.served & (case.heralds | case.firms):
        return True
    return any(len(one) > 2 and one in clues.initials for one in case.firms)


def _heralded(clues: Clues, case: Known, shelf: Shelf) -> float:
    """The house that writes was named before in this case's mails, as an agent names a client.

    Where several cases named it, the first did so for a reason and the others in passing.
    """
    named = clues.firms & case.heralds
    if not named or _firm(clues, case, shelf):
        return 0.0
    if clues.template and _of_another_firm(clues, case, shelf):
        return 0.0
    return 1.0 if any(shelf.first_named.get(one, case.id) == case.id for one in named) else 0.4


def _role(clues: Clues, case: Known, shelf: Shelf) -> float:
    said = case.nearness(clues.role) if clues.role else 0.0
    if said >= 1.0 or not case.roles:
        return said
    spoken = frozenset(clues.plain.split())
    whole = any(
        has_trade(one) and len(words := role_words(one)) > 1 and words <= spoken
        for one in case.roles
    )
    return max(said, 0.9) if whole or _shortened(clues, case) else said


def _shortened(clues: Clues, case: Known) -> bool:
    """ "CRO" for "Chief Risk Officer"."""
    short = {"".join(word[0] for word in one.split()).casefold() for one in case.roles}
    return any(len(one) > 2 and one in clues.shouted for one in short)


def _topic(clues: Clues, case: Known, shelf: Shelf) -> float:
    """A word of the subject that tells of this case, and is neither a firm's name nor a person's."""
    known = {word for one in (*case.called, *case.names) for word in one.split()}
    topics = [word for word in clues.spoken if f" {word} " in f" {clues.subject} "]
    return float(any(shelf.weight_of(one, case) >= _MOSTLY for one in topics if one not in known))


def _subject(clues: Clues, case: Known, shelf: Shelf) -> float:
    long = len(clues.subject) > 12 and not clues.template
    theirs = clues.persons & (case.people | case.beside) or clues.domains & case.domains
    return float(long and bool(theirs or clues.to_self) and clues.subject in case.subjects)


def _words(clues: Clues, case: Known, shelf: Shelf) -> float:
    """Names and numbers that stand in this case's mails and in few others."""
    shared = sum(
        shelf.weight_of(word, case) * (2.0 if f" {word} " in f" {clues.subject} " else 1.0)
        for word in clues.spoken
        if word in case.words
    )
    return min(1.0, shared / 4)


def _silent(clues: Clues, case: Known, shelf: Shelf) -> float:
    """A person of several cases names nothing of this one, which has names enough."""
    several = any(len(shelf.people.get(one, ())) > 1 for one in clues.persons & case.people)
    if not several or _thread(clues, case, shelf) or _role(clues, case, shelf) > 0:
        return 0.0
    known = sum(1 for word in case.words if shelf.weight_of(word, case) == 1.0)
    # Only a mail that names something new can be silent of the old: "any news?" names nothing.
    new = any(
        word not in shelf.words for word in clues.words if f" {word} " in f" {clues.subject} "
    )
    return -1.0 if new and known > 6 and not _words(clues, case, shelf) else 0.0


#: A subject is about a case that holds so much of one of its words, and not about one with less.
_MOSTLY, _HARDLY = 0.6, 0.4


def _elsewhere(clues: Clues, case: Known, shelf: Shelf) -> float:
    """The subject names what another case of these people is about, and this one is not."""
    if _thread(clues, case, shelf) or _event(clues, case, shelf):
        return 0.0
    rivals = {one for who in (*clues.persons, *clues.beside) for one in shelf.people.get(who, ())}
    rivals |= {one for house in clues.domains for one in shelf.domains.get(house, ())}
    # Somebody this case knows as well is no matter of its own, nor is the firm both are at.
    known = {word for name in case.signed for word in name.split()}
    theirs = _called(shelf.cases[one] for one in rivals - {case.id})
    known |= _called((case,)) & theirs
    topics = [one for one in clues.spoken if f" {one} " in f" {clues.subject} " and one not in known]  # fmt: skip
    here = max((shelf.weight_of(word, case) for word in topics), default=0.0)
    there = max(
        (shelf.weight_of(word, shelf.cases[one]) for one in rivals - {case.id} for word in topics),
        default=0.0,
    )
    return -1.0 if there >= _MOSTLY and here <= _HARDLY else 0.0


def _called(cases: Iterable[Known]) -> set[str]:
    """The words of the names their firms go by."""
    return {word for case in cases for name in case.called for word in name.split()}


def _only(clues: Clues, case: Known, shelf: Shelf) -> float:
    """The only case open at this house these weeks; a second no follows the first within days."""
    echo = clues.kind in _ENDINGS and clues.template and _fresh(clues, case, shelf) > 0
    if (_over(clues, case) and not echo) or _time(clues, case, shelf) < 0 or clues.private:
        return 0.0
    ids = {c for one in clues.houses for c in shelf.domains.get(one, ())}
    ids |= {
        c
        for one, held in shelf.firms.items()
        if any(one_firm(one, f) for f in clues.firms)
        for c in held
    }
    open_ = {
        c
        for c in ids
        if not _over(clues, shelf.cases[c]) and _time(clues, shelf.cases[c], shelf) >= 0
    }
    return float(open_ == {case.id} or (echo and ids == {case.id}))


def _sole(clues: Clues, case: Known, shelf: Shelf) -> float:
    """The only case there ever was at the house that writes."""
    ids = {c for one in clues.houses for c in shelf.domains.get(one, ())}
    for one, held in shelf.firms.items():
        if any(one_firm(one, f) for f in clues.firms):
            ids |= held
    return float(ids == {case.id})


def _apart(clues: Clues, case: Known, shelf: Shelf) -> float:
    """It answers a mail of a case that was said to be another: the old subject above it says nothing."""
    above = next((shelf.threads[one] for one in clues.threads if one in shelf.threads), case.id)
    if above == case.id or above not in shelf.cases:
        return 0.0
    return -1.0 if above in case.apart or case.id in shelf.cases[above].apart else 0.0


def _stranger(clues: Clues, case: Known, shelf: Shelf) -> float:
    """It comes from a house this case knows nothing of, and names none that it knows."""
    if not clues.firms or not case.firms or clues.private:
        return 0.0
    if shelf.vouched(clues, case):
        return 0.0  # a referee has a house of their own
    if (
        clues.template
        and clues.kind in BELONGS
        and (_words(clues, case, shelf) >= 0.75 or _told(clues, case, shelf) >= 1.0)
    ):
        return 0.0
    known = (_firm, _domain, _named, _heralded, _road, _person, _thread, _event, _number, _handed)
    return 0.0 if any(one(clues, case, shelf) > 0 for one in known) else -1.0


def _time(clues: Clues, case: Known, shelf: Shelf) -> float:
    if clues.moment is None or case.last is None or case.first is None:
        return 0.0
    gap = min(abs(clues.moment - one) for one in case.moments)
    steps = ((21, 1.0), (60, 0.5), (120, 0.0), (240, -0.5), (400, -1.5))
    return next((points for days, points in steps if gap <= timedelta(days=days)), -3.0)


def _fresh(clues: Clues, case: Known, shelf: Shelf) -> float:
    """It comes within days of other mail of this case, as an answer or a date does."""
    if clues.moment is None or not case.moments:
        return 0.0
    gap = min(abs(clues.moment - one) for one in case.moments)
    return 1.0 if gap <= timedelta(days=2) else 0.5 if gap <= timedelta(days=5) else 0.0


def _ended(clues: Clues, case: Known, shelf: Shelf) -> float:
    """A case that is over takes a second no, a thank-you and a change of mind, and little else."""
    if not _over(clues, case):
        return 0.0
    if clues.kind in _AFTERWARDS or clues.direction is Direction.OUT:
        return -0.3
    told = (
        _thread(clues, case, shelf) or _event(clues, case, shelf) or _number(clues, case, shelf) > 0
    )
    return -1.0 if told or clues.kind not in FORWARD - BELONGS else -2.0


#: What testing, checking and booking services send: it is always about a process under way.
BELONGS = frozenset({K.ASSESSMENT, K.REFERENCE_CHECK, K.INTERVIEW_LOGISTICS, K.ACTION_NEEDED})
#: What leads on and not to an end.
FORWARD = BELONGS | {K.INTERVIEW_INVITATION, K.OFFER, K.APPLICATION_VIEWED}
_ENDINGS = frozenset({K.REJECTION, K.POSITION_FILLED, K.CANCELLED})
_AFTERWARDS = frozenset(
    {K.REOPENED, K.REJECTION, K.POSITION_FILLED, K.CANCELLED, K.OTHER_JOB, K.OFFER_RESCINDED}
)

EVIDENCE: tuple[Evidence, ...] = (
    Evidence("thread", 7.0, _thread, "It belongs to a conversation of this case."),
    Evidence("event", 9.0, _event, "It is about an appointment of this case."),
    Evidence("number", 5.0, _number, "It carries this case's requisition number."),
    Evidence("person", 4.0, _person, "From a person of this case."),
    Evidence("beside", 1.5, _beside, "People of this case are addressed in it."),
    Evidence("name", 3.0, _name, "From somebody this case has named."),
    Evidence("told", 2.0, _told, "It names a person of this case."),
    Evidence("handed", 2.5, _handed, "It passes on a letter of this case's house."),
    Evidence("domain", 2.5, _domain, "From the house this case is about."),
    Evidence("road", 2.0, _road, "It came by the same road.", ("domain",)),
    Evidence("firm", 2.0, _firm, "From the firm of this case.", ("domain",)),
    Evidence("named", 2.0, _named, "It names the firm of this case."),
    Evidence("heralded", 3.0, _heralded, "This case has spoken of the firm that writes."),
    Evidence("role", 3.0, _role, "It is about the role of this case."),
    Evidence("subject", 2.5, _subject, "It has the subject of a mail of this case."),
    Evidence("topic", 0.0, _topic),
    Evidence("words", 3.0, _words, "It speaks of what only this case speaks of."),
    Evidence("only", 1.5, _only, "The only open case at this firm."),
    Evidence("sole", 0.0, _sole),
    Evidence("silent", 1.5, _silent),
    Evidence("elsewhere", 3.0, _elsewhere),
    Evidence("apart", 6.0, _apart),
    Evidence("stranger", 1.5, _stranger),
    Evidence("time", 1.0, _time),
    Evidence("fresh", 0.4, _fresh),
    Evidence("ended", 1.5, _ended),
)
