"""A yes is said to what a mail offers the user in person, and to nothing that only sounds like it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from afterword.terms import Brief, Fact, Happening, LetterKind, MailKind, Person
from afterword.writing import compose
from afterword.writing.letters import offering_abroad
from afterword.writing.letters.offering import offered

IDA = Person("ida", "Ida Quist", "ida@weir.example")
#: The mail came on a Monday; the answer to it is written two days later unless said otherwise.
MONDAY = datetime(2026, 5, 4, 9, tzinfo=UTC)


def brief(*said: str, language: str = "en", today: date = date(2026, 5, 6)) -> Brief:
    return Brief(
        LetterKind.GRACE_NOTE, IDA, "Noor Bakker", "Weir Textiles", "Dyer", today,
        happenings=(Happening("m1", MONDAY, MailKind.REJECTION, who="ida"),),
        facts=tuple(Fact(f"line:m1:{n}", one, "Ida Quist, 4 May") for n, one in enumerate(said)),
        language=language,
    )  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "We are glad to have had a conversation with you.",
        "We are happy to say the talk went well, and yet we have chosen another person.",
        "We are delighted to tell you that the meeting on Friday chose Tom.",
        "I am glad to hear that you can talk to HR about it.",
        "We are pleased to have another meeting with the finalist tomorrow.",
        "I'm glad to have a call with the new dyer this afternoon.",
        "We'd love to get your feedback in a short call with our survey team.",
        "I'd have loved to meet you again.",
        "We would gladly have had another call with you.",
        "I would gladly have lunch with you if you had been chosen.",
        "I would love to have a coffee with you, but I am leaving the mill on Friday.",
        "We are happy to call you a friend of the house.",
        "We’d be happy to recommend you look at our careers page.",
        "We would be happy to pass your details to our partner agencies.",
        "I would be happy to speak at your event.",
        "I would like to talk to the board before I say more.",
        "We are happy to provide feedback: you lacked years at the vat.",
        "You are welcome to give feedback on our process.",
        "We love a good chat here.",
    ],
)
def test_what_only_sounds_like_an_offer(sentence: str) -> None:
    assert offered(brief("We chose somebody else.", sentence)) is None
    assert "gladly" not in compose(brief("We chose somebody else.", sentence)).body


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("We would be glad to have a conversation with you in autumn.", "a conversation in autumn"),
        ("I’d love another coffee with you one day.", "another coffee"),
        ("I'd be glad to have a call to explain our decision.", "a call"),
        ("How about a coffee next week?", "a coffee next week"),
        ("We chose Tom, and I'd be happy to have a talk about it.", "a talk"),
    ],
)
def test_its_innocent_twin_is_one(sentence: str, thing: str) -> None:
    found = offered(brief(sentence))
    assert found is not None and found.thing == thing


@pytest.mark.parametrize(
    "sentence",
    [
        "I’d be happy to recommend you to friends in the trade.",
        "I would gladly put you in touch with our sister mill",
        "You are welcome to call me any time.",
        "I'd be happy to arrange a meeting with our head of dyeing.",
        "I'd gladly have lunch with you when you are next in Ghent.",
    ],
)
def test_what_has_no_one_name_is_told_back(sentence: str) -> None:
    found = offered(brief(sentence))
    assert found is not None and not found.thing
    assert found.clause == sentence.rstrip(".").replace("'", "’")


def test_what_is_taken_back_is_no_offer() -> None:
    told = "I would be happy to give you feedback."
    assert offered(brief(told)) is not None
    assert offered(brief(told, "Unfortunately our policy does not allow it.")) is None
    assert offered(brief("We do not give any feedback by mail.", told)) is None


def test_a_condition_is_kept_and_a_courtesy_is_not() -> None:
    if_open = offered(brief("I'd be happy to meet you if a vat comes free."))
    assert if_open is not None and if_open.clause.endswith("if a vat comes free")
    polite = offered(brief("I'd be happy to meet you if you like."))
    assert polite is not None and polite.clause == "I’d be happy to meet you"


def test_a_time_that_is_over_is_not_said() -> None:
    next_week = "I'd be glad to have a coffee with you next week."
    assert "a coffee next week." in compose(brief(next_week)).body
    later = compose(brief(next_week, today=date(2026, 5, 13))).body
    assert "And yes, gladly: a coffee." in later and "next week" not in later


def test_one_day_of_theirs_is_left_to_the_user() -> None:
    said = compose(brief("Let’s have a coffee on Friday 8 May.")).body
    assert "And yes, gladly: a coffee." in said
    assert "[does Friday 8 May suit you? Say so, or name two days of yours]" in said
    later = compose(brief("Let’s have a coffee on Friday 8 May.", today=date(2026, 5, 20))).body
    assert "8 May" not in later and "[does the day they named suit you?" in later


@pytest.mark.parametrize(
    ("language", "guilty", "twin"),
    [
        ("de", "Wir haben gern mit Ihnen telefoniert.", "Wir würden gern mit Ihnen telefonieren."),
        (
            "de",
            "Wir hätten Sie gern auf einen Kaffee eingeladen.",
            "Gern lade ich Sie auf einen Kaffee ein.",
        ),
        (
            "de",
            "Gern würde ich Ihnen Feedback geben, aber das dürfen wir nicht.",
            "Gern würde ich Ihnen Feedback geben.",
        ),
        ("de", "Wir würden gern Ihr Feedback hören.", "Ich gebe Ihnen gern ein Feedback."),
        (
            "de",
            "Gern empfehle ich Ihnen unseren Newsletter.",
            "Gern empfehle ich Sie einem Kollegen.",
        ),
        (
            "fr",
            "Nous avons été ravis de vous rencontrer.",
            "Nous serions ravis de vous rencontrer.",
        ),
        (
            "fr",
            "J’aurais volontiers pris un café avec vous.",
            "Je prendrais volontiers un café avec vous.",
        ),
        (
            "fr",
            "Je vous recommanderais volontiers de consulter notre site.",
            "Je vous recommanderais volontiers autour de moi.",
        ),
        (
            "es",
            "Encantados de haberle conocido en la llamada.",
            "Estaré encantada de llamarle en junio.",
        ),
        (
            "es",
            "Nos gustaría conocer su opinión sobre la llamada.",
            "Me gustaría charlar con usted en junio.",
        ),
        (
            "es",
            "Me gustaría tomar un café con usted, pero dejo la empresa.",
            "Me gustaría tomar un café con usted.",
        ),
    ],
)
def test_the_same_abroad(language: str, guilty: str, twin: str) -> None:
    assert offered(brief(guilty, language=language)) is None
    found = offered(brief(twin, language=language))
    assert found is not None and found.clause == twin.rstrip(".")


def test_an_offer_to_telephone_after_a_polite_if_is_taken_up() -> None:
    text = (
        "Je serais sincèrement heureuse que nous restions en contact, et si vous en avez envie je vous "
        "appellerai volontiers dans les jours qui viennent pour en parler plus librement."
    )
    assert offering_abroad.clause(text, "", "fr").startswith("je vous appellerai volontiers")
    assert (
        offering_abroad.clause(
            "Si vous avez des questions, je vous appellerai volontiers.", "", "fr"
        )
        == ""
    )
