"""The user's own mail account: how letters leave, what lies in Drafts, what is found in Sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from afterword import terms
from afterword.casebook.connection import Connection
from afterword.casebook.dispatch import LaidDraft, last_dispatch
from afterword.casebook.letter import Letter
from afterword.casebook.own_mail import OwnMail
from afterword.casebook.profile import Profile
from afterword.desk.letters import carrying
from afterword.desk.mail import locker
from afterword.errors import AfterwordError, UserError
from afterword.intake.mailbox.foldernames import is_drafts, is_sent
from afterword.wire import smtp
from afterword.wire.shelf import Shelf
from afterword.writing import delivery
from afterword.writing.delivery import providers

#: The name under which the locker keeps the password.
PASSWORD = "mail"
NONE_YET = "Say first which mail account your letters leave by: Settings, Sending."


# ── the account ─────────────────────────────────────────────────────────────


def of(account: UUID) -> OwnMail | None:
    """The account the user sends with, if one is set up."""
    return OwnMail.objects.of(account).first()


def can_send(account: UUID) -> bool:
    """Whether a letter could be handed in."""
    found = of(account)
    return found is not None and bool(found.smtp_host)


def can_lay(account: UUID) -> bool:
    """Whether the user's own folders can be reached."""
    found = of(account)
    return found is not None and bool(found.imap_host)


def set_up(account: UUID, *, now: datetime, password: str = "", **fields: Any) -> OwnMail:
    """Keep the account; the password goes to the locker, an empty one leaves the old one there."""
    if password:
        locker.keep(account, PASSWORD, password)
    return OwnMail.set_up(account=account, at=now, **fields)


def first_guess(account: UUID) -> dict[str, Any]:
    """What a form can begin with: the user's own address, and the mailbox that is read already."""
    read = Connection.objects.of(account).filter(way="password").order_by("id").first()
    guess: dict[str, Any] = {"address": carrying.own_address(account), "copies": True}
    if read is not None:
        guess |= {"imap_host": read.host, "imap_port": read.port, "user": read.user}
    return guess


def filled(given: Mapping[str, Any]) -> dict[str, Any]:
    """What a form left empty, filled from the address: by the provider's table, else by custom."""
    found = dict(given)
    address = str(found.get("address") or "").strip().lower()
    domain = address.rpartition("@")[2]
    known = providers.provider_of(address)
    found["address"], found["user"] = address, found.get("user") or address
    if not found.get("smtp_host"):
        found["smtp_host"] = known.smtp if known else f"smtp.{domain}"
        if known:
            found |= {"smtp_port": known.smtp_port, "security": known.security}
            found["copies"] = bool(found.get("copies")) and not known.keeps_sent
    if not found.get("imap_host"):
        found["imap_host"] = known.imap if known else f"imap.{domain}"
    found["imap_security"] = "none" if found.get("security") == "none" else "tls"
    return found


def asks_of(address: str) -> str:
    """What the provider of this address asks of its users before a program may send; "" for nothing."""
    known = providers.provider_of(address)
    return known.note if known else ""


def password_lies() -> str:
    """Where passwords lie on this machine, in words for the user."""
    return locker.where()


def drop(account: UUID, *, now: datetime) -> None:
    """Send with no account any more, and forget its password."""
    locker.drop(account, PASSWORD)
    OwnMail.drop(account=account, at=now)


def address(account: UUID) -> terms.Address:
    """Whom letters are from."""
    found = _needed(account)
    profile = Profile.objects.of(account).first()
    return terms.Address(profile.name if profile else "", found.address)


def server(account: UUID) -> smtp.Server:
    """Where letters are handed in, with the password out of the locker."""
    found = _needed(account)
    if not found.smtp_host:
        raise UserError(NONE_YET)
    return smtp.Server(
        found.smtp_host, found.smtp_port, smtp.Security(found.security), user=found.user,
        password=_password(found),
    )  # fmt: skip


def keeps_sent(account: UUID) -> bool:
    """Whether what was handed in would lie in Sent for certain, so that its absence tells something."""
    found = of(account)
    return found is not None and providers.keeps_sent(found.smtp_host)


def _needed(account: UUID) -> OwnMail:
    found = of(account)
    if found is None:
        raise UserError(NONE_YET)
    return found


def _password(found: OwnMail) -> str:
    if not found.user:
        return ""
    kept = locker.find(found.account, PASSWORD) or _of_the_same_mailbox(found)
    if not kept:
        raise UserError(
            "The password of your mail account is not here any more. Give it once more: Settings, "
            "Sending."
        )
    return kept


def _of_the_same_mailbox(found: OwnMail) -> str:
    """The password of this very mailbox, where it is kept in step already; "" else."""
    same = Connection.objects.of(found.account).filter(
        way="password", user=found.user, host=found.imap_host
    )
    read = same.select_related("source").first()
    return locker.under(read.secret) if read is not None else ""


# ── trying it ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing that was tried: well or not, and what was found."""

    what: str
    well: bool
    says: str


def try_out(account: UUID, *, now: datetime) -> list[Tried]:
    """Prove server, name, password and folders, and send nothing to anyone."""
    found = _needed(account)
    steps = list(_try(account, found))
    found.tried(at=now, well=all(one.well for one in steps))
    return steps


