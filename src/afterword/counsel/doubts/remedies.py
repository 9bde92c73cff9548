"""What would answer a doubt: a story to tell, a sample, a plan, a fact to check, or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from afterword.counsel.doubts.heard import Proof
from afterword.counsel.doubts.kinds import GUARDED, PROTECTED, is_about_who_one_is
from afterword.counsel.doubts.recurring import Group
from afterword.counsel.one_line import one_line
from afterword.terms import DoubtKind, Story
from afterword.terms.very_thing import Thing, demands

#: A proof sample stays small: the hours of play P06.
SAMPLE_HOURS = 8
#: A line of a story holds whole sentences up to this many characters; a longer first one is cut.
LINE = 220


class Answer(StrEnum):
    """What would answer a doubt."""

    STORY = "story"
    SAMPLE = "sample"
    PLAN = "plan"
    CHECK = "check"
    CORRECT = "correct"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would answer a doubt and why; a story comes as three lines: challenge, action, result."""

    answer: Answer
    says: str
    story: Story | None = None
    lines: tuple[str, ...] = ()
    source: str = ""


#: What no afternoon can show: it takes years, a paper, a language, or a size one has not had yet.
_TAKES_LONG = re.compile(
    r"\b(?:years?|certif\w*|licen[cs]e\w*|degree|diploma|qualif\w*"
    r"|(?:network|team|site|plant|budget|business|organi[sz]ation|company)s? of (?:this|that|our|such)"
    r"|(?:this|that|our|such a) (?:size|scale)|at scale|people management|led (?:a |people)|industry|sector)\b",
    re.IGNORECASE,
)
_FEWEST_FIRMS = 2


def remedy(group: Group) -> Remedy:
    """What would answer this doubt, the first rule that fits."""
    for rule in _RULES:
        found = rule(group)
        if found is not None:
            return found
    raise AssertionError("the last rule always answers")


def proof_of(group: Group) -> Proof | None:
    """The story that answers most of these doubts; one the user tied goes before one thought of."""
    held = [one.heard for one in group.doubts if one.heard.proof is not None]
    if not held:
        return None
    often: Counter[str] = Counter()
    for heard in held:
        assert heard.proof is not None
        tied = heard.proof.story.id == heard.remark.answered_by
        often[heard.proof.story.id] += len(group.doubts) + 1 if tied else 1
    best = max(often.values())
    # Between equals the one that meets the later word.
    for heard in reversed(held):
        assert heard.proof is not None
        if often[heard.proof.story.id] == best:
            return heard.proof
    return None


def is_about_a_language(group: Group) -> bool:
    """Whether it is a language that was missing: a need of that seat, seldom of another."""
    return _asks_for(group, Thing.LANGUAGE)


def _asks_for(group: Group, thing: Thing) -> bool:
    quotes = (one.heard.remark.quote for one in group.doubts)
    return any(need.thing is thing for quote in quotes for need in demands(quote))


def three_lines(story: Story) -> tuple[str, ...]:
    """A story as it is told in an interview: a line of trouble, a line of what one did, a line of what came of it."""
    return tuple(filter(None, map(_line, (story.challenge, story.action, story.result))))


def _line(text: str) -> str:
    said = ""
    for sentence in re.split(r"(?<=[.!?])\s+", one_line(text)):
        longer = f"{said} {sentence}".strip()
        if len(longer) > LINE:
            break
        said = longer
    return said or text[:LINE].rsplit(" ", 1)[0].rstrip(",;:") + " …" if text.strip() else ""


# ── the rules, in the order in which they are asked ─────────────────────────


def _who_one_is(group: Group) -> Remedy | None:
    if not any(is_about_who_one_is(one.heard.remark.quote) for one in group.doubts):
        return None
    return Remedy(Answer.NOTHING, PROTECTED, source="method 6.8; L04")


def _guarded(group: Group) -> Remedy | None:
    """Where the law may have been broken nobody is asked to persuade (G2); facts are kept."""
    if not all(one.heard.where.guarded for one in group.doubts):
        return None
    return Remedy(Answer.NOTHING, GUARDED, source="method 4.1 G2; 6.8")


