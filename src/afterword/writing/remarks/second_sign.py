"""What must stand beside what the ear hears before a heavy note is made of it.

The ear hears tone, and a role or a day in a sentence is enough to half mislead it: "the role is
open again", of a public advert, was heard as a confidence, "I would keep it to a day" as pressure,
"nobody had asked me until you did" as a reproach. So where it is not wholly sure, the words must bear
it out; and what open facts carry from end to end, an advert or a story of the user's own, is neither
a confidence nor empty praise, however it sounds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from afterword.writing import binding
from afterword.writing.lexicon import words_of
from afterword.writing.remarks import phrases, secrets
from afterword.writing.remarks.sheet import Piece, Sheet

#: So sure that the ear is enough by itself.
LOUD = 0.75


def _row(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


#: English, where the ear is asked from a half on; elsewhere its bars are as high as `LOUD`.
SIGNS: Mapping[str, re.Pattern[str]] = {
    # Somebody told or showed it; a plan; money; what befell a person.
    "confidential": _row(
        r"t(?:old|ells?)|said|says?|mention\w*|heard|hear|know(?:s|n)?|knew|learn\w*|let (?:it )?(?:slip|drop)|let on|gather\w*|"
        r"whisper\w*|rumou?r\w*|secret\w*|quiet\w*|private\w*|confid\w*|between|behind|internal\w*|(?:un)?announced|publi\w+|"
        r"leak\w*|shown?|showed|overheard|apparently|names?|never|not|yet|still|hid\w*|nda|embargo\w*|copied|copy|forward\w*|photo\w*|"
        r"file|report\w*|sealed|attach\w*|enclos\w*|spreadsheet|export",
        r"plan\w*|intend\w*|about to|going to|due to|leav\w+|left|clos\w+|merg\w+|sell\w*|sold|buy\w*|bought|acqui\w+|cuts?|redundan\w+|"
        r"laid off|resign\w*|fired|sack\w*|dismiss\w*|let go|salar\w+|paid|pays?|paying|earn\w*|budget\w*|margin\w*|loss\w*|lost|debt\w*|"
        r"insolven\w*|ill|sick\w*|health|doctor\w*|patient\w*|pregnan\w*|divorc\w*|drink\w*|lawsuit\w*|audit\w*|complain\w*|grievance\w*|"
        r"pric\w+|rates?|client\w*|customer\w*|contract\w*|bids?|tender\w*|former|employer\w*|my last|previous|candidate\w*|interviewer\w*",
    ),
    # A term, another offer, a wish to be answered, a door that shuts.
    "false_urgency": _row(
        r"by|before|until|till|deadline\w*|latest|longer|soon\w*|quick\w*|fast\w*|prompt\w*|urgen\w*|asap|immediate\w*|days|weeks|"
        r"today|tomorrow|tonight|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day\w*|weekend|noon|midnight|"
        r"(?:this|next|coming|the|every|few more) (?:week|month|quarter)|clocks?|delay\w*|drag",
        r"(?:an)?other \w+|others|elsewhere|rival\w*|compet\w+|bidding|offer\w*|contract\w*|sign|signing|accept\w*|interested|market|"
        r"recruiter\w*|headhunter\w*|firms?|companies|parties|somebody|someone|phone|snapped",
        r"last|final\w*|once|clos\w+|expir\w*|gone|miss\w*|lose|lost|too late|wait\w*|hurry|rush\w*|press\w*|held|holding|window|door|"
        r"commit\w*|must|need\w*|require\w*|otherwise|or else|chance|my side",
    ),
}
#: What one could do and what it would show: nothing has happened yet that could be held against anybody.
_OFFERED = re.compile(r"\b(?:I|we) (?:could|would|can|might) (?!have\b)", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:would|could|should|might) have\b|\b(?:you|they|your|their|nobody|no one|none|who|panel|team|firm|company|process|it|that|this)\b"
    r"[^,;.]{0,20}\b(?:did|had|have|has|were|was|been|never|should|must|\w+ed|chose|took|made|went|left|gave|told|said|kept|let|got|"
    r"saw|knew)\b",
    re.IGNORECASE,
)
#: What one will get ready oneself asks nothing of anybody.
_READY = re.compile(
    r"^(?:I (?:will|shall)|I[’']ll|ich werde|je (?:viendrai|serai)|(?:iré|vendré|estaré))\b[^.;]{0,20}\b(?:prepar\w+|ready|vorbereitet|bereit|"
    r"prêt\w*|list[oa])\b",
    re.IGNORECASE,
)
#: An easy no, or leave to strike it out: the graceful end of a letter (2b), and no taking back.
_EASY_NO = re.compile(
    r"^(?:if|should|wenn|falls|sollte|si|de ne pas|en caso)\b[^.;!?]{0,40}\b(?:no|not|nein|nicht|kein\w*|non|ne|n[’']\w+|pas|nunca)\b",
    re.IGNORECASE,
)
#: A wish to be answered after all is no easy no.
_WANTS = re.compile(
    r"\b(?:please|bitte|beg|flehe|supplie|ruego|por favor|s[’']il vous plaît)\b", re.I
)
#: What anybody may say of an advert and of where they stand in a selection.
_PUBLIC = words_of(
    """role post position job seat open opened again advert advertised listed posted selection select process withdraw
    decided decide apply applied application applying stelle stellen rolle position ausgeschrieben offen wieder auswahl
    verfahren bewerbung beworben zurückziehen entschieden poste offre ouvert nouveau sélection candidature retirer décidé
    postulé puesto vacante abierto abierta oferta selección proceso candidatura retirar decidido"""
)
_PUBLIC_STEMS = frozenset(word[:5] for word in _PUBLIC)
#: What the facts may carry so openly that nothing is left to hear.
CARRIED = frozenset({"confidential", "self_praise", "cliche", "flattery"})


def borne_out(ear: str, sheet: Sheet, piece: Piece, share: float) -> bool:
    """Whether the words of the sentence bear out what is heard in it."""
    text = piece.text
    offered = _OFFERED.search(text) and not _HAPPENED.search(text)
    if ear == "blame" and (phrases.UNTIL_YOU.search(text) or offered):
        return False
    if ear == "entitlement" and _READY.search(text):
        return False
    if ear in ("hedging", "begging") and _EASY_NO.search(text) and not _WANTS.search(text):
        return False
    if ear in CARRIED and is_carried(sheet, piece):
        return False
    sign = SIGNS.get(ear) if sheet.language == "en" else None
    if sign is None or sign.search(text):
        return True
    return share >= LOUD and not (ear == "false_urgency" and bool(offered))


def is_carried(sheet: Sheet, piece: Piece) -> bool:
    """Whether open facts say all of this sentence, or all but a public word or two."""
    known = _open_words(sheet)
    for said in (piece.text, piece.text.rpartition(": ")[2]):  # "The reason was this: …"
        own = binding.stems(said)
        strange = own - known - _PUBLIC_STEMS
        if len(own & known) >= 2 and 5 * len(strange) <= len(own):
            return True
    return False


@lru_cache(maxsize=8)
def _open_words(sheet: Sheet) -> frozenset[str]:
    """The words of the facts that were not told in confidence, and of the letterhead."""
    to = sheet.to
    texts = [fact.text for fact in sheet.facts if not secrets.is_marked(fact)]
    texts += [sheet.company, *((to.title, to.company, to.name) if to else ())]
    return frozenset().union(*(binding.stems(text) for text in texts))
