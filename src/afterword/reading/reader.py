"""One mail in, one reading out: the parts of this room in the order they are asked."""

from __future__ import annotations

from afterword.reading import language as tongue
from afterword.reading.company import firm_of
from afterword.reading.dates import promised_in
from afterword.reading.kind import Verdict, judge
from afterword.reading.people import people_of
from afterword.reading.reasons import reasons_in
from afterword.reading.remarks import remarks_in
from afterword.reading.role import role_of
from afterword.reading.schedule import interview_at, stage_of
from afterword.reading.sentences import Span
from afterword.reading.suspicion import why_suspect
from afterword.reading.text import open_letter
from afterword.reading.tone import can_reply, hand_of, invitation_in, stop_in
from afterword.terms import VERDICTS, Certainty, Direction, Evidence, Mail, MailKind, Reading

_NOBODYS = frozenset({MailKind.JOB_ALERT, MailKind.ACCOUNT, MailKind.NOT_JOB})


def read(mail: Mail, me: frozenset[str] = frozenset()) -> Reading:
    """What this mail says, with the words that say it; never raises on any `Mail`.

    `me` holds the user's own addresses; mail from one of them, or marked as sent,
    is outgoing and speaks for the user only.
    """
    me = frozenset(address.lower() for address in me)
    letter = open_letter(
        mail.text, tuple(a.name for a in (mail.sender, mail.reply_to) if a and a.name)
    )
    text = f"{' '.join(mail.subject.split())}\n\n{letter.body}"
    code, sure = tongue.language_of(letter.body if len(letter.body) > 40 else text)
    foreign = sure and code not in tongue.READ
    outgoing = mail.sent or bool(mail.sender and mail.sender.email.lower() in me)
    verdict = judge(
        mail,
        text,
        _languages(code, foreign),
        outgoing=outgoing,
        around=f"{letter.signature}\n{letter.quoted}",
    )
    suspect = why_suspect(mail, letter.whole)
    kind, certainty = _held_back(verdict, foreign=foreign, suspect=bool(suspect))
    firm = firm_of(mail, text, letter.signature, outgoing=outgoing)
    hand = hand_of(mail, letter, outgoing=outgoing)
    people = (
        ()
        if kind is MailKind.NOT_JOB
        else people_of(mail, letter, kind, outgoing=outgoing, agency=firm.agency, me=me)
    )
    evidence = [Evidence(h.start, h.end, text[h.start : h.end], h.rule.id) for h in verdict.hits]
    offset = len(text) - len(letter.body)

    def quote(span: Span, rule: str) -> None:
        start, end = offset + span.start, offset + span.end
        evidence.append(Evidence(start, end, text[start:end], rule))

    promised = stop = invitation = None
    listens = not outgoing and kind not in _NOBODYS
    if listens and mail.date is not None:
        promised = promised_in(letter.body, mail.date.date())
        if promised:
            quote(promised[1], "promise.date")
    if listens:
        stop = stop_in(letter.body)
        if stop:
            quote(stop, "tone.stop")
        invitation = None if stop else invitation_in(letter.body, hand)
        if invitation:
            quote(invitation, "tone.invitation")
    by = people[0].name or people[0].email if people and not outgoing else ""
    return Reading(
        id=mail.id,
        source=mail.source,
        date=mail.date,
        direction=Direction.OUT if outgoing else Direction.IN,
        language=code,
        text=text,
        kind=kind,
        certainty=certainty,
        company=firm.name,
        role="" if kind is MailKind.NOT_JOB else role_of(mail.subject, letter.body),
        people=people,
        reasons=reasons_in(text, kind, outgoing=outgoing),
        remarks=remarks_in(text, hand, by) if listens else (),
        hand=hand,
        reply_possible=True if outgoing else can_reply(mail, letter),
        promised_date=promised[0] if promised else None,
        invitation=invitation is not None,
        stop=stop is not None,
        stage=stage_of(text, kind) if not outgoing else None,
        interview_at=interview_at(mail, text, kind),
        by_internal=verdict.by_internal,
        agency=firm.agency,
        evidence=tuple(evidence),
        errors=(*mail.errors, *suspect),
    )


def _languages(code: str, foreign: bool) -> tuple[str, ...]:
    """Which rules to use: the mail's own, and English beside it, for firms mix them."""
    if foreign:
        return ("en",)
    return (code, "en") if code not in {"", "en"} else ("en",)


def _held_back(verdict: Verdict, *, foreign: bool, suspect: bool) -> tuple[MailKind, Certainty]:
    """A language we cannot read gives no verdict; a mail that pretends is never sure of one."""
    kind, certainty = verdict.kind, verdict.certainty
    if foreign:
        return (MailKind.OTHER_JOB if kind in VERDICTS else kind), Certainty.LOW
    if suspect and kind in (*VERDICTS, MailKind.WITHDRAWN):
        # What pretends changes nothing by itself: no case begins or ends with it.
        return (MailKind.OTHER_JOB if kind is MailKind.REJECTION else kind), Certainty.LOW
    return kind, certainty
