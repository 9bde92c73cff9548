"""Our own letters under our own review: a margin full of notes on a sound draft is believed by nobody."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from afterword.reading.letters import heard
from afterword.terms import Brief, Finding
from afterword.writing import compose
from afterword.writing.facts import facts_of
from afterword.writing.reviewing import review

DOCS = str(Path(__file__).parents[2] / "docs")
#: Of some 150 letters, in which 92 notes stood before. What is left is of style: three stories in which
#: each sentence begins with I, a stock phrase abroad.
MOST = 15
#: What may not leave the house is never said of a draft of ours.
GRAVE = frozenset(
    [
        "wrong_name",
        "wrong_company",
        "confidential",
        "blame",
        "entitlement",
        "resentment",
        "false_urgency",
        "unproven_name",
        "unproven_number",
        "unproven_date",
    ]
)


@pytest.fixture(scope="module")
def notes() -> list[tuple[Brief, str, Finding]]:
    return list(_notes())


def _notes() -> Iterator[tuple[Brief, str, Finding]]:
    sys.path.insert(0, DOCS)
    try:
        import letters
    finally:
        sys.path.remove(DOCS)
    firms = {*letters.demo.ROLES, *letters.demo.COUNTRIES}
    briefs = [one for _, _, one in letters.moments()] + [one for _, _, one in letters.abroad()]
    for brief in briefs:
        text = compose(brief).body
        for one in review(
            text,
            brief.kind,
            to=brief.to,
            company=brief.company,
            names=sorted(firms - {brief.company}),
            today=brief.today,
            facts=facts_of(brief),
            language=brief.language,
            me=brief.me,
            checked=True,
            with_grammar=True,
            hear=heard,
        ):
            if one.rule != "open_hole":  # a hole is there to be seen
                yield brief, text[one.start : one.end], one


def test_our_own_drafts_have_next_to_no_notes(notes: list[tuple[Brief, str, Finding]]) -> None:
    assert len(notes) <= MOST, Counter(one.rule for _, _, one in notes).most_common()


def test_and_none_that_would_hold_them_back(notes: list[tuple[Brief, str, Finding]]) -> None:
    grave = [
        (str(b.kind), b.language, one.rule, said) for b, said, one in notes if one.rule in GRAVE
    ]
    assert not grave


def test_nor_any_click_that_puts_in_another_name(notes: list[tuple[Brief, str, Finding]]) -> None:
    assert not [(said, one.mend) for _, said, one in notes if one.mend and one.mend[0].isupper()]
