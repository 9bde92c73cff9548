"""What a letter takes from the mails of its case: whom a talk was with, whole sentences, dates, offers."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from afterword.casebook.case import Case
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.profile import Profile
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.casebook.story import Story
from afterword.desk.letters import briefing, correspondence, second_eyes
from afterword.faces.web.pages import tongue
from afterword.terms import LetterKind
from afterword.writing.standing_alone import can_be_cited, leans, with_before
from afterword.writing.talked_with import met_in

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
K = LetterKind


class House:
    """A ferry line's search for a harbour manager."""

    def __init__(self) -> None:
        self.account = uuid.uuid4()
        Profile.of(self.account, at=NOW).describe(name="Robin Sachs", zone="Europe/Berlin", at=NOW)
        self.case = Case.open(
            account=self.account, company="Sundlinie", role="Harbour Manager",
            since=NOW - timedelta(days=40), at=NOW,
        )  # fmt: skip

    def person(self, name: str, email: str, part: str = "HR_partner") -> Person:
        one = Person.add(account=self.account, name=name, email=email, at=NOW)
        Seat.give(case=self.case, person=one, part=part, since=NOW - timedelta(days=40), at=NOW)
        return one

    def mail(self, one: Person, days: int, text: str, kind: str, **reading: Any) -> Message:
        row = Message(
            account=self.account, entered_at=NOW, filed_at=NOW, mail_id=f"{uuid.uuid4()}@x.example",
            case=self.case, sha256="", at=NOW - timedelta(days=days), certainty="strong",
            direction="in", subject="The harbour", text=text, kind=kind,
            reading={"language": "en", "hand": "personal", **reading},
            sender_name=one.name, sender_email=one.email, envelope={},
        )  # fmt: skip
        row.save()
        return row

    def talk(self, days: int, mail: Message) -> Interview:
        row = Interview(
            account=self.account, entered_at=NOW, case=self.case, at=NOW - timedelta(days=days),
            message=mail,
        )  # fmt: skip
        row.save()
        return row

    def body(self, kind: LetterKind, person: Person) -> str:
        return correspondence.compose(self.case, kind, now=NOW, person=person).body


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We would like to invite you to an interview with Hamish Orr, our director, on 3 May.", ["Hamish Orr"]),
        ("An interview with Hamish Orr and me, on 3 May.", []),
        ("Wir laden Sie zu einem Gespräch mit unserer Leiterin Frau Dr. Ines Vogel ein.", ["Dr. Ines Vogel"]),
        ("Wir laden Sie zu einem Gespräch mit der Abteilung Vertrieb Nord ein.", []),
        ("Un entretien avec Mme Claire Aubry aura lieu mardi.", ["Claire Aubry"]),
        ("La entrevista será con Lucía Prado el martes.", ["Lucía Prado"]),
        ("Sara Boone (operations) would like to meet you on Friday.", ["Sara Boone"]),
        ("I would like to talk with you about the role.", []),
        ("We invite you to an interview with Tarn Works on Thursday.", []),
        ("Please join the interview with Microsoft Teams at 10:00.", []),
        ("You will meet with Human Resources first.", []),
        ("Your video call with Google Meet is on Thursday.", []),
    ],
)  # fmt: skip
def test_whom_a_mail_arranges_a_talk_with(text: str, names: list[str]) -> None:
    assert (
        met_in(text, "Zoe Bell", ("Hamish Orr", "Lucía Prado", "Sara Boone", "Zoe Bell")) == names
    )


