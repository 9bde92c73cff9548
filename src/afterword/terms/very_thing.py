"""What only the very thing shows: a language, a paper, a right to work, years in a trade, a place.

No story of good work answers "we need somebody who speaks Danish": to tell one shows that the words
were not heard. Such a demand is met by what shows that very language, licence, trade or place, or by
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Thing(StrEnum):
    """The kinds of demand that proof of other work does not meet."""

    LANGUAGE = "language"
    PAPER = "paper"
    RIGHT = "right"
    YEARS = "years"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Demand:
    """One such demand; `words` are what must be found: the language, the trade, the paper's subject."""

    thing: Thing
    words: frozenset[str] = frozenset()


#: Each language with the beginnings of its name in the languages that are read.
_NAMES = {
    "english": "english englisch anglais inglés inglês inglese engels",
    "french": "french französisch français francés francês francese frans",
    "german": "german deutsch allemand alemán alemão tedesco duits",
    "dutch": "dutch flemish niederländisch néerlandais neerland olandese nederlands",
    "italian": "italian italienisch italien italiaans",
    "spanish": "spanish castilian spanisch espagnol español castellano espanhol spagnolo spaans",
    "portuguese": "portug",
    "norwegian": "norweg norsk norvég norueg noors",
    "swedish": "swed schwedisch suédois sueco svedese zweeds",
    "danish": "danish dänisch danois danés dinamarqu danese deens",
    "finnish": "finnish finnisch finnois finlandés finlandês finlandese fins",
    "polish": "polish polnisch polonais polaco polacco pools",
    "czech": "czech tschechisch tchèque checo ceco tsjechisch",
    "hungarian": "hungarian ungarisch hongrois húngaro ungherese hongaars",
    "romanian": "romanian rumänisch roumain rumano romeno rumeno roemeens",
    "greek": "greek griechisch grec griego grego greco grieks",
    "turkish": "turkish türkisch turc turco turks",
    "russian": "russian russisch russe ruso russo",
    "ukrainian": "ukrain",
    "arabic": "arabic arabisch arabe árabe arabo",
    "hebrew": "hebrew hebräisch hébreu hebreo hebraico ebraico hebreeuws",
    "chinese": "mandarin cantonese chinese chinesisch chinois chino chinês cinese chinees",
    "japanese": "japan japon giapponese",
    "korean": "korean koreanisch coréen coreano koreaans",
    "hindi": "hindi",
}
_NAMED = "|".join(
    f"(?P<{key}>{'|'.join(sorted(names.split(), key=len, reverse=True))})"
    for key, names in _NAMES.items()
)
#: A name of a language stands large in English and German; "polish the plan" is no language.
_LANGUAGE = re.compile(rf"(?<![\w])(?:{_NAMED})\w{{0,5}}(?![\w])", re.IGNORECASE)
_SMALL_IS_OTHER = re.compile(r"(?:polish|swed|grec|turc|fins)")
_SPEAKING = re.compile(
    r"\b(?:speak\w*|spoken?|fluen\w*|bilingual|multilingual|languages?|native|mother tongue|conversational|proficien\w*"
    r"|interpreter|translator|[ABC][12]\b|sprech\w*|spricht|sprache\w*|fließend|muttersprach\w*|parl[ea]\w*|langues?"
    r"|couramment|habla\w*|idiomas?|fala\w*|línguas?|lingua|lingue|spreek\w*|spreekt|taal|talen|vloeiend)\b"
    r"|\w-speak(?:er|ing)",
    re.IGNORECASE,
)
#: "Your French is not strong enough", "the floor works in Polish": the name where a tongue is meant.
_AS_A_TONGUE = (
    re.compile(
        r"\b(?:your|her|his|their|my|no|good|business|written|working|learn(?:ed|ing)?|votre|ihr|ihre?m?|su|seu|suo|uw|je)\s+$",
        re.I,
    ),
    re.compile(
        r"^\s*(?:$|[.,;:!?)”\"]|(?:is|was|isn|wasn|and|or|but|not|at|from|well|skills?|every|each|with|to|all|daily|there|throughout)\b)"
    ),
)
#: "German, Dutch and French markets": the last of a row names what all of them describe.
_OF_A_THING = re.compile(
    r"(?:(?:,|,? (?:and|or)) (?!and\b|or\b)[A-Z]\w+)+ (?!and\b|or\b|at\b|with\b|from\b|is\b|to\b|every\b|well\b)[a-z]"
)
_IN = re.compile(r"\b(?:in|auf|en|em|op het)\s+$", re.IGNORECASE)
#: Words for one's own tongue that need no name: "the language of the floor".
_NO_NAME = re.compile(
    r"\b(?:(?:local|same|their|our) language|language (?:skills?|barrier|of)|interpreter)\b",
    re.IGNORECASE,
)

