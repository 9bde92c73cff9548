"""Which story answers what they said: one pairing, for the ledger, the stories, the advice and the weighing.

The writing room matches, counsel weighs; neither knows the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from uuid import UUID

from afterword.counsel.weighing.seat import ANSWERABLE
from afterword.terms import NOTHING, CaseFile, Direction, MailKind, Remark, RemarkKind, Story

#: Mail that may state why: only the reasons of a no are doubts about the user.
NOES = (MailKind.REJECTION, MailKind.POSITION_FILLED, MailKind.CANCELLED, MailKind.OFFER_RESCINDED)


def met_by(file: CaseFile) -> Mapping[str, str]:
    """Their doubts, and their words of a no that name something, each with the story that answers best."""
    if not file.stories:
        return NOTHING
    found = {}
    told = may_be_told(file.stories)
    for h in file.happenings:
        if h.direction is not Direction.IN or h.kind not in NOES:
            continue
        for reason in h.reasons:
            if reason.code in ANSWERABLE and reason.quote:
                met = _best(Remark("", RemarkKind.DOUBT, reason.quote), (), told)
                if met is not None:
                    found[reason.quote] = met[0].id
    for remark in file.remarks:
        if remark.kind is RemarkKind.DOUBT and not remark.answered_by:
            met = pairing(remark, file.remarks, told)
            if met is not None:
                found.setdefault(remark.quote, met[0].id)
    return found or NOTHING


def pairing(
    remark: Remark, said: Iterable[Remark], stories: Sequence[Story]
) -> tuple[Story, str] | None:
    """The story that answers a remark and why: the user's own choice, else the best that may be told.

    `said` are the remarks of the same case: a doubt may be another doubt of that person in other words.
    """
    tied = next((story for story in stories if story.id == remark.answered_by), None)
    if tied is not None:
        return tied, "You chose this story for it."
    by_them = (one for one in said if one.kind is RemarkKind.DOUBT and one.by == remark.by)
    return _best(remark, tuple(by_them), may_be_told(stories))


def paired(files: Mapping[UUID, CaseFile]) -> dict[UUID, CaseFile]:
    """The cases, each with the stories that seem to answer what they said there."""
    return {key: replace(file, met_by=met_by(file)) for key, file in files.items()}


def may_be_told(stories: Iterable[Story]) -> tuple[Story, ...]:
    return tuple(story for story in stories if not story.confidential)


@lru_cache(maxsize=4096)  # a case is planned every hour, and their words do not change
def _best(
    remark: Remark, said: tuple[Remark, ...], stories: tuple[Story, ...]
) -> tuple[Story, str] | None:
    from afterword import writing  # few noes name anything, and the room is large

    met = writing.match_among(remark, said, stories)
    return (met[0][0], met[0][2]) if met else None
