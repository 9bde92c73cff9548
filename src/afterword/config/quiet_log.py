"""What the log may say of an address: where in the program it leads, never a key or a case in it."""

from __future__ import annotations

import logging
import re

from afterword.faces import faults

#: The first part of an address says which page it is; every other may be a key or a name.
_ADDRESS = re.compile(r"(?<![\w/.:])/([\w-]*)(?:/[^\s'\"<>)]*|\?[^\s'\"<>)]*)|\?[^\s'\"<>)]{3,}")
#: Who writes of requests.
_OF_REQUESTS = (
    "django.request",
    "django.security",
    "django.server",
    "django.csrf",
    "granian",
    "_granian",
)


class NoAddresses(logging.Filter):
    """Shortens the addresses in what is told of requests: a one-time link in a log still opens.

    A database that is away is told in a sentence: where in the program it was missed helps nobody.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        away = record.exc_info and faults.away(record.exc_info[1])
        if away:
            record.msg, record.args = f"{record.getMessage()}: {away}", ()
            record.exc_info, record.exc_text = None, None
        if record.name.startswith("django.security"):
            # Another's odd request, and no fault of ours to be looked for.
            record.exc_info = None
        if record.name.startswith(_OF_REQUESTS) or hasattr(record, "request"):
            record.msg, record.args = shortened(record.getMessage()), ()
        return True


def shortened(line: str) -> str:
    """The line with every address cut behind its first part."""
    return _ADDRESS.sub(lambda met: f"/{met[1]}/…" if met[1] else "/…" if met[0][0] == "/" else "?…", line)  # fmt: skip
