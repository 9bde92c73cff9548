"""Other words: the words that would leave, and what came back with what was struck of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.letters import correspondence
from afterword.desk.letters.rewording import LANGUAGES, Chosen, Line, Offer, Reworded, Wish
from afterword.faces.web.pages.parts import Crumb


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    says: str
    on: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """`system` and `words` are all that would leave, to the letter."""

    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    wishes: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    sentences: tuple[Choice, ...]
    system: str
    words: str
    mark: str
    wish: str
    into: str
    only: tuple[int, ...]
    button: str
    cost: str
    barred: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an answer: plain, or struck with its reason."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    old: str
    pieces: tuple[Piece, ...]
    new: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    rows: tuple[Row, ...]
    into: str
    some: bool


def lead(found: Chosen | None) -> str:
    """The settings page in a sentence or two."""
    off = _(
        "Off until you fill this in, and nothing needs it. A language model may put your own "
        "sentences in other words; it may add nothing, and you see what would leave each time."
    )
    if found is None or found.is_local:
        return off
    used = _("This month: %(n)d of %(most)d tokens.") % {"n": found.spent, "most": found.most}
    return f"{off} {used}"


def offered(letter: record.Letter, made: Offer, only: Collection[int]) -> Offered:
    asked, model = made.asked, made.model
    draft = correspondence.draft_of(letter)
    cost = _("It stays on this computer.")
    if not model.is_local:
        cost = _("At most %(n)d tokens; %(spent)d of %(most)d are spent this month.") % {
            "n": made.at_most,
            "spent": model.spent,
            "most": model.most,
        }
    chosen = set(asked.numbers)
    return Offered(
        id=str(letter.pk),
        title=_("Other words"),
        lead=_("Below is every word that would leave. Nothing has left yet."),
        crumbs=_crumbs(letter),
        wishes=tuple(Choice(w, says, w == asked.wish) for w, says in _wishes()),
        languages=tuple(Choice(k, _(v), k == asked.language) for k, v in LANGUAGES.items()),
        sentences=tuple(
            Choice(str(i), one.text, i in chosen)
            for i, one in enumerate(draft.sentences)
            if not one.hole
        ),
        system=asked.system,
        words=asked.words,
        mark=asked.mark,
        wish=str(asked.wish),
        into=asked.language if asked.wish == Wish.TRANSLATE else "",
        only=tuple(only),
        button=_("Send these words to %(host)s") % {"host": model.host},
        cost=cost,
        barred=""
        if made.is_within
        else _("This could pass the limit you set for this month. Choose fewer sentences."),
    )


def judged(letter: record.Letter, found: Reworded, into: str) -> Judged:
    rows = tuple(_row(one) for one in found.lines)
    some = any(row.new for row in rows)
    says = found.why or (
        _("What was not in your sentence is struck out. Tick what you like; read it first.")
        if some
        else _("Nothing here can be taken over: each sentence adds something, or is as it was.")
    )
    return Judged(str(letter.pk), _("Other words"), says, _crumbs(letter), rows, into, some)


def _row(line: Line) -> Row:
    pieces, at = [], 0
    for one in line.struck:
        if one.start < at:
            continue
        pieces += [
            Piece(line.new[at : one.start]),
            Piece(line.new[one.start : one.end], _why(one.why)),
        ]
        at = one.end
    pieces.append(Piece(line.new[at:]))
    shown = tuple(one for one in pieces if one.text)
    return Row(
        line.number,
        line.old,
        shown,
        line.new if line.is_clean else "",
        _(line.note) if line.note else "",
    )


def _why(rule: str) -> str:
    return {
        "new_number": _("a number that was not there"),
        "new_name": _("a name that was not there"),
        "new_date": _("a day that was not there"),
        "new_address": _("an address or a sign that was not there"),
    }.get(rule, _("a claim that was not there"))


def _wishes() -> tuple[tuple[str, str], ...]:
    return (
        (Wish.REPHRASE, _("more plainly")),
        (Wish.SHORTEN, _("shorter")),
        (Wish.VARY, _("in different words")),
        (Wish.TRANSLATE, _("in another language")),
    )


def _crumbs(letter: record.Letter) -> tuple[Crumb, ...]:
    return (
        Crumb(_("Letters"), reverse("web:letters")),
        Crumb(_("The letter"), reverse("web:letter", args=[letter.pk])),
    )
