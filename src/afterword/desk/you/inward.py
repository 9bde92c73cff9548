"""The inward page: the word of a day, rest, offers, the journal and somebody to call.

The journal's words pass through here on their way to the page that shows them to their writer, and
nowhere else: no rule, model, search, letter or report opens them. What is typed is looked at once,
while it is saved, for words that call for a calm message; nothing of that look is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from afterword.casebook.by_heart import by_heart
from afterword.casebook.case import Case
from afterword.casebook.envelope import Opening
from afterword.casebook.event import Who
from afterword.casebook.inward import CheckIn, JournalPage, NotNow
from afterword.casebook.looking_back import IfThen
from afterword.casebook.profile import Profile
from afterword.counsel import wellbeing
from afterword.counsel.wellbeing import Care, Day, Exercise, Help, Line, Offering, PutAway
from afterword.terms import Band, Feeling, State

__all__ = ["Care", "Exercise", "Line"]  # what the pages show of counsel

#: How long words, news and plans made before a verdict are looked at.
LATELY = timedelta(days=14)
#: How many pages of the journal lie open to choose from.
PAGES = 60
#: The answers to "would rest be good?"; "" is no answer.
REST = ("yes", "no")


#: The way into a page, offered beside the journal (E34).
BEGIN = next(one for one in wellbeing.EXERCISES if one.key == "write_it_out")

#: The countries somebody to call is known in.
COUNTRIES = wellbeing.countries()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the journal, for the eyes of who wrote it."""

    id: UUID
    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Inward:
    """What stands on the page; `country_guessed` when only the clock told where the user lives."""

    today: date
    word: Feeling | None
    rest: str
    offering: Offering | None
    exercise: Exercise | None
    may_exercise: bool
    fights: tuple[Case, ...]
    plans: tuple[IfThen, ...]
    pages: tuple[Page, ...]
    help: Help
    country_guessed: bool
    asks_on_today: bool


def inward(
    account: UUID,
    now: datetime,
    *,
    asked: bool = False,
    exercise: str = "",
    country: str = "",
) -> Inward:
    """The page, in a fixed number of queries. `asked`: the user asked for an offer."""
    profile = Profile.of(account, at=now)
    today = _day(now, profile.zone)
    words = _words(account, today)
    away = _put_away(account)
    fights = tuple(_fights(account, today))
    allowed = wellbeing.may_offer_exercise(today, away)
    said = next((one for one in words if one.on == today), None)
    where, guessed = (country, False) if country else _where(profile)
    return Inward(
        today=today,
        word=Feeling(said.feeling) if said else None,
        rest=said.rest if said else "",
        offering=wellbeing.offering(
            tuple(_as_day(one) for one in words),
            today,
            asked=asked,
            fights=bool(fights),
            put_away=away,
        ),
        exercise=next((e for e in wellbeing.EXERCISES if e.key == exercise and allowed), None),
        may_exercise=allowed,
        fights=fights,
        plans=tuple(_plans(account, now)),
        pages=tuple(_pages(account)),
        help=wellbeing.help_for(where),
        country_guessed=guessed,
        asks_on_today=not any(one.what == "line" and one.until is None for one in away),
    )


def asks_today(account: UUID, now: datetime, zone: str) -> bool:
    """Whether Today may ask for a word: once a day, only with cause, never after "not now"."""
    today = _day(now, zone)
    opened = _opened_last(account)
    words = tuple(_as_day(one) for one in _words(account, today))
    news = _day(opened[0], zone) if opened else None
    return wellbeing.today_line(words, today, news=news, put_away=_put_away(account))


@by_heart
def _opened_last(account: UUID) -> QuerySet[Any, datetime]:
    return Opening.objects.of(account).order_by("-at").values_list("at", flat=True)[:1]


# ── what the user does ──────────────────────────────────────────────────────


def choose(account: UUID, feeling: str, now: datetime) -> None:
    """The first tap: the word of today. Raises `ValueError` for a word that is none of ours."""
    today = _today(account, now)
    CheckIn.note(account=account, on=today, feeling=Feeling(feeling), at=now)


def rest(account: UUID, answer: str, now: datetime) -> None:
    """The second tap: whether rest would be good today. Without a word for today it changes nothing."""
    if answer not in REST:
        raise ValueError(answer)
    said = CheckIn.objects.of(account).filter(on=_today(account, now)).first()
    if said is not None:
        CheckIn.note(account=account, on=said.on, feeling=said.feeling, rest=answer, at=now)


