"""Whom a mail says to have decided, to decide yet, or to have felt what decided it."""

from __future__ import annotations

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


def deciders(body: str) -> list[tuple[PersonSeen, bool]]:
    """The people whose decision or judgement of the user a mail tells, and whether they surely are people.

    One bare name before "decided" is as often a firm's or a town's; it says who only of somebody known.
    """
    seen = view(body[:6000])
    out: dict[str, tuple[PersonSeen, bool]] = {}
    for part, patterns in ((Part.DECISION_MAKER, _DECIDES), (Part.UNKNOWN, _FELT)):
        for pattern in patterns:
            for found in rule(pattern).finditer(seen):
                name = " ".join(body[found.start("who") : found.end("who")].split())
                if _NO_NAME.search(name) or any(map(is_head, name.split())):
                    continue
                sure = pattern.startswith(_ADDRESSED) or " " in name
                out.setdefault(name.casefold(), (PersonSeen(name, "", part), sure))
    return list(out.values())[:4]
