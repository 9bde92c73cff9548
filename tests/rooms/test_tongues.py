"""Mail in a language that is not read: counted, named, and where it was pasted a case that says so."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.test_desk_any_order import MAILS, begin, mail

from afterword.casebook.models import Case
from afterword.desk import mailroom, tongues
from afterword.desk.walking import TakenIn
from afterword.faces.cli.take_in import told

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
POLISH = (
    "Szanowny Panie,\n\ndziękujemy za przesłanie aplikacji na stanowisko Kierownik Floty w naszej "
    "firmie. Chcielibyśmy zaprosić Pana na rozmowę w czwartek o godzinie dziesiątej. Prosimy o "
    "potwierdzenie terminu.\n\nZ poważaniem\nAnna Kowalska"
)
HUNGARIAN = (
    "Tisztelt Uram,\n\nköszönjük jelentkezését a flottavezetői állásra. Szeretnénk meghívni egy "
    "személyes beszélgetésre jövő csütörtökön. Kérjük, erősítse meg az időpontot."
)


@pytest.mark.parametrize(("text", "code"), [(POLISH, "pl"), (HUNGARIAN, "hu")])
def test_a_language_that_is_not_read_is_told(text: str, code: str) -> None:
    assert tongues.unread(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying for the Fleet Planner role. We have received your application.",
        "Vielen Dank für Ihre Bewerbung. Wir haben uns leider für einen anderen Menschen entschieden.",
        "Hartelijk dank voor uw sollicitatie. Wij nodigen u graag uit voor een gesprek op kantoor.",
        "ok",
    ],
)
def test_one_that_is_read_is_not(text: str) -> None:
    assert tongues.unread(text) == ""


def test_an_import_says_how_many_and_names_what_is_read() -> None:
    account = begin()
    from afterword.intake.memory import MemoryMailbox

    who = "Anna Kowalska <anna@zielonygaj.example>"
    odd = [mail(f"p{n}", 4 + n, who, "Pana aplikacja", POLISH) for n in range(3)]
    came = mailroom.take_in(account, MemoryMailbox([*MAILS, *odd], name="box"), now=NOW)
    assert came.tongues == {"pl": 3}
    said = told(came, 0)
    assert "3 mails were in a language that is not read here (Polish)" in said and "Italian" in said
    assert "not read here" not in told(TakenIn("box", seen=3, new=3, kept=3), 0)


def test_one_that_was_pasted_becomes_a_case_that_says_so(
    client: Client, account: uuid.UUID
) -> None:
    text = f"From: Anna Kowalska <anna@zielony-gaj.example>\nSubject: Pana aplikacja\n\n{POLISH}"
    mailroom.take_in(account, mailroom.Pasted(text, received=NOW), now=NOW)
    case = Case.objects.of(account).get()
    assert case.company.name == "Zielony Gaj"
    shown = client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert "is in Polish, which is not read here" in shown and "this is a lead" not in shown


def test_the_page_of_mail_names_the_languages(client: Client) -> None:
    shown = client.get(reverse("web:mailboxes")).content.decode()
    assert all(name in shown for name in tongues.NAMES)
