"""The state of a case, folded from its happenings one by one, before silence is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from afterword.counsel import days
from afterword.counsel.standing.happened import (
    APPLICATION,
    CHECK_MAIL,
    CLOSING,
    HOLD_MAIL,
    IN,
    INTERVIEW,
    INVITATION,
    INVITE_TO_THEMSELVES,
    LETTER,
    LETTERS,
    LOW,
    NUDGES,
    OFFER_MAIL,
    OUTREACH,
    RECEIPTS,
    SENSE,
    SIGNAL,
    STAGE_NAMED,
    STAGE_OF_PART,
    STAGE_OF_ROUND,
    Sense,
    ending,
    further,
    letter_kind,
    turned,
)
from afterword.terms import (
    Deed,
    Happening,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    Stage,
    State,
)

LEAD, ACTIVE, AWAITING, OVERDUE, QUIET, SOFT_CLOSED, ON_HOLD, OFFER, CLOSED = (
    State.LEAD,
    State.ACTIVE,
    State.AWAITING,
    State.OVERDUE,
    State.QUIET,
    State.SOFT_CLOSED,
    State.ON_HOLD,
    State.OFFER,
    State.CLOSED,
)
APPLIED, ACCEPTED = Stage.APPLIED, Stage.ACCEPTED
HIRED, RESCINDED, WITHDRAWN, DECLINED = (
    Outcome.HIRED,
    Outcome.OFFER_RESCINDED,
    Outcome.WITHDRAWN,
    Outcome.OFFER_DECLINED,
)
UNKNOWN = Part.UNKNOWN
#: Where a letter of the user's changes nothing any more.
_SETTLED = (CLOSED, OFFER, ON_HOLD)
#: Words that invite to a talk, which is answered without the ball changing sides.
_INVITES = (INVITATION, MailKind.INTERVIEW_LOGISTICS)
#: As far as one comes without anybody having looked.
NOT_YET = (None, APPLIED)
#: Words that do not yet make an application of a lead.
_SMALL_TALK = frozenset({MailKind.OTHER_JOB, Deed.CALL})
#: An invitation this long after the one before it is to another round, not to another hour.
_ROUND = timedelta(days=4)
#: Own mail this long into the wait is a question about it; a copy of a kept letter lies closer.
_QUESTION_AFTER = timedelta(days=7)
_SAME_LETTER = timedelta(days=3)


class Tale:
    """Where the fold has come to. `asked` is what the clocks run from.

    What happened is walked through once: on the way the tale also picks out what later rules look
    for, each sort oldest first. `verdict` is what ended or froze the case last, unless it was
    opened again since; `sealed` is whether a letter of theirs lies unopened.
    """

    __slots__ = (
        *("state", "stage", "outcome", "by_internal", "since", "last_word", "asked", "promised"),
        *("nudges", "cause", "only_receipts", "met", "rounds", "invited", "invited_at"),
        *("verdict", "sealed", "words", "stops", "letters", "signs", "talks"),
    )

    def __init__(self) -> None:
        self.state: State = LEAD
        self.stage: Stage | None = None
        self.outcome: Outcome | None = None
        self.by_internal = False
        self.since: datetime | None = None
        self.last_word: datetime | None = None
        self.asked: datetime | None = None
        self.promised: date | None = None
        self.nudges: tuple[datetime, ...] = ()
        self.cause: Happening | None = None
        self.only_receipts = True
        self.met: datetime | None = None
        self.rounds = 0
        self.invited = False
        self.invited_at: datetime | None = None
        self.verdict: Happening | None = None
        self.sealed = False
        self.words: list[Happening] = []
        self.stops: list[Happening] = []
        self.letters: list[tuple[LetterKind, Happening]] = []
        self.signs: list[Happening] = []
        self.talks: list[Happening] = []


def fold(happenings: tuple[Happening, ...], parts: dict[str, Part], now: datetime) -> Tale:
    """What the happenings, oldest first, add up to."""
    tale = Tale()
    for happening in happenings:
        _take(tale, happening, parts, now)
    return tale


def unfold(
    happenings: tuple[Happening, ...], parts: dict[str, Part], now: datetime, tale: Tale
) -> Iterator[Happening]:
    """Each happening in turn, when the tale has just taken it in: for those who watch it grow."""
    for happening in happenings:
        _take(tale, happening, parts, now)
        yield happening


def _take(tale: Tale, h: Happening, parts: dict[str, Part], now: datetime) -> None:
    """Sort it in; then how far the case has come with it, what they said, where it stands."""
    kind = h.kind
    sense = SENSE[kind]
    coming = h.direction is IN
    if h.sealed:
        tale.sealed = True
    if kind is LETTER:
        letter = LETTERS.get(h.detail)
        if letter is not None:
            tale.letters.append((letter, h))
        if not (coming or h.detail in CLOSING or h.stage or h.by_internal or h.reasons):
            # most of what is written says nothing of how far it has come
            if tale.state not in _SETTLED:
                _answer(tale, h, letter in NUDGES)
            return
    elif sense.mail:
        if coming:
            tale.words.append(h)
            if h.stop:
                tale.stops.append(h)
    elif kind is INTERVIEW:
        tale.talks.append(h)
    elif kind is SIGNAL:
        tale.signs.append(h)
    if sense.meets and coming:
        _meet(tale, h, parts)
    elif (sense.stage is not None or h.stage is not None) and h.certainty is not LOW:
        tale.stage = further(tale.stage, h.stage or sense.stage)
    word = sense.talks or (coming and sense.heard)
    if word:
        _hear(tale, h, now, sense)
    if h.by_internal or (h.reasons and any(r.code == "R04" for r in h.reasons)):
        tale.by_internal = True
    if sense.turns and _ends_or_opens(tale, h, sense, coming):
        return
    state = tale.state
    if state in _SETTLED or kind is OUTREACH or (state is LEAD and kind in _SMALL_TALK):
        return
    if word or kind is APPLICATION:
        _move(tale, h, AWAITING)
    elif not coming and (sense.mail or kind is LETTER):
        _answer(tale, h, _asks(tale, h) or letter_kind(h) in NUDGES)


def _ends_or_opens(tale: Tale, h: Happening, sense: Sense, coming: bool) -> bool:
    """Whether it settles where the case stands: an end, a freeze, an offer, a word that opens."""
    kind, state, doubtful = h.kind, tale.state, h.certainty is LOW
    outcome = ending(h) if sense.may_end else None
    if outcome is not None or kind is HOLD_MAIL or tale.verdict is not None:
        tale.verdict = turned(tale.verdict, h, outcome)
    if outcome is not None:
        _end(tale, h, outcome)
    elif doubtful and sense.weighty:
        if state is LEAD:
            _move(tale, h, AWAITING)
    elif kind is HOLD_MAIL and state is not CLOSED:
        _move(tale, h, ON_HOLD)
    elif kind is OFFER_MAIL and coming:
        _reopen(tale, h, OFFER)
    elif state is CLOSED and not (sense.opens and coming and not doubtful):
        pass
    elif sense.calls and coming:
        _reopen(tale, h, ACTIVE)
    elif state is OFFER:
        pass
    elif kind is INTERVIEW or kind is CHECK_MAIL:
        if coming:
            _reopen(tale, h, AWAITING)
    else:
        return False
    return True


def _meet(tale: Tale, h: Happening, parts: dict[str, Part]) -> None:
    """A talk, or the invitation to one: its stage is said, else by who met the user, else by round."""
    held = h.kind is INTERVIEW
    if held:
        if not tale.invited:
            tale.rounds += 1
        tale.invited = False
        tale.met = h.at
    else:
        if not tale.invited or _another_round(tale, h):
            tale.rounds += 1
            tale.invited = True
        tale.invited_at = h.at
    if h.certainty is LOW:
        return
    stage = h.stage or STAGE_NAMED.get(h.detail)
    if stage is None:
        part = parts.get(h.who, UNKNOWN)
        stage = STAGE_OF_PART.get(part)
        by_round = STAGE_OF_ROUND[min(tale.rounds, len(STAGE_OF_ROUND)) - 1]
        if not held:
            # who invites sits in the talk or not; a later round is never less than its number
            stage = further(stage, by_round) if part in INVITE_TO_THEMSELVES else None
        stage = stage or by_round
    tale.stage = further(tale.stage, stage)


def _hear(tale: Tale, h: Happening, now: datetime, sense: Sense) -> None:
    """Their word: it answers nudges, moves or spends a promise, and starts the clock anew."""
    tale.last_word = h.at
    receipt = h.kind in RECEIPTS
    if receipt and not tale.only_receipts and tale.stage not in NOT_YET:
        return  # "we received your message" answers nothing
    tale.only_receipts = tale.only_receipts and receipt
    tale.asked = h.at
    tale.nudges = ()
    if h.promised is not None:
        tale.promised = h.promised
    elif tale.promised is not None:
        kept = sense.opens or days.local(h.at, now) > tale.promised
        tale.promised = None if kept else tale.promised


def _end(tale: Tale, h: Happening, outcome: Outcome) -> None:
    """The first end stands: a template after a withdrawal changes nothing."""
    if tale.state is CLOSED and outcome is not HIRED and outcome is not RESCINDED:
        return
    if outcome is WITHDRAWN and tale.state is OFFER:
        outcome = DECLINED
    if outcome is HIRED:
        tale.stage = ACCEPTED
    tale.outcome, tale.promised = outcome, None
    _move(tale, h, CLOSED)


def _reopen(tale: Tale, h: Happening, state: State) -> None:
    tale.outcome = None
    tale.by_internal = False
    _move(tale, h, state)


def _move(tale: Tale, h: Happening, state: State) -> None:
    if tale.asked is None or (h.kind is APPLICATION and tale.last_word is None):
        tale.asked = h.at
    if tale.state is not state or tale.cause is None:
        tale.since = h.at
    tale.state, tale.cause = state, h


def _answer(tale: Tale, h: Happening, asks: bool) -> None:
    """The user wrote to them: a question about the silence, or the answer that was asked for."""
    if asks:
        tale.nudges = (*tale.nudges, h.at)
        return
    if tale.state is ACTIVE and not (tale.cause is not None and tale.cause.kind in _INVITES):
        tale.asked = h.at
        _move(tale, h, AWAITING)


def _asks(tale: Tale, h: Happening) -> bool:
    """Whether own mail, found in the mailbox, is a question about the silence.

    A letter kept here and its copy in the mailbox are one: a copy within three days is not counted.
    """
    if h.kind is LETTER or tale.state is not AWAITING or tale.asked is None:
        return False
    if any(h.at - sent < _SAME_LETTER for sent in tale.nudges):
        return False
    return h.at - tale.asked > _QUESTION_AFTER


def _another_round(tale: Tale, h: Happening) -> bool:
    return tale.invited_at is not None and h.at - tale.invited_at >= _ROUND
