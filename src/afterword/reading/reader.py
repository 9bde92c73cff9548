"""One mail in, one reading out: the rooms of this room in the order they are asked."""

from __future__ import annotations

from afterword.reading import language as tongue
from afterword.reading.company import company_of
from afterword.reading.kind import judge
from afterword.reading.text import open_letter
from afterword.terms import Certainty, Direction, Evidence, Mail, MailKind, Reading


def read(mail: Mail, me: frozenset[str] = frozenset()) -> Reading:
    """What this mail says, with the words that say it; never raises on any `Mail`."""
    letter = open_letter(mail.text)
    text = f"{mail.subject.strip()}\n\n{letter.body}"
    code, sure = tongue.language_of(text)
    outgoing = mail.sent or bool(mail.sender and mail.sender.email.lower() in me)
    verdict = judge(mail, text, (code or "en",), outgoing=outgoing)
    kind, certainty = verdict.kind, verdict.certainty
    if sure and code not in tongue.READ:
        certainty = Certainty.LOW
        kind = MailKind.OTHER_JOB if kind is MailKind.REJECTION else kind
    evidence = tuple(Evidence(h.start, h.end, text[h.start : h.end], h.rule.id) for h in verdict.hits)
    return Reading(
        id=mail.id,
        source=mail.source,
        date=mail.date,
        direction=Direction.OUT if outgoing else Direction.IN,
        language=code,
        text=text,
        kind=kind,
        certainty=certainty,
        company=company_of(mail, text, letter.signature),
        by_internal=verdict.by_internal,
        evidence=evidence,
        errors=mail.errors,
    )
