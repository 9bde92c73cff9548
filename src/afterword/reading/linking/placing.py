"""Which case a mail belongs to; in doubt a question, never a guess.

Wrong joins are the costliest error in this field (field.md 3.5): a firm's name
alone never joins, two roles at one firm are two cases, and a new application a
year later is a new case.
"""

from __future__ import annotations

from dataclasses import replace

from afterword.reading import senders
from afterword.reading.linking.anew import SURE, begins_anew, foretold, waits
from afterword.reading.linking.clues import BEGINS, Clues
from afterword.reading.linking.evidence import BELONGS, FORWARD, Score, weigh, why
from afterword.reading.linking.shelf import Shelf
from afterword.reading.linking.words import of_a_profile, of_an_application
from afterword.terms import Certainty, Direction, Hand, Link, Mail, MailKind, Reading

__all__ = ["Shelf", "link"]

K = MailKind

#: Never join and never open, whatever they mention.
_OUTSIDE = frozenset({K.JOB_ALERT, K.ACCOUNT})
#: May join a case, never open one.
_ONLY_JOIN = frozenset({K.NOT_JOB, K.OTHER_JOB})

#: What is only ever said of a process under way.
_UNDER_WAY = frozenset({K.STATUS_UPDATE, K.ON_HOLD, K.REOPENED, K.OFFER_RESCINDED, *BELONGS})

#: Such mail begins nothing: alone, without role or number, it is of another matter as often as not.
_SAID_ON_THE_WAY = frozenset(
    {K.REOPENED, K.OFFER_RESCINDED, K.INTERVIEW_LOGISTICS, K.ACTION_NEEDED, K.APPLICATION_VIEWED}
)

#: What a house says of an application it was sent.
_ANSWERS = frozenset({K.REJECTION, K.POSITION_FILLED, K.CANCELLED, K.ON_HOLD, K.STATUS_UPDATE})

#: Points from which a mail joins, and from which it is worth asking.
JOINS, ASKS, NEVER = 4.0, 3.0, 99.0
_ANCHORS = (*SURE, "name", "told", "handed", "domain", "road", "firm", "named", "heralded")
#: An own mail speaks of many things; it belongs where the people it goes to belong.
_ADDRESSED = (*SURE, "name", "domain", "road", "firm", "heralded", "beside")
#: What shows that a house writes about this process and not about another matter of its own.
_HOUSEHOLD = (*SURE, "name", "told", "beside", "heralded", "role", "subject", "words")
#: What ties a mail to one of two processes at one house.
_TELLS_WHICH = (*SURE, "name", "told", "handed", "beside", "subject", "topic", "only")
#: What an answer of the user's says by itself, whoever it goes to.
_OWN_WORDS = ("event", "number", "told", "named", "role", "words", "heralded")
#: What must be seen beside the road a service's mail came by.
_BESIDE_THE_ROAD = (*SURE, "firm", "domain", "named", "told", "role", "subject", "beside", "name")
#: So much better than the next must the best be.
CLEAR = 1.0

#: What counts against a case that is over where the mail is of the kind that still comes.
_LATE_WORD = 0.5


def link(reading: Reading, mail: Mail, shelf: Shelf) -> Link:
    """The case of this mail: known, new, none, or a question with its candidates."""
    if reading.kind is K.JOB_ALERT and _writes_themselves(reading, mail, shelf):
        reading = replace(reading, kind=K.OUTREACH)
    clues = shelf.clues(reading, mail)
    if clues.another and not clues.private:
        reading = replace(reading, kind=K.OUTREACH)
    if clues.engaged and reading.kind is K.OUTREACH:
        # Whom a firm sends for a signature or a check offers no work of its own.
        reading = replace(reading, kind=K.ACTION_NEEDED)
        clues = shelf.clues(reading, mail)
    if _only_tells(clues, shelf):
        # Whoever was told of the reader opens the lead with their own first word.
        reading = replace(reading, kind=K.OTHER_JOB)
        clues = replace(shelf.clues(reading, mail), role="")
    if reading.kind is K.APPLICATION_VIEWED and not clues.role and of_a_profile(mail.subject):
        return Link(why="Who looked at a profile says nothing of an application.")
    if reading.kind in _OUTSIDE and _speaks_of_an_application(reading, mail):
        reading = replace(reading, kind=K.OTHER_JOB)
        clues = shelf.clues(reading, mail)
    if reading.kind in _OUTSIDE and not _answers_case(clues, shelf):
        return Link(why="Alerts and account mail belong to no case.")
    scores = sorted(
        (weigh(clues, case, shelf) for case in shelf.around(clues)),
        key=lambda one: one.points,
        reverse=True,
    )
    if reading.direction is Direction.IN and _introduces(mail, shelf):
        return Link(new=True, why="An introduction to another firm: a lead of its own.")
    fitting = [one for one in scores if not begins_anew(clues, one)]
    if reading.direction is Direction.OUT and mail.in_reply_to in shelf.loose:
        # What it answers has no home: the people alone do not give it one.
        fitting = [one for one in fitting if one.has(*_OWN_WORDS)]
    fitting = _by_title(clues, fitting)
    if fitting and fitting[0].points >= _mark(clues, fitting[0]):
        best, *rest = fitting
        rivals = [
            one
            for one in rest
            if best.points - one.points < CLEAR
            or _goes_on(clues, best, one)
            or _as_well(clues, best, one)
        ]
        if shelf.patient and waits(clues, best):
            return Link(why="What they answer tells what it is about.")
        if not rivals and not _another_role(clues, best):
            return Link(case=best.case.id, why=why(best))
        return Link(
            ask=True,
            candidates=tuple(one.case.id for one in (best, *rivals)[:5]),
            why="Several cases fit this mail.",
        )
    return _open(reading, mail, clues, fitting, shelf)


