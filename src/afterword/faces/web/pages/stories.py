"""Stories: what can I prove, and which of their doubts does it meet?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.cases import doubting
from afterword.desk.letters import answered
from afterword.faces.web.pages.case import TO_ANSWER
from afterword.faces.web.pages.parts import Act, Empty, Tag

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit
    from afterword.terms import Story


@dataclass(frozen=True, slots=True)
class StoryRow:
    url: str
    title: str
    challenge: str = ""
    result: str = ""
    when: str = ""
    foot: str = ""
    tag: Tag | None = None
    answers: tuple[str, ...] = ()
    seems: tuple[str, ...] = ()  # what it is paired with, as the ledger of doubts has it


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    who: str
    url: str
    quote: str
    act: Act


@dataclass(frozen=True, slots=True)
class Stories:
    title: str
    lead: str
    rows: tuple[StoryRow, ...] = ()
    unanswered: tuple[OpenDoubt, ...] = ()
    empty: Empty | None = None
    waits: Act | None = None


DOUBTS_SHOWN = 30
#: So many of the latest words are held against the stories.
LOOKED_AT = 300


def build(visit: Visit) -> Stories:
    """What you can prove, with what it answers; then the words that no story meets yet."""
    stories = record.Story.objects.of(visit.account).prefetch_related("answers").order_by("-id")
    unmet, paired = _open(visit, [story.as_term() for story in stories])
    rows = tuple(_row(story, paired.get(str(story.pk), ())) for story in stories)
    waits = proposals(visit)
    return Stories(
        title=_("Stories"),
        lead=_("What you can prove, and which of their doubts it meets."),
        rows=rows,
        waits=waits,
        unanswered=unmet,
        empty=None
        if rows or waits
        else Empty(
            _("No story yet. One is enough to begin."),
            _("Think of a time something was in trouble and you were glad you were there."),
            (Act(_("Tell a story"), reverse("web:story-add"), "primary"),),
        ),
    )


def proposals(visit: Visit) -> Act | None:
    """The stories that the user's papers tell and nobody has looked at yet."""
    n = record.ProposedStory.objects.of(visit.account).filter(settled_at__isnull=True).count()
    if not n:
        return None
    says = ngettext("%(n)d story to look at", "%(n)d stories to look at", n) % {"n": n}
    return Act(says, reverse("web:proposed"))


def _row(story: record.Story, seems: Sequence[str]) -> StoryRow:
    confirmed = _("confirmed by %(who)s") % {"who": story.confirm} if story.confirm else ""
    return StoryRow(
        url=reverse("web:story", args=[story.pk]),
        title=story.title,
        challenge=story.challenge,
        result=story.result,
        when=story.when,
        foot=" · ".join(filter(None, (confirmed, ", ".join(story.skills)))),
        tag=Tag(_("not to be told"), "amber") if story.confidential else None,
        answers=tuple(remark.quote for remark in story.answers.all()[:3]),
        seems=tuple(seems[:3]),
    )


def _open(
    visit: Visit, stories: Sequence[Story]
) -> tuple[tuple[OpenDoubt, ...], Mapping[str, list[str]]]:
    """The words that nothing of theirs answers, and by story those that it seems to answer."""
    rows = record.Remark.objects.of(visit.account).filter(kind__in=list(TO_ANSWER))
    rows = rows.filter(case__merge__isnull=True, case__not_mine__isnull=True)
    rows = rows.select_related("case__company", "message__correction", "message__opening", "person")
    seen = [
        row
        for row in rows.order_by("-id")[:LOOKED_AT]
        if row.message is None or not row.message.is_sealed
    ]
    judged = {one.id: one for one in doubting.ledger(visit.account, visit.now).doubts}
    unmet: list[OpenDoubt] = []
    paired: dict[str, list[str]] = defaultdict(list)
    for row in seen:
        if row.answered_by_id is not None:
            continue
        doubt = judged.get(str(row.pk))
        if doubt is not None:
            found = doubt.heard.proof.story if doubt.heard.proof else None
        else:
            met = answered.pairing(row.as_term(), (), stories)
            found = met[0] if met else None
        if found is not None:
            paired[found.id].append(row.quote)
        elif doubt is None or not doubt.answered:
            unmet.append(_unmet(row))
    return tuple(unmet[:DOUBTS_SHOWN]), paired


def _unmet(row: record.Remark) -> OpenDoubt:
    return OpenDoubt(
        who=str(row.case.company),
        url=reverse("web:case", args=[row.case_id]),
        quote=row.quote,
        act=Act(
            _("Answer with a story"),
            reverse("web:remark-story", args=[row.pk]),
            "small",
            about=row.quote[:60],
        ),
    )
