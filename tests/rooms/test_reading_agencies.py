"""Who hires through an agency: the firm it names, and the agent is an agent whatever the card says."""

from __future__ import annotations

import pytest

from afterword.reading.company.naming import Firm, firm_of
from afterword.reading.people.appearing import people_of
from afterword.reading.text import open_letter
from afterword.terms import Address, Mail, MailKind, Part


def firm(email: str, body: str, signature: str = "") -> Firm:
    mail = Mail(
        id="1",
        source="test",
        subject="A role for you",
        sender=Address("Tess Amory", email),
        to=(Address("Ida Roth", "ida@home.example"),),
        text=f"{body}\n\n{signature}",
    )
    return firm_of(mail, f"A role for you\n\n{body}", signature, outgoing=False)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("As discussed the client is Tarnbeck Cold Stores. I will chase on Monday.", "Tarnbeck Cold Stores"),
        ("I write on behalf of our client, Tarnbeck Foods, about their depot.", "Tarnbeck Foods"),
        ("My client Tarnbeck Foods would like to meet you.", "Tarnbeck Foods"),
        ("Unser Mandant ist die Tarnbeck Kälte GmbH, sie sucht ab sofort.", "Tarnbeck Kälte GmbH"),
        ("Im Auftrag unseres Mandanten, der Tarnbeck GmbH, spreche ich Sie an.", "Tarnbeck GmbH"),
        ("Notre client est Tarnbeck Logistique, à Lyon.", "Tarnbeck Logistique"),
        ("Le escribo en nombre de nuestro cliente, Tarnbeck Alimentos, en Lugo.", "Tarnbeck Alimentos"),
        ("Onze opdrachtgever is Tarnbeck Zuivel, in Zwolle.", "Tarnbeck Zuivel"),
        ("O nosso cliente é a Tarnbeck Alimentos, no Porto.", "Tarnbeck Alimentos"),
        ("Il nostro cliente è Tarnbeck Trasporti, a Parma.", "Tarnbeck Trasporti"),
    ],
)  # fmt: skip
def test_the_client_an_agency_names_is_the_one_that_hires(body: str, name: str) -> None:
    found = firm("tess@amoryvane.example", body)
    assert (found.name, found.agency, found.search) == (name, True, True)


@pytest.mark.parametrize(
    ("body", "signature", "agency"),
    [
        ("Would you be open to a talk?", "Tess Amory\nSenior Consultant, Amory & Vane Recruitment", True),
        ("I've sent your CV to Lena Orwell, their director.", "Tess Amory\nPartner\nAmory Vane", False),
        ("You would look after our client success team.", "Tess Amory\nHead of Service", False),
        ("The client is always right with us.", "Tess Amory\nShop Manager", False),
    ],
)  # fmt: skip
def test_a_house_signs_as_an_agency_or_is_none(body: str, signature: str, agency: bool) -> None:
    assert firm("tess@amoryvane.example", body, signature).agency is agency


@pytest.mark.parametrize(
    ("host", "body", "agency"),
    [
        # the words of such houses stand in other names as well
        ("meridianresearch", "Thank you for applying to Meridian Research. You would work in my team.", False),
        ("meridianresearch", "We would like to invite you to an interview for Field Analyst.", False),
        ("talentedge", "I am a recruiter here at Talentedge, and you would build our software.", False),
        ("executivecars", "We liked our talk on Monday and want you to see the garage.", False),
        ("skinreplacement", "Thank you for your application.", False),
        # a house that hires for others also fills a desk of its own
        ("hayesrecruitment", "Thank you for applying to Hayes Recruitment for the front desk of our branch.", False),
        # and these hire for others, by their trade or by what they do
        ("hayesrecruitment", "Are you open to a new role in Leeds?", True),
        ("amory-search", "Shall we speak on Monday?", True),
        ("northlighttalent", "I have sent your CV to their finance director.", True),
        ("vanrhijninterim", "Our client is looking for a controller.", True),
    ],
)  # fmt: skip
def test_no_host_says_by_itself_that_it_hires_for_others(
    host: str, body: str, agency: bool
) -> None:
    found = firm(f"tess@{host}.example", body)
    assert (found.agency, found.search) == (agency, agency)


OWN = (
    "Thank you for applying to Northgate Consulting as Senior Consultant. In your first year you would work at our "
    "client, Siemens, in Munich.",
    "Thank you for your application to Northgate Consulting. We support our client, Siemens, on its site.",
    "Vielen Dank für Ihre Bewerbung bei Northgate Consulting. Zunächst arbeiten Sie bei unserem Kunden, Siemens, in "
    "München.",
    "Merci de votre candidature chez Northgate Consulting. Vous travaillerez chez notre client, Siemens, à Lyon.",
    "Bedankt voor je sollicitatie bij Northgate Consulting. Je werkt eerst bij onze klant, Siemens, in Breda.",
)
THEIRS = (
    "Our client, Siemens, in Munich, would like to meet you.",
    "Thank you for applying through Northgate Consulting. Our client, Siemens, would like to meet you.",
    "Thank you for applying to Northgate Consulting for the role with our client, Siemens, in Munich.",
    "Vielen Dank für Ihre Bewerbung bei Northgate Consulting. Unser Kunde, Siemens, möchte Sie kennenlernen.",
)


@pytest.mark.parametrize("body", OWN)
def test_a_house_that_serves_a_customer_hires_for_itself(body: str) -> None:
    found = firm("ruth@northgateconsulting.example", body, "Ruth Adler\nNorthgate Consulting")
    assert (found.name, found.agency, found.search) == ("Northgate Consulting", False, False)


@pytest.mark.parametrize("body", THEIRS)
def test_a_house_whose_client_wants_the_reader_hires_for_that_client(body: str) -> None:
    found = firm("ruth@northgateconsulting.example", body, "Ruth Adler\nNorthgate Consulting")
    assert (found.name, found.agency) == ("Siemens", True)


def test_a_person_the_papers_went_to_is_no_client() -> None:
    body = "I've sent your CV to Lena Orwell, and they will ring."
    assert "Orwell" not in firm("tess@amoryvanesearch.example", body).name


@pytest.mark.parametrize(
    ("search", "part"), [(True, Part.RECRUITER_AGENCY), (False, Part.HIRING_MANAGER)]
)
def test_a_partner_of_a_search_house_is_the_agent(search: bool, part: Part) -> None:
    text = "Hi Ida,\n\nI'll put you forward.\n\nTess\n--\nTess Amory, Partner\nAmory Vane Search"
    mail = Mail(
        id="1",
        source="test",
        subject="A role",
        sender=Address("Tess Amory", "tess@amoryvane.example"),
        to=(Address("Ida Roth", "ida@home.example"),),
        text=text,
    )
    found = people_of(
        mail,
        open_letter(text, ("Tess Amory",)),
        MailKind.OUTREACH,
        outgoing=False,
        agency=search,
        me=frozenset({"ida@home.example"}),
        search=search,
    )
    assert found[0].part is part
