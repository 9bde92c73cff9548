"""What stands in the environment is heeded or refused, never dropped."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from afterword.config import env
from afterword.errors import UserError


def database(address: str) -> dict[str, Any]:
    settings = importlib.import_module("afterword.config.settings")
    found: dict[str, Any] = settings._database(address)
    return found


def test_how_the_line_is_secured_reaches_the_database() -> None:
    address = "postgresql://us@db.example:5433/book?sslmode=verify-full&sslrootcert=/x"
    assert env.read({"AFTERWORD_DATABASE": address}).database == address
    found = database(address)
    assert found["OPTIONS"] == {"sslmode": "verify-full", "sslrootcert": "/x"}
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "5433", "book")


def test_a_sockets_folder_stands_in_the_query() -> None:
    assert database("postgresql:///book?host=/run")["HOST"] == "/run"
    assert database("postgresql:///book?host=/run")["OPTIONS"] == {}


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://x", "postgresql://"),
        ("postgresql://db.example:port/book", "no address"),
        ("postgresql://db.example/book?sslmod=require", "sslmod"),
    ],
)
def test_what_cannot_be_heeded_is_refused(address: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        env.read({"AFTERWORD_DATABASE": address})
