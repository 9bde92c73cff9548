"""The first day, and every later one on which mail is to be read: where is it, and how far are we?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.mail import tongues
from afterword.faces.web.pages.parts import Act

if TYPE_CHECKING:
    from afterword.faces.web.readings import Reading
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class SourceRow:
    name: str
    says: str
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Welcome:
    title: str
    lead: str
    errors: tuple[str, ...] = ()
    sources: tuple[SourceRow, ...] = ()
    foot: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading has come; with `done` the sums and the way on."""

    id: str
    title: str
    counting: str
    rate: str = ""
    left: str = ""
    percent: int | None = None
    found: tuple[str, ...] = ()
    done: bool = False
    failed: str = ""
    stop: Act | None = None
    acts: tuple[Act, ...] = ()


def build(visit: Visit, *, errors: tuple[str, ...] = ()) -> Welcome:
    """The doors by which mail comes in, and what came in by them so far."""
    sources = list(record.Source.objects.of(visit.account).order_by("-last_read_at"))
    begun = bool(sources)
    return Welcome(
        title=_("Your mail") if begun else _("Where is your mail?"),
        lead=_("Read more of it, or go on where it stopped. Reading sends nothing to anybody.")
        if begun
        else _(
            "Afterword reads it on this computer and shows every process you are in, and the one "
            "thing worth doing today. Only mail about jobs is kept. Nothing is sent anywhere."
        ),
        errors=errors,
        sources=tuple(_source(one, visit) for one in sources),
        foot=""
        if begun
        else _(
            "To look round first there is an invented search of five months. It opens as a program "
            "of its own, apart from your mail, and takes half a minute the first time."
        ),
        acts=()
        if begun
        else (
            Act(_("Try the demo"), reverse("web:example"), post=True),
            Act(_("Begin without mail: add a case"), reverse("web:case-add"), "quiet"),
        ),
    )


def example(*, link: str = "", failed: str = "") -> Progress:
    """The invented example while it is being made ready; then the way in."""
    back = Act(_("Back to the mail"), reverse("web:mailboxes"), "quiet")
    if failed:
        return Progress(
            "", _("The demo"), _("It did not open"), failed=failed, acts=(back,), done=True
        )
    if link:
        acts = (Act(_("Open the demo"), link, "primary"), back)
        return Progress("", _("The demo"), _("It is ready."), acts=acts, done=True)
    return Progress(
        "",
        _("The demo"),
        _("It is being made ready: five months of invented mail are written and read."),
        left=_("Half a minute the first time, longer on a slow machine. It opens by itself."),
        acts=(back,),
    )


def _source(one: record.Source, visit: Visit) -> SourceRow:
    kept, passed = int(one.counts.get("kept", 0)), int(one.counts.get("passed", 0))
    said = [
        ngettext("%(n)s mail looked at", "%(n)s mails looked at", kept + passed)
        % {"n": f"{kept + passed:,}"},
        ngettext("%(n)s about jobs", "%(n)s about jobs", kept) % {"n": f"{kept:,}"},
    ]
    broken = int(one.counts.get("broken", 0))
    if broken:
        said.append(
            ngettext("%(n)d could not be read whole", "%(n)d could not be read whole", broken)
            % {"n": broken}
        )
    if one.last_read_at:
        said.append(_("last read %(when)s") % {"when": visit.clock.moment(one.last_read_at)})
    kind, _colon, place = one.name.partition(":")
    again = None
    if kind not in ("dropped", "imap", "imaps", "pasted") and place:
        fields = (("path", place),)
        again = Act(_("Read on"), reverse("web:read-path"), "small", True, fields, about=place)
    return SourceRow(place or one.name, ", ".join(said) + ".", again)


