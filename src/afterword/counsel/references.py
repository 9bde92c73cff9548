"""The register of referees judged on a day: who may be named, who is asked, briefed, thanked, spared.

The rule that nobody is named without their consent is law in places and decency
everywhere (L06); that agreeing is no promise of praise is S0-06; that hesitation
means another referee, and three business days' notice, are P22. How often one
person may be drawn on is our own judgement, written in `days`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from afterword import workdays
from afterword.counsel import days
from afterword.terms import (
    CaseFile,
    Certainty,
    Deed,
    Direction,
    MailKind,
    Outcome,
    Referee,
    ReferenceSignal,
    ReferenceStatus,
    Register,
    Stage,
    Standing,
    State,
    Vouched,
)

#: The rounds before which referees are told (P22).
FINALS = (Stage.FINAL_EXECUTIVE, Stage.REFERENCE_BACKGROUND_CHECK)
#: How far it can only have come with somebody who agreed.
AGREED = (
    ReferenceStatus.AGREED,
    ReferenceStatus.BRIEFED,
    ReferenceStatus.CONTACTED_BY_EMPLOYER,
    ReferenceStatus.THANKED,
)
#: A no that can follow a check.
LOST = (Outcome.REJECTED, Outcome.POSITION_FILLED, Outcome.OFFER_RESCINDED)


class Step(StrEnum):
    """What a referee needs next before the user can rely on them."""

    NAME = "name"
    ASK = "ask"
    WAIT = "wait"
    REMIND = "remind"
    TALK = "talk"
    REPLACE = "replace"
    SPARE = "spare"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Ready:
    """Whether this referee may be named to a firm today, what comes first, and why."""

    referee: Referee
    step: Step
    why: str

    @property
    def may_be_named(self) -> bool:
        """They agreed, nothing speaks against it. One who is tired may be named; it is unkind."""
        return self.step in (Step.NAME, Step.SPARE)


@dataclass(frozen=True, slots=True)
class Process:
    """A case as it matters to those who vouch in it; `final` is the next late round that is set."""

    id: str
    title: str
    country: str = ""
    live: bool = True
    final: date | None = None
    check: date | None = None
    ended: date | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A word a referee is owed in one process: by which day, and why now."""

    referee: Referee
    case: str
    step: Step
    by: date
    why: str


def process_of(file: CaseFile, standing: Standing, now: datetime) -> Process:
    """What of a case bears on its referees on that day."""
    today = days.local(now, now)
    late = late_round(file, now)
    checks = [
        h.at
        for h in file.happenings
        if h.at <= now
        and (h.kind is MailKind.REFERENCE_CHECK or h.stage is Stage.REFERENCE_BACKGROUND_CHECK)
        and h.direction is Direction.IN
        and h.certainty is not Certainty.LOW
    ]
    called = [one.called for one in file.register.of(file.id) if one.called and one.called <= today]
    began = min([*(days.local(one, now) for one in checks), *called], default=None)
    over = standing.state is State.CLOSED
    return Process(
        id=file.id,
        title=f"{file.role} at {file.company}" if file.role else file.company,
        country=file.country,
        # A round that is set is no silence, however long the last word lies back.
        live=standing.state not in (State.CLOSED, State.ON_HOLD)
        and (standing.state is not State.SOFT_CLOSED or late is not None),
        final=late,
        check=began,
        ended=days.local(standing.since, now) if over and standing.since else None,
        outcome=standing.outcome if over else None,
    )


def late_round(file: CaseFile, now: datetime) -> date | None:
    """The day of the next late round that is set, or None."""
    ahead = [
        h.at
        for h in file.happenings
        if h.kind is Deed.INTERVIEW and h.at > now and h.stage in FINALS
    ]
    return days.local(min(ahead), now) if ahead else None


def ready(referee: Referee, register: Register, today: date) -> Ready:
    """Whether they may be named today, and the one thing that comes first; the first rule answers."""
    for rule in RULES:
        found = rule(referee, register, today)
        if found is not None:
            return Ready(referee, *found)
    raise AssertionError("the last rule always answers")


Said = tuple[Step, str]


def _left_alone(r: Referee, register: Register, today: date) -> Said | None:
    if not r.alone:
        return None
    return Step.REST, "They are left alone, so nobody writes to them and nobody names them."


