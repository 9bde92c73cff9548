"""What ties a sighting to the past no: who is warm there, and which doubt can be answered now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from afterword.counsel.standing.happened import so_far, verdict_of
from afterword.counsel.weighing.view import ARGUED
from afterword.terms import CaseFile, Deed, Person, Remark, RemarkKind, Story, Warmth

_LETTERS = frozenset(kind.value for kind in ARGUED)


@dataclass(frozen=True, slots=True)
class Tied:
    """The warmest person who may be written to, the doubt, the story that meets it or seems to.

    `story` is None where the doubt is still open, `unheard` whether they have not read it yet.
    """

    person: Person | None = None
    doubt: Remark | None = None
    story: Story | None = None
    unheard: bool = False


def tied(file: CaseFile, now: datetime) -> Tied:
    """What the case holds for such a day; people who asked to be left alone are not named."""
    happened = so_far(file, now)
    stopped = {h.who for h in happened if h.stop}
    free = [p for p in file.people if p.warmth is not Warmth.STOP and not {p.id, p.email} & stopped]
    person = max(free, key=_warm, default=None)
    stories = {story.id: story for story in file.stories}
    verdict = verdict_of(happened)
    sent = [h.at for h in happened if h.kind is Deed.LETTER and h.detail in _LETTERS]
    doubts = [
        r
        for r in file.remarks
        if r.kind is RemarkKind.DOUBT and (r.at is None or r.at <= now.date())
    ]
    met = {r.id: stories.get(r.answered_by or file.met_by.get(r.quote, "")) for r in doubts}
    doubt = max(doubts, key=lambda r: (met[r.id] is not None, str(r.at or "")), default=None)
    story = met[doubt.id] if doubt is not None else None
    unheard = story is not None and not any(verdict is None or at > verdict.at for at in sent)
    return Tied(person, doubt, story, unheard)


_ORDER = {Warmth.WARM: 2, Warmth.NEUTRAL: 1, Warmth.COOL: 0}


def _warm(person: Person) -> tuple[int, bool, bool, str]:
    last = person.last_in.isoformat() if person.last_in else ""
    return _ORDER.get(person.warmth, 0), bool(person.email), bool(last), last
