"""A word beside an offer: a side answer in the thread of one ("it would be a French contract") offers nothing anew."""

from __future__ import annotations

from afterword.reading.view import rule, view
from afterword.terms import Mail

_ANSWERS = rule(r"^(?:re|aw|antw|rif|ref|res|sv) ?(?:\[\d\])?:")
_NAMES_ONE = rule(
    r"\b(?:offer|angebot|vertragsangebot|offre|proposition|oferta|propuesta|proposta|offerta|aanbod|aanbieding)\b"
)
#: What offers, offers more, or takes back: then the mail has its own say.
_OFFERS = rule(
    r"[€£$] ?\d|\d ?(?:€|£|\$|%|k\b|eur\b|euros?\b|gbp\b|usd\b|chf\b|francs?\b|pounds?\b)|"
    r"\b(?:(?:pleased|delighted|happy|glad|thrilled) to (?:offer|confirm|make|extend)|(?:we|i) (?:can |will |would like to |hereby |now )?offer|offering|revised|improved|new offer|amended|increas\w+|raise\w*|higher|withdraw\w*|rescind\w*|"
    r"bieten|anbieten|anzubieten|angeboten|überarbeitet\w*|verbessert\w*|erhöh\w*|neues angebot|zurückzieh\w*|"
    r"proposons|proposer|offrons|offrir|révisée?|amélior\w+|augment\w+|nouvelle offre|retir\w+|"
    r"ofrecemos|ofrecer\w*|ofrecerle|mejorad[oa]|revisad[oa]|nueva oferta|aument\w+|retiramos|"
    r"oferecemos|oferecer\w*|melhorad[oa]|nova proposta|offriamo|offrir\w*|migliorat[oa]|nuova offerta|ritir\w+|"
    r"bieden|aanbieden|verbeterd|verhog\w+|nieuw aanbod|intrekken)\b"
)


def is_beside(mail: Mail, body: str, *, by_rule: bool) -> bool:
    """Whether a mail taken for an offer only answers in the thread of one.

    `by_rule`: its own words were heard to offer.
    """
    subject = view(mail.subject).strip()
    answers = bool(mail.in_reply_to or mail.references)
    return (
        answers
        and not by_rule
        and _ANSWERS.search(subject) is not None
        and _NAMES_ONE.search(subject) is not None
        and _OFFERS.search(view(body)) is None
    )