def _retired(r: Referee, register: Register, today: date) -> Said | None:
    if r.status is not ReferenceStatus.RETIRED:
        return None
    return Step.REST, "Retired from vouching. Nothing is asked of them any more."


def _said_no(r: Referee, register: Register, today: date) -> Said | None:
    if r.status is not ReferenceStatus.DECLINED:
        return None
    return Step.REPLACE, "They would rather not. That is an honest answer; another voice is better."


def _hesitated(r: Referee, register: Register, today: date) -> Said | None:
    """P22: hesitation means another referee."""
    if r.status is not ReferenceStatus.HESITANT:
        return None
    return Step.REPLACE, "They hesitated. Take that as a kind no, and ask someone else."


def _behind_your_back(r: Referee, register: Register, today: date) -> Said | None:
    if r.status is not ReferenceStatus.UNCONSENTED_BACKDOOR_POSSIBLE:
        return None
    return (
        Step.REST,
        "They could be asked without you. They are not named; better that someone who knows the "
        "same work speaks first.",
    )


def _may_hurt(r: Referee, register: Register, today: date) -> Said | None:
    """S0-06, P23: ask them, in private, before anyone else does."""
    doubtful = (ReferenceSignal.MIXED, ReferenceSignal.NEGATIVE)
    if r.status is not ReferenceStatus.RISKY and r.signal not in doubtful:
        return None
    return (
        Step.TALK,
        "What they would say may be mixed. Ask them in private what they would answer, without "
        "reproach; until then name someone else.",
    )


def _not_asked(r: Referee, register: Register, today: date) -> Said | None:
    """E02: no consent, no naming; one request, one reminder (P22)."""
    if r.consent is not None and r.consent <= today:
        return None
    if r.status in AGREED:
        return Step.WAIT, "Noted as agreed, but without the day. Add it, and they may be named."
    asked = sorted(day for day in r.asked if day <= today)
    if not asked and r.status is ReferenceStatus.ASKED:
        return Step.WAIT, "You asked them. The answer is theirs; note it here when it comes."
    if not asked:
        return (
            Step.ASK,
            "Not asked yet. Ask plainly: could they speak warmly and specifically of your work?",
        )
    waited = workdays.between(asked[-1], today)
    if waited < days.REFEREE_ANSWER:
        return Step.WAIT, f"You asked on {days.spoken(asked[-1])}. Leave them a few days."
    if len(asked) == 1:
        return (
            Step.REMIND,
            f"You asked on {days.spoken(asked[0])} and no answer is noted. One reminder is fair.",
        )
    return Step.REPLACE, "Asked twice without an answer. Let it be, and ask someone else."


def _tired(r: Referee, register: Register, today: date) -> Said | None:
    n = drawn_on(r, register, today)
    if n < days.REFEREE_MOST:
        return None
    return (
        Step.SPARE,
        f"They spoke or stood ready in {n} processes within {days.REFEREE_PERIOD} days. Spare them "
        "this time if you can.",
    )


def _may_be_named(r: Referee, register: Register, today: date) -> Said | None:
    agreed = f"They agreed on {days.spoken(r.consent)}." if r.consent else ""
    if not r.will_say and r.signal is ReferenceSignal.UNKNOWN:
        # S0-06: agreement to act is no promise of praise.
        return Step.NAME, f"{agreed} What they will say is not known yet: ask them."
    if r.signal in (ReferenceSignal.POSITIVE_GENERIC, ReferenceSignal.FACT_ONLY):
        return Step.NAME, f"{agreed} Kind, but general: remind them of one thing they saw you do."
    return Step.NAME, agreed


Rule = Callable[[Referee, Register, date], Said | None]
RULES: tuple[Rule, ...] = (
    _left_alone,
    _retired,
    _said_no,
    _hesitated,
    _behind_your_back,
    _may_hurt,
    _not_asked,
    _tired,
    _may_be_named,
)


def drawn_on(referee: Referee, register: Register, today: date) -> int:
    """In how many processes they stood ready or spoke within the period (`days.REFEREE_PERIOD`)."""
    since = today - timedelta(days=days.REFEREE_PERIOD)
    return len(
        {
            one.case
            for one in register.vouched
            if one.referee == referee.id
            and any(day is not None and since < day <= today for day in (one.briefed, one.called))
        }
    )


# ── in one process ──────────────────────────────────────────────────────────


