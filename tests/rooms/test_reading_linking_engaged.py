"""A service that writes in the name of a firm belongs to the firm's open case; where two fit, it is asked."""

from __future__ import annotations

import pytest
from test_reading_linking_evidence import Box

from afterword.reading.linking.engaged import houses_named, is_engaged
from afterword.terms import Hand, MailKind

K = MailKind
HEAD = "Maud Sallow <maud.sallow@fernquay.example>"
SIGNS = "Inkwell Documents <post@inkwell.example>"
CLINIC = "Occupational Health Brooke <dates@oh-brooke.example>"


def _a_process(box: Box) -> None:
    box.put(
        K.INTERVIEW_INVITATION, HEAD, "A talk", "Fernquay Stevedoring Ltd would like to meet you.",
        role="Yard Manager", company="Fernquay",
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Your future employer, Fernquay Stevedoring Ltd, has asked us for a medical check.",
        "Ihr künftiger Arbeitgeber, die Fernquay Stevedoring GmbH, bittet zur Untersuchung.",
        "Visite médicale à la demande de Fernquay Stevedoring SAS, mardi à neuf heures.",
        "Reconocimiento médico por encargo de Fernquay Stevedoring S.L., el martes.",
        "Exame médico a pedido de Fernquay Stevedoring Lda, na terça.",
        "Aanstellingskeuring in opdracht van Fernquay Stevedoring B.V., dinsdag.",
        "Visita preassuntiva per conto di Fernquay Stevedoring S.r.l., martedì.",
    ],
)
@pytest.mark.parametrize("kind", [K.ACTION_NEEDED, K.OUTREACH, K.OTHER_JOB])
def test_a_check_before_the_first_day_joins_the_one_open_case(words: str, kind: MailKind) -> None:
    box = Box()
    _a_process(box)
    box.put(kind, CLINIC, "Your appointment", words, day=15, hand=Hand.TEMPLATE)
    talk, check = box.cases()
    assert talk and check == talk


def test_papers_to_sign_join_it_as_well() -> None:
    box = Box()
    _a_process(box)
    box.put(
        K.APPLICATION_VIEWED, SIGNS, "Fernquay Stevedoring Ltd sent you a document to sign",
        "Sender: Maud Sallow, Fernquay Stevedoring Ltd", day=15, hand=Hand.TEMPLATE,
    )  # fmt: skip
    talk, papers = box.cases()
    assert talk and papers == talk


def test_where_two_are_open_at_the_house_it_is_asked() -> None:
    box = Box()
    for role in ("Yard Manager", "Harbour Nurse"):
        box.put(
            K.ACKNOWLEDGEMENT, HEAD, f"Your application as {role}",
            "Fernquay Stevedoring Ltd has received it.", role=role, company="Fernquay",
            hand=Hand.TEMPLATE,
        )  # fmt: skip
    box.put(
        K.ACTION_NEEDED, CLINIC, "Your appointment",
        "Your future employer, Fernquay Stevedoring Ltd, has asked us for a medical check.",
        day=15, hand=Hand.TEMPLATE,
    )  # fmt: skip
    first, second, check = box.links()
    assert first.case != second.case and not check.case
    assert check.ask and set(check.candidates) == {first.case, second.case}


def test_a_service_that_names_another_firm_joins_nothing() -> None:
    box = Box()
    _a_process(box)
    box.put(
        K.ACTION_NEEDED, CLINIC, "Your appointment",
        "Your future employer, Tallow Foods Ltd, has asked us for a medical check.",
        day=15, hand=Hand.TEMPLATE,
    )  # fmt: skip
    assert box.cases()[1] == ""


def test_a_firm_is_named_with_its_legal_form_and_nothing_else_is_one() -> None:
    assert "fernquaystevedoring" in houses_named("The Fernquay Stevedoring GmbH asks you in.")
    assert not houses_named("The Fernquay Stevedoring people ask you in.")
    assert not is_engaged("Our newsletter: six jobs in your town.")
