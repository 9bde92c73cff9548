"""The sentence that says why a case stands where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.standing.answer_by import answer_by, asked_beside
from afterword.counsel.standing.fold import AWAITING, OVERDUE, QUIET, Tale
from afterword.counsel.standing.happened import TEMPLATE
from afterword.counsel.standing.silence import Silence
from afterword.terms import Happening, MailKind, Outcome, State

ENDED = {
    Outcome.HIRED: "You said yes to their offer",
    Outcome.REJECTED: "They said no",
    Outcome.POSITION_FILLED: "They filled the seat",
    Outcome.CANCELLED: "They gave the role up",
    Outcome.WITHDRAWN: "You withdrew",
    Outcome.OFFER_DECLINED: "You declined their offer",
    Outcome.OFFER_RESCINDED: "They took their offer back",
    Outcome.NO_RESPONSE: "You closed it after a long silence",
    Outcome.EXPIRED: "You closed it; the advert had run out",
}
_BY_THEM = (Outcome.REJECTED, Outcome.POSITION_FILLED, Outcome.CANCELLED)


def closed(tale: Tale, now: datetime) -> str:
    """How it ended, when, and in what kind of mail."""
    assert tale.outcome is not None
    says = ENDED[tale.outcome]
    if tale.outcome is Outcome.POSITION_FILLED and tale.by_internal:
        says = "They filled the seat from within"
    if tale.since is not None:
        says += f" on {days.spoken(days.local(tale.since, now), now)}"
    mail = tale.cause
    if mail is not None and tale.outcome in _BY_THEM and isinstance(mail.kind, MailKind):
        says += _manner(mail)
    return says + "."


def _manner(mail: Happening) -> str:
    says = ", in a template" if mail.hand is TEMPLATE else ""
    if not mail.reply_possible:
        says += ", from an address that takes no replies"
    return says


def waiting(tale: Tale, clock: Silence, state: State, country: str, now: datetime) -> str:
    """What is known of the wait, and until when silence means nothing."""
    word = _last_word(tale, now)
    if term := own_term(tale.words, tale.promised):
        return word + _term(term, now.date())
    if state is AWAITING:
        return word + _until(tale, clock, country)
    if state in (OVERDUE, QUIET) and tale.nudges and clock.nudge_from is not None:
        return f"{word} {_asked_once(tale, clock, now)}"
    if state is OVERDUE:
        if tale.promised is not None:
            return f"They named {days.spoken(tale.promised, now)} and it has passed. A short question is fair."
        return f"{word} A short question is fair now; the silence says nothing about the decision."
    if state is QUIET and clock.nudge_from is None:
        return f"{word} It has gone quiet. That is common, and no verdict on you."
    if state is QUIET:
        return (
            f"{word} It has gone quiet. That is common and no verdict on you; "
            "one last question, then let it be."
        )
    return (
        f"{word} Plan as if it were a no. It opens again at any word of theirs, "
        "and the silence is not your doing."
    )


def own_term(happened: Sequence[Happening], promised: date | None) -> date | None:
    """The day from which, by their own word, their silence means no; None where they said no such thing."""
    if promised is None:
        return None
    named = next((h for h in reversed(happened) if h.promised == promised), None)
    return promised if named is not None and named.silence_is_no else None


def _term(term: date, today: date) -> str:
    if today <= term:
        return f" They wrote that no word by {days.spoken(term, today)} means no; until then silence means nothing."
    return (
        f" They wrote that no word by {days.spoken(term, today)} means no, and that day is over. Take it as "
        "their no, and as no verdict on you. It opens again at any word of theirs."
    )


def _asked_once(tale: Tale, clock: Silence, now: datetime) -> str:
    """What stands after a first question of the user's: one more is fair, and from when."""
    asked = f"You asked on {_day(tale.nudges[-1], now)}, and it is quiet so far."
    if clock.nudge_from is not None and clock.nudge_from > now.date():
        asked += f" Leave them until {days.spoken(clock.nudge_from, now)}."
    return f"{asked} That is common and no verdict on you; one last question, then let it be."


def _last_word(tale: Tale, now: datetime) -> str:
    if tale.last_word is None:
        assert tale.asked is not None
        return f"You applied on {days.spoken(days.local(tale.asked, now), now)}."
    if tale.only_receipts:
        return f"So far they have only confirmed the receipt, on {_day(tale.last_word, now)}."
    if tale.met is not None and tale.met == tale.last_word:
        return f"You last spoke on {_day(tale.last_word, now)}."
    return f"Their last word came on {_day(tale.last_word, now)}."


