"""How long an address book of 4,000 people takes: read, taken in, taken in again, taken back.

The floor is Python's own csv reader over the same file, in the same run.
Run: python benchmarks/bringing.py [PEOPLE]
"""

from __future__ import annotations

import csv
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)


def sheet(people: int) -> bytes:
    out = io.StringIO()
    out.write('Notes:\n"Some addresses are missing."\n\n')
    rows = csv.writer(out)
    rows.writerow(
        ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    )
    for n in range(people):
        email = f"p{n}@example.org" if n % 50 == 0 else ""
        page = f"https://www.linkedin.com/in/person-{n}"
        rows.writerow(
            [f"First{n}", f"Last{n}", page, email, f"Firm {n // 3}", "Planner", "06 Sep 2014"]
        )
    return out.getvalue().encode()


def timed(what: str, floor: float, do: Callable[[], Any]) -> Any:
    start = time.process_time()
    answer = do()
    spent = time.process_time() - start
    ratio = f"{spent / floor:8.1f} x the floor" if floor else "the floor"
    print(f"{what:<34}{spent * 1000:10.0f} ms of processor   {ratio}")
    return answer, spent


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["AFTERWORD_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "afterword.config.settings"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)
        from afterword.casebook.models import Import, Person
        from afterword.casebook.undo import undo
        from afterword.desk import incoming
        from afterword.intake.bringing import bring
        from afterword.members.models import the_account

        account, data = the_account(at=NOW).id, sheet(PEOPLE)
        print(f"{PEOPLE:,} people, {len(data):,} bytes")
        _, floor = timed(
            "csv reader alone", 0, lambda: list(csv.reader(io.StringIO(data.decode())))
        )
        timed("read into our words", floor, lambda: bring(data, "x", now=NOW))
        timed("taken in", floor, lambda: incoming.take(account, data, "x", now=NOW))
        held = Person.objects.count()
        came, _ = timed("taken in again", floor, lambda: incoming.take(account, data, "x", now=NOW))
        assert not came.new and Person.objects.count() == held == PEOPLE
        event = Import.objects.get().event
        assert event is not None
        timed("taken back", floor, lambda: undo(event=event, at=NOW))
        assert not Person.objects.exists()


main()
