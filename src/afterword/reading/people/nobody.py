"""Names that are nobody's: desks, firms, trades, greetings."""

from __future__ import annotations

import re

from afterword.reading.company.spelling import fold
from afterword.reading.company.words import DESKS, JOINTS, LEGAL_WORDS, TRADES

#: Desks and duties beside those a firm's display name is stripped of; folded.
_DUTIES = frozenset(
    [
        "office",
        "desk",
        "hub",
        "board",
        "committee",
        "commission",
        "panel",
        "response",
        "operations",
        "experience",
        "department",
        "departement",
        "departamento",
        "dipartimento",
        "crewing",
        "roster",
        "clerk",
        "planning",
        "compliance",
        "enrolment",
        "support",
        "survey",
        "feedback",
        "notice",
        "notices",
        "bookings",
        "reservations",
        "operator",
        "verification",
        "training",
        "membership",
        "registrar",
        "secretary",
        "reception",
        "council",
        "parish",
        "authority",
        "governors",
        "selection",
        "employment",
        "workforce",
        "personnel",
        "resource",
        "experts",
        "management",
        "safety",
        "quality",
        "vacancies",
        "posting",
        "prospects",
        "store",
        "kitchen",
        "props",
        "chorus",
        "coordination",
        "secretariat",
        "bureau",
        "secretariaat",
        "secretaria",
        "segreteria",
        "secretaria",
        "sekretariat",
        "geschaftsstelle",
        "intendanz",
        "kuche",
        "werving",
        "instroom",
        "netwerk",
        "netzwerk",
        "rekrutierung",
        "rekrutierungszentrum",
        "selectiecentrum",
        "bestuursbureau",
        "griffie",
        "verwaltung",
        "personalamt",
        "talentteam",
        "bewerberportal",
        "bewerberbetreuung",
        "bewerbungsservice",
        "terminservice",
        "karrieretag",
        "ausbildungsabteilung",
        "dienststelle",
        "abteilung",
        "rechtsabteilung",
        "stelle",
        "direccion",
        "direzione",
        "direction",
        "directie",
        "commissione",
        "concursos",
        "agendador",
        "agenda",
        "plateforme",
        "portale",
        "portail",
        "accueil",
        "dienst",
        "freundliche",
        "grusse",
        "mit",
        "beste",
        "salut",
        "bonjour",
        "hola",
        "ola",
        "ciao",
        "moin",
        "servus",
        "hallo",
        "hi",
        "hey",
        "dear",
        "dag",
        "beste",
        "goedemorgen",
        "buongiorno",
        "estimado",
        "estimada",
        "gentile",
        "sehr",
        "cordialement",
        "saludos",
        "update",
        "automatic",
        "automated",
        "team",
        "candidate",
        "applicant",
        "applicants",
        "system",
        "mailbox",
        "bot",
    ]
)
_WORDS = (TRADES | DESKS | LEGAL_WORDS | _DUTIES) - JOINTS - {"ola", "ab", "as", "se", "con"}
#: Words that desks, trades and firms bear.
NOBODY = frozenset(word for word in _WORDS if len(word) > 1)  # a letter is a first name's
#: Trades that are as often somebody's family name; folded.
_FAMILY = frozenset(
    [
        "costa",
        "park",
        "parks",
        "hall",
        "church",
        "castle",
        "wood",
        "woods",
        "bell",
        "law",
        "port",
        "river",
        "villa",
        "young",
        "link",
        "land",
        "bank",
        "banks",
        "mill",
        "mills",
        "house",
        "forest",
        "garden",
        "gardens",
        "barn",
        "field",
        "post",
        "bauer",
        "bar",
        "castings",
        "marine",
        "lodge",
        "manor",
        "school",
        "power",
        "royal",
        "city",
        "heritage",
        "street",
        "west",
        "rivera",
        "campos",
        "villa",
        "silva",
    ]
)


#: No family is called so, even where the mailbox bears the first word ("Offer Desk").
_DESK = frozenset(
    [
        "desk",
        "recruitment",
        "recruiting",
        "talent",
        "office",
        "team",
        "hiring",
        "motos",
        "vacancies",
        "jobs",
    ]
)


_HONOURS = frozenset(
    [
        "revd",
        "rev",
        "reverend",
        "colonel",
        "col",
        "captain",
        "major",
        "dr",
        "dra",
        "drs",
        "prof",
        "professor",
        "chef",
        "avv",
        "me",
        "maitre",
        "mw",
        "mevr",
        "notar",
        "notaire",
        "lic",
        "ing",
        "sra",
        "sr",
        "srta",
        "don",
        "dona",
        "dona",
        "sister",
        "father",
        "med",
        "vet",
        "dott",
        "dottssa",
        "dipl",
        "mag",
        "mr",
        "mrs",
        "ms",
        "mx",
        "herr",
        "frau",
        "mme",
        "m",
        "madame",
        "monsieur",
        "signora",
        "signor",
        "sir",
        "lady",
        "dame",
        "maestro",
        "ra",
    ]
)


#: Said to everybody, and no part of what somebody is called (a calling, "Sister", is).
_FORMS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "dr",
        "dra",
        "drs",
        "prof",
        "professor",
        "herr",
        "frau",
        "mme",
        "madame",
        "monsieur",
        "mw",
        "mevr",
        "mevrouw",
        "dhr",
        "sra",
        "srta",
        "senor",
        "senora",
        "senhor",
        "senhora",
        "signor",
        "signora",
        "sig",
        "dott",
        "dottssa",
    ]
)


def without_forms(name: str) -> str:
    """A name without the forms of address before it; beside a family name alone they stay."""
    words = name.split()
    while len(words) > 2 and fold(words[0]) in _FORMS:
        words.pop(0)
    return " ".join(words)


def is_nobody(name: str, local: str = "", label: str = "", *, firm: bool = False) -> bool:
    """Whether a shown name is no person's: a desk, a firm, a greeting.

    `local` is the part of the address before the @ and `label` the domain's own name; a
    mailbox that bears the name makes it somebody's. `firm`: the mail's firm is called so too.
    """
    words = [fold(w) for w in re.split(r"[\s,/|–—-]+", name) if fold(w)]
    honoured = len(words) > 1 and words[0] in _HONOURS
    while len(words) > 1 and words[0] in _HONOURS:
        words.pop(0)
    if not words or any(c.isdigit() for c in name) or "&" in name or "+" in name:
        return True
    box = fold(local)
    borne = (
        bool(box)
        and words[0] not in NOBODY
        and (
            (len(words[0]) > 1 and words[0] in box)
            or (len(words) > 1 and words[-1] in box and box[:1] == words[0][:1])
        )
    )
    if firm and not borne and not honoured:
        return True
    telling = [w for w in words if w in NOBODY]
    if words[-1] in _DESK:
        return True
    if telling and not (borne and len(words) <= 3):
        return not (set(telling) <= _FAMILY and words[0] not in NOBODY and len(words) in (2, 3))
    # an owner's family name stands in the domain; a firm's first word does
    house = fold(label)
    firmish = len(words) > 1 and len(words[0]) > 3 and words[0] in house
    return (firmish or (len(words) > 4 and words[-1] in house)) and not borne
