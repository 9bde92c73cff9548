"""A side answer in the thread of an offer is no new offer; a better one is."""

from __future__ import annotations

import pytest

from afterword.reading.beside_an_offer import is_beside
from afterword.terms import Mail


@pytest.mark.parametrize(
    ("subject", "body", "beside"),
    [
        ("Re: Your offer from Weir", "Yes, it would be a Dutch contract. Take your time.", True),
        ("AW: Ihr Angebot", "Ja, der Vertrag läuft über unser Büro in Graz.", True),
        ("RE : Votre offre", "Oui, le contrat serait de droit français.", True),
        ("Re: Su oferta", "Sí, el contrato es indefinido.", True),
        ("Re: A sua proposta", "Sim, o contrato é sem termo.", True),
        ("Re: La nostra offerta", "Sì, il contratto è a tempo indeterminato.", True),
        ("Re: Ons aanbod", "Ja, het is een vast contract.", True),
        # twins: it offers more, it is the offer itself, or the thread is of something else
        ("Re: Your offer from Weir", "We can go to £71,000, same day.", False),
        ("Re: Your offer from Weir", "Here is our revised letter.", False),
        ("AW: Ihr Angebot", "Wir haben das Angebot verbessert, siehe Anhang.", False),
        ("Your offer from Weir", "The contract is attached.", False),
        ("Re: Interview at Weir", "We would love to have you; welcome to the team.", False),
    ],
)  # fmt: skip
def test_a_side_answer_offers_nothing_anew(subject: str, body: str, beside: bool) -> None:
    mail = Mail("a", subject=subject, in_reply_to="<m@x.example>")
    assert is_beside(mail, body, by_rule=False) is beside
    assert not is_beside(mail, body, by_rule=True)


def test_who_answers_nothing_writes_anew() -> None:
    assert not is_beside(Mail("a", subject="Re: Your offer"), "A Dutch contract.", by_rule=False)
