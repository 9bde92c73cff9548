"""Letters that end something well: a refusal, a withdrawal, a friend named (P20, P21)."""

from __future__ import annotations

from afterword.terms import Brief, Draft, Happening, RemarkKind
from afterword.writing import calling
from afterword.writing.letters import lines, starting, thanked
from afterword.writing.letters.abroad import courtesy_abroad
from afterword.writing.letters.pieces import firm_of, role_of
from afterword.writing.letters.quoting import put, put_heard, theirs, words_known
from afterword.writing.letters.thanked import Known
from afterword.writing.page import Page


def valued(
    page: Page,
    *,
    hole: bool = True,
    instead: str = "I look forward to the work, and to all of you.",
) -> None:
    """One true thing that was good, or the hole for it where the letter needs one."""
    kind = [
        remark
        for remark in theirs(page.brief, RemarkKind.TOPIC, RemarkKind.CHALLENGE, others=False)
        if words_known(remark)
    ]
    if kind:
        put(
            page,
            kind[0],
            "I will remember what you wrote: {q}"
            if kind[0].said_in
            else "I will remember this from our talks: {q}",
            "I will remember what you wrote about {q}."
            if kind[0].said_in
            else "I will remember our talk about {q}.",
            "I will remember this, in my own words: {q}",
            spare=1,
        )
    elif not put_heard(page, RemarkKind.TOPIC, RemarkKind.CHALLENGE, spare=1) and (hole or instead):
        page.say("I valued [one true thing about the people or the work]." if hole else instead)


def offer_decline(brief: Brief) -> Draft:
    """Thanks, a plain no with its reason, the door left open (S1-10)."""
    if abroad := courtesy_abroad(brief):
        return abroad
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
    valued(page)
    page.say("I am telling you at once so that you can go on without losing time.", spare=2)
    page.paragraph()
    page.say("Should a role come up one day that fits more closely, I would be glad to talk again.")
    page.say("I wish you and the team a good choice.", spare=1)
    return page.draft(f"Your offer of {role}" if role_fact else "Your offer, with my thanks")


def withdrawal(brief: Brief) -> Draft:
    if abroad := courtesy_abroad(brief):
        return abroad
    page = Page(brief)
    role, role_fact = role_of(brief, "the role")
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
    met = thanked.close(page, "Thank you for your time.")
    valued(page, hole=met is Known.TALK, instead="")
    page.paragraph()
    page.say("I wish you a good choice, and I would be glad if our paths crossed again.")
    return page.draft(f"Withdrawing, with thanks to {firm}" if firm_fact else "Withdrawing")


def offer_acceptance(brief: Brief) -> Draft:
    """A plain yes, what was agreed, and what they need next; no bargaining left in it."""
    if abroad := courtesy_abroad(brief):
        return abroad
    page = Page(brief)
    role, role_fact = role_of(brief, "the role")
    firm, firm_fact = firm_of(brief, "you")
    offer = starting.terms_mail(brief)
    page.say(
        page.pick(
            "open",
            f"Thank you for the offer; I accept it gladly, and will join {firm} as "
            f"{role.removeprefix('the ').removeprefix('role of ').removesuffix(' role')}."
            if role_fact
            else f"Thank you for the offer; I accept it gladly and will join {firm}.",
            f"Yes: I accept your offer of {role}, with thanks for the way you made it.",
        ),
        f"event:{offer.id}" if offer else "",
        role_fact,
        firm_fact,
    )
    _agreed(page, offer)
    page.paragraph()
    valued(page, hole=offer is None)
    page.paragraph()
    page.say("What do you need from me before then: papers, dates, people I should meet?")
    page.say("I am glad we found our way to this.", spare=1)
    return page.draft(f"Yes to {role}" if role_fact else "Yes, with thanks")


def _agreed(page: Page, offer: Happening | None) -> None:
    """The start and the letter whose terms hold, each from the offer itself; a hole for what it does not say."""
    then, line = starting.starts_on(page.brief)
    start = calling.day(then, page.days) if then is not None else "[the day]"
    if then is not None and then.year != page.brief.today.year:
        start += f", {then.year}" if page.days == "en-US" else f" {then.year}"
    # The offer is a mail of that day where its words are known; a paper it came with has its own date.
    known = offer is not None and any(
        one.id.startswith(f"{lines.LINE}{offer.id}") for one in page.brief.facts
    )
    when = calling.day(offer.at.date(), page.days) if offer is not None and known else ""
    terms = f"your mail of {when}" if when else "your letter of [its date]"
    page.say(
        f"As agreed, I start on {start}, on the terms of {terms}.",
        line,
        f"event:{offer.id}" if offer is not None and known else "",
    )


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