def _goes_on(clues: Clues, best: Score, other: Score) -> bool:
    """Whether it leads on, where the best case has ended and another of the same house is open."""
    if clues.kind not in FORWARD or best.held["ended"] > -1.0 or other.held["ended"] < 0:
        return False
    if best.has("thread", "event", "number") or best.held["role"] >= 0.9:
        return False
    return other.has("firm", "domain", "person") and other.points >= ASKS


def _by_title(clues: Clues, scores: list[Score]) -> list[Score]:
    """The same scores; of two processes of one recruiter, that whose title the mail bears stands first."""
    best = scores[0] if scores else None
    if best is None or best.has("thread", "event", "number") or best.held["role"] >= 0.6:
        return scores
    if clues.direction is Direction.OUT and not clues.role:
        return scores  # the user mentions other work of theirs
    named = [
        one
        for one in scores[1:]
        if one.held["role"] >= 0.9
        and one.has("firm", "domain", "person")
        and one.held["ended"] >= best.held["ended"]
        and one.points >= JOINS
    ]
    if len(named) != 1 or not best.has("person", "domain", "firm"):
        return scores
    return [replace(named[0], points=best.points + CLEAR), *(one for one in scores if one is not named[0])]  # fmt: skip


def _as_well(clues: Clues, best: Score, other: Score) -> bool:
    """Whether two processes are open at the house that writes, and nothing but the house says which it is."""
    if best.has(*_TELLS_WHICH) or best.held["role"] > 0:
        return False
    if best.held["ended"] < 0 or other.held["ended"] < 0 or other.held["time"] < 0:
        return False
    if best.held["words"] - other.held["words"] >= 0.5 or other.held["role"] < 0:
        return False
    return other.has("firm", "domain")


def _another_role(clues: Clues, score: Score) -> bool:
    """Whether people of this case write about what is plainly another job."""
    small_talk = clues.kind in _ONLY_JOIN or clues.direction is Direction.OUT
    if small_talk or score.has("thread", "event", "number"):
        return False
    if score.has("person") and score.held["words"] >= 0.9 and not score.held["ended"]:
        return False  # who speaks of what only this case speaks of may mention somebody's title
    # After the end the same people may have something else to offer, however near its title.
    least = 0.6 if score.held["ended"] < -_LATE_WORD else 0.0
    return bool(clues.role) and score.held["role"] < least


def _writes_themselves(reading: Reading, mail: Mail, shelf: Shelf) -> bool:
    """Whether somebody the user is in talks with tells them of a job: no machine's alert does."""
    known = mail.sender is not None and mail.sender.email.lower() in shelf.people
    return known and reading.hand is Hand.PERSONAL and reading.direction is Direction.IN


def _only_tells(clues: Clues, shelf: Shelf) -> bool:
    """Whether somebody of a case says in its conversation that another house will come forward."""
    if clues.kind is not K.OUTREACH or not clues.hands_on:
        return False
    above = {shelf.threads[one] for one in clues.threads if one in shelf.threads}
    return any(clues.persons & (shelf.cases[one].people | shelf.cases[one].beside) for one in above)


def _speaks_of_an_application(reading: Reading, mail: Mail) -> bool:
    """Whether what was taken for an alert or for account mail has the user's application for its subject."""
    return reading.certainty is not Certainty.STRONG and of_an_application(mail.subject)


