"""A mail as it was read: its text, the words that led to the judgement, and how to say otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.mail.beneath import beneath
from afterword.desk.mail.teaching import teacher_of
from afterword.faces.web import words
from afterword.faces.web.pages.alike import Alike, alike, taught_by
from afterword.faces.web.pages.parts import Act, Crumb, Tag
from afterword.faces.web.pages.ribbon import GOOD, NO, open_act
from afterword.terms import VERDICTS, Certainty, Direction, MailKind

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the mail's text; with `rule` it is evidence, and the rule says of what."""

    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class MailPage:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    sealed: bool = False
    sealed_says: str = ""
    open: Act | None = None
    tag: Tag | None = None
    judged: str = ""
    sure: str = ""
    stretches: tuple[Stretch, ...] = ()
    signed: str = ""
    quoted: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    right: Act | None = None
    settled: str = ""
    others: tuple[Act, ...] = ()
    taught: tuple[Act, ...] = ()
    alike: Alike | None = None
    raw: str = ""
    warning: str = ""
    proposal: str = ""
    proposed: tuple[Act, ...] = ()
    #: A certain no lies as it came: nothing marked, how it was read folded, its words in `quotes`.
    plain: bool = False
    quotes: tuple[str, ...] = ()


#: Longer mails end with a line that says so; the .eml has them whole.
LONGEST = 60_000


def build(mail: record.Message, visit: Visit) -> MailPage:
    """The mail as it was read; while it is closed, only who wrote it and when."""
    who = mail.sender_name or mail.sender_email
    crumbs = [Crumb(_("Cases"), reverse("web:cases"))]
    if mail.case:
        crumbs.append(Crumb(str(mail.case.company), reverse("web:case", args=[mail.case_id])))
    lead = f"{visit.clock.moment(mail.at)[:1].upper()}{visit.clock.moment(mail.at)[1:]} · {who}"
    if mail.is_sealed:
        return MailPage(
            id=str(mail.pk),
            title=_("A letter from %(who)s") % {"who": mail.case.company if mail.case else who},
            lead=lead,
            crumbs=tuple(crumbs),
            sealed=True,
            sealed_says=_closed(mail, visit),
            open=open_act(mail),
        )
    kind = mail.shown_kind
    below = beneath(mail)
    out = mail.direction == Direction.OUT
    plain = not out and kind in NO and mail.certainty == Certainty.STRONG
    body = tuple(_body(mail))
    return MailPage(
        id=str(mail.pk),
        title=mail.subject or _("A mail without a subject"),
        lead=lead,
        crumbs=tuple(crumbs),
        warning=""
        if out or not (mail.is_proposal and mail.is_fraud)
        else _(
            "This looks like a fraud. Whoever gives work pays you: send no money, no papers and no "
            "bank details, answer nothing, and tell somebody you trust."
        ),
        tag=None if out or plain else Tag(words.says(words.KIND, kind), _tone(kind)),
        judged=_("You wrote this.") if out else words.says(words.KIND, kind) + ".",
        sure="" if plain else _sure(mail),
        stretches=(Stretch("".join(one.text for one in body)),) if plain else body,
        plain=plain,
        quotes=tuple(" ".join(one.text.split()) for one in body if one.rule) if plain else (),
        signed=below.signed,
        quoted=below.quoted,
        facts=tuple(_facts(mail, visit)),
        right=Act(_("Right"), reverse("web:mail-right", args=[mail.pk]), post=True)
        if mail.is_proposal
        else None,
        settled="" if mail.is_proposal else _("Settled by you."),
        others=() if out else tuple(_others(mail)),
        taught=tuple(taught_by(mail)),
        alike=alike(mail, visit),
        raw=reverse("web:mail-raw", args=[mail.pk]) if mail.has_raw else "",
        **_what_now(mail, kind, visit, out=out),
    )


def _asked_by(mail: record.Message, visit: Visit) -> date | None:
    """The day by which it asks for an answer, while that is ahead."""
    day = parse_date(mail.reading["asked_by"]) if mail.reading.get("asked_by") else None
    return day if day is not None and day >= visit.clock.today else None


def _closed(mail: record.Message, visit: Visit) -> str:
    """What may be said of a closed letter: that it waits, and till when at the longest."""
    day = _asked_by(mail, visit)
    if day is None:
        return _(
            "It may carry their answer, good or bad. Open it when you like; nothing needs an answer "
            "today."
        )
    return _(
        "It may carry their answer, good or bad. Open it when you like; it asks for an answer by "
        "%(day)s."
    ) % {"day": visit.clock.day(day)}


def _what_now(mail: record.Message, kind: str, visit: Visit, *, out: bool) -> dict[str, Any]:
    """Where it goes on from here: the case after a verdict, the referees before they are called (P22)."""
    if out:
        return {}
    if kind in VERDICTS and mail.case_id:
        url = reverse("web:case", args=[mail.case_id]) + "#decision"
        day = _asked_by(mail, visit)
        says = (
            _("What can be done with it stands with the case. They ask for an answer by %(day)s.")
            % {"day": visit.clock.day(day)}
            if day is not None
            else _(
                "What this may mean, and what can be done with it, stands with the case. None of it "
                "has to be today."
            )
        )
        return {
            "proposal": says,
            "proposed": (Act(_("What now"), url, "primary"),),
        }
    if kind != MailKind.REFERENCE_CHECK:
        return {}
    about = f"?case={mail.case_id}" if mail.case_id else ""
    url = reverse("web:references") + about
    return {
        "proposal": _(
            "They are about to ask your referees. Tell those who agreed what the role is and which "
            "facts would help, and name nobody who has not said yes."
        ),
        "proposed": (Act(_("Brief my referees"), url, "primary"),),
    }


