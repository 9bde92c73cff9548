"""What an ear hears in a sentence where no list of wordings ends: each fault by its sense.

The ear is handed in (`Sheet.hear`): for each sentence of the letter it says how likely each fault
is. Without one, the tables speak alone. A table's own finding stands unless the ear is sure
that the sentence is free of it; the bars are fitted on hands the ear had not learned from
(benchmarks/writing.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from afterword.terms import Finding, LetterKind
from afterword.writing.remarks import acclaim, feelings, second_sign, weighed
from afterword.writing.remarks.edges import PLAIN, SPAN, WANTS, is_particular
from afterword.writing.remarks.sheet import Piece, Sheet, at

#: rule by what the ear calls it, how much it matters, and what is said. Never what is wrong with
#: the writer: what the reader may hear.
SAYS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "blame": (
            *("blame", "stop"),
            "This may be heard as a reproach, however true it is. Keep it for your own notes.",
        ),
        "entitlement": (
            *("entitlement", "stop"),
            "This may sound like a claim, on the job or on an answer. What you did says more.",
        ),
        "begging": (
            *("begging", "look"),
            "This makes you smaller than you are. Offer something instead.",
        ),
        "flattery": (
            *("flattery", "look"),
            "This is more praise than the moment carries. One true detail says it better.",
        ),
        "false_urgency": (
            *("false_urgency", "look"),
            "This presses. If the day is real, say what it is and why.",
        ),
        "disparaging": (
            *("disparaging", "look"),
            "Somebody else comes off badly here. Your own work speaks better alone.",
        ),
        "cliche": (
            *("cliche", "look"),
            "This could stand in anybody’s letter. Say what only you know.",
        ),
        "confidential": (
            *("confidential", "stop"),
            "This sounds like something that is not yours to tell. The letter should stand without it.",
        ),
        "hedging": (
            *("hedging", "look"),
            "This takes back what it says. You may simply say it.",
        ),
        "over_apology": (
            *("over_apology", "look"),
            "No need to be sorry for a short, useful letter.",
        ),
        "self_praise": (
            *("unproven_claim", "look"),
            "This praises you and shows nothing. One thing you did, with what came of it, does both.",
        ),
    }
)
#: From here on the ear alone is enough, in English: fitted on sentences of hands it had not heard, on
#: the open part of the second exam, and on mails that applicants sent (benchmarks/writing.md). Reproaches
#: and boasts are weighed with how the sentence is built (`weighed`).
BARS: Mapping[str, float] = MappingProxyType(
    {
        "entitlement": 0.6,
        "begging": 0.6,
        "flattery": 0.6,
        "false_urgency": 0.4,
        "disparaging": 0.7,
        "cliche": 0.5,
        "confidential": 0.5,
        "hedging": 0.4,
        "over_apology": 0.65,
        "empty_opening": 0.5,
        "next_step": 0.9,
    }
)
#: The same in German, French and Spanish, of which it learned less: where it was only half sure it
#: was mostly wrong there.
ABROAD: Mapping[str, float] = MappingProxyType(
    {
        **BARS,
        "blame": 0.7,
        "flattery": 0.55,
        "cliche": 0.4,
        "hedging": 0.3,
        "over_apology": 0.6,
        "entitlement": 0.7,
        "begging": 0.7,
        "false_urgency": 0.7,
        "disparaging": 0.75,
        "confidential": 0.75,
        "self_praise": 0.7,
    }
)
#: Below this the ear is sure that there is nothing, and a table's finding is dropped.
NOTHING = 0.05
#: A sentence that asks, with or without its mark; in sound letters none is heard between.
ASKS = 0.55
#: An English letter in whose last sentences no step is heard as loud as this leaves nothing to do;
#: sound ones lie from 0.67 up. In the other languages the ear is less sure of steps.
STEP = 0.52
#: What the ear calls a rule of the tables.
_EAR_OF = {rule: ear for ear, (rule, _, _) in SAYS.items()} | {
    "weak_opening": "empty_opening",
    "resentment": "blame",
}


#: There the start is agreed, or the door is closed by the writer.
NO_CLAIM = frozenset({LetterKind.OFFER_ACCEPTANCE, LetterKind.OFFER_DECLINE, LetterKind.WITHDRAWAL})
_BARE = re.compile(
    r"(?:my apologies|apologies|I apologi[sz]e|I(?: am|[’']m) sorry|sorry|Entschuldigung|Verzeihung|Tut mir leid|Pardon|Désolée?|"
    r"Mes excuses|Perdón|Disculpe|Lo siento|Mis disculpas)(?: (?:for|about|für|pour|por) (?:that|it|this|das|cela|eso|ello))?[.!]",
    re.IGNORECASE,
)


_SAID = frozenset(says for _, _, says in SAYS.values())


def is_heard_only(one: Finding) -> bool:
    """Whether the ear alone speaks here: no wording that a table knows."""
    return one.message in _SAID


def bars_of(sheet: Sheet) -> Mapping[str, float]:
    """How sure the ear must be in the language of the letter."""
    return BARS if sheet.language == "en" else ABROAD


def by_ear(sheet: Sheet) -> Iterator[Finding]:
    """Every sentence in which a fault is heard (S2-17, S3-11, S4-06, G9; guardrail 2)."""
    for piece, shares in sheet.heard:
        for ear, (rule, severity, says) in SAYS.items():
            if not _is_heard(sheet, ear, piece, shares) or "[" in piece.text:
                continue
            if rule == "unproven_claim" and _shown(piece):
                continue
            if not second_sign.borne_out(ear, sheet, piece, shares.get(ear, 0.0)):
                continue
            if rule == "over_apology" and (
                _BARE.fullmatch(piece.text) or feelings.names_one(piece.text)
            ):
                continue  # said once and short, it is only polite; and a feeling is no excuse
            if rule == "false_urgency" and sheet.language == "en" and _theirs(shares):
                continue  # the day is the reader's own, or only one on which the writer is free
            if rule == "entitlement" and sheet.kind in NO_CLAIM:
                continue
            yield at(piece, rule, severity, says)
    yield from _opening(sheet)
    yield from _asked_twice(sheet)
    yield from _no_step(sheet)


def _is_heard(sheet: Sheet, ear: str, piece: Piece, shares: Mapping[str, float]) -> bool:
    if sheet.language == "en" and ear in weighed.WEIGHTS:
        return weighed.is_enough(ear, piece.text, shares) and weighed.is_rather(ear, shares)
    return shares.get(ear, 0.0) >= bars_of(sheet)[ear]


def _theirs(shares: Mapping[str, float]) -> bool:
    asked = max(shares.get("deadline_theirs", 0.0), 0.6 * shares.get("next_step", 0.0))
    return asked >= shares.get("false_urgency", 0.0)


def _asked_twice(sheet: Sheet) -> Iterator[Finding]:
    """A question that wears no mark is a second one all the same (P12: one question)."""
    if sheet.kind != LetterKind.ADVICE_REQUEST:
        return
    asking = _asking(sheet)
    # the one that wears its mark is the one to keep
    asking.sort(key=lambda one: not one.text.rstrip().endswith("?"))
    for piece in asking[1:]:
        says = "A second question. Keep the better one; the other can have its own day."
        yield at(piece, "second_question", "look", says, "")


def _asking(sheet: Sheet) -> list[Piece]:
    return [piece for piece, shares in sheet.heard if shares.get("question", 0.0) >= ASKS]


def _no_step(sheet: Sheet) -> Iterator[Finding]:
    """Nothing asked in a letter that asks advice; nothing offered at the end of one that wants (2b)."""
    if not sheet.heard or sheet.kind not in WANTS or "[" in sheet.text:
        return
    if sheet.kind == LetterKind.ADVICE_REQUEST:
        missing = "?" not in sheet.text and not _asking(sheet)
    else:
        near = sheet.heard[-4:]
        plain = any(SPAN.match(piece.text) for piece, _ in near)
        missing = sheet.language == "en" and not plain and max(map(_step, near)) < STEP
    if missing:
        end = sheet.sentences[-1]
        says = "Nothing here says what happens next. One small step they can say yes to is enough."
        yield at(Piece(end.end, end.end, ""), "no_next_step", "look", says)


def _step(told: tuple[Piece, Mapping[str, float]]) -> float:
    """How surely a sentence says what happens next; a question does as well."""
    return max(told[1].get("next_step", 0.0), 0.9 * told[1].get("question", 0.0))


def _opening(sheet: Sheet) -> Iterator[Finding]:
    if not sheet.heard or sheet.kind in PLAIN or is_particular(sheet):
        return
    first, shares = sheet.heard[0]
    if (
        shares.get("empty_opening", 0.0) >= bars_of(sheet)["empty_opening"]
        and "[" not in first.text
    ):
        says = "The first line could open any letter. Begin with what only you two know."
        yield at(first, "weak_opening", "look", says)


def _shown(piece: Piece) -> bool:
    """A figure shows something; whether a fact carries it is asked elsewhere."""
    return any(sign.isdigit() for sign in piece.text)


def agreed(sheet: Sheet, found: Iterable[Finding]) -> list[Finding]:
    """The findings without those of the tables that the ear is sure are none, and without doubles."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda one: (one.end - one.start, one.start)):
        ear = _EAR_OF.get(one.rule, "")
        # who knows the better words for it need not be borne out; a record is no praise
        sure = one.mend or one.message == acclaim.SAYS or feelings.is_named(one)
        if ear and sheet.heard and not sure and _share(sheet, one, ear) < NOTHING:
            continue
        if one.rule == "no_next_step" and (_steps(sheet) or any(k.rule == one.rule for k in kept)):
            continue
        single = ear or one.rule in ("second_question", "no_next_step", "unproven_number")
        if single and any(k.rule == one.rule and _same_place(k, one) for k in kept):
            continue  # the narrower place is the better one
        kept.append(one)
    return kept


def _same_place(one: Finding, other: Finding) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _share(sheet: Sheet, one: Finding, ear: str) -> float:
    beside = sheet.language == "en" and ear == "blame"
    shares = [
        max(told[ear], told.get(ear + weighed.PART, 0.0) if beside else 0.0)
        for piece, told in sheet.heard
        if ear in told and piece.start < max(one.end, one.start + 1) and one.start < piece.end
    ]
    return max(shares, default=1.0)


def _steps(sheet: Sheet) -> bool:
    """Whether some sentence of the last three says what happens next; advice must be asked for."""
    if sheet.kind == LetterKind.ADVICE_REQUEST:
        return bool(_asking(sheet))
    bar = bars_of(sheet)["next_step"]
    return any(told.get("next_step", 0.0) >= bar for _, told in sheet.heard[-3:])
