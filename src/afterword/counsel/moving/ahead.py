"""Round a talk: what to ask in it, a plan before the verdict, the debrief while it is fresh (P01-P03)."""

from __future__ import annotations

from datetime import datetime

from afterword.counsel import days
from afterword.counsel.moving.scene import NOW, SOMETIME, SOON, Scene, play, spoken
from afterword.counsel.standing.happened import STAGES
from afterword.terms import Deed, Happening, MailKind, Move, Stage, State

#: What a note's detail says when the user has written a plan for a no, or noted a talk.
IF_THEN, DEBRIEFED = "if_then", "debriefed"


def plan_for_a_no(s: Scene) -> Move | None:
    """P02 in the morning of a final: one line in the user's own words, before anybody answers."""
    talk = next_talk(s)
    if talk is None or s.view.day(talk.at) != s.today or noted(s, IF_THEN):
        return None
    if not _is_late(s, talk):
        return None
    return play(
        s,
        "P02",
        None,
        "",
        "You talk with them today, in one of the last rounds. Before you go, one line for "
        "yourself: if it is a no, then I will … Two courtesies, one rest, one new target.",
        when=s.today,
        urgency=SOON,
    )


def talk_is_near(s: Scene) -> Move | None:
    """P01 on the day of a talk and the business day before: what to ask while one can still ask."""
    talk = next_talk(s)
    if talk is None or s.today < s.plus(s.view.day(talk.at), -1):
        return None
    return _ask(s, talk)


def an_interview_is_ahead(s: Scene) -> Move | None:
    """P01 from the invitation on; with a known day it comes up on the business day before it."""
    last = last_call(s)
    talk = next_talk(s)
    if last is None:
        return None
    return _ask(s, talk) if talk is not None else _when_is_it(s, last)


def next_talk(s: Scene) -> Happening | None:
    """The next talk that is set, today's among them as long as it has not begun."""
    ahead = [h for h in s.view.file.happenings if h.kind is Deed.INTERVIEW and h.at > s.now]
    return min(ahead, key=lambda h: h.at, default=None)


def _ask(s: Scene, talk: Happening) -> Move:
    day = s.view.day(talk.at)
    return play(
        s,
        "P01",
        None,
        talk.who if s.may_write_to(talk.who) else "",
        f"You talk with them on {spoken(s, talk.at)}. Choose two or three things to ask: what the "
        "newcomer must put right first, who decides and by when, and to whom you may write.",
        when=day,
        not_before=s.morning(day, -1),
        urgency=SOON,
    )


def _when_is_it(s: Scene, last: Happening) -> Move:
    return play(
        s,
        "P01",
        None,
        last.who if s.may_write_to(last.who) else "",
        f"{s.standing.why} In the talk, ask who decides and by when, and what the newcomer must "
        "fix first; save a personal address.",
        urgency=SOMETIME,
        question="When is the talk, and with whom?",
    )


def last_call(s: Scene) -> Happening | None:
    """Their last word that asks something of the user, while the case is active."""
    if s.standing.state is not State.ACTIVE:
        return None
    return s.last(
        MailKind.ACTION_NEEDED,
        MailKind.ASSESSMENT,
        MailKind.INTERVIEW_INVITATION,
        MailKind.INTERVIEW_LOGISTICS,
        MailKind.REOPENED,
    )


# ── after it ────────────────────────────────────────────────────────────────


def debrief(s: Scene) -> Move | None:
    """P03: write it down within the hour, the same day at the latest."""
    talk = last_talk(s)
    if talk is None or s.view.day(talk.at) != s.today:
        return None
    if noted(s, DEBRIEFED, talk.at) or any(r.at and r.at >= s.today for r in s.view.remarks):
        return None
    return play(
        s,
        "P03",
        None,
        "",
        "You spoke with them today. Ten minutes of notes now are worth more than a good memory "
        "next week.",
        when=s.today,
        urgency=NOW,
        question="What did they ask, doubt, praise and promise, and by which day will they decide?",
    )


def plan_while_waiting(s: Scene) -> Move | None:
    """P02 in the two business days after a final, once the letters of the round are out."""
    talk = last_talk(s)
    if talk is None or s.since(talk.at) > days.INFLUENCE or noted(s, IF_THEN):
        return None
    if not _is_late(s, talk):
        return None
    return play(
        s,
        "P02",
        None,
        "",
        f"You spoke on {spoken(s, talk.at)}, and they have not answered. One line for yourself "
        "before they do: if it is a no, then I will … Two courtesies, one rest, one new target.",
        when=s.view.day(talk.at),
        urgency=SOMETIME,
    )


def _is_late(s: Scene, talk: Happening) -> bool:
    """Whether a talk belongs to the last rounds: by its own stage, else by how far it has come."""
    stage = talk.stage or s.standing.stage
    return stage is not None and STAGES.index(stage) >= STAGES.index(Stage.PANEL_ONSITE)


def last_talk(s: Scene) -> Happening | None:
    return s.view.talks[-1] if s.view.talks else None


def noted(s: Scene, what: str, since: datetime | None = None) -> bool:
    """Whether the user has written this down (since then)."""
    return any(
        h.kind is Deed.NOTE and h.detail == what and (since is None or h.at >= since)
        for h in s.view.happened
    )
