"""What would be so is no news, in any of the languages; what is so stays news beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from afterword.reading.hearing import hear
from afterword.reading.kind.supposed import supposed
from afterword.reading.model import Opinion
from afterword.reading.model.facts import Facts
from afterword.reading.settling import settle
from afterword.terms import Address, Mail, MailKind

K = MailKind
WOULD_BE = [
    (
        "en",
        "If you do not hear from us by the end of May, please take it that you were not chosen.",
    ),
    ("en", "No response within four weeks means that your application went no further."),
    ("fr", "Sans réponse de notre part sous dix jours, votre dossier n'aura pas été retenu."),
    ("fr", "Passé ce délai, veuillez considérer que nous ne donnons pas suite."),
    ("de", "Hören Sie bis Ende Juni nichts von uns, haben wir uns anders entschieden."),
    ("de", "Ohne Rückmeldung innerhalb von vier Wochen gilt die Bewerbung als abgelehnt."),
    ("es", "Transcurridos quince días sin respuesta, su candidatura queda descartada."),
    ("pt", "Não havendo contacto até ao fim do mês, a candidatura não foi selecionada."),
    ("it", "In assenza di riscontro entro venti giorni la candidatura si intende respinta."),
    ("nl", "Hoor je binnen drie weken niets van ons, dan gaan we niet met je verder."),
]
IS_SO = [
    ("en", "If I may be frank, it was close, but we have chosen somebody else."),
    ("en", "We have chosen somebody else; if you would like to hear why, ring me."),
    ("en", "Without going into detail: the panel preferred another candidate."),
    ("fr", "Nous ne donnons pas suite à votre candidature et restons à votre écoute si besoin."),
    ("de", "Sie haben uns nichts vorzuwerfen, und doch haben wir uns leider anders entschieden."),
    ("es", "Hemos elegido a otra persona, aunque nos costó decidir sin discutir."),
    ("nl", "We gaan helaas niet met je verder; bel gerust als je meer wilt weten."),
]


@pytest.mark.parametrize(("language", "sentence"), WOULD_BE)
def test_a_sentence_under_a_condition_is_supposed(language: str, sentence: str) -> None:
    text = f"Your application\n\nThank you for writing to us.\n\n{sentence}\n"
    (found,) = supposed(text, (language, "en"))
    assert text[found.start : found.end] == sentence


@pytest.mark.parametrize(("language", "sentence"), IS_SO)
def test_what_is_told_outright_is_not(language: str, sentence: str) -> None:
    assert supposed(sentence, (language, "en")) == ()


def _hears_a_no_in(
    word: str, asked: list[Sequence[str]]
) -> Callable[[Sequence[str], Facts], Opinion]:
    """A model that takes every mail with `word` in it for a no, and any other for a receipt."""

    def ask(clauses: Sequence[str], facts: Facts) -> Opinion:
        asked.append(clauses)
        no = any(word in clause for clause in clauses)
        kinds = (K.REJECTION, K.ACKNOWLEDGEMENT) if no else (K.ACKNOWLEDGEMENT, K.REJECTION)
        return Opinion(kinds[0], 0.97, ((kinds[1], 0.03),), 0)

    return ask


def _mail(body: str) -> Mail:
    return Mail(
        "1",
        subject="Your application as a Ranger",
        sender=Address("Heron Trust", "jobs@heron.example"),
        text=body,
    )


def test_the_model_is_asked_again_without_what_would_be() -> None:
    asked: list[Sequence[str]] = []
    body = (
        "Thank you for your application as a Ranger.\n\n"
        "If you hear nothing in six weeks it went to the pile we burn.\n\nThe Heron Trust"
    )
    said = settle(hear(_mail(body)), _hears_a_no_in("burn", asked))
    assert said.kind is K.ACKNOWLEDGEMENT
    assert [any("burn" in clause for clause in clauses) for clauses in asked] == [True, False]


def test_a_no_that_is_told_outright_stays_one() -> None:
    asked: list[Sequence[str]] = []
    body = "Thank you for your application as a Ranger.\n\nIt went to the pile we burn.\n"
    assert settle(hear(_mail(body)), _hears_a_no_in("burn", asked)).kind is K.REJECTION


def test_closing_the_file_of_who_stepped_back_is_no_no() -> None:
    body = (
        "Of course. Your file is in the pile we burn. All the best for your walk across Spain.\n\n"
        "On Thu, 8 Oct 2026 at 08:15, Ada Finch <ada@finch.example> wrote:\n\n"
        "> Thank you for the call. I would like to withdraw my application.\n> Ada\n"
    )
    assert settle(hear(_mail(body)), _hears_a_no_in("burn", [])).kind is K.WITHDRAWN


def test_a_no_to_who_had_turned_another_house_down_stays_a_no() -> None:
    body = (
        "I am sorry: we have decided not to move forward with your application as a Ranger.\n\n"
        "On Thu, 8 Oct 2026 at 08:15, Ada Finch <ada@finch.example> wrote:\n\n"
        "> I have decided to decline the other offer and wait for yours.\n> Ada\n"
    )
    assert settle(hear(_mail(body)), _hears_a_no_in("sorry", [])).kind is K.REJECTION


def test_a_guess_of_a_verdict_that_no_rule_shares_ends_no_case() -> None:
    def guess(clauses: Sequence[str], facts: Facts) -> Opinion:
        return Opinion(K.POSITION_FILLED, 0.5, ((K.OTHER_JOB, 0.4), (K.CANCELLED, 0.1)), 0)

    thanks = _mail("Thank you for Thursday! Three people asked me for your address as a Ranger.")
    assert settle(hear(thanks), guess).kind is K.OTHER_JOB
    filled = _mail("I am sorry: the position of Ranger has been filled. Keep well.")
    assert settle(hear(filled), guess).kind is K.POSITION_FILLED
