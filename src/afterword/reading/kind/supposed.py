"""Sentences that tell what would be so and not what is.

"Hear nothing within three weeks, and consider it a no" stands in half of all
acknowledgements; taken for news it is the cruellest misreading there is.
"""

from __future__ import annotations

import re

from afterword.reading.kind.mood import Moods
from afterword.reading.kind.tables import rules_of
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view

#: So near its beginning a condition governs the sentence: "Please note that if ...".
_EARLY = 40

#: Silence put as a condition without the word for "if", in the languages that are read.
_SILENCE = rule(
    r"\b(?:in the absence of|(?:no|without|absent) (?:\w{1,10} )?(?:response|reply|answer|word|news|contact)|not hear(?:ing|d)|(?:hear|heard) nothing)\b"
    r"|\b(?:sans|faute de|en l'absence de|à défaut de) (?:réponse|nouvelles?|retour|signe|contact)\b|\bpassé ce délai\b"
    r"|\b(?:ohne|bleibt eine) (?:rückmeldung|antwort|nachricht)\b|\b(?:hören|erhalten|bekommen|haben) (?:sie|du)\b[^.;]{0,60}\b(?:nichts|keine)\b|\b(?:hörst|erhältst|bekommst|hast) du\b[^.;]{0,60}\b(?:nichts|keine)\b"
    r"|\b(?:sin|en ausencia de|a falta de) (?:\w{1,10} )?(?:respuesta|noticias|contacto)\b|\b(?:transcurrid|pasad)[oa]s?\b[^.;]{0,60}\bsin\b"
    r"|\b(?:sem|na ausência de|na falta de) (?:\w{1,10} )?(?:resposta|retorno|contacto|notícias)\b|\bnão (?:havendo|recebendo|tendo)\b|\bdecorrid[oa]s?\b[^.;]{0,60}\bsem\b"
    r"|\b(?:in (?:assenza|mancanza) di|senza) (?:\w{1,10} )?(?:risposta|riscontro|notizie|contatti|comunicazioni)\b|\b(?:decors|trascors)[oi]\b[^.;]{0,60}\bsenza\b"
    r"|\b(?:zonder|bij uitblijven van) (?:\w{1,10} )?(?:reactie|bericht|antwoord|tegenbericht)\b|\b(?:hoor|heb|ontvang|krijg)t? (?:je|u)\b[^.;]{0,60}\b(?:niets|niks|geen)\b"
)


def supposed(text: str, languages: tuple[str, ...]) -> tuple[Span, ...]:
    """The sentences of `text` that stand under a condition from their beginning to their end.

    One that comes to itself ("... but", "... unfortunately") is asserted, and so is one
    whose condition is only good manners.
    """
    seen = view(text)
    moods = [rules_of(language)[1] for language in languages]
    return tuple(
        span
        for span in sentences(seen)
        if any(_is_supposed(seen[span.start : span.end], one) for one in moods)
    )


def _is_supposed(sentence: str, moods: Moods) -> bool:
    opening = _first(rule(moods.opens), sentence) or _first(_SILENCE, sentence)
    if opening is None or rule(moods.polite).match(sentence, opening.start()):
        return False
    return rule(moods.fresh).search(sentence, opening.end()) is None


def _first(pattern: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    found = pattern.search(sentence)
    return found if found is not None and found.start() <= _EARLY else None
