"""How a search is run, in four respects, as facts of the user's own record (E32).

Planning, preparation, calm, learning: van Hooft and others (2021, 378 samples) found that how much
one searches says nothing of how good the job is. So nothing here is counted against a mark, added
up or kept as a row of days; what the record does not show is not held against anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from afterword.counsel import days
from afterword.counsel.looking_back.across import Lesson
from afterword.counsel.looking_back.ended import Ended
from afterword.counsel.looking_back.five import PROBLEM, was_alive
from afterword.counsel.standing.happened import letter_kind
from afterword.terms import CaseFile, Deed, Direction, Happening, LetterKind, MailKind, RemarkKind

#: What was silent for longer than this is not looked at when one asks what was alive.
_LONG_SILENT = timedelta(days=120)
_ASKED = frozenset({LetterKind.ADVICE_REQUEST, LetterKind.CALL_REQUEST})
_TO_ANSWER = PROBLEM | {RemarkKind.DOUBT}
#: The notes a case file holds of the user's own writing, by their marks.
DEBRIEFED, PLANNED = "debriefed", "if_then"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the four. `facts` may be empty; `try_next` is one small thing, never a demand."""

    key: str
    facts: tuple[str, ...]
    try_next: str
    source: str = "E32: van Hooft and others, 2021"


def quality(
    files: Sequence[CaseFile],
    ends: Iterable[Ended],
    kept: Iterable[Lesson],
    since: date,
    now: datetime,
) -> tuple[Dimension, ...]:
    """The four respects, from what was done between `since` and `now`."""
    answered = [end for end in ends if end.by_them and end.on >= since and end.met]
    talks = [
        (file, h)
        for file in files
        for h in file.happenings
        if h.kind is Deed.INTERVIEW and h.at <= now and days.local(h.at, now) >= since
    ]
    lessons = [one for one in kept if since <= one.on <= now.date()]
    return (
        Dimension("planning", _planning(files, answered, now), "Before the next answer comes, one "
                  "line for yourself: if it is a no, then I will …"),
        Dimension("preparation", _preparation(files, talks, since, now), "Before the next talk, "
                  "choose two stories and one question of your own."),
        Dimension("calm", _calm(files, answered, now), "After the next hard answer, let a night "
                  "pass before anything goes out."),
        Dimension("learning", _learning(files, talks, lessons, since, now), "Within the hour after "
                  "the next talk, note what they asked and one answer you would give otherwise."),
    )  # fmt: skip


def alive_beside(files: Iterable[CaseFile], case: str, moment: datetime) -> tuple[str, ...]:
    """The firms of the other processes that were under way at that moment."""
    return tuple(_beside(files, case, moment))


def _beside(files: Iterable[CaseFile], case: str, moment: datetime) -> Iterator[str]:
    for file in files:
        lately = any(moment - _LONG_SILENT <= h.at <= moment for h in file.happenings)
        if file.id != case and lately and was_alive(file, moment):
            yield file.company


def _planning(files: Sequence[CaseFile], answered: list[Ended], now: datetime) -> tuple[str, ...]:
    live = sum(was_alive(file, now) for file in files)
    by_id = {file.id: file for file in files}
    planned = sum(_noted_before(by_id[end.case], PLANNED, end.news) for end in answered)
    # One that is found will do: with thousands of cases the rest need not be looked at.
    beside = sum(next(_beside(files, end.case, end.news), None) is not None for end in answered)
    facts = []
    if live:
        facts.append(_many(live, "One process is under way.", "{n} processes are under way."))
    if planned:
        facts.append(f"Before {_of(planned, answered, 'answer')} you had a plan for a no.")
    if beside:
        facts.append(f"When {_of(beside, answered, 'answer')} came, something else was in motion.")
    return tuple(facts)


