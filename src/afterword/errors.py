"""One tree of what can go wrong, drawn here so that nobody has to guess.

AfterwordError
├── UserError        yours to mend: says what happened, what was kept, what to do
│   ├── NotAMailbox  the path holds no mail we can read
│   └── Refused      the program will not do this, and says why (gates, loopback)
└── SourceError      the outside failed; `.permanent` says whether a retry can help

A broken mail is not an error: it is a value that carries its reason.
"""

from __future__ import annotations


class AfterwordError(Exception):
    """Anything this program raises on purpose; the text is fit for the user's eyes."""


class UserError(AfterwordError):
    """Something the user can mend."""


class NotAMailbox(UserError):
    """The path holds no mail we can read."""


class Refused(UserError):
    """The program declines, and says why."""


class SourceError(AfterwordError):
    """A mailbox, server or page could not be read."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent
