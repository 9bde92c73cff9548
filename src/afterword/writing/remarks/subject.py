"""The line above the letter: read first, and often alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding
from afterword.writing.remarks.sheet import Sheet

PRESSES = "“{}” presses before a word is read. Say what the letter is about."
EMPTY = "“{}” could stand above anybody’s letter. Name the role, the talk or what you send."

_ANSWER = re.compile(r"^\s*(?:re|aw|wg|fwd?|tr|rv|sv)\s*:", re.IGNORECASE)
#: Where pressing English words end; before another noun they are part of a title ("Urgent care nurse").
_NO_TITLE = r"(?=\s*(?:[:!,.;?)–—-]|$|(?:for|to|on|about|regarding|please|reply|request|matter|question|before|today|by|from)\b))"
_PRESSING = re.compile(
    r"\b(?:(?:(?:final|last|one (?:last|more)) (?:chance|call|attempt|reminder|notice|warning|try|opportunity|request)|urgent(?:ly)?|asap|"
    r"(?:second|third|2nd|3rd) (?:attempt|reminder|request)|still waiting)" + _NO_TITLE + r"|"
    r"(?:reply|response|answer|action) (?:is )?(?:needed|required|requested|expected)|time[- ]sensitive|important!|"
    r"now or never|don[’']t miss|"
    r"letzter? (?:chance|erinnerung|mahnung|gelegenheit|versuch|aufruf)|dringend\w*|eilt|eilig|antwort (?:erforderlich|nötig|erbeten)|"
    r"warte noch immer|jetzt oder nie|zweite (?:erinnerung|anfrage)|"
    r"derni(?:ère|er) (?:chance|relance|rappel|appel|tentative|avis)|réponse (?:attendue|requise|exigée|souhaitée)|toujours en attente|"
    r"deuxième relance|maintenant ou jamais|"
    r"últim[oa] (?:oportunidad|llamada|aviso|recordatorio|intento)|urge|respuesta (?:requerida|necesaria|urgente)|sigo esperando|"
    r"segundo (?:aviso|recordatorio)|ahora o nunca)(?!\w)|!{2,}",
    re.IGNORECASE,
)
#: Words that by themselves say nothing of which letter this is.
_BARE = re.compile(
    r"(?:(?:my|a|an|some|quick|short|your|the|request(?:ing)? for|asking for|kurze?|meine|eine|um|bitte um|petite|ma|mon|une?|demande de|"
    r"mi|una?|breve|solicitud de|petición de)\s+)*"
    r"(?:feedback|follow(?:ing)?[- ]?up|checking in|hello|hi(?: there)?|greetings|questions?|update|application|interview|letter|e-?mail|"
    r"message|note|job|reply|answer|status|information|decision|"
    r"rückmeldung|nachfrage|frage|anfrage|hallo|bewerbung|gespräch|nachricht|stand|antwort|entscheidung|"
    r"retour|relance|suivi|bonjour|candidature|entretien|nouvelles|réponse|décision|"
    r"seguimiento|consulta|pregunta|hola|candidatura|entrevista|respuesta|noticias|decisión|comentarios)[.!?…]*",
    re.IGNORECASE,
)


def weak_subject(sheet: Sheet) -> Iterator[Finding]:
    """A subject that presses (guardrail 2), or one that any letter could have (S4-10)."""
    if sheet.subject.text.strip():
        yield from of_line(sheet.subject.text, sheet.subject.start, sheet.subject.end)


def of_line(line: str, start: int = 0, end: int = 0) -> Iterator[Finding]:
    """The same of a subject that is kept apart from its letter; without places it notes the top."""
    bare = line.strip()
    if _ANSWER.match(bare):
        return  # the subject of a talk that goes on is theirs
    if _PRESSING.search(bare):
        yield Finding(start, end, "false_urgency", "look", PRESSES.format(bare))
    elif _BARE.fullmatch(bare):
        yield Finding(start, end, "weak_subject", "look", EMPTY.format(bare))