def _until(tale: Tale, clock: Silence, country: str) -> str:
    if tale.promised is not None:
        fair = workdays.add(tale.promised, days.GRACE_AFTER_PROMISE, country)
        return (
            f" They named {days.spoken(tale.promised)}; "
            f"until {days.spoken(fair)} silence means nothing."
        )
    if clock.nudge_from is None:
        return f" Such answers often take until {days.spoken(clock.quiet_from)}."
    return f" Until {days.spoken(clock.nudge_from)} silence means nothing."


def quiet_there(state: State, country: str, now: datetime) -> str:
    """A quiet period where they live, said where a question would be fair; it bars nothing (3.2)."""
    if state not in (OVERDUE, QUIET):
        return ""
    period = workdays.quiet_period(now.date(), country)
    return f" Mind {period}: little is read there just now." if period else ""


def ontario(met: datetime | None, country: str, now: datetime) -> str:
    """The legal line at day 45 in Ontario (L01): a pointer, not advice."""
    if met is None or country.upper() != "CA-ON" or met.year < days.ONTARIO_SINCE:
        return ""
    due: date = days.local(met, now) + timedelta(days=days.ONTARIO)
    if now.date() < due:
        return ""
    return (
        " In Ontario larger employers must tell people they interviewed for a public posting "
        "within 45 days whether a decision was made. This is a pointer, not legal advice."
    )


def korea(met: datetime | None, country: str, stays_silent: bool) -> str:
    """The line where a decision is owed in Korea (L01); whether it covers a no is disputed there."""
    if met is None or country.upper() != "KR" or not stays_silent:
        return ""
    return (
        " In Korea employers with 30 people or more must tell the decision without delay; papers "
        "there differ on whether that covers those who were not chosen. This is a pointer, not "
        "legal advice."
    )


_ASKS = {
    MailKind.ACTION_NEEDED: "They asked you for something on {day}.",
    MailKind.ASSESSMENT: "They sent you a task on {day}.",
    MailKind.INTERVIEW_INVITATION: "They invited you on {day}.",
    MailKind.INTERVIEW_LOGISTICS: "They wrote about the interview on {day}.",
    MailKind.REOPENED: "They wrote on {day} that it is open again.",
}


def called_for(word: Happening, now: datetime) -> str:
    """What they want of the user, since when, and by when."""
    says = _ASKS.get(word.kind, "Something is under way since {day}.")  # type: ignore[arg-type]
    return says.format(day=_day(word.at, now)) + asked(word)


def beside(happened: tuple[Happening, ...], now: datetime) -> str:
    """What they ask for while their offer lies open, as a sentence to go on with; "" for nothing."""
    word = asked_beside(happened, now)
    return f" {called_for(word, now)}" if word is not None else ""


def asked(mail: Happening) -> str:
    """By when they want it, where they named a day."""
    if mail.asked_by is None:
        return ""
    what = "your answer" if mail.kind in (MailKind.OFFER, MailKind.REOPENED) else "it"
    if mail.asks_times:
        return f" They asked for hours that suit you, by {days.spoken(mail.asked_by)}."
    return f" They asked for {what} by {days.spoken(mail.asked_by)}."


def named(day: date, happened: tuple[Happening, ...], now: datetime) -> str:
    """The day they promised, as they said it: a part of a month is no day."""
    for h in reversed(happened):
        if h.promised == day:
            year = f" {day.year}" if h.promised_as and day.year != now.year else ""
            return f"{h.promised_as}{year}" if h.promised_as else days.spoken(day, now)
    return days.spoken(day, now)


def until(happened: tuple[Happening, ...], now: datetime) -> str:
    """By when they want the answer to their offer, as they said it last."""
    found = answer_by(happened)
    if found is None:
        return ""
    by, word = found
    if word.kind is MailKind.OFFER:
        return f" They asked for your answer by {days.spoken(by, now)}."
    return f" It may wait for your answer until {days.spoken(by, now)}, they said on {_day(word.at, now)}."


def _day(moment: datetime, now: datetime) -> str:
    return days.spoken(days.local(moment, now), now)
