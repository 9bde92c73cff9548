"""What an advert's own lines say of themselves ("Location: Leeds"), in four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from afterword.intake.postings.days import day_of


@dataclass(frozen=True, slots=True)
class Labelled:
    """The fields that stand in the text under their name; "" and None for those that do not."""

    title: str = ""
    company: str = ""
    place: str = ""
    department: str = ""
    contract: str = ""
    requisition: str = ""
    pay: str = ""
    posted: date | None = None
    closes: date | None = None


_NAMES = {
    "title": r"(?:job )?title|position|role|stellenbezeichnung|stelle|intitulé du poste|poste|puesto",
    "company": r"company|employer|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|société|empresa",
    "place": r"(?:job )?locations?|place of work|workplace|(?:arbeits|einsatz|dienst)?ort|standort|lieu(?: de travail)?|localisation|ubicación|lugar(?: de trabajo)?",
    "department": r"department|team|division|abteilung|bereich|service|département|departamento|área",
    "contract": r"(?:employment|contract|job) type|hours|vertragsart|anstellungsart|type de contrat|tipo de contrato|jornada",
    "requisition": r"(?:job |requisition |req\.? |reference |vacancy )?(?:id|number|no\.?|ref(?:erence)?\.?|reqid)|kennziffer|referenznummer|référence|referencia",
    "pay": r"(?:base )?salary(?: range)?|pay(?: range)?|compensation|rate|remuneration|gehalt|vergütung|entgelt|salaire|rémunération|salario|sueldo",
    "posted": r"(?:date )?posted(?: on)?|posting date|published(?: on)?|veröffentlicht(?: am)?|publié le|publicado(?: el)?",
    "closes": r"clos(?:es|ing)(?: date| on)?|application deadline|deadline|apply by|applications close|bewerbungsfrist|bewerbungsschluss|bewerben bis|date limite(?: de candidature)?|fecha límite|plazo",
}  # fmt: skip
_LINE = {
    name: re.compile(rf"(?im)^[ \t•*-]*(?:{words})\s*[:：–-]\s*(\S[^\n]{{0,200}})$")
    for name, words in _NAMES.items()
}
_SENTENCE = re.compile(
    r"(?i)\b(?:apply (?:by|before)|clos(?:es|ing)(?: date)?(?: is| on)?|deadline(?: is| for applications is)?"
    r"|bewerben sie sich bis(?: zum| spätestens)?|bis spätestens|bewerbungsfrist(?: endet am)?"
    r"|candidatez avant le|avant le|antes del)\s*:?\s*([^\n]{6,40})"
)
#: Words that adverts are made of; a page that has hardly any of them is none.
_WORDS = tuple(
    re.compile(rf"(?i){words}")
    for words in (
        r"\b(?:responsib|you will|your role|duties|aufgaben|missions?\b|funciones|responsabil)",
        r"\b(?:requirements?|qualifications?|you have|you bring|must have|essential|anforderung|ihr profil|dein profil|votre profil|requisitos|perfil)",
        r"\b(?:experience|erfahrung|expérience|experiencia)\b",
        r"\b(?:apply|application|bewerb|postul|candidat|solicit)",
        r"\b(?:salary|pay|benefits|compensation|gehalt|vergütung|salaire|avantages|salario|beneficios)\b",
        r"\b(?:team|role|position|job|vacancy|stelle|poste|puesto|équipe|equipo)\b",
        r"\b(?:full[- ]time|part[- ]time|permanent|contract|remote|hybrid|vollzeit|teilzeit|cdi|cdd|jornada)\b",
        r"\b(?:skills?|degree|knowledge|kenntnisse|abschluss|studium|compétences|diplôme|conocimientos|título)\b",
    )
)
_NO_TITLE = re.compile(r"(?i)^(?:sign in|log ?in|jobs?|careers?|search|home|cookies?|access denied|just a moment.*|404.*|page not found|verify .*|attention required.*)\W*$")  # fmt: skip


def labelled(text: str) -> Labelled:
    """The fields that the text names itself."""
    said = {name: found[1].strip() for name, line in _LINE.items() if (found := line.search(text))}
    closing = said.pop("closes", "")
    sentence = _SENTENCE.search(text)
    return Labelled(
        posted=day_of(said.pop("posted", "")),
        closes=day_of(closing) or (day_of(sentence[1]) if sentence else None),
        **{name: value[:200] for name, value in said.items()},
    )


#: What makes a name a firm's, in the countries whose languages are read.
_LEGAL = re.compile(
    r"\b(?:ltd|limited|plc|llp|llc|inc|corp(?:oration)?|co|gmbh|ag|kg|kgaa|se|ohg|e\.? ?v|b\.? ?v|n\.? ?v|s\.? ?a|s\.? ?a\.? ?s|sarl|"
    r"s\.? ?l|s\.? ?r\.? ?l|s\.? ?p\.? ?a|lda|pty|oy|ab|a/s|aps)\.?$",
    re.IGNORECASE,
)
#: Between a firm and its town on the line under the title.
_APART = re.compile(r"\s*(?:[|·•]|\s[–-]\s)\s*")


def under_the_title(text: str) -> tuple[str, str]:
    """The firm and the place on the second line ("Acme Ltd, Leeds", "Acme · Leeds"); "" where unsure.

    A comma alone may part two towns, so there the firm must show its legal form.
    """
    lines = [line.strip(" \t#*") for line in text.split("\n") if line.strip()][1:2]
    if (
        not lines
        or len(lines[0]) > 120
        or (lines[0].endswith((".", ":", ";")) and "," not in lines[0])
    ):
        return "", ""
    line = lines[0]
    if any(one.match(line) for one in _LINE.values()):
        return "", ""
    firm, *rest = [part for part in _APART.split(line, maxsplit=2) if part]
    if not rest:
        firm, _, place = (part.strip() for part in line.partition(","))
        if not _LEGAL.search(firm):
            return "", ""
        rest = [place]
    if not firm[:1].isupper() or not 1 <= len(firm.split()) <= 7 or re.search(r"\d{2}", firm):
        return "", ""
    return firm[:200], rest[0][:200]


def looks_like_advert(title: str, text: str) -> bool:
    """Whether this reads like an advert for a seat: a title that names one, and enough of its words."""
    if _NO_TITLE.match(title) or len(text) < 120:
        return False
    return sum(bool(one.search(text)) for one in _WORDS) >= 3
