"""How the mail is written: by a hand or a template, open to an answer or not."""

from __future__ import annotations

import re

from afterword.reading import senders
from afterword.reading.sentences import Span, sentences
from afterword.reading.text import Letter
from afterword.reading.view import rule, view
from afterword.terms import Hand, Mail

_TEMPLATE = rule(
    r"\b(?:dear (?:applicant|candidate|sir|madam|job ?seeker)|after careful (?:consideration|review)|(?:large|high|overwhelming) (?:number|volume) of (?:applications|applicants|candidates|responses)|"
    r"wish you (?:all the best|every success|the best|success|much success)|future endeavou?rs|keep your (?:resume|cv|details|application|information|profile) on|"
    r"thank you for your (?:interest|application)|thank you for (?:applying|taking the time to apply)|we regret to inform|we encourage you|"
    r"(?:visit|check) our (?:careers?|website)|this (?:is an )?automated|do not reply|more closely (?:match|align|fit)|whose (?:qualifications|skills|experience|background)|"
    r"sehr geehrte damen und herren|für ihr interesse|alles gute|votre candidature|bonne continuation|agradecemos (?:su|o seu) interés|agradecemos o seu interesse|bedankt voor (?:je|uw) sollicitatie)\b|\{\{|\[(?:applicant|candidate|first name|position|company)",
)
_PERSONAL = rule(
    r"\b(?:i(?:'m|'ve|'ll|'d)?|me|my|mich|mir|ich|je|j'ai|yo|eu|ik|io)\b|\b(?:you(?:r)? (?:answer|presentation|portfolio|example|question|story|work on|point|talk|slides|exercise|case)|"
    r"(?:our|your) (?:chat|conversation|call|coffee|talk)|honest(?:ly)?|to be (?:frank|fair)|really|sorry|gutted|(?:loved|enjoyed) (?:your|how|the way|meeting|talking|our)|yesterday|last week|this morning|on (?:mon|tues|wednes|thurs|fri)day)\b"
)
_NO_ANSWER = rule(
    r"\b(?:(?:please )?(?:do not|don't|kindly do not) (?:reply|respond) (?:directly )?(?:to )?(?:this|the)|(?:mailbox|inbox|address|account|e-?mail|message|replies)(?: [\w',/-]{1,14}){0,6} (?:not (?:actively |regularly )?(?:monitored|read|attended|checked|answered)|unattended|unmonitored|cannot (?:accept|receive|be answered)|can't (?:accept|receive))|"
    r"unmonitored|unattended|replies (?:to this (?:e-?mail|message) )?(?:are not|will not be|aren't|won't be) (?:monitored|read|answered|delivered)|do not reply|"
    r"nicht auf diese (?:e-?mail|nachricht)|diese (?:e-?mail|nachricht) (?:wurde|ist) automatisch|ne pas répondre|merci de ne pas répondre|no responda|não responda|niet beantwoorden|non rispondere)\b"
)
_STOP = rule(
    r"\b(?:(?:do not|don't|not to|stop|refrain from|cease)(?: [\w',-]{1,12}){0,3} (?:contact(?:ing)?|e-?mail(?:ing)?|writ(?:e|ing)|call(?:ing)?|follow(?:ing)?[- ]up|messag(?:e|ing)|approach(?:ing)?|get(?:ting)? in touch)(?! (?:if|with any|should))(?: (?:me|us|anyone|our|my|the|this|again|any|further|about|on|with))|"
    r"(?:no (?:further|more)|not enter into(?: any)?(?: further)?) (?:correspondence|communication|e-?mails|messages|contact|discussion)(?: (?:on|about|regarding|will|is|from|please|with|in))|consider (?:this|the) (?:matter|subject|case) closed|(?:matter|subject) (?:is|as) (?:now )?closed|"
    r"leave (?:me|us) alone|legal (?:department|counsel|team) (?:has|will|is)|remove (?:me|us) from your|"
    r"kontaktieren sie (?:uns|mich|niemanden)[^.]{0,30} nicht|von weiteren (?:nachfragen|anfragen|kontakt\w*|e-?mails)[^.]{0,30}abzusehen|ne (?:plus |pas )?(?:nous|me) (?:re)?contacter|ne plus (?:nous|me) (?:écrire|relancer)|no (?:nos|me) (?:contacte|escriba)[^.]{0,12} más|não (?:nos|me) contat\w+ mais|geen contact meer|non ricontattar\w+)\b"
)
_HESITATE = rule(r"\b(?:hesitate|hésitez|zögern|dude|hesite|aarzel|esitar?e)\b")
_THIS_MAIL = rule(
    r"\b(?:this (?:e-?mail|address|mailbox|inbox|message)|unsubscribe|via this|using this)\b"
)

