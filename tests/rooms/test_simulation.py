"""The simulator at work on a small seeded slice, and proof that its watch can fail.

Every planted fault is a counsel that has forgotten one rule of the method; the watch, which knows
nothing of counsel's code, must name that rule.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from searches.policies import Counselled, Monthly  # noqa: E402
from searches.watch import RULES, Heard, Sent, Watch, Who  # noqa: E402
from searches.world import World  # noqa: E402

from afterword.counsel import Departure, days, may_leave, next_move  # noqa: E402
from afterword.terms import CaseFile, Deed, Happening, MailKind, Move, Warmth  # noqa: E402

SLICE = range(700, 706)


def test_a_slice_of_the_million_days_breaks_no_rule() -> None:
    """Issue 4, the simulator: no policy violation."""
    touches = 0
    for seed in SLICE:
        world = World(seed, Counselled())
        world.live()
        touches += world.watch.touches
        assert world.watch.breaches == [], f"seed {seed}"
    assert touches > 30  # a silent counsel would break nothing either


def test_the_same_seed_gives_the_same_year() -> None:
    def year() -> Any:
        world = World(701, Counselled())
        world.live()
        return world.sent, [case.happened for case in world.cases]

    assert year() == year()


# ── planted faults ──────────────────────────────────────────────────────────


def forgets(**change: Callable[[CaseFile], CaseFile]) -> Callable[[CaseFile, datetime], Move]:
    (change_of,) = change.values()
    return lambda file, now: next_move(change_of(file), now)


def without(keep: Callable[[Happening], bool]) -> Callable[[CaseFile, datetime], Move]:
    """A counsel that does not see some of what happened."""
    return forgets(
        file=lambda f: replace(
            f,
            happenings=tuple(h for h in f.happenings if keep(h)),
            elsewhere=tuple(h for h in f.elsewhere if keep(h)),
        )
    )


def unanswering(*names: str) -> Callable[[CaseFile, datetime], Move]:
    """A counsel that does not hear some answers of the user."""
    return forgets(
        file=lambda f: replace(f, answers={k: v for k, v in f.answers.items() if k not in names})
    )


def _deaf(file: CaseFile) -> CaseFile:
    return replace(
        file,
        happenings=tuple(replace(h, stop=False) for h in file.happenings),
        elsewhere=tuple(replace(h, stop=False) for h in file.elsewhere),
        people=tuple(replace(p, warmth=Warmth.NEUTRAL) for p in file.people),
    )


def _never_sealed(file: CaseFile) -> CaseFile:
    then = timedelta(days=2)
    return replace(
        file,
        happenings=tuple(replace(h, sealed=False, opened=h.at - then) for h in file.happenings),
    )


def _at_once(file: CaseFile, who: str, now: datetime) -> Departure:
    return Departure(now)


#: The rule that must be named, what counsel asks, when letters leave, days set wrong, and a seed.
FAULTS: dict[str, tuple[str, Any, Any, dict[str, Any], int]] = {
    "ignores stops": ("stop", forgets(file=_deaf), may_leave, {}, 10),
    "ignores weekends": ("business day", next_move, _at_once, {}, 1),
    "asks again and again": (
        "two nudges",
        without(lambda h: h.detail not in ("status_nudge", "final_nudge")),
        may_leave,
        {},
        1,
    ),
    "asks too early": (
        "fair day",
        next_move,
        may_leave,
        {"FIRST_NUDGE": 2, "FIRST_NUDGE_SLOW": 2, "GRACE_AFTER_PROMISE": 0},
        1,
    ),
    "forgets the person's cap": (
        "person in 21 days",
        next_move,
        may_leave,
        {"PERSON_CAP": 0, "FIRM_CAP": 0, "TOUCHES": (3, 6, 9), "QUARTER": 3},
        11,
    ),
    "forgets the firm's cap": (
        "firm in 14 days",
        forgets(file=lambda f: replace(f, elsewhere=())),
        may_leave,
        {"FIRM_CAP": 0, "PERSON_CAP": 0, "TOUCHES": (3, 6, 9), "QUARTER": 3},
        11,
    ),
    "never lets a tie sleep": (
        "dormant",
        without(lambda h: h.detail != "keep_in_touch" or h.kind is not Deed.LETTER),
        may_leave,
        {"DORMANT_AFTER": 99},
        1,
    ),
    "fights twice": (
        "one reopen letter",
        without(lambda h: h.detail != "reopen_letter"),
        may_leave,
        {},
        24,
    ),
    "has no pause": ("twelve hours", forgets(file=_never_sealed), may_leave, {}, 3),
    "drafts under a refusal": ("gates", unanswering("G2", "G6"), may_leave, {}, 61),
    "forgets what it sent": (
        "once",
        without(lambda h: h.kind is not Deed.LETTER),
        may_leave,
        {},
        1,
    ),
    "thanks and thanks": (
        "one thanks",
        without(lambda h: h.kind is not Deed.LETTER),
        may_leave,
        {},
        3,
    ),
    "does not hear a soft no": ("soft stop", unanswering("soft_stop"), may_leave, {}, 108),
}


def caught(name: str, seed: int) -> bool:
    rule, asks, leaves, _, _ = FAULTS[name]
    world = World(seed, Counselled(asks, leaves))
    world.live()
    return any(breach.rule == rule for breach in world.watch.breaches)


def forget() -> None:
    """What counsel remembers by its days was counted with the figures of before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("afterword.counsel"):
            for one in vars(module).values():
                if hasattr(one, "cache_clear"):
                    one.cache_clear()


