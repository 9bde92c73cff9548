"""A web server in this process that plays the job boards: each kind's answers, and every bad day.

It renders a `terms.Posting` as each board would, from what its public answers look like; it pages,
gives marks and answers 304, refuses, breaks off in the middle, and counts what it is asked.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from afterword.terms.watching import Posting
from afterword.wire.http import Answer
from afterword.wire.open_web import Limits, Web


class Book:
    """A ledger for tests."""

    def __init__(self) -> None:
        self.left: list[str] = []

    def leaving(self, host: str) -> None:
        self.left.append(host)

    def came(self, host: str, status: int) -> None: ...


class BoardServer:
    """`pinned` is what hangs on the boards, `weather` the answers given instead, each once."""

    def __init__(self) -> None:
        self.pinned: tuple[Posting, ...] = ()
        self.page_size = 0
        self.marks = True
        self.weather: list[tuple[int, dict[str, str]] | str] = []
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                outer._answer(self)

            do_POST = do_GET

            def log_message(self, *_: object) -> None: ...

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.door = ("127.0.0.1", self.http.server_port)
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("content-length") or 0)
        posted = json.loads(handler.rfile.read(length)) if length else {}
        host, _, rest = handler.path.lstrip("/").partition("/")
        heads = {name.lower(): value for name, value in handler.headers.items()}
        self.asked.append((host, "/" + rest, heads))
        if rest == "robots.txt":
            return self._send(handler, 404, b"")
        body = self._body(host, "/" + rest, posted)
        if self.weather:
            now = self.weather.pop(0)
            if isinstance(now, tuple):
                return self._send(handler, now[0], b"", now[1])
            if now == "half":
                body = body[: len(body) // 2]
            elif now == "lie":
                return self._break_off(handler, body)
            elif now == "html":
                body = b"<html><body>We will be back soon.</body></html>"
            elif now == "deep":
                body = b"[" * 100_000
            elif now != "fine":
                raise AssertionError(now)
        mark = '"' + sha256(body).hexdigest()[:16] + '"'
        if self.marks and heads.get("if-none-match") == mark:
            return self._send(handler, 304, b"", {"ETag": mark})
        return self._send(handler, 200, body, {"ETag": mark} if self.marks else {})

    def _break_off(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        handler.send_response(200)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])
        handler.wfile.flush()
        handler.close_connection = True

    def _send(
        self,
        handler: BaseHTTPRequestHandler,
        status: int,
        body: bytes,
        head: Mapping[str, str] = {},
    ) -> None:
        handler.send_response(status)
        for name, value in head.items():
            handler.send_header(name, value)
        if status != 304:
            handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def _body(self, host: str, path: str, posted: dict[str, Any]) -> bytes:
        for end, (listed, one) in BOARDS.items():
            if host.endswith(end):
                found = [p for p in self.pinned if (one and path.split("?")[0].rstrip("/").endswith(
                    _last(p)
                )) or (one and path.split("/")[-2:-1] == [p.id])]  # fmt: skip
                if one and found:
                    return json.dumps(one(found[0])).encode()
                return self._list(listed, path, posted)
        raise AssertionError(host)

    def _list(self, listed: Any, path: str, posted: dict[str, Any]) -> bytes:
        query = parse_qs(urlsplit(path).query)
        offset = int(posted.get("offset", query.get("offset", ["0"])[0]))
        size = self.page_size or int(posted.get("limit", query.get("limit", ["100000"])[0]))
        shown = listed(self.pinned[offset : offset + size], len(self.pinned), offset, size)
        return shown if isinstance(shown, bytes) else json.dumps(shown).encode()


def _last(posting: Posting) -> str:
    return posting.id


class Rewritten:
    """The real `Web`, its addresses led to the server: https://host/path to http://server/host/path."""

    def __init__(self, server: BoardServer, **limits: float) -> None:
        self.book = Book()
        limits = {"step": 5, "whole": 10, **limits}
        self.web = Web(self.book, limits=Limits(**limits), allowed={server.door})  # type: ignore[arg-type]
        self.base = f"http://127.0.0.1:{server.door[1]}/"

    def fetch(self, url: str, **more: Any) -> Answer:
        return self.web.fetch(self.base + url.removeprefix("https://"), **more)


# --- each board's own shape: of a list, and of one advert asked for apart -----------------------

Shown = Callable[[tuple[Posting, ...], int, int, int], Any]


def _day(posting: Posting) -> str:
    return posting.posted.isoformat() if posting.posted else ""


def greenhouse(rows: tuple[Posting, ...], total: int, *_: int) -> Any:
    return {
        "jobs": [
            {
                "id": int(p.id),
                "title": p.title,
                "location": {"name": p.places[0]},
                "departments": [{"name": p.department}],
                "first_published": f"{_day(p)}T09:00:00-04:00",
                "content": escape(f"<p>{p.text}</p>"),
            }
            for p in rows
        ],
        "meta": {"total": total},
    }


def lever(rows: tuple[Posting, ...], *_: int) -> Any:
    return [
        {
            "id": p.id,
            "text": p.title,
            "categories": {"location": p.places[0], "department": p.department},
            "createdAt": _epoch(p),
            "description": f"<p>{p.text}</p>",
            "lists": [],
        }
        for p in rows
    ]


def _epoch(posting: Posting) -> int:
    from datetime import UTC, datetime, time

    assert posting.posted is not None
    return int(datetime.combine(posting.posted, time(12), UTC).timestamp() * 1000)


