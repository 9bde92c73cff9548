"""Feeds of every kind read into the same items, and hostile ones that change nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.intake.feeds.parser import NoFeed, feed

WHEN = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Brackwater &amp; Sons</title>
<item><title>Night trains &amp; day ships</title><link>https://b.example/1</link><guid>one</guid>
<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;We open a &lt;b&gt;hub&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;In Ulm.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Brackwater &amp; Sons</title>
<entry><id>one</id><title>Night trains &amp; day ships</title><link href="https://b.example/1"/>
<updated>2026-03-02T10:00:00Z</updated><content type="html">&lt;p&gt;We open a &lt;b&gt;hub&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;In Ulm.&lt;/p&gt;</content></entry></feed>"""
JSON = b"""{"version":"https://jsonfeed.org/version/1.1","title":"Brackwater & Sons","items":[{"id":"one",
"url":"https://b.example/1","title":"Night trains & day ships","date_published":"2026-03-02T10:00:00Z",
"content_html":"<p>We open a <b>hub</b>.</p><p>In Ulm.</p>"}]}"""


@pytest.mark.parametrize("body", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_one_item_in_three_kinds_of_feed_is_one_item(body: bytes) -> None:
    found = feed(body)
    assert found.title == "Brackwater & Sons"
    [item] = found.items
    assert (item.id, item.title, item.url, item.at) == (
        "one",
        "Night trains & day ships",
        "https://b.example/1",
        WHEN,
    )
    assert item.text == "We open a hub. In Ulm."


def test_what_is_cut_short_is_read_as_far_as_it_goes() -> None:
    assert [one.title for one in feed(RSS[: RSS.index(b"</item>")]).items] == [
        "Night trains & day ships"
    ]


def test_no_script_no_style_and_no_odd_link_comes_through() -> None:
    bad = RSS.replace(b"https://b.example/1", b"javascript:alert(1)").replace(
        b"&lt;b&gt;hub",
        b"&lt;script&gt;steal()&lt;/script&gt;&lt;style&gt;x{}&lt;/style&gt;&lt;img src=x onerror=y&gt;&lt;b&gt;hub",
    )
    [item] = feed(bad).items
    assert item.url == ""
    assert item.text == "We open a hub. In Ulm."


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"https://inside.example/feed",
        b"/etc/hosts",
        b"<html><head><title>No</title></head><body>nothing</body></html>",
        b'{"hello": "world"}',
    ],
)
def test_what_is_no_feed_is_refused_and_followed_nowhere(
    body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*args: object, **more: object) -> None:
        raise AssertionError("it went out")

    monkeypatch.setattr("socket.socket.connect", nowhere)
    monkeypatch.setattr("urllib.request.urlopen", nowhere)
    with pytest.raises(NoFeed):
        feed(body)


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    doc = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]>'.encode() + RSS.replace(b"Night", b"&x;")  # fmt: skip
    with pytest.raises(NoFeed):
        feed(doc)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_a_refusal(body: bytes) -> None:
    for one in (body, b"<rss><channel>" + body, b"{" + body):
        try:
            feed(one)
        except NoFeed:
            continue
