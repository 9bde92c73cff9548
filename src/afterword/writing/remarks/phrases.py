"""Wordings a reader would stumble over, found by the tables and said kindly.

What is said speaks to somebody who was just turned down: what the reader of the letter may hear,
never what is wrong with the writer. `{}` is the wording found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding, LetterKind
from afterword.writing import resentment as grudges
from afterword.writing.remarks.calendar_words import days_in, days_named
from afterword.writing.remarks.sheet import Sheet, words_of_piece
from afterword.writing.remarks.wordings import wordings

#: rule, and where it differs the shade: how much it matters, and what is said.
SAYS: dict[str, tuple[str, str]] = {
    "entitlement": ("stop", "“{}” may sound like a claim on the job. What you did says more."),
    "entitlement/best": (
        "stop",
        "“{}” asks them to admit a mistake. Let the proof say it; they can draw the line under it.",
    ),
    "entitlement/whole": (
        "look",
        "“{}” asks for the whole decision at once. Ask for ten minutes instead.",
    ),
    "blame": (
        "stop",
        "“{}” may be heard as a reproach, however true it is. Keep it for your own notes.",
    ),
    "begging": ("look", "“{}” makes you smaller than you are. Offer something instead."),
    "flattery": ("look", "“{}” is more than the moment carries. One true detail says it better."),
    "false_urgency": ("look", "“{}” presses. If the date is real, say what it is and why."),
    "disparaging": (
        "look",
        "“{}” speaks about somebody else. Your own two examples are stronger.",
    ),
    "hedging": ("look", "“{}” takes back what you say. You may simply say it."),
    "hedging/drop": ("mend", "“{}” adds nothing. It can go."),
    "cliche": ("look", "“{}” could stand in anybody’s letter. Say what only you know."),
    "over_apology": ("look", "“{}”: no need to be sorry for a short, useful letter."),
    "confidential": (
        "stop",
        "“{}” sounds like something told in confidence. The letter should stand without it.",
    ),
    "pretext": ("look", "“{}” says nothing yet. Begin with the question itself."),
}


def entitlement(sheet: Sheet) -> Iterator[Finding]:
    """A claim on the job (S4-06)."""
    if sheet.kind != LetterKind.OFFER_ACCEPTANCE:  # there the start is agreed
        yield from _all(sheet, "entitlement", "entitlement/best", "entitlement/whole")


def blame(sheet: Sheet) -> Iterator[Finding]:
    """A reproach, open or quiet (S4-06, gate G4)."""
    for finding in _all(sheet, "blame", unless=_no):
        if not UNTIL_YOU.search(sheet.sentence_at(finding.start).text):
            yield finding


#: Nobody before the reader: that thanks them, and reproaches nobody.
UNTIL_YOU = re.compile(
    r"\b(?:nobody|no one|no-one|none|never|not once|niemand|noch nie|keiner|keine|personne|jamais|aucune?|nadie|nunca|jamás|ning[uú]n\w*)\b"
    r"[^.;!?]*\b(?:until you\w*|before you\w*|but you\w*|except you\w*|bis (?:zu )?(?:Sie|Ihr\w*|Ihnen)|vor (?:Ihnen|Ihr\w*)|außer Ihnen|"
    r"avant (?:vous|votre|vos)|jusqu[’']à (?:vous|votre|vos)|à part vous|sauf vous|hasta (?:usted(?:es)?|su|sus|que usted)|"
    r"antes (?:de|que) (?:usted(?:es)?|su|sus)|salvo usted(?:es)?)\b",
    re.IGNORECASE,
)


def resentment(sheet: Sheet) -> Iterator[Finding]:
    """A grudge that shows, with the offer to let the letter rest (S3-12, P10)."""
    yield from grudges.resentment(sheet.text)


def begging(sheet: Sheet) -> Iterator[Finding]:
    """Making oneself small (S3-11, P11: no plea)."""
    yield from _all(sheet, "begging")


def flattery(sheet: Sheet) -> Iterator[Finding]:
    """Praise that is larger than its occasion (guardrail 2: no fake enthusiasm)."""
    yield from _all(sheet, "flattery", unless=_no)


def false_urgency(sheet: Sheet) -> Iterator[Finding]:
    """Pressure nobody asked for (guardrail 2: no fake deadlines, no competing offers).

    What a fact carries is no pretence: an offer that exists may be named.
    """
    for finding in _all(sheet, "false_urgency"):
        sentence = sheet.sentence_at(finding.start).text
        if _THEIRS_TO_SET.search(sentence) or _is_real(sheet, sentence):
            continue
        if _FIRST_OF_ALL.match(sheet.text, finding.end):
            continue
        yield finding


#: "I would want to hear it before anything else": first of all, and by no day.
_FIRST_OF_ALL = re.compile(r" (?:anything|everything|all|all the) (?:else|rest)\b", re.IGNORECASE)
#: "I know you decide by Friday": the day is the reader's own.
_THEIRS_TO_SET = re.compile(
    r"\b(?:you|they|the panel|the board) (?:decide|choose|write|answer|reply|expect(?:ed)?|hope(?:d)?|meant|plan(?:ned)?|said|"
    r"thought)\b",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:by|until|before|deadline|due|needed|expires?|answer\w*|offer\w*|bis|frist|angebot\w*|avant|jusqu\w*|offre\w*|délai|"
    r"antes|hasta|plazo|oferta\w*)\b",
    re.IGNORECASE,
)


def _is_real(sheet: Sheet, sentence: str) -> bool:
    """Whether the sentence names a day that a fact names as a day something is due."""
    said = [day for day in days_in(sentence, sheet.language) if day.day is not None]
    held = [
        day.day
        for fact in sheet.facts
        if _DUE.search(fact.text)
        for day in days_named(fact.text, sheet.language)
    ]
    return bool(said) and all(day.day in held for day in said)


def disparaging(sheet: Sheet) -> Iterator[Finding]:
    """A rival or a colleague made small (P07, P16: no gloating)."""
    yield from _all(sheet, "disparaging", unless=_no)


def cliche(sheet: Sheet) -> Iterator[Finding]:
    """Words everybody else has written already (S4-10: personalise each)."""
    yield from _all(sheet, "cliche", unless=_no)


def pretext(sheet: Sheet) -> Iterator[Finding]:
    """“Just checking …” (guardrail 2)."""
    yield from _all(sheet, "pretext")


def hedging(sheet: Sheet) -> Iterator[Finding]:
    """Words that take back what is said; where they only pad, with the sentence without them."""
    dropped = list(_dropped(sheet))
    yield from dropped
    for finding in _all(sheet, "hedging"):
        if not any(one.start < finding.end and finding.start < one.end for one in dropped):
            yield finding


def _dropped(sheet: Sheet) -> Iterator[Finding]:
    severity, says = SAYS["hedging/drop"]
    for match in _matches(sheet, "hedging/drop"):
        end, mend = match.end(), ""
        while end < len(sheet.text) and sheet.text[end] in " ,":
            end += 1
        if match[0][0].isupper() and sheet.text[end : end + 1].isalpha():
            begins = sheet.sentence_at(match.start()).start == match.start()
            mend, end = (sheet.text[end].upper() if begins else sheet.text[end]), end + 1
        bare = match[0].strip().rstrip(",")
        yield Finding(match.start(), end, "hedging", severity, says.format(bare), mend)


def over_apology(sheet: Sheet) -> Iterator[Finding]:
    """Being sorry more than once, or for writing at all. One plain “sorry for the delay” is fine."""
    severity, says = SAYS["over_apology"]
    strong = list(_matches(sheet, "over_apology/strong"))
    mild = list(_matches(sheet, "over_apology/mild"))
    if not strong and len(mild) < 2:
        return
    taken: list[tuple[int, int]] = []
    for match in [*strong, *mild]:
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        taken.append(match.span())
        yield Finding(*match.span(), "over_apology", severity, says.format(match[0].strip()), None)


def confidential_words(sheet: Sheet) -> Iterator[Finding]:
    """Words that say themselves that this was not to be told (G9)."""
    for finding in _all(sheet, "confidential", unless=_discreet):
        if not _KEPT.search(sheet.sentence_at(finding.start).text):
            yield finding


def _all(sheet: Sheet, *keys: str, unless: re.Pattern[str] | None = None) -> Iterator[Finding]:
    if keys not in sheet.noted:
        sheet.noted[keys] = tuple(_found(sheet, keys, unless))
    yield from sheet.noted[keys]


def _found(
    sheet: Sheet, keys: tuple[str, ...], unless: re.Pattern[str] | None
) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for key in keys:
        severity, says = SAYS[key]
        for match in _matches(sheet, key):
            start, end = match.span()
            if any(a < end and start < b for a, b in taken):
                continue
            before = sheet.text[max(0, start - 24) : start]
            if unless is not None and unless.search(before):
                continue
            if _carried(sheet, start, end):
                continue
            taken.append((start, end))
            said = " ".join(match[0].split())
            rule = key.partition("/")[0]
            yield Finding(start, end, rule, severity, says.format(said), None)


def _matches(sheet: Sheet, key: str) -> Iterator[re.Match[str]]:
    for pattern in wordings(sheet.language).get(key, ()):
        for match in pattern.finditer(sheet.text, sheet.start if sheet.start else 0):
            if not sheet.is_quoted(*match.span()) and match.start() < sheet.closing.start:
                yield match


#: "never unfair", "no reproach": what is denied is not said. Kept short, or it would excuse too much.
_no = re.compile(
    r"(?:\bnot|n[’']t|\bno|\bnever|\bwithout|\bnor|\bnicht|\bkein\w*|\bohne|\bpas|\bsans|\baucune?|\bsin|\bno) "
    r"(?:(?:at all|a|an|the|any|in|be|been|to|ein\w*|un|une|unos?) )?$",
    re.IGNORECASE,
)
#: "What is confidential stays out": a promise to keep a secret tells none.
_KEPT = re.compile(
    r"\b(?:nothing (?:\w+ )?(?:changes?|changed|stands|lies) between|stays? (?:out|with)|le(?:ave|ft) out|strip(?:ped)?|without|remove[ds]?|anonym\w*|free of|out of it|"
    r"bleibt|weggelassen|ohne|anonymisiert\w*|sans|retiré\w*|anonymisé\w*|sin|anonimizad\w*)\b",
    re.IGNORECASE,
)
_discreet = re.compile(
    r"(?:\bnothing|\banything|\bwhatever is|\bout|\bnot|\bno|\bnever|\bremain|\bkeep|\bkept|\btreat\w*|\bstays?|\bwithout|n[’']t|\bnichts?|"
    r"\bkeine?|\brien|\bpas|\bnada|\bno) (?:(?:it|this|that|any|as|anything|is|of|was|ist|de|es) )*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "and",
        "or",
        "is",
        "are",
        "be",
        "i",
        "you",
        "my",
        "your",
        "it",
        "that",
        "this",
    ]
)


def _carried(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the facts say the same: most of the wording's own words stand in one of them."""
    wanted = {
        word.casefold()
        for word in words_of_piece(sheet.text[start:end])
        if word.casefold() not in _SMALL
    }
    for fact in sheet.facts:
        have = {word.casefold() for word in words_of_piece(fact.text)}
        if len(wanted) > 2 and len(wanted & have) >= len(wanted) - 1:
            return True
        if wanted and wanted <= have:
            return True
    return False
