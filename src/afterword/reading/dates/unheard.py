"""A firm's own term: what it says silence means, and from which day.

"If you have not heard from us within four weeks, please consider your application unsuccessful"
promises no word, but it ends the wait: until that day silence means nothing, and from it on what
they said it means.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from afterword.reading.dates.found import dates_in, may_name_a_day
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view
from afterword.terms import MailKind

#: Mail that speaks of the wait while it lasts.
TELLING_TERMS = frozenset({MailKind.ACKNOWLEDGEMENT, MailKind.STATUS_UPDATE})

#: No word of theirs.
_NO_WORD = rule(
    r"\b(?:if (?:you (?:do not|don't|have not|haven't|did not|didn't) (?:hear|receive|get)|you hear nothing|you(?:'ve| have) heard nothing|you(?:'ve| have) not (?:been|heard|received)|you are not (?:contacted|invited)|we (?:have not|haven't|do not|don't) (?:contact|been in touch|get|reply|respond|come back|write)\w*|no (?:reply|response|answer|word))|should you not (?:hear|receive|have heard)|(?:in the absence of|without) (?:a |any )?(?:reply|response|answer|word)|hearing nothing|"
    r"(?:falls|wenn|sollten|sofern|hören|erhalten|bekommen) (?:sie|du)(?: [^\s,;]{1,16}){0,10}? (?:nichts|keine[rn]?)\b|(?:ohne|bei ausbleibender|bei ausbleibendem|erfolgt keine) (?:\w+ )?(?:rückmeldung|antwort|nachricht)|melden wir uns (?:[\wäöü]+ ){0,6}nicht|"
    r"sans (?:\w+ )?(?:réponse|nouvelles?|retour)|en l'absence de (?:réponse|retour|nouvelles)|à défaut de (?:réponse|retour)|si vous n(?:e |')(?:recevez|avez|aviez|receviez)(?: \w+){0,3} (?:pas|aucune?)|"
    r"sin (?:respuesta|noticias)|si (?:usted )?no (?:recibe|ha recibido|tiene|ha tenido|hubiera recibido|le (?:contactamos|hemos contactado))s?|en ausencia de (?:respuesta|noticias)|de no recibir|"
    r"sem (?:resposta|notícias|retorno)|(?:se|caso) não (?:receb\w+|tiver|obtiver|for contac?tad\w+|entrarmos em conta[ct]+o)|na ausência de (?:resposta|retorno)|"
    r"als (?:je|u|jij)(?: [^\s,;.]{1,14}){0,8}? (?:niets?|geen)\b|(?:hoor|hoort|ontvang|ontvangt) (?:je|u)(?: [^\s,;.]{1,14}){0,8}? (?:niets?|geen)\b|zonder (?:reactie|bericht|tegenbericht)|"
    r"senza (?:\w+ )?(?:risposta|riscontro|notizie)|in assenza di (?:\w+ )?(?:risposta|riscontro|comunicazion\w+)|(?:se|qualora) non (?:riceve|dovesse|ricever\w+|avesse|venisse|sarà)\w*|in mancanza di (?:\w+ )?(?:risposta|riscontro))"
)
#: And what that means: the application is over.
_IS_NO = rule(
    r"\b(?:(?:consider|assume|take it|conclude|understand|treat|regard|presume)\w*(?: [^\s,;.]{1,16}){0,14}? (?:unsuccessful|not (?:been )?(?:successful|selected|shortlisted|progress\w*|taken|considered|proceed\w*|moving|move)|no longer (?:under|being)|rejected|declined|closed|filled)|(?:has|have|was|were|will) not (?:been |be )?(?:successful|shortlisted|selected|progress\w*|taken forward)|(?:is|was|been) unsuccessful|"
    r"(?:gehen sie|davon ausgehen|betrachten|gilt|verstehen|werten)\b[^.;]{0,120}?(?:nicht|abgelehnt|absage|abgesagt|negativ|keine)|(?:als|eine) absage\b|als abgelehnt|nicht (?:weiter )?(?:berücksichtigt|in die engere)|"
    r"(?:considér\w+|conclure|estimer|interpréter|comprendre|tenir|regarder)\b[^.;]{0,120}?(?:pas|non|refus\w*|négative|rejetée|close|sans suite)\b|n(?:'a|'aura|e sera) (?:malheureusement )?pas (?:été )?(?:retenue?|donné)|"
    r"(?:consider\w+|entend\w+|entiend\w+|asum\w+|d(?:é|e)\w* por|interpret\w+)\b[^.;]{0,120}?(?:no|descartad[oa]|desestimad[oa]|rechazad[oa]|cerrad[oa]|negativ[oa])\b|no ha sido (?:seleccionad|elegid|aceptad)\w+|"
    r"(?:consider\w+|entend\w+|assum\w+|presum\w+|interpret\w+)\b[^.;]{0,120}?(?:não|excluíd[oa]|recusad[oa]|rejeitad[oa]|encerrad[oa])\b|não (?:foi|terá sido) (?:selecionad|aceit|escolhid)\w+|"
    r"(?:ervan uit(?:gaan)?|beschouwen|aannemen|ga er(?:dan)? (?:van|vanuit))\b[^.;]{0,120}?(?:niet|afgewezen|gesloten|vervallen)|(?:is|bent|ben) (?:helaas )?niet (?:geselecteerd|gekozen|uitgenodigd)|"
    r"(?:consider\w+|ritener\w+|ritenga|intender\w+|reput\w+)\b[^.;]{0,120}?(?:non|respinta|conclusa|chiusa|negativ[oa])\b|non (?:è|sarà) stat[oa] (?:selezionat|accolt|presa)\w*)"
)
#: Other silences: about a task, papers, a code that did not come.
_OF_OTHERS = rule(
    r"\b(?:confirm(?:ation)? (?:e-?mail|link|your)|link|password|code|spam|junk|documents?|unterlagen|pièces|documentos|documenti|your (?:answer|reply|decision)|votre (?:réponse|décision)|ihre (?:antwort|entscheidung))\b"
)


class Term(NamedTuple):
    """The day from which their silence ends the wait, the sentence, and whether they said it means no."""

    day: date
    sentence: Span
    is_no: bool


def silence_in(text: str, written: date) -> Term | None:
    """The term that a mail sets itself; None where it speaks of no silence of theirs."""
    seen = view(text)
    spans = sentences(seen)
    for at, span in enumerate(spans):
        sentence = seen[span.start : span.end]
        if not may_name_a_day(sentence) or _NO_WORD.search(sentence) is None:
            continue
        if _OF_OTHERS.search(sentence):
            continue
        days = [one.day for one in dates_in(sentence, written) if one.day > written]
        if not days:
            continue
        after = spans[at + 1] if at + 1 < len(spans) else span
        means = _IS_NO.search(sentence) or _IS_NO.search(seen, after.start, after.end)
        return Term(max(days), span, means is not None)
    return None