def ashby(rows: tuple[Posting, ...], *_: int) -> Any:
    return {
        "jobs": [
            {
                "id": p.id,
                "title": p.title,
                "location": p.places[0],
                "department": p.department,
                "publishedAt": f"{_day(p)}T09:00:00.000+00:00",
                "isListed": True,
                "descriptionHtml": f"<p>{p.text}</p>",
            }
            for p in rows
        ],
        "apiVersion": "1",
    }


def workable(rows: tuple[Posting, ...], *_: int) -> Any:
    return {
        "name": "Acme",
        "jobs": [
            {
                "shortcode": p.id,
                "title": p.title,
                "city": p.places[0],
                "department": p.department,
                "published_on": _day(p),
                "description": f"<p>{p.text}</p>",
            }
            for p in rows
        ],
    }


def smartrecruiters(rows: tuple[Posting, ...], total: int, offset: int, size: int) -> Any:
    return {
        "offset": offset,
        "limit": size,
        "totalFound": total,
        "content": [
            {
                "id": p.id,
                "name": p.title,
                "location": {"fullLocation": p.places[0]},
                "department": {"label": p.department},
                "releasedDate": f"{_day(p)}T09:00:00.000Z",
            }
            for p in rows
        ],
    }


def smartrecruiters_one(p: Posting) -> Any:
    return {
        "id": p.id,
        "name": p.title,
        "jobAd": {"sections": {"jobDescription": {"text": p.text}}},
    }


def recruitee(rows: tuple[Posting, ...], *_: int) -> Any:
    return {
        "offers": [
            {
                "id": int(p.id),
                "title": p.title,
                "location": p.places[0],
                "department": p.department,
                "published_at": f"{_day(p)} 09:00:00 UTC",
                "description": f"<p>{p.text}</p>",
            }
            for p in rows
        ]
    }


def personio(rows: tuple[Posting, ...], *_: int) -> bytes:
    told = "".join(
        f"<position><id>{p.id}</id><name>{escape(p.title)}</name><office>{escape(p.places[0])}"
        f"</office><department>{escape(p.department)}</department><createdAt>{_day(p)}T09:00:00+00:00"
        f"</createdAt><jobDescriptions><jobDescription><name></name><value>{escape(p.text)}</value>"
        "</jobDescription></jobDescriptions></position>"
        for p in rows
    )
    return f"<?xml version='1.0' encoding='UTF-8'?><workzag-jobs>{told}</workzag-jobs>".encode()


def teamtailor(rows: tuple[Posting, ...], *_: int) -> Any:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Acme",
        "items": [
            {
                "id": p.id,
                "title": p.title,
                "date_published": f"{_day(p)}T09:00:00+01:00",
                "content_html": f"<p>{p.text}</p>",
                "_jobposting": {"jobLocation": [{"address": {"addressLocality": p.places[0]}}]},
            }
            for p in rows
        ],
    }


def workday(rows: tuple[Posting, ...], total: int, offset: int, _size: int) -> Any:
    return {
        "total": 0 if offset else total,
        "jobPostings": [
            {"title": p.title, "externalPath": f"/job/There/{p.id}", "locationsText": p.places[0]}
            for p in rows
        ],
    }


def workday_one(p: Posting) -> Any:
    return {
        "jobPostingInfo": {
            "title": p.title,
            "location": p.places[0],
            "startDate": _day(p),
            "jobDescription": f"<p>{p.text}</p>",
        }
    }


def bamboohr(rows: tuple[Posting, ...], total: int, *_: int) -> Any:
    return {
        "meta": {"totalCount": total},
        "result": [
            {
                "id": p.id,
                "jobOpeningName": p.title,
                "departmentLabel": p.department,
                "location": {"city": p.places[0]},
            }
            for p in rows
        ],
    }


def bamboohr_one(p: Posting) -> Any:
    return {"result": {"jobOpening": {"description": f"<p>{p.text}</p>", "datePosted": _day(p)}}}


def pinpoint(rows: tuple[Posting, ...], *_: int) -> Any:
    return {
        "data": [
            {
                "id": p.id,
                "title": p.title,
                "location": {"name": p.places[0]},
                "department": {"name": p.department},
                "description": f"<p>{p.text}</p>",
            }
            for p in rows
        ]
    }


def rippling(rows: tuple[Posting, ...], *_: int) -> Any:
    return [
        {
            "uuid": p.id,
            "name": p.title,
            "department": {"label": p.department},
            "workLocation": {"label": p.places[0]},
        }
        for p in rows
    ]


#: By the end of the host: the list, and one advert where it is asked for apart.
BOARDS: dict[str, tuple[Shown, Callable[[Posting], Any] | None]] = {
    "boards-api.greenhouse.io": (greenhouse, None),
    "api.lever.co": (lever, None),
    "api.ashbyhq.com": (ashby, None),
    "apply.workable.com": (workable, None),
    "api.smartrecruiters.com": (smartrecruiters, smartrecruiters_one),
    ".recruitee.com": (recruitee, None),
    ".jobs.personio.de": (personio, None),
    ".teamtailor.com": (teamtailor, None),
    ".myworkdayjobs.com": (workday, workday_one),
    ".bamboohr.com": (bamboohr, bamboohr_one),
    ".pinpointhq.com": (pinpoint, None),
    "api.rippling.com": (rippling, None),
}
