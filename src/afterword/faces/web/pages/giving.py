"""Give and take on a person's page: good turns, whom to tell, and letters that ask for or give a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.people import favours
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act, Said
from afterword.terms import LetterKind

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class GoodTurn:
    """One good turn, in ink when noted and in pencil when only a part in a case implies it."""

    says: Said
    prompt: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Giving:
    turns: tuple[GoodTurn, ...] = ()
    acts: tuple[Act, ...] = ()


NO_GIVING = Giving()
#: What may be written about a name, either way.
NAMES = (LetterKind.REFERRAL_ASK, LetterKind.REFERRAL_GIVE)


def giving(person: record.Person, case: record.Case | None, visit: Visit, *, alone: bool) -> Giving:
    """What passed between you; `case` is the one a letter would belong to."""
    turns = tuple(_turn(one, visit) for one in favours.turns(visit.account, visit.now, person))
    acts = [Act(_("Note a good turn"), reverse("web:favour-add", args=[person.pk]), "small")]
    if case is not None and not alone:
        url = reverse("web:letter-draft", args=[case.pk])
        for kind in NAMES:
            fields = (("kind", str(kind)), ("person", str(person.pk)))
            acts.append(Act(words.says(words.LETTER, kind), url, "small", True, fields))
    return Giving(turns, (*acts, _vouch(person)))


def _turn(one: favours.Turn, visit: Visit) -> GoodTurn:
    favour = one.favour
    if favour.id and favour.way == "received" and favour.returned is None:
        told = reverse("web:favour-returned", args=[favour.id])
        acts: tuple[Act, ...] = (Act(_("I told them"), told, "small", True),)
    elif not favour.id:
        fields = (
            ("way", favour.way),
            ("kind", favour.kind),
            ("what", favour.what),
            ("on", favour.on.isoformat()),
            ("returned", visit.clock.today.isoformat()),
        )
        add = reverse("web:favour-add", args=[favour.person])
        acts = (Act(_("I told them"), add, "small", True, fields),)
    else:
        acts = ()
    if favour.id:
        drop = reverse("web:favour-drop", args=[favour.id])
        acts = (*acts, Act(_("Take out"), drop, "quiet", True))
    return GoodTurn(Said(one.says, favour.basis), one.prompt, acts)


def _vouch(person: record.Person) -> Act:
    """To the register, or to where they stand on it."""
    kept = record.Reference.objects.filter(person=person).first()
    if kept is not None:
        return Act(_("As a referee"), reverse("web:reference", args=[kept.pk]), "small")
    url = reverse("web:reference-consider", args=[person.pk])
    return Act(_("They could vouch for me"), url, "small", True)
