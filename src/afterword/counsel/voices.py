"""Which of their doubts somebody vouches against, who else could, and the reference nobody asked for.

A reference that helps is specific and believable: what was hard, what you did, what
came of it, seen by the one who tells it (S0-17, E03). Praise without a fact, and
praise too high to be true, are discounted by the reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from afterword.counsel.references import FINALS, Step, ready
from afterword.terms import (
    Basis,
    CaseFile,
    Part,
    Person,
    Referee,
    ReferenceSignal,
    Register,
    Remark,
    RemarkKind,
    Stage,
    Standing,
    State,
    Story,
    Warmth,
)

#: Remark id → the ids of the referees whose words meet it, and of the stories that do.
Meets = Mapping[str, frozenset[str]]

DECIDERS = (Part.DECISION_MAKER, Part.HIRING_MANAGER, Part.SKIP_LEVEL_OR_EXECUTIVE)
#: From here on it is worth asking a referee to write unasked.
FAR_ENOUGH = (
    Stage.HIRING_MANAGER_INTERVIEW,
    Stage.PANEL_ONSITE,
    Stage.FINAL_EXECUTIVE,
    Stage.REFERENCE_BACKGROUND_CHECK,
)
VOUCHING_PARTS = (Part.REFEREE, Part.MENTOR, Part.REFERRER, Part.INTRODUCER)

_GLOWING = re.compile(
    r"\b(?:the (?:very )?best (?:\w+ ){0,3}(?:ever|alive|anywhere|in the world)|genius|flawless\w*|"
    r"faultless\w*|perfect(?:ly)?|without equal|unmatched|unrivalled|incomparabl[ey]|superhuman|"
    r"world[- ]class|never (?:once )?(?:made|makes) (?:a )?mistakes?|walks on water|"
    r"one in a million|once in a (?:generation|lifetime))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_TITLES = {"dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame"}


@dataclass(frozen=True, slots=True)
class Answered:
    """A doubt of theirs, who will speak against it, and who could because they saw the story.

    `confirm` are names a story gives for itself, of people who have not agreed to speak yet.
    """

    doubt: Remark
    by: tuple[Referee, ...] = ()
    could: tuple[tuple[Referee, Story], ...] = ()
    confirm: tuple[tuple[str, Story], ...] = ()

    @property
    def nobody(self) -> bool:
        return not self.by


@dataclass(frozen=True, slots=True)
class Unprompted:
    """One word that nobody asked for: which referee, which fact, to whom, and why this one."""

    referee: Referee
    story: Story
    to: Person
    why: str
    doubt: Remark | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is known, as one who might vouch; `id` is empty where only a story names them."""

    id: str
    name: str
    part: Part = Part.UNKNOWN
    firm: str = ""


@dataclass(frozen=True, slots=True)
class Could:
    """Somebody who could be asked, and what they saw."""

    who: Known
    why: str
    basis: Basis


def against_doubts(
    file: CaseFile, register: Register, meets: Meets, today: date
) -> tuple[Answered, ...]:
    """Each doubt voiced in this case with those who will speak to it; the unanswered first."""
    free = [one for one in register.referees if ready(one, register, today).may_be_named]
    found = []
    for doubt in file.remarks:
        if doubt.kind is not RemarkKind.DOUBT or doubt.basis is Basis.GUESSED:
            continue
        met = meets.get(doubt.id, frozenset())
        stories = [s for s in file.stories if s.id in met and not s.confidential]
        by = tuple(one for one in free if one.id in met)
        could = tuple(
            (one, story)
            for one in free
            if one not in by
            for story in stories[:1]
            if confirms(story, one.name)
        )
        confirm = tuple(
            (name, story)
            for story in stories[:1]
            for name in split_names(story.confirm)
            if not any(same_name(name, one.name) for one in register.referees)
        )
        found.append(Answered(doubt, by, could, confirm))
    return tuple(sorted(found, key=lambda one: not one.nobody))


