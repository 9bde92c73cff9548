"""Which doubts are one and the same: the user's word over what the program makes of them.

Those that bear one mark belong together; a mark that no other bears keeps a doubt apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from afterword.casebook.event import Act, Who, act
from afterword.casebook.identifiers import uuid7
from afterword.casebook.remark import Remark


def same_as(
    *, remark: Remark, others: Iterable[Remark], at: datetime, by: str = Who.USER
) -> UUID | None:
    """Say that this doubt is the same as those; the answer is the mark they now share."""
    others = [row for row in others if row.pk != remark.pk]
    if not others:
        return remark.kin
    says = f"“{remark.quote[:60]}” is the same doubt as “{others[0].quote[:60]}”"
    with act(
        remark.account, "joined_doubts", at=at, by=by, case=remark.case_id, says=says
    ) as doing:
        marks = {row.kin for row in others}
        before, known = remark.kin, marks.pop() if len(marks) == 1 else None
        mark = known or uuid7()
        for row in (remark, *others):
            doing.change(row, kin=mark)
        if before != mark:
            _release(remark.account, before, doing)
    return mark


def part(*, remark: Remark, at: datetime, by: str = Who.USER) -> None:
    """Say that this doubt is like no other: it stands alone until the user joins it to one."""
    rows = Remark.objects.of(remark.account)
    if remark.kin and rows.filter(kin=remark.kin).count() == 1:
        return
    says = f"“{remark.quote[:60]}” is a doubt of its own"
    with act(remark.account, "parted_doubt", at=at, by=by, case=remark.case_id, says=says) as doing:
        before = remark.kin
        doing.change(remark, kin=uuid7())
        _release(remark.account, before, doing)


def _release(account: UUID, mark: UUID | None, doing: Act) -> None:
    """Whoever is left alone with a shared mark is free again: they never asked to stand apart."""
    left = list(Remark.objects.of(account).filter(kin=mark)[:2]) if mark else []
    if len(left) == 1:
        doing.change(left[0], kin=None)
