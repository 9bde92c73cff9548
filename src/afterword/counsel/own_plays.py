"""A coach's own plays: read from TOML, checked field by field, never looser than ours.

A play of ours can be made stricter (a later first day, an earlier last one, fewer channels, words
added to what it asks) or be left out; its guardrail, caps and stop always hold. A new play says
what sets it off, by when, and where it stops; it comes up only where the program would let the
case rest, and under the same gates, pause and caps as every other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from afterword.counsel.cadence import NEWS
from afterword.counsel.one_line import one_line
from afterword.counsel.own_toml import Entry, Fault, entries
from afterword.counsel.plays import PLAY, PLAYS, Play
from afterword.terms import Band, Channel, Deed, LetterKind, MailKind, Stage

__all__ = ["NONE", "Change", "Fault", "NewPlay", "OwnPlays", "read"]

#: These protect the person who uses the program, so they cannot be left out.
KEPT = frozenset({"P10", "P26"})
#: Letters whose number is counted by a rule of ours; no other play may send one more.
COUNTED = frozenset(
    {
        LetterKind.STATUS_NUDGE,
        LetterKind.FINAL_NUDGE,
        LetterKind.REOPEN_LETTER,
        LetterKind.OFFER_ACCEPTANCE,
        LetterKind.OFFER_DECLINE,
        LetterKind.WITHDRAWAL,
        LetterKind.ACCESS_REQUEST,
    }
)
LETTERS = tuple(str(kind) for kind in LetterKind if kind not in COUNTED)
_BESIDE = (MailKind.JOB_ALERT, MailKind.ACCOUNT, MailKind.OTHER_JOB, MailKind.NOT_JOB)
#: What may set a play off: something that happened, a mail of theirs, or a sign seen.
AFTER = tuple(
    dict.fromkeys(
        (
            *map(str, (Deed.INTERVIEW, Deed.CALL, Deed.APPLICATION)),
            *(str(kind) for kind in MailKind if kind not in _BESIDE),
            *NEWS,
        )
    )
)
LATEST, LONGEST, MOST = 90, 400, 50
_ID = re.compile(r"(?!P\d)[A-Z][A-Z0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class NewPlay:
    """A play of the coach's own with what sets it off; empty stages or bands mean any."""

    play: Play
    after: str
    stages: frozenset[Stage] = frozenset()
    bands: frozenset[Band] = frozenset()
    question: str = ""

    @property
    def letter(self) -> LetterKind | None:
        return self.play.letters[0] if self.play.letters else None


@dataclass(frozen=True, slots=True)
class Change:
    """A play of ours made stricter: `play` is how it stands now, `off` that it is left out."""

    play: Play
    adds: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True)
class OwnPlays:
    """What a text adds and changes; with faults, only what is sound of it."""

    new: tuple[NewPlay, ...] = ()
    changes: Mapping[str, Change] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()

    def is_off(self, id: str) -> bool:
        change = self.changes.get(id)
        return change is not None and change.off

    def playbook(self) -> tuple[Play, ...]:
        """Every play in force, ours as changed and the new ones after them."""
        ours = (self.changes[p.id].play if p.id in self.changes else p for p in PLAYS)
        return (*(p for p in ours if not self.is_off(p.id)), *(n.play for n in self.new))


NONE = OwnPlays()


def read(text: str) -> OwnPlays:
    """The plays a TOML text holds; what cannot be used is a fault with its line."""
    found, faults = entries(text)
    faults = list(faults)
    if len(found) > MOST:
        faults.append(Fault(found[MOST].line, f"There are more than {MOST} plays.", "Keep fewer."))
    new: list[NewPlay] = []
    changes: dict[str, Change] = {}
    seen: dict[str, int] = {}
    for entry in found[:MOST]:
        wrong: list[Fault] = []
        id = _id(entry, wrong)
        if id in seen:
            says = f"{id} stands on line {seen[id]} already."
            wrong.append(Fault(entry.at("id"), says, "Give each play an id of its own."))
        if id and not wrong:
            seen[id] = entry.at("id")
            if id in PLAY:
                change = _change(PLAY[id], entry, wrong)
                if not wrong:
                    changes[id] = change
            else:
                fresh = _new(id, entry, wrong)
                if fresh is not None and not wrong:
                    new.append(fresh)
        faults += wrong
    faults.sort(key=lambda one: one.line)
    return OwnPlays(tuple(new), MappingProxyType(changes), tuple(faults))