def _preparation(
    files: Sequence[CaseFile], talks: list[tuple[CaseFile, Happening]], since: date, now: datetime
) -> tuple[str, ...]:
    facts = []
    knew = sum(
        any(
            r.kind in _TO_ANSWER and r.at is not None and r.at < days.local(talk.at, now)
            for r in file.remarks
        )
        for file, talk in talks
    )
    if knew:
        facts.append(f"Into {_of(knew, talks, 'talk')} you went with their own words on record.")
    stories = {story.id for file in files for story in file.stories}
    asked = [r for file in files for r in file.remarks if r.kind in _TO_ANSWER]
    met = sum(r.answered_by in stories for r in asked if r.answered_by)
    if stories:
        line = _many(len(stories), "One story is told", "{n} stories are told")
        answers = f"; {_of(met, asked, 'thing')} they asked for can rest on one" if met else ""
        facts.append(f"{line}{answers}.")
    told = {
        v.referee
        for file in files
        for v in file.register.vouched
        if v.briefed is not None and since <= v.briefed <= now.date()
    }
    if told:
        who = _many(len(told), "one person who vouches", "{n} people who vouch").lower()
        facts.append(f"You told {who} for you how things stood, before anyone called.")
    return tuple(facts)


def _calm(files: Sequence[CaseFile], answered: list[Ended], now: datetime) -> tuple[str, ...]:
    by_id = {file.id: file for file in files}
    # An hour nobody entered tells nothing: a no by telephone has only its day.
    rested = [end for end in answered if not _wrote_within_the_pause(by_id[end.case], end)]
    if not rested:
        return ()
    return (f"After {_of(len(rested), answered, 'answer')} you let the first half day pass.",)


def _wrote_within_the_pause(file: CaseFile, end: Ended) -> bool:
    until = end.news + timedelta(hours=days.PAUSE_HOURS)
    return any(
        end.news < h.at <= until
        and h.direction is Direction.OUT
        and (letter_kind(h) is not None or isinstance(h.kind, MailKind))
        for h in file.happenings
    )


def _learning(
    files: Sequence[CaseFile],
    talks: list[tuple[CaseFile, Happening]],
    lessons: list[Lesson],
    since: date,
    now: datetime,
) -> tuple[str, ...]:
    facts = []
    noted = [(talk, _note_of(file, talk, now)) for file, talk in talks]
    done = [(talk, at) for talk, at in noted if at is not None]
    if done:
        same = sum(days.local(talk.at, now) == days.local(at, now) for talk, at in done)
        line = f"You wrote down what was said after {_of(len(done), talks, 'talk')}"
        day = ", on the same day" if same == len(done) else f", {same} of them on the same day"
        facts.append(f"{line}{day if same else ''}.")
    if lessons:
        facts.append(_many(len(lessons), "You kept one lesson.", "You kept {n} lessons."))
    advice = {
        h.id
        for file in files
        for h in file.happenings
        if letter_kind(h) in _ASKED and h.at <= now and days.local(h.at, now) >= since
    }
    if advice:
        facts.append(_many(len(advice), "You asked for advice once.", "You asked for advice {n} times."))  # fmt: skip
    return tuple(facts)


def _note_of(file: CaseFile, talk: Happening, now: datetime) -> datetime | None:
    key = f"{talk.id}-{DEBRIEFED}"
    return next((h.at for h in file.happenings if h.id == key and h.at <= now), None)


def _noted_before(file: CaseFile, what: str, moment: datetime) -> bool:
    return any(h.kind is Deed.NOTE and h.detail == what and h.at < moment for h in file.happenings)


def _of(n: int, all_: Sequence[object], what: str) -> str:
    """ "2 of 3 talks"; "the one talk" where there is no other. Of few, only how many: the rest may
    have been done elsewhere, and is held up to nobody."""
    total = len(all_)
    if total == 1:
        return f"the one {what}"
    if n == total:
        return f"all {total} {what}s"
    if 2 * n < total:
        return f"1 {what}" if n == 1 else f"{n} {what}s"
    return f"{n} of {total} {what}s"


def _many(n: int, one: str, more: str) -> str:
    return one if n == 1 else more.format(n=n)
