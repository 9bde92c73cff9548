"""The state of a case, folded from its happenings one by one, before silence is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from afterword.counsel import days
from afterword.counsel.standing.happened import (
    APPLICATION,
    CALLS_FOR,
    CHECK_MAIL,
    HOLD_MAIL,
    IN,
    INTERVIEW,
    LETTER,
    LETTER_SENSE,
    LOW,
    MAY_END,
    NO_LETTER,
    NUDGES,
    OFFER_MAIL,
    OUTREACH,
    REOPENED,
    SENSE,
    SIGNAL,
    STAGE_NAMED,
    STIRS,
    WEIGHTY,
    Sense,
    ending,
    from_within,
    further,
    letter_kind,
    stage_of_talk,
    turned,
)
from afterword.counsel.standing.own_question import INVITES, asks_for_news
from afterword.terms import (
    Deed,
    Happening,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    Person,
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
#: As far as one comes without anybody having looked.
NOT_YET = (None, APPLIED)
#: Words that do not yet make an application of a lead.
_SMALL_TALK = frozenset({MailKind.OTHER_JOB, Deed.CALL})
#: An invitation this long after the one before it is to another round, not to another hour.
_ROUND = timedelta(days=4)


class Tale:
    """Where the fold has come to. `asked` is what the clocks run from.

    What happened is walked through once: on the way the tale also picks out what later rules look
    for, each sort oldest first. `verdict` is what ended or froze the case last, unless it was
    opened again since, and `news` their latest word that did so: a second no is news as well.
    `sealed` is whether a letter of theirs lies unopened, `sent` the letters that went out as the
    bits of `LETTER_BIT`, `turns` the kinds of what may turn a case that happened at all.
    """

    __slots__ = (
        *("state", "stage", "outcome", "by_internal", "since", "last_word", "asked", "promised"),
        *("nudges", "cause", "only_receipts", "met", "rounds", "invited", "invited_at"),
        *(
            "verdict",
            "news",
            "sealed",
            "words",
            "stops",
            "letters",
            "sent",
            "signs",
            "talks",
            "turns",
        ),
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
        self.news: Happening | None = None
        self.sealed = False
        self.words: list[Happening] = []
        self.stops: list[Happening] = []
        self.letters: list[tuple[LetterKind, Happening]] = []
        self.sent = 0
        self.signs: list[Happening] = []
        self.talks: list[Happening] = []
        self.turns: set[MailKind | Deed] = set()


def fold(happenings: tuple[Happening, ...], people: tuple[Person, ...], now: datetime) -> Tale:
    """What the happenings, oldest first, add up to."""
    tale = Tale()
    for h in happenings:
        _TAKES[h.kind](tale, h, people, now)
    return tale


def unfold(
    happenings: tuple[Happening, ...], people: tuple[Person, ...], now: datetime, tale: Tale
) -> Iterator[Happening]:
    """Each happening in turn, when the tale has just taken it in: for those who watch it grow."""
    for h in happenings:
        _TAKES[h.kind](tale, h, people, now)
        yield h


def _letter(tale: Tale, h: Happening, people: tuple[Person, ...], now: datetime) -> None:
    """A letter of the user's; most of what is written says nothing of how far it has come."""
    letter, bit, closes, asks = LETTER_SENSE.get(h.detail, NO_LETTER)
    if letter is not None:
        tale.letters.append((letter, h))
        tale.sent |= bit
    if closes or h.direction is IN or h.stage or h.by_internal or h.reasons or h.sealed:
        _take(tale, h, people, now)
    elif tale.state not in _SETTLED:
        _answer(tale, h, asks)


def _sign(tale: Tale, h: Happening, people: tuple[Person, ...], now: datetime) -> None:
    """A sign that was seen; by itself it moves nothing."""
    tale.signs.append(h)
    if h.stage or h.by_internal or h.reasons or h.sealed:
        _take(tale, h, people, now)


def _take(tale: Tale, h: Happening, people: tuple[Person, ...], now: datetime) -> None:
    """Sort it in; then how far the case has come with it, what they said, where it stands."""
    kind = h.kind
    sense = SENSE[kind]
    coming = h.direction is IN
    if h.sealed:
        tale.sealed = True
    if sense.mail:
        if coming:
            tale.words.append(h)
            if h.stop:
                tale.stops.append(h)
    elif kind is INTERVIEW:
        tale.talks.append(h)
    if sense.meets and coming:
        _meet(tale, h, people)
    else:
        stage = h.stage or sense.stage
        if stage is not None and stage is not tale.stage and h.certainty is not LOW:
            tale.stage = further(tale.stage, stage)
    word = sense.talks or (coming and sense.heard)
    if word:
        _hear(tale, h, now, sense)
    if h.by_internal or (h.reasons and from_within(h)):
        tale.by_internal = True
    if sense.turns:
        tale.turns.add(kind)
        if _TURNS[kind](tale, h, coming):
            return
    state = tale.state
    if state in _SETTLED or kind is OUTREACH or (state is LEAD and kind in _SMALL_TALK):
        return
    if word or kind is APPLICATION:
        _move(tale, h, AWAITING)
    elif not coming and (sense.mail or kind is LETTER):
        _answer(tale, h, asks_for_news(tale, h) or letter_kind(h) in NUDGES)


