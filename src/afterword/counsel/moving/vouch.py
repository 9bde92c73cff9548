"""The moves that concern those who vouch: told before a final, thanked after it, asked when it hurt (P22, P23)."""

from __future__ import annotations

from afterword.counsel import days
from afterword.counsel.checks import suspicion
from afterword.counsel.moving.scene import NOW, SOMETIME, SOON, Scene, play, rest, spoken
from afterword.counsel.references import Due, Process, Step, due, late_round, owed, process_of
from afterword.terms import (
    LetterKind,
    MailKind,
    Move,
    Outcome,
    Register,
    Stage,
)

#: Which letter a step asks for.
LETTER = {
    Step.NAME: LetterKind.REFERENCE_BRIEF,
    Step.ASK: LetterKind.REFERENCE_REQUEST,
    Step.REMIND: LetterKind.REFERENCE_REQUEST,
}
NOBODY = "Who will speak for you? Put them on the page References."


def final_is_near(s: Scene) -> Move | None:
    """P22 when its day has nearly come: from then on it goes before the letters of the last round."""
    move = before_a_final(s)
    if move is None or move.when is None:
        return None
    return move if s.today >= s.plus(move.when, -days.REFEREE_PRESSES) else None


def before_a_final(s: Scene) -> Move | None:
    """P22: at least three business days before a final, every referee knows of this process."""
    if not _register(s).referees or late_round(s.view.file, s.now) is None:
        return None
    process = _process(s)
    found = due(_register(s), process, s.today)
    if not found:
        return None
    first = found[0]
    return play(
        s,
        "P22",
        LETTER[first.step],
        first.referee.id,
        _why(first, process),
        when=first.by,
        urgency=NOW if s.today >= first.by else SOON,
    )


def check_has_begun(s: Scene) -> Move | None:
    """P22: they are about to ask the referees; whoever agreed is told today."""
    last = s.last(MailKind.REFERENCE_CHECK)
    if last is None or s.since(last.at) > days.LATE_LETTER:
        return None
    if s.last(MailKind.OFFER, MailKind.REJECTION) is not None and s.standing.stage is not (
        Stage.REFERENCE_BACKGROUND_CHECK
    ):
        return None
    register, process = _register(s), _process(s)
    if not register.referees:
        if s.view.sent_since(last.at, *LETTER.values()):
            return None
        return _ask_who(s, f"They turned to references on {spoken(s, last.at)}.")
    found = due(register, process, s.today)
    if not found:
        if register.of(process.id) or s.view.sent_since(last.at, *LETTER.values()):
            return None
        return _ask_who(s, "They are about to ask, and nobody on your list may be named yet.")
    first = found[0]
    return play(
        s,
        "P22",
        LETTER[first.step],
        first.referee.id,
        f"They are about to ask your referees. {_why(first, process)}",
        when=s.plus(s.view.day(last.at), 1),
        urgency=NOW,
    )


def they_spoke(s: Scene) -> Move | None:
    """P22: whoever has spoken for the user is thanked, whatever comes of it."""
    return _thank(s, SOON)


def tell_the_good_news(s: Scene) -> Move | None:
    """P22: those who vouched hear that it worked."""
    if s.standing.outcome is not Outcome.HIRED:
        return None
    return _thank(s, SOON)


def tell_referees(s: Scene) -> Move | None:
    """P22: those who vouched hear how it ended; they asked themselves the same."""
    return _thank(s, SOMETIME)


def _thank(s: Scene, urgency: int) -> Move | None:
    if not _register(s).of(s.view.file.id):
        return None
    found = owed(_register(s), _process(s), s.today)
    if not found:
        return None
    first = found[0]
    return play(
        s,
        "P22",
        LetterKind.REFERENCE_THANKS,
        first.referee.id,
        first.why,
        when=max(first.by, s.today),
        urgency=urgency,
    )


def checks_may_have_hurt(s: Scene) -> Move | None:
    """P23: two or more late losses followed a check; a private talk with the referee, once.

    It is raised in the last of those processes only, and rests once the talk is noted.
    """
    register = _register(s)
    if not register.lost or register.lost[-1].case != s.view.file.id:
        return None
    found = suspicion(register, s.today)
    if found is None:
        return None
    if not found.ask:
        return rest(found.why, question="Who spoke for you there?")
    return play(
        s,
        "P23",
        None,
        found.ask[0].id,
        found.why,
        when=s.plus(s.today, 0),
        urgency=SOON,
    )


def _ask_who(s: Scene, why: str) -> Move:
    return play(
        s,
        "P22",
        LetterKind.REFERENCE_BRIEF,
        "",
        f"{why} Tell your referees today what the role is and which three facts would help.",
        when=s.plus(s.today, 0),
        urgency=NOW,
        question=NOBODY,
    )


def _why(first: Due, process: Process) -> str:
    if first.step is Step.NAME:
        return first.why
    return f"{first.why} {process.title} will want to hear from them by {days.spoken(first.by)}."


def _process(s: Scene) -> Process:
    return process_of(s.view.file, s.standing, s.now)


def _register(s: Scene) -> Register:
    return s.view.file.register
