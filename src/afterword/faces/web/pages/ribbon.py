"""What happened in a case, newest first: mail, talks, letters, calls, endings, in one ribbon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act
from afterword.terms import Certainty, Channel, Deed, Direction, Hand, MailKind, RemarkKind

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

NO = {
    MailKind.REJECTION,
    MailKind.POSITION_FILLED,
    MailKind.CANCELLED,
    MailKind.OFFER_RESCINDED,
}
GOOD = {MailKind.OFFER, MailKind.INTERVIEW_INVITATION, MailKind.REOPENED}
#: Kinds that say less than the subject of the mail does.
BESIDE = {MailKind.OTHER_JOB, MailKind.ACCOUNT, MailKind.JOB_ALERT, MailKind.NOT_JOB}
#: A quotation longer than this is cut at a word; the mail's own page has it whole.
QUOTE = 240


@dataclass(frozen=True, slots=True)
class RibbonItem:
    """One dated thing. `dot` is no, signal, you, good, sealed or empty."""

    id: str
    when: str
    title: str
    url: str = ""
    quote: str = ""
    note: str = ""
    dot: str = ""
    sealed: bool = False
    acts: tuple[Act, ...] = ()


def ribbon(case: record.Case, visit: Visit) -> list[RibbonItem]:
    """Everything of this case, the newest first; closed envelopes tell only who and when."""
    dated = sorted(_dated(case, visit), key=lambda pair: pair[0], reverse=True)
    return [item for _at, item in dated]


def _dated(case: record.Case, visit: Visit) -> Iterator[tuple[datetime, RibbonItem]]:
    for mail in case.messages.for_list():
        yield mail.at, from_mail(mail, visit)
    present = Prefetch("present", queryset=record.Present.objects.select_related("person"))
    for talk in case.interviews.prefetch_related(present):
        yield talk.at, _talk(talk, visit)
    for entry in case.entries.select_related("person"):
        yield entry.at, _entry(entry, visit)
    for touch in case.touches.select_related("person", "letter"):
        yield touch.at, _touch(touch, visit)
    for ending in case.endings.select_related("reopening"):
        yield ending.at, _ending(ending, visit)
        again = getattr(ending, "reopening", None)
        if again is not None:
            says = _("You opened it again")
            yield again.at, RibbonItem(str(again.pk), visit.clock.day(again.at), says, dot="you")


def from_mail(mail: record.Message, visit: Visit) -> RibbonItem:
    when = visit.clock.day(mail.at)
    who = mail.sender_name or mail.sender_email
    url = reverse("web:mail", args=[mail.pk])
    if mail.is_sealed:
        return RibbonItem(
            str(mail.pk),
            when,
            _("%(who)s wrote to you") % {"who": who} if who else _("A letter came"),
            url,
            note=_("A closed letter. Open it when you like."),
            dot="sealed",
            sealed=True,
            acts=(open_act(mail),),
        )
    kind = mail.shown_kind
    if mail.direction == Direction.OUT:
        title = mail.subject or words.says(words.KIND, kind)
        return RibbonItem(str(mail.pk), f"{when} · {_('you')}", title, url, dot="you")
    fraud = mail.is_proposal and mail.is_fraud
    hand = mail.reading.get("hand", Hand.TEMPLATE)
    manner = _("personal mail from") if hand == Hand.PERSONAL else _("form mail from")
    return RibbonItem(
        str(mail.pk),
        f"{when} · {manner} {who}",
        _title(mail, kind, fraud),
        url,
        quote=_whole(_kind_word(mail, kind) or quote_of(mail.reading), mail),
        note=_("read as this with little certainty; please look")
        if mail.is_proposal and mail.certainty == Certainty.LOW and kind not in BESIDE
        else "",
        dot="no" if kind in NO or fraud else "good" if kind in GOOD else "",
    )


def _title(mail: record.Message, kind: str, fraud: bool) -> str:
    """What it is, in a few words; an offer that is a lure is called what it is."""
    if fraud:
        return _("Looks like a fraud")
    return mail.subject if kind in BESIDE and mail.subject else words.says(words.KIND, kind)


def _kind_word(mail: record.Message, kind: str) -> str:
    """Of a no that a person wrote, what they said for the user: it stands before the harsh sentence."""
    if kind not in NO or mail.reading.get("hand") != Hand.PERSONAL:
        return ""
    said = (one for one in mail.reading.get("remarks", []) if one.get("kind") == RemarkKind.PRAISE)
    return quote_of({"remarks": [next(said, {})]})


def open_act(mail: record.Message) -> Act:
    """The one way to open an envelope: a deed of the reader's own."""
    return Act(_("Open"), reverse("web:mail-open", args=[mail.pk]), post=True)


