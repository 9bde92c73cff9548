"""The day by which they ask the reader for an answer or a piece of work; a deadline, no promise."""

from __future__ import annotations

from datetime import date

from afterword.reading.dates import IMPERATIVE, clause_of, dates_in
from afterword.reading.dates_found import may_name_a_day
from afterword.reading.dates_telling import ASKED, OPEN, UNTIL
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view
from afterword.terms import MailKind

#: Mail that leaves something to do, and may say by when.
ASKING = frozenset({MailKind.OFFER, MailKind.ASSESSMENT, MailKind.ACTION_NEEDED})
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
            if not (limit or OPEN.match(sentence, found.end)) or found.day < written:
                continue
            if first is None or found.day < first[0]:
                first = (found.day, span)
    return first
