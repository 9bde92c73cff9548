"""The questions the program could not settle by itself; a closed letter is asked about unopened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.faces.web.pages.asking import QuestionRow, Questions
from afterword.faces.web.pages.parts import Act, Empty

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

SHOWN = 50


def build(visit: Visit) -> Questions:
    open_ = record.Question.objects.of(visit.account).open()
    asked = open_.with_seal().select_related("case__company")
    rows = tuple(_row(question, visit) for question in asked.order_by("id")[:SHOWN])
    n = open_.count()
    return Questions(
        title=_("Only you know"),
        lead=ngettext(
            "%(n)d thing the mail does not tell.", "%(n)d things the mail does not tell.", n
        )
        % {"n": n}
        if n
        else "",
        rows=rows,
        empty=None
        if rows
        else Empty(
            _("Nothing is in doubt."),
            _("When a mail could belong to two processes, it is asked here and joined to none."),
        ),
    )


def _row(question: record.Question, visit: Visit) -> QuestionRow:
    mail = question.message
    text, about, url = question.text, "", ""
    if mail is not None:
        url = reverse("web:mail", args=[mail.pk])
        about = _("from %(who)s, %(when)s") % {
            "who": mail.sender_name or mail.sender_email,
            "when": visit.clock.short(mail.at),
        }
        if mail.is_sealed:
            # The same as `shown`, in the reader's language.
            text = _("A closed letter came. Which process does it belong to?")
    return QuestionRow(str(question.pk), text, about, url, _acts(question))


def _acts(question: record.Question) -> tuple[Act, ...]:
    url = reverse("web:question", args=[question.pk])

    def act(label: str, answer: str, style: str = "plain") -> Act:
        return Act(label, url, style, True, (("answer", answer),))

    if question.about == "own_address":
        return (act(_("Yes, it is mine"), "yes"), act(_("No"), "no"))
    if question.about in ("link", "appointment"):
        known = [
            act(str(one.get("label") or one.get("words") or one["id"]), str(one["id"]))
            for one in question.candidates
        ]
        if question.about == "appointment":
            return (*known, act(_("No talk about a job"), "none", "quiet"))
        return (
            *known,
            act(_("A process of its own"), "new"),
            act(_("None of my processes"), "none", "quiet"),
        )
    return (act(_("Yes"), "yes"), act(_("No"), "no"))
