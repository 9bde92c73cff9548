"""One mail in, one reading out: the parts of this room in the order they are asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from afterword.reading.beside_an_offer import is_beside
from afterword.reading.company.naming import firm_of
from afterword.reading.dates.asked import asked_in
from afterword.reading.dates.loosely import as_named
from afterword.reading.dates.promised import promised_in
from afterword.reading.dates.slots import ASKING_TIMES, slots_in
from afterword.reading.dates.unheard import TELLING_TERMS, silence_in
from afterword.reading.fraud.lures import lure_in
from afterword.reading.fraud.money import asks_for_money
from afterword.reading.fraud.suspicion import why_suspect
from afterword.reading.hearing import Heard, hear
from afterword.reading.linking.apart import is_passed_on
from afterword.reading.model import judge
from afterword.reading.moved import told_in
from afterword.reading.passed_on import writers_below
from afterword.reading.people.appearing import people_of
from afterword.reading.reasons.codes import reasons_in, with_invitation
from afterword.reading.remarks import remarks_in
from afterword.reading.role.title import role_of
from afterword.reading.schedule import interview_at, stage_of
from afterword.reading.secondhand import through_a_friend
from afterword.reading.sentences import Span
from afterword.reading.settling import Ask, Settled, settle
from afterword.reading.tone import can_reply, hand_of, invitation_in, stop_in
from afterword.reading.view import one_line
from afterword.terms import (
    VERDICTS,
    Certainty,
    Direction,
    Evidence,
    Mail,
    MailKind,
    Reading,
    RemarkKind,
    RemarkSeen,
)

#: In the name of a rule that only points to something.
HINT = ".hint."
_NOBODYS = frozenset({MailKind.JOB_ALERT, MailKind.ACCOUNT})


def read(
    mail: Mail, me: frozenset[str] = frozenset(), *, kin: bool = False, ask: Ask = judge
) -> Reading:
    """What this mail says, with the words that say it; never raises on any `Mail`.

    `me` holds the user's own addresses; mail from one of them, or marked as sent,
    is outgoing and speaks for the user only. With `kin` it answers mail of a known
    process, so it is about one, whatever its few words say. `ask` stands in for the model.
    """
    reading = _read(mail, me, kin=kin, ask=ask)
    if not reading.below or reading.direction is Direction.OUT:
        return reading
    return through_a_friend(reading, mail, lambda below: _read(below, kin=False, ask=ask))


def _read(mail: Mail, me: frozenset[str] = frozenset(), *, kin: bool, ask: Ask) -> Reading:
    """What its own words say."""
    me = frozenset(address.lower() for address in me)
    heard = hear(mail, me)
    letter, text, outgoing = heard.letter, heard.text, heard.outgoing
    suspect = why_suspect(mail, letter.whole)
    settled = settle(heard, ask, kin=kin)
    kind, certainty = _held_back(settled, foreign=heard.foreign, suspect=bool(suspect))
    hand = hand_of(mail, letter, outgoing=outgoing)
    evidence = _evidence(heard, settled, kind)
    by_rule = any(".offer" in one.rule for one in evidence)
    if kind is MailKind.OFFER and is_beside(mail, letter.body, by_rule=by_rule):
        kind, evidence = MailKind.OTHER_JOB, []
    plain = Reading(
        id=mail.id,
        source=mail.source,
        date=mail.date,
        direction=Direction.OUT if outgoing else Direction.IN,
        language=heard.language,
        text=text,
        kind=kind,
        certainty=certainty,
        hand=hand,
        reply_possible=outgoing or can_reply(mail, letter),
        evidence=tuple(evidence),
        errors=(*mail.errors, *suspect),
        below=writers_below(letter.whole) if is_passed_on(mail.subject) else (),
    )
    if kind is MailKind.NOT_JOB:  # most mail, and nothing more is wanted of it
        return plain
    firm = firm_of(mail, text, letter.signature, outgoing=outgoing)
    people = people_of(
        mail,
        letter,
        kind,
        outgoing=outgoing,
        agency=firm.agency,
        me=me,
        firm=firm.name,
        search=firm.search,
    )
    offset = heard.offset

    def quote(span: Span, rule: str) -> None:
        start, end = offset + span.start, offset + span.end
        evidence.append(Evidence(start, end, text[start:end], rule))

    promised = stop = invitation = None
    promised_as = ""
    due: date | None = None
    at = interview_at(mail, text, kind)
    listens = not outgoing and kind not in _NOBODYS
    if listens and mail.date is not None:
        promised = promised_in(letter.body, mail.date.date(), kind)
        term = silence_in(letter.body, mail.date.date()) if kind in TELLING_TERMS else None
        if term:  # their own term ends the wait, whatever they hope for before it
            promised = term.day, term.sentence
        if promised:
            quote(promised[1], "promise.date")
            promised_as = as_named(evidence[-1].text, promised[0], mail.date.date())
        if term and term.is_no:
            quote(term.sentence, "silence.no")
        asked_for = asked_in(letter.body, mail.date.date(), kind)
        if asked_for:
            due = asked_for.day
            quote(asked_for.sentence, "asked.answer" if asked_for.of_the_answer else "asked.date")
        times = None
        if kind in ASKING_TIMES and at is None:
            times = slots_in(letter.body, mail.date.date())
        if times:
            due = due or times.day
            quote(times.sentence, "asked.times")
    if listens:
        became = (
            told_in(letter.body, mail.date.date()) if mail.date and not mail.calendars else None
        )
        if became:
            old, new = (one.isoformat() if one else "" for one in became[0])
            quote(became[1], f"talk.moved {old}>{new}")
        stop = stop_in(letter.body)
        if stop:
            quote(stop, "tone.stop")
        invitation = None if stop else invitation_in(letter.body, hand, kind)
        if invitation:
            quote(invitation, "tone.invitation")
    by = people[0].name or people[0].email if people and not outgoing else ""
    remarks = remarks_in(text, hand, by) if listens else ()
    paying = asks_for_money(mail, letter.body) if listens else None
    asked = paying or (lure_in(mail, letter.body, kind) if listens else None)
    if asked:
        quote(asked, "asks.money" if paying else "asks.lure")
        # Quoted in a line: where theirs broke says nothing.
        said = one_line(evidence[-1].text)
        remarks = (RemarkSeen(RemarkKind.MONEY, said, by), *remarks)
    return replace(
        plain,
        company=firm.name,
        role=role_of(mail.subject, letter.body, own=outgoing),
        people=people,
        reasons=with_invitation(
            reasons_in(text, kind, outgoing=outgoing),
            letter.body[invitation.start : invitation.end] if invitation else "",
        ),
        remarks=remarks,
        promised_date=promised[0] if promised else None,
        promised_as=promised_as,
        invitation=invitation is not None,
        stop=stop is not None,
        stage=None if outgoing else stage_of(text, kind),
        interview_at=at,
        by_internal=heard.verdict.by_internal and kind is MailKind.POSITION_FILLED,
        agency=firm.agency,
        evidence=tuple(evidence),
        asked_by=due,
    )


def _evidence(heard: Heard, settled: Settled, kind: MailKind) -> list[Evidence]:
    """The words that speak for the kind: what the rules heard, and what moved the model."""
    text = heard.text
    found = [
        Evidence(h.start, h.end, text[h.start : h.end], h.rule.id)
        for h in heard.verdict.hits
        if h.rule.kind is kind or settled.moved is None
    ]
    if settled.moved is None:
        return found
    start, end = settled.moved.start, settled.moved.end
    moved = Evidence(start, end, text[start:end], "model")
    found.sort(key=lambda one: HINT in one.rule)  # "unfortunately" by itself says nothing
    says_it = any(start <= one.start < end and HINT not in one.rule for one in found)
    # The sentence that says it is shown first; one that only moved the model comes after the words.
    return [moved, *found] if says_it and kind in VERDICTS else [*found, moved]


def _held_back(settled: Settled, *, foreign: bool, suspect: bool) -> tuple[MailKind, Certainty]:
    """A language we cannot read gives no verdict; a mail that pretends is never sure of one."""
    kind, certainty = settled.kind, settled.certainty
    if foreign:
        return (MailKind.OTHER_JOB if kind in VERDICTS else kind), Certainty.LOW
    if suspect and kind in (*VERDICTS, MailKind.WITHDRAWN):
        # What pretends changes nothing by itself: no case begins or ends with it.
        return (MailKind.OTHER_JOB if kind is MailKind.REJECTION else kind), Certainty.LOW
    return kind, certainty
