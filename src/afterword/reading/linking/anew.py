"""What begins another process than a case, however much the two share."""

from __future__ import annotations

import re
from datetime import timedelta

from afterword.reading.linking.clues import BEGINS, Clues
from afterword.reading.linking.evidence import FORWARD, Score
from afterword.reading.linking.shelf import Known, one_firm
from afterword.reading.names import role_words
from afterword.terms import Direction, MailKind

K = MailKind

#: Evidence that ties a mail to one process; a role alone is the role of many firms.
SURE = ("thread", "event", "number", "person")
#: After so long a silence, a new receipt is a new application (method 3.1; a year, less its holidays).
_NEW_ROUND = timedelta(days=240)
_AFTER_END = timedelta(days=45)
#: So long after a no what people come with is something else, unless they say it is not.
_BREATH = timedelta(days=14)
#: A referral or a first message is followed by the person themselves within so long.
_ANNOUNCED = timedelta(days=45)


def begins_anew(clues: Clues, score: Score) -> bool:
    """Whether this starts another process than this case, however much they share."""
    case = score.case
    if not clues.begins:
        other = clues.template and score.held["role"] < 0 and not score.has("number", *SURE)
        afterwards = _after_the_end(clues, score) or _called_anew(clues, score)
        return other or afterwards or _of_its_own(clues, score)
    if _new_round(clues, case):
        # A pool or a list that had ended draws on its people by its number.
        by_number = clues.kind is K.OUTREACH and score.has("number")
        return not by_number or _called_anew(clues, score)
    if _turns_aside(clues, score) or _second_client(clues, score):
        return True
    if score.has("thread") and (clues.applies or _same_talk(clues, score)):
        return False
    if clues.role and score.held["role"] < 0 and not score.has("number"):
        return True
    if clues.kind is not K.OUTREACH and _other_number(clues, score):
        return True
    if score.has("number", "event") or score.held["role"] >= 1.0:
        return not score.has("firm", "domain", "named", "name", *SURE)
    if clues.kind is K.OUTREACH:
        # A known agent who writes afresh has another client, unless something says it is the same.
        goes_on = score.has("name") and (
            (case.relayed and not case.people) or _at_a_new_address(clues, case)
        )
        return not (
            _same_talk(clues, score) or goes_on or _just_applied(score) or foretold(clues, score)
        )
    if not score.has("firm", "domain", "named", *SURE):
        return True
    if score.has("thread") or (not clues.role and score.has("road", "told")):
        return False
    if score.has("person") and not clues.role and not clues.template:
        return False  # somebody of the case who thanks or welcomes begins nothing
    return bool(case.roles and clues.role) or K.ACKNOWLEDGEMENT in case.begun


def _after_the_end(clues: Clues, score: Score) -> bool:
    """Whether they come forward anew weeks after a no, with nothing that says it is the old matter."""
    case = score.case
    if not case.ended or clues.direction is Direction.OUT or clues.kind not in FORWARD:
        return False
    if clues.moment is None or case.last is None or score.has("event", "number"):
        return False
    if score.has("thread"):
        # Who takes an old letter up after months may be answered with other work.
        # Its subject bears the old title still.
        return _long_silent(clues, case) and case.nearness(clues.role) < 0
    gap: timedelta = clues.moment - case.last
    if clues.template:
        return gap > _AFTER_END
    same = score.held["role"] >= 0.6 or score.has("subject", "topic")
    return gap > _BREATH and not same


def _called_anew(clues: Clues, score: Score) -> bool:
    """Whether they come long after a no with a number of their own, as a vacancy advertised again has one.

    That they name the old number as well tells only what they look back on.
    """
    case = score.case
    if clues.direction is Direction.OUT or not (case.ended and _long_silent(clues, case)):
        return False
    if clues.kind not in FORWARD | BEGINS | {K.REOPENED} or score.has("event"):
        return False
    makes = {_make(one) for one in case.numbers}
    return any(_make(one) in makes for one in clues.numbers - case.numbers)


def _make(number: str) -> str:
    """How a house writes its numbers: two of one make are two vacancies."""
    return re.sub(r"\d", "9", number)


def _long_silent(clues: Clues, case: Known) -> bool:
    """Whether nobody of this case had written for weeks; the user's own letters break no silence."""
    last = case.heard or case.last
    return clues.moment is not None and last is not None and clues.moment - last > _AFTER_END


def waits(clues: Clues, score: Score) -> bool:
    """Whether the user turns to people of a case long after its no: what they answer tells what it is about."""
    if clues.direction is Direction.IN or clues.answers or clues.begins:
        return False
    if not score.has("person", "domain"):
        return False
    if not (score.case.ended and _long_silent(clues, score.case)):
        return False
    return not score.has("thread", "event", "number") and score.held["role"] < 0.6


def _of_its_own(clues: Clues, score: Score) -> bool:
    """Whether another house writes about a vacancy of its own, though it names a firm of this case."""
    if score.has("firm", "domain", "name", "heralded", *SURE):
        return False
    if score.has("named") and score.held["role"] >= 0.6:
        return False
    return bool(clues.numbers and clues.role and clues.firms)


def _turns_aside(clues: Clues, score: Score) -> bool:
    """Whether an agent pitches another client in the conversation of the first, and says so."""
    return clues.another and score.held["role"] < 0.9 and not score.has("number", "event")


def _second_client(clues: Clues, score: Score) -> bool:
    """Whether an agent pitches plainly other work, or another client, in the conversation of the first.

    They need not say that it is another: an agent's thread is where they write from.
    """
    case = score.case
    if not clues.pitched or score.has("number", "event"):
        return False
    if any(len(words) > 1 and words <= clues.said for words in map(role_words, case.roles)):
        return False  # it names the old work as well
    if case.nearness(clues.pitched) < 0:
        return True
    known = (
        case.firms
        - clues.firms
        - {one for label in case.labels for one in case.firms if one_firm(one, label)}
    )
    theirs = clues.clients
    return bool(known and theirs) and not case.speaks_for(theirs) and not theirs & case.heralds


def _same_talk(clues: Clues, score: Score) -> bool:
    """Whether it goes on in a conversation of a case that is open: under its subject, or as a prompt answer."""
    case = score.case
    if not score.has("thread") or case.ended:
        return False
    prompt = score.held["thread"] >= 1.0 and score.has("fresh") and not clues.role
    return clues.subject in case.subjects or prompt


def _other_number(clues: Clues, score: Score) -> bool:
    return bool(clues.numbers and score.case.numbers and not clues.numbers & score.case.numbers)


def _at_a_new_address(clues: Clues, case: Known) -> bool:
    """Whether somebody of a lead that had no title yet, and is open, goes on from elsewhere soon after."""
    if case.ended or case.roles or clues.moment is None or case.last is None:
        return False
    return clues.moment - case.last <= _ANNOUNCED


def _just_applied(score: Score) -> bool:
    """Whether a recruiter's first word can be the answer to an application just received."""
    case = score.case
    begun = K.ACKNOWLEDGEMENT in case.begun and K.OUTREACH not in case.begun
    return begun and not case.ended and score.has("firm", "domain", "heralded")


def foretold(clues: Clues, score: Score) -> bool:
    """Whether somebody was announced before they wrote: a network's message, a friend's hint."""
    first = score.case.first
    if clues.moment is None or first is None or not score.has("told", "name", "handed"):
        return False
    return timedelta(0) < first - clues.moment <= _ANNOUNCED


def _new_round(clues: Clues, case: Known) -> bool:
    """Whether this starts again what the case had already finished."""
    # The user's own question before applying again is no sign that the old round went on.
    last = case.heard or case.last
    if clues.moment is None or last is None:
        return False
    gap: timedelta = clues.moment - last
    return gap > _NEW_ROUND or (case.ended and gap > _AFTER_END)
