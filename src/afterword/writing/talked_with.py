"""Whom a mail says a talk is with: the names it gives, and none where its writer comes along.

"An interview with Dr. Brandt" from somebody in HR means that this person was not in it; "with
Hamish Geddes and me" means that they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from afterword.writing.letters.lines import sentences_of

_TITLE = r"(?:Herrn?|Frau|Mr|Mrs|Ms|Dr|Prof|M|Mme|Monsieur|Madame|Sra?|Señora?|Dott|Dr\.-Ing|Dhr|Mevr)\.?"
_WORD = r"[A-ZÀ-Þ][\w’'-]+"
_LINK = r"(?:van der|van den|van|von|de la|de|del|di|da|der)"
#: With a form of address in any language; without one where nouns are written small.
_ADDRESSED = re.compile(rf"\b((?:{_TITLE} )+{_WORD}(?: (?:{_LINK} )?{_WORD}){{0,2}})")
_BARE = re.compile(rf"\b({_WORD} (?:{_LINK} )?{_WORD})\b")
_TALK = re.compile(
    r"\b(?:interview|meet(?:ing)?|talk|chat|call|conversation|round|Gespräch\w*|Vorstellungsgespräch\w*|kennenlernen|entretien|"
    r"rencontrer|entrevista|reunión|colloquio|gesprek)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|mit|avec|con|met|com)\b")
_MEETS = re.compile(
    r"\bwould like to (?:meet|see|speak|talk)|wants to (?:meet|see)|would love to meet"
)
_ALONG = re.compile(
    r"\b(?:and|und|et|y|e|en) (?:me|I|mir|ich|moi|mí|yo|myself|us|uns|nous|mij|io)\b|\b(?:conmigo|mit uns|with us|with me|"
    r"avec nous|avec moi|mit mir|con nosotros)\b|\b(?:I|we) (?:would|will|[’']?d|look forward|want|am|are)\b[^.!?]{0,20}\b(?:meet|speak|"
    r"talk|join)\b|\bI[’'](?:d like to (?:meet|speak|talk)|ll (?:join|ring|call|be))",
    re.IGNORECASE,
)
#: The form of address in the shape a letter says it.
_SAID = re.compile(
    r"^(?:(?:Herrn?|Frau|Mr|Mrs|Ms|M|Mme|Monsieur|Madame|Sra?|Señora?|Dhr|Mevr)\.? )+"
)


def met_in(text: str, sender: str = "", known: Iterable[str] = ()) -> list[str]:
    """The names of those a talk was arranged with, where the writer of the mail is not one of them.

    Two capitals without a form of address are a person only where the process knows one of that
    name: "an interview with Tarn Works", "with Microsoft Teams" and "with Human Resources" name none.
    """
    if _ALONG.search(text):
        return []
    names = {one.casefold().split()[-1] for one in known if one.split()}
    found: list[str] = []
    for sentence in sentences_of(text):
        if not _TALK.search(sentence):
            continue
        part = _WITH.search(sentence)
        if part is not None:
            rest = sentence[part.end() :]
        elif _MEETS.search(sentence):
            rest = sentence[: _MEETS.search(sentence).start()]  # type: ignore[union-attr]
        else:
            continue
        bare = re.search(r"\b(?:with|avec|con|would|wants)\b", sentence)
        hit = _ADDRESSED.search(rest) or (_BARE.search(rest) if bare else None)
        if hit is not None and hit.re is _BARE and hit[1].casefold().split()[-1] not in names:
            hit = None
        if hit is not None:
            name = _SAID.sub("", hit[1]).strip()
            mine = sender.casefold().split()
            if name and not (mine and name.casefold().split()[-1] == mine[-1]):
                found.append(name)
    return list(dict.fromkeys(found))
