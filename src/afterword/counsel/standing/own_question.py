"""Which mail of the user's own, found in the mailbox, is a question about the silence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from afterword.counsel.standing.happened import INVITATION, LETTER
from afterword.terms import Happening, MailKind, State

if TYPE_CHECKING:
    from afterword.counsel.standing.fold import Tale

#: Words that invite to a talk, which is answered without the ball changing sides.
INVITES = (INVITATION, MailKind.INTERVIEW_LOGISTICS)
#: Own mail this long into the wait is a question about it; a copy of a kept letter lies closer.
_QUESTION_AFTER = timedelta(days=7)
_SAME_LETTER = timedelta(days=3)
#: The two weeks of `days.INVITATION_LASTS`, whatever is a holiday where.
_INVITATION_OVER = timedelta(days=14)
#: Bound by name: see `standing.happened`.
ACTIVE, AWAITING = State.ACTIVE, State.AWAITING


def asks_for_news(tale: Tale, h: Happening) -> bool:
    """Whether own mail, found in the mailbox, is a question about the silence.

    A letter kept here and its copy in the mailbox are one: a copy within three days is not counted.
    """
    if h.kind is LETTER or tale.asked is None or not (tale.state is AWAITING or _spent(tale, h)):
        return False
    if any(h.at - sent < _SAME_LETTER for sent in tale.nudges):
        return False
    return h.at - tale.asked > _QUESTION_AFTER


def _spent(tale: Tale, h: Happening) -> bool:
    """Whether what they arranged is behind by then: the talk was held and their day is over, or so long
    ago that they are waited for (`INVITATION_LASTS`)."""
    cause = tale.cause
    if tale.state is not ACTIVE or tale.asked is None or cause is None or cause.kind not in INVITES:
        return False
    held = tale.met is not None and not tale.invited
    over = held and tale.promised is not None and h.at.date() > tale.promised
    return over or h.at - tale.asked > _INVITATION_OVER