def _answers_case(clues: Clues, shelf: Shelf) -> bool:
    """Whether a person writes inside a conversation of a case: no machine's alert does."""
    return not clues.template and bool(clues.persons) and any(one in shelf.threads for one in clues.threads)  # fmt: skip


def _introduces(mail: Mail, shelf: Shelf) -> bool:
    """Whether a known person brings the reader together with somebody new, at another firm."""
    new = senders.introduced(mail)
    # An agent who brings client and candidate together begins nothing new.
    writer = mail.sender.email.lower() if mail.sender else ""
    if not new or writer not in shelf.people:
        return False
    homes = [shelf.cases[c] for c in shelf.people[writer] if c in shelf.cases]
    if any(K.OUTREACH in case.begun and not case.ended for case in homes):
        return False
    # The reader's own address is among those addressed; a second one is the other side.
    others = [a for a in new if a.email.lower() not in shelf.me]
    least = 1 if shelf.me else 2
    return len(others) >= least and not any(a.email.lower() in shelf.people for a in others)


def _mark(clues: Clues, score: Score) -> float:
    """The points a mail needs: more where it says little of a job, less where it must belong somewhere."""
    if not score.has(*_ANCHORS) and score.held["words"] < 0.5:
        return NEVER
    if _passes_on_anothers(clues, score):
        return NEVER
    if clues.to_self and not score.has(*SURE):
        # A note to oneself, forwarded mail mostly, is addressed to nobody.
        return JOINS if score.has("firm", "named", "subject", "role", "told", "handed") else NEVER
    if clues.direction is Direction.OUT and not score.has(*_ADDRESSED):
        # Whoever is asked to vouch is told for whom.
        vouched = (clues.vouching or score.held["told"] >= 1.0) and score.has("named")
        return JOINS - 0.5 if vouched and not score.case.ended else NEVER
    early = (
        clues.moment is not None
        and score.case.first is not None
        and clues.moment < score.case.first
    )
    if early and not (
        score.has("thread", "number", "told", "named", "handed") or score.held["role"] > 0.5
    ):
        # What the user wrote to them days before is what they answer.
        first = clues.direction is Direction.OUT and not clues.private and score.held["time"] >= 1.0
        if _wrote_before(clues, score):
            return JOINS
        return JOINS if first and score.has("person", "domain") and score.has("only") else NEVER
    small_talk = clues.kind in _ONLY_JOIN and not score.has("thread", "event", "number")
    if clues.heard and small_talk and not clues.template and score.held["told"] >= 0.8:
        # Whoever was asked about the reader tells of it in their own name, from their own house.
        return JOINS - 1.5
    if small_talk and clues.template and clues.applied_for and score.has("sole"):
        return JOINS  # a survey of the one search there was at this house
    if small_talk and clues.template and score.has("named") and score.held["heralded"] >= 1.0:
        return JOINS  # a service this case had spoken of, which speaks of its firm
    if clues.engaged and score.has("named") and not score.case.ended:
        return JOINS - 1.0
    if small_talk and clues.template and not (_of_the_open_house(score) or _of_the_role(score)):
        return NEVER
    if small_talk and foretold(clues, score):
        return JOINS - 1.0
    if small_talk and clues.private:
        # A friend writes of many things: it must be told whom or what this is about.
        told = score.has("person") and (score.held["words"] >= 0.5 or _was_asked(clues, score))
        # Where nobody of the case has a house, its people are no friends who only heard of it.
        told = told or (_at_home(score) and score.held["person"] >= 1.0)
        return JOINS if told else NEVER
    if small_talk and score.held["ended"] < 0 and score.held["time"] < 1.0:
        # Weeks after the end a person of the case, a referee say, may write of anything.
        return JOINS if score.has("named", "told", "words") else NEVER
    if clues.persons and score.has("domain") and not score.has(*_HOUSEHOLD):
        # Somebody new of a known house, who speaks of nothing known: any house has many matters.
        # But while one process alone is open there, who goes on with one goes on with that, and who
        # answers where nobody has answered yet answers the user's letter.
        alone = score.has("only") and score.held["time"] >= 1.0
        goes_on = score.case.heard is None or (
            clues.kind in FORWARD and clues.direction is Direction.IN
        )
        return JOINS if alone and goes_on else NEVER
    if clues.persons and not clues.private and not score.has("number", *_ADDRESSED):
        # Somebody of a house unknown here names the firm: a stranger may do that too.
        if (
            score.has("named")
            and clues.applied_for
            and clues.kind in FORWARD
            and score.held["words"] >= 0.5
        ):
            return JOINS  # they have the application: a group that hires for its firms
        if clues.applied_for and clues.kind in FORWARD and _named_above(clues, score):
            return JOINS - 1.0  # a house that was bought answers what was sent to its old name
        both = score.has("named") and score.has("told")
        said = both if small_talk else score.has("named", "told")
        return JOINS + 2.0 if said else NEVER
    known = score.has("firm", "domain", "named", "told", "name", "road", "role", *SURE)
    # What many mails name may write of anything; the house that says how it stands was spoken of.
    known = known or (
        clues.kind in _ANSWERS and clues.applied_for and score.held["heralded"] >= 1.0
    )
    if clues.template and clues.kind not in BELONGS and not known:
        # A portal is named in many a mail.
        return JOINS + 1.0
    if clues.kind in BELONGS and clues.template:
        alone = score.has("road") and not score.has(*_BESIDE_THE_ROAD) and score.held["words"] < 0.5
        if alone and score.held["fresh"] < 1.0 and clues.kind is not K.REFERENCE_CHECK:
            # A service of one firm so far may work for the next today; references are asked for last.
            return NEVER
        return JOINS - (1.5 if score.has("road") else 1.0)
    return JOINS


