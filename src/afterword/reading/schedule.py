"""When an interview is, and how far the process has come."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from afterword import workdays
from afterword.reading import zones
from afterword.reading.dates.promised import dates_in
from afterword.reading.moved import now_on
from afterword.reading.sentences import sentences
from afterword.reading.view import rule, view
from afterword.terms import Mail, MailKind, Stage

K = MailKind

_TIME = rule(
    r"\b(?:(?:at|um|à|a las|às|om|alle|from|@) )?(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a\.m\.|p\.m\.|uhr|h\b|uur|noon)?(?: ?(?:-|\u2013|to|bis) ?\d{1,2}(?:[:.]\d{2})? ?(am|pm)?)?"
)
#: Between the two ends of a talk.
_SPAN = rule(r"[-\u2013]|\b(?:to|until|till|bis|tot|à|jusqu'à|a|hasta|até|alle|fino)\b")
_STAGES: tuple[tuple[Stage, str], ...] = (
    (
        Stage.REFERENCE_BACKGROUND_CHECK,
        r"\b(?:reference|background) (?:check|screening|verification)s?\b|\b(?:your )?(?:referees|references) (?:for|from|so|to)\b",
    ),
    (
        Stage.FINAL_EXECUTIVE,
        r"\b(?:final(?:[- ](?:round|stage|interview|conversation|step|panel))|last (?:round|stage|interview)|finalists?|meet(?:ing)? (?:our|the|with our) (?:ceo|cto|cfo|coo|founder\w*|president|board|managing director|md)|(?:interview|conversation|call|chat) with (?:our|the) (?:ceo|cto|cfo|coo|founder\w*|board|president)|letzte runde|endrunde|abschlussgespräch|dernier entretien|entretien final|entrevista final|laatste ronde|ultimo colloquio)\b",
    ),
    (
        Stage.PANEL_ONSITE,
        r"\b(?:panel(?: interview)?|on-?site|onsite|super ?day|assessment (?:centre|center|day)|in[- ]person interview|loop|virtual onsite|full day|second(?:[- ](?:round|interview|stage))|third (?:round|interview)|zweite(?:s|n|r)? (?:gespräch|runde|vorstellungsgespräch)|deuxième entretien|segunda entrevista|tweede gesprek|secondo colloquio)\b",
    ),
    (
        Stage.HIRING_MANAGER_INTERVIEW,
        r"\b(?:hiring manager|line manager|(?:interview|call|conversation|chat|meet(?:ing)?) with (?:the|our|your) (?:\w{1,14} ){0,2}(?:manager|head|director|lead)|first(?:[- ](?:round|interview))|technical interview|vorstellungsgespräch|entretien avec)\b",
    ),
    (
        Stage.ASSESSMENT,
        r"\b(?:assessment|coding (?:test|challenge|exercise)|take-?home|case study|online test|technical test|skills test|homework|hackerrank|codility|hirevue)\b",
    ),
    (
        Stage.RECRUITER_SCREEN,
        r"\b(?:phone (?:screen\w*|call|interview|chat)|screening (?:call|interview)|intro(?:ductory)? (?:call|chat)|initial (?:call|chat|conversation|interview|screen)|first call|recruiter (?:screen|call|chat)|telefonat|telefoninterview|erstes gespräch|kennenlernen|entretien téléphonique|entrevista telefónica|entrevista inicial|telefonisch|colloquio telefonico|conoscitivo)\b",
    ),
)
_PAST = rule(
    r"\b(?:interview(?:ed|ing)? (?:with|you|process)|(?:meet(?:ing)?|met|speak(?:ing)?|spoke|talk(?:ing)?) (?:with|to)? ?(?:you|us|the team)|time (?:and effort )?(?:you )?(?:spent|took|invested)(?: [\w',]{1,12}){0,6} (?:interview\w*|speak\w*|meet\w*)|came in|coming in|our (?:conversation|chat|interview|call)s?|your interviews?|gespräch mit ihnen|notre (?:entretien|échange)|nuestra (?:entrevista|conversación)|ons gesprek)\b"
)
#: Others will talk with them, or nobody has yet: "six of them will come to meet us".
_OF_OTHERS = rule(
    r"\b(?:will|won't|them|those|others|candidates|applicants|who|unable to|cannot|not(?: be)?(?: able)?(?: to)?)(?: (?!and\b|but\b)[\w'-]{1,14}){0,5} ?$"
)


def interview_at(mail: Mail, text: str, kind: MailKind) -> datetime | None:
    """When the interview starts, from a calendar part first, else from the words."""
    for raw in mail.calendars:
        found = _from_calendar(raw)
        if found is not None:
            return found
    if kind not in {K.INTERVIEW_INVITATION, K.INTERVIEW_LOGISTICS} or mail.date is None:
        return None
    best: datetime | None = None
    for span in sentences(text):
        sentence = text[span.start : span.end]
        days = [d for d in dates_in(sentence, mail.date.date()) if d.day >= mail.date.date()]
        taken = {(d.start, d.end) for d in days}
        days, begin, stop = now_on(sentence, days, mail.date.date())
        clocks = [one for one in _times(sentence, taken) if begin <= one[1] <= stop]
        if len({d.day for d in days}) == 1 and clocks:
            best = _moment(mail, sentence, text, days[0].day, clocks)
    return best


def _moment(
    mail: Mail, sentence: str, text: str, day: date, clocks: list[tuple[time, int]]
) -> datetime:
    """The first of the hours whose zone is named, on that clock; without one, on the mail's own."""
    assert mail.date is not None
    seen = view(sentence)
    country = workdays.country_of(mail.sender.email) if mail.sender else ""
    beside = [
        # "de 14:00 à 14:45 (heure de Paris)": the zone behind its end is that of its beginning
        (clocks[0][0] if at and _SPAN.search(seen[clocks[at - 1][1] : end]) else clock, found)
        for at, (clock, end) in enumerate(clocks)
        if (found := zones.beside(seen, end))
    ]
    if not beside and (
        found := (zones.only(seen) if len(clocks) == 1 else None) or zones.of_all(view(text))
    ):
        beside = [(clocks[0][0], found)]
    for clock, found in beside:
        said = datetime.combine(day, clock, tzinfo=mail.date.tzinfo or UTC)
        if (moment := zones.placed(said, found, country)) is not None:
            return moment
    return datetime.combine(day, clocks[0][0], tzinfo=mail.date.tzinfo or UTC)


