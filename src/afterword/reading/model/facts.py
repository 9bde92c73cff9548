"""What is known of a mail besides its words: who sends it, how, and into which thread."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from afterword.reading import senders
from afterword.reading.kind import Verdict
from afterword.reading.text import Letter
from afterword.terms import Address, Certainty, Mail, MailKind

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
#: How loudly the rules' own choice is told.
_SURE = {Certainty.STRONG: 1.0, Certainty.FAIR: 0.6, Certainty.LOW: 0.3}
#: More than this of one kind's rules adds nothing.
_ENOUGH = 2.0
_KINDS = tuple(MailKind)


@dataclass(frozen=True, slots=True)
class Facts:
    """Small plain signs; each is 0 or 1 to the model, save `words` and what the rules say.

    `rules` holds the rules' scores for each kind, then their choice by its certainty,
    then how much of the mail's world is hiring. Empty stands for silent rules.
    """

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
    rules: tuple[float, ...] = ()
    #: The sender as shown, to be read as a clause of its own.
    sender: str = ""

    def numbers(self) -> tuple[float, ...]:
        """The facts in the order the weights know them."""
        plain = (getattr(self, name) for name in _PLAIN)
        return (*(float(value) for value in plain), *(self.rules or (0.0,) * RULED))


_PLAIN = tuple(field.name for field in fields(Facts) if field.name not in {"rules", "sender"})
#: How many numbers tell what the rules say.
RULED = 2 * len(_KINDS) + 4


def facts_of(mail: Mail, letter: Letter, verdict: Verdict, *, outgoing: bool) -> Facts:
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
        rules=_told(verdict),
        sender="" if outgoing or mail.sender is None else _shown(mail.sender),
    )


def _told(verdict: Verdict) -> tuple[float, ...]:
    scores = (max(-1.0, min(verdict.scores.get(kind, 0.0), _ENOUGH)) for kind in _KINDS)
    choice = (_SURE[verdict.certainty] if kind is verdict.kind else 0.0 for kind in _KINDS)
    scene = verdict.scene
    world = (min(scene.job, 4.0) / 4, min(scene.other, 4.0) / 4, min(scene.hiring_words, 4) / 4)
    return (*scores, *choice, *world, float(scene.elsewhere))


def _shown(sender: Address) -> str:
    """The sender's name and the part before the @, where offices name themselves."""
    return f"{sender.name[:60]}, {sender.email.partition('@')[0][:40]}".strip(", ")
