"""The words a letter takes from the case page and from their mail: the question advised, the role as they call it."""

from __future__ import annotations

from collections import Counter

from django.db.models import QuerySet

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.message import Message
from afterword.casebook.values import from_plain
from afterword.terms import YOU, Band, LetterKind, Outcome

#: The play under which a question is put before a verdict, beside the answer to what they named.
ANSWER_AND_ASK = "P06"
_OVER = frozenset({Outcome.REJECTED, Outcome.POSITION_FILLED, Outcome.CANCELLED})
#: Whose words are theirs to answer: where they stand, what decided it, whether there is another way.
_THEIRS = frozenset({"F1", "F2", ""})


def advised(case: Case) -> terms.Advice | None:
    """The advice the case page shows; None where none is in force."""
    standing = getattr(case, "standing", None)
    last = (
        case.decisions.order_by("-id").first() if standing is not None and standing.band else None
    )
    return from_plain(terms.Advice, last.advice) if last is not None else None


def letter_of(case: Case, advice: terms.Advice) -> LetterKind | None:
    """The letter that puts the advice's question to somebody; None where one asks oneself, or nobody."""
    step = advice.next_step
    if advice.band is not Band.ASK_FIRST or not advice.next_question or step.who in ("", YOU):
        return None
    if advice.question_factor not in _THEIRS or advice.next_question not in step.what:
        return None
    if case.standing.seen_outcome in _OVER:
        return LetterKind.ADVICE_REQUEST
    return LetterKind.PROOF_OFFER if advice.play == ANSWER_AND_ASK else None


def question(case: Case, kind: LetterKind, to: terms.Person) -> str:
    """The question this letter puts, as the step words it; "" where it puts its own.

    To somebody else than whom the step names the question is not theirs to answer.
    """
    if kind not in (LetterKind.ADVICE_REQUEST, LetterKind.PROOF_OFFER):
        return ""
    advice = advised(case)
    if advice is None or letter_of(case, advice) is not kind:
        return ""
    named = advice.next_step.who.casefold()
    known = {seat.person.name.casefold() for seat in case.seats.select_related("person")}
    if named in known and to.name.casefold() != named:
        return ""
    return advice.next_question


def role(opened: QuerySet[Message], kept: str, language: str) -> str:
    """The role as their mail in the letter's language names it, where that of the case is of another.

    What mail in this language calls it too stays, and so does what no mail has: the user's own name.
    """
    named: dict[str, Counter[str]] = {}
    for held in opened.order_by("at").values_list("reading", flat=True):
        said, tongue = str((held or {}).get("role") or ""), str((held or {}).get("language") or "")
        if said and tongue:
            named.setdefault(tongue, Counter())[said] += 1
    here = named.get(language, Counter())
    elsewhere = {one.casefold() for key, found in named.items() if key != language for one in found}
    mine = kept.casefold()
    if not here or mine not in elsewhere or mine in {one.casefold() for one in here}:
        return kept
    return here.most_common(1)[0][0]
