"""A case that is over, and whether it is kind to offer a look back at it on a day (S0-21, S4-11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from afterword.counsel import checks, days
from afterword.counsel.doubts.kinds import states_a_doubt
from afterword.counsel.standing import so_far, stand
from afterword.counsel.standing.happened import verdict_of
from afterword.terms import CaseFile, Deed, MailKind, Outcome, Stage, State

#: Reasons that are about the seat: nothing that was done in the room decided them (S0-08).
ABOUT_THE_SEAT = frozenset({"R04", "R05", "R06", "R07", "R08"})
_SEAT = (Outcome.CANCELLED, Outcome.POSITION_FILLED)
#: What the user ended, or won.
OWN = frozenset({Outcome.HIRED, Outcome.WITHDRAWN, Outcome.OFFER_DECLINED})


@dataclass(frozen=True, slots=True)
class Ended:
    """How and when a case ended, as the user knows it.

    `news` is when the word reached them: the opening of its envelope. `seat` is true where they
    said that it was about the seat; `met` where the user spoke with somebody there.
    """

    case: str
    company: str
    role: str
    outcome: Outcome
    on: date
    news: datetime
    stage: Stage | None = None
    met: bool = False
    seat: bool = False
    unlawful: bool = False

    @property
    def by_them(self) -> bool:
        return self.outcome not in OWN


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether a look back is offered on a day, why or why not, and until when it is."""

    due: bool
    why: str
    until: date | None = None


def ended(file: CaseFile, now: datetime) -> Ended | None:
    """How the case ended by `now`; None while it runs, rests, or its answer lies in a closed letter."""
    happened = so_far(file, now)
    if any(h.sealed for h in happened):
        return None
    standing, verdict = stand(file, now), verdict_of(happened)
    if standing.state is not State.CLOSED or standing.outcome is None or verdict is None:
        return None
    codes = {reason.code for reason in verdict.reasons}
    # "Somebody stronger, from our Lille office" says nothing of the user either; a doubt would.
    stated = bool(codes & ABOUT_THE_SEAT) and not any(map(states_a_doubt, codes))
    unlawful = file.answers.get("G2")
    return Ended(
        case=file.id,
        company=file.company,
        role=file.role,
        outcome=standing.outcome,
        on=days.local(verdict.at, now),
        news=verdict.opened or verdict.at,
        stage=standing.stage,
        met=any(h.kind in (Deed.INTERVIEW, MailKind.INTERVIEW_INVITATION) for h in happened)
        or standing.stage not in (None, Stage.APPLIED, Stage.ASSESSMENT),
        seat=standing.outcome in _SEAT or stated,
        unlawful=unlawful is not None and unlawful.value is True,
    )


def offer(end: Ended, now: datetime, *, looked: bool = False) -> Offer:
    """Whether to offer the five questions on this day; `looked` is true once answered or set aside."""
    first = days.local(end.news, now) + timedelta(days=days.LOOK_BACK)
    until = days.local(end.news, now) + timedelta(days=days.LOOK_BACK_UNTIL)
    if looked:
        return Offer(False, "You looked back on this one, or chose not to. It is not brought up.")
    if end.unlawful:
        return Offer(False, "What was said there is not yours to mend, so nothing is asked.")
    if not end.met:
        return Offer(False, "It ended before any talk, so there is little to look back on.")
    # The rest comes first: no question falls into the pause, whatever the calendar says.
    if now < end.news + timedelta(hours=days.PAUSE_HOURS) or now.date() < first:
        return Offer(False, f"The news is fresh. From {days.spoken(first)} it may be kind to look.")
    if now.date() > until:
        return Offer(False, "It lies some weeks back and is not brought up; the page stays open.")
    why = (
        f"{end.company} answered on {days.spoken(end.on)}. Five short questions, if you like; "
        "passing over them is as good a choice."
    )
    if end.outcome is Outcome.HIRED:
        why = "You said yes. Five short questions on what carried it, if you like."
    elif end.outcome in OWN:
        why = "You ended this one yourself. Five short questions, if you like; passing is fine."
    return Offer(True, why, until)


def the_one(due: Iterable[Ended], looked: Iterable[date], today: date) -> Ended | None:
    """Of the endings that may be offered the one that is: the latest news, and one at a time.

    `looked` are the days of earlier looks back, those passed over among them; after each comes
    a week of peace, so that a mailbox read whole does not turn into a row of questions.
    """
    peace = max(looked, default=date.min) >= today - timedelta(days=days.LOOK_BACK_APART - 1)
    return None if peace else max(due, key=lambda end: (end.news, end.case), default=None)


def copy_of_notes(end: Ended, country: str, now: datetime) -> str:
    """What the law lets one ask of them, where it does; late, apart, and with what it costs (L02)."""
    place = country.upper().partition("-")[0]
    late = now.date() >= days.local(end.news, now) + timedelta(days=days.COPY_FROM)
    if not (late and end.by_them and end.met and place in checks.UK | checks.EU):
        return ""
    said = (
        "You may ask the firm in writing for a copy of what it holds about you, notes of the talks "
        "among it. It is free and takes a month as a rule; names of others may be blacked out."
    )
    if place in checks.UK:
        said += " A reference given in confidence may be withheld."
    return (
        f"{said} It can cost goodwill: leave it to the end, and never join it to a letter of "
        f"thanks. A pointer as of {checks.READ_ON:%B %Y}, not legal advice."
    )
