"""What makes an advert the same advert: the place it hangs, the firm's name there, its own mark."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

#: Boards whose addresses carry the firm's name there and the advert's mark. (board, pattern with
#: `tenant` and `id`); the names are those of `intake/boards`, so that a watched board's advert and
#: the page the user kept of it are one.
_BOARDS = tuple(
    (board, re.compile(pattern, re.I))
    for board, pattern in (
        ("greenhouse", r"^(?:job-)?boards(?:\.eu)?\.greenhouse\.io/(?P<tenant>[^/?]+)/jobs/(?P<id>\d+)"),
        ("lever", r"^jobs(?:\.eu)?\.lever\.co/(?P<tenant>[^/?]+)/(?P<id>[0-9a-f-]{36})"),
        ("ashby", r"^jobs\.ashbyhq\.com/(?P<tenant>[^/?]+)/(?P<id>[0-9a-f-]{36})"),
        ("workable", r"^apply\.workable\.com/(?P<tenant>[^/?]+)/j/(?P<id>[0-9A-F]+)"),
        ("smartrecruiters", r"^(?:jobs|careers)\.smartrecruiters\.com/(?P<tenant>[^/?]+)/(?P<id>\d+)"),
        ("recruitee", r"^(?P<tenant>[\w-]+)\.recruitee\.com/o/(?P<id>[^/?]+)"),
        ("personio", r"^(?P<tenant>[\w-]+)\.jobs\.personio\.(?:de|com)/job/(?P<id>\d+)"),
        ("teamtailor", r"^(?P<tenant>[\w-]+)\.teamtailor\.com/jobs/(?P<id>\d+)"),
        ("bamboohr", r"^(?P<tenant>[\w-]+)\.bamboohr\.com/(?:careers|jobs/view\.php\?id=)/?(?P<id>\d+)"),
        ("linkedin", r"^(?:[\w-]+\.)?linkedin\.com/jobs/view/(?:[^/?]*-)?(?P<id>\d{6,})"),
        ("linkedin", r"^(?:[\w-]+\.)?linkedin\.com/jobs/.*[?&]currentJobId=(?P<id>\d{6,})"),
        ("indeed", r"^(?:[\w-]+\.)?indeed\.[\w.]+/.*[?&]jk=(?P<id>[0-9a-f]{8,})"),
        ("seek", r"^(?:[\w-]+\.)?seek\.(?:com|com\.au|co\.nz)/job/(?P<id>\d+)"),
    )
)  # fmt: skip
#: What an address carries for those who count visits; it says nothing about the advert.
_COUNTING = re.compile(
    r"(?i)^(?:utm_.*|gclid|fbclid|msclkid|ref|referrer|source|src|from|trk|trackingid|refid|"
    r"gh_src|lever-.*|tk|vjs|sessionid|sid|mc_[ce]id|locale|lang)$"
)


def identity(url: str, *, title: str = "", company: str = "") -> tuple[str, str, str]:
    """(board, tenant, id). Without an address it is told by what it says: the firm and the title."""
    parts = _parts(url)
    if parts is None:
        words = " ".join(f"{company}|{title}".casefold().split())
        return "pasted", company[:200], hashlib.sha256(words.encode()).hexdigest()[:16]
    host, path, query = parts
    whole = host + path + (f"?{query}" if query else "")
    for board, pattern in _BOARDS:
        if found := pattern.search(whole):
            named = found.groupdict()
            return board, named.get("tenant") or "", named["id"]
    kept = [pair for pair in parse_qsl(query) if not _COUNTING.match(pair[0])]
    mark = path.rstrip("/") + (f"?{urlencode(sorted(kept))}" if kept else "")
    if len(mark) > 200:
        mark = hashlib.sha256(mark.encode()).hexdigest()[:16]
    return "page", host, mark or "/"


def _parts(url: str) -> tuple[str, str, str] | None:
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return host[:200], parts.path, parts.query
