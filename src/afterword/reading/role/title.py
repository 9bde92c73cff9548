"""Which role the mail speaks of: its title as written, without numbers and brackets."""

from __future__ import annotations

import re

from afterword.reading.company.spelling import fold
from afterword.reading.people.appearing import own_titles
from afterword.reading.role.frames import framed
from afterword.reading.role.spans import Title, titles_in

_NOUN = (
    r"engineer|developer|manager|analyst|scientist|designer|architect|consultant|intern|internship|associate|specialist|"
    r"coordinator|director|administrator|officer|assistant|technician|programmer|accountant|nurse|teacher|lead|head of|"
    r"representative|executive|advisor|adviser|editor|writer|researcher|producer|recruiter|planner|buyer|controller|"
    r"partner|president|chef|driver|operator|clerk|lecturer|professor|tutor|strategist|marketer|trainee|apprentice|supervisor|"
    r"secretary|attorney|lawyer|paralegal|counsel|auditor|underwriter|trader|broker|therapist|pharmacist|physician|surveyor|"
    r"librarian|curator|animator|artist|journalist|reporter|translator|copywriter|owner|scrum master|devops|sre|steward|pilot|electrician|mechanic|carpenter|plumber|cook|waiter|waitress|barista|brewer|farmer|gardener|guard|inspector|packer|picker|welder|agent|cashier|caretaker|carer|cleaner|dentist|doctor|economist|fundraiser|handler|instructor|janitor|keeper|midwife|negotiator|painter|photographer|psychologist|ranger|receptionist|roofer|scheduler|social worker|solicitor|statistician|tester|treasurer|vet|worker|smith|blacksmith|dispatcher|moderator|geologist|chemist|biologist|physicist|mathematician|toolmaker|machinist|porter|mason|baker|tailor|purser|foreman|schweißer|koch|pfleger|erzieher|lehrer|techniker|meister|disponent|buchhalter|einkäufer|planer|verkäufer|actuary|bookkeeper|merchandiser|stylist|evangelist|advocate|"
    r"entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|leitung|referent(?:in)?|sachbearbeiter(?:in)?|berater(?:in)?|werkstudent(?:in)?|"
    r"praktikant(?:in)?|kaufmann|kauffrau|mitarbeiter(?:in)?|redakteur(?:in)?|projektleiter(?:in)?|assistent(?:in)?|"
    r"ingénieure?|développeu(?:r|se)|chargée? de|responsable|chef(?:fe)? de|directeur|directrice|comptable|assistante|stage|alternance|"
    r"ingenier[oa]|desarrollador(?:a)?|analista|gerente|director(?:a)?|técnic[oa]|jefe de|engenheir[oa]|desenvolvedor(?:a)?|coordenador(?:a)?|"
    r"gestor(?:a)?|medewerker|ontwikkelaar|adviseur|projectleider|ingegnere|sviluppatore|responsabile|impiegat[oa]"
)
_NOUN_RE = re.compile(
    rf"\b(?:{_NOUN})(?:in|s)?\b|\b\w{{3,40}}?(?:entwickler|ingenieur|leiter|berater|manager|ontwikkelaar|medewerker)(?:in)?\b",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"\s{0,3}[\[(]\s?(?:all genders?|gn|[mwdfhxi](?:\s?[/|*,]\s?[mwdfhx]){1,3})\s?[\])]|\s*\b[mwf]/[mwf](?:/[dxi])?\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"^(?:(?:re|fwd?|aw|wg|antw|sv|vs|rif|tr|res|enc|odp|rv|r)\s{0,2}:\s{0,4})+", re.I
)
#: So much of a letter names its role, if it does at all.
_LOOKED_AT = 2500


def role_of(subject: str, body: str, *, own: bool = False) -> str:
    """The title of the role, or empty when the mail names none; `own` where the user wrote it.

    What stands beside somebody's name ("with Ann Lee (Head of Stores)") is theirs, and no post.
    """
    head = _REPLY.sub("", _unmarked(subject.strip()))
    text = _without_theirs(_unmarked(body[:_LOOKED_AT]))
    english = _is_english(f"{head} {text}")
    found = [
        *titles_in(head, subject=True, english=english),
        *titles_in(text, subject=False, english=english, own=own),
    ]
    if not found:
        return framed(head, text, english=english)
    keys = [fold(title.text) for title in found]

    def worth(at: int) -> tuple[float, int]:
        title, key = found[at], keys[at]
        echoes = sum(key in other or other in key for i, other in enumerate(keys) if i != at)
        same = sum(key == other for i, other in enumerate(keys) if i != at)
        return title.weight + min(echoes, 2) * 0.4 + min(same, 2) * 0.4, -at

    best = max(range(len(found)), key=worth)
    return _fuller(found[best], found)


def _without_theirs(text: str) -> str:
    """The text without the titles of people named in it, same length."""
    for start, end in own_titles(text):
        text = f"{text[:start]}{'|'.center(end - start)}{text[end:]}"
    return text


def _fuller(best: Title, found: list[Title]) -> str:
    """A lone calling gives way to the announced title that holds it: "Analyst", then whole."""
    for other in found:
        if other.text.startswith(f"{best.text}, "):
            return other.text
    if " " in best.text:
        return best.text
    for other in found:
        if other.weight >= 2.0 and fold(best.text) in map(fold, other.text.split()):
            return other.text
    return best.text


def _is_english(text: str) -> bool:
    small = text.lower()
    return sum(small.count(word) for word in (" the ", " you ", " your ", " we ", " and ")) > 2


def _unmarked(text: str) -> str:
    """The text with the marks that say "open to everybody" turned into breaks, same length."""
    return _GENDER.sub(lambda m: "|".center(len(m.group())), text)


def title_in(subject: str) -> bool:
    """Whether a subject names a trade at all ("Re: Textile Designer")."""
    return _NOUN_RE.search(subject) is not None
