"""Filing: each mail that was read goes into its case, with the people and the words it shows.

What a machine reads is a proposal: it shows at once, it never overwrites what
the user set, and one click corrects it. A mail that fits two cases becomes a
question and joins none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from afterword import terms
from afterword.casebook import appointment
from afterword.casebook.case import Case
from afterword.casebook.company import Company, key_of, sameness
from afterword.casebook.event import Act, Event, Row, Who, act
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message
from afterword.casebook.person import Person, PersonAddress
from afterword.casebook.question import Question
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.casebook.stop import Stop
from afterword.casebook.values import from_plain

NO_NAME = "A company not named"


def reading_of(message: Message) -> terms.Reading:
    """What was read in this mail, with the user's corrections in place."""
    corrected = getattr(message, "correction", None)
    over: dict[str, Any] = {"text": message.text}
    if corrected is not None:
        said = {"company": corrected.company, "role": corrected.role}
        over |= {name: value for name, value in said.items() if value}
        over["kind"] = message.shown_kind
    return from_plain(terms.Reading, message.reading, **over)


def unfiled(account: UUID) -> bool:
    """Whether any mail was read and not yet filed."""
    return Message.objects.of(account).filter(filed_at__isnull=True).exists()


def kept(account: UUID) -> list[Message]:
    """Every kept mail, oldest first, whatever order they arrived in."""
    rows = Message.objects.of(account).select_related("correction", "no_interview")
    return list(rows.order_by("at", "mail_id"))


#: Why a mail follows the others of its conversation.
#: Never part of a case, whatever they answer.
OUTSIDE = (terms.MailKind.JOB_ALERT, terms.MailKind.ACCOUNT)


def loose(account: UUID) -> list[Message]:
    """Kept mails that belong to no case and were never asked about, oldest first."""
    rows = Message.objects.of(account).filter(case__isnull=True, filed_at__isnull=False)
    rows = rows.filter(questions__isnull=True).exclude(kind__in=OUTSIDE)
    return list(rows.select_related("correction", "no_interview").order_by("at", "mail_id"))


def _users_word(account: UUID) -> set[str]:
    """The cases and firms that the user named: no reading changes what they are called."""
    found: set[str] = set()
    events = Event.objects.of(account).filter(who=Who.USER, undone__isnull=True)
    for ledger in events.values_list("ledger", flat=True):
        for entry in ledger:
            told = entry.get("after", {})
            if entry["row"] == "company" or (
                entry["row"] == "case" and ("company_id" in told or "role" in told)
            ):
                found.add(entry["id"])
    return found


#: A mail, what was read in it, and where it belongs.
Placed = tuple[Message, terms.Reading, terms.Link]


class Register:
    """Firms, people and seats of one account, held while a batch is filed: asked once, not per mail."""

    def __init__(self, account: UUID) -> None:
        self.account = account
        self.firms = {sameness(firm.name): firm for firm in Company.objects.of(account)}
        self.by_user = _users_word(account)
        addresses = PersonAddress.objects.of(account).select_related("person")
        self.people: dict[str, Person] = {row.email: row.person for row in addresses}
        self.named: dict[tuple[str, UUID | None], Person] = {
            (person.name.casefold(), person.company_id): person
            for person in Person.objects.of(account).exclude(name="")
        }
        self.cases = {case.pk: case for case in Case.objects.of(account).select_related("company")}
        seats = Seat.objects.of(account).select_related("person")
        self.seats = {(seat.case_id, seat.person_id): seat for seat in seats}
        self.seated = by_name(self.seats.values())
        self.stops = set(Stop.objects.of(account).values_list("person_id", flat=True))
        self.talks: dict[UUID, list[Interview]] = {}
        for talk in Interview.objects.of(account).select_related("message"):
            self.talks.setdefault(talk.case_id, []).append(talk)
        remarks = Remark.objects.of(account).values_list("case_id", "kind", "quote")
        self.remarks: set[tuple[UUID, str, str]] = set(remarks)

    def firm(self, name: str, doing: Act) -> Company:
        name = name.strip()[:300] or NO_NAME
        same = sameness(name)
        found = self.firms.get(same)
        if found is None:
            found = self.firms[same] = doing.create(Company(name=name, key=key_of(name)))
        elif key_of(name).count(" ") > found.key.count(" ") and str(found.pk) not in self.by_user:
            # A domain runs the words together; a signature sets them apart.
            doing.change(found, name=name, key=key_of(name))
        return found

    def person(
        self, seen: terms.PersonSeen, firm: Company | None, case: Case, doing: Act
    ) -> Person:
        """The one with this address; a name alone is the same person only within one firm or case."""
        email = seen.email.strip().lower()[:320]
        firm = firm if firm is not None and firm.name != NO_NAME else None
        found = self.people.get(email) if email else None
        mark = (seen.name.casefold(), firm.pk if firm else None)
        if found is None and seen.name and firm is not None:
            found = self.named.get(mark)
        if found is None and seen.name:
            # A case that was renamed or joined: its people are still known under the firm of before.
            sits = self.seated.get((case.pk, seen.name.casefold()))
            two = email and sits is not None and sits.pk in self.with_address
            found = None if two else sits
        if found is None:
            found = doing.create(Person(name=seen.name[:200], title=seen.title[:200], company=firm))
        elif seen.name and not found.name:
            doing.change(found, name=seen.name[:200])
        if seen.name:
            self.named.setdefault(mark, found)
        if email and email not in self.people:
            doing.create(PersonAddress(person=found, email=email))
            self.people[email] = found
            self.with_address.add(found.pk)
        return found

    @cached_property
    def with_address(self) -> set[UUID]:
        """Who has an address: two rows of one person are two objects, so they are told by their keys."""
        return {person.pk for person in self.people.values()}