def _times(sentence: str, taken: set[tuple[int, int]]) -> list[tuple[time, int]]:
    """The hours of a sentence, and where the words of each end."""
    out: list[tuple[time, int]] = []
    for m in _TIME.finditer(view(sentence)):
        if any(start <= m.start(1) < end for start, end in taken):
            continue
        hour, minute = int(m[1]), int(m[2] or 0)
        mark = (m[3] or m[4] or "").lower().replace(".", "")
        explicit = (
            bool(m[2])
            or bool(mark)
            or re.match(r"(?:at|um|à|a las|às|om|alle)\b", m[0], re.IGNORECASE)
        )
        if not explicit or hour > 23 or minute > 59:
            continue
        if mark == "pm" and hour < 12:
            hour += 12
        elif mark == "am" and hour == 12:
            hour = 0
        elif not mark and not m[2] and 1 <= hour <= 6:
            hour += 12
        if hour > 23:
            continue
        out.append((time(hour, minute), m.end()))
    return out


def _from_calendar(raw: str) -> datetime | None:
    try:
        from icalendar import Calendar  # heavy: only for mail that carries a calendar

        for event in Calendar.from_ical(raw).walk("VEVENT"):
            start = event.get("DTSTART")
            value = getattr(start, "dt", None)
            if isinstance(value, datetime):
                return value if value.tzinfo else value.replace(tzinfo=UTC)
            if value is not None:
                return datetime.combine(value, time(0), tzinfo=UTC)
    except Exception:  # a broken invitation is no interview time, and no failure
        return None
    return None


def calendar_uids(mail: Mail) -> tuple[str, ...]:
    """The identities of the events a mail carries."""
    found: list[str] = []
    for raw in mail.calendars:
        unfolded = re.sub(r"\r?\n[ \t]", "", raw)
        found += [
            m.strip()
            for m in re.findall(r"(?im)^UID(?:;[^:\n]{0,200})?:([^\r\n]{1,300})", unfolded)
        ]
    return tuple(found)


def stage_of(text: str, kind: MailKind) -> Stage | None:
    """The stage the mail speaks of; for a verdict, the furthest it recalls."""
    seen = view(text)
    if kind is K.OFFER or kind is K.OFFER_RESCINDED:
        written = rule(
            r"\b(?:attached|letter|written|sign|contract|vertrag|contrat|contrato)\b"
        ).search(seen)
        return Stage.WRITTEN_OFFER if written else Stage.VERBAL_OFFER
    if kind is K.REFERENCE_CHECK:
        return Stage.REFERENCE_BACKGROUND_CHECK
    if kind is K.ASSESSMENT:
        return Stage.ASSESSMENT
    if kind in {K.ACKNOWLEDGEMENT, K.APPLICATION_VIEWED}:
        return Stage.APPLIED
    if kind in {K.JOB_ALERT, K.ACCOUNT, K.NOT_JOB, K.OUTREACH}:
        return None
    for stage, pattern in _STAGES:
        for found in rule(pattern).finditer(seen):
            before = seen[max(0, found.start() - 60) : found.start()].lower()
            if not re.search(
                r"\b(?:not|n't|unable|cannot|without|no longer|next step is|if)\b", before
            ):
                return stage
    if kind is K.INTERVIEW_INVITATION:
        return (
            Stage.RECRUITER_SCREEN
            if re.search(r"\b(?:call|chat|phone|quick)\b", seen, re.I)
            else Stage.HIRING_MANAGER_INTERVIEW
        )
    if kind in {K.REJECTION, K.POSITION_FILLED, K.ON_HOLD, K.CANCELLED} and any(
        not _OF_OTHERS.search(seen[max(0, found.start() - 60) : found.start()])
        for found in _PAST.finditer(seen)
    ):
        return Stage.HIRING_MANAGER_INTERVIEW
    return None


def within(one: datetime | None, other: datetime | None, days: int) -> bool:
    """Whether two moments lie within so many days; unknown moments do."""
    if one is None or other is None:
        return True
    return abs(one - other) <= timedelta(days=days)
