"""Whether an approach lures as frauds do, before any talk: papers and an account, by a messenger, or a cheque.

An honest firm may write on WhatsApp, copy a passport at the door, need a bank account for the payroll,
or be glad to have chosen somebody; a small one does it all in one mail. So marks alone never warn: a
cheque for one's own desk must be among them, or that no talk comes first (method 4.5 G6). Whoever
answers in a thread, or names a place and an hour where they can be met, is believed.
"""

from __future__ import annotations

import re

from afterword.reading import senders
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view
from afterword.terms import Mail, MailKind


def _any(*ways: str) -> re.Pattern[str]:
    return rule(rf"\b(?:{'|'.join(ways)})")


#: A word between, which does not make of the cheque a check of something, or a verb.
_BETWEEN = r"(?: (?!to\b|and\b|or\b|please\b|can\b|must\b|then\b|your\b|background|reference|credit|dbs|security|police|health|medical|safety|quality|system|spell|quick|final|[\w'-]{1,12}-work)[\w'-]{1,14}){0,4}"
#: A cheque that is to buy one's own equipment: no firm pays its desks so.
_CHEQUE = _any(
    rf"(?:receive|send|sent|mail(?:ed)?|issued?|get|deposit){_BETWEEN} (?!to\b|and\b|please\b|background|reference)(?:cashier'?s |certified |e-?)?(?:checks?|cheques?)\b(?: [\w'-]{{1,14}}){{0,12}} (?:equipment|laptop|computer|software|home[ -]office|supplies|materials?)\b",
    r"(?:schecks?|chèques?|cheques?|assegn[oi])\b(?: [^\s.!?]{1,20}){0,14} (?:ausrüstung|ausstattung|büro\w{0,12}|laptop|matériel|équipement|ordinateur|equipos?|material|ordenador|equipamento|computador|apparatuur|attrezzatur\w|computer)\b",
)
#: The cheque is put in and spent, at a shop of theirs; an allowance that is paid out is not.
_SPENT = _any(
    r"(?:purchas\w{1,4}|buy|deposit\w{0,3}|cash|vendors?|suppliers?|kauf\w{1,3}|einlös\w{1,3}|einreich\w{1,3}|händler\w{0,2}|achet\w{1,4}|encaiss\w{1,4}|dépos\w{1,4}|fournisseur\w?|compr\w{1,4}|ingres\w{1,3}|deposit\w{1,3}|proveedor\w{0,2}|fornecedor\w{0,2}|kopen|koop|aanschaf\w{0,3}|leverancier\w?|acquist\w{1,4}|vers\w{1,3}|fornitor\w)\b",
)
_APPS = (
    r"(?:telegram|whats ?app|signal|wechat|google (?:chat|hangouts?)|hangouts?|wire|viber|zangi)\b"
)
_OVER = r"(?:via|on|by|through|using|over|in|per|über|auf|sur|par|por|pelo|no|op|su|tramite)"
#: What is to be done goes by a messenger.
_MESSENGER = _any(
    rf"(?:interview\w*|contact|text|message|write|add|chat|reach|continue|proceed|gespräch\w*|kontakt\w*|schreib\w*|melde\w*|entretien|écri\w*|contact\w*|entrevista|escr[ií]b\w*|escrev\w*|contat\w*|gesprek|stuur|app|colloquio|scriv\w*)\b(?:-\w{{1,8}})?(?: [^\s!?]{{1,20}}){{0,10}}? {_OVER} {_APPS}",
)
#: A courtesy: where somebody can be reached who is late, or has a question.
_COURTESY = _any(
    r"(?:if|when|in case|should) you(?:'re| are| get| have| need| run| cannot| can't| arrive| prefer| come| lose| want)",
    r"(?:late|lost|questions?|directions|gate|parking|feel free|any time|anytime|easier|quicker|if it helps)\b",
    r"(?:wenn|falls|sollten) (?:sie|du|es|etwas)|(?:bei|für|mit) (?:\w{1,10} )?(?:rück)?fragen|verspät\w{1,4}|gerne? auch",
    r"si (?:vous|tu|besoin)|en cas d|pour toute question|retard|n'hésitez pas",
    r"si (?:necesita|tiene|tienes|llega|se retrasa|quiere|prefiere)|cualquier duda|para cualquier|tarde\b",
    r"se (?:precisar|tiver|chegar|quiser|preferir|atrasar)|qualquer dúvida|caso (?:precise|tenha|queira)",
    r"als (?:je|u|er)|(?:bij|voor|met) vragen|te laat|mocht (?:je|u)",
    r"se (?:ha|hai|avesse|arriva|preferisce|vuole|dovesse)|per (?:qualsiasi|ogni) (?:domanda|dubbio)|in ritardo",
)
_PAPERS = _any(
    r"(?:photo|picture|copy|scan|front and back|image|foto|kopie|copie|copia|cópia|bild)\b(?: [\w'’-]{1,12}){0,5} (?:[dl]['’])?(?:id|i\.d\.|id card|identity card|passport|driv\w{2,4} licen[cs]e|personalausweis\w{0,2}|reisepass\w{0,2}|ausweis\w{0,2}|identité|passeport|dni|pasaporte|identidad|identidade|passaporte|cpf|passaporto|identità|identiteitsbewijs|paspoort)\b",
    r"(?:social security number|ssn)\b",
)
_ACCOUNT = _any(
    r"(?:(?:your|the) (?:[\w'-]{1,14} ){0,6}?bank(?:ing)? (?:account|details|information|name)|bank (?:account )?details|account number|routing number|iban|bankverbindung|kontodaten|bankdaten|coordonnées bancaires|datos bancarios|cuenta bancaria|dados bancários|conta bancária|coordinate bancarie|bankgegevens|rekeningnummer)\b",
)
#: It is to be sent, now; what is brought along, copied at the door or paid back is seen by people.
_SENT = _any(
    r"(?:send|submit|provide|upload|forward|share|text|reply with|fill|give|need|requir\w{1,3}|scan|take)\b",
    r"(?:schick\w{1,3}|send\w{1,3}|übermittel\w{1,3}|teilen sie|lad\w{1,3}|mail\w{1,3})\b",
    r"(?:envoy\w{1,4}|écri\w{1,5}|transmett\w{1,4}|fourni\w{1,5}|communiqu\w{1,4})\b",
    r"(?:env[ií]\w{1,5}|escr[ií]b\w{1,4}|mand\w{1,4}|remit\w{1,4}|facilit\w{1,4}|escrev\w{1,4}|forneç\w{1,3})\b",
    r"(?:stuur|sturen|mail|lever)\b|(?:scriv\w{1,3}|inv[ií]\w{1,4}|fornisc\w{1,3})\b",
)
_SEEN = _any(
    r"(?:bring\w{0,3}|show|present|carry|with you|reception|on arrival|when you (?:come|arrive|visit)|in person|your first day|at the (?:door|desk|gate|interview|office)|refund\w{0,3}|reimburs\w{1,5}|expenses|ticket|travel|payroll)\b",
    r"(?:mitbring\w{0,2}|bringen sie|bring|dabei|vor ort|empfang|persönlich|erstatt\w{1,3}|reisekosten|fahrtkosten|gehalt\w{0,3}|lohn\w{0,3})\b",
    r"(?:apport\w{1,4}|munissez|sur place|à l'accueil|rembours\w{1,5}|frais de (?:déplacement|transport)|salaire|paie)\b",
    r"(?:traer|traiga|trae|lleve|llevar|presencial\w{0,6}|recepción|reembols\w{1,4}|gastos de viaje|nómina|trazer|traga|receção|recepção|despesas|salário)\b",
    r"(?:meenemen|neem|meebrengen|receptie|ter plaatse|reiskosten|salaris|loon|vergoed\w{1,3})\b",
    r"(?:porti|portare|portate|di persona|rimbors\w{1,4}|spese di viaggio|stipendio|busta paga)\b",
)
_TALK = r"(?:interview|screening|assessment|call|conversation|meeting|talk|trial|next|second|final|first|follow|shortlist|stage|round|gespräch|vorstellung|entretien|prochain|suite|étape|entrevista|siguiente|próxim|seguinte|gesprek|volgende|ronde|colloquio|prossim|success)"
#: Chosen for the work itself; for a talk everybody is "selected" who gets one.
_CHOSEN = _any(
    rf"you(?:'ve| have)? (?:been|are|were)(?: [\w'-]{{1,12}}){{0,2}} (?:selected|shortlisted|chosen|hired|accepted|approved|employed)\b(?! (?:[\w'-]{{1,12}} ){{0,4}}?{_TALK})",
    rf"(?:sie wurden|du wurdest)(?: (?!{_TALK})[\w-]{{1,24}}){{0,4}} (?:ausgewählt|eingestellt|angenommen)\b",
    rf"(?:vous avez|tu as) été (?:sélectionné|retenu|choisi|embauché)\w{{0,2}}\b(?! (?:[\w'-]{{1,12}} ){{0,4}}?{_TALK})",
    rf"has? sido (?:seleccionad|elegid|contratad)[oa]\b(?! (?:[\w'-]{{1,12}} ){{0,4}}?{_TALK})",
    rf"foi (?:selecionad|escolhid|aprovad|contratad)[oa]\b(?! (?:[\w'-]{{1,12}} ){{0,4}}?{_TALK})",
    rf"(?:è stat|sei stat)[oa] (?:selezionat|scelt|assunt)[oa]\b(?! (?:[\w'-]{{1,12}} ){{0,4}}?{_TALK})",
    rf"(?:bent|ben) (?:u |je )?(?:geselecteerd|gekozen|aangenomen)\b(?! (?:[\w'-]{{1,12}} ){{0,4}}?{_TALK})",
)
#: That nobody will be met: no talk is wanted, or it is typed into a messenger.
_NO_TALK = _any(
    r"(?:no|without(?: an?)?(?: further)?) interview\b|interview (?:is )?(?:not (?:needed|required|necessary)|waived)",
    r"(?:kein|ohne)(?: \w{1,14})? (?:vorstellungs|bewerbungs)?gespräch|sans entretien|sin entrevista|sem entrevista|zonder (?:sollicitatie)?gesprek|senza colloquio",
    rf"(?:text|chat|messag\w{{1,3}}|online|typed|written|screening) interview\b(?: [^\s!?]{{1,20}}){{0,8}} {_OVER} {_APPS}",
    rf"interview (?:is|will be|takes place|shall be) (?:[\w'-]{{1,14}} ){{0,2}}{_OVER} {_APPS}",
)
#: A place and an hour to be met at: people who lure have none.
_PLACE = _any(
    r"(?:our|the) (?:offices?|premises|headquarters|building|site|campus|branch|shop|store|school|clinic|reception)\b",
    r"(?:\w{3,20} )(?:street|road|avenue|lane|square|drive|court|quay|house)\b|\w{3,20}(?:straße|strasse|str\.|gasse|platz|allee|weg|straat|laan|plein|gracht)\b",
    r"(?:büro|empfang|standort|kantoor|vestiging|bureaux?|locaux|accueil|oficinas?|sede|recepción|escritórios?|instalações|ufficio|uffici|reception)\b",
    r"(?:rue|boulevard|calle|plaza|avenida|rua|praça|piazza|corso|viale) (?:[\w'’]{1,4} ){0,3}\w{3,}",
)
_HOUR = rule(r"\b(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d| ?(?:uhr|[ap]\.?m\b|heures|horas|uur|h\b))")
#: What nobody is told before a talk; in an offer it is the news itself.
_AFTER_TALKS = frozenset({MailKind.OFFER, MailKind.ACKNOWLEDGEMENT, MailKind.INTERVIEW_LOGISTICS})
_TOGETHER = 3
_NOTHING = re.compile(r"(?!)")


