"""Whom a letter goes to, in which language, for which employer, and when it would say what is not so."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.entry import Entry
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.profile import Profile
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.casebook.stop import stop
from afterword.desk.letters import correspondence
from afterword.errors import Refused, UserError
from afterword.faces.cli import letter as terminal
from afterword.terms import LetterKind

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
K = LetterKind


class House:
    """A bakery's search for a head baker, with two people in it."""

    def __init__(
        self,
        company: str = "Kornblum Bakeries",
        role: str = "Head Baker",
        account: uuid.UUID | None = None,
    ) -> None:
        self.account = account or uuid.uuid4()
        Profile.of(self.account, at=NOW).describe(name="Robin Sachs", zone="Europe/Berlin", at=NOW)
        self.case = Case.open(
            account=self.account, company=company, role=role, since=NOW - timedelta(days=40), at=NOW
        )

    def person(
        self, name: str, email: str = "", part: str = "hiring_manager", **more: Any
    ) -> Person:
        one = Person.add(account=self.account, name=name, email=email, at=NOW, **more)
        Seat.give(case=self.case, person=one, part=part, since=NOW - timedelta(days=40), at=NOW)
        return one

    def mail(self, one: Person, days: int, text: str = "", **more: Any) -> Message:
        out = more.pop("direction", "in") == "out"
        reading = {"language": "en", "hand": "personal", **more.pop("reading", {})}
        row = Message(
            account=self.account, entered_at=NOW, filed_at=NOW, mail_id=f"{uuid.uuid4()}@x.example",
            case=self.case, sha256="", at=NOW - timedelta(days=days), certainty="strong",
            direction="out" if out else "in", subject="Our talk", text=text, reading=reading,
            kind=more.pop("kind", "other_job"),
            sender_name="Robin Sachs" if out else one.name,
            sender_email="robin@home.example" if out else one.email,
            envelope={"to": [{"name": one.name, "email": one.email}]} if out else {},
        )  # fmt: skip
        row.save()
        return row

    def brief(self, kind: LetterKind, person: Person | None, **more: Any) -> Any:
        return correspondence.brief(self.case, kind, now=NOW, person=person, **more)


# ── whom ─────────────────────────────────────────────────────────────────────


def test_it_goes_to_who_wrote_last_and_not_to_who_keeps_the_diary() -> None:
    house = House()
    early = house.person("Ada Reed", "ada@kornblum.example")
    late = house.person("Bo Lind", "bo@kornblum.example", "recruiter_internal")
    diary = house.person("Cy Orr", "cy@kornblum.example", "coordinator")
    for one, days in ((early, 9), (late, 5), (diary, 1)):
        house.mail(one, days)
    assert correspondence.addressee(house.case, NOW, K.STATUS_NUDGE) == late
    stop(person=late, at=NOW)
    assert correspondence.addressee(house.case, NOW, K.STATUS_NUDGE) == early


def test_after_a_talk_it_goes_to_who_sat_in_it() -> None:
    house = House()
    wrote = house.person("Ada Reed", "ada@kornblum.example", "recruiter_internal")
    sat = house.person("Gus Thorne")
    house.mail(wrote, 1)
    Interview.hold(case=house.case, when=NOW - timedelta(days=2), people=[sat], at=NOW)
    assert correspondence.addressee(house.case, NOW, K.THANK_YOU) == sat
    assert correspondence.addressee(house.case, NOW, K.STATUS_NUDGE) == wrote


def test_the_only_person_known_is_written_to_and_nobody_known_leaves_it_open() -> None:
    house = House()
    assert correspondence.addressee(house.case, NOW, K.GRACE_NOTE) is None
    only = house.person("Gus Thorne")
    assert correspondence.addressee(house.case, NOW, K.GRACE_NOTE) == only


def test_somebody_of_another_house_is_not_written_to_as_if_they_decided() -> None:
    house = House()
    ada = house.person("Ada Reed", "ada@kornblum.example")
    mill = Company.add(account=house.account, name="Elsewhere Mills", at=NOW)
    friend = house.person("Old Boss", "boss@elsewhere.example", "unknown", company=mill)
    house.mail(ada, 9)
    house.mail(friend, 1)
    assert correspondence.addressee(house.case, NOW, K.ADVICE_REQUEST) == ada


def test_the_terminal_takes_a_name_where_no_address_is_known() -> None:
    house = House()
    gus = house.person("Gus Thorne")
    Remark.note(
        case=house.case, kind="topic", quote="The ovens decide the day at four", by_name="Gus Thorne",
        person=gus, at=NOW,
    )  # fmt: skip
    found = terminal._person(house.account, house.case, "gus thorne")
    assert found == gus and terminal._person(house.account, house.case, "Thorne") == gus
    body = correspondence.compose(house.case, K.THANK_YOU, now=NOW, person=found).body
    assert "Dear Gus," in body and "ovens decide" in body
    with pytest.raises(UserError, match="Gus Thorne"):
        terminal._person(house.account, house.case, "Somebody Else")


# ── who would employ them ────────────────────────────────────────────────────


@pytest.mark.parametrize("agency", ["Pell & Marsh Executive Search", "Oakline Recruitment Ltd"])
def test_an_agency_is_not_the_firm_one_wants_to_work_for(agency: str) -> None:
    house = House(company=agency)
    lena = house.person("Lena Roth", "lena@agency.example", "recruiter_internal")
    body = correspondence.compose(house.case, K.INFLUENCE_LETTER, now=NOW, person=lena).body
    assert agency not in body
    house.mail(lena, 3, reading={"company": "Kornblum Bakeries"})
    assert house.brief(K.INFLUENCE_LETTER, lena).company == "Kornblum Bakeries"


