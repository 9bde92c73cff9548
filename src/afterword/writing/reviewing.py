"""A second pair of eyes on a letter: a table of rules, each with its reason.

A rule looks at the sheet and yields findings; nothing here changes a word. `severity` is
`stop` for what should not leave the house, `look` for what deserves a second glance, and
`mend` where one click puts it right (`Finding.mend` is the text to put there instead).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing import remarks_on
from afterword.writing.remarks_on import Sheet

Rule = Callable[[Sheet], Iterator[Finding]]

#: The rules in the order they were earned; the source beside each.
RULES: tuple[Rule, ...] = (
    remarks_on.length,  # contract, lengths of letters
    remarks_on.open_holes,  # method 2b: a letter cites only what is stored
    remarks_on.greeting,  # guardrail 2
    remarks_on.wrong_company,  # guardrail 2
    remarks_on.entitlement,  # S4-06
    remarks_on.blame,  # S4-06, gate G4
    remarks_on.resentment,  # S3-12, P10, gate G4
    remarks_on.begging,  # S3-11
    remarks_on.false_urgency,  # guardrail 2: no fake deadlines
    remarks_on.pretext,  # guardrail 2: "just checking …"
    remarks_on.past_date,  # a day gone by offered as one to come
    remarks_on.promised_attachment,  # E26: links, not attachments
    remarks_on.second_question,  # P12: one question
    remarks_on.question_in_grace,  # P11: no ask
    remarks_on.hedges,  # words that add nothing
    remarks_on.worn_phrases,  # words everybody else has written already
    remarks_on.about_the_rival,  # P07: no disparaging the rival
)


def review(
    text: str,
    kind: LetterKind,
    *,
    to: Person | None = None,
    company: str = "",
    names: Collection[str] = (),
    today: date | None = None,
    facts: Sequence[Fact] = (),
) -> tuple[Finding, ...]:
    """What a careful friend would note in the margin, in reading order; empty is good.

    `text` is the whole letter with greeting and closing. `names` are firms and people of
    the user's other cases, who have no business in this letter unless a fact names them.
    """
    sheet = Sheet(text, kind, to, company, tuple(names), today, tuple(facts))
    found = [finding for rule in RULES for finding in rule(sheet)]
    return tuple(sorted(set(found), key=lambda finding: (finding.start, finding.end, finding.rule)))
