"""Why they say no, in their words: codes R01-R19 of method 5, several may stand."""

from __future__ import annotations

import re

from afterword.reading.reasons.cues import CONDITION, CUES, DELETES, PUT_OFF
from afterword.reading.reasons.named import naming
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view
from afterword.terms import Basis, MailKind, ReasonSeen

K = MailKind
_NOES = frozenset(
    {K.REJECTION, K.POSITION_FILLED, K.ON_HOLD, K.CANCELLED, K.OFFER_RESCINDED, K.WITHDRAWN}
)
#: The code a kind stands for even where no cue is heard.
_OWN = {
    K.ON_HOLD: "R07",
    K.CANCELLED: "R08",
    K.OFFER_RESCINDED: "R19",
    K.POSITION_FILLED: "R05",
}
#: Which codes a kind may state beside its own; a rejection may state any but these.
_BESIDE = {
    K.ON_HOLD: frozenset({"R07"}),
    K.CANCELLED: frozenset({"R08"}),
    K.OFFER_RESCINDED: frozenset({"R19", "R07", "R08", "R14"}),
    K.POSITION_FILLED: frozenset({"R04", "R05"}),
}
_NOT_IN_A_NO = frozenset({"R07", "R19"})
#: Says that somebody was preferred, or how far it went: what names something stands before it.
_COMPARES = frozenset({"R01", "R02"})
_ROWS = tuple((code, rule(cue), rule(beside) if beside else None) for code, cue, beside in CUES)
_CONDITION, _DELETES, _PUT_OFF = rule(CONDITION), rule(DELETES), rule(PUT_OFF)
_CHOSEN = next(cue for code, cue, _ in _ROWS if code == "R02")
#: What else the user has applied for there: nobody else's application.
_YOUR_OTHERS = rule(
    r"\b(?:your|ihre[nrm]?|deine[nrm]?|vos|tes|sus|tus|vuestras|suas|tuas|sue|tue|uw|jouw|le) (?:other|further|anderen?|weiteren?|autres|otras|outras|altre|andere) (?:applications?|candidac\w+|bewerbung\w*|candidatur\w+|kandidatur\w+|sollicitatie\w*)|\baltre (?:sue|tue) candidature"
)
_YOU = rule(
    r"\b(?:you|your|you're|sie|ihnen|ihr|ihre|du|dir|dich|dein\w*|u|uw|je|jij|jouw|vous|votre|vos|tu|te|ton|usted|su|sus|tú|"
    r"você|seu|sua|tua|teu|lei|le|suo|ti|tuo)\b"
)


def reasons_in(text: str, kind: MailKind, *, outgoing: bool) -> tuple[ReasonSeen, ...]:
    """The stated reasons of a no with their sentences; R18 alone when none is given."""
    if kind not in _NOES:
        return ()
    if kind is K.WITHDRAWN:
        return (ReasonSeen("R17", _told(text), Basis.SAID),)
    found = _heard(text, _codes(kind))
    if kind is K.OFFER_RESCINDED and not _PUT_OFF.search(view(found.get("R07", ""))):
        found.pop("R07", None)
    named = _named(text) if kind is K.REJECTION else ""
    if named:
        found["R03"] = named
    own = _OWN.get(kind)
    if own and not (kind is K.POSITION_FILLED and "R04" in found):
        found.setdefault(own, _told(text))
    stated = [code for code in found if code not in {"R09", "R10", "R01"}]
    if stated:
        found.pop("R01", None)  # why, not only how far
    elif kind is K.REJECTION and "R01" not in found:
        found["R18"] = ""
    order = sorted(found, key=lambda c: (c in {"R09", "R10", "R18"}, c in _COMPARES, c))
    return tuple(ReasonSeen(c, found[c], Basis.SAID if found[c] else Basis.INFERRED) for c in order)


def with_invitation(reasons: tuple[ReasonSeen, ...], words: str) -> tuple[ReasonSeen, ...]:
    """The reasons with the words of a real invitation among them (`tone.invitation_in`), if any.

    They count before a cooler "write back if you wish", which is heard as the same code.
    """
    if not words:
        return reasons
    others = tuple(one for one in reasons if one.code != "R10")
    last = len(others) - sum(one.code == "R18" for one in others)
    return (*others[:last], ReasonSeen("R10", words, Basis.SAID), *others[last:])


def _named(text: str) -> str:
    """The sentence that says what was lacking or what the other one had; "" where none does."""
    seen = view(text)
    span = naming(seen, sentences(seen))
    if span is None or _CONDITION.match(seen, span.start):
        return ""
    return text[span.start : span.end]


def _codes(kind: MailKind) -> frozenset[str]:
    every = frozenset(code for code, _, _ in _ROWS)
    return _BESIDE.get(kind, every - _NOT_IN_A_NO)


def _heard(text: str, codes: frozenset[str]) -> dict[str, str]:
    """Each code that is heard, with the first sentence that says it."""
    seen = view(text)
    spans: tuple[Span, ...] | None = None
    found: dict[str, str] = {}
    for code, cue, beside in _ROWS:
        if code not in codes or cue.search(seen) is None:  # most are silent on most mail
            continue
        spans = spans if spans is not None else sentences(seen)
        for span in spans:
            if cue.search(seen, span.start, span.end) and _holds(
                seen[span.start : span.end], code, beside
            ):
                found[code] = text[span.start : span.end]
                break
    return found


def _holds(sentence: str, code: str, beside: re.Pattern[str] | None) -> bool:
    if beside is not None and beside.search(sentence) is None:
        return False
    if code == "R09" and _DELETES.search(sentence):
        return False
    if code == "R03" and _CHOSEN.search(sentence) and not _YOU.search(sentence):
        return False  # what the other one had, not what this one lacked
    if code == "R02" and not _CHOSEN.search(_YOUR_OTHERS.sub(" ", sentence)):
        return False
    return code in {"R09", "R10"} or _CONDITION.match(sentence) is None


def _told(text: str) -> str:
    """The first sentence of the body that says something: no greeting."""
    body = text.split("\n\n", 1)[-1]
    spans = [body[s.start : s.end] for s in sentences(body)]
    said = [s for s in spans if len(s.split()) > 4]
    return (said or spans or [""])[0]
