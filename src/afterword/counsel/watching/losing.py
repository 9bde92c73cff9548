"""How a firm loses desks: by what chance would hardly bring, or because it says so itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from afterword.counsel.watching.flow import DAY, WEEK, Flow, chance_of_more, chance_of_none
from afterword.counsel.watching.memory import Memory
from afterword.counsel.watching.past import Past
from afterword.terms import Seen, Sighting, Signal, Strength

#: A loss is held against a watch of at least so long, and happens within one of these.
BASE_LEAST = timedelta(days=28)
SPANS = (timedelta(days=14), timedelta(days=28))
#: How seldom chance may bring as much to a side, and to a whole firm.
SHRINKS, WHOLE = 0.003, 0.001
#: Shrinking: of at least so many at most so great a share is left, for so long without a break.
#: (what the memory does not believe at once has been borne out for longer: `MASS_DAYS`).
FEWER_LEAST, LEFT_SHARE, FEWER_FOR = 4, 0.4, timedelta(days=2)
#: Of a whole firm nearly everything goes; of a side, that is what makes the sign a strong one.
NEARLY_ALL = 0.2


def settles(memory: Memory, now: datetime) -> bool:
    """Whether so much went lately that the next days must show if it is a loss, though they show
    nothing new."""
    gone = [u for one in memory.adverts for u in [one.up[-1].until] if u is not None]
    return sum(now - FEWER_FOR - 2 * DAY <= until for until in gone) >= FEWER_LEAST - 1


def shrinking(
    count: Flow, past: Past, now: datetime, name: str, *, whole: bool = False, parted: bool = False
) -> Sighting | None:
    """Most desks gone within weeks, nothing new, fewer than ever in the watch, borne out for days."""
    lately = [count.at(now - n * DAY) for n in range(FEWER_FOR.days + 1)]
    left = max(lately)
    for span in SPANS:
        since = now - FEWER_FOR - span
        watched = since - count.first
        before = count.at(since) if watched >= timedelta() else 0
        if before < FEWER_LEAST or left > (NEARLY_ALL if parted else LEFT_SHARE) * before:
            continue
        if (
            watched < BASE_LEAST
            or count.came(since, now)
            or left >= min(count.weekly(count.first, since))
        ):
            continue
        # what comes and what goes are one stream, and either tells of its rate
        flow = (count.came(count.first, since) + count.went(count.first, since)) // 2
        chance = chance_of_more(before - left, flow, watched, span)
        chance *= chance_of_none(flow, watched, span)
        if chance > (WHOLE if whole else SHRINKS):
            continue
        return _loss(past, now, name, lately[0], left, before, span, whole=whole)
    return None


def as_they_say(side: Flow, whole: Flow, past: Past, now: datetime, name: str) -> Sighting | None:
    """Most of what was sought gone within weeks, in a house that says that it lets people go:
    its word needs no days to be borne out, and no rate beside it."""
    for count, of in ((side, name), (whole, "")):
        for span in SPANS:
            before, left = count.at(now - span), count.at(now)
            if (
                before >= FEWER_LEAST
                and left <= LEFT_SHARE * before
                and not count.came(now - WEEK, now)
            ):
                return _loss(past, now, of, left, left, before, span, whole=not of)
    return None


def _loss(
    past: Past,
    now: datetime,
    name: str,
    here: int,
    left: int,
    before: int,
    span: timedelta,
    *,
    whole: bool,
) -> Sighting:
    what = "nearly all" if left <= NEARLY_ALL * before else "most"
    of = "what it was looking for" if whole else "the jobs in the department you spoke with"
    says = f"{past.company} has taken down {what} of {of}."
    left_now = "1 job is" if here == 1 else f"{here or 'no'} jobs are"
    shown = f"{left_now} left; {span.days} days before it was {before}"
    strength = Strength.STRONG if left <= NEARLY_ALL * before else Strength.FAIR
    key = move_key(Signal.SHRINKING, past, now, name)
    return Sighting(
        Signal.SHRINKING, key, now, strength, says, (Seen(shown, now),), past.company, past.case
    )


def move_key(signal: Signal, past: Past, now: datetime, name: str) -> str:
    """The move, the house, the side of it, the day: two sides of a house move each by itself."""
    return ":".join(filter(None, (signal, past.company.casefold(), name, str(now.date()))))
