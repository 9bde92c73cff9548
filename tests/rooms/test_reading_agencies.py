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
