"""Titles no table holds: what stands in the one place only a title can stand in."""

from __future__ import annotations

from afterword.reading.role.cues import BETWEEN, JOINED, STOPS
from afterword.reading.role.tokens import LIGHT, NONE, Word, words_of
from afterword.reading.role.words import BREAKS
from afterword.reading.view import one_line


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Right before a title, with a small word between ("position of", "Bewerbung als"); folded.
_SURE = _words(
    "position role post vacancy interviewing interviewed applying applied application candidacy recruiting appointment "
    "vacature functie sollicitatie gesolliciteerd stelle bewerbung beworben position "
    "poste candidature emploi puesto plaza vacante cargo postulacion vaga posizione ruolo "
    "candidatura selezione selecao recrutamento"
)
#: Beyond these the title must begin.
_JOINS = _words("of as for als voor naar van op de di do da d du per como come para comme au pour")
#: Right behind one ("the Galley Utility position"); folded.
_NOUNS = _words("position role post vacancy job opening requisition")
#: Not a post after all: "the job fair", "the job market".
_NO_POST = _words("fair market board boards alert alerts offer search centre center title")
#: What such a place holds beside titles: the firm's own words for talk and paper; folded.
_NO_TITLE = _words(
    "interesse interest interet interes vertrauen besetzung mitarbeit zusammenarbeit teilnahme "
    "grund grunden beilage anlage anhang woche wochen monat monate jahr jahre tage person personen "
    "trabajo trabalho lavoro travail empleo emprego werk empresa entreprise bedrijf azienda "
    "equipo equipe team unternehmen firma haus bereich abteilung service departamento "
    "departement afdeling ufficio reparto referencia referentie reference riferimento numero "
    "nummer numéro codigo codice fecha date datum data pago responsabilidad confianza fiducia "
    "colaboracion collaboration collaborazione samenwerking tiempo temps tempo tijd zeit interim"
)


def framed(subject: str, body: str, *, english: bool) -> str:
    """The title in a place made for titles, or empty."""
    for text in (subject, body[:1500]):
        words = words_of(text)
        for at, word in enumerate(words):
            if word.plain in _NOUNS and not _followed(words, at):
                title = _before(text, words, at)
                if title:
                    return title
            if word.plain in _SURE:
                title = _after(text, words, at, english=english)
                if title:
                    return title
    return ""


def _followed(words: list[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].plain in _NO_POST


def _before(text: str, words: list[Word], at: int) -> str:
    left = at
    while left > 0 and words[left].gap == NONE and at - left < 4:
        before = words[left - 1]
        if not before.capital or _small(before):
            break
        left -= 1
    if left == at or left == 0 or words[left].gap > LIGHT:
        return ""
    announced = words[left - 1].plain in {"the", "our", "a", "an", "for"}
    return _text(text, words, left, at) if announced else ""


def _after(text: str, words: list[Word], at: int, *, english: bool) -> str:
    step = at + 1
    if step >= len(words):
        return ""
    if words[step].gap == NONE and words[step].plain not in _JOINS:
        return ""
    if words[step].gap > LIGHT:
        return ""
    while step < len(words) and words[step].gap <= LIGHT and words[step].plain in BETWEEN:
        step += 1
    end = step
    while end < len(words) and end - step < 5 and (end == step or words[end].gap == NONE):
        word = words[end]
        if _small(word) and not (word.plain in JOINED and end > step):
            break
        if english and end > step and not word.capital and word.plain not in JOINED:
            break
        end += 1
    while end > step and words[end - 1].plain in JOINED:
        end -= 1
    if end == step or words[step].gap > LIGHT or (english and not words[step].capital):
        return ""
    if words[step].plain in _NO_TITLE or len(words[step].plain) < 3 or end - step > 4:
        return ""
    closed = end == len(words) or words[end].gap > NONE or _small(words[end])
    return _text(text, words, step, end) if closed else ""


def _small(word: Word) -> bool:
    return word.plain in BREAKS or word.plain in STOPS or any(c.isdigit() for c in word.plain)


def _text(text: str, words: list[Word], left: int, right: int) -> str:
    title = one_line(text[words[left].start : words[right - 1].end])
    return title[:1].upper() + title[1:] if len(title) > 3 else ""
