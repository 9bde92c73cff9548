"""Letters to the user's own people: may I name you, what they may ask, how it ended, whom do you know (P22, S1-06).

No letter here puts words in a referee's mouth: it says what is at stake and what
they saw, and asks them to leave out what they remember otherwise (guardrail of P22).
"""

from __future__ import annotations

from datetime import date

from afterword.terms import Basis, Brief, Deed, Draft, Fact, MailKind, Remark, RemarkKind, Story
from afterword.writing import calling, fragments
from afterword.writing.letters.pieces import (
    answer_for,
    firm_of,
    last_of,
    name_of,
    role_of,
    tell,
)
from afterword.writing.letters.quoting import cite, fit, known, mark, theirs, words_known
from afterword.writing.letters.thanked import Known, on_record
from afterword.writing.page import Page

SAW = "reference:saw:"


def reference_request(brief: Brief) -> Draft:
    """The plain question, with a real way to say no (S0-06, P22).

    Of one who has agreed already it asks for the word nobody asked for (S0-17).
    """
    page = Page(brief)
    if _fact(brief, "reference:consent"):
        return _unasked(page)
    page.say(f"{_where(brief)}, and they may soon ask for references.", *_where_facts(brief))
    page.say("May I name you?")
    page.paragraph()
    stories, about = _seen(brief), _fact(brief, "reference:about")
    if stories:
        named = [name_of(story) or _titled(story) for story in stories[:2]]
        page.say(
            f"Could you speak warmly and specifically about {' and about '.join(named)}?",
            *(f"story:{story.id}" for story in stories[:2]),
        )
    elif about:
        page.say(
            f"Could you speak warmly and specifically about {fragments.clean(about.text)}?",
            about.id,
        )
    else:
        page.say("Could you speak warmly and specifically about [two things they saw you do]?")
    page.say("What would you say if they asked where things were harder for me?", spare=2)
    page.paragraph()
    page.say(
        "If you would rather not, or would find it hard, please tell me so plainly; that helps me "
        "as much as a yes, and changes nothing between us."
    )
    page.say(
        "Nobody hears your name from me before you have said yes, and you will know who calls and "
        "about what.",
        spare=1,
    )
    return page.draft("A question, and no is a good answer")


def _titled(story: Story) -> str:
    """A title of several words stands in marks: it is a heading, not a part of our sentence."""
    title = fragments.clean(story.title)
    return f"“{title}”" if len(title.split()) > 2 else title


def _unasked(page: Page) -> Draft:
    """Three or four lines of plain fact, to the one who decides, if they are glad to."""
    brief = page.brief
    page.say("You said you would speak for me; there is one thing more, if you would be glad to.")
    page.say(f"{_where(brief)}.", *_where_facts(brief))
    to, seen = _fact(brief, "reference:to"), _seen(brief)
    who = to.text if to else "[who decides there?]"
    doubts = [r for r in known(brief, RemarkKind.DOUBT) if r.basis is Basis.SAID]
    _may_be_told(page, doubts, "what they wonder about me")
    page.paragraph()
    story = next((answer_for(r, brief)[0] for r in doubts), None)
    chosen = story if story in seen else next(iter(seen), None)
    if chosen is not None:
        title = name_of(chosen) or fragments.clean(chosen.title)
        page.say(f"You saw this yourself: {title}.", f"story:{chosen.id}")
        tell(page, chosen, spare=2, brief_form=True)
    else:
        page.say("You saw this yourself: [what you did, and what came of it].")
    page.paragraph()
    page.say(
        f"Would you write a few lines about it to {who}, as you remember it: what was hard, what I "
        "did, what came of it?",
        to.id if to else "",
    )
    page.say("What you remember helps more than praise.")
    page.say("If you would rather not, that is quite all right.")
    return page.draft("A few lines, if you would be glad to")


