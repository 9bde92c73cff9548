"""The day by which they said they would be heard from.

A promise is a day and a word of telling that belong together, with the writer's side
as the one who tells. What is asked of the reader, what has been, an interview and the
advert's own closing day are days too, and no promise.
"""

from __future__ import annotations

import re
from datetime import date

from afterword.reading.dates.found import Found, dates_in, may_name_a_day
from afterword.reading.dates.limits import near
from afterword.reading.dates.months import month_promised
from afterword.reading.dates.telling import (
    ASKED,
    ASKS_NEWS,
    AT_MOST,
    COMING,
    OPEN,
    OTHER_DAYS,
    PARTS,
    PAST,
    STATE,
    TELLING,
    THAT_DAY,
    TOLD_SO,
    UNTIL,
    WAITING,
)
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import view
from afterword.terms import MailKind

__all__ = ["Found", "dates_in", "promised_in"]

K = MailKind
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_CLAUSE = re.compile(
    r"[;()\u2013]|, (?:and|but|so|und|aber|et|mais|y|pero|e|mas|ma|en|maar)\b|"
    r" (?:and|so|und|et|y|e|en) (?=(?:i|we|you|they|he|she|ich|wir|sie|nous|je|vous|yo|nosotros|eu|io|ik|wij|we|u)\b)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\([^()]{0,160}\)")
#: A clause that begins so asks something of the reader.
IMPERATIVE = re.compile(
    r"(?:^|, )\s{0,2}(?:so |and |then )?(?:ring|call(?! it)|tell|write|send|reply|respond|go|e-?mail|drop|pick|get|bring|fill|"
    r"click|log|come|say|shout|phone|sign|return|ask|choose|book|take|have a)\b",
    re.IGNORECASE,
)
#: Mail of these kinds seldom promises: their days are interviews and deadlines.
_SELDOM = frozenset(
    {
        K.REJECTION,
        K.POSITION_FILLED,
        K.INTERVIEW_INVITATION,
        K.INTERVIEW_LOGISTICS,
        K.ASSESSMENT,
        K.ACTION_NEEDED,
        K.OUTREACH,
        K.REFERENCE_CHECK,
        K.OFFER,
        K.OFFER_RESCINDED,
        K.REOPENED,
        K.CANCELLED,
        K.WITHDRAWN,
        K.OTHER_JOB,
        K.APPLICATION_VIEWED,
    }
)
#: These are written to say when.
_OFTEN = frozenset({K.ACKNOWLEDGEMENT, K.STATUS_UPDATE, K.ON_HOLD})
#: While a process is open a month named is a promise; afterwards it is an invitation.
_IN_A_MONTH = _OFTEN | {K.OTHER_JOB, K.OUTREACH}
_ENOUGH, _SELDOM_ENOUGH, _OFTEN_ENOUGH = 1.0, 1.5, 0.8


def promised_in(text: str, written: date, kind: MailKind | None = None) -> tuple[date, Span] | None:
    """The promised day with its sentence: the surest, of equals the latest; else None."""
    seen = view(text)
    enough = _SELDOM_ENOUGH if kind in _SELDOM else _OFTEN_ENOUGH if kind in _OFTEN else _ENOUGH
    best: tuple[float, date, Span] | None = None
    named = written
    spans = sentences(seen)
    for at, span in enumerate(spans):
        sentence = seen[span.start : span.end]
        words = _WORD.findall(sentence.lower())
        again = not PARTS.isdisjoint(words) and THAT_DAY.search(sentence)
        if not (again or may_name_a_day(sentence)) or not _may_promise(sentence, words):
            continue
        days = dates_in(sentence, written)
        if again and not days and (meant := _day_before(seen, spans[max(0, at - 2) : at], written)):
            days = (Found(meant, again.start(), again.end()),)
        weighed = [
            (
                _weight(sentence, found, same_day=found.day == written),
                _after(found, max([named, *(one.day for one in days[:place])])),
            )
            for place, found in enumerate(days)
            if found.day >= written
        ]
        top = max((weight for weight, _ in weighed), default=0.0)
        if top >= enough:  # of several days in one breath the last is meant
            day = max(day for weight, day in weighed if weight >= max(0.8, top - 0.7))
            if best is None or (top, day) > best[:2]:
                best = (top, day, span)
        named = max([named, *(found.day for found in days)])
    if best is None and kind in _IN_A_MONTH:
        return month_promised(seen, spans, written)
    return (best[1], best[2]) if best else None


