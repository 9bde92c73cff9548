"""What is customary where the reader lives (method 3.2), and how stiff or plain a letter may be.

Habits differ in names, dates and farewells and in how long a note of thanks may be. Nothing
here guesses at a person: the country is the one that was entered or read for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from afterword.terms import Tone
from afterword.writing.lexicon import in_order


@dataclass(frozen=True, slots=True)
class Habit:
    """Customs of a country for letters in English; `english` is how its days are written."""

    closings: Mapping[Tone, str]
    whole_name: bool = False
    english: str = "en"


def _closings(usual: str, formal: str, plain: str) -> Mapping[Tone, str]:
    return MappingProxyType({Tone.USUAL: usual, Tone.FORMAL: formal, Tone.PLAIN: plain})


_ANYWHERE = _closings("With kind regards,", "Yours sincerely,", "Best wishes,")
_ELSEWHERE = Habit(_ANYWHERE)
#: Where first names come late, the whole name stands in the greeting until they use the first.
_BY_WHOLE_NAME = Habit(_ANYWHERE, whole_name=True)
_AMERICAN = Habit(_closings("Best regards,", "Sincerely,", "Best,"), english="en-US")
_BRITISH = Habit(_closings("Kind regards,", "Yours sincerely,", "Best wishes,"))

_HABITS: Mapping[str, Habit] = MappingProxyType(
    {
        **dict.fromkeys(("US", "CA"), _AMERICAN),
        **dict.fromkeys(("GB", "UK", "IE"), _BRITISH),
        **dict.fromkeys(in_order("DE AT CH LI FR BE LU JP KR CN IN PL CZ HU RO"), _BY_WHOLE_NAME),
    }
)

#: Farewells outside English. None needs to know who is a man and who a woman.
CLOSINGS: Mapping[tuple[str, Tone], str] = MappingProxyType(
    {
        ("de", Tone.USUAL): "Mit freundlichen Grüßen",
        ("de", Tone.FORMAL): "Mit freundlichen Grüßen",
        ("de", Tone.PLAIN): "Viele Grüße",
        ("fr", Tone.USUAL): "Bien cordialement,",
        (
            "fr",
            Tone.FORMAL,
        ): "Je vous prie de recevoir, Madame, Monsieur, mes salutations distinguées.",
        ("fr", Tone.PLAIN): "Cordialement,",
        ("es", Tone.USUAL): "Un cordial saludo,",
        ("es", Tone.FORMAL): "Le saluda atentamente,",
        ("es", Tone.PLAIN): "Saludos cordiales,",
    }
)


def of(country: str) -> Habit:
    """The customs of a country by its two letters ("US", "GB-SCT"); the common ones for the rest."""
    return _HABITS.get(country.upper().partition("-")[0], _ELSEWHERE)