def lure_in(mail: Mail, text: str, kind: MailKind) -> Span | None:
    """The sentence that lures most plainly, where enough marks stand together; None for honest mail."""
    seen = view(text)
    if senders.is_bulk(mail) or not (_CHEQUE.search(seen) or _MESSENGER.search(seen)):
        return None
    spans = sentences(seen)
    told = [seen[one.start : one.end] for one in spans]
    told_on = [f"{one} {after}" for one, after in zip(told, [*told[1:], ""], strict=True)]

    def first(mark: re.Pattern[str], needs: re.Pattern[str], never: re.Pattern[str]) -> Span | None:
        for span, said in zip(spans, told, strict=True):
            if mark.search(said) and needs.search(said) and not never.search(said):
                return span
        return None

    cheque = next(
        (
            span
            for span, one, on in zip(spans, told, told_on, strict=True)
            if _CHEQUE.search(one) and _SPENT.search(on)
        ),
        None,
    )
    chosen = None if kind in _AFTER_TALKS else first(_CHOSEN, _CHOSEN, _NOTHING)
    if cheque is None:
        in_thread = mail.in_reply_to or mail.references or mail.calendars
        met = any(_PLACE.search(on) and _HOUR.search(on) for on in told_on)
        if in_thread or met or not (chosen or _NO_TALK.search(seen)):
            return None
    messenger = first(_MESSENGER, _MESSENGER, _COURTESY)
    if not (cheque or messenger):
        return None
    papers, account = first(_PAPERS, _SENT, _SEEN), first(_ACCOUNT, _SENT, _SEEN)
    stand = [one for one in (cheque, papers, account, messenger, chosen) if one]
    return stand[0] if len(stand) >= _TOGETHER - bool(cheque) else None
