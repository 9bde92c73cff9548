"""Mail accounts: whether each is whole, what is missing and why, and what the clock did and will do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook.connection import Connection, Folder
from afterword.casebook.job import Job
from afterword.desk.mail import accounts
from afterword.faces.errands import ERRANDS
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Tag
from afterword.wire.vault import SealedFile

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

LISTED = 20


@dataclass(frozen=True, slots=True)
class FolderRow:
    name: str
    says: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountCard:
    name: str
    tag: Tag
    says: str
    halt: str = ""
    folders: tuple[FolderRow, ...] = ()
    left_out: tuple[FolderRow, ...] = ()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class JobRow:
    name: str
    when: str
    says: str
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Accounts:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    locked: str = ""
    lies: str = ""
    cards: tuple[AccountCard, ...] = ()
    dead: tuple[JobRow, ...] = ()
    ran: tuple[JobRow, ...] = ()
    next: tuple[JobRow, ...] = ()
    empty: Empty | None = None
    acts: tuple[Act, ...] = ()


def build(visit: Visit) -> Accounts:
    """The page; the number of queries does not grow with mails or jobs."""
    rows = accounts.connections(visit.account)
    names = {str(one.source_id): one.user for one in rows}
    box = accounts.the_vault()
    locked = isinstance(box, SealedFile) and not box.is_open
    add = Act(_("Connect an account"), reverse("web:account-add"), "primary")
    jobs = Job.objects.of(visit.account)
    return Accounts(
        title=_("Mail accounts"),
        lead=_(
            "Read only, never written to, and kept in step while Afterword is open. "
            "Only mail about jobs is kept."
        ),
        crumbs=(Crumb(_("Settings"), reverse("web:settings")),),
        locked=_locked(box, bool(rows)) if locked and isinstance(box, SealedFile) else "",
        lies=_("Passwords lie in %(where)s.") % {"where": _where(box)} if rows else "",
        cards=tuple(_card(one, visit) for one in rows),
        dead=tuple(_dead(job, names, visit) for job in jobs.dead().order_by("-dead_at")[:LISTED]),
        ran=tuple(
            JobRow(_name(job, names), visit.clock.moment(job.finished_at), job.says)
            for job in jobs.filter(finished_at__isnull=False).order_by("-finished_at")[:5]
        ),
        next=tuple(
            JobRow(_name(job, names), _due(job, visit), job.says)
            for job in jobs.open().order_by("due_at")[:5]
        ),
        empty=None
        if rows
        else Empty(
            _("No account is kept in step yet."),
            _("Connect one, and nobody has to remember to read the mail again."),
            (add,),
        ),
        acts=(add,) if rows else (),
    )


def _locked(box: SealedFile, any_rows: bool) -> str:
    if box.is_made:
        return _("Your passwords are locked. Until the passphrase is given, no mail is read.")
    if any_rows:
        return _("The file of your passwords is gone. Connect the account again.")
    return ""


def _where(box: Any) -> str:
    if isinstance(box, SealedFile):
        return _("a file beside the casebook, locked by your passphrase")
    return _("the keyring of this system")


def _card(one: Connection, visit: Visit) -> AccountCard:
    said = accounts.standing(one)
    halt = said["halt"]
    folders = list(one.source.folders.all())
    read = [f for f in folders if not f.left_out]
    fields = (("account", str(one.pk)),)
    acts = [
        Act(_("Read now"), reverse("web:account-read", args=[one.pk]), "plain", True,
            about=one.user),
        Act(_("Look through every folder"), reverse("web:account-read", args=[one.pk]), "quiet",
            True, (*fields, ("thorough", "1")), about=one.user),
        Act(_("Let it go"), reverse("web:account-leave", args=[one.pk]), "quiet", True,
            about=one.user),
    ]  # fmt: skip
    if halt:
        label = _("It is right so, go on") if halt["kind"] == "emptied" else _("Try again")
        go_on = Act(label, reverse("web:account-read", args=[one.pk]), "primary", True,
                    (("go_on", "1"),), about=one.user)  # fmt: skip
        acts = [go_on, acts[-1]]
    return AccountCard(
        name=one.user,
        tag=_tag(said),
        says=_says(one, said, visit),
        halt=halt["says"] if halt else "",
        folders=tuple(_folder(f, visit) for f in read),
        left_out=tuple(FolderRow(f.name, f.left_out) for f in folders if f.left_out),
        acts=tuple(acts),
    )


def _tag(said: dict[str, Any]) -> Tag:
    if said["halt"]:
        return Tag(_("waits for you"), "amber")
    if not said["last_read"]:
        return Tag(_("not read yet"))
    if said["missing"]:
        n = said["missing"]
        return Tag(ngettext("%(n)d mail missing", "%(n)d mails missing", n) % {"n": n}, "amber")
    return Tag(_("complete"), "accent") if said["whole"] else Tag(_("in part"), "amber")


def _says(one: Connection, said: dict[str, Any], visit: Visit) -> str:
    since = _("from %(day)s on") % {"day": visit.clock.day(one.since)}
    words = [f"{one.host}, {since}"]
    if said["last_read"]:
        words.append(_("read %(when)s") % {"when": visit.clock.moment(one.source.last_read_at)})
    if one.source.last_whole_at and not said["whole"]:
        when = visit.clock.moment(one.source.last_whole_at)
        words.append(_("last complete %(when)s") % {"when": when})
    if said["whole"]:
        n = said["read"]
        words.append(ngettext("%(n)s mail read", "%(n)s mails read", n) % {"n": f"{n:,}"})
    return " · ".join(words)


def _folder(one: Folder, visit: Visit) -> FolderRow:
    says = _("%(read)s of %(holds)s read") % {"read": f"{one.read:,}", "holds": f"{one.holds:,}"}
    if one.owed or one.trouble:
        says += ", " + _("looked at %(when)s") % {"when": visit.clock.moment(one.looked_at)}
    elif one.whole_at:
        says += ", " + _("complete %(when)s") % {"when": visit.clock.moment(one.whole_at)}
    missing = [one.trouble] if one.trouble else []
    missing += [f"{where.rpartition('/')[2]}: {why}" for where, why in one.owed[:LISTED]]
    return FolderRow(one.name, says, tuple(missing))


def _name(job: Job, names: dict[str, str]) -> str:
    errand = ERRANDS.get(job.task)
    says = str(errand.says) if errand else job.task.rpartition(".")[2]
    about = names.get(job.args[1], "") if len(job.args) > 1 else ""
    return f"{says}: {about}" if about else says


def _due(job: Job, visit: Visit) -> str:
    if job.state == "running":
        return _("now")
    if job.due_at <= visit.now:
        return _("as soon as possible")
    return _("from %(when)s on") % {"when": visit.clock.until(job.due_at)}


def _dead(job: Job, names: dict[str, str], visit: Visit) -> JobRow:
    at: datetime | None = job.dead_at
    acts = (
        Act(_("Try again"), reverse("web:job-again", args=[job.pk]), "small", True),
        Act(_("Put away"), reverse("web:job-drop", args=[job.pk]), "small", True),
    )
    return JobRow(_name(job, names), visit.clock.moment(at), job.says, acts)
