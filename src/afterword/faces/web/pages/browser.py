"""Your browser: the extension and the bookmark that hand in the page you look at, and their keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.faces.web.pages.parts import Act, Crumb

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit
    from afterword.members.models import BrowserKey

#: Sends the looked-at page as a form, because a form may leave where a script's request may not.
_MARK = (
    "(()=>{const f=document.createElement('form');f.method='post';f.target='_blank';"
    "f.enctype='multipart/form-data';f.acceptCharset='utf-8';f.action='%(address)s';"
    "for(const [n,v] of [['key','%(key)s'],['url',location.href],"
    "['html',document.documentElement.outerHTML]]){const t=document.createElement('textarea');"
    "t.name=n;t.value=v;f.append(t)}f.style.display='none';document.body.append(f);f.submit();"
    "f.remove()})()"
)


@dataclass(frozen=True, slots=True)
class Way:
    """One way a page comes in: whether it has a key, and since when."""

    kind: str
    says: str
    make: Act
    drop: Act | None = None
    fresh: str = ""
    bookmark: str = ""


@dataclass(frozen=True, slots=True)
class Browser:
    title: str
    lead: str
    extension: Way
    mark: Way
    folder: str
    crumbs: tuple[Crumb, ...] = ()


def build(
    visit: Visit, keys: dict[str, BrowserKey], *, folder: str, fresh: tuple[str, str] = ("", "")
) -> Browser:
    """The page; `fresh` is the kind and the key just made, which is shown this once."""
    host = f"{visit.request.scheme}://{visit.request.get_host()}"
    kind, key = fresh
    paste = f"{host}{reverse('from-browser')}#{key}" if kind == "extension" else ""
    code = _MARK % {"address": f"{host}{reverse('from-bookmark')}", "key": key}
    bookmark = f"javascript:{quote(code, safe='()=>{}[],;:./!')}" if kind == "bookmark" else ""
    return Browser(
        _("Your browser"),
        _(
            "Hand in the advert you look at with one click. It goes to this machine and nowhere else."
        ),
        extension=_way("extension", keys, visit, fresh=paste),
        mark=_way("bookmark", keys, visit, fresh=bookmark, bookmark=bookmark),
        folder=folder,
        crumbs=(Crumb(_("Settings"), reverse("web:settings")), Crumb(_("Your browser"), "")),
    )


def _way(
    kind: str, keys: dict[str, BrowserKey], visit: Visit, *, fresh: str, bookmark: str = ""
) -> Way:
    row, url = keys.get(kind), (("kind", kind),)
    label = _("Make a new key") if row else _("Make a key")
    if row is None:
        says = _("Off. There is no key yet, so nothing is taken.")
    elif row.used_at is None:
        says = _("On, and not used yet.")
    else:
        says = _("On; last used %(when)s.") % {"when": visit.clock.moment(row.used_at)}
    drop = Act(_("Take the key back"), reverse("web:browser-off"), "quiet", True, url)
    make = Act(label, reverse("web:browser-key"), "plain" if row else "primary", True, url)
    return Way(kind, says, make, drop if row else None, fresh, bookmark)
