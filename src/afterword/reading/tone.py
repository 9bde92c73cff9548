"""How the mail is written: by a hand or a template, open to an answer or not."""

from __future__ import annotations

from afterword.reading import senders
from afterword.reading.company.display import is_person
from afterword.reading.company.spelling import fold
from afterword.reading.company.words import DESKS, TRADES
from afterword.reading.sentences import Span, sentences
from afterword.reading.text import Letter
from afterword.reading.tone_calling import CALLING, NOT_OFFERED
from afterword.reading.tone_inviting import (
    COME,
    ELSE,
    FIRST,
    MEET,
    ORDER,
    PLANS,
    REAL,
    SHUT,
    TOUCH,
    WHEN,
)
from afterword.reading.view import rule, view
from afterword.terms import Hand, Mail, MailKind

K = MailKind

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
#: Signed by a desk, at the end of a line; and somebody who speaks of themselves.
_TEAM = rule(
    r"(?:team|department|services|unit|careers|recruiting|recruitment|human resources|talent acquisition|people operations|personalabteilung|recruiting-team|bewerbermanagement|service recrutement|ressources humaines|équipe recrutement|recursos humanos|selección)[ .!]{0,3}(?:\n|$)"
)
_SELF = rule(r"\b(?:i|i'm|i'd|i'll|i've|my|me|ich|mich|mir|mein\w{0,2}|je|j'ai|yo)\b")
#: A greeting with a name, formal or not.
_GREETS = rule(
    r"(?:dear|hi|hello|good (?:morning|afternoon|evening)|(?:sehr )?geehrte[rs]?|liebe[rs]?|hallo|guten tag|bonjour|chère?|madame|monsieur|estimad[oa]|querid[oa]|hola|buenos días) (?:(?:mr|mrs|ms|dr|prof|frau|herr|herrn|madame|monsieur|sra?|don|doña)\.? )?(?-i:[A-ZÀ-Þ])[\w'-]{1,24}(?: (?-i:[A-ZÀ-Þ])[\w'-]{1,24}){0,2} ?[,:!\n]"
)
#: Written to nobody in particular.
_NAMELESS = rule(r"\bdear (?:applicant|candidate|job ?seeker|professional|sir or madam|all)\b")
#: How one writes to somebody one has met, in a letter no system wrote.
_FAMILIAR = rule(
    r"\b(?:hey|hiya|cheers|thanks a million|sorry|mate|lovely|gutted|honest(?:ly)?|haha|xx?|salut|coucou|ciao|allô|moin|servus|hoi|hallo|"
    r"du|dich|dir|dein\w*|je|jou|jij|ge|tu|te|ton|toi|t'as|tú|vos|você|ti|sei|hab|bin|ik|mij|mijn|ons|nostr\w+|yo|mi|meu|minha|mio|mia|io|moi|mon|ma|mes|j'ai|ich|mir|mein\w*|uns)\b"
)
_NO_ANSWER = rule(
    r"\b(?:(?:please )?(?:do not|don't|kindly do not) (?:reply|respond) (?:directly )?(?:to )?(?:this|the)|(?:mailbox|inbox|address|account|e-?mail|message|replies)(?: [\w',/-]{1,14}){0,6} (?:not (?:actively |regularly )?(?:monitored|read|attended|checked|answered)|unattended|unmonitored|cannot (?:accept|receive|be answered)|can't (?:accept|receive))|"
    r"unmonitored|unattended|replies (?:to this (?:e-?mail|message) )?(?:are not|will not be|aren't|won't be) (?:monitored|read|answered|delivered)|do not reply|"
    r"nicht auf diese (?:e-?mail|nachricht)|diese (?:e-?mail|nachricht) (?:wurde|ist) automatisch|ne pas répondre|merci de ne pas répondre|no responda|não responda|niet beantwoorden|non rispondere)\b"
)
#: A machine's mail that may be answered after all says so.
_ANSWER = rule(
    r"\b(?:(?:reply|respond|write|answer)(?:ing)? (?:directly )?(?:to|by|with) (?:this|us|me|e-?mail)|just (?:hit )?reply|by reply|antworten sie (?:einfach |direkt )?auf|"
    r"beantwoord deze|antwoord op dit|répond(?:ez|re|s) (?:simplement )?(?:à ce|directement)|responda? a este|responda (?:a )?este|rispond(?:a|i|ere) a questa)\b"
)
_STOP = rule(
    r"\b(?:(?:do not|don't|not to|stop|refrain from|cease)(?: [\w',-]{1,12}){0,3} (?:contact(?:ing)?|e-?mail(?:ing)?|writ(?:e|ing)|call(?:ing)?|follow(?:ing)?[- ]up|messag(?:e|ing)|approach(?:ing)?|get(?:ting)? in touch)(?! (?:if|with any|should))(?: (?:me|us|our \w+|my \w+|the \w+))?(?: (?:again|any|anyone|further|about|concerning|regarding))|"
    r"(?:no (?:further|more)|not enter into(?: any)?(?: further)?) (?:correspondence|communication|e-?mails|messages|contact|discussion)(?: (?:on|about|regarding|will|is|from|please|with|in))|consider (?:this|the) (?:matter|subject|case) closed|(?:matter|subject) (?:is|as) (?:now )?closed|"
    r"leave (?:me|us) alone|legal (?:department|counsel|team) (?:has|will|is)|remove (?:me|us) from your|"
    r"kontaktieren sie (?:uns|mich|niemanden)[^.]{0,30} nicht|von weiteren (?:nachfragen|anfragen|kontakt\w*|e-?mails)[^.]{0,30}abzusehen|ne (?:plus |pas )?(?:nous|me) (?:re)?contacter|ne plus (?:nous|me) (?:écrire|relancer)|no (?:nos|me) (?:contacte|escriba)[^.]{0,12} más|não (?:nos|me) contat\w+ mais|geen contact meer|non ricontattar\w+)\b"
)
_HESITATE = rule(r"\b(?:hesitate|hésitez|zögern|dude|hesite|aarzel|esitar?e)\b")
_THIS_MAIL = rule(
    r"\b(?:this (?:e-?mail|address|mailbox|inbox|message)|unsubscribe|via this|using this)\b"
)

