"""Whether they ask the user for money, a bank's log-in or a cheque to pass on: the mark of a fraud.

Whoever gives work pays; nobody honest asks an applicant for a fee, a gift card or a password (method
4.5 G6, 6.2). Heard is only what is asked of the reader: not a salary, bank details for the payroll,
what the firm pays itself, a warning of frauds, or an advert sent to many.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.reading import senders
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view
from afterword.terms import Mail


@dataclass(frozen=True, slots=True)
class Asking:
    """How one language asks: what for, in which verbs, with what sign that the reader is meant."""

    thing: re.Pattern[str]
    verb: re.Pattern[str]
    mark: re.Pattern[str]
    #: Who else gives, or that nobody need give.
    guard: re.Pattern[str]


#: Paid in a way that cannot be called back; the same names everywhere.
_CARDS = r"(?:itunes|steam|google play|apple|amazon|razer|vanilla|sephora)[ -](?:gift[ -])?(?:cards?|karten?|cartes?|tarjetas?)"
_CASH = r"(?:bitcoins?|btc|usdt|tether|ethereum|krypto\w*|crypto\w*|cripto\w*|western union|money ?gram|zelle|cash ?app|venmo|paysafecards?|neosurf|transcash|skrill)"
_BY = r"(?:via|by|in|with|through|using|as|per|mit|als|en|par|avec|con|por|mediante|a través de)"
_SUM = r"(?:(?:[$€£₹]|r\$|rs\.?|inr|usd|eur|gbp|chf|ngn|mxn) ?\d[\d.,]{0,9}|\d[\d.,]{0,9} ?(?:[$€£]|eur\b|euros?\b|usd\b|gbp\b|chf\b|franken\b|dollars?\b|pounds?\b|dólares\b|pesos\b))"
_GAP = r"(?: (?!(?:we|i|you|so|he|she|they|cv|resume)\b)[^\s]{1,24}){0,16}"

ENGLISH = Asking(
    thing=rule(
        rf"\b(?:gift[ -]?cards?|prepaid cards?|{_CARDS}|{_BY} (?:[\w'-]{{1,12}} ){{0,2}}{_CASH}|\d[\d.,]{{0,9}} {_CASH}"
        r"|(?:bank(?:ing)?|online[ -]banking|internet[ -]banking)(?: account)?(?:'s)? (?:[\w'/&-]{1,12} ){0,3}(?:log-?ins?|logons?|passwords?|passcodes?|user ?names?|user ids?|pins?|credentials|access codes?)"
        r"|(?:log-?in|password|passcode|username|credentials|pin|access code)s? (?:[\w'/&-]{1,12} ){0,3}(?:of|for|to) (?:your|the) (?:online |internet |mobile |own |personal )*bank(?:ing)?\b"
        r"|(?:credit|debit|bank|atm) card (?:[\w',-]{1,12} ){0,4}(?:numbers?|pin|cvv|cvc|front and back)|(?:cvv|cvc|pin)(?: code| number)? of your (?:[\w'-]{1,10} )?card"
        r"|(?:training|registration|processing|onboarding|enroll?ment|visa|work[ -]permit|equipment|starter[ -]kit|kit|uniform|background[ -]check|screening|security|administrat\w{1,6}|admin|activation|insurance|laptop|certification|certificate|clearance|placement|agency|documentation|medical|shipping|courier|customs|membership|materials?|software|licen[cs]e|verification|application|refundable|up-?front|one[ -]time|handling|reservation|commitment|course|recruitment|joining|file)(?: [\w'-]{1,14}){0,2} (?:fees?|deposit|charges?|payment|costs?)"
        rf"|(?:fees?|deposit|payment|charge|sum|amount) of (?:[\w-]{{1,8}} )?{_SUM}|refundable (?:[\w-]{{1,12}} ){{0,3}}{_SUM}|{_SUM}(?: [\w'-]{{1,12}}){{0,3}} (?:fee|deposit|charge)|(?:payment|fees?|money|deposit|sum) (?:in advance|up ?-?front|beforehand)|advance payment"
        r"|(?:payments?|funds|money|transfers?)(?: [\w',-]{1,14}){0,6} (?:into|on|through|via|to|in) your (?:own |personal |private )*(?:bank )?account)(?!\w)"
    ),
    verb=rule(
        rf"\b(?:pay|send|wire|transfer|remit|deposit|buy|purchase|obtain|provide|submit|forward|give|share|settle|cover|make|scratch|e-?mail|text|confirm|reply with|receive|accept|need|require|top up(?: with| by)?|recharge(?: with)?|get(?= \d)){_GAP} $"
    ),
    mark=rule(
        r"\b(?:kindly|please|pls|you (?:(?:will|would|shall|do|also|only|just|first) )*(?:must|need|have|should|can|may|pay|send|buy|purchase|receive|accept|top up|recharge)|(?:are|be) (?:required|asked|expected|requested|obliged) to|(?:ask|need|require|want|request) (?:that )?you|we (?:will |shall |do |just |only |also |first |now )*(?:need|require)|required of you|before (?:we|you|your)|in order to|so (?:that )?we can"
        r"|to (?:start|begin|secure|receive|get|proceed|confirm|complete|activate|release|process|unlock|claim|hold|keep|join|finali[sz]e|reserve|continue)|your (?:job|task|duty|role|work) (?:is|will be))\b"
    ),
    guard=rule(
        r"\b(?:(?:we|i|they|company|firm|employer|bank|client|agency|us)(?:'ll|'d)? (?:(?:will|shall|would|can|also|always|gladly|happily|are|be|is) )*(?:pay|pays|paying|send|sends|sending|cover|covers|covering|bear|bears|provide|provides|transfer|transfers|give|gives|buy|buys|settle|deposit|deposits|meet|meets)\b(?! it back)|(?:paid|covered|borne|met|funded)(?: for)? by (?:us|our|the (?:company|firm|employer|client))|at (?:our|no) (?:expense|cost|charge)|free of charge|(?:is|are) free|(?:no|never|not|without|n't|nobody|neither|nor)(?: [\w'-]{1,12}){0,5} (?:fees?|pay|payment|charge|costs?|money|ask|asks|asked|send|share|request|require|deposit|gift|provide|give|disclose|password|pin|bank)"
        r"|anyone|someone|anybody|scam\w*|fraud\w*|phish\w*|beware|report (?:it|them|this)|direct deposit|payroll|travel|train|hotel|flights?|mileage|invoices?|salary advance|receive an? (?:[\w$£€.-]{1,12} ){0,3}gift|our (?:customers|clients|users)|as an? thank[ -]you|thank[ -]you gift)\b"
    ),
)
GERMAN = Asking(
    thing=rule(
        rf"\b(?:(?:bearbeitungs|schulungs|anmelde|registrierungs|vermittlungs|aufnahme|kurs|lizenz|ausbildungs|einschreibe|visa|visums|verwaltungs|geräte|ausstattungs|prüfungs|service|einarbeitungs|ausweis|führungszeugnis)-?(?:gebühr\w{{0,2}}|kosten|pauschale)|gebühr von (?:[\w-]{{1,8}} )?{_SUM}|kaution|pfand von|vorauszahlung|vorkasse|anzahlung|vorab-?zahlung|geschenkkarten?|gutschein(?:karten?|codes?)|guthabenkarten?|{_CARDS}|{_BY} (?:[\w-]{{1,12}} ){{0,2}}{_CASH}|online-?banking-?\w{{0,12}}|bank-?(?:login|zugang\w{{0,6}}|passwort)|(?:zugangsdaten|passwort|pin|login)(?: und [\w-]{{1,12}})? (?:[\w-]{{1,8}} ){{0,2}}(?:ihres|deines|zu ihrem|zum) (?:bank\w{{0,8}}|online-?bank\w{{0,8}}|konto\w{{0,3}})|betrag von (?:[\w-]{{1,8}} )?{_SUM})\b"
    ),
    verb=rule(
        r"\b(?:überweis\w{1,4}|zahl(?:en|e|t|ung)|bezahl(?:en|e|t)|zu zahlen|send(?:en|e|et)|schick(?:en|e|t)|kauf(?:en|e|t)|besorg(?:en|e|t)|übermittel\w{1,3}|hinterleg\w{1,3}|entricht\w{1,4}|leisten|begleich\w{1,3}|einzahl\w{1,3}|nennen|mitteil\w{1,3}|teilen|benötigen|brauchen|fällig|erforderlich|weiterleit\w{1,3})\b"
    ),
    mark=rule(
        r"\b(?:bitte|bitten (?:wir|sie|dich)|sie (?:müssen|müssten|sollen|sollten|haben)|du (?:musst|müsstest|sollst)|müssen sie|musst du|benötigen wir|brauchen wir|wir (?:benötigen|brauchen)|ist (?:[\w-]{1,14} ){0,6}(?:zu (?:zahlen|überweisen|entrichten|leisten|hinterlegen|begleichen)|fällig|erforderlich)|wird (?:[\w-]{1,14} ){0,5}(?:fällig|erhoben)|vorab|im voraus|vor (?:arbeitsbeginn|vertragsbeginn|dem (?:start|ersten)))\b"
    ),
    guard=rule(
        r"\b(?:wir (?:[\w-]{1,12} ){0,2}(?:übernehmen|überweisen|zahlen|erstatten|tragen|bezahlen|senden|schicken)|übern(?:immt|ommen)|übernehmen wir|zahlen wir|trägt|tragen wir|erstatte\w{1,3}|kostenlos|kostenfrei|kein(?:e|en|er)?|nie|niemals|nicht|ohne|reise\w{0,8}|fahrt\w{0,8}|gehalt\w{0,8}|lohn\w{0,10}|betrug\w{0,6}|betrüger\w{0,4}|warn\w{1,6}|jemand\w{0,2}|rechnung)\b"
    ),
)
FRENCH = Asking(
    thing=rule(
        rf"\b(?:frais (?:de |d')(?:la |votre |l')?(?:dossier|formation|inscription|traitement|visa|gestion|équipement|livraison|certification|recrutement|réservation|matériel|adhésion)|caution|acompte|cartes?[ -]cadeaux?|cartes? (?:pcs|prépayées?)|{_CARDS}|{_BY} (?:[\w'-]{{1,12}} ){{0,2}}{_CASH}|mandat cash|(?:somme|montant|frais|paiement) de (?:[\w'-]{{1,8}} )?{_SUM}|(?:paiement|somme|versement) (?:d'avance|à l'avance|au préalable|anticipée?)|(?:identifiants?|codes?|mots? de passe|accès)(?: [\w'-]{{1,12}}){{0,4}} (?:bancaires?|de (?:votre |la )?(?:banque|carte bancaire))|coupons? (?:de )?recharge)\b"
    ),
    verb=rule(
        r"\b(?:envoy\w{1,4}|régl\w{1,4}|payer|payez|paye|vers(?:er|ez|ement)|vir(?:er|ez|ement)|achet\w{1,4}|transmett\w{1,4}|transf[ée]r\w{1,4}|fourni\w{1,5}|communiqu\w{1,4}|acquitter|acquittez|dépos\w{1,4}|avanc(?:er|ez)|exigé\w{0,2}|demandé\w{0,2}|obligatoires?|requis\w{0,2}|besoin)\b"
    ),
    mark=rule(
        r"\b(?:veuillez|merci de|prière de|vous (?:devez|devrez|êtes priée?)|tu dois|il (?:faut|vous faut|faudra|vous faudra)|nous (?:vous )?(?:demandons|prions|invitons)|(?:nous )?avons besoin|afin (?:de|que)|pour (?:recevoir|valider|finaliser|débloquer|démarrer|commencer|confirmer|réserver|activer)|à (?:régler|payer|verser)|(?:est|sont) (?:exigée?s?|demandée?s?|obligatoires?|requise?s?)|à votre charge|avant (?:de|votre|la signature)|s'il vous plaît|^(?:envoyez|réglez|payez|versez|achetez))\b"
    ),
    guard=rule(
        r"\b(?:pris(?:e|es)? en charge|à notre charge|nous (?:[\w'-]{1,10} ){0,2}(?:pay\w{1,4}|rembours\w{1,4}|prenons|vers\w{1,4}|réglons|offrons|envoyons|enverrons)|gratuit\w{0,4}|aucun\w{0,1}|jamais|sans|ne (?:[\w'-]{1,12} ){1,4}pas|n'(?:[\w'-]{1,12} ){1,4}pas|déplacement|transport|voyage|salaire|arnaque\w{0,1}|fraud\w{1,6}|quelqu'un|facture)\b"
    ),
)
SPANISH = Asking(
    thing=rule(
        rf"\b(?:(?:tasas?|cuotas?|gastos?|costos?|costes?|pagos?|tarifas?|derechos?|depósitos?|cargos?) (?:de |por |del )(?:la |el |los |las |su |tu )?(?:inscripción|formación|capacitación|registro|trámites?|tramitación|gestión|visado|visa|equipos?|cursos?|materiales?|material|procesamiento|matrícula|reserva|seguro|antecedentes|uniforme|contratación|alta)|fianza|pagos? (?:por adelantado|anticipados?|previos?)|(?:dinero|importe|cantidad|suma|depósito) por adelantado|tarjetas? (?:de )?(?:regalo|prepago)|{_CARDS}|{_BY} (?:[\w-]{{1,12}} ){{0,2}}{_CASH}|(?:cantidad|importe|suma|depósito|pago|cuota|monto) de (?:[\w-]{{1,8}} )?{_SUM}|(?:claves?|contraseñas?|usuario|pin|accesos?|credenciales)(?: [\w-]{{1,12}}){{0,4}} (?:bancari[ao]s?|(?:su |tu |la |el |del |de )(?:banco|banca|cuenta bancaria|tarjeta)))\b"
    ),
    verb=rule(
        r"\b(?:pag(?:ar|ue|a|uen|o|os)|abon(?:ar|e|a)|env[ií](?:ar|e|a|en|ar?nos|enos|anos)|transfier\w{1,3}|transferir|deposit(?:ar|e|a)|compr(?:ar|e|a)|ingres(?:ar|e|a)|facilit\w{1,5}|proporcion\w{1,5}|mand(?:ar|e|a|enos)|realic\w{1,3}|realizar|efectuar|efectúe|remit\w{1,4}|necesitamos|requiere|solicita|obligatori[oa]|imprescindible)\b"
    ),
    mark=rule(
        r"\b(?:por favor|debe|debes|deben|deberá|deberás|tien(?:e|es|en) que|hay que|es (?:necesari[oa]|obligatori[oa]|imprescindible)|necesitamos|(?:le|te|les) (?:pedimos|rogamos|solicitamos)|se (?:requiere|solicita|exige)|para (?:iniciar|comenzar|empezar|recibir|confirmar|reservar|activar|desbloquear|formalizar|continuar|asegurar|poder)|rogamos|antes de|^(?:envíe|envía|pague|compre|deposite|transfiera))\b"
    ),
    guard=rule(
        r"\b(?:gratis|gratuit\w{1,4}|nunca|jamás|sin|ningún|ninguna|no (?:[\w-]{1,10} ){0,3}(?:pag\w{1,4}|cobr\w{1,6}|ped\w{1,4}|pid\w{1,4}|solicit\w{1,4}|env\w{1,4})|corren? (?:a|por)|a cargo de (?:la|nuestra) empresa|asum\w{1,5}|nosotros pag\w{1,4}|pagamos|cubrimos|reembols\w{1,6}|viaje|desplazamiento|salario|nómina|estafa\w{0,3}|fraude\w{0,3}|alguien|factura)\b"
    ),
)
_ANY = rule("|".join(f"(?:{one.thing.pattern})" for one in (ENGLISH, GERMAN, FRENCH, SPANISH)))
#: A cheque that is to be put in and passed on: the first words, and what follows near by.
_CHEQUE = rule(
    r"\b(?:deposit|cash|bank|pay in)(?: (?!we\b)[\w'-]{1,14}){0,6} (?:checks?|cheques?|money order)\b"
    r"|\b(?:scheck\w{0,2}|chèques?|cheques?)(?: [\w'-]{1,14}){0,8} (?:einlösen|einreichen|encaisse\w{0,2}|dépose\w{0,2}|cobr\w{1,3}|ingres\w{1,3}|deposit\w{1,3})\b|\b(?:encaisse[rz]|dépose[rz]|cobre|cobrar|ingrese|ingresar|deposite|depositar|lösen sie)(?: [\w'-]{1,14}){0,5} (?:scheck\w{0,2}|chèques?|cheques?)\b"
)
_ONWARD = rule(
    r"\b(?:send|forward|transfer|wire|buy|purchase|remit|withdraw|our vendor|our supplier|the rest|überweis\w{1,4}|weiterleiten|kauf\w{1,2}|envoy\w{1,4}|vir(?:er|ez)|achet\w{1,3}|transf\w{1,8}|env[ií]\w{1,4}|reenv\w{1,4}|compr\w{1,3})\b"
)
#: What is paid in a way no firm is ever paid needs no verb: "a fee of 80 dollars in gift cards".
_PAID_SO = rule(
    rf"\b(?:fee|deposit|payment|gebühr|kaution|zahlung|frais|caution|paiement|tasa|fianza|pago|cuota)(?: [^\s]{{1,16}}){{0,8}} {_BY} (?:[\w'-]{{1,12}} ){{0,2}}(?:gift[ -]?cards?|geschenkkarten?|cartes?[ -]cadeaux?|tarjetas? (?:de )?regalo|{_CARDS}|{_CASH})\b"
)
#: That it comes back with the first pay is how it is made palatable: no firm's own refund.
_COMES_BACK = rule(
    r"\b(?:(?:zurück|rück)?erstattet|(?:mit|nach) (?:dem|der|ihrem|deinem|ihrer|deiner) (?:ersten )?(?:gehalt|lohn)\w{0,10}"
    r"|remboursé(?:e|s|es)?|remboursables?|(?:avec|sur|dès) (?:le|votre|ton) premier salaire"
    r"|reembols(?:ará|arán|able|ables|ad[oa]s?)|(?:con|en) (?:la|su|tu) primera nómina|(?:con|en) (?:el|su|tu) primer salario)\b"
)
_DUE = rule(
    r"(?: [^\s]{1,20}){0,5} (?:(?:is|are) (?:required|due|payable|needed|mandatory|compulsory)|(?:must|has to|have to|needs to|need to|should) be (?:paid|made|sent|transferred|settled)|to be paid (?:by you|before|in advance|up ?front|via)|applies|payable)\b"
)


def asks_for_money(mail: Mail, text: str) -> Span | None:
    """The sentence in which they ask the reader for money or for a key to it, or None."""
    seen = view(text)
    if (_ANY.search(seen) is None and _CHEQUE.search(seen) is None) or senders.is_bulk(mail):
        return None
    spans = sentences(seen)
    for nth, span in enumerate(spans):
        sentence = seen[span.start : span.end]
        if _ANY.search(sentence) and _asks(sentence):
            return span
        if _CHEQUE.search(sentence) and not ENGLISH.guard.search(sentence):
            following = spans[nth + 1] if nth + 1 < len(spans) else span
            if _ONWARD.search(seen, span.start, following.end):
                return span
    return None


def _asks(sentence: str) -> bool:
    told = _COMES_BACK.sub("", sentence)
    if any(one.guard.search(told) for one in (ENGLISH, GERMAN, FRENCH, SPANISH)):
        return False
    if _PAID_SO.search(sentence):
        return True
    return _asks_in_english(sentence) or any(
        one.thing.search(sentence) and one.verb.search(sentence) and one.mark.search(sentence)
        for one in (GERMAN, FRENCH, SPANISH)
    )


def _asks_in_english(sentence: str) -> bool:
    for thing in ENGLISH.thing.finditer(sentence):
        if _DUE.match(sentence, thing.end()):
            return True
        verb = ENGLISH.verb.search(f"{sentence[: thing.start()].rstrip()} ")
        if verb is None:
            continue
        before = sentence[: verb.start()].strip(" -•*:>\"'")
        if not before or before[-1:] in ",:;" or ENGLISH.mark.search(sentence):
            return True
    return False
