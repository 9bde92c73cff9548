"""A heavy note needs more than a tone: a second sign in the words, or a very sure ear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from afterword.counsel.wellbeing.mindset import shows_hurt
from afterword.terms import Fact, LetterKind, Person
from afterword.writing.remarks.by_ear import SAYS, is_heard_only
from afterword.writing.remarks.subject import of_line
from afterword.writing.reviewing import review

FRAME = {
    "en": "Dear Ms Quill,\n\nThe loft over the press room stayed with me. {} Could I call on Friday?\n\nKind regards,\nTom Ade",
    "de": "Liebe Frau Quill,\n\nder Boden über der Druckerei blieb mir. {} Darf ich am Freitag anrufen?\n\nViele Grüße\nTom Ade",
    "fr": "Chère Madame Quill,\n\nl’atelier sous les toits m’est resté. {} Puis-je vous appeler vendredi ?\n\nCordialement,\nTom Ade",
    "es": "Estimada señora Quill:\n\nel taller bajo el tejado se me quedó. {} ¿Puedo llamarle el viernes?\n\nUn saludo,\nTom Ade",
}
FACTS = (
    Fact("case:role", "Head of Binding"),
    Fact("story:1", "Moved the bindery in one night; kept a paper list for the ten oldest presses"),
    Fact("story:2", "A buyer is named in confidence: Verrall takes over the plates"),
)


def rules(said: str, language: str = "en", **told: float) -> set[str]:
    def hear(kind: str, sentences: Sequence[str]) -> Sequence[Mapping[str, float]]:
        silent = dict.fromkeys((*SAYS, "empty_opening", "next_step"), 0.0)
        return [{**silent, **(told if one == said else {})} for one in sentences]

    found = review(
        FRAME[language].format(said),
        LetterKind.REOPEN_LETTER,
        to=Person("p", "Ada Quill", company="Quill & Sons"),
        company="Quill & Sons",
        today=date(2026, 3, 10),
        facts=FACTS,
        language=language,
        hear=hear,
    )
    return {one.rule for one in found}


@pytest.mark.parametrize(
    ("said", "ear"),
    [
        ("I saw that the Head of Binding role is open again.", "confidential"),
        ("I kept a paper list for the ten oldest presses.", "confidential"),
        ("I would keep it to a day.", "false_urgency"),
        ("I could answer with words, but a sheet would tell you more.", "blame"),
        ("Nobody had asked me about margins until your call.", "blame"),
        ("If the answer is no, a word is quite enough.", "hedging"),
        ("I moved the bindery in one night.", "cliche"),
        ("I will come prepared for that.", "entitlement"),
    ],
)
def test_a_tone_half_heard_in_a_clean_sentence_is_let_pass(said: str, ear: str) -> None:
    assert SAYS[ear][0] not in rules(said, **{ear: 0.7})


@pytest.mark.parametrize(
    ("said", "ear"),
    [
        ("Your night clerk told me that the plates are to be sold.", "confidential"),
        ("I need an answer by Thursday, others are waiting.", "false_urgency"),
        ("Nobody had asked me about margins, and nobody listened.", "blame"),
        ("Perhaps I am not quite what you want.", "hedging"),
        ("I take it that the chair by the window is mine.", "entitlement"),
    ],
)
def test_with_a_second_sign_it_is_said(said: str, ear: str) -> None:
    assert SAYS[ear][0] in rules(said, **{ear: 0.7})


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Niemand hatte mich danach gefragt bis zu Ihrem Anruf."),
        ("fr", "Personne ne me l’avait demandé avant votre appel."),
        ("es", "Nadie me lo había preguntado hasta su llamada."),
    ],
)
def test_nobody_before_you_reproaches_nobody_in_any_language(language: str, said: str) -> None:
    assert "blame" not in rules(said, language, blame=0.8)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Wenn die Antwort Nein ist, genügt ein Wort."),
        ("fr", "Si la réponse est non, un mot suffit."),
        ("es", "Si la respuesta es que no, basta una palabra."),
    ],
)
def test_an_easy_no_takes_nothing_back(language: str, said: str) -> None:
    assert "hedging" not in rules(said, language, hedging=0.6)


def test_what_a_fact_tells_in_confidence_carries_nothing() -> None:
    assert "confidential" in rules("Verrall takes over the plates.", confidential=0.7)


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "Thank you for the time you took and for giving me the actual reason."),
        ("en", "Thank you for your time and for showing me the dye vats."),
        ("de", "Danke, dass Sie mir den Grund so offen gesagt haben."),
        ("fr", "Merci de m’avoir donné la vraie raison."),
        ("es", "Gracias por decirme el motivo con franqueza."),
    ],
)
def test_a_first_line_that_names_what_they_gave_is_particular(language: str, first: str) -> None:
    head, _, tail = FRAME[language].partition("\n\n")
    text = f"{head}\n\n{first}\n\n{tail.partition(chr(10) * 2)[2]}"
    found = review(
        text,
        LetterKind.REOPEN_LETTER,
        facts=[Fact("remark:1", "The dye vats stop on Fridays")],
        language=language,
        checked=True,
    )
    assert "weak_opening" not in {one.rule for one in found}


def test_thanks_for_their_time_alone_could_open_any_letter() -> None:
    text = (
        "Dear Ms Quill,\n\nThank you for your time. The vats stop on Fridays.\n\nRegards,\nTom Ade"
    )
    facts = [Fact("remark:1", "The dye vats stop on Fridays")]
    found = review(text, LetterKind.REOPEN_LETTER, facts=facts, language="en", checked=True)
    assert "weak_opening" in {one.rule for one in found}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Last call for a reply", "false_urgency"),
        ("Final chance", "false_urgency"),
        ("Letzte Erinnerung", "false_urgency"),
        ("Dernière relance", "false_urgency"),
        ("Último aviso", "false_urgency"),
        ("Feedback", "weak_subject"),
        ("Kurze Frage", "weak_subject"),
        ("Une question", "weak_subject"),
        ("Consulta", "weak_subject"),
    ],
)
def test_a_subject_that_presses_or_says_nothing_is_noted(line: str, rule: str) -> None:
    assert [one.rule for one in of_line(line)] == [rule]
    text = f"Subject: {line}\n\n" + FRAME["en"].format("It rains.")
    (note,) = [one for one in review(text, LetterKind.REOPEN_LETTER) if one.rule == rule]
    assert text[note.start : note.end] == line


@pytest.mark.parametrize(
    "line", ["", "Re: Feedback", "Feedback on the vat plan", "Thank you, from our talk on Friday"]
)
def test_a_subject_that_says_what_it_is_about_passes(line: str) -> None:
    assert not list(of_line(line))


def test_hurt_is_spoken_of_after_one_plain_sign_or_two_doubtful_ones() -> None:
    assert not shows_hurt(plain=0, doubtful=0)
    assert not shows_hurt(plain=0, doubtful=1)
    assert shows_hurt(plain=1, doubtful=0) and shows_hurt(plain=0, doubtful=2)


def test_what_only_the_ear_hears_is_told_from_a_plain_wording() -> None:
    def hear(kind: str, sentences: Sequence[str]) -> Sequence[Mapping[str, float]]:
        return [{**dict.fromkeys(SAYS, 0.0), "blame": 0.9} for _ in sentences]

    text = FRAME["en"].format("It was cold in there and nobody came.")
    heard = [o for o in review(text, LetterKind.REOPEN_LETTER, hear=hear) if o.rule == "blame"]
    assert heard and all(is_heard_only(one) for one in heard)
    text = FRAME["en"].format("You wasted my time.")
    (plain,) = [one for one in review(text, LetterKind.REOPEN_LETTER) if one.rule == "blame"]
    assert not is_heard_only(plain)


@pytest.mark.parametrize(
    ("line", "presses"),
    [
        ("Urgent care nurse, Band 6", False),
        ("Still waiting room design: my portfolio", False),
        ("Last call operator role", False),
        ("Urgent: my application", True),
        ("Still waiting for your answer", True),
        ("Final notice before Friday", True),
    ],
)
def test_a_title_that_begins_like_pressure_presses_nobody(line: str, presses: bool) -> None:
    assert bool(list(of_line(line))) is presses
