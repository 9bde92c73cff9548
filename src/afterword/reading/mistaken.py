"""What sounds like a step of a hiring process and is none: acceptances in a network, the doctor's hour,
a seat on a council, a line to a friend; and an answer to a withdrawal that sounds like a no. And what sounds
like talk in a known process and is an order: a doubt put to the user's face, to be answered.
"""

from __future__ import annotations

import re

from afterword.reading.hearing import Heard
from afterword.reading.role.words import is_head
from afterword.reading.view import rule, view
from afterword.terms import MailKind

K = MailKind

#: Somebody of a network took the user's invitation: a contact, and no look at an application.
_NETWORK = rule(
    r"\b(?:accepted your (?:invitation|invite|connection request|request to connect)|is now (?:a connection|one of your connections|part of your network|in your network|connected with you)|you(?:'re| are) now connected|"
    r"(?:hat|haben) (?:ihre|deine) (?:einladung|kontaktanfrage|anfrage) (?:zur vernetzung )?(?:angenommen|akzeptiert|bestätigt)|(?:gehört|ist) (?:jetzt|nun|ab sofort) (?:zu|in|teil) (?:ihrem|deinem|ihres|deines) netzwerks?|(?:ihr|dein) neuer kontakt|"
    r"(?:a )?accepté votre (?:invitation|demande (?:de connexion|de mise en relation))|fait (?:désormais|maintenant|à présent) partie de (?:votre|ton) réseau|"
    r"(?:ha aceptado|aceptó) (?:tu|su) (?:invitación|solicitud)|(?:ahora )?forma parte de (?:tu|su) red|"
    r"aceitou (?:o )?(?:seu|teu) (?:convite|pedido)|(?:agora )?(?:faz parte|está na) (?:da |na )?(?:sua|tua) rede|"
    r"(?:heeft|hebben) (?:je|uw) (?:uitnodiging|connectieverzoek|verzoek) geaccepteerd|(?:is nu een connectie|maakt nu deel uit van (?:je|uw) netwerk)|"
    r"ha accettato (?:il tuo|il suo|la tua) (?:invito|richiesta)|(?:ora )?fa (?:ora )?parte della (?:tua|sua) rete)\b"
)
#: What a network's word may be taken for.
_STEPS = frozenset(
    {
        *(K.APPLICATION_VIEWED, K.STATUS_UPDATE, K.ACKNOWLEDGEMENT, K.OTHER_JOB, K.OUTREACH),
        *(K.INTERVIEW_INVITATION, K.INTERVIEW_LOGISTICS, K.REOPENED),
    }
)
#: A machine says it in a few lines.
_SHORT = 90
#: The hours of private life, by those who keep them; a house that hires may be a hospital, and is none of these.
_PRIVATE = rule(
    r"\b(?:doctor's|dentist\w*|gp|physio\w*|optician\w*|vet|veterinary|hairdresser\w*|barber|vaccin\w*|blood test|check-?up|"
    r"arzttermin\w*|arztpraxis|zahnarzt\w*|hausarzt\w*|physio\w*|impf\w*|friseur\w*|tierarzt\w*|vorsorgeuntersuchung\w*|"
    r"médecin\w*|dentiste|kiné\w*|santé|vétérinaire|coiffeu\w*|ostéo\w*|ordonnance|carte vitale|"
    r"dentista|peluquer\w*|veterinari[oa]|consulta médica|centro de salud|cabeleireir\w*|veterinári[oa]|"
    r"huisarts|tandarts|fysio\w*|kapper|dierenarts|ambulatorio|parrucchier\w*|visita medica)\b"
)
_WORDS = re.compile(r"[^\W\d_][\w'’-]{3,40}")
#: A seat that neighbours, parents or members vote on.
_VOTED = (
    rule(
        r"\b(?:conseil (?:syndical|d'école|municipal|de copropriété|de classe)|copropriété|copropriétaires|syndic|délégués? de parents|bureau de l'association|"
        r"(?:residents'|tenants'|owners'|homeowners'|parish|town|school|parent) (?:association|council|committee|governors?)|board of governors|"
        r"verwaltungsbeirat|eigentümerversammlung|elternbeirat|elternvertretung|hausverwaltung|vereinsvorstand|mitgliederversammlung|wahlvorstand|schöff\w+|"
        r"comunidad de propietarios|junta (?:directiva de la comunidad|de vecinos|de propietarios)|ampa|condomínio|associação de (?:pais|moradores)|"
        r"vereniging van eigenaren|vve|medezeggenschapsraad|ouderraad|ledenvergadering|condominio|amministratore di condominio|consiglio d'istituto)\b"
    ),
    rule(
        r"\b(?:assemblée générale|vote|scrutin|élection\w*|élue?s?|annual general meeting|agm|ballot|election\w*|elected|"
        r"wahl\w*|gewählt|abstimmung|versammlung|asamblea|votación|elecci\w+|elegid[oa]|assembleia|votação|eleiç\w+|eleit[oa]|"
        r"stemming|verkiezing\w*|gekozen|assemblea|votazione|elezion\w+|elett[oa])\b"
    ),
)
#: The firm takes note that the user stepped back.
_YOUR_DECISION = rule(
    r"\b(?:(?:respect|understand|regret|accept|appreciate|sorry (?:to hear )?(?:about|of)|sad about|disappointed by) (?:\w+ )?your (?:decision|choice|withdrawal)\b(?! (?:by|on|about|until|date))|(?:sorry|sad|regret|understand)(?: \w+){0,4} that you (?:have |are |will )?(?:withdr\w+|step\w* back|decided (?:to withdraw|against|not to)|pulled out)|withdrawn your application (?:as|at your|on your|following)|"
    r"(?:respektieren|verstehen|bedauern|akzeptieren|nehmen)(?: wir)? (?:[\wäöü]+ ){0,2}(?:ihre|deine) (?:entscheidung|absage|rücknahme)\b|(?:ihren|deinen) (?:rückzug|entschluss)|dass sie (?:ihre bewerbung )?zurück(?:ziehen|gezogen)|"
    r"(?:regrett\w+|respect\w+|compren\w+|prenons (?:bonne |acte de )?(?:note de )?)(?: \w+){0,3} (?:votre|ta) (?:décision|choix|retrait|désistement)\b|(?:prenons|pris) (?:bonne )?note de votre (?:décision|retrait|désistement|choix)|"
    r"(?:lament\w+|respet\w+|entend\w+|comprend\w+) (?:mucho )?(?:su|tu) (?:decisión|retirada|renuncia)\b|"
    r"(?:lament\w+|respeit\w+|compreend\w+|entend\w+) (?:muito )?(?:a )?(?:sua|tua) (?:decisão|desistência)\b|"
    r"(?:respecteren|begrijpen|betreuren|jammer van)(?: wij| we)? (?:\w+ )?(?:uw|je|jouw) (?:beslissing|besluit|keuze|terugtrekking)\b|"
    r"(?:rispett\w+|comprend\w+|capi\w+|dispiac\w+)(?: \w+)? (?:della |per )?(?:la )?(?:sua|tua) (?:decisione|scelta|rinuncia)\b)"
)

