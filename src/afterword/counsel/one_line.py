"""Their words as they stand in a line of ours."""

from __future__ import annotations


def one_line(words: str) -> str:
    """Words without the line breaks of the mail they stood in."""
    return " ".join(words.split())


def quoted(words: str) -> str:
    """The same in quotation marks, without the full stop that would end our sentence."""
    return f"“{one_line(words).rstrip('.')}”"
