"""Who puts themselves forward begins a process, and so does who asks about a seat advertised again."""

from __future__ import annotations

import pytest
from test_reading_linking_evidence import Box

from afterword.reading.linking.applying import puts_forward, sees_it_again
from afterword.terms import Hand, MailKind

K = MailKind
HEAD = "Maud Sallow <maud.sallow@fernquay.example>"


@pytest.mark.parametrize(
    "words",
    [
        "A friend told me of the seat. I would like to apply for it; call me any evening.",
        "I run a yard of forty. My CV is attached.",
        "Ein Freund nannte mir die Stelle. Ich möchte mich gern bei Ihnen bewerben.",
        "Ich leite einen Hof mit vierzig Leuten. Anbei mein Lebenslauf.",
        "Une amie m'a parlé de vous. Je vous joins mon CV.",
        "Je souhaite vous présenter ma candidature.",
        "Me habló de ustedes un amigo. Adjunto mi CV.",
        "Uma amiga falou-me da casa. Segue em anexo o meu CV.",
        "Een vriend noemde uw naam. Ik zou graag bij u solliciteren.",
        "Me ne ha parlato un amico. Allego il mio CV.",
    ],
)
def test_a_letter_that_offers_its_writer_opens_a_case_without_number_or_title(words: str) -> None:
    box = Box()
    box.put(K.OTHER_JOB, HEAD, "Hello from Maren", words, out=True)
    box.put(K.INTERVIEW_LOGISTICS, HEAD, "Friday?", "Two o'clock, gate on the left. M", day=12)
    letter, answer = box.cases()
    assert letter and answer == letter


def test_asking_to_hear_more_about_a_named_post_opens_a_case_too() -> None:
    box = Box()
    box.put(
        K.OTHER_JOB, HEAD, "Your note", "I would like to hear more about the Yard Manager.",
        out=True, role="Yard Manager",
    )  # fmt: skip
    assert box.cases() != [""]


@pytest.mark.parametrize(
    "words",
    [
        "Would you look it over for me? My CV is attached.",
        "May I name you as a reference? My CV is attached so that you know what I say.",
        "Kannst du bitte drüberschauen? Anbei mein Lebenslauf.",
        "Peux-tu relire ? Je te joins mon CV.",
        "The boat is painted. See you on Sunday.",
    ],
)
def test_who_is_asked_for_an_eye_or_a_word_is_offered_nothing(words: str) -> None:
    assert not puts_forward(words, named=False, answers=False)


def test_in_an_answer_the_attachment_alone_begins_nothing() -> None:
    assert not puts_forward("As promised, my CV is attached.", named=False, answers=True)


AGAIN = [
    "I see that the post is being advertised again, and the year is over.",
    "Nun sehe ich die Hofleitung wieder ausgeschrieben.",
    "Je vois que le poste est de nouveau à pourvoir.",
    "Veo que la plaza se ha publicado de nuevo.",
    "Vejo que a vaga está aberta de novo.",
    "Ik zie dat de functie opnieuw is uitgezet.",
    "Vedo che il posto è stato pubblicato di nuovo.",
]


@pytest.mark.parametrize("words", AGAIN)
def test_a_letter_a_year_after_the_no_about_the_seat_advertised_again_begins_a_new_case(
    words: str,
) -> None:
    assert sees_it_again(words)
    box = Box()
    box.put(
        K.ACKNOWLEDGEMENT, HEAD, "Your application 2025-044", "We have it.", role="Yard Manager",
        company="Fernquay", hand=Hand.TEMPLATE,
    )  # fmt: skip
    box.put(K.REJECTION, HEAD, "Our talk", "We chose a colleague.", day=30, company="Fernquay")
    own = box.put(K.OTHER_JOB, HEAD, "A year later", words, day=395, out=True)
    box.put(
        K.OTHER_JOB, HEAD, "Re: A year later", "Gladly. Send it under 2026-051.", day=398,
        answers=own, company="Fernquay",
    )  # fmt: skip
    box.put(
        K.INTERVIEW_INVITATION, HEAD, "Thursday at four", "Come to the yard.", day=420,
        company="Fernquay",
    )  # fmt: skip
    receipt, no, letter, answer, talk = box.cases()
    assert receipt == no and letter not in ("", receipt)
    assert answer == talk == letter


def test_who_takes_a_lead_up_again_from_their_new_house_goes_on_with_it() -> None:
    box = Box()
    box.put(
        K.OUTREACH, "Bela Marsh <belamarsh@gmail.com>", "a postcard",
        "From May I shall be at Tallow Foods and may build a team. Ring me if nothing comes of yours.",
    )  # fmt: skip
    box.put(
        K.OUTREACH, "Bela Marsh <b.marsh@tallow-foods.example>", "Fleet Planner, for real",
        "It is May. Fleet Planner at Tallow Foods: come and look?", day=29, role="Fleet Planner",
    )  # fmt: skip
    first, again = box.cases()
    assert first and again == first


def test_one_letter_for_two_vacancies_begins_neither() -> None:
    box = Box()
    box.put(
        K.OTHER_JOB, "careers@fernquay.example <careers@fernquay.example>", "Two posts",
        "I attach one CV for two of your posts, Yard Manager (FQ-31) and Fleet Planner (FQ-34).",
        out=True, role="Yard Manager",
    )  # fmt: skip
    for role, number in (("Yard Manager", "FQ-31"), ("Fleet Planner", "FQ-34")):
        box.put(
            K.ACKNOWLEDGEMENT, HEAD, "Your application", f"You applied for {role}, {number}.",
            role=role, company="Fernquay", hand=Hand.TEMPLATE,
        )  # fmt: skip
    _, yard, fleet = box.cases()
    assert yard and fleet and yard != fleet
