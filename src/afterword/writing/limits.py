"""How long a letter may be: upper bounds in words, as the contract gives them.

A letter below its bound is never wrong for being short. The keep-in-touch line is
counted in characters, because it has to fit where a message is read on a phone.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from afterword.terms import LetterKind

#: Upper bound in words (contract, "Lengths of letters"). Kinds without one have no bound.
LENGTHS: Mapping[LetterKind, int] = MappingProxyType(
    {
        LetterKind.THANK_YOU: 150,
        LetterKind.INFLUENCE_LETTER: 300,
        LetterKind.SECOND_INFLUENCE: 250,
        LetterKind.PROOF_OFFER: 180,
        LetterKind.STATUS_NUDGE: 80,
        LetterKind.FINAL_NUDGE: 80,
        LetterKind.GRACE_NOTE: 120,
        LetterKind.ADVICE_REQUEST: 110,
        LetterKind.CALL_REQUEST: 120,
        LetterKind.REOPEN_LETTER: 220,
        LetterKind.REFERRAL_ASK: 150,
        LetterKind.REFERRAL_GIVE: 150,
        LetterKind.CONGRATULATION: 60,
        LetterKind.TRIGGER_NOTE: 120,
        LetterKind.OFFER_ACCEPTANCE: 150,
        LetterKind.OFFER_DECLINE: 150,
        LetterKind.WITHDRAWAL: 120,
        LetterKind.REFERENCE_REQUEST: 160,
        LetterKind.REFERENCE_BRIEF: 350,
        LetterKind.REFERENCE_THANKS: 100,
        LetterKind.PAIN_LETTER: 250,
        LetterKind.CARD: 60,
    }
)

#: Upper bound in characters, greeting and closing included (contract).
CHARACTERS: Mapping[LetterKind, int] = MappingProxyType({LetterKind.KEEP_IN_TOUCH: 400})

#: Where a thank-you note is two lines, not a page (contract; method 3.2).
SHORT_THANKS: Mapping[str, int] = MappingProxyType({"GB": 60, "UK": 60, "DE": 60, "JP": 60})


def words(text: str) -> int:
    """How many words a reader would count in `text`, holes included; signs alone are none."""
    return len(text.split()) if any(sign.isalnum() for sign in text) else 0


def most_words(kind: LetterKind, country: str = "") -> int | None:
    """The bound in words for this kind of letter to this country; None when there is none."""
    if kind is LetterKind.THANK_YOU:
        return SHORT_THANKS.get(country.upper().partition("-")[0], LENGTHS[kind])
    return LENGTHS.get(kind)


def fits(text: str, kind: LetterKind, country: str = "") -> bool:
    """Whether `text`, greeting and closing included, keeps within its bound."""
    signs = CHARACTERS.get(kind)
    if signs is not None:
        return len(text) <= signs
    most = most_words(kind, country)
    return most is None or words(text) <= most
