"""A batch of mails placed together: what comes later explains what came before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from afterword.reading.linking import link
from afterword.reading.shelf import Shelf
from afterword.terms import Link, Mail, MailKind, Reading

#: So often are mails that found no home looked at again; each look can only teach the next.
_LOOKS = 3


def link_all(
    mails: Sequence[tuple[Reading, Mail]], shelf: Shelf, new_id: Callable[[], str]
) -> list[Link]:
    """The link of each mail, oldest first; a new case has its id in `case` beside `new`.

    A mail nobody could place is asked again when the batch is through: by then its thread,
    its writer or its firm may have a case. The shelf has learned every case when this returns.
    """
    found: list[Link] = []
    loose: dict[str, list[int]] = {}
    for at, (reading, mail) in enumerate(mails):
        found.append(_take(reading, mail, shelf, new_id))
        if found[at].case:
            # What lay loose in this conversation comes along now: its people help to place the next.
            for other in sorted({o for one in _thread(mail) for o in loose.pop(one, ())}):
                if not found[other].case:
                    found[other] = _take(*mails[other], shelf, None)
        else:
            for one in _thread(mail):
                loose.setdefault(one, []).append(at)
    return link_again(mails, shelf, found)


def link_again(
    mails: Sequence[tuple[Reading, Mail]], shelf: Shelf, found: Sequence[Link] = ()
) -> list[Link]:
    """The same mails once more, joined where a case now fits; none begins one."""
    links = list(found) if found else [Link() for _ in mails]
    for _ in range(_LOOKS):
        changed = False
        for at, (reading, mail) in enumerate(mails):
            if links[at].case:
                continue
            again = _take(reading, mail, shelf, None)
            changed = changed or bool(again.case)
            if again.case or again.ask or not links[at].ask:
                links[at] = again
        if not changed:
            break
    return links


def _take(reading: Reading, mail: Mail, shelf: Shelf, new_id: Callable[[], str] | None) -> Link:
    answer = link(reading, mail, shelf)
    if answer.new:
        answer = replace(answer, case=new_id()) if new_id else Link(why=answer.why)
    if answer.case and not answer.ask:
        shelf.learn(reading, mail, answer.case)
    elif answer.ask or reading.kind is MailKind.JOB_ALERT:
        shelf.loose.add(mail.id)
    return answer


def _thread(mail: Mail) -> set[str]:
    return {one for one in (mail.id, mail.in_reply_to, *mail.references) if one}
