"""Mail in a language that is not read: counted, named, and where it was pasted a case that says so."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.test_desk_any_order import MAILS, begin, mail

from afterword.casebook.models import Case
from afterword.desk.mail import mailroom, tongues
from afterword.desk.mail.taken_in import TakenIn
from afterword.faces.cli.take_in import told
from afterword.faces.web.pages import welcome

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


DANISH = (
    "Kære Astrid,\n\nTak for din ansøgning til stillingen som værkstedsleder og for den tid, du har "
    "brugt på samtalen med os. Vi har desværre valgt at gå videre med en anden kandidat, som har mere "
    "erfaring med de store maskiner. Det var en svær beslutning for os. Vi ønsker dig held og lykke."
)
NORWEGIAN = (
    "Hei Astrid,\n\nTakk for at du søkte på stillingen som båtbygger hos oss, og for en hyggelig prat "
    "i forrige uke. Vi har dessverre valgt å gå videre med en annen søker som har mer erfaring fra "
    "verft av denne typen. Vi ønsker deg lykke til videre med jobbsøkingen."
)
ROMANIAN = (
    "Bună ziua,\n\nVă mulțumim pentru interesul acordat postului de brutar și pentru timpul pe care "
    "ni l-ați dedicat la interviu. Din păcate, am decis să continuăm procesul cu un alt candidat, care "
    "are mai multă experiență de lucru în echipă. Vă dorim mult succes în cariera dumneavoastră."
)
CATALAN = (
    "Benvolguda Núria,\n\nMoltes gràcies per la teva candidatura a la plaça de bibliotecària i per "
    "venir a parlar amb nosaltres la setmana passada. Malauradament hem decidit continuar el procés "
    "amb una altra persona que té més experiència en arxius. Et desitgem molta sort en la cerca."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (POLISH, "pl"),
        (HUNGARIAN, "hu"),
        (DANISH, "da"),
        (NORWEGIAN, "no"),
        (ROMANIAN, "ro"),
        (CATALAN, "ca"),
    ],
)
def test_a_language_that_is_not_read_is_told(text: str, code: str) -> None:
    assert tongues.unread(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying for the Fleet Planner role. We have received your application.",
        "Vielen Dank für Ihre Bewerbung. Wir haben uns leider für einen anderen Menschen entschieden.",
        "Hartelijk dank voor uw sollicitatie. Wij nodigen u graag uit voor een gesprek op kantoor.",
        "Merci pour votre candidature. Nous avons choisi une autre personne pour ce poste de relieur.",
        "Gracias por su interés en la vacante. Hemos elegido a otra persona con más experiencia en viñedos.",
        "Obrigado pela sua candidatura. Infelizmente escolhemos outra pessoa para a vaga de padeiro.",
        "Grazie per la tua candidatura. Abbiamo scelto un'altra persona per il ruolo di liutaio.",
        "ok",
    ],
)
def test_one_that_is_read_is_not(text: str) -> None:
    assert tongues.unread(text) == ""


@pytest.mark.parametrize(
    ("email", "called"),
    [
        ("anna@zielony-gaj.example", "Zielony Gaj"),
        ("anna@hr.zielonygaj.com.pl", "Zielonygaj"),
        ("anna@yahoo.fr", "Anna Roth"),
        ("anna@onet.pl", "Anna Roth"),
        ("anna@poczta.onet.pl", "Anna Roth"),
        ("anna@gmx.at", "Anna Roth"),
        ("anna@seznam.cz", "Anna Roth"),
        ("anna@mincultura.gov.ro", "Mincultura"),
        ("anna@urzad.mincultura.gov.pl", "Mincultura"),
        ("anna@filologija.ac.rs", "Filologija"),
        ("anna@gov.pl", "Anna Roth"),
        ("anna@ac.rs", "Anna Roth"),
        ("no-reply@us.greenhouse-mail.io", "Anna Roth"),
    ],
)
def test_a_case_that_cannot_be_read_is_called_by_a_house_or_its_writer(
    email: str, called: str
) -> None:
    assert tongues.firm_of("Anna Roth", email) == called


def test_a_page_tells_them_in_its_own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    own = {"Polish": "Polnisch", "Danish": "Dänisch", "Italian": "Italienisch"}

    def plural(one: str, many: str, n: int) -> str:
        return {
            one: "%(n)s Mail nicht gelesen (%(which)s); gelesen werden %(read)s und %(last)s.",
            many: "%(n)s Mails nicht gelesen (%(which)s); gelesen werden %(read)s und %(last)s.",
        }[one if n == 1 else many]

    monkeypatch.setattr(welcome, "_", lambda words: own.get(str(words), str(words)))
    monkeypatch.setattr(welcome, "ngettext", plural)
    said = welcome._unread({"da": 1, "pl": 2})
    assert said.startswith("3 Mails nicht gelesen (Polnisch, Dänisch); gelesen werden English, ")
    assert said.endswith(" und Italienisch.")


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
    came = mailroom.take_in(account, mailroom.Pasted(text, received=NOW), now=NOW)
    assert came.cases == 1 and came.questions == 0
    case = Case.objects.of(account).get()
    assert case.company.name == "Zielony Gaj"
    shown = client.get(reverse("web:case", args=[case.pk])).content.decode()
    assert "is in Polish, which is not read here" in shown and "this is a lead" not in shown


def test_the_page_of_mail_names_the_languages(client: Client) -> None:
    shown = client.get(reverse("web:mailboxes")).content.decode()
    assert all(name in shown for name in tongues.NAMES)
