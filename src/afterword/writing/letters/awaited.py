"""A word they are waiting for: they asked the user back, or put them in touch with somebody (P15)."""

from __future__ import annotations

import re

from afterword.terms import Brief, Deed, Direction, Draft, Fact, Happening, LetterKind
from afterword.writing import calling
from afterword.writing.letters.grace import from_reader, invited, promises
from afterword.writing.letters.quoting import cite
from afterword.writing.page import Page

#: What one answers by naming two days for it.
_A_TALK = re.compile(
    r"\b(?:coffee|tea|lunch|drink|meet|call|ring|phone|talk|chat|speak|visit|come (?:again|by|round|over|and see))\b",
    re.IGNORECASE,
)
LEAD = "lead:"


def asked_back(brief: Brief) -> Fact | None:
    """Their own invitation, until such a word has gone out since; thanks at the time are none."""
    fact = invited(brief)
    if fact is None or promises(fact.text):
        return None
    came = _mail_of(brief, fact)
    said = any(
        one.kind is Deed.LETTER
        and one.detail == LetterKind.KEEP_IN_TOUCH
        and (came is None or one.at > came.at)
        for one in brief.happenings
    )
    return None if said else fact


def lead(brief: Brief) -> Fact | None:
    """With whom they put the user in touch since it ended here."""
    return next((one for one in brief.facts if one.id.startswith(LEAD)), None)


def back_as_asked(brief: Brief, fact: Fact) -> Draft:
    """They said when or for what a word is welcome: it is that word, and nothing else."""
    page = Page(brief)
    came = _mail_of(brief, fact)
    when = calling.when(came.at.date(), brief.today, page.days) if came is not None else ""
    page.say(
        f"You wrote to me{f' {when}' if when else ''}: {cite(fact.text, final=True)}",
        fact.id,
        f"event:{came.id}" if came is not None and when else "",
    )
    if _A_TALK.search(fact.text):
        page.say("I gladly take you at your word: would [two days you can offer] suit you?")
    else:
        page.say(
            "I gladly take you at your word: [what you would tell or ask them now, in a line]."
        )
    return page.draft("As you asked me to")


def how_it_goes(brief: Brief, fact: Fact) -> Draft:
    """Who passed the user on hears from the user what became of it; nothing is asked of them."""
    page = Page(brief)
    page.say(f"You put me in touch with {fact.text}, and I want you to hear it from me.", fact.id)
    page.say("[how it stands there, in a line]")
    page.say("Thank you for thinking of me. I will write again when it is settled, either way.")
    page.say("This needs no answer.", spare=1)
    return page.draft(f"How it goes with {fact.text}")


def _mail_of(brief: Brief, fact: Fact) -> Happening | None:
    key = fact.id.partition(":")[2]
    return next(
        (
            one
            for one in brief.happenings
            if one.id == key and one.direction is Direction.IN and from_reader(one, brief)
        ),
        None,
    )
