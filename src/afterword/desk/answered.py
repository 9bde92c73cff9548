"""Which story answers the doubt or the reason they gave: the same pairing that the doubts ledger shows.

The writing room matches, counsel weighs; neither knows the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from afterword.counsel.weighing.seat import ANSWERABLE
from afterword.terms import NOTHING, CaseFile, Direction, MailKind, Remark, RemarkKind, Story

#: Mail that may state why: only the reasons of a no are doubts about the user.
NOES = (MailKind.REJECTION, MailKind.POSITION_FILLED, MailKind.CANCELLED, MailKind.OFFER_RESCINDED)


def met_by(file: CaseFile) -> Mapping[str, str]:
    """Their doubts, and their words of a no that name something, each with the story that answers best."""
    if not file.stories:
        return NOTHING
    found = {}
    told = tuple(story for story in file.stories if not story.confidential)
    for h in file.happenings:
        if h.direction is not Direction.IN or h.kind not in NOES:
            continue
        for reason in h.reasons:
            if reason.code in ANSWERABLE and reason.quote:
                story = _best(reason.quote, told)
                if story:
                    found[reason.quote] = story
    for remark in file.remarks:
        if remark.kind is RemarkKind.DOUBT and not remark.answered_by:
            story = _best(remark.quote, told)
            if story:
                found.setdefault(remark.quote, story)
    return found or NOTHING


@lru_cache(maxsize=4096)  # a case is planned every hour, and their words do not change
def _best(quote: str, stories: tuple[Story, ...]) -> str:
    from afterword import writing  # few noes name anything, and the room is large

    met = writing.match(Remark("", RemarkKind.DOUBT, quote), stories)
    return met[0][0].id if met else ""
