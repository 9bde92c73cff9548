"""They write that the role is open again: yes, one proven fact, two hours to choose from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from afterword.terms import (
    Brief,
    Deed,
    Direction,
    Draft,
    Happening,
    LetterKind,
    MailKind,
    Person,
    Remark,
    RemarkKind,
    Story,
)
from afterword.writing import compose, review, unproven
from afterword.writing.limits import words

TODAY = date(2026, 6, 11)
ROSA = Person("rosa", "Rosa Winder", "rosa@loom.example")
WROTE = Happening(
    "w",
    datetime(2026, 6, 10, 9, tzinfo=UTC),
    MailKind.REOPENED,
    who="rosa",
    detail="It is open again",
)
SPINNING = Story(
    "s", "Spinning hall", action="I took the spinning hall from two shifts to three",
    result="output rose by 31%",
)  # fmt: skip
NEED = Remark("n", RemarkKind.CHALLENGE, "The third shift never holds.", "rosa", answered_by="s")
BRIEF = Brief(
    LetterKind.TRIGGER_NOTE, ROSA, "Kim Aster", "Loom Works", "Mill Manager", TODAY,
    (NEED,), (SPINNING,), (WROTE,),
)  # fmt: skip
YES = {
    "en": "yes, I am still interested",
    "de": "ja, ich bin weiterhin interessiert",
    "fr": "le poste m’intéresse toujours",
    "es": "sí, me sigue interesando",
}


def answer(brief: Brief = BRIEF) -> Draft:
    return compose(brief)


@pytest.mark.parametrize("language", YES)
def test_it_says_yes_why_and_when(language: str) -> None:
    made = answer(replace(BRIEF, language=language))
    first = made.sentences[0]
    assert YES[language].casefold() in made.body.casefold() and "event:w" in first.facts
    assert any("story:s" in one.facts for one in made.sentences)
    assert made.body.count("?") >= 1 and made.language == language
    assert words(made.body) <= 120 and unproven(made) == ()
    assert len(made.holes) == (1 if language == "en" else 2)
    noted = review(
        made.body, made.kind, to=ROSA, company="Loom Works", today=TODAY, facts=made.facts,
        language=language,
    )  # fmt: skip
    assert {one.rule for one in noted} <= {"open_hole"}


def test_the_one_fact_is_the_users_own_and_a_hole_where_none_is_known() -> None:
    assert "output rose by 31%" in answer().body.casefold()
    bare = answer(replace(BRIEF, stories=()))
    assert any("why you" in hole for hole in bare.holes) and "no answer" not in bare.body


@pytest.mark.parametrize(
    "happenings",
    [
        (),
        (replace(WROTE, who="max"),),  # to another than the one who wrote
        (replace(WROTE, who=""),),  # the user's own word that it is open
        (WROTE, replace(WROTE, id="n", kind=MailKind.REJECTION, at=datetime(2026, 6, 11, tzinfo=UTC))),
        (
            WROTE,
            Happening(
                "l", datetime(2026, 6, 11, tzinfo=UTC), Deed.LETTER, Direction.OUT, who="rosa",
                detail="trigger_note",
            ),
        ),
    ],
)  # fmt: skip
def test_only_their_own_open_mail_is_answered(happenings: tuple[Happening, ...]) -> None:
    assert "still interested" not in answer(replace(BRIEF, happenings=happenings)).body