_PAPER = re.compile(
    r"\b(?:driving licen[cs]e|licen[cs]e[ds]?|degrees?|diplomas?|doctorate|ph\.?d|mba|bachelor\w*|master[’']?s"
    r"|certificat\w+|certified|chartered|accredited|führerschein|studium|hochschulabschluss|zertifikat|permis de conduire"
    r"|diplôme|titulación|carnet|licenciatura|laurea|patente|rijbewijs)\b",
    re.IGNORECASE,
)
#: A paper of the firm's is a matter of work; one that a person must hold is a demand.
_OF_THE_FIRM = re.compile(
    r"\b(?:our|its|the (?:site|plant|firm|company)[’']s)\s+(?:\w+\s+)?$", re.I
)
_DEMANDS = re.compile(
    r"\b(?:you|your|some(?:one|body)|any(?:one|body)|a person|candidates?|need\w*|requir\w*|must|looking for|lack\w*|miss\w*"
    r"|without|hold\w*|no)\b|\b(?:sie|ihnen|vous|usted|você|lei|u|braucht|brauchen|faut)\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\b(?P<said>citizen\w*|nationals?|nationality|passport|visa|work permit|residence permit|right to work|security clearance"
    r"|sponsor\w*|green card|staatsangehörig\w*|staatsbürger\w*|arbeitserlaubnis|nationalité|permis de travail|nacionalidad"
    r"|permiso de trabajo|nacionalidade|cittadinanza|permesso di lavoro|werkvergunning)\b",
    re.IGNORECASE,
)
_TRADE = r"(?P<trade>[^.;:!?]{2,60})"
_NUMBER = r"(?:\d+\+?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|many|more|some|several|enough|the)"
_YEARS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NUMBER} (?:full |good |long )?years[’']?(?: of experience)? in {_TRADE}",
        r"\b(?:has|had|have|who|and) (?:\w+ )?(?:run|ran|made|built|worked|sold|done|been) "
        r"(?:in |with |on |around )?(?P<trade>[^.;:!?,]{2,40}?) (?:all|most of) (?:his|her|their) (?:working )?(?:life|career)",
        rf"\b(?:all|most of) (?:his|her|their) (?:working )?(?:life|career) (?:in|with|on|among) {_TRADE}",
        rf"\b(?:came|come|comes|coming|risen|rose) (?:up )?through (?:the )?{_TRADE}",
        rf"\b(?:grew up|grown up|spent (?:his|her|their|a) (?:whole |working )?(?:life|career|lifetime)) (?:in|with|on) {_TRADE}",
        rf"\b(?:a career|a lifetime|a background) (?:in|with) {_TRADE}",
        r"\b(?:from|out of|within|inside|in) (?:the |our |this )?(?P<trade>[\w-]+(?: [\w-]+)?) (?:industry|sector|trade)\b",
        r"\bnever (?:yet )?worked (?:in|for) (?:the |a |an )?(?P<trade>[\w-]+(?: [\w-]+)?)",
        r"\b(?P<trade>[\w-]+) (?:industry|sector) (?:experience|background|knowledge)\b",
    )
)
#: What the user has been for years is no demand of years.
_OWN_YEARS = re.compile(
    r"\byou(?:[’']ve| have| had| were)?\s+(?:only |just |now )?(?:spent|been|stayed|worked|had|led|run)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:you live|lives? (?:in|near|within)|living in|relocat\w*|commut\w*|(?:be|is|are|were|somebody|someone) based in|move (?:house|to)"
    r"|(?:some|any)(?:one|body) local|too far (?:away|from)|on the doorstep|umzieh\w*|umzug|déménag\w*|mudar-se|trasfer\w*|verhuiz\w*)\b",
    re.IGNORECASE,
)
_LARGE = re.compile(r"(?:in|near|to|from|within)\s+((?-i:[A-ZÀ-Þ])[\w’-]+)")
_LIVES = re.compile(
    r"\b(?:relocat\w*|moved? (?:house|to|my)|liv(?:e|ed|es|ing) (?:in|near)|commut\w*)\b", re.I
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: What stands in a phrase of a trade or a paper and names none.
_NO_SUBJECT = frozenset(
    re.findall(
        r"\w+",
        """
    a an the and or of in on at for to with from by as is was has had have his her their its our
    your my this that such same other another who which he she they it you we not no any some
    all most more very quite own whole lot life career business industry sector trade field firm
    company role job work working experience background kind similar relevant recent good full
    proper formal university recognised valid current required needed need hold holds somebody
    someone anybody person people candidate candidates looking must years year one here there
    also then than but so if when where first last new line lines
    """,
    )
)


@lru_cache(maxsize=4096)
def demands(quote: str) -> tuple[Demand, ...]:
    """What they ask for in these words that only itself can show; () for all that work can answer."""
    found = [Demand(Thing.LANGUAGE, frozenset([one])) for one in sorted(tongues(quote))]
    if not found and _NO_NAME.search(quote):
        found.append(Demand(Thing.LANGUAGE))
    found += _papers(quote)
    found += [
        Demand(Thing.RIGHT, frozenset([hit["said"].casefold()[:6]]))
        for hit in _RIGHT.finditer(quote)
    ]
    found += _years(quote)
    if _PLACE.search(quote):
        found.append(
            Demand(Thing.PLACE, frozenset(one.casefold() for one in _LARGE.findall(quote)))
        )
    return tuple(dict.fromkeys(found))


def shows(text: str, demand: Demand) -> bool:
    """Whether a text shows that very thing, and not only good work beside it."""
    if demand.thing is Thing.LANGUAGE:
        spoken = tongues(text)
        return demand.words <= spoken if demand.words else bool(spoken)
    said = {root(word) for word in _WORD.findall(text.casefold())}
    if demand.thing is Thing.PLACE:
        return _LIVES.search(text) is not None and all(root(one) in said for one in demand.words)
    if demand.thing is Thing.RIGHT:
        return any(hit["said"].casefold()[:6] in demand.words for hit in _RIGHT.finditer(text))
    if demand.thing is Thing.PAPER:
        return _PAPER.search(text) is not None and demand.words <= said
    return bool(demand.words & said)


def meets(text: str, quote: str) -> bool:
    """Whether a text may answer these words: it shows every such thing they name, or they name none."""
    return all(shows(text, one) for one in demands(quote))


def tongues(text: str) -> frozenset[str]:
    """The languages that are meant as spoken ones; the Norwegian market and a French customer are none."""
    found = set()
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        speaking = _SPEAKING.search(sentence) is not None
        for hit in _LANGUAGE.finditer(sentence):
            if hit[0][:1].islower() and _SMALL_IS_OTHER.match(hit[0]):
                continue
            before, after = sentence[: hit.start()], sentence[hit.end() :]
            ends = _AS_A_TONGUE[1].search(after) is not None and not _OF_A_THING.match(after)
            as_one = ends and bool(_AS_A_TONGUE[0].search(before) or _IN.search(before))
            if as_one or (speaking and (ends or _near(before, after))):
                found.add(str(hit.lastgroup))
    return frozenset(found)


def _near(before: str, after: str) -> bool:
    """Whether it is said of speaking itself: "speaks only Danish to them", "Danish-speaking"."""
    last, first = before.split()[-3:], after.split()[:2]
    return _SPEAKING.search(" ".join(last)) is not None or (
        _SPEAKING.search(" ".join(first)) is not None or after.lower().startswith("-speak")
    )


def _papers(quote: str) -> list[Demand]:
    if not _DEMANDS.search(quote):
        return []
    found = []
    for hit in _PAPER.finditer(quote):
        before, after = quote[: hit.start()], quote[hit.end() :]
        if _OF_THE_FIRM.search(before):
            continue
        kept = _subject(" ".join(before.split()[-2:]))
        of = re.match(r"\s+(?:in|of|for|as)\s+(?:an? |the )?([\w-]+)", after)
        kept |= _subject(of[1]) if of else frozenset()
        found.append(Demand(Thing.PAPER, kept))
    return found


def _years(quote: str) -> list[Demand]:
    if _OWN_YEARS.search(quote) and not re.search(r"\b(?:never|not|n[’']t)\b", quote):
        return []
    for pattern in _YEARS:
        hit = pattern.search(quote)
        if hit is None:
            continue
        # The trade stands first in its clause; what comes after the comma is another matter.
        kept = _subject(re.split(r",|\b(?:and|but|who|which|that)\b", hit["trade"])[0])
        if kept:
            return [Demand(Thing.YEARS, kept)]
    return []


def _subject(phrase: str) -> frozenset[str]:
    words = _WORD.findall(phrase.casefold())
    return frozenset(root(word) for word in words if word not in _NO_SUBJECT and len(word) > 1)


def root(word: str) -> str:
    """A rough root, so that "ceramic" is found in "ceramics"."""
    for end in ("ies", "s"):
        if word.endswith(end) and not word.endswith("ss") and len(word) - len(end) >= 3:
            return word[: -len(end)] + ("y" if end == "ies" else "")
    return word
