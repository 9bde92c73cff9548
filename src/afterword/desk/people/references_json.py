"""The register in plain JSON, as `afterword references --json` prints it."""

from __future__ import annotations

from typing import Any

from afterword.casebook.values import to_plain
from afterword.desk.people.references import Due, Look, Round, Row


def whole(look: Look) -> dict[str, Any]:
    """Everything judged on that day; names of fields are those of the method."""
    worry = look.suspicion
    return {
        "day": look.day.isoformat(),
        "referees": [_row(row) for row in look.rows],
        "processes": [_round(one) for one in look.rounds],
        "suspicion": None
        if worry is None
        else {
            "why": worry.why,
            "lost": to_plain(worry.lost),
            "ask": [one.name for one in worry.ask],
            "copy": worry.copy or None,
        },
        "could_vouch": [
            {"name": one.who.name, "why": one.why, "basis": str(one.basis)} for one in look.could
        ],
        "owed_a_word": [
            {
                "name": turn.favour.name,
                "says": turn.says,
                "prompt": turn.prompt,
                "by": turn.by.isoformat() if turn.by else None,
                "basis": str(turn.favour.basis),
            }
            for turn in look.turns
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    one = row.ready.referee
    return {
        "name": one.name,
        "type": str(one.kind),
        "status": str(one.status),
        "signal": str(one.signal),
        "consent": one.consent.isoformat() if one.consent else None,
        "last_told": one.told.isoformat() if one.told else None,
        "may_be_named": row.ready.may_be_named,
        "step": str(row.ready.step),
        "why": row.ready.why,
        "will_say": one.will_say or None,
        "processes_in_period": row.drawn_on,
    }


def _round(one: Round) -> dict[str, Any]:
    process = one.process
    return {
        "case": process.id,
        "title": process.title,
        "final": process.final.isoformat() if process.final else None,
        "check": process.check.isoformat() if process.check else None,
        "ended": process.ended.isoformat() if process.ended else None,
        "due": [_due(due) for due in one.due],
        "owed": [_due(due) for due in one.owed],
        "doubts": [
            {
                "quote": row.doubt.quote,
                "basis": str(row.doubt.basis),
                "by": [who.name for who in row.by],
                "could": [who.name for who, _ in row.could],
                "can_confirm": [name for name, _ in row.confirm],
            }
            for row in one.doubts
        ],
        "unprompted": None
        if one.unprompted is None
        else {
            "referee": one.unprompted.referee.name,
            "fact": one.unprompted.story.title,
            "to": one.unprompted.to.name,
            "why": one.unprompted.why,
        },
        "back_doors": to_plain(one.doors),
        "law": one.law or None,
    }


def _due(due: Due) -> dict[str, Any]:
    return {
        "referee": due.referee.name,
        "step": str(due.step),
        "by": due.by.isoformat(),
        "why": due.why,
    }
