"""News of theirs that touches what was said: an item, and the sentence of the talk it meets.

What they said they wait for is a cause as soon as a headline names it (`awaited.py`). Else a word
in common is no cause to write. Three are, that are rare among the firm's own items; or two, one
of them in the headline, that make up much of what was said: so neither the firm's daily phrases nor a
word in another sense ("nightly batches" of data, and of doughnuts) match by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from afterword.counsel import days
from afterword.counsel.watching.awaited import is_awaited
from afterword.counsel.watching.news_words import EMPTY, TIMES
from afterword.terms import (
    CaseFile,
    FeedItem,
    Remark,
    RemarkKind,
    Seen,
    Sighting,
    Signal,
    Strength,
)

#: What somebody told the user about the work; praise and doubts are about the user.
TOLD = frozenset(
    {RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY, RemarkKind.TOPIC, RemarkKind.PROMISE}
)
#: News older than this is no longer a cause.
FRESH = timedelta(days=21)
#: A word in more than this share of their items is the firm's own phrase.
EVERYDAY = 0.2
#: A word, or a number that names something ("IHV-204"); years name nothing.
_WORD = re.compile(r"[^\W\d_]{4,}|(?<!\d)(?!(?:19|20)\d\d)\d{3,}(?!\d)", re.UNICODE)
_STEM = 6


def _stem(word: str) -> str:
    """How much of a word is compared: "roof" and "roofs" are one, "default" and "defaults" too."""
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s")


#: Times of the year are in every firm's news.
_TIMES = frozenset(map(_stem, TIMES))


def matching(
    file: CaseFile, items: Iterable[FeedItem], now: datetime, places: Iterable[str] = ()
) -> Iterator[Sighting]:
    """Items of the last three weeks that meet something said in this case, best match an item.

    `places` are the firm's own towns: that two sentences name one of them is no matter in common.
    """
    items = tuple(items)
    told = [
        r
        for r in file.remarks
        if r.kind in TOLD and (r.at is None or r.at <= now.date()) and not _OF_THEM.search(r.quote)
    ]
    if not told:
        return
    held = [_words(f"{item.title} {item.text[:2000]}") for item in items]
    own = _words(file.company)
    counted = Counter(word for words in held for word in words)
    everyday = {word for word, n in counted.items() if n > max(2, EVERYDAY * len(items))}
    everyday |= _words(" ".join(places)) | _TIMES
    for item, words in zip(items, held, strict=True):
        if item.at is None or not now - FRESH <= item.at <= now:
            continue
        best = max(told, key=lambda r: len((_words(r.quote) & words) - everyday))
        rare = (_words(best.quote) & words) - everyday - own
        titled = len(rare & _words(item.title))
        said = len(_words(best.quote) - _TIMES)
        aside = _is_aside(item)
        hoped = None if aside else _awaited(told, item, words - everyday - own)
        if hoped is not None:
            yield _sighting(file, item, hoped, now, Strength.STRONG)
            continue
        least = 4 if aside else 3
        if len(rare) < least and (least > 3 or not titled or len(rare) < 2):
            continue
        if len(rare) < (MUCH_OF_IT if len(rare) < 3 else SOME_OF_IT) * said:
            continue
        # three words of theirs in print, none of them an everyday one, are no chance
        strength = Strength.STRONG if len(rare) >= 3 or titled >= 2 else Strength.FAIR
        yield _sighting(file, item, best, now, strength)


def _awaited(told: list[Remark], item: FeedItem, rare: frozenset[str]) -> Remark | None:
    """Who of them said that they wait for the very thing this item's headline tells."""
    titled = rare & _words(item.title)
    return next(
        (r for r in told if is_awaited(r.quote, f"{item.title} {item.text}", rare, titled, _words)),
        None,
    )


#: What a house does beside its work: there words of the work stand for something else.
_ASIDE = re.compile(
    r"\bcharit|doughnut|\bcakes?\b|fundrais|\bspenden|\bmarathon|\bfun run|firmenlauf|football|fu[sß]+ball|voetbal"
    r"|\bchoir\b|\bchor\b|\bcoro\b|nursery|\bkita\b|\bcr[eè]che|sommerfest|christmas party|weihnachtsfeier|kerstborrel"
    r"|\bmeetup\b|\bhospice|blood (?:drive|donat)|blutspende|canteen|kantine|cafeteria|\bbirthday|bake (?:sale|off)"
    r"|\bcontest\b|wettbewerb der|\bquiz\b|\bretire[ds]?\b|in den ruhestand|\bpensioen|\bpensionada|jubilaci|farewell|in memoriam|\bwerkjubil"
    r"|\bcar park|\bparking\b|parkplatz|parkeer|\bfront gate|\bentrance is|road ?works|\bshuttle bus|\bbus stop|\bopen house\b"
    r"|\bjubil|anniversar|\bfeier(?:t|n)\b|\bcelebrat(?:es|ing)\b|\bviert\b|\bcelebra\b|\bfête(?:nt)?\b|\bfesteggia"
    r"|\bsponsor|mascot|\btombola|\braffle|\bcarrera popular|\bkermes|torneo|tournoi|turnier|tournament",
    re.IGNORECASE,
)
#: A doubt about the user, under whatever kind it was noted, is no matter of the firm's.
_OF_THEM = re.compile(
    r"\b(?:my|our|the|one|only|main) (?:\w+ )?(?:doubt|concern|reservation)s?\b|\b(?:zweifel|bedenken)\b|\btwijfel|\bdoute\b|\bduda\b|\bdúvida|\bdubbi[oa]?\b|\btvivl|\btveka",
    re.IGNORECASE,
)
#: How much of a sentence two words must make up, and three (judgement; four years' news).
MUCH_OF_IT, SOME_OF_IT = 0.3, 0.15


def _is_aside(item: FeedItem) -> bool:
    return bool(_ASIDE.search(f"{item.title} {item.text[:400]}"))


def _words(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(text.casefold()) if word not in EMPTY)
    return frozenset(map(_stem, words))


def _sighting(
    file: CaseFile, item: FeedItem, remark: Remark, now: datetime, strength: Strength
) -> Sighting:
    assert item.at is not None
    person = next((p for p in file.people if remark.by and remark.by in (p.id, p.name)), None)
    who = person.name if person is not None else "They"
    says = (
        f"{file.company} writes: “{_short(item.title)}”. {who} told you: “{_short(remark.quote)}”"
    )
    seen = (
        Seen(
            f"Their news of {days.spoken(days.local(item.at, now))}", item.at, item.title, item.url
        ),
        Seen("What it meets", item.at, remark.quote),
    )
    return Sighting(
        Signal.NEWS, f"news:{file.id}:{item.id}", item.at, strength, says, seen, file.company,
        file.id, remark.by,
    )  # fmt: skip


def _short(text: str, most: int = 140) -> str:
    plain = " ".join(text.split()).rstrip(".")
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"
