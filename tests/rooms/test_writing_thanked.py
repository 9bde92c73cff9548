"""A letter thanks for a talk only where one is on record; else for the invitation, the lead, or for nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from afterword.terms import Brief, Deed, Direction, Fact, Happening, LetterKind, MailKind, Person
from afterword.writing import compose

K = LetterKind
NORA = Person("nora", "Nora Hild", "nora@ostwerk.example", company="Ostwerk")
NOW = date(2026, 11, 23)
ASKED = Happening(
    "m1", datetime(2026, 11, 16, 9, tzinfo=UTC), MailKind.INTERVIEW_INVITATION, who="nora"
)
HEARD = Happening(
    "m0", datetime(2026, 11, 9, 9, tzinfo=UTC), MailKind.ACKNOWLEDGEMENT, who="jobs@ostwerk.example"
)
TALK = Happening("t1", datetime(2026, 11, 18, 9, tzinfo=UTC), Deed.INTERVIEW)
TO_COME = Happening("t2", datetime(2026, 11, 30, 9, tzinfo=UTC), Deed.INTERVIEW)


def letter(kind: LetterKind, language: str, *happened: Happening, **more: Any) -> str:
    to = more.pop("to", NORA)
    return compose(
        Brief(kind, to, "Ada Weir", "Ostwerk", "Planner", NOW, happenings=happened, language=language, **more)
    ).body  # fmt: skip


#: Words of a talk that was, in the four languages a letter is written in.
OF_A_TALK = {
    "en": ("the conversation", "our talk", "gave me"),
    "de": ("Für das Gespräch", "unser Gespräch", "Austausch"),
    "fr": ("notre entretien", "Notre conversation", "accordé", "échange"),
    "es": ("la conversación", "dedicó", "hablar con usted"),
}
INVITED = {
    "en": "the invitation to talk",
    "de": "die Einladung zum Gespräch",
    "fr": "proposé un entretien",
    "es": "la invitación a conversar",
}


@pytest.mark.parametrize("language", list(OF_A_TALK))
def test_who_withdraws_after_an_acknowledgement_thanks_for_no_talk(language: str) -> None:
    body = letter(K.WITHDRAWAL, language, HEARD)
    assert not any(words in body for words in OF_A_TALK[language])
    assert INVITED[language] not in body


@pytest.mark.parametrize("language", list(OF_A_TALK))
def test_who_withdraws_after_an_invitation_thanks_for_that(language: str) -> None:
    body = letter(K.WITHDRAWAL, language, HEARD, ASKED, TO_COME)
    assert INVITED[language] in body
    assert not any(words in body for words in OF_A_TALK[language])


@pytest.mark.parametrize("language", list(OF_A_TALK))
def test_a_talk_that_was_is_thanked_for(language: str) -> None:
    body = letter(K.WITHDRAWAL, language, HEARD, ASKED, TALK)
    assert any(words in body for words in OF_A_TALK[language])
    day = {"en": "on Wednesday", "de": "18. November", "fr": "18 novembre", "es": "18 de noviembre"}
    assert day[language] in body


@pytest.mark.parametrize("language", list(OF_A_TALK))
def test_a_talk_of_colleagues_is_not_the_readers(language: str) -> None:
    theirs = Happening("t3", TALK.at, Deed.INTERVIEW, who="otto")
    body = letter(K.WITHDRAWAL, language, HEARD, ASKED, theirs)
    words = {
        "en": "your colleagues",
        "de": "in Ihrem Haus",
        "fr": "vos collègues",
        "es": "sus colegas",
    }
    assert words[language] in body


@pytest.mark.parametrize("language", list(OF_A_TALK))
def test_a_note_of_thanks_without_a_talk_thanks_for_the_mail(language: str) -> None:
    body = letter(K.THANK_YOU, language, ASKED)
    words = {"en": "your mail", "de": "Ihre Nachricht", "fr": "votre message", "es": "su mensaje"}
    assert words[language] in body
    assert not any(one in body for one in OF_A_TALK[language])


@pytest.mark.parametrize("language", list(OF_A_TALK))
def test_with_nothing_on_record_the_thanks_are_a_question_to_the_user(language: str) -> None:
    first = letter(K.THANK_YOU, language).split("\n\n")[1]
    assert "[" in first


def test_a_friend_who_brought_the_lead_is_thanked_for_that() -> None:
    friend = Person("kit", "Kit Moss", "kit@ostwerk.example", company="Ostwerk")
    wrote = Happening("m7", datetime(2026, 11, 2, 9, tzinfo=UTC), MailKind.OUTREACH, who="kit")
    told = (Fact("brought:m7", "Kit Moss"),)
    body = letter(K.REFERRAL_ASK, "en", wrote, ASKED, TALK, to=friend, facts=told)
    assert "thinking of me" in body and "our talk" not in body
    thanks = letter(K.THANK_YOU, "fr", wrote, ASKED, TALK, to=friend, facts=told)
    assert "pensé à moi" in thanks and "entretien" not in thanks
    # Where the friend sat in a talk themselves, that is what is thanked for.
    sat = (*told, Fact("sat:t1", "Kit Moss"))
    assert "our talk" in letter(K.REFERRAL_ASK, "en", wrote, ASKED, TALK, to=friend, facts=sat)


def test_who_works_elsewhere_has_interviewed_nobody_there() -> None:
    away = Person("kit", "Kit Moss", "kit@moss.example", company="Moss Tiles")
    assert "our talk" not in letter(K.REFERRAL_ASK, "en", ASKED, TALK, to=away)


def test_an_own_mail_is_no_invitation() -> None:
    sent = Happening("m9", ASKED.at, MailKind.INTERVIEW_INVITATION, Direction.OUT)
    assert INVITED["en"] not in letter(K.WITHDRAWAL, "en", sent)
