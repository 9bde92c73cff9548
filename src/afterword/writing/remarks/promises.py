"""What a letter promises, asks and leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding, LetterKind
from afterword.writing.holes import HOLE
from afterword.writing.remarks.calendar_words import days_in
from afterword.writing.remarks.sheet import Sheet, at
from afterword.writing.remarks.wordings import wordings


def open_holes(sheet: Sheet) -> Iterator[Finding]:
    """A hole is honest on the desk and embarrassing in the post (2b: cites only what is stored)."""
    for match in HOLE.finditer(sheet.text):
        says = "Still open: fill this in, or take the sentence out."
        yield Finding(*match.span(), "open_hole", "stop", says)


def attachment(sheet: Sheet) -> Iterator[Finding]:
    """Something is said to come along (E26: links, not attachments)."""
    promised = list(_promised(sheet))
    files = list(sheet.attachments or ())
    for match in promised:
        sentence = sheet.sentence_at(match.start())
        own = next((name for name in files if _speaks_of(sentence.text, name)), None)
        if own is not None:
            files.remove(own)
            continue
        several = _SEVERAL.search(sentence.text) is not None
        if files and not several and len(promised) <= len(sheet.attachments or ()):
            continue
        says = "This promises an attachment, and none is here yet. Add it before sending, or put a link."
        if sheet.attachments:
            says = (
                "This promises something that is not among the attached. Add it, or leave it out."
            )
        yield Finding(*match.span(), "attachment", "look", says)


#: "the plan and my two references": more than one thing is promised.
_SEVERAL = re.compile(
    r"\b(?:and|und|et|y)\s+(?:my|the|two|three|meine?|zwei|drei|mes|mon|deux|trois|mis?|dos|tres)\s+\w+[^.]*"
    r"(?:attach|enclos|beigef|anbei|anhang|anlage|joint|adjunt)",
    re.IGNORECASE,
)


def _speaks_of(sentence: str, name: str) -> bool:
    """Whether a file's name answers to what the sentence promises, and to nothing more."""
    words = [word for word in re.split(r"[^\w]+|_", name.casefold()) if len(word) > 2]
    small = sentence.casefold()
    if _SEVERAL.search(sentence):
        return False
    return any(word[:5] in small for word in words if word not in ("pdf", "docx", "xlsx"))


#: What lies with the letter, whether or not something is asked of it.
_THERE = re.compile(
    r"attach|enclos|beigef|anbei|anhang|angehängt|anlage|beilieg|joint|annex|pièce|adjunt|anex",
    re.IGNORECASE,
)


#: Sent if wished, or on another day.
_LATER = re.compile(
    r"\b(?:if you (?:like|wish|want)|if (?:it|that) helps|tomorrow|next week|on (?:mon|tues|wednes|thurs|fri)day|by (?:mon|tues|"
    r"wednes|thurs|fri)day|wenn Sie (?:mögen|wollen|möchten)|bei Interesse|morgen|nächste Woche|am (?:Mon|Diens|Donners|Frei)tag|"
    r"si vous (?:le )?(?:souhaitez|voulez)|demain|la semaine prochaine|(?:lundi|mardi|mercredi|jeudi|vendredi)|"
    r"si (?:quiere|lo desea|le (?:sirve|interesa|ayuda|parece|viene))\w*|cuando (?:quiera|guste)|mañana|(?:el|este) (?:lunes|martes|"
    r"miércoles|jueves|viernes)|la semana que viene|la próxima semana)\b",
    re.IGNORECASE,
)


def _promised(sheet: Sheet) -> Iterator[re.Match[str]]:
    seen: set[int] = set()
    for pattern in wordings(sheet.language).get("attachment", ()):
        for match in pattern.finditer(sheet.text, sheet.greeting.end):
            place = sheet.sentence_at(match.start()).start
            asked = sheet.sentence_at(match.start()).text.rstrip('”“»")').endswith("?")
            offered = asked or _LATER.search(sheet.sentence_at(match.start()).text)
            if offered and not _THERE.search(match[0]):
                continue  # "¿Le envío la hoja?" offers it, and sends nothing yet
            if place not in seen and not sheet.is_quoted(*match.span()):
                seen.add(place)
                yield match


#: "May I ask you something?" is no question yet.
_LEAVE = re.compile(
    r"\b(?:may I ask|could I ask|can I ask|might I ask|darf ich (?:Sie |Ihnen )?(?:\w+ )*(?:fragen|Frage|bitten)|"
    r"puis-je vous (?:poser|demander)|me permet\w*|puedo (?:hacerle|preguntarle)|podría (?:hacerle|preguntarle))\b"
    r"[^?]{0,60}\?",
    re.IGNORECASE,
)


def second_question(sheet: Sheet) -> Iterator[Finding]:
    """An advice request asks one thing; a second question halves the chance of an answer (P12)."""
    if sheet.kind != LetterKind.ADVICE_REQUEST:
        return
    says = "A second question. Keep the better one; the other can have its own day."
    asked = False
    for sentence in sheet.sentences:
        text = HOLE.sub(lambda match: " " * len(match[0]), sentence.text)
        asks = text.rstrip('”“»")').endswith("?")
        key = "second_question" if asks else "second_question/plain"
        again = next(
            (
                match
                for pattern in wordings(sheet.language).get(key, ())
                for match in pattern.finditer(sheet.text, sentence.start, sentence.end)
                if match.start() > sentence.start or asked
            ),
            None,
        )
        if asks and asked:
            yield at(sentence, "second_question", "look", says, "")
        elif asks and again is not None and again.start() > sentence.start + 12:
            yield Finding(again.start(), sentence.end, "second_question", "look", says)
        elif not asks and asked and again is not None:
            yield at(sentence, "second_question", "look", says, "")
        asked = asked or (asks and not _LEAVE.search(text))


#: The yes to something that was offered, in the letter or in the mail it answers.
_ACCEPTS = re.compile(
    r"\b(?:gladly|with pleasure|I(?:[’']d| would) (?:love|be (?:glad|happy|delighted)) to|your (?:kind |generous )?(?:offer|"
    r"invitation|suggestion)|you (?:kindly )?(?:offered|suggested|invited|proposed)|yes,|sehr gerne?|Ihr(?:e|er|em)? "
    r"(?:Angebot|Einladung|Vorschlag)|volontiers|avec plaisir|votre (?:proposition|invitation|offre)|con (?:mucho )?gusto|"
    r"encantad[oa]|su (?:invitación|propuesta|ofrecimiento))",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:coffee|tea|lunch|breakfast|drink|chat|call|talk|conversation|meet|suit|Kaffee|Mittagessen|Gespräch|Telefonat|"
    r"passt|passen|treffen|café|déjeuner|appel|convient|conviendrait|comida|llamada|conviene|viene bien)\b",
    re.IGNORECASE,
)


def question_in_grace(sheet: Sheet) -> Iterator[Finding]:
    """A grace note asks nothing (P11); to find the day for what they offered themselves is no ask."""
    if sheet.kind != LetterKind.GRACE_NOTE:
        return
    accepts = _ACCEPTS.search(sheet.text) is not None or any(
        fact.id.startswith(("line:", "invited:")) and _MEETING.search(fact.text)
        for fact in sheet.facts
    )
    for match in re.finditer(r"\?", HOLE.sub(lambda hole: " " * len(hole[0]), sheet.text)):
        asks = sheet.sentence_at(match.start()).text
        if accepts and (_MEETING.search(asks) or any(days_in(asks, sheet.language))):
            continue
        says = "A grace note asks nothing; this question can have a letter of its own."
        yield Finding(*match.span(), "question", "look", says)
