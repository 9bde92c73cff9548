"""Which case a mail belongs to; in doubt a question, never a guess.

The evidence, strongest first: the thread, the person and the role, the firm's own
address and the role. A firm's name alone never joins anything: two roles at one
firm are two cases, and a second application a year later is a new one. A wrong
join is worse than a question, and a needless question is worse than none.
"""

from __future__ import annotations

from datetime import timedelta

from afterword.reading import senders
from afterword.reading.names import company_key
from afterword.reading.shelf import Known, Shelf, own_domain, parties, says_firm, subject_key
from afterword.terms import Certainty, Direction, Hand, Link, Mail, MailKind, Reading

__all__ = ["Shelf", "link"]

#: Mail that tells of no process by itself: it may continue a thread, nothing more.
BESIDE = frozenset({MailKind.NOT_JOB, MailKind.JOB_ALERT, MailKind.ACCOUNT})
#: Mail that speaks of a process somebody is in, so an unknown one begins here.
BEGINS = frozenset(
    {
        MailKind.ACKNOWLEDGEMENT,
        MailKind.APPLICATION_VIEWED,
        MailKind.ASSESSMENT,
        MailKind.INTERVIEW_INVITATION,
        MailKind.INTERVIEW_LOGISTICS,
        MailKind.STATUS_UPDATE,
        MailKind.OFFER,
        MailKind.REJECTION,
        MailKind.POSITION_FILLED,
        MailKind.ON_HOLD,
        MailKind.CANCELLED,
        MailKind.REOPENED,
        MailKind.OFFER_RESCINDED,
    }
)
#: Out of these a person may be asked; the rest is simply left without a case.
WORTH_ASKING = BEGINS - {MailKind.APPLICATION_VIEWED, MailKind.INTERVIEW_LOGISTICS}
#: How long a quiet process can still be the one that is meant.
LIVES = timedelta(days=200)
#: After an ending, words between the same people still belong to it for so long.
AFTERWORDS = timedelta(days=120)
#: An acknowledgement so long after the first word is a second application.
AGAIN = timedelta(days=150)


def link(reading: Reading, mail: Mail, shelf: Shelf) -> Link:
    """The case of this mail: known, new, none, or a question with its candidates."""
    threaded = _thread(reading, mail, shelf)
    if threaded is not None:
        return threaded
    if reading.kind in BESIDE:
        return Link(why="It speaks of no process.")
    known = _by_person(reading, mail, shelf)
    if known is not None:
        return known
    return _by_firm(reading, mail, shelf)


# ── the thread ──────────────────────────────────────────────────────────────


def _thread(reading: Reading, mail: Mail, shelf: Shelf) -> Link | None:
    for one in (mail.in_reply_to, *reversed(mail.references)):
        case = shelf.cases.get(shelf.threads.get(one, ""))
        if case is None:
            continue
        # A recruiter who answers an old mail with another role begins something new.
        other = case.plays(reading.role) is False
        if other and reading.kind in (MailKind.OUTREACH, MailKind.ACKNOWLEDGEMENT):
            return None
        return Link(case=case.id, why="It answers a mail of this case.")
    # Some systems answer without saying to what: the same subject with the same people will do.
    subject = subject_key(mail.subject)
    if not subject or reading.kind in BESIDE:
        return None
    people = {a for a in parties(reading, mail) if not senders.is_no_reply(a)}
    same = [
        case
        for case in map(shelf.cases.__getitem__, sorted(shelf.with_person(people)))
        if subject in case.subjects and _near(case, reading, LIVES)
    ]
    if len(same) == 1 and same[0].plays(reading.role) is not False:
        return Link(case=same[0].id, why="Same subject between the same people.")
    return None


# ── the person ──────────────────────────────────────────────────────────────


def _by_person(reading: Reading, mail: Mail, shelf: Shelf) -> Link | None:
    """A person of one case writes, or is written to, about nothing else that we know of."""
    people = {
        a for a in parties(reading, mail) if senders.vendor_of(a) is None
        and not senders.is_no_reply(a)
    }  # fmt: skip
    cases = [shelf.cases[c] for c in sorted(shelf.with_person(people))]
    near = [c for c in cases if _near(c, reading, AFTERWORDS if c.ended else LIVES)]
    if not near:
        return None
    named = [c for c in near if c.plays(reading.role)]
    if len(named) == 1:
        return Link(case=named[0].id, why="The same person about the same role.")
    open_to = [c for c in near if c.plays(reading.role) is not False]
    firm = company_key(reading.company)
    if len(near) > 1 and firm:
        open_to = [c for c in open_to if not c.firms or _speaks_of(c, firm)] or open_to
    if not open_to:
        return None if _begins(reading) else _ask(near, reading, "The same person, another role?")
    running = [c for c in open_to if not c.ended]
    if len(open_to) == 1 or len(running) == 1:
        one = running[0] if len(running) == 1 else open_to[0]
        if firm and one.firms and not _speaks_of(one, firm) and reading.agency:
            # An agency recruiter names another client: another process.
            return None if _begins(reading) else _ask([one], reading, "Another client?")
        return Link(case=one.id, why="The same person wrote before in this case.")
    return _ask(open_to, reading, "The same person is in more than one process.")


