"""The letter that puts the advice's own question (P12, and P06 before a verdict): thanks, one proof, the question.

The step on the case page quotes the question it advises; a letter beside it that asks something
else, or nothing, would send the user two ways at once.
"""

from __future__ import annotations

from afterword.terms import Brief, Draft, RemarkKind
from afterword.writing import fragments
from afterword.writing.letters import lines, talk, verdict
from afterword.writing.letters.grace import FILLED, told_why
from afterword.writing.letters.pieces import answer_for, in_short, last_of, role_of
from afterword.writing.letters.quoting import mark, put, theirs, words_known
from afterword.writing.letters.thanked import Known, on_record
from afterword.writing.page import Page


def advice_request(brief: Brief) -> Draft:
    """After a no: the question the advice names, else the one that looks ahead."""
    return _after_a_no(brief) if brief.question else verdict.advice_request(brief)


def proof_offer(brief: Brief) -> Draft:
    """Before a verdict: the answer to what they named and the one question, else the piece of work."""
    return _before_a_verdict(brief) if brief.question else talk.proof_offer(brief)


def _after_a_no(brief: Brief) -> Draft:
    page = Page(brief)
    role, role_fact = role_of(brief, "this role")
    known, when, fact = on_record(brief, page.days)
    reason = told_why(last_of(brief, *FILLED), brief)
    own_hand = lines.themselves(brief)
    if own_hand or reason:
        myself = "for writing to me yourself" if own_hand else "for your news"
        plainly = ", and for telling me plainly what decided it" if reason else ""
        page.say(f"Thank you {myself} about {role}{plainly}.", own_hand, reason, role_fact)
    else:
        page.say(
            page.pick(
                "open",
                f"Thank you for considering me for {role} and for the time you gave me{when}.",
                f"Thank you for the time you spent with me{when} over {role}.",
            )
            if known is Known.TALK
            else f"Thank you for considering me for {role}.",
            fact if known is Known.TALK else "",
            role_fact,
        )
    page.paragraph()
    doubt, source = verdict.reason_of(brief)
    lead, question = _parted(brief.question)
    story = answer_for(doubt, brief)[0] if doubt is not None and words_known(doubt) else None
    page.say(lead, source, f"story:{story.id}" if story else "")
    if doubt is not None and lead:
        if story is not None:
            in_short(page, story, doubt)
        else:
            page.say("[in one line: the fact that answers what they named]", source)
    page.say(question)
    page.paragraph()
    page.say("Whatever the answer, thank you for it; I will not argue with it.")
    page.say("And if you would rather not say, no reply is needed.", spare=1)
    return page.draft(f"One question, after {role}" if role_fact else "One question")


def _before_a_verdict(brief: Brief) -> Draft:
    page = Page(brief)
    role, role_fact = role_of(brief, "the role")
    doubt = next(iter(theirs(brief, RemarkKind.DOUBT)), None)
    if doubt is not None:
        put(
            page,
            doubt,
            "{who} told me what gives pause: {q}"
            if _others(doubt.by, brief)
            else "You told me what gives you pause: {q}",
            "One doubt was named: {q}",
            "I may have left one question open, as I read it: {q}",
        )
    else:
        page.say("[what do they doubt, in their own words?]")
    page.paragraph()
    story = answer_for(doubt, brief)[0] if doubt is not None and words_known(doubt) else None
    if story is not None and doubt is not None:
        page.say("This is my answer to it.", f"story:{story.id}", mark(doubt), spare=1)
        in_short(page, story, doubt)
    else:
        page.say("[in one line: the fact that answers it]")
    page.paragraph()
    lead, question = _parted(brief.question)
    page.say(lead)
    page.say(question)
    page.say("One line would be plenty.")
    return page.draft(f"One question on {role}" if role_fact else "One question")


def _others(by: str, brief: Brief) -> bool:
    return by not in ("", brief.to.id, brief.to.name)


def _parted(question: str) -> tuple[str, str]:
    """What the question is led in with, and the question itself: proof stands between the two."""
    parts = fragments.split(question.strip())
    first = next((i for i, one in enumerate(parts) if one.endswith("?")), 0)
    return " ".join(parts[:first]), " ".join(parts[first:])
