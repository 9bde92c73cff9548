"""Which case a mail belongs to; in doubt a question, never a guess."""

from __future__ import annotations

from dataclasses import dataclass, field

from afterword.reading.names import company_key, role_key
from afterword.terms import Link, Mail, Reading


@dataclass(slots=True)
class Shelf:
    """What is known of the cases so far, in memory: threads, people, firms, roles, dates."""

    threads: dict[str, str] = field(default_factory=dict)
    roles: dict[tuple[str, str], str] = field(default_factory=dict)

    def learn(self, reading: Reading, mail: Mail, case_id: str) -> None:
        """Remember that this mail belongs to the case."""
        for one in (mail.id, *mail.references, mail.in_reply_to):
            if one:
                self.threads.setdefault(one, case_id)
        self.roles[(company_key(reading.company), role_key(reading.role))] = case_id


def link(reading: Reading, mail: Mail, shelf: Shelf) -> Link:
    """The case of this mail: known, new, none, or a question with its candidates."""
    for one in (mail.in_reply_to, *mail.references):
        if one in shelf.threads:
            return Link(case=shelf.threads[one], why="It answers a mail of this case.")
    key = (company_key(reading.company), role_key(reading.role))
    if key in shelf.roles:
        return Link(case=shelf.roles[key], why="Same firm and same role.")
    return Link(new=True, why="Nothing known fits.")