def quote_of(reading: dict[str, Any]) -> str:
    """The words that weigh most: a reason they gave, else what they said, else the evidence."""
    for name, key in (("reasons", "quote"), ("remarks", "quote"), ("evidence", "text")):
        for one in reading.get(name, []):
            words_ = " ".join(str(one.get(key, "")).split())
            if len(words_) > 12:
                return words_ if len(words_) <= QUOTE else words_[:QUOTE].rsplit(" ", 1)[0] + " …"
    return ""


#: What only the end of a word looks like: "n't be taking yours any further".
_TORN = re.compile(r"^(?:n?['’]\w{1,2}\b|n['’]t\b)")


def _whole(quote: str, mail: record.Message) -> str:
    """The words from the beginning of the first one: without it a sentence may say the contrary."""
    if not _TORN.match(quote):
        return quote
    text = " ".join(mail.text.split())
    at = text.find(quote.removesuffix(" …"))
    return text[text.rfind(" ", 0, at) + 1 : at] + quote if at > 0 else ""


def _talk(talk: record.Interview, visit: Visit) -> RibbonItem:
    there = ", ".join(str(one.person) for one in talk.present.all())
    stage = words.says(words.STAGE, talk.stage) if talk.stage else _("a talk")
    ahead = talk.at > visit.now
    url = reverse("web:interview", args=[talk.pk])
    note = talk.note
    if not ahead and not talk.debriefed_at:
        note = _("Not noted down yet. An hour after is best; a week after still helps.")
    label = _("Note how it went") if not talk.debriefed_at else _("Change the notes")
    title = there or (stage if ahead else words.says(words.KIND, Deed.INTERVIEW))
    return RibbonItem(
        str(talk.pk),
        f"{visit.clock.day(talk.at)} · {stage}"
        + (f" · {visit.clock.hour(talk.at)}" if ahead else ""),
        _("To come: %(who)s") % {"who": title} if ahead else title,
        url,
        note=note,
        dot="good" if ahead else "",
        acts=() if ahead else (Act(label, url, "small"),),
    )


def _entry(entry: record.Entry, visit: Visit) -> RibbonItem:
    you = entry.direction == Direction.OUT
    by = words.says(words.CHANNEL, entry.channel) if entry.channel != Channel.EMAIL else ""
    who = str(entry.person) if entry.person else ""
    source = " · ".join(filter(None, (visit.clock.day(entry.at), by, who)))
    return RibbonItem(
        str(entry.pk),
        source,
        words.says(words.KIND, entry.kind),
        quote=entry.detail if not you else "",
        note=entry.detail if you else "",
        dot="you" if you else "no" if entry.kind in NO else "good" if entry.kind in GOOD else "",
        acts=(Act(_("Take it out"), reverse("web:entry-strike", args=[entry.pk]), "quiet", True),),
    )


def _touch(touch: record.Touch, visit: Visit) -> RibbonItem:
    known = words.LETTER.get(touch.kind)
    title = str(known) if known else words.says(words.CHANNEL, touch.channel)
    if touch.person:
        title = _("%(what)s to %(who)s") % {"what": title, "who": touch.person}
    url = reverse("web:letter", args=[touch.letter_id]) if touch.letter_id else ""
    when = f"{visit.clock.day(touch.at)} · {_('you')}"
    return RibbonItem(str(touch.pk), when, title, url, note=touch.note, dot="you")


def _ending(ending: record.Ending, visit: Visit) -> RibbonItem:
    title = _("You closed it: %(why)s") % {"why": words.says(words.OUTCOME, ending.outcome)}
    when = f"{visit.clock.day(ending.at)} · {_('you')}"
    return RibbonItem(str(ending.pk), when, title, note=ending.why, dot="you")
