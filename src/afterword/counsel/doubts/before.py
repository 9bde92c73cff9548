"""Before the next talk: what they may ask this time, on one short page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from afterword.counsel.doubts.heard import Doubt
from afterword.counsel.doubts.recurring import Group
from afterword.counsel.doubts.remedies import (
    Answer,
    Remedy,
    is_about_a_language,
    remedy,
)
from afterword.terms import Basis, DoubtKind, Stage

#: More than this nobody prepares in an evening (judgement).
MOST = 5
#: From this round on a new face may bring a measure of their own (S2-02: it was the fourth talk).
LATE_ROUND = 3
LATE_STAGES = (Stage.PANEL_ONSITE, Stage.FINAL_EXECUTIVE)
LATE_WORD = (
    "Late in the rounds somebody may hold a measure that nobody has named so far. It is no trap: "
    "ask early what matters most to them, and listen for it."
)
#: Reasons that measure one against somebody else (method 5): what they had is no doubt about the user.
_OF_ANOTHER = frozenset({"R02", "R03"})
#: S2-01 in the soft form that puts nobody on the spot (E27).
SOFT_QUESTION = "Is there anything in what I told you that you would like me to expand on, or send?"


@dataclass(frozen=True, slots=True)
class Talk:
    """The talk to come: which case, which round counted from 1, and what was weak last time."""

    case: str
    company: str
    role: str = ""
    on: date | None = None
    round: int = 1
    stage: Stage | None = None
    weak_answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One doubt that may come up. `here` is true where it was said in this very case."""

    about: str
    here: bool
    said: Doubt
    why: str
    remedy: Remedy


@dataclass(frozen=True, slots=True)
class Preparation:
    """The page before a talk: points to answer, facts to have ready, one question, a word on late rounds."""

    talk: Talk
    points: tuple[Point, ...] = ()
    facts: tuple[Point, ...] = ()
    question: str = SOFT_QUESTION
    late: str = ""

    @property
    def empty(self) -> bool:
        return not (self.points or self.facts or self.talk.weak_answers)


def may_ask(talk: Talk, groups: Iterable[Group]) -> Preparation:
    """What they may ask in this talk: their own open doubts first (S2-08), then what others asked most.

    What only respect answers stays out: rehearsing it would help nobody.
    """
    known = [group for group in groups if remedy(group).answer is not Answer.NOTHING]
    points = [_here(talk, group) for group in known]
    own = sorted((one for one in points if one is not None), key=_latest_first)
    mine = {id(one.said) for one in own}
    others = [
        _elsewhere(group)
        for group in known
        if _may_come_up(group)
        and not any(one.heard.where.case == talk.case for one in group.doubts)
    ]
    both = [*own, *(one for one in others if id(one.said) not in mine)]
    facts = [one for one in both if one.remedy.answer is Answer.CHECK]
    asked = [one for one in both if one.remedy.answer is not Answer.CHECK]
    late = talk.round >= LATE_ROUND or talk.stage in LATE_STAGES
    return Preparation(
        talk, tuple(asked[:MOST]), tuple(facts[:MOST]), late=LATE_WORD if late else ""
    )


def _here(talk: Talk, group: Group) -> Point | None:
    """A doubt of this case that nobody has surely answered."""
    said = [one for one in group.open if one.heard.where.case == talk.case]
    if not said:
        return None
    last = said[-1]
    who = last.heard.remark.by or "They"
    why = f"{who} said it here, and no answer has been put to it yet."
    if last.met is not None:
        why = f"{who} said it here. {last.met.how}"
    return Point(group.about, True, last, why, remedy(group))


def _may_come_up(group: Group) -> bool:
    """Whether strangers may ask it too: several firms did, or it was said plainly of what one has done.

    A worry that one firm had about one seat, or that was only read in a face, stays there; so does
    what a single no says the other one had: old refusals are no preparation for a new talk.
    """
    if len(group.firms) > 1:
        return True
    plain = any(one.heard.remark.basis is Basis.SAID for one in group.doubts)
    if not plain or is_about_a_language(group):
        return False
    told = [one.heard for one in group.doubts]
    if any({*one.codes} - _OF_ANOTHER for one in told):
        return True
    return group.kind is DoubtKind.GAP and not all(one.where.with_verdict for one in told)


def _elsewhere(group: Group) -> Point:
    last = group.doubts[-1]
    firms = group.firms
    if len(firms) == 1:
        why = f"Heard at {firms[0]}."
    else:
        why = f"Heard at {_number(len(firms))} firms: {', '.join(firms[:3])}."
    return Point(group.about, False, last, why, remedy(group))


def _latest_first(point: Point) -> int:
    return -(point.said.heard.remark.at or date.min).toordinal()


def _number(n: int) -> str:
    words = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
    return words.get(n, str(n))