def _id(entry: Entry, wrong: list[Fault]) -> str:
    id = entry.values.get("id")
    if isinstance(id, str) and (id in PLAY or _ID.fullmatch(id)):
        return id
    says = "The play has no id." if id is None else f"“{id}” cannot be the id of a play."
    takes = "It takes P01 to P26 to change one of ours, or two to eight capital letters and digits."
    wrong.append(Fault(entry.at("id"), says, takes))
    return ""


# ── a play of ours, made stricter ───────────────────────────────────────────

CHANGES = ("id", "does", "earliest", "latest", "channels", "guardrail", "stop", "source", "off")


def _change(ours: Play, entry: Entry, wrong: list[Fault]) -> Change:
    _only(entry, CHANGES, f"A change of {ours.id}", wrong)
    taken = _Taken(entry, wrong)
    adds, off = taken.text("does"), taken.flag("off")
    if off and ours.id in KEPT:
        says = f"{ours.id} protects the person who uses this, so it stays."
        wrong.append(Fault(entry.at("off"), says, "Leave “off” away."))
    earliest = _later(ours, taken, wrong)
    latest = _sooner(ours, taken, wrong)
    if earliest is not None and latest is not None and earliest > latest and not wrong:
        key = "earliest" if "earliest" in entry.values else "latest"
        says = f"It would be due from day {earliest} and only until day {latest}."
        wrong.append(Fault(entry.at(key), says, "earliest must not lie beyond latest."))
    fewer = tuple(Channel(name) for name in taken.chosen("channels", _names(ours.channels)))
    changed = replace(
        ours,
        does=_joined(ours.does, adds),
        earliest=earliest,
        latest=latest,
        channels=fewer or ours.channels,
        guardrail=_joined(ours.guardrail, taken.text("guardrail")),
        stop=_joined(ours.stop, taken.text("stop")),
        source=_joined(ours.source, taken.text("source"), "; "),
    )
    return Change(changed, adds, off)


def _later(ours: Play, taken: _Taken, wrong: list[Fault]) -> int | None:
    given = taken.days("earliest", f"a whole number of business days, {ours.earliest or 0} or more")
    if given is None:
        return ours.earliest
    if ours.earliest is None or given < ours.earliest:
        says = (
            f"{ours.id} has no first day to move."
            if ours.earliest is None
            else f"{ours.id} begins on business day {ours.earliest}, and {given} is sooner."
        )
        floor = "Leave it out." if ours.earliest is None else f"It takes {ours.earliest} or more."
        wrong.append(Fault(taken.entry.at("earliest"), says, floor))
    return given


def _sooner(ours: Play, taken: _Taken, wrong: list[Fault]) -> int | None:
    given = taken.days("latest", "a whole number of business days")
    if given is None:
        return ours.latest
    if ours.latest is None or given > ours.latest:
        says = (
            f"{ours.id} has no last day to move."
            if ours.latest is None
            else f"{ours.id} ends on business day {ours.latest}, and {given} is later."
        )
        top = "Leave it out." if ours.latest is None else f"It takes {ours.latest} or less."
        wrong.append(Fault(taken.entry.at("latest"), says, top))
    return given


# ── a play of the coach's own ───────────────────────────────────────────────

FIELDS = (
    *("id", "situation", "does", "after", "earliest", "latest", "letter", "channels"),
    *("guardrail", "stop", "stages", "bands", "question", "source"),
)
NEEDED = ("situation", "does", "after", "latest", "guardrail", "stop")


def _new(id: str, entry: Entry, wrong: list[Fault]) -> NewPlay | None:
    meant = _only(entry, FIELDS, "A play", wrong)
    missing = [name for name in NEEDED if name not in entry.values and name not in meant]
    if missing:
        says = f"{id} says nothing of: {', '.join(missing)}."
        wrong.append(Fault(entry.line, says, f"A new play needs {', '.join(NEEDED)}."))
    taken = _Taken(entry, wrong)
    earliest = taken.days("earliest", f"a whole number of business days, 0 to {LATEST}") or 0
    latest = taken.days("latest", f"a whole number of business days, 0 to {LATEST}") or 0
    if latest < earliest and not wrong:
        says = f"It would be due from day {earliest} and only until day {latest}."
        wrong.append(Fault(entry.at("latest"), says, "latest must not lie before earliest."))
    letter = taken.one("letter", LETTERS, _counted)
    channels = taken.chosen("channels", _names(Channel))
    play = Play(
        id,
        taken.text("situation"),
        taken.text("does"),
        (LetterKind(letter),) if letter else (),
        earliest,
        latest,
        tuple(map(Channel, channels)) or ((Channel.EMAIL,) if letter else ()),
        taken.text("guardrail"),
        taken.text("stop"),
        taken.text("source") or "your own play",
    )
    after = taken.one("after", AFTER)
    stages = frozenset(map(Stage, taken.chosen("stages", _names(Stage))))
    bands = frozenset(map(Band, taken.chosen("bands", _names(Band))))
    question = taken.text("question")
    return None if wrong else NewPlay(play, after, stages, bands, question)


