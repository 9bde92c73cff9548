"""Whether what they missed in somebody is still asked for, where an old seat is advertised anew.

Said only where the new text says so: the words of their reason stood in the old advert, and the new
one names them as welcome, or as not needed; or each thing that they missed by name is asked no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from afterword.counsel.adverts.lines import lines_of
from afterword.counsel.doubts.small_words import names_something
from afterword.counsel.one_line import one_line
from afterword.terms.very_thing import Thing, demands, root, shows
from afterword.terms.watching import Posting


@dataclass(frozen=True, slots=True)
class NoLonger:
    """What is no longer asked: `missed` are their words then, `words` the new advert's own, "" where
    it is silent, `gone` the old advert's line that stands no more."""

    missed: str
    about: tuple[str, ...]
    words: str = ""
    gone: str = ""

    @property
    def says(self) -> str:
        if self.words:
            return f"What they missed is no longer asked: “{self.words}”."
        return f"What they missed is no longer asked: “{self.gone}” stands there no more."


#: A thing that would be nice, or need not be: in these words an advert takes a demand back.
_TAKEN_BACK = re.compile(
    r"\b(?:(?:not|no longer|never|isn[’']t|aren[’']t) (?:be )?(?:asked(?: for)?|required|needed|necessary|essential|expected|a must"
    r"|a condition|obligatory)|need not|no need (?:for|of|to)|you do(?: not|n[’']t) need|no [\w -]{2,40} (?:is |are )?(?:needed|required|necessary)"
    r"|(?:is|are) (?:also )?(?:welcome|optional)|welcome but|optional|a (?:big )?(?:plus|bonus)|nice[- ]to[- ]have|can be learn(?:ed|t)"
    r"|we (?:will )?teach|von vorteil|kein(?:e)? (?:muss|voraussetzung)|nicht (?:nötig|erforderlich|zwingend|vorausgesetzt)|wünschenswert"
    r"|un plus|pas (?:exigée?s?|nécessaires?|requise?s?|obligatoires?)|n[’']est pas (?:exigé|requis|nécessaire)\w*|souhaitée?s?"
    r"|no (?:es )?(?:imprescindible|necesari[oa]|obligatori[oa])|se valora\w*|não (?:é )?(?:obrigatóri[oa]|necessári[oa])|valoriza-se"
    r"|non (?:è )?(?:richiest[oa]|necessari[oa]|obbligatori[oa])|gradit[oa]|niet (?:vereist|nodig|verplicht)|een pr[eé]|geen (?:vereiste|must))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+|\s+[–—]\s+|:\s+")