def _your_word(group: Group) -> Remedy | None:
    if not all(one.heard.own.fixable == "no" for one in group.doubts):
        return None
    return Remedy(Answer.NOTHING, "You said that it cannot be mended. Let it be.", source="S4-11")


def _respect(group: Group) -> Remedy | None:
    if group.kind is not DoubtKind.PREFERENCE or any(one.fixable for one in group.doubts):
        return None
    says = "A preference is theirs. Respect it, and look for those who like how you work."
    return Remedy(Answer.NOTHING, says, source="method 2b; S4-11")


def _correct(group: Group) -> Remedy | None:
    if group.kind is not DoubtKind.MISUNDERSTANDING:
        return None
    says = "They had a fact wrong. Say the right one in a single plain sentence, once, and go on."
    return Remedy(Answer.CORRECT, says, source="method 2b; F7")


def _language(group: Group) -> Remedy | None:
    """Nothing told in another language shows this one."""
    if not is_about_a_language(group) or proof_of(group) is not None:
        return None
    says = (
        "Learn it, or leave it: no story stands in for a language. If you would want such a seat, "
        "choose a course and a day to begin, and say plainly how far you are; else look where it is "
        "not asked for."
    )
    return Remedy(Answer.PLAN, says, source="method 5 R03; 2b")


def _paper(group: Group) -> Remedy | None:
    if not _asks_for(group, Thing.PAPER) or proof_of(group) is not None:
        return None
    says = (
        "A paper is shown or earned; no story stands in for it. Ask once whether another of yours "
        "counts. If not, earn it, or leave it and look where it is not asked for."
    )
    return Remedy(Answer.PLAN, says, source="method 5 R03; 2b")


def _check(group: Group) -> Remedy | None:
    if group.kind is not DoubtKind.CONSTRAINT:
        return None
    says = (
        "Check the fact before you argue: is it a rule or a wish, how far does it bend, and from "
        "which day? Bring the true figure, paper or date."
    )
    return Remedy(Answer.CHECK, says, source="method 2b; R12, R13, R14")


def _story(group: Group) -> Remedy | None:
    proof = proof_of(group)
    if proof is None:
        return None
    says = "You hold a story for it. Take the doubt head-on, tell it in three lines, and ask whether that answers it."
    if proof.story.confidential:
        says = "A story of yours answers it, but it holds things you may not tell. Tell what is yours of it, or find another."
        return Remedy(Answer.STORY, says, proof.story, source="S2-08; method 2b")
    lines = three_lines(proof.story)
    return Remedy(Answer.STORY, says, proof.story, lines, "S2-08; method 2b")


def _plan(group: Group) -> Remedy | None:
    """A gap that takes long, or one that several firms have named, deserves more than an afternoon."""
    if group.kind is not DoubtKind.GAP:
        return None
    long = any(_TAKES_LONG.search(one.heard.remark.quote) for one in group.doubts)
    long = long or _asks_for(group, Thing.YEARS)
    if not long and len(group.firms) < _FEWEST_FIRMS:
        return None
    says = (
        "No story of yours shows it yet. First look whether you have done it under another name. "
        "If not, choose the smallest true step (a project, a course, someone to learn from) and a "
        "day to begin; what comes of it is a story."
    )
    return Remedy(Answer.PLAN, says, source="method 5 R03; 2b")


def _sample(group: Group) -> Remedy:
    says = (
        "Words will not settle it; a small sample can. Offer to do the very task on their data or "
        f"on public data, within {SAMPLE_HOURS} hours of work, with nothing confidential in it, and stop "
        "where they ask for a second one unpaid."
    )
    return Remedy(Answer.SAMPLE, says, source="S2-09..11; P06")


_RULES: tuple[Callable[[Group], Remedy | None], ...] = (
    _who_one_is,
    _guarded,
    _your_word,
    _respect,
    _correct,
    _language,
    _check,
    _paper,
    _story,
    _plan,
    _sample,
)
