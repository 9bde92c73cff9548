"""Search: firms, people, letters and stories by name. Closed letters are not searched."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from afterword.casebook import models as record
from afterword.faces.web import words
from afterword.faces.web.pages.asking import Found, Hit
from afterword.faces.web.views.finding import open_cases
from afterword.faces.web.visit import Visit, to

EACH = 10


@require_GET
def find(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    q = request.GET.get("q", "").strip()[:200]
    hits = _hits(visit, q) if q else ()
    if q:
        says = ngettext("%(n)d thing found.", "%(n)d things found.", len(hits)) % {"n": len(hits)}
        says = says if hits else _("Nothing by that name.")
    else:
        says = _("A firm, a role, a person, a letter or a story, by a part of its name.")
    template = "find.html#results" if visit.in_place else "find.html"
    return visit.show(template, Found(q, hits, says))


def _hits(visit: Visit, q: str) -> tuple[Hit, ...]:
    cases = open_cases(visit).filter(Q(company__name__icontains=q) | Q(role__icontains=q))
    people = record.Person.objects.of(visit.account).filter(
        Q(name__icontains=q) | Q(addresses__email__icontains=q)
    )
    people = people.distinct().select_related("company").prefetch_related("addresses")
    stories = record.Story.objects.of(visit.account).filter(
        Q(title__icontains=q) | Q(challenge__icontains=q) | Q(result__icontains=q)
    )
    kinds = [kind for kind, label in words.LETTER.items() if q.lower() in str(label).lower()]
    letters = record.Letter.objects.of(visit.account).filter(
        Q(kind__in=kinds) | Q(subject__icontains=q) | Q(person__name__icontains=q)
    )
    letters = letters.select_related("person").prefetch_related("person__addresses")
    return (
        *(Hit(str(one), to("case", one.pk), _("case")) for one in cases[:EACH]),
        *(
            Hit(str(one), to("person", one.pk), one.company.name if one.company else _("person"))
            for one in people[:EACH]
        ),
        *(
            Hit(
                ", ".join(
                    filter(None, (words.says(words.LETTER, one.kind), str(one.person or "")))
                ),
                to("letter", one.pk),
                _("letter"),
            )
            for one in letters.order_by("-id")[:EACH]
        ),
        *(Hit(one.title, to("story", one.pk), _("story")) for one in stories[:EACH]),
    )
