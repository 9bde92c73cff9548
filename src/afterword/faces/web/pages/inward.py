"""The page You: a word for today, offers, a journal, somebody to call. Nothing on it is a number of yours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.dateformat import format as spell
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afterword.desk.you import inward as desk
from afterword.faces.web.pages.parts import Act
from afterword.terms import Feeling

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

WORD = {
    Feeling.HURT: gettext_lazy("hurt"),
    Feeling.ANGRY: gettext_lazy("angry"),
    Feeling.ASHAMED: gettext_lazy("ashamed"),
    Feeling.RELIEVED: gettext_lazy("relieved"),
    Feeling.NUMB: gettext_lazy("numb"),
    Feeling.HOPEFUL: gettext_lazy("hopeful"),
    Feeling.WORRIED: gettext_lazy("worried"),
    Feeling.FINE: gettext_lazy("fine"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """One line to call; `note` says when it answers and when it was checked."""

    name: str
    number: str
    tel: str
    note: str
    link: str


@dataclass(frozen=True, slots=True)
class CarePart:
    """The calm message, in the language it was heard in."""

    language: str
    title: str
    says: tuple[str, ...]
    call: str
    lines: tuple[Number, ...]
    emergency: str
    emergency_line: Number | None
    elsewhere: str


@dataclass(frozen=True, slots=True)
class OfferRow:
    title: str
    then: str
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRow:
    day: str
    text: str
    edit: str
    forget: str


@dataclass(frozen=True, slots=True)
class You:
    title: str
    lead: str
    care: CarePart | None = None
    word: str = ""
    words: tuple[Act, ...] = ()
    rest_asked: tuple[Act, ...] = ()
    rest: str = ""
    plans: tuple[tuple[str, str, str], ...] = ()
    offers_why: str = ""
    offers: tuple[OfferRow, ...] = ()
    not_now: Act | None = None
    ask: Act | None = None
    exercise: desk.Exercise | None = None
    begin: str = ""
    begin_acts: tuple[Act, ...] = ()
    pages: tuple[PageRow, ...] = ()
    lines: tuple[Number, ...] = ()
    emergency: Number | None = None
    elsewhere: str = ""
    where: str = ""
    country: str = ""
    countries: tuple[tuple[str, str], ...] = ()
    line: Act | None = None


def build(visit: Visit, care: desk.Care | None = None) -> You:
    """The page; with `care` the calm message stands first, this once."""
    asked = visit.request.GET
    country = asked.get("country", "").strip().upper()[:2]
    found = desk.inward(
        visit.account,
        visit.now,
        asked=asked.get("ask") == "1",
        exercise=asked.get("exercise", ""),
        country=country,
    )
    begin = found.may_exercise and found.exercise is None
    return You(
        title=_("You"),
        lead=_(
            "For yourself. Nothing here is scored or compared with anybody, and it stands in no report, table or letter; who holds this casebook or a zip of it can read it. The words you choose are looked at over two weeks only, to know when to offer something."
        ),
        care=_care(care) if care else None,
        word=str(WORD[found.word]) if found.word else "",
        words=tuple(_word(one, found.word) for one in Feeling),
        rest_asked=_rest_asked() if found.word and not found.rest else (),
        rest=_rest(found),
        plans=tuple(
            (str(one.case.company), reverse("web:case", args=[one.case_id]), one.then)
            for one in found.plans
        ),
        offers_why=found.offering.why if found.offering else "",
        offers=tuple(_offers(found)),
        not_now=_not_now("offers") if found.offering and asked.get("ask") != "1" else None,
        ask=None
        if found.offering
        else Act(_("I could do with something"), reverse("web:you") + "?ask=1#offers", "quiet"),
        exercise=found.exercise,
        begin=_(desk.BEGIN.asks) if begin else "",
        begin_acts=permission(desk.BEGIN.key) if begin else (),
        pages=tuple(_page(one, visit) for one in found.pages),
        lines=tuple(_number(one) for one in found.help.lines),
        emergency=_number(found.help.emergency) if found.help.emergency else None,
        elsewhere=found.help.elsewhere,
        where=_where(found),
        country=found.help.country,
        countries=tuple(desk.COUNTRIES.items()),
        line=_line(found),
    )


def _word(one: Feeling, chosen: Feeling | None) -> Act:
    style = "primary" if one is chosen else "plain"
    return Act(str(WORD[one]), reverse("web:you-word"), style, True, (("feeling", str(one)),))


def _rest_asked() -> tuple[Act, ...]:
    to = reverse("web:you-rest")
    return (
        Act(_("Yes, rest"), to, "plain", True, (("rest", "yes"),)),
        Act(_("No, thank you"), to, "quiet", True, (("rest", "no"),)),
    )


def _rest(found: desk.Inward) -> str:
    if found.rest == "yes":
        return _(
            "Then rest. Everything here keeps, and the days that others wait for are written down."
        )
    return ""


def _offers(found: desk.Inward) -> list[OfferRow]:
    if found.offering is None:
        return []
    return [
        OfferRow(one.says, one.then, _offer_acts(one.key, found)) for one in found.offering.offers
    ]


def _offer_acts(key: str, found: desk.Inward) -> tuple[Act, ...]:
    if key == "journal":
        return (Act(_("To the page"), "#journal", "small"),)
    if key == "kind_word":
        return permission("kind_word")
    if key == "professional":
        return (Act(_("Somebody to call"), "#call", "small"),)
    if key == "pause_fights":
        back = (("until", "later"), ("to", reverse("web:you")))
        return tuple(
            Act(
                _("Let %(case)s rest") % {"case": case.company},
                reverse("web:case-rest", args=[case.pk]),
                "small",
                True,
                back,
            )
            for case in found.fights
        )
    return ()


def permission(key: str) -> tuple[Act, ...]:
    """An exercise is shown after a yes; a no is final for the day."""
    shown = reverse("web:you") + f"?exercise={key}#exercise"
    return (Act(_("Yes, show me"), shown, "small"), _not_now("exercise"))


def _not_now(what: str) -> Act:
    return Act(_("Not now"), reverse("web:you-away"), "quiet", True, (("what", what),))


def _page(one: desk.Page, visit: Visit) -> PageRow:
    key = [one.id]
    form = "l j F" if one.on.year == visit.clock.today.year else "l j F Y"
    return PageRow(
        spell(one.on, form),
        one.text,
        reverse("web:journal-page", args=key),
        reverse("web:journal-forget", args=key),
    )


def _number(one: desk.Line) -> Number:
    checked = _("looked up on %(day)s") % {"day": spell(one.checked, "j F Y")}
    note = " · ".join(filter(None, (one.when, checked)))
    return Number(one.name, one.number, one.tel, note, one.link)


def _care(given: desk.Care) -> CarePart:
    emergency = given.help.emergency
    return CarePart(
        given.language,
        given.title,
        given.says,
        given.call,
        tuple(_number(one) for one in given.help.lines),
        given.emergency,
        _number(emergency) if emergency else None,
        given.help.elsewhere,
    )


def _where(found: desk.Inward) -> str:
    code = found.help.country
    if not code:
        return _("We do not know your country. Choose it below, or use the directory.")
    if not found.help.lines:
        return _("We hold no number for %(code)s; the directory knows most countries.") % {
            "code": code
        }
    if found.country_guessed:
        return _("For %(place)s, guessed from your clock.") % {"place": found.help.name}
    return _("For %(place)s.") % {"place": found.help.name}


def _line(found: desk.Inward) -> Act:
    to = reverse("web:you-line")
    if found.asks_on_today:
        return Act(_("Do not ask on Today"), to, "quiet", True, (("ask", "no"),))
    return Act(_("Today may ask again"), to, "quiet", True, (("ask", "yes"),))
