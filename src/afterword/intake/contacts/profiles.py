"""The address of a page on a professional network, in the one form by which it is compared."""

from __future__ import annotations

import re
from urllib.parse import unquote

_PROFILE = re.compile(
    r"(?:^|//|\.)(linkedin\.com|xing\.com)/(in|pub|profile|x)/([^/?#\s]+)", re.IGNORECASE
)


def profile_of(address: str) -> str:
    """ "linkedin.com/in/dana-reyes" for any spelling of that page; "" when it is no such page."""
    found = _PROFILE.search(address.strip())
    if not found:
        return ""
    host, kind, slug = found.groups()
    return f"{host}/{kind}/{unquote(slug)}".lower()[:300]
