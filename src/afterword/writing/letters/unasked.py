"""Letters outside the usual course: a cold letter on one problem, a card by post, a question of record.

The request for one's data is a late and separate step. It carries no thanks, no plea and no
threat, and is never drafted with a courtesy (method L02, guardrail 12).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from afterword.terms import Brief, Draft, Fact, MailKind, RemarkKind, Tone
from afterword.writing import fragments
from afterword.writing.letters import signals
from afterword.writing.letters.abroad import courtesy_abroad
from afterword.writing.letters.pieces import (
    answer_for,
    firm_of,
    last_of,
    last_talk,
    missing_story,
    role_of,
    tell,
)
from afterword.writing.letters.quoting import mark, put, theirs, words_known
from afterword.writing.lexicon import in_order
from afterword.writing.page import Page

_GDPR = Fact(
    "law:access",
    "Article 15 of the General Data Protection Regulation",
    "law, read before use; not legal advice",
)
_UK = Fact("law:access", "Article 15 of the UK GDPR", "law, read before use; not legal advice")
#: Where a right to see one's data is known to us (method L02). Elsewhere no law is named.
LAWS: Mapping[str, Fact] = {
    **dict.fromkeys(
        in_order(
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
        ),
        _GDPR,
    ),
    "GB": _UK,
    "UK": _UK,
}


def pain_letter(brief: Brief) -> Draft:
    """To somebody never met: what is public, the trouble it may bring, one story, one question."""
    page = Page(brief)
    firm, firm_fact = firm_of(brief, "your firm")
    news = signals.news(brief)
    if news is not None:
        page.say(f"I read this about {firm}: {fragments.clean(news.text)}", news.id, firm_fact)
    else:
        page.say(f"[what have you read about {firm} that anyone could read?]", firm_fact)
    pains = [r for r in theirs(brief, RemarkKind.CHALLENGE) if words_known(r)]
    pain = pains[0] if pains else None
    if pain is not None:
        put(
            page,
            pain,
            page.pick(
                "pain", "I have also heard it put like this: {q}", "It fits what I heard: {q}"
            ),
            page.pick("pain", "Behind it I suspect {q}.", "It made me think of {q}."),
            "From outside, I suspect this lies behind it: {q}",
        )
        page.say("You will know whether I have that right.", spare=2)
    else:
        page.say("From outside, I suspect that it brings [one problem you have solved before].")
    page.paragraph()
    # News alone names no trouble, and a story that answers nothing is worse than none.
    story, secret = answer_for(pain, brief) if pain is not None else (None, False)
    if story is not None:
        page.say("I have been inside a problem like it.", f"story:{story.id}", spare=1)
        tell(page, story, spare=1)
    else:
        facts = (mark(pain),) if pain is not None else ()
        missing_story(page, "solved such a problem", *facts, secret=secret)
    page.paragraph()
    page.say(
        page.pick(
            "ask",
            "Is this on your table at the moment, or has it found its answer?",
            "Is that a question for you this year, or somebody else’s?",
        )
    )
    page.say("If it is not, a word is enough and I will leave you in peace.")
    return page.draft(f"One question about {firm}" if firm_fact else "One question")


def card(brief: Brief) -> Draft:
    """The small card by post after a final: thanks, one thing kept, no ask (S1-08)."""
    if abroad := courtesy_abroad(brief):
        return abroad
    page = Page(brief)
    talk = last_talk(brief, page.days)
    ended = last_of(brief, MailKind.REJECTION, MailKind.POSITION_FILLED, MailKind.CANCELLED)
    page.say(
        page.pick(
            "open",
            f"Thank you for the time you gave me{talk.phrase}.",
            f"Thank you for having me{talk.phrase}.",
            f"It was good to meet you{talk.phrase}; thank you.",
        ),
        talk.fact,
    )
    own = theirs(brief, RemarkKind.TOPIC, RemarkKind.CHALLENGE, others=False)
    kept = [remark for remark in own if words_known(remark)]
    if kept:
        put(
            page,
            kept[0],
            page.pick("kept", "I will remember your words: {q}", "One line of yours I keep: {q}"),
            page.pick("kept", "I will remember our talk about {q}.", "I keep thinking of {q}."),
            "What I keep from it: {q}",
            spare=1,
        )
    page.say(
        page.pick(
            "wish",
            "I hope the new start goes well, for you and for the team.",
            "I wish you and the team well.",
        )
        if ended is not None
        else page.pick(
            "wish",
            "However you decide, I am glad we met.",
            "Whatever comes of it, it was time well spent.",
        ),
        f"event:{ended.id}" if ended is not None else "",
    )
    return page.draft("A card, by post")


def access_request(brief: Brief) -> Draft:
    """A copy of what they hold about the user, asked for plainly; no reason, no threat (L02)."""
    page = Page(replace(brief, tone=Tone.FORMAL))
    role, role_fact = role_of(brief, "a role with you")
    law = LAWS.get(brief.to.country.upper().partition("-")[0])
    page.say(f"I applied for {role}.", role_fact)
    asks = "Please send me a copy of the personal data you hold about me from that process"
    if law is not None:
        page.bring(law)
        page.say(f"{asks}, as {law.text} provides.", law.id)
    else:
        page.say(f"{asks}, so far as the law where you are provides for it.")
    page.paragraph()
    page.say("That includes notes of the interviews, assessments, and opinions about me.")
    page.say("Where a passage would name somebody else, it can be taken out.")
    page.paragraph()
    page.say("If you need proof of who I am, tell me what would do.")
    page.say("An electronic copy is fine.")
    page.say(
        "This is apart from your decision, which I am not asking you to look at again.", spare=1
    )
    return page.draft("Request for a copy of my data")
