"""Which firm a mail names: spelled as the mail spells it, a desk or a person never."""

from __future__ import annotations

import pytest

from afterword.reading.company.agency import client_named
from afterword.reading.company.display import firm_in_display, is_person
from afterword.reading.company.naming import firm_of
from afterword.reading.company.spelling import cut_apart, related, runs_in, spelled
from afterword.reading.view import view
from afterword.terms import Address, Mail


def firm(sender: str, email: str, subject: str, body: str, signature: str = "") -> str:
    mail = Mail(
        id="1",
        source="test",
        subject=subject,
        sender=Address(sender, email),
        to=(Address("Ida Roth", "ida@home.example"),),
        text=f"{body}\n\n{signature}",
    )
    return firm_of(mail, f"{subject}\n\n{body}", signature, outgoing=False).name


@pytest.mark.parametrize(
    ("label", "text", "name"),
    [
        ("brackenwoodmedical", "Sal Orr\nPlanner\nBrackenwood Medical", "Brackenwood Medical"),
        ("fennandmoss", "We at Fenn & Moss Search\n", "Fenn & Moss"),
        ("ostlerchem", "Head of Sites, Ostler Chemicals plc\n", "Ostler Chemicals"),
        ("moehlenwerk", "Grüße\nMöhlenwerk GmbH", "Möhlenwerk GmbH"),
        ("tidewaymfb", "Tideway Microfinance Bank\n", "Tideway Microfinance Bank"),
        ("brackenwood", "Sal Orr\nPlanner", ""),
    ],
)
def test_a_label_is_spelled_as_the_mail_spells_it(label: str, text: str, name: str) -> None:
    assert spelled(label, runs_in(text)) == name


@pytest.mark.parametrize(
    ("label", "known", "name"),
    [
        ("ostlerflourmills", (), "Ostler Flour Mills"),
        ("quistgaardcastings", ("Per", "Quistgaard"), "Quistgaard Castings"),
        ("fennandmoss", (), "Fenn and Moss"),
        ("tideway-logistics", (), "Tideway Logistics"),
        ("moehlenwerk", (), "Moehlenwerk"),
        ("elbbau-technik", (), "Elbbau Technik"),
    ],
)
def test_a_label_spelled_nowhere_is_cut_by_trades(
    label: str, known: tuple[str, ...], name: str
) -> None:
    assert cut_apart(label, known) == name


@pytest.mark.parametrize(
    ("display", "local", "label", "name"),
    [
        ("Ostler Careers", "careers", "ostler", "Ostler"),
        ("Jane from Fenn Biomed", "talent", "fennbiomed", "Fenn Biomed"),
        ("People Team, Fenn & Moss", "people", "fennmoss", "Fenn & Moss"),
        ("Talent Acquisition", "jobs", "ostler", ""),
        ("Recursos Humanos Tranvera", "rh", "tranvera", "Tranvera"),
        ("Ann Lee", "ann.lee", "ostler", ""),
    ],
)
def test_the_firm_in_a_display_name(display: str, local: str, label: str, name: str) -> None:
    assert firm_in_display(display, local, label)[0] == name


def test_two_names_that_fit_the_address_are_a_person() -> None:
    assert is_person("Ann Lee", "ann.lee")
    assert not is_person("Ostler Logistics", "jobs")


def test_a_label_is_related_to_what_it_abbreviates_and_to_nothing_else() -> None:
    assert related("Ostler Chemicals", "ostlerchem")
    assert not related("Fenn Biomed", "ostlerchem")


def test_neither_the_people_one_meets_nor_a_reference_are_the_firm() -> None:
    signature = "Sal Orr\nHR Partner\nBrackenwood Medical"
    said = firm(
        "Sal Orr",
        "sal.orr@brackenwoodmedical.example",
        "JR448210 - interview with Ilka Brandt",
        "Ilka Brandt would like to meet you on Tuesday.",
        signature,
    )
    assert said == "Brackenwood Medical"


@pytest.mark.parametrize(
    ("sender", "email", "subject", "name"),
    [
        ("Farmacia Brañes", "farmaciabranes@correo-norte.example", "Hola", "Farmacia Brañes"),
        ("Gasthof Rödelmann", "kueche@roedel-alm.example", "Freitag", "Gasthof Rödelmann"),
        (
            "JobLantern",
            "alerts@joblantern.example",
            "Quayle Optics opened your CV",
            "Quayle Optics",
        ),
        (
            "JobLantern",
            "alerts@joblantern.example",
            "Tuo CV aperto da Quayle Optics",
            "Quayle Optics",
        ),
        ("Ostler Careers", "jobs@ostler.example", "Oral interview: Weaver", "Ostler"),
    ],
)
def test_a_house_writes_in_its_own_name_and_a_board_in_anothers(
    sender: str, email: str, subject: str, name: str
) -> None:
    assert firm(sender, email, subject, "Dear Ida,\n\nplease see below.") == name


def test_a_person_whose_name_sounds_like_a_trade_is_no_house() -> None:
    said = firm("Nuria Costa", "nuria.c@brackenwood.example", "Hello", "Dear Ida,\n\nall well?")
    assert "Costa" not in said


@pytest.mark.parametrize(
    ("display", "body", "name"),
    [
        (
            "Harbour Water Services",
            "Thank you for applying for Pump Fitter at Harbour Water Services. We will review it.",
            "Harbour Water Services",
        ),
        # A desk's own word stays the desk's.
        (
            "Harbour Water Recruitment Services",
            "Thank you for applying. We will review it.",
            "Harbour Water",
        ),
    ],
)
def test_services_behind_a_trade_are_the_firms_own(display: str, body: str, name: str) -> None:
    assert firm(display, "noreply@fitting.example", "We have your application", body) == name


@pytest.mark.parametrize(
    "said",
    [
        "I can now tell you who they are: Tarnbeck Foods, near Ghent.",
        "The name of our client is Tarnbeck Foods.",
        "Ich darf Ihnen nun sagen, um wen es sich handelt: Tarnbeck Foods in Gent.",
        "Der Name unseres Mandanten lautet Tarnbeck Foods.",
        "Je peux enfin vous donner le nom de notre client : Tarnbeck Foods, à Gand.",
        "Ya puedo decirle el nombre de nuestro cliente: Tarnbeck Foods, en Gante.",
        "Posso agora dizer o nome do nosso cliente: Tarnbeck Foods, em Gante.",
        "Posso finalmente dirle di chi si tratta: Tarnbeck Foods, a Gand.",
        "Ik mag nu zeggen om wie het gaat: Tarnbeck Foods, bij Gent.",
    ],
)
def test_a_client_whose_name_is_told_at_last(said: str) -> None:
    assert set(client_named(view(said), agency=False)) == {"Tarnbeck Foods"}


def test_somebody_told_who_they_are_is_no_client() -> None:
    said = "I do not know who they are, and the name on the door is Tarn."
    assert client_named(view(said), agency=False) == ()
