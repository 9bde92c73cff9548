"""A seat that is open again and the advert that was kept of it: the new text becomes its next wording.

The board shows what they ask for now; kept beside the old words it can be read, held against them,
and asked whether it still wants what was missed in the user.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from uuid import UUID

from afterword.casebook.case import Case
from afterword.casebook.event import Who
from afterword.casebook.kept_posting import KeptPosting, PostingVersion
from afterword.casebook.watched import Advert
from afterword.counsel.adverts import Known, What, changes, no_longer_asked, whose
from afterword.counsel.one_line import one_line
from afterword.desk.letters.answered import NOES
from afterword.terms import CaseFile, Direction, Posting, RemarkKind, Seen, Sighting, Signal

#: How a wording came that the board itself showed.
BOARD = "board"


def with_its_words(
    account: UUID, case: Case, file: CaseFile, sighting: Sighting, now: datetime
) -> Sighting:
    """The sighting, with what is asked no more; and the new text kept with the advert of the case."""
    if sighting.signal is not Signal.REOPENED or sighting.posting is None:
        return sighting
    shown = _on_the_board(account, sighting.posting)
    kept = _kept_with(case, sighting.posting.title)
    if shown is None or kept is None:
        return sighting
    version = kept.versions.order_by("-seen_at", "-id").first()
    if version is None:
        return sighting
    before = version.as_posting()
    if not _reads_otherwise(before, shown):
        return sighting
    KeptPosting.keep(
        account=account,
        posting=replace(shown, company=shown.company or kept.company),
        how=BOARD,
        at=now,
        case=case,
        same_as=kept,
        by=Who.MACHINE,
    )
    missed = _missed(file)
    gone = no_longer_asked(missed, before, shown)
    if gone is None:
        return sighting
    then = missed[gone.missed] or sighting.at
    said = f"They had said: “{one_line(gone.missed)}”"
    seen = Seen(said, then, gone.words or gone.gone, taken_back=gone.missed)
    return replace(sighting, says=f"{sighting.says} {gone.says}", seen=(*sighting.seen, seen))


def compared(
    account: UUID, cases: Iterable[UUID | None], now: datetime
) -> Mapping[UUID | None, UUID]:
    """The advert of each of these cases to which the board gave a new wording by then: case to advert."""
    rows = PostingVersion.objects.of(account).filter(
        how=BOARD, kept__case__in=list(cases), seen_at__lte=now
    )
    return dict(rows.values_list("kept__case", "kept"))


def _reads_otherwise(before: Posting, after: Posting) -> bool:
    """Whether a reader sees another text; a place or a date that only a board prints is none."""
    text = (What.TITLE, What.REQUIREMENT, What.LINE)
    return any(one.what in text for one in changes(before, after))


def _on_the_board(account: UUID, seen: Posting) -> Posting | None:
    """The advert with its whole text, as the board shows it; None where it gave no text."""
    rows = Advert.objects.of(account).filter(
        board__board=seen.board, board__tenant=seen.tenant, mark=seen.id[:300]
    )
    row = rows.order_by("-wording").first()
    found = row.as_posting() if row is not None else None
    return found if found is not None and found.text.strip() else None


def _kept_with(case: Case, title: str) -> KeptPosting | None:
    """The advert that was kept with the case; of several the one of this title, else none is guessed."""
    rows = list(KeptPosting.objects.of(case.account).filter(case=case))
    if len(rows) < 2:
        return rows[0] if rows else None
    known = [Known(str(one.pk), "firm", one.title) for one in rows]
    alike = whose(Posting("", "", "", title), "firm", known)
    return next((one for one in rows if alike and str(one.pk) == alike[0]), None)


def _missed(file: CaseFile) -> dict[str, datetime | None]:
    """What they said was missing, and when: the reasons of their no, then the doubts of their talks."""
    said: dict[str, datetime | None] = {
        reason.quote: h.at
        for h in file.happenings
        if h.direction is Direction.IN and h.kind in NOES and not h.sealed
        for reason in h.reasons
        if reason.quote
    }
    for one in file.remarks:
        if one.kind is RemarkKind.DOUBT:
            on = datetime.combine(one.at, time(12), tzinfo=UTC) if one.at else None
            said.setdefault(one.quote, on)
    return said