# ── the firm ────────────────────────────────────────────────────────────────


def _by_firm(reading: Reading, mail: Mail, shelf: Shelf) -> Link:
    firm = company_key(reading.company)
    domains = {d for a in parties(reading, mail) if (d := own_domain(a))}
    found = shelf.at_firm(firm) | shelf.at_domain(domains)
    cases = [shelf.cases[c] for c in sorted(found)]
    near = [c for c in cases if _near(c, reading, LIVES)]
    if reading.kind is MailKind.ACKNOWLEDGEMENT:
        near = [c for c in near if not _is_again(c, reading)]
    named = [c for c in near if c.plays(reading.role)]
    running = [c for c in named if not c.ended] or named
    if len(running) == 1:
        return Link(case=running[0].id, why="Same firm and same role.")
    if len(running) > 1:
        return _ask(running, reading, "Two processes there carry this role.")
    open_to = [c for c in near if c.plays(reading.role) is None]
    running = [c for c in open_to if not c.ended] or open_to
    close = [c for c in running if _is_close(c, firm, domains, mail)]
    if len(close) == 1 and (len(running) == 1 or not reading.role):
        others = [c for c in near if c is not close[0] and not c.ended]
        if not others or reading.role:
            return Link(case=close[0].id, why="The one process there, from the same house.")
    if running and not reading.role and reading.kind not in (MailKind.OUTREACH,):
        return _ask([c for c in near if not c.ended] or near, reading, "Which of the roles there?")
    if _begins(reading):
        return _begin(reading, mail)
    return Link(why="Nothing known fits, and it begins nothing.")


def _is_close(case: Known, firm: str, domains: set[str], mail: Mail) -> bool:
    """Evidence beyond the firm's name: its own domain, or the system that wrote before."""
    if case.domains & domains:
        return True
    if any(
        says_firm(domain, known) for domain in domains for known in case.firms | {firm} if known
    ):
        return True
    if firm and any(says_firm(domain, firm) for domain in case.domains):
        return True
    sender = mail.sender.email if mail.sender else ""
    vendor = senders.vendor_of(sender)
    if vendor is None:
        return sender in case.machines
    return any(senders.vendor_of(machine) == vendor for machine in case.machines)


# ── beginning and asking ────────────────────────────────────────────────────


def _begins(reading: Reading) -> bool:
    """Whether a mail that fits nothing known is the first word of a process."""
    if reading.certainty is Certainty.LOW:
        return False
    if reading.kind is MailKind.OUTREACH:
        personal = reading.hand is Hand.PERSONAL and reading.reply_possible
        return personal and bool(reading.role) and reading.direction is Direction.IN
    if reading.kind is MailKind.WITHDRAWN:
        return bool(reading.company or reading.role)
    return reading.kind in BEGINS and reading.direction is Direction.IN


def _begin(reading: Reading, mail: Mail) -> Link:
    firm = company_key(reading.company)
    human = mail.sender is not None and own_domain(mail.sender.email)
    if not firm and not reading.role and not human:
        # A verdict from nobody about nothing: only the user can know what it is about.
        return Link(ask=True, why="It names neither a firm nor a role.")
    return Link(new=True, why="The first word of a process.")


def _ask(cases: list[Known], reading: Reading, why: str) -> Link:
    if reading.kind not in WORTH_ASKING and reading.direction is Direction.IN:
        return Link(why=why)
    if reading.direction is Direction.OUT:
        return Link(why=why)
    return Link(ask=True, candidates=tuple(c.id for c in cases[:5]), why=why)


def _speaks_of(case: Known, firm: str) -> bool:
    return firm in case.firms or any(
        known.startswith(firm + " ") or firm.startswith(known + " ") for known in case.firms
    ) or any(says_firm(domain, firm) for domain in case.domains)  # fmt: skip


def _near(case: Known, reading: Reading, reach: timedelta) -> bool:
    """Whether the mail lies within reach of the case's dates, on either side."""
    if reading.date is None or case.last is None or case.first is None:
        return True
    return case.first - reach <= reading.date <= case.last + reach


def _is_again(case: Known, reading: Reading) -> bool:
    """Whether an acknowledgement is of a later application than this case."""
    if reading.date is None or case.first is None:
        return False
    return reading.date > case.first + AGAIN or (case.ended and reading.date > case.first)
