"""About when they will know more, as their mail says it: ahead, in one clause, and still to come."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from afterword.terms import Brief
from afterword.writing import fragments
from afterword.writing.calling import MONTHS
from afterword.writing.fragments import in_any_case
from afterword.writing.letters.lines import lines, mail_day

_YEAR = r"(?: (?:of |de )?20\d\d)?"


def _months(language: str) -> str:
    return "|".join(MONTHS[language])


@dataclass(frozen=True, slots=True)
class _Tongue:
    """How one language says that somebody will know, about when, and that it was or will not be."""

    will: re.Pattern[str]
    knows: re.Pattern[str]
    about: re.Pattern[str]
    none: re.Pattern[str]
    parts: re.Pattern[str]


_KNOWS = (
    r"(?:know|hear (?:more|back|from)|decide|revisit|review|reopen|restart|resume|tell you|let you know|be in touch|come back to|get back to you|write to you|"
    r"take (?:it|this) up|look at (?:it|this)|(?:be able to|have) (?:say|tell|decide|(?:more |some )?(?:news|clarity|certainty)|an answer|a (?:\w+ )?(?:picture|view|idea|decision|answer)))"
)
_NEWS = r"(?:news|clarity|decision|answer|outcome|word|verdict|certainty|budget)"
_TONGUES: Mapping[str, _Tongue] = {
    "en": _Tongue(
        will=in_any_case(
            rf"\b(?:(?:I|we|you|they|the \w+)(?:[’']ll| will| shall| should| hope to| expect to| plan to| aim to| intend to| ought to| are due to| is due to))"
            rf"(?: \w+){{0,2}}? {_KNOWS}\b|"
            rf"\b(?:I|we)(?: still)? (?:expect|hope for|await)\b[^,;]{{0,30}}\b{_NEWS}\b|"
            rf"\b{_NEWS}\b[^,;]{{0,30}}\b(?:is|are) (?:expected|due)\b|\b(?:the )?(?:\w+ )?{_NEWS} (?:will|should) (?:come|be (?:made|taken|known|set))\b"
        ),
        knows=in_any_case(r"\w"),
        about=in_any_case(
            r"\b(?:in|by|at|from|after|before|around|towards) (?:(?:early|mid|late|the (?:beginning|middle|end|start) of|"
            r"the (?:first|second|last) (?:week|half|days) of)[ -])?"
            rf"(?:(?P<month>{_months('en')}){_YEAR}(?!,? ?\d)|the new year|the spring|the summer|the autumn|spring|summer|autumn)\b(?![’'])"
        ),
        none=in_any_case(
            r"\b(?:not|never|nothing|nobody|no (?:one|idea)|cannot|can[’']t|if|unless|whether|decided|knew|was|were|had|would have|hardly)\b|n[’']t\b"
        ),
        parts=in_any_case(
            r"[;:–—]\s|, |,? (?:and|but|so|because|since|when|while|that|until)(?= (?:I|we|you|the|our|nobody|whoever|they|it|this|there|in)\b)"
        ),
    ),
    "de": _Tongue(
        will=in_any_case(
            r"\b(?:wir|ich) (?:wissen|rechnen|hoffen|erwarten|werden|sollten|können|entscheiden|melden)\b|\b(?:wissen|rechnen|werden|sollten|"
            r"können|entscheiden|melden) (?:wir|ich)\b|\b(?:weiß|hoffe|rechne|erwarte|werde|melde|entscheide) ich\b|\bich (?:weiß|hoffe|rechne|erwarte|werde|melde|entscheide)\b|"
            r"\b(?:Entscheidung|Klarheit|Budget)\b[^;]{0,30}\b(?:fällt|fallen|kommt|wird|soll)\b|\b(?:fällt|kommt|wird|soll)\b[^;]{0,40}\b(?:Entscheidung|entschieden)\b"
        ),
        knows=in_any_case(
            r"\b(?:wissen|weiß|mehr|sagen|melden|melde|entscheid\w+|Entscheidung|Klarheit|Bescheid|Neuigkeiten|Neues|Budget|wieder)\b"
        ),
        about=in_any_case(
            rf"\b(?:Anfang|Mitte|Ende|im|ab) (?P<month>{_months('de')}){_YEAR}(?! ?\d)\b|\bim neuen Jahr\b"
        ),
        none=in_any_case(
            r"\b(?:nicht|nie|kein\w*|niemand|haben|habe|hatten?|war|waren|wurden?|worden|entschied|wussten?|ob|falls|wenn|Sie (?:waren|wissen))\b"
        ),
        parts=in_any_case(r";\s|:\s|,? (?:und|aber|denn|weil|da)(?= \w)"),
    ),
    "fr": _Tongue(
        will=in_any_case(
            r"\b(?:nous|je|j[’'])\s?(?:devrions|devrais|pensons|pense|espérons|espère|comptons|compte|saurons|saurai|reviendr\w+|déciderons|déciderai|"
            r"pourrons|pourrai|reprendr\w+|recontacter\w+|donnerons|donnerai|vous (?:dirons|dirai|recontacter\w+|tiendr\w+))|"
            r"\b(?:décision|budget|réponse)\b[^;]{0,30}\b(?:sera|est attendue?|tombera|viendra)"
        ),
        knows=in_any_case(
            r"\b(?:savoir|saurons|saurai|décid\w+|décision|reprendr\w+|reven\w+|reviendr\w+|recontacter\w*|nouvelles|dire|dirons|dirai|budget|réponse|tiendr\w+)\b"
        ),
        about=in_any_case(
            rf"(?<!\w)(?:(?:(?:au )?début|à la mi-|mi-|(?:à la )?fin|en|courant) ?(?P<month>{_months('fr')}){_YEAR}(?! ?\d)|à la rentrée)(?!\w)"
        ),
        none=in_any_case(
            r"(?<!\w)(?:ne|n[’'](?=\w)|pas|rien|jamais|personne|avons|avez|ai|ont|a été|était|étions|étiez|si)(?!\w)"
        ),
        parts=in_any_case(r";\s|\s?:\s|, |,? (?:et|mais|car|parce)(?= \w)"),
    ),
    "es": _Tongue(
        will=in_any_case(
            r"\b(?:esperamos|espero|confiamos en|deberíamos|prevemos|sabremos|sabré|decidiremos|decidiré|podremos|podré|volveremos|volveré|"
            r"retomaremos|retomaré|le (?:diremos|diré|avisaremos|avisaré|contactaremos|escribiré))\b|"
            r"\b(?:decisión|presupuesto|respuesta)\b[^;]{0,30}\b(?:llegará|se tomará|será|se espera)"
        ),
        knows=in_any_case(
            r"\b(?:saber|sabremos|sabré|tener (?:noticias|más)|decid\w+|decisión|retom\w+|noticias|volver\w*|diremos|diré|avisar\w*|contactar\w*|"
            r"presupuesto|respuesta|decirle|escribir\w*)\b"
        ),
        about=in_any_case(
            rf"\b(?:a (?:principios|mediados|finales) de|en) (?P<month>{_months('es')}){_YEAR}(?! ?\d)\b"
        ),
        none=in_any_case(
            r"\b(?:no|nunca|nada|nadie|hemos|he|ha|fue|fueron|estaba\w*|era|si|decidió|supimos)\b"
        ),
        parts=in_any_case(r";\s|:\s|, |,? (?:y|pero|porque)(?= \w)"),
    ),
}


def knows_when(brief: Brief) -> tuple[str, str]:
    """ "in early February" and its fact, where the mail says about when they will know; else empty."""
    tongue = _TONGUES.get(brief.language)
    if tongue is None:
        return "", ""
    for fact in lines(brief):
        for clause in tongue.parts.split(fragments.clean(fact.text)):
            found = tongue.about.search(clause)
            if found is None or tongue.none.search(clause) or not _both(tongue, clause):
                continue
            if _ahead(found, fact.id, brief):
                return _inside(" ".join(found[0].split())), fact.id
    return "", ""


def _both(tongue: _Tongue, clause: str) -> bool:
    """Whether the clause says that somebody will, and that what they will is to know or to tell."""
    return bool(tongue.will.search(clause) and tongue.knows.search(clause))


def _inside(words: str) -> str:
    """As it stands inside a sentence: "In March" small, "Mitte Juni" as it is."""
    head = words.partition(" ")[0]
    return words if head in ("Anfang", "Mitte", "Ende") else words[0].lower() + words[1:]


#: How long a time without a month may still be ahead.
_WEEKS = 90


def _ahead(found: re.Match[str], line: str, brief: Brief) -> bool:
    """Whether that time still lies ahead: "in June" of a mail of May is over in July."""
    wrote = mail_day(brief, line) or brief.today
    month = (found.groupdict().get("month") or "").casefold()
    if not month:
        return (brief.today - wrote).days <= _WEEKS
    number = [one.casefold() for one in MONTHS[brief.language]].index(month) + 1
    named = re.search(r"20\d\d", found[0])
    year = int(named[0]) if named else wrote.year + (number < wrote.month)
    return (year, number) >= (brief.today.year, brief.today.month)
