"""Round a talk: what is still worth asking, the plan for a no, and the talk that waits for its notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q

from afterword import counsel
from afterword.casebook.case import Case
from afterword.casebook.interview import Interview
from afterword.casebook.looking_back import IfThen
from afterword.casebook.person import PersonAddress
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.counsel.asking import IF_THEN, MANNER, Known, Question, questions
from afterword.desk import morning
from afterword.desk.cases.judging import at_home
from afterword.terms import Direction, MailKind, Part, RemarkKind, State

DECIDES = (Part.DECISION_MAKER, Part.HIRING_MANAGER, Part.SKIP_LEVEL_OR_EXECUTIVE)
OVER = (State.CLOSED, State.OFFER)
#: Their words that put something into the user's hands; the last of them says what it is now.
CALLS_FOR = (
    MailKind.ACTION_NEEDED,
    MailKind.ASSESSMENT,
    MailKind.INTERVIEW_INVITATION,
    MailKind.INTERVIEW_LOGISTICS,
    MailKind.REOPENED,
)
#: Notes made a week after still help; a plan is worth writing while an answer may come soon.
NOTED_WITHIN, PLANNED_WITHIN = timedelta(days=7), timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Talking:
    """What stands round the talks of a case; empty of questions where none is ahead."""

    ahead: Interview | None = None
    asks: tuple[Question, ...] = ()
    manner: tuple[str, ...] = ()
    to_note: Interview | None = None
    plan: IfThen | None = None
    plan_is_due: bool = False
    prompts: tuple[str, ...] = IF_THEN


def on_day(case: Case, day: date, now: datetime, zone: str) -> Talking:
    """The same as that local day ended: only what was dated or entered by then counts."""
    then = min(morning.end_of(day, zone), now)
    return round_a_talk(case, then, state=counsel.stand(case.as_file(then), then).state)


def round_a_talk(case: Case, now: datetime, *, state: str | None = None) -> Talking:
    """The questions before a talk, the notes after it and the plan before the verdict, as of `now`.

    `state` is where the case stands then; without it the one last planned counts.
    """
    known_then = Q(at__lte=now) | Q(entered_at__lte=now)
    talks = list(Interview.objects.filter(known_then, case=case).order_by("at"))
    ahead = next((talk for talk in talks if talk.at > now), None)
    past = [talk for talk in talks if talk.at <= now]
    last = past[-1] if past else None
    plan = IfThen.objects.filter(case=case, entered_at__lte=now).first()
    state = _state(case) if state is None else state
    invited = ahead is not None or (state == State.ACTIVE and not _is_a_task(case, now))
    return Talking(
        ahead=ahead,
        asks=questions(known(case, last, now)) if invited and state not in OVER else (),
        manner=MANNER if invited else (),
        to_note=last if _is_fresh(last, now) else None,
        plan=plan,
        plan_is_due=plan is None and state not in OVER and _is_open(ahead, last, now),
    )


def _is_a_task(case: Case, now: datetime) -> bool:
    """Whether what they asked for last is done alone: a test in which nobody can be asked anything."""
    mails = case.messages.filter(direction=Direction.IN, at__lte=now).for_list().order_by("-at")
    last = next((mail.shown_kind for mail in mails[:8] if mail.shown_kind in CALLS_FOR), None)
    return last in (MailKind.ASSESSMENT, MailKind.ACTION_NEEDED)


def _is_fresh(last: Interview | None, now: datetime) -> bool:
    if last is None or now - last.at > NOTED_WITHIN:
        return False
    return last.debriefed_at is None or last.debriefed_at > now


def _is_open(ahead: Interview | None, last: Interview | None, now: datetime) -> bool:
    """Whether a verdict may come soon: a talk lies ahead, or not long behind."""
    return ahead is not None or (last is not None and now - last.at <= PLANNED_WITHIN)


def known(case: Case, last: Interview | None, now: datetime) -> Known:
    """What the case holds already, so that nothing is asked twice."""
    by_then = Q(on__lte=at_home(case.account, now).date()) | Q(entered_at__lte=now)
    rows = Remark.objects.filter(by_then, case=case).values_list("kind", flat=True)
    parts = set(Seat.objects.filter(case=case, since__lte=now).values_list("part", flat=True))
    reached = PersonAddress.objects.filter(person__seats__case=case)
    standing = getattr(case, "standing", None)
    dated = bool(last is not None and last.promised) or bool(standing and standing.promised)
    return Known(
        remarks=frozenset(RemarkKind(kind) for kind in rows),
        decider=any(part in DECIDES for part in parts),
        address=reached.exists(),
        dated=dated,
    )


def _state(case: Case) -> str:
    standing = getattr(case, "standing", None)
    return str(standing.seen_state) if standing else ""


def talking_json(case: Case, found: Talking) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "case": str(case.pk),
        "company": str(case.company),
        "role": case.role,
        "talk": found.ahead.at.isoformat() if found.ahead else None,
        "ask": [
            {"id": q.id, "text": q.text, "why": q.why, "soft": q.soft, "source": q.source}
            for q in found.asks
        ],
        "manner": list(found.manner),
        "to_note": str(found.to_note.pk) if found.to_note else None,
        "if_then": {"then": found.plan.then, "second_target": found.plan.second_target}
        if found.plan
        else None,
        "if_then_is_due": found.plan_is_due,
    }
