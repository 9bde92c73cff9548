"""Which kind of mail this is: rules by clause, judged by mood, settled by precedence."""

from __future__ import annotations

from afterword.reading.kind.judge import Verdict, judge

__all__ = ["Verdict", "judge"]
