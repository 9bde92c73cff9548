"""What they ask of the user: an answer to an offer, a task with its day, a yes to a talk.

It is the user's own turn and nobody else's, so none of it stands under what one waits for.
"""

from __future__ import annotations

from afterword.counsel import days
from afterword.counsel.moving.ahead import last_call, next_talk
from afterword.counsel.moving.scene import FIRST, NOW, SOON, Scene, rest, spoken, theirs
from afterword.counsel.standing.answer_by import answer_by, asked_beside, in_offer
from afterword.counsel.standing.happened import OUT
from afterword.counsel.standing.words import asked, beside
from afterword.terms import Basis, Deed, Happening, MailKind, Move, RemarkKind, State


def offer(s: Scene) -> Move | None:
    """An offer waits for its answer: it comes first, with the day that they named last."""
    if s.standing.state is not State.OFFER:
        return None
    last = s.last(MailKind.OFFER)
    found = answer_by(s.view.happened)
    by = found[0] if found else None
    # What else they ask for stands behind what is said of the offer's own day.
    other, so_they_ask = asked_beside(s.view.happened, s.now), beside(s.view.happened, s.now)
    pace = ""
    if by is None:
        pace = " No day for your answer was found in their words. If there is none, take your time with it, and ask by when they need to know."
    elif by < s.today:
        pace = " That day is over: if you have not answered, ring them today."
    elif in_offer(found):
        pace = " A week more may be asked for, in two friendly lines."
    when = by if by is not None and by >= s.today else None
    if by is None and other is not None:
        when = other.asked_by
    return theirs(
        f"{s.standing.why.removesuffix(so_they_ask)}{pace}{so_they_ask} Before a yes, read all of it, "
        "talk the terms over, and let what you "
        "agree stand in writing. If you decline, tell them within a day, by phone and then in writing.",
        when,
        last.who if last is not None and last.who and s.may_write_to(last.who) else "",
        question="Will you take it?",
        urgency=FIRST,
    )


def they_asked_for_something(s: Scene) -> Move | None:
    last = last_call(s)
    if last is None or last.kind not in (MailKind.ACTION_NEEDED, MailKind.ASSESSMENT):
        return None
    if puts_a_doubt(s, last):
        return None  # the answer to it is a letter, and has its own rule
    what = "sent you a task" if last.kind is MailKind.ASSESSMENT else "asked you for something"
    until = last.asked_by or last.promised
    why = f"They {what} on {spoken(s, last.at)}.{asked(last)}"
    if s.answers.unpaid_work_again:
        return rest(s.advice.why, until, s.advice.next_question, NOW)
    if last.asked_by is not None and last.asked_by < s.today:
        # Done by another way than mail, or let go: the program cannot know which.
        return rest(f"{why} That day is over. If it is done, the next word is theirs.")
    # What would settle a decision is asked once there is one to weigh, not while they wait.
    return theirs(f"{why} That comes before any letter.", until)


def answer_the_invitation(s: Scene) -> Move | None:
    """They named a day for a talk, and no answer of the user's to it is found: one line says yes."""
    last = s.last(MailKind.INTERVIEW_INVITATION)
    talk = next_talk(s)
    if last is None or talk is None or not last.reply_possible:
        return None
    day = s.view.day(talk.at)
    if day <= s.today or _answered_since(s, last):
        return None
    # Where no mail of the user's is read at all, that none is found says little.
    reads_mine = any(h.direction is OUT and isinstance(h.kind, MailKind) for h in s.view.happened)
    if not reads_mine and talk.basis is not Basis.INFERRED:
        return None
    unanswered = (
        "No answer of yours is found: say yes in one line, or name another hour."
        if reads_mine
        else "If you have not answered yet, say yes in one line, or name another hour."
    )
    return theirs(
        f"They invited you on {spoken(s, last.at)}, to a talk on {spoken(s, talk.at)}. {unanswered}",
        day,
        last.who if last.who and s.may_write_to(last.who) else "",
        urgency=NOW if reads_mine else SOON,
    )


def name_your_hours(s: Scene) -> Move | None:
    """They asked when the user has time, and no answer is found: they wait, and the week they named runs."""
    last = last_call(s)
    if last is None or not last.asks_times or not last.reply_possible or next_talk(s) is not None:
        return None
    if _answered_since(s, last):
        return None
    reads_mine = any(h.direction is OUT and isinstance(h.kind, MailKind) for h in s.view.happened)
    found = (
        "no answer of yours is found" if reads_mine else "if you have not answered yet, they wait"
    )
    why = f"They asked on {spoken(s, last.at)} when you have time, and {found}."
    by, urgent = last.asked_by, reads_mine
    if by is not None and by < s.today:
        why += f" The days they named are over, since {days.spoken(by, s.today)}: name two or three new hours, with half a line of excuse."
    elif by is not None:
        why += f" Name two or three hours; the days they named end on {days.spoken(by, s.today)}."
        if by.isocalendar()[:2] == s.today.isocalendar()[:2]:
            why += " That week is running, so today is best."
            urgent = True
    else:
        why += " Name two or three hours in the next days."
    return theirs(
        why,
        by if by is not None and by >= s.today else None,
        last.who if last.who and s.may_write_to(last.who) else "",
        urgency=NOW if urgent else SOON,
    )


def _answered_since(s: Scene, word: Happening) -> bool:
    """Whether the user has written or rung since, however it is known."""
    return any(
        h.at > word.at and (h.kind in (Deed.LETTER, Deed.CALL) or isinstance(h.kind, MailKind))
        for h in s.view.happened
        if h.direction is OUT
    )


def puts_a_doubt(s: Scene, word: Happening) -> bool:
    """Whether what they ask of the user is an answer to the doubt that stands in the same mail."""
    if word.kind is not MailKind.ACTION_NEEDED:
        return False
    day = s.view.day(word.at)
    return any(
        one.said_in == word.id if one.said_in else one.at == day
        for one in s.view.said(RemarkKind.DOUBT)
    )
