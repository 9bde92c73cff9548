"""What was told in confidence stays there; and what we worded ourselves shows no feeling of the user's."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from world import message

from afterword.casebook.models import Case, Interview, Person, Profile, Remark, Seat
from afterword.casebook.witness import with_witnesses
from afterword.desk.letters import correspondence, margin
from afterword.terms import Finding

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
MET = NOW - timedelta(days=2)


class House:
    """Two people of one firm: Nils, who decides, and Freya, who writes to the user as a friend."""

    def __init__(self) -> None:
        self.account = uuid.uuid4()
        Profile.of(self.account, at=NOW).describe(name="Iris Vale", zone="Europe/London", at=NOW)
        since = NOW - timedelta(days=20)
        self.case = Case.open(
            account=self.account, company="Harbour Mills", role="Plant Lead", since=since, at=NOW
        )
        self.nils = self._person("Nils Brandt", "nils@mills.example", since)
        self.freya = self._person("Freya Holm", "freya@mills.example", since)

    def _person(self, name: str, address: str, since: datetime) -> Person:
        one = Person.add(account=self.account, name=name, email=address, at=NOW)
        Seat.give(case=self.case, person=one, part="hiring_manager", since=since, at=NOW)
        return one

    def mail(self, *copied: str) -> Any:
        return message(
            self.account,
            self.case,
            at=MET,
            kind="status_update",
            sender_name="Freya Holm",
            sender_email="freya@mills.example",
            envelope={
                "to": [{"name": "Iris Vale", "email": "iris@home.example"}],
                "cc": [{"name": "", "email": one} for one in copied],
            },
        )

    def said(self, **where: Any) -> None:
        Remark.note(
            case=self.case, kind="challenge", quote="Every Friday the mixers stand still.",
            by_name="Freya Holm", on=date(2026, 5, 10), at=NOW, **where,
        )  # fmt: skip

    def letter(self) -> str:
        return correspondence.draft(self.case, "influence_letter", person=self.nils, now=NOW).text

    def hearers(self) -> tuple[str, ...]:
        (one,) = with_witnesses(self.case, self.case.as_file(NOW).remarks)
        return one.heard_by


@pytest.fixture
def house() -> House:
    return House()


def test_a_private_mail_is_not_held_out_to_a_colleague(house: House) -> None:
    house.said(message=house.mail())
    assert house.hearers() == (str(house.freya.pk), "iris@home.example")
    assert "Freya" not in house.letter() and "mixers" not in house.letter()


def test_a_mail_that_went_to_the_reader_too_may_be_cited(house: House) -> None:
    house.said(message=house.mail("nils@mills.example"))
    assert "Freya Holm" in house.letter() and "mixers" in house.letter()


@pytest.mark.parametrize("together", [True, False])
def test_what_was_said_in_a_talk_may_be_cited_to_those_who_were_in_it(
    house: House, together: bool
) -> None:
    there = [house.freya, *([house.nils] if together else [])]
    talk = Interview.hold(case=house.case, when=MET, people=there, at=NOW)
    house.said(interview=talk)
    assert ("mixers" in house.letter()) is together


def test_a_word_noted_without_its_occasion_is_its_speakers_own(house: House) -> None:
    house.said()
    assert "mixers" not in house.letter()


def test_a_mail_that_names_no_speaker_is_its_senders_word(house: House) -> None:
    Remark.note(
        case=house.case, kind="challenge", quote="Every Friday the mixers stand still.",
        on=date(2026, 5, 10), at=NOW, message=house.mail(),
    )  # fmt: skip
    assert "mixers" not in house.letter()
    own = correspondence.draft(house.case, "influence_letter", person=house.freya, now=NOW)
    assert "mixers" in own.text


def test_the_word_about_hurt_is_drawn_from_what_the_user_wrote(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wording of ours that the review takes amiss is no feeling of theirs; the same words, theirs, are."""
    letter = correspondence.draft(house.case, "grace_note", person=house.nils, now=NOW)
    own = correspondence.draft_of(letter).sentences[-1].text
    assert all(one.ours for one in correspondence.draft_of(letter).sentences)

    def reproach(text: str, *_: Any, **__: Any) -> tuple[Finding, ...]:
        return tuple(
            Finding(text.find(said), text.find(said) + len(said), "blame", "stop", "A reproach?")
            for said in (own, "You never gave me a chance.")
            if said in text
        )

    monkeypatch.setattr(margin, "review", reproach)
    page = correspondence.page(letter, now=NOW)
    assert page.mindset is None and not page.findings
    page = correspondence.edit(
        letter, text=letter.text.replace(own, "You never gave me a chance. " + own), now=NOW
    )
    assert page.mindset is not None and len(page.findings) == 1
    page = correspondence.edit(
        letter, text=letter.text.replace(own, own[:-1] + " at all."), now=NOW
    )
    assert not [one for one in correspondence.draft_of(letter).sentences if one.text == own]
