"""The door to a language model, held against a scripted server; `make test-llm` adds a real one."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from pathlib import Path

import pytest

from afterword.errors import Refused, SourceError
from afterword.wire.model import MOST, Endpoint, Speech, check, say


def _scripted() -> object:
    if "scripted_model" in sys.modules:
        return sys.modules["scripted_model"]
    spec = importlib.util.spec_from_file_location(
        "scripted_model", Path(__file__).with_name("scripted_model.py")
    )
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


S: object = _scripted()
ROWS = 'Reword.\n[{"n": 1, "text": "I led 14 people."}]'


def endpoint(url: str, speech: str = "openai", deadline: float = 5.0, key: str = "") -> Endpoint:
    return Endpoint(Speech(speech), url, "m", key, deadline)


@pytest.mark.parametrize("speech", list(Speech))
def test_a_question_is_answered_in_both_ways_of_speaking(speech: str) -> None:
    with S.serving(S.answers(lambda rows: [{"n": 1, "text": "Short."}])) as model:
        found = say(endpoint(model.url, speech, key="k-1"), "sys", ROWS, most_tokens=50)
        (path, headers, body) = model.heard[0]
    assert json.loads(found.text) == [{"n": 1, "text": "Short."}]
    assert found.tokens == 42
    assert path == ("/v1/messages" if speech == "anthropic" else "/v1/chat/completions")
    assert "k-1" in (headers.get("x-api-key", "") + headers.get("authorization", ""))
    assert "k-1" not in body and json.loads(body)["max_tokens"] == 50


@pytest.mark.parametrize("script", ["hangs", "drips"])
def test_one_that_does_not_come_to_an_end_is_left_in_time(script: str) -> None:
    with S.serving(getattr(S, script)) as model:
        began = time.monotonic()
        with pytest.raises(SourceError, match="in time") as told:
            say(endpoint(model.url, deadline=0.5), "sys", ROWS, most_tokens=50)
        assert time.monotonic() - began < 10
    assert not told.value.permanent


@pytest.mark.parametrize(
    ("status", "data", "says"),
    [
        (200, b"<html>hello</html>", "nobody can read"),
        (200, b"[" * 100_000, "nobody can read"),
        (200, b'{"choices": []}', "nobody can read"),
        (200, b'{"choices": [{"message": {"content": {"a": 1}}}]}', "nobody can read"),
        (200, b'{"content": 7, "usage": "x"}', "nobody can read"),
        (200, b" " * (MOST + 1), "far more"),
        (401, b"secret words of the server", "does not take the key"),
        (404, b"", "no such model"),
        (429, b"", "enough for now"),
        (500, b"", "refused the question"),
    ],
)
def test_what_is_no_answer_is_said_kindly_and_repeats_nothing(
    status: int, data: bytes, says: str
) -> None:
    with S.serving(S.raw(status, data)) as model, pytest.raises(SourceError, match=says) as told:
        say(endpoint(model.url, key="k-secret"), "sys", ROWS, most_tokens=50)
    said = str(told.value)
    assert "as it was" in said and "k-secret" not in said and "14 people" not in said
    assert "secret words" not in said


def test_a_line_cut_off_is_no_answer() -> None:
    with S.serving(S.cut) as model, pytest.raises(SourceError, match="broke off"):
        say(endpoint(model.url), "sys", ROWS, most_tokens=50)


def test_nobody_there_is_said() -> None:
    with S.serving(S.raw(200, b"")) as model:
        url = model.url
    with pytest.raises(SourceError, match="cannot be reached"):
        say(endpoint(url), "sys", ROWS, most_tokens=50)


def test_the_words_are_not_carried_on_to_another_door() -> None:
    with S.serving(S.raw(200, b"{}")) as other:
        onward = S.raw(307, b"", location=f"{other.url}/chat/completions")
        with S.serving(onward) as model, pytest.raises(SourceError, match="refused"):
            say(endpoint(model.url), "sys", ROWS, most_tokens=50)
        assert other.heard == []


@pytest.mark.parametrize(
    "url",
    ["http://api.example/v1", "ftp://127.0.0.1/", "file:///etc/passwd", "", "https://",
     "https://me:pw@api.example/v1", "http://192.168.1.7:11434/v1", "https://a.example:x/v1"],
)  # fmt: skip
def test_some_addresses_are_never_spoken_to(url: str) -> None:
    with pytest.raises(Refused):
        check(endpoint(url))


def test_a_name_outside_may_not_lead_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.9", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: inside)
    with pytest.raises(SourceError, match="cannot be reached"):
        say(endpoint("https://api.example/v1"), "sys", ROWS, most_tokens=50)


@pytest.mark.skipif(not os.environ.get("TEST_LLM_URL"), reason="a real local model: make test-llm")
@pytest.mark.parametrize("speech", list(Speech))
def test_a_real_server_speaks_the_same(speech: str) -> None:
    """Protocol only: what so small a model says is nonsense, and is judged like all the rest."""
    url = os.environ["TEST_LLM_URL"]
    found = say(endpoint(url, speech, deadline=120), "Answer briefly.", ROWS, most_tokens=30)
    assert found.text.strip() and found.tokens > 0
