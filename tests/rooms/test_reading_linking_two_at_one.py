"""Two processes at one house: what keeps them apart, and when it is asked which."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_reading_linking_evidence import RECEIPT, Box

from afterword.terms import Hand, MailKind

K = MailKind
CAREERS = "Brimley Careers <no-reply@hirebox.example>"
INES = "Ines Moor <ines.moor@brimley.example>"
KARL = "Karl Dorn <karl.dorn@brimley.example>"
NED = "Ned Quist <ned.quist@gmail.com>"
BUYER, PLANNER = "Night Buyer", "Fleet Planner"
MONTHS = 170


def _receipt(box: Box, role: str, day: int, number: str = "") -> int:
    return box.put(
        K.ACKNOWLEDGEMENT, CAREERS, f"Your application: {number} {role}", RECEIPT,
        day=day, role=role, company="Brimley", hand=Hand.TEMPLATE,
    )  # fmt: skip


def _turned_down(box: Box, words: str = "We chose somebody else.", role: str = BUYER) -> int:
    """A process for a night buyer with Ines, over after five weeks."""
    _receipt(box, BUYER, 0, "R-20418")
    box.put(K.INTERVIEW_INVITATION, INES, f"{BUYER}: a talk", "Tuesday?", day=9, role=BUYER, company="Brimley")  # fmt: skip
    return box.put(
        K.REJECTION, INES, f"{BUYER}: our decision", words, day=35, role=role, company="Brimley"
    )


@pytest.mark.parametrize("kind", [K.REOPENED, K.OUTREACH, K.INTERVIEW_INVITATION])
def test_a_number_of_its_own_months_after_the_no_is_a_vacancy_of_its_own(kind: MailKind) -> None:
    box = Box()
    _turned_down(box)
    words = "You applied under R-20418. The seat is free again and goes out on Monday as R-21904."
    above = box.put(
        kind, KARL, f"As promised: {BUYER}", words, day=MONTHS, role=BUYER, company="Brimley"
    )
    box.put(K.WITHDRAWN, KARL, f"Re: As promised: {BUYER}", "I have signed elsewhere.", day=MONTHS, out=True, answers=above)  # fmt: skip
    first, talk, no, again, answer = box.cases()
    assert first and first == talk == no
    assert again and again == answer != first


def test_without_a_number_of_its_own_the_same_seat_is_the_old_process() -> None:
    box = Box()
    _turned_down(box)
    words = "You applied under R-20418. Who we chose did not come: would you still?"
    box.put(K.REOPENED, INES, f"{BUYER}, once more", words, day=MONTHS, role=BUYER, company="Brimley")  # fmt: skip
    assert len(set(box.cases())) == 1


def _asks_after_months(box: Box) -> int:
    return box.put(
        K.OTHER_JOB, INES, "Spring, as agreed", "You said that I may write again to Brimley.", day=MONTHS, out=True,
        company="Brimley",
    )  # fmt: skip


def test_who_writes_after_months_and_hears_of_other_work_has_begun_that() -> None:
    box = Box()
    _turned_down(box)
    asked = _asks_after_months(box)
    box.put(
        K.OFFER, INES, "Re: Spring, as agreed", f"We are opening a {PLANNER}.", day=MONTHS + 2,
        role=PLANNER, company="Brimley", answers=asked,
    )  # fmt: skip
    _receipt(box, PLANNER, MONTHS + 3)
    box.put(K.INTERVIEW_INVITATION, INES, f"{PLANNER}: a talk", "Friday?", day=MONTHS + 8, role=PLANNER, company="Brimley")  # fmt: skip
    old, talk, no, *new = box.cases()
    assert old == talk == no
    assert len(set(new)) == 1 and new[0] not in ("", old)


def test_until_they_answer_and_where_they_answer_nothing_new_it_is_the_old_process() -> None:
    box = Box()
    _turned_down(box)
    asked = _asks_after_months(box)
    assert len(set(box.cases())) == 1
    box.put(K.OTHER_JOB, INES, "Re: Spring, as agreed", "Nothing for now, sorry.", day=MONTHS + 2, answers=asked)  # fmt: skip
    assert len(set(box.cases())) == 1


def test_other_work_in_the_old_conversation_is_another_process_after_months() -> None:
    box = Box()
    no = _turned_down(box)
    asked = box.put(K.OTHER_JOB, INES, f"Re: {BUYER}: our decision", "Any news?", day=MONTHS, out=True, answers=no)  # fmt: skip
    box.put(
        K.INTERVIEW_INVITATION, INES, f"Re: {BUYER}: our decision", f"Come and talk about the {PLANNER}.",
        day=MONTHS + 2, role=PLANNER, company="Brimley", answers=asked,
    )  # fmt: skip
    cases = box.cases()
    assert cases[-1] and cases[-1] != cases[0] == cases[2]


def test_the_work_a_no_speaks_of_in_its_place_is_no_name_of_the_old_one() -> None:
    box = Box()
    _turned_down(box, f"In autumn we shall need a {PLANNER}, and you should see that.", PLANNER)
    _receipt(box, PLANNER, 40)
    assert box.cases()[-1] not in ("", box.cases()[0])


def _two_open(box: Box) -> None:
    _receipt(box, BUYER, 0)
    _receipt(box, PLANNER, 3)
    box.put(K.INTERVIEW_INVITATION, INES, f"{BUYER}: a talk", "Tuesday?", day=8, role=BUYER, company="Brimley")  # fmt: skip


def test_a_title_tells_more_than_a_recruiter_of_both() -> None:
    box = Box()
    _two_open(box)
    box.put(K.INTERVIEW_INVITATION, INES, f"{PLANNER}: first talk", "Friday?", day=20, role=PLANNER, company="Brimley")  # fmt: skip
    buyer, planner, talk, other = box.cases()
    assert (talk, other) == (buyer, planner) and buyer != planner


def test_a_title_in_the_words_tells_as_much() -> None:
    box = Box()
    _two_open(box)
    words = "It is about the post of fleet planner. Friday?"
    box.put(K.INTERVIEW_INVITATION, INES, "A first talk", words, day=20, company="Brimley")
    buyer, planner, _, other = box.cases()
    assert other == planner != buyer


def test_somebody_new_of_a_house_where_two_are_open_is_a_question() -> None:
    box = Box()
    _two_open(box)
    box.put(K.REJECTION, KARL, "Brimley", "We chose somebody else.", day=15, company="Brimley")
    *_, which = box.links()
    assert which.ask and len(which.candidates) == 2


def test_somebody_new_of_a_house_where_one_is_open_is_of_that_one() -> None:
    box = Box()
    _receipt(box, BUYER, 0)
    box.put(K.INTERVIEW_INVITATION, INES, f"{BUYER}: a talk", "Tuesday?", day=8, role=BUYER, company="Brimley")  # fmt: skip
    box.put(K.REJECTION, KARL, "Brimley", "We chose somebody else.", day=15, company="Brimley")
    assert len(set(box.cases())) == 1


def test_what_a_friend_passes_on_of_another_house_is_not_of_the_case_they_answer() -> None:
    box = Box()
    no = _turned_down(box)
    told = box.put(K.OTHER_JOB, NED, f"Fwd: {BUYER}: our decision", "Look at this.", day=36, out=True, answers=no)  # fmt: skip
    box.put(
        K.OTHER_JOB, NED, f"RE: Fwd: {BUYER}: our decision",
        "Mine is below, fresh from today.\n\nFrom: Larrow Group <people@larrow.example>\nSent: Monday\n"
        "To: ned.quist@gmail.com\nSubject: Treasurer\n\nThe post is filled.",
        day=36, answers=told,
    )  # fmt: skip
    reading, mail = box.pairs[-1]
    box.pairs[-1] = (replace(reading, below=("people@larrow.example",)), mail)
    cases = box.cases()
    assert cases[3] == cases[0] and not cases[4]


def test_whom_the_user_tells_who_will_call_and_what_they_tell_of_the_call() -> None:
    box = Box()
    _receipt(box, BUYER, 0)
    box.put(K.REFERENCE_CHECK, INES, f"{BUYER}: one more step", "Whom may we call?", day=9, role=BUYER, company="Brimley")  # fmt: skip
    box.put(K.OTHER_JOB, NED, "You will get a call", f"Ines Moor of Brimley will ring about the {BUYER}.", day=10, out=True)  # fmt: skip
    box.put(K.OTHER_JOB, NED, "Done", "They called me. Twenty minutes, all well.", day=12)
    assert len(set(box.cases())) == 1
