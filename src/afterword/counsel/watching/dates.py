"""Days that come by themselves: the one they named, the end of a pause they asked for, three months on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from afterword.counsel import days
from afterword.counsel.standing.happened import OUT, so_far, verdict_of
from afterword.counsel.when import counted, named_day
from afterword.terms import (
    CaseFile,
    Deed,
    Happening,
    Outcome,
    RemarkKind,
    Seen,
    Sighting,
    Signal,
    Stage,
    Standing,
    State,
    Strength,
)

#: A day is told when it comes and for so long after; an old one is not dug out again.
TOLD_FOR = timedelta(days=14)
#: Three months after the seat was filled exits peak (E21).
THREE_MONTHS = timedelta(days=90)


def arrived(
    file: CaseFile, standing: Standing, now: datetime, *, started: date | None = None
) -> Iterator[Sighting]:
    """Days that have come in this case within the last two weeks.

    `started` is when the one hired began, where the user wrote it down (P19).
    """
    happened = so_far(file, now)
    if standing.state not in (State.CLOSED, State.ON_HOLD, State.SOFT_CLOSED):
        return
    yield from _told(file, happened)
    yield from _invited(file, happened, now)
    yield from _cooled(file, happened, now)
    yield from _three_months(file, standing, happened, started, now)


#: What only the user can know: nobody is watched for it.
_BY_WORD = {
    Signal.WINNER_LEFT: "You heard that the seat at {firm} is free again.",
    Signal.PERSON_MOVED: "You heard that somebody you know at {firm} works elsewhere now.",
}


def _told(file: CaseFile, happened: tuple[Happening, ...]) -> Iterator[Sighting]:
    """What the user was told and entered; it is a sign of the case already, and shown once."""
    for h in happened:
        says = next((s for signal, s in _BY_WORD.items() if h.detail == signal), None)
        if h.kind is Deed.SIGNAL and h.strength is None and says is not None:
            seen = (Seen("In your own words", h.at),)
            yield Sighting(
                Signal(h.detail), f"told:{h.id}", h.at, Strength.STRONG,
                says.format(firm=file.company), seen, file.company, file.id, h.who,
            )  # fmt: skip


def _invited(file: CaseFile, happened: tuple[Happening, ...], now: datetime) -> Iterator[Sighting]:
    """They said when a word would be welcome, and the day is here."""
    for h in happened:
        if h.invitation and h.direction is not OUT and h.promised is not None:
            day = h.promised
            if _is_here(day, now):
                says = f"{file.company} named {days.spoken(day)} to be in touch again."
                yield _on(Signal.INVITED_DATE, file, day, now, says, h.detail, h.who, h.at)
    for remark in file.remarks:
        if remark.kind is not RemarkKind.PROMISE or remark.at is None:
            continue
        found = named_day(remark.quote, remark.at)
        if found is not None and _is_here(found, now):
            says = f"They named about {days.spoken(found)} to be in touch again."
            at = datetime.combine(remark.at, time(12), tzinfo=now.tzinfo)
            yield _on(Signal.INVITED_DATE, file, found, now, says, remark.quote, remark.by, at)


def _cooled(file: CaseFile, happened: tuple[Happening, ...], now: datetime) -> Iterator[Sighting]:
    """They asked for a time to pass before the next application (R10, R16), and it has passed."""
    for h in happened:
        for reason in h.reasons:
            if reason.code not in ("R10", "R16"):
                continue
            day = _wait_over(reason.quote, days.local(h.at, now))
            if day is not None and _is_here(day, now):
                says = f"The time {file.company} asked you to let pass is over."
                yield _on(Signal.COOLING_OVER, file, day, now, says, reason.quote, h.who, h.at)


def _wait_over(words: str, said: date) -> date | None:
    """The first day after the wait these words ask for: of a span of months the last day is its own,
    as terms of law are counted (Regulation 1182/71, article 3)."""
    day = named_day(words, said)
    return day + timedelta(days=1) if day is not None and counted(words) else day


def _three_months(
    file: CaseFile,
    standing: Standing,
    happened: tuple[Happening, ...],
    started: date | None,
    now: datetime,
) -> Iterator[Sighting]:
    """Three months after somebody else began, for who stood in the last rounds (P16)."""
    verdict = verdict_of(happened)
    late = (Stage.PANEL_ONSITE, Stage.FINAL_EXECUTIVE, Stage.REFERENCE_BACKGROUND_CHECK)
    if verdict is None or standing.stage not in late:
        return
    if standing.outcome not in (Outcome.REJECTED, Outcome.POSITION_FILLED):
        return
    day = (started or days.local(verdict.at, now)) + THREE_MONTHS
    if _is_here(day, now):
        what = "Three months since somebody else began" if started else "Three months since the no"
        says = f"{what} at {file.company}: about now a firm knows how it worked out."
        yield _on(Signal.ANNIVERSARY, file, day, now, says, "", "", verdict.at)


def _is_here(day: date, now: datetime) -> bool:
    return day <= now.date() <= day + TOLD_FOR


def _on(
    signal: Signal,
    file: CaseFile,
    day: date,
    now: datetime,
    says: str,
    quote: str,
    who: str,
    said: datetime,
) -> Sighting:
    at = datetime.combine(day, time(), tzinfo=now.tzinfo)  # whoever looks at seven is told as well
    strength = Strength.WEAK if signal is Signal.ANNIVERSARY else Strength.STRONG
    # the day is shown beside it
    what = "Their no" if signal is Signal.ANNIVERSARY else "What they said"
    seen = (Seen(what, said, quote),)
    return Sighting(
        signal, f"{signal}:{file.id}:{day}", at, strength, says, seen, file.company, file.id, who
    )
