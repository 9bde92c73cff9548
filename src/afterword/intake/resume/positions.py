"""LinkedIn's sheet of positions: each post, told in its own words, as a proposed story."""

from __future__ import annotations

from afterword.intake.resume.reading import figures, title_of
from afterword.intake.tables import Row
from afterword.terms import Proof, Unread


def position(row: Row) -> Proof | Unread:
    """One post. Without a description there is nothing to prove with, and that is said."""
    post, employer, told = row["title"], row["company name"], row["description"]
    if not (post or employer):
        return Unread(row.line, "The line names neither a post nor a firm.")
    if not told:
        return Unread(row.line, "The post has no description, so there is nothing in it to tell.")
    when = " – ".join(filter(None, (row["started on"], row["finished on"])))
    plain = " ".join(told.split())
    return Proof(
        title=title_of(", ".join(filter(None, (post, employer)))),
        action=plain,
        numbers=figures(plain),
        when=when,
        employer=employer,
        lines=((row.line, plain),),
    )
