"""Letters: is this ready to send? Two panes, your facts and the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from afterword.casebook import models as record
from afterword.casebook.files import is_stopped
from afterword.desk.letters import carrying, correspondence, rewording
from afterword.desk.letters.own_name import NO_NAME
from afterword.desk.mail import sending
from afterword.errors import UserError
from afterword.faces.web import words
from afterword.faces.web.pages import leaving, sheet, tongue
from afterword.faces.web.pages.case import letter_state
from afterword.faces.web.pages.leaving import Leaving
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Said
from afterword.terms import Basis, Draft, Fact, Finding

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


#: The same letter in another language, on its button.
IN_LANGUAGE = {
    "en": gettext_lazy("In English"),
    "de": gettext_lazy("In German"),
    "fr": gettext_lazy("In French"),
    "es": gettext_lazy("In Spanish"),
}


@dataclass(frozen=True, slots=True)
class LetterRow:
    url: str
    title: str
    to: str
    note: str


@dataclass(frozen=True, slots=True)
class Letters:
    title: str
    lead: str
    open: tuple[LetterRow, ...] = ()
    sent: tuple[LetterRow, ...] = ()
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class FactCard:
    id: str
    said: Said
    source: str


@dataclass(frozen=True, slots=True)
class Mend:
    """What stands there, what would stand there, and the words on the button."""

    start: int
    end: int
    said: str
    text: str
    button: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin, the number it bears beside its place, and its mend as a form."""

    says: str
    strong: str = ""
    soft: bool = False
    number: int = 0
    mend: Mend | None = None


@dataclass(frozen=True, slots=True)
class LetterPage:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    facts: tuple[FactCard, ...] = ()
    more_facts: tuple[FactCard, ...] = ()
    address: Act | None = None
    notes: tuple[Note, ...] = ()
    greeting: str = ""
    paragraphs: tuple[sheet.Paragraph, ...] = ()
    closing: tuple[sheet.Line, ...] = ()
    subject: str = ""
    text: str = ""
    foot: str = ""
    fill: str = ""
    open: str = ""
    unsigned: Act | None = None
    pause: str = ""
    mindset: tuple[str, ...] = ()
    mailto: str = ""
    eml: str = ""
    printed: str = ""
    acts: tuple[Act, ...] = ()
    stopped: str = ""
    hour: str = ""
    tongue: str = ""
    leaving: Leaving | None = None


SENT_SHOWN = 50


def letters(visit: Visit) -> Letters:
    """The letters on the desk, and those that left it."""
    rows = record.Letter.objects.of(visit.account).select_related(
        "case__company", "person", "approval", "sending", "discard"
    )
    rows = rows.prefetch_related("person__addresses", "dispatches")
    lying = [_row(row, visit) for row in rows.open().order_by("-id")]
    gone = rows.exclude(sending__isnull=True, discard__isnull=True).order_by("-id")[:SENT_SHOWN]
    left = [_row(row, visit) for row in gone]
    n = len(lying)
    said = ngettext("%(n)d letter lies on the desk.", "%(n)d letters lie on the desk.", n)
    return Letters(
        title=_("Letters"),
        lead=said % {"n": n} if n else _("Nothing lies on the desk."),
        open=tuple(lying),
        sent=tuple(left),
        empty=None
        if lying or left
        else Empty(
            _("No letter yet."),
            _(
                "They begin on Today or in a case, drafted from what was said and what you can prove."
            ),
            (Act(_("See today"), reverse("web:today"), "primary"),),
        ),
    )


def _row(row: record.Letter, visit: Visit) -> LetterRow:
    to = ", ".join(
        filter(
            None, (str(row.person) if row.person else "", str(row.case.company) if row.case else "")
        )
    )
    url = reverse("web:letter", args=[row.pk])
    note = leaving.note_of(row, visit) or letter_state(row, visit)
    return LetterRow(url, words.says(words.LETTER, row.kind), to, note)


