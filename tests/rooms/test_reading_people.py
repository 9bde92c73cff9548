"""Persons only: no desk, no firm, no greeting; an owner bears the firm's name and is one."""

from __future__ import annotations

import pytest

from afterword.reading.people import people_of
from afterword.reading.people_nobody import is_nobody
from afterword.reading.text import open_letter
from afterword.terms import Address, Mail, MailKind


def names(sender: str, email: str, text: str) -> list[tuple[str, str]]:
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
