"""One tree of what can go wrong, drawn here so that nobody has to guess.

AfterwordError
├── UserError        yours to mend: says what happened, what was kept, what to do
│   ├── NotAMailbox  the path holds no mail we can read
│   └── Refused      the program will not do this, and says why (gates, loopback)
└── SourceError      the outside failed; `.permanent` says whether a retry can help
    └── SourceEmptied  a mailbox that was full is suddenly empty: ask before going on

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


class SourceEmptied(SourceError):
    """A mailbox held `before` mails and now holds `now`: a fault somewhere, or a wish; who knows."""

    def __init__(self, before: int, now: int) -> None:
        held = f"only {now:,}" if now else "none"
        super().__init__(
            f"This mailbox held {before:,} mails, and now {held}. Reading it was stopped, in case "
            "something is wrong there. Nothing here was changed.",
            permanent=True,
        )
        self.before, self.now = before, now
