"""What an advert names of its seat: the number it bears, and the title it bore before.

A firm that redraws a seat often says so: "the post replaces that of Research Funding Manager". That
is worth more than any likeness of titles. Read once, when the text is first seen; kept of it are the
few words behind the saying, to be held against the lost role.
"""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.counsel.watching import lexicon

#: A seat's own number where an advert names it: the word that announces it, then the number.
_NUMBER = re.compile(
    r"\b(?:(?:ref(?:erence)?\.?|kennziffer|kennnummer|referenz(?:nummer)?|réf(?:érence)?\.?|referentie|"
    r"vacaturenummer|riferimento|rif\.|referencia|referência|diarienr|referensnummer|referencenummer)"
    r"(?:[ -](?:no\.?|nr\.?|n[º°]|number|id|code|nummer))?[ ]?[:#]?|"
    r"(?:requisition|req\.?|job|vacancy|position|post|posting|stellen|functie|poste|puesto|plaza)[ -]?(?:(?:no\.?|nr\.?|n[º°]|number|nummer|id|code)[ ]?[:#]?|[:#]))[ ]"
    r"(?P<number>(?=[\w/.-]{0,21}\d{3})[A-Z0-9][A-Z0-9/._-]{2,24})(?<![._/-])",
    re.IGNORECASE,
)


def number_in(text: str) -> str:
    """The number an advert's text gives its seat ("Kennziffer KB-2025-117"); "" where it names none."""
    found = _NUMBER.search(text)
    return found["number"] if found else ""


#: What announces the title a seat bore before. Whoever "was previously Commercial Director" is the
#: reader, so the seat, its advert or what it replaces must be spoken of.
_SEAT = r"(?:post|position|role|seat|job|function)"
_STELLE = r"(?:stelle|position|rolle|funktion|ausschreibung)"
_BEFORE = re.compile(
    rf"\breplac(?:es|ed|ing) (?:(?:that|the (?:former |old |previous )?{_SEAT}) of |the (?:former |old |previous )?|our (?:former |old )?)"
    rf"|\b(?:formerly|previously|hitherto|originally|once|until now|until recently) (?:known|called|advertised|titled|named|listed|posted|filled|run) ?(?:here )?(?:as|by)? "
    rf"|\b(?:advertis|post|list|publish|announc)ed\b[^.;:!?\n]{{0,40}}? as (?:the |a |an )?|\b(?:was|been|used to be) called (?:the |a )?|\brenamed from "
    rf"|\bsuccess(?:or|ion) (?:to|of|for) (?:the |our )?|\b{_SEAT} (?:that |which )?(?:was|used to be|has been) (?:the |our |that of )"
    rf"|\b(?:reopen|resum|restart)(?:s|ed|ing)? (?:the |our |this )?(?:search|recruitment|competition) (?:for|of) (?:the |a |an |our )?|\b(?:search|seek|look)(?:s|ing)? (?:once )?again for (?:the |a |an |our )?"
    rf"|\bersetzt (?:die (?:bisherige |frühere |alte )?(?:{_STELLE} )?(?:des |der |als )?|den |das )|\b(?:bisherige|frühere|ehemalige|vormalige|alte)[nrs]? {_STELLE} (?:als |des |der )?"
    rf"|\bnachfolge (?:des |der |für |als )|\b(?:früher|bisher|vormals|zuletzt|damals|ursprünglich) als "
    rf"|\b(?:suchen|besetzen) (?:die {_STELLE} )?(?:wieder|erneut) (?:als |eine[nr]? )?"
    rf"|\bremplace (?:(?:celui|celle) d[e'u] ?|(?:l'ancien(?:ne)? )?(?:le )?(?:poste|fonction) d[e'u] ?|l[ea'] ?)|\b(?:anciennement|auparavant|précédemment) (?:nommé|appelé|intitulé|publié)?e? ?|\b(?:publié|diffusé|paru|ouvert)e?s?\b[^.;:!?\n]{{0,40}}? (?:sous (?:le titre|l'intitulé)(?: de)?|comme|en tant que) |\bsuccède (?:au |à la |à )|\bsuccession d(?:u|e la|e l'|e) ?"
    rf"|\bsustituye (?:al? |el puesto de |la |el )|\b(?:antes|anteriormente|hasta ahora) (?:llamad|conocid|publicad|anunciad)[oa] (?:como )?|\b(?:publi|anunci|ofert)(?:cad|ad|am|có)[^.;:!?\n]{{0,40}}? como |\brelevo (?:de|del|de la) "
    rf"|\bsostituisce (?:quell[ao] di |(?:il ruolo|la posizione|la figura) di |il |la |l')|\b(?:pubblicat|annunciat|cercat)[oa]\b[^.;:!?\n]{{0,40}}? come |\bin precedenza |\bex posizione di "
    rf"|\bvervangt (?:die van |(?:de )?functie (?:van )?|de |het )|\b(?:voorheen|vroeger|eerder) (?:bekend |genoemd |uitgezet |geplaatst )?(?:als )?|\bopvolg(?:er|ing) van (?:de |het )?"
    rf"|\bsubstitui (?:[oa] (?:cargo|função|lugar) de |[oa] |a de )|\b(?:anunciad|publicad)[oa]\b[^.;:!?\n]{{0,40}}? como |\banteriormente "
    rf"|\bersätter (?:tjänsten som |den tidigare |rollen som )?|\berstatter (?:stillingen som |den tidligere )?|\b(?:tidigare|tidligere) (?:utlyst |kallad |kaldet |opslået )?(?:som )?",
    re.IGNORECASE,
)
#: The same said behind the title: "we sought as Commercial Director, and put aside".
_BEHIND = re.compile(
    r"\bals (?P<title>[^.;:!?\n]{4,80}?) (?:ausgeschrieben|gesucht|bekannt|geführt|geplaatst|uitgezet|bekend)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
#: So much is kept behind each saying, and so many sayings of one text.
_LENGTH, _MOST = 90, 3
#: Words are compared by so many letters: "des Leiters" is the Leiter.
_STEM = 6


@lru_cache(maxsize=2048)  # a board shows the same texts day after day
def once_called(text: str) -> tuple[str, ...]:
    """The words behind each place where an advert names the title its seat bore before."""
    found = []
    for hit in _BEFORE.finditer(text):
        behind = re.split(r"[.;:!?\n]", text[hit.end() : hit.end() + _LENGTH], maxsplit=1)[0]
        found.append(behind.strip())
    found += [hit["title"].strip() for hit in _BEHIND.finditer(text)]
    return tuple(dict.fromkeys(one for one in found if one))[:_MOST]


def names(once: tuple[str, ...], role: str) -> bool:
    """Whether one of these sayings names the role, each of its words in whatever form."""
    if not once:
        return False  # nearly every advert: it is asked of all of them each day
    wanted = _of_role(role)
    # of one word alone ("Manager") it may be anybody's seat
    return len(wanted) > 1 and any(wanted <= _stems(one.casefold()) for one in once)


@lru_cache(maxsize=256)
def _of_role(role: str) -> frozenset[str]:
    return _stems(lexicon.ASIDE.sub(" ", role.casefold()))


def _stems(words: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM]
        for word in _WORD.findall(words)
        if word not in lexicon.BINDING and len(word) > 1
    )
