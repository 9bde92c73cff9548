"""Persons only: no desk, no firm, no greeting; an owner bears the firm's name and is one."""

from __future__ import annotations

import pytest

from afterword.counsel.watching.cities import CITIES
from afterword.reading.people.appearing import part_of_title, people_of
from afterword.reading.people.deciders import deciders
from afterword.reading.people.nobody import is_nobody
from afterword.reading.text import open_letter
from afterword.terms import Address, Mail, MailKind, Part


def names(sender: str, email: str, text: str, firm: str = "") -> list[tuple[str, str]]:
    mail = Mail(
        id="1",
        source="test",
        subject="Your application",
        sender=Address(sender, email),
        to=(Address("Ida Roth", "ida@home.example"),),
        text=text,
    )
    found = people_of(
        mail,
        open_letter(text, (sender,)),
        MailKind.REJECTION,
        outgoing=False,
        agency=False,
        me=frozenset({"ida@home.example"}),
        firm=firm,
    )
    return [(one.name, str(one.part)) for one in found]


@pytest.mark.parametrize(
    ("name", "local", "label"),
    [
        ("Crewing Desk", "crewing", "tidemill"),
        ("Tide Mill Recruitment", "jobs", "tidemill"),
        ("Bäckerei Orlow", "info", "baeckerei-orlow"),
        ("Stadtwerke Orlow", "personal", "sw-orlow"),
        ("Recursos Humanos Orlow", "rh", "orlow"),
        ("Salut Yacine", "", "tidemill"),
        ("Orr & Daughters", "hello", "orrdaughters"),
        ("Store 0417", "store0417", "tidemill"),
    ],
)
def test_a_desk_a_house_and_a_greeting_are_nobody(name: str, local: str, label: str) -> None:
    assert is_nobody(name, local, label)


@pytest.mark.parametrize(
    ("name", "local", "label"),
    [
        ("Sal Orr", "sal.orr", "tidemill"),
        ("Nuria Costa", "nuria", "tidemill"),
        ("Joan Olmwood", "office", "olmwoodsteel"),
        ("Dra. Inês Prado", "ines", "pradocamargo"),
        ("Revd Ola Abara", "ola.abara", "tidemill"),
        ("Wim", "wim", "tidemill"),
    ],
)
def test_a_person_stays_one_whatever_the_family_is_called(
    name: str, local: str, label: str
) -> None:
    assert not is_nobody(name, local, label)


def test_a_signed_person_stands_for_a_desk_and_its_title_tells_the_part() -> None:
    text = (
        "Dear Ida,\n\nwe chose another weaver.\n\nKind regards\nSal Orr\nHead of Weaving\nTide Mill"
    )
    assert names("Sal Orr", "sal.orr@tidemill.example", text) == [("Sal Orr", "hiring_manager")]


def test_what_follows_a_name_is_a_title_only_where_it_can_be_one() -> None:
    text = "Dear Ida,\n\nOrlow Hospice, says HR only confirms dates. Ann Lee, clinical director, agreed."
    said = names("Sal Orr", "sal.orr@tidemill.example", text)
    assert ("Ann Lee", "hiring_manager") in said
    assert not any("Orlow" in name for name, _ in said)


@pytest.mark.parametrize(
    ("sender", "email"),
    [
        ("Tidemill Looms", "tidemill@myworkday.com"),  # a system's mailbox bears the firm it serves
        ("Tidemill Looms", "tidemill@jobs.personio.com"),
        ("Indeed Apply", "indeedapply@indeed.com"),
        ("Loomboard", "alerts@loomboard.example"),
    ],
)
def test_a_system_and_the_firm_itself_are_nobody(sender: str, email: str) -> None:
    firm = "" if sender.startswith("Indeed") else sender
    assert names(sender, email, "Dear Ida,\n\nwe chose another weaver.", firm) == []


def test_an_owner_who_is_the_firm_stays_a_person() -> None:
    text = "Dear Ida,\n\nI chose another weaver.\n\nSal"
    assert [n for n, _ in names("Sal Orr", "sal@salorr.example", text, "Sal Orr")] == ["Sal Orr"]


def test_an_office_one_writes_to_is_nobody_and_a_person_there_is_one() -> None:
    mail = Mail(
        id="1",
        source="test",
        subject="My application",
        sender=Address("Ida Roth", "ida@home.example"),
        to=(
            Address("Tidemill Recruitment", "jobs@tidemill.example"),
            Address("D. Orr", "d.orr@tidemill.example"),
        ),
        text="Dear all",
        sent=True,
    )
    found = people_of(
        mail,
        open_letter(mail.text, ()),
        MailKind.STATUS_UPDATE,
        outgoing=True,
        agency=False,
        me=frozenset({"ida@home.example"}),
    )
    assert [one.name for one in found] == ["D. Orr"]


def test_a_name_ends_where_its_sentence_does() -> None:
    text = (
        "Dear Ida,\n\nyou will meet Ann Lee. She runs the looms. Then you speak with Jo St. Clair, "
        "our Group COO, and Dr Kay R. Moss, director of dyeing. Mr Sal Orr, weaving manager, joins."
    )
    said = dict(names("Bo Tarn", "bo.tarn@tidemill.example", text))
    assert {"Ann Lee", "Jo St. Clair", "Kay R. Moss", "Sal Orr"} <= set(said)
    assert not [name for name in said if "She" in name]