#: Where a sentence may go on to another thing; "and" alone goes on with the same.
_CUT = re.compile(
    r"(?P<comma>,)?\s+(?P<and>and|or|und|oder|et|ou|y|o|e|en|of|og|och|eller)\s+|,?\s+(?:but|while|aber|mais|pero|mas|ma|maar)\s+|,\s+",
    re.IGNORECASE,
)
#: A word that says something of a thing; without one a stretch is part of a list.
_SAYS = re.compile(
    r"\b(?:is|are|be|being|must|needs?|should|would|can|may|will|speaks?|have|has|brings?|know|knows|own|lead|run|work|want|write|read|drive|hold|love|like"
    r"|required|needed|asked|welcome|optional|essential|plus|bonus|nice[- ]to[- ]have|ist|sind|sein|sprechen|sprichst|haben|hast|bringen|bringst|kennen|muss|müssen"
    r"|vorteil|wünschenswert|erforderlich|est|sont|parlez|avez|maîtrisez|souhaitée?s?|exigée?s?|es|son|hablas?|tienes?|valora\w*|é|são|fala|tem|valoriza\w*"
    r"|è|sono|parla|hai|gradit[oa]|zijn|spreekt|hebt|heeft|kunt|vereist|pr[eé])\b",
    re.IGNORECASE,
)
#: What goes on about the thing just named ("…, though welcome, is not required").
_GOES_ON = re.compile(
    r"(?:is|are|not|no longer|never|though|although|while|however|which|that|but|if|ist|sind|nicht|aber|wenn|est|sont|n[’']est|pas|mais|si|no|es|não|é|non|è|niet)\b",
    re.IGNORECASE,
)
#: What asks for the thing all the same, in a clause that also softens something.
_STILL_ASKED = re.compile(
    r"\b(?:must|required|essential|mandatory|necessary|you (?:speak|have|bring|need|know|are fluent)|(?<!be )fluent(?:ly)?(?! [\w-]+ (?:is|are|would be)\b)"
    r"|muss|müssen|zwingend|voraussetzung|fließend(?:es|e)?(?! \w+ ist\b)|verhandlungssicher\w*|sie (?:sprechen|haben|bringen)|exigée?s?|requise?s?|indispensables?|vous (?:parlez|avez|maîtrisez)"
    r"|imprescindibles?|obligatori[oa]|requerid[oa]|obrigatóri[oa]|obbligatori[oa]|richiest[oa]|vereist|vloeiend)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
#: Words that stand in most adverts and most reasons, and are what nobody missed.
_IN_ANY = frozenset(
    re.findall(
        r"\w+",
        """role position seat candidate person people somebody someone team panel company firm business
        work working experience year time lead leading leader manager head director talk offer offered
        background skill side final decision whole other more strong good great right long full part
        want need look looking find make take bring know come live life start grow help run site
        place group line level kind sort thing plan day week month market customer service""",
    )
)


def no_longer_asked(missed: Iterable[str], before: Posting, after: Posting) -> NoLonger | None:
    """The first of their reasons that the new advert has taken back, with its words; None for none."""
    for quote in missed:
        found = _taken_back(quote, before, after) or _gone(quote, before, after)
        if found is not None:
            return found
    return None


def _taken_back(quote: str, before: Posting, after: Posting) -> NoLonger | None:
    """A clause of the new text that names what they missed, and says that it need not be."""
    stood = _rare(quote) & _said(f"{before.title}\n{before.text}")
    if not stood or any(_said(one) & stood for one in _soft(before.text)):
        return None
    for clause in _soft(after.text):
        about = _said(clause) & stood
        if about:
            return NoLonger(quote, tuple(sorted(about)), one_line(clause).rstrip(" .;:,"))
    return None


def _soft(text: str) -> list[str]:
    """The clauses that say of all they name that it would be nice, or need not be."""
    clauses = (one for sentence in _SENTENCE.split(text) for one in _clauses(sentence))
    return [
        one
        for one in clauses
        if _TAKEN_BACK.search(one) and not _STILL_ASKED.search(_TAKEN_BACK.sub(" ", one))
    ]


def _clauses(sentence: str) -> list[str]:
    """A sentence cut where it goes on to another thing: "fluent German and English, and French is a plus"."""
    cuts = [*_CUT.finditer(sentence), None]
    held: list[tuple[int, int]] = []
    start, before = 0, None
    for cut in cuts:
        end = cut.start() if cut is not None else len(sentence)
        if held and _joins(sentence[slice(*held[-1])], sentence[start:end], before):
            held[-1] = (held[-1][0], end)
        else:
            held.append((start, end))
        start, before = (cut.end(), cut) if cut is not None else (end, None)
    return [sentence[a:b] for a, b in held]


def _joins(so_far: str, piece: str, cut: re.Match[str] | None) -> bool:
    """Whether this stretch still speaks of what the clause before it speaks of."""
    if _GOES_ON.match(piece):
        return True
    listed, comma = bool(cut and cut["and"]), bool(cut and cut["comma"])
    if not _SAYS.search(piece):
        return (listed and not comma) or not _SAYS.search(so_far)
    return not _SAYS.search(so_far) and not (listed and comma)


def _gone(quote: str, before: Posting, after: Posting) -> NoLonger | None:
    """A language, a paper or a trade that the old advert asked for by name, and the new never names."""
    for need in demands(quote):
        if need.thing is Thing.PLACE or not need.words:
            continue
        asked = [one for one in lines_of(before.text) if one.asks and shows(one.text, need)]
        if asked and not shows(after.text, need) and not need.words & _said(after.text):
            return NoLonger(quote, tuple(sorted(need.words)), gone=asked[0].text.rstrip(" .;"))
    return None


def _rare(quote: str) -> frozenset[str]:
    """What their words are about: each by its rough root, without those of any reason or advert."""
    words = {word for word in _WORD.findall(quote) if names_something(word, quote)}
    return frozenset(root(word.casefold()) for word in words) - _IN_ANY


def _said(text: str) -> frozenset[str]:
    return frozenset(root(word) for word in _WORD.findall(text.casefold()))
