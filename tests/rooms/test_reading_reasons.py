"""Why they say no: each code with the sentence that says it, and none invented."""

from __future__ import annotations

import pytest

from afterword.reading.reasons.codes import reasons_in
from afterword.terms import Basis, MailKind

K = MailKind


def said(body: str, kind: MailKind = K.REJECTION) -> dict[str, str]:
    text = f"Your application\n\nDear Ola,\n\n{body}"
    return {one.code: one.quote for one in reasons_in(text, kind, outgoing=False)}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("R02", "In the end we have appointed another candidate."),
        ("R02", "The loom went to a lady from Kirkwall."),
        ("R02", "Die Wahl fiel auf eine andere Bewerberin."),
        ("R02", "We zijn met een andere kandidaat verder gegaan."),
        ("R02", "Notre choix s'est porté sur une autre candidature."),
        ("R02", "Nos hemos decantado por otra persona."),
        ("R02", "Optámos por outro candidato."),
        ("R02", "La scelta è caduta su altro nominativo."),
        ("R03", "You have never run a night shift, and that is the gap."),
        ("R03", "Ihnen fehlt die Erfahrung mit Kaltwalzen."),
        ("R03", "Il vous manque la pratique du tour."),
        ("R04", "One of our own engineers is stepping up."),
        ("R04", "Die Aufgabe wird intern besetzt."),
        ("R06", "Somebody was referred to us late in the process."),
        ("R09", "We will keep your details on file for a year."),
        ("R09", "Wir würden Ihre Unterlagen gern aufbewahren."),
        ("R10", "Finish the certificate and apply again in the autumn."),
        ("R11", "You would be bored here by Easter."),
        ("R11", "Ich fürchte, dass Sie sich bei uns langweilen."),
        ("R12", "Your salary expectation is above what we can pay."),
        ("R12", "Por ese sueldo no llegamos."),
        ("R13", "We cannot sponsor a visa for this post."),
        ("R13", "Zonder rijbewijs kan ik u niet inzetten."),
        ("R14", "The background check came back and we cannot go further."),
        ("R15", "The chemistry with the crew was not there."),
        ("R16", "The exercise fell below our threshold."),
        ("R16", "La prova tecnica non ha raggiunto la soglia."),
    ],
)
def test_a_stated_reason_is_quoted_to_the_letter(code: str, sentence: str) -> None:
    found = said(f"Thank you for coming. {sentence}")
    assert found.get(code) == sentence


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("If you lack the experience for this post, look at our other roles.", "R03"),
        ("We have chosen someone with more experience in dyeing.", "R03"),
        ("All your details on file are deleted after six months.", "R09"),
        ("So I am not going to hire you.", "R02"),
    ],
)
def test_what_is_only_possible_or_about_somebody_else_is_no_reason(body: str, code: str) -> None:
    assert code not in said(body)


def test_a_no_without_a_reason_says_so() -> None:
    (reason,) = reasons_in("News\n\nWe will not go on with this.", K.REJECTION, outgoing=False)
    assert (reason.code, reason.quote, reason.basis) == ("R18", "", Basis.INFERRED)


def test_the_quote_of_a_kind_that_speaks_for_itself_is_no_greeting() -> None:
    found = said("We must tell you that the call has been halted for now.", K.ON_HOLD)
    assert found == {"R07": "We must tell you that the call has been halted for now."}
