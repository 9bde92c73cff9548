"""What a correction teaches: the mails that look like the one corrected, and all that was taught."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.mail import teaching
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act, Crumb, Empty

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: So many stand in the list by name; the button speaks of all.
SHOWN = 12


@dataclass(frozen=True, slots=True)
class AlikeRow:
    who: str
    url: str
    subject: str
    says: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Mails made like the corrected one and read otherwise; of closed ones only how many."""

    title: str
    lead: str = ""
    rows: tuple[AlikeRow, ...] = ()
    more: str = ""
    act: Act | None = None
    closed: str = ""


@dataclass(frozen=True, slots=True)
class TaughtRow:
    subject: str
    url: str
    from_: str
    says: tuple[str, ...]
    note: str
    act: Act


@dataclass(frozen=True, slots=True)
class TaughtPage:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    rows: tuple[TaughtRow, ...] = ()
    empty: Empty | None = None


def alike(mail: record.Message, visit: Visit) -> Alike | None:
    """What looks like this mail; None where the user did not correct it, or nothing does."""
    corrected = getattr(mail, "correction", None)
    if corrected is None or corrected.like is not None:
        return None
    found = teaching.siblings(mail)
    n, closed = len(found.open), _closed(found.sealed)
    if not n:
        return Alike(title="", closed=closed) if closed else None
    title = ngettext("One more mail looks like this one", "%(n)s more mails look like this one", n)
    label = ngettext("Say the same of it", "Say the same of them", n)
    return Alike(
        title=title % {"n": _count(n)},
        lead=ngettext(
            "It was read otherwise, and you have said nothing of it yet. You can leave it so.",
            "They were read otherwise, and you have said nothing of them yet. You can leave them so.",
            n,
        ),
        rows=tuple(_row(one, visit) for one in found.open[:SHOWN]),
        more=_more(n - SHOWN),
        act=Act(label, reverse("web:mail-alike", args=[mail.pk]), "primary", post=True),
        closed=closed,
    )


def taught_by(mail: record.Message) -> Iterator[Act]:
    """The mails whose correction taught how this one is read, each with its page."""
    if teachers := teaching.teachers_of(mail):
        rows = record.Message.objects.of(mail.account).filter(mail_id__in=teachers).for_list()
        for one in rows.order_by("at", "id"):
            # Who corrected it has read it; were it closed again, its subject would stay unsaid.
            about = _("a closed letter") if one.is_sealed else _quoted(one)
            yield Act(about, reverse("web:mail", args=[one.pk]))


def taught(visit: Visit) -> TaughtPage:
    """Everything that was taught, the last first."""
    rows = tuple(_taught_row(one, visit) for one in teaching.taught(visit.account))
    return TaughtPage(
        title=_("What you taught"),
        lead=_(
            "When you correct a mail, later ones made like it are read as you said. "
            "It stays on this computer, and each of these can be taken back."
        )
        if rows
        else "",
        crumbs=(Crumb(_("Settings"), reverse("web:settings")),),
        rows=rows,
        empty=None
        if rows
        else Empty(
            _("You have not taught anything yet."),
            _(
                "When a mail was read wrongly, say so on its page. Others made like it are then "
                "read as you said, and it is listed here."
            ),
        ),
    )


def _row(one: teaching.Sibling, visit: Visit) -> AlikeRow:
    mail = one.message
    who = mail.sender_name or mail.sender_email
    read = words.says(words.KIND, mail.kind)
    says = _("read as: %(what)s") % {"what": read}
    if "kind" not in one.said:
        given = one.said.get("company") or one.said.get("role", "")
        says = _("would be about %(name)s") % {"name": given}
    return AlikeRow(
        who=f"{who}, {visit.clock.short(mail.at)}",
        url=reverse("web:mail", args=[mail.pk]),
        subject=mail.subject or _("A mail without a subject"),
        says=says,
    )


def _count(n: int) -> str:
    return {2: _("Two"), 3: _("Three"), 4: _("Four"), 5: _("Five")}.get(n, str(n))


def _more(n: int) -> str:
    return ngettext("and %(n)d more", "and %(n)d more", n) % {"n": n} if n > 0 else ""


def _closed(n: int) -> str:
    """How many closed letters look alike; which ones, and what is in them, stays unsaid."""
    said = ngettext(
        "A closed letter may be of the same make. It stays closed, and as it is.",
        "%(n)d closed letters may be of the same make. They stay closed, and as they are.",
        n,
    )
    return said % {"n": n} if n else ""


def _quoted(mail: record.Message) -> str:
    return f"“{mail.subject}”" if mail.subject else _("a mail without a subject")


def _taught_row(one: teaching.Taught, visit: Visit) -> TaughtRow:
    mail = one.message
    who = mail.sender_name or mail.sender_email
    subject = mail.subject or _("A mail without a subject")
    return TaughtRow(
        subject=_("A closed letter") if mail.is_sealed else subject,
        url=reverse("web:mail", args=[mail.pk]),
        from_=_("from %(who)s, %(when)s") % {"who": who, "when": visit.clock.short(mail.at)},
        says=() if mail.is_sealed else tuple(_lesson(one)),
        note=_note(one),
        act=Act(
            _("Take it back"),
            reverse("web:mail-unsaid", args=[mail.pk]),
            "small",
            post=True,
            about=_("about the mail from %(who)s") % {"who": who},
        ),
    )


def _lesson(one: teaching.Taught) -> Iterator[str]:
    """The lesson as one would say it."""
    said = one.said
    if "kind" in said:
        told, read = (words.says(words.KIND, kind) for kind in (said["kind"], one.read))
        if told == read:
            yield _("Mail like this: %(told)s.") % {"told": told}
        else:
            says = _("Mail like this: %(told)s. It had been read as: %(read)s.")
            yield says % {"told": told, "read": read}
    if "company" in said:
        who = one.message.sender_email
        yield _("What %(who)s writes is about %(firm)s.") % {"who": who, "firm": said["company"]}
    if "role" in said:
        was = one.message.reading.get("role", "")
        yield _("Where “%(was)s” was read as the role, it is “%(role)s”.") % {
            "was": was,
            "role": said["role"],
        }


def _note(one: teaching.Taught) -> str:
    said = []
    if one.also:
        said.append(
            ngettext("You said the same of one more.", "You said the same of %(n)d more.", one.also)
            % {"n": one.also}
        )
    if one.since:
        said.append(
            ngettext(
                "One mail was read by it since.", "%(n)d mails were read by it since.", one.since
            )
            % {"n": one.since}
        )
    return " ".join(said)
