"""Who reaches whom: the map of firms, and whom to ask first on the way to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.desk.people import network
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Tag
from afterword.terms import LetterKind

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class PathCard:
    """One person to ask: what ties you, where they lead, why they, and how."""

    name: str
    url: str
    firm_of: str
    tag: Tag | None
    relation: str
    on_record: str
    why: tuple[str, ...]
    ask: str
    to: str = ""
    to_url: str = ""
    wait: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class FirmRow:
    name: str
    url: str
    who: str
    who_url: str
    tag: Tag
    more: str = ""


@dataclass(frozen=True, slots=True)
class VouchRow:
    name: str
    url: str
    why: str
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class ReachPage:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    q: str = ""
    asked: bool = False
    first: PathCard | None = None
    paths: tuple[PathCard, ...] = ()
    resting: tuple[PathCard, ...] = ()
    connectors: tuple[PathCard, ...] = ()
    vouch: tuple[VouchRow, ...] = ()
    brings: str = ""
    notes: tuple[str, ...] = ()
    others: tuple[Act, ...] = ()
    firms: tuple[FirmRow, ...] = ()
    private: tuple[FirmRow, ...] = ()
    more: int = 0
    empty: Empty | None = None


#: How many firms the map shows at once; the field above finds the others.
SHOWN = 100


def build(visit: Visit) -> ReachPage:
    """Without a firm the map; with one, the paths there."""
    q = visit.request.GET.get("firm", "").strip()[:300]
    return _to(q, visit) if q else _map(visit)


def address(firm: str) -> str:
    """The page of who leads to this firm."""
    return f"{reverse('web:reach')}?{urlencode({'firm': firm})}"


def _map(visit: Visit) -> ReachPage:
    found = network.overview(visit.account, visit.now)
    nobody = not found.firms and not found.private
    return ReachPage(
        title=_("Who reaches whom"),
        lead=_("Which firms somebody you know leads to, the best reached first."),
        crumbs=(Crumb(_("People"), reverse("web:people")),),
        firms=tuple(map(_firm, found.firms[:SHOWN])),
        private=tuple(map(_firm, found.private[:SHOWN])),
        more=max(0, len(found.firms) - SHOWN),
        empty=Empty(
            _("Nobody is known yet."),
            _("The map draws itself from your mail, your talks and the people you add."),
            (Act(_("Add a person"), reverse("web:person-add"), "primary"),),
        )
        if nobody
        else None,
    )


def _firm(row: Any) -> FirmRow:
    others = row.near + row.dormant + row.weak - 1
    more = ngettext("and %(n)d more", "and %(n)d more", others) % {"n": others}
    alone = Tag(words.says(words.WARMTH, "stop"), "rose")
    return FirmRow(
        name=row.name,
        url=address(row.firm),
        who=row.who_name,
        who_url=_person(row.who),
        tag=alone if row.stopped else tie(row.tie),
        more=more if others > 0 else "",
    )


def tie(value: Any) -> Tag:
    """How near somebody is, in a word; strength is never a colour alone."""
    near = value in ("strong", "moderately_weak")
    return Tag(words.says(words.TIE, value), "accent" if near else "plain")


def _to(asked: str, visit: Visit) -> ReachPage:
    answer = network.reach(visit.account, asked, visit.now)
    found = answer.reach
    cards = [_card(path, visit) for path in found.paths]
    rest = [card for card, path in zip(cards, found.paths, strict=True) if path != found.first]
    return ReachPage(
        title=_("Who leads to %(firm)s") % {"firm": found.name},
        lead=found.says,
        crumbs=(
            Crumb(_("People"), reverse("web:people")),
            Crumb(_("Who reaches whom"), reverse("web:reach")),
        ),
        q=found.name,
        asked=True,
        first=_card(found.first, visit) if found.first else None,
        paths=tuple(rest),
        resting=tuple(_card(path, visit) for path in found.resting),
        connectors=tuple(_card(path, visit) for path in answer.connectors),
        vouch=tuple(
            VouchRow(
                one.name,
                _person(one.who),
                one.why,
                Tag(_("agreed"), "accent") if one.agreed else None,
            )
            for one in found.vouch
        ),
        brings=", ".join(name for name, _n in found.brings),
        notes=found.notes,
        others=tuple(Act(name, address(key), "small") for key, name in answer.others),
    )


def _person(key: str) -> str:
    """A person's page; an address that is nobody's yet leads to giving it a name."""
    if "@" in key:
        return f"{reverse('web:person-add')}?{urlencode({'email': key})}"
    return reverse("web:person", args=[key])


def _card(path: Any, visit: Visit) -> PathCard:
    wait = path.wait
    if path.not_before and not wait:
        day = visit.clock.day(path.not_before)
        wait = _("They heard from you of late; from %(day)s a word is fair.") % {"day": day}
    return PathCard(
        name=path.name,
        url=_person(path.who),
        firm_of=path.title if path.steps == 2 else "",
        tag=tie(path.tie) if path.known else Tag(_("no word yet")),
        relation=path.relation,
        on_record=path.bond,
        why=path.why,
        ask="" if path.wait else path.ask,
        to=path.to_name,
        to_url=_person(path.to) if path.to else "",
        wait=wait,
        acts=() if wait or path.busy else tuple(_acts(path)),
    )


def _acts(path: Any) -> list[Act]:
    """What can be begun: the short call where they sit in a case, a name where there is none."""
    if path.address_only:
        return [Act(_("Give them a name"), _person(path.who), "small")]
    if not path.case or not path.email:
        return []
    kind = str(LetterKind.CALL_REQUEST)
    url = reverse("web:letter-draft", args=[path.case])
    label = words.says(words.LETTER, kind)
    fields = (("kind", kind), ("person", path.who))
    return [Act(label, url, "small", True, fields, about=path.name)]
