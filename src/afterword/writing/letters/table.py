"""Every kind of letter that can be drafted, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from afterword.terms import Brief, Draft, LetterKind
from afterword.writing.letters.abroad import LETTERS
from afterword.writing.letters.asking import advice_request, proof_offer
from afterword.writing.letters.grace import grace_note
from afterword.writing.letters.influence import influence_letter
from afterword.writing.letters.keeping import congratulation, keep_in_touch, trigger_note
from afterword.writing.letters.leaving import (
    offer_acceptance,
    offer_decline,
    referral_give,
    withdrawal,
)
from afterword.writing.letters.talk import second_influence
from afterword.writing.letters.thanks import thank_you
from afterword.writing.letters.unasked import access_request, card, pain_letter
from afterword.writing.letters.verdict import call_request, reopen_letter
from afterword.writing.letters.vouching import (
    reference_brief,
    reference_request,
    reference_thanks,
    referral_ask,
)
from afterword.writing.letters.waiting import final_nudge, status_nudge

#: The short courtesies are worded in these languages too; every other letter in English only.
ALSO = ("de", "fr", "es")
_SHORT = frozenset(
    {
        *LETTERS,
        LetterKind.THANK_YOU,
        LetterKind.STATUS_NUDGE,
        LetterKind.FINAL_NUDGE,
        LetterKind.GRACE_NOTE,
    }
)


def languages(kind: LetterKind) -> tuple[str, ...]:
    """In which languages a letter of this kind is written, English first."""
    return ("en", *ALSO) if kind in _SHORT else ("en",)


WRITERS: Mapping[LetterKind, Callable[[Brief], Draft]] = {
    LetterKind.THANK_YOU: thank_you,  # P04
    LetterKind.INFLUENCE_LETTER: influence_letter,  # P05
    LetterKind.PROOF_OFFER: proof_offer,  # P06
    LetterKind.SECOND_INFLUENCE: second_influence,  # P07
    LetterKind.STATUS_NUDGE: status_nudge,  # P08, P09
    LetterKind.FINAL_NUDGE: final_nudge,  # P08, P09
    LetterKind.GRACE_NOTE: grace_note,  # P11
    LetterKind.ADVICE_REQUEST: advice_request,  # P12
    LetterKind.CALL_REQUEST: call_request,  # P13
    LetterKind.REOPEN_LETTER: reopen_letter,  # P14
    LetterKind.KEEP_IN_TOUCH: keep_in_touch,  # P15
    LetterKind.CONGRATULATION: congratulation,  # P15
    LetterKind.TRIGGER_NOTE: trigger_note,  # P16, P17
    LetterKind.OFFER_ACCEPTANCE: offer_acceptance,  # the end a search is for
    LetterKind.OFFER_DECLINE: offer_decline,  # P21
    LetterKind.WITHDRAWAL: withdrawal,  # P20
    LetterKind.REFERRAL_GIVE: referral_give,  # P20, S4-13
    LetterKind.REFERRAL_ASK: referral_ask,  # P13, S1-06
    LetterKind.REFERENCE_REQUEST: reference_request,  # P22
    LetterKind.REFERENCE_BRIEF: reference_brief,  # P22
    LetterKind.REFERENCE_THANKS: reference_thanks,  # P22
    LetterKind.PAIN_LETTER: pain_letter,  # method 2b: for cold targets only
    LetterKind.CARD: card,  # S1-08
    LetterKind.ACCESS_REQUEST: access_request,  # L02
}
