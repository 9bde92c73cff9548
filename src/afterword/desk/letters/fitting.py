"""Which letters fit where a case stands, and what is said of one that does not."""

from __future__ import annotations

from afterword import terms
from afterword.casebook.case import Case
from afterword.desk.cases.judging import is_fraud
from afterword.terms import LetterKind, Outcome, State

#: They said that somebody else has it, or nobody: what there is to ask of this seat has its answer.
DECIDED = frozenset({Outcome.REJECTED, Outcome.POSITION_FILLED, Outcome.CANCELLED})
#: They argue for a seat that is still open.
FOR_AN_OPEN_SEAT = frozenset(
    {LetterKind.INFLUENCE_LETTER, LetterKind.SECOND_INFLUENCE, LetterKind.PROOF_OFFER}
)
#: They ask into a silence where things stand.
ASKS_WHERE_IT_STANDS = frozenset({LetterKind.STATUS_NUDGE, LetterKind.FINAL_NUDGE})
_BEFORE_A_VERDICT = FOR_AN_OPEN_SEAT | ASKS_WHERE_IT_STANDS
#: They answer a no (contract, ruling 1).
_AFTER_A_NO = frozenset({LetterKind.GRACE_NOTE, LetterKind.ADVICE_REQUEST})
#: Where their word is still to come, and nobody plans for its being a no.
_OPEN = frozenset({State.LEAD, State.ACTIVE, State.AWAITING, State.OVERDUE, State.OFFER})


def fits(case: Case | None, kind: str) -> bool:
    """Whether a letter of this kind is one that a friend would lay before the user in this case.

    By hand they may write any; what lies in a closed letter changes nothing here.
    """
    standing = getattr(case, "standing", None) if case is not None else None
    if standing is None:
        return True
    if standing.seen_outcome:
        return kind not in _BEFORE_A_VERDICT | {LetterKind.WITHDRAWAL}
    return standing.seen_state not in _OPEN or kind not in _AFTER_A_NO


def looks_like_fraud(case: Case) -> bool:
    """Whether it is a fraud by what they ask, and the user has not said that it is genuine."""
    move = getattr(case, "move", None)
    return move is not None and is_fraud(move.why)


def too_late(letter_case: Case | None, kind: str) -> tuple[terms.Finding, ...]:
    """That they have decided, beside a letter that argues for the seat or asks how it stands."""
    standing = getattr(letter_case, "standing", None) if letter_case is not None else None
    if standing is None or standing.seen_outcome not in DECIDED:
        return ()
    if kind in FOR_AN_OPEN_SEAT:
        says = (
            "They have decided. This letter argues for a seat that is still open; after a no, two "
            "gracious lines or the one letter that reopens fit better."
        )
    elif kind in ASKS_WHERE_IT_STANDS:
        says = (
            "They have decided and told you so. A question about where things stand reads as if their "
            "answer had not been read; two gracious lines fit better."
        )
    else:
        return ()
    return (terms.Finding(0, 0, "after_verdict", "look", says),)
