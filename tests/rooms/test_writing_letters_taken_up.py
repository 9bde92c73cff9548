"""What their own mail offers, praises and explains is taken up in the answer to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from afterword.terms import (
    Brief,
    Deed,
    Direction,
    Fact,
    Happening,
    LetterKind,
    MailKind,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
)
from afterword.writing import compose, review, unproven
from afterword.writing.letters.lines import sentences_of

K = LetterKind
IDA = Person("ida", "Ida Quist", "ida@weir.example")


def at(day: int) -> datetime:
    return datetime(2026, 5, day, 9, tzinfo=UTC)


def told(*sentences: str, source: str = "Ida Quist, 4 May") -> tuple[Fact, ...]:
    return tuple(Fact(f"line:m1:{n}", one, source) for n, one in enumerate(sentences))


def brief(kind: LetterKind, *sentences: str, **more: object) -> Brief:
    base = Brief(
        kind, IDA, "Noor Bakker", "Weir Textiles", "Dye House Manager", date(2026, 5, 6),
        happenings=(
            Happening("t1", at(1), Deed.INTERVIEW, who="ida"),
            Happening("m1", at(4), MailKind.REJECTION, who="ida"),
        ),
        facts=told(*sentences),
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def body(one: Brief) -> str:
    drafted = compose(one)
    assert unproven(drafted) == ()
    return drafted.body


@pytest.mark.parametrize(
    ("sentence", "yes"),
    [
        ("I’d gladly have lunch with you in June if you like.", "And yes, gladly: lunch in June."),
        (
            "It was close, and I would be happy to meet for a quick coffee after the holidays.",
            "And yes, gladly: a quick coffee after the holidays.",
        ),
        ("Shall we have a chat next week?", "And yes, gladly: a chat next week."),
        (
            "I would gladly introduce you to our mill in Ghent.",
            "You wrote “I would gladly introduce you to our mill in Ghent”: yes, gladly",
        ),
        ("We’d be happy to give you feedback if that helps.", "And yes, please:"),
        ("I am happy to walk you through the scores.", "And yes, please:"),
        ("I’d be glad to call you next week.", "“I’d be glad to call you next week”: yes, gladly"),
    ],
)
def test_what_they_offer_in_person_is_answered_with_yes(sentence: str, yes: str) -> None:
    said = body(brief(K.GRACE_NOTE, "We chose somebody else.", sentence))
    assert yes in said
    assert "?" not in said  # it takes up the offer and asks nothing
    assert "[one thing" in said  # an offer is not the thing valued


@pytest.mark.parametrize(
    "sentence",
    [
        "If you have any further questions, I would be happy to have a call.",
        "We would like to thank you for our conversation in April.",
        "Unfortunately I cannot offer a call about it.",
        "I am happy with our meeting.",
        "We will be glad to see you apply again.",
    ],
)
def test_a_formula_is_no_offer(sentence: str) -> None:
    assert "gladly" not in body(brief(K.GRACE_NOTE, "We chose somebody else.", sentence))


def test_their_praise_and_their_reason_leave_no_hole() -> None:
    why = "In the end we needed somebody who has run reactive dyeing on a scale like ours."
    no = Happening(
        "m1", at(4), MailKind.REJECTION, who="ida", reasons=(ReasonSeen("R03", why),)
    )  # fmt: skip
    both = brief(
        K.GRACE_NOTE,
        "I wanted to tell you myself.",
        why,
        "I must say your plan for the first winter was the best I have read, and we’d love a coffee in June.",
        happenings=(Happening("t1", at(1), Deed.INTERVIEW, who="ida"), no),
    )
    said = body(both)
    assert "[" not in said
    assert "Thank you for writing to me yourself about the Dye House Manager role." in said
    assert "for telling me the reason" in said
    assert "“your plan for the first winter was the best I have read”" in said
    assert "a coffee in June" in said
    assert len(said.split()) <= 120
    # a colleague of theirs did not write it, and is thanked for none of it
    other = replace(both, to=Person("per", "Per Holm"), facts=())
    assert "reason" not in body(other)


def test_a_kind_word_that_is_kept_as_a_remark_ends_before_the_offer() -> None:
    said = body(
        brief(
            K.GRACE_NOTE,
            remarks=(
                Remark(
                    "r1",
                    RemarkKind.PRAISE,
                    "Your questions were the best we heard all spring, and I would gladly call you one day.",
                    "ida",
                    said_in="m1",
                ),
            ),
        )
    )
    assert "That you wrote “Your questions were the best we heard all spring” is" in said


@pytest.mark.parametrize(
    ("language", "sentences", "says"),
    [
        (
            "de",
            ("Ihr Konzept hat uns sehr beeindruckt.", "Gern lade ich Sie im Juni auf einen Kaffee ein."),
            ("„Ihr Konzept hat uns sehr beeindruckt“", "Kaffee ein“: Ja, sehr gern"),
        ),
        (
            "fr",
            ("Je vous rencontrerais volontiers autour d’un café en juin.",),
            ("un café en juin »", "oui, très volontiers"),
        ),
        (
            "es",
            ("Con mucho gusto tomaría un café con usted en junio.",),
            ("en junio»", "con mucho gusto"),
        ),
    ],
)  # fmt: skip
def test_the_yes_in_their_language(
    language: str, sentences: tuple[str, ...], says: tuple[str, ...]
) -> None:
    said = body(brief(K.GRACE_NOTE, *sentences, language=language))
    assert all(one in said for one in says)


def frozen(*sentences: str, kind: MailKind = MailKind.ON_HOLD, **more: object) -> Brief:
    held = Happening("m1", at(4), kind, who="ida", promised=more.pop("promised", None))  # type: ignore[arg-type]
    return brief(K.KEEP_IN_TOUCH, *sentences, happenings=(held,), **more)


def test_a_frozen_seat_is_felt_for_and_asked_about() -> None:
    said = body(frozen("The budget is frozen.", "I hope to know more in late June."))
    assert "the team" in said
    assert "You expect to know more in late June: would a word from me help then" in said
    assert "[" not in said
    assert len(said) <= 400
    assert "You named 1 July" in body(frozen("We must wait.", promised=date(2026, 7, 1)))
    assert "When would a word from me help?" in body(frozen("We must wait."))
    gone = body(frozen("The post is cancelled.", kind=MailKind.CANCELLED))
    assert "is gone" in gone


def test_sympathy_is_said_once_and_only_of_what_still_stands() -> None:
    held = frozen("We must wait.")
    sent = Happening("l1", at(5), Deed.LETTER, Direction.OUT, who="ida", detail="keep_in_touch")
    again = Happening("m2", at(5), MailKind.REOPENED, who="ida")
    for later in (sent, again):
        said = body(replace(held, happenings=(*held.happenings, later)))
        assert "would a word from me help" not in said.casefold()


@pytest.mark.parametrize(
    ("language", "says"),
    [("de", "Sie rechnen damit, Mitte Juni mehr"), ("fr", "à la rentrée"), ("es", "en septiembre")],
)
def test_the_same_abroad(language: str, says: str) -> None:
    line = {
        "de": "Wir wissen Mitte Juni mehr.",
        "fr": "Nous devrions en savoir plus à la rentrée.",
        "es": "Esperamos saber más en septiembre.",
    }[language]
    said = body(frozen(line, language=language))
    assert says in said
    assert len(said) <= 400


LETTER = "Dear Ida,\n\n{}\n\nKind regards,\nNoor Bakker"


def asks(text: str, *facts: Fact) -> bool:
    notes = review(LETTER.format(text), K.GRACE_NOTE, to=IDA, facts=facts)
    return any(one.rule == "question" for one in notes)


def test_the_day_for_what_they_offered_is_no_question_to_hold_back() -> None:
    offer = "Thank you for your decision. I would love to have that coffee. "
    assert not asks(offer + "Would Tuesday 9 June or Friday 12 June suit you?")
    assert not asks(
        "Thank you for your mail. Would 9 June or 12 June suit you?", *told("I’d gladly have a coffee.")
    )  # fmt: skip
    assert asks(offer + "Why was I not chosen?")
    assert asks("Thank you for your mail. Would 9 June suit you?")


def test_a_mail_is_cut_where_its_writer_ended() -> None:
    text = (
        "Offer of work\n\nDear Noor,\n\nwe are glad to offer you the post of Dye House Manager at\n"
        "Weir Textiles. More below.\n\nSalary: 41,000\nStart: 6 July 2026"
    )
    assert sentences_of(text, "Offer of work") == [
        "Dear Noor,",
        "we are glad to offer you the post of Dye House Manager at Weir Textiles.",
        "More below.",
        "Salary: 41,000",
        "Start: 6 July 2026",
    ]


def test_who_said_why_is_asked_what_would_do_and_not_why() -> None:
    why = "In the end we needed somebody who has run reactive dyeing on a scale like ours."
    no = Happening("m1", at(4), MailKind.REJECTION, who="ida", reasons=(ReasonSeen("R03", why),))
    told_us = brief(K.ADVICE_REQUEST, why, "I’d gladly have a coffee in June.", happenings=(no,))
    said = body(told_us)
    assert "What would you want to see from me" in said
    assert said.count("?") == 1
    assert "And yes, gladly: a coffee in June." in said
    assert len(said.split()) <= 110
    assert "do differently" in body(brief(K.ADVICE_REQUEST))


def remark(kind: RemarkKind, quote: str, **more: str) -> Remark:
    return Remark("r1", kind, quote, "ida", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "quote",
    [
        "As discussed the client is Weir Textiles.",
        "I have sent your CV to their dye house.",
        "We’d like you to come to a final round with the board.",
        "Wie besprochen sende ich Ihnen die Unterlagen.",
    ],
)
def test_nobody_keeps_returning_to_a_sentence_of_mere_business(quote: str) -> None:
    topic = remark(RemarkKind.TOPIC, quote, said_in="m1")
    for kind in (K.THANK_YOU, K.INFLUENCE_LETTER, K.KEEP_IN_TOUCH, K.GRACE_NOTE):
        assert quote.rstrip(".") not in body(brief(kind, remarks=(topic,)))
    work = remark(RemarkKind.TOPIC, "The night dyers know first when a vat turns.", said_in="m1")
    assert "know first when a vat turns" in body(brief(K.THANK_YOU, remarks=(work,)))
    noted = remark(RemarkKind.TOPIC, quote)  # the user's own note of a talk
    assert quote.rstrip(".") in body(brief(K.THANK_YOU, remarks=(noted,)))


def test_before_any_talk_no_conversation_is_thanked_for() -> None:
    mail = Happening("m1", at(4), MailKind.OUTREACH, who="ida")
    ahead = Happening("t2", at(20), Deed.INTERVIEW, who="per")
    said = body(brief(K.THANK_YOU, happenings=(mail, ahead)))
    assert "Thank you for your mail on Monday." in said
    assert not any(word in said for word in ("conversation", "our talk", "meeting", "enjoyed"))


def offer(*sentences: str, **more: object) -> Brief:
    made = Happening("m1", at(4), MailKind.OFFER, who="hr")
    return brief(K.OFFER_ACCEPTANCE, *sentences, happenings=(made,), **more)


def test_an_acceptance_takes_its_days_from_the_offer() -> None:
    said = body(
        offer(
            "Start: Monday 6 July 2026",
            "Please let me have your answer by 12 May.",
            "Probation: until 6 January 2027",
        )
    )
    assert "I start on 6 July, on the terms of your mail of 4 May." in said
    assert "[" not in said
    assert "I start on 11 January 2027" in body(offer("You would start on 11 January 2027."))
    # two days that could be meant, or one that is due, are no start
    assert "[the day]" in body(offer("Start: 6 July or 1 August"))
    assert "[the day]" in body(offer("Please start to decide by 12 May."))
    # an offer by telephone has no words that are known
    assert "[its date]" in body(offer())


@pytest.mark.parametrize(
    ("language", "line", "says"),
    [
        ("de", "Eintrittsdatum: 1. Juli 2026", "Ich beginne am 1. Juli, zu den"),
        ("fr", "Prise de poste : 1er juillet 2026", "Je commencerai le 1er juillet, aux"),
        ("es", "Incorporación: 1 de julio de 2026", "Empezaré el 1 de julio, en"),
    ],
)
def test_the_start_in_their_language(language: str, line: str, says: str) -> None:
    said = body(offer(line, language=language))
    assert says in said and "[" not in said


def test_what_a_mail_tells_of_is_no_thing_of_the_talk() -> None:
    plan = Remark(
        "r1", RemarkKind.TOPIC, "We expect to open a second dye house in autumn", "ida",
        at=date(2026, 5, 4), said_in="m1",
    )  # fmt: skip
    said = body(
        brief(K.GRACE_NOTE, "Your trial vat was the best I have seen here.", remarks=(plan,))
    )
    assert "From our talk" not in said and "second dye house" not in said
    assert "the best I have seen here" in said
