"""Who tells of another house, or brings two together, is no part of what begins there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_reading_linking_evidence import Box, who

from afterword.reading.linking.apart import hands_on
from afterword.reading.linking.words import of_the_process
from afterword.terms import Hand, MailKind

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


AGENT = "Ruth Abara <ruth.abara@hartley.example>"


def _a_lead(box: Box) -> int:
    box.put(K.OUTREACH, AGENT, "Plant Manager, north", "A dairy seeks a Plant Manager.", role="Plant Manager")  # fmt: skip
    return box.put(K.OTHER_JOB, AGENT, "Re: Plant Manager, north", "Gladly.", day=1, out=True, answers=0)  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "A ropeworks by the sea is looking for a Fleet Planner. Shall I put you forward?",
        "Eine Seilerei an der Küste sucht einen Einkaufsleiter. Darf ich Sie vorschlagen?",
        "Une corderie cherche un Directeur commercial. Cela vous tente ?",
    ],
)
def test_other_work_pitched_in_the_old_conversation_is_a_second_case_whoever_does_not_say_so(
    words: str,
) -> None:
    box = Box()
    above = _a_lead(box)
    pitch = box.put(K.OUTREACH, AGENT, "Re: Plant Manager, north", words, day=8, role="Plant Manager", answers=above)  # fmt: skip
    box.put(K.OTHER_JOB, AGENT, "Re: Plant Manager, north", "Yes, please.", day=9, out=True, answers=pitch)  # fmt: skip
    box.put(K.STATUS_UPDATE, AGENT, "Re: Plant Manager, north", "The dairy meets on Friday.", day=9, answers=above)  # fmt: skip
    lead, answer, other, yes, news = box.cases()
    assert lead == answer == news and other == yes and other not in ("", lead)


@pytest.mark.parametrize(
    "words",
    [
        "The client is Brambledown Dairies; you would sit under Ann Lee, VP Digital.",
        "They still seek the Plant Manager, and later a Fleet Planner to work for them.",
        "You will meet our Finance Director, Ivo Tarn. Are you still keen?",
    ],
)
def test_whose_title_it_is_and_what_is_named_beside_the_old_work_open_nothing(words: str) -> None:
    box = Box()
    above = _a_lead(box)
    box.put(K.OUTREACH, AGENT, "Re: Plant Manager, north", words, day=8, role="Plant Manager", answers=above)  # fmt: skip
    assert len(set(box.cases())) == 1


def _in_talks(box: Box) -> None:
    jo = "Jo Kettlemoor <jo.kettlemoor@coldharbour.example>"
    box.put(K.INTERVIEW_INVITATION, jo, "Buyer", "Come on Monday.", role="Buyer", company="Coldharbour")  # fmt: skip
    box.put(K.REFERENCE_CHECK, jo, "Re: Buyer", "Whom may I call about you?", day=9, answers=0)


@pytest.mark.parametrize(
    ("writer", "subject", "words"),
    [
        ("Guy Moss <guy.moss@gmail.com>", "Your Kettlemoor called", "Half an hour! I told her all about you."),
        ("Guy Moss <guy.moss@oldfirm.example>", "Gossip", "A very kind Mrs Kettlemoor called me about you."),
        ("Guy Moss <guy.moss@gmail.com>", "Geschafft", "Heute hat mich Frau Kettlemoor angerufen."),
    ],
)  # fmt: skip
def test_a_referee_who_was_asked_belongs_to_the_search_of_who_asked(
    writer: str, subject: str, words: str
) -> None:
    box = Box()
    _in_talks(box)
    box.put(K.OTHER_JOB, writer, subject, words, day=11)
    # The referee's own house is not drawn in by that.
    box.put(K.OTHER_JOB, "Personnel <personnel@oldfirm.example>", "Your certificate", "It is enclosed.", day=12)  # fmt: skip
    *talks, told, papers = box.cases()
    assert {*talks, told} == {talks[0]} and papers != told


def test_a_friend_who_names_nobody_who_asked_is_of_no_search() -> None:
    box = Box()
    _in_talks(box)
    box.put(K.OTHER_JOB, "Guy Moss <guy.moss@gmail.com>", "Phew", "My doctor called me, all is well.", day=11)  # fmt: skip
    assert box.cases()[-1] == ""


def test_a_house_that_was_bought_answers_the_letter_to_the_old_name() -> None:
    box = Box()
    box.put(K.OTHER_JOB, "Hiring <jobs@cinderlow.example>", "Application: Level Designer", "I apply; my CV is attached.", role="Level Designer", out=True)  # fmt: skip
    box.put(K.INTERVIEW_INVITATION, "Ivo Tarn <itarn@emberhall.example>", "Your mail to Cinderlow", "Cinderlow has joined Emberhall. Are you free on Monday? Level design needs you.", day=12, company="Emberhall")  # fmt: skip
    box.put(K.REJECTION, "Ivo Tarn <itarn@emberhall.example>", "Re: Your mail to Cinderlow", "We chose another.", day=30)  # fmt: skip
    assert len(set(box.cases())) == 1


def test_what_was_written_with_the_same_person_before_the_lead_belongs_to_it() -> None:
    box = Box()
    hello = box.put(K.OTHER_JOB, ODA, "From the fair", "You spoke of growing.", out=True)
    box.put(K.OTHER_JOB, ODA, "Re: From the fair", "In the new year, perhaps.", day=2, answers=hello)  # fmt: skip
    box.put(K.INTERVIEW_INVITATION, ODA, "Lunch", "Now we want a Fleet Planner. Come on Monday.", day=70, role="Fleet Planner", company="Tarrow Dairy")  # fmt: skip
    assert len(set(box.cases())) == 1


def test_a_survey_belongs_to_the_one_search_there_was_at_its_house() -> None:
    survey = "You recently applied at Tarrow Dairy. How likely are you to recommend us?"
    for both in (False, True):
        box = Box()
        _turned_down(box)
        if both:
            box.put(K.ACKNOWLEDGEMENT, "Tarrow Dairy <no-reply@hirebox.example>", "Depot Clerk", "We have your application.", day=7, role="Depot Clerk", company="Tarrow Dairy", hand=Hand.TEMPLATE)  # fmt: skip
        box.put(K.OTHER_JOB, "Tarrow Dairy <feedback@asked.example>", "How did we do?", survey, day=10, company="Tarrow Dairy", hand=Hand.TEMPLATE)  # fmt: skip
        found = box.cases()
        assert found[-1] == ("" if both else found[0])


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Ergebnis des Auswahlverfahrens", True),
        ("Outcome of your application", True),
        ("Esito della selezione", True),
        ("Head of Process Safety", False),
        ("Buyer", False),
    ],
)
def test_how_a_selection_goes_on_is_nobodys_title(title: str, is_one: bool) -> None:
    assert of_the_process(title) is is_one


def test_the_outcome_belongs_to_the_search_though_its_heading_stands_where_a_title_would() -> None:
    box = Box()
    office = "Tarrow Dairy, Personnel <personnel@tarrowdairy.example>"
    box.put(K.ACKNOWLEDGEMENT, office, "Your application", "We have it.", role="Depot Clerk", company="Tarrow Dairy", hand=Hand.TEMPLATE)  # fmt: skip
    box.put(K.STATUS_UPDATE, office, "Outcome of the selection", "You came third.", day=20, role="Outcome of the selection", company="Tarrow Dairy", hand=Hand.TEMPLATE)  # fmt: skip
    assert len(set(box.cases())) == 1