def due(register: Register, process: Process, today: date) -> tuple[Due, ...]:
    """Who is asked or briefed for this process, by which day; the surest voice first.

    Nobody is due while no late round and no check is in sight. Whoever was briefed for
    another process is briefed again: another firm asks other things (P22).
    """
    by = deadline(process, today)
    if by is None or not process.live:
        return ()
    told = {one.referee for one in register.of(process.id) if _seen(one.briefed, today)}
    found = []
    for one in register.referees:
        state = ready(one, register, today)
        if state.step is Step.NAME and one.id not in told:
            found.append(Due(one, process.id, Step.NAME, by, _brief_why(one, process, by, today)))
        elif state.step in (Step.ASK, Step.REMIND):
            found.append(Due(one, process.id, state.step, by, state.why))
    order = {Step.NAME: 0, Step.REMIND: 1, Step.ASK: 2}
    return tuple(sorted(found, key=lambda d: (order[d.step], d.referee.name)))


def deadline(process: Process, today: date) -> date | None:
    """The last fair day to tell a referee: 3 business days before a final, at once when a check began."""
    if _check_is_on(process, today):
        return today
    if process.final is None or process.final < today:
        return None
    soon = workdays.add(process.final, -days.REFEREE_LOOK_AHEAD, process.country)
    if today < soon:
        return None
    return max(workdays.add(process.final, -days.REFEREE_NOTICE, process.country), today)


def _check_is_on(process: Process, today: date) -> bool:
    """Whether they turned to references so lately that a word still comes in time."""
    began = process.check
    return began is not None and (
        workdays.between(began, today, process.country) <= days.LATE_LETTER
    )


def _brief_why(r: Referee, process: Process, by: date, today: date) -> str:
    if process.check is not None and _check_is_on(process, today):
        return (
            f"{process.title} turned to references on {days.spoken(process.check)}. Tell "
            f"{r.name} today what the role is and which facts would help."
        )
    assert process.final is not None
    again = f" They last heard from you on {days.spoken(r.told)}." if r.told else ""
    return (
        f"{process.title}: a late round is on {days.spoken(process.final)}. Tell {r.name} by "
        f"{days.spoken(by)} what the role is, three facts, and what may be asked.{again}"
    )


def owed(register: Register, process: Process, today: date) -> tuple[Due, ...]:
    """Who is owed thanks or a word about the outcome (P22), the longest wait first."""
    found = []
    for one in register.of(process.id):
        referee = register.person(one.referee)
        if referee is None or referee.alone:
            continue
        if process.ended is not None and process.ended <= today:
            # What the user promised in writing does not lapse; a word since may have been it.
            open_ = one.promised is not None and not _wrote_since(one, process.ended)
            late = (today - process.ended).days > days.REFEREE_LATE and not open_
            used = _seen(one.briefed, today) or _seen(one.called, today)
            if used and not late and not _told_the_end(one, process.ended, today):
                by = process.ended + timedelta(days=days.REFEREE_OUTCOME)
                found.append(Due(referee, process.id, Step.NAME, by, _outcome_why(one, process)))
        elif _seen(one.called, today) and not _seen(one.thanked, today):
            assert one.called is not None
            by = workdays.add(one.called, days.REFEREE_CALLED)
            why = f"They spoke for you on {days.spoken(one.called)}. Thank them."
            found.append(Due(referee, process.id, Step.NAME, by, why))
    return tuple(sorted(found, key=lambda d: (d.by, d.referee.name)))


def _told_the_end(one: Vouched, ended: date, today: date) -> bool:
    """Whether they know how it ended: told so, or thanked after it was over."""
    thanked_since = one.thanked is not None and one.thanked >= ended
    return _seen(one.outcome_told, today) or (thanked_since and _seen(one.thanked, today))


def _wrote_since(one: Vouched, ended: date) -> bool:
    return one.written is not None and one.written >= ended


def _outcome_why(one: Vouched, process: Process) -> str:
    spoke = "spoke" if one.called else "stood ready"
    if one.promised is not None:
        return (
            f"On {days.spoken(one.promised)} you promised to tell them what came of {process.title}. "
            "It is over now: say how it ended."
        )
    return (
        f"They {spoke} for you at {process.title}, which is over. Thank them, and say how it ended."
    )


def _seen(day: date | None, today: date) -> bool:
    return day is not None and day <= today
