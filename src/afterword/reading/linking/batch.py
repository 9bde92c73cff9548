"""All mail of an account placed together: what comes later explains what came before.

The answer hangs on the mails alone, never on the order or the portions in which they came.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from afterword.reading.linking.joins import joins
from afterword.reading.linking.onward import Onward
from afterword.reading.linking.placing import link
from afterword.reading.linking.shelf import Shelf
from afterword.terms import Direction, Link, Mail, MailKind, Reading

#: So often are mails that found no home looked at again; each look can only teach the next.
_LOOKS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What the user settled of a mail: the case it stays in, or "" where it belongs to none.

    With `moved` they took it out of another case: what linking thinks of it is not asked.
    """

    case: str = ""
    moved: bool = False


@dataclass(slots=True)
class _Fold:
    """One walk over the mails: the shelf, and which group became a case the user knows."""

    shelf: Shelf
    new_id: Callable[[], str]
    told: Mapping[str, Told]
    group_of: dict[str, str] = field(default_factory=dict)
    case_of: dict[str, str] = field(default_factory=dict)

    def take(self, reading: Reading, mail: Mail, *, opens: bool) -> Link:
        told = self.told.get(mail.id)
        if told is not None:
            return self._settled(reading, mail, told)
        self.shelf.patient = opens
        answer = link(reading, mail, self.shelf)
        if answer.new:
            answer = replace(answer, case=self.new_id()) if opens else Link(why=answer.why)
        if answer.case and not answer.ask:
            self.shelf.learn(reading, mail, answer.case)
        elif answer.ask or reading.kind is MailKind.JOB_ALERT:
            self.shelf.loose.add(mail.id)
        elif mail.id and self.shelf.clues(reading, mail).applies:
            self.shelf.applied.add(mail.id)
        return answer

    def _settled(self, reading: Reading, mail: Mail, told: Told) -> Link:
        if not told.case:
            self.shelf.loose.add(mail.id)
            return Link(why="You said that it belongs to no case.")
        group, new = self.group_of.get(told.case, ""), False
        if not group:
            if not told.moved:
                answer = link(reading, mail, self.shelf)
                # What is older and was not known here begins the case that the user knows.
                group = "" if answer.ask or answer.case in self.case_of else answer.case
            new = not group
            group = group or self.new_id()
            self.group_of[told.case], self.case_of[group] = group, told.case
        self.shelf.learn(reading, mail, group)
        return Link(case=group, new=new, why="You settled that it belongs here.")


def link_all(
    mails: Sequence[tuple[Reading, Mail]],
    shelf: Shelf,
    new_id: Callable[[], str],
    told: Mapping[str, Told] | None = None,
    onward: Onward | None = None,
) -> list[Link]:
    """The link of each mail, oldest first; a new case has its id in `case` beside `new`.

    A mail nobody could place is asked again at the end: by then its thread, its writer or its
    firm may have a case. `told` holds what the user settled, by the id of the mail; a case they
    know keeps its id. The shelf has learned every case when this returns. With `onward` newer mail
    goes on from where the last placing stood, to the same answer.
    """
    fold = _Fold(shelf, new_id, told or {})
    found: list[Link] = []
    loose: dict[str, list[int]] = {}
    walked = 0
    if onward is not None:
        walked, state = onward.take_up(mails, fold.told, shelf)
        if walked:
            found, loose, fold.group_of, fold.case_of = state
    for at, (reading, mail) in enumerate(mails[walked:], walked):
        found.append(fold.take(reading, mail, opens=True))
        if found[at].case:
            # What lay loose in this conversation comes along now: its people help to place the next.
            for other in sorted({o for one in _thread(mail) for o in loose.pop(one, ())}):
                if not found[other].case:
                    found[other] = fold.take(*mails[other], opens=False)
        elif mail.id not in fold.told:
            for one in _thread(mail):
                loose.setdefault(one, []).append(at)
    if onward is not None:
        onward.put_down(mails, fold.told, shelf, (found, loose, fold.group_of, fold.case_of))
    found = _again(mails, fold, found)
    if _made_one(mails, fold, found):
        found = _again(mails, fold, found)
    _called_after_their_own(mails, fold, found)
    return [renamed(one, fold.case_of) for one in found]


def renamed(one: Link, names: Mapping[str, str]) -> Link:
    """The same link with other ids for the cases it speaks of."""
    candidates = tuple(names.get(case, case) for case in one.candidates)
    return replace(one, case=names.get(one.case, one.case), candidates=candidates)


def _again(mails: Sequence[tuple[Reading, Mail]], fold: _Fold, links: list[Link]) -> list[Link]:
    """The mails without a home once more, joined where a case now fits; none begins one."""
    for _ in range(_LOOKS):
        changed = False
        for at, (reading, mail) in enumerate(mails):
            if links[at].case or mail.id in fold.told:
                continue
            again = fold.take(reading, mail, opens=False)
            changed = changed or bool(again.case)
            if again.case or again.ask or not links[at].ask:
                links[at] = again
        if not changed:
            break
    return links


def _made_one(mails: Sequence[tuple[Reading, Mail]], fold: _Fold, links: list[Link]) -> bool:
    """Whether cases proved to be one; `links` then names the one they are."""
    changed = False
    for _ in range(_LOOKS):
        members: dict[str, list[int]] = {}
        for at, one in enumerate(links):
            if one.case:
                members.setdefault(one.case, []).append(at)
        found = joins(mails, members, fold.shelf, frozenset(fold.case_of))
        for part, whole, why in found:
            if part in fold.shelf.cases and whole in fold.shelf.cases:
                fold.shelf.join(part, whole)
                _rename(members[part], members[whole], links, whole, why)
        if not found:
            break
        changed = True
    return changed


def _rename(part: list[int], home: list[int], links: list[Link], whole: str, why: str) -> None:
    """Put the mails of `part` into the case `whole`, which goes by its own first mail's names:

    a lead comes from other people, often of another firm, than those whose process it began.
    """
    for at in part:
        links[at] = replace(links[at], case=whole, new=False, why=why)
    for at in home:
        links[at] = replace(links[at], new=at == min(home))


def _called_after_their_own(
    mails: Sequence[tuple[Reading, Mail]], fold: _Fold, links: list[Link]
) -> None:
    """A case that began with word of another house goes by that house's first mail, once it wrote."""
    tips: dict[str, tuple[int, frozenset[str]]] = {}
    for at, (reading, mail) in enumerate(mails):
        link, clues = links[at], fold.shelf.clues(reading, mail)
        if link.new and clues.hands_on and link.case not in fold.case_of:
            tips[link.case] = at, clues.houses
        elif link.case in tips and clues.persons and reading.direction is Direction.IN:
            first, theirs = tips[link.case]
            if reading.company and clues.houses and not clues.houses & theirs:
                links[first] = replace(links[first], new=False)
                links[at] = replace(link, new=True)
                del tips[link.case]


def _thread(mail: Mail) -> set[str]:
    return {one for one in (mail.id, mail.in_reply_to, *mail.references) if one}
