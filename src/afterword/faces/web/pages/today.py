"""Today: at most three things worth doing, what you wait for, what was read since yesterday."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.desk import morning
from afterword.desk.day import cards as desk_cards
from afterword.desk.day import page
from afterword.desk.you import inward
from afterword.faces.web import words
from afterword.faces.web.pages import stand, stories, talks, today_said, watches
from afterword.faces.web.pages.parts import Act, Empty, Tag
from afterword.faces.web.pages.read_rows import ReadRow, read_row
from afterword.terms import State

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Card:
    """One thing worth doing; with `sealed` a closed envelope, which tells who and when and no more."""

    id: str
    title: str
    url: str
    says: str
    tag: Tag | None = None
    aside: str = ""
    acts: tuple[Act, ...] = ()
    foot: str = ""
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    who: str
    url: str
    says: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Later:
    """What can wait: one quiet line, not a card."""

    id: str
    who: str
    url: str
    says: str
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Today:
    title: str
    lead: str
    cards: tuple[Card, ...] = ()
    resting: tuple[Later, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    read: tuple[ReadRow, ...] = ()
    read_on: tuple[ReadRow, ...] = ()
    read_on_says: str = ""
    empty: Empty | None = None
    later: tuple[Later, ...] = ()
    later_says: str = ""
    later_all: bool = False
    closed: str = ""
    closed_url: str = ""
    asks: str = ""
    you: tuple[Act, ...] = ()
    signs: tuple[watches.Sign, ...] = ()
    stories: Act | None = None
    talks: tuple[talks.TalkRow, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadAfter:
    """What stands under the heading once a card has gone; it is put there in place."""

    lead: str
    count: int


#: The plays that concern those who vouch; all that is needed for them stands on one page.
VOUCHING = ("P22", "P23")
#: What is done on the case, beside its talk: questions, a plan, notes.
ROUND_A_TALK = ("P01", "P02", "P03")
#: How long the list of what one waits for may grow before the cases page is the better place.
WAITING_SHOWN = 8
#: And the lines beyond the three cards.
LATER_SHOWN = 12
#: How many read mails stand open; the rest folds.
READ_SHOWN = 5


def build(visit: Visit) -> Today:
    """The page from what the last planning kept; it judges nothing."""
    found = morning.today(visit.account, visit.now, visit.profile.zone)
    visit.cases, visit.asked = found.cases, len(found.questions)
    beside = desk_cards.beside(visit.account, found.cards)
    cards = tuple(card(one, visit, beside.get(one.case)) for one in found.cards)
    closed = (*(one for one in found.later if one.sealed), *found.envelopes)
    later = [one for one in found.later if not one.sealed]
    rows = [read_row(one) for one in found.read]
    resting = desk_cards.resting(visit.account, visit.now, visit.clock.today)
    held = {row.url: row for row in (_resting(one, visit) for one in resting)}
    signs = watches.today(visit)
    moved = {sign.url for sign in signs if sign.url in held}
    n = len(later) + found.more_later
    return Today(
        title=visit.clock.part_of_day(),
        lead=today_said.lead(found),
        cards=cards,
        resting=tuple(row for url, row in held.items() if url not in moved),
        later=tuple(_later(one) for one in later[:LATER_SHOWN]),
        later_says=ngettext("%(n)d more can wait", "%(n)d more can wait", n) % {"n": n},
        later_all=n > LATER_SHOWN,
        closed=today_said.closed(len(closed)),
        closed_url=reverse("web:cases") + "?which=sealed",
        waiting=tuple(_waiting(one) for one in found.waiting[:WAITING_SHOWN]),
        read=tuple(rows[:READ_SHOWN]),
        read_on=tuple(rows[READ_SHOWN:]),
        read_on_says=today_said.read_on(len(rows) - READ_SHOWN, found.more_read),
        empty=None if cards else today_said.empty(found, visit),
        asks=today_said.asks(found),
        you=_you(visit),
        stories=stories.proposals(visit),
        # A case that moved stands once: its own card says until when the letter rests.
        signs=tuple(
            replace(sign, rests=held[sign.url].says) if sign.url in moved else sign
            for sign in (_beside(one, cards) for one in signs)
        ),
        talks=tuple(talks.row(one, visit) for one in found.talks),
    )


def lead_after(visit: Visit) -> LeadAfter:
    """The line under the heading as it stands now, without the rest of the page."""
    found = morning.today(visit.account, visit.now, visit.profile.zone)
    return LeadAfter(
        today_said.lead(found) or (today_said.empty(found, visit).says if not found.cards else ""),
        len(found.cards),
    )


def _beside(sign: watches.Sign, cards: tuple[Card, ...]) -> watches.Sign:
    """A sign beside cards has no button as loud as theirs."""
    if not cards:
        return sign
    acts = (replace(one, style="plain") if one.style == "primary" else one for one in sign.acts)
    return replace(sign, acts=tuple(acts))


def _resting(one: desk_cards.Resting, visit: Visit) -> Later:
    """A letter that may be drafted now and leaves later."""
    url = reverse("web:case", args=[one.case])
    about = _("for %(case)s") % {"case": one.company}
    if one.drafted:
        act = Act(_("Open the draft"), reverse("web:letter", args=[one.drafted]), about=about)
    else:
        draft = reverse("web:letter-draft", args=[one.case])
        fields = (("kind", one.letter),)
        act = Act(_("Draft the letter"), draft, "plain", True, fields, about=about)
    says = _("It may be drafted now; the best time to send it is from %(when)s on.")
    if one.fresh:
        says = _(
            "The news is fresh. It may be drafted now, and rests until %(when)s before it leaves."
        )
    says %= {"when": visit.clock.until(one.until)}
    why = Act(_("Why this, why now"), f"{url}#decision", "quiet", about=about)
    return Later(f"rest-{one.case}", one.company, url, says, (act, why))


def _later(one: page.Card) -> Later:
    url = reverse("web:case", args=[one.case])
    who = one.who if one.who and one.who != one.company else ""
    # The first act is the one thing to do; "not now" and "never" stay on the case.
    acts = (replace(_first_act(one, url), style="small"),)
    name = ", ".join(filter(None, (who, one.company))) or one.role
    return Later(f"card-{one.case}", name, url, _says(one), acts)


def _you(visit: Visit) -> tuple[Act, ...]:
    """The quiet line about the user's own day; empty on most days."""
    if not inward.asks_today(visit.account, visit.now, visit.profile.zone):
        return ()
    away = (("what", "line"), ("to", reverse("web:today")))
    word = Act(_("One word, if you like"), reverse("web:you"), "quiet")
    return word, Act(_("not now"), reverse("web:you-away"), "quiet", True, away)