#: A time or a next opening in the sentence before an invitation.
_DATED = rule(
    r"\b(?:(?:coming|opens?|opening|starts?|retires?|free|another|second|next) (?:[\w'-]{1,12} ){0,4}(?:in|up|post|place|role|spot|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)|"
    r"im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|herbst|frühjahr|sommer)|zum 1\.|in (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|het (?:najaar|voorjaar))|volgend (?:jaar|voorjaar)|"
    r"en (?:janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|septiembre|octubre|otoño|primavera)|no (?:outono|verão|próximo)|em (?:janeiro|março|abril|maio|junho|setembro|outubro)|a (?:primavera|settembre|gennaio|marzo|ottobre))\b"
)
_NO_NAMES = DESKS | TRADES
#: Only a mail that ends or reopens something can ask one back.
_ENDS = frozenset(
    {K.REJECTION, K.POSITION_FILLED, K.ON_HOLD, K.CANCELLED, K.OFFER_RESCINDED, K.REOPENED}
)
#: The answer to a user who stepped back: what they promise there, they promise for another time.
_ANSWERS = frozenset({K.WITHDRAWN, K.OTHER_JOB})


def hand_of(mail: Mail, letter: Letter, *, outgoing: bool) -> Hand:
    """Who seems to have written it. In doubt a template: the colder reading (method 3.1)."""
    if outgoing:
        return Hand.PERSONAL
    address = mail.sender.email if mail.sender else ""
    vendor = senders.vendor_of(address) if address else None
    if senders.is_bulk(mail) or senders.is_automatic(mail) or senders.is_no_reply(address):
        return Hand.TEMPLATE
    local = address.partition("@")[0]
    by_name = bool(mail.sender and _somebody(mail.sender.name, local))
    text = view(letter.body)
    stock = len({m.group().lower() for m in _TEMPLATE.finditer(text)})
    own = len(_PERSONAL.findall(text))
    if vendor is not None and vendor.system is not senders.System.BOARD:
        signed = own >= 1 and _signed_to_somebody(letter)
        return Hand.PERSONAL if stock == 0 and (own >= 3 or signed) else Hand.TEMPLATE
    if not by_name and stock <= 1 and own >= 1 and _signed_to_somebody(letter):
        return Hand.PERSONAL
    if not by_name:  # a desk: personal only where somebody says "I", or speaks as to a friend
        if _TEAM.search(text.rstrip()[-80:] + "\n" + view(letter.signature)) and not _SELF.search(
            text
        ):
            return Hand.TEMPLATE  # signed by no one, and nobody speaks in it
        warm = own + len({m.group().lower() for m in _FAMILIAR.finditer(text)})
        return Hand.PERSONAL if warm >= 2 and stock == 0 else Hand.TEMPLATE
    if (stock >= 3 and own <= stock) or (_NAMELESS.search(text) and not own):
        return Hand.TEMPLATE
    return Hand.PERSONAL if own >= 1 or stock <= 1 else Hand.TEMPLATE


