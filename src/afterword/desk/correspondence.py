"""Letters: drafted from the casebook's facts, edited with the trace kept, sent by the user's own hand.

The program refuses to draft in three cases (contract, ruling 4) and to anyone
who asked to be left alone; it says why, and what the user may still do.
Nothing here sends anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword import counsel, terms, writing
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.event import Who
from afterword.casebook.files import without_sealed
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.profile import Profile
from afterword.casebook.second_eyes import Waiver
from afterword.casebook.stop import stopped
from afterword.casebook.values import from_plain, to_plain
from afterword.casebook.witness import with_witnesses
from afterword.counsel.wellbeing import Mindset, before_sending
from afterword.desk import manner, margin, morning, vouching
from afterword.desk.carrying import as_eml, as_mailto
from afterword.desk.judging import open_all
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
    "mark_sent",
    "page",
    "put_away",
]

#: The gates under which nothing is drafted, in words for the person at the desk (ruling 4).
SHUT: tuple[tuple[str, str], ...] = (
    (
        "G1",
        "They asked not to be contacted, so nothing is drafted here. That is no verdict on you. "
        "If you need to write to them all the same, write by hand.",
    ),
    (
        "G2",
        "You noted something here that may not have been lawful, so no letter is drafted. Keep the "
        "facts with their dates, and talk to someone who can advise you first.",
    ),
    (
        "asks_money",
        "They ask you for money here, which nobody who gives work does, so no letter to them is "
        "drafted. If you know that it is genuine, say so on the case.",
    ),
    (
        "G6",
        "This letter would need something that is not true, not checkable or not yours to tell, so "
        "it is not drafted. What you can say without it, you can write by hand.",
    ),
)
#: Where a name is missing the letter shows a hole.
NO_NAME = "[your name]"


# ── drafting ────────────────────────────────────────────────────────────────


def draft(
    case: Case,
    kind: terms.LetterKind | str,
    *,
    now: datetime,
    person: Person | None = None,
    play: str = "",
    by: str = Who.USER,
) -> Letter:
    """Lay a letter on the desk, drafted from what is known; the one already there is given back.

    Raises `Refused`, kindly, under the gates of `SHUT` and to a person who is left alone.
    """
    kind = terms.LetterKind(kind)
    person = person or addressee(case, now)
    open_ones = Letter.objects.of(case.account).open()
    known = open_ones.filter(case=case, kind=kind, person=person).first()
    if known is not None:
        return known
    made = compose(case, kind, now=now, person=person)
    return Letter.draw(
        case=case,
        person=person,
        kind=kind,
        at=now,
        by=by,
        play=play,
        subject=made.subject,
        text=made.body,
        draft=to_plain(made),
    )


def compose(
    case: Case, kind: terms.LetterKind, *, now: datetime, person: Person | None, tone: str = ""
) -> terms.Draft:
    """The draft itself, kept nowhere: what a card shows before anyone says yes to it.

    `tone` is usual, formal or plain; "" takes the one the user set.
    """
    _may_draft(case, kind, person, now)
    facts = brief(case, kind, now=now, person=person)
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


def brief(
    case: Case, kind: terms.LetterKind, *, now: datetime, person: Person | None
) -> terms.Brief:
    """All that the letter may use: what was said, what can be proven, what happened. No sealed word."""
    file = case.as_file(now)
    file = without_sealed(file, [UUID(h.id) for h in file.happenings if h.sealed])
    profile = Profile.of(case.account, at=now)
    zone = ZoneInfo(profile.zone)  # a letter says “today” and “on Tuesday” by the user's own clock
    people = {one.id: one for one in file.people}
    to = (people.get(str(person.pk)) if person else None) or _as_term(person)
    tone = str(profile.settings.get("tone", ""))
    return terms.Brief(
        kind=kind,
        to=to if kind in vouching.LETTERS else replace(to, country=to.country or file.country),
        me=profile.name or NO_NAME,
        company=file.company,
        role=file.role,
        today=now.astimezone(zone).date(),
        remarks=with_witnesses(case, file.remarks),
        stories=file.stories,
        happenings=tuple(
            replace(h, at=h.at.astimezone(zone)) for h in file.happenings if h.at <= now
        ),
        language=_language(case, person),
        facts=(*_known_people(file.people), *vouching.facts(case, kind, person, now)),
        panel=tuple(one.id for one in file.people),
        round=_round(file.happenings, to, now),
        told=_told(case, kind, person),
        tone=terms.Tone(tone) if tone in set(terms.Tone) else terms.Tone.USUAL,
        voice=manner.voice(case.account, now=now),
    )


def _round(happenings: Iterable[terms.Happening], to: terms.Person, now: datetime) -> int:
    """How many talks with them came before the last one."""
    talks = [h for h in happenings if h.kind is terms.Deed.INTERVIEW and h.at <= now]
    return max(0, sum(h.who in ("", to.id, to.name) for h in talks) - 1)


def _told(case: Case, kind: terms.LetterKind, person: Person | None) -> tuple[str, ...]:
    """The stories that colleagues of theirs read in letters of this kind: people compare."""
    rows = Letter.objects.filter(case=case, kind=kind, discard__isnull=True)
    if person is not None:
        rows = rows.exclude(person=person)
    facts = (
        fact
        for draft in rows.values_list("draft", flat=True)
        for sentence in draft.get("sentences", ())
        for fact in sentence.get("facts", ())
    )
    return tuple(dict.fromkeys(f.removeprefix("story:") for f in facts if f.startswith("story:")))


def _may_draft(case: Case, kind: terms.LetterKind, person: Person | None, now: datetime) -> None:
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
    file = open_all(case.as_file(now))
    answers = counsel.weigh(file, counsel.stand(file, now), now)
    for gate, sentence in SHUT:
        if getattr(answers, gate):
            raise Refused(sentence)


def addressee(case: Case, now: datetime) -> Person | None:
    """Whom the stored move names; None lets the letter begin without a name."""
    who = getattr(getattr(case, "move", None), "who", "")
    seats = case.seats.select_related("person").order_by("-id")
    there = next((seat.person for seat in seats if str(seat.person_id) == who), None)
    # A referee has no seat in the case they vouch in.
    referees = Person.objects.of(case.account).filter(reference__isnull=False)
    return there or next((one for one in referees if str(one.pk) == who), None)


def _stopped_firms(account: UUID) -> set[UUID]:
    return set(Company.objects.of(account).filter(stop__isnull=False).values_list("pk", flat=True))


def _as_term(person: Person | None) -> terms.Person:
    if person is None:
        return terms.Person(id="", name="")
    firm = person.company.name if person.company else ""
    return terms.Person(
        id=str(person.pk), name=person.name, email=person.email, title=person.title, company=firm
    )


def _known_people(people: Iterable[terms.Person]) -> Iterable[terms.Fact]:
    for one in people:
        about = ", ".join(part for part in (one.name, one.title, one.company) if part)
        yield terms.Fact(f"person:{one.id}", about, "people")


def _language(case: Case, person: Person | None) -> str:
    """The language they last wrote in, to us; English where nothing is known."""
    words = Message.objects.of(case.account).filter(case=case, direction=terms.Direction.IN)
    if person is not None:
        emails = list(person.addresses.values_list("email", flat=True))
        words = words.filter(sender_email__in=emails)
    last = words.order_by("-at").values_list("reading", flat=True).first()
    return (last or {}).get("language") or "en"


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
    pause_until: datetime | None = None
    pause_why: str = ""
    rest: resting.Rest | None = None
    mindset: Mindset | None = None


def page(letter: Letter, *, now: datetime) -> Page:
    """The letter with everything a reader needs to judge it."""
    drafted = draft_of(letter)
    notes = margin.findings(letter, drafted, writing.unproven(drafted), now=now)
    own = margin.written_by_user(notes, letter.text, drafted)
    until, why = _pause(letter, now)
    night = _night(letter, now) if until is None else None
    return Page(
        letter=letter,
        draft=drafted,
        text=letter.text,
        findings=notes,
        words=limits.words(letter.text),
        most=limits.most_words(terms.LetterKind(letter.kind), drafted.to.country),
        pause_until=until,
        pause_why=why,
        rest=night,
        mindset=before_sending(_fresh_until(letter, until), now, {note.rule for note in own}),
    )


def draft_of(letter: Letter) -> terms.Draft:
    """The kept draft as a value again."""
    return from_plain(terms.Draft, {"subject": letter.subject, **_whole(letter)})


def _whole(letter: Letter) -> dict[str, object]:
    blank = {"kind": letter.kind, "greeting": "", "sentences": [], "closing": ""}
    to = to_plain(_as_term(letter.person)) if letter.person else {"id": "", "name": ""}
    return {**blank, "to": to, **letter.draft}


def _pause(letter: Letter, now: datetime) -> tuple[datetime | None, str]:
    """Until when a fresh verdict asks for rest (P10). Shown, never enforced."""
    move = getattr(letter.case, "move", None) if letter.case else None
    if move is not None and move.not_before is not None and move.not_before > now:
        return move.not_before, move.why
    return None, ""


def _night(letter: Letter, now: datetime) -> resting.Rest | None:
    """The night it still has before it, unless the user let it go without (S2-18)."""
    if letter.state not in ("draft", "approved"):
        return None
    zone = Profile.of(letter.account, at=now).zone
    night = resting.rest(terms.LetterKind(letter.kind), letter.entered_at, now, zone)
    if night.over or Waiver.objects.filter(letter=letter).exists():
        return None
    return night


def _fresh_until(letter: Letter, until: datetime | None) -> datetime | None:
    """The end of the rest after a verdict; a letter may rest for other reasons too (S2-18)."""
    move = getattr(letter.case, "move", None) if letter.case else None
    return until if move is not None and move.play == "P10" else None


def edit(
    letter: Letter, *, now: datetime, text: str | None = None, subject: str | None = None
) -> Page:
    """Keep what the user wrote; sentences that still carry their facts stay marked."""
    fields: dict[str, Any] = {}
    if text is not None:
        words = text.replace("\r\n", "\n").strip()
        fields |= {"text": words, "draft": to_plain(writing.retrace(draft_of(letter), words))}
    if subject is not None:
        fields["subject"] = " ".join(subject.split())
        base = fields.get("draft", letter.draft)
        fields["draft"] = {**base, "subject": fields["subject"]}
    letter.edit(at=now, **fields)
    return page(letter, now=now)


def again(letter: Letter, *, now: datetime) -> Page:
    """Draft it anew from what is known now; undo brings the former words back."""
    if letter.case is None:
        raise UserError("This letter belongs to no case, so there is nothing to draft it from.")
    kind = terms.LetterKind(letter.kind)
    made = compose(letter.case, kind, now=now, person=letter.person)
    letter.edit(at=now, text=made.body, subject=made.subject, draft=to_plain(made))
    return page(letter, now=now)


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