def _was_asked(clues: Clues, score: Score) -> bool:
    """Whether who was told of this case alone, days before, tells that they were asked about the reader."""
    return clues.heard and score.held["person"] >= 1.0 and score.has("fresh")


def _passes_on_anothers(clues: Clues, score: Score) -> bool:
    """Whether a friend passes on what another house wrote, under whatever old subject: it is theirs."""
    if not (clues.private and clues.kind in _ONLY_JOIN and clues.below):
        return False
    known = score.has("person", "handed") or clues.addresses & score.case.roads
    return clues.direction is Direction.IN and not known


def _at_home(score: Score) -> bool:
    """Whether the process itself goes by private addresses, and this comes within days of its other mail."""
    case = score.case
    return not case.domains and not case.firms and not case.ended and score.has("fresh")


def _of_the_open_house(score: Score) -> bool:
    """Whether an office writes that so far wrote of this one case, which is open, or beside its people."""
    return score.has("only") and (score.has("beside", "told") or score.held["road"] >= 1.0)


def _named_above(clues: Clues, score: Score) -> bool:
    """Whether the subject names the firm of this case."""
    names = (*score.case.labels, *(one for one in score.case.called if len(one) > 4))
    return any(f" {one} " in f" {clues.subject} " for one in names)


def _wrote_before(clues: Clues, score: Score) -> bool:
    """Whether the reader wrote with this very person months before, and with nobody else of the house."""
    own = clues.direction is Direction.OUT or clues.answers
    alone = score.held["person"] >= 1.0 and score.has("domain") and score.has("only", "sole")
    return own and alone and not clues.private and score.held["time"] >= 0


def _of_the_role(score: Score) -> bool:
    """Whether the firm of this case writes and names its very role: a survey, a receipt read as none."""
    return score.has("firm", "domain") and score.held["role"] >= 0.9


def _open(reading: Reading, mail: Mail, clues: Clues, scores: list[Score], shelf: Shelf) -> Link:
    if reading.direction is Direction.OUT:
        # One letter for two vacancies is the beginning of neither.
        one = len(clues.numbers) < 2 and (clues.again or not clues.answers)
        if clues.applies and clues.domains and one:
            return Link(new=True, why="You applied with this mail.")
        return Link(why="Your own mail opens no case by itself.")
    if reading.kind in _ONLY_JOIN:
        return Link(why="Nothing in it belongs to a known case.")
    least = ASKS - 1.0 if reading.kind in _UNDER_WAY else ASKS
    near = tuple(one.case.id for one in scores if one.points >= least)[:5]
    # An answer to a mail of the user's that began something is the beginning of a case.
    if near and reading.kind not in BEGINS and not mail.in_reply_to:
        return Link(ask=True, candidates=near, why="It may belong to a known case.")
    if reading.kind is K.OUTREACH:
        if reading.hand is Hand.PERSONAL or clues.relayed:
            return Link(new=True, why="A person writes about a role: a lead.")
        return Link(why="A pitch to many opens no case.")
    asked = mail.in_reply_to in shelf.applied
    answered = asked or reading.kind is K.ACKNOWLEDGEMENT or (bool(mail.in_reply_to) and not clues.private)  # fmt: skip
    known = bool(reading.role) or (answered and bool(clues.firms))
    if reading.certainty is Certainty.LOW and not known:
        return Link(why="Too little is said to open a case.")
    if not (clues.role or clues.numbers or answered) and (
        clues.private or reading.kind in _SAID_ON_THE_WAY
    ):
        return Link(why="It speaks of something under way, and nothing is known of it.")
    return Link(new=True, why="No known case fits.")