def _somebody(display: str, local: str) -> bool:
    """Whether a display name is a person's: two names, or one that the mailbox bears."""
    if is_person(display, local):
        return True
    words = display.replace(".", " ").split()
    own = bool(words) and len(words[0]) > 1 and fold(words[0]) not in _NO_NAMES and len(words) == 1
    return own and fold(words[0]) in fold(local) and not senders.is_role_address(f"{local}@")


def _signed_to_somebody(letter: Letter) -> bool:
    """Whether a person put their name under it, and it greets one by theirs."""
    body = view(letter.body).lstrip()
    if _GREETS.match(body) is None or _NAMELESS.search(body[:80]):
        return False
    last = letter.signature.strip() or body.rstrip().rpartition("\n")[2]
    lines = [line.strip(" ,.-–") for line in last.splitlines() if line.strip()]
    return any(
        2 <= len(line.split()) <= 4 and is_person(line.partition(",")[0], "") for line in lines[:3]
    )


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
    if mail.headers.get("auto-submitted", "").strip().lower().startswith("auto-generated"):
        return _ANSWER.search(view(letter.body)) is not None
    return _NO_ANSWER.search(view(letter.whole)) is None


def stop_in(text: str) -> Span | None:
    """The words that ask not to be contacted again, or None."""
    seen = view(text)
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        if (
            (SHUT.search(sentence) or _STOP.search(sentence))
            and not _HESITATE.search(sentence)
            and not _THIS_MAIL.search(sentence)
        ):
            return span
    return None


def invitation_in(text: str, hand: Hand, kind: MailKind | None = None) -> Span | None:
    """The words of a real invitation (named, timed, personal); a brush-off is none (method 3.1).

    What makes it real may stand in the sentence before.
    """
    if hand is Hand.TEMPLATE:
        return None
    seen = view(text)
    if kind is None or kind in _ENDS or kind in _ANSWERS:
        first = _asked_first(seen)
        if first is not None:
            return first
    if kind is not None and kind not in _ENDS:
        return None
    call = _offers_a_talk(seen)
    if call is not None:
        return call
    if all(one.search(seen) is None for one in (COME, MEET, TOUCH)):
        return None
    before = ""
    spans = sentences(seen)
    for nth, span in enumerate(spans):
        sentence = seen[span.start : span.end]
        come = COME.search(sentence) or MEET.search(sentence)
        asked = come is not None and ELSE.search(sentence) is None
        if asked and (REAL.search(sentence) or _DATED.search(before)):
            return span
        if TOUCH.search(sentence):
            end = spans[min(nth + 1, len(spans) - 1)].end
            if PLANS.search(seen, span.start, end) and WHEN.search(seen, span.start, end):
                return Span(span.start, end)
        before = sentence
    return None


def _offers_a_talk(seen: str) -> Span | None:
    """The sentence in which they offer, of their own accord, to telephone or to talk."""
    if CALLING.search(seen) is None:
        return None
    for span in sentences(seen):
        offers = CALLING.search(seen, span.start, span.end)
        if offers and NOT_OFFERED.search(seen, span.start, span.end) is None:
            return span
    return None


def _asked_first(seen: str) -> Span | None:
    """The sentence that promises to ask the reader before all others, and is no order of a day."""
    spans = sentences(seen)
    for nth, span in enumerate(spans):
        if FIRST.search(seen, span.start, span.end) is None:
            continue
        after = spans[nth + 1] if nth + 1 < len(spans) else span
        goes_on = seen[after.start : after.end].casefold().startswith("then ")
        if ORDER.search(seen, span.start, after.end if goes_on else span.end) is None:
            return span
    return None
