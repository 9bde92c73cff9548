"""What says by itself that two matters are apart, however much else they share.

A false join is the worse error: what is said of one client would stand in another's case. So what a
writer says plainly outweighs a thread, a shared house and a shared service: "a different one for
you", "on behalf of", a letter only passed on to somebody at home.
"""

from __future__ import annotations

import re

from afterword.reading.company.spelling import fold, related
from afterword.terms import Reading

#: So far into a letter somebody says that it is about something else; further down it is a remark.
_SAID_EARLY = 700

#: Words with which people turn to another matter, in the languages of the rules. They count only
#: where a pitch is made inside an old conversation, never by themselves.
_ANOTHER = re.compile(
    r"\b(?:different|another|separate|new|second|other|further) (?:one for you|(?:\w+ )?(?:role|opportunity|position|vacancy|"
    r"requirement|client|assignment|brief|mandate|search|job|opening|post))\b|\b(?:also )?separately\b|"
    r"\bsomething (?:\w+ )?(?:different|else|new)\b|\bon (?:a|another) (?:\w+ )?(?:note|matter|subject)\b|\bunrelated\b|"
    r"\b(?:etwas|was) (?:\w+ )?anderes\b|\b(?:unabhängig|losgelöst) davon\b|\bdavon unabhängig\b|"
    r"\b(?:andere|weitere|neue|zweite)[rsnm]? (?:\w+e[rsnm]? )?(?:stelle|position|vakanz|aufgabe|anfrage|mandat|rolle|möglichkeit|"
    r"kunde|mandant|auftraggeber|projekt|thema|sache|suche)\w*|"
    r"\bautre (?:poste|opportunité|mission|client|offre|sujet|chose|piste|projet|recherche|mandat)\b|"
    r"\bnouve(?:lle (?:opportunité|mission|offre|recherche)|au (?:poste|client|mandat|projet))\b|\b(?:sans rapport|indépendamment)\b|"
    r"\botr[oa] (?:oferta|oportunidad|vacante|posición|plaza|cosa|búsqueda|puesto|proceso|cliente|proyecto|tema|asunto)\b|"
    r"\bnuev[oa] (?:vacante|oportunidad|posición|plaza|oferta|puesto|cliente|proyecto)\b|"
    r"\boutr[oa] (?:vaga|oportunidade|posição|coisa|cliente|processo|projeto|assunto|tema)\b|"
    r"\bnov[oa] (?:vaga|oportunidade|posição|cliente|projeto)\b|"
    r"\bandere (?:functie|vacature|opdracht|rol|klant|positie|opdrachtgever|zaak)\b|\biets (?:\w+ )?anders\b|\blos daarvan\b|"
    r"\bnieuwe (?:opdracht|vacature|functie|rol|klant|opdrachtgever)\b|"
    r"\b(?:altr[oa]|un['’]altra) (?:posizione|opportunità|cosa|ricerca|offerta|selezione|cliente|ruolo|incarico|posto|progetto)\b|"
    r"\bnuov[oa] (?:posizione|opportunità|ricerca|selezione|cliente|ruolo|incarico)\b",
    re.IGNORECASE,
)

_OUR = r"(?:our|the|notre|votre|le|la|les|l['’]|unser\w*|der|die|dem|den|il|lo|el|nuestr[oa]|nostr[oa]|noss[oa]|onze|ons|de|het|o|a)"
#: What stands between a person's name and their title.
_AFTER_A_NAME = re.compile(
    rf"\b(?P<name>[A-ZÀ-Þ][\w'’.-]+ (?:(?:van|von|de|der|di|da|du|la|le) ){{0,3}}[A-ZÀ-Þ][\w'’-]+) ?[(,–-] ?(?P<our>(?i:{_OUR})\s?)?$"
)
_OURS = re.compile(rf"\b{_OUR}\s(?:\w{{3,14}} )?$", re.IGNORECASE)
#: A name right behind a title.
_A_NAME = re.compile(
    r",? (?:(?i:mr|mrs|ms|dr|herrn?|frau|fr|hr|m|mme|monsieur|madame|signora?|sig|sra?|don|doña|dhr|mevrouw|mevr)\.? [A-ZÀ-Þ]|"
    r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+)"
)

