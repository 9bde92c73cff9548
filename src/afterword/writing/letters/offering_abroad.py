"""What a mail offers the user in German, French or Spanish: the clause to say yes to, in their words.

The three say with one word ("gern", "volontiers", "con gusto") both what they would like to do and what they
liked to do. So the verb must be of now or later, the user must be the one it is done for, and a clause with
a past, a "no" or another person in it offers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from afterword.writing import fragments
from afterword.writing.fragments import in_any_case
from afterword.writing.letters.quoting import LONG_QUOTE


@dataclass(frozen=True, slots=True)
class _Tongue:
    """How one language offers: who would gladly, what, to whom; what is none; where clauses part."""

    would: re.Pattern[str]
    deed: re.Pattern[str]
    to_you: re.Pattern[str]
    none: re.Pattern[str]
    parts: re.Pattern[str]
    back: re.Pattern[str]
    polite: re.Pattern[str]


_DE_VERB = (
    r"(?:würden?|werden?|lade|laden|treffe|treffen|gebe|geben|spreche|sprechen|erkläre|erklären|erläutere|erläutern|telefoniere|"
    r"telefonieren|empfehle|empfehlen|stelle|stellen|rufe|rufen|bin|sind|biete|bieten|zeige|zeigen|vermittle|vermitteln|mache|machen|"
    r"trinke|trinken|nehme|nehmen|komme|kommen|möchte|möchten|will|wollen|können|kann)"
)
_TONGUES: Mapping[str, _Tongue] = {
    "de": _Tongue(
        would=in_any_case(
            rf"\b(?:ich|wir) {_DE_VERB}\b[^.;!?]{{0,60}}\bgerne?\b|\bgerne? {_DE_VERB} (?:ich|wir)\b|"
            rf"\b{_DE_VERB} (?:ich|wir)\b[^.;!?]{{0,40}}\bgerne?\b"
        ),
        deed=in_any_case(
            r"\b(?:auf (?:einen|ein|eine) (?:\w+ )?(?:Kaffee|Tee|Mittagessen|Bier|Glas|Gespräch|Tasse)|zu(?:m| einem) (?:\w+ )?"
            r"(?:Kaffee|Mittagessen|Telefonat|Essen)|(?:einen|ein) (?:\w+ )?Kaffee|(?:ein |eine )?(?:\w+ )?(?:Feedback|Rückmeldung) "
            r"geben|geb\w+\b[^.;!?]{0,30}\b(?:Feedback|Rückmeldung|Hinweise)|telefonieren|am Telefon|anrufen|rufe\w*\b[^.;!?]{0,30}\ban|"
            r"treffen|wiedersehen|kennenlernen|empfehl\w+|weiterempfehlen|vorstellen|bekannt machen|einladen)\b"
        ),
        to_you=in_any_case(r"\b(?:Sie|Ihnen)\b"),
        none=in_any_case(
            r"\b(?:nicht|nie|kein\w*|leider|hätten?|haben?|hatten?|war|waren|wäre\w*|wurden?|worden|durften?|konnten?|von Ihnen|bewerb\w*|"
            r"Bewerber\w*|Kandidat\w*|jemand\w*|ander(?:e|en|er|em) (?:Person|Bewerb\w+|Kandidat\w+)|danke\w*|Dank|Rückfragen|Fragen|zur Verfügung|"
            r"Ihr\w* (?:Feedback|Rückmeldung|Meinung|Antwort)|Umfrage|Talentpool|Datenbank|Newsletter|Partner\w*|Dritte\w*|Vorstellungsgespräch\w*|"
            r"Auslagen|empfehl\w* (?:ich |wir )?Ihnen|Ihnen[^.;!?]{0,30}empfehl\w*|Seite|Entschuldigung|entschieden|ausgewählt)\b"
        ),
        parts=in_any_case(
            r"[;:–—]\s|,? (?:und|aber|doch)(?= (?:ich|wir|gern\w*|würde\w*)\b)|, (?=(?:gern\w*|ich|wir) )"
        ),
        back=in_any_case(
            r"(?:^|[,;–—] ?| )(?:aber|doch|jedoch|allerdings|nur dass)\b|\b(?:leider|nicht (?:möglich|erlaubt|gestattet)|"
            r"(?:dürfen|können|darf|kann)\b[^.;!?]{0,40}\b(?:nicht|keine?)\b)"
        ),
        polite=in_any_case(
            r",? (?:wenn|falls|sofern) Sie (?:mögen|möchten|wollen|wünschen|Lust haben|Zeit haben)$|,? wenn es Ihnen (?:passt|recht ist|hilft)$"
        ),
    ),
    "fr": _Tongue(
        would=in_any_case(
            r"\b(?:je |nous |j[’'])[^.;!?]{0,50}\b(?:volontiers|avec (?:grand )?plaisir)\b|\bavec (?:grand )?plaisir (?:que )?(?:je|nous|j[’'])|"
            r"\b(?:je (?:serai|serais|suis)|nous (?:serons|serions|sommes)) (?:très |vraiment )?(?:heureu(?:x|se)s?|ravie?s?) (?:de|d[’'])|"
            r"\b(?:j[’'](?:aurai|aurais)|nous (?:aurons|aurions)) (?:grand )?plaisir à\b|^(?:volontiers|avec plaisir)\b"
        ),
        deed=in_any_case(
            r"(?<!\w)(?:un (?:\w+ )?café|(?:à|pour) déjeuner|un déjeuner|un (?:\w+ )?appel|appeler|appelle\w*|rencontrer(?:ai|ais|ions|ons)?|revoir|recommander(?:ai|"
            r"ais|ions|ons)?|présenter(?:ai|ais|ions|ons)?|(?:donner|faire|ferai|ferais|donnerai|donnerais|partager)\b[^.;!?]{0,25}\bretours?|"
            r"mettr\w+ (?:\w+ )?en (?:contact|relation)|expliquer\w*|échanger)(?!\w)"
        ),
        to_you=in_any_case(r"\b(?:vous|votre (?:nom|profil))\b"),
        none=in_any_case(
            r"(?<!\w)(?:ne|n[’'](?=\w)|pas|plus(?! tard| librement| longuement| en détail)|jamais|aucune?s?|malheureusement|hélas|j[’']ai|avons|avez|ont|eu|été|était|étions|étais|aurais(?! (?:grand )?plaisir)|"
            r"aurions(?! (?:grand )?plaisir)|aurait|serait|merci|remerci\w*|questions?|disposition|candidat\w*|postul\w*|un autre|une autre|quelqu[’']un|"
            r"votre (?:retour|avis|réponse|appel)|attend\w*|enquête|sondage|base de données|vivier|partenaires?|tiers|entretien|choisi\w*|retenue?s?|recommand\w+ (?:\w+ )?d[e’']|excuses|vœux|site|page)(?!\w)"
        ),
        parts=in_any_case(
            r"[;:–—]\s|,? (?:et|mais)(?= (?:je|nous|j[’']|c[’']est avec|si vous)\b)|,? (?:et|mais)(?= j[’'])"
        ),
        back=in_any_case(
            r"(?:^|[,;–—] ?| )(?:mais|toutefois|cependant|néanmoins|pourtant)\b|\b(?:malheureusement|hélas|ne (?:puis|peux|pouvons|peut)|n[’']est pas possible)\b"
        ),
        polite=in_any_case(
            r",? si (?:vous (?:le )?(?:souhaitez|voulez|désirez)|cela vous (?:convient|dit|est utile)|le cœur vous en dit)$"
        ),
    ),
    "es": _Tongue(
        would=in_any_case(
            r"\bcon (?:mucho )?gusto\b|\b(?:estaré|estaría|estaremos|estaríamos|estoy|estamos) encantad[oa]s? de\b|^encantad[oa]s? de\b|"
            r"\b(?:me|nos) (?:encantaría|gustaría|encantará)\b"
        ),
        deed=in_any_case(
            r"\b(?:un (?:\w+ )?café|a (?:comer|almorzar)|una (?:\w+ )?(?:comida|llamada)|llamarl[eoa]|llamaré|llamaría|charlar|hablar con usted|conversar|"
            r"recomendarl[eoa]|recomendaré|recomendaría|presentarl[eoa]|presentaré|presentaría|(?:ponerl[eoa]|pondré|pondría) en contacto|verl[eoa]|"
            r"reunirme con usted|reunirnos con usted|explicarle|(?:darle|daré|daría|daríamos)\b[^.;!?]{0,25}\b(?:comentarios|consejos?|retroalimentación|feedback))\b"
        ),
        to_you=in_any_case(r"\b(?:usted|le|la|lo|su (?:nombre|perfil))\b|\w+(?:rle|rlo|rla)\b"),
        none=in_any_case(
            r"\b(?:no|ni|nunca|ningun[oa]?|lamentablemente|desgraciadamente|haber\w*|he|hemos|ha|han|había\w*|habría\w*|hubiera\w*|hubiese\w*|fue|fueron|estuv\w+|"
            r"gracias|agradec\w*|dudas?|preguntas?|disposición|candidat\w*|otra persona|otr[oa] (?:candidat\w+|profesional)|alguien|su (?:opinión|respuesta|"
            r"valoración|llamada)|sus (?:comentarios|respuestas)|encuesta|base de datos|bolsa|socios|terceros|entrevista|recomend\w+ que|disculpas|excusas|web|página|elegid[oa]|elegimos|seleccionad[oa])\b"
        ),
        parts=in_any_case(
            r"[;:–—]\s|,? (?:y|pero)(?= (?:me|nos|con|estaría\w*|estaré\w*|encantad[oa]s?)\b)"
        ),
        back=in_any_case(
            r"(?:^|[,;–—] ?| )(?:pero|sin embargo|aunque|no obstante)\b|\b(?:lamentablemente|desgraciadamente|no (?:puedo|podemos|es posible|nos es posible))\b"
        ),
        polite=in_any_case(
            r",? (?:si (?:usted )?(?:quiere|lo desea|le apetece|gusta|le parece|le viene bien)|cuando (?:quiera|guste))$"
        ),
    ),
}
#: A condition on what was not so ("wenn Sie … hätten") is wishing, and no offer.
_IF_ONLY = in_any_case(
    r"\b(?:wenn|falls) [^.;!?]*\b(?:hätten?|wären?)\b|\bsi (?:vous )?(?:aviez|étiez|eussiez)\b|\bsi (?:usted )?(?:hubiera|fuera|estuviera)\b"
)


#: Said politely before the offer; the offer is what follows.
_POLITELY = in_any_case(
    r"^(?:si (?:vous (?:en avez envie|le (?:souhaitez|voulez|désirez)|voulez)|cela vous (?:convient|dit|est utile)|le cœur vous en dit)|"
    r"wenn Sie (?:mögen|möchten|wollen|Lust haben)|si (?:usted )?(?:quiere|lo desea|le apetece|le parece)),? "
)


def clause(text: str, after: str, language: str) -> str:
    """The clause of a sentence in which they offer the user something in person; "" for none.

    `after` is the sentence behind it: what begins there with "leider" takes the offer back.
    """
    tongue = _TONGUES.get(language)
    if tongue is None or (tongue.back.search(after) and not tongue.would.search(after)):
        return ""
    cuts = list(tongue.parts.finditer(text))
    starts = [0] + [one.end() for one in cuts]
    ends = [one.start() for one in cuts] + [len(text)]
    for start, end in reversed(list(zip(starts, ends, strict=True))):
        said = _POLITELY.sub("", fragments.clean(text[start:end]))
        if tongue.back.search(text[end:]) or _IF_ONLY.search(text):
            continue
        if not tongue.would.search(said) or not tongue.deed.search(said):
            continue
        if not tongue.to_you.search(said) or tongue.none.search(said):
            continue
        if not tongue.back.search(said):
            bare = fragments.clean(tongue.polite.sub("", said))
            if len(bare.split()) <= LONG_QUOTE:
                return bare
    return ""