def build(letter: record.Letter, visit: Visit) -> LetterPage:
    """The letter with its facts, its holes and the notes in the margin."""
    laid = correspondence.page(letter, now=visit.now)
    draft = laid.draft
    used = {fact for sentence in draft.sentences for fact in sentence.facts}
    stop = letter.person is not None and is_stopped(letter.person, visit.now)
    open_ = letter.state in ("draft", "approved")
    email = bool(letter.person and letter.person.email) and not stop
    leaves = leaving.build(letter, visit) if not stop else Leaving()
    stories = {f"story:{row.pk}": row for row in record.Story.objects.of(letter.account)}
    return LetterPage(
        id=str(letter.pk),
        title=words.says(words.LETTER, letter.kind),
        lead=_lead(letter, laid, visit),
        crumbs=crumbs(letter),
        facts=tuple(_fact(one, stories) for one in draft.facts if one.id in used and _shown(one)),
        more_facts=tuple(
            _fact(one, stories)
            for one in draft.facts
            if one.id not in used and one.id.startswith(("remark:", "story:"))
        ),
        address=_address(letter) if not email and not stop else None,
        notes=tuple(_notes(draft, laid.findings, letter.text, open_)),
        greeting=draft.greeting,
        paragraphs=sheet.paragraphs(
            draft, laid.findings, letter.text, letter=letter if open_ else None
        ),
        closing=sheet.closing(draft.closing),
        subject=letter.subject,
        text=letter.text,
        foot=_foot(letter),
        fill=reverse("web:letter-fill", args=[letter.pk]) if open_ and draft.holes else "",
        open=_open(letter) if open_ else "",
        unsigned=_unsigned(letter) if open_ else None,
        pause=said_pause(laid, visit),
        mindset=tuple(map(_, laid.mindset.says)) if laid.mindset and open_ else (),
        mailto=_mailto(letter) if email and not leaves.urgent else "",
        eml=reverse("web:letter-eml", args=[letter.pk]) if email and not leaves.urgent else "",
        printed=reverse("web:letter-printed", args=[letter.pk]),
        acts=_acts(letter, visit) if open_ and not leaves.urgent else (),
        hour=said_hour(letter, visit) if open_ and not stop else "",
        leaving=leaves,
        tongue=tongue.says(letter),
        stopped=_(
            "%(who)s asked to be left alone, or you said so. The letter stays here; it is not offered "
            "for sending."
        )
        % {"who": letter.person}
        if stop
        else "",
    )


def on_paper(letter: record.Letter, visit: Visit) -> LetterPage:
    """The letter as it goes to the post: the words alone, without the marks of the margin."""
    draft = correspondence.page(letter, now=visit.now).draft
    return LetterPage(
        id=str(letter.pk),
        title=words.says(words.LETTER, letter.kind),
        lead="",
        greeting=draft.greeting,
        paragraphs=sheet.paragraphs(draft),
        closing=sheet.closing(draft.closing),
        subject=letter.subject,
        text=letter.text,
    )


def said_hour(letter: record.Letter, visit: Visit) -> str:
    """When it is likely to be read there, by both clocks; never more than a suggestion."""
    found = sending.hour(letter, visit.now, visit.profile.zone)
    if found is None:
        return ""
    says = _("It is a good hour there now.")
    if not found.now_is_good:
        when = visit.clock.moment(found.at)
        says = _("Likely to be read %(when)s.") % {"when": when}
        if found.there is not None:
            says = _("Likely to be read %(when)s, when it is %(there)s there.") % {
                "when": when,
                "there": f"{found.there:%H:%M}",
            }
    if found.quiet:
        says += " " + _("Mind %(period)s: little is read then.") % {"period": _(found.quiet)}
    return says


def _address(letter: record.Letter) -> Act | None:
    """Where an address can be added, when the letter has none to go to."""
    if letter.person is not None:
        return Act(_("Add their address"), reverse("web:person-edit", args=[letter.person_id]))
    if letter.case is not None:
        return Act(_("Say who it is for"), reverse("web:seat-add", args=[letter.case_id]))
    return None


def _shown(one: Fact) -> bool:
    """Names are on the page already; only what carries a sentence is worth a card."""
    return not one.id.startswith(("me:", "person:"))


def _fact(one: Fact, stories: Mapping[str, record.Story]) -> FactCard:
    how = words.says(words.BASIS, one.basis)
    # What was said carries its source; a thing of one's own needs no such mark.
    remark = one.id.startswith("remark:")
    source = f"{one.source} · {how}" if remark else one.source
    if (kept := stories.get(one.id)) is not None:  # its figures and skills are for the trace
        told = " ".join(filter(None, (kept.challenge, kept.action, kept.result)))
        text = ": ".join(filter(None, (kept.title, told)))
        return FactCard(one.id, Said(text, Basis(one.basis)), one.source)
    text = f"“{one.text}”" if remark and one.basis == Basis.SAID else one.text
    return FactCard(one.id, Said(text, Basis(one.basis)), source)