def reference_brief(brief: Brief) -> Draft:
    """Role, why, three facts they saw, what may be asked, when the call may come; no script."""
    page = Page(brief)
    consent = _fact(brief, "reference:consent")
    agreed = _day(consent, brief.today) if consent else ""
    page.say(
        f"Thank you for agreeing{agreed} to speak for me." if consent else "[have they agreed?]",
        consent.id if consent else "",
    )
    page.say(f"{_where(brief)}.", *_where_facts(brief))
    page.say("They may call [who, and from which day to which].")
    _needs(page)
    page.paragraph()
    _three_facts(page)
    page.paragraph()
    _probes(page)
    page.paragraph()
    page.say("If anything here is not as you remember it, leave it out and tell me.")
    page.say("Whatever comes of it, you will hear it from me.", spare=2)
    return page.draft(f"What {_firm(brief)} may ask you")


def _needs(page: Page) -> None:
    """What they look for, in their words."""
    needs = known(page.brief, RemarkKind.FIRST_PRIORITY, RemarkKind.CHALLENGE)
    if not _may_be_told(page, needs, "what they need most"):
        page.say("What they need most is [what must the newcomer do first?].")


def _may_be_told(page: Page, said: list[Remark], what: str) -> bool:
    """What the firm said to the user is not a referee's to read unasked: a hole that asks the user."""
    heard = next((one for one in said if words_known(one)), None)
    if heard is None:
        return False
    if heard in theirs(page.brief, heard.kind) and fit(heard):
        page.say(f"{fragments.upper_first(what)}, in their words: {cite(heard.quote)}", mark(heard))
    else:
        words = fragments.clean(heard.quote).replace("(", "").replace(")", "")
        page.say(
            f"[{what}, as far as you may pass it on, in your own words; you heard: {words}]",
            mark(heard),
        )
    return True


def _three_facts(page: Page) -> None:
    """What the referee saw; else the strongest stories, to be checked against their memory."""
    brief = page.brief
    seen = _seen(brief)
    open_ones = [story for story in brief.stories if not story.confidential]
    stories = (seen or open_ones)[:3]
    if not stories:
        page.say("It would help them to hear [what they saw you do, what came of it, and when].")
        return
    page.say(
        "This is what you saw of my work, as I remember it."
        if seen
        else "This is what would help them. [which of these did they see themselves?]"
    )
    for story in stories:
        page.paragraph()
        title, when = name_of(story) or fragments.clean(story.title), fragments.clean(story.when)
        if title:
            page.say(f"{title}, {when}." if when else f"{title}.", f"story:{story.id}", spare=1)
        tell(page, story, spare=2, brief_form=True)


def _probes(page: Page) -> None:
    """What they are likely to ask: their own doubts, then what every check asks."""
    said = [r for r in known(page.brief, RemarkKind.DOUBT) if r.basis is Basis.SAID]
    if _may_be_told(page, said, "what they wonder about me"):
        page.say("If you saw something that bears on it, that would help most.", spare=1)
    page.say("They usually ask what is harder for me, and whether you would work with me again.")
    page.say("Please answer as you see it; exact is worth more to me than kind.")


def reference_thanks(brief: Brief) -> Draft:
    """Thanks, and how it ended, within two weeks (P22)."""
    page = Page(brief)
    called = _fact(brief, "reference:called")
    day = _day(called, brief.today) if called else ""
    firm, firm_fact = firm_of(brief, "them")
    page.say(
        f"Thank you for speaking for me with {firm}{day}."
        if called
        else f"Thank you for standing ready to speak for me with {firm}.",
        firm_fact,
        called.id if called else "",
    )
    _ending(page)
    page.paragraph()
    page.say(
        page.pick(
            "worth",
            "It cost you time and you lent your name to it; both mean a great deal to me.",
            "You lent me your name and your time, and I know what both are worth.",
        ),
        spare=1,
    )
    page.say("If there is something I can do for you, tell me.")
    return page.draft("Thank you, and how it went")


