"""The day by which they ask the reader for an answer or a piece of work; a deadline, no promise."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from afterword.reading.dates.found import may_name_a_day
from afterword.reading.dates.limits import limited, set_as_limit
from afterword.reading.dates.promised import IMPERATIVE, clause_of, dates_in
from afterword.reading.dates.telling import ASKED, OPEN
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view
from afterword.terms import VERDICTS, MailKind

#: Mail that leaves something to do, and may say by when. A no may as well ("tell us by Friday if
#: you would like to hear why"), and a closed envelope shows the day of every verdict.
ASKING = VERDICTS | {MailKind.ASSESSMENT, MailKind.ACTION_NEEDED}
#: Words of a deadline, beside those of asking: what is due, how long an offer stands.
_DUE = rule(
    r"\b(?:due|deadline|expir\w{1,5}|valid|lapses?|stands|hold (?:it|this|the offer|the (?:place|seat))|submi\w{1,8}|hand(?:ed)? (?:it )?in|look(?:ing)? forward to your|"
    r"frist|abgabe\w{0,10}|einsend\w{1,8}|gültig|aufrecht|(?:sie haben|haben sie|du hast|hast du)(?= (?:noch |dafür |dazu )?(?:bis|zeit))|bis (?:dahin|wann)|"
    r"inlever\w{0,4}|geldig|(?:je|u) heb\w{0,3} (?:nog )?(?:tot|de tijd)|rendre|rendu|échéance|valable|(?:vous|tu) (?:avez|as)(?= (?:encore )?(?:jusqu|un délai|\d))|vous avez|plazo|válid[oa]|entreg\w{1,6}|tienes?|"
    r"prazo|tem até|tens até|consegn\w{1,6}|scad\w{1,6}|valid[ao]|ha tempo|hai tempo)\b"
)
#: The yes or no that an offer waits for: a paper sent "with your reply" and a day that suits are other things.
_ANSWER = rule(
    r"\b(?:your (?:final )?(?:answer|decision|acceptance|response|reply)(?! (?:to|on|about) (?!(?:the|our|this|my) (?:offer|proposal)))"
    r"|(?:an|the|a final) (?:answer|decision) (?:from|of) you|(?:to|you|you can|you could) (?:decide|accept|decline)(?! (?:the |our |all )?(?:\w+ )?(?:terms|cookies|policy|invit\w+))"
    r"|whether (?:or not )?you (?:will |would like to |want to |wish to )?(?:accept|take|join)|if you (?:accept|take it)|yes or (?:a )?no"
    r"|offer (?:\w+ )?(?:stands|is (?:valid|open|good)|remains|expires?|lapses?|holds|runs|ends)|hold (?:it|this|the (?:offer|place|seat|role)) (?:open )?(?:for you|until|till)"
    r"|sign(?:ed)? (?:and return )?(?:the|your|our|a copy of (?:the|your)) (?:contract|offer|letter|agreement)|(?:contract|offer|agreement) (?:back )?signed|think (?:it over|about it|the offer over)"
    r"|ihre (?:antwort|entscheidung|zusage|rückmeldung(?= (?:zu|auf|zum) (?:unser|dem|das)))|(?:deine|eure) (?:antwort|entscheidung|zusage)|(?:angebot|vertrag) (?:\w+ ){0,3}(?:an(?:zu)?nehmen|annimm?st|gilt|gültig|bindend|unterschrieben|unterzeichnet)|(?:zu|ab)sagen|(?:sich|dich) (?:zu )?entscheiden"
    r"|votre (?:réponse|décision|accord)|ta (?:réponse|décision)|(?:vous|te|pour) décider|(?:offre|proposition) (?:est |reste )?(?:valable|valide|tient)|accepte[rz]? (?:l'|notre |cette )?(?:offre|proposition)"
    r"|(?:su|tu) (?:respuesta|decisión)|(?:decidir(?:se|te)?|decida|decidas)|oferta (?:es |está |sigue )?(?:válida|vigente|en pie)|acepta[rs]? (?:la |nuestra )?oferta"
    r"|(?:a sua|sua|tua|a tua) (?:resposta|decisão)|(?:proposta|oferta) (?:é |está )?válida|aceita[r]? (?:a |nossa )?(?:proposta|oferta)"
    r"|(?:la sua|sua|la tua|tua) (?:risposta|decisione)|per decidere|(?:offerta|proposta) (?:è |resta )?valida|accetta(?:re)? (?:la |nostra )?(?:offerta|proposta)"
    r"|(?:uw|je|jouw) (?:antwoord|beslissing|besluit)|te beslissen|aanbod (?:is |blijft )?(?:geldig|staat)|aanbod (?:\w+ )?(?:aanneemt|accepteert))\b"
)
#: What they do themselves, and how long other things last.
_OTHERS = rule(
    r"\b(?:(?:wir|ich) (?:melden?|geben?|sagen?|teilen?|schicken?|senden?|informieren?)|(?:we|i)(?:'ll| will| shall) (?!need)|"
    r"probation\w{0,6}|probezeit|période d'essai|proeftijd|período de prueba|periodo di prova|runs? until|lasts? until|befristet)\b"
)
#: A week in which something is asked is its own limit.
_WEEK = rule(r"\b(?:week|woche|semaine|semana|settimana)\b")
#: The next week, named by half a word after this one; and how far from a Friday its first days lie.
_OR_NEXT = rule(
    r",? (?:or|oder|ou|o|of) (?:(?:at the |the )?(?:early|start|beginning|anfang|début|comienzos?|início|inizio|begin) )?(?:of )?"
    r"(?:de |di |do |da |la |le |der )?(?:the )?(?:next|following|n[äa]chste[rn]?|kommende[rn]?|prochaine|pr[óo]xima|prossima|volgende)\b"
)
_INTO_NEXT = timedelta(days=4)


class Asked(NamedTuple):
    """A day that is asked of the reader, the sentence that names it, and whether the yes or no is meant."""

    day: date
    sentence: Span
    of_the_answer: bool


def asked_in(text: str, written: date, kind: MailKind) -> Asked | None:
    """The first day by which something is asked of the reader; of an offer that of its answer.

    None where no day is asked for.
    """
    if kind not in ASKING:
        return None
    seen = view(text)
    first: Asked | None = None
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        if not may_name_a_day(sentence):
            continue
        for found in dates_in(sentence, written):
            if found.day < written:
                continue
            start, end = clause_of(sentence, found)
            clause = sentence[start:end]
            if set_as_limit(sentence, found):  # "noon on the 27th is the date our board needs"
                said = Asked(found.day, span, of_the_answer=True)
                if first is None or _before(said, first, kind):
                    first = said
                continue
            asks = ASKED.search(clause) or IMPERATIVE.search(clause) or _DUE.search(clause)
            if not asks or _OTHERS.search(clause):
                continue
            limit = limited(sentence, found) or _DUE.search(
                sentence[max(0, found.start - 24) : found.start]
            )
            told = (
                start + asks.start() < found.start
            )  # "tell me this week", not "this week, tell me if"
            week = told and _WEEK.search(sentence[found.start : found.end])
            if not (limit or week or OPEN.match(sentence, found.end)):
                continue
            day = found.day
            if week and _OR_NEXT.match(sentence, found.end):
                day += _INTO_NEXT  # "this week or early next"
            found_here = Asked(day, span, _ANSWER.search(clause) is not None)
            if first is None or _before(found_here, first, kind):
                first = found_here
    return first


def _before(one: Asked, other: Asked, kind: MailKind) -> bool:
    """Whether this day counts rather than the other: an offer's own first, then the nearer."""
    if kind is MailKind.OFFER and one.of_the_answer is not other.of_the_answer:
        return one.of_the_answer
    return one.day < other.day
