"""A doubt they wrote after the talk: the letter answers that mail before it says anything else."""

from __future__ import annotations

import re
from datetime import datetime

from afterword.terms import Basis, Brief, Deed, Direction, MailKind, Remark, RemarkKind
from afterword.writing import calling, fragments
from afterword.writing.letters.pieces import last_of
from afterword.writing.letters.quoting import cite, fit, mark, theirs, words_known
from afterword.writing.page import Page


def unanswered(brief: Brief) -> Remark | None:
    """The doubt the reader wrote since the last talk with them, while nothing was written back."""
    mine = {brief.to.id, brief.to.name, brief.to.email} - {""}
    talks = [
        event.at.date()
        for event in brief.happenings
        if event.kind is Deed.INTERVIEW
        and event.at.date() <= brief.today
        and (not event.who or event.who in mine)
    ]
    sent = [
        event.at
        for event in brief.happenings
        if event.who in mine
        and (
            event.kind is Deed.LETTER
            or (isinstance(event.kind, MailKind) and event.direction is Direction.OUT)
        )
    ]
    since = max(talks, default=None)
    found = [
        one
        for one in theirs(brief, RemarkKind.DOUBT, others=False)
        if one.said_in
        and one.at is not None
        and one.basis is Basis.SAID
        and words_known(one)
        and fit(one)
        and (since is None or one.at >= since)
        and not any(_after(at, one, brief) for at in sent)
        and last_of(brief, MailKind.REJECTION, MailKind.POSITION_FILLED) is None
    ]
    return max(found, key=lambda one: one.at or brief.today) if found else None


def _after(at: datetime, doubt: Remark, brief: Brief) -> bool:
    """Whether this left after their words came: by the hour of their mail where that is known."""
    mail = next((one for one in brief.happenings if one.id == doubt.said_in), None)
    if mail is not None:
        return at > mail.at
    return doubt.at is not None and at.date() > doubt.at


def open_with(page: Page, doubt: Remark) -> None:
    """Thanks for the mail, and its doubt as they put it: told back where that reads well, else quoted."""
    when = calling.when(doubt.at, page.brief.today, page.days) if doubt.at else ""
    when = f" {when}" if when else ""
    page.say(
        page.pick(
            "wrote",
            "Thank you for your mail{w}; you put in writing what I need to answer.",
            "Thank you for writing to me{w}, and for saying what is still open.",
            "I have read your mail{w} more than once, and I would like to answer it.",
            "Thank you for your mail{w}; a doubt in writing is one I can answer.",
        ).format(w=when),
        mark(doubt),
    )
    text = fragments.clean(doubt.quote)
    back = told_back(text)
    if back:
        page.say(f"You wrote that {back}.", mark(doubt))
    elif text.endswith("?"):
        page.say(f"You asked: {cite(text, final=True)}", mark(doubt))
    else:
        page.say(f"You wrote: {cite(text, final=True)}", mark(doubt))


#: How a doubt opens that can be told back with the persons turned.
_OPENS = re.compile(
    r"I(?:’m not| am not| have not| haven’t| have never| do not| don’t| cannot| can’t| doubt| wonder) "
)
#: Words that would leave open who is meant once the persons are turned.
_OURS = re.compile(
    r"\b(?:I|me|my|mine|myself|we|us|our|ours|yourself|yours)\b|[“”‘?;:]", re.IGNORECASE
)
_AS_SUBJECT = re.compile(
    r"\byou (?=(?:can|could|will|would|have|had|know|did|do|ran|run|led|lead|saw|made|want|need)\b)"
)


def told_back(text: str) -> str:
    """ "you have not yet seen that I can run …" for "I have not yet seen that you can run …"; else ""."""
    inner = text.replace("'", "’")
    opens = _OPENS.match(inner)
    if opens is None or len(inner.split()) > 32 or re.search(r"[.!…]\s", inner):
        return ""
    rest = inner[opens.end() :]
    if _OURS.search(rest):
        return ""
    rest = rest.replace("you’ve", "I’ve").replace("you’re", "I’m").replace("you’d", "I’d")
    rest = re.sub(r"\byou are\b", "I am", rest)
    rest = re.sub(r"\byou were\b", "I was", rest)
    rest = _AS_SUBJECT.sub("I ", rest)
    rest = re.sub(r"\byour\b", "my", rest)
    if re.search(r"\byou\b", rest):
        return ""
    verb = {"’m not": "are not", " am not": "are not"}.get(opens[0][1:].rstrip(), "")
    head = f"you {verb} " if verb else "you" + opens[0][1:]
    return head + rest.rstrip(".…! ")
