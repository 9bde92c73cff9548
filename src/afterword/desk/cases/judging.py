"""What counsel says of one case, as it is and as it may be shown while an envelope is closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword import counsel
from afterword.casebook import decision
from afterword.casebook.files import without_sealed
from afterword.casebook.profile import Profile
from afterword.casebook.values import to_plain
from afterword.counsel import days
from afterword.counsel.decision.rules import FRAUD
from afterword.counsel.own_plays import NONE, OwnPlays
from afterword.terms import Advice, Band, CaseFile, Lane, Move, Standing, State

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def at_home(account: UUID, now: datetime) -> datetime:
    """This moment by the user's own clock: the day that counsel counts by is their day."""
    zone = Profile.objects.of(account).values_list("zone", flat=True).first()
    return now.astimezone(ZoneInfo(zone or "UTC"))


def judge(file: CaseFile, now: datetime, own: OwnPlays = NONE) -> decision.Plan:
    """What counsel says of a case, as it is and as it may be shown while envelopes are closed.

    `own` are the account's own plays (`desk.playbook.own_plays`).
    """
    return _plan(file, counsel.judge(open_all(file), now, own), now, own)


def judge_all(files: list[CaseFile], now: datetime, own: OwnPlays = NONE) -> list[decision.Plan]:
    """`judge` for the cases of a plan; together they are judged sooner than one by one."""
    whole = counsel.judge_all([(open_all(file), now) for file in files], own)
    return [_plan(file, said, now, own) for file, said in zip(files, whole, strict=True)]


def _plan(file: CaseFile, said: counsel.Judgement, now: datetime, own: OwnPlays) -> decision.Plan:
    """The plan of a case of which is said what holds with every envelope open."""
    sealed = [h.id for h in file.happenings if h.sealed]
    whole = _look(said)
    shown = whole
    if sealed:
        shown = _look(counsel.judge(without_sealed(file, map(UUID, sealed)), now, own))
    # The stored move keeps the seal: counsel sees the closed envelope and waits for the user.
    move = counsel.next_move(file, now, own) if sealed else whole.move
    advice = None if sealed else whole.advice
    return decision.Plan(
        standing={
            **_columns(whole),
            "seen_state": str(shown.standing.state),
            "seen_outcome": str(shown.standing.outcome or ""),
            "seen_band": str(shown.band or ""),
            "seen_lane": str(shown.lane or ""),
            "seen_why": _came(file, shown.standing, now) if sealed else _says(whole),
            "sealed": bool(sealed),
        },
        move=move,
        advice=to_plain(advice) if advice else None,
        inputs=lambda: to_plain(counsel.weigh(file, whole.standing, now)),
    )


def _came(file: CaseFile, shown: Standing, now: datetime) -> str:
    """What is said of a case while a letter lies closed: that it came, and no clock beside it."""
    if shown.state in (State.CLOSED, State.ON_HOLD):
        return shown.why
    day = days.spoken(days.local(max(h.at for h in file.happenings if h.sealed), now))
    asked = [h.asked_by for h in file.happenings if h.sealed and h.asked_by is not None]
    ahead = [by for by in asked if by >= now.date()]
    until = (
        f"It asks for an answer by {days.spoken(min(ahead))}."
        if ahead
        else "Open it when you like."
    )
    return f"They wrote on {day}, and the letter is closed. {until}"


def _says(look: _Look) -> str:
    """Why it stands so; where a question would be fair by the clock and none is asked, why none is.

    Who is asked for money, or not to write, must not read anywhere that one last question is fair,
    nor of a fraud that it is an offer.
    """
    move = look.move
    asked = look.standing.state not in (State.OVERDUE, State.QUIET) or move.play
    if (asked and not is_fraud(move.why)) or look.standing.why in move.why:
        return look.standing.why
    first, *more = _SENTENCE.split(move.why)
    return " ".join([first, *more[:1]])


def is_fraud(why: str) -> bool:
    """Whether this is what a move says of a case that looks like a fraud."""
    return why.startswith(FRAUD)


@dataclass(frozen=True, slots=True)
class _Look:
    standing: Standing
    move: Move
    advice: Advice | None
    band: Band | None
    lane: Lane | None


def _look(said: counsel.Judgement) -> _Look:
    # A band is given where the case has ended or rests; elsewhere nobody asks for advice.
    # In the hours of rest the band waits, and the advice is what there is to think about.
    lane = counsel.lane(said.standing, said.advice)
    return _Look(said.standing, said.move, said.advice, said.move.band, lane)


def open_all(file: CaseFile) -> CaseFile:
    """The case as if every envelope had been opened: for judging, never for showing."""
    if not any(h.sealed for h in file.happenings):
        return file
    return replace(file, happenings=tuple(replace(h, sealed=False) for h in file.happenings))


def _columns(look: _Look) -> dict[str, Any]:
    s = look.standing
    return {
        "state": str(s.state),
        "stage": str(s.stage or ""),
        "outcome": str(s.outcome or ""),
        "by_internal": s.by_internal,
        "since": s.since,
        "last_word": s.last_word,
        "promised": s.promised,
        "nudge_from": s.nudge_from,
        "nudges": s.nudges,
        "why": _says(look),
        "band": str(look.band or ""),
        "lane": str(look.lane or ""),
    }
