"""The open places of a letter filled where they stand, or taken out with their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from afterword.casebook.letter import Letter
from afterword.casebook.story import Story
from afterword.desk.letters import correspondence
from afterword.errors import UserError
from afterword.writing import fragments
from afterword.writing.holes import HOLE, asks_for_a_story


@dataclass(frozen=True, slots=True)
class Filling:
    """What is to stand in place of `said`, the `turn`-th place of these very words."""

    said: str
    turn: int
    words: str


@dataclass(frozen=True, slots=True)
class Open:
    """A place in a run of words: where it stands, its very words, what it asks, and whether a story would do."""

    start: int
    end: int
    said: str
    asks: str
    story: bool


def places(text: str) -> tuple[Open, ...]:
    """The open places of a sentence or a letter, in their order."""
    found = []
    for hole in HOLE.finditer(text):
        asks = " ".join(hole[1].split())
        found.append(Open(hole.start(), hole.end(), hole[0], asks, asks_for_a_story(asks)))
    return tuple(found)


def fill(letter: Letter, given: Iterable[Filling], *, now: datetime) -> int:
    """Put the user's words where the places are, as one edit; how many were filled.

    A place that is gone by now, or for which nothing was written, is left as it is.
    """
    text, done = letter.text, 0
    wanted = {(one.said, one.turn): " ".join(one.words.split()) for one in given}
    turns: dict[str, int] = {}

    def put(found: re.Match[str]) -> str:
        nonlocal done
        said = found[0]
        turn = turns.get(said, 0)
        turns[said] = turn + 1
        words = wanted.get((said, turn), "")
        done += bool(words)
        return _as_it_stands(words, found) if words else said

    text = HOLE.sub(put, text)
    if done:
        correspondence.edit(letter, now=now, text=text)
    return done


def take_out(letter: Letter, said: str, turn: int, *, now: datetime) -> None:
    """Take out the sentence that holds this place; raises `UserError` where it is there no more."""
    places = [found for found in HOLE.finditer(letter.text) if found[0] == said]
    if turn >= len(places):
        raise UserError("That place is filled or gone by now, so nothing was taken out.")
    at, end = places[turn].span()
    start, stop = at, end
    for sentence in correspondence.draft_of(letter).sentences:
        place = letter.text.find(sentence.text)
        while place >= 0:
            if place <= at and end <= place + len(sentence.text):
                start, stop = place, place + len(sentence.text)
            place = letter.text.find(sentence.text, place + 1)
    before, after = letter.text[:start].rstrip(" "), letter.text[stop:].lstrip(" ")
    joint = "" if not before or before.endswith("\n") or after.startswith("\n") else " "
    text = re.sub(r"\n{3,}", "\n\n", f"{before}{joint}{after}")
    correspondence.edit(letter, now=now, text=text)


def told(story: Story) -> str:
    """A story as it can stand in a letter until the user words it: what was done, and what came of it."""
    said = []
    for done, text in ((True, story.action), (False, story.result)):
        for part in map(fragments.clean, fragments.split(text)):
            deed = fragments.shape(part) is fragments.Shape.PAST or (done and _DEED.match(part))
            said.append(fragments.stop(f"I {fragments.lower_first(part)}" if deed else part))
    return " ".join(said)


#: In what was done a sentence that opens so has "I" before it, unsaid.
_DEED = re.compile(r"[A-Z][a-z]{2,}ed\b")


def _as_it_stands(words: str, found: re.Match[str]) -> str:
    """With a stop where the place was a whole sentence, without a second one where a stop follows."""
    text = found.string
    after = text[found.end() :][:1]
    if after in (".", "!", "?"):
        return words.rstrip(".!?") if words[-1:] in ".!?" else words
    before = text[: found.start()].rstrip(" ")[-1:]
    alone = before in ("", "\n", ".", "!", "?") and after in ("", "\n", " ")
    return fragments.stop(words) if alone else words
