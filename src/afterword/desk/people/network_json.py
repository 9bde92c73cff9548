"""The map of who reaches whom as a program reads it: `network --json`."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from afterword.counsel.network import FirmReach, Path
from afterword.desk.people import network


def overview_json(account: UUID, now: datetime, *, past: bool = False) -> dict[str, Any]:
    """Every firm with the nearest person there; `by_address` are domains of private mail."""
    found = network.overview(account, now, past=past)
    return {
        "firms": [_firm(row) for row in found.firms],
        "by_address": [_firm(row) for row in found.private],
    }


def reach_json(account: UUID, asked: str, now: datetime, *, past: bool = False) -> dict[str, Any]:
    """The paths to one firm, the one to ask first before the others."""
    answer = network.reach(account, asked, now, past=past)
    found = answer.reach
    return {
        "firm": {"id": found.firm or None, "name": found.name, "left_alone": found.stopped},
        "says": found.says,
        "first": found.first.who if found.first else None,
        "paths": [_path(path) for path in found.paths],
        "resting": [{**_path(path), "wait": path.wait} for path in found.resting],
        "vouch": [
            {"id": v.who, "name": v.name, "agreed": v.agreed, "why": v.why, "to": v.to_name or None}
            for v in found.vouch
        ],
        "brings": [{"firm": name, "people": n} for name, n in found.brings],
        "notes": list(found.notes),
        "ask_who_they_know": [_path(path) for path in answer.connectors],
        "others": [{"id": key, "name": name} for key, name in answer.others],
    }


def _firm(row: FirmReach) -> dict[str, Any]:
    return {
        "id": row.firm,
        "name": row.name,
        "nearest": {"id": row.who, "name": row.who_name, "tie": str(row.tie)},
        "near": row.near,
        "dormant": row.dormant,
        "weak": row.weak,
        "left_alone": row.stopped,
    }


def _path(path: Path) -> dict[str, Any]:
    return {
        "who": {"id": path.who, "name": path.name, "email": path.email, "title": path.title},
        "by_address_only": path.address_only,
        "steps": path.steps,
        "relation": path.relation,
        "to": {"id": path.to, "name": path.to_name} if path.to else None,
        "tie": str(path.tie) if path.known else None,
        "on_record": path.bond,
        "why": list(path.why),
        "in_open_process": path.busy,
        "ask": path.ask,
        "not_before": path.not_before.isoformat() if path.not_before else None,
    }
