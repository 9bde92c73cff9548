"""The words every room shares: frozen values and enums, nothing else.

A piece of news walks through them in this order: a `Parcel` arrives, is opened
into a `Mail`, is understood as a `Reading`, becomes a `Happening` in a
`CaseFile`, is judged into a `Standing` and an `Advice`, leads to a `Move`, and
may end as a `Draft`. The package imports nothing of ours; ask for a word as `afterword.terms.Word`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from afterword.terms.advising import YOU, Advice, Move, NextStep, Standing, Weighed
    from afterword.terms.arriving import Address, Attachment, Mail, Parcel
    from afterword.terms.bringing import (
        Applied,
        Appointment,
        Brought,
        Column,
        Contact,
        Proof,
        Said,
        Step,
        Unread,
    )
    from afterword.terms.knowing import Answer, CaseFile, Happening, Person, Remark, Story
    from afterword.terms.meaning import Evidence, Link, PersonSeen, Reading, ReasonSeen, RemarkSeen
    from afterword.terms.saying import Brief, Draft, Fact, Finding, Sentence, Voice
    from afterword.terms.vocabularies import (
        NOTHING,
        UNDER_WAY,
        VERDICTS,
        Band,
        Basis,
        Certainty,
        Channel,
        Deed,
        Direction,
        DoubtKind,
        Feeling,
        Hand,
        Lane,
        LetterKind,
        MailKind,
        Outcome,
        Part,
        ReferenceKind,
        ReferenceSignal,
        ReferenceStatus,
        RemarkKind,
        Signal,
        Stage,
        Stance,
        State,
        Strength,
        Tie,
        Tone,
        Warmth,
    )
    from afterword.terms.vouching import Favour, Lost, Referee, Register, Vouched
    from afterword.terms.watching import BoardSeen, FeedItem, Posting, Seen, Sighting

__all__ = [
    "NOTHING",
    "UNDER_WAY",
    "VERDICTS",
    "YOU",
    "Address",
    "Advice",
    "Answer",
    "Applied",
    "Appointment",
    "Attachment",
    "Band",
    "Basis",
    "BoardSeen",
    "Brief",
    "Brought",
    "CaseFile",
    "Certainty",
    "Channel",
    "Column",
    "Contact",
    "Deed",
    "Direction",
    "DoubtKind",
    "Draft",
    "Evidence",
    "Fact",
    "Favour",
    "FeedItem",
    "Feeling",
    "Finding",
    "Hand",
    "Happening",
    "Lane",
    "LetterKind",
    "Link",
    "Lost",
    "Mail",
    "MailKind",
    "Move",
    "NextStep",
    "Outcome",
    "Parcel",
    "Part",
    "Person",
    "PersonSeen",
    "Posting",
    "Proof",
    "Reading",
    "ReasonSeen",
    "Referee",
    "ReferenceKind",
    "ReferenceSignal",
    "ReferenceStatus",
    "Register",
    "Remark",
    "RemarkKind",
    "RemarkSeen",
    "Said",
    "Seen",
    "Sentence",
    "Sighting",
    "Signal",
    "Stage",
    "Stance",
    "Standing",
    "State",
    "Step",
    "Story",
    "Strength",
    "Tie",
    "Tone",
    "Unread",
    "Voice",
    "Vouched",
    "Warmth",
    "Weighed",
]

#: The shelves on which a word is looked for. Each is opened on first need: making sixty frozen
#: classes costs half the time in which `decide` has to answer.
_SHELVES = (
    "vocabularies",
    "advising",
    "vouching",
    "meaning",
    "knowing",
    "arriving",
    "saying",
    "bringing",
    "watching",
)


def __getattr__(name: str) -> Any:
    if name in __all__:
        for shelf in _SHELVES:
            value = getattr(import_module(f"{__name__}.{shelf}"), name, None)
            if value is not None:
                globals()[name] = value
                return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
