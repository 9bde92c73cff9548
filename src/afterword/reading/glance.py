"""What a mail's first words weigh: how far they lean towards hiring, and how many say it outright.

Every word is known by its first letters, so that "applied", "applying" and
"application" need no grammar. Its weight is how much more often our corpus of
job mail uses it than its language does (corpus/training/glance.py writes
`glance.tsv`): "interview" weighs much, "the" nothing, "newsletter" less than that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from pathlib import Path

FILE = Path(__file__).with_name("glance.tsv")
#: So much of a text is looked at: who writes about a job says so before this.
REACH = 1_200
#: A short text says little either way.
SHORT = 600

_WORD = re.compile(r"[^\W\d_]{2,}")
#: So many first letters tell a word.
_LETTERS = 7
#: Letters as they are in lower case, and a blank for every other sign: most mail is plain ASCII.
_BARE = "".join(chr(n).lower() if chr(n).isalpha() else " " for n in range(128))
_QUOTED = re.compile(r"(?m)^[>|].*$")
#: The commonest words of each language, by which a text is told.
_COMMONEST = {
    "en": "the and to of you for your we is it are this that with have our be at",
    "de": "der die das und ist ich sie wir nicht mit für auf ein eine zu den im von wie auch",
    "fr": "le la les des et je vous nous est pas pour un une que qui dans votre du au avec",
    "es": "el la los las de que en con para por una su no se lo del y le como un",
    "pt": "os um uma que não com para seu sua em ao do da de por você no na mais se",
    "nl": "het een van ik je wij niet met voor op te zijn de en dat is we aan bij uw",
    "it": "il di che per con non una le sono del la un della si è gli in al ha lei",
}
_TELLS: dict[str, list[str]] = {}
for _language, _words in _COMMONEST.items():
    for _word in _words.split():
        _TELLS.setdefault(_word, []).append(_language)

#: Beginnings that speak of hiring by themselves, in the seven languages that are read.
_OUTRIGHT_WORDS = """
    applica applied applyin apply applies candida intervi recruit hiring hire hired vacancy
    vacanci positio role roles job jobs career careers talent shortli cv cvs resume résumé
    employ employm employe salary panel referee referen assessm opening hr staffin selecti
    unsucce offer offers onboard probati
    bewerbu bewerbe beworbe stelle stellen vorstel karrier kandida gespräc absage zusage
    unterla personal eignung einstel verfahr auswahl ausschr arbeitg arbeits vertrag
    poste postes entreti recrute recruta embauch emploi emplois offre contrat dossier essai rh
    postula postulé puesto puestos empleo entrevi selecci vacante currícu curricu oferta
    proceso rrhh plaza vaga vagas emprego process seletiv seleçã
    sollici vacatur functie gesprek werving arbeids baan proeftij
    lavoro colloqu posizio selezio assunzi offerta
"""
_OUTRIGHT = frozenset(_OUTRIGHT_WORDS.split())


@dataclass(frozen=True, slots=True)
class Look:
    """What the first words came to: `lean` per word, `outright` distinct words of hiring."""

    lean: float
    outright: int
    short: bool
    english: bool


def look(subject: str, text: str, *, least: int = 0) -> Look | None:
    """The weight of a subject and of the first own words of a text.

    None where they hold fewer than `least` words of hiring: then nothing more is worked out.
    """
    if "\n>" in text or "\n|" in text:
        text = _QUOTED.sub("", text)
    words = beginnings(f"{subject}\n{text[:REACH]}")
    outright = len(words & _OUTRIGHT)
    if outright < least:
        return None
    language = language_of(words)
    return Look(
        lean=lean_of(words, weights()[language]),
        outright=outright,
        short=len(text) < SHORT,
        english=language == "en",
    )


def speaks_of_hiring(line: str) -> bool:
    """Whether any word of a line says outright that it is about hiring."""
    return not _OUTRIGHT.isdisjoint(beginnings(line))


def language_of(words: set[str]) -> str:
    """The language most of whose commonest words occur; English in doubt."""
    votes = dict.fromkeys(_COMMONEST, 0)
    for word in words & _TELLS.keys():
        for language in _TELLS[word]:
            votes[language] += 1
    return max(votes, key=votes.__getitem__)


def beginnings(text: str) -> set[str]:
    """The distinct words of a text by their first letters."""
    words = text.translate(_BARE).split() if text.isascii() else _WORD.findall(text.lower())
    return {word[:_LETTERS] for word in words if len(word) > 1}


def lean_of(words: set[str], known: dict[str, float]) -> float:
    """The summed weight of the known words, so that long and short texts compare."""
    return sum(map(known.__getitem__, known.keys() & words)) / sqrt(len(words) + 5)


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """Language -> beginning -> the logarithm of how many times more often job mail uses it."""
    found: dict[str, dict[str, float]] = {language: {} for language in _COMMONEST}
    for row in FILE.read_text("utf-8").splitlines():
        language, word, hundredths = row.split("\t")
        found[language][word] = int(hundredths) / 100
    return found
