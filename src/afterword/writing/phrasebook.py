"""The wordings a review knows, each with what to say about it. English for now.

The third column speaks to somebody who was just turned down: it says what the reader of
the letter may hear, never what is wrong with the writer.
"""

from __future__ import annotations

import re

from afterword.writing.calling import MONTHS
from afterword.writing.lexicon import words_of

Row = tuple[re.Pattern[str], str, str]

FORMS = words_of("mr mrs ms miss mx dr prof professor all team hiring")


def _row(pattern: str, severity: str, says: str) -> Row:
    return re.compile(pattern, re.IGNORECASE), severity, says


ENTITLEMENT: tuple[Row, ...] = (
    _row(
        r"\b(?:I|we) (?:clearly |truly |really |more than )?deserved?\b",
        "stop",
        "“{}” may sound like a claim on the job. What you did says more.",
    ),
    _row(
        r"\bI (?:was|am) (?:clearly |obviously |by far )?(?:the )?"
        r"(?:best|strongest|most qualified|right|ideal|perfect)\b(?: candidate| person| choice)?",
        "stop",
        "“{}” asks them to admit a mistake. Let the proof say it.",
    ),
    _row(
        r"\b(?:you owe me|I am owed|I(?:’m|'m) owed|I expect (?:an?|your) (?:answer|reply|explanation))\b",
        "stop",
        "“{}” puts them on the defensive. A question leaves the door open.",
    ),
    _row(
        r"\b(?:reconsider your|change your|reverse (?:your|the)) (?:mind|decision)\b",
        "look",
        "“{}” asks for the whole decision at once. Ask for ten minutes instead.",
    ),
)
BLAME: tuple[Row, ...] = (
    _row(
        r"\b(?:unfair(?:ly)?|unjust(?:ified)?|a joke|ridiculous|unprofessional|insult(?:ing|ed)?)\b",
        "stop",
        "“{}” may well be true, and the reader will stop there. Keep it for your own notes.",
    ),
    _row(
        r"\b(?:you(?:r team)?|they) (?:made|are making|have made) (?:a|the wrong|a big) "
        r"(?:mistake|decision|choice)|\bwrong (?:decision|choice)\b",
        "stop",
        "“{}” tells them they were wrong. New facts can do that without saying it.",
    ),
    _row(
        r"\b(?:wast(?:e|ed|ing) (?:of )?(?:my|our) time|never bothered|ignored (?:me|my)|"
        r"ghost(?:ed|ing)|after (?:all|everything) I (?:did|have done))\b",
        "stop",
        "“{}” carries the hurt into the letter. It reads better without.",
    ),
    _row(
        r"\b(?:disappointed (?:in|with|by) you|you (?:failed|neglected|forgot) to|"
        r"still (?:have not|haven’t|haven't) (?:heard|received)|"
        r"(?:had|have) (?:you )?promised me)\b",
        "look",
        "“{}” may be heard as a reproach. The plain question is enough.",
    ),
)
BEGGING: tuple[Row, ...] = (
    _row(
        r"\b(?:I beg|begging you|please,? please|I(?:’m|'m| am) desperate|desperately|"
        r"(?:just )?(?:give|grant) me (?:a|one|another|one more) (?:chance|shot)|"
        r"I(?:’ll|'ll| will) do anything|I (?:really )?need this job)\b",
        "look",
        "“{}” makes you smaller than you are. Offer something instead.",
    ),
    _row(
        r"\bsorry (?:to|for) (?:bother|disturb|trouble|tak)\w*(?: you| your time)?",
        "look",
        "“{}”: no need to be sorry for a short, useful letter.",
    ),
)
URGENCY: tuple[Row, ...] = (
    _row(
        r"\b(?:urgent(?:ly)?|as soon as possible|asap|by (?:the )?end of (?:the )?(?:day|week)|"
        r"at your earliest convenience|time is running out|before it is too late|immediately)\b",
        "look",
        "“{}” presses. If the date is real, say what it is and why.",
    ),
    _row(
        r"\b(?:other|another|competing|several) offers?\b|\bother (?:companies|firms|employers) are\b",
        "look",
        "“{}”: only if it is true, in writing, and you would say it face to face.",
    ),
)
PRETEXT: tuple[Row, ...] = (
    _row(
        r"\bjust (?:checking|following|touching|reaching|circling|wanted to)(?: in| up| out| back| base)*",
        "look",
        "“{}” says nothing yet. Begin with the question itself.",
    ),
    _row(
        r"\bin case (?:my|this|the) (?:last |previous )?(?:e-?mail|message|note) "
        r"(?:was|got|went|did|has)\b[^.?!]*",
        "look",
        "“{}” is an excuse they have read before. Ask plainly.",
    ),
)
WORN: tuple[Row, ...] = (
    _row(
        r"\bI hope (?:this|my) (?:e-?mail|message|note|letter) finds you(?: well)?|"
        r"\bI hope you(?:’re| are|'re) (?:doing )?well\b|\bI(?:’m| am|'m) (?:writing|reaching out) to\b",
        "look",
        "“{}” opens half the letters they get. Start with what only you know.",
    ),
    _row(
        r"\b(?:passionate(?: about)?|perfect fit|great fit|team player|hit the ground running|"
        r"think outside the box|proven track record|results[- ]driven|go-getter|synerg\w+|"
        r"add value|value[- ]add|dynamic|self-starter|hard[- ]working|excited (?:about|by) the opportunity|"
        r"thrilled|dream job|wealth of experience|uniquely (?:placed|positioned|qualified))\b",
        "look",
        "“{}” could stand in anybody’s letter. Say what you did.",
    ),
    _row(
        r"\b(?:thank you|thanks) in advance\b",
        "look",
        "“{}” takes the answer for granted. Thank them afterwards.",
    ),
)
RIVAL: tuple[Row, ...] = (
    _row(
        r"\b(?:unlike|better than|more (?:qualified|experienced|suitable) than|ahead of) "
        r"(?:the|your|any|that) (?:other|internal|successful|chosen|rival|second)\b[^.,;!?]*",
        "look",
        "“{}” speaks about somebody else. Your own two examples are stronger.",
    ),
)
HEDGES = re.compile(
    r"\b(?:I (?:truly|really|firmly|strongly|honestly|genuinely|sincerely) (?:believe|think|feel) "
    r"(?:that )?|I (?:would|just|’d|'d) (?:like|want|wanted) to say that |"
    r"to be (?:perfectly |completely )?honest,? |needless to say,? |as you (?:may )?(?:already )?know,? |"
    r"in my humble opinion,? |I (?:believe|think|feel) that )",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:by|until|before|from|on|for|starting|available|meet|call|free)\s+"
    rf"(?P<date>(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{'|'.join(MONTHS['en'])})"
    r"(?:\s+(?P<year>\d{4}))?)(?=[^.!?\n]*(?:\?|\bI (?:can|could|will|would|am)\b|"
    r"\b(?:suit|available|free|convenient|call|meet|next|come|coming)\b))",
    re.IGNORECASE,
)
ATTACHED = re.compile(
    r"\b(?:attached|attachment|(?:I|we) (?:attach|enclose)|enclosed|find enclosed)\b", re.IGNORECASE
)
