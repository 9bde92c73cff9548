"""What is known of a mail besides its words: who sends it, how, and into which thread."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass

from afterword.reading import senders
from afterword.reading.text import Letter
from afterword.terms import Mail

_ANSWERS = re.compile(
    r"^\s*(?:re|aw|sv|antw|antwort|rif|r|res|resp|ref)\s?(?:\[\d{1,2}\])?:", re.IGNORECASE
)
_FORWARDS = re.compile(r"^\s*(?:fwd?|wg|tr|rv|enc|doorst|i)\s?:", re.IGNORECASE)
_QUOTED_JOB = re.compile(
    r"\b(?:appl(?:y|ied|ication)|interview|position|role|vacanc|job\b|cv\b|bewerb|stelle|candidat|"
    r"poste\b|entretien|puesto|entrevista|vaga\b|sollicit|vacature|candidatura|colloquio)",
    re.IGNORECASE,
)
#: The word count is told as a share of this, so that no fact outweighs the others.
_LONG = 100


@dataclass(frozen=True, slots=True)
class Facts:
    """Small plain signs; each is 0 or 1 to the model, save `words`."""

    outgoing: bool = False
    answers: bool = False
    forwards: bool = False
    quotes_a_job: bool = False
    bulk: bool = False
    automatic: bool = False
    no_reply: bool = False
    freemail: bool = False
    system: bool = False
    calendar: bool = False
    signed: bool = False
    words: float = 0.0

    def numbers(self) -> tuple[float, ...]:
        """The facts in the order the weights know them."""
        return tuple(float(value) for value in astuple(self))


def facts_of(mail: Mail, letter: Letter, *, outgoing: bool) -> Facts:
    """The facts of this mail; absent headers count as no."""
    sender = mail.sender.email if mail.sender else ""
    first = (mail.sender.name.split() or [""])[0].lower() if mail.sender else ""
    tail = f"{letter.body[-120:]}\n{letter.signature}".lower()
    return Facts(
        outgoing=outgoing,
        answers=bool(mail.in_reply_to or mail.references or _ANSWERS.match(mail.subject)),
        forwards=bool(_FORWARDS.match(mail.subject)),
        quotes_a_job=bool(_QUOTED_JOB.search(letter.quoted[:4000])),
        bulk=senders.is_bulk(mail),
        automatic=senders.is_automatic(mail),
        no_reply=senders.is_no_reply(sender),
        freemail=senders.is_freemail(sender),
        system=bool(sender and senders.vendor_of(sender)),
        calendar=bool(mail.calendars),
        signed=bool(first) and first in tail,
        words=min(len(letter.body.split()), 3 * _LONG) / _LONG,
    )