def _day_before(seen: str, spans: tuple[Span, ...], written: date) -> date | None:
    """The day these sentences name last, which "that afternoon" means again."""
    for span in reversed(spans):
        found = dates_in(seen[span.start : span.end], written)
        if found:
            return found[-1].day
    return None


def _may_promise(sentence: str, words: list[str]) -> bool:
    """Whether anything in it tells or waits, or it is short enough to say only when."""
    if len(words) <= 14 or not TELLING.isdisjoint(words):
        return True
    return WAITING.search(sentence) is not None or TOLD_SO.search(sentence) is not None


def _after(found: Found, named: date) -> date:
    """A day without its month is one after the days named before it."""
    day = found.day
    if found.bare and day < named and named.day < day.day:
        return day.replace(year=named.year, month=named.month, day=min(day.day, 28))
    return day


def _weight(sentence: str, found: Found, *, same_day: bool) -> float:
    """How surely this day of the sentence is one they promise to be heard by."""
    start, end = clause_of(sentence, found)
    before = sentence[start : found.start]
    clause = sentence[start:end]
    told = _last_told(before)
    weight = 0.0
    around = TOLD_SO.search(clause)  # "kommen bis Freitag auf Sie zu" closes round the day
    if told >= 0 or _last_told(sentence[found.end : end]) >= 0 or around:
        weight += 1.0
    elif _last_told(sentence) >= 0:
        weight += 0.5
    due = UNTIL.search(near(before, sentence[found.start : found.end]))
    if due or OPEN.match(sentence, found.end) or AT_MOST.search(sentence[: found.end]):
        weight += 0.5
    waiting = WAITING.search(clause)
    if waiting:
        weight += 0.6
    short = clause.strip().count(" ") < (9 if waiting else 6)
    if (
        0.4 < weight < 0.7 and short and (waiting or not STATE.search(clause))
    ):  # "Friday at the latest", "Two weeks, tops"
        weight += 0.4
    if ASKED.search(clause) or IMPERATIVE.search(clause) or ASKS_NEWS.search(clause):
        weight -= 1.6
    if _is_past(before):
        weight -= 1.2
    others = [m.start() for m in OTHER_DAYS.finditer(before)]
    if (others and others[-1] > told) or (
        told < 0 and OTHER_DAYS.search(sentence[found.end : min(end, found.end + 24)])
    ):
        weight -= 1.0
    if sentence.rstrip().endswith("?"):
        weight -= 0.8
    return weight - 0.3 * same_day


def _is_past(before: str) -> bool:
    """Whether the words before a day tell what was, and nothing to come stands nearer to it."""
    ends = [found.end() for found in PAST.finditer(before)]
    return bool(ends) and COMING.search(before, ends[-1]) is None


def _last_told(words: str) -> int:
    """Where the last word of telling stands, or what tells in several words; -1 without one."""
    at = -1
    for found in _WORD.finditer(words):
        if found.group().lower() in TELLING:
            at = found.start()
    return max([at, *(found.start() for found in TOLD_SO.finditer(words))])


def clause_of(sentence: str, found: Found) -> tuple[int, int]:
    """The stretch of the sentence the day stands in; what another bracket holds only interrupts it."""
    start, end = 0, len(sentence)
    aside = [
        one.span()
        for one in _BRACKET.finditer(sentence)
        if not one.start() <= found.start < one.end()
    ]
    for cut in _CLAUSE.finditer(sentence):
        if any(one <= cut.start() < other for one, other in aside):
            continue
        if cut.end() <= found.start:
            start = cut.end()
        elif cut.start() >= found.end:
            end = cut.start()
            break
    return start, end
