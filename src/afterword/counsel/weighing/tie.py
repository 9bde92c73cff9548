"""What the file shows of the relationship: W1, W2, W3, W6 (method 4.3). The rest the user knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from afterword.counsel import days
from afterword.counsel.standing.happened import HOLD_MAIL, PERSONAL, TEMPLATE
from afterword.counsel.weighing.found import Found, Held
from afterword.counsel.weighing.seat import finalist_words, last_talk
from afterword.counsel.weighing.view import MAILED, View
from afterword.terms import Basis, Happening, MailKind, Person, RemarkKind, Stage, Warmth

GROWTH = ("growing", "thawing", "funding_or_growth", "freeze_lifted", "new_role")
#: Bound by name: see `standing.happened`.
WARM, COOL = Warmth.WARM, Warmth.COOL
PRAISE = RemarkKind.PRAISE
_FRESH = timedelta(days=days.STALE_CALENDAR["W3"])
_STAGE_VALUE = {
    Stage.APPLIED: -1.0,
    Stage.RECRUITER_SCREEN: -1.0,
    Stage.ASSESSMENT: -0.5,
    Stage.HIRING_MANAGER_INTERVIEW: 0.0,
    Stage.PANEL_ONSITE: 0.5,
}
_KNOWN_FROM = {
    -1: "They know you from the first steps only",
    0: "They know you from a talk with the manager",
    1: "They know you from the late rounds",
}
_KIND, _WARM = 0.5, 1.0
_IN_PERSON = Found(0.0, "They wrote in person, without an invitation.", basis=Basis.SAID)


def stage(view: View) -> Found | Held | None:
    """W1: how well they know the user."""
    if told := finalist_words(view):
        return Found(1.0, "You were among the last few.", told.quote, told.basis)
    reached = view.standing.stage
    if reached is None:
        return None
    value = _STAGE_VALUE.get(reached, 1.0)
    return value, lambda: f"{_KNOWN_FROM[(value > 0) - (value < 0)]}{_last_met(view)}."


def _last_met(view: View) -> str:
    """When they last met, or else wrote, as the end of a sentence."""
    if view.talked is not None:
        return last_talk(view)
    heard = view.words()
    return f", up to their last word on {view.spoken(heard[-1].at)}" if heard else ""


def words(view: View) -> Found | None:
    """W2: the invitation, warmth or template of their last word that matters."""
    heard = view.words()
    if view.stops:
        stop = view.stops[-1]
        return Found(
            -1.0,
            lambda: f"They asked on {_on(view, stop)} for no further contact.",
            view.quoted(stop),
            stop.basis,
        )
    asked = view.invited()
    if asked is not None and asked[0].hand is PERSONAL:
        return Found(
            1.0,
            lambda: (
                "They asked you in their own words, on "
                f"{_on(view, asked[0])}, to come back or stay in touch."
            ),
            asked[1],
            asked[0].basis,
        )
    spoke = _talk_since(view)
    if spoke is not None:
        return Found(
            _WARM,
            lambda: f"After the no they still gave you a talk, on {_on(view, spoke)}.",
            basis=Basis.SAID,
        )
    last = view.verdict if view.verdict and isinstance(view.verdict.kind, MailKind) else None
    last = last or (heard[-1] if heard else None)
    if last is None:
        return None
    if last.hand is TEMPLATE:
        return Found(
            -0.5,
            lambda: f"Their last word, of {_on(view, last)}, was a template.",
            basis=Basis.SAID,
        )
    later = heard[-1] if heard else last
    ended = view.verdict
    if ended is not None and later.at > ended.at and view.personal(later):
        return Found(
            _KIND,
            lambda: f"They went on writing to you after it ended, last on {_on(view, later)}.",
            basis=Basis.SAID,
        )
    praise = view.said(PRAISE)
    if praise:
        return Found(
            0.5, "They named something they valued in you.", praise[-1].quote, praise[-1].basis
        )
    return _IN_PERSON


def _talk_since(view: View) -> Happening | None:
    """The talk they gave the user though it was over."""
    if view.is_open or view.verdict is None or not view.talks:
        return None
    last = view.talks[-1]
    return last if last.at > view.verdict.at else None


def _on(view: View, h: Happening) -> str:
    return view.spoken(h.at)


def growth(view: View) -> Found | None:
    """W3: the last public sign of growth or shrinking within 90 days."""
    seen = view.signals(*GROWTH, "shrinking") if view.signs else ()
    if seen and not days.later(view.now - _FRESH, seen[-1].at):
        day = view.spoken(seen[-1].at)
        if seen[-1].detail == "shrinking":
            return Found(-1.0, f"The firm was shrinking on {day}.", basis=seen[-1].basis)
        return Found(1.0, f"The firm was growing on {day}.", basis=seen[-1].basis)
    hold = view.verdict
    if hold is not None and hold.kind is HOLD_MAIL and hold.promised is not None:
        return Found(
            1.0,
            f"They named {days.spoken(hold.promised)} for the freeze to end.",
            view.quoted(hold),
        )
    return None


def rapport(view: View) -> Found | Held | None:
    """W6: one named person who answers, or nobody at all."""
    for person in view.file.people:
        if person.warmth is WARM and not view.stopped(person):
            name = person.name
            return 1.0, f"{name} is warm towards you, by your own word."
    letters: dict[str, int] = {}
    heard = view.words()
    for h in heard:
        if h.hand is PERSONAL and h.reply_possible:
            letters[h.who] = letters.get(h.who, 0) + 1
    wrote: dict[str, int] = {}  # by whom, which a letter may say by name or by address
    for who, count in letters.items():
        writer = view.person(who)
        if writer is not None and not view.stopped(writer):
            wrote[writer.id] = wrote.get(writer.id, 0) + count
    if wrote:
        return _wrote(view, wrote)
    if heard and not view.welcome() and all(h.hand is TEMPLATE for h in heard):
        return Found(
            -1.0,
            lambda: (
                "Nobody there has written to you in person, up to their word of "
                f"{view.spoken(heard[-1].at)}."
            ),
            basis=Basis.SAID,
        )
    return None


def _wrote(view: View, wrote: dict[str, int]) -> Held:
    most = max(wrote, key=wrote.__getitem__) if len(wrote) > 1 else next(iter(wrote))
    one, times = view.person(most), wrote[most]
    assert one is not None
    name = one.name
    if one.warmth is COOL:
        return -0.5, lambda: f"{name} has been cool of late."
    if times > 1:
        return 1.0, lambda: f"{name} has written to you in person {times} times{_last(view, one)}."
    return 0.5, lambda: f"{name} has written to you in person{_last(view, one)}."


def _last(view: View, one: Person) -> str:
    for h in reversed(view.words()):
        if h.who and h.who in (one.id, one.email) and h.channel is MAILED:
            return f", last on {view.spoken(h.at)}"
    return ""


LOOKS: dict[str, Callable[[View], Found | Held | None]] = {
    "W1": stage,
    "W2": words,
    "W3": growth,
    "W6": rapport,
}