def by_name(seats: Iterable[Seat]) -> dict[tuple[UUID, str], Person]:
    """Who sits in a case, by the case and their name."""
    found: dict[tuple[UUID, str], Person] = {}
    for seat in seats:
        if seat.person.name:
            found.setdefault((seat.case_id, seat.person.name.casefold()), seat.person)
    return found


class Sheaf(Act):
    """An act whose rows are written together at its end: the same verbs, for hundreds of mails."""

    #: In the order in which rows may point at one another.
    ORDER: tuple[type[Any], ...] = (
        Company,
        Person,
        PersonAddress,
        Case,
        Seat,
        Interview,
        Remark,
        Stop,
        Question,
        Event,
    )

    def __init__(self, account: UUID, at: datetime) -> None:
        super().__init__(account, at)
        self.made: dict[type[Any], list[Any]] = {model: [] for model in self.ORDER}
        self.altered: dict[tuple[type[Any], UUID], tuple[Any, set[str]]] = {}

    def create(self, row: Row) -> Row:
        row.account = self.account
        row.entered_at = self.at
        self.made[type(row)].append(row)
        return row

    def change(self, row: Any, **fields: Any) -> bool:
        new = {name: value for name, value in fields.items() if getattr(row, name) != value}
        for name, value in new.items():
            setattr(row, name, value)
        if new and row._state.adding is False:
            _, names = self.altered.setdefault((type(row), row.pk), (row, set()))
            names.update(new)
        return bool(new)

    def write(self) -> None:
        for model in self.ORDER:
            model.objects.bulk_create(self.made[model])
        groups: dict[tuple[type[Any], frozenset[str]], list[Any]] = {}
        for (model, _), (row, names) in self.altered.items():
            groups.setdefault((model, frozenset(names)), []).append(row)
        for (model, changed), rows in groups.items():
            model.objects.bulk_update(rows, sorted(changed), batch_size=200)


def new_case(
    message: Message,
    reading: terms.Reading,
    register: Register,
    doing: Act,
    new_id: UUID | None = None,
) -> Case:
    """A case that begins with this mail."""
    firm = register.firm(reading.company, doing)
    fields: dict[str, Any] = {"id": new_id} if new_id else {}
    case = doing.create(
        Case(
            company=firm,
            role=reading.role[:300],
            opened_at=message.at,
            last_at=message.at,
            **fields,
        )
    )
    register.cases[case.pk] = case
    return case


