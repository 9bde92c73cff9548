"""Signing in at a provider, under way: a thread waits for the browser, or for a code to be typed."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import connections
from django.utils.translation import gettext as _

from afterword.desk.mail import accounts
from afterword.errors import AfterwordError, SourceError
from afterword.faces import clock
from afterword.wire import oauth

LOG = logging.getLogger("afterword.web")
PATIENCE = 600.0


@dataclass(slots=True)
class Signing:
    """Where to go (`page`), what to type there (`code`); once over, `failed` says why not."""

    id: str
    account: UUID
    provider: oauth.Provider
    client: oauth.Client
    given: accounts.Account
    page: str = ""
    code: str = ""
    failed: str = ""
    over: bool = False
    stopped: threading.Event = field(default_factory=threading.Event)
    ready: threading.Event = field(default_factory=threading.Event)


_known: dict[str, Signing] = {}


def begin(
    account: UUID, client: oauth.Client, given: accounts.Account, *, by_code: bool
) -> Signing:
    """Start it; one that was under way for this account is given up."""
    for one in _known.values():
        if one.account == account:
            one.stopped.set()
    signing = Signing(uuid4().hex, account, oauth.PROVIDERS[given.way], client, given)
    _known[signing.id] = signing
    threading.Thread(target=_run, args=(signing, by_code), daemon=True).start()
    signing.ready.wait(10)
    return signing


def of(account: UUID, key: str) -> Signing | None:
    found = _known.get(key)
    return found if found is not None and found.account == account else None


def _run(signing: Signing, by_code: bool) -> None:
    try:
        grant = _by_code(signing) if by_code else _by_browser(signing)
        accounts.connect(
            signing.account, signing.given, clock=clock.now, grant=grant, client=signing.client
        )
    except AfterwordError as problem:
        signing.failed = str(problem)
    except Exception:
        LOG.exception("a sign-in broke off")
        signing.failed = _("Signing in broke off. Nothing was changed.")
    finally:
        signing.over = True
        signing.ready.set()
        connections.close_all()


def _by_browser(signing: Signing) -> oauth.Grant:
    with oauth.Returning(signing.provider, signing.client) as returning:
        signing.page = returning.page
        signing.ready.set()
        waited = 0.0
        while waited < PATIENCE and not signing.stopped.is_set():
            if returning.wait(1.0):
                return returning.grant(clock.now())
            waited += 1.0
    raise SourceError(_("Nobody came back from the page. Nothing was changed."), permanent=False)


def _by_code(signing: Signing) -> oauth.Grant:
    code = oauth.ask_device(signing.provider, signing.client, clock.now())
    signing.page, signing.code = code.at, code.code
    signing.ready.set()
    return oauth.device_grant(
        signing.provider, signing.client, code, clock.now, signing.stopped.wait
    )
