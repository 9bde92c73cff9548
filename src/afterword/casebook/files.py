"""A case as counsel sees it: every row of it turned into the shared words, none looked up twice.

However many cases are asked for, the number of queries is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, prefetch_related_objects

from afterword import terms, workdays
from afterword.casebook.answer import Answer
from afterword.casebook.beside import beside
from afterword.casebook.case import Case
from afterword.casebook.ending import Ending, Reopening
from afterword.casebook.entry import Entry, kind_of
from afterword.casebook.interview import Interview
from afterword.casebook.looking_back import IfThen
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.quoted import ANSWER, SILENCE, TIMES, rules_of
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.casebook.seen import Exchange
from afterword.casebook.sighted import as_happening, signs
from afterword.casebook.slips import within_reach
from afterword.casebook.story import Story
from afterword.casebook.touch import Touch

#: How an ending by hand reads as a happening: its kind and whose word it was.
ENDED: dict[str, tuple[terms.MailKind | terms.Deed, terms.Direction]] = {
    terms.Outcome.HIRED: (terms.Deed.OFFER_ACCEPTED, terms.Direction.OUT),
    terms.Outcome.REJECTED: (terms.MailKind.REJECTION, terms.Direction.IN),
    terms.Outcome.POSITION_FILLED: (terms.MailKind.POSITION_FILLED, terms.Direction.IN),
    terms.Outcome.CANCELLED: (terms.MailKind.CANCELLED, terms.Direction.IN),
    terms.Outcome.WITHDRAWN: (terms.MailKind.WITHDRAWN, terms.Direction.OUT),
    terms.Outcome.OFFER_DECLINED: (terms.Deed.OFFER_DECLINED, terms.Direction.OUT),
    terms.Outcome.OFFER_RESCINDED: (terms.MailKind.OFFER_RESCINDED, terms.Direction.IN),
    terms.Outcome.NO_RESPONSE: (terms.Deed.NOTE, terms.Direction.OUT),
    terms.Outcome.EXPIRED: (terms.Deed.NOTE, terms.Direction.OUT),
}


def case_files(account: UUID, cases: Iterable[Case], now: datetime) -> dict[UUID, terms.CaseFile]:
    """The cases as counsel may know them at `now`: what was dated or entered by then."""
    cases = list(cases)
    prefetch_related_objects(cases, "company")
    ids = [case.pk for case in cases]
    seats = _seats(account, ids, now)
    words = _last_words(account, seats, now)
    people = _people(account)
    happenings = _happenings(account, ids, seats, people, now)
    elsewhere = beside(account, cases, seats, people, now)
    remarks = _remarks(account, ids, now)
    answers = _answers(account, ids, now)
    stories = tuple(
        story.as_term() for story in Story.objects.of(account).filter(entered_at__lte=now)
    )
    return {
        case.pk: terms.CaseFile(
            id=str(case.pk),
            company=case.company.name,
            role=case.role,
            country=case.country or case.company.country or _by_address(seats[case.pk]),
            sector=case.company.sector,
            happenings=tuple(
                sorted(map(within_reach, happenings[case.pk]), key=lambda h: (h.at, h.id))
            ),
            people=tuple(_person(seat, words, now) for seat in seats[case.pk]),
            remarks=tuple(remarks[case.pk]),
            stories=stories,
            answers=answers[case.pk],
            elsewhere=elsewhere[case.pk],
        )
        for case in cases
    }


def without_sealed(file: terms.CaseFile, sealed: Iterable[UUID]) -> terms.CaseFile:
    """The same case as it may be shown while these envelopes are closed.

    That a word of theirs came is no secret, and without it their answer would be taken for silence.
    """
    hidden = {str(one) for one in sealed}
    if not hidden:
        return file
    return replace(
        file,
        happenings=tuple(_closed(h) if h.id in hidden else h for h in file.happenings),
        # Their words in it are as closed as the letter itself.
        remarks=tuple(one for one in file.remarks if one.said_in not in hidden),
    )


def _closed(h: terms.Happening) -> terms.Happening:
    """A mail of which nothing is told but that it came."""
    return terms.Happening(
        id=h.id, kind=terms.MailKind.OTHER_JOB, at=h.at, who=h.who, direction=h.direction
    )


def _happenings(
    account: UUID,
    ids: list[UUID],
    seats: dict[UUID, list[Seat]],
    people: dict[str, str],
    now: datetime,
) -> dict[UUID, list[terms.Happening]]:
    found: dict[UUID | None, list[terms.Happening]] = defaultdict(list)
    mails = Message.objects.of(account).filter(case__in=ids, at__lte=now).for_list()
    # A mail that carried a letter of ours shows as that letter.
    for mail in mails.filter(Q(touch__isnull=True) | Q(touch__at__gt=now)):
        found[mail.case_id].append(from_message(mail, people, now))
    entries = Entry.objects.of(account).filter(case__in=ids, at__lte=now)
    for entry in entries:
        found[entry.case_id].append(from_entry(entry))
    for sign in signs(account, ids, now):
        found[sign.case_id].append(as_happening(sign))
    # A talk that is set for tomorrow is known today.
    talks = Interview.objects.of(account).filter(case__in=ids)
    talks = talks.filter(Q(at__lte=now) | Q(entered_at__lte=now) | Q(message__at__lte=now))
    for talk in talks.prefetch_related("present"):
        found[talk.case_id].append(from_interview(talk))
        if talk.debriefed_at is not None and talk.debriefed_at <= now:
            found[talk.case_id].append(_note(talk, talk.debriefed_at, "debriefed"))
    for plan in IfThen.objects.of(account).filter(case__in=ids, entered_at__lte=now):
        found[plan.case_id].append(_note(plan, plan.entered_at, "if_then"))
    _touches(account, ids, seats, now, found)
    for ending in endings_in_force(account, ids, now):
        found[ending.case_id].append(from_ending(ending))
    again = Reopening.objects.of(account).filter(case__in=ids, ending__isnull=True, at__lte=now)
    for one in again:
        found[one.case_id].append(from_reopening(one))
    return {key: found[key] for key in ids}


def _touches(
    account: UUID,
    ids: list[UUID],
    seats: dict[UUID, list[Seat]],
    now: datetime,
    found: dict[UUID | None, list[terms.Happening]],
) -> None:
    """Words of the user: those of the case, and those to its people that belong to no case."""
    where: dict[UUID | None, list[UUID]] = defaultdict(list)
    for case, rows in seats.items():
        for seat in rows:
            where[seat.person_id].append(case)
    touches = Touch.objects.of(account).filter(at__lte=now)
    mine = Q(case__in=ids) | Q(case__isnull=True, person__in=list(where))
    for touch in touches.filter(mine):
        for case in [touch.case_id] if touch.case_id else where[touch.person_id]:
            found[case].append(from_touch(touch))


def endings_in_force(account: UUID, ids: list[UUID], now: datetime) -> Iterable[Ending]:
    """Endings by hand that stood at `now`: not taken back by then."""
    endings = Ending.objects.of(account).filter(case__in=ids, at__lte=now)
    return endings.exclude(reopening__at__lte=now)


def from_message(mail: Message, people: dict[str, str], now: datetime) -> terms.Happening:
    """A mail as a happening; the user's word on its kind counts before the machine's.

    `who` is the key of the person, or their address while nobody knows them.
    """
    read = mail.reading
    others = [one["email"] for one in mail.envelope.get("to", [])]
    other = mail.sender_email if mail.direction == terms.Direction.IN else next(iter(others), "")
    certain = terms.Certainty.STRONG if not mail.is_proposal else terms.Certainty(mail.certainty)
    promised = read.get("promised_date")
    asked = read.get("asked_by")
    stage = read.get("stage")
    opened = mail.opened_at if mail.opened_at is not None and mail.opened_at <= now else None
    heard = rules_of(read)
    return terms.Happening(
        id=str(mail.pk),
        at=mail.at,
        kind=mail.shown_kind,
        direction=terms.Direction(mail.direction),
        who=people.get(other, other),
        certainty=certain,
        hand=terms.Hand(read.get("hand", terms.Hand.TEMPLATE)),
        reply_possible=bool(read.get("reply_possible")),
        promised=date.fromisoformat(promised) if promised else None,
        invitation=bool(read.get("invitation")),
        stop=bool(read.get("stop")),
        by_internal=bool(read.get("by_internal")),
        stage=terms.Stage(stage) if stage else None,
        reasons=_reasons(read.get("reasons", [])),
        detail=mail.subject[:200],
        opened=opened,
        sealed=mail.may_be_verdict and opened is None,
        asked_by=date.fromisoformat(asked) if asked else None,
        asks_answer=bool(asked) and ANSWER in heard,
        asks_times=TIMES in heard,
        silence_is_no=bool(promised) and SILENCE in heard,
        promised_as=str(read.get("promised_as") or "") if promised else "",
    )


def from_entry(entry: Entry) -> terms.Happening:
    return terms.Happening(
        id=str(entry.pk),
        at=entry.at,
        kind=kind_of(entry.kind),
        direction=terms.Direction(entry.direction),
        who=str(entry.person_id or ""),
        channel=terms.Channel(entry.channel),
        basis=terms.Basis(entry.basis),
        reply_possible=entry.reply_possible,
        promised=entry.promised,
        invitation=entry.invitation,
        stop=entry.stop,
        by_internal=entry.by_internal,
        stage=terms.Stage(entry.stage) if entry.stage else None,
        reasons=_reasons(entry.reasons),
        detail=entry.detail,
        # A no by telephone has no envelope: it was heard when it was said.
        opened=entry.at,
    )


def from_interview(talk: Interview) -> terms.Happening:
    present = [str(one.person_id) for one in talk.present.all()]
    return terms.Happening(
        id=str(talk.pk),
        at=talk.at,
        kind=terms.Deed.INTERVIEW,
        basis=terms.Basis.INFERRED if talk.is_proposal else terms.Basis.SAID,
        who=next(iter(present), ""),
        channel=terms.Channel(talk.channel or terms.Channel.EMAIL),
        promised=talk.promised,
        stage=terms.Stage(talk.stage) if talk.stage else None,
        detail=talk.stage,
    )


def _note(row: Interview | IfThen, at: datetime, what: str) -> terms.Happening:
    """That the user wrote something down for themselves; what it says stays in the casebook."""
    key = f"{row.pk}-{what}"
    return terms.Happening(key, at, terms.Deed.NOTE, terms.Direction.OUT, detail=what)


def from_touch(touch: Touch) -> terms.Happening:
    known = touch.kind in set(terms.LetterKind)
    return terms.Happening(
        id=str(touch.pk),
        at=touch.at,
        kind=terms.Deed.LETTER if known else terms.Deed.CALL,
        direction=terms.Direction.OUT,
        who=str(touch.person_id or ""),
        channel=terms.Channel(touch.channel),
        detail=touch.kind,
    )


def from_ending(ending: Ending) -> terms.Happening:
    kind, direction = ENDED[ending.outcome]
    return terms.Happening(
        id=str(ending.pk),
        at=ending.at,
        kind=kind,
        direction=direction,
        by_internal=ending.by_internal,
        detail=ending.outcome,
        opened=ending.at,
    )


def from_reopening(again: Reopening) -> terms.Happening:
    """The user's word that the case is open, against what a mail said."""
    return terms.Happening(
        id=str(again.pk),
        at=again.at,
        kind=terms.MailKind.REOPENED,
        detail=again.why,
        opened=again.at,
    )


