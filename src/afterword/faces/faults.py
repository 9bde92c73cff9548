"""What goes wrong with the database, in one sentence: which one it is, what it said, what to do."""

from __future__ import annotations

import sys
from typing import Any

#: So much of what a server says is shown.
LONGEST = 300


def database(problem: BaseException) -> str:
    """The sentence for a fault of the database; "" for any other fault.

    Of a connection that cannot be had the server's own words are told. Of a row it refused only
    the kind is: the words may be those of a mail.
    """
    django = sys.modules.get("django.db.utils")
    if django is None:
        return ""
    if isinstance(problem, _no_driver()) and "psycopg" in str(problem):
        return (
            "AFTERWORD_DATABASE names PostgreSQL, and its driver is not installed here. "
            'Install Afterword with: pip install "afterword[postgres]"'
        )
    if not isinstance(problem, (django.DatabaseError, django.InterfaceError)):
        return ""
    told = isinstance(problem, (django.OperationalError, django.InterfaceError)) or _of_a_file()
    says = _line(problem) if told else type(problem).__name__
    return f"{where()} could not be used: {says}. What was kept before is as it was."


def away(problem: BaseException | None) -> str:
    """The sentence, where the database could not be reached or asked; "" for every other fault."""
    django = sys.modules.get("django.db.utils")
    gone = django is not None and isinstance(
        problem, (django.OperationalError, django.InterfaceError)
    )
    return database(problem) if gone and problem is not None else ""


def where() -> str:
    """Which database it is, in words for the user; no password is in them."""
    from django.conf import settings

    given = settings.DATABASES["default"]
    if str(given["ENGINE"]).endswith("sqlite3"):
        return f"The casebook {given['NAME']}"
    host = given["HOST"] or "a socket of this computer"
    port = f":{given['PORT']}" if given["PORT"] else ""
    user = f", as {given['USER']}" if given["USER"] else ""
    return f"PostgreSQL at {host}{port}, database {given['NAME']}{user},"


def server() -> str:
    """The server on which the casebook lies, in words for the user; "" for a file in the home."""
    from django.conf import settings

    given = settings.DATABASES["default"]
    if str(given["ENGINE"]).endswith("sqlite3"):
        return ""
    return (
        "PostgreSQL on this computer"
        if is_here(given["HOST"])
        else f"PostgreSQL at {given['HOST']}"
    )


def is_here(host: str) -> bool:
    """Whether a server of this name is this computer; a folder is that of a socket."""
    return not host or host.startswith(("/", "127.", "@")) or host in ("localhost", "::1")


def _no_driver() -> type[BaseException]:
    from django.core.exceptions import ImproperlyConfigured

    return ImproperlyConfigured


def _of_a_file() -> bool:
    # SQLite names columns at most, never what stands in them.
    from django.conf import settings

    return str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3")


def _line(problem: Any) -> str:
    """What it said, on one line and without its last stop."""
    lines = [" ".join(one.split()) for one in str(problem).splitlines()]
    said = next((one for one in lines if one), type(problem).__name__)
    return said[:LONGEST].rstrip(". ")