def test_a_title_is_said_without_whose_it_is_and_a_region_is_nobody() -> None:
    mail = Mail(
        id="1",
        source="test",
        subject="Your application",
        sender=Address("Bo Tarn", "bo.tarn@tidemill.example"),
        to=(Address("Ida Roth", "ida@home.example"),),
        text="Dear Ida,\n\nit took us long. Kay Moss, our Group COO, asked the Head of Dyeing, Northern Europe, to call.",
    )
    found = people_of(
        mail,
        open_letter(mail.text, ()),
        MailKind.STATUS_UPDATE,
        outgoing=False,
        agency=False,
        me=frozenset({"ida@home.example"}),
    )
    assert ("Kay Moss", "Group COO") in [(one.name, one.title) for one in found]
    assert not any("Europe" in one.name for one in found)


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("EA to Ines Rode, Group COO", Part.COORDINATOR),
        ("Office of the Managing Director", Part.COORDINATOR),
        ("Assistante de direction", Part.COORDINATOR),
        ("Assistant Director of Nursing", Part.HIRING_MANAGER),
        ("Group COO", Part.SKIP_LEVEL_OR_EXECUTIVE),
    ],
)
def test_who_serves_one_who_decides_does_not_decide(title: str, part: Part) -> None:
    assert part_of_title(title, agency=False) is part


@pytest.mark.parametrize(
    "title",
    [
        "Leiterin Personal",
        "Leitung Personal und Organisation",
        "Chef du personnel",
        "Jefa de Personal",
        "Directora de Personas",
        "Hoofd Personeel",
    ],
)
def test_who_leads_the_staff_office_does_not_hire_for_every_post(title: str) -> None:
    assert part_of_title(title, agency=False) is Part.HR_PARTNER


def seen_in(body: str) -> dict[str, str]:
    found = names("Tess Amory", "tess@tidemill.example", f"Hi Ida,\n\n{body}\n\nTess")
    return {name: part for name, part in found if name != "Tess Amory"}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Imke Daal decided in the end for somebody from the yard.", {"Imke Daal": "decision_maker"}),
        ("Herr Dr. Brandel hat noch zwei Gespräche und möchte sich danach entscheiden.", {"Brandel": "decision_maker"}),
        ("Mme Daal a finalement décidé de prendre une autre personne.", {"Daal": "decision_maker"}),
        ("Mevrouw Daal heeft voor een ander besloten, zij beslist hier.", {"Daal": "decision_maker"}),
        ("Imke Daal felt we needed somebody who has moved a store.", {"Imke Daal": "unknown"}),
        # the office, where it is said, says the part; a first name then means the same person
        (
            "You will meet Imke Daal (MD). Imke decided on two talks.",
            {"Imke Daal": "skip_level_or_executive"},
        ),
        ("I sent it to their operations director, Imke Daal.", {"Imke Daal": "hiring_manager"}),
        (
            "Sie sprechen mit unserem Geschäftsführer Herrn Dr. Imko Brandel.",
            {"Imko Brandel": "skip_level_or_executive"},
        ),
        # a firm, a town and a crowd decide too and are nobody
        ("Tidemere decided to close the post.", {}),
        ("Everybody felt you did well, and Finance decided late.", {}),
        ("Ida, you decided well.", {}),
        # two capitals are a house's, a town's and an office's as well
        ("Barclays Bank has decided to change the scope of the mandate.", {}),
        ("New York preferred somebody local, and Hong Kong chose another candidate.", {}),
        ("Talent Acquisition has decided against it, and Global Finance preferred somebody else.", {}),
        ("Deutsche Bahn decided for somebody else, and so did General Electric.", {}),
        ("You know the team at Goldman Sachs. Goldman Sachs decided for somebody else.", {}),
        ("In the end the Goldman Sachs preferred somebody else.", {}),
        # a site, a budget and a post are firms' to decide
        ("Goldman Sachs has decided to move the desk to Warsaw.", {}),
        ("Imke Daal has decided to take somebody with more years at sea.", {"Imke Daal": "decision_maker"}),
    ],
)  # fmt: skip
def test_who_decides_or_felt_is_a_person_of_the_case(body: str, found: dict[str, str]) -> None:
    assert seen_in(body) == found


def test_no_city_of_two_words_is_surely_a_person() -> None:
    said = (f"In the end {city.title()} chose another person." for city in CITIES if " " in city)
    assert [one for text in said for one, sure in deciders(text) if sure] == []


def test_who_stands_in_the_thread_already_may_be_called_as_houses_are() -> None:
    """A word that houses bear leaves only the doubt: of somebody known it still says who."""
    found = names(
        "Ann Banks",
        "ann@tidemill.example",
        "Hi Ida,\n\nAnn Banks decided for somebody else.\n\nAnn",
    )
    assert ("Ann Banks", "decision_maker") in found
