"""Today: at most three things worth doing, what you wait for, what was read since yesterday."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.desk import morning
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act, Empty, Tag
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
class ReadRow:
    """A mail the machine read, for the user to say whether it read it right."""

    id: str
    who: str
    url: str
    says: str
    quote: str = ""
    right: Act | None = None
    correct: Act | None = None
    sealed: bool = False
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    title: str
    lead: str
    cards: tuple[Card, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    read: tuple[ReadRow, ...] = ()
    more_read: str = ""
    empty: Empty | None = None
    later: tuple[Card, ...] = ()
    later_says: str = ""
    later_all: bool = False
    asks: str = ""


#: How long the list of what one waits for may grow before the cases page is the better place.
WAITING_SHOWN = 8
#: And the cards beyond the three.
LATER_SHOWN = 9


def build(visit: Visit) -> Today:
    """The page from what the last planning kept; it judges nothing."""
    found = morning.today(visit.account, visit.now, visit.profile.zone)
    cards = tuple(card(one, visit) for one in found.cards)
    beyond = (*found.later, *found.envelopes)
    n = len(beyond)
    return Today(
        title=visit.clock.part_of_day(),
        lead=_lead(found),
        cards=cards,
        later=tuple(card(one, visit) for one in beyond[:LATER_SHOWN]),
        later_says=ngettext("%(n)d more, if you want it", "%(n)d more, if you want them", n)
        % {"n": n},
        later_all=n > LATER_SHOWN,
        waiting=tuple(_waiting(one) for one in found.waiting[:WAITING_SHOWN]),
        read=tuple(read_row(one) for one in found.read),
        more_read=ngettext("and %(n)d more", "and %(n)d more", found.more_read)
        % {"n": found.more_read}
        if found.more_read
        else "",
        empty=None if cards else _empty(found, visit),
        asks=_asks(found),
    )


def _lead(found: morning.Morning) -> str:
    n = sum(1 for one in found.cards if not one.sealed)
    if n:
        return {
            1: _("One thing is worth doing today."),
            2: _("Two things are worth doing today."),
            3: _("Three things are worth doing today, no more."),
        }[min(n, 3)]
    if found.cards:
        return _("A letter came. Open it when you like; nothing else needs you today.")
    return ""


def _empty(found: morning.Morning, visit: Visit) -> Empty:
    dated = [one for one in found.waiting if one.until is not None]
    then = _("Nobody owes you a word with a date. Rest, or look for the next one.")
    if dated:
        then = _(
            "The next word is due from %(who)s on %(day)s. Until then it is theirs to move."
        ) % {
            "who": dated[0].company,
            "day": visit.clock.day(dated[0].until),
        }
    return Empty(_("Nothing to do today. That is a good answer."), then)


def _asks(found: morning.Morning) -> str:
    n = len(found.questions)
    said = ngettext(
        "There is %(n)d thing only you know.", "There are %(n)d things only you know.", n
    )
    return said % {"n": n} if n else ""


def card(one: morning.Card, visit: Visit) -> Card:
    """A card as it is shown; a closed letter tells who and when, nothing else."""
    if one.sealed:
        return Card(
            id=str(one.message),
            title=_("%(who)s answered %(when)s")
            % {"who": one.company, "when": visit.clock.moment(one.at)},
            url=reverse("web:case", args=[one.case]),
            says=_("Open it when you like. Nothing needs an answer before tomorrow."),
            acts=(Act(_("Open"), reverse("web:mail-open", args=[one.message]), post=True),),
            sealed=True,
        )
    who = one.who if one.who and one.who != one.company else ""
    url = reverse("web:case", args=[one.case])
    return Card(
        id=str(one.case),
        title=", ".join(filter(None, (who, one.company))) or one.role,
        url=url,
        says=_says(one),
        tag=_tag(one),
        aside=_("by %(day)s") % {"day": visit.clock.day(one.when)} if one.when else one.role,
        acts=_acts(one, url),
        foot=words.says(words.LETTER, one.letter).lower() if one.letter else "",
    )


def _says(one: morning.Card) -> str:
    if one.question and one.question not in one.why:
        return _("%(why)s To ask: “%(question)s”") % {
            "why": one.why,
            "question": one.question.strip("“”"),
        }
    return one.why


def _tag(one: morning.Card) -> Tag | None:
    if one.question:
        return Tag(_("one question"), "amber")
    if one.letter:
        return Tag(_("a letter drafted") if one.drafted else _("a letter to write"), "accent")
    return None


def _acts(one: morning.Card, url: str) -> tuple[Act, ...]:
    about = _("for %(case)s") % {"case": one.company}
    rest = reverse("web:case-rest", args=[one.case])
    swap = f"#card-{one.case}"
    acts: list[Act] = []
    if one.drafted:
        acts.append(
            Act(
                _("Open the letter"),
                reverse("web:letter", args=[one.drafted]),
                "primary",
                about=about,
            )
        )
    elif one.letter:
        draft = reverse("web:letter-draft", args=[one.case])
        acts.append(
            Act(
                _("Open the letter"),
                draft,
                "primary",
                True,
                (("kind", one.letter), ("play", one.play)),
                about=about,
            )
        )
    why = Act(_("Why this, why now"), f"{url}#decision", about=about)
    acts.append(why if acts else Act(_("Look at it"), url, "primary", about=about))
    acts.append(Act(_("not now"), rest, "quiet", True, (("until", "later"),), swap, about))
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


def _waiting(one: morning.Waiting) -> Waiting:
    shown = WAITS.get(State(one.state))
    tag = shown() if shown else Tag(words.says(words.STATE, one.state))
    return Waiting(one.company, reverse("web:case", args=[one.case]), one.says, tag)


def read_row(one: morning.Read) -> ReadRow:
    """A mail that was read, with Right and Correct; a closed one offers neither."""
    url = reverse("web:mail", args=[one.message])
    who = one.company or one.who
    if one.sealed:
        return ReadRow(str(one.message), who, url, _("A closed letter."), sealed=True)
    swap = f"#read-{one.message}"
    about = _("about the mail from %(who)s") % {"who": who}
    return ReadRow(
        id=str(one.message),
        who=who,
        url=url,
        says=words.says(words.KIND, one.kind) + ".",
        quote=_cut(one.quote),
        right=Act(
            _("Right"),
            reverse("web:mail-right", args=[one.message]),
            post=True,
            swap=swap,
            about=about,
        ),
        correct=Act(_("Correct"), f"{url}?correct=1#correct", "quiet", about=about),
        settled="" if one.proposal else _("settled by you"),
    )


def _cut(quote: str, most: int = 160) -> str:
    return quote if len(quote) <= most else quote[:most].rsplit(" ", 1)[0] + " …"
