"""Signing in at Google or Microsoft with a client of the user's own (RFC 6749, 7636, 8252, 8628).

We run no server and have no client of our own: the user makes one, once, and its
id stays on this machine. Two ways: a page in the browser that comes back to a
listener on loopback, or a code typed into a page on any device.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from afterword.errors import SourceError, UserError

#: A token that ends so soon is fetched anew before it is used.
SLACK = timedelta(minutes=2)
_PATIENCE = 20.0
_BACK = (
    "<!doctype html><meta charset=utf-8><title>Afterword</title><p>{said} "
    "You can close this page and go back to Afterword.</p>"
)


@dataclass(frozen=True, slots=True)
class Provider:
    """Where to sign in, for what, and on which server the mail lies."""

    key: str
    name: str
    authorize: str
    token: str
    device: str
    scope: str
    host: str
    #: What the provider takes as the way back (RFC 8252, 7.3).
    loopback: str = "127.0.0.1"


#: Google gives no mail by device codes (its list of scopes for them leaves mail out).
GOOGLE = Provider(
    "google",
    "Gmail",
    "https://accounts.google.com/o/oauth2/v2/auth",
    "https://oauth2.googleapis.com/token",
    "",
    "https://mail.google.com/",
    "imap.gmail.com",
)
MICROSOFT = Provider(
    "microsoft",
    "Outlook",
    "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    "https://login.microsoftonline.com/common/oauth2/v2.0/devicecode",
    "https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
    "outlook.office365.com",
    loopback="localhost",
)
PROVIDERS = {one.key: one for one in (GOOGLE, MICROSOFT)}


@dataclass(frozen=True, slots=True)
class Client:
    """The user's own client at a provider; Google gives desktop clients a secret that is none."""

    id: str
    secret: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Grant:
    """What was granted: an access token until a moment, and what fetches the next one."""

    access: str
    refresh: str
    until: datetime

    def __repr__(self) -> str:
        return f"Grant(until={self.until})"

    def fresh(self, now: datetime) -> bool:
        return bool(self.access) and now + SLACK < self.until


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What the user types where: `code` on the page `at`, until `until`."""

    code: str
    at: str
    secret: str
    every: float
    until: datetime


class Returning:
    """A sign-in by the browser: the page to open, and a listener on loopback it comes back to."""

    def __init__(self, provider: Provider, client: Client) -> None:
        self.provider, self.client = provider, client
        self._verifier = secrets.token_urlsafe(48)
        self._state = secrets.token_urlsafe(24)
        self._said: dict[str, str] = {}
        self._came = threading.Event()
        self._server = HTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def back(self) -> str:
        return f"http://{self.provider.loopback}:{self._server.server_port}"

    @property
    def page(self) -> str:
        """The address to open in the browser."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self._verifier.encode()).digest())
        asked = {
            "client_id": self.client.id,
            "response_type": "code",
            "redirect_uri": self.back,
            "scope": self.provider.scope,
            "state": self._state,
            "code_challenge": challenge.rstrip(b"=").decode(),
            "code_challenge_method": "S256",
            # Google hands out what refreshes only when asked so.
            "access_type": "offline",
            "prompt": "consent",
        }
        return f"{self.provider.authorize}?{urlencode(asked)}"

    def wait(self, seconds: float) -> bool:
        """Whether the browser came back within that time."""
        return self._came.wait(seconds)

    def grant(self, now: datetime) -> Grant:
        """What the user granted; raises SourceError when they declined, or something else came back."""
        said = self._said
        if said.get("error"):
            raise SourceError(
                f"{self.provider.name} granted nothing ({_word(said['error'])}).", permanent=True
            )
        asked = {
            "grant_type": "authorization_code",
            "code": said.get("code", ""),
            "redirect_uri": self.back,
            "code_verifier": self._verifier,
        }
        return _granted(self.provider, self.client, asked, now)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        returning = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
                # Anything else on this machine may knock here; only our own state is let in.
                ours = secrets.compare_digest(asked.get("state", ""), returning._state)
                said = "Thank you." if ours else "That was not the page we waited for."
                body = _BACK.format(said=said).encode()
                self.send_response(200 if ours else 400)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                if ours and not returning._came.is_set():
                    returning._said = asked
                    returning._came.set()

            def log_message(self, format: str, *args: Any) -> None:
                """Silent: the address holds the code."""

        return Handler