@pytest.mark.django_db
def test_who_was_not_in_the_talk_is_told_of_it_and_not_thanked_for_it() -> None:
    house = House()
    ines = house.person("Ines Falk", "falk@sundlinie.example")
    invite = house.mail(
        ines, 9,
        "Guten Tag,\n\nwir laden Sie zu einem Gespräch mit unserem Geschäftsführer Herrn Dr. Jan Brede ein.",
        "interview_invitation", language="de",
    )  # fmt: skip
    house.talk(5, invite)
    said = house.body(K.INFLUENCE_LETTER, ines)
    assert "My talk with Dr. Jan Brede on Thursday" in said
    assert "What you described" not in said
    assert "our conversation" not in said.casefold()
    # in English from the first line to the last, though she writes German
    assert said.startswith("Dear Ines,") and "Grüße" not in said
    kept = correspondence.draft(house.case, K.INFLUENCE_LETTER, now=NOW, person=ines)
    assert briefing.english_only(kept) == "de"
    assert tongue.says(kept) == (
        "A letter of this kind is written in English only; they write German."
    )
    note = correspondence.draft(house.case, K.GRACE_NOTE, now=NOW, person=ines)
    assert briefing.english_only(note) == ""


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("We did not hear that in your answers.", True),
        ("Das haben wir noch nicht gesehen.", True),
        ("I have not seen this yet.", True),
        ("The crane is old and we cannot replace it.", False),
        ("It is the night ferry that costs us money every week.", False),
        ("We lose that customer in May.", False),
    ],
)
def test_a_sentence_that_points_back(text: str, does: bool) -> None:
    assert leans(text) is does
    if does:
        assert not can_be_cited(text)


def test_it_takes_what_it_leans_on_or_stays_alone() -> None:
    before = (
        "We have two terminals to merge before the summer timetable starts in all four of our harbours on the Baltic side, and the board "
        "wanted somebody who has merged terminals."
    )
    assert with_before(before, "We did not hear that in your answers.", 32) == (
        "The board wanted somebody who has merged terminals. We did not hear that in your answers."
    )
    assert with_before("Thank you.", "We did not hear that.", 32) == "We did not hear that."


@pytest.mark.django_db
def test_frankness_has_its_own_day_and_a_gone_seat_is_not_argued_for() -> None:
    house = House()
    per = house.person("Per Holm", "holm@sundlinie.example", "hiring_manager")
    invite = house.mail(per, 30, "Can you come for a talk on Thursday?", "interview_invitation")
    house.talk(22, invite)
    no = house.mail(
        per, 20,
        "Dear Robin,\n\nwe chose somebody else. The board wanted somebody who has merged terminals. We did not "
        "hear that in your answers.",
        "rejection",
    )  # fmt: skip
    Remark.note(
        case=house.case, kind="doubt", quote="We did not hear that in your answers.",
        by_name="Per Holm", message=no, person=per, at=NOW,
    )  # fmt: skip
    said = house.body(K.INFLUENCE_LETTER, per)
    assert "You were frank with me" not in said
    assert "“The board wanted somebody who has merged terminals. We did not hear that in" in said
    assert "this work at" not in said and "take this on" not in said
    assert "You have decided, and I respect it" in said


@pytest.mark.django_db
def test_once_more_before_it_goes_names_who_said_it_and_pairs_as_the_ledger_does() -> None:
    house = House()
    per = house.person("Per Holm", "holm@sundlinie.example", "hiring_manager")
    ines = house.person("Ines Falk", "falk@sundlinie.example")
    said = house.mail(per, 20, "Dear Robin, I wonder how you would merge terminals.", "other_job")
    Remark.note(
        case=house.case, kind="doubt", quote="I wonder how you would merge terminals.", by_name="Per Holm",
        message=said, person=per, at=NOW,
    )  # fmt: skip
    told = Story.tell(
        account=house.account, title="Rostock", at=NOW, action="I merged two ferry terminals in a year",
    )  # fmt: skip
    for reader in (per, ines):
        letter = correspondence.draft(house.case, K.ADVICE_REQUEST, now=NOW, person=reader)
        (row,) = second_eyes.answered(letter, now=NOW)
        assert row.by == "Per Holm"
        assert row.story is not None and row.story.id == str(told.pk)
