"""A talk moved or called off in words: "move our interview from tomorrow to Tuesday", "I have to cancel it".

Two days stand in such a sentence, and only one of them is the talk's. What a mail says of anybody's moving
("should you need to reschedule") moves nothing.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from afterword.reading.dates.found import Found, dates_in
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view

_TALK = rule(
    r"\b(?:interviews?|meeting|conversation|call|chat|talk|appointment|slot|session|"
    r"\w*gespräch\w*|\w*interview|termin\w*|treffen|telefonat\w*|entretien|échange|rendez-vous|rencontre|visio\w*|"
    r"entrevista|reunión|conversación|llamada|cita|reunião|conversa|chamada|colloquio|incontro|appuntamento|chiamata|"
    r"\w*gesprek\w*|afspraak)\b"
)
_MOVES = rule(
    r"\b(?:mov(?:e|ed|ing)|postpon\w+|reschedul\w+|push(?:ed|ing)? (?:back|our|the|it)|bring(?:ing)? forward|brought forward|shift(?:ed|ing)?|put(?:ting)? back|"
    r"(?:ver|vor)schieb\w*|verschoben|verleg(?:t|e|en)|vorverleg\w*|report(?:er|ons|é|ée|e|ez)|décal\w+|déplac\w+|repouss\w+|"
    r"aplaz\w+|pospon\w+|pospuest\w+|reprogram\w+|traslad\w+|adelantar|cambiar|adi(?:ar|amos|ada|ado)|remarc\w+|reagend\w+|transferi\w+|antecip\w+|"
    r"spost\w+|rinvi\w+|rimand\w+|posticip\w+|verzet(?:ten)?|verplaats\w*|verschui\w+|verschoven|uitstel\w*|uitgesteld)\b"
)
_OFF = rule(
    r"\b(?:cancel(?:l?ed|l?ing)?|call(?:ed|ing)? off|absag(?:en|e)|abgesagt|abzusagen|sag(?:e|en)\b[^.!?]{0,50}\bab|ausfallen|entfällt|fällt\b[^.!?]{0,30}\baus|"
    r"annul(?:er|é|ée|ons|e)|cancelar|cancelad[oa]|cancelamos|anular|anulad[oa]|desmarc\w+|"
    r"annull(?:are|ato|ata|iamo|o)|disd(?:ire|etto|etta|iciamo)|annuleren|geannuleerd|afzeggen|afgezegd|afgelast|gaat\b[^.!?]{0,30}\bniet door|zeg(?:gen)?\b[^.!?]{0,40}\baf)\b"
)
#: What the reader may do, what has been, and what is denied: nothing is moved by it.
_NONE = rule(
    r"\b(?:if|unless|should you|in case|whether|in the event|you (?:need|want|wish|have|would like|prefer|can|may|must) (?:to )?|please (?:cancel|reschedule|move|postpone)|"
    r"(?:to|can|may|will be able to) (?:cancel or|reschedule or|change or)|not (?:\w+ )?(?:cancel|mov|postpon|reschedul)\w*|cancellations?|"
    r"wenn|falls|sollten sie|solltest|bitte (?:sagen|verschieben)|nicht (?:verschieb|verleg|abgesagt|absag)\w*|ob|sie (?:können|möchten|müssen)|"
    r"si|en cas|au cas|vous (?:pouvez|souhaitez|devez|voulez)|merci (?:de|d')|(?:ne|n')\b[^.!?]{0,30}\bpas|sin cambiar|en caso|puede|"
    r"no (?:se )?(?:cancel|aplaz|anul)\w*|se (?:precisar|quiser|não|deve|dovesse|vuole|vuoi|non|desidera|deseja|necessitar)|caso|não (?:foi |será )?(?:cancel|adi|remarc)\w*|qualora|può|"
    r"als (?:u|je|het)|indien|mocht|u kunt|je kunt|niet (?:verzet|verplaatst|geannuleerd|uitgesteld)|"
    r"(?:last|previous|earlier) (?:week|month|year)|another (?:candidate|applicant))\b"
)
_FROM = re.compile(
    r"(?:\b(?:from|instead of|rather than|originally|vom|von|statt(?: am)?|anstatt|de|du|au lieu d[eu]|del|da|do|di|dal|dall|in plaats van|"
    r"en (?:lugar|vez) del?|em vez d[eo]|invece di|van)|d')\s?(?:the |am |le |el |o |il |de )?$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|until|till|on to|for|auf(?: den)?|zum|am|au|à|al?|hasta el|para(?: [oa])?|à|por|per|alla|naar|tot|op)\s?(?:the |le |el |o |il |de |den )?$",
    re.IGNORECASE,
)
_DAY_NAME = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|"
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|"
    r"\b(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|\b(?:luned|marted|mercoled|gioved|venerd)ì|\bsabato|\bdomenica|"
    r"\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)),?(?: (?:the|den|dem|le|el|dia|día))?\s*$",
    re.IGNORECASE,
)


class Moved(NamedTuple):
    """What became of a talk: the day it was on, the day it is on now; neither for one that is only off."""

    old: date | None
    new: date | None


def moved_in(text: str, written: date) -> Moved | None:
    """The moving or calling off that this mail tells of; None where it tells of none."""
    found = told_in(text, written)
    return found[0] if found else None


def told_in(text: str, written: date) -> tuple[Moved, Span] | None:
    """The same, with the sentence that tells it."""
    seen = view(text)
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        if not _TALK.search(sentence):
            continue
        if (found := _moved(sentence, written)) is not None:
            old, new = found
            return Moved(old.day if old else None, new.day if new else None), span
    return None


def now_on(sentence: str, days: list[Found], written: date) -> tuple[list[Found], int, int]:
    """The days of a sentence without the one a talk was moved from, and where the words of the new one stand."""
    found = _moved(view(sentence), written) if len({one.day for one in days}) > 1 else None
    old, new = found or (None, None)
    if old is None or new is None:
        return days, 0, len(sentence)
    kept = [one for one in days if one.day == new.day]
    return (kept, old.end, len(sentence)) if old.start < new.start else (kept, 0, old.start)


def _moved(sentence: str, written: date) -> tuple[Found | None, Found | None] | None:
    if sentence.rstrip().endswith("?") or _NONE.search(sentence):
        return None
    days = [one for one in dates_in(_plain_days(sentence), written) if one.day >= written]
    if not _MOVES.search(sentence):
        return (days[0] if days else None, None) if _OFF.search(sentence) else None
    if not days:
        return None, None
    if len({one.day for one in days}) == 1:
        return (None, days[0]) if _led_by(_TO, sentence, days[0]) else (days[0], None)
    first, last = days[0], days[-1]
    if _led_by(_FROM, sentence, last) and not _led_by(_FROM, sentence, first):
        return last, first
    return first, last


def _plain_days(sentence: str) -> str:
    """The same length, with "tomorrow's" and "das morgige" as the day they are of."""
    return _OF_A_DAY.sub(lambda m: (m[1] or m[2] + "en").ljust(len(m[0])), sentence)


_OF_A_DAY = re.compile(r"\b(?:(tomorrow|today|\w+day)'s|(morg)ige[nsrm]?)\b", re.IGNORECASE)


def _led_by(words: re.Pattern[str], sentence: str, day: Found) -> bool:
    before = _DAY_NAME.sub("", sentence[: day.start].rstrip() + " ")
    return words.search(before.rstrip() + " ") is not None
