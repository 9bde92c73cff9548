"""What a doubt asks for, and whether it can be mended (method 2b, objection handling)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.counsel.doubts.heard import Heard
from afterword.terms import Basis, DoubtKind

K = DoubtKind


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with its reason and how we come to it."""

    value: DoubtKind | bool
    why: str
    basis: Basis


#: Every reason of method 5: the kind of doubt it states, or None where it says nothing of the user.
OF_REASON: dict[str, tuple[DoubtKind | None, str]] = {
    "R01": (None, "It says how far it went, not why."),
    "R02": (None, "It compares and names nothing that was missing."),
    "R03": (K.GAP, "They named something they had not seen in you."),
    "R04": (None, "Somebody from within was chosen; that is about the seat."),
    "R05": (None, "The seat was filled; that is about the seat."),
    "R06": (None, "Somebody came late or was known to them; that is about the seat."),
    "R07": (None, "The role was paused; that is about the seat."),
    "R08": (None, "The role was given up or changed; that is about the seat."),
    "R09": (None, "They keep your details; that is no doubt."),
    "R10": (None, "They ask you to come back; that is no doubt."),
    "R11": (K.DOUBT, "They fear it would not hold you: pay, boredom or leaving soon."),
    "R12": (K.CONSTRAINT, "They named a figure; the range is a fact to check."),
    "R13": (K.CONSTRAINT, "They named a permit, a place or hours; that is a fact to check."),
    "R14": (K.CONSTRAINT, "They named a check; what it found is a fact to check."),
    "R15": (K.PREFERENCE, "They spoke of fit; whom they like to work with is theirs to say."),
    "R16": (K.GAP, "They named a task or test that did not reach their bar."),
    "R17": (None, "It was your own choice."),
    "R18": (None, "They gave no reason, so none is made up."),
    "R19": (None, "They took the offer back; that names no doubt."),
}
#: Where words carry several reasons, the first of these decides: a rule before a wish, what one
#: has done before what it costs ("never run a budget of this size" is no word about pay).
_FIRST = ("R13", "R14", "R16", "R11", "R03", "R12", "R15")

#: Words of a kind, where no reason is heard; asked in order. English; other words stay a guess.
_WORDS: tuple[tuple[DoubtKind, str, str], ...] = (
    (
        K.PREFERENCE,
        r"\b(?:prefer\w*|rather have|ideally|would have liked (?:someone|somebody) (?:from|local)"
        r"|(?:not|n't) (?:quite )?(?:our|the) (?:style|type)|click\w*|chemistry|culture|vibe)\b",
        "They spoke of what they prefer; that is theirs to say.",
    ),
    (
        K.GAP,
        r"\b(?:(?:you|she|he|has|have|i)(?:'ve|'d| have| has| had)? (?:never|not|n't)\b"
        r"|haven't|hasn't|lack\w*|missing|no (?:experience|exposure|background|track record)"
        r"|(?:not|never) (?:yet )?(?:run|ran|led|managed|built|shown|done|owned|held|sold)|light on|gap in|too (?:junior|local|small))",
        "They named something they had not seen in you.",
    ),
    (
        K.DOUBT,
        r"\?|\b(?:not (?:quite )?(?:sure|certain|convinced)|unsure|worr\w+|concern\w*|wonder\w*|doubt\w*"
        r"|hesita\w+|reservation\w*|risk\w*|nervous|question mark|whether you|how (?:would|do|will) you)\b",
        "They were not sure; evidence can settle that.",
    ),
)
#: A wrong fact about the user, put as a belief of theirs.
_MISTAKEN = re.compile(
    r"\b(?:under the impression|(?:assum|mistook|mix|confus)\w*(?: [\w']+){0,3} (?:you|i|me|my|your)\b"
    r"|(?:thought|believed) (?:that )?(?:you|i) (?:were|was|had|lived|still|only|did|needed))",
    re.IGNORECASE,
)
_BY_WORDS = tuple((kind, re.compile(cue, re.IGNORECASE), why) for kind, cue, why in _WORDS)
_FIXABLE = {
    K.GAP: (True, "What they have not seen can be shown, or learned."),
    K.DOUBT: (True, "Evidence can answer a worry."),
    K.PREFERENCE: (False, "A preference is theirs to have; there is nothing to repair."),
    K.CONSTRAINT: (
        False,
        "A rule is not argued with; check once whether it holds, and until when.",
    ),
    K.MISUNDERSTANDING: (True, "A wrong fact can be put right, once."),
}
#: Words about who somebody is. No doubt of that sort is the user's to mend (method 6.8).
_WHO_ONE_IS = re.compile(
    r"\b(?:too (?:old|young)|your age|at your (?:age|stage of life)|(?:near|close) to retirement"
    r"|pregnan\w*|maternity|(?:plan|want|have|having) (?:\w+ )?(?:children|kids|a family)|childcare"
    r"|(?:marri|divorc)\w+|husband|wife|disab\w+|wheelchair|illness|religio\w*|headscarf|hijab|pray\w*"
    r"|ethnic\w*|skin colou?r|(?:foreign|strong) accent|foreigner|sexual\w*|zu alt|schwanger\w*|trop âgée?"
    r"|enceinte|embarazada|grávida|zwanger|incinta)\b",
    re.IGNORECASE,
)
PROTECTED = (
    "This touches who you are and not what you can do, so nothing here is yours to mend. Keep the "
    "words with their date; someone who knows the law where you live can say more."
)

GUARDED = (
    "You noted something in this case that may not have been lawful, so nothing is rehearsed for "
    "it. Keep the words with their dates; someone who knows the law where you live can say more."
)


def kind_of(heard: Heard) -> Judged:
    """What this doubt asks for: the user's word, else the reason they gave, else their words."""
    if heard.own.kind is not None:
        return Judged(heard.own.kind, "You said so.", Basis.SAID)
    if _MISTAKEN.search(heard.remark.quote):
        return Judged(K.MISUNDERSTANDING, "They seem to have a fact wrong.", Basis.INFERRED)
    for code in _FIRST:
        if code in heard.codes:
            kind, why = OF_REASON[code]
            assert kind is not None
            return Judged(kind, why, Basis.INFERRED)
    for kind, cue, why in _BY_WORDS:
        if cue.search(heard.remark.quote):
            return Judged(kind, why, Basis.INFERRED)
    return Judged(
        K.DOUBT, "Nothing in the words says more, so it is taken as a worry.", Basis.GUESSED
    )


def fixable(heard: Heard, kind: DoubtKind) -> Judged:
    """Whether anything of the user's can mend it: the user's word, else what its kind allows."""
    if heard.own.fixable in ("yes", "no"):
        return Judged(heard.own.fixable == "yes", "You said so.", Basis.SAID)
    if is_about_who_one_is(heard.remark.quote):
        return Judged(False, PROTECTED, Basis.INFERRED)
    if kind is K.GAP and heard.proof is not None:
        says = f"It was not shown rather than lacking: your story “{heard.proof.story.title}” holds it."
        return Judged(True, says, Basis.INFERRED)
    value, why = _FIXABLE[kind]
    return Judged(value, why, Basis.INFERRED)


def is_about_who_one_is(quote: str) -> bool:
    """Whether the words touch age, family, health, belief or origin."""
    return _WHO_ONE_IS.search(quote) is not None


def states_a_doubt(code: str) -> bool:
    """Whether a reason says something of the user that can be met, checked or respected."""
    return OF_REASON.get(code, (None, ""))[0] is not None
