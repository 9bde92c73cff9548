"""What a mail of theirs offers the user in person: who would do it, what it is, and nothing nearly like it.

To say yes to what nobody offered is the worst a letter can do. So an offer is read as a whole: somebody
who would do it now or later (never "glad to have had"), a verb that does it, the user as the one it is
done for, and an end that is understood. What is taken back in the same breath or in the next sentence
is none, and where a word is left that no rule knows, the letter keeps silent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from afterword.terms import Brief
from afterword.writing import fragments
from afterword.writing.calling import MONTHS, WEEKDAYS
from afterword.writing.letters import offering_abroad
from afterword.writing.letters.lines import lines, mail_day
from afterword.writing.letters.quoting import LONG_QUOTE


@dataclass(frozen=True, slots=True)
class Offered:
    """Something they would do with the user or for them: the clause, and the thing where it has a name.

    `day` is the one day they named for it, in their words: whether it suits only the user knows.
    """

    clause: str
    thing: str
    fact: str
    advice: bool = False
    day: str = ""


# ── who would do it ──────────────────────────────────────────────────────────

_ADVERB = r"(?:always|also|still|very|really|certainly|personally|only too|more than|just|so|quite|both|of course)"
_GLAD = r"(?:happy|glad|delighted|pleased|willing|keen)"
#: "I would gladly", "we are happy to", "Happy to": they do it themselves, now or later.
_THEY = re.compile(
    rf"\b(?:I|we)(?:[’']d| would|[’']ll| will| can| could)?(?: {_ADVERB})* (?:gladly|happily) |"
    rf"\b(?:I|we)(?:[’']d| would)(?: {_ADVERB})* (?:love|like) to |"
    rf"\b(?:I|we)(?:[’']m| am|[’']re| are|[’']d be| would be|[’']ll be| will be)(?: {_ADVERB})* {_GLAD} to |"
    rf"^(?:(?:would|will) be )?(?:{_ADVERB} )*{_GLAD} to ",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:shall we|could we|can we|let[’']s|let us|how about we|why don[’']t we) ", re.IGNORECASE
)
_YOU = re.compile(
    r"\b(?:would you like to|you(?: are|[’']re)(?: very| always| most)? welcome to) ", re.IGNORECASE
)
#: "I’d love a coffee": no verb stands before the thing.
_BARE = re.compile(
    r"\b(?:(?:I|we)(?:[’']d| would) love|would you like|fancy|how about) (?=(?:an?|another|some|that) |(?:lunch|breakfast|tea|coffee)\b)",
    re.IGNORECASE,
)

# ── what it is ───────────────────────────────────────────────────────────────

_THING = re.compile(
    r"(?P<thing>(?:(?:an?|another|some|that) )?(?:(?:cup of|quick|short|brief|proper|longer|informal|good|virtual|friendly|"
    r"relaxed|(?:\w+-)?(?:minute|hour)) )*(?:coffee|tea|lunch|breakfast|drink|beer|pint|walk|chat|phone call|call|talk|"
    r"conversation|catch-up|catch up|meeting)(?: (?:by|over the|on the) (?:phone|telephone))?)(?![\w’'-])",
    re.IGNORECASE,
)
#: What one does to have such a thing with somebody.
_HAVE = re.compile(
    r"(?:have|grab|share|take|do|meet(?: you| up)?(?: again)? (?:for|over)|get together (?:for|over)|go (?:out )?for|"
    r"invite you (?:out )?(?:for|to)|(?:take|see|have) you (?:out |over |in )?for|buy you|treat you to|arrange|set up|organi[sz]e|"
    r"(?:catch up|talk|chat|speak|sit down)(?: with you)? over|hop on|jump on|make (?:the )?time for|find (?:the )?time for) ",
    re.IGNORECASE,
)
_ARRANGES = re.compile(r"(?:arrange|set up|organi[sz]e) ", re.IGNORECASE)
_ADVICE = re.compile(
    r"(?:(?:give|offer|share|send|provide|pass on|let you have)(?: you)?(?: with)? (?:(?:some|any|more|further|detailed|brief|short|"
    r"honest|personal|specific|fuller|individual|proper|written|useful|a bit of|a few|our|my|interview|constructive) )*"
    r"(?:feedback|pointers|advice|tips)\b(?! to (?!you\b|help\b))|(?:talk|walk|take) you through\b|"
    r"go (?:through|over) (?:it|them|this|that|the \w+|your \w+) with you\b|"
    r"explain (?:it|this|that|why|our (?:decision|reasons?|reasoning|thinking)|the (?:decision|reasons?|reasoning))\b)",
    re.IGNORECASE,
)
_ADVICE_WANTED = re.compile(
    r"(?:(?:have|hear|get|receive) )?(?:(?:some|any|more|further|detailed|honest|our|a few) )*(?:feedback|pointers|advice|tips)\b",
    re.IGNORECASE,
)
#: What has no one name and is told back in their words.
_DEED = re.compile(
    r"(?:introduce you (?:to|around)\b|put you in touch\b|put in a (?:good )?word\b|"
    r"recommend you(?=$| (?:for|elsewhere|anywhere|as|warmly|highly|to (?:my|our|the|other|others|a|any|one|some|anyone|anybody|"
    r"friends|colleagues|firms)\b))|"
    r"pass (?:on )?your (?:cv|résumé|resume|name|details|profile|letter|papers)\b|show you (?:round|around)\b|"
    r"act as (?:a|your) refer\w+|be (?:a|your) refer\w+|(?:give|write) you a reference\b|write a reference for you\b|"
    r"have you (?:over|round)\b|have you visit\b)",
    re.IGNORECASE,
)
#: To meet and to talk, where it is the user one meets.
_MEETS = re.compile(
    r"(?:(?:call|ring|phone) (?:you|me|us)|give you a (?:call|ring)|meet(?: with)? you|meet|meet up|talk|chat|speak|catch up)"
    r"(?= |$)",
    re.IGNORECASE,
)
#: Who speaks at a meeting or talks to the board does not speak with the user.
_NOBODY_NAMED = re.compile(r"(?:meet|talk|chat|speak|catch up)$", re.IGNORECASE)
_COMES = re.compile(
    r"(?:visit (?:us|me)|come (?:and|to) (?:see|visit) (?:us|me)|(?:call|ring|phone) (?:me|us)|come (?:by|over|round))(?= |$)",
    re.IGNORECASE,
)

# ── how it ends ──────────────────────────────────────────────────────────────

_UNIT = (
    rf"(?:(?:{'|'.join(MONTHS['en'])})|(?:{'|'.join(WEEKDAYS)})|weeks?|months?|year|holidays?|summer|spring|autumn|fall|winter|easter|"
    r"christmas|weekend|break|days|morning|afternoon|quarter|fortnight|term|season)"
)
_A_DATE = (
    rf"on (?:(?:the )?(?:{'|'.join(WEEKDAYS)}),? )?(?:(?:the )?\d\d?(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(MONTHS['en'])})|"
    rf"(?:{'|'.join(MONTHS['en'])}) \d\d?(?:st|nd|rd|th)?)"
)
_A_TIME = (
    r"(?:(?:sometime|some time|perhaps|maybe|early|late|later) )?(?:in|on|next|this|after|before|over|during|around|towards) "
    r"(?:(?:the|an?|early|mid|late|new|coming|next|start of|beginning of|end of|middle of|first|second|last|half of|week of|"
    rf"few|couple of|two|three|four|six|summer|spring|winter|\d\d?(?:st|nd|rd|th)?)[ -])*{_UNIT}(?:[’']s?)?(?: of {_UNIT}| break| time| \d\d?(?:st|nd|rd|th)?)*"
)
_SOME_TIME = r"(?:some ?time|one day|some day|any ?time|at any time|soon|later on|tomorrow|again)"
_TIME = re.compile(
    rf" (?P<time>{_A_DATE}|{_A_TIME})(?![\w’'-])(?! [a-z]+(?:ed|es|s)\b)", re.IGNORECASE
)
_VAGUE = re.compile(rf" {_SOME_TIME}(?![\w’'-])", re.IGNORECASE)
_WITH = re.compile(
    r" (?:with|to) (?:you|me|us)(?: (?:again|both|myself))?(?![\w’'-])|"
    r" (?:by|over the|on the) (?:phone|telephone)\b| (?:in person|face to face)\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r",? (?:(?:and|to|so (?:that )?(?:I|we) can|where I can) (?:talk|tell|explain|hear|walk|go|catch|discuss|share|give|chat|think|say|show)|"
    r"about|instead|regardless|in any case|all the same|either way)\b.*$",
    re.IGNORECASE,
)
#: A courtesy that makes nothing a condition.
_POLITE = re.compile(
    r",? (?:if (?:you (?:like|wish|want|care|would like|[’']d like|are interested|find (?:it|that) (?:useful|helpful)|feel like it)|"
    r"(?:that|it) (?:helps|suits(?: you)?|would help(?: you)?|would be (?:useful|helpful|of (?:help|use|interest))|is (?:useful|helpful|of (?:help|use|interest))|"
    r"works(?: for you)?|appeals))|whenever (?:you like|it suits(?: you)?|suits you)|should you (?:wish|like|want)(?: (?:it|that|to))?)"
    r"(?: (?:at all|one day|to))?$",
    re.IGNORECASE,
)
#: An end that is a condition or a place of theirs: told back whole, or not at all.
_TOLD_BACK = re.compile(
    r"^,? (?:if|when|once|whenever|as soon as|should|in|on|at|near|here|after|before|next|this|over|for)\b",
    re.IGNORECASE,
)

# ── what is no offer ─────────────────────────────────────────────────────────

_FORMULA = re.compile(
    r"\b(?:any (?:other |further )?questions?|hesitate|at your disposal|apply|re-?apply|thank|thanks|invite you to (?:an? )?(?:\w+ )?interview|"
    r"interview(?! feedback)|unfortunately|cannot|can[’']t|unable|not|never|nor|nobody|n[’']t|no longer|hardly|would have|offer you|enjoyed|was|were|had|"
    r"been|schedule|confirm|cho(?:se|sen|ose)|select\w*|appoint\w*|hired?|successful|finalists?|candidates?|applicants?|"
    r"(?:an)?other (?:person|people|one|man|woman|colleague)|someone else|somebody else|survey|questionnaire|partners?|third part\w+|"
    r"talent (?:pool|community|network)|database|agenc\w+|mailing list|newsletter|webinar|open (?:day|house|evening)|expenses|badge|laptop)\b|n[’']t\b",
    re.IGNORECASE,
)
#: Where a clause with its own subject begins after the praise or the news before it.
_CLAUSES = re.compile(
    r"[;:–—]\s|,? (?:and|but|so|though)(?= (?:I|we|if|would|shall|let|happy|glad)\b)", re.IGNORECASE
)
#: What takes back the clause before it, in one sentence or in the next.
_TAKEN_BACK = re.compile(
    r"(?:^|[,;–—] ?| )(?:but|however|though|although|only that|except that|yet)\b", re.IGNORECASE
)
_SADLY = re.compile(
    r"^(?:but|however|yet|sadly|unfortunately|alas|regrettably|still,|that said|only,|as it is)\b|"
    r"\b(?:cannot|can[’']t|not (?:able|allowed|possible|permitted)|unable|impossible|policy (?:forbids|does not|doesn[’']t)) ",
    re.IGNORECASE,
)
_NO_FEEDBACK = re.compile(
    r"\b(?:cannot|can[’']t|unable|not (?:able|allowed|permitted|possible)|do not|don[’']t|won[’']t|will not|no)\b"
    r"[^.;!?]{0,40}\bfeedback\b",
    re.IGNORECASE,
)
_GIVEN_NOW = re.compile(
    r"\b(?:following|below|attached|enclosed|herewith|as follows|here)\b|:", re.IGNORECASE
)


def offered(brief: Brief) -> Offered | None:
    """What the mail offers the user in person, the last such thing; None where it offers nothing."""
    told = lines(brief)
    texts = [fragments.clean(one.text) for one in told]
    for n in range(len(told) - 1, -1, -1):
        after = texts[n + 1] if n + 1 < len(texts) else ""
        if brief.language != "en":
            if clause := offering_abroad.clause(texts[n], after, brief.language):
                return Offered(clause, "", told[n].id)
            continue
        found = _in_sentence(texts[n], after, told[n].id, brief)
        if found is None or (found.advice and any(_NO_FEEDBACK.search(one) for one in texts)):
            continue
        return found
    return None


def _in_sentence(text: str, after: str, fact: str, brief: Brief) -> Offered | None:
    """The offer of a sentence that nothing behind it takes back."""
    if _SADLY.search(after) and not _THEY.search(after):
        return None
    ends = [one.start() for one in _CLAUSES.finditer(text)] + [len(text)]
    starts = [0] + [one.end() for one in _CLAUSES.finditer(text)]
    for start, end in reversed(list(zip(starts, ends, strict=True))):
        clause = fragments.clean(text[start:end])
        rest = text[end:]
        if _TAKEN_BACK.search(rest) or (
            _FORMULA.search(rest) and not re.match(r",? and\b", rest, re.IGNORECASE)
        ):
            continue
        found = _in_clause(clause, fact, brief)
        if found is not None and not (found.advice and _GIVEN_NOW.search(text[start:])):
            return found
    return None


def _in_clause(clause: str, fact: str, brief: Brief) -> Offered | None:
    bare = clause.rstrip(" ?!.…")
    if _FORMULA.search(bare) or _TAKEN_BACK.search(bare):
        return None
    for frame, kinds in (
        (_THEY, (_HAVE, _ADVICE, _DEED, _MEETS)),
        (_BOTH, (_HAVE, _MEETS)),
        (_YOU, (_HAVE, _ADVICE_WANTED, _MEETS, _COMES)),
        (_BARE, (_ADVICE_WANTED, None)),
    ):
        opens = frame.search(bare)
        if opens is None:
            continue
        rest = re.sub(
            r"^(?:(?:also|still|perhaps|maybe|of course|gladly|both) )+", "", bare[opens.end() :]
        )
        told = bare[opens.start() :]
        for kind in kinds:
            verb = kind.match(rest) if kind is not None else re.match("", rest)
            if verb is None:
                continue
            found = _whole(kind, rest, verb.end(), told, fact, brief)
            if found is not None:
                return found
    return None


def _whole(
    kind: re.Pattern[str] | None, rest: str, end: int, told: str, fact: str, brief: Brief
) -> Offered | None:
    """The offer as far as its verb and its end are both understood."""
    quotable = len(told.split()) <= LONG_QUOTE
    whole = Offered(fragments.clean(_POLITE.sub("", told)), "", fact)
    if kind in (_ADVICE, _ADVICE_WANTED):
        return Offered(whole.clause, "", fact, advice=True)
    if kind is _DEED:
        return whole if quotable else None
    if kind in (_MEETS, _COMES):
        _, left = _time_of(rest[end:])
        bare = _NOBODY_NAMED.match(rest[:end].strip()) and not _WITH.match(rest[end:])
        fine = not left or (not bare and _TOLD_BACK.match(left))
        return whole if quotable and fine else None
    thing = _THING.match(rest, end)
    if thing is None:
        return None
    time, left = _time_of(rest[thing.end() :])
    if left:
        arranged = kind is _HAVE and _ARRANGES.match(rest) and left.startswith(" with ")
        return whole if quotable and (arranged or _TOLD_BACK.match(left)) else None
    named = _article(" ".join(thing["thing"].split()))
    if _ONE_DAY.search(time):
        return Offered(whole.clause, named, fact, day=_day_named(time, fact, brief))
    kept = f" {time}" if time and _still(time, fact, brief) else ""
    return Offered(whole.clause, named + kept, fact)


def _time_of(rest: str) -> tuple[str, str]:
    """When it is to be, and what is left of the clause that is not understood."""
    time = ""
    left = _WHY.sub("", _POLITE.sub("", rest))
    while left.strip(" ,"):
        one = _WITH.match(left) or _VAGUE.match(left)
        if one is None and not time:
            one = _TIME.match(left)
            time = " ".join(one["time"].split()) if one else ""
        if one is None:
            return time, left
        left = _WHY.sub("", left[one.end() :])
    return time, ""


#: One day and no other: a weekday or a date.
_ONE_DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b|\b\d\d?(?:st|nd|rd|th)?\b", re.IGNORECASE)
#: A time that is reckoned from the day it was written.
_RECKONED = re.compile(
    r"\b(?:next|this|coming|tomorrow|later|few|couple|two|three|four|six|fortnight)\b|\bin an?\b",
    re.IGNORECASE,
)


def _still(time: str, fact: str, brief: Brief) -> bool:
    """Whether the time still means the same: "next week" of an older mail is over."""
    wrote = mail_day(brief, fact)
    if wrote is None:
        return not _RECKONED.search(time)
    if _RECKONED.search(time):
        return _week(wrote) == _week(brief.today)
    return (brief.today - wrote).days <= 31


def _day_named(time: str, fact: str, brief: Brief) -> str:
    """The day they named while it can still be ahead, without its "on"; "" where it may be over."""
    wrote = mail_day(brief, fact)
    if wrote is None or _week(wrote) != _week(brief.today):
        return "the day they named"
    return re.sub(r"^on ", "", time, flags=re.IGNORECASE)


def _week(then: date) -> tuple[int, int]:
    return then.isocalendar()[:2]


def _article(thing: str) -> str:
    """ "a coffee in the new year": meals and tea go without an article, the rest have one."""
    small = thing[0].lower() + thing[1:]
    if re.match(r"(?:an?|another|some|lunch|breakfast|tea)\b", small, re.IGNORECASE):
        return small
    return f"a {small.removeprefix('that ')}"


def suits(offer: Offered) -> str:
    """The hole for a day of theirs: whether it suits, only the user can say."""
    return f"[does {offer.day} suit you? Say so, or name two days of yours]"
