"""Your data: take it along, bring it back, the copies there are, and leaving."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from afterword.desk.whole import copying, keeping
from afterword.desk.whole.forgetting import Gone
from afterword.faces.web.pages.parts import Act, Crumb
from afterword.faces.web.visit import Visit, to

HOW = {
    keeping.BY_HAND: gettext_lazy("made by you"),
    keeping.DAILY: gettext_lazy("of the day"),
    keeping.BEFORE_CHANGE: gettext_lazy("before a new version changed the casebook"),
    keeping.BEFORE_RESTORE: gettext_lazy("what stood here before you went back"),
}


@dataclass(frozen=True, slots=True)
class CopyRow:
    when: str
    says: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Data:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    along: tuple[Act, ...]
    standing: str
    where: str
    kept: str
    now: Act | None
    copies: tuple[CopyRow, ...]
    forget: Act


def build(visit: Visit) -> Data:
    home = Path(settings.HOME)
    ours = copying.is_ours()
    held = keeping.copies(home) if ours else []
    return Data(
        title=_("Your data"),
        lead=_("All of it is yours: to take along, to bring back, to let go."),
        crumbs=(Crumb(_("Settings"), to("settings")),),
        along=(
            Act(_("Everything in one zip"), to("export"), "primary", post=True),
            Act(_("Tables for a spreadsheet (CSV)"), to("tables"), post=True),
        ),
        standing=_standing(visit, held) if ours else _("The casebook lies in PostgreSQL; whoever runs that server keeps its backups. The zip above works as everywhere."),
        where=str(home / keeping.BACKUPS) if ours else "",
        kept=_("One a day is kept for %(days)d days, then one a week for %(weeks)d weeks; what you make yourself stays until you remove it. Only you can read them.") % {"days": keeping.DAYS, "weeks": keeping.WEEKS} if ours else "",
        now=Act(_("Back up now"), to("backup"), post=True) if ours else None,
        copies=tuple(_row(visit, one) for one in held),
        forget=Act(_("Delete everything"), to("forget-all"), "quiet"),
    )  # fmt: skip


def standing(visit: Visit) -> str:
    """When the last copy was made, how large it is, whether it was found whole; for Settings too."""
    return _standing(visit, keeping.copies(Path(settings.HOME))) if copying.is_ours() else ""


def _standing(visit: Visit, held: list[keeping.Copy]) -> str:
    if not held:
        return _("No backup yet. One is made by itself within the first minutes, then each day.")
    last = held[0]
    told = {"when": visit.clock.moment(last.at), "size": filesizeformat(last.size)}
    if last.checked_at is None:
        return _("The last one was made %(when)s (%(size)s). It was not checked here.") % told
    return _("The last one was made %(when)s (%(size)s), and checked.") % told


def _row(visit: Visit, one: keeping.Copy) -> CopyRow:
    seen = (
        _("checked %(when)s") % {"when": visit.clock.moment(one.checked_at)}
        if one.checked_at
        else _("not checked, or changed since")
    )
    when = visit.clock.moment(one.at)
    name = (("name", one.name),)
    return CopyRow(
        when,
        f"{HOW[one.kind]} · {filesizeformat(one.size)} · {seen}",
        (
            Act(_("Restore this backup"), f"{to('restore')}?copy={one.name}", "small", about=when),
            Act(_("Check"), to("copy-check"), "small", True, name, about=when),
            Act(_("Remove"), to("copy-remove"), "small", True, name, about=when),
        ),
    )


def forgotten(gone: Gone) -> str:
    """What is said after somebody was forgotten, the rest that could not be done included."""
    return " ".join(filter(None, (_("They are forgotten."), *_rest(gone))))


def all_gone(gone: Gone) -> str:
    return " ".join(filter(None, (_("Everything is gone."), *_rest(gone))))


def _rest(gone: Gone) -> tuple[str, ...]:
    went = ngettext("%(n)d older backup went as well.", "%(n)d older backups went as well.", gone.copies) % {"n": gone.copies} if gone.copies else ""  # fmt: skip
    later = "" if gone.wiped or not copying.is_ours() else _("Free space in the file is written over tonight, when nothing else reads it.")  # fmt: skip
    return (went, later)
