"""What a plan leaves out for speed changes no answer: rules not asked, values cast, advice made later."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from searches.policies import Counselled  # noqa: E402
from searches.world import World  # noqa: E402

from afterword.counsel import after_rest, casting, judge, next_move, stand, weigh  # noqa: E402
from afterword.counsel.decision.answers import CLAIMS, FLAGS, Answers, bits  # noqa: E402
from afterword.counsel.decision.factors import FACTORS, GATE  # noqa: E402
from afterword.counsel.decision.rules import RULES, rule_for, worth_asking  # noqa: E402
from afterword.counsel.decision.scale import Scale  # noqa: E402
from afterword.terms import Band, CaseFile, Move, Stage, Standing, State  # noqa: E402

TODAY = date(2026, 3, 12)
CHOICES: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(FACTORS, (1.0, 0.5, 0.0, -0.5, -1.0)),
    **dict.fromkeys((*GATE, *FLAGS), (True, False)),
    "claim": tuple(CLAIMS),
    "unanswered": (0, 1, 2),
    "other_seat": ("the other role",),
    "promised_date": (date(2026, 3, 2), date(2026, 3, 20)),
    "talked_on": (date(2026, 1, 8), date(2026, 3, 11)),
    "other_offer_by": (date(2026, 3, 15),),
}


def files() -> Iterator[tuple[CaseFile, datetime]]:
    """Cases of invented searches, each on the day on which it was looked at."""
    found: list[tuple[CaseFile, datetime]] = []

    def asks(file: CaseFile, now: datetime) -> Move:
        found.append((file, now))
        return next_move(file, now)

    for seed in (821, 822):
        World(seed, Counselled(asks)).live()
    yield from found[::9]


def test_a_rule_without_what_it_needs_keeps_silent() -> None:
    """Whatever is known: a rule none of whose needs is known has no band to give."""
    rng, left_out = random.Random(5), set[str]()
    for _ in range(400):
        names = rng.sample(sorted(CHOICES), rng.choice((1, 4, 12, 25)))
        known = {name: rng.choice(CHOICES[name]) for name in names}
        scale = Scale(Answers(today=rng.choice((TODAY, None)), **known))
        asked = worth_asking(bits(*names))
        for rule in RULES:
            if rule not in asked:
                left_out.add(rule.id)
                assert rule.speaks(scale) is None, (rule.id, known)
        assert rule_for(scale, asked) == rule_for(scale)
    assert left_out == {rule.id for rule in RULES if rule.needs}


def test_what_a_file_may_show_is_all_that_it_shows() -> None:
    """The rules asked of a case are enough: those left out keep silent on what it shows."""
    weighed = 0
    for file, now in files():
        answers = weigh(file, stand(file, now), now)
        asked = worth_asking(answers.may_be_known)
        weighed += len(asked) < len(RULES)
        assert all(rule in asked or rule.speaks(Scale(answers)) is None for rule in RULES)
    assert weighed > 100


def test_what_is_put_in_place_of_an_answer_is_asked_about() -> None:
    """“What if”: one answer tried, and the rules that need it are asked, whatever the file shows."""
    rng, spoke = random.Random(6), set[str]()
    for file, now in files():
        answers = weigh(file, stand(file, now), now)
        for name in rng.sample(sorted(CHOICES), 4):
            tried = Scale(answers.given(name, rng.choice(CHOICES[name])))
            found = rule_for(tried, worth_asking(tried.a.may_be_known))
            assert found == rule_for(tried), (name, file)
            spoke.add(found[0].id)
    assert len(spoke) > 12


def test_advice_made_when_it_is_looked_at_is_the_advice_of_that_moment() -> None:
    looked = [(file, now, judge(file, now)) for file, now in files()]
    advised = [one for one in looked if one[2].advice is not None]
    assert len(advised) > 20
    for file, now, said in advised:
        assert said.advice == after_rest(file, now)
        assert said.advice is said.advice


def test_cast_values_are_the_frozen_ones() -> None:
    now = datetime(2026, 3, 12, 9, tzinfo=UTC)
    stood = (State.OVERDUE, Stage.APPLIED, None, False, now, now, TODAY, TODAY, 1, "why")
    moved = ("P08", None, "ana", TODAY, now, "why", "question", 2, "source", Band.WAIT)
    for cast, plain in (
        (casting.standing(*stood), Standing(*stood)),
        (casting.move(*moved), Move(*moved)),
    ):
        assert type(cast) is type(plain)
        assert cast == plain and hash(cast) == hash(plain)