#: They wait for the user to answer a doubt: as an order, at the head of its clause.
_PROVE_IT = rule(
    r"(?:^|[.!?:;,\n] ?|\b(?:so|then|please|now|and|but) )(?:show|convince|persuade) (?:me|us) (?:which (?:one )?of us|that you(?:'ve| have| can| could)|you can|otherwise|(?:i'm|i am|we're|we are) wrong)\b|"
    r"\bprove (?:me|us|him|her) (?:wrong|right)\b|\bprove it to (?:me|us)\b|"
    r"(?:^|[.!?:;,\n] ?)(?:überzeugen sie (?:mich|uns)|zeigen sie (?:mir|uns), (?:dass|wer)|convainquez-(?:moi|nous)|montrez-(?:moi|nous) que|convénzame|demuéstreme)\b"
)
#: What such a mail may be taken for.
_TALK = frozenset({K.OTHER_JOB, K.STATUS_UPDATE, K.NOT_JOB, K.ACKNOWLEDGEMENT})


def mistaken(heard: Heard, kind: MailKind, *, kin: bool) -> MailKind | None:
    """What the mail is instead of what it sounds like; None where it is what it sounds like."""
    text = view(f"{heard.mail.subject}\n{heard.letter.body}")
    if heard.outgoing:
        return K.NOT_JOB if not kin and _to_a_friend(heard, kind) else None
    if kind in _STEPS and len(text.split()) <= _SHORT and _NETWORK.search(text):
        return K.ACCOUNT
    if kind is K.REJECTION and _YOUR_DECISION.search(text) and not _says_no(heard):
        return K.WITHDRAWN
    if kin and kind in _TALK and _PROVE_IT.search(view(heard.letter.body)):
        return K.ACTION_NEEDED
    if kin or heard.facts().quotes_a_job:
        return None
    hiring = heard.verdict.scene.hiring_words
    facts = heard.facts()
    machine = facts.no_reply or facts.automatic or facts.bulk
    if kind in (K.INTERVIEW_LOGISTICS, K.INTERVIEW_INVITATION) and machine and not hiring:
        sender = heard.mail.sender
        seen = f"{sender.name} {sender.email.partition('@')[0]}\n{text}" if sender else text
        return K.NOT_JOB if _PRIVATE.search(seen) and not _names_a_trade(text) else None
    if kind is not K.NOT_JOB and hiring <= 1 and all(one.search(text) for one in _VOTED):
        return K.NOT_JOB
    return None


def _names_a_trade(text: str) -> bool:
    """Whether a calling stands in it that is none of those who keep private hours.

    "First talk, Policy Adviser, vaccination programme" is booked by a machine as the dentist's hour is.
    """
    words = _WORDS.findall(text)
    return any(is_head(one) and not _PRIVATE.search(view(one)) for one in words)


def _says_no(heard: Heard) -> bool:
    """Whether a plain rule of a no is heard beside it: "we understand your decision" ends no such letter."""
    hits = heard.verdict.hits
    return any(one.rule.kind is K.REJECTION and ".hint." not in one.rule.id for one in hits)


#: How one writes to a friend.
_DEAR = rule(
    r"\b(?:coucou|bises|bisous|je t'embrasse|hugs|lots of love|love you|xxx?|hab dich|drück dich|knuddel\w*|hdl|besos|un beso|beijos|beijinhos|baci|un bacio|liefs|kusjes?|dikke kus)\b"
)


def _to_a_friend(heard: Heard, kind: MailKind) -> bool:
    """A few familiar lines of the user's without a word of hiring, below which no job is quoted."""
    if kind is K.NOT_JOB or heard.verdict.scene.hiring_words or heard.facts().quotes_a_job:
        return False
    body = view(heard.letter.whole)
    return len(body.split()) <= _SHORT and _DEAR.search(body) is not None