def card(one: page.Card, visit: Visit, beside: desk_cards.Beside | None = None) -> Card:
    """A card as it is shown; a closed letter tells who and when, nothing else."""
    beside = beside or desk_cards.Beside()
    if one.sealed:
        return Card(
            id=str(one.message),
            title=_("%(who)s answered %(when)s")
            % {"who": one.company, "when": visit.clock.moment(one.at)},
            url=reverse("web:case", args=[one.case]),
            says=stand.closed_words(one.when, visit.clock),
            acts=(Act(_("Open"), reverse("web:mail-open", args=[one.message]), post=True),),
            sealed=True,
        )
    who = one.who if one.who and one.who != one.company else ""
    url = reverse("web:case", args=[one.case])
    return Card(
        id=str(one.case),
        title=", ".join(filter(None, (who, one.company))) or one.role,
        url=url,
        says=" ".join(
            filter(None, ("" if _told(beside.heard, one) else _heard(beside.heard), _says(one)))
        ),
        tag=_tag(one),
        aside=_when(one, beside, visit),
        acts=_acts(one, url),
        foot=_foot(one, beside, visit),
    )


def _told(heard: desk_cards.Heard | None, one: page.Card) -> bool:
    """Whether the reason of the step quotes those very words: nobody reads them twice on one card."""
    return heard is not None and heard.quote.strip().strip('“”"').rstrip(".") in one.why


def _heard(heard: desk_cards.Heard | None) -> str:
    """Their words, and what of yours meets them: the heart of the card."""
    if heard is None:
        return ""
    quote = heard.quote.strip().strip('“”"').rstrip(".")
    who = heard.by or _("They")
    said = _("%(who)s said “%(quote)s”.") % {"who": who, "quote": quote}
    if not heard.story:
        return said + " " + _("No story of yours meets that yet.")
    meets = _("Your story “%(story)s” speaks to that, and they have not heard it from you.")
    return said + " " + meets % {"story": heard.story}