@pytest.fixture
def forgetful() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("name", FAULTS)
def test_the_watch_names_the_rule_that_a_counsel_forgot(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, wrong, seed = FAULTS[name]
    for figure, value in wrong.items():
        monkeypatch.setattr(days, figure, value)
    assert caught(name, seed)


def test_every_rule_of_the_watch_has_a_fault_that_breaks_it() -> None:
    assert {rule for rule, *_ in FAULTS.values()} == set(RULES)


# ── the watch by itself ─────────────────────────────────────────────────────


def test_the_watch_imports_nothing_of_the_program() -> None:
    source = (BENCHMARKS / "searches" / "watch.py").read_text("utf-8")
    named = [
        name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or "", *(a.name for a in node.names)]
    ]
    assert not [name for name in named if "afterword" in name]


BERLIN = ZoneInfo("Europe/Berlin")
ANA = Who("ana", "acme", "DE", BERLIN, binds_firm=True)
BEN = Who("ben", "acme", "DE", BERLIN)


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2026, 3, 2, hour, tzinfo=BERLIN) + timedelta(days=day)  # a Monday


def watching(*letters: tuple[int, str, Who]) -> list[str]:
    watch = Watch(BERLIN)
    watch.begin("c", "acme", "DE")
    watch.hear(Heard(at(0), "c", "acme", str(MailKind.INTERVIEW_LOGISTICS), "ana", date(2026, 3, 9)))  # fmt: skip
    for day, letter, who in letters:
        watch.see(Sent(at(day), "c", "acme", letter, who))
    return [breach.rule for breach in watch.breaches]


def test_the_caps_by_hand() -> None:
    """Ruling 3: 21 days a person, 14 a firm; an answer to their word is no touch of this kind."""
    touch = "keep_in_touch"
    assert watching((1, touch, ANA)) == []
    assert watching((1, "thank_you", ANA), (30, touch, ANA), (44, touch, BEN)) == []
    assert watching((1, "thank_you", ANA), (30, touch, ANA), (43, touch, BEN)) == [
        "firm in 14 days"
    ]
    assert watching((1, "thank_you", ANA), (30, touch, ANA), (50, touch, ANA)) == [
        "person in 21 days"
    ]


def test_a_stop_of_the_recruiter_binds_the_firm_and_a_panellists_only_themselves() -> None:
    for who, broken in ((ANA, ["stop"]), (BEN, [])):
        watch = Watch(BERLIN)
        watch.begin("c", "acme", "DE")
        watch.stop(who, at(0))
        other = BEN if who is ANA else ANA
        watch.see(Sent(at(1), "c", "acme", "grace_note", other))
        assert [breach.rule for breach in watch.breaches] == broken


def test_the_day_is_the_recipients() -> None:
    """Method 3.2: Friday night in Berlin is Saturday in Tokyo; Good Friday is a holiday in Berlin."""
    watch = Watch(BERLIN)
    watch.begin("c", "acme", "DE")
    tokyo = Who("ken", "acme", "JP", ZoneInfo("Asia/Tokyo"))
    watch.see(Sent(at(4, 22), "c", "acme", "thank_you", tokyo))
    watch.see(Sent(datetime(2026, 4, 3, 10, tzinfo=BERLIN), "c", "acme", "thank_you", ANA))
    assert [breach.rule for breach in watch.breaches] == ["business day", "business day"]


def test_a_letter_waits_for_the_recipients_day_on_every_clock_of_their_country() -> None:
    """The program's own answer to the same: it may be written now and leaves on Monday."""
    file = CaseFile("c", "Acme", "Engineer", country="JP")
    friday_night = at(4, 22)
    leave = may_leave(file, "", friday_night)
    assert leave.why
    assert leave.at.astimezone(ZoneInfo("Asia/Tokyo")).strftime("%a %H:%M") == "Mon 08:00"
    assert may_leave(file, "", at(3)) == Departure(at(3))
    # Sunday evening in Honolulu is Monday in New York; nobody said where they sit
    us = replace(file, country="US")
    monday_early = datetime(2026, 3, 9, 2, tzinfo=ZoneInfo("America/New_York"))
    assert may_leave(us, "", monday_early).at > monday_early


# ── the other way of going about it ─────────────────────────────────────────


def test_a_mail_to_everyone_each_month_meets_the_same_people_and_breaks_rules() -> None:
    advised, mailed = World(703, Counselled()), World(703, Monthly())
    assert [c.firm.id for c in advised.cases] == [c.firm.id for c in mailed.cases]
    mailed.live()
    assert mailed.sent.get("monthly", 0) > 0
