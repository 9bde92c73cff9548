"""What there is to look back on, as JSON for `afterword looking-back --json`: no seal kept (ruling 6)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from afterword.desk.cases import doubting
from afterword.desk.cases.looking_back import Back, Over, back


def looking_back_json(account: UUID, now: datetime, at: date | None = None) -> dict[str, Any]:
    """The same as the page. Words written for oneself are in it; a journal never is."""
    found = back(account, now, at, seal_kept=False)
    return {
        "at": found.day.isoformat(),
        "since": found.since.isoformat(),
        "offer": found.offer.end.case if found.offer else None,
        "over": [_over(one) for one in found.over],
        "doubts_that_recur": [
            {
                "about": group.about,
                "firms": list(group.firms),
                "quotes": [one.heard.remark.quote for one in group.doubts],
                "answer": doubting.remedy_of(group).says,
            }
            for group in found.doubts
        ],
        "stops": _stops(found),
        "habits": [
            {"key": one.key, "again": list(one.again), "next_time": list(one.next_time)}
            for one in found.habits
        ],
        "advice": {
            "n": found.advice.n,
            "missing": found.advice.missing,
            "rows": [
                {"band": str(row.band), "n": row.n, "came": {str(c): n for c, n in row.came}}
                for row in found.advice.rows
            ],
        },
        "lessons": [
            {"says": one.says, "on": one.on.isoformat(), "company": one.company}
            for one in found.lessons
        ],
        "quality": [
            {
                "key": one.key,
                "facts": list(one.facts),
                "try_next": one.try_next,
                "source": one.source,
            }
            for one in found.quality
        ],
    }


def _stops(found: Back) -> dict[str, Any]:
    return {
        "n": found.stops.n,
        "says": found.stops.says,
        "rows": [
            {"stage": str(one.stage), "came": one.came, "ended": one.ended, "seat": one.seat}
            for one in found.stops.rows
        ],
    }


def _over(one: Over) -> dict[str, Any]:
    end, look = one.end, one.look
    return {
        "case": end.case,
        "company": end.company,
        "role": end.role,
        "outcome": str(end.outcome),
        "on": end.on.isoformat(),
        "offered": one.offer.due,
        "why": one.offer.why,
        "look": {
            "on": look.on.isoformat(),
            "set_aside": look.empty,
            "answers": {
                key: {"choice": str(said.choice), "note": said.note}
                for key, said in look.answers.items()
            },
            "lesson": look.lesson or look.parting,
        }
        if look
        else None,
        "hired": {"role": one.hired.role, "look": one.hired_look.says}
        if one.hired and one.hired_look
        else None,
    }
