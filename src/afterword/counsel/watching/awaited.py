"""What a house said it waits for: "until the settlement is signed", "Als die Genehmigung da ist".

Whoever names the event on which a seat depends has said which news will matter. Of such a clause one
word that is long, and so seldom anything else, is enough where it stands in a headline; of short ones two.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: Words that announce what must come first, up to the end of their clause.
_BEFORE = (
    r"until|till|unless|before|once|as soon as|as long as|if|when|after|depends? on|hangs? on|waits? for|waiting for|subject to|pending"
    r"|solange|sobald|bis|falls|wenn|bevor|nachdem|hängt (?:alles )?(?:an|von)|abhängig von|warten auf"
    r"|dès que|tant que|jusqu'à|si|quand|lorsque|avant|après|dépend d[eu]|attend(?:ons|re)?"
    r"|zodra|zolang|tot|als|wanneer|voordat|nadat|hangt af van|wachten op"
    r"|hasta que|hasta|en cuanto|mientras|cuando|cuándo|depende de|a la espera de"
    r"|até|quando|se|assim que|enquanto|depois d[eao]"
    r"|finché|appena|fino a|dipende da|dopo"
    r"|indtil|når|hvis|så snart|tills|när|om|innan"
)
_CLAUSE = re.compile(rf"(?<!\w)(?:{_BEFORE})(?!\w)(?P<what>[^.,;:!?\n]{{4,120}})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
#: What is over: who waits for the end of something is not met by news that it goes on.
_OVER = re.compile(
    r"\b(?:over|ends?|ended|lifted|done|finished|gone|vorbei|vorüber|beendet|aufgehoben|ende[tn]?|ausgelaufen|abgeschlossen"
    r"|fini\w*|terminé\w*|levé\w*|fin|voorbij|afgelopen|eraf|opgeheven|einde|acaba\w*|termina\w*|levanta\w*|conclu\w*|finit\w*|slut|overstået)\b",
    re.IGNORECASE,
)
#: So many letters make a word that is seldom anything else.
LONG = 8


def awaited(words: str) -> tuple[str, ...]:
    """The clauses of a sentence that say what is waited for."""
    return tuple(hit["what"].strip() for hit in _CLAUSE.finditer(words))


def is_awaited(
    quote: str,
    news: str,
    shared: frozenset[str],
    titled: frozenset[str],
    stems: Callable[[str], frozenset[str]],
) -> bool:
    """Whether the words a piece of news shares with what was told, and those of them in its headline,
    are of the event they wait for."""
    for clause in awaited(quote):
        if _OVER.search(clause) and not _OVER.search(news):
            continue
        here = shared & stems(clause)
        long = (stems(word) for word in _WORD.findall(clause) if len(word) >= LONG)
        if titled & here and (len(here) >= 2 or titled & here & frozenset().union(*long)):
            return True
    return False
