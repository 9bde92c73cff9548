"""What the user's corrections teach: a mail made like one they corrected is read as they said.

A lesson is one corrected mail: its make (see `likeness`) and what the user said of it. Nothing
here is sure of itself: what was taught is fair, never strong, and mail that pretends is not
believed because it looks like something. How it was measured: benchmarks/lessons.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from afterword.reading import senders
from afterword.reading.fraud.suspicion import is_suspect
from afterword.reading.likeness import Make, kin, likeness, make_of, shared
from afterword.reading.names import company_key, role_key
from afterword.reading.reasons.codes import reasons_in
from afterword.reading.role.title import role_of
from afterword.reading.schedule import interview_at, stage_of
from afterword.terms import VERDICTS, Certainty, Direction, Evidence, Mail, MailKind, Reading

#: From this likeness on two mails of one house are the same letter: true copies lie above it, and
#: of the letters of one firm that mean different things none comes near (the nearest has 0.47).
ALIKE = 0.65
#: Enough where the reader only guessed and the very same address wrote.
LEANING = 0.5
#: What it takes to say that words which read as a plain verdict are none, or that a mail is about
#: no job at all: such mail is not even kept.
CERTAIN = 0.85

#: Mail that belongs to nobody's search: nothing in it is promised or asked.
_NOBODYS = frozenset({MailKind.JOB_ALERT, MailKind.ACCOUNT, MailKind.NOT_JOB})
_TAUGHT = "taught"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one corrected mail teaches: how it was made, how it was read, what the user said."""

    mail: str
    make: Make
    kind: MailKind | None = None
    company: str = ""
    role: str = ""
    was_company: str = ""
    was_role: str = ""
    agency: bool = False


def lesson_of(
    reading: Reading,
    mail: Mail,
    *,
    kind: MailKind | None = None,
    company: str = "",
    role: str = "",
) -> Lesson | None:
    """What follows from the user's word on this mail, read as `reading`; None when nothing does.

    What the user wrote themselves, and mail that pretends, are nobody's pattern.
    """
    if reading.direction is Direction.OUT or is_suspect(reading):
        return None
    # The right names are names too, so that they are left out of the make.
    named = f"{reading.company} {company}".strip(), f"{reading.role} {role}".strip()
    make = make_of(replace(reading, company=named[0], role=named[1]), mail)
    if not make.address:
        return None
    if not is_own_office(make.address) or reading.agency:
        company = ""
    lesson = Lesson(
        mail=mail.id,
        make=make,
        kind=kind if make.says_enough else None,
        company=company,
        role=role if reading.role else "",
        was_company=reading.company,
        was_role=reading.role,
        agency=reading.agency,
    )
    return lesson if lesson.kind or lesson.company or lesson.role else None


def is_own_office(address: str) -> bool:
    """Whether an address is of one firm: no recruiting system or board, and no free mail."""
    return bool(address) and senders.vendor_of(address) is None and not senders.is_freemail(address)


def teacher_of(rule: str) -> str:
    """The id of the mail by which a piece of evidence was taught; "" when it was not taught."""
    head, _, mail = rule.partition(":")
    return mail if head.partition(".")[0] == _TAUGHT else ""


def heed(reading: Reading, mail: Mail, lessons: Sequence[Lesson]) -> Reading:
    """The reading as the user's corrections taught it; the same reading when they say nothing of it.

    Heeding twice is heeding once, and no lesson is heeded by the mail that gave it.
    """
    if not lessons or reading.direction is Direction.OUT or is_suspect(reading):
        return reading
    address = mail.sender.email.lower() if mail.sender else ""
    near = [one for one in lessons if one.mail != mail.id and kin(one.make.address, address)]
    if not near:
        return reading
    make = make_of(reading, mail)
    reading = _as_kind(reading, mail, make, near)
    if reading.kind is MailKind.NOT_JOB:
        return reading
    return _as_role(_as_company(reading, address, near), near)


