"""Whom a mail says to have decided, to decide yet, or to have felt what decided it."""

from __future__ import annotations

import re

from afterword.reading.company.spelling import fold
from afterword.reading.people.nobody import NOBODY
from afterword.reading.role.words import is_head
from afterword.reading.view import rule, view
from afterword.terms import Part, PersonSeen

_CAP = r"(?-i:[A-ZÄÖÜÉÈÁÍÓÚÑÇŁŠŽ])[\w'’-]{2,20}"
_TITLED = r"(?:(?:dr|prof|mag|ing|dott|dott\.ssa|dra)\. ){0,2}"
#: A form of address makes one name enough, in the languages that write with it.
_ADDRESSED = rf"\b(?:herrn?|frau|monsieur|madame|m\.|mme|señora?|sra?\.|don|doña|de heer|mevrouw|dhr\.|mevr\.|(?:o )?senhor|(?:a )?senhora|signora?|mr\.?|mrs\.?|ms\.?) {_TITLED}(?P<who>{_CAP}(?:\x20{_CAP}){{0,2}})"
_WHO = rf"(?<![\w@.-])(?P<who>{_CAP}(?:\x20{_CAP}){{0,2}})"
_UPTO = r"(?:,? (?!nicht\b)[\w'’äöüß-]{1,20}){0,8}?,? "
#: Who decides, has decided or preferred somebody: theirs is the say.
_DECIDES = (
    rf"{_WHO} (?:(?:has|had|have|will|would like to|wants to|is going to|and \w{{2,14}} will) )?(?:decide[sd]?|preferred|favou?red|chose|chosen|makes? the (?:final )?decision|has the (?:final|last) (?:say|word))\b",
    rf"{_ADDRESSED}{_UPTO}(?:entscheide\w{{0,2}}|entschied\w{{0,3}}|vorgezogen|bevorzug\w{{1,3}}|décid\w{{1,6}}|tranch\w{{1,5}}|préfér\w{{1,5}}|decid\w{{1,6}}|prefiri\w{{1,3}}|prefier\w{{1,3}}|prefer(?:í|ido|ita)\w{{0,3}}|beslis\w{{1,5}}|besl(?:oot|oten)|verko\w{{1,4}}|decis[ao]|deciderà|preferit[oa])\b",
)
#: Who felt or thought what was then decided: heard, and no more is known of their part.
_FELT = (
    rf"{_WHO} (?:(?:has|had|both|rather|really|always) )?(?:felt|thought|found|worried|feared|was (?:not |un)?(?:sure|convinced|concerned|worried|impressed))\b",
    rf"{_ADDRESSED}{_UPTO}(?:fand|meinte|befürchtete|hielt|trouv\w{{1,4}}|estim\w{{1,4}}|craign\w{{1,4}}|consider\w{{1,3}}|pens\w{{1,4}}|vond|dacht|achou|riten\w{{1,4}}|trov\w{{1,4}})\b",
)
#: What begins a sentence with a capital and is nobody's name.
_NO_NAME = rule(
    r"^(?:we|i|he|she|they|you|it|who|what|that|this|these|those|and|but|so|when|as|if|because|although|while|then|there|also|however|everyone|everybody|nobody|noone|someone|somebody|anyone|people|others|both|all|most|many|some|none|one|each|neither|either|management|finance|hr|operations|sales|marketing|leadership|unfortunately|ultimately|finally|overall|personally|honestly|clearly|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|not|never|had|has|have|our|your|my|their|his|her|the|a|an|dear|hi|hello|hey|after|before|in|on|at|for|with|really|just|always|candidate|candidates|team|teams|board|panel|committee|company|client|group|council|department)\b",
)


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Departments, parts of the world and of a firm: what bears such a word decides, and is nobody.
_HOUSES = _listed(
    """
    finance accounting accounts legal procurement purchasing supply chain engineering product sales
    marketing commercial corporate customer success public affairs communications business strategy
    innovation acquisition leadership executive steering advisory governing senior upper middle higher
    hiring regional central local national international global united general standard first head

    european american british french german italian spanish dutch swiss nordic deutsche asian african
    america europe asia africa australia canada france germany britain england scotland ireland wales
    spain italy portugal austria switzerland netherlands belgium poland india china japan brazil mexico
    states kingdom emirates republic government parliament congress senate faculty campus zone country

    company companies client clients customer customers partner partners brothers bros works worldwide
    new san sao são los las santa santo saint st sankt bad north south east west northern southern
    eastern western upper lower great greater rio hong kuala abu tel cape port fort mount lake salt
    baton buenos belo porto phnom johor petaling addis dar novi cebu quezon chiang haag
    valley coast bay beach hills springs island islands county town borough village harbour harbor
    """
)
#: What stands before a firm, a town or an office and before no name: "the", "at", "their client".
_OF_A_HOUSE = r"\b(?:the|our|your|their|this|that|at|in|near|joining?|joined|company|firm|client|clients|group|die|der|das|bei|beim|chez|à|la|en|bij|het|em|na|no|presso) (?:the )?"

#: Whom they chose: firms decide on posts, budgets and sites as well.
_ABOUT_PEOPLE = rule(
    r"^(?:makes?|has the|felt|thought|found|worried|feared|was)\b|^\w+[^.!?\n]{0,80}?\b(?:somebody|someone|anyone|another|else|others?|candidates?|applicants?|persons?|people|colleagues?|you|your|him|her|them|internal(?:ly)?|against|in favou?r|between|who|whom|one of|yet|later|tomorrow|by (?:the end|next|mon|tue|wed|thu|fri)\w*|next week|this week)\b"
)


def _is_a_house(name: str, seen: str) -> bool:
    """Whether what decided is a firm, a town or an office by its words, or by where else it stands."""
    words = [fold(word) for word in name.split()]
    if any(word in NOBODY or word in _HOUSES for word in words):
        return True
    if any(word.isupper() for word in name.split()):
        return True
    same = " ".join(map(re.escape, name.split()))
    return rule(rf"{_OF_A_HOUSE}{same}\b").search(seen) is not None


def _of_people(found: re.Match[str], seen: str) -> bool:
    """Whether the clause from its verb on is about somebody, not about a site or a budget."""
    said = rule(r"\b(?:decide|prefer|favou?r|chose|makes?\b|has the|felt|thought|found|worried|feared|was\b)").search(seen, found.end("who"), found.end())  # fmt: skip
    return said is not None and _ABOUT_PEOPLE.search(seen[said.start() :][:160]) is not None


def deciders(body: str) -> list[tuple[PersonSeen, bool]]:
    """The people whose decision or judgement of the user a mail tells, and whether they surely are people.

    One bare name before "decided" is as often a firm's or a town's, and so are two with a word in
    them that houses and places bear; such a name says who only of somebody known.
    """
    seen = view(body[:6000])
    out: dict[str, tuple[PersonSeen, bool]] = {}
    for part, patterns in ((Part.DECISION_MAKER, _DECIDES), (Part.UNKNOWN, _FELT)):
        for pattern in patterns:
            for found in rule(pattern).finditer(seen):
                name = " ".join(body[found.start("who") : found.end("who")].split())
                if _NO_NAME.search(name) or any(map(is_head, name.split())):
                    continue
                sure = pattern.startswith(_ADDRESSED) or (
                    " " in name and not _is_a_house(name, seen) and _of_people(found, seen)
                )
                out.setdefault(name.casefold(), (PersonSeen(name, "", part), sure))
    return list(out.values())[:4]
