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

from afterword.casebook.dispatch import Dispatch
from afterword.casebook.event import Event
from afterword.casebook.models import Case, Letter, OwnAddress, Person, Profile, Seat
from afterword.casebook.undo import undo_last
from afterword.desk.letters import carrying, correspondence, own_name
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
    from afterword.desk.mail.taken_in import TakenIn

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


def named(letter: Any) -> str:
    letter.refresh_from_db()
    return str(letter.text)


@pytest.mark.parametrize("outcome", ["", "in_doubt"])
def test_a_letter_out_of_the_door_keeps_the_words_it_went_with(
    case: Case, account: uuid.UUID, outcome: str
) -> None:
    letter = draft(case)
    was = letter.text
    Dispatch.objects.create(
        account=account, entered_at=NOW, letter=letter, message_id="m@x", sender="sam@home.example",
        server="mail.example", begun_at=NOW, outcome=outcome,
    )  # fmt: skip
    Profile.of(account, at=NOW).describe(at=NOW, name="Sam Lowe")
    assert own_name.sign(account, before="", now=LATER) == 0
    assert named(letter) == was and was.endswith("[your name]")
    with pytest.raises(Refused, match="on its way"):
        letter.sign(at=LATER, text="Other words", draft=letter.draft)
    assert named(letter) == was


@pytest.mark.parametrize("verb", ["sign", "redraft"])
def test_words_typed_meanwhile_are_not_written_over(case: Case, verb: str) -> None:
    """In the browser, between the program's look at the letter and its own change."""
    letter = Letter.draw(
        case=case,
        person=None,
        kind="grace_note",
        subject="Thanks",
        text="Drafted.",
        draft={},
        at=NOW,
    )
    seen = Letter.objects.get(pk=letter.pk)
    Letter.objects.get(pk=letter.pk).edit(at=NOW, text="My own words.")
    events = Event.objects.count()
    more = {"subject": "Thanks"} if verb == "redraft" else {}
    with pytest.raises(Refused):
        getattr(seen, verb)(at=LATER, text="Other words", draft={}, **more)
    held = Letter.objects.get(pk=letter.pk)
    assert held.text == "My own words." and held.edited_at == NOW
    assert Event.objects.count() == events


def test_a_letter_that_came_back_is_signed_like_any_other(case: Case, account: uuid.UUID) -> None:
    letter = draft(case)
    Dispatch.objects.create(
        account=account, entered_at=NOW, letter=letter, message_id="m@x", sender="sam@home.example",
        server="mail.example", begun_at=NOW, outcome="failed",
    )  # fmt: skip
    Profile.of(account, at=NOW).describe(at=NOW, name="Sam Lowe")
    assert own_name.sign(account, before="", now=LATER) == 1
    assert named(letter).endswith("\nSam Lowe")


def test_what_was_approved_without_a_name_is_looked_at_again(
    case: Case, account: uuid.UUID
) -> None:
    letter = draft(case)
    letter.approve(at=NOW)
    assert letter.state == "approved"
    Profile.of(account, at=NOW).describe(at=NOW, name="Sam Lowe")
    own_name.sign(account, before="", now=LATER)
    letter = Letter.objects.get(pk=letter.pk)
    assert letter.text.endswith("\nSam Lowe") and letter.state == "draft"
    undo_last(account=account, at=LATER)
    letter = Letter.objects.get(pk=letter.pk)
    assert letter.text.endswith("[your name]") and letter.state == "approved"


@pytest.mark.parametrize(
    ("display", "email", "name"),
    [
        ("Lowe, Sam (Berlin)", "sam.lowe@home.example", "Sam Lowe"),
        ("Lowe, Sam", "slowe@home.example", "Sam Lowe"),
        ("Sam Lowe [Planning]", "sam.lowe@home.example", "Sam Lowe"),
        ("Sam Lowe via Postbox", "sam.lowe@home.example", "Sam Lowe"),
        ("Sam Lowe, MBA", "sam.lowe@home.example", "Sam Lowe"),
        ("Sam Lowe, PhD, M.Sc.", "sam.lowe@home.example", "Sam Lowe"),
        ("LOWE, SAM", "sam.lowe@home.example", "SAM LOWE"),
        # Nothing says which of the two is the first name: better a hole than a name turned round.
        ("Lowe, Sam", "box77@home.example", ""),
        ("Van Lowe, S.M.", "box77@home.example", ""),
    ],
)
def test_a_display_becomes_the_name_as_its_owner_signs(
    web: Any, account: uuid.UUID, display: str, email: str, name: str
) -> None:
    OwnAddress.add(account=account, email=email, at=NOW)
    web.message(account, None, "other_job", direction="out", sender_name=display, sender_email=email)  # fmt: skip
    assert own_name.learn(account, now=NOW) == name
