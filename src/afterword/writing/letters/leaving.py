"""Letters that end something well: a refusal, a withdrawal, a friend named (P20, P21)."""

from __future__ import annotations

from afterword.terms import Brief, Draft, RemarkKind
from afterword.writing.letters.pieces import firm_of, last_talk, put, role_of, theirs, words_known
from afterword.writing.page import Page


def _valued(page: Page) -> None:
    """One true thing that was good, or the hole for it."""
    kind = [
        remark
        for remark in theirs(page.brief, RemarkKind.TOPIC, RemarkKind.CHALLENGE, others=False)
        if words_known(remark)
    ]
    if kind:
        put(
            page,
            kind[0],
            "I will remember this from our talks: {q}",
            "I will remember our talk about {q}.",
            "I will remember this, in my own words: {q}",
            spare=1,
        )
    else:
        page.say("I valued [one true thing about the people or the work].")


def offer_decline(brief: Brief) -> Draft:
    """Thanks, a plain no with its reason, the door left open (S1-10)."""
    page = Page(brief)
    role, role_fact = role_of(brief, "this role")
    page.say(
        page.pick(
            "open",
            f"Thank you for offering me {role}, and for the care behind the offer.",
            f"Thank you for the offer of {role} and for the trust in it.",
        ),
        role_fact,
    )
    page.say("I have thought it over and decided not to accept.")
    page.say("The reason is [your true reason, in one kind line, or take this sentence out].")
    page.paragraph()
    _valued(page)
    page.say("I am telling you at once so that you can go on without losing time.", spare=2)
    page.paragraph()
    page.say("Should a role come up one day that fits more closely, I would be glad to talk again.")
    page.say("I wish you and the team a good choice.", spare=1)
    return page.draft("Your offer, with my thanks")


def withdrawal(brief: Brief) -> Draft:
    page = Page(brief)
    role, role_fact = role_of(brief, "the role")
    talk = last_talk(brief)
    firm, firm_fact = firm_of(brief, "")
    page.say(
        page.pick(
            "open",
            f"I have decided to withdraw from the selection for {role}.",
            f"Please take me out of the selection for {role}.",
        ),
        role_fact,
    )
    page.say("I wanted you to know now, before you give it more of your time.")
    page.paragraph()
    page.say(
        f"Thank you for the conversation{talk.phrase}."
        if talk.fact
        else "Thank you for your time.",
        talk.fact,
    )
    _valued(page)
    page.paragraph()
    page.say("I wish you a good choice, and I would be glad if our paths crossed again.")
    return page.draft(f"Withdrawing, with thanks to {firm}" if firm_fact else "Withdrawing")


def referral_give(brief: Brief) -> Draft:
    """A friend named, with consent, and one line that can be checked (S4-13)."""
    page = Page(brief)
    role, role_fact = role_of(brief, "the role we spoke about")
    page.say(f"You may still be looking for someone for {role}.", role_fact)
    page.say("I know a person who could suit you: [their name, once they have agreed].")
    page.paragraph()
    page.say("[one thing they did that you saw yourself, with its result]")
    page.say("[how to reach them]")
    page.paragraph()
    page.say("Whether you write to them is entirely up to you; there is nothing in it for me.")
    page.say("I hope it helps.", spare=1)
    return page.draft("Someone you may want to meet")
