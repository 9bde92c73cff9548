"""Whose name stands under a letter: what their mails show, what they say, else a hole that holds it back."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import NOW
from tests.rooms.test_desk_any_order import MAILS, begin, bring

from afterword.casebook.models import Case, OwnAddress, Person, Profile, Seat
from afterword.desk import carrying, correspondence, own_name
from afterword.errors import Refused
from afterword.faces.cli.take_in import told

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    case = Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
    who = Person.add(account=account, name="Ivo Tarn", email="ivo@l.example", company=case.company, at=NOW)  # fmt: skip
    Seat.give(case=case, person=who, at=NOW, part="hiring_manager")
    return case


def draft(case: Case) -> Any:
    return correspondence.draft(case, "thank_you", now=NOW)


def test_a_name_nobody_knows_is_a_hole_and_holds_the_letter_back(case: Case) -> None:
    letter = draft(case)
    assert carrying.holes(letter)[-1] == "[your name]" and "(your name)" not in letter.text
    letter.edit(at=NOW, text="Dear Ivo,\n\nThank you.\n\nKind regards,\n[your name]")
    with pytest.raises(Refused, match="your name"):
        carrying.may_leave(letter)


def test_the_name_comes_from_mail_the_user_sent() -> None:
    account = begin()
    bring(account, MAILS)
    profile = Profile.of(account, at=NOW)
    assert profile.name == "Sam Lowe" and own_name.is_from_mail(profile)


def test_it_is_said_where_the_mail_was_read(account: uuid.UUID) -> None:
    from afterword.desk.walking import TakenIn

    assert "signed “Sam Lowe”" in told(TakenIn("box", seen=3, new=3, kept=3, name="Sam Lowe"), 0)


@pytest.mark.parametrize("name", ["sam@home.example", "sam", "S4M 77"])
def test_what_signs_no_letter_is_not_taken(web: Any, account: uuid.UUID, name: str) -> None:
    OwnAddress.add(account=account, email="sam@home.example", at=NOW)
    web.message(account, None, "other_job", direction="out", sender_name=name, sender_email="sam@home.example")  # fmt: skip
    assert own_name.learn(account, now=NOW) == ""


def test_a_name_set_later_goes_under_drafts_nobody_touched(
    client: Client, case: Case, account: uuid.UUID
) -> None:
    letter, touched = draft(case), correspondence.draft(case, "status_nudge", now=NOW)
    correspondence.edit(touched, now=NOW, text="Dear Ivo,\n\nMine.\n\n[your name]")
    page = reverse("web:settings")
    client.post(page, {"name": "Sam Lowe", "zone": "Europe/Brussels", "keep_ties": "on"})
    letter.refresh_from_db()
    touched.refresh_from_db()
    assert letter.text.endswith("\nSam Lowe") and "[your name]" not in letter.text
    assert letter.edited_at is None and letter.draft["closing"].endswith("Sam Lowe")
    assert touched.text.endswith("[your name]")
    # A correction goes the same way, and the user's word is not asked for again.
    client.post(page, {"name": "Samira Lowe", "zone": "Europe/Brussels", "keep_ties": "on"})
    letter.refresh_from_db()
    assert letter.text.endswith("\nSamira Lowe")
    client.post(page, {"name": "", "zone": "Europe/Brussels", "keep_ties": "on"})
    assert own_name.learn(account, now=LATER) == ""


def test_settings_say_where_the_name_is_from(web: Any, client: Client, account: uuid.UUID) -> None:
    OwnAddress.add(account=account, email="sam@home.example", at=NOW)
    web.message(account, None, "other_job", direction="out", sender_name="Sam Lowe", sender_email="sam@home.example")  # fmt: skip
    assert own_name.learn(account, now=NOW) == "Sam Lowe"
    shown = client.get(reverse("web:settings")).content.decode()
    assert "As the mails you sent are signed" in shown


def test_a_letter_with_an_open_place_is_copied_only_when_the_user_says_so(
    client: Client, case: Case
) -> None:
    letter = draft(case)
    url = reverse("web:letter", args=[letter.pk])
    shown = client.get(url).content.decode()
    before, _, inside = shown.partition("It may leave as it is</summary>")
    assert "data-copy=" not in before and "data-copy=" in inside
    assert '<span class="hole" tabindex="0">[your name]' in shown and "Say your name" in shown
    letter.edit(at=NOW, text="Dear Ivo,\n\nThank you.\n\nKind regards,\nSam")
    shown = client.get(url).content.decode()
    assert "It may leave as it is" not in shown and "data-copy=" in shown
