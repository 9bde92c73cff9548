"""With whom somebody of an ended case has put the user in touch since: the next word to them tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from afterword import terms
from afterword.casebook.message import Message
from afterword.terms import Direction, MailKind
from afterword.writing.letters.awaited import LEAD

_ENDS = frozenset(
    {MailKind.REJECTION, MailKind.POSITION_FILLED, MailKind.CANCELLED, MailKind.OFFER_RESCINDED}
)


def facts(kind: terms.LetterKind, file: terms.CaseFile, to: terms.Person) -> Iterator[terms.Fact]:
    """The firm of the last lead this person brought after the end here, as one fact; of a sealed case none."""
    ended = [h.at for h in file.happenings if h.kind in _ENDS and h.direction is Direction.IN]
    if kind is not terms.LetterKind.KEEP_IN_TOUCH or not ended:
        return
    mine = {to.id, to.email} - {""}
    for h in reversed(file.elsewhere):
        if h.kind is MailKind.OUTREACH and h.who in mine and h.at > max(ended):
            rows = Message.objects.filter(pk=h.id, case__isnull=False)
            for firm in rows.values_list("case__company__name", flat=True):
                if firm != file.company:
                    yield terms.Fact(f"{LEAD}{h.id}", firm, to.name)
            return
