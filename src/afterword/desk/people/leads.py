"""With whom somebody of an ended case has put the user in touch since: the next word to them tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from afterword import terms
from afterword.casebook.message import Message
from afterword.counsel import stand
from afterword.counsel.weighing.doors import lead_from
from afterword.counsel.weighing.view import look
from afterword.writing.letters.awaited import LEAD


def facts(
    kind: terms.LetterKind, file: terms.CaseFile, to: terms.Person, now: datetime
) -> Iterator[terms.Fact]:
    """The firm of the lead that counsel sees in this case, where this person brought it; as one fact."""
    if kind is not terms.LetterKind.KEEP_IN_TOUCH:
        return
    found = lead_from(look(file, stand(file, now), now))
    if found is None or found[0].id != to.id:
        return
    rows = Message.objects.filter(pk=found[1].id, case__isnull=False)
    for firm in rows.values_list("case__company__name", flat=True):
        if firm != file.company:
            yield terms.Fact(f"{LEAD}{found[1].id}", firm, to.name)
