"""What a line of a résumé tells: figures, what was done, what came of it.

No word is added. A title is cut from the line itself; what the line does not tell stays empty.
"""

from __future__ import annotations

import re

from afterword.terms import Proof

#: A figure with what makes it one: a sign, a unit, a currency; years and lonely small numbers are none.
_FIGURE = re.compile(
    r"(?<![\w.,])(?:[$€£]\s?)?\d[\d.,]*\s?(?:%|percent|prozent|pour cent|por ciento|[kmb]n?\b|million(?:en|s)?|"
    r"mio\.?|mrd\.?|billion|thousand|x\b|times|people|persons|staff|reports|mitarbeiter\w*|customers|clients|users|"
    r"stores|sites|countries|days|weeks|months|hours|€|\$|£|eur|usd|gbp|chf)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
#: Words after which the outcome stands; the longest first.
_CAME = re.compile(
    r"[,;:–—-]?\s*\b(?:resulting in|which (?:led to|resulted in|saved|cut|raised)|leading to|so that|thereby|"
    r"and (?=(?:cut|reduc|rais|increas|sav|doubl|halv|grew|won|lift)\w*)|"
    r"(?=(?:cutting|reducing|raising|increasing|saving|doubling|halving|growing|winning|lifting|improving)\b)|"
    r"wodurch|mit dem ergebnis|dadurch|ce qui a permis|permettant|lo que|logrando)\s*",
    re.IGNORECASE,
)
_LONG = 90


def figures(text: str) -> tuple[str, ...]:
    """The figures of a line that say how much, as they stand there."""
    found = []
    for match in _FIGURE.finditer(text):
        word = match.group().strip().rstrip(".,")
        bare = re.sub(r"\D", "", word)
        if _YEAR.match(word) or (word == bare and len(bare) < 2):
            continue
        found.append(word)
    return tuple(dict.fromkeys(found))


def title_of(text: str) -> str:
    """The beginning of a line as a title, cut at a word."""
    plain = " ".join(text.split()).rstrip(".;,")
    if len(plain) <= _LONG:
        return plain
    return plain[:_LONG].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def story(
    text: str,
    *,
    line: int,
    post: str = "",
    employer: str = "",
    when: str = "",
    skills: tuple[str, ...] = (),
    heading: tuple[int, str] | None = None,
    where: str = "",
) -> Proof:
    """One line of a résumé as a proposed story: what was done, and what came of it where the line says so."""
    plain = " ".join(text.split())
    parts = _CAME.split(plain, maxsplit=1)
    did, came = (
        (parts[0], plain[len(parts[0]) :].lstrip(" ,;:–—-")) if len(parts) == 2 else (plain, "")
    )
    lines = ((line, plain),) if heading is None else (heading, (line, plain))
    return Proof(
        title=title_of(plain),
        action=did if len(did) > 3 else plain,
        result=came,
        numbers=figures(plain),
        skills=skills,
        when=when,
        employer=", ".join(filter(None, (post, employer))),
        lines=lines,
        where=where,
    )
