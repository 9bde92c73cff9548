"""How doubts are said: their kinds, what would answer them, how likely one is found again."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from afterword.faces.web.words import Words
from afterword.terms import DoubtKind

#: What a doubt is, as one would say it to the person it was about.
KIND: Words = {
    DoubtKind.GAP: _("something they have not seen"),
    DoubtKind.DOUBT: _("a worry"),
    DoubtKind.PREFERENCE: _("a preference of theirs"),
    DoubtKind.CONSTRAINT: _("a rule or a limit"),
    DoubtKind.MISUNDERSTANDING: _("a fact they have wrong"),
}

#: The same, to choose from, with what it asks for.
KIND_TO_CHOOSE: Words = {
    DoubtKind.GAP: _("Something they have not seen: show it, or plan it"),
    DoubtKind.DOUBT: _("A worry: answer it with evidence"),
    DoubtKind.PREFERENCE: _("A preference of theirs: respect it"),
    DoubtKind.CONSTRAINT: _("A rule or a limit: check the fact"),
    DoubtKind.MISUNDERSTANDING: _("A fact they have wrong: put it right, once"),
}

MENDS: Words = {True: _("can be answered"), False: _("not yours to mend")}
MENDS_TO_CHOOSE: Words = {"yes": _("Yes, I can answer it"), "no": _("No, and I let it be")}

#: What would answer it.
ANSWER: Words = {
    "story": _("A story to tell"),
    "sample": _("A small sample"),
    "plan": _("A plan"),
    "check": _("A fact to check"),
    "correct": _("One correction"),
    "nothing": _("Nothing to do"),
}

LIKELY: Words = {"high": _("high"), "medium": _("medium"), "low": _("low")}
