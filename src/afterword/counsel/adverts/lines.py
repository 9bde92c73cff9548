"""An advert's text as the single things it says, each with whether it asks something of the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.counsel.one_line import one_line

#: More lines no advert has; a longer one is cut here.
MOST_LINES, LONGEST = 400, 600

_BULLET = re.compile(r"^[\s•·▪◦‣*–—\-o✓✔»>]{1,6}(?=\S)|^\s*\d{1,2}[.)]\s+")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-ÖØ-Þ0-9“\"•])")
_KEY = re.compile(r"[^\w+#%€$£]+")
#: Headings under which an advert says what it asks for, and those that end such a part.
_ASKS = re.compile(
    r"(?i)requirement|qualification|must[- ]have|nice[- ]to[- ]have|you (?:have|bring|are|will (?:have|bring|need))"
    r"|who you are|what you.{0,12}(?:bring|need)|what we.{0,12}look|looking for|skills|experience|essential|desirable|preferred"
    r"|person specification|about you|your (?:profile|background)|anforderung|profil|das bringst|was (?:du|sie) mitbring|qualifikation"
    r"|voraussetzung|compétences|requis|recherch|requisitos|perfil|buscamos|se requiere|je profiel|functie-?eisen|wij vragen"
)
_OTHERWISE = re.compile(
    r"(?i)benefit|we offer|what we offer|perks|about (?:us|the (?:company|team|role))|who we are|our (?:culture|values|company)"
    r"|responsibilit|what you.{0,6}(?:do|ll do)|your (?:role|tasks|mission)|the role|duties|aufgaben|wir bieten|über uns|das bieten"
    r"|missions?\b|nous offrons|à propos|avantages|funciones|ofrecemos|beneficios|sobre|how to apply|application process|wij bieden"
)
_ASKING = re.compile(
    r"(?i)\b(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s*\+?\s*(?:or more )?(?:years?|yrs?|jahre?n?|ans|años|jaar)|at least \d|must (?:have|be|speak|hold)"
    r"|(?:is|are) (?:required|essential|a must|desirable|preferred)|required:|experience (?:with|in|of|as)|proven (?:track|experience)"
    r"|track record|degree in|bachelor|master'?s|phd|mba|certif(?:ied|ication)|fluen(?:t|cy)|proficien|knowledge of|familiarity with"
    r"|ability to|erfahrung|kenntnisse|abgeschlossen|studium|fließend|berufserfahrung|expérience|maîtrise|diplôme|courant"
    r"|experiencia|dominio|titulación|right to work|driving licen[cs]e|führerschein|security clearance)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said. `key` is the same however it is punctuated; `asks`: a requirement."""

    text: str
    key: str
    asks: bool


def lines_of(text: str) -> tuple[Line, ...]:
    """The text line by line and sentence by sentence, without bullets and headings that say nothing."""
    found: list[Line] = []
    asking = False
    for raw in _joined(text):
        bullet = bool(_BULLET.match(raw))
        bare = _BULLET.sub("", raw).strip()
        if not bullet and _is_heading(bare):
            asking = bool(_ASKS.search(bare)) and not (
                _OTHERWISE.search(bare) and not re.search(r"(?i)require|qualif|must|profil", bare)
            )
            continue
        for one in _SENTENCE.split(bare):
            said = one.strip()[:LONGEST]
            key = one_line(_KEY.sub(" ", said.casefold()))
            if key:
                found.append(Line(said, key, asking or bool(_ASKING.search(said))))
        if len(found) >= MOST_LINES:
            break
    return tuple(found[:MOST_LINES])


def _is_heading(line: str) -> bool:
    words = len(line.split())
    if not 0 < words <= 8 or line.endswith((".", ";", ",")):
        return False
    named = _ASKS.search(line) or _OTHERWISE.search(line)
    return line.endswith(":") or bool(named and words <= 6 and not _ASKING.search(line))


def _joined(text: str) -> list[str]:
    """Lines as they were meant: a line that breaks off amid a sentence goes on with the next."""
    found: list[str] = []
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            found.append("")
        elif (
            found
            and found[-1]
            and line[0].islower()
            and not found[-1].endswith((".", ":", ";", "!", "?"))
        ):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return [one for one in found if one]
