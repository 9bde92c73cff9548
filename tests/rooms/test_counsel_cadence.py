"""What gives a word to somebody its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from afterword.counsel import cadence
from afterword.terms import CaseFile, Deed, Happening, Remark, RemarkKind


def test_a_promise_is_spent_by_the_next_talk() -> None:
    """“I will ring you on Friday” gives nobody a reason to write in autumn, once the talk was held."""
    said = Remark("p", RemarkKind.PROMISE, "I will send you the figures.", at=date(2026, 3, 2))
    file = CaseFile(id="c", company="Firm", role="Planner", happenings=(), remarks=(said,))
    now = datetime(2026, 6, 1, 9, tzinfo=UTC)
    cause = cadence.find_cause(file, datetime(2026, 5, 1, tzinfo=UTC), now)
    assert cause == "A promise stands: “I will send you the figures”"
    talk = Happening("t", datetime(2026, 3, 9, 9, tzinfo=UTC), Deed.INTERVIEW)
    spent = replace(file, happenings=(talk,))
    assert cadence.find_cause(spent, datetime(2026, 5, 1, tzinfo=UTC), now) == ""