#: A door left open: a verb of meeting again with the writer as its subject.
_OPEN_DOOR = rule(
    r"\b(?:(?:let's|let us|we should|shall we|i(?:'d| would)(?: really| very much| genuinely| honestly)? (?:like|love|want|welcome|be (?:glad|happy|delighted|keen))|i(?:'ll| will| want to| hope to| hope you| hope we)|we(?:'d| would)(?: really| very much| genuinely)? (?:like|love|welcome|be (?:glad|happy|delighted|keen))|happy to|glad to|i mean (?:it|that)|please|do)\b(?: [\w',-]{1,14}){0,9}? "
    r"(?:talk(?:ing)?|speak(?:ing)?|meet(?:ing)?|chat|coffee|lunch|catch up|conversation|stay(?:ing)? in touch|keep(?:ing)? in touch|re-?apply|apply(?:ing)? again|come back|get back in touch|call me|ring me|write to me|drop me|reach out to me|ping me|email me|introduce|put you in touch|hear from you|send me|try (?:us )?again|revisit|reconnect|think of you|call you|be in touch)"
    r"|(?:würde|freue|melden sie sich|lassen sie uns)(?: [\w',-]{1,16}){0,9} (?:wieder|nochmal|noch einmal|erneut|sprechen|kaffee|kontakt|melden|bewerben)|(?:serais|serions|restons|n'hésitez pas|recontactez|rappelez|revoyons)(?:[- ][\w',-]{1,16}){0,9} (?:contact|reparler|revoir|échanger|café|repostuler|moi)|"
    r"(?:me gustaría|nos gustaría|volvamos|escríbame|llámame|gostaria|gostaríamos|vamos|houd|laten we|neem|zou graag|mi piacerebbe|risentiamoci)(?: [\w',-]{1,16}){0,9} (?:hablar|contacto|café|tomar|conversar|contato|falar|contact|praten|koffie|sentirci|parlare|otoño|primavera))\b"
)
#: What makes it real: a time, a condition with a name, a person.
_WHEN = rule(
    r"\b(?:in (?:the )?(?:spring|summer|autumn|fall|winter|new year|january|february|march|april|may|june|july|august|september|october|november|december|\w+ months?|a (?:few|couple)|six|three|q[1-4]|20\d\d)|"
    r"(?:when|once|as soon as|after) (?:the|we|our|i|you(?:'ve| have)|that|this|budget|headcount|\w+ (?:opens|starts|leaves|reopens|is))|next (?:year|month|quarter|spring|summer|autumn|fall|winter|round|week|cohort|intake)|early (?:next|in)|"
    r"this (?:spring|summer|autumn|fall|winter)|(?:mon|tues|wednes|thurs|fri)day|later (?:this|in)|again (?:in|when|next)|directly|personally|my (?:mobile|cell|direct|number|personal)|coffee|lunch|"
    r"im (?:herbst|frühjahr|sommer|winter|januar|april|mai|juni|juli|august|september|oktober|november)|sobald|nächste[ns]? jahr|à la rentrée|au printemps|en (?:septembre|janvier|automne|octubre|otoño|primavera|enero|septiembre)|no (?:outono|próximo)|in het (?:najaar|voorjaar)|in (?:autunno|primavera))\b"
)
_BRUSH_OFF = rule(
    r"\b(?:on file|our (?:careers?|jobs?|website|site|talent|database|linkedin)|future (?:opportunit\w+|openings?|roles?|positions?|vacanc\w+)|other (?:roles|positions|openings|opportunities)|suitable (?:role|position|opening|vacanc\w+)|don't hesitate|do not hesitate|any questions|keep an eye|check back)\b"
)


def hand_of(mail: Mail, letter: Letter, *, outgoing: bool) -> Hand:
    """Who seems to have written it. In doubt a template: the colder reading (method 3.1)."""
    if outgoing:
        return Hand.PERSONAL
    address = mail.sender.email if mail.sender else ""
    vendor = senders.vendor_of(address) if address else None
    if senders.is_bulk(mail) or senders.is_automatic(mail) or senders.is_no_reply(address):
        return Hand.TEMPLATE
    text = view(letter.body)
    stock = len({m.group().lower() for m in _TEMPLATE.finditer(text)})
    own = len(_PERSONAL.findall(text))
    if vendor is not None and vendor.system is not senders.System.BOARD:
        return Hand.PERSONAL if own >= 3 and stock == 0 else Hand.TEMPLATE
    if senders.is_role_address(address) or not address:
        return Hand.PERSONAL if own >= 3 and stock == 0 else Hand.TEMPLATE
    if stock >= 3 and own <= stock:
        return Hand.TEMPLATE
    return Hand.PERSONAL if own >= 1 or stock <= 1 else Hand.TEMPLATE


def can_reply(mail: Mail, letter: Letter) -> bool:
    """Whether an answer would reach a person."""
    address = mail.sender.email if mail.sender else ""
    reply_to = mail.reply_to.email if mail.reply_to else ""
    target = reply_to or address
    if not target or "@" not in target:
        return False
    vendor = senders.vendor_of(target)
    if senders.is_no_reply(target) or (vendor and vendor.name_in is senders.NameIn.LOCAL):
        return False
    if reply_to and reply_to != address:
        return True
    return _NO_ANSWER.search(view(letter.whole)) is None


def stop_in(text: str) -> Span | None:
    """The words that ask not to be contacted again, or None."""
    seen = view(text)
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        if (
            _STOP.search(sentence)
            and not _HESITATE.search(sentence)
            and not _THIS_MAIL.search(sentence)
        ):
            return span
    return None


def invitation_in(text: str, hand: Hand) -> Span | None:
    """The words of a real invitation (named, timed, personal); a brush-off is none (method 3.1)."""
    if hand is Hand.TEMPLATE:
        return None
    seen = view(text)
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        if not _OPEN_DOOR.search(sentence) or _BRUSH_OFF.search(sentence):
            continue
        if re.search(r"\b(?:not|n't|unable|cannot)\b(?: \w+){0,4} (?:talk|meet|speak)", sentence):
            continue
        if _WHEN.search(sentence):
            return span
    return None
