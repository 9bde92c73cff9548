"""An offer that waits for its answer: what they wrote of it, its day, and whom else it concerns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from afterword.casebook.case import Case
from afterword.casebook.message import Message
from afterword.counsel import offered, stand
from afterword.counsel.moving.scene import THEIRS
from afterword.counsel.offered import Step as Step
from afterword.counsel.standing import so_far, words
from afterword.counsel.standing.answer_by import answer_by, asked_beside, in_offer
from afterword.terms import Direction, MailKind, Stage, State

#: States in which a word of theirs is still to come.
AHEAD = (State.ACTIVE, State.AWAITING, State.OVERDUE)
_TALKED = tuple(Stage)[1:]
#: The rules under which a reading keeps the sentence that names a day to the reader.
ASKED = ("asked.date", "asked.answer")
#: As many lines of their mail, and as many processes, as one reads at a glance.
MOST, LONGEST = 8, 180
#: What an offer is made of, in the languages that are read here.
_TERMS = re.compile(
    r"\b(?:salar(?:y|is|io|ies)|pay|wages?|compensation|rate|bonus\w*|holidays?|(?:annual )?leave|vacation|"
    r"start(?:s|ing|ing date| date)?|first day|probation\w*|notice|hours|contract|pension|relocation|"
    r"gehalt|jahresgehalt|vergütung|entgelt|urlaub\w*|beginn|eintritt\w*|probezeit|kündigungsfrist|"
    r"arbeitszeit|wochenstunden|befrist\w*|salaire|rémunération|congés?|prise de poste|période d[’']essai|"
    r"préavis|horaires?|sueldo|retribución|vacaciones|incorporación|período de prueba|preaviso|jornada|"
    r"salário|férias|início|período de experiência|aviso prévio|horário|salaris|loon|vakantie\w*|"
    r"ingangsdatum|proeftijd|opzegtermijn|uren|stipendio|retribuzione|ferie|periodo di prova|orario|"
    r"inquadramento)\b|[£€$]\s?\d|\d\s?(?:€|£|EUR|GBP|USD|CHF)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zß-ÿ])")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another process in which their word is still to come, with the day they named."""

    case: str
    company: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer: by when, in whose words, what it holds, what to do, who else may be told of its day."""

    by: date | None
    deadline: str
    terms: tuple[str, ...]
    steps: tuple[Step, ...]
    elsewhere: tuple[Elsewhere, ...]


def of_case(case: Case, now: datetime, zone: str) -> Offered | None:
    """The offer of this case; None where none waits for its answer, and while its letter lies closed."""
    standing, move = getattr(case, "standing", None), getattr(case, "move", None)
    if standing is None or standing.sealed or standing.state != State.OFFER:
        return None
    if move is None or move.source != THEIRS:  # a fraud, a stop, a heavy day: that comes first
        return None
    file = case.as_file(now)
    here = now.astimezone(ZoneInfo(zone))
    if stand(file, here).state is not State.OFFER:
        return None
    happened = so_far(file, here)
    found = answer_by(happened)
    by = found[0] if found else None
    mail = _mail(case, now)
    theirs = _deadline(mail) if mail is not None and found and found[1].id == str(mail.pk) else ""
    others = _elsewhere(case)
    return Offered(
        by=by,
        deadline=theirs,
        terms=_terms(mail, theirs) if mail is not None else (),
        steps=offered.steps(
            by,
            here.date(),
            elsewhere=bool(others),
            extended=bool(found) and not in_offer(found),
            asked=words.beside(happened, here).strip(),
        ),
        elsewhere=others,
    )


def asked_too(case: Case, now: datetime, zone: str) -> tuple[date, str] | None:
    """What they ask for by a day of its own while their offer lies open, in a sentence."""
    here = now.astimezone(ZoneInfo(zone))
    word = asked_beside(so_far(case.as_file(now), here), here)
    return (word.asked_by, words.called_for(word, here)) if word and word.asked_by else None


def _mail(case: Case, now: datetime) -> Message | None:
    """The latest mail that makes the offer, once it was opened."""
    mails = case.messages.filter(direction=Direction.IN, at__lte=now).order_by("-at")
    mails = mails.select_related("correction", "opening")
    return next((m for m in mails if m.shown_kind == MailKind.OFFER and not m.is_sealed), None)


def _deadline(mail: Message) -> str:
    """Their sentence that names the day, with the hour where they named one."""
    rows = mail.reading.get("evidence", [])
    found = next((str(row.get("text", "")) for row in rows if row.get("rule") in ASKED), "")
    return " ".join(found.split())


def _terms(mail: Message, deadline: str) -> tuple[str, ...]:
    """The lines of their mail that say what is offered: named, and with a figure."""
    found: list[str] = []
    for line in mail.text.splitlines():
        for part in _SENTENCE.split(" ".join(line.split())):
            says = part.strip(" -–•*·\t")
            named = any(c.isdigit() for c in says) or ":" in says
            if len(says) > LONGEST or not named or deadline.startswith(says):
                continue
            if _TERMS.search(says) and says not in found:
                found.append(says)
    return tuple(found[:MOST])


def _elsewhere(case: Case) -> tuple[Elsewhere, ...]:
    """The user's other processes that are ahead, where a person is known who could be told."""
    rows = Case.objects.of(case.account).awake().exclude(pk=case.pk)
    rows = rows.filter(
        standing__seen_state__in=AHEAD,
        standing__sealed=False,
        standing__stage__in=_TALKED,
        seats__isnull=False,
        company__stop__isnull=True,
    )
    rows = (
        rows.select_related("company", "standing").distinct().order_by("standing__promised", "id")
    )
    return tuple(
        Elsewhere(str(row.pk), row.company.name, row.standing.promised) for row in rows[:MOST]
    )