def progress(reading: Reading) -> Progress:
    """How far the reading is, in mails; once over, what it brought."""
    mails = f"{reading.mails:,}"
    if reading.over:
        return Progress(
            id=reading.id,
            title=_("Your mail is read") if not reading.failed else _("The reading stopped"),
            counting=_told(reading.came) if reading.came else _("%(n)s mails read") % {"n": mails},
            found=tuple(_found(reading.came)) if reading.came else (),
            failed=reading.failed,
            done=True,
            acts=(
                Act(_("See today"), reverse("web:today"), "primary"),
                Act(_("All cases"), reverse("web:cases")),
                *(
                    (Act(_("Back to the mail"), reverse("web:mailboxes")),)
                    if reading.failed
                    else ()
                ),
            ),
        )
    total = round(reading.mails * reading.total / reading.done) if reading.done else 0
    return Progress(
        id=reading.id,
        title=_("Reading %(name)s") % {"name": reading.name},
        counting=_counting(reading, mails, total),
        rate=_("%(n)s a second") % {"n": f"{reading.rate:,.0f}"} if reading.rate else "",
        left=_left(reading.left) if reading.rate or reading.waits else "",
        # Once all was looked at it is the count of those still read that goes down.
        percent=min(99, round(100 * reading.done / reading.total))
        if reading.total and (reading.rate or not reading.waits)
        else None,
        stop=None
        if reading.asked_to_stop.is_set()
        else Act(_("Stop here"), reverse("web:progress-stop", args=[reading.id]), post=True),
    )


def _counting(reading: Reading, mails: str, total: int) -> str:
    if not total:
        return _("Opening it")
    waits = {"n": mails, "total": f"{total:,}", "waits": f"{reading.waits:,}"}
    if not reading.waits:
        return _("%(n)s of about %(total)s mails") % waits
    if reading.rate:
        return (
            _(
                "%(n)s of about %(total)s mails looked at, %(waits)s that may be about your search still to be read"
            )
            % waits
        )
    return (
        _("%(n)s mails looked at, %(waits)s that may be about your search still being read") % waits
    )


def _left(seconds: float) -> str:
    if seconds < 2:
        return _("nearly done; the cases are being put together")
    if seconds < 90:
        n = max(5, round(seconds / 5) * 5)
        return _("about %(n)d seconds left") % {"n": n}
    n = round(seconds / 60)
    return ngettext("about %(n)d minute left", "about %(n)d minutes left", n) % {"n": n}


def _told(came: Any) -> str:
    if not came.new:
        return _("Nothing new; all of it was read before.")
    return ngettext("%(n)s mail read", "%(n)s mails read", came.new) % {"n": f"{came.new:,}"}


def _found(came: Any) -> list[str]:
    said = []
    if came.kept and came.kept < came.new:
        said.append(
            _("%(n)s of them about jobs; the rest was forgotten.") % {"n": f"{came.kept:,}"}
        )
    if came.cases:
        said.append(
            ngettext("%(n)d process found.", "%(n)d processes found.", came.cases)
            % {"n": came.cases}
        )
    if came.broken:
        said.append(
            ngettext(
                "%(n)d could not be read whole; it is kept.",
                "%(n)d could not be read whole; they are kept.",
                came.broken,
            )
            % {"n": came.broken}
        )
    if came.questions:
        said.append(
            ngettext(
                "%(n)d thing only you know; it is asked when you like.",
                "%(n)d things only you know; they are asked when you like.",
                came.questions,
            )
            % {"n": came.questions}
        )
    if came.tongues:
        said.append(_unread(came.tongues))
    if came.name:
        said.append(
            _("Letters are signed “%(name)s”, as the mails you sent are; Settings changes it.")
            % {"name": came.name}
        )
    if came.stopped:
        said.append(_("Stopped. What was read is kept; reading again goes on from there."))
    return said


def _unread(counts: dict[str, int]) -> str:
    """How many mails were in languages that are not read, and which are."""
    n = sum(counts.values())
    return ngettext(
        "%(n)s mail was in a language that is not read here (%(which)s). If it is about a job, "
        "paste it in by hand. Read are %(read)s and %(last)s.",
        "%(n)s mails were in a language that is not read here (%(which)s). If one is about a job, "
        "paste it in by hand. Read are %(read)s and %(last)s.",
        n,
    ) % {
        "n": f"{n:,}",
        "which": ", ".join(_(name) for name in tongues.named(counts)),
        "read": ", ".join(_(name) for name in tongues.NAMES[:-1]),
        "last": _(tongues.NAMES[-1]),
    }
