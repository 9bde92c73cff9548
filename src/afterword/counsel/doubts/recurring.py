"""The same doubt in other words, across cases: grouped carefully, regrouped by the user.

Two doubts are one only where both carry the same reason, or come from the same mouth, and speak
of the same thing; or where they speak of two things alike. A wrong joining misleads more than a missed one, so each new doubt must be
like all of a group, save where the user has said what belongs together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from afterword.counsel.doubts.heard import Doubt
from afterword.counsel.doubts.small_words import names_something
from afterword.counsel.power import bare
from afterword.terms import DoubtKind
from afterword.terms.very_thing import Thing, demands

#: Reasons that are one theme whatever else is said: who fears boredom fears boredom.
_ONE_THEME = {
    "R11": "that it would not hold you",
    "R12": "pay",
    "R15": "fit",
    "R16": "a test or task",
}
#: Without a common reason it takes so many words in common.
_WORDS_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Doubts that are one, oldest first. `by_user` is true where the user put them together."""

    doubts: tuple[Doubt, ...]
    about: str
    why: str = ""
    by_user: bool = False

    @property
    def key(self) -> str:
        """The oldest doubt names the group."""
        return self.doubts[0].id

    @property
    def firms(self) -> tuple[str, ...]:
        """The firms where it was heard, in the order in which they said it."""
        return tuple(dict.fromkeys(one.heard.where.company for one in self.doubts))

    @property
    def rounds(self) -> int:
        """In how many different talks or letters it was heard."""
        return len({_round(one) for one in self.doubts})

    @property
    def recurs(self) -> bool:
        return len(self.firms) > 1 or self.rounds > 1

    @property
    def kind(self) -> DoubtKind:
        """The kind most of them are; between equals the later word counts."""
        often = Counter(one.kind for one in self.doubts)
        return max(reversed([one.kind for one in self.doubts]), key=lambda kind: often[kind])

    @property
    def open(self) -> tuple[Doubt, ...]:
        """Those to which no answer was put yet."""
        return tuple(one for one in self.doubts if not one.answered)


def groups(doubts: Iterable[Doubt]) -> tuple[Group, ...]:
    """Each doubt in one group; those heard at most firms first, then in most rounds, then the latest."""
    ordered = sorted(doubts, key=lambda one: (one.heard.remark.at or date.min, one.id))
    marks: dict[str, list[Doubt]] = {}
    for one in ordered:
        if one.heard.own.kin:
            marks.setdefault(one.heard.own.kin, []).append(one)
    bound = [list(ones) for ones in marks.values() if len(ones) > 1]
    apart = [list(ones) for ones in marks.values() if len(ones) == 1]
    free: list[list[Doubt]] = []
    for one in ordered:
        if one.heard.own.kin:
            continue
        # What the user joined need not be alike among itself: one that is like any of it will do.
        home = next((g for g in bound if any(alike(one, other) for other in g)), None)
        home = home or next((g for g in free if all(alike(one, other) for other in g)), None)
        if home is None:
            free.append([one])
        else:
            home.append(one)
    found = [_group(ones, by_user=True) for ones in bound]
    found += [_group(ones, by_user=False) for ones in (*free, *apart)]
    return tuple(sorted(found, key=_order))


def alike(one: Doubt, other: Doubt) -> str:
    """Why two doubts are taken for the same, in words; "" where they are not."""
    mine, theirs = set(one.heard.codes), set(other.heard.codes)
    common = mine & theirs
    if mine and theirs and not common:
        return ""
    if _very_things(one) != _very_things(other):
        # Who misses a language and who misses a trade do not doubt one thing, whatever words they share.
        return ""
    theme = next((code for code in sorted(common) if code in _ONE_THEME), "")
    if theme:
        return f"Both are about {_ONE_THEME[theme]}."
    voice = _same_voice(one, other)
    if one.kind is not other.kind and not common and not voice:
        return ""
    shared = [word for topic, word in _meant(one).items() if topic in other.heard.topics]
    if len(shared) >= (1 if common or voice else _WORDS_ALIKE):
        return f"Both speak of {_listed(shared)}."
    return ""


def _very_things(one: Doubt) -> frozenset[str]:
    """The languages and papers by name, that they miss."""
    found = demands(one.heard.remark.quote)
    named = (Thing.LANGUAGE, Thing.PAPER, Thing.RIGHT)
    return frozenset(
        f"{d.thing}:{word}" for d in found if d.thing in named for word in d.words or [""]
    )


def _meant(one: Doubt) -> dict[str, str]:
    """The topics whose word names something: “across” is in many doubts and is no subject of any."""
    quote = one.heard.remark.quote
    return {t: word for t, word in one.heard.topics.items() if names_something(word, quote)}


def _same_voice(one: Doubt, other: Doubt) -> bool:
    """Whether the same person said both in the same case: people come back to what worries them."""
    mine, theirs = one.heard, other.heard
    by = bare(mine.remark.by)
    return bool(by) and by == bare(theirs.remark.by) and (mine.where.case == theirs.where.case)


def _group(ones: Sequence[Doubt], *, by_user: bool) -> Group:
    held = tuple(sorted(ones, key=lambda one: (one.heard.remark.at or date.min, one.id)))
    if len(held) == 1:
        return Group(held, _about(held), by_user=by_user)
    why = "You said that they are the same." if by_user else alike(held[0], held[1])
    return Group(held, _about(held), why, by_user)


def _about(ones: Sequence[Doubt]) -> str:
    """What they are about in a word or two: the words most of them share, else the reason."""
    often: Counter[str] = Counter()
    word: dict[str, str] = {}
    for one in ones:
        for topic, said in _meant(one).items():
            often[topic] += 1
            word.setdefault(topic, said)
    shared = [topic for topic, times in often.most_common() if times > 1][:3]
    if shared:
        return _listed([word[topic] for topic in shared])
    codes = [code for one in ones for code in one.heard.codes if code in _ONE_THEME]
    return _ONE_THEME[codes[0]] if codes else ""


def _round(one: Doubt) -> tuple[str, object]:
    where = one.heard.where
    if where.with_verdict:
        return where.case, "verdict"
    if where.in_talk and where.round:
        return where.case, where.round
    return where.case, one.heard.remark.at


def _order(group: Group) -> tuple[int, int, int, str]:
    last = max((one.heard.remark.at or date.min for one in group.doubts), default=date.min)
    return -len(group.firms), -group.rounds, -last.toordinal(), group.key


def _listed(words: Sequence[str]) -> str:
    some = list(words[:3])
    return some[0] if len(some) == 1 else ", ".join(some[:-1]) + " and " + some[-1]