def unprompted(
    file: CaseFile, standing: Standing, register: Register, meets: Meets, today: date
) -> Unprompted | None:
    """S0-17: the one referee whose fact would help most in this case, or None.

    Only a fact the referee saw, with a result that can be checked; only somebody who
    agreed and is not drawn on too often; only to one who decides and takes letters.
    """
    if standing.state in (State.CLOSED, State.ON_HOLD, State.SOFT_CLOSED, State.OFFER):
        return None
    to = decider(file)
    if standing.stage not in FAR_ENOUGH or to is None:
        return None
    told = {one.referee for one in register.of(file.id) if one.called}
    free = [
        one
        for one in register.referees
        if one.id not in told
        and _known_to_help(one)
        and ready(one, register, today).step is Step.NAME
    ]
    doubts = [
        r for r in file.remarks if r.kind is RemarkKind.DOUBT and r.basis is not Basis.GUESSED
    ]
    pairs = [
        (one, story)
        for one in free
        for story in file.stories
        if confirms(story, one.name) and believable(story)
    ]
    for doubt in doubts:
        for one, story in pairs:
            if story.id in meets.get(doubt.id, frozenset()):
                why = f"They doubt this: “{doubt.quote}” {one.name} saw “{story.title}” and can say so."
                return Unprompted(one, story, to, why, doubt)
    if not pairs or standing.stage not in FINALS:
        return None  # no doubt to meet, and early: their word is kept for later
    one, story = pairs[0]
    return Unprompted(one, story, to, f"{one.name} was there for “{story.title}”.")


def _known_to_help(one: Referee) -> bool:
    """S0-06: only somebody of whom the user knows what they will say is asked to write unasked."""
    return bool(one.will_say) or one.signal is ReferenceSignal.STRONG_SPECIFIC


def believable(story: Story) -> bool:
    """Whether a fact is specific enough to be believed: something was done, and its result can be checked."""
    if story.confidential or not story.result.strip():
        return False
    figure = bool(story.numbers) or any(sign.isdigit() for sign in story.result)
    return figure and not too_high(f"{story.action} {story.result}")


def too_high(praise: str) -> str:
    """The words a reader would not believe, "" when there are none (E03)."""
    found = _GLOWING.search(praise)
    return found.group(0) if found else ""


def confirms(story: Story, name: str) -> bool:
    """Whether the story names this person as one who can confirm it; an initial is enough."""
    parts = re.split(r"[;,/&]|\band\b", story.confirm)
    return bool(name) and any(same_name(part, name) for part in parts)


def split_names(text: str) -> list[str]:
    """The people in "J. Visser; Samira Haddou, planning manager": what follows a comma is their post."""
    people = re.split(r"[;/&]|\band\b", text)
    names = [one.partition(",")[0].strip() for one in people]
    return [name for name in names if name]


def same_name(a: str, b: str) -> bool:
    """Whether two ways of writing a name mean one person: the last name, and the first or its initial."""
    one, two = _words(a), _words(b)
    if len(one) < 2 or len(two) < 2:
        return bool(one) and one == two
    first, other = one[0], two[0]
    alike = first == other or (min(len(first), len(other)) == 1 and first[0] == other[0])
    return alike and one[-1] == two[-1]


def could_vouch(
    people: Sequence[Known], stories: Sequence[Story], register: Register
) -> tuple[Could, ...]:
    """Who is not on the register and could be asked: whoever saw a story first, then a mentor."""
    listed = [one.name for one in register.referees]
    taken = {one.id for one in register.referees}
    found: list[Could] = []
    for who in people:
        if who.id in taken or any(same_name(who.name, name) for name in listed):
            continue
        seen = [story.title for story in stories if confirms(story, who.name)]
        if seen:
            found.append(Could(who, f"They can confirm “{seen[0]}”.", Basis.SAID))
        elif who.part in VOUCHING_PARTS:
            part = str(who.part).replace("_", " ")
            found.append(Could(who, f"You know them as a {part}.", Basis.INFERRED))
    names = [*listed, *(who.name for who in people)]
    for story in stories:
        for name in split_names(story.confirm):
            if len(_words(name)) > 1 and not any(same_name(name, known) for known in names):
                why = f"Your story “{story.title}” names them."
                found.append(Could(Known("", name), why, Basis.SAID))
                names.append(name)
    return tuple(sorted(found, key=lambda one: (one.basis is not Basis.SAID, one.who.name)))


def decider(file: CaseFile) -> Person | None:
    """Who decides and takes letters, in the order of `DECIDERS`; who vouches decides nothing."""
    mine = {one.id for one in file.register.referees}
    free = [p for p in file.people if p.warmth is not Warmth.STOP and (p.name or p.email)]
    free = [p for p in free if p.id not in mine]
    return next((p for part in DECIDERS for p in free if p.part is part), None)


def _words(name: str) -> list[str]:
    words = [word.casefold() for word in _WORD.findall(name)]
    return [word for word in words if word not in _TITLES]
