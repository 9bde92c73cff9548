"""Was the specification changed after the interview? (S4-02; the factor F7 rests on it.)

What was kept shows a change only as narrowly as it was looked at: between the last day an old wording
was seen and the first day a new one was. Where the talk lies between the two, nobody can say which
came first, and that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from afterword.counsel.adverts.wordings import Change, What, changes, summary
from afterword.terms.watching import Posting


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, from the first moment it was seen to the last at which it was seen so."""

    posting: Posting
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class SinceTalk:
    """The answer. `changed` True, False, or None where it cannot be told; `says` is for the user.

    `weighs` is True where what they ask for, the title, the pay or the place changed: what a letter
    may ask about. A new day of posting or another sentence about the firm is none of these.
    """

    changed: bool | None
    says: str
    talk: datetime
    changes: tuple[Change, ...] = ()
    sure: bool = False
    weighs: bool = False


_WEIGHS = frozenset({What.TITLE, What.REQUIREMENT, What.PAY, What.PLACE, What.REMOTE})


def since_talk(
    wordings: Sequence[Wording], talks: Sequence[datetime], now: datetime, zone: tzinfo
) -> SinceTalk | None:
    """What the kept wordings say of the time since the last talk; None before any talk or advert."""
    past = sorted(talk for talk in talks if talk <= now)
    rows = sorted((one for one in wordings if one.first <= now), key=lambda one: one.first)
    if not past or not rows:
        return None
    talk = past[-1]
    day = _day(talk, zone)
    earlier = [one for one in rows if one.first <= talk]
    if not earlier:
        says = (
            f"No wording from before your interview on {day} was kept, so a change cannot be seen."
        )
        return SinceTalk(None, says, talk)
    before, latest = earlier[-1], rows[-1]
    if latest is before:
        if before.last > talk:
            until = _day(before.last, zone)
            says = f"The advert read the same on {until} as before your interview on {day}."
            return SinceTalk(False, says, talk, sure=True)
        says = f"The advert was not looked at again since your interview on {day}."
        return SinceTalk(None, says, talk)
    found = changes(before.posting, latest.posting)
    if not found:
        says = f"The advert reads again as it did before your interview on {day}."
        return SinceTalk(False, says, talk, sure=True)
    sure = before.last >= talk
    when = "changed after" if sure else "changed round the time of"
    says = f"The advert {when} your interview on {day}: {summary(found)}."
    if not sure:
        says += (
            f" It was last seen as it was on {_day(before.last, zone)}, and first so on "
            f"{_day(next(one for one in rows if one.first > talk).first, zone)}."
        )
    return SinceTalk(True, says, talk, found, sure, any(one.what in _WEIGHS for one in found))


def _day(moment: datetime, zone: tzinfo) -> str:
    local = moment.astimezone(zone)
    return f"{local.day} {local:%B}"