def _reasons(rows: Iterable[dict[str, str]]) -> tuple[terms.ReasonSeen, ...]:
    return tuple(
        terms.ReasonSeen(
            code=row["code"],
            quote=row.get("quote", ""),
            basis=terms.Basis(row.get("basis", terms.Basis.SAID)),
        )
        for row in rows
    )


def _people(account: UUID) -> dict[str, str]:
    """Who is who, by address."""
    from afterword.casebook.person import PersonAddress

    rows = PersonAddress.objects.of(account).values_list("email", "person_id")
    return {email: str(person) for email, person in rows}


def _seats(account: UUID, ids: list[UUID], now: datetime) -> dict[UUID, list[Seat]]:
    found: dict[UUID, list[Seat]] = {key: [] for key in ids}
    rows = Seat.objects.of(account).filter(case__in=ids, since__lte=now)
    rows = rows.select_related("person__company__stop", "person__stop")
    for seat in rows.prefetch_related("person__addresses"):
        found[seat.case_id].append(seat)
    return found


def is_stopped(person: Person, now: datetime) -> bool:
    """Whether this person, or their whole firm, is to be left alone at `now`."""
    stops = [getattr(one, "stop", None) for one in (person, person.company) if one is not None]
    return any(stop is not None and stop.at <= now for stop in stops)


