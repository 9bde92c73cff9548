"""What to ask in a talk, softly first, and only what nobody has told yet (P01).

The blunt forms (does anything give you pause? how do I compare?) led to offers in the second
article, and many who hire find them hard to be asked (E27): they stand last, for when somebody
invites plain speech. Each question falls away once its answer stands on the case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from afterword.terms import RemarkKind


@dataclass(frozen=True, slots=True)
class Known:
    """What a case holds already, as far as the questions go."""

    remarks: frozenset[RemarkKind] = frozenset()
    decider: bool = False
    address: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: the words, what its answer is good for, whether it is the soft form."""

    id: str
    text: str
    why: str
    source: str
    answered: Callable[[Known], bool]
    soft: bool = True


def _says(kind: RemarkKind) -> Callable[[Known], bool]:
    return lambda known: kind in known.remarks


QUESTIONS: tuple[Question, ...] = (
    Question(
        "first",
        "What should the newcomer put right first?",
        "The need that stands in no advert; your next letter answers it.",
        "S2-06, S0-18/19",
        _says(RemarkKind.FIRST_PRIORITY),
    ),
    Question(
        "struggle",
        "What is the team struggling with at the moment?",
        "Their problem in their words is what an influence letter is made of.",
        "S2-06, S0-19",
        _says(RemarkKind.CHALLENGE),
    ),
    Question(
        "success",
        "What would make the first half-year a success?",
        "It tells how they will measure you.",
        "method 2b, E27",
        _says(RemarkKind.FIRST_PRIORITY),
    ),
    Question(
        "expand",
        "Is there anything you would like me to expand on, or to send you?",
        "A doubt may come out without anybody being put on the spot.",
        "S2-01, E27",
        _says(RemarkKind.DOUBT),
    ),
    Question(
        "compare",
        "What would the person you are hoping for bring that you have not seen in me yet?",
        "How you stand beside others, asked about the seat rather than about them.",
        "S2-12, E27",
        _says(RemarkKind.RIVAL),
    ),
    Question(
        "who",
        "Who else has a say in this, and who decides in the end?",
        "Many have a stake in a senior hire; each is worth a word.",
        "S0-16, S0-10",
        lambda known: known.decider,
    ),
    Question(
        "next",
        "What happens next, and by when? May I check in if that day passes?",
        "Until the day they name, silence means nothing.",
        "P01, method 2b, E24",
        lambda known: known.dated,
    ),
    Question(
        "address",
        "To whom may I write directly?",
        "Most verdicts come from addresses that take no answer; a person's own is worth having before.",
        "E14",
        lambda known: known.address,
    ),
    Question(
        "pause",
        "Is there anything about me that gives you pause?",
        "The plain form; only where they invite plain speech, for many find it hard to be asked.",
        "S2-01, E27",
        _says(RemarkKind.DOUBT),
        soft=False,
    ),
    Question(
        "beside",
        "How do I compare with the others?",
        "The plain form; only where they invite plain speech, for many find it hard to be asked.",
        "S2-12, E27",
        _says(RemarkKind.RIVAL),
        soft=False,
    ),
)

#: How to carry oneself while asking.
MANNER: tuple[str, ...] = (
    "Two or three of these are plenty; no cross-examination.",
    "Match how formal and how quick they are. Leave gestures alone, and never answer coldness "
    "with coldness.",
)

#: What a plan for a no is made of (P02): words to begin with, none of them written for the user.
IF_THEN: tuple[str, ...] = (
    "two courtesies: whom will you thank, and on which day?",
    "one rest: what will you do that evening?",
    "one new target: whose advert do you open next, and when?",
)


def questions(known: Known) -> tuple[Question, ...]:
    """What is still worth asking, the soft forms first and each only while unanswered."""
    return tuple(sorted((q for q in QUESTIONS if not q.answered(known)), key=lambda q: not q.soft))
