"""The words by which the user puts themselves forward for work, in the languages of the rules."""

from __future__ import annotations

import re

from afterword.reading.linking.words import APPLIES, VOUCHING

#: What heads an application nobody asked for.
UNASKED = re.compile(
    r"\b(?:speculative|unsolicited|spontaneous) application|\bapplication:|\binitiativbewerbung|^\W*bewerbung\b|"
    r"\bcandidature(?: spontanée)?\b|\bcandidatura(?: (?:espontánea|espontânea|spontanea))?\b|\bautocandidatura\b|"
    r"\bopen sollicitatie\b|^\W*sollicitatie\b",
    re.IGNORECASE,
)
#: What is only said by somebody who puts themselves forward: no title and no number need stand beside it.
_FORWARD = re.compile(
    r"\bi(?:['’]d| would| want| wish| hereby|['’]m| am)?(?: \w+){0,3}? apply(?:ing)? (?:for|to|as)\b|"
    r"\b(?:cv|résumé|resume)\b (?:is |are )?(?:attached|enclosed|below)\b|\b(?:attach(?:ed|ing)?|enclos(?:ed?|ing))(?: \w+){0,3} (?:my |a |the )?(?:cv|résumé|resume)\b|"
    r"\b(?:put|throw) my (?:name|hat|hand) (?:forward|in|up)\b|"
    r"\b(?:möchte|würde|will)(?: ich)? mich(?: [\w-]+){0,8} bewerben\b|\bbewerbe (?:ich )?mich\b|"
    r"\b(?:anbei|beiliegend|im anhang|angehängt)(?: [\w-]+){0,3} (?:lebenslauf|bewerbungsunterlagen)\b|\blebenslauf (?:\w+ )?(?:anbei|angehängt|beigefügt|im anhang|hängt an|liegt bei)\b|"
    r"\bje (?:postule|candidate)\b|\bje \w+(?: \w+){0,3} (?:postuler|candidater|(?:présenter|proposer|adresser|soumettre) ma candidature)\b|"
    r"\b(?:ci-joint|en pièce jointe|je joins|je vous joins)(?: \w+){0,2} (?:mon )?(?:cv|curriculum)\b|\bmon (?:cv|curriculum)(?: est)? (?:ci-joint|joint|en pièce jointe)\b|"
    r"\b(?:me postulo|presento mi candidatura|(?:gustaría|quiero|quisiera|deseo) (?:postular\w*|presentar\w* (?:mi candidatura|como candidat[oa])|optar a))\b|"
    r"\b(?:adjunto|le adjunto|os adjunto|te adjunto)(?: mi| el)? (?:cv|curr[ií]cul\w+)\b|\bmi (?:cv|curr[ií]cul\w+) (?:va |está )?adjunto\b|"
    r"\b(?:candidato-me|me candidato|(?:gostaria|quero|queria) (?:de )?(?:me candidatar|candidatar-me))\b|"
    r"\b(?:segue|junto|anexo|envio)(?: em anexo)?(?: o)? meu (?:cv|curr[ií]culo)\b|\b(?:cv|curr[ií]culo) (?:segue )?(?:em anexo|anexo|anexado)\b|"
    r"\b(?:ik solliciteer|(?:wil|zou)(?: ik)? graag(?: \w+){0,6} solliciteren|solliciteer ik)\b|"
    r"\b(?:bijgaand|bijgevoegd|bijgesloten)(?: vindt? (?:u|je))? mijn cv\b|\bcv (?:\w+ )?(?:bijgevoegd|bijgesloten|in de bijlage)\b|"
    r"\b(?:mi candido|(?:vorrei|desidero|intendo) candidarmi|presento la mia candidatura)\b|"
    r"\b(?:allego|in allegato|allegato)(?: trova)?(?: il mio)? (?:cv|curriculum)\b|\b(?:cv|curriculum)(?: è)? (?:in allegato|allegato)\b",
    re.IGNORECASE,
)
#: With these the user asks what a post is about; the post is named beside it.
_ASKS = re.compile(
    r"\b(?:hear|know|learn|find out) (?:a (?:bit|little) )?more\b|\binterested in\b|\bi(?:['’]m| am) writing (?:to you )?about\b|"
    r"\bmehr (?:darüber |dazu )?(?:erfahren|hören|wissen)\b|\binteressier\w+\b|\bwegen der stelle\b|"
    r"\ben savoir (?:un peu )?plus\b|\bm['’]intéresse\w*\b|\bintéressée?\b|\b(?:saber|conocer) más\b|\bme interesa\b|\binteresad[oa]\b|"
    r"\bsaber mais\b|\binteressad[oa]\b|\bme interessa\b|\bmeer (?:weten|horen)\b|\bgeïnteresseerd\b|\bsaperne di più\b|\bmi interessa\w*\b|\binteressat[oa]\b",
    re.IGNORECASE,
)
#: A seat that is advertised once more.
_AGAIN = re.compile(
    r"\bre-?advertis\w+|\b(?:advertis\w+|posted|listed|vacant|recruiting|hiring)(?: \w+){0,4} (?:once )?again\b|\bagain (?:being )?(?:advertis\w+|recruiting|hiring)\b|\blooking for (?:an? |the )?(?:[\w-]+ ){1,4}again\b|"
    r"\b(?:wieder|erneut|noch ?mals?|neu) (?:ausgeschrieben|ausschreib\w+|zu besetzen|vakant)\b|\bschreib\w+(?: [\w-]+){0,5} (?:wieder|erneut|neu) aus\b|"
    r"\b(?:de|à) nouveau (?:à pourvoir|publié\w*|vacant\w*|en ligne|ouvert\w*)\b|\b(?:poste|annonce|offre)(?: [\w'’-]+){0,6} (?:de|à) nouveau\b|\b(?:republié|rouvert)\w*\b|"
    r"\b(?:plaza|vacante|puesto|oferta|anuncio)(?: \w+){0,6} (?:de nuevo|otra vez|nuevamente)\b|\b(?:de nuevo|otra vez|nuevamente)(?: \w+){0,3} (?:plaza|vacante|puesto|oferta|anuncio|publicad[oa])\b|\bvuelto a (?:publicar|convocar|ofertar)\b|"
    r"\b(?:vaga|anúncio|lugar|concurso)(?: \w+){0,6} (?:de novo|novamente|outra vez)\b|\b(?:de novo|novamente|outra vez)(?: \w+){0,3} (?:vaga|anúncio|publicad[oa])\b|"
    r"\b(?:vacature|functie|plek|plaats)(?: \w+){0,5} (?:weer|opnieuw)\b|\b(?:weer|opnieuw) (?:uitgezet|vacant|uitgeschreven|geplaatst)\b|"
    r"\b(?:posizione|posto|annuncio|ruolo|selezione)(?: \w+){0,6} (?:di nuovo|nuovamente)\b|\b(?:di nuovo|nuovamente) (?:pubblicat\w+|vacante|scopert\w+|apert\w+)\b",
    re.IGNORECASE,
)
#: Whoever is asked for an eye on it is offered nothing.
_AN_EYE = re.compile(
    r"\b(?:look|glance|eye) (?:it )?over\b|\bfeedback\b|\bproof-?read\b|\bwhat do you think\b|\bdrüber ?schau\w*|\bdrüber ?les\w*|\bgegen ?les\w*|\brel(?:is|ire|isez)\b|\bton avis\b|"
    r"\bqué te parece\b|\béchale un (?:ojo|vistazo)\b|\bo que achas?\b|\bdar uma (?:olhada|vista)\b|\bwat vind je\b|\bnakijken\b|\bcosa ne pensi\b|\bun['’]occhiata\b",
    re.IGNORECASE,
)
#: So much of a letter says what it is for.
_LOOK = 3000


def puts_forward(text: str, *, named: bool, answers: bool) -> bool:
    """Whether a letter of the user's puts them forward; `named` says that it names a post.

    In an answer the conversation tells what it is about: there they must say more.
    """
    text = text[:_LOOK]
    if named and (APPLIES.search(text) or (_ASKS.search(text) and not answers)):
        return True
    if VOUCHING.search(text) or _AN_EYE.search(text):
        return False
    return bool(_AGAIN.search(text) or (_FORWARD.search(text) and not answers))


def sees_it_again(text: str) -> bool:
    """Whether a letter of the user's speaks of a seat that is advertised once more."""
    return bool(_AGAIN.search(text[:_LOOK]))
