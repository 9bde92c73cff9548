"""Signing in at Gmail or Outlook from a terminal, with a client of the user's own."""

from __future__ import annotations

import time
import webbrowser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from afterword.wire.oauth import Client, Grant, Provider

PATIENCE = 300.0


def sign_in(way: str, client_id: str, *, by_code: bool) -> tuple[Provider, Client, Grant]:
    """What the user granted; asks for the client's secret, opens the page or shows the code."""
    from getpass import getpass

    from afterword.errors import SourceError, UserError
    from afterword.faces import clock
    from afterword.wire import oauth

    if not client_id:
        raise UserError(
            "--client takes the id of your own client. docs/mail-accounts.md shows how to make one."
        )
    provider = oauth.PROVIDERS[way]
    client = oauth.Client(client_id, getpass("The client's secret, empty if none (not shown): "))
    if by_code:
        code = oauth.ask_device(provider, client, clock.now())
        print(f"Open {code.at} on any device and type {code.code}")
        grant = oauth.device_grant(provider, client, code, clock.now, time.sleep)
        return provider, client, grant
    with oauth.Returning(provider, client) as returning:
        print(f"Sign in on this page; it comes back by itself:\n  {returning.page}")
        webbrowser.open(returning.page)
        if not returning.wait(PATIENCE):
            raise SourceError(
                "Nobody came back from the page in five minutes. Nothing was changed.",
                permanent=False,
            )
        return provider, client, returning.grant(clock.now())
