"""Names nearly theirs: the slip is seen, the true name, its forms and other names pass."""

from __future__ import annotations

import pytest

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing import review
from afterword.writing.remarks.nearly import near

FACTS = {
    "en": (
        "Interview on 9 June 2026 with Mr Peter Calloway at Brindley Hatch Engineers",
        "Story: at Sorrel Foods I cut the waste of the bakery line",
        "Ms Nadia Osborne showed me the yard at Port of Hollesley",
    ),
    "de": (
        "Gespräch am 9. Juni 2026 mit Herrn Peter Kallmeier bei der Werkstatt Brandner",
        "Herr Rott zeigte mir die Halle",
        "Im Sägewerk Tannhof kürzten wir die Wege",
    ),
    "fr": (
        "Entretien du 9 juin 2026 avec M. Pierre Cadou à la Scierie des Ormeaux",
        "Chez Moulins Garrec, nous avons réduit les pertes",
    ),
    "es": (
        "Entrevista del 9 de junio de 2026 con Pedro Cadalso en Molinos del Jalón",
        "En Panadería Olmeda redujimos la merma",
    ),
}
TO = {
    "en": Person("p", "Peter Calloway", company="Brindley Hatch Engineers"),
    "de": Person("p", "Peter Kallmeier", company="Werkstatt Brandner"),
    "fr": Person("p", "Pierre Cadou", company="Scierie des Ormeaux"),
    "es": Person("p", "Pedro Cadalso", company="Molinos del Jalón"),
}
FRAME = {
    "en": "Subject: {}\n\nDear Mr Calloway,\n\n{}\n\nKind regards,\nIda Stern",
    "de": "Betreff: {}\n\nSehr geehrter Herr Kallmeier,\n\n{}\n\nFreundliche Grüße\nIda Stern",
    "fr": "Objet : {}\n\nBonjour Monsieur Cadou,\n\n{}\n\nCordialement,\nIda Stern",
    "es": "Asunto: {}\n\nEstimado Pedro:\n\n{}\n\nUn saludo,\nIda Stern",
}


def found(language: str, sentence: str, subject: str = "") -> dict[str, Finding]:
    text = FRAME[language].format(subject or "9", sentence)
    to = TO[language]
    notes = review(
        text, LetterKind.THANK_YOU, to=to, company=to.company, me="Ida Stern", language=language,
        checked=True, facts=[Fact(f"f{i}", one) for i, one in enumerate(FACTS[language])],
    )  # fmt: skip
    return {one.rule: one for one in notes if one.rule in ("wrong_company", "wrong_name")}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "I kept thinking about the drawings at Brinley Hatch."),
        ("en", "At Sorrell Foods we cut the waste."),
        ("en", "The yard at Port of Hollersley was a fine sight."),
        ("de", "In der Werkstatt Brenner ging mir viel durch den Kopf."),
        ("de", "Im Sägewerk Tannhaus kürzten wir die Wege."),
        ("fr", "La visite de la Scierie des Ormets m'a plu."),
        ("fr", "Chez Moulins Garnec, nous avons réduit les pertes."),
        ("es", "La visita a Molinos del Jalance me gustó."),
        ("es", "En Panadería Olmedo redujimos la merma."),
    ],
)
def test_a_firm_written_nearly_right_is_seen(language: str, sentence: str) -> None:
    assert "wrong_company" in found(language, sentence)


def test_the_subject_is_read_too() -> None:
    slip = found("en", "Thank you.", "Brindley Hitch and the drawings")["wrong_company"]
    assert slip.mend == "Hatch"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ms Nadine Osborne was kind to me."),
        ("en", "Nadia Osbourne was kind to me."),
        ("de", "Herrn Kotts Halle vergesse ich nicht."),
        ("es", "Pablo Cadalso me lo contó."),
    ],
)
def test_a_person_half_right_is_seen(language: str, sentence: str) -> None:
    assert "wrong_name" in found(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Brindley Hatch has a yard, and so has Sorrel."),
        ("en", "Nadia showed me Hollesley’s yard. Calling there was a pleasure."),
        ("en", "Port and starboard were clear. Peter’s Engineers know it."),
        ("de", "Herrn Rotts Halle und Brandners Werkstatt gefielen mir."),
        ("de", "Die Wege im Tannhof und die Halle, das Sägemehl, der Brand."),
        ("fr", "Les Ormeaux et Garrec se connaissent. Moulin ou scierie, qu'importe."),
        ("es", "En Olmeda y en el Jalón se trabaja bien. Panaderos y molineros."),
    ],
)
def test_the_name_itself_its_forms_and_ordinary_words_pass(language: str, sentence: str) -> None:
    assert found(language, sentence) == {}


@pytest.mark.parametrize(
    ("word", "meant"),
    [("harker", "barker"), ("joyce", "joy"), ("geohub", "geohive"), ("sempione", "simplon"),
     ("lerwick", "lerrick"), ("blackfriars", "greyfriars")],
)  # fmt: skip
def test_near_is_near(word: str, meant: str) -> None:
    assert near(word, meant)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("pohls", "pohl"), ("hamburg", "salzburg"), ("london", "leeds"), ("weber", "webers"),
     ("norfolk", "suffolk"), ("ann", "tom"), ("manchester", "winchester")],
)  # fmt: skip
def test_forms_and_other_names_are_not_near(word: str, meant: str) -> None:
    assert not near(word, meant)