def ask_device(provider: Provider, client: Client, now: datetime) -> DeviceCode:
    """Begin a sign-in by a code that is typed on any device (RFC 8628)."""
    if not provider.device:
        raise UserError(
            f"{provider.name} gives no mail by a code. Sign in with the browser on this machine."
        )
    said = _asked(provider, provider.device, {"client_id": client.id, "scope": provider.scope})
    if "device_code" not in said:
        raise _refused(provider, said)
    at = said.get("verification_uri") or said.get("verification_url") or ""
    return DeviceCode(
        str(said.get("user_code", "")),
        str(at),
        str(said["device_code"]),
        float(said.get("interval") or 5),
        now + timedelta(seconds=float(said.get("expires_in") or 900)),
    )


def device_grant(
    provider: Provider,
    client: Client,
    code: DeviceCode,
    clock: Callable[[], datetime],
    pause: Callable[[float], object],
) -> Grant:
    """Wait until the code was typed; `pause` passes the time between two askings."""
    every = code.every
    while clock() < code.until:
        said = _asked(
            provider,
            provider.token,
            {
                "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
                "device_code": code.secret,
                **_known(client),
            },
        )
        if "access_token" in said:
            return _grant(said, clock())
        if said.get("error") == "slow_down":
            every += 5
        elif said.get("error") != "authorization_pending":
            raise _refused(provider, said)
        pause(every)
    raise SourceError("The code ran out before it was used. Ask for another one.", permanent=True)


def renewed(provider: Provider, client: Client, grant: Grant, now: datetime) -> Grant:
    """A grant with a fresh access token; the same one while it is still good."""
    if grant.fresh(now):
        return grant
    asked = {"grant_type": "refresh_token", "refresh_token": grant.refresh}
    new = _granted(provider, client, asked, now)
    # Most providers keep the refresh token and do not send it again.
    return replace(new, refresh=new.refresh or grant.refresh)


def _granted(provider: Provider, client: Client, asked: dict[str, str], now: datetime) -> Grant:
    said = _asked(provider, provider.token, {**asked, **_known(client)})
    if "access_token" not in said:
        raise _refused(provider, said)
    return _grant(said, now)


def _grant(said: dict[str, Any], now: datetime) -> Grant:
    until = now + timedelta(seconds=float(said.get("expires_in") or 3600))
    return Grant(str(said["access_token"]), str(said.get("refresh_token", "")), until)


def _known(client: Client) -> dict[str, str]:
    return {"client_id": client.id} | ({"client_secret": client.secret} if client.secret else {})


def _asked(provider: Provider, address: str, form: dict[str, str]) -> dict[str, Any]:
    import httpx2

    try:
        # No proxies or credentials of the environment; a redirect would carry the secret away.
        with httpx2.Client(trust_env=False, follow_redirects=False, timeout=_PATIENCE) as web:
            said = web.post(address, data=form, headers={"Accept": "application/json"}).json()
    except (httpx2.HTTPError, OSError):
        raise SourceError(
            f"{provider.name} could not be reached to sign in. Try again later.", permanent=False
        ) from None
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise SourceError(
            f"{provider.name} answered something that is no answer. Try again later.",
            permanent=False,
        )
    return said


def _refused(provider: Provider, said: dict[str, Any]) -> SourceError:
    error = _word(str(said.get("error", "")))
    if error in ("temporarily_unavailable", "server_error"):
        return SourceError(f"{provider.name} is not able to sign in just now.", permanent=False)
    if error == "invalid_grant":
        return SourceError(
            f"What you granted at {provider.name} has run out or was withdrawn. Sign in again.",
            permanent=True,
        )
    if error in ("invalid_client", "unauthorized_client"):
        return SourceError(
            f"{provider.name} does not know this client. Check its id and its secret.",
            permanent=True,
        )
    return SourceError(f"{provider.name} granted nothing ({error}).", permanent=True)


def _word(error: str) -> str:
    """An error's name as the standard spells them; whatever else came is not shown."""
    plain = error.replace("_", "").isalnum() and len(error) < 40
    return error if plain else "no reason given"