def test_a_firm_that_searches_for_something_else_keeps_its_name() -> None:
    house = House(company="Northern Search and Rescue")
    assert house.brief(K.THANK_YOU, None).company == "Northern Search and Rescue"


# ── what came of it ──────────────────────────────────────────────────────────


def test_an_offer_once_declined_is_not_accepted_without_a_word() -> None:
    house = House()
    ada = house.person("Ada Reed", "ada@kornblum.example")
    house.mail(ada, 9, kind="offer")
    assert correspondence.compose(house.case, K.OFFER_ACCEPTANCE, now=NOW, person=ada).body
    Entry.enter(
        case=house.case, kind="offer_declined", when=NOW - timedelta(days=5), person=ada, at=NOW
    )
    with pytest.raises(Refused, match="declined"):
        correspondence.compose(house.case, K.OFFER_ACCEPTANCE, now=NOW, person=ada)
    assert correspondence.compose(house.case, K.OFFER_DECLINE, now=NOW, person=ada).body


def test_the_words_of_an_invitation_come_with_their_mail() -> None:
    house = House()
    ada = house.person("Ada Reed", "ada@kornblum.example")
    seen = [{"start": 0, "end": 9, "text": "Ring me in the autumn.", "rule": "tone.invitation"}]
    kept = house.mail(ada, 4, reading={"invitation": True, "evidence": seen})
    facts = {one.id: one.text for one in house.brief(K.GRACE_NOTE, ada).facts}
    assert facts[f"invited:{kept.pk}"] == "Ring me in the autumn."


# ── in which language ────────────────────────────────────────────────────────


def german() -> tuple[House, Person]:
    house = House()
    eva = house.person("Eva Brandt", "eva@kornblum.example")
    house.mail(eva, 9, reading={"language": "de"})
    house.mail(
        eva, 8, "Re: Gespräch\n\nSehr geehrte Frau Brandt,\n\nvielen Dank für den Termin.",
        direction="out", reading={"language": "de"},
    )  # fmt: skip
    return house, eva


def test_the_greeting_of_the_correspondence_is_kept() -> None:
    house, eva = german()
    made = correspondence.compose(house.case, K.STATUS_NUDGE, now=NOW, person=eva)
    assert made.language == "de" and made.greeting == "Sehr geehrte Frau Brandt,"


@pytest.mark.parametrize(
    ("language", "wrote", "greeting"),
    [
        ("fr", "Chère Ida,\n\nmerci de votre visite.", "Bonjour Eva,"),
        ("fr", "Bonjour Madame Stern,\n\nmerci de votre visite.", "Bonjour,"),
        ("de", "Liebe Ida,\n\ndanke für deinen Besuch.", "Hallo Eva,"),
        ("de", "Sehr geehrte Frau Stern,\n\ndanke für Ihren Besuch.", "Guten Tag Eva Brandt,"),
        ("es", "Querida Ida:\n\ngracias por la visita.", "Hola, Eva:"),
    ],
)
def test_who_calls_the_user_by_the_first_name_is_called_so(
    language: str, wrote: str, greeting: str
) -> None:
    house = House()
    Profile.of(house.case.account, at=NOW).describe(at=NOW, name="Ida Stern")
    eva = house.person("Eva Brandt", "eva@kornblum.example")
    house.mail(eva, 9, wrote, reading={"language": language})
    made = correspondence.compose(house.case, K.STATUS_NUDGE, now=NOW, person=eva)
    assert (made.language, made.greeting) == (language, greeting)


def test_the_users_own_first_name_greeting_is_kept() -> None:
    house = House()
    eva = house.person("Eva Brandt", "eva@kornblum.example")
    house.mail(eva, 9, reading={"language": "fr"})
    house.mail(eva, 8, "Chère Eva,\n\nmerci.", direction="out", reading={"language": "fr"})
    made = correspondence.compose(house.case, K.STATUS_NUDGE, now=NOW, person=eva)
    assert made.greeting == "Chère Eva,"


def test_the_language_can_be_chosen() -> None:
    house, eva = german()
    english = correspondence.compose(house.case, K.STATUS_NUDGE, now=NOW, person=eva, language="en")
    assert english.language == "en" and english.greeting.startswith("Dear")
    french = correspondence.draft(house.case, K.THANK_YOU, now=NOW, person=eva, language="fr")
    assert french.text.startswith("Bonjour")
    assert set(correspondence.languages(french)) == {"en", "de", "es"}
    page = correspondence.again(french, now=NOW, language="es")
    assert page.draft.language == "es"
    assert correspondence.again(french, now=NOW).draft.language == "es"  # the choice is kept


def test_who_has_not_written_yet_is_answered_in_the_language_the_user_used() -> None:
    house = House()
    eva = house.person("Eva Brandt", "eva@kornblum.example")
    house.mail(eva, 8, "Bonjour Eva,\n\nMerci.", direction="out", reading={"language": "fr"})
    assert house.brief(K.THANK_YOU, eva).language == "fr"


def test_the_page_offers_the_other_languages(client: Client, account: uuid.UUID) -> None:
    house = House(account=account)
    eva = house.person("Eva Brandt", "eva@kornblum.example")
    laid = correspondence.draft(house.case, K.STATUS_NUDGE, now=datetime.now(UTC), person=eva)
    page = client.get(reverse("web:letter", args=[laid.pk])).content.decode()
    assert 'name="language" value="de"' in page and "In German" in page
    client.post(reverse("web:letter-again", args=[laid.pk]), {"language": "de"})
    laid.refresh_from_db()
    assert laid.text.startswith("Guten Tag Eva Brandt,")
    client.post(reverse("web:letter-again", args=[laid.pk]), {"language": "xx"})
    laid.refresh_from_db()
    assert laid.text.startswith("Guten Tag Eva Brandt,")
