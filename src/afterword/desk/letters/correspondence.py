"""Letters: drafted from the casebook's facts, edited with the trace kept, sent by the user's own hand.

The program refuses to draft in three cases (contract, ruling 4) and to anyone
who asked to be left alone; it says why, and what the user may still do.
Nothing here sends anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from afterword import counsel, terms, writing
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.event import Who
from afterword.casebook.files import without_sealed
from afterword.casebook.letter import Letter
from afterword.casebook.person import Person
from afterword.casebook.profile import Profile
from afterword.casebook.second_eyes import Waiver
from afterword.casebook.stop import in_closed_letters, stopped
from afterword.casebook.values import from_plain, to_plain
from afterword.counsel.wellbeing import Mindset, before_sending
from afterword.desk import morning
from afterword.desk.cases.judging import open_all
from afterword.desk.letters import margin, vouching
from afterword.desk.letters.briefing import addressee, as_term, brief
from afterword.desk.letters.carrying import as_eml, as_mailto
from afterword.desk.letters.own_facts import tied
from afterword.desk.letters.pausing import Pause, pause
from afterword.errors import Refused, UserError
from afterword.writing import limits, resting

__all__ = [
    "Page",
    "addressee",
    "again",
    "approve",
    "as_eml",
    "as_mailto",
    "brief",
    "by_hand",
    "compose",
    "draft",
    "draft_of",
    "edit",
    "keep",
    "languages",
    "mark_sent",
    "page",
    "put_away",
]

#: What stands against a letter lies in an envelope that only the user opens (ruling 6).
UNREAD = (
    "A letter from them is waiting for you. Nothing is drafted before you have read it: what it "
    "says may change what you would write."
)
#: The gates under which nothing is drafted, in words for the person at the desk (ruling 4).
SHUT: tuple[tuple[str, str], ...] = (
    (
        "G1",
        "They asked for no contact, or you chose so, and nothing is drafted here. That is no verdict on you. "
        "If you need to write to them all the same, write by hand.",
    ),
    (
        "G2",
        "You noted something here that may not have been lawful, so no letter is drafted. Keep the "
        "facts with their dates, and talk to someone who can advise you first.",
    ),
    (
        "asks_money",
        "They ask you here for what nobody asks who gives work, and it looks like a fraud, so no letter "
        "to them is drafted. If you know that it is genuine, say so on the case.",
    ),
    (
        "G6",
        "This letter would need something that is not true, not checkable or not yours to tell, so "
        "it is not drafted. What you can say without it, you can write by hand.",
    ),
)
#: What a case has come to, where a letter would say otherwise.
UNTRUE: Mapping[terms.LetterKind, Mapping[terms.Outcome, str]] = {
    terms.LetterKind.OFFER_ACCEPTANCE: {
        terms.Outcome.OFFER_DECLINED: "You declined this offer, so no acceptance is drafted. If it "
        "is on the table again, note that on the case first; by hand you can write in any case.",
        terms.Outcome.WITHDRAWN: "You withdrew from this role, so no acceptance is drafted. If that "
        "has changed, note it on the case first; by hand you can write in any case.",
        terms.Outcome.OFFER_RESCINDED: "They took this offer back, so there is nothing to accept, "
        "and no acceptance is drafted. If they made it anew, note that on the case first.",
    },
    terms.LetterKind.OFFER_DECLINE: {
        terms.Outcome.OFFER_RESCINDED: "They took this offer back, so there is nothing to decline, "
        "and no letter is drafted.",
    },
}


# ── drafting ────────────────────────────────────────────────────────────────


def draft(
    case: Case,
    kind: terms.LetterKind | str,
    *,
    now: datetime,
    person: Person | None = None,
    play: str = "",
    by: str = Who.USER,
    language: str = "",
) -> Letter:
    """Lay a letter on the desk, drafted from what is known; the one already there is given back.

    In a language that is asked for it is `keep`. Raises `Refused`, kindly, under the gates of
    `SHUT` and to a person who is left alone.
    """
    kind = terms.LetterKind(kind)
    person = person or addressee(case, now, kind)
    known = _lying(case, kind, person)
    if known is not None and not language:
        return known
    made = compose(case, kind, now=now, person=person, language=language)
    return keep(case, made, now=now, person=person, play=play, by=by)


def keep(
    case: Case,
    made: terms.Draft,
    *,
    now: datetime,
    person: Person | None,
    play: str = "",
    by: str = Who.USER,
) -> Letter:
    """Lay this very draft on the desk, in place of one of its kind that nobody has touched.

    Raises `Refused` where the one that lies there has words of the user's, or was approved.
    """
    words = {"subject": made.subject, "text": made.body, "draft": to_plain(made)}
    known = _lying(case, made.kind, person)
    if known is None:
        return Letter.draw(
            case=case, person=person, kind=made.kind, at=now, by=by, play=play, **words
        )
    if (known.subject, known.text) == (made.subject, made.body):
        return known
    if known.edited_at is not None or known.state != "draft":
        whom = f" to {person}" if person is not None else ""
        raise Refused(
            f"A {made.kind.replace('_', ' ')}{whom} lies on the desk already, changed or approved "
            f"by you, so it stays as it is and this one is not kept ({known.pk}). Put that one away "
            "first, or draft it anew on its page."
        )
    known.redraft(at=now, by=by, **words)
    return known


def _lying(case: Case, kind: terms.LetterKind, person: Person | None) -> Letter | None:
    """The open letter of this kind to them."""
    return (
        Letter.objects.of(case.account).open().filter(case=case, kind=kind, person=person).first()
    )


def compose(
    case: Case,
    kind: terms.LetterKind,
    *,
    now: datetime,
    person: Person | None,
    tone: str = "",
    language: str = "",
) -> terms.Draft:
    """The draft itself, kept nowhere: what a card shows before anyone says yes to it.

    `tone` is usual, formal or plain; "" takes the one the user set. `language` is en, de, fr or
    es; "" takes the one this person last wrote in.
    """
    _may_draft(case, kind, person, now)
    facts = brief(case, kind, now=now, person=person, language=language)
    return writing.compose(replace(facts, tone=terms.Tone(tone)) if tone else facts)


def by_hand(
    case: Case, kind: terms.LetterKind | str, *, now: datetime, person: Person | None = None
) -> Letter:
    """An empty page with the facts beside it: always allowed."""
    kind = terms.LetterKind(kind)
    facts = brief(case, kind, now=now, person=person)
    empty = terms.Draft(
        kind=kind, to=facts.to, subject="", greeting="", sentences=(), closing="", facts=facts.facts
    )
    return Letter.draw(case=case, person=person, kind=kind, at=now, draft=to_plain(empty))


def _may_draft(case: Case, kind: terms.LetterKind, person: Person | None, now: datetime) -> None:
    closed = in_closed_letters(case.account)
    seated = {UUID(one.id) for one in case.as_file(now).people} if closed else set()
    if closed & (seated | ({person.pk} if person is not None else set())):
        raise Refused(UNREAD)
    if person is not None and stopped(case.account, [person.pk]):
        raise Refused(
            f"{person} is left alone, so nothing is drafted to them. If that has changed, take the "
            "stop away on their page first."
        )
    if kind in vouching.LETTERS:
        return  # to the user's own people: what the firm asked for does not bind them
    if case.company_id in _stopped_firms(case.account):
        raise Refused(
            f"{case.company} is left alone, so nothing is drafted to anyone there. If that has "
            "changed, take the stop away first."
        )
    file = case.as_file(now)
    seen = without_sealed(open_all(file), [UUID(h.id) for h in file.happenings if h.sealed])
    shut = _gates(seen, now)
    if shut:
        raise Refused(shut)
    if _gates(open_all(file), now):
        raise Refused(UNREAD)  # the reason stands in a letter that keeps its seal
    if kind in UNTRUE:  # what came of it, as far as the user has seen it
        outcome = counsel.stand(seen, now).outcome
        if outcome is not None and outcome in UNTRUE[kind]:
            raise Refused(UNTRUE[kind][outcome])


def _gates(file: terms.CaseFile, now: datetime) -> str:
    """Why nothing is drafted in a case that stands so; "" where something may be."""
    answers = counsel.weigh(file, counsel.stand(file, now), now)
    return next((sentence for gate, sentence in SHUT if getattr(answers, gate)), "")


def _stopped_firms(account: UUID) -> set[UUID]:
    return set(Company.objects.of(account).filter(stop__isnull=False).values_list("pk", flat=True))


# ── on the desk ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Page:
    """A letter as it lies on the desk: the draft, the notes in the margin, and the pause if there is one."""

    letter: Letter
    draft: terms.Draft
    text: str
    findings: tuple[terms.Finding, ...]
    words: int
    most: int | None
    pause: Pause | None = None
    rest: resting.Rest | None = None
    mindset: Mindset | None = None


def page(letter: Letter, *, now: datetime) -> Page:
    """The letter with everything a reader needs to judge it."""
    drafted = tied(draft_of(letter), letter.account)
    notes = margin.findings(letter, drafted, writing.unproven(drafted), now=now)
    own = margin.written_by_user(notes, letter.text, drafted)
    rests = pause(letter, now)
    night = _night(letter, now) if rests is None else None
    fresh_until = rests.until if rests is not None and rests.fresh else None
    return Page(
        letter=letter,
        draft=drafted,
        text=letter.text,
        findings=notes,
        words=limits.words(letter.text),
        most=limits.most_words(terms.LetterKind(letter.kind), drafted.to.country),
        pause=rests,
        rest=night,
        mindset=before_sending(fresh_until, now, {note.rule for note in own}),
    )


def draft_of(letter: Letter) -> terms.Draft:
    """The kept draft as a value again."""
    return from_plain(terms.Draft, {"subject": letter.subject, **_whole(letter)})


def _whole(letter: Letter) -> dict[str, object]:
    blank = {"kind": letter.kind, "greeting": "", "sentences": [], "closing": ""}
    to = to_plain(as_term(letter.person)) if letter.person else {"id": "", "name": ""}
    return {**blank, "to": to, **letter.draft}


def _night(letter: Letter, now: datetime) -> resting.Rest | None:
    """The night it still has before it, unless the user let it go without (S2-18)."""
    if letter.state not in ("draft", "approved"):
        return None
    zone = Profile.of(letter.account, at=now).zone
    night = resting.rest(terms.LetterKind(letter.kind), letter.entered_at, now, zone)
    if night.over or Waiver.objects.filter(letter=letter).exists():
        return None
    return night


def edit(
    letter: Letter, *, now: datetime, text: str | None = None, subject: str | None = None
) -> Page:
    """Keep what the user wrote; sentences that still carry their facts stay marked."""
    fields: dict[str, Any] = {}
    if text is not None:
        words = text.replace("\r\n", "\n").strip()
        traced = tied(writing.retrace(draft_of(letter), words), letter.account)
        fields |= {"text": words, "draft": to_plain(traced)}
    if subject is not None:
        fields["subject"] = " ".join(subject.split())
        base = fields.get("draft", letter.draft)
        fields["draft"] = {**base, "subject": fields["subject"]}
    letter.edit(at=now, **fields)
    return page(letter, now=now)


def again(letter: Letter, *, now: datetime, language: str = "") -> Page:
    """Draft it anew from what is known now, in `language` where one is asked for; undo brings the former words back."""
    if letter.case is None:
        raise UserError("This letter belongs to no case, so there is nothing to draft it from.")
    kind = terms.LetterKind(letter.kind)
    kept = draft_of(letter)
    language = language or (kept.language if kept.sentences else "")
    made = compose(letter.case, kind, now=now, person=letter.person, language=language)
    letter.edit(at=now, text=made.body, subject=made.subject, draft=to_plain(made))
    return page(letter, now=now)


def languages(letter: Letter) -> tuple[str, ...]:
    """The other languages this letter could be drafted in."""
    stands = draft_of(letter).language
    return tuple(one for one in writing.languages(terms.LetterKind(letter.kind)) if one != stands)


# ── out of the door, by the user's hand ─────────────────────────────────────


def approve(letter: Letter, *, now: datetime) -> None:
    """The user says it is ready; copying does the same."""
    letter.approve(at=now)


def mark_sent(
    letter: Letter, *, now: datetime, when: datetime | None = None, channel: str = ""
) -> None:
    """The user says they sent it: it becomes a touch, and the case is planned anew."""
    letter.mark_sent(at=now, when=when, channel=channel)
    if letter.case is not None:
        morning.plan_case(letter.case, now)


def put_away(letter: Letter, *, now: datetime) -> None:
    """Not this one; it leaves the desk unsent."""
    letter.throw_away(at=now)