#: What a mail of a kind most often is when it is not that: one click each.
_MISTAKEN: dict[str, tuple[MailKind, ...]] = {
    MailKind.ACKNOWLEDGEMENT: (MailKind.REJECTION, MailKind.STATUS_UPDATE, MailKind.ACTION_NEEDED),
    MailKind.REJECTION: (MailKind.STATUS_UPDATE, MailKind.POSITION_FILLED, MailKind.ON_HOLD),
    MailKind.STATUS_UPDATE: (MailKind.REJECTION, MailKind.ON_HOLD, MailKind.ACKNOWLEDGEMENT),
    MailKind.INTERVIEW_INVITATION: (MailKind.INTERVIEW_LOGISTICS, MailKind.OUTREACH),
    MailKind.INTERVIEW_LOGISTICS: (MailKind.INTERVIEW_INVITATION, MailKind.STATUS_UPDATE),
    MailKind.OUTREACH: (MailKind.JOB_ALERT, MailKind.INTERVIEW_INVITATION, MailKind.NOT_JOB),
    MailKind.JOB_ALERT: (MailKind.OUTREACH, MailKind.NOT_JOB),
}
_ELSE = (MailKind.REJECTION, MailKind.STATUS_UPDATE, MailKind.NOT_JOB)


def _others(mail: record.Message) -> Iterator[Act]:
    """What else it may be, where only the machine has read it."""
    if mail.is_proposal:
        url = reverse("web:mail-correct", args=[mail.pk])
        for kind in _MISTAKEN.get(mail.kind, _ELSE):
            if kind != mail.kind:
                label = words.says(words.KIND, kind)
                yield Act(label, url, "small", True, (("kind", str(kind)),))


def _tone(kind: str) -> str:
    return "rose" if kind in NO else "accent" if kind in GOOD else "plain"


def _sure(mail: record.Message) -> str:
    if not mail.is_proposal:
        return ""
    return words.says(words.CERTAINTY, mail.certainty)


def _body(mail: record.Message) -> list[Stretch]:
    """The text without its first line, the subject, unless something was read in that."""
    evidence = mail.reading.get("evidence", [])
    text = mail.text[:LONGEST]
    head = f"{mail.subject}\n\n"
    if mail.subject and text.startswith(head) and all(e["start"] >= len(head) for e in evidence):
        shift = len(head)
        moved = [{**e, "start": e["start"] - shift, "end": e["end"] - shift} for e in evidence]
        return stretches(text[shift:], moved)
    return stretches(text, evidence)


def stretches(text: str, evidence: list[dict[str, Any]]) -> list[Stretch]:
    """The text cut at its evidence; marks that overlap run into one."""
    marks = sorted(
        (max(0, int(one["start"])), min(len(text), int(one["end"])), str(one.get("rule", "")))
        for one in evidence
        if int(one["start"]) < int(one["end"])
    )
    found: list[Stretch] = []
    at = 0
    for start, end, rule in marks:
        start = max(start, at)
        if end <= start:
            continue
        if start > at:
            found.append(Stretch(text[at:start]))
        found.append(Stretch(text[start:end], _rule(rule)))
        at = end
    if at < len(text):
        found.append(Stretch(text[at:]))
    return found


def _rule(rule: str) -> str:
    """What a rule's name says to a reader: the kind it speaks for, in words."""
    if teacher_of(rule):
        return _("read as you taught")
    if rule == "model":
        return _("these words weighed most")
    head = rule.replace("-", "_").split(".")[0].split(":")[0]
    known = words.KIND.get(head)
    return _("read as: %(what)s") % {"what": known or rule.replace("_", " ")} if rule else ""


def _facts(mail: record.Message, visit: Visit) -> list[tuple[str, str]]:
    read = mail.reading
    corrected = getattr(mail, "correction", None)
    company = (corrected.company if corrected else "") or read.get("company", "")
    role = (corrected.role if corrected else "") or read.get("role", "")
    promised = parse_date(read["promised_date"]) if read.get("promised_date") else None
    asked = parse_date(read["asked_by"]) if read.get("asked_by") else None
    reasons = [
        f"{words.says(words.REASON, one['code'])}: “{one['quote']}”"
        if one.get("quote")
        else words.says(words.REASON, one["code"])
        for one in read.get("reasons", [])
    ]
    rows = [
        (_("Firm"), company),
        (_("Role"), role),
        *((_("Reason"), one) for one in reasons),
        (_("A day they named"), visit.clock.day(promised)),
        (_("They asked for it by"), visit.clock.day(asked)),
        (_("Invitation"), _("they ask you to stay in touch") if read.get("invitation") else ""),
        (_("Answer"), "" if read.get("reply_possible") else _("this address takes no replies")),
        (_("Written by"), _("a person") if read.get("hand") == "personal" else _("a template")),
    ]
    if mail.direction == Direction.OUT:
        rows = rows[:2]
    return [(name, value) for name, value in rows if value]