def _ending(page: Page) -> None:
    role, role_fact = role_of(page.brief, "the role")
    end = last_of(
        page.brief,
        Deed.OFFER_ACCEPTED,
        Deed.OFFER_DECLINED,
        MailKind.WITHDRAWN,
        MailKind.OFFER_RESCINDED,
        MailKind.REJECTION,
        MailKind.POSITION_FILLED,
        MailKind.CANCELLED,
        MailKind.OFFER,
    )
    fact = f"event:{end.id}" if end else ""
    if end is None:
        page.say("They have not decided yet; you will hear it from me when they do.")
    elif end.kind is Deed.OFFER_ACCEPTED:
        page.say(f"It went well: I have accepted {role}.", fact, role_fact)
    elif end.kind in (Deed.OFFER_DECLINED, MailKind.WITHDRAWN):
        offered = last_of(page.brief, MailKind.OFFER)
        if end.kind is Deed.OFFER_DECLINED or offered is not None:
            page.say(
                f"They offered me {role}, and in the end I said no to it.",
                f"event:{offered.id}" if offered else "",
                fact,
                role_fact,
            )
            page.say("The reason is [why, in one line, or take this sentence out].")
        else:
            page.say(f"I have withdrawn from {role} myself.", fact, role_fact)
    elif end.kind is MailKind.OFFER_RESCINDED:
        page.say(f"They had offered me {role} and took the offer back.", fact, role_fact)
        page.say("That takes nothing from what you did.", spare=2)
    elif end.kind is MailKind.OFFER:
        page.say(f"They have offered me {role}; you had a part in that.", fact, role_fact)
    elif end.kind is MailKind.CANCELLED:
        page.say("They have given up the role, so nobody was chosen.", fact)
    else:
        page.say("They chose someone else this time.", fact)
        page.say("That takes nothing from what you did.", spare=2)


def referral_ask(brief: Brief) -> Draft:
    """Two or three "who do you know" questions: a name, not an endorsement (S1-06, P13)."""
    page = Page(brief)
    known, when, fact = on_record(brief, page.days)
    again = {
        Known.TALK: f"Thank you again for our talk{when}.",
        Known.LEAD: "Thank you again for thinking of me.",
    }
    asks = "I have a question you can answer in a line, or not at all."
    page.say(again.get(known, asks), fact if known in again else "")
    page.say("I am looking for [the kind of role, in a few words].")
    page.paragraph()
    page.say("Who do you know at [one firm you would like to work for] or [another]?")
    page.say("And who do you know that hires for [the kind of work]?", spare=1)
    page.paragraph()
    page.say("A name is all I ask for, not a word on my behalf.")
    page.say("May I say that you suggested it?")
    page.say("If nobody comes to mind, that is quite all right.")
    page.paragraph()
    page.say("If it leads anywhere, you will hear from me what came of it.", spare=1)
    page.say("And if I can be of use to you, tell me: [one thing you could offer them].", spare=2)
    return page.draft("Whom do you know?")


# ── what they are built of ──────────────────────────────────────────────────


def _where(brief: Brief) -> str:
    role, _ = role_of(brief, "a new role")
    firm, known = firm_of(brief, "")
    return (
        f"I am in the selection for {role} at {firm}"
        if known
        else (f"I am in the selection for {role}")
    )


def _where_facts(brief: Brief) -> tuple[str, ...]:
    return role_of(brief, "")[1], firm_of(brief, "")[1]


def _firm(brief: Brief) -> str:
    return firm_of(brief, "they")[0]


def _fact(brief: Brief, id: str) -> Fact | None:
    return next((one for one in brief.facts if one.id == id and one.text.strip()), None)


def _day(fact: Fact, today: date) -> str:
    """The day in a fact as a phrase with a space before it; "" when it lies too far back."""
    phrase = calling.when(date.fromisoformat(fact.text), today, "en")
    return f" {phrase}" if phrase else ""


def _seen(brief: Brief) -> list[Story]:
    """The stories this reader can confirm, none of them confidential."""
    saw = {one.id.removeprefix(SAW) for one in brief.facts if one.id.startswith(SAW)}
    return [story for story in brief.stories if story.id in saw and not story.confidential]
