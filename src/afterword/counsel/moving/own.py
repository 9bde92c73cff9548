"""A coach's own plays at work: ours made stricter, and theirs where ours would let a case rest."""

from __future__ import annotations

from dataclasses import replace

from afterword.counsel import cadence, days
from afterword.counsel.moving.scene import SOMETIME, Scene, rest
from afterword.counsel.own_plays import Change, NewPlay
from afterword.counsel.plays import PLAY
from afterword.counsel.standing.happened import letter_kind
from afterword.terms import Deed, Direction, Happening, MailKind, Move, Outcome, State

NUDGES = ("P08", "P09")


#: A date they named does not stand against what the talk itself asks for.
OF_THE_ROUND = frozenset({str(Deed.INTERVIEW), str(Deed.CALL), str(MailKind.ASSESSMENT)})


def stricter(s: Scene, move: Move) -> Move:
    """The move as the coach's change of its play wants it: never sooner, never more, never later."""
    change = s.own.changes.get(move.play)
    if change is None:
        return move
    if move.play in NUDGES:
        move = _later_nudge(s, move, change)
    else:
        move = _narrower(s, move, change)
    if not change.adds or not move.play:
        return move
    return replace(move, why=f"{move.why} Your own play adds: {change.adds.rstrip('.')}.")


def _later_nudge(s: Scene, move: Move, change: Change) -> Move:
    ours, fair = PLAY[move.play].earliest, s.standing.nudge_from
    if ours is None or change.play.earliest is None or fair is None:
        return move
    fair = s.plus(fair, change.play.earliest - ours)
    if s.today >= fair:
        return move
    return rest(f"{s.standing.why} Your own play waits until {days.spoken(fair, s.today)}.", fair)


def _narrower(s: Scene, move: Move, change: Change) -> Move:
    ours, theirs = PLAY[move.play], change.play
    if move.when is None or ours.latest is None or theirs.latest is None:
        return move
    start = s.plus(move.when, -ours.latest) if ours.latest else move.when
    if theirs.latest < ours.latest:
        move = replace(move, when=s.plus(start, theirs.latest))
    if theirs.earliest and theirs.earliest > (ours.earliest or 0):
        first = s.morning(start, theirs.earliest)
        move = replace(move, not_before=max(first, move.not_before or first))
    return move


def new_play(s: Scene) -> Move | None:
    """The first own play whose time it is, where nothing forbids writing or asking for more."""
    if not s.own.new or not _free(s):
        return None
    return next((move for one in s.own.new if (move := _due(s, one)) is not None), None)


def _free(s: Scene) -> bool:
    """Whether anything may be proposed: gates, pause, quiet and an ending that is good stand first."""
    a = s.answers
    if any((a.G1, a.G2, a.G4, a.G7, a.fixed_rules, a.soft_stop)) or any(
        h.sealed for h in s.view.happened
    ):
        return False
    if (a.unanswered or 0) >= days.DORMANT_AFTER or s.standing.nudges >= days.MOST_NUDGES:
        return False
    return s.standing.outcome is not Outcome.HIRED and s.standing.state is not State.OFFER


def _due(s: Scene, own: NewPlay) -> Move | None:
    start = _start(s, own)
    if start is None or _done(s, own, start):
        return None
    gone = s.since(start.at)
    if not (own.play.earliest or 0) <= gone <= (own.play.latest or 0):
        return None
    if own.stages and s.standing.stage not in own.stages:
        return None
    if own.bands and s.advice.band not in own.bands:
        return None
    who = ""
    if own.letter is not None:
        if _not_yet_fair(s, own):
            return None
        found = s.to_warmest() if s.standing.state is State.CLOSED else s.to_decider()
        if not found or not _within_caps(s, found):
            return None
        who = found
    return Move(
        play=own.play.id,
        letter=own.letter,
        who=who,
        when=s.plus(s.view.day(start.at), own.play.latest or 0),
        why=f"{own.play.situation.rstrip('.')}: {own.play.does.rstrip('.')}. "
        f"{own.play.guardrail.rstrip('.')}.",
        urgency=SOMETIME,
        question=own.question,
        source=f"{own.play.id}: {own.play.source}",
    )


def _not_yet_fair(s: Scene, own: NewPlay) -> bool:
    """G8: while their date is ahead no letter but those of the round; G9: nothing told in confidence."""
    if own.after in cadence.NEWS and s.advice.in_confidence:
        return True
    promised = s.standing.promised
    ahead = promised is not None and s.today < s.plus(promised, days.GRACE_AFTER_PROMISE)
    return ahead and own.after not in OF_THE_ROUND


def _start(s: Scene, own: NewPlay) -> Happening | None:
    """The last thing of theirs, or of the two of you, that sets this play off."""
    for h in reversed(s.view.happened):
        if h.kind is Deed.SIGNAL:
            if h.detail == own.after:
                return h
        elif str(h.kind) == own.after and (h.direction is Direction.IN or not _is_mail(h)):
            return h
    return None


def _is_mail(h: Happening) -> bool:
    return isinstance(h.kind, MailKind)


def _done(s: Scene, own: NewPlay, start: Happening) -> bool:
    """Once for each thing that sets it off: its letter went out, or the two of you have spoken."""
    for h in s.view.happened:
        if h.at <= start.at:
            continue
        if own.letter is not None and letter_kind(h) is own.letter:
            return True
        if own.letter is None and h.kind is Deed.CALL:
            return True
    return False


def _within_caps(s: Scene, who: str) -> bool:
    """Caps of ruling 3: 21 days a person, 14 a firm; after a verdict every letter since it counts."""
    person = s.view.person(who)
    mine = (who, person.email) if person else (who,)
    since = s.view.verdict.at if s.view.verdict else None
    for h in s.view.happened:
        kind = letter_kind(h)
        if kind is None or (kind not in cadence.TOUCHES and (since is None or h.at < since)):
            continue
        cap = days.PERSON_CAP if h.who in mine else days.FIRM_CAP
        if (s.today - s.view.day(h.at)).days < cap:
            return False
    return True