def _notes(draft: Draft, findings: tuple[Finding, ...], text: str, open_: bool) -> list[Note]:
    # On an open letter a place is a field where it stands, and needs no second word in the margin.
    holes = [] if open_ else [Note(hole, _("Still open:")) for hole in draft.holes]
    found: list[Note] = []
    for number, one in enumerate(sheet.noted_on(findings), start=1):
        said = text[one.start : one.end]
        words_ = " ".join(said.split())
        says = one.message
        if words_ and len(words_) < 60 and words_ not in says:
            says = f"“{words_}”: {says}"
        mend = None
        if one.mend is not None and open_:
            button = _("Put “%(mend)s”") % {"mend": one.mend} if one.mend else _("Take it out")
            if one.mend and len(one.mend) < 3:  # a capital moved up: what goes is what was said
                button = _("Take it out")
            mend = Mend(one.start, one.end, said, one.mend, button)
        found.append(Note(says, soft=one.severity != "stop", number=number, mend=mend))
    return holes + found


def _lead(letter: record.Letter, laid: correspondence.Page, visit: Visit) -> str:
    count = (
        _("%(n)d of %(most)d words") % {"n": laid.words, "most": laid.most}
        if laid.most
        else ngettext("%(n)d word", "%(n)d words", laid.words) % {"n": laid.words}
    )
    since = letter.edited_at or letter.entered_at
    rested = _("last touched %(when)s") % {"when": visit.clock.moment(since)}
    return " · ".join(filter(None, (count, rested, letter_state(letter, visit))))


def crumbs(letter: record.Letter) -> tuple[Crumb, ...]:
    """The way back to whom it is for and what it is about."""
    found = [Crumb(_("Letters"), reverse("web:letters"))]
    if letter.person is not None:
        url = reverse("web:person", args=[letter.person_id])
        found.append(Crumb(str(letter.person), url))
    if letter.case is not None:
        found.append(Crumb(str(letter.case), reverse("web:case", args=[letter.case_id])))
    return tuple(found)


def _foot(letter: record.Letter) -> str:
    """Who sends; where a place is open that is said above, once."""
    if carrying.holes(letter):
        return ""
    return _("You send it, nobody else. Nothing leaves by itself.")


def _open(letter: record.Letter) -> str:
    """What keeps the letter on the desk until the user says otherwise: a place that is still open."""
    n = len(carrying.holes(letter))
    if not n:
        return ""
    return ngettext(
        "One place is still open: fill it where it stands, or take its sentence out.",
        "%(n)d places are still open: fill them where they stand, or take their sentences out.",
        n,
    ) % {"n": n}


def _unsigned(letter: record.Letter) -> Act | None:
    """Where the missing name is said."""
    if NO_NAME not in letter.text:
        return None
    return Act(_("Say your name"), reverse("web:settings"), "small")


def said_pause(laid: correspondence.Page, visit: Visit) -> str:
    """When it is sent best, beside the door that is open all the while."""
    if laid.rest is not None and laid.rest.until is not None:
        return _("%(why)s Best sent %(when)s; you may see that otherwise.") % {
            "why": _(laid.rest.why),
            "when": visit.clock.best_from(laid.rest.until),
        }
    if laid.pause is None:
        return ""
    when = {"when": visit.clock.best_from(laid.pause.until)}
    if not laid.pause.fresh:
        return _("The best time to send it is %(when)s. You may see that otherwise.") % when
    if laid.mindset:  # which has said above that the news is fresh
        return _("You can write now; it is best sent %(when)s. You may see it otherwise.") % when
    return (
        _(
            "The news is fresh. You can write now; it is best sent %(when)s. You may see it otherwise."
        )
        % when
    )


def _mailto(letter: record.Letter) -> str:
    try:
        return correspondence.as_mailto(letter)
    except UserError:
        return ""


def _acts(letter: record.Letter, visit: Visit) -> tuple[Act, ...]:
    acts = [Act(_("I have sent it"), reverse("web:letter-sent", args=[letter.pk]), post=True)]
    if letter.case is not None:
        url = reverse("web:letter-again", args=[letter.pk])
        acts.append(Act(_("Draft it anew"), url, "quiet", True))
        acts += [
            Act(str(IN_LANGUAGE[one]), url, "quiet", True, (("language", one),))
            for one in correspondence.languages(letter)
        ]
    acts.append(Act(_("Put it away"), reverse("web:letter-away", args=[letter.pk]), "quiet", True))
    if rewording.chosen(letter.account, now=visit.now) is not None:  # off until it is set up
        url = reverse("web:letter-reword", args=[letter.pk])
        acts.append(Act(_("Other words"), url, "quiet"))
    return tuple(acts)
