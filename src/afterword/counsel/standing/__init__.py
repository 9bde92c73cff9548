"""Where a case stands on a day: state, stage, outcome, clocks, and the sentence that says why."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from afterword import workdays
from afterword.counsel import casting, days
from afterword.counsel.standing import words
from afterword.counsel.standing.fold import (
    ACTIVE,
    AWAITING,
    CLOSED,
    LEAD,
    OFFER,
    ON_HOLD,
    QUIET,
    SOFT_CLOSED,
    Tale,
    fold,
)
from afterword.counsel.standing.happened import so_far
from afterword.counsel.standing.silence import Silence, silence
from afterword.terms import CaseFile, Happening, Standing

__all__ = ["Silence", "Tale", "so_far", "stand", "stand_on", "standing_of", "tell"]


def stand(file: CaseFile, now: datetime) -> Standing:
    """Where the case stood at `now`, from happenings dated by then and nothing later."""
    return stand_on(file, so_far(file, now), now)


def stand_on(file: CaseFile, happened: tuple[Happening, ...], now: datetime) -> Standing:
    """The same, for who has picked out already what had happened by `now`."""
    return standing_of(file, tell(file, happened, now), now)


def tell(file: CaseFile, happened: tuple[Happening, ...], now: datetime) -> Tale:
    """What has happened in a case, walked through once."""
    return fold(happened, file.people, now)


def standing_of(file: CaseFile, tale: Tale, now: datetime) -> Standing:
    """Where a case stands of which the tale has been told; the sentence waits for who asks why."""
    state, since, fair, nudges = tale.state, tale.since, None, len(tale.nudges)
    if _waits(tale, file.country, now):
        clock = silence(tale, file.country, file.sector, now)
        state, fair = clock.state(now.date()), clock.nudge_from
        since = tale.since if state is AWAITING else tale.asked
    return casting.standing(
        state,
        tale.stage,
        tale.outcome,
        tale.by_internal,
        since,
        tale.last_word,
        tale.promised,
        fair,
        nudges,
        partial(_why, file, now),
    )


def _waits(tale: Tale, country: str, now: datetime) -> bool:
    """Whether it is their turn: nothing is asked of the user, or an invitation has run out.

    An invitation with nothing after it for two weeks: the talk took place, or was forgotten.
    """
    if tale.state is not ACTIVE or tale.asked is None:
        return tale.state is AWAITING
    asked = days.local(tale.asked, now)
    return workdays.between(asked, now.date(), country) > days.INVITATION_LASTS


def _why(file: CaseFile, now: datetime) -> str:
    """The sentence that says why a case stands where it stands; for it the tale is told anew."""
    country = file.country
    tale = tell(file, so_far(file, now), now)
    if _waits(tale, country, now):
        clock = silence(tale, country, file.sector, now)
        state = clock.state(now.date())
        why = words.waiting(tale, clock, state, country, now)
        why += words.quiet_there(state, country, now) + words.ontario(tale.met, country, now)
        return why + words.korea(tale.met, country, state is QUIET or state is SOFT_CLOSED)
    if tale.state is CLOSED:
        return words.closed(tale, now)
    if tale.state is LEAD or tale.cause is None:
        return f"So far this is a lead; no application has gone out.{_comes_back(file, tale, now)}"
    day = days.spoken(days.local(tale.cause.at, now), now)
    if tale.state is OFFER:
        happened = so_far(file, now)
        until, beside = words.until(happened, now), words.beside(happened, now)
        return f"They made you an offer on {day}.{until}{beside}"
    if tale.state is ON_HOLD:
        named = words.named(tale.promised, so_far(file, now), now) if tale.promised else ""
        back = f" They named {named}." if named else ""
        return f"They put the role on hold on {day}.{back} That is about the seat, not about you."
    return words.called_for(tale.cause, now)


def _comes_back(file: CaseFile, tale: Tale, now: datetime) -> str:
    """Of a lead, by when they come back by their own word, while that is ahead."""
    if tale.promised is None or tale.promised < now.date():
        return ""
    named = words.named(tale.promised, so_far(file, now), now)
    return f" They named {named} to come back to you; until then nothing is asked."