def _as_kind(reading: Reading, mail: Mail, make: Make, lessons: Iterable[Lesson]) -> Reading:
    """What the mail is, by the lesson it is most like; the later one of two as like."""
    best, likest = None, 0.0
    for one in lessons:
        if one.kind is not None and make.says_enough:
            how = likeness(one.make, make)
            if how >= max(likest, _needed(reading, one, make)):
                best, likest = one, how
    if best is None or best.kind is None:
        return reading
    if best.kind is reading.kind and reading.certainty is not Certainty.LOW:
        return reading
    start, end = shared(reading, mail, best.make)
    proof = Evidence(start, end, reading.text[start:end], f"{_TAUGHT}:{best.mail}")
    return _said(reading, mail, best.kind, proof)


def _needed(reading: Reading, lesson: Lesson, make: Make) -> float:
    """How alike this mail must be to that lesson's before it is read so."""
    if lesson.kind is MailKind.NOT_JOB:
        return CERTAIN
    if reading.certainty is Certainty.LOW and lesson.make.address == make.address:
        return LEANING
    sure = reading.certainty is not Certainty.LOW and reading.kind in VERDICTS
    return CERTAIN if sure and lesson.kind not in VERDICTS else ALIKE


def _said(reading: Reading, mail: Mail, kind: MailKind, proof: Evidence) -> Reading:
    """The reading with another kind, and what follows from a kind made anew."""
    if kind is reading.kind:
        return replace(reading, certainty=Certainty.FAIR, evidence=(proof, *reading.evidence))
    text, nobodys = reading.text, kind in _NOBODYS
    kept = () if nobodys else tuple(e for e in reading.evidence if _stays(e.rule))
    said = replace(
        reading,
        kind=kind,
        certainty=Certainty.FAIR,
        role=reading.role or role_of(mail.subject, text.partition("\n\n")[2]),
        reasons=reasons_in(text, kind, outgoing=False),
        stage=stage_of(text, kind),
        interview_at=interview_at(mail, text, kind),
        by_internal=reading.by_internal and kind is MailKind.POSITION_FILLED,
        evidence=(proof, *kept),
    )
    if not nobodys:
        return said
    return replace(said, promised_date=None, invitation=False, stop=False, remarks=())


def _stays(rule: str) -> bool:
    """Whether evidence holds whatever the kind: a day named, a wish to be left alone, a taught name."""
    return rule.startswith(("promise.", "tone.", f"{_TAUGHT}."))


def _as_company(reading: Reading, address: str, lessons: Iterable[Lesson]) -> Reading:
    """The firm, where the user named one for this very address and never another."""
    told = [one for one in lessons if one.company and one.make.address == address]
    if not told or reading.agency or len({company_key(one.company) for one in told}) > 1:
        return reading
    last = told[-1]
    if reading.company == last.company:
        return reading
    return _named(reading, "company", last.company, last.mail)


def _as_role(reading: Reading, lessons: Iterable[Lesson]) -> Reading:
    """The role, where the same words of the same firm were misread as they were before."""
    read = role_key(reading.role)
    told = [one for one in lessons if one.role and read and role_key(one.was_role) == read]
    firm = company_key(reading.company)
    told = [one for one in told if firm in (company_key(one.was_company), company_key(one.company))]
    if len({role_key(one.role) for one in told}) != 1 or told[-1].role == reading.role:
        return reading
    return _named(reading, "role", told[-1].role, told[-1].mail)


def _named(reading: Reading, what: str, name: str, mail: str) -> Reading:
    """The reading with this firm or role; the evidence is where its text has the name, if it has."""
    at = reading.text.casefold().find(name.casefold())
    start, end = (at, at + len(name)) if at >= 0 else (0, 0)
    if reading.text[start:end].casefold() != name.casefold():
        start = end = 0  # Some letters change their length when their case is folded.
    proof = Evidence(start, end, reading.text[start:end], f"{_TAUGHT}.{what}:{mail}")
    kept = tuple(e for e in reading.evidence if not e.rule.startswith(f"{_TAUGHT}.{what}:"))
    given = {"company": name} if what == "company" else {"role": name}
    return replace(reading, evidence=(*kept, proof), **given)  # type: ignore[arg-type]
