"""A mail finds its case by thread, number, person, role; never by a firm's name alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from afterword.reading import Shelf, link, read
from afterword.reading.names import company_key, role_nearness
from afterword.terms import Address, Link, Mail

START = datetime(2026, 1, 5, 9, tzinfo=UTC)


@dataclass
class Desk:
    """Plays the desk: reads, links, learns, and keeps what was answered."""

    shelf: Shelf = field(default_factory=Shelf)
    count: int = 0

    def take(
        self,
        sender: str,
        subject: str,
        body: str,
        *,
        day: int = 0,
        to: str = "",
        reply: str = "",
        id: str = "",
        calendars: tuple[str, ...] = (),
        sent: bool = False,
    ) -> Link:
        self.count += 1
        name, _, address = sender.rpartition(" ")
        mail = Mail(
            id=id or f"m{self.count}@x",
            subject=subject,
            sender=Address(name, address.strip("<>")),
            to=tuple(Address("", one) for one in to.split()),
            date=START + timedelta(days=day),
            text=body,
            in_reply_to=reply,
            calendars=calendars,
            sent=sent,
        )
        reading = read(mail, frozenset({"sam@home.example"}))
        answer = link(reading, mail, self.shelf)
        case = answer.case or (f"case{self.count}" if answer.new else "")
        if case:
            self.shelf.learn(reading, mail, case)
        return Link(
            case=case, new=answer.new, ask=answer.ask, candidates=answer.candidates, why=answer.why
        )


ACK = "Thank you for applying for the {role} position at {firm}. We have received your application."
NO = "We have decided not to move forward with your application for the {role} position at {firm}."


def test_a_receipt_opens_a_case_and_the_no_for_the_same_role_joins_it() -> None:
    desk = Desk()
    one = desk.take(
        "Acorn <no-reply@ashbyhq.com>",
        "Thanks from Acorn",
        ACK.format(role="Data Analyst", firm="Acorn"),
    )
    two = desk.take(
        "Acorn <no-reply@ashbyhq.com>",
        "Update",
        NO.format(role="Data Analyst", firm="Acorn"),
        day=9,
    )
    assert one.new and two.case == one.case


def test_two_roles_at_one_firm_are_two_cases() -> None:
    desk = Desk()
    one = desk.take(
        "Acorn <no-reply@ashbyhq.com>", "Thanks", ACK.format(role="Data Analyst", firm="Acorn")
    )
    two = desk.take(
        "Acorn <no-reply@ashbyhq.com>",
        "Thanks",
        ACK.format(role="Store Manager", firm="Acorn"),
        day=1,
    )
    no = desk.take(
        "Acorn <no-reply@ashbyhq.com>",
        "Update",
        NO.format(role="Store Manager", firm="Acorn"),
        day=9,
    )
    assert two.new and two.case != one.case
    assert no.case == two.case


def test_a_level_more_is_another_role() -> None:
    assert role_nearness("Senior Data Analyst", "Data Analyst") < 0.9
    assert role_nearness("Sr. Data Analyst (m/w/d)", "Senior Data Analyst") == 1.0


def test_a_mail_without_a_role_asks_when_two_cases_are_open_at_the_firm() -> None:
    desk = Desk()
    a = desk.take(
        "Acorn <no-reply@ashbyhq.com>", "Thanks", ACK.format(role="Data Analyst", firm="Acorn")
    )
    b = desk.take(
        "Acorn <no-reply@ashbyhq.com>",
        "Thanks",
        ACK.format(role="Store Manager", firm="Acorn"),
        day=1,
    )
    vague = desk.take(
        "Acorn <no-reply@ashbyhq.com>",
        "Your application to Acorn",
        "We have decided not to move forward with your application to Acorn.",
        day=9,
    )
    assert vague.ask and not vague.case
    assert set(vague.candidates) == {a.case, b.case}


def test_the_same_name_by_an_unknown_road_is_a_question_not_a_join() -> None:
    desk = Desk()
    one = desk.take(
        "Talent <talent@acorn.example>", "Thanks", ACK.format(role="Data Analyst", firm="Acorn")
    )
    other = desk.take(
        "Jo Reed <jo@elsewhere.example>",
        "Acorn",
        "I work at Acorn. We have decided not to move forward with your application to Acorn.",
        day=3,
    )
    assert not other.case
    assert other.ask and other.candidates == (one.case,)


def test_the_single_open_case_takes_a_vague_mail_from_the_firms_own_domain() -> None:
    desk = Desk()
    one = desk.take(
        "Talent <talent@acorn.example>", "Thanks", ACK.format(role="Data Analyst", firm="Acorn")
    )
    two = desk.take(
        "Lea Brandt <lea.brandt@acorn.example>",
        "Next steps at Acorn",
        "I'd like to invite you to an interview with the team at Acorn. What times work?",
        day=5,
    )
    assert two.case == one.case


def test_a_thread_wins_over_everything() -> None:
    desk = Desk()
    one = desk.take(
        "Ann Lee <ann@acorn.example>",
        "Planner",
        ACK.format(role="Planner", firm="Acorn"),
        id="first@x",
    )
    two = desk.take(
        "Bob <bob@other.example>",
        "Re: Planner",
        "Could you call me about the interview?",
        reply="first@x",
        day=30,
    )
    assert two.case == one.case


def test_a_calendar_event_joins_by_its_identity() -> None:
    desk = Desk()
    ics = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:evt-77@cal\r\nDTSTART:20260120T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    one = desk.take(
        "Ann Lee <ann@acorn.example>",
        "Interview for Planner at Acorn",
        "Your interview for the Planner role at Acorn is confirmed.",
        calendars=(ics,),
    )
    two = desk.take(
        "Calendar <calendar-notification@google.com>",
        "Updated invitation",
        "The interview was moved.",
        calendars=(ics,),
        day=2,
    )
    assert one.new and two.case == one.case


def test_an_agencys_later_mail_about_its_client_joins_by_the_person() -> None:
    desk = Desk()
    one = desk.take(
        "Ruth Abara <ruth@hartleysearch.example>",
        "Head of Finance",
        "Hi Sam, I came across your profile. My client is looking for a Head of Finance. Would you be open to a chat?",
    )
    two = desk.take(
        "Ruth Abara <ruth@hartleysearch.example>",
        "Good news",
        "Hi Sam, my client Orchard Dairies would like to invite you to an interview for the Head of Finance role.",
        day=6,
    )
    assert one.new and two.case == one.case


def test_a_new_application_a_year_later_is_a_new_case() -> None:
    desk = Desk()
    one = desk.take(
        "Acorn <no-reply@ashbyhq.com>", "Thanks", ACK.format(role="Data Analyst", firm="Acorn")
    )
    desk.take(
        "Acorn <no-reply@ashbyhq.com>",
        "Update",
        NO.format(role="Data Analyst", firm="Acorn"),
        day=9,
    )
    again = desk.take(
        "Acorn <no-reply@ashbyhq.com>",
        "Thanks",
        ACK.format(role="Data Analyst", firm="Acorn"),
        day=372,
    )
    assert again.new and again.case != one.case


def test_a_requisition_number_is_enough_inside_one_firm() -> None:
    desk = Desk()
    a = desk.take(
        "Acorn Talent <talent@acorn.example>",
        "You applied at Acorn - 124720 - Security Analyst",
        "Thank you for applying to Acorn. We have received your application and will review it.",
    )
    b = desk.take(
        "Acorn Talent <talent@acorn.example>",
        "You applied at Acorn - 124835 - Security Consultant",
        "Thank you for applying to Acorn. We have received your application and will review it.",
        day=1,
    )
    test_b = desk.take(
        "Acorn Talent <talent@acorn.example>",
        "Your Acorn application: next steps",
        "Ref: 124835 - please complete the online assessment.",
        day=3,
    )
    assert a.new and b.new and a.case != b.case
    assert test_b.case == b.case


def test_alerts_accounts_and_bulk_pitches_open_nothing() -> None:
    desk = Desk()
    alert = desk.take(
        "Indeed <alert@indeed.com>",
        "5 new planner jobs in Leeds",
        "These match your saved job alert.",
    )
    account = desk.take(
        "Acorn <no-reply@otp.workday.com>",
        "Verify your candidate account",
        "Your verification code is 1234.",
    )
    spray = desk.take(
        "V <v@stafftek.example>",
        "Urgent requirement",
        "Dear candidate, urgent requirement with our client. Send your updated resume.",
    )
    for one in (alert, account, spray):
        assert not one.case and not one.new and not one.ask


def test_an_own_application_opens_a_case_and_the_answer_joins_it() -> None:
    desk = Desk()
    cold = desk.take(
        "Sam <sam@home.example>",
        "Application for Planner",
        "Please find my CV for the Planner role.",
        to="ann@acorn.example",
    )
    one = desk.take(
        "Ann Lee <ann@acorn.example>", "Planner", ACK.format(role="Planner", firm="Acorn"), day=1
    )
    assert cold.new and one.case == cold.case


def test_own_mail_that_applies_nowhere_opens_no_case_but_joins_one() -> None:
    desk = Desk()
    cold = desk.take(
        "Sam <sam@home.example>",
        "Hello",
        "It was good to talk about the trade last night.",
        to="ann@acorn.example",
    )
    friend = desk.take(
        "Sam <sam@home.example>",
        "My application",
        "I applied for the Planner role at Acorn, wish me luck.",
        to="bo@gmail.com",
    )
    one = desk.take(
        "Ann Lee <ann@acorn.example>", "Planner", ACK.format(role="Planner", firm="Acorn"), day=1
    )
    thanks = desk.take(
        "Sam <sam@home.example>",
        "Thank you",
        "Thank you for the interview.",
        to="ann@acorn.example",
        day=4,
        sent=True,
    )
    assert not cold.case and not friend.case
    assert thanks.case == one.case


def test_learning_twice_changes_nothing() -> None:
    mail = Mail(
        id="a@x",
        subject="Thanks",
        sender=Address("Acorn", "talent@acorn.example"),
        date=START,
        text=ACK.format(role="Planner", firm="Acorn"),
    )
    reading, shelf = read(mail), Shelf()
    shelf.learn(reading, mail, "c")
    before = repr(shelf)
    shelf.learn(reading, mail, "c")
    assert repr(shelf) == before
    assert link(reading, mail, shelf).case == "c"


def test_company_keys_forget_legal_forms_accents_and_signs() -> None:
    assert company_key("Müller & Söhne GmbH") == company_key("Muller and Sohne")
    assert company_key("ACORN, Inc.") == company_key("Acorn")
    assert company_key("Acorn Robotics") != company_key("Acorn")


def test_the_users_own_address_ties_no_cases_together() -> None:
    desk = Desk()
    a = desk.take(
        "Ann Lee <ann@acorn.example>", "Planner", ACK.format(role="Planner", firm="Acorn")
    )
    b = desk.take("Bo Ray <bo@birch.example>", "Buyer", ACK.format(role="Buyer", firm="Birch"))
    to_a = desk.take(
        "Sam <sam@home.example>",
        "Thank you",
        "Thanks for the interview.",
        to="ann@acorn.example",
        day=2,
    )
    to_b = desk.take(
        "Sam <sam@home.example>",
        "Thank you",
        "Thanks for the interview.",
        to="bo@birch.example",
        day=3,
    )
    assert (to_a.case, to_b.case) == (a.case, b.case)


def _interviewed(desk: Desk) -> Link:
    return desk.take(
        "Ann Lee <ann.lee@acorn.example>",
        "Interview: Data Analyst",
        "We would like to invite you to an interview for the Data Analyst position at Acorn. "
        "You will meet Ilka Brandt, our finance director.\n\nAnn Lee\nRecruiter, Acorn",
    )


def test_somebody_the_case_has_named_joins_it_from_an_address_never_seen() -> None:
    desk = Desk()
    one = _interviewed(desk)
    word = "We have decided not to move forward with your application.\n\nIlka\nAcorn"
    other = desk.take("Ilka Brandt <ilka@acorn-group.example>", "Acorn", word, day=5)
    assert other.case == one.case and not other.new


def test_an_introduction_to_another_firm_is_a_lead_of_its_own() -> None:
    desk = Desk()
    one = _interviewed(desk)
    lead = desk.take(
        "Ann Lee <ann.lee@acorn.example>",
        "Introducing Sam <> Per Quist",
        "Per, meet Sam, whom I would have hired. Sam, Per is COO at Birchfield Sensors.",
        to="per.quist@birchfield.example sam@home.example",
        day=20,
    )
    assert lead.new and lead.case != one.case
    reply = desk.take(
        "Per Quist <per.quist@birchfield.example>",
        "Next week",
        "Sam, would you have time to speak about a role next week?",
        to="sam@home.example",
        day=22,
    )
    assert reply.case == lead.case
