"""Interviews read from mail: proposed, moved, taken over by the user's own word, never doubled."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from afterword import terms
from afterword.casebook import filing
from afterword.casebook.models import Case, Interview, Message
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.day import agenda
from afterword.reading.moved import moved_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TALK = datetime(2026, 3, 17, 14, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def case() -> Case:
    return Case.open(
        account=uuid.uuid4(), company="Firm", role="Buyer", since=NOW - 9 * DAY, at=NOW
    )


@pytest.fixture
def says(web: SimpleNamespace, case: Case) -> Any:
    """A mail that sets this hour, filed into the case."""

    def mail(when: datetime, *, ago: float = 1, answers: str = "", kind: str = "interview_invitation",
             calendar: str = "", **more: Any) -> Message:  # fmt: skip
        row = web.message(case.account, None, kind, at=NOW - ago * DAY, **more)
        row.envelope = {"in_reply_to": answers, "calendars": [calendar] if calendar else []}
        row.reading |= {"interview_at": when.isoformat(), "stage": "panel_onsite"}
        row.save()
        filing.file_into(message=row, case=case, at=NOW)
        return row

    return mail


def hours(case: Case) -> list[datetime]:
    return list(case.interviews.order_by("at").values_list("at", flat=True))


def test_it_is_proposed_and_the_calendar_and_the_morning_know(case: Case, says: Any) -> None:
    mail = says(TALK)
    talk = Interview.objects.get(case=case)
    assert (talk.at, talk.stage, talk.message, talk.is_proposal) == (
        TALK,
        "panel_onsite",
        mail,
        True,
    )
    told = {h.kind: h for h in case.as_file(NOW).happenings}
    assert told[terms.Deed.INTERVIEW].at == TALK
    assert told[terms.MailKind.INTERVIEW_INVITATION].stage is terms.Stage.PANEL_ONSITE
    morning.plan(case.account, NOW)
    assert any(one.when == TALK for one in agenda.due(case.account, NOW))
    talk.confirm(at=NOW)
    assert not Interview.objects.get(case=case).is_proposal
    undo_last(account=case.account, at=NOW)
    assert Interview.objects.get(case=case).is_proposal


def test_on_a_past_day_it_is_known_from_its_mail_on(case: Case, says: Any) -> None:
    says(TALK, ago=5)
    kinds = [[h.kind for h in case.as_file(NOW - days * DAY).happenings] for days in (6, 4)]
    assert kinds == [[], [terms.MailKind.INTERVIEW_INVITATION, terms.Deed.INTERVIEW]]


def test_a_later_mail_of_the_conversation_moves_it(case: Case, says: Any) -> None:
    first = says(TALK, ago=5)
    Interview.objects.get(case=case).confirm(at=NOW)
    says(TALK + 2 * DAY, ago=3, answers=first.mail_id, kind="interview_logistics")
    assert hours(case) == [TALK + 2 * DAY]
    assert Interview.objects.get(case=case).is_proposal


def test_an_earlier_mail_found_later_moves_nothing_back(case: Case, says: Any) -> None:
    first = says(TALK, ago=3, answers="root@x.example")
    says(TALK - DAY, ago=5, answers="root@x.example")
    assert hours(case) == [TALK]
    assert Interview.objects.get(case=case).message == first


def test_a_second_round_in_the_same_conversation_is_another_one(case: Case, says: Any) -> None:
    first = says(NOW - 8 * DAY, ago=9)
    says(TALK, ago=1, answers=first.mail_id)
    assert hours(case) == [NOW - 8 * DAY, TALK]


@pytest.mark.parametrize("minutes", [0, 90])
def test_entered_by_hand_it_is_not_doubled(case: Case, says: Any, minutes: int) -> None:
    mine = TALK + timedelta(minutes=minutes)
    Interview.hold(case=case, when=mine, at=NOW)
    says(TALK)
    assert hours(case) == [mine]


@pytest.mark.parametrize("minutes", [0, 90])
def test_the_users_word_takes_the_proposal_over(case: Case, says: Any, minutes: int) -> None:
    says(TALK)
    mine = TALK + timedelta(minutes=minutes)
    Interview.hold(case=case, when=mine, at=NOW)
    assert hours(case) == [mine]
    assert not Interview.objects.get(case=case).is_proposal


def test_taken_out_it_does_not_come_back(case: Case, says: Any) -> None:
    mail = says(TALK)
    Interview.objects.get(case=case).cancel(at=NOW)
    other = Case.open(account=case.account, company="Other", at=NOW)
    filing.file_into(message=Message.objects.get(pk=mail.pk), case=other, at=NOW)
    assert not Interview.objects.exists()


def test_filed_elsewhere_it_goes_along(case: Case, says: Any) -> None:
    mail = says(TALK)
    other = Case.open(account=case.account, company="Other", at=NOW)
    filing.file_into(message=Message.objects.get(pk=mail.pk), case=other, at=NOW)
    assert (hours(case), hours(other)) == ([], [TALK])


@pytest.mark.parametrize(
    ("when", "more"),
    [
        (TALK, {"direction": "out"}),
        (TALK, {"kind": "rejection"}),
        (NOW - 30 * DAY, {}),
        (NOW + 300 * DAY, {}),
    ],
)
def test_what_sets_none(case: Case, says: Any, when: datetime, more: dict[str, Any]) -> None:
    says(when, **more)
    assert not Interview.objects.exists()


def entry(uid: str, method: str = "REQUEST") -> str:
    """As Outlook sends it, with the name of the entry broken over two lines."""
    return (
        f"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:{uid[:9]}\r\n {uid[9:]}\r\n"
        "SEQUENCE:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def test_a_calendar_moves_its_entry_though_the_mail_answers_nothing(case: Case, says: Any) -> None:
    says(TALK, ago=5, calendar=entry("040000008200E00074C5"))
    says(TALK + 7 * DAY, ago=3, calendar=entry("040000008200E00074C5"))
    assert hours(case) == [TALK + 7 * DAY]
    says(TALK + 9 * DAY, ago=2, calendar=entry("990000008200E00074C5"))
    assert hours(case) == [TALK + 7 * DAY, TALK + 9 * DAY]


def test_a_calendar_calls_its_entry_off(case: Case, says: Any) -> None:
    """Only its own, and only what was still to come."""
    says(TALK, ago=5, calendar=entry("040000008200E00074C5"))
    says(TALK + DAY, ago=4, calendar=entry("990000008200E00074C5"))
    says(TALK, ago=3, calendar=entry("040000008200E00074C5", "CANCEL"))
    assert hours(case) == [TALK + DAY]


def test_a_mail_read_again_doubles_no_talk_the_user_put_right(case: Case, says: Any) -> None:
    """The mail says 08:30; the user noted the talk at 14:00, and wrote up what was said."""
    mail = says(NOW - 6 * DAY, ago=9)
    mine = NOW - 6 * DAY + timedelta(hours=5)
    talk = Interview.hold(case=case, when=mine, at=NOW)
    talk.debrief(at=NOW, note="They asked about shifts.")
    filing.file_into(message=mail, case=case, at=NOW)
    settle_again(mail, case)
    assert hours(case) == [mine]


def settle_again(mail: Message, case: Case) -> None:
    """What filing the mail anew asks of the case."""
    from afterword.casebook import appointment
    from afterword.casebook.event import act

    fresh = Message.objects.get(pk=mail.pk)
    talks = list(Interview.objects.filter(case=case).select_related("message"))
    with act(case.account, "refiled", at=NOW, by="user", case=case.pk, says="") as doing:
        appointment.propose(fresh, filing.reading_of(fresh), case, talks, doing)


@pytest.fixture
def writes(web: SimpleNamespace, case: Case) -> Any:
    """A mail in words alone, in no thread, filed into the case."""

    def mail(text: str, *, ago: float = 1, kind: str = "interview_logistics") -> Message:
        row = web.message(case.account, None, kind, at=NOW - ago * DAY, body=text)
        row.reading.pop("interview_at", None)
        old, new = (
            day.isoformat() if day else "" for day in moved_in(text, row.at.date()) or ("", "")
        )
        if old or new or "cancel our" in text:
            told = {"start": 0, "end": 0, "text": text, "rule": f"talk.moved {old}>{new}"}
            row.reading["evidence"] = [told]
        row.save()
        filing.file_into(message=row, case=case, at=NOW)
        return row

    return mail


def test_words_that_answer_nothing_move_the_one_talk_and_keep_its_hour(
    case: Case, says: Any, writes: Any
) -> None:
    says(TALK, ago=3)
    writes("We have to move our interview from Tuesday 17 March to Thursday 19 March, same time.")
    assert hours(case) == [TALK + 2 * DAY]


def test_a_talk_called_off_in_words_is_none(case: Case, says: Any, writes: Any) -> None:
    says(TALK, ago=3)
    writes("Je dois annuler notre entretien du mardi 17 mars, avec toutes mes excuses.")
    assert hours(case) == []


def test_words_touch_no_talk_of_another_day_and_none_of_two_that_could_be_meant(
    case: Case, says: Any, writes: Any
) -> None:
    says(TALK, ago=3)
    writes("We have to cancel the interview of Friday 20 March.", ago=2)
    assert hours(case) == [TALK]
    says(TALK + 7 * DAY, ago=2)
    writes("Unfortunately we have to cancel our interview.")
    assert hours(case) == [TALK, TALK + 7 * DAY]


def test_a_word_of_the_user_after_it_stands_above_the_mail(
    case: Case, says: Any, writes: Any
) -> None:
    off = "We are sorry, but we have to cancel our interview of 17 March."
    says(TALK, ago=3)
    Interview.objects.get(case=case).confirm(at=NOW)
    writes(off, ago=1)
    assert hours(case) == [TALK]  # confirmed since: the user knows that it takes place
    Interview.objects.filter(case=case).update(confirmed_at=NOW - 2 * DAY)
    writes(off, ago=1)
    assert hours(case) == []