def _try(account: UUID, found: OwnMail) -> Iterator[Tried]:
    if found.smtp_host:
        try:
            smtp.check(server(account), sender=found.address)
            yield Tried("sending", True, f"{found.smtp_host} would take a letter from you.")
        except AfterwordError as problem:
            yield Tried("sending", False, str(problem))
    if found.imap_host:
        try:
            with _shelf(found) as shelf:
                drafts, sent = _drafts(shelf), _sent(shelf)
        except AfterwordError as problem:
            yield Tried("mailbox", False, str(problem))
            return
        yield Tried("drafts", bool(drafts), f"Drafts lie in “{drafts}”." if drafts else NO_DRAFTS)
        yield Tried("sent", bool(sent), f"Sent letters lie in “{sent}”." if sent else NO_SENT)


NO_DRAFTS = "No folder for drafts was found in this mailbox."
NO_SENT = "No folder for sent letters was found in this mailbox."


# ── the folders ─────────────────────────────────────────────────────────────


@contextmanager
def _shelf(found: OwnMail) -> Iterator[Shelf]:
    with Shelf(
        found.imap_host, found.user, _password(found), port=found.imap_port,
        tls=found.imap_security == "tls",
    ) as shelf:  # fmt: skip
        yield shelf


def _drafts(shelf: Shelf) -> str:
    return shelf.folder("\\drafts", is_drafts)


def _sent(shelf: Shelf) -> str:
    return shelf.folder("\\sent", is_sent)


@dataclass(frozen=True, slots=True)
class Laid:
    """What lies in Drafts now: `new`, `same` as before, `replaced`, or `changed` there by the user."""

    state: str
    folder: str


def lay_draft(letter: Letter, *, now: datetime, with_holes: bool = False) -> Laid:
    """Lay the letter into the user's own Drafts, once; the user sends it from there.

    Found by its Message-ID, so a second press, or one after a broken line, doubles nothing. One
    that the user changed over there is left as it is.
    """
    found = _needed(letter.account)
    if not found.imap_host:
        raise UserError(NONE_YET)
    letter.refresh_from_db()
    letter.forget_states()
    carrying.may_leave(letter, with_holes=with_holes)
    row = last_dispatch(letter)
    if row is not None and row.outcome != "failed":
        raise UserError("This letter is on its way already, so no draft of it is laid down.")
    sender = address(letter.account)
    message_id = carrying.id_of(letter, sender.email)
    date = letter.edited_at or letter.entered_at
    raw = carrying.as_mail(letter, sender=sender, message_id=message_id, date=date)
    with _shelf(found) as shelf:
        folder = _drafts(shelf)
        if not folder:
            raise UserError(NO_DRAFTS)
        laid = _lay(shelf, folder, letter, raw, message_id)
    if laid.state != "changed":
        LaidDraft.lay(
            letter=letter, message_id=message_id, folder=folder, sha256=delivery.gist(raw),
            server=f"{found.imap_host}:{found.imap_port}", at=now,
        )  # fmt: skip
    letter.approve(at=now)
    return laid


def _lay(shelf: Shelf, folder: str, letter: Letter, raw: bytes, message_id: str) -> Laid:
    before = LaidDraft.objects.filter(letter=letter).first()
    ours = before.sha256 if before is not None else ""
    there = _there(shelf, folder, message_id)
    mine = delivery.gist(raw)
    if any(gist not in (mine, ours) for gist in there.values()):
        return Laid("changed", folder)
    old = [uid for uid, gist in there.items() if gist != mine]
    state = "same" if mine in there.values() else "new"
    if state == "new":
        # First the new one, then away with the old: a line that breaks in between loses nothing.
        shelf.put(folder, raw, ("\\Draft", "\\Seen"))
    for uid in old:
        shelf.take_away(folder, uid)
    return Laid("replaced" if old and state == "new" else state, folder)


def _there(shelf: Shelf, folder: str, message_id: str) -> dict[int, str]:
    """The messages with this id in a folder, each with the gist of what it says."""
    uids = shelf.find(folder, message_id)
    if not uids:
        return {}
    return {uid: delivery.gist(raw) for uid, raw in shelf.mails(uids).items() if raw is not None}


def look_in_sent(account: UUID, message_id: str) -> tuple[str, bool]:
    """The name of the Sent folder, and whether a letter with this id lies there. Raises SourceError."""
    found = _needed(account)
    if not found.imap_host:
        raise UserError(
            "Afterword does not know your mailbox, so it cannot look into Sent. Look there "
            "yourself, then say what you found."
        )
    with _shelf(found) as shelf:
        folder = _sent(shelf)
        if not folder:
            raise UserError(NO_SENT)
        return folder, bool(shelf.find(folder, message_id))


def tidy(letter: Letter, raw: bytes, message_id: str) -> None:
    """After a letter went: a copy in Sent where the provider keeps none, our own draft taken away.

    Neither is needed for the letter to have gone; what fails here is told and nothing more.
    """
    found = _needed(letter.account)
    if not found.imap_host:
        return
    with _shelf(found) as shelf:
        sent, drafts = _sent(shelf), _drafts(shelf)
        if found.copies and sent and not shelf.find(sent, message_id):
            shelf.put(sent, raw, ("\\Seen",))
        before = LaidDraft.objects.filter(letter=letter).first()
        if before is not None and drafts:
            for uid, gist in _there(shelf, drafts, message_id).items():
                if gist == before.sha256:
                    shelf.take_away(drafts, uid)