def _when(one: page.Card, beside: desk_cards.Beside, visit: Visit) -> str:
    """The day that presses: theirs if they named one, else ours while it is still to come.

    That a thing may be done today is what the page says, and stands on no card.
    """
    today = visit.clock.today
    if one.asked:
        return _near(one.when, visit) if one.when and one.when >= today else one.role
    if one.due and one.due >= today and one.due != beside.decides:
        return _("answer by %(day)s") % {"day": _near(one.due, visit)}
    if beside.decides and beside.decides >= today:
        return _("they named %(day)s") % {"day": _near(beside.decides, visit)}
    if one.when and one.when > today:
        return _("by %(day)s") % {"day": _near(one.when, visit)}
    return one.role


def _near(day: date, visit: Visit) -> str:
    """A day of theirs: the nearest two as one says them."""
    if day == visit.clock.today:
        return _("today")
    if day == visit.clock.today + timedelta(days=1):
        return _("tomorrow, %(day)s") % {"day": visit.clock.day(day)}
    return visit.clock.day(day)


def _foot(one: page.Card, beside: desk_cards.Beside, visit: Visit) -> str:
    if not one.letter:
        return ""
    said = [words.says(words.LETTER, one.letter).lower()]
    if beside.words:
        said.append(
            ngettext("%(n)d word", "%(n)d words", beside.words) % {"n": beside.words},
        )
    if beside.touched:
        said.append(_("last touched %(when)s") % {"when": visit.clock.moment(beside.touched)})
    return " · ".join(said)


def _says(one: page.Card) -> str:
    if one.question and one.question not in one.why and not one.asked:
        return _("%(why)s To ask: “%(question)s”") % {
            "why": one.why,
            "question": one.question.strip("“”"),
        }
    return one.why


def _tag(one: page.Card) -> Tag | None:
    if one.asked:
        return Tag(_("your turn"), "amber")
    if one.question:
        return Tag(_("one question"), "amber")
    if one.letter:
        return Tag(_("a letter drafted") if one.drafted else _("a letter to write"), "accent")
    return None


def _first_act(one: page.Card, url: str) -> Act:
    """The one thing to do."""
    about = _("for %(case)s") % {"case": one.company}
    if one.drafted:
        letter = reverse("web:letter", args=[one.drafted])
        return Act(_("Open the letter"), letter, "primary", about=about)
    if _has_letter(one):
        draft = reverse("web:letter-draft", args=[one.case])
        fields = (("kind", one.letter), ("play", one.play))
        return Act(_("Open the letter"), draft, "primary", True, fields, about=about)
    there = f"{url}#talk" if one.play in ROUND_A_TALK else url
    if one.play in VOUCHING:
        there = f"{reverse('web:references')}?case={one.case}"
    return Act(_("Look at it"), there, "primary", about=about)


def _has_letter(one: page.Card) -> bool:
    return bool(one.letter and (one.who or one.play not in VOUCHING))


def _acts(one: page.Card, url: str) -> tuple[Act, ...]:
    about = _("for %(case)s") % {"case": one.company}
    rest = reverse("web:case-rest", args=[one.case])
    swap = f"#card-{one.case}"
    acts = [_first_act(one, url)]
    if one.drafted or _has_letter(one):
        acts.append(Act(_("Why this, why now"), f"{url}#decision", about=about))
    acts.append(Act(_("not now"), rest, "quiet", True, (("until", "later"),), swap, about))
    if one.asked:
        return tuple(acts)  # a day that they set is not refused by a click
    acts.append(
        Act(
            _("never this one"),
            rest,
            "quiet",
            True,
            (("until", "never"), ("play", one.play)),
            swap,
            about,
        )
    )
    return tuple(acts)


WAITS = {
    State.AWAITING: lambda: Tag(_("on time")),
    State.OVERDUE: lambda: Tag(_("a question is fair"), "amber"),
    State.ON_HOLD: lambda: Tag(_("paused")),
    State.ACTIVE: lambda: Tag(_("under way")),
}


def _waiting(one: page.Waiting) -> Waiting:
    shown = WAITS.get(State(one.state))
    tag = shown() if shown else Tag(words.says(words.STATE, one.state))
    return Waiting(one.company, reverse("web:case", args=[one.case]), one.says, tag)
