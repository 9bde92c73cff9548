"""Whether a doubt was answered, when and how. An answer given is not a mind changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from afterword.counsel import days
from afterword.counsel.doubts.heard import Heard, Met, Since
from afterword.counsel.weighing.view import ARGUED
from afterword.terms import Basis, Story


def met(heard: Heard, today: date) -> Met | None:
    """How it was met by `today`: the user's word, a letter that took it up, else an occasion after it."""
    own = heard.own.met_on
    if own is not None and own <= today:
        return Met(own, f"You answered it on {days.spoken(own)}, you noted.", Basis.SAID)
    after = sorted(_after(heard, today), key=lambda one: (one.on, one.letter is None))
    return _by_letter(heard, after) or _by_occasion(heard, after)


def _after(heard: Heard, today: date) -> Iterable[Since]:
    """Letters from that day on; talks from the day after, for it may have been said in that one."""
    said = heard.remark.at
    for one in heard.since:
        if one.on > today:
            continue
        if said is None or one.on > said or (one.letter is not None and one.on == said):
            yield one


def _by_letter(heard: Heard, after: Iterable[Since]) -> Met | None:
    marks = {f"remark:{heard.remark.id}": "took it up"}
    story = _chosen(heard)
    if story is not None:
        marks[f"story:{story.id}"] = f"told “{story.title}”"
    for one in after:
        told = next((says for mark, says in marks.items() if mark in one.tells), "")
        if one.letter is not None and told:
            name = one.letter.replace("_", " ")
            return Met(one.on, f"Your {name} of {days.spoken(one.on)} {told}.", Basis.SAID)
    return None


def _chosen(heard: Heard) -> Story | None:
    """The story that the user tied to it; one the program only thought of proves nothing here."""
    tied = heard.remark.answered_by
    proof = heard.proof
    return proof.story if proof is not None and tied and proof.story.id == tied else None


def _by_occasion(heard: Heard, after: Iterable[Since]) -> Met | None:
    if heard.remark.at is None:
        return None  # what came after a day nobody knows?
    for one in after:
        day = days.spoken(one.on)
        if one.letter is None:
            says = f"You spoke with them again on {day}; whether it came up only you know."
            return Met(one.on, says, Basis.GUESSED)
        if one.letter in ARGUED:
            name = one.letter.replace("_", " ")
            says = (
                f"A letter of yours ({name}) went out on {day}; whether it met this only you know."
            )
            return Met(one.on, says, Basis.GUESSED)
    return None
