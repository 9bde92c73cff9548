"""One reading as the JSON object of contract.md, `read --json`."""

from __future__ import annotations

from typing import Any

from afterword.terms import Reading


def to_json(reading: Reading) -> dict[str, Any]:
    """The reading in the contract's shape: plain values only, dates as ISO text."""
    return {
        "id": reading.id,
        "source": reading.source,
        "date": reading.date.isoformat() if reading.date else None,
        "direction": str(reading.direction),
        "language": reading.language,
        "text": reading.text,
        "kind": str(reading.kind),
        "certainty": str(reading.certainty),
        "company": reading.company,
        "role": reading.role,
        "people": [{"name": p.name, "email": p.email, "part": str(p.part)} for p in reading.people],
        "reasons": [
            {"code": r.code, "quote": r.quote, "basis": str(r.basis)} for r in reading.reasons
        ],
        "hand": str(reading.hand),
        "reply_possible": reading.reply_possible,
        "promised_date": reading.promised_date.isoformat() if reading.promised_date else None,
        "invitation": reading.invitation,
        "stop": reading.stop,
        "evidence": [
            {"start": e.start, "end": e.end, "text": e.text, "rule": e.rule}
            for e in reading.evidence
        ],
        "errors": list(reading.errors),
    }
