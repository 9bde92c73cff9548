"""Being remembered without asking for anything (method P15 to P17)."""

from __future__ import annotations

from afterword.terms import Brief, Draft, RemarkKind
from afterword.writing import fragments
from afterword.writing.letters import answering, awaited, frozen, signals
from afterword.writing.letters.abroad import courtesy_abroad
from afterword.writing.letters.pieces import answer_for, firm_of, role_of, tell
from afterword.writing.letters.quoting import (
    cite,
    fit,
    mark,
    put,
    put_heard,
    subject_of,
    theirs,
    words_known,
)
from afterword.writing.page import Page
from afterword.writing.standing_alone import stands

NEWS_HOLE = "[their news, as you read it in public]"


def keep_in_touch(brief: Brief) -> Draft:
    """Their news, one useful thing, no ask: at most 400 characters in all."""
    if (pause := frozen.to_feel_with(brief)) is not None:
        return frozen.sympathy(brief, pause)
    if abroad := courtesy_abroad(brief):
        return abroad
    news = signals.news(brief)
    if (brought := awaited.lead(brief)) is not None:
        return awaited.how_it_goes(brief, brought)
    if not news and (asked := awaited.asked_back(brief)) is not None:
        return awaited.back_as_asked(brief, asked)
    page = Page(brief)
    topics = [
        remark
        for remark in theirs(brief, RemarkKind.TOPIC, RemarkKind.CHALLENGE, others=False)
        if words_known(remark) and fit(remark) and len(fragments.clean(remark.quote)) <= 90
    ]
    if news:
        page.say(f"I read your news: {fragments.clean(news.text)}", news.id)
    if topics:
        page.say(
            f"You told me: {cite(topics[0].quote, final=True)}"
            if stands(fragments.clean(topics[0].quote))
            else f"I still think of our talk about {subject_of(topics[0].quote)}.",
            mark(topics[0]),
            spare=1,
        )
        page.say("This made me think of it: [one useful thing: a link, a name, a finding].")
    else:
        if not news:
            page.say(f"I saw {NEWS_HOLE}.")
        page.say("This may be of use to you: [a link, a name, a finding].")
    page.say("No reply needed.", spare=3)
    return page.draft("Something that may be of use")


def congratulation(brief: Brief) -> Draft:
    if abroad := courtesy_abroad(brief):
        return abroad
    page = Page(brief)
    news, moved = signals.news(brief), signals.latest(brief, "person_moved")
    if news:
        page.say(f"Congratulations. I read it with pleasure: {fragments.clean(news.text)}", news.id)
    elif moved and fragments.clean(brief.to.title):
        page.say(
            f"Congratulations on your new post: {fragments.clean(brief.to.title)}",
            f"event:{moved.id}",
            f"person:{brief.to.id}",
        )
    elif moved:
        page.say("Congratulations on your new post.", f"event:{moved.id}")
    else:
        page.say("Congratulations on [what happened, in a few words].")
    page.say(
        page.pick(
            "wish",
            "I hope it brings you work you enjoy.",
            "May it be as good as it sounds.",
            "I wish you a good start with it.",
        )
    )
    page.say("This needs no reply.", spare=1)
    return page.draft("Congratulations")


def trigger_note(brief: Brief) -> Draft:
    """The change, one matching fact, a light offer; public sources only (P16, P17)."""
    if (wrote := answering.reopening(brief)) is not None:
        return answering.answer_to_reopening(brief, wrote)
    page = Page(brief)
    role, role_fact = role_of(brief, "the role we spoke about")
    firm, firm_fact = firm_of(brief, "your team")
    signal, news = signals.latest(brief), signals.news(brief)
    if signal:
        page.say(
            signals.SIGNALS[signal.detail].format(role=role, firm=firm),
            f"event:{signal.id}",
            role_fact,
            firm_fact,
        )
    elif news:
        page.say(f"I read this about {firm}: {fragments.clean(news.text)}", news.id, firm_fact)
    else:
        page.say("[what has changed, and where did you read it?]")
    needs = [
        remark
        for remark in theirs(brief, RemarkKind.FIRST_PRIORITY, RemarkKind.CHALLENGE)
        if words_known(remark)
    ]
    found = [(need, answer_for(need, brief)[0]) for need in needs]
    story, need = next(((s, n) for n, s in found if s is not None), (None, None))
    page.paragraph()
    if story is not None and need is not None:
        put(
            page,
            need,
            "It brought back what {who} told me: {q}",
            "It brought back our talk about {q}.",
            "It brought back something from our talk, in my own words: {q}",
            spare=1,
        )
        page.say("I have work behind me that comes close to it.", f"story:{story.id}", mark(need))
        tell(page, story, spare=1, brief_form=True)
    else:
        _remembered(page)
        page.say("[one new fact about your work that bears on it: what you did, what came of it]")
    page.paragraph()
    page.say("If a short talk would be of use, I would be glad to have it.")
    page.say("If not, this needs no answer, and I wish you well with it.")
    if role_fact and signal:
        return page.draft(_SUBJECTS.get(signal.detail, "{r}").format(r=fragments.upper_first(role)))
    return page.draft(f"The news from {firm}" if firm_fact else "Your news")


#: The subject by what the letter saw; {r} is the role.
_SUBJECTS = {
    "reopened": "{r}, open again",
    "sibling_role": "A role close to the one we spoke about",
    "thawing": "{r}, now that you hire again",
    "invited_date": "{r}: you asked me to write again",
}


def _remembered(page: Page) -> None:
    """One thing of the talk that only this reader and the user share."""
    own = theirs(
        page.brief,
        RemarkKind.CHALLENGE,
        RemarkKind.FIRST_PRIORITY,
        RemarkKind.TOPIC,
        others=False,
    )
    for one in own:
        if words_known(one) and fit(one):
            put(
                page,
                one,
                "I have not forgotten what you told me: {q}",
                "I have not forgotten our talk about {q}.",
                "I have not forgotten this from our talk, in my own words: {q}",
                spare=1,
            )
            return
    put_heard(page, RemarkKind.CHALLENGE, RemarkKind.TOPIC, spare=1)
