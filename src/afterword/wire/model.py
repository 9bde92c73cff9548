"""One question to a language model the user chose: the only place that opens this socket.

OpenAI's chat form (Ollama and llama.cpp speak it too) or Anthropic's messages. No redirect is
followed, so the words go to the host that was named and nowhere else; without encryption only to
this very machine. A deadline holds for the whole answer, and a size.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

import httpcore2
import httpx2

from afterword.errors import Refused, SourceError
from afterword.wire.dialling import Checked
from afterword.wire.imap import is_loopback

#: Seconds for the whole answer, and the most bytes of it.
DEADLINE, MOST = 90.0, 512 * 1024


class Speech(StrEnum):
    """How the endpoint is spoken to."""

    OPENAI = "openai"
    ANTHROPIC = "anthropic"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is. `url` is the base, as https://api.example/v1 or http://127.0.0.1:11434/v1."""

    speech: Speech
    url: str
    model: str
    key: str = field(default="", repr=False)
    deadline: float = DEADLINE

    @property
    def host(self) -> str:
        """The host as the user should read it, with a port that is not the usual one."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def is_local(self) -> bool:
        """Whether the words stay on this machine."""
        return is_loopback(urlsplit(self.url).hostname or "")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model said, and how many tokens it counted for both sides; 0 where it does not say."""

    text: str
    tokens: int = 0


def check(endpoint: Endpoint) -> None:
    """Raises Refused, with the reason, for an address no word may go to."""
    parts = urlsplit(endpoint.url)
    try:
        named = parts.hostname and (parts.port or True)
    except ValueError:
        named = False
    if parts.scheme not in ("http", "https") or not named or parts.username:
        raise Refused("An address that begins with https:// is needed here, without a name in it.")
    if parts.scheme == "http" and not endpoint.is_local:
        raise Refused(
            f"Without encryption anybody on the way to {parts.hostname} could read your words. "
            "Use an address that begins with https://, or a model on this machine."
        )


def say(endpoint: Endpoint, system: str, words: str, *, most_tokens: int) -> Reply:
    """The model's answer. Raises SourceError with a sentence for the user; no word of the letter, of
    the answer or of the key ever stands in one."""
    check(endpoint)
    where, headers, body = _request(endpoint, system, words, most_tokens)
    return _reply(endpoint, _post(endpoint, where, headers, body))


def _request(
    endpoint: Endpoint, system: str, words: str, most_tokens: int
) -> tuple[str, Mapping[str, str], dict[str, Any]]:
    base = endpoint.url.rstrip("/")
    body: dict[str, Any] = {"model": endpoint.model, "max_tokens": most_tokens}
    user = {"role": "user", "content": words}
    if endpoint.speech is Speech.ANTHROPIC:
        headers = {"anthropic-version": "2023-06-01"}
        if endpoint.key:
            headers["x-api-key"] = endpoint.key
        path = "/messages" if base.endswith("/v1") else "/v1/messages"
        return base + path, headers, {**body, "system": system, "messages": [user]}
    headers = {"authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    path = "/chat/completions" if base.endswith(("/v1", "/openai")) else "/v1/chat/completions"
    told = [{"role": "system", "content": system}, user]
    return base + path, headers, {**body, "messages": told, "stream": False}


def _post(
    endpoint: Endpoint, where: str, headers: Mapping[str, str], body: dict[str, Any]
) -> bytes:
    parts = urlsplit(endpoint.url)
    own = (parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
    transport = httpx2.HTTPTransport(trust_env=False)
    # A name outside must not lead to a door inside; only a local model may be dialled there.
    transport._pool._network_backend = Checked({own} if endpoint.is_local else ())
    until = time.monotonic() + endpoint.deadline
    data = bytearray()
    try:
        with (
            httpx2.Client(
                transport=transport,
                timeout=endpoint.deadline,
                follow_redirects=False,
                trust_env=False,
            ) as client,
            client.stream("POST", where, json=body, headers=dict(headers)) as reply,
        ):
            _fit(endpoint, reply.status_code)
            for part in reply.iter_bytes():
                data += part
                if len(data) > MOST:
                    raise _problem(endpoint, "sent far more than was asked for", permanent=True)
                if time.monotonic() > until:
                    raise _problem(endpoint, "did not answer in time", permanent=False)
    except (httpx2.ConnectError, httpcore2.ConnectError):
        raise _problem(endpoint, "cannot be reached", permanent=False) from None
    except httpx2.TimeoutException:
        raise _problem(endpoint, "did not answer in time", permanent=False) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError):
        raise _problem(endpoint, "broke off", permanent=False) from None
    return bytes(data)


def _fit(endpoint: Endpoint, status: int) -> None:
    if status in (401, 403):
        raise _problem(endpoint, "does not take the key", permanent=True)
    if status == 404:
        raise _problem(endpoint, "knows no such model or address", permanent=True)
    if status == 429:
        raise _problem(
            endpoint, "has had enough for now; its own limit is reached", permanent=False
        )
    if status != 200:
        raise _problem(endpoint, f"refused the question ({status})", permanent=status < 500)


def _reply(endpoint: Endpoint, data: bytes) -> Reply:
    try:
        found = json.loads(data)
        used = found.get("usage") or {}
        if endpoint.speech is Speech.ANTHROPIC:
            parts = [one["text"] for one in found["content"] if one.get("type") == "text"]
            text, tokens = "".join(parts), _sum(used, "input_tokens", "output_tokens")
        else:
            text = found["choices"][0]["message"]["content"] or ""
            tokens = _sum(used, "prompt_tokens", "completion_tokens")
        if not isinstance(text, str):
            raise TypeError
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise _problem(endpoint, "answered in a form nobody can read", permanent=True) from None
    return Reply(text, tokens)


def _sum(used: Mapping[str, Any], *names: str) -> int:
    return sum(n for name in names if isinstance(n := used.get(name), int) and 0 <= n < 10**9)


def _problem(endpoint: Endpoint, what: str, *, permanent: bool) -> SourceError:
    return SourceError(
        f"The model at {endpoint.host} {what}. Your letter is as it was; everything else works "
        "without a model.",
        permanent=permanent,
    )
