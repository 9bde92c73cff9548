"""How long they put something off, in their words: "by a year", "until the spring", "um ein Jahr"."""

from __future__ import annotations

import re
from datetime import date

from afterword.counsel.when import named_day

#: Words of putting off; the time belongs to them, and to nothing else that lasts.
_PUTS_OFF = re.compile(
    r"\b(?:postpon\w+|put(?:ting|s)?\b(?:\s+[\w’']+){0,4}\s+(?:off|back|on hold|on ice)|put (?=to\b)|push(?:ed|es|ing)?|delay\w*|defer\w*|mov(?:ed|es|ing)"
    r"|(?:un)?fr(?:ee|o)z\w*|on hold|on ice|paus\w+|suspend\w*|shelv\w+|wait(?:s|ing)?|h(?:e|o)ld (?:it|this|that|the \w+|back|off)"
    r"|versch(?:ieb|ob)\w*|vertag\w+|zurückgestellt|zurückstellen|auf eis|eingefroren|gestoppt|gesperrt|pausier\w+|warten"
    r"|report(?:é|er|ons|ée)\w*|repouss\w+|décal\w+|gel(?:é|er|ée|ons)\w*|suspend\w*|différ\w+|attend\w+"
    r"|aplaz\w+|pos[pt]+(?:uest|on)\w+|retras\w+|congel\w+|paraliz\w+|adia\w*|suspens\w+|rinvi\w+|rimand\w+|sospes\w+|bloccat\w+"
    r"|uitgesteld|uitstellen|verschoven|verplaatst|bevroren|stilgelegd|udskudt|udskyd\w+|utsatt|utset\w+|skutt|skjut\w+|uppskjut\w+|fryst|frosset|pausad\w*)\b",
    re.IGNORECASE,
)
#: Until then, whatever the verb: "nothing before March", "bis zum Frühjahr".
_UNTIL = re.compile(
    r"\b(?:(?:not|nothing|nobody|no one) (?:\w+ ){0,4}before|until|till|to next|into|nicht vor|erst|frühestens|bis(?: zu[mr]| ins?)?|pas avant|jusqu(?:[’']?(?:au|en|à))?|hasta|no antes de"
    r"|até|não antes de|fino a[l]?|non prima di|tot|niet voor|indtil|inntil|ikke før|inte före)\b",
    re.IGNORECASE,
)
#: "Paused after two years of it": so long it had gone on.
_AFTERWARDS = re.compile(
    r"\s+(?:after|following|nach|après|después de|depois de|dopo|na)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[.!?;:()]\s*|,\s+|\s+(?:and|but|because|since|und|aber|weil|et(?! (?:år|halvt)\b)|mais|car|y|pero|porque|mas|ma|perché|maar|omdat|og|och|men)\s+",
    re.IGNORECASE,
)


def put_off_until(words: str, said: date) -> date | None:
    """The day to which these words of that day put it off; None where they name no time."""
    clauses = [one for one in _CLAUSE.split(words) if one]
    for looks in (_PUTS_OFF, _UNTIL):
        for clause in clauses:
            for hit in looks.finditer(clause):
                if _AFTERWARDS.match(clause, hit.end()):
                    continue
                # German and Dutch say first how long, and what is put off last
                day = named_day(clause[hit.end() :], said) or (
                    named_day(clause[: hit.start()], said) if looks is _PUTS_OFF else None
                )
                if day is not None and day > said:
                    return day
    return None
