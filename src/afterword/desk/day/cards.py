"""What a card on Today says beside its reason: their words, the story that meets them, the dates.

It joins what is kept and judges nothing: which words matter is their kind, which
story meets them is writing's, and when they decide is the standing's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from afterword import terms
from afterword.casebook.by_heart import by_heart
from afterword.casebook.case import Case
from afterword.casebook.decision import Move
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.remark import Remark
from afterword.casebook.story import Story
from afterword.desk.day import at_hand
from afterword.desk.day.page import Card
from afterword.desk.letters.answered import pairing
from afterword.terms import Basis, LetterKind, RemarkKind
from afterword.writing import limits

#: The letters that answer what was said; a question about the date quotes nobody.
ANSWERING = {
    LetterKind.INFLUENCE_LETTER,
    LetterKind.SECOND_INFLUENCE,
    LetterKind.PROOF_OFFER,
    LetterKind.REOPEN_LETTER,
}
#: What wants an answer most stands first.
ORDER = (RemarkKind.DOUBT, RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY)
#: Words longer than this are a mail and not a sentence to quote on a card.
LONGEST = 32
#: The play of the hours after a fresh verdict.
PAUSE = "P10"


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of theirs that nothing sent has met yet; `story` is the one that would, if there is one."""

    quote: str
    by: str
    story: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the reason of one card."""

    heard: Heard | None = None
    decides: date | None = None
    words: int = 0
    touched: datetime | None = None


@dataclass(frozen=True, slots=True)
class Resting:
    """A letter that may be drafted now and leaves later: the hours after a fresh verdict, or a better day."""

    case: UUID
    company: str
    letter: str
    until: datetime
    drafted: UUID | None = None
    fresh: bool = True


def beside(account: UUID, cards: Iterable[Card]) -> dict[UUID, Beside]:
    """For each open card its quotation, the day they named, and how far its letter is."""
    cards = [card for card in cards if not card.sealed]
    drafted = [card.drafted for card in cards if card.drafted]
    lying = {row.pk: row for row in _lying(account, drafted)}
    quoted = _heard(account, [card for card in cards if card.letter in ANSWERING])
    found = {}
    for card in cards:
        row = lying.get(card.drafted) if card.drafted else None
        found[card.case] = Beside(
            heard=quoted.get(card.case),
            decides=card.decides,
            words=limits.words(row.text) if row else 0,
            touched=(row.edited_at or row.entered_at) if row else None,
        )
    return found


def resting(account: UUID, now: datetime, day: date) -> list[Resting]:
    """Cases whose letter may be drafted now and leaves later, the first to leave first."""
    held = [row for row in _held(account, now) if not _left_alone(row.case, row.play, day)]
    drafts = at_hand.drafts(account, [move.case_id for move in held])
    return [
        Resting(
            case=move.case_id,
            company=move.case.company.name,
            letter=move.letter,
            until=move.not_before,
            drafted=drafts.get((move.case_id, move.letter)),
            fresh=move.play == PAUSE,
        )
        for move in held
        if move.not_before is not None
    ]


@by_heart
def _lying(account: UUID, keys: list[UUID]) -> QuerySet[Letter]:
    return Letter.objects.keyed(account, keys)


@by_heart
def _held(account: UUID, now: datetime) -> QuerySet[Move]:
    """Letters that leave later, the first to leave first."""
    rows = Move.objects.of(account).filter(not_before__gt=now).exclude(letter="")
    rows = rows.filter(case__merge__isnull=True, case__not_mine__isnull=True)
    return rows.select_related("case__company", "case__snooze").order_by("not_before", "id")


def _left_alone(case: Case, play: str, day: date) -> bool:
    return hasattr(case, "snooze") and case.snooze.rests(day, play)


def _heard(account: UUID, cards: list[Card]) -> dict[UUID, Heard]:
    if not cards:
        return {}
    keys = [card.case for card in cards]
    said: dict[UUID, list[Remark]] = defaultdict(list)
    for row in _unanswered(account, keys):
        said[row.case_id].append(row)
    stories = [story.as_term() for story in _told(account)]
    sent = _told_there(account, keys)
    found = {}
    for card in cards:
        one = _foremost(said[card.case], card.who, stories, sent[card.case])
        if one is not None:
            found[card.case] = one
    return found


@by_heart
def _unanswered(account: UUID, cases: list[UUID]) -> QuerySet[Remark]:
    """What was said there and nothing sent has met, save what a closed letter says."""
    closed = Message.objects.of(account).sealed().filter(case__in=cases).values("pk")
    rows = Remark.objects.of(account).filter(
        case__in=cases, kind__in=list(ORDER), basis=Basis.SAID, answered_by__isnull=True
    )
    rows = rows.exclude(message__in=closed).select_related("person")
    return rows.prefetch_related("person__addresses")


@by_heart
def _told(account: UUID) -> QuerySet[Story]:
    return Story.objects.of(account).filter(confidential=False)


def _foremost(
    rows: list[Remark], who: str, stories: list[terms.Story], sent: set[str]
) -> Heard | None:
    """The reader's own words before others', a doubt before a hope, the later before the earlier."""
    short = [row for row in rows if len(row.quote.split()) <= LONGEST]
    ranked = sorted(short, key=lambda row: row.on or date.min, reverse=True)
    ranked.sort(key=lambda row: (_speaker(row) != who, ORDER.index(RemarkKind(row.kind))))
    fresh = [story for story in stories if story.id not in sent]
    said = [row.as_term() for row in rows]
    for row in ranked:
        met = pairing(row.as_term(), said, fresh)
        if met is not None:
            return Heard(row.quote, _speaker(row), met[0].title)
    return Heard(ranked[0].quote, _speaker(ranked[0])) if ranked else None


def _speaker(row: Remark) -> str:
    return row.by_name or (str(row.person) if row.person else "")


def _told_there(account: UUID, cases: list[UUID]) -> Mapping[UUID, set[str]]:
    """The stories that letters sent in these cases have told already."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for case, draft in _sent(account, cases):
        for sentence in draft.get("sentences", []):
            marks = (str(fact) for fact in sentence.get("facts", []))
            found[case] |= {fact[6:] for fact in marks if fact.startswith("story:")}
    return found


@by_heart
def _sent(account: UUID, cases: list[UUID]) -> QuerySet[Any, tuple[UUID, dict[str, Any]]]:
    rows = Letter.objects.of(account).filter(case__in=cases, sending__isnull=False)
    return rows.values_list("case_id", "draft")
