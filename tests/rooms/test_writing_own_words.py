"""Our own sentences pass our own review: no letter as drafted shows a feeling, a claim or a reproach."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from afterword.reading.letters import heard
from afterword.terms import (
    Brief,
    Deed,
    Happening,
    LetterKind,
    MailKind,
    Person,
    Remark,
    RemarkKind,
    Story,
)
from afterword.writing import compose, review, unproven

TODAY = date(2026, 9, 10)
UNA = Person("una", "Una Falk", "una@ferry.example", title="Head of Lines")
MET = Happening("m", datetime(2026, 9, 7, 10, tzinfo=UTC), Deed.INTERVIEW, who="una")
TOLD = datetime(2026, 9, 9, 10, tzinfo=UTC)
SAID = (
    Remark("a", RemarkKind.CHALLENGE, "We lose an hour at every quay.", "una", answered_by="s"),
    Remark("b", RemarkKind.DOUBT, "You have not run a night crew.", "una", answered_by="s"),
    Remark("c", RemarkKind.TOPIC, "the winter timetable", "una"),
)
STORY = Story("s", "Quay plan", action="I redrew the quay plan", result="stops fell from 9 to 4")
BRIEF = Brief(
    LetterKind.THANK_YOU,
    UNA,
    "Ove Lind",
    "Nordferry",
    "Line Manager",
    TODAY,
    SAID,
    (STORY,),
    (MET,),
)
ENDS = (MailKind.REJECTION, MailKind.ON_HOLD, MailKind.OFFER, MailKind.REOPENED)
#: What says something of the writer's heart; and what would be said that no fact carries.
FEELING = {"blame", "entitlement", "resentment", "begging", "flattery"}


def drafts(kind: LetterKind, language: str) -> list[Brief]:
    """Neutral facts, before and after an ending, in every wording the panel takes turns through."""
    found = [replace(BRIEF, kind=kind, language=language, round=turn) for turn in range(8)]
    for end in ENDS:
        told = Happening("e", TOLD, end, who="una")
        found += [
            replace(BRIEF, kind=kind, language=language, happenings=(MET, told), round=turn)
            for turn in range(4)
        ]
    return found


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("kind", list(LetterKind))
def test_no_sentence_of_ours_is_found_at_fault(kind: LetterKind, language: str) -> None:
    seen: set[str] = set()
    for brief in drafts(kind, language):
        made = compose(brief)
        assert unproven(made) == ()
        fresh = [one.text for one in made.sentences if one.text not in seen]
        if not fresh or made.language != language:
            continue
        seen.update(fresh)
        noted = review(
            made.body, kind, to=UNA, company="Nordferry", today=TODAY, facts=made.facts,
            language=language, hear=heard,
        )  # fmt: skip
        found = [(one.rule, made.body[one.start : one.end]) for one in noted]
        assert [one for one in found if one[0] in FEELING] == []
