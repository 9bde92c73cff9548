"""The note after a no: thanks, one thing valued, respect, an open door, and a yes to what they offer (P11).

It asks nothing. Where their mail says why, praises or offers something in person, the note takes
that up: whoever wrote such a mail waits for exactly this.
"""

from __future__ import annotations

import re
from dataclasses import replace

from afterword.terms import Basis, Brief, Draft, Fact, Hand, Happening, MailKind, RemarkKind
from afterword.writing import fragments
from afterword.writing.letters import lines, offering
from afterword.writing.letters.foreign import grace_abroad
from afterword.writing.letters.pieces import last_of, last_talk, role_of
from afterword.writing.letters.quoting import (
    cite,
    mark,
    praising,
    put,
    put_heard,
    theirs,
    words_known,
)
from afterword.writing.page import Page

FILLED = (MailKind.REJECTION, MailKind.POSITION_FILLED)
PAUSED = (MailKind.ON_HOLD, MailKind.CANCELLED)
#: From so many words on, a reason is an explanation and no phrase.
EXPLAINED = 10
#: What says that somebody else was taken or nothing at all is no reason told.
_NO_REASON = frozenset({"R01", "R02", "R05", "R09", "R18"})


def grace_note(brief: Brief) -> Draft:
    """Thanks, one thing valued, respect, an open door; no question (60 to 120 words)."""
    own = replace(brief, happenings=tuple(e for e in brief.happenings if from_reader(e, brief)))
    news, pause = last_of(own, *FILLED), last_of(own, *PAUSED)
    reason = told_why(news, brief)
    if brief.language != "en" and (abroad := grace_abroad(brief, reason)):
        return abroad
    page = Page(brief)
    role, role_fact = role_of(brief, "the role")
    talk = last_talk(brief, page.days)
    if pause is not None:
        page.say(
            f"Thank you for letting me know how things stand with {role}.",
            f"event:{pause.id}",
            role_fact,
        )
    elif news is not None:
        _thanks(page, news, role, role_fact)
    else:
        page.say(f"Thank you for the chance to talk with you about {role}.", role_fact)
    _valued(page, bool(talk.fact), reason)
    page.paragraph()
    if pause is not None and (news is None or pause.at > news.at):
        page.say(
            "I know how little such things are in one person’s hands, and I hope they settle "
            "well for you and the team."
        )
    else:
        page.say(
            page.pick(
                "respect",
                "I respect the decision, and I wish you and the team well with it.",
                "I accept the decision, and I hope it turns out well for all of you.",
                "The decision is yours and I respect it; I hope the new start goes well.",
            )
        )
    _door(page)
    return page.draft(f"Thank you, on {role}" if role_fact else "Thank you, and all good wishes")


def _thanks(page: Page, news: Happening, role: str, role_fact: str) -> None:
    """Thanks for the news; more for one they wanted to bring themselves."""
    fact = f"event:{news.id}"
    if own_hand := lines.themselves(page.brief):
        page.say(f"Thank you for writing to me yourself about {role}.", own_hand, fact, role_fact)
        return
    page.say(
        page.pick(
            "open",
            f"Thank you for telling me your decision about {role}.",
            f"Thank you for letting me know about {role}.",
            f"I have your news about {role}; thank you for telling me.",
        ),
        fact,
        role_fact,
    )


def _door(page: Page) -> None:
    """What is answered to an offer of theirs, to an invitation to write again, or left open."""
    brief = page.brief
    offer = offering.offered(brief)
    if offer is not None:
        if offer.thing:
            page.say(f"And yes, gladly: {offer.thing}.", offer.fact)
            if offer.day:
                page.say(offering.suits(offer), offer.fact)
            else:
                page.say(
                    page.pick(
                        "day",
                        "Name a day that suits you, and I will make it possible.",
                        "Any day that is good for you will do for me.",
                    ),
                    spare=2,
                )
        elif offer.advice:
            page.say("And yes, please: what you offer to tell me I will put to use.", offer.fact)
        else:
            page.say(f"You wrote {cite(offer.clause)}: yes, gladly, and thank you.", offer.fact)
        page.say("If plans change, I would be glad to hear from you.", spare=1)
        return
    asked = invited(brief)
    if asked is not None:
        answer = "thank you for that" if promises(asked.text) else "I will gladly do so"
        page.say(f"You wrote {cite(asked.text)}, and {answer}.", asked.id)
    else:
        page.say("If plans change, or I can be of use one day, I would be glad to hear from you.")


