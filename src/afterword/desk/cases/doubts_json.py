"""The ledger as JSON, for `afterword doubts --json`: everything in it, no seal kept (ruling 6)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from afterword.counsel import doubts
from afterword.counsel.doubts import Doubt, Group, Point, Preparation, Remedy
from afterword.desk.cases import doubting, finding_again, preparing


def doubts_json(account: UUID, now: datetime, at: date | None = None) -> dict[str, Any]:
    """Groups across cases, the page before each set talk, and who is likely to find the user again."""
    found = doubting.ledger(account, now, at, seal_kept=False)
    return {
        "at": found.day.isoformat(),
        "groups": [_group(one) for one in found.groups],
        "before": [_page(one) for one in preparing.pages(account, now, at)],
        "found_again": [
            {
                "case": str(one.case),
                "company": one.company,
                "role": one.role,
                "likely": str(one.found.likely),
                "for": list(one.found.pro),
                "against": list(one.found.con),
                "raises": list(one.found.raises),
            }
            for one in finding_again.every(account, now, at)
        ],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "key": group.key,
        "about": group.about,
        "kind": str(group.kind),
        "why": group.why,
        "by_user": group.by_user,
        "firms": list(group.firms),
        "rounds": group.rounds,
        "recurs": group.recurs,
        "answer": _remedy(doubts.remedy(group)),
        "doubts": [_doubt(one) for one in group.doubts],
    }


def _doubt(one: Doubt) -> dict[str, Any]:
    remark, where, proof = one.heard.remark, one.heard.where, one.heard.proof
    return {
        "id": one.id,
        "quote": remark.quote,
        "by": remark.by,
        "basis": str(remark.basis),
        "on": remark.at.isoformat() if remark.at else None,
        "case": where.case,
        "company": where.company,
        "role": where.role,
        "round": where.round or None,
        "stage": str(where.stage) if where.stage else None,
        "with_verdict": where.with_verdict,
        "reasons": list(one.heard.codes),
        "kind": {"is": str(one.kind), "why": one.kind_why, "basis": str(one.kind_basis)},
        "fixable": {"is": one.fixable, "why": one.fixable_why, "basis": str(one.fixable_basis)},
        "proof": {"story": proof.story.title, "why": proof.why} if proof else None,
        "answered": one.answered,
        "met": {"on": one.met.on.isoformat(), "how": one.met.how, "basis": str(one.met.basis)}
        if one.met
        else None,
    }


def _remedy(one: Remedy) -> dict[str, Any]:
    return {
        "is": str(one.answer),
        "says": one.says,
        "story": one.story.title if one.story else None,
        "lines": list(one.lines),
        "source": one.source,
    }


def _page(page: Preparation) -> dict[str, Any]:
    talk = page.talk
    return {
        "case": talk.case,
        "company": talk.company,
        "role": talk.role,
        "on": talk.on.isoformat() if talk.on else None,
        "round": talk.round,
        "points": [_point(one) for one in page.points],
        "facts": [_point(one) for one in page.facts],
        "weak_answers": list(talk.weak_answers),
        "late": page.late,
        "question": page.question,
    }


def _point(one: Point) -> dict[str, Any]:
    return {
        "about": one.about,
        "quote": one.said.heard.remark.quote,
        "here": one.here,
        "why": one.why,
        "answer": _remedy(one.remedy),
    }
