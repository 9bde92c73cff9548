"""What a job title tells: what its holder has at stake, and whether they sit at the top.

A title is evidence and no proof: what is read from one is inferred, never said.
"""

from __future__ import annotations

import re

#: The whole firm, then its sides (S0-10: sales, marketing, operations, service all have a stake).
WHOLE = "the whole firm"
_STAKES: tuple[tuple[str, str], ...] = (
    (
        "people",
        r"\bhr\b|human resources|\bpeople\b|talent|recruit|personal(leit|abteil|refer|entwick)"
        r"|personeel|ressources humaines|risorse umane|recursos humanos",
    ),
    (
        "finance",
        r"\bcfo\b|financ|\bfinan[zcç]|controll(er|ing)|treasur|accounting|buchhalt|comptab",
    ),
    ("sales", r"\bsales\b|\bcro\b|revenue|commercial|vertrieb|verkoop|\bventes?\b|vendite|ventas"),
    ("marketing", r"\bcmo\b|market(ing|er)|\bbrand|communicat|kommunikation"),
    ("service", r"customer|client (service|success)|\bservice\b|support|kunden|klant"),
    ("quality", r"quality|qualit|regulatory|compliance|\bgdp\b|kwaliteit"),
    ("technology", r"\bct?io\b|\bcto\b|technolog|engineer|software|systems|\bdata\b|informatik"),
    (
        "product",
        r"\bcpo\b|product (manage|owner|lead)|\bproduct\b|research|\br ?& ?d\b|entwicklung",
    ),
    ("law", r"\bgeneral counsel\b|\blegal\b|\brecht|juridi|giuridic"),
    (
        "operations",
        r"\bcoo\b|operat|supply|logist|manufactur|produ[ck]tion|planning|planung|procure|purchas"
        r"|einkauf|inkoop|warehouse|plant|\bwerk|\bsite\b|maintenance",
    ),
)
_WHOLE = (
    r"\bceo\b|chief executive|managing director|general manager|\bmd\b|(?<!vice )(?<!vice-)"
    r"\bpresident\b|founder|\bowner\b|\bpartner\b(?=.*\bmanaging)|managing partner|geschäftsführ"
    r"|algemeen directeur|directeur général|directrice générale|amministratore delegat"
    r"|direttore generale|director[a]? general|diretor[a]? geral|vorstandsvorsitz"
)
_TOP = (
    r"\bchief\b|\bc[efmotirp]o\b|\bcso\b|\b[es]?vp\b|vice[- ]president|vorstand|board member"
    r"|executive director|executive board|\bcomex\b"
)
#: Who helps somebody at the top does not sit there: "EA to the Group COO".
_HELPS = r"\b(ea|pa)\b|\bassist|\bsecretar|sekret[aä]r|segretari|chief of staff|\boffice of\b"
_FIND = tuple((stake, re.compile(pattern, re.IGNORECASE)) for stake, pattern in _STAKES)
_IS_WHOLE = re.compile(_WHOLE, re.IGNORECASE)
_IS_HELP = re.compile(_HELPS, re.IGNORECASE)
_IS_TOP = re.compile(f"{_WHOLE}|{_TOP}", re.IGNORECASE)


def stake_of(title: str) -> str:
    """Which side of the firm this title answers for: "finance", "operations" …, or ""."""
    if helps(title):
        return ""
    if _IS_WHOLE.search(title):
        return WHOLE
    return next((stake for stake, found in _FIND if found.search(title)), "")


def is_executive(title: str) -> bool:
    """Whether a bearer of this title usually sits in the executive team."""
    return bool(_IS_TOP.search(title)) and not helps(title)


def helps(title: str) -> bool:
    """Whether its bearer works for somebody who is named in it."""
    return bool(_IS_HELP.search(title))


_SEARCHES = re.compile(
    r"\b(executive|retained|talent|leadership) search\b|\bsearch (partner|consultant|associate|firm)"
    r"|\bhead ?hunt|\brecruitment consult|\bresourcer\b|personalberat|personalvermittl"
    r"|(cabinet|conseil) (de|en) recrutement|chasseu(r|se) de têtes|werving (en|&) selectie"
    r"|consultora de selecci|ricerca e selezione|recrutamento e seleção",
    re.IGNORECASE,
)
_RECRUITS = re.compile(
    r"\brecruit|talent (acquisition|partner|scout|sourc)|\bsourcer\b|recruteu|recrutement"
    r"|\bwerving\b|reclutador|reclutamiento|recrutador|recrutamento|selezionatric",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\bhr\b|\bhrbp\b|\bchro\b|\bdrh\b|\brrhh\b|human resources|personal(leit|abteil|refer)"
    r"|leiter(in)? (des )?personal(s|wesen)?\b|\bp&o\b"
    r"|\bpeople (manager|partner|director|lead|officer|operations)|(head|director|vp|chief) (of )?people"
    r"|people (&|and) (culture|organi[sz]ation)|personeel|ressources humaines|risorse umane"
    r"|recursos humanos",
    re.IGNORECASE,
)
#: Of a small house one person often holds both sides, and then hires for the other too.
_BOTH = re.compile(
    r"(financ\w*|operat\w*|admin\w*|legal|\bit\b|verwaltung)\s*(&|\band\b|/|\+|\bund\b|\bet\b|\ben\b)\s*"
    r"(hr\b|human|people|personal|ressources)|(\bhr|human resources|people|personal|ressources humaines)"
    r"\s*(&|\band\b|/|\+|\bund\b|\bet\b|\ben\b)\s*(financ|operat|admin|legal|\bit\b|verwaltung)",
    re.IGNORECASE,
)


def searches(title: str) -> bool:
    """Whether its bearer works for a search house or an agency, and hires for others."""
    return bool(_SEARCHES.search(title))


def recruits(title: str) -> bool:
    """Whether its bearer finds people for seats of others."""
    return bool(_RECRUITS.search(title))


def of_people(title: str) -> bool:
    """Whether its bearer is of the people side, who stands beside whoever hires."""
    return bool(_OF_PEOPLE.search(title)) and not _BOTH.search(title) and not helps(title)


#: What a stake is called, in the order in which a form offers them.
STAKES = (WHOLE, *(stake for stake, _ in _STAKES))
