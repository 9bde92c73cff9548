"""The pages run nothing a mail brings and load nothing from elsewhere."""

from __future__ import annotations

import hashlib
import re
import uuid
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import (
    Blob,
    Case,
    Letter,
    Message,
    Person,
    Remark,
    Seat,
    Story,
)
from afterword.desk import morning

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \"quoted\" 'single'"


def test_the_words_of_a_hostile_mail_are_words(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = Case.open(account=account, company=f"Evil {HOSTILE}", role=HOSTILE, at=NOW)
    who = Person.add(account=account, name=HOSTILE, email="e@x.example", note=HOSTILE, at=NOW)
    Seat.give(case=case, person=who, at=NOW, quote=HOSTILE)
    mail = web.message(
        account,
        case,
        "status_update",
        subject=HOSTILE,
        body=HOSTILE * 3,
        sender_name=HOSTILE,
        evidence=[{"start": 5, "end": 40, "text": f"“{HOSTILE}”", "rule": HOSTILE}],
    )
    Remark.note(case=case, kind="doubt", quote=f"“{HOSTILE}”", by_name=HOSTILE, at=NOW)
    Story.tell(account=account, title=HOSTILE, result=f"“{HOSTILE}”", at=NOW)
    Letter.draw(case=case, person=who, kind="thank_you", text=HOSTILE, subject=HOSTILE, at=NOW)
    morning.plan(account, NOW)
    letter = Letter.objects.get()
    for path in (
        "/",
        "/cases/",
        "/people/",
        "/stories/",
        "/find/?q=" + "%3Cscript%3Ealert(1)",
        reverse("web:case", args=[case.pk]),
        reverse("web:mail", args=[mail.pk]),
        reverse("web:person", args=[who.pk]),
        reverse("web:letter", args=[letter.pk]),
        reverse("web:letter-printed", args=[letter.pk]),
    ):
        shown = client.get(path).content.decode()
        assert "<script>alert" not in shown, path
        assert web.Tags(shown).running() == [], path
        assert "img" not in {tag for tag, _ in web.Tags(shown).all}, path


def test_pages_hold_no_inline_script_or_style_and_name_no_other_host(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = web.full(account)
    for path in ["/", *web.pages_of(case)]:
        answer = client.get(path)
        if "text/html" not in answer["Content-Type"]:
            continue
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy, path
        shown = answer.content.decode()
        tags = web.Tags(shown)
        assert tags.running() == [], path
        assert tags.elsewhere() == [], path
        # Read over the shoulder: neither a firm nor a no stands in the window's title.
        title = re.search(r"<title>(.*?)</title>", shown).group(1)  # type: ignore[union-attr]
        assert HOSTILE not in title and "script" not in title and title.endswith("Afterword")


def test_the_raw_mail_is_a_file_to_keep_and_no_page(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = Case.open(account=account, company="Acme", at=NOW)
    mail = web.message(account, case, "acknowledgement")
    raw = b"Content-Type: text/html\n\n<script>alert(1)</script>"
    blob = Blob(
        account=account,
        entered_at=NOW,
        sha256=hashlib.sha256(raw).hexdigest(),
        data=zlib.compress(raw),
        size=len(raw),
    )
    blob.save()
    Message.objects.filter(pk=mail.pk).update(sha256=blob.sha256)
    answer = client.get(reverse("web:mail-raw", args=[mail.pk]))
    assert answer.content == raw
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_is_vendored_is_what_the_list_says(
    web: Any,
) -> None:
    from afterword.faces import web

    vendor = Path(web.__file__).parent / "static" / "web" / "vendor"
    listed = re.findall(
        r"^\| (\S+\.\w+) \|.*\| ([0-9a-f]{64}) \|$", (vendor / "VENDORED.md").read_text(), re.M
    )
    found = {name: hashlib.sha256((vendor / name).read_bytes()).hexdigest() for name, _ in listed}
    assert found == dict(listed)
    files = {p.relative_to(vendor).as_posix() for p in vendor.rglob("*") if p.is_file()}
    assert files - set(found) - {"VENDORED.md"} == {
        f"{Path(name).parent}/LICENSE" for name in found
    }
