"""In what mood a phrase is said: only what is asserted about this person counts.

The commonest wrong verdicts are conditionals in acknowledgements ("if you are not
selected", "should your profile match"), not missing phrases (data README; field 3.4).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from afterword.reading.view import rule


class Mood(StrEnum):
    ASSERTED = "asserted"
    CONDITIONAL = "conditional"
    #: hangs only on the reader's wish ("if you are interested, ...")
    POLITE = "polite"
    NEGATED = "negated"
    OTHERS = "others"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Moods:
    """One language's signs of mood; all are searched inside one sentence only."""

    #: opens a condition that governs the rest of its stretch: "if", "should you"
    opens: str
    #: an opening that is only good manners, matched where `opens` matched
    polite: str
    #: a condition standing behind the statement: "... if", "... unless"
    trails: str
    #: a time not yet come; governs only up to the next comma: "once", "until"
    until: str
    #: makes the statement a possibility: "may", "might"
    maybe: str
    #: "not" right before a phrase
    negator: str
    #: a subject just before the statement that is other people: "candidates who"
    others: str
    #: the sentence tells of somebody's own search: "they turned me down"
    told: str
    #: starts a fresh stretch that an earlier condition does not govern
    fresh: str
    #: a statement made in a tense that a trailing "if" cannot undo
    settled: str
    #: a "not" that only waits: "cannot proceed until you upload"
    waits: str = r"\b(?:until|till|without|bis|jusqu'à|hasta que|até que|totdat|finché)\b"


EN = Moods(
    opens=(
        r"(?:^|[,;:(\u2013] ?|\b(?:and|but|or|that|please|note|while|though|however,?|so|know) )"
        r"(?:even )?(?:if\b(?! only)(?! you(?:'d| would| do)? (?:like|want|wish|have any|need any) (?:feedback|questions|to discuss|to talk|any))|in case\b|in the event\b|should (?:you|we|your|our|the|this|that|it|there|any|things|anything|a|an|he|she|they|at|no|circumstances)\b|"
        r"whether\b|assuming\b|provided\b|suppos(?:e|ing)\b|unless\b|had (?:you|we)\b|only (?:if|when|those|the|candidates|applicants|shortlisted|successful|selected|short-listed)\b|"
        r"were (?:you|we) to\b|depending on\b|otherwise\b)|\bif you (?:are|were|have|do|don't|haven't|aren't|did|didn't|hear|receive|should)\b|\bif (?:we|your|there|the|this|it|selected|successful|not|unsuccessful|shortlisted|chosen|a|an|our)\b|\bwhether or not\b"
    ),
    polite=r"[,;:(\u2013]? ?(?:and |but |or |that |please |so )?(?:even )?if (?:you(?:'re| are|'d| would)?(?: (?:be|still|also|currently|at all|perhaps|like|to))* (?:interested|available|open|free|happy|keen|like|want|wish|willing|learn|discuss|talk|proceed|need|have any)|that works|this (?:works|suits|sounds|is of|interests)|so\b|convenient|possible|none of|any of)",
    trails=r"\b(?:if|unless|in case|in the event|should (?:you|we|your|the|this|there|things)|whether|provided)\b",
    until=r"\b(?:once|until|till|when(?:ever)?|as soon as|before|after which)\b",
    maybe=r"\b(?:may|might|could|can) (?:be|have|not|also|already|still|sometimes|choose|decide|find|then|well|result|cause)\b|\b(?:may|might)\b|\bassume\b|\blikely to\b|\bpossib(?:le|ility)\b|\bsometimes\b|\boften\b|\bgenerally\b|\btypically\b|\bin general\b|\busually\b",
    negator=r"(?:\bnot|n't|\bnever|\bno longer|\bwithout|\bunable to|\bcannot|\brather than|\binstead of|\bisn't|\baren't|\bnot yet)(?: (?:yet|been|be|to|able|going|currently|in|a|the|have|any|position|moving|looking|able to|extend|it))*(?: [\w']{1,14})?\s{0,8}$",
    others=(
        r"\b(?:candidates?|applicants?|people|those|anyone|everyone|persons?|individuals|someone) (?:who(?:se)?|that|whom|not|are|is|were|was|will|we (?:do|are|choose))\b(?: (?!and\b|but\b)[\w'-]{1,14}){0,6} ?$"
        r"|\b(?:unsuccessful|every|each|most|many|some|all) (?:\w{1,14} )?(?:candidates?|applicants?|applications?|people|person)\b(?: (?!and\b|but\b)[\w'-]{1,14}){0,4} ?$"
        r"|\b(?:my|your|her|his|their) (?:friend|sister|brother|wife|husband|son|daughter|cousin|colleague|boss|partner|mate|flatmate|roommate)\b[^.;]{0,60}$|\b(?:he|she)(?:'s| is| was| had| has| got)?\b(?: (?!and\b|but\b)[\w'-]{1,14}){0,5} ?$"
        r"|\byou(?:'ve| have| had)?(?: [\w'-]{1,12}){0,2} (?:decided|chosen|chose|opted|elected|prefer(?:red)?|wish(?:ed)?|want(?:ed)?)\b[^.;]{0,60}$"
    ),
    told=(
        r"\b(?:told|informed|rejected|turned|dumped|ghosted|dropped|refused|declined|sacked|fired|emailed|rang) me\b"
        r"|\b(?:i|i've|i just|i've just|i have just) (?:was |been |have |just |also |only |never |recently |got |been )*(?:rejected|turned down|unsuccessful|passed over|laid off|let go|made redundant|ghosted|heard back)\b"
        r"|\bi (?:didn't|did not) (?:get|make)\b|\bmy (?:own )?(?:interview|last (?:job|interview|application)|friend|sister|brother|cousin|flatmate)\b(?! (?:in|with you))"
        r"|\b(?:he|she) (?:was|wasn't|got|has been) (?:not |n't |also |just )?(?:rejected|turned|selected|told|chosen|successful)\b|\b(?:he|she|they) (?:said|told|says|wrote|went with|didn't get|got rejected|never)\b"
    ),
    fresh=r"[;\u2013]|\bbut\b|\bhowever\b|\bunfortunately\b|\bregret|\bthat said\b|\bsadly\b|\byet\b|, we (?:have|are|won't|will not|regret)\b|, and (?:we|i)\b",
    settled=r"\b(?:have|has|had|was|were|did|didn't|decided|chose|chosen|selected|filled|went|been|is|are|'ve|'s)\b",
)


