"""What their own words tell of how near the user was, and of who stood up for them."""

from __future__ import annotations

import re
from functools import lru_cache

#: What stands behind a number of people: people, the end, or a word that goes on about them. Behind
#: "two" may stand weeks, skills and rooms as well, and those make nobody a finalist.
_WHO = r"people|persons|candidates?|applicants?|finalists?|contenders?|names|women|men"
_OF_PEOPLE = (
    rf"(?=\s+(?:[\w-]+\s)?(?:{_WHO})\b|\s+of\s+(?:you|us|them|(?:the |our |all )?(?:[\w-]+\s)?(?:{_WHO}))\b"
    r"|\s+(?:and|but|we|who|were|was|are|is|had|have|left)\b|\s+(?:in|for)\s+(?:the|this|our)\b"
    r"|\s*[.,;:!?)\u2013\u2014\u201d\"]|\s*$)"
)
_VON_LEUTEN = (
    r"(?=\s+(?:\w+\s)?(?:leuten?|person\w*|mensch\w*|kandidat\w*|bewerb\w*|finalist\w*)\b"
    r"|\s+(?:und|aber|dabei|war\w*)\b|\s*[.,;:!?)]|\s*$)"
)
#: Each alternative a way of saying that the user stood among the last few.
_FINALIST = re.compile(
    r"\b(?:finalists?|finalistes?|finalistas?"
    rf"|(?:final|top|last|other) (?:two|three|2|3){_OF_PEOPLE}|one of (?:the )?(?:last |final )?two{_OF_PEOPLE}"
    r"|runners?-up|(?<!your )second choice|close second|neck and neck"
    # a list is the user's own only where they stand on it; "while we made the shortlist" is news of work
    r"|you(?:r name)? (?:were|was|are|had|have|made|stood|got|came|reached)\b[^.;!?]{0,40}\bshortlist"
    # "the office is very close to the station"
    r"|(?:you|it|this|that) (?:were|was|got)\s(?:\w+ ){0,2}very close(?! (?:to|by)\b)|(?:came|come) very close"
    r"|you (?:were|got)\s(?:\w+ ){0,2}very close(?= to (?:being|getting|it|the (?:job|seat|role|end)|an offer)\b)"
    r"|very close (?:call|decision|choice|race|run|thing|vote|result)"
    # A split between two seats or sites says nothing; a choice between two people does.
    rf"|between (?:the )?(?:two|three)(?= of you| (?:\w+ )?(?:{_WHO})|\s*[.,;!?]|\s*$)"
    r"|between (?:you|yourself) and (?!(?:me|us|i)\b)"
    rf"|came down to (?:the )?(?:last |final )?(?:two|three){_OF_PEOPLE}"
    r"|came down to you(?=\s+(?:and|or)\b|\s*[.,;:!?]|\s*$)"
    r"|(?:in|of) two minds (?:until|till|to|right up to) the (?:very )?(?:end|last)"
    r"|zwischen zwei(?= (?:\w+ )?(?:leuten|personen|kandidat\w+|bewerb\w+)|\s*[.,;!?]|\s*$)"
    rf"|unter den letzten (?:zwei|drei){_VON_LEUTEN}"
    r"|entre deux (?:personnes|candidat\w*|finalistes)|entre (?:dos|dois|duas) (?:candidat\w*|persona?s|pessoas)"
    r"|(?:tra|fra) due (?:candidati|persone|finalisti)|tussen twee (?:kandidaten|mensen))\b",
    re.IGNORECASE,
)
#: It was not so; "not easy", "could not decide" and "not only" take nothing back.
_NOT_SO = re.compile(
    r"(?:\b(?:not|never|neither|nor|without|nicht|kein\w*|niet|geen|pas|não|non)\b|n[’']t\b|\bno (?=finalist|runner))"
    r"(?!\s+(?:\w+ )?(?:easy|easily|hard|simple|simply|only|just|decide|choose|agree|say|separate|leicht|einfach"
    r"|nur|entscheiden|einig|facile|seulement|fácil|makkelijk)\b)",
    re.IGNORECASE,
)
#: The same, told behind it: "the shortlist does not include you".
_NOR_YOU = re.compile(
    r"^[^.;,!?]{0,12}(?:\bnot\b|n[’']t\b) (?:include|contain|have|hold)\b", re.IGNORECASE
)
_END = re.compile(r"[.;,:!?]")
#: Words of somebody inside who stands up for the user, or would have them. Whoever "wanted you to know"
#: wanted the user for nothing: behind the wish has to stand the seat, or nothing more.
_FOR_YOU = re.compile(
    r"\b(?:(?:she|he|they|i|we)(?:[’']d| would) (?:work with|hire|take|have) you (?:again|tomorrow|today|any ?(?:day|time)|at once)\b"
    r"|(?:fought|argued|spoke(?: up)?|voted|pushed|pleaded) (?:hard |strongly )?for you\b"
    r"|(?:would have|had|[’']d have) chosen you\b(?! (?:for|to) (?:an? |the |our |this )?(?:\w+ )?(?:interview|talk|round|call|chat|stage|shortlist|attend|come)\b)"
    r"|wanted you(?=\s*(?:[.;!?)\u2013\u2014\u201d\"]|$)|,\s*(?:but|and|though|yet|too|not|so)\b"
    r"|\s+(?:and|but|though|from the (?:start|beginning|first)|more|most|badly|all along|here|instead|rather)\b"
    r"|\s+for (?:the|this|that|our|it|her|his|my)\b(?!\s+(?:\w+ )?(?:interview|talk|call|chat|shortlist|record|file)\b)"
    r"|\s+(?:on|in|as) (?:(?:the|this|that|our|her|his|my) )?(?:[\w-]+ )?(?:team|crew|board|staff|seat|role|job|post|place|number one|first choice)\b"
    r"|\s+to (?:win\b|be the one\b(?! to\b)|(?:get|have|take) (?:it|(?:the|this|that) (?:job|seat|role|post|place))(?=\s*[.,;!?]|$|\s+(?:and|but)\b)"
    r"|join (?:the|our|my|his|her|their) (?:team|crew)\b|join us(?=\s*[.,;!?]|$|\s+(?:and|but)\b)))"
    r"|(?:would have|[’']d have) (?:picked|hired|taken|preferred) you\b(?! (?:for|to) (?:an? |the )?(?:\w+ )?(?:interview|talk|call|chat)\b)"
    r"|(?:thought|considered|judged|rated) (?:that )?you (?:were |to be )?(?:clearly |easily |by far )?(?:the )?(?:better|best|stronger|strongest)(?= (?:of|candidate|choice|one|person|finalist)\b|\s*[.,;:!?)]|$)"
    r"|you (?:were|are) (?:my|her|his) (?:own )?(?:first )?choice\b)",
    re.IGNORECASE,
)
#: Not all of them were against it.
_NOT_ALL = re.compile(
    r"\b(?:(?:not|far from|anything but) unanimous|\w+n[’']t unanimous|split (?:vote|panel|decision|board)"
    r"|(?:panel|board|vote|we) (?:was|were) (?:\w+ )?(?:split|divided)(?! (?:into|between the|among|over (?:two|three|several) (?:days|sites|rounds)))"
    r"|(?:by|lost by|down to) (?:one|a single) vote)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|never|not|n[’']t|if|unless)\b|n[’']t\b", re.IGNORECASE
)


@lru_cache(maxsize=1 << 16)
def tells_finalist(quote: str) -> bool:
    """Whether the words say that the user was among the last few."""
    # Every case is asked at every planning, and what they wrote hardly ever changes.
    for hit in _FINALIST.finditer(quote):
        before = _END.split(quote[: hit.start()])[-1]
        if not (_NOT_SO.search(f"{before}{hit.group()}") or _NOR_YOU.search(quote[hit.end() :])):
            return True
    return False


@lru_cache(maxsize=1 << 16)
def stands_up(quote: str) -> bool:
    """Whether somebody there stood up for the user, or would have them."""
    # "Nobody fought for you": the clause before it is looked at as well.
    return any(
        not _NOBODY.search(_END.split(quote[: hit.start()])[-1]) for hit in _FOR_YOU.finditer(quote)
    )


@lru_cache(maxsize=1 << 16)
def not_of_one_mind(quote: str) -> bool:
    """Whether those who decided were split, by their own words."""
    return _NOT_ALL.search(quote) is not None
