"""What is brought in reaches the casebook once, whole, and can be taken back."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest

from afterword.casebook import same_person
from afterword.casebook.forgetting import forget_person
from afterword.casebook.handle import Handle
from afterword.casebook.models import (
    Case,
    Dated,
    Ending,
    Entry,
    Event,
    Import,
    Interview,
    Message,
    Person,
    PersonAddress,
    ProposedStory,
    Question,
    Seat,
    Source,
    Stop,
    Story,
)
from afterword.casebook.seen import Exchange
from afterword.casebook.stop import stop
from afterword.casebook.undo import undo, undo_last
from afterword.desk import incoming
from afterword.desk.incoming import elsewhere, likeness
from afterword.errors import SourceError, UserError
from afterword.intake.collections import Held, InMemory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:card-1
FN:Dana Reyes
EMAIL:dana@acme.example
EMAIL:dana.reyes@home.example
TEL:+49 30 1234567
ORG:Acme
TITLE:Head of Supply
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Anna Berg
TEL:555
END:VCARD
"""
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Dana,Reyes,https://www.linkedin.com/in/dana-r,,Acme,Head of Supply,06 Sep 2014
,,,,,,07 Sep 2014
"""


def take(account: uuid.UUID, text: str, name: str = "file", **more: object) -> incoming.Taken:
    return incoming.take(account, text.encode(), name, now=NOW, **more)  # type: ignore[arg-type]


def event(*lines: str) -> str:
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""])


def talk(
    at: str = "20260320T140000Z", *more: str, uid: str = "u1", words: str = "Interview with Acme"
) -> str:
    return "\n".join(
        ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART:{at}", f"SUMMARY:{words}", *more, "END:VEVENT"]
    )


# ── people ──────────────────────────────────────────────────────────────────


def test_people_come_in_once_with_every_address(account: uuid.UUID) -> None:
    first = take(account, CARDS)
    assert first.counts["people_new"] == 2
    assert set(PersonAddress.objects.of(account).values_list("email", flat=True)) == {
        "dana@acme.example",
        "dana.reyes@home.example",
    }
    events = Event.objects.of(account).count()
    second = take(account, CARDS)
    assert not second.new
    assert Person.objects.of(account).count() == 2
    assert Event.objects.of(account).count() == events


def test_the_import_can_be_taken_back_whole(account: uuid.UUID) -> None:
    take(account, CARDS)
    assert undo_last(account=account, at=NOW) is not None
    for model in (Person, PersonAddress, Handle, Import):
        assert not model.objects.of(account).exists(), model
    assert take(account, CARDS).counts["people_new"] == 2


def test_what_is_known_is_filled_and_never_overwritten(account: uuid.UUID) -> None:
    Person.add(account=account, name="Dana", email="dana@acme.example", at=NOW, title="Boss")
    take(account, CARDS)
    dana = Person.objects.get(addresses__email="dana@acme.example")
    assert (dana.name, dana.title, str(dana.company)) == ("Dana", "Boss", "Acme")


def test_a_name_alone_joins_nobody_and_the_same_firm_is_asked(account: uuid.UUID) -> None:
    take(account, CARDS)
    take(account, CONNECTIONS)
    assert Person.objects.of(account).filter(name="Dana Reyes").count() == 2
    (found,) = likeness.proposals(account)
    assert {str(found.one), str(found.other)} == {"Dana Reyes"}
    assert not found.pair.sure
    assert found.pair.why == ("The same name at the same firm.",)


def test_joined_people_keep_everything_and_undo_parts_them(account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Acme", role="Planner", at=NOW)
    mailed = Person.add(account=account, name="Dana Reyes", email="d@acme.example", at=NOW)
    carded = Person.add(account=account, name="D. Reyes", email="dr@home.example", at=NOW)
    for one in (mailed, carded):
        Seat.give(case=case, person=one, at=NOW)
    stop(person=carded, at=NOW)
    same_person.join(person=carded, into=mailed, at=NOW)
    assert set(mailed.addresses.values_list("email", flat=True)) == {
        "d@acme.example",
        "dr@home.example",
    }
    assert Stop.objects.get(person=mailed)
    assert case.seats.count() == 1
    assert not Person.objects.filter(pk=carded.pk).exists()
    undo_last(account=account, at=NOW)
    again = Person.objects.get(pk=carded.pk)
    assert again.email == "dr@home.example" and again.name == "D. Reyes"
    assert Stop.objects.get().person == again
    assert case.seats.count() == 2


def test_one_card_with_addresses_of_two_people_is_asked_about(account: uuid.UUID) -> None:
    for n, email in enumerate(("dana@acme.example", "dana.reyes@home.example")):
        Person.add(account=account, name=f"D{n}", email=email, at=NOW)
    take(account, CARDS)
    (found,) = likeness.proposals(account)
    assert found.pair.sure
    same_person.keep_apart(one=found.one, other=found.other, at=NOW)
    assert likeness.proposals(account) == ()


def test_a_person_brought_in_can_be_forgotten(account: uuid.UUID) -> None:
    take(account, CARDS)
    dana = Person.objects.get(name="Dana Reyes")
    case = Case.open(account=account, company="Acme", at=NOW)
    assert case.pk
    text = event(talk("20260320T140000Z", words="Interview with Acme and Dana Reyes"))
    take(account, text)
    forget_person(person=dana, at=NOW)
    assert "Dana" not in Dated.objects.get().summary
    assert not Handle.objects.of(account).filter(value="+49 30 1234567").exists()
    assert "dana@acme.example" not in str(list(Event.objects.of(account).values_list("ledger")))


MESSAGES = """CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
t1,,Riley North,https://www.linkedin.com/in/riley,Sam Reed,https://www.linkedin.com/in/sam,2026-03-01 10:00:00 UTC,Head of Supply at Larkfield,"<p>Hi Sam,</p><p>I am a recruiter with Larkfield and have a Head of Supply role. Would you be open to a call about this job?</p>",INBOX
t1,,Sam Reed,https://www.linkedin.com/in/sam,Riley North,https://www.linkedin.com/in/riley,2026-03-01 11:00:00 UTC,,"Gladly, thank you.",INBOX
t2,,Quinn Mer,https://www.linkedin.com/in/quinn,Sam Reed,https://www.linkedin.com/in/sam,2026-03-02 11:00:00 UTC,,"Happy birthday!",INBOX
"""


def test_messages_make_ties_and_only_those_about_jobs_are_kept(account: uuid.UUID) -> None:
    came = take(account, MESSAGES, "messages.csv")
    assert came.counts["ties"] == 3
    ways = set(Exchange.objects.of(account).values_list("email", "direction"))
    assert ways == {
        ("linkedin.com/in/riley", "in"),
        ("linkedin.com/in/riley", "out"),
        ("linkedin.com/in/quinn", "in"),
    }
    texts = " ".join(Message.objects.of(account).values_list("text", flat=True))
    assert "birthday" not in texts
    assert "recruiter with Larkfield" in texts
    assert not PersonAddress.objects.of(account).exists()
    before = Message.objects.of(account).count()
    take(account, MESSAGES, "messages.csv")
    assert Message.objects.of(account).count() == before
    assert Exchange.objects.of(account).count() == 3


# ── calendar ────────────────────────────────────────────────────────────────


@pytest.fixture
def acme(account: uuid.UUID) -> Case:
    return Case.open(account=account, company="Acme", role="Planner", at=NOW - timedelta(days=9))


def test_an_interview_finds_its_case_and_its_people(account: uuid.UUID, acme: Case) -> None:
    text = event(talk("20260320T140000Z", "ATTENDEE;CN=Dana Reyes:mailto:dana@acme.example"))
    came = take(account, text)
    assert came.counts["interviews"] == 1
    (held,) = Interview.objects.filter(case=acme)
    assert held.at == datetime(2026, 3, 20, 14, tzinfo=UTC)
    assert [str(row.person) for row in held.present.all()] == ["Dana Reyes"]
    assert acme.seats.get().person.email == "dana@acme.example"
    assert Dated.objects.get().people == []
    take(account, text + "\n")  # another file, the same entry
    assert Interview.objects.filter(case=acme).count() == 1


def test_an_update_moves_the_same_interview_and_an_older_telling_does_not(
    account: uuid.UUID, acme: Case
) -> None:
    take(account, event(talk("20260320T140000Z", "SEQUENCE:1")))
    key = Interview.objects.get().pk
    assert take(account, event(talk("20260321T150000Z", "SEQUENCE:2"))).counts["moved"] == 1
    held = Interview.objects.get()
    assert (held.pk, held.at) == (key, datetime(2026, 3, 21, 15, tzinfo=UTC))
    came = take(account, event(talk("20260320T140000Z", "SEQUENCE:1", "LOCATION:Here")))
    assert came.counts == {"older_tellings": 1}
    assert Interview.objects.get().at == datetime(2026, 3, 21, 15, tzinfo=UTC)


def test_a_cancellation_takes_the_interview_out_and_undo_brings_it_back(
    account: uuid.UUID, acme: Case
) -> None:
    take(account, event(talk("20260320T140000Z")))
    gone = event("METHOD:CANCEL", talk("20260320T140000Z", "SEQUENCE:3"))
    assert take(account, gone).counts["called_off"] == 1
    assert not Interview.objects.filter(case=acme).exists()
    undo_last(account=account, at=NOW)
    assert Interview.objects.filter(case=acme).exists()


def test_one_that_the_user_took_out_does_not_come_back(account: uuid.UUID, acme: Case) -> None:
    take(account, event(talk("20260320T140000Z")))
    Interview.objects.get().cancel(at=NOW)
    take(account, event(talk("20260320T140000Z", "LOCATION:Room 2", "SEQUENCE:2")))
    assert not Interview.objects.exists()


def test_in_doubt_it_asks_and_the_answer_ties_it(account: uuid.UUID, acme: Case) -> None:
    came = take(account, event(talk(words="Phone screen", uid="u7")))
    assert came.counts["interviews_asked"] == 1
    asked = Question.objects.get(about="appointment")
    asked.reply(answer=str(acme.pk), at=NOW)
    assert Interview.objects.get().case == acme
    undo_last(account=account, at=NOW)
    assert not Interview.objects.exists()
    assert Question.objects.get().answered_at is None


def test_an_interview_at_the_hour_of_a_known_one_is_that_one(
    account: uuid.UUID, acme: Case
) -> None:
    Interview.hold(case=acme, when=datetime(2026, 3, 20, 14, tzinfo=UTC), at=NOW)
    came = take(account, event(talk("20260320T141000Z", words="Final round, Dana R.", uid="u11")))
    assert came.counts == {"interviews": 1}
    assert Dated.objects.get().case == acme and Interview.objects.count() == 1
    take(account, event(talk("20260320T140000Z", words="Dentist", uid="u12")))
    take(account, event(talk("20260320T170000Z", words="Final round", uid="u13")))
    assert Dated.objects.count() == 2  # the dentist is nobody's business, and the other is asked
    assert Question.objects.get(about="appointment").answered_at is None


def test_the_rest_of_a_calendar_is_not_kept(account: uuid.UUID, acme: Case) -> None:
    came = take(account, event(talk(words="Dentist", uid="u9")))
    assert came.counts["entries_of_no_process"] == 1
    assert not Dated.objects.exists()


def test_our_own_dates_that_come_back_make_nothing(account: uuid.UUID, acme: Case) -> None:
    came = take(account, event(talk(uid="talk-1@afterword", words="Interview: Acme")))
    assert came.counts == {"our_own": 1}
    assert not Interview.objects.exists()


def test_a_calendar_elsewhere_is_read_on(account: uuid.UUID, acme: Case) -> None:
    box = InMemory("caldav")
    box.put("/cal/1.ics", event(talk()))
    assert elsewhere.read_on(account, box, now=NOW).counts["interviews"] == 1
    assert not elsewhere.read_on(account, box, now=NOW).again
    box.put("/cal/1.ics", event(talk("20260322T140000Z", "SEQUENCE:1")))
    assert elsewhere.read_on(account, box, now=NOW).counts["moved"] == 1
    box.remove("/cal/1.ics")
    assert elsewhere.read_on(account, box, now=NOW).counts["called_off"] == 1
    assert not Interview.objects.exists()


@pytest.mark.parametrize(
    "text", ["<html><body>Please sign in</body></html>", "", "This link has expired.\n"]
)
def test_what_is_no_calendar_calls_nothing_off(
    account: uuid.UUID, acme: Case, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = elsewhere.place_at("webcal", "https://cal.example/1.ics")
    calendar = event(talk("20260320T140000Z", "ATTENDEE;CN=Dana Reyes:mailto:dana@acme.example"))
    answers: list[str] = []

    def changes(_: object, cursor: str = "") -> tuple[list[Held], str]:
        return [Held(place.name, answers[-1])], f"{cursor}."

    monkeypatch.setattr(type(place), "changes", changes)
    answers.append(calendar)
    assert elsewhere.read_on(account, place, now=NOW).counts["interviews"] == 1
    before = Event.objects.of(account).count()
    answers.append(text)
    with pytest.raises(SourceError, match="no calendar"):
        elsewhere.read_on(account, place, now=NOW)
    assert Interview.objects.filter(case=acme).exists()
    assert Event.objects.of(account).count() == before
    assert Source.objects.of(account).get().cursor == "."
    # An empty calendar is one: there the entry was removed.
    answers.append(event())
    assert elsewhere.read_on(account, place, now=NOW).counts["called_off"] == 1
    # Told as live again, by the very same telling: it is on again, with those who are invited.
    answers.append(calendar)
    assert elsewhere.read_on(account, place, now=NOW).counts["interviews"] == 1
    (held,) = Interview.objects.filter(case=acme)
    assert held.at == datetime(2026, 3, 20, 14, tzinfo=UTC)
    assert [str(row.person) for row in held.present.all()] == ["Dana Reyes"]
    assert Dated.objects.get().called_off_at is None
    # And what the user takes out themselves still stays out.
    held.cancel(at=NOW)
    answers.append(calendar.replace("SUMMARY", "LOCATION:Room 2\nSUMMARY"))
    elsewhere.read_on(account, place, now=NOW)
    assert not Interview.objects.exists()


def test_a_talk_that_was_had_stays_when_its_entry_goes(account: uuid.UUID, acme: Case) -> None:
    box = InMemory("caldav")
    box.put("/cal/1.ics", event(talk("20260301T140000Z")))
    elsewhere.read_on(account, box, now=NOW)
    box.remove("/cal/1.ics")
    elsewhere.read_on(account, box, now=NOW)
    assert Interview.objects.filter(case=acme).exists()


# ── proof ───────────────────────────────────────────────────────────────────

RESUME = """Sam Reed
EXPERIENCE
Northwind, Head of Supply
Jan 2019 - Present
- Cut picking errors from 2.1% to 0.4% in nine months
Skills
Planning
"""


def test_a_resume_proposes_and_tells_nothing_by_itself(account: uuid.UUID) -> None:
    came = take(account, RESUME, "cv.txt")
    assert came.counts["stories_proposed"] == 1
    assert not Story.objects.exists()
    row = ProposedStory.objects.get()
    assert row.lines == [
        [3, "Northwind, Head of Supply"],
        [5, "Cut picking errors from 2.1% to 0.4% in nine months"],
    ]
    assert row.numbers == ["2.1%", "0.4%"]
    story = row.tell(at=NOW)
    assert story is not None and story.numbers == ["2.1%", "0.4%"]
    undo_last(account=account, at=NOW)
    assert not Story.objects.exists()
    assert ProposedStory.objects.get().settled_at is None


def test_what_was_passed_over_is_not_proposed_again(account: uuid.UUID) -> None:
    take(account, RESUME)
    ProposedStory.objects.get().decline(at=NOW)
    came = take(account, RESUME + "\nanother line\n")
    assert came.counts == {"stories_known": 1}


# ── trackers ────────────────────────────────────────────────────────────────

LIST = """Company,Job Title,Date Applied,Status
Acme,Planner,2026-01-10,Rejected
Beta,Buyer,2026-02-01,Applied
,Buyer,2026-02-01,Applied
"""


def test_a_list_becomes_cases_and_an_outcome_without_a_day_says_so(account: uuid.UUID) -> None:
    came = take(account, LIST)
    assert came.counts["cases_new"] == 2
    assert [(one.line, one.reason) for one in came.unread] == [(4, "The line names no firm.")]
    ending = Ending.objects.get()
    assert str(ending.case.company) == "Acme" and ending.outcome == "rejected"
    assert "no day" in ending.why
    assert ending.at.date() == date(2026, 1, 10)
    assert Entry.objects.filter(kind="application").count() == 2
    take(account, LIST + "\n")
    assert Case.objects.of(account).count() == 2
    assert Entry.objects.filter(kind="application").count() == 2


def test_days_that_can_be_read_two_ways_wait_for_a_word(account: uuid.UUID) -> None:
    text = "Company,Role,Applied On,Status\nAcme,Planner,03/02/2026,Applied\n"
    came = take(account, text)
    assert came.asks == "days"
    assert not Case.objects.exists()
    row = Import.objects.get()
    assert row.waits == "days"
    done = incoming.again(
        row, now=NOW, columns={"Company": "company", "Applied On": "on"}, day_first=True
    )
    assert not done.asks
    assert Case.objects.get().opened_at.date() == date(2026, 2, 3)
    assert Import.objects.get().waits == ""


def test_the_users_word_for_a_column_wins(account: uuid.UUID) -> None:
    text = "Company,Agency,Role,Applied On\nAcme,Beta,Planner,2026-01-02\n"
    wish = incoming.Wish(columns={"Agency": "company", "Role": "role", "Applied On": "on"})
    take(account, text, wish=wish)
    assert str(Case.objects.get().company) == "Beta"


def test_a_case_that_mail_tells_of_is_not_told_again(account: uuid.UUID, web: object) -> None:
    case = Case.open(
        account=account,
        company="Acme",
        role="Planner",
        at=NOW,
        since=datetime(2026, 1, 10, 8, tzinfo=UTC),
    )
    web.message(account, case, "acknowledgement", at=datetime(2026, 1, 10, 8, tzinfo=UTC))  # type: ignore[attr-defined]
    came = take(account, LIST)
    assert came.counts["cases_known"] == 1
    assert not Ending.objects.filter(case=case).exists()
    assert not Entry.objects.filter(case=case).exists()


def test_taking_a_list_back_leaves_nothing(account: uuid.UUID) -> None:
    take(account, LIST)
    row = Import.objects.get()
    assert row.event is not None
    undo(event=row.event, at=NOW)
    for model in (Case, Entry, Ending, Import):
        assert not model.objects.of(account).exists(), model


def test_what_is_none_of_these_says_so_and_changes_nothing(account: uuid.UUID) -> None:
    with pytest.raises(UserError, match="Nothing was taken in"):
        take(account, "just some words\n")
    assert not Event.objects.of(account).exists()
