"""A second pair of eyes on a letter: a table of rules, each with its reason.

A rule looks at the sheet and yields findings; nothing here changes a word. `severity` is
`stop` for what should not leave the house, `look` for what deserves a second glance, and
`mend` where one click puts it right (`Finding.mend` is the text to put there instead).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing.remarks import (
    acclaim,
    by_ear,
    counted,
    counts,
    days,
    deeds,
    edges,
    feelings,
    firms,
    grammar,
    names,
    phrases,
    precise,
    promises,
    proof,
    sameness,
    secrets,
    shape,
    subject,
)
from afterword.writing.remarks.sheet import Hear, Knows, Sheet

Rule = Callable[[Sheet], Iterator[Finding]]

#: The rules in the order they were earned; the source beside each.
RULES: tuple[Rule, ...] = (
    shape.length,  # contract, lengths of letters
    promises.open_holes,  # method 2b: a letter cites only what is stored
    names.wrong_name,  # guardrail 2
    firms.wrong_company,  # guardrail 2
    phrases.entitlement,  # S4-06
    phrases.blame,  # S4-06, gate G4
    phrases.resentment,  # S3-12, P10, gate G4
    feelings.feelings,  # S3-12, P10, gate G4
    phrases.begging,  # S3-11
    phrases.flattery,  # guardrail 2: no fake enthusiasm
    phrases.false_urgency,  # guardrail 2: no fake deadlines
    phrases.disparaging,  # P07, P16: no gloating
    phrases.pretext,  # guardrail 2: "just checking …"
    phrases.over_apology,  # E06, E07: a note is more welcome than its writer fears
    secrets.confidential,  # gate G9, G6
    days.past_date,  # a day gone by offered as one to come
    days.unproven_date,  # guardrail 2
    proof.unproven,  # guardrail 2, method 2b
    counts.unproven_rank,  # guardrail 2
    counted.counted_otherwise,  # guardrail 2, method 2b
    precise.false_precision,  # guardrail 2: what is known roughly is said roughly
    proof.unproven_claim,  # guardrail 2, method 2b
    deeds.unproven_deed,  # guardrail 2, method 2b
    acclaim.acclaim,  # guardrail 2, method 2b
    promises.attachment,  # E26: links, not attachments
    promises.second_question,  # P12: one question
    promises.question_in_grace,  # P11: no ask
    sameness.sameness,  # S4-10: personalise each
    subject.weak_subject,  # guardrail 2, S4-10
    edges.weak_opening,  # 2b: one true detail from the talk
    edges.no_next_step,  # 2b: a small next step
    phrases.hedging,  # S2-17: poor writing kills the letter
    phrases.cliche,  # S2-17
    shape.reading_ease,  # S2-17
    shape.passive,  # S2-17
    shape.i_count,  # S2-05: it ties the talk to them
    by_ear.by_ear,  # what the tables cannot end
)


def review(
    text: str,
    kind: LetterKind | str,
    *,
    to: Person | None = None,
    company: str = "",
    names: Collection[str] = (),
    today: date | None = None,
    facts: Sequence[Fact] = (),
    language: str = "",
    me: str = "",
    panel: Sequence[str] = (),
    attachments: Sequence[str] | None = None,
    checked: bool = False,
    with_grammar: bool = False,
    hear: Hear | None = None,
    people: Collection[str] = (),
    knows: Knows | None = None,
) -> tuple[Finding, ...]:
    """What a careful friend would note in the margin, in reading order; empty is good.

    `text` is the whole letter with greeting and closing; it may begin with header lines such as
    `Subject: …`. `names` are firms and people of the user's other cases, who have no business in
    this letter unless a fact names them; `panel` the letters to others of the same panel.
    `checked` says that `facts` are all it may rest on, so that what none carries is found.
    `hear` is an ear for what no table of wordings ends (`remarks/by_ear.py`). `people` may be named
    though no fact speaks of them; what the casebook `knows` is no slip of the pen.
    `with_grammar` asks Harper as well (English only, a second on first use, silent where absent).
    """
    sheet = Sheet(
        text, kind, to, company, tuple(names), today, tuple(facts), language, me, tuple(panel),
        None if attachments is None else tuple(attachments), checked, hear,
        tuple(people), knows,
    )  # fmt: skip
    rules = (*RULES, grammar.grammar) if with_grammar else RULES
    found = by_ear.agreed(sheet, {finding for rule in rules for finding in rule(sheet)})
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)))
