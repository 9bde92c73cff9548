"""Who tells of another house, or brings two together, is no part of what begins there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_reading_linking_evidence import Box, who

from afterword.reading.linking_apart import hands_on
from afterword.terms import MailKind

K = MailKind
ODA = "Oda Lind <oda.lind@tarrowdairy.example>"
PIET = "Piet Hagen <piet.hagen@sailmakers.example>"
GAVE = (
    "Sailmakers, who sew our covers, need a Plant Manager. I gave their director your name. "
    "His name is Piet Hagen, he will write to you."
)


def _turned_down(box: Box) -> int:
    box.put(K.INTERVIEW_INVITATION, ODA, "Fleet Planner", "Come on Monday.", role="Fleet Planner", company="Tarrow Dairy")  # fmt: skip
    box.put(K.REJECTION, ODA, "Fleet Planner", "We took another.", day=6, answers=0)
    return box.put(K.OTHER_JOB, ODA, "Re: Fleet Planner", "Let us keep in touch.", day=8, out=True, answers=1)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        GAVE,
        "Ich habe Herrn Vogt Ihren Namen genannt.",
        "Sie meldet sich bei Ihnen.",
        "J'ai transmis vos coordonnées à un confrère.",
        "Le he dado tu nombre a una amiga.",
        "Passei o seu contato ao diretor deles.",
        "Ik heb je gegevens doorgegeven aan een klant.",
        "Ho passato il tuo contatto a un collega, ti scriverà.",
    ],
)
def test_somebody_else_was_told_of_the_reader(text: str) -> None:
    assert hands_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "We seek a Plant Manager. Are you open to a talk?",
        "A colleague gave me your name, and so I write.",
        "We will write to you by Friday.",
    ],
)
def test_a_pitch_and_a_promise_of_their_own_hand_nobody_on(text: str) -> None:
    assert not hands_on(text)


def test_who_was_named_to_another_house_hears_it_in_the_old_case_and_the_other_opens_its_own() -> (
    None
):
    box = Box()
    touch = _turned_down(box)
    named = box.put(K.OUTREACH, ODA, "Re: Fleet Planner", GAVE, day=50, role="Plant Manager", company="Tarrow Dairy", answers=touch)  # fmt: skip
    box.put(K.OTHER_JOB, ODA, "Re: Fleet Planner", "Thank you!", day=50, out=True, answers=named)
    first = box.put(K.OUTREACH, PIET, "Oda says hello", "I need a Plant Manager.", day=53, role="Plant Manager", company="Sailmakers")  # fmt: skip
    box.put(K.OTHER_JOB, PIET, "Re: Oda says hello", "Gladly.", day=54, out=True, answers=first)
    *dairy, sails, answer = box.cases()
    assert len(set(dairy)) == 1 and sails == answer and sails not in ("", dairy[0])


def test_a_vacancy_of_their_own_in_the_old_conversation_is_a_lead_as_before() -> None:
    box = Box()
    touch = _turned_down(box)
    box.put(K.OUTREACH, ODA, "Re: Fleet Planner", "Now we need a Plant Manager ourselves. Is that for you?", day=50, role="Plant Manager", company="Tarrow Dairy", answers=touch)  # fmt: skip
    *dairy, lead = box.cases()
    assert lead not in ("", dairy[0])


def test_a_case_that_a_strangers_tip_began_goes_by_the_name_of_the_house_that_came_forward() -> (
    None
):
    box = Box()
    box.put(K.OUTREACH, ODA, "Somebody for you", GAVE, role="Plant Manager", company="Tarrow Dairy")
    box.put(K.OUTREACH, PIET, "Oda says hello", "I need a Plant Manager.", day=3, role="Plant Manager", company="Sailmakers")  # fmt: skip
    begins = {one.case: mail.sender for one, (_, mail) in zip(box.links(), box.pairs, strict=True) if one.new}  # fmt: skip
    assert begins[box.cases()[1]] == who(PIET)


def test_thanks_to_who_introduced_another_house_stay_in_their_own_case() -> None:
    box = Box()
    no = _turned_down(box)
    at = box.put(K.OTHER_JOB, ODA, "Introducing Sam Okafor <> Piet Hagen", "Piet, meet Sam. Piet heads Sailmakers.", day=20)  # fmt: skip
    reading, mail = box.pairs[at]
    box.pairs[at] = (replace(reading, company="Sailmakers"), replace(mail, to=(who(PIET), *mail.to)))  # fmt: skip
    box.put(K.OTHER_JOB, PIET, "Re: Introducing Sam Okafor <> Piet Hagen", "A pleasure.", day=20, out=True, cc=ODA, answers=at)  # fmt: skip
    thanks = box.put(K.OTHER_JOB, ODA, "Two things", "He answered within a day.", day=22, out=True)
    box.put(K.OTHER_JOB, ODA, "Re: Two things", "That is good to hear.", day=22, answers=thanks)
    found = box.cases()
    assert found[at] == found[at + 1] and found[at] not in ("", found[no])
    assert found[thanks] == found[thanks + 1] == found[no]