#: A "not" swallowed by a gap of the rule itself, in any of the read languages.
_INNER_NOT = re.compile(
    r"\b(?:not|unable|cannot|nicht|kein\w*|pas|não|niet|geen)\b|n't\b", re.IGNORECASE
)


def mood_of(sentence: str, start: int, end: int, moods: Moods, *, polar: bool) -> Mood:
    """How the words at [start:end) of this sentence are meant."""
    before = sentence[:start]
    after = sentence[end:]
    said = sentence[start:end]
    fresh = _last_end(rule(moods.fresh), before, default=0)
    if before.count('"') % 2 == 1:  # somebody's words repeated, not said
        return Mood.OTHERS
    if rule(moods.others).search(before[-90:]) or rule(moods.told).search(sentence):
        return Mood.OTHERS
    reach = min(len(sentence), max(end, start + 12))
    openings = list(rule(moods.opens).finditer(sentence, 0, reach))
    opening = openings[-1] if openings else None
    # a condition before a fresh stretch ("..., but") does not reach into it
    if opening and opening.start() < end and opening.start() >= fresh - 12:
        if rule(moods.polite).match(sentence, opening.start()):
            return Mood.POLITE
        return Mood.CONDITIONAL
    waiting = _last(rule(moods.until), before)
    if waiting is not None and "," not in before[waiting:] and fresh <= waiting:
        return Mood.CONDITIONAL
    if rule(moods.maybe).search(before[max(fresh, len(before) - 40) :] + said):
        return Mood.CONDITIONAL
    trailing = rule(moods.trails).search(after[:80])
    if trailing is None and polar:
        trailing = rule(moods.waits).search(after[:80])
    if (
        trailing
        and not rule(moods.settled).search(before[-25:] + said)
        and not rule(moods.fresh).search(after[: trailing.start()])
    ):
        return Mood.CONDITIONAL
    if not polar and (rule(moods.negator).search(before[-48:]) or _INNER_NOT.search(said)):
        return Mood.NEGATED
    if sentence.rstrip().endswith("?") and "," not in after and not polar:
        return Mood.QUESTION
    return Mood.ASSERTED


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    at = None
    for found in pattern.finditer(text):
        at = found.start()
    return at


def _last_end(pattern: re.Pattern[str], text: str, *, default: int) -> int:
    at = default
    for found in pattern.finditer(text):
        at = found.end()
    return at