def _counted(name: str) -> str:
    if name not in {str(kind) for kind in COUNTED}:
        return ""
    return f"“{name}” is counted by a rule of ours, so no further play may send one."


# ── reading one field ───────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Taken:
    """The fields of one play, each checked as it is asked for; faults gather in `wrong`."""

    entry: Entry
    wrong: list[Fault]

    def text(self, key: str) -> str:
        value = self.entry.values.get(key, "")
        if not isinstance(value, str) or (key in self.entry.values and not value.strip()):
            self._fault(key, value, 'words in quotation marks, such as "Ask one thing"')
            return ""
        words = one_line(value)
        if len(words) > LONGEST:
            says = f"“{key}” has {len(words)} characters."
            self.wrong.append(Fault(self.entry.at(key), says, f"It takes {LONGEST} at most."))
        return words

    def days(self, key: str, takes: str) -> int | None:
        value = self.entry.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LATEST:
            self._fault(key, value, takes)
            return None
        return value

    def flag(self, key: str) -> bool:
        value = self.entry.values.get(key, False)
        if not isinstance(value, bool):
            self._fault(key, value, "true or false")
            return False
        return value

    def one(
        self, key: str, known: Iterable[str], why: Callable[[str], str] = lambda name: ""
    ) -> str:
        """A word of a vocabulary, or "" where none is given or it is not known."""
        value = self.entry.values.get(key)
        if value is None:
            return ""
        names = tuple(known)
        if value in names:
            return str(value)
        barred = why(str(value))
        self._fault(key, value, _either("" if barred else value, names), barred)
        return ""

    def chosen(self, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Words of a vocabulary, from a list; one word alone is a list of one."""
        value = self.entry.values.get(key)
        if value is None:
            return ()
        given = [value] if isinstance(value, str) else value
        if not isinstance(given, list) or not given:
            self._fault(key, value, _either(value, known))
            return ()
        for one in given:
            if one not in known:
                self._fault(key, one, _either(one, known))
        return tuple(dict.fromkeys(str(one) for one in given if one in known))

    def _fault(self, key: str, value: Any, takes: str, says: str = "") -> None:
        says = says or f"“{key}” cannot be {_shown(value)}."
        start = "Did you mean " if takes.startswith("“") else "It takes "
        self.wrong.append(Fault(self.entry.at(key), says, f"{start}{takes}."))


def _only(entry: Entry, known: tuple[str, ...], what: str, wrong: list[Fault]) -> set[str]:
    """Faults for the fields that cannot stand here; answers which fields were meant by them."""
    meant: set[str] = set()
    for key in entry.values:
        if key not in known:
            near = get_close_matches(key, known, 1)
            meant |= set(near)
            hint = f"Did you mean “{near[0]}”? " if near else ""
            takes = f"{hint}{what} takes: {', '.join(known)}."
            wrong.append(Fault(entry.at(key), f"“{key}” cannot stand here.", takes))
    return meant


def _either(value: Any, known: tuple[str, ...]) -> str:
    """What a vocabulary would take, the nearest word first."""
    near = get_close_matches(str(value), known, 1)
    # A stage is often called by one of its words: final, panel, screen.
    said = str(value).casefold().replace(" ", "_")
    near = near or [one for one in known if said in one.split("_")][:1]
    listed = ", ".join(known) or "none here"
    return (f"“{near[0]}”? It takes " if near else "") + f"one of these: {listed}"


def _shown(value: Any) -> str:
    return f"“{value}”" if isinstance(value, str) else repr(value)


def _names(words: Iterable[Any]) -> tuple[str, ...]:
    return tuple(str(word) for word in words)


def _joined(ours: str, theirs: str, between: str = ". ") -> str:
    """Our words with theirs after them: ours are never replaced."""
    return between.join(filter(None, (ours.rstrip("."), theirs))) if theirs else ours
