"""How near one was, and who stood up for one: taken from their own words where the reading holds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from afterword.counsel import stand, weigh
from afterword.counsel.weighing.by_word import not_of_one_mind, stands_up, tells_finalist
from afterword.terms import (
    Basis,
    CaseFile,
    Deed,
    Happening,
    MailKind,
    Part,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
    Stage,
    Strength,
)

START = datetime(2027, 3, 1, 10, tzinfo=UTC)
RUNA = Person("runa", "Runa Falk", "runa@quarry.example", Part.HIRING_MANAGER)


@pytest.mark.parametrize(
    "words",
    [
        "Honestly, it was between two.",
        "In the end we stood between two strong people.",
        "It lay between you and a man from the north pit.",
        "It came down to two.",
        "We were of two minds until the very end.",
        "Am Ende standen wir zwischen zwei Personen.",
        "Nous avons hésité entre deux candidats.",
        "You were one of our last two, and it was hard.",
        "You were among the top three candidates.",
        "You were one of the final three of the forty applicants.",
        "You made our shortlist.",
        "It came down to two finalists.",
        "It came down to you and a man from the north pit.",
        "It was very close.",
        "You were very close to being the one.",
        "It was not easy to choose between two people.",
        "We could not decide between the two.",
        "Sie waren unter den letzten drei.",
    ],
)
def test_a_choice_between_two_people_is_the_last_two(words: str) -> None:
    assert tells_finalist(words)


@pytest.mark.parametrize(
    "words",
    [
        "The post is split between two quarries.",
        "Between you and me, the crusher is old.",
        "It was not between two, it was between twenty.",
        "I am in two minds about your plan.",
        "Thank you for your patience over the last two weeks.",
        "The budget changed in the last three months.",
        "In the final two years of the plan we need a blaster.",
        "You did not make the shortlist.",
        "Unfortunately you were not among the top three candidates.",
        "Our shortlist does not include you.",
        "Thank you for waiting while we made the shortlist.",
        "It came down to two missing skills.",
        "It came down to you having no ticket for the crane.",
        "The pit is very close to the station.",
        "We are very close to a decision.",
        "You were not one of the finalists.",
        "Please name your second choice of day.",
        "Sie haben uns unter den letzten zwei Wochen viel geschrieben.",
        "Leider waren Sie nicht unter den letzten drei.",
    ],
)
def test_what_lies_between_other_things_is_none(words: str) -> None:
    assert not tells_finalist(words)


@pytest.mark.parametrize(
    ("words", "stood"),
    [
        ("Runa asked me to tell you that she would work with you tomorrow.", True),
        ("I'd hire you again.", True),
        ("Our foreman argued hard for you in the room.", True),
        ("Nobody fought for you.", False),
        ("I would not say that they wanted you.", False),
        ("We would work with you on the papers.", False),
        ("I wanted you, and the board wanted the other.", True),
        ("Runa wanted you for the seat from the first day.", True),
        ("I wanted you on the team.", True),
        ("We had wanted you to join us, but the owner chose somebody else.", True),
        ("He wanted you to have the job.", True),
        ("I wanted you, but I was outvoted.", True),
        ("I wanted you to know that we have chosen somebody with more blasting behind him.", False),
        ("We wanted you to hear it from us first.", False),
        ("I had wanted you to meet the board, but another had led a larger crew.", False),
        ("We wanted you to be the first to know.", False),
        ("I wanted you to join the call.", False),
        ("We had chosen you for an interview, and have now chosen another.", False),
        ("He spoke for your whole hour.", False),
    ],
)
def test_who_stands_up_for_somebody(words: str, stood: bool) -> None:
    assert stands_up(words) is stood


def lost(*, reason: str = "", praise: str = "") -> CaseFile:
    said = (ReasonSeen("R02", reason),) if reason else ()
    happened = (
        Happening("t", START, Deed.INTERVIEW, who="runa", stage=Stage.HIRING_MANAGER_INTERVIEW),
        Happening("n", START + timedelta(days=6), MailKind.REJECTION, who="runa", reasons=said),
    )
    file = CaseFile("c", "Falk Quarry", "Pit Chief", "SE", people=(RUNA,), happenings=happened)
    if not praise:
        return file
    on = START.date() + timedelta(days=6)
    return replace(file, remarks=(Remark("r", RemarkKind.PRAISE, praise, "Runa Falk", at=on),))


def test_the_answers_rest_on_their_words() -> None:
    now = START + timedelta(days=8)

    def looked(file: CaseFile) -> tuple[float | None, float | None]:
        found = weigh(file, stand(file, now), now)
        return found.F4, found.F6

    assert looked(lost()) == (0.0, None)
    assert looked(lost(reason="It was between two, and we took the other.")) == (1.0, None)
    assert looked(lost(praise="I would hire you tomorrow.")) == (0.0, 1.0)
    file = lost(praise="I would hire you tomorrow.")
    ground = weigh(file, stand(file, now), now).grounds["F6"]
    assert ground.quote == "I would hire you tomorrow."


@pytest.mark.parametrize(
    ("words", "split"),
    [
        ("The vote was not unanimous.", True),
        ("The board wasn't unanimous.", True),
        ("You lost by one vote.", True),
        ("The panel was split to the end.", True),
        ("The panel was split into two groups.", False),
        ("It was unanimous.", False),
        ("We were split between the two sites.", False),
    ],
)
def test_who_was_not_of_one_mind(words: str, split: bool) -> None:
    assert not_of_one_mind(words) is split
    found = weigh(
        lost(praise=words), stand(lost(), START + timedelta(days=8)), START + timedelta(8)
    )
    assert (found.F6 is not None) is split


def test_who_spoke_for_them_is_named_where_the_words_do() -> None:
    now = START + timedelta(days=8)
    words = "Runa Falk would have hired you."
    for quote, says in ((words, "Runa Falk spoke for you"), ("I'd hire you again.", "Somebody")):
        file = lost(praise=quote)
        ground = weigh(file, stand(file, now), now).ground("F6")
        assert ground is not None and ground.says.startswith(says) and ground.quote == quote


def test_a_rewritten_advert_answers_whether_the_job_changed() -> None:
    """What the watch has seen is not asked of the user; an advert merely up again tells nothing of it."""
    now, seen = START + timedelta(days=40), START + timedelta(days=38)
    missed = "You have never blasted granite."

    def told(**more: object) -> float | None:
        sign = Happening("s", seen, Deed.SIGNAL, detail="reopened", basis=Basis.INFERRED, **more)  # type: ignore[arg-type]
        file = replace(lost(reason=missed), happenings=(*lost(reason=missed).happenings, sign))
        return weigh(file, stand(file, now), now).F7

    assert told(strength=Strength.STRONG) == 1.0
    assert told(strength=Strength.STRONG, taken_back=(missed,)) == 1.0
    assert told(strength=Strength.WEAK) is None
    assert weigh(lost(), stand(lost(), now), now).F7 is None
