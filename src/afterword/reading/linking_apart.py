"""What says by itself that two matters are apart, however much else they share.

A false join is the worse error: what is said of one client would stand in another's case. So what a
writer says plainly outweighs a thread, a shared house and a shared service: "a different one for
you", "on behalf of", a letter only passed on to somebody at home.
"""

from __future__ import annotations

import re

from afterword.reading.company_spelling import related

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


def is_passed_on(subject: str) -> bool:
    """Whether a letter is passed on as it came ("Fwd:")."""
    return bool(_FORWARDED.match(subject))


def served_house(display: str, label: str) -> str:
    """The house a service writes for, where its name says so ("Testwerk for Coldharbour").

    The first half must be the service's own: "Careers for Life" at its own domain is one name.
    """
    halves = _FOR.split(" ".join(display.split()), maxsplit=1)
    if len(halves) < 2 or not related(halves[0], label):
        return ""
    house = halves[1].strip(" .,")
    return house if house[:1].isupper() else ""
