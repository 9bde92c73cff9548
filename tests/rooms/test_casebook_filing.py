"""Filing by hand-made readings: cases, people, words, questions; then forgetting, and undo over plans."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword import terms
from afterword.casebook import catch as catching
from afterword.casebook import filing, forgetting, refiling, values
from afterword.casebook.event import act
from afterword.casebook.identifiers import uuid7
from afterword.casebook.models import (
    Blob,
    Case,
    Company,
    Event,
    Message,
    Person,
    Question,
    Remark,
    Seat,
    Source,
    Stop,
    Story,
)
from afterword.casebook.settled import settled
from afterword.casebook.undo import undo_last
from afterword.desk import morning

AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
ADA = terms.PersonSeen("Ada Reed", "ada@firm.example", terms.Part.HIRING_MANAGER, "COO")


def a_mail(number: int, **fields: Any) -> tuple[terms.Mail, terms.Reading, bytes]:
    """A mail and its reading, `number` days before AT."""
    at = AT - timedelta(days=number)
    given: dict[str, Any] = {
        "id": f"m{number}@firm.example", "source": "box", "date": at, "language": "en",
        "direction": terms.Direction.IN, "text": f"Subject {number}\n\nBody {number}",
        "kind": terms.MailKind.STATUS_UPDATE, "certainty": terms.Certainty.FAIR,
        "company": "Firm", "role": "Director", "people": (ADA,),
    }  # fmt: skip
    reading = terms.Reading(**{**given, **fields})
    raw = f"raw {number}".encode()
    mail = terms.Mail(
        id=reading.id, subject=f"Subject {number}", sha256=f"{number:064d}", date=at,
        sender=terms.Address("Ada Reed", "ada@firm.example"),
        to=(terms.Address("Sam", "sam@home.example"),),
    )  # fmt: skip
    return mail, reading, raw


def keep(account: uuid.UUID, *mails: tuple[terms.Mail, terms.Reading, bytes]) -> None:
    source = Source.named(account=account, name="box", kind="memory", at=AT)
    catch = catching.Catch(kept=list(mails))
    catching.keep(catch, source=source, cursor="1", counts={}, ties=True, at=AT)


def file_as(account: uuid.UUID, *links: terms.Link) -> int:
    """File what waits, oldest first, by these links; what was filed stays where it is."""
    new, placed = list(links), []
    for message in filing.kept(account):
        if message.filed_at is None:
            link = new.pop(0)
            link = replace(link, case=str(uuid7())) if link.new else link
        else:
            link = terms.Link(case=str(message.case_id or ""))
        placed.append((message, filing.reading_of(message), link))
    assert not new
    return refiling.refile(account, placed, settled(account), at=AT).questions


NEW = terms.Link(new=True, why="nothing known fits")


@pytest.mark.django_db
class TestFiling:
    def test_a_first_mail_begins_a_case_with_its_people_and_words(self) -> None:
        account = uuid.uuid4()
        doubt = terms.RemarkSeen(terms.RemarkKind.DOUBT, "Too local", "Ada Reed")
        keep(account, a_mail(3, remarks=(doubt,)))
        assert file_as(account, NEW) == 0
        case = Case.objects.get(account=account)
        assert (case.company.name, case.role, case.opened_at) == (
            "Firm",
            "Director",
            AT - timedelta(days=3),
        )
        seat = Seat.objects.get(case=case)
        assert (seat.person.name, seat.person.email, seat.part, seat.title) == (
            "Ada Reed", "ada@firm.example", "hiring_manager", "COO",
        )  # fmt: skip
        assert Remark.objects.get(case=case).quote == "Too local"
        event = Event.objects.get(account=account)
        assert (event.verb, event.who, event.case, event.why) == (
            "filed", "mail", case.pk, "nothing known fits",
        )  # fmt: skip

    def test_a_later_mail_fills_in_what_the_first_left_open(self) -> None:
        account = uuid.uuid4()
        keep(account, a_mail(5, company="", role=""))
        file_as(account, NEW)
        case = Case.objects.get(account=account)
        assert case.company.name == filing.NO_NAME
        keep(account, a_mail(2), a_mail(1, role="Another title"))
        file_as(account, *[terms.Link(case=str(case.pk))] * 2)
        case.refresh_from_db()
        assert (case.company.name, case.role) == ("Firm", "Director")
        assert case.last_at == AT - timedelta(days=1)
        assert Company.objects.of(account).count() == 2
        assert (Person.objects.of(account).count(), Seat.objects.of(account).count()) == (1, 1)

    def test_what_the_user_set_is_never_overwritten(self) -> None:
        account = uuid.uuid4()
        keep(account, a_mail(5))
        file_as(account, NEW)
        case = Case.objects.get(account=account)
        ada = Person.objects.get(account=account)
        Seat.give(case=case, person=ada, part="unknown", title="Chair", stance="for", at=AT)
        case.rename(role="Chief", at=AT)
        keep(account, a_mail(1))
        file_as(account, terms.Link(case=str(case.pk)))
        case.refresh_from_db()
        seat = Seat.objects.get(case=case)
        assert (case.role, seat.part, seat.title, seat.stance) == (
            "Chief",
            "unknown",
            "Chair",
            "for",
        )

    def test_a_doubtful_link_joins_nothing_and_asks_once(self) -> None:
        account = uuid.uuid4()
        keep(account, a_mail(5))
        file_as(account, NEW)
        case = Case.objects.get(account=account)
        keep(account, a_mail(1, role="Head"))
        assert file_as(account, terms.Link(ask=True, candidates=(str(case.pk),))) == 1
        question = Question.objects.get(account=account)
        assert question.candidates == [{"id": str(case.pk), "label": "Director at Firm"}]
        assert question.message.case is None
        assert not filing.unfiled(account)
        question.reply(answer="new", at=AT)
        assert {str(c) for c in Case.objects.of(account)} == {"Director at Firm", "Head at Firm"}

    def test_no_link_keeps_the_mail_and_no_case(self) -> None:
        account = uuid.uuid4()
        keep(account, a_mail(1, kind=terms.MailKind.JOB_ALERT))
        assert file_as(account, terms.Link()) == 0
        assert Message.objects.get(account=account).case is None
        assert not Case.objects.of(account).exists()

    def test_asking_to_be_left_alone_is_a_stop_with_their_words(self) -> None:
        account = uuid.uuid4()
        words = terms.Evidence(0, 8, "please do not write", "stop.words")
        keep(account, a_mail(2, stop=True, evidence=(words,)), a_mail(1, stop=True))
        file_as(account, NEW, NEW)
        stop = Stop.objects.get(account=account)
        assert (stop.person.email, stop.why) == ("ada@firm.example", "please do not write")
        assert stop.at == AT - timedelta(days=2)

    def test_a_clock_that_runs_ahead_is_not_believed(self) -> None:
        account = uuid.uuid4()
        keep(account, a_mail(-400), a_mail(3, date=None))
        by_id = {m.mail_id: m for m in Message.objects.of(account)}
        assert (by_id["m-400@firm.example"].at, by_id["m-400@firm.example"].dated) == (AT, False)

    def test_linking_gets_back_what_was_kept(self) -> None:
        account = uuid.uuid4()
        mail, reading, raw = a_mail(3)
        keep(account, (mail, reading, raw))
        file_as(account, NEW)
        (message,) = filing.kept(account)
        again = catching.mail_of(message)
        assert filing.reading_of(message) == reading
        assert (again.id, again.sender, again.to, again.date) == (
            mail.id, mail.sender, mail.to, mail.date,
        )  # fmt: skip
        assert message.case == Case.objects.get(account=account)
        assert Blob.objects.get(account=account).raw == raw


@pytest.mark.django_db
class TestForgetting:
    def test_a_forgotten_person_is_nowhere_in_the_tables(self) -> None:
        account = uuid.uuid4()
        doubt = terms.RemarkSeen(terms.RemarkKind.DOUBT, "Too local", "someone")
        keep(account, a_mail(3, remarks=(doubt,)))
        file_as(account, NEW)
        ada = Person.objects.get(account=account)
        ada.describe(note="Met at Ada Reed's office", at=AT)
        Remark.note(case=Case.objects.get(account=account), kind="praise", quote="Good",
                    person=ada, by_name="Ada Reed", at=AT)  # fmt: skip
        forgetting.forget_person(person=ada, at=AT)
        forgetting.forget_person(person=ada, at=AT)
        assert Event.objects.filter(verb="forgot_person").count() == 1
        from django.db import connection

        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                if table.startswith("casebook_"):
                    cursor.execute(f'SELECT * FROM "{table}"')
                    held = repr(cursor.fetchall())
                    assert "Ada Reed" not in held and "ada@firm" not in held, table
        assert Remark.objects.of(account).count() == 2
        assert undo_last(account=account, at=AT) is None or not Person.objects.exists()

    def test_forgetting_everything_takes_only_ones_own(self) -> None:
        mine, other = uuid.uuid4(), uuid.uuid4()
        for account in (mine, other):
            keep(account, a_mail(3), a_mail(2))
            file_as(account, NEW, terms.Link(ask=True))
            Story.tell(account=account, title="A", at=AT)
            undo_last(account=account, at=AT)
            morning.plan(account, AT)
        kept = Message.objects.of(other).count(), Event.objects.of(other).count()
        assert forgetting.forget_everything(account=mine) > 10
        assert not Event.objects.of(mine).exists() and not Message.objects.of(mine).exists()
        assert (Message.objects.of(other).count(), Event.objects.of(other).count()) == kept


@pytest.mark.django_db
def test_plans_do_not_stand_in_the_way_of_undo() -> None:
    account = uuid.uuid4()
    Case.open(account=account, company="Firm", role="Director", at=AT)
    morning.plan(account, AT)
    undo_last(account=account, at=AT)
    assert not Case.objects.of(account).exists()


def test_keys_sort_as_they_were_made() -> None:
    keys = [uuid7() for _ in range(5000)]
    assert keys == sorted(keys) and len(set(keys)) == 5000
    assert all(key.version == 7 and key.variant == uuid.RFC_4122 for key in keys)


WORDS = st.text(max_size=20)
MOMENTS = st.datetimes(timezones=st.just(UTC))


@given(
    st.builds(
        terms.Reading,
        id=WORDS, source=WORDS, date=st.none() | MOMENTS, text=WORDS, language=WORDS,
        direction=st.sampled_from(terms.Direction), kind=st.sampled_from(terms.MailKind),
        certainty=st.sampled_from(terms.Certainty), stop=st.booleans(),
        stage=st.none() | st.sampled_from(terms.Stage), interview_at=st.none() | MOMENTS,
        promised_date=st.none() | st.dates(),
        people=st.lists(st.builds(terms.PersonSeen, WORDS, WORDS, st.sampled_from(terms.Part))).map(tuple),
        evidence=st.lists(st.builds(terms.Evidence, st.integers(), st.integers(), WORDS, WORDS)).map(tuple),
    )
)  # fmt: skip
def test_a_reading_comes_back_as_it_was_kept(reading: terms.Reading) -> None:
    assert values.from_plain(terms.Reading, values.to_plain(reading)) == reading


@pytest.mark.django_db
@pytest.mark.parametrize("anew", [False, True])
def test_two_of_one_name_are_two_whether_mail_comes_at_once_or_day_by_day(anew: bool) -> None:
    """In a case whose firm nobody named a name is known by its seat; an address of its own is another person."""
    account = uuid.uuid4()
    case = Case.open(account=account, company=filing.NO_NAME, role="Planner", at=AT)
    register = filing.Register(account)
    addresses = ("kim@a.example", "kim@b.example", "", "kim@a.example", "kim@b.example")
    for email in addresses:
        register = filing.Register(account) if anew else register
        with act(account, "filed", at=AT, case=case) as doing:
            seen = terms.PersonSeen("Kim Lee", email)
            filing._seat(seen, case.company, case, AT, register, doing)
    found = Person.objects.of(account).filter(name="Kim Lee").order_by("id")
    # The name alone is the first of them, the one who was there before.
    assert [[row.email for row in one.addresses.all()] for one in found] == [
        ["kim@a.example"],
        ["kim@b.example"],
    ]
    assert Seat.objects.of(account).filter(case=case).count() == 2


@pytest.mark.django_db
def test_a_name_seen_first_gets_the_address_that_comes_after() -> None:
    account = uuid.uuid4()
    case = Case.open(account=account, company=filing.NO_NAME, role="Planner", at=AT)
    for email in ("", "kim@a.example"):
        register = filing.Register(account)
        with act(account, "filed", at=AT, case=case) as doing:
            seen = terms.PersonSeen("Kim Lee", email)
            filing._seat(seen, case.company, case, AT, register, doing)
    assert [one.email for one in Person.objects.of(account)] == ["kim@a.example"]