def write(account: UUID, text: str, now: datetime) -> Care | None:
    """Keep a page of the journal; the answer is a calm message where the words call for one."""
    JournalPage.write(account=account, on=_today(account, now), text=text, at=now)
    return _care(account, text, now)


def page(account: UUID, key: UUID) -> Page | None:
    """One page of the account's own journal; None when there is none of that key."""
    found = JournalPage.objects.of(account).filter(pk=key).first()
    return Page(found.pk, found.on, found.text) if found else None


def rewrite(account: UUID, key: UUID, text: str, now: datetime) -> Care | None:
    """Keep the page as it reads now; the same look, and just as little kept of it."""
    JournalPage.objects.of(account).get(pk=key).rewrite(text=text, at=now)
    return _care(account, text, now)


def forget(account: UUID, key: UUID, now: datetime) -> None:
    """Take a page out for good."""
    for found in JournalPage.objects.of(account).filter(pk=key):
        found.forget(at=now)


def put_away(account: UUID, what: str, now: datetime) -> None:
    """ "Not now": offers rest two weeks, an exercise and the line on Today until tomorrow."""
    today = _today(account, now)
    until = today + wellbeing.OFFERS_REST if what == "offers" else today
    NotNow.say(account=account, what=what, on=today, until=until, at=now)


def ask_on_today(account: UUID, yes: bool, now: datetime) -> None:
    """Whether Today may ask at all."""
    if yes:
        NotNow.lift(account=account, what="line", at=now)
    else:
        NotNow.say(account=account, what="line", on=_today(account, now), until=None, at=now)


def example(account: UUID, told: dict[str, Any], now: datetime) -> None:
    """The demo's own days: a few words and a page, as if they had been entered by hand."""
    for day in told.get("word", []):
        CheckIn.note(
            account=account,
            on=date.fromisoformat(day["on"]),
            feeling=day["feeling"],
            at=now,
            by=Who.MACHINE,
        )
    for page in told.get("page", []):
        on = date.fromisoformat(page["on"])
        JournalPage.write(account=account, on=on, text=page["text"], at=now, by=Who.MACHINE)


# ── what is looked up ───────────────────────────────────────────────────────


def _pages(account: UUID) -> list[Page]:
    rows = JournalPage.objects.of(account).order_by("-on", "-id")[:PAGES]
    return [Page(one.pk, one.on, one.text) for one in rows]


def _care(account: UUID, text: str, now: datetime) -> Care | None:
    profile = Profile.of(account, at=now)
    return wellbeing.care(text, _where(profile)[0], profile.language)


def _where(profile: Profile) -> tuple[str, bool]:
    """The user's country, and whether it is only guessed from their clock."""
    if profile.country:
        return profile.country, False
    guessed = wellbeing.country_by(profile.zone)
    return guessed, bool(guessed)


def _words(account: UUID, today: date) -> list[CheckIn]:
    return _said(account, today - LATELY, today)


@by_heart
def _said(account: UUID, after: date, until: date) -> QuerySet[CheckIn]:
    return CheckIn.objects.of(account).filter(on__gt=after, on__lte=until).order_by("on")


def _as_day(one: CheckIn) -> Day:
    return Day(one.on, Feeling(one.feeling), one.rest == "yes")


def _put_away(account: UUID) -> tuple[PutAway, ...]:
    return tuple(PutAway(what, on, until) for what, on, until in _away(account))


@by_heart
def _away(account: UUID) -> QuerySet[Any, tuple[str, date, date | None]]:
    return NotNow.objects.of(account).values_list("what", "on", "until")


def _fights(account: UUID, today: date) -> list[Case]:
    """Cases that ask for a fight now and are not resting already."""
    rows = Case.objects.of(account).awake().filter(standing__seen_band=Band.FIGHT)
    rows = rows.for_list().select_related("snooze").order_by("company__name", "id")
    return [case for case in rows if not (hasattr(case, "snooze") and case.snooze.rests(today))]


def _plans(account: UUID, now: datetime) -> list[IfThen]:
    """What the user wrote before a verdict that they have opened lately, and that was a no (E30)."""
    opened = Opening.objects.of(account).filter(at__gt=now - LATELY, at__lte=now)
    rows = IfThen.objects.of(account).filter(
        case__in=opened.values("message__case"), case__standing__seen_state=State.CLOSED
    )
    return list(rows.select_related("case__company").order_by("-id")[:3])


def _today(account: UUID, now: datetime) -> date:
    return _day(now, Profile.of(account, at=now).zone)


def _day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
