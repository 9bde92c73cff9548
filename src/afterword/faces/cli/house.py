"""Opening the house from a terminal: settings, the database brought up to date, the account."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from afterword.members.models import Account


DEMO = "demo"


def use_the_demo() -> None:
    """From here on this process lives in the demo's home, inside the user's own."""
    from afterword.config import env

    os.environ["AFTERWORD_HOME"] = str(env.home() / DEMO)


def is_the_demo() -> bool:
    return home().name == DEMO


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
    """Migrates the database, after a backup if there is anything in it to lose."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        return
    if executor.loader.applied_migrations and connection.vendor == "sqlite":
        from afterword.desk.whole import keeping
        from afterword.faces import clock

        keeping.backup(_home(), at=clock.now(), kind=keeping.BEFORE_CHANGE)
    call_command("migrate", interactive=False, verbosity=0)


def _home() -> Path:
    from django.conf import settings

    return Path(settings.HOME)


def home() -> Path:
    """The folder where everything of this person lives."""
    return _home()