def from_reader(event: Happening, brief: Brief) -> bool:
    """Whether it came from the reader, or from nobody in particular: a colleague's mail is not theirs."""
    return event.who in ("", brief.to.id, brief.to.name, brief.to.email)


def told_why(news: Happening | None, brief: Brief) -> str:
    """The fact of a no in which this reader took the trouble to say why; "" where it says nothing of it."""
    if news is None or not news.who or news.hand is not Hand.PERSONAL:
        return ""
    told = any(
        one.code not in _NO_REASON
        and one.basis is Basis.SAID
        and len(one.quote.split()) >= EXPLAINED
        for one in news.reasons
    )
    return f"event:{news.id}" if told and from_reader(news, brief) else ""


def _valued(page: Page, talked: bool, reason: str) -> None:
    """What was good: their praise, one thing of the talk, or that they said why; a hole for none of it.

    Of praise only the clause that praises is handed back.
    """
    if reason:
        page.say("Thank you, too, for telling me the reason, and so plainly.", reason)
    if _kept(page) or reason or put_heard(page, RemarkKind.TOPIC, RemarkKind.CHALLENGE):
        return
    page.say(f"I valued [one thing from the talk{'s' if talked else ''} that was worth it].")


def _kept(page: Page) -> bool:
    found = theirs(
        page.brief,
        RemarkKind.TOPIC,
        RemarkKind.CHALLENGE,
        RemarkKind.PRAISE,
        RemarkKind.FIRST_PRIORITY,
        others=False,
    )
    for one in found:
        if not words_known(one):
            continue
        if one.kind is RemarkKind.PRAISE:
            kind = praising(one.quote) if one.basis is Basis.SAID else ""
            if kind:
                told = "wrote" if one.said_in else "said"
                page.say(f"That you {told} {cite(kind)} is something I will keep.", mark(one))
                return True
            continue
        if one.kind is RemarkKind.TOPIC and one.said_in:
            continue  # what a mail tells of is no thing of the talk; its praise comes below
        put(
            page,
            one,
            "I valued that you let me see a real problem: {q}"
            if one.kind is RemarkKind.CHALLENGE
            else "I will remember what you wrote: {q}"
            if one.said_in
            else page.pick("d", "From our talk I will keep this: {q}", "I will remember this: {q}"),
            page.pick("d", "I will remember our talk about {q}.", "I valued our talk about {q}."),
            "From our talk I will keep this, in my own words: {q}",
        )
        return True
    clause, fact = lines.praise(page.brief)
    if clause:
        page.say(f"That you wrote {cite(clause)} is something I will keep.", fact)
    return bool(clause)


def invited(brief: Brief) -> Fact | None:
    """The words with which this reader asked to hear from the user again; none without the words."""
    mine = {brief.to.id, brief.to.name, brief.to.email} - {""}
    asked = {
        f"invited:{event.id}"
        for event in brief.happenings
        if event.who in mine and event.kind is not MailKind.INTERVIEW_INVITATION
    }
    found = [one for one in brief.facts if one.id in asked and fragments.clean(one.text)]
    return next((one for one in reversed(found) if len(one.text.split()) <= EXPLAINED + 5), None)


#: What they will do themselves, and what they ask the user to do.
_THEIRS = re.compile(
    r"\byou(?:['’](?:ll|d)| will| are to|['’]re to| would| shall) be\b|\byou(?:['’]re| are) the first\b|"
    r"\b(?:we|i)(?:['’](?:ll|d)| will| would| shall)(?: \w+ly)? (?:ask|call|ring|come (?:back )?to|turn to|write|"
    r"approach|contact|e-?mail|phone|think of|let you know|keep you|be in touch|get (?:back|in touch))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:^|[,.;:!?–—]\s*(?:then |and |but |so |please |do )*|\b(?:please|and|then|but|so|or|do)\s+)"
    r"(?:ring|call|write|apply|re-?apply|try|come|ask|stay|keep|get|let|send|drop|give|message|text|e-?mail|mail|"
    r"phone|talk|speak|stop|pop|put|throw|go|tell|remind)\b",
    re.IGNORECASE,
)


def promises(words: str) -> bool:
    """Whether the words of an invitation are a promise of theirs, with nothing for the user to do."""
    said = words.strip(" “”\"'")
    return _THEIRS.search(said) is not None and _ASKS.search(said) is None
