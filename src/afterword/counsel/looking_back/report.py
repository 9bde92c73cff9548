"""The search as a list that can be shown to others: date, firm, role, what was done, what came of it.

Agencies ask for proof of search. Nothing private stands in it: no note, no doubt, no advice, no
letter's purpose or text, and nothing from an answer that still lies in a closed envelope.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from afterword.counsel import days
from afterword.counsel.standing import so_far, stand
from afterword.counsel.standing.happened import letter_kind
from afterword.counsel.standing.words import ENDED
from afterword.terms import (
    CaseFile,
    Channel,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Standing,
    State,
)

#: Words between the user and those who vouch for them are no part of an application.
_PRIVATE = frozenset(
    {LetterKind.REFERENCE_REQUEST, LetterKind.REFERENCE_BRIEF, LetterKind.REFERENCE_THANKS}
)
_WITHDREW = "Withdrew the application"
#: What a letter does, where that can be told to anybody; of all others only that one was written.
_LETTER = {
    LetterKind.THANK_YOU: "Wrote to thank them",
    LetterKind.STATUS_NUDGE: "Asked how it stands",
    LetterKind.FINAL_NUDGE: "Asked how it stands",
    LetterKind.OFFER_ACCEPTANCE: "Accepted the offer",
    LetterKind.OFFER_DECLINE: "Declined the offer",
    LetterKind.WITHDRAWAL: _WITHDREW,
    LetterKind.PAIN_LETTER: "Wrote to the firm unasked",
    LetterKind.REFERRAL_ASK: "Asked for an introduction",
}
_HOW = {
    Channel.PHONE: " by phone",
    Channel.VIDEO: " by video",
    Channel.IN_PERSON: " in person",
}
_STATE = {
    State.LEAD: "not applied yet",
    State.ACTIVE: "under way",
    State.AWAITING: "no answer yet",
    State.OVERDUE: "no answer yet",
    State.QUIET: "no answer yet",
    State.SOFT_CLOSED: "no answer came",
    State.ON_HOLD: "paused by them",
    State.OFFER: "an offer",
}
#: What came of it is told by the letter alone; that one came is true, and "no answer" were not.
_UNREAD = "they answered; not read yet"
#: A deed of these was the user's own to do; a receipt stands for an application nobody saw leave.
_RECEIPT = "Applied (they confirmed the receipt)"
#: Cells that a spreadsheet would take for a formula begin with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was done. `outcome` is how that process stands on the day of printing."""

    on: date
    firm: str
    role: str
    done: str
    outcome: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The line for a spreadsheet: no cell can be taken for a formula."""
        row = (self.on.isoformat(), self.firm, self.role, self.done, self.outcome)
        return tuple(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row)


@dataclass(frozen=True, slots=True)
class Report:
    """The lines of a period, oldest first; both days are part of it."""

    since: date
    until: date
    on: date
    lines: tuple[Line, ...] = ()

    @property
    def firms(self) -> int:
        return len({line.firm for line in self.lines})


def report(files: Iterable[CaseFile], since: date, until: date, now: datetime) -> Report:
    """What was done from `since` to `until`, as known at `now`; days are those of `now`'s zone."""
    lines, seen = [], set[str]()
    for file in files:
        closed = any(h.sealed for h in file.happenings)
        file = _unsealed(file)
        outcome = _UNREAD if closed else _outcome(stand(file, now), now)
        for h, done in _deeds(file, now):
            on = days.local(h.at, now)
            # A word to a person who sits in two cases is one deed.
            if since <= on <= until and h.id not in seen:
                seen.add(h.id)
                lines.append(Line(on, file.company, file.role, done, outcome))
    once = dict.fromkeys(sorted(lines, key=lambda x: (x.on, x.firm, x.role, x.done)))
    return Report(since, until, now.date(), tuple(once))


def _unsealed(file: CaseFile) -> CaseFile:
    return replace(file, happenings=tuple(h for h in file.happenings if not h.sealed))


def _deeds(file: CaseFile, now: datetime) -> Iterable[tuple[Happening, str]]:
    applied = False
    for h in so_far(file, now):
        done = _done(h)
        if h.kind is MailKind.ACKNOWLEDGEMENT and h.direction is Direction.IN and not applied:
            done, applied = _RECEIPT, True
        if h.kind is Deed.APPLICATION or h.kind is Deed.INTERVIEW:
            applied = True
        if done == _WITHDREW and not applied:
            done = "Declined an approach"  # who never applied has no application to take back
        if done:
            yield h, done


def _done(h: Happening) -> str:
    """What the user did there, in words for anybody; "" for what is theirs or private."""
    if h.kind is Deed.APPLICATION:
        return "Applied"
    if h.kind is Deed.INTERVIEW:
        return (
            f"Interview{_HOW.get(h.channel, '')}"  # with whom is often a guess, and this is signed
        )
    if h.kind is Deed.CALL:
        return "Spoke with them" if h.channel is Channel.IN_PERSON else "Spoke with them by phone"
    if h.kind is Deed.OFFER_DECLINED:
        return "Declined the offer"
    if h.kind is Deed.OFFER_ACCEPTED:
        return "Accepted the offer"
    kind = letter_kind(h)
    if kind is not None:
        return "" if kind in _PRIVATE else _LETTER.get(kind, "Wrote to them")
    if isinstance(h.kind, MailKind) and h.direction is Direction.OUT:
        return _WITHDREW if h.kind is MailKind.WITHDRAWN else "Wrote to them by mail"
    return ""


def _outcome(standing: Standing, now: datetime) -> str:
    """How a process stands, with the day where it is over; why is nobody's business."""
    if standing.state is not State.CLOSED or standing.outcome is None:
        return _STATE.get(standing.state, "")
    says = ENDED[standing.outcome]
    if standing.since is None:
        return says
    day = days.local(standing.since, now)
    return f"{says}, {days.spoken(day, now)}"
