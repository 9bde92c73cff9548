"""Opening the house from a terminal: settings, the database brought up to date, the account."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from afterword.members.models import Account

#: Any number will do that nobody else takes: under it PostgreSQL lets one at a time change the shape.
ONE_AT_A_TIME = 0x41667465


def use_the_demo() -> None:
    """From here on this process lives in the demo's home, inside the user's own."""
    from afterword.config import env

    os.environ["AFTERWORD_HOME"] = str(env.home() / env.DEMO)


def is_the_demo() -> bool:
    from afterword.config import env

    return home().name == env.DEMO


def open_house(home: Path | None = None) -> Account:
    """The account of the person at this machine, with everything ready to be used."""
    if home is not None:
        os.environ["AFTERWORD_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterword.config.settings")
    import django

    django.setup()
    bring_up_to_date()
    from afterword.casebook.profile import Profile
    from afterword.faces import clock
    from afterword.members.models import the_account

    account = the_account(at=clock.now())
    # Days end where the user lives; the country nobody can tell from a zone, so it stays open.
    Profile.of(account.id, at=clock.now(), zone=clock.zone())
    return account


def bring_up_to_date() -> None:
    """Migrates the database, after a backup if there is anything in it to lose.

    One at a time: of programs that start together the others wait, and find it done.
    """
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor != "sqlite" and _owed() is None:
        return
    with _alone():
        applied = _owed()
        if applied is None:
            return
        if applied and connection.vendor == "sqlite":
            from afterword.desk.whole import keeping
            from afterword.faces import clock

            keeping.backup(_home(), at=clock.now(), kind=keeping.BEFORE_CHANGE)
        call_command("migrate", interactive=False, verbosity=0)


def _owed() -> int | None:
    """How many changes it has had, where one is still to come; None where it has them all."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return None
    return len(executor.loader.applied_migrations)


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else changes the shape of this database meanwhile; who dies lets go of it."""
    from django.db import connection

    if connection.vendor == "sqlite":
        from afterword.wire.turns import turn

        file = Path(connection.settings_dict["NAME"])
        with turn(_home() / "afterword.sqlite3"):
            if not connection.is_in_memory_db():  # type: ignore[attr-defined]
                _for_its_owner(file)
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])


def _for_its_owner(file: Path) -> None:
    """The casebook and what SQLite lays beside it, readable by its owner alone: a home can be shared."""
    if not file.exists():
        # Made before SQLite makes it, which would let everybody read; beside it it does as here.
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    if os.name != "posix":
        return
    for one in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        with suppress(OSError):
            if one.stat().st_mode & 0o077:
                one.chmod(0o600)


def _home() -> Path:
    from django.conf import settings

    return Path(settings.HOME)


def home() -> Path:
    """The folder where everything of this person lives."""
    return _home()
