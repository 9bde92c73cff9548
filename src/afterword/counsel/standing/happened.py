"""Which happenings count on a day, and what each of them is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache

from afterword.counsel import days
from afterword.terms import (
    CaseFile,
    Certainty,
    Deed,
    Direction,
    Hand,
    Happening,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    Stage,
)

#: Bound by name, because in Python 3.11 a member reached through its class costs as much as a
#: call, and these are reached for every happening of every case.
IN, OUT = Direction.IN, Direction.OUT
LOW = Certainty.LOW
PERSONAL, TEMPLATE = Hand.PERSONAL, Hand.TEMPLATE
APPLICATION, INTERVIEW, LETTER, NOTE, SIGNAL = (
    Deed.APPLICATION,
    Deed.INTERVIEW,
    Deed.LETTER,
    Deed.NOTE,
    Deed.SIGNAL,
)
CHECK_MAIL, HOLD_MAIL, INVITATION, OFFER_MAIL, OUTREACH, REOPENED, WITHDRAWN_MAIL = (
    MailKind.REFERENCE_CHECK,
    MailKind.ON_HOLD,
    MailKind.INTERVIEW_INVITATION,
    MailKind.OFFER,
    MailKind.OUTREACH,
    MailKind.REOPENED,
    MailKind.WITHDRAWN,
)

#: Mail about jobs that says nothing of this case.
BESIDE = frozenset({MailKind.JOB_ALERT, MailKind.ACCOUNT, MailKind.NOT_JOB})
ENDS: dict[MailKind | Deed, Outcome] = {
    MailKind.REJECTION: Outcome.REJECTED,
    MailKind.POSITION_FILLED: Outcome.POSITION_FILLED,
    MailKind.CANCELLED: Outcome.CANCELLED,
    MailKind.WITHDRAWN: Outcome.WITHDRAWN,
    MailKind.OFFER_RESCINDED: Outcome.OFFER_RESCINDED,
    Deed.OFFER_DECLINED: Outcome.OFFER_DECLINED,
    Deed.OFFER_ACCEPTED: Outcome.HIRED,
}
#: Their word after an end that opens the case again.
OPENS: frozenset[MailKind | Deed] = frozenset(
    {
        MailKind.REOPENED,
        MailKind.INTERVIEW_INVITATION,
        MailKind.INTERVIEW_LOGISTICS,
        MailKind.ASSESSMENT,
        MailKind.ACTION_NEEDED,
        MailKind.REFERENCE_CHECK,
        MailKind.OFFER,
        Deed.INTERVIEW,
    }
)
#: Of these what lifts a freeze and no end: with people who said no one may still arrange a talk, hold
#: it, or be asked for something, and the no stands until they take it back or begin a new round.
STIRS: frozenset[MailKind | Deed] = frozenset(
    {MailKind.INTERVIEW_LOGISTICS, MailKind.ACTION_NEEDED, Deed.INTERVIEW}
)
#: The ball lies with the user, or a day is set.
CALLS_FOR = frozenset(
    {
        MailKind.ACTION_NEEDED,
        MailKind.ASSESSMENT,
        MailKind.INTERVIEW_INVITATION,
        MailKind.INTERVIEW_LOGISTICS,
        MailKind.REOPENED,
    }
)
RECEIPTS = frozenset({MailKind.ACKNOWLEDGEMENT, MailKind.APPLICATION_VIEWED})
#: What a low-certainty reading may not do: end, freeze or crown a case.
WEIGHTY = frozenset(ENDS) | {MailKind.ON_HOLD, MailKind.OFFER, MailKind.REOPENED}
MAY_END: frozenset[MailKind | Deed] = frozenset(ENDS) | {Deed.LETTER, Deed.NOTE}
#: The kind of a letter by the detail of its happening.
LETTERS: dict[str, LetterKind] = {kind.value: kind for kind in LetterKind}
#: A bit for each kind of letter, so that one number says which have gone out.
LETTER_BIT: dict[LetterKind, int] = {kind: 1 << n for n, kind in enumerate(LetterKind)}
_OUTCOMES: dict[str, Outcome] = {outcome.value: outcome for outcome in Outcome}
_LETTER_ENDS: dict[str, Outcome] = {
    LetterKind.WITHDRAWAL.value: Outcome.WITHDRAWN,
    LetterKind.OFFER_DECLINE.value: Outcome.OFFER_DECLINED,
    LetterKind.OFFER_ACCEPTANCE.value: Outcome.HIRED,
}
#: Letters that end a case, by the detail of their happening.
CLOSING = frozenset(_LETTER_ENDS)
NUDGES = frozenset({LetterKind.STATUS_NUDGE, LetterKind.FINAL_NUDGE})
#: Of each letter, by its detail: its kind, its bit, whether it ends a case, whether it asks about
#: the silence.
LETTER_SENSE = {
    detail: (kind, LETTER_BIT[kind], detail in CLOSING, kind in NUDGES)
    for detail, kind in LETTERS.items()
}
NO_LETTER = (None, 0, False, False)

STAGE_OF_PART = {
    Part.RECRUITER_INTERNAL: Stage.RECRUITER_SCREEN,
    Part.RECRUITER_AGENCY: Stage.RECRUITER_SCREEN,
    Part.SOURCER: Stage.RECRUITER_SCREEN,
    Part.COORDINATOR: Stage.RECRUITER_SCREEN,
    Part.HR_PARTNER: Stage.RECRUITER_SCREEN,
    Part.HIRING_MANAGER: Stage.HIRING_MANAGER_INTERVIEW,
    Part.PANEL_INTERVIEWER: Stage.PANEL_ONSITE,
    Part.PEER: Stage.PANEL_ONSITE,
    Part.SKIP_LEVEL_OR_EXECUTIVE: Stage.FINAL_EXECUTIVE,
    Part.DECISION_MAKER: Stage.FINAL_EXECUTIVE,
}
#: Who invites to a talk with themselves; a recruiter invites to a talk with others.
INVITE_TO_THEMSELVES = frozenset(
    {Part.HIRING_MANAGER, Part.DECISION_MAKER, Part.SKIP_LEVEL_OR_EXECUTIVE}
)
#: Without any other sign, the round says how far one came (judgement).
STAGE_OF_ROUND = (Stage.RECRUITER_SCREEN, Stage.HIRING_MANAGER_INTERVIEW, Stage.PANEL_ONSITE)
STAGES = tuple(Stage)
_HOW_FAR = {stage: place for place, stage in enumerate(STAGES)}
#: A stage by the word for it, as the detail of a talk may say it.
STAGE_NAMED: dict[str, Stage] = {stage.value: stage for stage in Stage}
#: The furthest stage that a kind reaches by itself.
_STAGE_OF_KIND: dict[MailKind | Deed, Stage] = {
    MailKind.ACKNOWLEDGEMENT: Stage.APPLIED,
    MailKind.APPLICATION_VIEWED: Stage.APPLIED,
    Deed.APPLICATION: Stage.APPLIED,
    MailKind.ASSESSMENT: Stage.ASSESSMENT,
    MailKind.REFERENCE_CHECK: Stage.REFERENCE_BACKGROUND_CHECK,
    MailKind.OFFER: Stage.WRITTEN_OFFER,
    Deed.OFFER_ACCEPTED: Stage.ACCEPTED,
}
_MEETS: frozenset[MailKind | Deed] = frozenset({Deed.INTERVIEW, MailKind.INTERVIEW_INVITATION})
_TALKS: frozenset[MailKind | Deed] = frozenset({Deed.INTERVIEW, Deed.CALL})


@dataclass(frozen=True, slots=True)
class Sense:
    """What a kind of happening can be at all: the tables above, looked up once a happening.

    `heard` is a word of theirs when it comes in, `talks` one whichever way it went; `turns` may
    bring a verdict or take one back.
    """

    mail: bool
    heard: bool
    talks: bool
    meets: bool
    receipt: bool
    opens: bool
    turns: bool
    stage: Stage | None


_FAR = days.APART + 1

SENSE: dict[MailKind | Deed, Sense] = {
    kind: Sense(
        mail=isinstance(kind, MailKind),
        heard=isinstance(kind, MailKind) and kind not in BESIDE,
        talks=kind in _TALKS,
        meets=kind in _MEETS,
        receipt=kind in RECEIPTS,
        opens=kind in OPENS,
        turns=kind in WEIGHTY or kind in MAY_END or kind in OPENS,
        stage=_STAGE_OF_KIND.get(kind),
    )
    for kind in (*MailKind, *Deed)
}


def so_far(file: CaseFile, now: datetime) -> tuple[Happening, ...]:
    """What had happened by `now`, oldest first."""
    happenings = file.happenings
    # the desk hands them over in order, and looking whether that is so is cheaper than sorting
    if not _in_order(happenings, now):
        found = [h for h in happenings if h.at <= now]
        found.sort(key=lambda h: (h.at, h.id))
        return tuple(found)
    if not happenings or not days.later(happenings[-1].at, now):
        return happenings
    return happenings[: bisect_right([h.at for h in happenings], now)]


def _in_order(happenings: tuple[Happening, ...], now: datetime) -> bool:
    """Whether each happened after the one before it (`days.later`, without a call for each)."""
    before: datetime = now
    zone: tzinfo | None = None
    for h in happenings:
        at = h.at
        if at.tzinfo is zone:  # one clock, as the desk hands them over: compared at once
            if not before < at:
                return False
        else:
            apart = _FAR if zone is None else at.toordinal() - before.toordinal()
            if apart < _FAR and not before < at:
                return False
            zone = at.tzinfo
        before = at
    return True


def letter_kind(happening: Happening) -> LetterKind | None:
    """The kind of letter the user sent, or None when this is not a letter."""
    return LETTERS.get(happening.detail) if happening.kind is LETTER else None


def letter_bits(kinds: Iterable[LetterKind]) -> int:
    """The bits of these kinds together (`Tale.sent`)."""
    found = 0
    for kind in kinds:
        found |= LETTER_BIT[kind]
    return found


def ending(happening: Happening) -> Outcome | None:
    """The outcome this closes a case with, or None."""
    kind = happening.kind
    if kind is LETTER:
        return _LETTER_ENDS.get(happening.detail)
    if kind is NOTE:
        return _OUTCOMES.get(happening.detail)
    outcome = ENDS.get(kind)
    if outcome is None or happening.certainty is LOW:
        return None
    own_mail = happening.direction is OUT and SENSE[kind].mail
    return outcome if not own_mail or kind is WITHDRAWN_MAIL else None


def opens(happening: Happening, verdict: Happening | None) -> bool:
    """Whether this opens again what that verdict ended or froze; a doubtful reading does not."""
    kind = happening.kind
    if kind not in OPENS or happening.direction is not IN or happening.certainty is LOW:
        return False
    return kind not in STIRS or verdict is None or verdict.kind is HOLD_MAIL


def further(a: Stage | None, b: Stage | None) -> Stage | None:
    """The further of two stages."""
    if a is None or b is None:
        return a or b
    return a if _HOW_FAR[a] >= _HOW_FAR[b] else b


def turned(verdict: Happening | None, h: Happening, outcome: Outcome | None) -> Happening | None:
    """What ended or froze the case, now that this has happened too; None while it is open.

    `outcome` is what this ends it with (`ending`). A freeze gives way to an end, which stands.
    """
    frozen = h.kind is HOLD_MAIL and h.certainty is not LOW
    if frozen or outcome is not None:
        return h if verdict is None or frozen or verdict.kind is HOLD_MAIL else verdict
    return None if opens(h, verdict) else verdict


def verdict_of(happenings: Iterable[Happening]) -> Happening | None:
    """The happening that ended or froze the case last, unless it was opened again since."""
    found: Happening | None = None
    for h in happenings:
        if SENSE[h.kind].turns:
            found = turned(found, h, ending(h))
    return found


def from_within(h: Happening) -> bool:
    """Whether they said that somebody from within took the seat."""
    for reason in h.reasons:  # noqa: SIM110  a loop costs a third of any() with a generator
        if reason.code == "R04":
            return True
    return False


@lru_cache(maxsize=1024)
def stage_of_talk(part: Part, rounds: int, held: bool) -> Stage:
    """How far a talk carries that names no stage: by who met the user, else by the round."""
    stage = STAGE_OF_PART.get(part)
    by_round = STAGE_OF_ROUND[min(rounds, len(STAGE_OF_ROUND)) - 1]
    if not held:
        # who invites sits in the talk or not; a later round is never less than its number
        stage = further(stage, by_round) if part in INVITE_TO_THEMSELVES else None
    return stage or by_round