def settle(
    message: Message, reading: terms.Reading, case: Case, register: Register, doing: Act
) -> None:
    """Let the case learn from one of its mails: dates, names, people, words, and a stop."""
    news: dict[str, Any] = {}
    if message.at < case.opened_at:
        news["opened_at"] = message.at
    if case.last_at is None or message.at > case.last_at:
        news["last_at"] = message.at
    if not case.role and reading.role:
        news["role"] = reading.role[:300]
    nameless = case.company.name == NO_NAME and str(case.pk) not in register.by_user
    # Asked also where the firm is known: a better spelling betters the firm itself.
    if reading.company and (nameless or sameness(reading.company) == sameness(case.company.name)):
        better = register.firm(reading.company, doing)
        if nameless:
            news["company"] = better
    if news:
        doing.change(case, **news)
    appointment.propose(message, reading, case, register.talks.setdefault(case.pk, []), doing)
    firm = case.company if not reading.agency else None
    for seen in reading.people:
        _seat(seen, firm, case, message.at, register, doing)
    for word in reading.remarks:
        mark = (case.pk, str(word.kind), word.quote)
        if mark not in register.remarks:
            register.remarks.add(mark)
            doing.create(
                Remark(
                    case=case,
                    kind=word.kind,
                    quote=word.quote,
                    by_name=word.by[:200],
                    basis=word.basis,
                    on=message.at.date(),
                    message=message,
                )
            )
    if reading.stop and message.direction == terms.Direction.IN and message.sender_email:
        seen = terms.PersonSeen(message.sender_name, message.sender_email)
        who = register.person(seen, firm, case, doing)
        if who.pk not in register.stops:
            register.stops.add(who.pk)
            doing.create(Stop(person=who, at=message.at, why=_stop_words(reading)))


def _stop_words(reading: terms.Reading) -> str:
    """The quoted words by which they asked to be left alone."""
    return next((e.text for e in reading.evidence if "stop" in e.rule), "")


def _seat(
    seen: terms.PersonSeen,
    firm: Company | None,
    case: Case,
    since: datetime,
    register: Register,
    doing: Act,
) -> None:
    if not seen.email and not seen.name:
        return
    who = register.person(seen, firm, case, doing)
    seat = register.seats.get((case.pk, who.pk))
    if seat is None:
        seat = doing.create(
            Seat(case=case, person=who, part=seen.part, title=seen.title[:200], since=since)
        )
        register.seats[case.pk, who.pk] = seat
        if who.name:
            register.seated.setdefault((case.pk, who.name.casefold()), who)
        return
    better: dict[str, Any] = {"since": since} if since < seat.since else {}
    if seat.set_by != Who.USER:
        if seat.part == terms.Part.UNKNOWN and seen.part != terms.Part.UNKNOWN:
            better["part"] = str(seen.part)
        if not seat.title and seen.title:
            better["title"] = seen.title[:200]
    if better:
        doing.change(seat, **better)


def question(
    message: Message, reading: terms.Reading, link: terms.Link, register: Register
) -> Question:
    offered = [register.cases[UUID(one)] for one in link.candidates if UUID(one) in register.cases]
    about = " at ".join(filter(None, (reading.role, reading.company)))
    return Question(
        about="link",
        key=str(message.pk),
        message=message,
        text=f"Which of these does “{message}” belong to?"
        if offered
        else f"Does “{message}” belong to a search of yours{f' ({about})' if about else ''}?",
        candidates=[{"id": str(case.pk), "label": str(case)} for case in offered],
    )


def file_into(*, message: Message, case: Case | None, at: datetime, by: str = Who.USER) -> Case:
    """Put a mail into a case by hand; None begins a case of its own. The answer is that case."""
    if case is not None and message.case_id == case.pk:
        return case
    what = "A closed letter" if message.is_sealed else f"“{message}”"
    says = f"{what} was filed"
    with act(message.account, "filed_by_hand", at=at, by=by, case=case, says=says) as doing:
        return place(message, case, doing=doing)


def place(message: Message, case: Case | None, *, doing: Act) -> Case:
    """Put a mail into a case, or into a new one, as part of another verb."""
    if case is not None:
        for talk in message.interviews.exclude(case=case):
            doing.change(talk, case=case)
    register = Register(message.account)
    reading = reading_of(message)
    home = case or new_case(message, reading, register, doing)
    doing.case = home.pk
    doing.change(message, case=home, filed_at=message.filed_at or doing.at)
    settle(message, reading, home, register, doing)
    conversation = set(message.thread)
    for other in loose(message.account):
        if not conversation.isdisjoint(other.thread):
            doing.change(other, case=home)
            settle(other, reading_of(other), home, register, doing)
    return home
