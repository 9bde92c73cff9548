"""References: the register, one referee, what passes with them in a process; and good turns."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from afterword.casebook import models as record
from afterword.desk import morning
from afterword.desk.people.register import TALK
from afterword.faces.web import vouching_forms as forms
from afterword.faces.web import words
from afterword.faces.web.pages import references as page
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.views import finding
from afterword.faces.web.views.adding import ask, data, form_view
from afterword.faces.web.visit import Visit, to
from afterword.terms import Channel, ReferenceStatus

HERE = "references"
#: What a button may set without a form.
PLAIN = (
    ReferenceStatus.ASKED,
    ReferenceStatus.HESITANT,
    ReferenceStatus.DECLINED,
    ReferenceStatus.RETIRED,
)
#: What passes in a process, and the day it sets.
STEPS = {
    "briefed": ("briefed_on",),
    "called": ("contacted_on",),
    "thanked": ("thanked_on",),
    "told": ("thanked_on", "outcome_told_on"),
}


@require_GET
def references(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    asked = request.GET.get("case", "")
    case = finding.case(visit, _key(asked)) if asked else None
    return visit.show("references.html", page.build(visit, case), here=HERE)


def _key(word: str) -> UUID:
    try:
        return UUID(word)
    except ValueError:
        raise Http404 from None


def _referee(visit: Visit, key: UUID) -> record.Reference:
    rows = record.Reference.objects.select_related("person")
    found: record.Reference = finding.one(visit, rows.prefetch_related("person__addresses"), key)
    return found


@form_view
def add(request: HttpRequest) -> HttpResponse:
    visit = Visit.of(request)
    form = forms.NewRefereeForm(data(visit), initial={"name": request.GET.get("name", "")[:200]})
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        person = _known(visit, given["name"], given["email"])
        if person is None:
            firm = (
                record.Company.add(account=visit.account, name=given["company"], at=visit.now)
                if given["company"].strip()
                else None
            )
            person = record.Person.add(
                account=visit.account,
                name=given["name"],
                email=given["email"],
                company=firm,
                at=visit.now,
            )
        record.Reference.consider(
            person=person, at=visit.now, kind=given["kind"], about=given["about"]
        )
        morning.freshen(visit.account, visit.now)
        return visit.done(_("On the register. Nobody is named before they agree."), to(HERE))
    return ask(
        visit,
        form,
        title=_("Someone who could vouch for you"),
        lead=_("Best is one who saw the work itself. Putting them here asks nobody anything yet."),
        back=to(HERE),
        here=HERE,
    )


def _known(visit: Visit, name: str, email: str) -> record.Person | None:
    people = record.Person.objects.of(visit.account)
    by_mail = people.filter(addresses__email=email.strip().lower()).first() if email else None
    if by_mail is not None:
        return by_mail
    same = list(people.filter(name__iexact=name.strip())[:2])
    return same[0] if len(same) == 1 and not email else None


@require_POST
def consider(request: HttpRequest, key: UUID) -> HttpResponse:
    """A known person comes on the register."""
    visit = Visit.of(request)
    person = finding.one(visit, record.Person.objects.prefetch_related("addresses"), key)
    record.Reference.consider(person=person, at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("On the register. Nobody is named before they agree."), to(HERE))


@form_view
def referee(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    kept = _referee(visit, key)
    names = tuple(forms.RefereeForm.base_fields)
    form = forms.RefereeForm(data(visit), initial={name: getattr(kept, name) for name in names})
    if form.is_bound and form.is_valid():
        kept.mend(at=visit.now, **{name: form.cleaned_data[name] for name in names})
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Kept."), to(HERE))
    acts = (
        Act(
            _("Ask them no longer"),
            to("reference-status", kept.pk),
            "quiet",
            True,
            (("status", str(ReferenceStatus.RETIRED)),),
        ),
        Act(_("Take them off the register"), to("reference-drop", kept.pk), "quiet", True),
    )
    return ask(visit, form, title=str(kept.person), back=to(HERE), acts=acts, here=HERE)


@form_view
def agree(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    kept = _referee(visit, key)
    kept_words = {"on": visit.clock.today, "will_say": kept.will_say}
    form = forms.AgreeForm(data(visit), initial=kept_words)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        kept.agree(on=given["on"], will_say=given["will_say"], at=visit.now)
        morning.freshen(visit.account, visit.now)
        return visit.done(_("Noted. They may be named."), to(HERE))
    return ask(
        visit,
        form,
        title=_("%(who)s agreed") % {"who": kept.person},
        lead=_("To agree is one thing, to praise another: note what they said they will say."),
        back=to(HERE),
        here=HERE,
    )


@require_POST
def status(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    kept = _referee(visit, key)
    if (word := request.POST.get("status", "")) not in {str(one) for one in PLAIN}:
        raise Http404
    kept.mend(at=visit.now, status=word)
    morning.freshen(visit.account, visit.now)
    return visit.done(f"{kept.person}: {words.says(words.REFEREE, word)}.", to(HERE))


@require_POST
def drop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    _referee(visit, key).drop(at=visit.now)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("Off the register. Undo brings it back."), to(HERE))


@require_POST
def talk(request: HttpRequest, key: UUID) -> HttpResponse:
    """P23: the user asked this referee in private; with that the question rests."""
    visit = Visit.of(request)
    kept = _referee(visit, key)
    record.Touch.note_one(
        person=kept.person, when=visit.now, at=visit.now, play=TALK, channel=Channel.PHONE
    )
    morning.freshen(visit.account, visit.now)
    said = _("Noted. Change here what you now expect of it, if it changed.")
    return visit.done(said, to("reference", kept.pk))


@require_POST
def step(request: HttpRequest, key: UUID, case: UUID) -> HttpResponse:
    """They were told of a process, called, thanked: today."""
    visit = Visit.of(request)
    kept, where = _referee(visit, key), finding.case(visit, case)
    fields = STEPS.get(request.POST.get("step", ""))
    if fields is None:
        raise Http404
    today: dict[str, Any] = dict.fromkeys(fields, visit.clock.today)
    record.Vouching.note_one(reference=kept, case=where, at=visit.now, **today)
    morning.freshen(visit.account, visit.now)
    return visit.done(_("Noted."), visit.back(to(HERE)))


# ── give and take ───────────────────────────────────────────────────────────


@form_view
def favour_add(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    person = finding.one(visit, record.Person.objects.prefetch_related("addresses"), key)
    form = forms.FavourForm(data(visit), initial={"way": "received", "on": visit.clock.today})
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        kept = record.Favour.note(
            person=person,
            way=given["way"],
            on=given["on"],
            at=visit.now,
            kind=given["kind"],
            what=given["what"],
        )
        if given["returned"]:
            kept.made_good(on=given["returned"], at=visit.now)
        return visit.done(_("Noted."), to("person", person.pk))
    return ask(
        visit,
        form,
        title=_("A good turn between you and %(who)s") % {"who": person},
        lead=_("No score is kept: only what you would like to remember, and whom to tell."),
        back=to("person", person.pk),
        here="people",
    )


@require_POST
def favour_returned(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    kept = finding.one(visit, record.Favour.objects.select_related("person"), key)
    kept.made_good(on=visit.clock.today, at=visit.now)
    return visit.done(_("Noted."), visit.back(to("person", kept.person_id)))


@require_POST
def favour_drop(request: HttpRequest, key: UUID) -> HttpResponse:
    visit = Visit.of(request)
    kept = finding.one(visit, record.Favour.objects.select_related("person"), key)
    kept.drop(at=visit.now)
    return visit.done(_("Taken out."), visit.back(to("person", kept.person_id)))
