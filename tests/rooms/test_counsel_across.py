"""A person is one person and a firm one firm, in however many cases they sit (ruling 3, method 3.1, 6).

Found by the simulator (benchmarks/simulate.py); the pure rule first, then what the casebook hands over.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afterword.casebook.files import case_files
from afterword.casebook.models import Case, Entry, Person, Seat, Touch
from afterword.counsel import Due, next_move, next_touch
from afterword.terms import (
    Answer,
    CaseFile,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Remark,
    RemarkKind,
    Stage,
    Warmth,
)
from afterword.terms import Person as Seen

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
ANA = Seen("ana", "Ana", "ana@acme.example", Part.HIRING_MANAGER, warmth=Warmth.WARM)
SAID = {name: Answer(1.0, START) for name in ("F9", "W4", "W5")}


def at(day: int) -> datetime:
    return START + timedelta(days=day)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    return Happening(id=f"{day:03}-{kind}-{more.get('who', '')}", at=at(day), kind=kind, **more)


def letter(day: int, kind: LetterKind, who: str) -> Happening:
    return h(day, Deed.LETTER, direction=Direction.OUT, detail=kind.value, who=who)


def refused(*more: Happening, elsewhere: tuple[Happening, ...] = (), **given: Any) -> CaseFile:
    met = h(0, Deed.INTERVIEW, who="ana", stage=Stage.FINAL_EXECUTIVE)
    no = h(10, MailKind.REJECTION, who="ana", opened=at(10))
    topic = Remark("t", RemarkKind.TOPIC, "the new depot", "ana", at=at(0).date())
    given = {"people": (ANA,), "remarks": (topic,), "answers": SAID, **given}
    return CaseFile("c", "Acme", "Engineer", happenings=(met, no, *more), elsewhere=elsewhere, **given)  # fmt: skip


def test_a_touch_about_another_role_counts_towards_the_caps() -> None:
    """Ruling 3: one unsolicited touch a firm in 14 days, a person in 21, whatever the case."""
    to_ben = letter(38, LetterKind.KEEP_IN_TOUCH, "ben")
    file = refused(elsewhere=(to_ben,))
    assert next_touch(refused(), ANA, at(10), at(41)).due is Due.NOW
    assert next_touch(file, ANA, at(10), at(41)).due is Due.LATER
    assert next_touch(file, ANA, at(10), at(52)).due is Due.NOW
    to_ana = refused(elsewhere=(replace(to_ben, who="ana"),))
    assert next_touch(to_ana, ANA, at(10), at(58)).due is Due.LATER


def test_two_words_without_an_answer_let_a_tie_sleep_in_every_case() -> None:
    """P15: two in a row unanswered; their own word about the other role wakes the tie."""
    sent = tuple(letter(day, LetterKind.KEEP_IN_TOUCH, "ana") for day in (20, 45))
    assert next_touch(refused(elsewhere=sent), ANA, at(10), at(80)).due is Due.DORMANT
    woke = (*sent, h(50, MailKind.OTHER_JOB, who="ana"))
    assert next_touch(refused(elsewhere=woke), ANA, at(10), at(80)).due is Due.NOW


def test_a_trigger_keeps_the_caps_and_lets_a_sleeping_tie_sleep() -> None:
    """P16, P17 under ruling 3."""
    grows = h(31, Deed.SIGNAL, detail="growing")
    assert next_move(refused(grows), at(32)).play == "P17"
    near = (letter(30, LetterKind.KEEP_IN_TOUCH, "ben"),)
    assert next_move(refused(grows, elsewhere=near), at(32)).play != "P17"
    later = h(70, Deed.SIGNAL, detail="growing")
    asleep = tuple(letter(day, LetterKind.KEEP_IN_TOUCH, "ana") for day in (15, 40))
    assert next_move(refused(later, elsewhere=asleep[:1]), at(71)).play == "P17"
    assert next_move(refused(later, elsewhere=asleep), at(71)).play != "P17"


def test_a_stop_about_another_role_ends_it_here_too() -> None:
    """Method 3.1: the person, and the firm if someone who speaks for it said so."""
    stop = h(5, MailKind.OTHER_JOB, who="hr", stop=True)
    assert next_move(refused(), at(12)).letter is not None
    move = next_move(refused(elsewhere=(stop,)), at(12))
    assert (move.play, move.letter) == ("", None)
    assert next_move(refused(elsewhere=(replace(stop, at=at(90)),)), at(12)).letter is not None


@pytest.mark.parametrize("day", [1, 12])
def test_nothing_is_drafted_where_the_letter_would_have_to_be_untrue(day: int) -> None:
    """G6 on both sides of a verdict; ruling 4: the program drafts nothing under G1, G2 and G6."""
    answers = {**SAID, "G6": Answer(True, at(0))}
    move = next_move(refused(answers=answers), at(day))
    assert (move.play, move.letter) == ("", None)
    assert "openly" in move.why


# ── what the casebook hands over ────────────────────────────────────────────


def a_case(account: uuid.UUID, company: str, *people: Person, role: str = "Head") -> Case:
    case = Case.open(account=account, company=company, role=role, at=START)
    for one in people:
        Seat.give(case=case, person=one, part="recruiter_internal", at=START)
    return case


@pytest.mark.django_db
def test_the_casebook_tells_each_case_what_the_others_sent() -> None:
    account = uuid.uuid4()
    ada = Person.add(account=account, name="Ada", email="ada@acme.example", at=START)
    bo = Person.add(account=account, name="Bo", email="bo@acme.example", at=START)
    one = a_case(account, "Acme", ada, role="Head")
    two = a_case(account, "Acme", bo, role="Lead")
    moved = a_case(account, "Birch", ada)
    far = a_case(account, "Cedar", Person.add(account=account, name="Cy", at=START))
    Touch.note_one(person=ada, case=one, kind="keep_in_touch", when=at(1), at=at(1))
    Entry.enter(case=one, kind="call", when=at(2), at=at(2), person=ada, stop=True)
    files = case_files(account, [one, two, moved, far], at(3))
    told = {
        case.pk: [(h.kind, h.stop) for h in files[case.pk].elsewhere] for case in files_of(files)
    }
    assert told[one.pk] == []
    assert told[two.pk] == [(Deed.LETTER, False), (MailKind.OTHER_JOB, True)]
    assert told[moved.pk] == [(Deed.LETTER, False)]  # a stop binds the firm it was said for
    assert told[far.pk] == []
    assert case_files(account, [two], at(0))[two.pk].elsewhere == ()


def files_of(files: dict[uuid.UUID, CaseFile]) -> list[Case]:
    return list(Case.objects.filter(pk__in=files))


@pytest.mark.django_db
def test_the_queries_do_not_grow_with_what_was_sent() -> None:
    account = uuid.uuid4()
    ada = Person.add(account=account, name="Ada", email="ada@acme.example", at=START)
    cases = [a_case(account, "Acme", ada, role=f"Role {n}") for n in range(2)]

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            case_files(account, cases, at(90))
        return len(asked)

    Touch.note_one(person=ada, case=cases[0], kind="keep_in_touch", when=at(1), at=at(1))
    few = count()
    for n in range(20):
        Touch.note_one(person=ada, case=cases[0], kind="keep_in_touch", when=at(n), at=at(n))
        cases.append(a_case(account, "Acme", ada, role=f"More {n}"))
    assert count() == few
