"""The thank-you note: one true detail of the talk with this person, and no more.

Each voice is worded apart from all others, and a panel takes turns through them, so that
people who compare their notes find two letters (method P04: different text per person).
"""

from __future__ import annotations

from dataclasses import dataclass

from afterword.terms import Brief, Draft, Happening, RemarkKind
from afterword.writing import calling
from afterword.writing.letters.foreign import thanks_abroad
from afterword.writing.letters.pieces import firm_of
from afterword.writing.letters.quoting import put, put_heard, theirs, words_known
from afterword.writing.letters.thanked import NOTE, Known, on_record, their_mail
from afterword.writing.page import Page

#: What makes a good detail, best first. A doubt is not for a thank-you note,
#: and their praise of the writer is not theirs to be reminded of.
DETAILS = (
    RemarkKind.TOPIC,
    RemarkKind.CHALLENGE,
    RemarkKind.FIRST_PRIORITY,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One way of saying thanks: {when} the talk was, {q} their words, {name} the reader."""

    opening: str
    whole: str
    topic: str
    missing: str
    ending: str


VOICES = (
    Voice(
        "Thank you for the time you gave me{when}.",
        "What you said has stayed with me: {q}",
        "What {who} said about {q} has stayed with me.",
        "[which sentence of theirs do you still think about?]",
        "If any of my answers left a question open, please put it to me.",
    ),
    Voice(
        "I enjoyed our conversation{when}, and I am grateful for it.",
        "I keep returning to one sentence of yours: {q}",
        "I keep returning to what came up about {q}.",
        "[what from the talk would you tell a friend about?]",
        "Should you want more detail on something, a line from you is enough.",
    ),
    Voice(
        "Our talk{when} was a good one for me; thank you.",
        "I noted this, in your words: {q}",
        "I noted {q} as something to come back to.",
        "[one thing said in the talk that surprised you]",
        "I would gladly pick up that thread again.",
    ),
    Voice(
        "You made room for me{when}, and I want to thank you for that.",
        "Of all we covered I took this home: {q}",
        "Of all we covered I took {q} home with me.",
        "[a detail that only they know]",
        "Do write if I can make something clearer.",
    ),
    Voice(
        "A short word of thanks for meeting me{when}.",
        "One point has not let go of me since: {q}",
        "Since then I keep thinking of {q}.",
        "[their point that changed how you see the job]",
        "I can put more on paper about any part of it, if that helps.",
    ),
    Voice(
        "It was good to talk{when}. Thank you for making it a conversation.",
        "When you said {q}, the work became real to me.",
        "When you spoke of {q}, the work became real to me.",
        "[the moment when the work became concrete]",
        "If there is more you want to know, tell me.",
    ),
    Voice(
        "Before the week moves on: thank you for our meeting{when}.",
        "I have been turning this over: {q}",
        "I have gone on thinking about {q}.",
        "[what did they describe that you would like to work on?]",
        "Tell me if you would like me to expand on anything.",
    ),
    Voice(
        "Thank you for having me{when}.",
        "You gave me something to think about: {q}",
        "You gave me something to think about with {q}.",
        "[the subject you would gladly have gone on with]",
        "Where my examples were too short, I will happily add to them.",
    ),
)


def thank_you(brief: Brief) -> Draft:
    if brief.language != "en" and (abroad := thanks_abroad(brief)):
        return abroad
    page = Page(brief)
    voice = VOICES[page.turn("voice", len(VOICES))]
    known, when, fact = on_record(brief, page.days)
    mail = None if known is Known.TALK else their_mail(brief)
    if known is not Known.TALK:
        return _without_a_talk(page, known, when, fact, mail)
    page.say(voice.opening.format(when=when), fact)
    own = [remark for remark in theirs(brief, *DETAILS, others=False) if words_known(remark)]
    if own:
        put(page, own[0], voice.whole, voice.topic, "As I understood you: {q}")
    elif asked := [one for one in theirs(brief, *DETAILS, others=False) if one.hole.strip()]:
        put(page, asked[0], voice.whole, voice.topic, "{q}")
    elif not put_heard(page, *DETAILS):
        page.say(voice.missing)
    page.paragraph()
    page.say(voice.ending)
    firm, fact = firm_of(brief, "")
    return page.draft(f"Thank you, from our talk at {firm}" if fact else "Thank you for our talk")


def _without_a_talk(
    page: Page, known: Known, when: str, fact: str, mail: Happening | None
) -> Draft:
    """Thanks for the lead, for their mail, for colleagues' time or the invitation; a hole for none of it."""
    if mail is not None and known is not Known.LEAD:
        return _for_a_mail(page, mail)
    words, subject = NOTE["en"][known]
    page.say(words.format(when=when), fact)
    page.say("[one line of your own: what did it mean to you, or what came of it?]")
    page.paragraph()
    page.say("If there is something I can do for you, tell me.")
    return page.draft(subject)


def _for_a_mail(page: Page, mail: Happening) -> Draft:
    """Thanks to somebody with whom there was no talk yet: for what they wrote, and for no conversation."""
    brief = page.brief
    when = calling.when(mail.at.date(), brief.today, page.days)
    page.say(f"Thank you for your mail{' ' + when if when else ''}.", f"event:{mail.id}")
    own = [remark for remark in theirs(brief, *DETAILS, others=False) if words_known(remark)]
    if own:
        put(
            page,
            own[0],
            "I have gone on thinking about this: {q}",
            "I have gone on thinking about {q}.",
            "As I understood you: {q}",
        )
    else:
        page.say("[what do you thank them for: what have they done for you, in one line?]")
    page.paragraph()
    page.say("If you need anything more from me, tell me, and you will have it.")
    return page.draft("Thank you for your mail")
