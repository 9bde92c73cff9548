"""Mail accounts kept in step: connecting one, reaching it, how it stands, letting it go."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from afterword.casebook.connection import Connection, Halt
from afterword.casebook.source import Source
from afterword.errors import UserError
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.wire import oauth
from afterword.wire.oauth import Client, Grant, Provider
from afterword.wire.vault import Ring, SealedFile, VaultLocked, vault

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Account:
    """What connects to an account; `password` for an app password, `grant` for a sign-in."""

    host: str
    user: str
    since: date
    port: int = 993
    way: str = "password"
    client: str = ""


def home() -> Path:
    return Path(settings.HOME)


def the_vault() -> Ring | SealedFile:
    """Where passwords lie on this machine."""
    return vault(home())


def connect(
    account: UUID,
    given: Account,
    *,
    clock: Clock,
    password: str = "",
    grant: Grant | None = None,
    client: Client | None = None,
) -> tuple[Connection, tuple[str, ...]]:
    """Keep this account in step; the answer names the folders that will be read.

    The server is asked first, so that a wrong word is said at once and nothing is
    kept of it. Raises SourceError, and VaultLocked when there is no place for the
    password yet.
    """
    box = the_vault()
    if isinstance(box, SealedFile) and not box.is_open:
        raise VaultLocked
    held = _packed(grant, client) if grant is not None else password
    token = (lambda: grant.access) if grant is not None else None
    mailbox = _mailbox(given, password=password, token=token)
    folders = mailbox.check()
    connection = Connection.open(
        account=account,
        at=clock(),
        host=given.host,
        port=given.port,
        user=given.user,
        way=given.way,
        client=given.client,
        since=given.since,
    )
    box.put(connection.secret, held)
    lift_halt(connection.source, clock())
    return connection, folders


def reached(
    connection: Connection,
    *,
    clock: Clock,
    thorough: bool = False,
    emptied_is_right: bool = False,
) -> ImapMailbox:
    """The mailbox of a connection, its password or token from the vault; it opens nothing yet."""
    box = the_vault()
    held = box.get(connection.secret)
    if not held:
        raise UserError(
            f"The password of {connection.user} is not there any more. Connect the account again."
        )
    given = Account(
        connection.host, connection.user, connection.since, connection.port, connection.way
    )
    by_password = connection.way == "password"
    token = None
    if not by_password:
        token = _renewing(connection.secret, oauth.PROVIDERS[connection.way], box, clock)
    return _mailbox(
        given,
        password=held if by_password else "",
        token=token,
        thorough=thorough,
        emptied_is_right=emptied_is_right,
    )


def disconnect(connection: Connection, *, at: datetime) -> None:
    """Read it no more and forget its password; the mail that was read stays."""
    the_vault().drop(connection.secret)
    connection.close(at=at)


def forget_secrets(account: UUID) -> None:
    """Every password of this account, out of the vault: before its records go."""
    for connection in Connection.objects.of(account).select_related("source"):
        the_vault().drop(connection.secret)


def lift_halt(source: Source, at: datetime) -> None:
    for halt in Halt.objects.filter(source=source):
        halt.lift(at=at)


def connections(account: UUID) -> list[Connection]:
    """The accounts kept in step, each with its source, its folders and its halt."""
    rows = Connection.objects.of(account).select_related("source__halt").order_by("user", "host")
    return list(rows.prefetch_related("source__folders"))


def standing(connection: Connection) -> dict[str, Any]:
    """How an account stands, in the shape of `sources --json`."""
    source = connection.source
    halt = getattr(source, "halt", None)
    folders = list(source.folders.all())
    read = [one for one in folders if not one.left_out]
    whole = [one for one in read if one.whole_at is not None and one.whole_at == one.looked_at]
    return {
        "id": str(source.pk),
        "name": source.name,
        "kind": source.kind,
        "user": connection.user,
        "host": connection.host,
        "way": connection.way,
        "since": connection.since.isoformat(),
        "last_read": _moment(source.last_read_at),
        "last_whole": _moment(source.last_whole_at),
        "whole": bool(read) and len(whole) == len(read) and source.last_whole_at is not None,
        "halt": {"kind": halt.kind, "says": halt.says, "at": _moment(halt.at)} if halt else None,
        "holds": sum(one.holds for one in read),
        "read": sum(one.read for one in read),
        "missing": sum(len(one.owed) for one in read),
        "folders": [
            {
                "name": one.name,
                "holds": one.holds,
                "total": one.total,
                "read": one.read,
                "not_read": [{"where": where, "why": why} for where, why in one.owed],
                "trouble": one.trouble,
                "left_out": one.left_out,
                "last_looked": _moment(one.looked_at),
                "last_whole": _moment(one.whole_at),
            }
            for one in folders
        ],
    }


def _mailbox(
    given: Account,
    *,
    password: str = "",
    token: Callable[[], str] | None = None,
    thorough: bool = False,
    emptied_is_right: bool = False,
) -> ImapMailbox:
    # On loopback (a bridge on this machine) mail is often served without TLS, on other ports.
    from afterword.wire.imap import is_loopback

    tls = given.port in (993, 0) or not is_loopback(given.host)
    return ImapMailbox(
        given.host,
        given.user,
        password,
        port=given.port,
        since=given.since,
        tls=tls,
        token=token,
        thorough=thorough,
        emptied_is_right=emptied_is_right,
    )


def _packed(grant: Grant, client: Client | None) -> str:
    known = client or Client("")
    return json.dumps(
        {
            "id": known.id,
            "secret": known.secret,
            "access": grant.access,
            "refresh": grant.refresh,
            "until": grant.until.isoformat(),
        }
    )


def _renewing(
    name: str, provider: Provider, box: Ring | SealedFile, clock: Clock
) -> Callable[[], str]:
    """Gives the access token, fetched anew when it has run out, and keeps the new one."""

    def token() -> str:
        held = json.loads(box.get(name))
        client = Client(held["id"], held["secret"])
        grant = Grant(held["access"], held["refresh"], datetime.fromisoformat(held["until"]))
        new = oauth.renewed(provider, client, grant, clock())
        if new is not grant:
            box.put(name, _packed(new, client))
        return new.access

    return token


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None
