"""The page Today for an account with 3,000 cases, 10,000 people and 200,000 touches.

    python benchmarks/today.py [CASES PEOPLE TOUCHES [bare]]

Written into a home that is thrown away. Says the number of queries and the server's processor time
for the whole page (view, desk, template), the best and the middle of some visits, once for this
account and once for one of thirty cases. The morning's plan is made before, as the schedule does.
With the touches comes what brought them: an event each, ten kept mails a case (one in twelve a
verdict, opened; the newest day's unread), a letter sent and an open draft for one case in four,
signs put away, questions answered. `bare` leaves that out (as the figures before 22 November were).
The floor is the page of keys: the same doors, frame and template, and nothing of the desk.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))
_home = tempfile.TemporaryDirectory(prefix="afterword-bench-")
os.environ["AFTERWORD_HOME"] = _home.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterword.config.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from afterword.casebook.company import key_of  # noqa: E402
from afterword.casebook.models import (  # noqa: E402
    Case,
    Company,
    Event,
    Letter,
    Message,
    Move,
    Opening,
    Person,
    PersonAddress,
    Profile,
    Question,
    Seat,
    Sending,
    Sighted,
    Source,
    Standing,
    Touch,
)
from afterword.members.models import Account  # noqa: E402

NOW = datetime.now(UTC)
DAY = NOW.date()
VISITS = 25
#: What a plan leaves behind: play, letter, question, state, and how often of a hundred.
LEAVES = (
    ("", "", "", "closed", 62),
    ("", "", "", "awaiting", 18),
    ("P09", "status_nudge", "", "overdue", 6),
    ("P15", "keep_in_touch", "", "closed", 5),
    ("", "", "Has someone accepted?", "closed", 5),
    ("P11", "grace_note", "", "closed", 4),
)


def fill(account: uuid.UUID, cases: int, people: int, touches: int, *, whole: bool = True) -> None:
    """Rows as the mailroom and the morning would leave them, written in bulk."""
    rng = random.Random(5)
    common = {"account": account, "entered_at": NOW - timedelta(days=1)}
    firms = [
        Company(name=f"Firm {n}", key=key_of(f"Firm {n}"), **common)
        for n in range(max(1, cases // 2))
    ]
    Company.objects.bulk_create(firms, batch_size=2000)
    rows = [
        Case(company=rng.choice(firms), role="Head of Supply", last_at=NOW - timedelta(days=n % 300),
             opened_at=NOW - timedelta(days=300), **common)
        for n in range(cases)
    ]  # fmt: skip
    Case.objects.bulk_create(rows, batch_size=2000)
    known = [Person(name=f"Dana {n}", company=rng.choice(firms), **common) for n in range(people)]
    Person.objects.bulk_create(known, batch_size=2000)
    PersonAddress.objects.bulk_create(
        [PersonAddress(person=p, email=f"p{n}@x.example", **common) for n, p in enumerate(known)],
        batch_size=2000,
    )
    Seat.objects.bulk_create(
        [Seat(case=rng.choice(rows), person=p, since=NOW - timedelta(days=200), **common)
         for p in known], batch_size=2000,
    )  # fmt: skip
    standings, moves = [], []
    for case in rows:
        play, letter, question, state, _ = rng.choices(LEAVES, [n for *_, n in LEAVES])[0]
        standings.append(Standing(case=case, at=NOW, state=state, seen_state=state, why="So it is.",
                                  seen_why="So it is.", nudge_from=DAY, **common))  # fmt: skip
        moves.append(Move(case=case, at=NOW, play=play, letter=letter, question=question, when=DAY,
                          who=str(rng.choice(known).pk), why="A short word.", **common))  # fmt: skip
    Standing.objects.bulk_create(standings, batch_size=2000)
    Move.objects.bulk_create(moves, batch_size=2000)
    for start in range(0, touches, 20_000):
        Touch.objects.bulk_create(
            [Touch(person=rng.choice(known), case=rng.choice(rows), kind="keep_in_touch",
                   at=NOW - timedelta(minutes=start + n), **common)
             for n in range(min(20_000, touches - start))], batch_size=5000,
        )  # fmt: skip
    if whole:
        _what_comes_with_it(account, rows, touches, rng)
    Source.named(account=account, name="bench", kind="memory", at=NOW)
    profile = Profile.of(account, at=NOW)
    from afterword.desk.morning import _last_event

    profile.describe(at=NOW, settings={"zone_seen": True})
    profile.planned_at, profile.planned_through = datetime.now(UTC), _last_event(account)
    profile.save()


def _what_comes_with_it(
    account: uuid.UUID, cases: list[Case], touches: int, rng: random.Random
) -> None:
    """Events, mails, letters, signs and questions of such an account."""
    common = {"account": account, "entered_at": NOW - timedelta(days=3)}
    for start in range(0, touches, 20_000):
        Event.objects.bulk_create(
            [Event(at=NOW, who="user", verb="touched", case=rng.choice(cases).pk, says="In touch.",
                   ledger=[{"do": "create", "row": "touch", "id": str(n), "after": {"kind": "x"}}],
                   **common)
             for n in range(start, min(start + 20_000, touches))], batch_size=5000,
        )  # fmt: skip
    mails = []
    for n in range(10 * len(cases)):
        kind = "rejection" if n % 12 == 0 else rng.choice(("acknowledgement", "status_update"))
        at = NOW - timedelta(minutes=14 * n)
        given = {**common, "entered_at": at + timedelta(hours=1)} if at < NOW - timedelta(days=2) else common  # fmt: skip
        mails.append(
            Message(case=rng.choice(cases), mail_id=f"m{n}@x.example", sha256=f"{n}", kind=kind,
                    direction="in" if n % 3 else "out", at=at, subject="Your application",
                    sender_name="Dana Reyes", sender_email="dana@acme.example", certainty="strong",
                    text="We have your application. " * 40, filed_at=NOW,
                    reading={"kind": kind, "evidence": [{"text": "We have it.", "start": 0}]},
                    **(given | ({"entered_at": NOW} if n < 8 else {})))
        )  # fmt: skip
    Message.objects.bulk_create(mails, batch_size=2000)
    Opening.objects.bulk_create(
        [Opening(message=m, at=NOW - timedelta(days=20), **common) for m in mails
         if m.kind == "rejection"], batch_size=2000,
    )  # fmt: skip
    letters = [Letter(case=case, kind="status_nudge", text="A word. " * 30, **common)
               for case in cases[::2]]  # fmt: skip
    Letter.objects.bulk_create(letters, batch_size=2000)
    Sending.objects.bulk_create(
        [Sending(letter=one, at=NOW, channel="email", **common) for one in letters[::2]],
        batch_size=2000,
    )
    Sighted.objects.bulk_create(
        [Sighted(case=case, company=case.company, key=f"s{n}", signal="news", strength="fair",
                 at=NOW, says="It moved.", dismissed_at=NOW, **common)
         for n, case in enumerate(cases)], batch_size=2000,
    )  # fmt: skip
    Question.objects.bulk_create(
        [Question(about="link", key=f"q{n}", text="Which?", answered_at=NOW, answer="none",
                  **common) for n in range(len(cases))], batch_size=2000,
    )  # fmt: skip


def visit(account: uuid.UUID) -> None:
    client = Client(HTTP_HOST="127.0.0.1")
    session = client.session
    session["account"] = str(account)
    session.save()
    for _ in range(2):
        assert b"card-" in client.get("/").content  # the page itself, not the door
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    count = len(asked)
    took = []
    floor = []
    for _ in range(VISITS):
        for path, times in (("/", took), ("/keys/", floor)):
            start = process_time()
            client.get(path)
            times.append(1000 * (process_time() - start))
    print(f"  {count} queries, best {min(took):.0f} ms, middle {median(took):.0f} ms", end="")
    print(f"; the page of keys: best {min(floor):.0f} ms, middle {median(floor):.0f} ms", end="")
    print(f"; ratio {min(took) / min(floor):.1f}")


def main() -> None:
    given = [word for word in sys.argv[1:] if word != "bare"]
    sizes = [int(n) for n in given[:3]] or [3_000, 10_000, 200_000]
    call_command("migrate", interactive=False, verbosity=0)
    for cases, people, touches in ((30, 100, 2_000), sizes):
        account = Account.objects.create(id=uuid.uuid4(), **_account_fields())
        fill(account.id, cases, people, touches, whole="bare" not in sys.argv)
        print(f"{cases:,} cases, {people:,} people, {touches:,} touches:", end="", flush=True)
        visit(account.id)


def _account_fields() -> dict[str, object]:
    names = {field.name for field in Account._meta.get_fields()}
    return {name: NOW for name in ("opened_at",) if name in names}


if __name__ == "__main__":
    main()
