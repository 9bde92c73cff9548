"""The firm that an agency names at last, however the firm is called; and no person beside it."""

from __future__ import annotations

import pytest

from afterword.reading.company.agency import client_named
from afterword.reading.view import view


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("My client lets me give you their name. It is Brightwell, in Leeds.", "Brightwell"),
        ("Ich darf Ihnen nun ihren Namen nennen: Es ist Falkenried, in Lübeck.", "Falkenried"),
        (
            "Mon client m'autorise à vous donner son nom. Il s'agit de Vauquelin, à Dole.",
            "Vauquelin",
        ),
        ("Mi cliente me deja decirle su nombre. Se trata de Salvatierra, en Vigo.", "Salvatierra"),
        ("O cliente deixa-me dizer o nome: trata-se da Alvarinha, no Porto.", "Alvarinha"),
        ("Il cliente mi lascia dirle il suo nome. Si tratta di Ferravalle, a Parma.", "Ferravalle"),
        ("Ik mag nu hun naam noemen: het gaat om Zevenhoven, in Breda.", "Zevenhoven"),
        ("Il s'agit de Maison Vauquelin, à Dole.", "Maison Vauquelin"),
        ("Se trata de Bodegas Salvatierra, en Vigo.", "Bodegas Salvatierra"),
    ],
)
def test_the_client_is_named(said: str, name: str) -> None:
    assert name in client_named(view(said), agency=True)
    assert client_named(view(said), agency=False) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Il s'agit de Claire Vauquelin, notre directrice.",
        "It is Jane Brightwell who will call you.",
        "Se trata de Marta Salas, la responsable.",
        "Mon client vous rencontrera mardi. Il s'agit de Claire Vauquelin.",
    ],
)
def test_a_person_is_no_client(said: str) -> None:
    assert client_named(view(said), agency=True) == ()
