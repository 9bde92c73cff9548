"""Mail that pretends: a false sender, or words meant for a program, never settle a verdict."""

from __future__ import annotations

from afterword.reading import senders
from afterword.reading.view import rule, view
from afterword.terms import Mail, Reading

_UNCONFIRMED = "The receiving server could not confirm the sender."
_INSTRUCTS = "The text holds instructions meant for a program."

_TO_A_PROGRAM = rule(
    r"\b(?:ignore (?:all |any |the |your )*(?:previous|prior|above|earlier) (?:instructions?|prompts?|rules|context)|disregard (?:all |any |the )*(?:previous|prior|above)|you are (?:now )?(?:an?|the) (?:ai|assistant|language model|llm|chatbot|email (?:assistant|classifier))|system prompt|"
    r"(?:classify|label|mark|categori[sz]e|treat|tag) this (?:e-?mail|message|mail) as|(?:ai|llm|automated|parsing) (?:assistants?|systems?|models?|agents?|tools?|classifiers?)(?: [\w',-]{1,12}){0,5} (?:must|should|please|shall|reading|processing)|begin (?:system|instruction)|\[(?:system|inst)\]|<(?:system|instructions?)>|as an ai\b)"
)


def why_suspect(mail: Mail, whole: str) -> tuple[str, ...]:
    """The reasons not to believe this mail, in plain words; none for honest mail."""
    found: list[str] = []
    if senders.has_failed_checks(mail):
        found.append(_UNCONFIRMED)
    if _TO_A_PROGRAM.search(view(whole)):
        found.append(_INSTRUCTS)
    return tuple(found)


def is_suspect(reading: Reading) -> bool:
    """Whether this mail was read as one that pretends."""
    return _UNCONFIRMED in reading.errors or _INSTRUCTS in reading.errors