#: Who takes in a happening of this kind.
_TAKES: dict[MailKind | Deed, Callable[[Tale, Happening, tuple[Person, ...], datetime], None]] = {
    **dict.fromkeys(SENSE, _take),
    LETTER: _letter,
    SIGNAL: _sign,
}


# ── what settles where the case stands: each answers whether it did ─────────


def _may_end(tale: Tale, h: Happening, coming: bool) -> bool:
    """An end; told in doubt, it is a word of theirs and no more."""
    outcome = ending(h)
    before = tale.verdict
    if outcome is None:
        return _doubted(tale, h) if h.certainty is LOW and h.kind in WEIGHTY else False
    tale.verdict = turned(before, h, outcome)
    if tale.verdict is not before:
        tale.news = tale.verdict
    elif coming and before is not None and days.later(h.at, before.at):
        tale.news = h
    _end(tale, h, outcome)
    return True


def _freezes(tale: Tale, h: Happening, coming: bool) -> bool:
    """The seat is frozen, unless the case has ended."""
    if h.certainty is LOW:
        return _doubted(tale, h)
    tale.verdict = tale.news = turned(tale.verdict, h, None)
    if tale.state is not CLOSED:
        _move(tale, h, ON_HOLD)
    return True


def _offers(tale: Tale, h: Happening, coming: bool) -> bool:
    if h.certainty is LOW:
        return _doubted(tale, h)
    if coming:
        _reopen(tale, h, OFFER)
    return coming


def _asks_the_user(tale: Tale, h: Happening, coming: bool) -> bool:
    """The ball comes to the user, which opens what was closed; a doubtful word opens nothing."""
    if h.certainty is LOW and (tale.state is CLOSED or h.kind is REOPENED):
        return _doubted(tale, h) if h.kind is REOPENED else False
    if tale.state is CLOSED and h.kind in STIRS:
        return False
    # An offer waits for its yes or no, whatever forms, talks and papers are asked for meanwhile.
    if coming and tale.state is not OFFER:
        _reopen(tale, h, ACTIVE)
    return coming


def _goes_on(tale: Tale, h: Happening, coming: bool) -> bool:
    """They talked, or turned to references: it goes on, and the next word is theirs."""
    over = tale.state is CLOSED and (h.certainty is LOW or h.kind in STIRS)
    if coming and tale.state is not OFFER and not over:
        _reopen(tale, h, AWAITING)
    return True


_TURNS: dict[MailKind | Deed, Callable[[Tale, Happening, bool], bool]] = {
    **dict.fromkeys(MAY_END, _may_end),
    **dict.fromkeys(CALLS_FOR, _asks_the_user),
    HOLD_MAIL: _freezes,
    OFFER_MAIL: _offers,
    INTERVIEW: _goes_on,
    CHECK_MAIL: _goes_on,
}


def _doubted(tale: Tale, h: Happening) -> bool:
    if tale.state is LEAD:
        _move(tale, h, AWAITING)
    return True


def _meet(tale: Tale, h: Happening, people: tuple[Person, ...]) -> None:
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
    if h.certainty is LOW or (held and tale.state is CLOSED):
        return  # a talk after the no carries the case no further
    stage = h.stage or (STAGE_NAMED.get(h.detail) if h.detail else None)
    if stage is None:
        part = UNKNOWN
        for one in people:
            if one.id == h.who:
                part = one.part
                break
        stage = stage_of_talk(part, tale.rounds, held)
    if stage is not tale.stage:
        tale.stage = further(tale.stage, stage)


def _hear(tale: Tale, h: Happening, now: datetime, sense: Sense) -> None:
    """Their word: it answers nudges, moves or spends a promise, and starts the clock anew."""
    tale.last_word = h.at
    if not sense.receipt:
        tale.only_receipts = False
    elif not tale.only_receipts and tale.stage not in NOT_YET:
        return  # "we received your message" answers nothing
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
    """Their word opens it, or carries it on; what is read in doubt takes no verdict back."""
    tale.outcome = None
    tale.by_internal = False
    if tale.verdict is not None and h.certainty is not LOW:
        tale.verdict = tale.news = None
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
    if tale.state is ACTIVE and not (tale.cause is not None and tale.cause.kind in INVITES):
        tale.asked = h.at
        _move(tale, h, AWAITING)


def _another_round(tale: Tale, h: Happening) -> bool:
    return tale.invited_at is not None and h.at - tale.invited_at >= _ROUND
