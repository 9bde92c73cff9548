"""A house's own word that it takes nobody on, or lets people go.

Adverts that vanish may be a bad night of the board; a house that says why makes them a loss at once.
So the word has to be theirs, of themselves and of now: what they did not do, what is over, what other
houses did, and things that are let go or stand redundant are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from afterword.terms import FeedItem

#: So long it explains what is missing on the board.
SAID_FOR = timedelta(days=28)
_COUNT = (
    r"\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|(?:a |one |two )?hundreds?|half|(?:a |one )?(?:third|quarter|fifth)|dozens?|many|several|some|most"
)
#: Who can be let go: people by any name, and by trade ("thirty weavers") where they are counted.
_FOLK = r"(?:people|colleagues?|staff|employees?|workers?|workforce|team|teams|crews?|members?|men|women|hands|everyone|everybody|us|posts?|jobs?|roles?|positions?)"
_TRADE = (
    r"(?!(?:comput|print|rout|serv|scoot|trail|contain|pap|numb|lett|ord|custom|tow)ers\b)"
    r"\w+(?:ers|ors|ists|ians|ants|eers|smiths|wrights)"
)
_PEOPLE = rf"(?:(?:[\w%-]+ ){{0,4}}{_FOLK}|(?:{_COUNT}) (?:\w+ ){{0,3}}{_TRADE})\b"
_PUT_OFF = (
    r"stop(?:s|ped|ping)?|paus(?:e|es|ed|ing)|froze|frozen|freez(?:e|es|ing)"
    r"|suspend(?:s|ed|ing)?|halt(?:s|ed|ing)?"
)
#: Hiring "by gut" or "for fit" that has stopped is a way of hiring, and no end of it.
_A_WAY = r"(?! (?:by|through|via|like|based|on (?:gut|instinct|paper)|for (?:\w+ )?(?:fit|degrees?|pedigree|skills?|potential|attitude|experience|titles?))\b)(?! managers?\b)"
_HARD = re.compile(
    r"\b(?:lay-?offs?|laid off|(?:lay|laying|lays) off"
    rf"|(?:let|letting|lets) {_PEOPLE} go(?=\s*[.,;:!?)]|\s*$|\s+(?:today|this|next|last|from|in|at|on|by|and|as|because|with|after|to (?:survive|save))\b)"
    rf"|(?:let|letting) go (?:of )?{_PEOPLE}|(?:were|was|been|being|are) let go\b"
    rf"|said goodbye to (?:about |some )?(?:{_COUNT}) (?:of )?(?:[\w-]+ ){{0,3}}(?:{_FOLK}|{_TRADE})\b"
    rf"|(?:{_PUT_OFF}) (?:[\w-]+ ){{0,3}}(?:hiring|recruit(?:ing|ment))\b{_A_WAY}"
    r"|(?:hiring|recruitment|recruiting) (?:is|has been|was|will be|stays|remains) (?:\w+ )?(?:paused|stopped|frozen|suspended|halted|on hold)"
    r"|(?:hiring|recruitment) (?:freeze|stop|pause)|job cuts|short[- ]time work"
    rf"|(?:made|make|making|become|became|declare[ds]?) (?:[\w-]+ ){{0,3}}{_FOLK} (?:\w+ ){{0,2}}redundant"
    rf"|{_FOLK} (?:\w+ ){{0,4}}(?:made|become|became) redundant|(?:risk of|voluntary|compulsory|collective) redundanc(?:y|ies)|redundancies"
    r"|stellenabbau\w*|einstellungs(?:stopp|pause)|(?:massen)?entlassungen(?! aus)|betriebsbedingte\w* kündigung\w*|kurzarbeit"
    rf"|(?:\d+|{_COUNT}|zehn|zwanzig|dreißig|vierzig|fünfzig|hundert) (?:\w+ )?kündigungen|kündigungen (?:aus\w+|für|gegen|an mitarb\w+)"
    r"|stell(?:en|t) (?:\w+ ){0,3}(?:niemand\w*|nicht mehr|keine \w+(?: \w+)?) ein"
    r"|(?:arrêt|gel|suspension) (?:immédiat )?(?:des|de tous les|du) (?:recrutement|embauche)s?|suppressions? de postes?|plan (?:social|de sauvegarde)"
    r"|licenciements?|chômage partiel|recrutements? (?:est|sont) (?:suspendu|gelé|arrêté)\w*"
    r"|vacaturestop|personeelsstop|ontslag(?:ronde|golf)|collectief ontslag|ontslagen(?! uit (?:het|een) (?:zieken|hospi))|ontslag (?:voor|van) (?:\d+|\w+ig|tien|honderd)\b"
    r"|geen nieuwe (?:mensen|collega's|medewerkers)|banen (?:verdwijnen|schrappen)|schrapt [\w.]+ banen"
    r"|despidos|despido colectivo|(?-i:ERT?E)|(?:congela|suspende|paraliza)\w* (?:\w+ ){0,2}contrataci\w+"
    r"|despedimentos|despedimento cole[c]?tivo|(?:congela|suspende)\w* (?:\w+ ){0,2}(?:recrutamento|contrataç)\w*"
    r"|esuberi|licenziamenti|cassa integrazione|blocco delle assunzioni"
    r"|ansættelsesstop|fyring(?:er|srund\w+)|anställningsstopp|ansettelsesstopp|nedbemann\w+|permitter(?:t|te|er|es|as|ade|ing\w*)"
    r"|uppsägningar(?! av (?:avtal|abonnemang|konto))"
    r"|varsel(?= (?:för|om|til) (?:\d+|\w+ (?:\w+ )?(?:anställda|medarbetare|tjänster|jobb|ansatte)|tio|tjugo|trettio|fyrtio|femtio|hundra|uppsäg\w+|oppsig\w+|nedbem\w+|permit\w+)))\b",
    re.IGNORECASE,
)
_NO = (
    r"not|n[’']t|never|without|none|nobody|no one|avoid(?:s|ed|ing)?|prevent\w*|instead of|rather than|unlike|refus\w+|spared?"
    r"|nicht|kein\w*|ohne|niemals|pas|aucune?s?|sans|jamais|ni|sin|nunca|ningun\w*|ningún|não|sem|nenhum\w*|non|senza|nessun\w*"
    r"|niet|geen|zonder|nooit|ikke|ingen|uden|uten|aldri|inte|utan|aldrig|inga"
)
#: They did not, in the same clause; "no" before a capital is Portuguese for "in the".
_DENIED = re.compile(
    rf"(?:\b(?:{_NO})\b|n[’']t\b|\bno\b(?!\s(?-i:[A-ZÀ-Ý]))(?! (?:norte|sul|país|grupo|setor|mercado|ano|mês)\b))",
    re.IGNORECASE,
)
#: What holds a word of no, and takes nothing back.
_ALL_THE_SAME = re.compile(
    r"\b(?:no (?:other )?(?:choice|way|alternative|option)|not only|not just|"
    r"(?:not|n[’']t|unable to|no longer) (?:\w+ )?(?:avoid|prevent|spare)\w*|nicht nur|nicht (?:zu )?(?:vermeid\w+|verhinder\w+)|non seulement|no solo|niet alleen)\b"
    r"|(?:n[’']t|cannot|can not) (?:avoid|prevent|spare)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:–—()]|\s(?:and|but|so|because|while|und|aber|denn|et|mais|y|pero|e|mas|ma|en|maar|og|och|men)\s",
    re.IGNORECASE,
)
#: It is past, it is another house's, or it is told for those who read about it.
_ELSEWHERE = re.compile(
    r"\b(?:(?:is|are|was|now|finally) (?:over|lifted|ended|behind us)|(?:lift(?:s|ed|ing)?|end(?:s|ed)|unfreez\w+) (?:\w+ ){0,2}(?:hiring|recruitment|freeze|stop|pause)"
    r"|(?:freeze|stop|pause|work) (?:has )?(?:ends?|ended|lifted)|(?:are|we[’']re|now) hiring again"
    r"|aufgehoben|beendet|vorbei|levée?s?|terminée?s?|opgeheven|beëindigd|levantad[oa]|revocat[oa]|ophævet|opphevet|upphävt"
    r"|elsewhere|(?:other|rival|neighbouring) (?:firms?|compan\w+|houses?|employers?|startups?)|competitors?|(?:across|in) (?:the|our) (?:\w+ )?(?:industry|sector)"
    r"|(?:people|those|anyone|workers|talent|everyone|colleagues) (?:who |that )?(?:(?:were|was|have been|has been|got|are) )?(?:\w+ )?laid off (?:by|at|from|elsewhere)"
    r"|help\w* (?:\w+ ){0,3}(?:laid off|made redundant)|(?:guide|webinar|podcast|handbook)|your (?:team|staff|company|business|workforce)"
    r"|retir(?:e|es|ed|ing|ement)|pension\w*)\b",
    re.IGNORECASE,
)
#: A plain order, a piece of advice, a question: none of them says what the house does.
_ADVICE = re.compile(
    r"^\W*(?:(?:please |just )?(?:stop|pause|freeze|halt|suspend) (?!(?:on|of|in|to)\b)(?:[\w-]+ ){0,3}(?:hiring|recruit)"
    r"|(?:how|when|whether|why) (?:to|not to|you)\b|should you\b|you should\b)",
    re.IGNORECASE,
)
#: Things that stand doubled so that one may fail.
_DOUBLED = re.compile(
    r"\b(?:power|network|data|servers?|backups?|cables?|code|pipelines?|storage|links?|pumps?|sensors?|safety|process(?:es)?|systems?)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b(?:{_COUNT}) (?:\w+ )?redundancies\b|\b{_FOLK}\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_YEAR = re.compile(r"\b20\d\d\b")


def is_hard(item: FeedItem) -> bool:
    """Whether this item says that they take nobody on, or let people go."""
    said = (item.title, *_SENTENCE.split(item.text[:2000]))
    return any(_says_so(" ".join(one.split()), item.at) for one in said)


def _says_so(sentence: str, at: datetime | None) -> bool:
    if sentence.endswith("?") or _ADVICE.search(sentence) or _is_past(sentence, at):
        return False
    if _ELSEWHERE.search(sentence):
        return False
    for hit in _HARD.finditer(sentence):
        before = _CLAUSE.split(sentence[: hit.start()])[-1]
        denied = _DENIED.search(before) and not _ALL_THE_SAME.search(f"{before}{hit.group()}")
        of_things = (
            hit.group().casefold() == "redundancies"
            and _DOUBLED.search(sentence)
            and not _COUNTED.search(sentence)
        )
        if not denied and not of_things:
            return True
    return False


def _is_past(sentence: str, at: datetime | None) -> bool:
    """Whether it tells of a year that was over when they wrote; of the last one still in its first weeks."""
    years = [int(one) for one in _YEAR.findall(sentence)]
    if not years or at is None:
        return False
    return max(years) < (at - timedelta(days=60)).year


def hard_times(items: Iterable[FeedItem], now: datetime) -> bool:
    """Whether they said so of late."""
    return any(
        item.at is not None and now - SAID_FOR <= item.at <= now and is_hard(item) for item in items
    )
