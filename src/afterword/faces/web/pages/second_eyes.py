"""A letter once more before it goes: its night, what changed, which story answers what, a friend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.cases import doubting
from afterword.desk.letters import second_eyes
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act, Crumb

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Something they said, and the story that answers it; `ask` is where three lines go."""

    quote: str
    kind: str
    by: str
    story: str = ""
    why: str = ""
    others: tuple[str, ...] = ()
    choose: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class CommentRow:
    sentence: str
    text: str
    by: str
    note: str = ""
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class EyesPage:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    rest: str
    rest_why: str
    waive: str = ""
    act: Act | None = None
    changes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    since: str = ""
    answers: tuple[AnswerRow, ...] = ()
    stated: tuple[tuple[str, str], ...] = ()
    comments: tuple[CommentRow, ...] = ()
    sheet: str = ""
    bring: str = ""
    command: str = ""


def build(letter: record.Letter, visit: Visit) -> EyesPage:
    eyes = second_eyes.look(letter, now=visit.now)
    rest, why, act = _rest(eyes, visit)
    return EyesPage(
        title=_("Once more, before it goes"),
        lead=words.says(words.LETTER, letter.kind)
        + (f" · {letter.person}" if letter.person else ""),
        crumbs=(
            Crumb(_("Letters"), reverse("web:letters")),
            Crumb(words.says(words.LETTER, letter.kind), reverse("web:letter", args=[letter.pk])),
        ),
        rest=rest,
        rest_why=why,
        waive=reverse("web:letter-waive", args=[letter.pk])
        if eyes.waiver is None and not eyes.rest.over
        else "",
        act=act,
        changes=tuple(_change(one) for one in eyes.changes if one.how != second_eyes.How.KEPT),
        since=visit.clock.moment(eyes.since),
        answers=tuple(_answer(row, letter) for row in eyes.answered),
        stated=_stated(letter, eyes, visit),
        comments=tuple(_comment(one) for one in eyes.comments),
        sheet=reverse("web:letter-sheet", args=[letter.pk]),
        bring=reverse("web:letter-comments", args=[letter.pk]),
        command=f"afterword friend {letter.pk} --on-network",
    )


def _rest(eyes: second_eyes.Eyes, visit: Visit) -> tuple[str, str, Act | None]:
    if eyes.waiver is not None:
        url = reverse("web:letter-waive", args=[eyes.letter.pk])
        back = Act(_("Let it rest after all"), url, "quiet", True, (("back", "yes"),))
        return _("It goes without its night."), eyes.waiver.why, back
    why = _(eyes.rest.why)
    if eyes.rest.until is None:
        return _("It needs no night."), why, None
    if eyes.rest.over:
        return _("It has had its night."), _("Read it once more; most letters get shorter."), None
    until = visit.clock.until(eyes.rest.until)
    return _("Let it rest until %(when)s.") % {"when": until}, why, None


def _change(one: second_eyes.Change) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What happened to a sentence in a word, and its runs as (how, words)."""
    if one.how == second_eyes.How.CHANGED:
        return _("changed"), tuple((str(piece.how), piece.text) for piece in one.pieces)
    if one.how == second_eyes.How.NEW:
        return _("new"), ((str(second_eyes.How.NEW), one.after),)
    return _("gone"), ((str(second_eyes.How.GONE), one.before),)


def _answer(row: second_eyes.Answered, letter: record.Letter) -> AnswerRow:
    choose = reverse("web:remark-story", args=[row.remark.id])
    ask = reverse("web:letter-tell", args=[letter.pk, row.remark.id])
    return AnswerRow(
        quote=row.remark.quote,
        kind=words.says(words.REMARK, row.remark.kind),
        by=row.by,
        story=row.story.title if row.story else "",
        why=_(row.why) if row.why else "",
        others=tuple(one.title for one, _why in row.others),
        choose=choose,
        ask="" if row.story else ask,
    )


def _stated(
    letter: record.Letter, eyes: second_eyes.Eyes, visit: Visit
) -> tuple[tuple[str, str], ...]:
    """The doubts of this case that the ledger knows besides: (their words, by whom)."""
    if letter.case is None:
        return ()
    shown = {" ".join(row.remark.quote.split()) for row in eyes.answered}
    doubts = doubting.of_case(letter.case, visit.now).values()
    remarks = [one.heard.remark for one in doubts]
    return tuple((one.quote, one.by) for one in remarks if " ".join(one.quote.split()) not in shown)


def _comment(one: second_eyes.Beside) -> CommentRow:
    done = one.comment.done_at is not None
    url = reverse("web:comment-done", args=[one.comment.pk])
    note = _("you have seen to it") if done else ""
    if one.moved:
        note = _("that sentence has gone since")
    return CommentRow(
        one.sentence,
        one.comment.text,
        one.comment.by_name or _("A friend"),
        note,
        None if done else Act(_("Seen to"), url, "quiet", True, about=one.comment.text[:60]),
    )
