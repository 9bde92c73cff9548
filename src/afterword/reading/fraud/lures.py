"""Whether an approach bears several marks of a fraud at once: each alone is innocent, together they are not.

An honest firm may write on WhatsApp, need a bank account for the payroll, or be glad to have chosen
somebody. Who moves to a messenger, asks for papers and an account before any talk, or sends a cheque
for a desk of one's own, does what method 4.5 G6 warns of.
"""

from __future__ import annotations

from afterword.reading import senders
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view
from afterword.terms import Mail, MailKind

#: A cheque that is to buy one's own equipment: no firm pays its desks so.
_CHEQUE = rule(
    r"\b(?:receive|send|sent|mail(?:ed)?|issued?|get|deposit)(?: [\w'-]{1,14}){0,4} (?:cashier'?s |certified |e-?)?(?:checks?|cheques?)\b(?: [\w'-]{1,14}){0,12} (?:equipment|laptop|computer|software|home[ -]office|supplies|materials?)\b|"
    r"\b(?:schecks?|chèques?|cheques?|assegn[oi])\b(?: [^\s.!?]{1,20}){0,14} (?:ausrüstung|ausstattung|büro\w{0,12}|laptop|matériel|équipement|ordinateur|equipos?|material|ordenador|equipamento|computador|apparatuur|attrezzatur\w|computer)\b"
)
#: The talk is moved to a messenger.
_MESSENGER = rule(
    r"\b(?:interview\w*|contact|text|message|write|add|chat|reach|continue|proceed|gespräch\w*|kontakt\w*|schreib\w*|melde\w*|entretien|écri\w*|contact\w*|entrevista|escr[ií]b\w*|escrev\w*|contat\w*|gesprek|stuur|app|colloquio|scriv\w*)\b(?:-\w{1,8})?(?: [^\s!?]{1,20}){0,10}? (?:via|on|by|through|using|over|in|per|über|auf|sur|par|por|pelo|no|op|su|tramite) (?:telegram|whats ?app|signal|wechat|google (?:chat|hangouts?)|hangouts?|wire|viber|zangi)\b"
)
_PAPERS = rule(
    r"\b(?:photo|picture|copy|scan|front and back|image|foto|kopie|copie|copia|cópia|bild)\b(?: [\w'’-]{1,12}){0,5} (?:[dl]['’])?(?:id|i\.d\.|id card|identity card|passport|driv\w{2,4} licen[cs]e|personalausweis\w{0,2}|reisepass\w{0,2}|ausweis\w{0,2}|identité|passeport|dni|pasaporte|identidad|identidade|passaporte|cpf|passaporto|identità|identiteitsbewijs|paspoort)\b|"
    r"\b(?:social security number|ssn)\b"
)
_ACCOUNT = rule(
    r"\b(?:(?:your|the) (?:[\w'-]{1,14} ){0,6}?bank(?:ing)? (?:account|details|information|name)|bank (?:account )?details|account number|routing number|iban|bankverbindung|kontodaten|bankdaten|coordonnées bancaires|datos bancarios|cuenta bancaria|dados bancários|conta bancária|coordinate bancarie|bankgegevens|rekeningnummer)\b"
)
_CHOSEN = rule(
    r"\b(?:you(?:'ve| have)? (?:been|are|were)(?: [\w'-]{1,12}){0,2} (?:selected|shortlisted|chosen|hired|accepted|approved|employed)|(?:sie wurden|du wurdest)(?: [\w-]{1,14}){0,4} (?:ausgewählt|eingestellt|angenommen)|(?:vous avez|tu as) été (?:sélectionné|retenu|choisi|embauché)\w{0,2}|has? sido (?:seleccionad|elegid|contratad)[oa]|foi (?:selecionad|escolhid|aprovad|contratad)[oa]|(?:è stat|sei stat)[oa] (?:selezionat|scelt|assunt)[oa]|(?:bent|ben) (?:u |je )?(?:geselecteerd|gekozen|aangenomen))\b"
)
#: What nobody is told before a talk; in an offer it is the news itself.
_AFTER_TALKS = frozenset({MailKind.OFFER, MailKind.ACKNOWLEDGEMENT, MailKind.INTERVIEW_LOGISTICS})
_TOGETHER = 3


def lure_in(mail: Mail, text: str, kind: MailKind) -> Span | None:
    """The sentence that lures most plainly, where enough marks stand together; None for honest mail."""
    seen = view(text)
    cheque, messenger = _CHEQUE.search(seen), _MESSENGER.search(seen)
    if not (cheque or messenger) or senders.is_bulk(mail):
        return None
    papers, account = _PAPERS.search(seen), _ACCOUNT.search(seen)
    chosen = None if kind in _AFTER_TALKS or mail.in_reply_to else _CHOSEN.search(seen)
    marks = [one for one in (cheque, papers, account, messenger, chosen) if one]
    if len(marks) < (_TOGETHER - bool(cheque)):
        return None
    at = marks[0].start()
    return next((one for one in sentences(seen) if one.start <= at < one.end), None)
