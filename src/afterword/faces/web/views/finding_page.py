"""Search: firms, people, letters and stories by name, and mail by a word in it. Closed letters are not searched."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from afterword.desk.day import searching
from afterword.faces.web import words
from afterword.faces.web.pages.asking import Found, Hit
from afterword.faces.web.visit import Visit, to


@require_GET
def find(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    q = request.GET.get("q", "").strip()[:200]
    hits = _hits(visit, q) if q else ()
    if q:
        says = ngettext("%(n)d thing found.", "%(n)d things found.", len(hits)) % {"n": len(hits)}
        if len(hits) >= searching.EACH:
            says = _("The first of what was found; another word of it finds fewer.")
        says = says if hits else _("Nothing here bears that name or says that word.")
    else:
        says = _("A firm, a role, a person, a letter or a story by a part of its name; mail by a word in it.")  # fmt: skip
    template = "find.html#results" if visit.in_place else "find.html"
    return visit.show(template, Found(q, hits, says))


def _hits(visit: Visit, q: str) -> tuple[Hit, ...]:
    wanted = searching.folded(q)
    kinds = [kind for kind, label in words.LETTER.items() if wanted in searching.folded(str(label))]
    return tuple(_hit(one, visit) for one in searching.search(visit.account, q, kinds))


def _hit(one: searching.Hit, visit: Visit) -> Hit:
    url = to(one.kind, one.key)
    if one.kind == "letter":
        named = ", ".join(filter(None, (words.says(words.LETTER, one.text), one.note)))
        return Hit(named, url, _("letter"))
    if one.kind == "mail":
        day = visit.clock.short(one.at) if one.at else ""
        return Hit(one.text or _("Without a subject"), url, _("mail, %(day)s") % {"day": day}, one.note)  # fmt: skip
    if one.kind == "case":
        return Hit(one.text, url, _("case"), one.note)
    notes = {"person": one.note or _("person"), "story": _("story")}
    return Hit(one.text or _("Someone without a name"), url, notes[one.kind])