def _person(seat: Seat, words: dict[str, dict[str, datetime]], now: datetime) -> terms.Person:
    who = seat.person
    mine = [words[one] for one in _keys(who) if one in words]
    warmth = terms.Warmth.STOP if is_stopped(who, now) else terms.Warmth(seat.warmth or "neutral")
    return terms.Person(
        id=str(who.pk),
        name=who.name,
        email=who.email,
        part=terms.Part(seat.part),
        title=seat.title or who.title,
        company=who.company.name if who.company else "",
        stance=terms.Stance(seat.stance),
        stance_basis=terms.Basis(seat.stance_basis),
        warmth=warmth,
        country=who.country,
        last_in=max((w["in"] for w in mine if "in" in w), default=None),
        last_out=max((w["out"] for w in mine if "out" in w), default=None),
    )


def _by_address(seats: list[Seat]) -> str:
    """The country their own addresses tell, an agency's apart; "" where nobody has said or shown."""
    agencies = terms.Part.RECRUITER_AGENCY
    for seat in seats:
        if seat.part != agencies and (country := workdays.country_of(seat.person.email)):
            return country
    return ""


def _keys(who: Person) -> list[str]:
    return [str(who.pk), *(row.email for row in who.addresses.all())]


def _last_words(
    account: UUID, seats: dict[UUID, list[Seat]], now: datetime
) -> dict[str, dict[str, datetime]]:
    """The last word each way, by address or person: mail of any case, private mail, touches."""
    found: dict[str, dict[str, datetime]] = defaultdict(dict)
    people = {seat.person for rows in seats.values() for seat in rows}
    emails = {row.email for who in people for row in who.addresses.all()}

    def note(key: str, way: str, at: datetime) -> None:
        if at > found[key].get(way, datetime.min.replace(tzinfo=at.tzinfo)):
            found[key][way] = at

    mails = Message.objects.of(account).filter(at__lte=now)
    received = mails.filter(direction=terms.Direction.IN, sender_email__in=emails)
    for email, at in received.values_list("sender_email", "at"):
        note(email, "in", at)
    sent = mails.filter(direction=terms.Direction.OUT)
    for envelope, at in sent.values_list("envelope", "at"):
        for one in envelope.get("to", []):
            if one["email"] in emails:
                note(one["email"], "out", at)
    ties = Exchange.objects.of(account).filter(email__in=emails, at__lte=now)
    for email, direction, at in ties.values_list("email", "direction", "at"):
        note(email, direction, at)
    touches = Touch.objects.of(account).filter(person__in=people, at__lte=now)
    for person, at in touches.values_list("person_id", "at"):
        note(str(person), "out", at)
    return found


def _remarks(account: UUID, ids: list[UUID], now: datetime) -> dict[UUID, list[terms.Remark]]:
    found: dict[UUID, list[terms.Remark]] = {key: [] for key in ids}
    rows = Remark.objects.of(account).filter(case__in=ids).select_related("person")
    by_then = Q(on__lte=now.date()) | Q(entered_at__lte=now)
    for remark in rows.filter(by_then):
        found[remark.case_id].append(remark.as_term())
    return found


def _answers(account: UUID, ids: list[UUID], now: datetime) -> dict[UUID, dict[str, terms.Answer]]:
    found: dict[UUID, dict[str, terms.Answer]] = {key: {} for key in ids}
    rows = Answer.objects.of(account).filter(case__in=ids, at__lte=now).order_by("at", "id")
    for row in rows:
        found[row.case_id][row.key] = terms.Answer(row.value, row.at, terms.Basis(row.basis))
    return found