#: Words with which people say that they told somebody else of the reader, who will write themselves: the
#: vacancy is that other's, and what is said here goes on in the old conversation.
_HANDED_ON = re.compile(
    r"\b(?:gave|given|passed|passing|sent|forwarded|mentioned|handed|dropped|suggested|recommended|put forward)\b[^.!?\n]{0,40}\byour (?:name|details|contact\w*|number|cv|profile|email)\b|"
    r"\b(?:he|she|they)(?:['’]ll| will| is going to| may| might| wants to| would like to) (?:probably |be )?(?:write to you|email you|call you|ring you|contact(?:ing)? you|reach(?:ing)? out|in touch)|"
    r"\b(?:ihren?|deinen?|eure) (?:namen?|kontakt(?:daten)?|nummer|lebenslauf|daten|adresse)\b[^.!?\n]{0,30}\b(?:weitergegeben|gegeben|weitergeleitet|genannt|gesagt)\b|"
    r"\b(?:er|sie) (?:wird|will|möchte|meldet) (?:sich )?(?:bei )?(?:ihnen|dir)\b|"
    r"\b(?:donné|transmis|passé|communiqué|glissé) (?:\w+ ){0,3}(?:votre|ton|vos|tes) (?:nom|coordonnées|cv|contact|numéro|profil|adresse)|"
    r"\b(?:votre|ton|vos|tes) (?:nom|coordonnées|cv|contact|numéro|profil|adresse) (?:\w+ ){0,2}(?:a été |ont été )?(?:donné|transmis|passé|communiqué)|"
    r"\b(?:il|elle) (?:va |devrait |doit )?(?:vous|te|t['’]) ?(?:écrira|écrire|contactera|contacter|appellera|appeler)\b|"
    r"\b(?:di|dado|pasado|pasé|dejé|enviado) (?:\w+ ){0,3}(?:tu|su|tus|sus) (?:nombre|contacto|datos|teléfono|cv|currículum|perfil|correo)|"
    r"\b(?:te|le) (?:escribirá|llamará|contactará|va a (?:escribir|llamar|contactar))\b|"
    r"\b(?:dei|passei|dado|enviei|passado) (?:\w+ ){0,3}(?:seu|teu|seus|teus) (?:nome|contato|contacto|dados|telefone|cv|currículo|email)|"
    r"\b(?:ele|ela) (?:vai|irá) (?:te |lhe )?(?:escrever|ligar|contatar|contactar)|"
    r"\b(?:je|jouw|uw) (?:naam|gegevens|nummer|cv|contactgegevens|profiel)\b[^.!?\n]{0,30}\b(?:doorgegeven|gegeven|genoemd|gestuurd|doorgestuurd)\b|"
    r"\b(?:hij|zij|ze) (?:zal|gaat|neemt|mailt|belt) (?:contact )?(?:met )?(?:je|u|jou)\b|"
    r"\b(?:dato|passato|girato|lasciato|fatto) (?:\w+ ){0,3}(?:il )?(?:tuo|suo|tuoi|suoi) (?:nome|contatto|contatti|dati|numero|cv|curriculum|profilo|recapiti)|"
    r"\b(?:ti|le|la) (?:scriverà|contatterà|chiamerà)\b",
    re.IGNORECASE,
)

#: "A colleague gave me your name": here the writer is the one who was told.
_TO_ME = re.compile(r"\b(?:me|us|mir|uns|nous|mij|ons|mi|ci|nos)\b|\bm['’]", re.IGNORECASE)

_STOP = re.compile(r"[.!?…]\s+|\n\s*\n")

_FORWARDED = re.compile(
    r"^\s*(?:re\s*:\s*)?(?:fwd?|wg|tr|rv|enc|doorst|i|inoltro|fw)\s*:", re.IGNORECASE
)

#: Between a service and the house it works for, in a sender's name.
_FOR = re.compile(
    r"\s(?:on behalf of|im auftrag (?:der|des|von)|namens|pour le compte de|per conto di|en nombre de|em nome de|"
    r"for|für|pour|voor|per|para)\s",
    re.IGNORECASE,
)


def other_matter(text: str) -> str:
    """The part of a letter in which its writer turns to another matter, from that sentence on.

    Empty where nothing early on says so. What stands before is news of the old matter.
    """
    turn = _ANOTHER.search(text[:_SAID_EARLY])
    if turn is None:
        return ""
    begin = max((m.end() for m in _STOP.finditer(text, 0, turn.start())), default=0)
    return text[begin:]


def hands_on(text: str) -> bool:
    """Whether its writer told somebody else of the reader, who will come forward themselves."""
    found = _HANDED_ON.finditer(text)
    return any(not _TO_ME.search(text[max(0, m.start() - 25) : m.end()]) for m in found)


def is_passed_on(subject: str) -> bool:
    """Whether a letter is passed on as it came ("Fwd:")."""
    return bool(_FORWARDED.match(subject))


def of_a_person(role: str, reading: Reading) -> bool:
    """Whether a title is only somebody's: "Ann Lee (plant manager)", "our plant manager, Mr Lee", or a name.

    Whoever invites says whom one will meet; a vacancy is spoken of in other words.
    """
    names = {word for one in reading.people for word in fold_words(one.name)}
    if set(fold_words(role)) <= names:
        return True
    found = list(re.finditer(re.escape(role), reading.text, re.IGNORECASE))
    return bool(found) and all(_beside_a_name(m, reading.text, names) for m in found)


def behind_a_name(role: str, text: str) -> bool:
    """Whether a title only ever stands behind a name ("it sits under Ann Lee, VP Digital"): it may be hers."""
    found = list(re.finditer(re.escape(role), text, re.IGNORECASE))
    return bool(found) and all(
        _AFTER_A_NAME.search(text[max(0, m.start() - 60) : m.start()]) for m in found
    )


def _beside_a_name(title: re.Match[str], text: str, names: set[str]) -> bool:
    before = text[max(0, title.start() - 60) : title.start()]
    after = text[title.end() : title.end() + 60]
    if _OURS.search(before) and _A_NAME.match(after):
        return True
    who = _AFTER_A_NAME.search(before)
    if who is None:
        return False
    # "Tullow General, Chief Nurse" is a house and its vacancy; a person's title is written small,
    # with an article, or behind somebody known.
    return title[0][0].islower() or bool(who["our"]) or set(fold_words(who["name"])) <= names


def fold_words(text: str) -> list[str]:
    """The words of a name, folded."""
    return [fold(word) for word in re.findall(r"[^\W\d_]{2,}", text)]


def served_house(display: str, label: str) -> str:
    """The house a service writes for, where its name says so ("Testwerk for Coldharbour").

    The first half must be the service's own: "Careers for Life" at its own domain is one name.
    """
    halves = _FOR.split(" ".join(display.split()), maxsplit=1)
    if len(halves) < 2 or not related(halves[0], label):
        return ""
    house = halves[1].strip(" .,")
    return house if house[:1].isupper() else ""
