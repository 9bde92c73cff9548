"""What judging watched firms costs a day: processor time beside the floor, the same rules in memory.

    python benchmarks/judging.py [FIRMS]      # default 2,000

One account, an old no at each firm, ten adverts a board of distinct texts, in SQLite on disk. Three
mornings: the first (every memory is made), one on which no board changed, one on which a firm in
twenty shows one advert more. The floor of a changed firm is the rules alone, without the casebook.
What fetching costs is in watching.py.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))
T0 = datetime(2026, 3, 2, 7, tzinfo=UTC)
DAY = timedelta(days=1)
TITLES = ["Payroll Specialist", "Backend Engineer", "Account Manager", "Quality Manager", "Treasury Analyst",
          "Facility Manager", "Recruiter", "Planner", "Buyer", "Nurse", "Head of Logistics"]  # fmt: skip


def text(seed: int) -> str:
    words = Random(seed)
    return " ".join("".join(words.choices("abcdefghijklmnop", k=6)) for _ in range(250))


def shown(n: int, many: int, at: datetime) -> Any:
    from afterword.terms import BoardSeen, Posting

    return BoardSeen(
        "lever", f"firm{n}", at,
        tuple(Posting("lever", f"firm{n}", str(a), TITLES[a], places=("Utrecht",), department=f"D{a % 3}", text=text(20 * n + a)) for a in range(many)),
    )  # fmt: skip


def main() -> None:
    firms = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as home:
        os.environ["AFTERWORD_HOME"] = home
        from afterword.faces.cli.house import open_house

        open_house()
        measure(firms)


def measure(firms: int) -> None:
    import uuid

    from afterword.casebook.models import Case, Entry, WatchedBoard
    from afterword.counsel import watching
    from afterword.desk.watch import watches

    account = uuid.uuid4()
    boards = []
    for n in range(firms):
        name = f"Firm {n}"
        case = Case.open(account=account, company=name, role="Head of Harbours", at=T0, since=T0 - 60 * DAY)  # fmt: skip
        Entry.enter(case=case, kind="rejection", when=T0 - DAY, at=T0)
        board = WatchedBoard.propose(account=account, company=case.company, board="lever", tenant=f"firm{n}", at=T0)  # fmt: skip
        board.confirm(at=T0)
        board.saw(shown(n, 10, T0), at=T0, due_at=T0)
        boards.append(board)
    for days, says in ((0, "first"), (1, "no board changed"), (2, "one in twenty changed")):
        at = T0 + days * DAY + timedelta(hours=1)
        for n, board in enumerate(boards if days else ()):
            changed = days == 2 and n % 20 == 0
            board.saw(shown(n, 11, at) if changed else None, at=at, due_at=at)
        start = process_time()
        told = watches.judge(account, at)
        took = process_time() - start
        print(f"{says}: {took:.1f} s CPU for {firms} firms, {told} told", flush=True)
    looks = [(shown(n, 10, T0), shown(n, 11, T0 + 2 * DAY)) for n in range(0, firms, 20)]
    past = watching.Past("c", "Firm", "Head of Harbours", T0 - 60 * DAY, T0 - DAY)
    start = process_time()
    for before, after in looks:
        watching.seen_at(
            watching.house_of(watching.look(watching.look(watching.Memory(), before), after)), past
        )
    print(f"floor of the changed: {process_time() - start:.2f} s CPU for {len(looks)} firms")


if __name__ == "__main__":
    main()
