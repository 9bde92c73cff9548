"""The day by which they ask the reader for an answer or a piece of work; a deadline, no promise."""

from __future__ import annotations

from datetime import date, timedelta

from afterword.reading.dates.found import may_name_a_day
from afterword.reading.dates.promised import IMPERATIVE, clause_of, dates_in
from afterword.reading.dates.telling import ASKED, OPEN, UNTIL
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
    r"inlever\w{0,4}|geldig|(?:je|u) heb\w{0,3} (?:tot|de tijd)|rendre|rendu|échéance|valable|vous avez|plazo|válid[oa]|entreg\w{1,6}|tienes?|"
    r"prazo|tem até|tens até|consegn\w{1,6}|scad\w{1,6}|valid[ao]|ha tempo|hai tempo)\b"
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


def asked_in(text: str, written: date, kind: MailKind) -> tuple[date, Span] | None:
    """The first day by which something is asked of the reader, with its sentence; else None."""
    if kind not in ASKING:
        return None
    seen = view(text)
    first: tuple[date, Span] | None = None
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        if not may_name_a_day(sentence):
            continue
        for found in dates_in(sentence, written):
            start, end = clause_of(sentence, found)
            clause = sentence[start:end]
            asks = ASKED.search(clause) or IMPERATIVE.search(clause) or _DUE.search(clause)
            if not asks or _OTHERS.search(clause):
                continue
            limit = UNTIL.search(sentence[: found.end][-60:]) or _DUE.search(
                sentence[max(0, found.start - 24) : found.start]
            )
            told = (
                start + asks.start() < found.start
            )  # "tell me this week", not "this week, tell me if"
            week = told and _WEEK.search(sentence[found.start : found.end])
            if not (limit or week or OPEN.match(sentence, found.end)) or found.day < written:
                continue
            day = found.day
            if week and _OR_NEXT.match(sentence, found.end):
                day += _INTO_NEXT  # "this week or early next"
            if first is None or day < first[0]:
                first = (day, span)
    return first
