"""How long the map of who reaches whom takes for 10,000 people, and a case's map of who decides.

    .venv/bin/python benchmarks/network.py [--people N] [--words N] [--write]

Pure counsel first (frozen values in, paths out), then the whole way from a database of its
own: 10,000 people, 1,500 firms, 200,000 private words, 3,000 kept mails. Everything is
invented, the same each time. Beside each figure stands its ratio to a floor measured in the
same run: reading the same number of rows with one plain query and doing nothing with them.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "src"))
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
FIRMS = 1500


def best(of: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """The shortest of a few runs in seconds of the processor, and what it gave."""
    found, answer = 1e9, None
    for _ in range(times):
        start = time.process_time()
        answer = of()
        found = min(found, time.process_time() - start)
    return found, answer


def invented(n: int) -> Any:
    """A net of that many people: posts, words and links drawn by chance from one seed."""
    from afterword.counsel.network import Contact, Firm, Known, Link, Net, Place

    chance = random.Random(7)
    firms = {str(i): Firm(str(i), f"Firm {i}") for i in range(FIRMS)}
    people = {}
    for i in range(n):
        heard, sent = chance.randrange(20), chance.randrange(20)
        last = NOW - timedelta(days=chance.randrange(2500))
        first = last - timedelta(days=chance.randrange(2000))
        lately = last > NOW - timedelta(days=365)
        posts = [Place(str(chance.randrange(FIRMS)), until=date(2024, 1, 1))] * (i % 3 == 0)
        now = Place(str(chance.randrange(FIRMS)), since=date(2024, 1, 1) if posts else None)
        contact = Contact(first, last, last, None, heard, sent, heard * lately, sent * lately)
        people[str(i)] = Known(str(i), f"P{i}", places=(*posts, now), contact=contact)
    links: dict[str, dict[str, Link]] = {}
    for _ in range(2 * n):
        a, b = str(chance.randrange(n)), str(chance.randrange(n))
        links.setdefault(a, {})[b] = links.setdefault(b, {})[a] = Link("wrote", date(2025, 1, 1))
    return lambda: Net(people, firms, NOW, links)


def pure(n: int) -> list[tuple[str, float, str]]:
    from afterword.counsel.network import reach, who_reaches
    from afterword.counsel.power import AtTable, Table, power
    from afterword.terms import Part, Remark, RemarkKind

    fresh = invented(n)
    ties, _ = best(lambda: len(fresh().bonds))
    paths, found = best(lambda: reach(fresh(), "7"))
    whole, rows = best(lambda: who_reaches(fresh()))
    warm = fresh()
    who_reaches(warm)
    again, _ = best(lambda: reach(warm, "7"))
    said = (Remark("r", RemarkKind.DOUBT, "We decide on Friday, and I am not sure"),)
    panel = tuple(
        AtTable(str(i), f"P{i}", Part.PEER, "Finance Director", said=said) for i in range(6)
    )
    table = Table("Acme", panel, late=True)
    case, _ = best(lambda: [power(table, date(2026, 3, 10)) for _ in range(1000)])
    return [
        ("how near each of them is", ties, f"{n / ties:,.0f} people a second"),
        ("the paths to one firm, from nothing", paths, f"{len(found.paths)} ways shown"),
        ("the same, once ties are known", again, ""),
        (f"the map of all {FIRMS:,} firms", whole, f"{len(rows):,} reached"),
        ("who decides, a panel of six, 1,000 times", case, f"{1000 / case:,.0f} cases a second"),
    ]


def stored(n: int, words: int) -> list[tuple[str, float, str]]:
    """The same from a database: what a page waits for."""
    from django.db import connection

    from afterword.casebook.models import (
        Case,
        Company,
        Exchange,
        Message,
        Person,
        PersonAddress,
        Seat,
    )
    from afterword.desk.people import network

    account, chance = uuid.uuid4(), random.Random(7)
    row = {"account": account, "entered_at": NOW}
    names = [
        "Firm 7",
        *("".join(chance.choices("abcdefghiklmnoprstuvw", k=9)) for _ in range(FIRMS - 1)),
    ]
    firms = [Company(name=name, key=name.casefold(), **row) for name in names]
    Company.objects.bulk_create(firms)
    people = [Person(name=f"P{i}", company=chance.choice(firms), **row) for i in range(n)]
    Person.objects.bulk_create(people, batch_size=2000)
    emails = [
        f"p{i}@{p.company.name.replace(' ', '')}.example".lower() for i, p in enumerate(people)
    ]
    PersonAddress.objects.bulk_create(
        [
            PersonAddress(person=p, email=email, **row)
            for p, email in zip(people, emails, strict=True)
        ],
        batch_size=2000,
    )
    cases = [Case(company=chance.choice(firms), opened_at=NOW, **row) for _ in range(300)]
    Case.objects.bulk_create(cases)
    Seat.objects.bulk_create(
        [
            Seat(case=case, person=who, since=NOW, **row)
            for case in cases
            for who in chance.sample(people, 4)
        ]
    )
    ties = [
        Exchange(
            digest=f"{i:032}",
            email=chance.choice(emails),
            at=NOW - timedelta(hours=chance.randrange(60000)),
            direction=chance.choice(("in", "out")),
            **row,
        )
        for i in range(words)
    ]
    for start in range(0, words, 5000):
        Exchange.objects.bulk_create(ties[start : start + 5000], ignore_conflicts=True)
    Message.objects.bulk_create(
        [
            Message(
                mail_id=f"{i}@x.example",
                sha256=f"{i}",
                direction="in",
                at=NOW - timedelta(days=chance.randrange(900)),
                kind="other_job",
                certainty="strong",
                sender_email=chance.choice(emails),
                envelope={"to": [{"email": chance.choice(emails)}], "headers": {}},
                reading={"hand": "personal", "kind": "other_job"},
                **row,
            )
            for i in range(3000)
        ],
        batch_size=500,
    )

    def floor() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, name, title, company_id, entered_at FROM casebook_person")
            found = len(cursor.fetchall())
            cursor.execute("SELECT email, direction, min(at), max(at), count(*) FROM casebook_exchange GROUP BY 1, 2")  # fmt: skip
            return found + len(cursor.fetchall())

    least, _ = best(floor)
    page, _ = best(lambda: network.reach(account, "Firm 7", NOW))
    drawn, _ = best(lambda: network.overview(account, NOW))
    row_, _ = best(lambda: network.bonds(account, NOW, [one.pk for one in people[:100]]))
    return [
        ("floor: the same rows, read and dropped", least, ""),
        ("the paths to one firm, from the database", page, f"{page / least:.1f} times the floor"),
        ("the whole map, from the database", drawn, f"{drawn / least:.1f} times the floor"),
        ("how near a page of 100 people is", row_, f"{row_ / least:.1f} times the floor"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--write", action="store_true", help="write benchmarks/network.md")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["AFTERWORD_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterword.config.settings")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)
        rows = [*pure(args.people), *stored(args.people, args.words)]
    lines = [f"| {what} | {seconds * 1000:,.0f} ms | {note} |" for what, seconds, note in rows]
    table = "\n".join(["| | best of three | |", "|---|---|---|", *lines])
    print(table)
    if args.write:
        head = (
            "# Who reaches whom\n\n`benchmarks/network.py`: "
            f"{args.people:,} people, {FIRMS:,} firms, {args.words:,} private words, 3,000 kept\n"
            "mails, all invented. Times are of the processor, on one busy machine; the ratios hold.\n\n"
        )
        (TOP / "benchmarks" / "network.md").write_text(f"{head}{table}\n", "utf-8")


if __name__ == "__main__":
    main()
