"""Search finds what is remembered of it: a name without its accents, a word of a mail, never a closed letter."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from tests.rooms.conftest import NOW

from afterword.casebook.models import Case, Person
from afterword.desk.day import searching

pytestmark = pytest.mark.django_db


def test_a_name_is_found_without_its_accents_and_a_mail_by_a_word_in_it(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    case = Case.open(account=account, company="Münter & Søn", role="Directrice", at=NOW)
    Person.add(account=account, name="Jean Castéra", email="jc@muenter.example", at=NOW)
    web.message(
        account,
        case,
        "acknowledgement",
        subject="Votre dossier",
        body="Merci de votre visite. Nous ouvrons à Gdańsk, près du port.",
    )
    kinds = [(one.kind, one.text) for one in searching.search(account, "castera")]
    assert kinds == [("person", "Jean Castéra")]
    assert [one.key for one in searching.search(account, "son munter")] == [case.pk]
    assert [one.key for one in searching.search(account, "MUNTER")] == [case.pk]
    found = searching.search(account, "gdansk")
    assert [(one.kind, one.note) for one in found] == [
        ("mail", "Nous ouvrons à Gdańsk, près du port.")
    ]
    assert [one.kind for one in searching.search(account, "port gdansk")] == ["mail"]
    assert searching.search(account, "gdansk oslo") == ()
    page = client.get("/find/", {"q": "gdansk"}).content.decode()
    assert "Votre dossier" in page and "près du port" in page
    assert searching.search(account, ".*") == () and searching.search(account, "(") == ()


def test_no_other_account_and_no_closed_letter_is_searched(
    web: Any, account: uuid.UUID, client: Client
) -> None:
    web.sealed(account)
    word = web.SECRET.split()[1]
    assert searching.search(account, web.SECRET) == ()
    assert web.SECRET not in client.get("/find/", {"q": word}).content.decode()
    assert searching.search(uuid.uuid4(), "Northwind") == ()
    assert [one.kind for one in searching.search(account, "northwind")] == ["case"]
