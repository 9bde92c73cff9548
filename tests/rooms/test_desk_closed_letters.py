"""A closed letter is no silence: what is shown of its case counts no days and proposes no question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from afterword.casebook.files import without_sealed
from afterword.counsel import stand
from afterword.desk.cases.judging import judge
from afterword.terms import CaseFile, Deed, Direction, Happening, MailKind, ReasonSeen, State

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
AGO = timedelta(days=60)
FILE = CaseFile(
    id="01900000-0000-7000-8000-000000000001",
    company="Northlock",
    role="Planner",
    country="DE",
    happenings=(
        Happening(
            "01900000-0000-7000-8000-000000000002",
            NOW - AGO,
            Deed.APPLICATION,
            direction=Direction.OUT,
        ),
        Happening("01900000-0000-7000-8000-000000000003", NOW - AGO / 2, MailKind.STATUS_UPDATE),
        Happening(
            "01900000-0000-7000-8000-000000000004",
            NOW - timedelta(days=2),
            MailKind.REJECTION,
            detail="Sorry",
            reasons=(ReasonSeen("R04", "somebody of ours took it"),),
            sealed=True,
        ),
    ),
)


def test_an_answer_that_lies_closed_is_not_taken_for_silence() -> None:
    silent = replace(FILE, happenings=FILE.happenings[:2])
    assert stand(silent, NOW).state in (State.OVERDUE, State.QUIET, State.SOFT_CLOSED)
    plan = judge(FILE, NOW)
    assert plan.standing["sealed"] and plan.standing["seen_state"] == State.AWAITING
    assert "They wrote on 30 May" in plan.standing["seen_why"]
    assert "silence" not in plan.standing["seen_why"]
    assert not plan.move.letter


def test_nothing_of_it_is_shown_but_that_it_came() -> None:
    shown = without_sealed(FILE, [UUID(FILE.happenings[-1].id)])
    last = shown.happenings[-1]
    assert (last.kind, last.detail, last.reasons, last.sealed) == (
        MailKind.OTHER_JOB,
        "",
        (),
        False,
    )
    assert last.at == FILE.happenings[-1].at
