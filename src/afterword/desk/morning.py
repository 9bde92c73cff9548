"""The morning: what each case asks for, and the one page that says what is worth doing today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from afterword.casebook import decision
from afterword.casebook.by_heart import by_heart
from afterword.casebook.case import Case
from afterword.casebook.event import OF_NO_CASE, Event
from afterword.casebook.files import case_files
from afterword.casebook.message import Message
from afterword.casebook.profile import Profile
from afterword.casebook.record import in_one_go
from afterword.casebook.seat import Seat
from afterword.counsel.moving.scene import FIRST, THEIRS
from afterword.desk.cases.judging import at_home, judge, judge_all
from afterword.desk.day import at_hand, putting_off, talks
from afterword.desk.day.abreast import WAITS, Closed, abreast, closed_days
from afterword.desk.day.at_hand import names_of
from afterword.desk.day.page import Asked, Card, Morning, Read, Waiting
from afterword.desk.mail.whole_words import around
from afterword.desk.people import register
from afterword.desk.you.playbook import own_plays
from afterword.terms import MailKind

#: At most three things worth doing; the rest can wait below.
CARDS = 3
#: The play that chooses questions before a talk.
TO_PREPARE = "P01"
WEEK = timedelta(days=7)
#: How many cases are planned in one transaction.
SLICE = 100
#: After this the clocks may have moved a case, though nothing happened.
STALE = timedelta(hours=1)


# ── planning ────────────────────────────────────────────────────────────────


def plan(account: UUID, now: datetime) -> None:
    """Ask counsel about every case and keep the answer: where it stands, what to do, and why."""
    last = _last_event(account)
    _plan_these(account, list(Case.objects.of(account).awake().for_list()), now)
    profile = Profile.of(account, at=now)
    profile.planned_at, profile.planned_through = now, last
    profile.save(update_fields=["planned_at", "planned_through"])


def plan_case(case: Case, now: datetime) -> None:
    """The same for one case, after the user changed something in it."""
    case = Case.objects.for_list().get(pk=case.pk)
    here, own = at_home(case.account, now), own_plays(case.account, now)
    found = judge(register.files(case.account, [case], now)[case.pk], here, own)
    decision.plan(case, found, at=now)


def freshen(account: UUID, now: datetime, profile: Profile | None = None) -> None:
    """Plan again what has changed: the cases that events speak of; all of them once an hour.

    An event that speaks of no case (a story, a stop, the user's own details) may
    change any of them. Who has the profile in hand gives it along.
    """
    profile = profile or Profile.of(account, at=now)
    planned = profile.planned_at
    if planned is None or not planned <= now < planned + STALE:
        plan(account, now)
        return
    events = _since(account, profile.planned_through)
    if not events:
        return
    named = [cases_in(event) for event in events]
    if not all(named):
        plan(account, now)
        return
    last = _last_event(account)
    touched = Case.objects.of(account).filter(pk__in=set().union(*named))
    # A word to someone changes every case they sit in.
    people = Seat.objects.of(account).filter(case__in=touched).values("person")
    shared = Seat.objects.of(account).filter(person__in=people).values("case")
    rows = Case.objects.of(account).awake().filter(Q(pk__in=touched) | Q(pk__in=shared))
    _plan_these(account, list(rows.for_list()), now)
    profile.planned_through = last
    profile.save(update_fields=["planned_through"])


@by_heart
def _since(account: UUID, through: UUID | None) -> QuerySet[Event]:
    """The events after that one which speak of cases, the first first."""
    rows = Event.objects.of(account).exclude(verb__in=OF_NO_CASE).select_related("undoes")
    return rows if through is None else rows.filter(pk__gt=through)


def cases_in(event: Event) -> set[UUID]:
    """The cases an event changed: the one it names, and those whose rows it touched."""
    found = {event.case} if event.case else set()
    ledgers = [*event.ledger, *(event.undoes.ledger if event.undoes else [])]
    for entry in ledgers:
        if entry["row"] == "case":
            found.add(UUID(entry["id"]))
        for image in (entry.get("before", {}), entry.get("after", {})):
            found |= {UUID(image[name]) for name in ("case_id", "into_id") if image.get(name)}
    return found


def _last_event(account: UUID) -> UUID | None:
    return Event.objects.of(account).last_first().values_list("pk", flat=True).first()


def _plan_these(account: UUID, cases: list[Case], now: datetime) -> None:
    known, own = register.register(account, now), own_plays(account, now)
    here = at_home(account, now)
    for start in range(0, len(cases), SLICE):
        part = cases[start : start + SLICE]
        files = register.with_register(case_files(account, part, now), known)
        judged = judge_all([files[case.pk] for case in part], here, own)
        with in_one_go(Case):
            for case, found in zip(part, judged, strict=True):
                decision.plan(case, found, at=now)


# ── the page ────────────────────────────────────────────────────────────────


def today(account: UUID, now: datetime, zone: str = "UTC") -> Morning:
    """The page Today from what the last planning kept; it judges nothing itself.

    However many cases there are, as many rows are loaded as a page can show.
    """
    day = now.astimezone(ZoneInfo(zone)).date()
    found = abreast(account, now, day)
    since = _midnight(day - timedelta(days=1), zone)
    read = at_hand.read_since(account, since)
    page = _page(account, found.cases, found.sealed, read, now, zone)
    return replace(
        page, cases=found.total, more_later=found.more_due, more_waiting=found.more_waiting
    )


def on_day(account: UUID, at: date, now: datetime, zone: str = "UTC") -> Morning:
    """The page as that day would have ended: only what was dated or entered by then counts."""
    then = min(end_of(at, zone), now.astimezone(ZoneInfo(zone)))
    rows = Case.objects.of(account).standing_alone().filter(opened_at__lte=then)
    cases = list(rows.select_related("company", "snooze"))
    closed: list[str] = []
    own = own_plays(account, then)
    for case, file in zip(cases, register.files(account, cases, then).values(), strict=True):
        closed += [h.id for h in file.happenings if h.sealed]
        decision.show(case, judge(file, then, own), at=then)
    letters = Message.objects.of(account).filter(pk__in=closed, case__isnull=False)
    told = ("pk", "case_id", "at", "reading__asked_by", "kind")
    sealed = list(letters.order_by("at").values_list(*told))
    since = _midnight(at - timedelta(days=1), zone)
    read = Message.objects.of(account).filter(at__gte=since, at__lte=then)
    return _page(account, cases, sealed, list(at_hand.newest(read)), then, zone)


def _page(
    account: UUID,
    cases: list[Case],
    sealed: list[Closed],
    read: list[Message],
    now: datetime,
    zone: str,
) -> Morning:
    day = now.astimezone(ZoneInfo(zone)).date()
    envelopes = _envelopes(cases, sealed, day)
    ahead = talks.ahead(account, now)
    talking = {talk.case for talk in ahead}
    # One envelope always lies there, and beside it each that wants an answer by a day; more only
    # where nothing else asks for the day. A talk has its own line, and so needs no card.
    moves = _moves(account, cases, now, day)
    moves = [one for one in moves if not (one.play == TO_PREPARE and one.case in talking)]
    due = sum(1 for one in envelopes if one.when is not None)
    # Their own request of a day near by is not folded away below a letter that asks for none.
    turns = [one for one in moves if _is_turn(one, day)]
    moves = [*turns, *(one for one in moves if one not in turns)]
    room = max(due + (due + len(turns) < CARDS), CARDS - len(moves))
    # An offer lapses, whether a day of it was found or not: it lies under nothing that keeps.
    offered = _offered(sealed)
    lapses = [one for one in envelopes[room:] if one.case in offered]
    had = putting_off.had(account, _midnight(day, zone), now)
    kept = _kept(moves, CARDS - len(envelopes[:room]), had, day)
    # What wants an answer by a day comes first, an offer before all and then the nearest; then the
    # first thing to do, and the other letters after it.
    dated = [*envelopes[:due], *(one for one in kept if one in turns)]
    dated.sort(
        key=lambda one: (
            not _lapses(one, offered),
            (one.when if one.sealed else one.due) or date.max,
        )
    )
    others, first = [one for one in kept if one not in turns], 0 if turns else 1
    top = [*dated, *others[:first], *envelopes[due:room], *lapses, *others[first:]]
    cards, later = top[:CARDS], top[CARDS:] + [one for one in moves if one not in kept]
    asked = at_hand.questions(account, now)
    return Morning(
        day=day,
        cards=tuple(cards),
        later=tuple(later),
        envelopes=tuple(one for one in envelopes[room:] if one.case not in offered),
        talks=tuple(ahead),
        had=had,
        waiting=tuple(
            _waiting(cases, {card.case for card in cards + later} | talking | _put_off(cases, day))
        ),
        read=tuple(_read(message) for message in read),
        more_read=max(0, read[0].all - at_hand.ROWS) if read else 0,  # type: ignore[attr-defined]
        questions=tuple(
            Asked(q.pk, q.about, q.shown, tuple(q.candidates), q.message_id) for q in asked
        ),
        cases=len(cases),
    )


def _kept(moves: list[Card], places: int, had: int, day: date) -> list[Card]:
    """What is asked of today, beside the closed letters. What was put off or sent leaves its place empty,
    save for what would come too late tomorrow.
    """
    free = max(0, places - had)
    kept = [one for at, one in enumerate(moves) if at < free or _presses(one, day)]
    return kept[: max(0, places)]


def _put_off(cases: Iterable[Case], day: date) -> set[UUID]:
    """Cases whose step the user has put off: the word is still theirs, so nobody else is waited for."""
    return {
        case.pk
        for case in cases
        if (move := getattr(case, "move", None)) is not None
        and (move.play or move.question or move.source)
        and hasattr(case, "snooze")
        and case.snooze.until is not None
        and case.snooze.rests(day, move.play)
    }


def _lapses(card: Card, offered: set[UUID]) -> bool:
    """Whether it is an offer, open or in a letter that lies closed."""
    return card.case in offered if card.sealed else card.urgency >= FIRST


def _is_turn(card: Card, day: date) -> bool:
    """Whether they asked for it by a day of this week: then it is the user's own turn, and they wait."""
    return card.asked and card.due is not None and card.due <= day + WEEK


def _presses(card: Card, day: date) -> bool:
    """Whether they want it by tomorrow: what waits till then has no time left."""
    return card.due is not None and card.due <= day + timedelta(days=1)


def _envelopes(cases: Iterable[Case], sealed: Iterable[Closed], day: date) -> list[Card]:
    """Closed letters, the newest of each case: who and when, and by when one of them asks for an answer.

    Those with a day come first, then the newest.
    """
    known, sealed = {case.pk: case for case in cases}, list(sealed)
    newest = {case: (key, at) for key, case, at, *_ in sealed if case in known}
    due = closed_days(sealed, day)
    cards = [
        Card(
            case=case,
            company=known[case].company.name,
            role=known[case].role,
            sealed=True,
            message=key,
            at=at,
            when=due.get(case),
        )
        for case, (key, at) in newest.items()
    ]
    cards.sort(key=lambda card: newest[card.case][1], reverse=True)
    return sorted(cards, key=lambda card: card.when or date.max)


def _offered(sealed: Iterable[Closed]) -> set[UUID]:
    """The cases in which an offer lies closed."""
    return {case for _, case, _, _, kind in sealed if kind == MailKind.OFFER}


def _moves(account: UUID, cases: Iterable[Case], now: datetime, day: date) -> list[Card]:
    """What the cases ask for and may be done today, the most pressing first."""
    due = [
        case
        for case in cases
        if (move := getattr(case, "move", None)) is not None
        and (move.play or move.question or move.source)
        and not (move.not_before and move.not_before > now)
        and not (hasattr(case, "snooze") and case.snooze.rests(day, move.play))
    ]
    names = names_of(account, [case.move.who for case in due])
    drafts = at_hand.drafts(account, [case.pk for case in due])
    theirs = putting_off.their_days(account, due, day)
    cards = [
        Card(
            case=case.pk,
            company=case.company.name,
            role=case.role,
            who=names.get(case.move.who, ""),
            why=case.move.why,
            when=case.move.when,
            play=case.move.play,
            letter=case.move.letter,
            question=case.move.question,
            band=case.move.band,
            source=case.move.source,
            urgency=case.move.urgency,
            drafted=drafts.get((case.pk, case.move.letter)),
            decides=_decides(case),
            at=case.last_at,
            asked=case.move.source == THEIRS,
            due=theirs.get(case.pk),
        )
        for case in due
    ]
    cards.sort(key=lambda c: (-c.urgency, c.when or date.max, c.company, c.role))
    return sorted(cards, key=lambda c: not _presses(c, day))


def _decides(case: Case) -> date | None:
    """The day they named, unless it may stand in a closed letter."""
    standing = getattr(case, "standing", None)
    return standing.promised if standing is not None and not standing.sealed else None


def _waiting(cases: Iterable[Case], acted: set[UUID]) -> Iterable[Waiting]:
    rows = [
        (case, case.standing)
        for case in cases
        if case.pk not in acted
        and hasattr(case, "standing")
        and case.standing.seen_state in WAITS
        and not case.standing.sealed  # its envelope says that they wrote; what was before says less
    ]
    rows.sort(key=lambda pair: (pair[1].promised or pair[1].nudge_from or date.max, str(pair[0])))
    for case, standing in rows:
        yield Waiting(
            case=case.pk,
            company=case.company.name,
            role=case.role,
            says=standing.seen_why,
            until=standing.promised or standing.nudge_from,
            state=standing.seen_state,
        )


def _read(message: Message) -> Read:
    sealed = message.is_sealed
    evidence = message.reading.get("evidence", [])
    return Read(
        message=message.pk,
        case=message.case_id,
        company=message.case.company.name if message.case else message.reading.get("company", ""),
        who=message.sender_name or message.sender_email,
        at=message.at,
        kind="" if sealed else str(message.shown_kind),
        subject="" if sealed else message.subject,
        quote="" if sealed or not evidence else around(message.text, evidence[0]),
        certainty=message.certainty,
        sealed=sealed,
        proposal=message.is_proposal,
        fraud=not sealed and message.is_proposal and message.is_fraud,
    )


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(zone))


def end_of(day: date, zone: str) -> datetime:
    """The last moment of a local day."""
    return _midnight(day + timedelta(days=1), zone) - timedelta(microseconds=1)
