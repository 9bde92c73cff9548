"""Likely to be found again, as it stands in the decision panel of a case that has ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.cases import finding_again
from afterword.faces.web import doubt_words, words
from afterword.terms import State

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Found:
    """What speaks for it and against; `says` is of their records, and no mark of the person."""

    says: str
    pro: tuple[str, ...] = ()
    con: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()


def found(case: record.Case, visit: Visit) -> Found | None:
    """High, medium or low with its reasons; None while the case runs or a letter lies closed."""
    standing = getattr(case, "standing", None)
    if standing is None or standing.sealed or standing.state != State.CLOSED:
        return None
    grade = finding_again.of_case(case, visit.now)
    if grade is None:
        return None
    said = _("As their own records are searched, the likelihood is %(grade)s; that is of the record, not of you.")  # fmt: skip
    likely = words.says(doubt_words.LIKELY, grade.likely)
    return Found(said % {"grade": likely}, grade.pro, grade.con, grade.raises)
